"""The Umm al-Qura calendar, from 1 Muharram 1343 (1 August 1924) to the end of 1500 (16 November 2077), by
hijridate's tables.

Outside these years there is no agreed table, so nothing is converted: every function gives ``None``.
"""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 1343, 1500


def to_gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one, or ``None`` where there is no such day in the table."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def from_gregorian(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Hijri calendar, or ``None`` outside the table."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


def month_span(year: int, month: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri month."""
    start = to_gregorian(year, month, 1)
    after = to_gregorian(year + month // 12, month % 12 + 1, 1)
    if start is None:
        return None
    if after is None:
        last = to_gregorian(year, month, 30) or to_gregorian(year, month, 29)
        return (start, last) if last else None
    return start, after - timedelta(days=1)


def year_span(year: int) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year."""
    first, last = month_span(year, 1), month_span(year, 12)
    return (first[0], last[1]) if first and last else None
