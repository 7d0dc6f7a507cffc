"""Two days or years named together that are no stretch: ``يومي 14 و30 أبريل``, ``عامي 2006 و2014``.

Neighbours (``يومي 4 و5 جوان``) stay one range, and so does whatever ``بين`` or ``إلى`` spans.
"""

from __future__ import annotations

from msgspec.structs import replace

from rawi.dates.grammar import Reading
from rawi.dates.tokens import Tokens

_LISTS = {"days": "nocl", "days-of-month": "nocl", "weekdays": "W", "years": "Y"}  # rule: the kinds of what it lists
_ALONE = {"days": "day-month", "days-of-month": "day-of-month", "weekdays": "weekday", "years": "year"}


def apart(reading: Reading, tokens: Tokens) -> list[Reading]:
    """The reading itself, or its two halves where it names two that are no neighbours."""
    kinds = tokens.kinds[reading.first : reading.stop]
    listed = _LISTS.get(reading.rule)
    if listed is None or "&" not in kinds or any(mark in kinds for mark in "t-/") or _between(reading, tokens):
        return [reading]
    places = [reading.first + at for at, kind in enumerate(kinds) if kind in listed]
    if reading.rule == "years":
        gap = reading.last_year - reading.year
    elif reading.rule == "weekdays":
        gap = (reading.last_weekday - reading.weekday) % 7
    else:
        places = places[: len(reading.days)]
        gap = reading.days[-1] - reading.days[0]
    return [reading] if len(places) != 2 or gap == 1 else _halves(reading, places[0], places[1])


def _between(reading: Reading, tokens: Tokens) -> bool:
    return tokens.kinds[max(0, reading.first - 1) : reading.first] == "b"


def _halves(reading: Reading, first: int, second: int) -> list[Reading]:
    """Each half with its own number, and the month, year or modifier that both share."""
    rule = _ALONE[reading.rule]
    left = replace(reading, rule=rule, stop=first + 1, days=reading.days[:1])
    right = replace(
        reading,
        rule=rule,
        first=second,
        days=reading.days[1:],
        weekday=reading.last_weekday if rule == "weekday" else 0,
        year=reading.last_year if rule == "year" else reading.year,
    )
    return [left, right]
