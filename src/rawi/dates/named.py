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
    return {(day.month, day.day, fold(word)): date.fromisoformat(day.value) for day in relative().named for word in day.after}


def named_day(reading: Reading, tokens: Tokens) -> date | None:
    """The historic day that an expression without year means after its noun, or ``None``."""
    if reading.hijri or len(reading.days) != 1 or not reading.first:
        return None
    for noun in _nouns(reading, tokens):
        if day := _named().get((reading.month, reading.days[0], noun)):
            return day
    return None


def named_month(reading: Reading, tokens: Tokens) -> bool:
    """Whether a month alone means a historic day: ``هجمات سبتمبر``, ``هجوم أكتوبر``."""
    if reading.days or reading.year or reading.sense or not reading.first:
        return False
    nouns = set(_nouns(reading, tokens))
    return any(month == reading.month and noun in nouns for month, _, noun in _named())


def _nouns(reading: Reading, tokens: Tokens) -> tuple[str, ...]:
    """The word before an expression, as it stands and without one or two clitics."""
    noun = tokens.words[reading.first - 1]
    return noun, noun[1:], noun[2:]
