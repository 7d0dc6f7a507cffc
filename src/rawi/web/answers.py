"""What ``/api`` answers from the chronicle: for each address what it takes, what it gives and which rows are its table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from rawi.chronicle import Chronicle, results
from rawi.chronicle.results import Page
from rawi.errors import UsageError
from rawi.web.asked import cursor, day, filter_of, limit, value
from rawi.web.party_pages import by_of, category_of
from rawi.web.room import QUADS
from rawi.web.words import words

Query = Mapping[str, str]
TEXT = {"type": "string", "maxLength": 200}
DAY = {"type": "string", "format": "date"}


class Asks(NamedTuple):
    """A parameter: its name, what it is, its schema."""

    name: str
    says: str
    schema: dict[str, Any] = TEXT
    required: bool = False


class Gives(NamedTuple):
    """One address: what it gives, of which type, what it takes, and its rows as a table where it is one."""

    path: str
    says: str
    type: Any
    answer: Callable[[Chronicle, Query, str], Any]
    asks: tuple[Asks, ...] = ()
    table: Callable[[Any], Iterable[Struct]] | None = None


def _enum(table: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(words("en")[table])}


PERIOD = (Asks("since", "first day", DAY), Asks("until", "last day", DAY))
PAGE = (Asks("cursor", "where the page begins: `next` of the page before"), Asks("limit", "rows", {"type": "integer", "minimum": 1, "maximum": 200}))
FILTER = (
    Asks("actor", "who takes part: an actor's id or name, or a country's code"),
    Asks("other", "with `actor`: the two between whom it happened"),
    Asks("type", "PLOVER category", {"type": "string", "enum": list(QUADS)}),
    Asks("mode", "PLOVER mode", _enum("mode")),
    Asks("status", "status", _enum("status")),
    Asks("source", "on whose word: an actor's id or name"),
    Asks("outlet", "outlet"),
    Asks("place", "place, as the articles name it"),
    *PERIOD,
    Asks("min_score", "least confidence", {"type": "number", "minimum": 0, "maximum": 1}),
    Asks("min_voices", "least number of voices", {"type": "integer", "minimum": 1, "maximum": 1000}),
    Asks("text", "words in the articles"),
)


def _required(query: Query, name: str) -> str:
    given = value(query, name)
    if given is None:
        raise UsageError(f"{name}: give one")
    return given


def _since_until(query: Query) -> tuple[str | None, str | None]:
    return day(value(query, "since"), "since"), day(value(query, "until"), "until")


def _rows(page: Page[Any]) -> Iterable[Struct]:
    return page.rows


def _dyad(chronicle: Chronicle, query: Query, ident: str) -> results.Dyad:
    return chronicle.dyad(_required(query, "one"), _required(query, "other"), *_since_until(query))


def _network(chronicle: Chronicle, query: Query, ident: str) -> results.Network:
    return chronicle.network(*_since_until(query), by=by_of(query), type=category_of(query), limit=200)


def _search(chronicle: Chronicle, query: Query, ident: str) -> Page[results.Hit]:
    return chronicle.search(_required(query, "q"), filter_of(query), cursor(query), limit(query, 20))


GIVEN = (
    Gives("/api/occurrences", "What happened, newest day first", Page[results.OccurrenceRow],
          lambda c, q, i: c.occurrences(filter_of(q), cursor(q), limit(q, 50)), (*FILTER, *PAGE), _rows),
    Gives("/api/occurrences/{id}", "One occurrence with every telling", results.Occurrence,
          lambda c, q, i: c.occurrence(i), (), lambda o: o.tellings),
    Gives("/api/readouts/{id}", "A call, meeting or visit as each side tells it", results.Readouts, lambda c, q, i: c.readouts(i), (),
          lambda r: [s for row in r.rows for side in row.said for s in side]),
    Gives("/api/articles", "Articles, newest first", Page[results.ArticleRow],
          lambda c, q, i: c.articles(filter_of(q), cursor(q), limit(q, 50)), (*FILTER, *PAGE), _rows),
    Gives("/api/articles/{id}", "An article with its record", results.StoredArticle, lambda c, q, i: c.article(i)),
    Gives("/api/actors", "Actors by name", tuple[results.ActorCount, ...], lambda c, q, i: c.find_actors(_required(q, "name"), limit(q, 20)),
          (Asks("name", "a name, Arabic or Latin", TEXT, True), PAGE[1]), lambda found: found),
    Gives("/api/actors/{id}", "What the chronicle holds of one actor", results.ActorPage, lambda c, q, i: c.actor(i), (), lambda page: page.partners),
    Gives("/api/dyad", "Two parties over time", results.Dyad, _dyad,
          (Asks("one", "a country's code, or an actor's id or name", TEXT, True), Asks("other", "the other", TEXT, True), *PERIOD),
          lambda d: d.weeks),
    Gives("/api/network", "Who acts toward whom", results.Network, _network,
          (*PERIOD, Asks("by", "countries or actors", {"type": "string", "enum": ["country", "actor"]}), FILTER[2]), lambda n: n.edges),
    Gives("/api/sources", "Which outlets carry which root sources", results.Sources, lambda c, q, i: c.sources(*_since_until(q), 200), PERIOD,
          lambda s: s.outlets),
    Gives("/api/search", "Articles with these words, the best first", Page[results.Hit], _search, (Asks("q", "words", TEXT, True), *FILTER, *PAGE),
          lambda page: [hit.article for hit in page.rows]),
    Gives("/api/weeks", "Occurrences by week and category", tuple[results.WeekCount, ...],
          lambda c, q, i: c.by_week(filter_of(q)), FILTER, lambda w: w),
    Gives("/api/facets", "The values that filters can take", results.Facets, lambda c, q, i: c.facets()),
    Gives("/api/totals", "How much the chronicle holds", results.Totals, lambda c, q, i: c.totals(), (), lambda t: [t]),
)  # fmt: skip
