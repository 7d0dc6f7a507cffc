"""One occurrence with everything that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, or_, select

from rawi.chronicle import asking, keys
from rawi.chronicle.comparing import compare
from rawi.chronicle.contradicting import contradictions
from rawi.chronicle.naming import country
from rawi.chronicle.occurrences import leading
from rawi.chronicle.results import (
    ActorRef,
    ArticleRow,
    Contradiction,
    Occurrence,
    OccurrenceRow,
    Perhaps,
    Said,
    Side,
    Telling,
    Voice,
    Why,
)
from rawi.chronicle.schema import article, likeness, link, mark, occurrence, outlet, pin, telling, version
from rawi.chronicle.store import in_parts
from rawi.chronicle.told import record_of
from rawi.chronicle.voices import Spoken, voices
from rawi.chronicle.whom import Actors, Known, ids_of
from rawi.errors import NotThereError
from rawi.model import Record

_NEAR = 10  # days within which another occurrence may be the same
_PERHAPS = 5
_LOOKED_AT = 60


class Story(NamedTuple):
    """An occurrence's rows, and whom they name."""

    row: Row[Any]
    tellings: list[Row[Any]]  # the leading one first, then as they were published
    known: Mapping[int, Known]
    family: Mapping[int, int]  # by article
    outlets: Mapping[int, str]


def story(connection: Connection, actors: Actors, ident: str) -> Story:
    """The occurrence of this id, or the one that the telling of this id belongs to. Raises :class:`NotThereError`."""
    number = keys.given(ident)
    of = connection.execute(select(telling.c.occurrence).where(telling.c.id == number)).scalar()
    row = connection.execute(select(occurrence).where(occurrence.c.id == (of if of is not None else number))).one_or_none()
    if row is None:
        raise NotThereError(f"{ident}: no occurrence of this id; `rawi find` lists what there is")
    rows = list(connection.execute(select(telling).where(telling.c.occurrence == row.id)))
    known = actors.load(connection, {i for t in rows for text in (t.actors, t.recipients, t.chain) for i in ids_of(text)} | _root_actors(rows))
    lead = leading(rows, known)
    rows.sort(key=lambda t: (t.id != lead.id, t.published, t.id))
    family: dict[int, int] = {}
    for part in in_parts({t.article for t in rows}):
        family.update(connection.execute(select(likeness.c.article, likeness.c.family).where(likeness.c.article.in_(part))).all())
    names = {t.outlet for t in rows if t.outlet is not None}
    outlets = dict(connection.execute(select(outlet.c.id, outlet.c.name).where(outlet.c.id.in_(names))).all())
    return Story(row, rows, known, family, outlets)


def show(connection: Connection, actors: Actors, ident: str) -> Occurrence:
    """An occurrence with its tellings, voices, contradictions and sides, and with what may be the same."""
    told = story(connection, actors, ident)
    heard = voices_of(told)
    voice_of = {t: at for at, voice in enumerate(heard) for t in voice.tellings}
    articles = {row.id: row for row in asking.article_rows(connection, [t.article for t in told.tellings])}
    records = records_of(connection, {t.article for t in told.tellings})
    by_hand, by_wording = _joined_by(connection, told)
    shown = [_telling(told, t, articles[keys.shown(t.article)], records[t.article], voice_of, by_hand, by_wording) for t in told.tellings]
    (row,) = asking.shown(connection, actors, [told.row])
    return Occurrence(
        row=row,
        tellings=tuple(shown),
        voices=heard,
        contradictions=tuple(
            Contradiction(what=d.what, values=tuple(Said(value=v, tellings=tuple(map(keys.shown, ids))) for v, ids in d.values.items()))
            for d in contradictions(told.tellings)
        ),
        sides=sides_of(told),
        perhaps=_perhaps(connection, actors, told),
        by_hand=bool(by_hand),
    )


