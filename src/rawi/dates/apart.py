"""Days or years named together that are no stretch: ``يومي 14 و30 أبريل``, ``عامي 2006 و2014``, ``أيام 5 و12 و19 ماي``.

Neighbours (``يومي 4 و5 جوان``) stay one range, and so does whatever ``بين`` or ``إلى`` spans.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from rawi.dates.grammar import Reading
from rawi.dates.tokens import Tokens

_LISTS = {"days": "nocl", "days-of-month": "nocl", "weekdays": "W", "years": "Y"}  # rule: the kinds of what it lists
_ALONE = {"days": "day-month", "days-of-month": "day-of-month", "weekdays": "weekday", "years": "year"}


def apart(reading: Reading, tokens: Tokens) -> list[Reading]:
    """The reading itself, or its parts where it names several that are no neighbours."""
    kinds = tokens.kinds[reading.first : reading.stop]
    listed = _LISTS.get(reading.rule)
    if listed is None or "&" not in kinds or any(mark in kinds for mark in "t-/") or _between(reading, tokens):
        return [reading]
    places = [reading.first + at for at, kind in enumerate(kinds) if kind in listed]
    if listed == "nocl":
        places = places[: len(reading.days)]
    said = [tokens.value(at).number for at in places]
    steps = [(after - before) % 7 if listed == "W" else after - before for before, after in pairwise(said)]
    return [reading] if all(step == 1 for step in steps) else _parts(reading, tokens, places)


def _between(reading: Reading, tokens: Tokens) -> bool:
    return tokens.kinds[max(0, reading.first - 1) : reading.first] == "b"


def _parts(reading: Reading, tokens: Tokens, places: list[int]) -> list[Reading]:
    """Each part with its own number and weekday, and the month, year or modifier that all share."""
    rule = _ALONE[reading.rule]
    parts = []
    for place in places:
        number = tokens.value(place).number
        named = tokens.kinds[place - 1 : place] == "W"  # ``الأحد 5 والخميس 9 مايو``
        part = replace(
            reading,
            rule=rule,
            first=reading.first if place == places[0] else place - named,
            stop=reading.stop if place == places[-1] else place + 1,
            days=(number,) if reading.days else (),
            weekday=number if rule == "weekday" else tokens.value(place - 1).number if named else 0,
            year=number if rule == "year" else reading.year,
        )
        parts.append(part)
    return parts
