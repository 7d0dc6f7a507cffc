"""Counts: over time, between actors, of outlets, of everything; and what a search found."""

from __future__ import annotations

from rawi.chronicle.results.listed import ActorRef, ArticleRow
from rawi.chronicle.results.occurred import OccurrenceRow
from rawi.model import Frozen


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