def records_of(connection: Connection, articles: Iterable[int]) -> dict[int, Record]:
    """The current records of articles."""
    found: dict[int, Record] = {}
    current = and_(version.c.article == article.c.id, version.c.id == article.c.version)
    for part in in_parts(set(articles)):
        rows = connection.execute(select(article.c.id, version.c.record).join(version, current).where(article.c.id.in_(part)))
        found.update((ident, record_of(blob)) for ident, blob in rows)
    return found


# --- tellings ------------------------------------------------------------------------------------------------------------------


def _telling(
    told: Story, row: Row[Any], of: ArticleRow, record: Record, voice_of: Mapping[str, int], by_hand: set[int], by_wording: set[int]
) -> Telling:
    paragraph, start = paragraph_at(record, row.start)
    ident = keys.shown(row.id)
    return Telling(
        id=ident, article=of, number=row.number, type=row.type, mode=row.mode, status=row.status, date=row.date, date_from=row.date_from,
        place=row.place, actors=_refs(told, row.actors), recipients=_refs(told, row.recipients), chain=_refs(told, row.chain),
        root=root_name(told, row), voice=voice_of[ident], evidence=row.evidence, start=row.start, end=row.end, paragraph=paragraph,
        paragraph_start=start, summary=row.summary, score=row.score, rule=row.rule, why=_why(told, row, by_hand, by_wording),
    )  # fmt: skip


def _refs(told: Story, joined: str) -> tuple[ActorRef, ...]:
    return tuple(told.known[i].shown for i in ids_of(joined))


def paragraph_at(record: Record, offset: int) -> tuple[str, int]:
    """The paragraph (or title) that an offset of the text lies in, and where it begins."""
    start = record.text.rfind("\n", 0, offset) + 1
    end = record.text.find("\n", start)
    return record.text[start : end if end >= 0 else None], start


def _why(told: Story, row: Row[Any], by_hand: set[int], by_wording: set[int]) -> Why:
    lead = told.tellings[0]
    if row.id == lead.id:
        return Why(by="hand" if row.id in by_hand else "first")
    agrees, contradicts = compare(lead, row, told.known)
    if row.cluster == lead.cluster:
        return Why(by="keys", agrees=agrees, contradicts=contradicts)
    return Why(by="hand" if row.cluster in by_hand or row.id in by_hand or not by_wording else "wording", agrees=agrees, contradicts=contradicts)


def _joined_by(connection: Connection, told: Story) -> tuple[set[int], set[int]]:
    """The tellings and clusters that a hand joined or split, and the tellings that their wording joined."""
    ids = [t.id for t in told.tellings]
    clusters = {t.id: t.cluster for t in told.tellings}
    hand: set[int] = set()
    wording: set[int] = set()
    for part in in_parts(ids):
        for one, other, by in connection.execute(
            select(link.c.one, link.c.other, link.c.by).where(or_(link.c.one.in_(part), link.c.other.in_(part)))
        ):
            (hand if by == "hand" else wording).update(i for end in (one, other) for i in (end, clusters.get(end, end)))
        hand.update(connection.execute(select(pin.c.telling).where(pin.c.telling.in_(part))).scalars())
    return hand, wording


# --- voices and sides ----------------------------------------------------------------------------------------------------------


def voices_of(told: Story) -> tuple[Voice, ...]:
    """The voices of an occurrence, the first heard first."""
    rows = {t.id: t for t in told.tellings}
    heard = voices([Spoken(t.id, t.root, told.family.get(t.article, t.article), t.published) for t in told.tellings])
    found = []
    for voice in heard:
        members = [rows[spoken.id] for spoken in voice]
        first = members[0]
        outlets = dict.fromkeys(told.outlets.get(t.outlet, "") for t in members)
        texts = {(told.family.get(t.article), t.article) for t in members}
        found.append(
            Voice(
                root=root_name(told, first), actor=root_actor(told, first), tellings=tuple(keys.shown(t.id) for t in members),
                outlets=tuple(name for name in outlets if name), copied=len(texts) > len({family for family, _ in texts}),
            )
        )  # fmt: skip
    return tuple(found)


