"""An article's text with everything that was read in it marked: spans that overlap, cut where any of them begins or ends.

Two layers. Evidence of events is wrapped as a whole, so that its background runs through; in it, names, dates and trigger words are
links to their entry in the record beside. A piece that belongs to several marks links to the shortest and names them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from rawi.model import Record


class Mark(NamedTuple):
    """A marked stretch of the record's text. ``ident`` is the entry's id on the page; ``kind`` names its look."""

    start: int
    end: int
    ident: str
    kind: str  # actor, pronoun, source, date, trigger; evidence


class Piece(NamedTuple):
    """A stretch that no mark begins or ends in."""

    start: int
    end: int
    evidence: tuple[str, ...]
    marks: tuple[Mark, ...]  # shortest first


def marks_of(record: Record) -> list[Mark]:
    """Every mention, date, trigger and evidence of a record; a source's mention in the paragraph of what it tells is marked as source."""
    marks = [Mark(e.start, e.end, f"e{n}", "evidence") for n, e in enumerate(record.events, 1)]
    marks += [Mark(e.trigger.start, e.trigger.end, f"e{n}", "trigger") for n, e in enumerate(record.events, 1)]
    for number, date in enumerate(record.dates, 1):
        spans = [(date.start, date.end), *((span.start, span.end) for span in date.again)]
        marks += [Mark(start, end, f"d{number}", "date") for start, end in spans]
    telling = _paragraphs_of_sources(record)
    for actor in record.actors:
        for mention in actor.mentions:
            kind = "pronoun" if mention.by == "pronoun" else "actor"
            if (actor.id, record.text.rfind("\n", 0, mention.start)) in telling:
                kind = "source"
            marks.append(Mark(mention.start, mention.end, actor.id, kind))
    length = len(record.text)
    return [mark for mark in marks if 0 <= mark.start < mark.end <= length]


def _paragraphs_of_sources(record: Record) -> set[tuple[str, int]]:
    """Each source with the start of the paragraph in which something stands on its word."""
    return {(source, record.text.rfind("\n", 0, event.start)) for event in record.events for source in event.sources}


def pieces(start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """The stretch from ``start`` to ``end``, cut at every edge of a mark inside it."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(edge for mark in inside for edge in (mark.start, mark.end) if start < edge < end)})
    cut = []
    for first, last in pairwise(edges):
        over = [mark for mark in inside if mark.start < last and mark.end > first]
        evidence = tuple(dict.fromkeys(mark.ident for mark in over if mark.kind == "evidence"))
        short = sorted((mark for mark in over if mark.kind != "evidence"), key=lambda mark: mark.end - mark.start)
        cut.append(Piece(first, last, evidence, tuple(short)))
    return cut


def marked(text: str, start: int, end: int, marks: Sequence[Mark], event_label: str) -> Markup:
    """The stretch as HTML. ``event_label`` is the word before an event's number for those who hear the page."""
    parts = []
    for evidence, group in groupby(pieces(start, end, marks), key=lambda piece: piece.evidence):
        cut = list(group)
        inner = Markup("").join(_piece(text, piece) for piece in cut)
        opened = [mark for mark in marks if mark.kind == "evidence" and mark.ident in evidence and mark.start == cut[0].start]
        numbers = Markup("").join(_number(mark, event_label) for mark in opened)
        parts.append(Markup('<span class="ev" data-of="{}">{}{}</span>').format(" ".join(evidence), numbers, inner) if evidence else inner)
    return Markup("").join(parts)


def _number(mark: Mark, event_label: str) -> Markup:
    return Markup('<a class="ev-no" id="at-{0}" href="#{0}" data-of="{0}" aria-label="{1} {2}">{2}</a>').format(
        mark.ident, event_label, mark.ident[1:]
    )


def _piece(text: str, piece: Piece) -> Markup:
    words = escape(text[piece.start : piece.end])
    if not piece.marks:
        return words
    kinds = " ".join(dict.fromkeys(mark.kind for mark in piece.marks))
    idents = " ".join(dict.fromkeys(mark.ident for mark in piece.marks))
    return Markup('<a class="m {}" href="#{}" data-of="{}">{}</a>').format(kinds, piece.marks[0].ident, idents, words)
