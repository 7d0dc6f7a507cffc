"""The page about the data: what a line says, how right it is, how to cite it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from rawi.lore import load
from rawi.web.choices import chosen
from rawi.web.room import QUADS, Room
from rawi.web.words import words


@cache
def measured() -> dict[str, float]:
    """The least that is read right, by what is measured."""
    return msgspec.toml.decode((Path(__file__).parent / "measured.toml").read_bytes(), type=dict[str, float])


def show_about(room: Room, request: Request) -> Response:
    """Definitions, known accuracy, how to cite, and what there is."""
    choices = chosen(request)
    quads: dict[str, list[str]] = {}
    for category, quad in QUADS.items():
        quads.setdefault(quad, []).append(category)
    return room.page(
        request,
        "about.html",
        "about",
        a=words(choices.language)["about"],
        quads=quads,
        measured={name: choices.percent(share) for name, share in measured().items()},
        program=version("rawi"),
        knowledge=load.version(),
        totals=room.chronicle.totals() if room.chronicle is not None else None,
    )
