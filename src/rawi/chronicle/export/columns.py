"""The columns of exported tables: what each is called, what it means, and where it comes from. The data dictionary in ``docs`` is made of these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rawi.chronicle.results import ActorRef, ArticleRow, OccurrenceRow, Telling
from rawi.chronicle.scores import score

T = TypeVar("T")
Kind = type[str] | type[int] | type[float] | type[bool]


class Column(NamedTuple, Generic[T]):
    """A column of a table whose rows are made of ``T``."""

    name: str
    kind: Kind
    means: str
    value: Callable[[T], Any]


def _names(actors: Sequence[ActorRef]) -> str:
    return "; ".join(actor.name for actor in actors)


def _ids(actors: Sequence[ActorRef]) -> str:
    return "; ".join(actor.id for actor in actors)


def _countries(actors: Sequence[ActorRef]) -> str:
    return "; ".join(actor.country or "" for actor in actors)


OCCURRENCES: tuple[Column[OccurrenceRow], ...] = (
    Column("id", str, "The occurrence: sixteen hexadecimal digits, made of what its first telling tells", lambda o: o.id),
    Column("type", str, "PLOVER category", lambda o: o.type),
    Column("mode", str, "PLOVER mode, where one is told", lambda o: o.mode),
    Column("status", str, "actual, future, hypothetical, negated or historical", lambda o: o.status),
    Column("date", str, "Day, month, year or range, EDTF level 0", lambda o: o.date),
    Column("date_from", str, "text, context or published: where the leading telling has its date from", lambda o: o.date_from),
    Column("place", str, "Place, as the press writes it", lambda o: o.place),
    Column("actors", str, "Who did it, names joined by `; `", lambda o: _names(o.actors)),
    Column("actor_ids", str, "The same, as the chronicle knows them", lambda o: _ids(o.actors)),
    Column("actor_countries", str, "Their countries in the same order, ISO 3166-1 alpha-3, XKX or IGO", lambda o: _countries(o.actors)),
    Column("recipients", str, "To whom it was done, names joined by `; `", lambda o: _names(o.recipients)),
    Column("recipient_ids", str, "The same, as the chronicle knows them", lambda o: _ids(o.recipients)),
    Column("recipient_countries", str, "Their countries in the same order", lambda o: _countries(o.recipients)),
    Column("plover_score", float, "Conflict or cooperation of the category, -10 to 10", lambda o: score(o.type)),
    Column("tellings", int, "How many events of articles tell of it", lambda o: o.tellings),
    Column("outlets", int, "How many outlets tell of it", lambda o: o.outlets),
    Column("voices", int, "How many of the tellings are independent: root sources and texts of their own", lambda o: o.voices),
    Column("contested", bool, "Whether tellings contradict each other in day, place, mode or number", lambda o: o.contested),
    Column("score", float, "The best measured chance of a telling to be read rightly, 0 to 1", lambda o: o.score),
    Column("summary", str, "One English sentence", lambda o: o.summary),
    Column("evidence", str, "The clause of the leading telling", lambda o: o.evidence),
    Column("article", str, "The article of the leading telling", lambda o: o.article),
)

TELLINGS: tuple[Column[tuple[str, Telling]], ...] = (
    Column("id", str, "The telling", lambda t: t[1].id),
    Column("occurrence", str, "The occurrence that it tells of", lambda t: t[0]),
    Column("article", str, "The article", lambda t: t[1].article.id),
    Column("outlet", str, "The outlet", lambda t: t[1].article.outlet),
    Column("url", str, "The article's address", lambda t: t[1].article.url),
    Column("published", str, "When the article was published, ISO 8601", lambda t: t[1].article.published),
    Column("number", int, "The event's place in the article's record, from 0", lambda t: t[1].number),
    Column("type", str, "PLOVER category", lambda t: t[1].type),
    Column("mode", str, "PLOVER mode", lambda t: t[1].mode),
    Column("status", str, "actual, future, hypothetical, negated or historical", lambda t: t[1].status),
    Column("date", str, "Day, month, year or range that it tells", lambda t: t[1].date),
    Column("date_from", str, "text, context or published", lambda t: t[1].date_from),
    Column("place", str, "Place that it tells", lambda t: t[1].place),
    Column("actors", str, "Who, names joined by `; `", lambda t: _names(t[1].actors)),
    Column("recipients", str, "To whom, names joined by `; `", lambda t: _names(t[1].recipients)),
    Column("chain", str, "On whose word, nearest source first, joined by ` ← `", lambda t: " ← ".join(a.name for a in t[1].chain)),
    Column("root", str, "Whose word it finally is: the root source, or the outlet itself", lambda t: t[1].root),
    Column("voice", int, "Which voice of the occurrence it belongs to, from 0", lambda t: t[1].voice),
    Column("start", int, "Where the clause begins in the record's text, in characters", lambda t: t[1].start),
    Column("end", int, "Where it ends", lambda t: t[1].end),
    Column("evidence", str, "The clause", lambda t: t[1].evidence),
    Column("rule", str, "The entry of the knowledge that read it", lambda t: t[1].rule),
    Column("score", float, "The measured chance that an event read in this way is right, 0 to 1", lambda t: t[1].score),
)

ARTICLES: tuple[Column[ArticleRow], ...] = (
    Column("id", str, "The article: made of its address, or of its outlet and text", lambda a: a.id),
    Column("title", str, "Headline", lambda a: a.title),
    Column("outlet", str, "Outlet", lambda a: a.outlet),
    Column("url", str, "Address", lambda a: a.url),
    Column("published", str, "Time of publication, ISO 8601", lambda a: a.published),
    Column("section", str, "Section", lambda a: a.section),
    Column("events", int, "How many events were read in it", lambda a: a.events),
    Column("copies", int, "How many other articles have nearly its text", lambda a: a.copies),
)


class Act(NamedTuple):
    """One pair of actor and recipient of an occurrence."""

    occurrence: OccurrenceRow
    actor: ActorRef | None
    recipient: ActorRef | None
    outlet: str | None
    published: str | None


def _quad(act: Act) -> str:
    material = act.occurrence.type in ("COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT")
    return f"{'material' if material else 'verbal'} {'cooperation' if score(act.occurrence.type) > 0 else 'conflict'}"


PLOVER: tuple[Column[Act], ...] = (
    Column("Event ID", str, "The occurrence", lambda a: a.occurrence.id),
    Column("Event Date", str, "Its date, EDTF level 0", lambda a: a.occurrence.date),
    Column("Event Type", str, "PLOVER category", lambda a: a.occurrence.type),
    Column("Event Mode", str, "PLOVER mode", lambda a: a.occurrence.mode),
    Column("Quad Code", str, "verbal or material, cooperation or conflict", _quad),
    Column("Intensity", float, "Score of the category, -10 to 10 (see PLOVER's scores)", lambda a: score(a.occurrence.type)),
    Column("Status", str, "actual, future, hypothetical, negated or historical", lambda a: a.occurrence.status),
    Column("Actor Name", str, "Who", lambda a: a.actor and (a.actor.latin or a.actor.name)),
    Column("Actor Name Raw", str, "Who, in Arabic", lambda a: a.actor and a.actor.name),
    Column("Actor Country", str, "ISO 3166-1 alpha-3, XKX or IGO", lambda a: a.actor and a.actor.country),
    Column("Actor Sector", str, "PLOVER sector", lambda a: a.actor and a.actor.sector),
    Column("Recipient Name", str, "To whom", lambda a: a.recipient and (a.recipient.latin or a.recipient.name)),
    Column("Recipient Name Raw", str, "To whom, in Arabic", lambda a: a.recipient and a.recipient.name),
    Column("Recipient Country", str, "ISO 3166-1 alpha-3, XKX or IGO", lambda a: a.recipient and a.recipient.country),
    Column("Recipient Sector", str, "PLOVER sector", lambda a: a.recipient and a.recipient.sector),
    Column("Placename", str, "Place, as the press writes it", lambda a: a.occurrence.place),
    Column("Source", str, "The outlet of the leading telling", lambda a: a.outlet),
    Column("Publication Date", str, "When that was published", lambda a: a.published),
    Column("Tellings", int, "How many events of articles tell of it", lambda a: a.occurrence.tellings),
    Column("Voices", int, "How many of them are independent", lambda a: a.occurrence.voices),
    Column("Language", str, "ara: the language that it was read in", lambda a: "ara"),
)
TABLES: dict[str, tuple[Column[Any], ...]] = {"occurrences": OCCURRENCES, "tellings": TELLINGS, "articles": ARTICLES, "plover": PLOVER}
