"""What one record brings to the chronicle: rows for the tables, made without looking into it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import msgspec

from rawi.actors.gazetteer import Entity, gazetteer
from rawi.arabic.letters import fold
from rawi.arabic.light import is_function_word, stem
from rawi.chronicle import keys
from rawi.chronicle.blocks import Told, Who, block_of
from rawi.chronicle.days import day_of, span_of
from rawi.chronicle.likeness import Sketch, sketch
from rawi.model import Actor, Event, Record

Row = dict[str, Any]
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Prepared:
    """A record made ready: its ids, its rows, its tellings, the stems of its text."""

    record: Record
    id: int
    version: int
    text: int
    outlet: int | None
    knowledge: str
    article: Row
    blob: bytes
    sketch: Sketch
    title_stems: str
    body_stems: str
    actors: dict[int, Row] = field(default_factory=dict)
    named: list[Row] = field(default_factory=list)
    tellings: list[Row] = field(default_factory=list)
    reach: list[Row] = field(default_factory=list)


def prepare(record: Record, knowledge: str) -> Prepared:
    """All that a record brings. Raises ``KeyError`` where an event names an actor that the record does not hold."""
    if record.knowledge is None:
        record = msgspec.structs.replace(record, knowledge=knowledge)
    article, text = record.article, record.text
    outlet = keys.outlet_key(article.outlet)
    body = "\n".join(article.paragraphs)
    words = [stem(form) for form in _forms(fold(body))]
    ready = Prepared(
        record=record, id=keys.article_key(article, text), version=keys.version_key(article, text), text=keys.text_key(outlet, text), outlet=outlet,
        knowledge=record.knowledge or knowledge, article={}, blob=zlib.compress(record.to_json(), 3), sketch=sketch(words),
        title_stems=" ".join(stem(form) for form in _forms(fold(article.title or ""))), body_stems=" ".join(words),
    )  # fmt: skip
    ready.article = {
        "id": ready.id, "version": ready.version, "text": ready.text, "outlet": outlet, "url": article.url, "title": article.title,
        "published": article.published, "day": day_of(article.published) or 0, "section": article.section, "events": len(record.events),
        "knowledge": ready.knowledge,
    }  # fmt: skip
    _add_actors(ready)
    _add_tellings(ready)
    return ready


def record_of(blob: bytes) -> Record:
    """The record that :func:`prepare` packed."""
    return Record.from_json(zlib.decompress(blob))


def _forms(folded: str) -> list[str]:
    return re.findall(r"[0-9]+|[^\W\d_]+", folded)


# --- actors --------------------------------------------------------------------------------------------------------------------


@cache
def _known() -> dict[str, Entity]:
    """Whom the knowledge holds, by ``known_as``."""
    return {entity.known_as: entity for entity in reversed(gazetteer().entities)}


def _add_actors(ready: Prepared) -> None:
    for actor in ready.record.actors:
        key = keys.actor_name_key(actor)
        ident = keys.actor_key(key)
        if ident in ready.actors:
            continue
        known = _known().get(key)
        name = known.name if known else actor.name
        ready.actors[ident] = {
            "id": ident, "key": key, "kind": actor.kind, "name": name, "folded": fold(name), "latin": known.latin if known else actor.latin,
            "country": actor.country, "sector": actor.sector,
        }  # fmt: skip
        ready.named.append({"actor": ident, "day": ready.article["day"], "article": ready.id, "name": actor.name, "role": actor.role})


# --- tellings ------------------------------------------------------------------------------------------------------------------


def _add_tellings(ready: Prepared) -> None:
    record = ready.record
    whom = {actor.id: _who(actor) for actor in record.actors}
    names = {actor.id: frozenset(map(stem, _forms(fold(actor.name)))) for actor in record.actors}
    seen: dict[object, int] = {}
    for number, event in enumerate(record.events):
        evidence = fold(event.evidence)
        again = seen[event.type, evidence] = seen.get((event.type, evidence), -1) + 1
        ident = keys.number("telling", ready.id, event.type, evidence, again)
        first, last = span_of(event.date)
        actors, recipients, chain = ([whom[i] for i in ids] for ids in (event.actors, event.recipients, event.sources))
        told = Told(
            id=ident, type=event.type, mode=event.mode, status=event.status, first=first, last=last, date_from=event.date_from, place=event.place,
            actors=tuple(actors), recipients=tuple(recipients), words=_content(event, names), article=ready.id,
            published=ready.article["day"],
        )  # fmt: skip
        where = block_of(told)
        ready.tellings.append(_row(told, event, number, where.block, _root(chain, record, event, ready), chain, ready.outlet))
        ready.reach += [{"key": key, "first": where.first, "last": where.last, "block": where.block, "loose": where.loose} for key in where.keys]


def _row(told: Told, event: Event, number: int, block: int, root: str, chain: Sequence[Who], outlet: int | None) -> Row:
    return {
        "id": told.id, "article": told.article, "number": number, "outlet": outlet, "published": told.published, "type": told.type, "mode": told.mode,
        "status": told.status, "first": told.first, "last": told.last, "date": event.date, "date_from": event.date_from, "place": event.place,
        "actors": _ids(told.actors), "recipients": _ids(told.recipients), "chain": _ids(chain), "root": root, "start": event.start, "end": event.end,
        "evidence": event.evidence, "words": " ".join(told.words), "summary": event.summary, "rule": event.rule, "score": event.score, "block": block,
        "cluster": told.id, "occurrence": told.id,
    }  # fmt: skip


def _ids(whom: Iterable[Who]) -> str:
    return " ".join(dict.fromkeys(str(who.id) for who in whom))


def _who(actor: Actor) -> Who:
    return Who(keys.actor_key(keys.actor_name_key(actor)), actor.kind, actor.country, actor.sector)


def _content(event: Event, names: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The stems of what a telling says, without function words and those of its parties' names."""
    parties = frozenset[str]().union(*(names[i] for i in (*event.actors, *event.recipients)))
    said = [form for form in _WORD.findall(fold(event.evidence)) if len(form) > 1 and not is_function_word(form)]
    return tuple(dict.fromkeys(s for s in map(stem, said) if s not in parties))


def _root(chain: Sequence[Who], record: Record, event: Event, ready: Prepared) -> str:
    """Whose word it finally is: the last named link of the chain; unnamed sources are the word of whoever spoke to them; else the outlet's own."""
    for link, ident in zip(reversed(chain), reversed(event.sources), strict=True):
        if link.kind != "group" or record.actor(ident).known_as:
            unnamed = link is not chain[-1]
            return f"unnamed:{link.id}" if unnamed else f"actor:{link.id}"
    own = ready.outlet if ready.outlet is not None else ready.id
    return f"unnamed:{own}" if chain else f"outlet:{own}"
