"""The chains of an occurrence drawn: outlets at one edge, root sources at the other, and whoever passed it on between them."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from rawi.chronicle.results import Occurrence, Telling
from rawi.web.charts import short, svg, text
from rawi.web.choices import Choices
from rawi.web.naming import named
from rawi.web.words import say

_ROW, _BOX, _WIDE, _PAD = 58.0, 40.0, 236.0, 10.0


class Box(NamedTuple):
    """A name in its place; ``voice`` is the voice that it is drawn in, for a root."""

    key: tuple[str, int]
    name: str
    column: int
    row: float
    kind: str


def draw(found: Occurrence, choices: Choices, most: int = 14) -> Markup:
    """The first ``most`` tellings, a row each, ordered so that those of one voice stand together."""
    tellings = sorted(found.tellings, key=lambda telling: telling.voice)[:most]
    columns = 2 + max((len(_between(telling)) for telling in tellings), default=0)
    boxes: dict[tuple[str, int], Box] = {}
    lines: list[tuple[tuple[str, int], tuple[str, int]]] = []
    rows: dict[tuple[str, int], list[int]] = {}
    for row, telling in enumerate(tellings):
        path = _path(telling, choices, columns)
        for box in path:
            rows.setdefault(box.key, []).append(row)
            boxes.setdefault(box.key, box)
        lines += [(one.key, other.key) for one, other in pairwise(path)]
    placed = {key: box._replace(row=sum(rows[key]) / len(rows[key])) for key, box in boxes.items()}
    placed = _apart(placed)
    width = max(760.0, columns * (_WIDE + 60))
    gap = (width - _WIDE - 2 * _PAD) / max(1, columns - 1)
    height = (max((box.row for box in placed.values()), default=0) + 1) * _ROW
    x = {column: _PAD + column * gap if choices.language == "en" else width - _PAD - _WIDE - column * gap for column in range(columns)}
    drawn = [_join(placed[one], placed[other], x, choices) for one, other in dict.fromkeys(lines)]
    return svg(width, height, say(choices.language, "voices"), [*drawn, *(_box(box, x[box.column]) for box in placed.values())], "chains")


def _between(telling: Telling) -> tuple[str, ...]:
    return tuple(link.id for link in telling.chain[:-1])


def _path(telling: Telling, choices: Choices, columns: int) -> list[Box]:
    """From the outlet over whoever passed it on to the root; an outlet that speaks for itself is its own root."""
    outlet = telling.article.outlet or say(choices.language, "unknown_party")
    path = [Box((telling.id, 0), outlet, 0, 0.0, "outlet")]
    links = telling.chain
    for place, link in enumerate(links[:-1], 1):
        path.append(Box((link.id, place), named(link, choices.language), place, 0.0, "link"))
    root = named(links[-1], choices.language) if links else outlet
    path.append(Box((f"voice-{telling.voice}", -1), root, columns - 1, 0.0, "root"))
    return path


def _apart(boxes: dict[tuple[str, int], Box]) -> dict[tuple[str, int], Box]:
    """No two boxes of a column on one spot: whoever comes later goes down."""
    lowest: dict[int, float] = {}
    placed = {}
    for key, box in sorted(boxes.items(), key=lambda item: item[1].row):
        row = max(box.row, lowest.get(box.column, -1.0) + 0.85)
        row = max(row, 0.0)
        lowest[box.column] = row
        placed[key] = box._replace(row=row)
    return placed


def _box(box: Box, x: float) -> Markup:
    y = box.row * _ROW + (_ROW - _BOX) / 2
    made = Markup('<g class="box {}"><title>{}</title><rect x="{:.1f}" y="{:.1f}" width="{}" height="{}" rx="8"/>{}</g>')
    return made.format(box.kind, box.name, x, y, _WIDE, _BOX, text(x + _WIDE / 2, y + _BOX / 2 + 5, short(box.name, 30)))


def _join(one: Box, other: Box, x: dict[int, float], choices: Choices) -> Markup:
    """A line from the inner edge of one to the outer edge of the other."""
    y1, y2 = one.row * _ROW + _ROW / 2, other.row * _ROW + _ROW / 2
    forward = choices.language == "en"
    x1 = x[one.column] + (_WIDE if forward else 0)
    x2 = x[other.column] + (0 if forward else _WIDE)
    middle = (x1 + x2) / 2
    return Markup('<path class="link" d="M{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}"/>').format(x1, y1, middle, y1, middle, y2, x2, y2)
