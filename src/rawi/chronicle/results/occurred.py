"""One occurrence with everything that tells of it, and readouts side by side."""

from __future__ import annotations

from typing import Literal

from rawi.chronicle.results.listed import ActorRef, ArticleRow
from rawi.model import Frozen

Because = Literal["first", "keys", "wording", "hand"]
StatementKind = Literal["topic", "commitment", "demand", "support", "position"]


class Happening(Frozen):
    """What one telling, or all tellings of one thing, say that happened."""

    id: str
    type: str
    mode: str | None
    status: str
    date: str | None
    date_from: str | None
    place: str | None
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    summary: str
    evidence: str
    score: float | None


class OccurrenceRow(Happening):
    """One thing that happened, in a list. ``evidence`` and ``article`` are the leading telling's; ``contested``: tellings contradict each other."""

    article: str
    tellings: int
    outlets: int
    voices: int
    contested: bool


class Why(Frozen):
    """Why a telling belongs to its occurrence, held against the leading telling."""

    by: Because
    agrees: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()


class Telling(Happening):
    """One event's version of an occurrence. ``voice`` is its place in ``Occurrence.voices``; ``number`` its place in ``Record.events``."""

    article: ArticleRow
    number: int
    chain: tuple[ActorRef, ...]
    root: str
    voice: int
    start: int
    end: int
    paragraph: str
    paragraph_start: int
    rule: str
    why: Why


class Voice(Frozen):
    """Tellings that go back to one word: one root source, or nearly one text. ``actor`` is None where an outlet speaks for itself."""

    root: str
    actor: ActorRef | None
    tellings: tuple[str, ...]
    outlets: tuple[str, ...]
    copied: bool


class Said(Frozen):
    """A value, and the tellings that give it."""

    value: str
    tellings: tuple[str, ...]


class Contradiction(Frozen):
    """What the tellings of one occurrence say differently."""

    what: str
    values: tuple[Said, ...]


class Side(Frozen):
    """A country that took part. ``spoke``: its own institutions are among the root sources."""

    country: str
    name: str
    latin: str | None
    spoke: bool
    sources: tuple[ActorRef, ...]


class Perhaps(Frozen):
    """Another occurrence that may be the same thing: to be joined by hand, or not."""

    row: OccurrenceRow
    agrees: tuple[str, ...]
    contradicts: tuple[str, ...]


class Occurrence(Frozen):
    """One thing that happened, with all that tell of it."""

    row: OccurrenceRow
    tellings: tuple[Telling, ...]
    voices: tuple[Voice, ...]
    contradictions: tuple[Contradiction, ...]
    sides: tuple[Side, ...]
    perhaps: tuple[Perhaps, ...]
    by_hand: bool


class Statement(Frozen):
    """A clause that one side says or is said to have agreed to, with its half-open span of the article's text."""

    text: str
    summary: str
    article: str
    start: int
    end: int


class ReadoutSide(Frozen):
    """A side of a call, meeting or visit, and where its own telling stands."""

    country: str
    name: str
    latin: str | None
    sources: tuple[ActorRef, ...]
    articles: tuple[str, ...]


class ReadoutRow(Frozen):
    """One subject: what each side says of it, one tuple a side (empty where that side is silent)."""

    kind: StatementKind
    said: tuple[tuple[Statement, ...], ...]
    both: bool


class Readouts(Frozen):
    """What each side's telling says and the other's does not."""

    occurrence: OccurrenceRow
    sides: tuple[ReadoutSide, ...]
    rows: tuple[ReadoutRow, ...]
