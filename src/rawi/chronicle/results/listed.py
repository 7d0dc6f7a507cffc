"""What lists show: filters, pages, actors and articles."""

from __future__ import annotations

from typing import Generic, TypeVar

from rawi.model import Frozen, Record

T = TypeVar("T")


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
