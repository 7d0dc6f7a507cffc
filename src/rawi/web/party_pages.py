"""The pages about who acts: actors, two parties, the network, and sources."""

from __future__ import annotations

import datetime as dt
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from rawi.chronicle.results import Network, Sources
from rawi.errors import UsageError
from rawi.web import charts
from rawi.web.asked import again, day, value
from rawi.web.choices import Choices, chosen
from rawi.web.chronicle_pages import by_day
from rawi.web.offices import known_offices
from rawi.web.room import QUADS, Room
from rawi.web.words import label

MATRIX = 12  # outlets and sources of the table of who carries whom


def show_actors(room: Room, request: Request) -> Response:
    """Actors by name; without one, the countries that take part most."""
    name = value(request.query_params, "name")
    found = room.open().find_actors(name, 40) if name else None
    return room.page(request, "actors.html", "actors", name=name or "", found=found, facets=room.facets())


def show_actor(room: Room, request: Request) -> Response:
    """One actor: offices, acts, with whom, and how articles name it."""
    choices = chosen(request)
    page = room.open().actor(request.path_params["ident"])
    most = max([1, *(max(t.did, t.had_done) for t in page.types)])
    return room.page(
        request,
        "actor.html",
        "actors",
        p=page,
        kind=label(choices.language, "kind", page.actor.kind),
        sector=label(choices.language, "sector", page.actor.sector),
        known=known_offices(page.actor.id),
        types=sorted(page.types, key=lambda t: list(QUADS).index(t.type) if t.type in QUADS else 99),
        most=most,
        days=by_day(page.recent, choices),
    )


def show_dyad(room: Room, request: Request) -> Response:
    """Two parties over time: series, heat map, table."""
    choices, query = chosen(request), request.query_params
    one, other = value(query, "one"), value(query, "other")
    since, until = day(value(query, "since"), "since"), day(value(query, "until"), "until")
    if bool(one) != bool(other):
        raise UsageError("dyad: give both, one and other")
    found = room.open().dyad(one, other, since, until) if one and other else None
    return room.page(
        request,
        "dyad.html",
        "dyad",
        d=found,
        one=one or "",
        other=other or "",
        since=since or "",
        until=until or "",
        series=charts.dyad(found.weeks, choices) if found else "",
        heat=charts.heat(found.days, choices) if found else "",
        week_end=lambda week: (dt.date.fromisoformat(week) + dt.timedelta(days=6)).isoformat(),
        dyad_query=again(request),
        facets=room.facets(),
    )


def show_network(room: Room, request: Request) -> Response:
    """Who acts toward whom in a period."""
    choices, query = chosen(request), request.query_params
    found = _network(room, query)
    names = {node.party.id: node for node in found.nodes}
    shown = sorted(found.edges, key=lambda edge: -edge.count)[:60]
    return room.page(
        request,
        "network.html",
        "network",
        chart=charts.network(found.nodes, found.edges, choices),
        edges=shown,
        names=names,
        by=by_of(query),
        asked=query,
        facets=room.facets(),
        party_name=lambda node, ident: charts.party_name(node, choices) if node else ident,
    )


def _network(room: Room, query: Any) -> Network:
    since, until = day(value(query, "since"), "since"), day(value(query, "until"), "until")
    return room.open().network(since, until, by=by_of(query), type=category_of(query), limit=200)


def by_of(query: Any) -> Any:
    """``country`` or ``actor``. Raises :class:`UsageError` for another word."""
    given = value(query, "by") or "country"
    if given not in ("country", "actor"):
        raise UsageError(f"by={given}: give country or actor")
    return given


def category_of(query: Any) -> str | None:
    """A category of the query. Raises :class:`UsageError` for none of PLOVER's."""
    given = value(query, "type")
    if given and given not in QUADS:
        raise UsageError(f"type={given}: not one of {', '.join(QUADS)}")
    return given


def show_sources(room: Room, request: Request) -> Response:
    """Which outlets carry which root sources."""
    query, choices = request.query_params, chosen(request)
    since, until = day(value(query, "since"), "since"), day(value(query, "until"), "until")
    found = room.open().sources(since, until, 200)
    return room.page(request, "sources.html", "sources", s=found, matrix=_matrix(found, choices), asked=query)


def _matrix(found: Sources, choices: Choices) -> dict[str, Any]:
    """The busiest outlets and the most carried sources, with a level from 0 to 5 for each cell."""
    counts = {(cell.outlet, cell.source.id): cell.tellings for cell in found.cells}
    sources: dict[str, Any] = {cell.source.id: cell.source for cell in found.cells}
    carried = {ident: sum(count for (_, source), count in counts.items() if source == ident) for ident in sources}
    columns = sorted(sources, key=lambda ident: (-carried[ident], ident))[:MATRIX]
    wanted = [o.outlet for o in found.outlets if any((o.outlet, ident) in counts for ident in columns)][:MATRIX]
    most = max([1, *counts.values()])
    cells = {key: (count, min(5, 1 + 4 * count // most)) for key, count in counts.items()}
    return {"columns": [sources[ident] for ident in columns], "rows": wanted, "cells": cells}
