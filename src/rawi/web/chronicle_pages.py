"""The pages that ask the chronicle what happened: timeline, search, occurrence, readouts, article."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from rawi.chronicle.results import Occurrence, OccurrenceRow, Telling
from rawi.web import chains, charts
from rawi.web.article_view import event_kind, view
from rawi.web.asked import again, cursor, filter_of, value
from rawi.web.choices import Choices, chosen
from rawi.web.days import written
from rawi.web.marks import Mark, marked
from rawi.web.naming import place
from rawi.web.room import Room
from rawi.web.safe import run
from rawi.web.sessions import form_token, keep_form_cookie
from rawi.web.words import label

ROWS = 30
ADVANCED = ("status", "mode", "outlet", "place", "source", "text", "min_voices", "min_score")  # filters that are folded away


class Row(NamedTuple):
    """An occurrence in a list, with its category in the reader's words."""

    row: OccurrenceRow
    kind: str
    status: str
    score: Markup


class TellingView(NamedTuple):
    """A telling with its paragraph, the evidence marked in it."""

    telling: Telling
    kind: str
    status: str
    score: Markup
    paragraph: Markup
    agrees: tuple[str, ...]
    contradicts: tuple[str, ...]


def row_of(row: OccurrenceRow, choices: Choices) -> Row:
    """An occurrence for a list."""
    return Row(row, event_kind(row.type, row.mode, choices), label(choices.language, "status", row.status), choices.percent(row.score))


def by_day(rows: Iterable[OccurrenceRow], choices: Choices) -> list[tuple[str | None, list[Row]]]:
    """Rows under their days, in their order; those without a day stand under None."""
    return [(day, [row_of(row, choices) for row in group]) for day, group in groupby(rows, key=lambda row: row.date)]


def show_timeline(room: Room, request: Request) -> Response:
    """What happened, newest day first, as filtered; every state has its own address."""
    choices, query = chosen(request), request.query_params
    filter, at = filter_of(query), cursor(query)
    chronicle = room.open()
    page = chronicle.occurrences(filter, at, ROWS)
    counts = () if at else chronicle.by_week(filter)
    return room.page(
        request,
        "timeline.html",
        "timeline",
        days=by_day(page.rows, choices),
        older=again(request, cursor=page.next) if page.next else None,
        newest=again(request, cursor=None) if at else None,
        chart=charts.weeks(counts, choices),
        weeks=_week_table(counts, choices),
        asked=query,
        facets=room.facets(),
        filtered=any(query.get(name) for name in query if name != "cursor"),
        query=again(request, cursor=None),
        advanced=any(query.get(name) for name in ADVANCED),
    )


def _week_table(counts: Iterable[Any], choices: Choices) -> list[tuple[str, list[tuple[str, int]]]]:
    """Newest weeks first, each with its categories."""
    grouped = groupby(sorted(counts, key=lambda c: (c.week, c.count), reverse=True), key=lambda c: c.week)
    return [(week, [(label(choices.language, "category", c.type), c.count) for c in group]) for week, group in grouped][:60]


def show_search(room: Room, request: Request) -> Response:
    """Articles with these words, the best first, the words lit."""
    query = request.query_params
    text, at = value(query, "q"), cursor(query)
    page = room.open().search(text, cursor=at, limit=20) if text else None
    older = again(request, cursor=page.next) if page and page.next else None
    return room.page(
        request, "search.html", "search", text=text or "", hits=page.rows if page else None, older=older, query=again(request, cursor=None)
    )


def show_occurrence(room: Room, request: Request) -> Response:
    """One thing that happened: every telling, the chains drawn, what agrees and what does not."""
    choices = chosen(request)
    found = room.open().occurrence(request.path_params["ident"])
    cookie, token = form_token(request, room.settings) if not room.settings.read_only else ("", "")
    response = room.page(
        request,
        "occurrence.html",
        "timeline",
        o=found,
        head=row_of(found.row, choices),
        tellings=[_telling(telling, choices) for telling in found.tellings],
        chart=chains.draw(found, choices),
        agreed=_agreed(found, choices),
        perhaps=[row_of(one.row, choices) for one in found.perhaps],
        numbers={telling.id: n for n, telling in enumerate(found.tellings, 1)},
        what=lambda name: label(choices.language, "what", name),
        value_of=lambda what, value: _value(what, value, choices),
        readouts=found.row.type == "CONSULT" and len(found.sides) > 1,
        may_change=not room.settings.read_only,
        form_token=token,
    )
    if not room.settings.read_only:
        keep_form_cookie(response, cookie, request.url.scheme == "https")
    return response


def _telling(telling: Telling, choices: Choices) -> TellingView:
    start = telling.start - telling.paragraph_start
    end = min(telling.end - telling.paragraph_start, len(telling.paragraph))
    marks = [Mark(max(0, start), end, "evidence", "evidence")] if end > start else []
    return TellingView(
        telling,
        event_kind(telling.type, telling.mode, choices),
        label(choices.language, "status", telling.status),
        choices.percent(telling.score),
        lit(telling.paragraph, marks),
        tuple(label(choices.language, "what", what) for what in telling.why.agrees),
        tuple(label(choices.language, "what", what) for what in telling.why.contradicts),
    )


def lit(paragraph: str, marks: list[Mark]) -> Markup:
    """A paragraph with its evidence lit, without links."""
    if not marks:
        return marked(paragraph, 0, len(paragraph), (), "")
    start, end = marks[0].start, marks[0].end
    parts = (paragraph[:start], paragraph[start:end], paragraph[end:])
    before, within, after = (marked(part, 0, len(part), (), "") for part in parts)
    return Markup('{}<mark class="ev">{}</mark>{}').format(before, within, after)


def _agreed(found: Occurrence, choices: Choices) -> list[tuple[str, str]]:
    """What every telling says alike, by what it is: only where there are several."""
    if len(found.tellings) < 2:
        return []
    differing = {one.what for one in found.contradictions}
    row = found.row
    said = [
        ("category", label(choices.language, "category", row.type)),
        ("mode", label(choices.language, "mode", row.mode) if row.mode else ""),
        ("status", label(choices.language, "status", row.status)),
    ]
    return [(label(choices.language, "what", what), text) for what, text in said if text and what not in differing]


def _value(what: str, value: str, choices: Choices) -> Markup | str:
    """What tellings say differently, in the reader's words: a day, a place, a mode, a status; else as they say it."""
    if what == "date":
        return written(value, choices)
    if what in ("mode", "status"):
        return label(choices.language, what, value)
    return run(place(value, choices.language) if what == "place" else value, choices.language)


def show_readouts(room: Room, request: Request) -> Response:
    """A call, meeting or visit as each side tells it."""
    choices = chosen(request)
    found = room.open().readouts(request.path_params["ident"])
    return room.page(request, "readouts.html", "timeline", r=found, head=row_of(found.occurrence, choices))


def show_article(room: Room, request: Request) -> Response:
    """A stored article with its record."""
    choices = chosen(request)
    stored = room.open().article(request.path_params["ident"])
    pages = {actor.id: page for actor, page in zip(stored.record.actors, stored.actors, strict=False)}
    return room.page(
        request,
        "stored.html",
        "timeline",
        v=view(stored.record, choices, stored.occurrences, stored.actors),
        stored=stored,
        note="",
        record_json=f"/api/articles/{stored.row.id}",
        same=stored.related,
        section_rows=stored.section,
        actor_page=lambda actor: room.address(choices.language, "/actor/", pages.get(actor.id)),
    )
