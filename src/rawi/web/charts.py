"""Charts as SVG made here: no script, no style, every one with a title and a table beside it. Time runs the way that the page reads."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from rawi.chronicle.results import DyadDay, DyadWeek, Edge, Node, WeekCount
from rawi.web.choices import Choices
from rawi.web.days import month_name, written
from rawi.web.naming import country, named
from rawi.web.room import QUADS
from rawi.web.safe import is_arabic
from rawi.web.words import say

_ORDER = ("verbal-coop", "material-coop", "verbal-conf", "material-conf")
_LETTER = 9.6  # units that a letter of a label takes where it is largest, on a phone


class Tick(NamedTuple):
    """A label under the time axis."""

    x: float
    text: str


def svg(width: float, height: float, title: str, inside: Iterable[Markup], kind: str) -> Markup:
    """A drawing of ``width`` by ``height`` units that scales with its place; ``title`` is what it says to who cannot see it."""
    head = Markup('<svg class="chart {}" viewBox="0 0 {} {}" role="img" aria-label="{}" direction="ltr"><title>{}</title>')
    return Markup("".join((head.format(kind, _n(width), _n(height), title, title), *inside, "</svg>")))  # pieces are made here, each one safe


def text(x: float, y: float, words: str, anchor: str = "middle", kind: str = "") -> Markup:
    """A label; its own direction is that of its letters."""
    direction = "rtl" if is_arabic(words) else "ltr"
    side = {"start": "end", "end": "start"}.get(anchor, anchor) if direction == "rtl" else anchor
    made = '<text x="{}" y="{}" text-anchor="{}" direction="{}" lang="{}" class="{}">{}</text>'
    return Markup(made).format(_n(x), _n(y), side, direction, "ar" if direction == "rtl" else "en", kind, words)


def weeks(counts: Sequence[WeekCount], choices: Choices, most_weeks: int = 53) -> Markup:
    """Occurrences a week, stacked by PLOVER's quarters."""
    if not counts:
        return Markup("")
    last = dt.date.fromisoformat(max(c.week for c in counts))
    first = max(dt.date.fromisoformat(min(c.week for c in counts)), last - dt.timedelta(weeks=most_weeks - 1))
    mondays = [first + dt.timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    stacks = {day.isoformat(): dict.fromkeys(_ORDER, 0) for day in mondays}
    for one in counts:
        if one.week in stacks and one.type in QUADS:
            stacks[one.week][QUADS[one.type]] += one.count
    width, height, foot = 900.0, 130.0, 22.0
    top = max(1, max(sum(stack.values()) for stack in stacks.values()))
    step = width / max(len(mondays), 20)
    drawn, ticks = [], []
    for place, day in enumerate(mondays):
        x = _flip(place * step, step, width, choices)
        y = height - foot
        stack = stacks[day.isoformat()]
        said = f"{written(day.isoformat(), choices)}: {choices.number(sum(stack.values()))}"
        for quad in _ORDER:
            tall = stack[quad] / top * (height - foot - 14)
            if tall:
                y -= tall
                drawn.append(_rect(x + step * 0.12, y, step * 0.76, tall, quad, said))
        if day.day <= 7 or place == 0:
            ticks.append(Tick(x + step / 2, _month_of(day, choices)))
    axis = [_line(0, height - foot, width, height - foot, "axis"), text(_edge(choices, width), 11, choices.number(top), _side(choices), "tick")]
    return svg(width, height, say(choices.language, "by_week"), [*axis, *drawn, *_spaced(ticks, height - 6, width)], "weeks")


def dyad(found: Sequence[DyadWeek], choices: Choices) -> Markup:
    """Sums of cooperation above the line and of conflict below it, week by week."""
    if not found:
        return Markup("")
    by_week = {one.week: one for one in found}
    first, last = dt.date.fromisoformat(found[0].week), dt.date.fromisoformat(found[-1].week)
    mondays = [first + dt.timedelta(weeks=n) for n in range((last - first).days // 7 + 1)][-260:]
    width, height, foot = 900.0, 260.0, 22.0
    up = max([1.0, *(one.cooperation for one in found)])
    down = max([1.0, *(-one.conflict for one in found)])
    room = height - foot - 20
    zero = 14 + room * up / (up + down)
    step, a_unit = width / max(len(mondays), 26), room / (up + down)
    drawn, ticks, months = [], [], max(1, len(mondays) // 60)
    for place, day in enumerate(mondays):
        x = _flip(place * step, step, width, choices)
        if one := by_week.get(day.isoformat()):
            said = f"{written(one.week, choices)}: {choices.signed(one.cooperation)} / {choices.signed(one.conflict)}"
            if one.cooperation > 0:
                drawn.append(_rect(x + step * 0.14, zero - one.cooperation * a_unit, step * 0.72, one.cooperation * a_unit, "verbal-coop", said))
            if one.conflict < 0:
                drawn.append(_rect(x + step * 0.14, zero, step * 0.72, -one.conflict * a_unit, "material-conf", said))
        if day.day <= 7 and (day.month - 1) % months == 0:
            ticks.append(Tick(x + step / 2, _month_of(day, choices)))
    side = _edge(choices, width)
    labels = [
        text(side, 11, say(choices.language, "cooperation"), _side(choices), "tick verbal-coop"),
        text(side, height - foot - 3, say(choices.language, "conflict"), _side(choices), "tick material-conf"),
    ]
    return svg(
        width,
        height,
        say(choices.language, "series"),
        [_line(0, zero, width, zero, "axis"), *drawn, *labels, *_spaced(ticks, height - 5, width)],
        "dyad",
    )


def heat(days: Sequence[DyadDay], choices: Choices) -> Markup:
    """A calendar: a column a week, a row a weekday, the colour by the mean score, the size by how many acts."""
    if not days:
        return Markup("")
    by_day = {one.day: one for one in days}
    last = dt.date.fromisoformat(days[-1].day)
    start = max(dt.date.fromisoformat(days[0].day), last - dt.timedelta(days=370))
    first = start - dt.timedelta(days=start.weekday())
    columns = (last - first).days // 7 + 1
    cell, head = 17.0, 20.0
    width = cell * max(columns, 53)
    most = max(one.count for one in days)
    drawn, ticks = [], []
    for number in range((last - first).days + 1):
        day = first + dt.timedelta(days=number)
        x = _flip(number // 7 * cell, cell, width, choices)
        y = head + number % 7 * cell
        one = by_day.get(day.isoformat())
        said = f"{written(day.isoformat(), choices)}: {f'{choices.number(one.count)} ({choices.signed(one.score)})' if one else choices.number(0)}"
        if one is None:
            drawn.append(_rect(x + 1.5, y + 1.5, cell - 3, cell - 3, "empty", said))
        else:
            size = (cell - 3) * (0.45 + 0.55 * math.sqrt(one.count / most))
            inset = (cell - size) / 2
            drawn.append(_rect(x + 1.5, y + 1.5, cell - 3, cell - 3, "empty", ""))
            drawn.append(_rect(x + inset, y + inset, size, size, tone(one.score), said))
        if day.day == 1 or number == 0:
            ticks.append(Tick(x + cell / 2, _month_of(day, choices)))
    return svg(width, head + 7 * cell, say(choices.language, "heat"), [*drawn, *_spaced(ticks, 12, width)], "heat")


def tone(score: float) -> str:
    """The colour class of a mean score on PLOVER's scale from -10 to 10."""
    if score >= 4:
        return "material-coop"
    if score > 0:
        return "verbal-coop"
    return "verbal-conf" if score > -5 else "material-conf"


def network(nodes: Sequence[Node], edges: Sequence[Edge], choices: Choices) -> Markup:
    """Who acts toward whom: parties on a circle, the busiest next to whom they deal with most; lines as wide as acts are many."""
    busiest = {node.party.id for node in sorted(nodes, key=lambda node: -node.acts)[:24]}
    seen = sorted((e for e in edges if {e.actor, e.recipient} <= busiest and e.actor != e.recipient), key=lambda e: e.count)[-120:]
    dealing = {end for edge in seen for end in (edge.actor, edge.recipient)}
    order = _round_the_circle([node for node in nodes if node.party.id in dealing], edges)
    if len(order) < 2:
        return Markup("")
    width, height, radius = 900.0, 640.0, 235.0
    middle_x, middle_y = width / 2, height / 2
    spots = {}
    for place, node in enumerate(order):
        angle = 2 * math.pi * place / len(order) - math.pi / 2
        spots[node.party.id] = (middle_x + radius * 1.15 * math.cos(angle), middle_y + radius * math.sin(angle), angle)
    most = max((e.count for e in seen), default=1)
    lines = [_arc(spots[e.actor], spots[e.recipient], (middle_x, middle_y), 0.8 + 6 * math.sqrt(e.count / most), tone(e.score)) for e in seen]
    most_acts = max(node.acts for node in order)
    dots = []
    for node in order:
        x, y, angle = spots[node.party.id]
        name = short(party_name(node, choices))
        size = 5 + 13 * math.sqrt(node.acts / max(1, most_acts))
        away_x, away_y = math.cos(angle) * (size + 9), math.sin(angle) * (size + 13)
        anchor = "middle" if abs(math.cos(angle)) < 0.25 else "start" if math.cos(angle) > 0 else "end"
        dots.append(Markup('<circle cx="{}" cy="{}" r="{}" class="node"><title>{}: {}</title></circle>').format(
            _n(x), _n(y), _n(size), party_name(node, choices), choices.number(node.acts)))  # fmt: skip
        dots.append(text(x + away_x, y + away_y + 5, name, anchor, "label"))
    return svg(width, height, say(choices.language, "network"), [*lines, *dots], "network")


def party_name(node: Node, choices: Choices) -> str:
    """What a node is called in the reader's language."""
    is_code = len(node.party.id) == 3 and node.party.id.isascii() and node.party.id.isupper()
    return country(node.party.id, choices.language) if is_code else named(node.party, choices.language)


def _round_the_circle(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Node]:
    """An order in which who deals much with another stands near."""
    weight: dict[tuple[str, str], int] = {}
    for edge in edges:
        pair = (min(edge.actor, edge.recipient), max(edge.actor, edge.recipient))
        weight[pair] = weight.get(pair, 0) + edge.count
    left, order = list(nodes), list[Node]()
    while left:
        here = order[-1].party.id if order else ""
        nearest = max(left, key=lambda node: (weight.get((min(here, node.party.id), max(here, node.party.id)), 0), node.acts, node.party.id))
        order.append(nearest)
        left.remove(nearest)
    return order


def _arc(start: tuple[float, float, float], end: tuple[float, float, float], middle: tuple[float, float], wide: float, kind: str) -> Markup:
    """A line from one to the other, bent toward the middle, more so to one side so that both directions show."""
    x1, y1, _ = start
    x2, y2, _ = end
    bend_x = (x1 + x2) / 2 * 0.55 + middle[0] * 0.45 + (y2 - y1) * 0.06
    bend_y = (y1 + y2) / 2 * 0.55 + middle[1] * 0.45 - (x2 - x1) * 0.06
    return Markup('<path d="M{} {} Q{} {} {} {}" class="edge {}" stroke-width="{}"/>').format(
        _n(x1), _n(y1), _n(bend_x), _n(bend_y), _n(x2), _n(y2), kind, _n(wide)
    )


def short(words: str, most: int = 26) -> str:
    """A label that fits; the whole stands in its title."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _spaced(ticks: Sequence[Tick], y: float, width: float) -> list[Markup]:
    """The labels that do not run into one another, within the drawing; where two would, that which names a year stays."""
    kept: list[tuple[float, float, str]] = []
    for tick in sorted(ticks, key=lambda tick: not any(letter.isdigit() for letter in tick.text)):
        half = _LETTER / 2 * len(tick.text)
        x = min(max(tick.x, half), width - half)
        if all(abs(x - other) > half + its_half + _LETTER for other, its_half, _ in kept):
            kept.append((x, half, tick.text))
    return [text(x, y, words, "middle", "tick") for x, _, words in kept]


def _month_of(day: dt.date, choices: Choices) -> str:
    name = month_name(day.month, choices)
    return f"{name} {choices.number(day.year)}" if day.month == 1 else name


def _flip(x: float, step: float, width: float, choices: Choices) -> float:
    return x if choices.language == "en" else width - x - step


def _edge(choices: Choices, width: float) -> float:
    return 0.0 if choices.language == "en" else width


def _side(choices: Choices) -> str:
    return "start" if choices.language == "en" else "end"


def _rect(x: float, y: float, width: float, height: float, kind: str, said: str) -> Markup:
    title = f"<title>{escape(said)}</title>" if said else ""
    return Markup(f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="1.5" class="{kind}">{title}</rect>')


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    return Markup('<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>').format(_n(x1), _n(y1), _n(x2), _n(y2), escape(kind))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
