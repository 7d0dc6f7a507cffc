"""The Umm al-Qura calendar, from 1 Muharram 1343 (1 August 1924) to the end of 1500 (16 November 2077), by
hijridate's tables.

Outside these years there is no agreed table, so nothing is converted: every function gives ``None``.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

FIRST_YEAR, LAST_YEAR = 1343, 1500


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one, or ``None`` where there is no such day in the table."""
    span = month_span(year, month)
    if span is None or not 1 <= day <= (span[1] - span[0]).days + 1:
        return None
    return span[0] + timedelta(days=day - 1)


def from_gregorian(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Hijri calendar, or ``None`` outside the table."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


@cache
def month_span(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month, or ``None`` outside the table."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    from hijridate import Hijri

    start = Hijri(year, month, 1)
    first = date(*start.to_gregorian().datetuple())
    return first, first + timedelta(days=start.month_length() - 1)


def year_span(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year."""
    first, last = month_span(year, 1), month_span(year, 12)
    return (first[0], last[1]) if first and last else None
