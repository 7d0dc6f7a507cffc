"""What a chronicle answers: frozen, made of plain values, the same whatever the order in which articles were added.

Ids are text: an article's, a telling's and an occurrence's are sixteen hexadecimal digits, an actor's is its ``known_as`` or what it is named by.
Days are ISO 8601, dates EDTF level 0, as in the record.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from rawi.model import Frozen, Record

T = TypeVar("T")
Because = Literal["first", "keys", "wording", "hand"]
StatementKind = Literal["topic", "commitment", "demand", "support", "position"]


class Filter(Frozen):
    """What is asked for; all that is given must hold.

    ``actor``, ``source`` and both of ``dyad`` are an actor's id or name, or a country's code (then: anybody of that country). ``since`` and
    ``until`` are ISO days, inclusive. ``text`` keeps what articles found by that search tell.
    """

    actor: str | None = None
    dyad: tuple[str, str] | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    source: str | None = None
    outlet: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    min_score: float | None = None
    min_voices: int | None = None
    text: str | None = None


class Page(Frozen, Generic[T]):
    """Some rows, and the cursor that leads to the following ones (None at the end)."""

    rows: tuple[T, ...] = ()
    next: str | None = None


# --- who and where from --------------------------------------------------------------------------------------------------------


class ActorRef(Frozen):
    """An actor as it is named in lists."""

    id: str
    name: str
    kind: str
    latin: str | None = None
    country: str | None = None
    sector: str | None = None


class ActorCount(Frozen):
    """An actor and how many articles name it."""

    actor: ActorRef
    articles: int


class ArticleRow(Frozen):
    """An article in a list. ``copies``: how many other articles have nearly its text."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    section: str | None
    events: int
    copies: int


class Version(Frozen):
    """One text that an article has had."""

    number: int
    published: str | None
    updated: str | None
    title: str | None
    knowledge: str
    current: bool


class StoredArticle(Frozen):
    """An article with its record. ``occurrences`` and ``actors`` give the chronicle's id for each event and actor of the record."""

    row: ArticleRow
    record: Record
    knowledge: str
    stale: bool
    versions: tuple[Version, ...] = ()
    copies: tuple[ArticleRow, ...] = ()
    occurrences: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    related: tuple[ArticleRow, ...] = ()
    section: tuple[ArticleRow, ...] = ()


# --- occurrences ---------------------------------------------------------------------------------------------------------------


class OccurrenceRow(Frozen):
    """One thing that happened, in a list. ``evidence`` and ``article`` are the leading telling's; ``contested``: tellings contradict each other."""

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
    article: str
    tellings: int
    outlets: int
    voices: int
    contested: bool
    score: float | None


class Why(Frozen):
    """Why a telling belongs to its occurrence, held against the leading telling."""

    by: Because
    agrees: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()


class Telling(Frozen):
    """One event's version of an occurrence. ``voice`` is its place in ``Occurrence.voices``; ``number`` its place in ``Record.events``."""

    id: str
    article: ArticleRow
    number: int
    type: str
    mode: str | None
    status: str
    date: str | None
    date_from: str | None
    place: str | None
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    chain: tuple[ActorRef, ...]
    root: str
    voice: int
    evidence: str
    start: int
    end: int
    paragraph: str
    paragraph_start: int
    summary: str
    score: float | None
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


# --- readouts ------------------------------------------------------------------------------------------------------------------


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


# --- over time and between actors ----------------------------------------------------------------------------------------------


class WeekCount(Frozen):
    """Occurrences of one category in the week that begins on Monday ``week``."""

    week: str
    type: str
    count: int


class Party(Frozen):
    """A country or an actor, as one end of a dyad or network."""

    id: str
    name: str
    latin: str | None = None


class DyadWeek(Frozen):
    """A week between two: the mean of PLOVER's scores, and the sums of the positive and the negative ones."""

    week: str
    count: int
    score: float
    cooperation: float
    conflict: float


class DyadDay(Frozen):
    """A day between two, with the mean of PLOVER's scores."""

    day: str
    count: int
    score: float


class Dyad(Frozen):
    """What two do to each other over time."""

    one: Party
    other: Party
    weeks: tuple[DyadWeek, ...]
    days: tuple[DyadDay, ...]


class Named(Frozen):
    """A way in which articles name an actor."""

    name: str
    count: int


class Office(Frozen):
    """An office or description in which articles name somebody, from the first day of publication to the last."""

    role: str
    first: str | None
    last: str | None
    articles: int


class TypeCount(Frozen):
    """How many acts of a category an actor did, and had done to it."""

    type: str
    did: int
    had_done: int


class Partner(Frozen):
    """Another actor: how often one acted toward it, and it toward one. Talks count both ways."""

    actor: ActorRef
    toward: int
    by: int


class ActorPage(Frozen):
    """What the chronicle holds of one actor."""

    actor: ActorRef
    articles: int
    names: tuple[Named, ...]
    offices: tuple[Office, ...]
    types: tuple[TypeCount, ...]
    partners: tuple[Partner, ...]
    recent: tuple[OccurrenceRow, ...]


class Node(Frozen):
    """One end of edges; ``acts`` counts what it did and had done."""

    party: Party
    kind: str
    country: str | None
    acts: int


class Edge(Frozen):
    """How often one acted toward the other, with the mean of PLOVER's scores."""

    actor: str
    recipient: str
    count: int
    score: float


class Network(Frozen):
    """Who acts toward whom."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


class OutletCount(Frozen):
    """An outlet: its articles, how many are copies, its tellings in its own voice and on another's word, and how many root sources it has."""

    outlet: str
    articles: int
    copies: int
    own: int
    sourced: int
    roots: int


class SourceCell(Frozen):
    """How many of an outlet's tellings go back to one root source."""

    outlet: str
    source: ActorRef
    tellings: int


class Sources(Frozen):
    """Which outlets carry which root sources."""

    outlets: tuple[OutletCount, ...]
    cells: tuple[SourceCell, ...]


# --- searching and counting ----------------------------------------------------------------------------------------------------


class Piece(Frozen):
    """A stretch of shown text; ``hit`` where it is what was searched for."""

    text: str
    hit: bool


class Hit(Frozen):
    """An article that a search found."""

    article: ArticleRow
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]


class Counted(Frozen):
    """A value, how it is shown, and how often it is there."""

    value: str
    label: str
    count: int


class Facets(Frozen):
    """The values that filters can take in this chronicle."""

    types: tuple[Counted, ...]
    modes: tuple[Counted, ...]
    statuses: tuple[Counted, ...]
    outlets: tuple[Counted, ...]
    places: tuple[Counted, ...]
    countries: tuple[Counted, ...]


class Totals(Frozen):
    """How much the chronicle holds; ``stale`` articles were read with other knowledge than the present."""

    articles: int
    versions: int
    tellings: int
    occurrences: int
    actors: int
    outlets: int
    first: str | None
    last: str | None
    knowledge: tuple[Counted, ...]
    stale: int


class Failure(Frozen):
    """What could not be added, and why."""

    what: str
    why: str


class Account(Frozen):
    """What became of the records given: ``added`` new articles, ``updated`` ones with a new text, ``known`` ones that were there already."""

    added: int = 0
    updated: int = 0
    known: int = 0
    failed: tuple[Failure, ...] = ()
    seconds: float = 0.0
