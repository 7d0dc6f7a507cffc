"""Days that their name alone fixes: ``هجمات 11 سبتمبر`` is 2001 in whatever year it is written."""

from __future__ import annotations

from datetime import date
from functools import cache

from rawi.arabic.letters import fold
from rawi.dates.grammar import Reading
from rawi.dates.lexicon import relative
from rawi.dates.tokens import Tokens


@cache
def _named() -> dict[tuple[int, int, str], date]:
    return {
        (day.month, day.day, fold(word)): date.fromisoformat(day.value)
        for day in relative().named
        for word in day.after
    }


def named_day(reading: Reading, tokens: Tokens) -> date | None:
    """The historic day that an expression without year means after its noun, or ``None``."""
    if reading.hijri or len(reading.days) != 1 or not reading.first:
        return None
    noun = tokens.words[reading.first - 1]
    for word in (noun, noun[1:], noun[2:]):
        if day := _named().get((reading.month, reading.days[0], word)):
            return day
    return None
