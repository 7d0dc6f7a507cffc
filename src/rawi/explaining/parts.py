"""What an explanation consists of: plain values, ready for a terminal or for JSON.

Sentences are numbered from 1 in the order of the text, the title's first; events from 1 in the order of the record. Words are given as the
article writes them.
"""

from __future__ import annotations

from rawi.model import ActorKind, Frozen, MentionBy


class MentionPart(Frozen):
    """One mention: its words, the rule that found them, and why they are taken for this actor."""

    start: int
    end: int
    text: str
    sentence: int
    by: MentionBy
    rule: str
    why: str


class ActorPart(Frozen):
    """An actor with all that named it. ``known_as`` is the entry of the knowledge that it is, if it is one."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    role: str | None
    known_as: str | None
    mentions: tuple[MentionPart, ...]


class DatePart(Frozen):
    """A date expression with its value and the rule that read it."""

    start: int
    end: int
    text: str
    value: str
    rule: str
    note: str | None


class Reached(Frozen):
    """A clause that a chain reaches: its words, and what carries the chain there."""

    sentence: int
    text: str
    by: str


class ChainPart(Frozen):
    """A chain of sources, nearest first, with the clauses that stand on its word."""

    sources: tuple[str, ...]
    reach: tuple[Reached, ...]


class Role(Frozen):
    """Who fills which role of an event: through which slot, standing in which words."""

    role: str  # actor, recipient
    name: str
    slot: str
    words: str


class Twin(Frozen):
    """Another telling of the same act, and why it was joined."""

    sentence: int
    text: str
    rule: str
    why: str


class EventPart(Frozen):
    """An event with the reason for each of its parts. ``frame`` says which slots the entry asks for, by role.

    ``entry`` and ``file`` are empty for a promise (any verb of what a speaker, his state or his body will do) and a duty (what others must do).
    """

    number: int
    sentence: int
    type: str
    rule: str
    file: str
    entry: str
    kind: str
    trigger: str
    evidence: str
    frame: dict[str, tuple[str, ...]]
    roles: tuple[Role, ...]
    mode: str | None
    mode_why: str
    support: str | None
    status: str
    status_why: str
    date: str | None
    date_why: str
    place: str | None
    place_why: str
    sources: tuple[str, ...]
    twins: tuple[Twin, ...]
    notes: dict[str, str]


class UnitPart(Frozen):
    """A piece of a sentence: verb, participle, noun phrase, date, mark, or the word that opens a clause."""

    kind: str
    text: str
    slot: str
    conjunction: str
    negated: bool
    names: tuple[str, ...]


class ClausePart(Frozen):
    """A clause: its verb (with the lemmas that the form may belong to) and who stands where."""

    kind: str
    verb: str
    lemmas: tuple[str, ...]
    passive: bool
    subject: tuple[str, ...]
    subject_from: str
    object: tuple[str, ...]
    second: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]
    describes: str
    sources: tuple[str, ...]
    speaker: tuple[str, ...]


class Fired(Frozen):
    """A trigger that told of an event: number ``event`` of the record."""

    text: str
    rule: str
    event: int
    joined: str  # why it was joined to that event, where it is not its own


class Tried(Frozen):
    """A word of the trigger book that gave no event. ``reason`` is a code, ``because`` the same as a sentence."""

    text: str
    rule: str
    reason: str
    because: str
    words: tuple[str, ...] = ()


class SentencePart(Frozen):
    """How one sentence was read."""

    number: int
    text: str
    units: tuple[UnitPart, ...]
    clauses: tuple[ClausePart, ...]
    fired: tuple[Fired, ...]
    tried: tuple[Tried, ...]


class Explanation(Frozen):
    """Everything found in one article, each thing with what made it."""

    id: str
    title: str | None
    actors: tuple[ActorPart, ...]
    dates: tuple[DatePart, ...]
    chains: tuple[ChainPart, ...]
    events: tuple[EventPart, ...]
    sentences: tuple[SentencePart, ...]