def root_actor(told: Story, row: Row[Any]) -> ActorRef | None:
    """The root source of a telling; None where the outlet, or somebody unnamed, is the source."""
    kind, _, ident = row.root.partition(":")
    return told.known[int(ident)].shown if kind == "actor" else None


def root_name(told: Story, row: Row[Any]) -> str:
    """The name of whose word a telling finally is; unnamed sources by what the chain calls them."""
    if actor := root_actor(told, row):
        return actor.name
    if row.root.startswith("unnamed:") and (chain := ids_of(row.chain)):
        return told.known[chain[-1]].shown.name
    return told.outlets.get(row.outlet, "")


def _root_actors(rows: Iterable[Row[Any]]) -> set[int]:
    return {int(row.root.partition(":")[2]) for row in rows if row.root.startswith("actor:")}


def sides_of(told: Story) -> tuple[Side, ...]:
    """The countries that took part, and those of their own institutions that are among the root sources."""
    countries = dict.fromkeys(c for t in told.tellings for text in (t.actors, t.recipients) for i in ids_of(text) if (c := told.known[i].who.country))
    roots = {actor.id: actor for t in told.tellings if (actor := root_actor(told, t)) and actor.sector != "MED"}
    sides = []
    for code in sorted(countries):
        named = country(code)
        own = tuple(actor for _, actor in sorted(roots.items()) if actor.country == code)
        sides.append(Side(country=code, name=named.name, latin=named.latin, spoke=bool(own), sources=own))
    return tuple(sides)


# --- perhaps the same ----------------------------------------------------------------------------------------------------------


def _perhaps(connection: Connection, actors: Actors, told: Story) -> tuple[Perhaps, ...]:
    """Occurrences of the same kind between the same, near in time, that were left apart."""
    names = [name for name in told.row.marks.splitlines() if name.startswith("dyad:")] or [
        name for name in told.row.marks.splitlines() if name.startswith("actor:")
    ]
    found: dict[int, Row[Any]] = {}
    for name in names[:3]:
        near = and_(mark.c.mark == name, mark.c.day.between(told.row.day - _NEAR, told.row.day + _NEAR))
        of = select(occurrence).join(mark, mark.c.occurrence == occurrence.c.id).where(near, occurrence.c.type == told.row.type)
        found.update({row.id: row for row in connection.execute(of.limit(_LOOKED_AT)) if row.id != told.row.id})
    leads = _leads(connection, found)
    known = actors.load(connection, {i for row in leads.values() for text in (row.actors, row.recipients) for i in ids_of(text)})
    scored: list[tuple[int, int, OccurrenceRow, tuple[str, ...], tuple[str, ...]]] = []
    shown = {row.id: row for row in asking.shown(connection, actors, found.values())}
    for ident, lead in leads.items():
        agrees, contradicts = compare(told.tellings[0], lead, known)
        if "people" not in contradicts and len(agrees) >= 3 and len(contradicts) <= 1 and {"people", "wording"} & {*agrees}:
            scored.append((len(contradicts) - len(agrees), abs(found[ident].day - told.row.day), shown[keys.shown(ident)], agrees, contradicts))
    best = sorted(scored, key=lambda s: (s[0], s[1], s[2].id))[:_PERHAPS]
    return tuple(Perhaps(row=row, agrees=agrees, contradicts=contradicts) for _, _, row, agrees, contradicts in best)


def _leads(connection: Connection, found: Mapping[int, Row[Any]]) -> dict[int, Row[Any]]:
    """For each occurrence the telling that it is shown by."""
    leads: dict[int, Row[Any]] = {}
    for part in in_parts(found):
        for row in connection.execute(select(telling).where(telling.c.occurrence.in_(part)).order_by(telling.c.id)):
            of = found[row.occurrence]
            if row.article == of.article and row.evidence == of.evidence:
                leads.setdefault(row.occurrence, row)
    return leads
