"""Readouts side by side: what each side's telling of a call, meeting or visit says, and the other's does not.

A side's readout is what articles that tell of the occurrence pass on from that side's own institutions: the acts that they tell of beside the
talks themselves, and what the talks were about. Statements of both sides that say the same make one row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from rawi.arabic.letters import fold, fold_keeping_offsets
from rawi.arabic.light import is_function_word, stem
from rawi.arabic.sentences import sentences
from rawi.arabic.words import read_word
from rawi.chronicle import asking, keys
from rawi.chronicle.results import ReadoutRow, Readouts, ReadoutSide, Statement, StatementKind
from rawi.chronicle.schema import telling
from rawi.chronicle.showing import Story, records_of, sides_of, story
from rawi.chronicle.store import in_parts
from rawi.chronicle.whom import Actors, ids_of
from rawi.errors import UsageError
from rawi.lore import load
from rawi.lore.schema import ReadoutWords
from rawi.model import Record

_KINDS: dict[str, StatementKind] = {
    "AGREE": "commitment", "COOPERATE": "commitment", "AID": "commitment", "CONCEDE": "commitment", "RETREAT": "commitment", "REQUEST": "demand",
    "SUPPORT": "support", "ACCUSE": "position", "REJECT": "position", "THREATEN": "position", "SANCTION": "position",
}  # fmt: skip
_ORDER: tuple[StatementKind, ...] = ("topic", "commitment", "demand", "support", "position")
_SAME = 0.5  # of the shorter statement's words, for two to be one
_WORD = re.compile(r"[^\W\d_]+")
_TOPIC_END = re.compile(r"[،,.:؛;«»\"()\n]")


class Said(NamedTuple):
    """A statement of a side."""

    side: str
    kind: StatementKind
    words: frozenset[str]
    statement: Statement


def show(connection: Connection, actors: Actors, ident: str) -> Readouts:
    """The readouts of an occurrence. Raises :class:`UsageError` where it is no talk between countries."""
    told = story(connection, actors, ident)
    sides = [side.country for side in sides_of(told)]
    if told.row.type != "CONSULT" or len(sides) < 2:
        raise UsageError(f"{ident}: {told.row.summary}: readouts are of a call, meeting or visit between two countries or more")
    articles = {t.article for t in told.tellings}
    records = records_of(connection, articles)
    acts = [row for part in in_parts(articles) for row in connection.execute(select(telling).where(telling.c.article.in_(part)))]
    roots = actors.load(connection, {int(row.root[6:]) for row in acts if row.root.startswith("actor:")})
    side_of = {row.id: c for row in acts if row.root.startswith("actor:") and (c := roots[int(row.root[6:])].who.country) in sides}
    default = {article: _only(side_of[row.id] for row in acts if row.article == article and row.id in side_of) for article in articles}
    found = [*_acts(told, acts, side_of, default), *_topics(acts, records, side_of, default, sides)]
    (row,) = asking.shown(connection, actors, [told.row])
    return Readouts(occurrence=row, sides=_sides(told, found), rows=_rows(found, sides))


def _only(values: Iterable[str]) -> str | None:
    """The one value that there is; None where there is none, or several."""
    every = set(values)
    return every.pop() if len(every) == 1 else None


def _sides(told: Story, found: Sequence[Said]) -> tuple[ReadoutSide, ...]:
    return tuple(
        ReadoutSide(
            country=side.country, name=side.name, latin=side.latin, sources=side.sources,
            articles=tuple(sorted({said.statement.article for said in found if said.side == side.country})),
        )
        for side in sides_of(told)
    )  # fmt: skip


# --- what is said --------------------------------------------------------------------------------------------------------------


def _acts(told: Story, acts: Sequence[Row[Any]], side_of: Mapping[int, str], default: Mapping[int, str | None]) -> Iterable[Said]:
    """The acts that the articles tell of beside the talks, of the same days and by those who took part."""
    parties = {told.known[i].who.country for t in told.tellings for text in (t.actors, t.recipients) for i in ids_of(text)}
    for row in acts:
        kind = _KINDS.get(row.type)
        side = side_of.get(row.id) or (default[row.article] if row.root.startswith("outlet:") else None)
        if kind is None or side is None or row.status == "historical" or not _of_the_day(row, told.row.day):
            continue
        if parties & {known.who.country for i in ids_of(row.actors) if (known := told.known.get(i))}:
            shown = Statement(text=row.evidence, summary=row.summary, article=keys.shown(row.article), start=row.start, end=row.end)
            yield Said(side, kind, frozenset(row.words.split()), shown)


def _of_the_day(row: Row[Any], day: int) -> bool:
    return row.first is None or row.first - 1 <= day <= (row.last or row.first) + 1


def _topics(
    acts: Sequence[Row[Any]], records: Mapping[int, Record], side_of: Mapping[int, str], default: Mapping[int, str | None], sides: Sequence[str]
) -> Iterable[Said]:
    """What the talks were about: what stands behind a verb such as ``تناول`` or ``ناقش``."""
    for article, record in sorted(records.items()):
        here = [row for row in acts if row.article == article]
        for sentence in sentences(record.text)[1:]:
            for start, end in topics(record.text[sentence.start : sentence.end]):
                first, last = sentence.start + start, sentence.start + end
                spoken = _only(side_of[r.id] for r in here if r.id in side_of and sentence.start <= r.start < sentence.end)
                side = spoken or _speaker(record, sentence.start, first, sides) or default[article]
                if side is not None:
                    text = record.text[first:last]
                    shown = Statement(text=text, summary="", article=keys.shown(article), start=first, end=last)
                    yield Said(side, "topic", _content(text), shown)


def _speaker(record: Record, start: int, end: int, sides: Sequence[str]) -> str | None:
    """Whose institution stands between the beginning of a sentence and its topic: the only one, or none."""
    speakers = (a.country for a in record.actors if a.kind == "organization" and any(start <= m.start < end for m in a.mentions))
    return _only(c for c in speakers if c is not None and c in sides)


def topics(sentence: str) -> list[tuple[int, int]]:
    """The half-open spans of what a sentence says that talks were about: ``تناول الحديث التعاون في التجارة`` gives the last three words."""
    found: list[tuple[int, int]] = []
    folded = fold_keeping_offsets(sentence)
    if not any(map(_opens_topic, _WORD.findall(folded.text))):  # so it is with most
        return found
    words = [(*folded.span(m.start(), m.end()), m[0]) for m in _WORD.finditer(folded.text)]
    for at, (_, end, form) in enumerate(words[:-1]):
        if (found and end <= found[-1][1]) or not _opens_topic(form):
            continue
        start = end
        for first, last, following in words[at + 1 : at + 3]:
            if following in _skipped():
                start = last
            else:
                start = first
                break
        stop = _TOPIC_END.search(sentence, start)
        last = stop.start() if stop else len(sentence)
        if last - start > 3:
            found.append((start, len(sentence[:last].rstrip())))
    return found


@cache
def _words() -> ReadoutWords:
    return load.language("readouts", ReadoutWords)


@lru_cache(65_536)
def _opens_topic(form: str) -> bool:
    """Whether a folded form is one of a verb behind which a topic stands."""
    return not _topic_verbs().isdisjoint(reading.lemma for reading in read_word(form).verbs)


@cache
def _topic_verbs() -> frozenset[str]:
    """The verbs behind which a topic stands, by lemma."""
    return frozenset(entry.verb for entry in _words().topic)


@cache
def _skipped() -> frozenset[str]:
    return frozenset(map(fold, _words().between))


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(form) for form in _WORD.findall(fold(text)) if len(form) > 1 and not is_function_word(form))


# --- side by side --------------------------------------------------------------------------------------------------------------


def _rows(found: Sequence[Said], sides: Sequence[str]) -> tuple[ReadoutRow, ...]:
    """Statements that say the same together; those of both sides first within their kind."""
    rows: list[list[Said]] = []
    for said in sorted(found, key=lambda s: (_ORDER.index(s.kind), -len(s.words), s.statement.article, s.statement.start)):
        same = next((row for row in rows if row[0].kind == said.kind and any(_alike(said.words, other.words) for other in row)), None)
        if same is None:
            rows.append([said])
        else:
            same.append(said)
    made = [
        ReadoutRow(kind=row[0].kind, said=tuple(_each_once(row, side) for side in sides), both=len({said.side for said in row}) > 1) for row in rows
    ]
    return tuple(sorted(made, key=lambda row: (_ORDER.index(row.kind), not row.both)))


def _each_once(row: Sequence[Said], side: str) -> tuple[Statement, ...]:
    """A side's statements of one row; copies of a text are one."""
    texts = {said.words: said.statement for said in reversed(row) if said.side == side}
    return tuple(sorted(texts.values(), key=lambda s: (s.article, s.start)))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= _SAME * min(len(one), len(other))
