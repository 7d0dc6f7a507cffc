"""The record: everything read in one article, frozen, with JSON in and out.

Offsets are half-open and count characters of ``Record.text``. Days are EDTF level 0 (``2025-02-12``, ``2025-02``,
``2025``, ``start/end``). Countries are ISO 3166-1 alpha-3, with ``XKX`` for Kosovo and ``IGO`` for international
organizations. Event types, modes and contexts are PLOVER's; sectors are PLOVER's codes (GOV, MIL, REB …).
"""

from __future__ import annotations

from typing import Literal, dataclass_transform

import msgspec

ActorKind = Literal["person", "state", "organization", "group"]
MentionBy = Literal["name", "role", "pronoun"]
Status = Literal["actual", "future", "hypothetical", "negated", "historical"]
DateFrom = Literal["text", "context", "published"]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """The base of all parts of a record."""


class Image(Frozen):
    """The lead picture: what it shows, and whose it is."""

    caption: str | None = None
    credit: str | None = None
    url: str | None = None


class Link(Frozen):
    """A related story that the page points to."""

    title: str
    url: str | None = None


class Article(Frozen):
    """What a reader came for.

    ``published`` and ``updated`` are ISO 8601: with zone where the page or its outlet tells one, else a bare day or a
    time without zone; ``None`` where the page says nothing. ``paragraphs`` holds body text and subheads in order.
    """

    id: str = ""
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    section: str | None = None
    deck: str | None = None
    tags: tuple[str, ...] = ()
    image: Image | None = None
    paragraphs: tuple[str, ...] = ()
    related: tuple[Link, ...] = ()
    language: str | None = "ar"
    warnings: tuple[str, ...] = ()


class Mention(Frozen):
    """One place where the text names an actor."""

    start: int
    end: int
    by: MentionBy


class Actor(Frozen):
    """A person, state, organization or group that the article names."""

    id: str
    kind: ActorKind
    name: str
    latin: str | None = None
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    known_as: str | None = None
    mentions: tuple[Mention, ...] = ()


class Span(Frozen):
    """A half-open stretch of ``Record.text``."""

    start: int
    end: int


class DateMention(Frozen):
    """An expression that fixes a day, month, year or range, with its value and the rule that read it.

    An expression that the article repeats with the same value is listed once; ``again`` says where else it stands.
    """

    start: int
    end: int
    text: str
    value: str
    rule: str = ""
    note: str | None = None
    again: tuple[Span, ...] = ()


class Trigger(Frozen):
    """The word or phrase that told of an event."""

    start: int
    end: int


class Event(Frozen):
    """One act of a PLOVER category. ``actors``, ``recipients`` and ``sources`` hold ids of ``Record.actors``.

    ``date_from`` says whether the day stands in the text, was carried over from its context, or is the day of
    publication of fresh news. ``score`` is the measured chance (0 to 1) that an event told in this way is right.
    """

    type: str
    mode: str | None
    contexts: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    place: str | None
    status: Status
    sources: tuple[str, ...]
    start: int
    end: int
    evidence: str
    trigger: Trigger
    rule: str
    summary: str
    date_from: DateFrom | None = None
    score: float | None = None


class Record(Frozen):
    """Everything read in one article. ``knowledge`` is the version of the knowledge that it was read with."""

    id: str
    article: Article
    text: str
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateMention, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = ()
    knowledge: str | None = None

    def to_json(self) -> bytes:
        """The record as one line of UTF-8 JSON, as ``rawi read --json`` prints it."""
        return _encoder.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> Record:
        """The record that :meth:`to_json` wrote. Raises ``msgspec.ValidationError`` for anything else."""
        return _decoder.decode(line)

    def at_least(self, score: float) -> Record:
        """The record with only the events whose own score is ``score`` (0 to 1) or more."""
        return msgspec.structs.replace(self, events=tuple(e for e in self.events if (e.score or 0.0) >= score))

    def actor(self, ident: str) -> Actor:
        """The actor with this id. Raises ``KeyError`` where there is none."""
        for actor in self.actors:
            if actor.id == ident:
                return actor
        raise KeyError(ident)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Record)
