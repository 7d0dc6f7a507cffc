"""Days as whole numbers (proleptic ordinals), and the spans that EDTF dates stand for."""

from __future__ import annotations

import datetime as dt
import re

from rawi.errors import UsageError

ALWAYS = 0  # instead of a month
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def day_of(time: str | None) -> int | None:
    """The ordinal of an ISO day or time; None where it tells no day."""
    if not time:
        return None
    try:
        return dt.date.fromisoformat(time[:10]).toordinal()
    except ValueError:
        return None


def iso(day: int) -> str:
    """An ordinal as an ISO day."""
    return dt.date.fromordinal(day).isoformat()


def asked_day(text: str | None) -> int | None:
    """A day that somebody gives. Raises :class:`UsageError` where it is none."""
    if text is None:
        return None
    day = day_of(text)
    if day is None:
        raise UsageError(f"{text}: not a day; write it as 2025-02-12")
    return day


def span_of(date: str | None) -> tuple[int | None, int | None]:
    """The first and last day of an EDTF date: ``2025-02`` is 1 to 28 February. ``(None, None)`` where it is none."""
    if not date:
        return None, None
    begin, _, end = date.partition("/")
    first, last = _bounds(begin), _bounds(end or begin)
    if first is None or last is None:
        return None, None
    return first[0], max(first[0], last[1])


def month_of(day: int) -> int:
    """The first day of a day's month."""
    return dt.date.fromordinal(max(day, 1)).replace(day=1).toordinal()


def months(since: int | None, until: int | None) -> tuple[int, int]:
    """The first and last month of a span, for tables that are kept by month: all time where neither end is given."""
    if since is None and until is None:
        return ALWAYS, ALWAYS
    return (month_of(since) if since is not None else 1), (month_of(until) if until is not None else 4_000_000)


def monday(day: int) -> int:
    """The Monday of a day's week."""
    return day - (day - 1) % 7


def _bounds(date: str) -> tuple[int, int] | None:
    found = _DAY.fullmatch(date)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    try:
        if day:
            one = dt.date(year, month, day).toordinal()
            return one, one
        first = dt.date(year, month or 1, 1)
        following = dt.date(year + (not month or month == 12), month % 12 + 1 if month else 1, 1)
        return first.toordinal(), following.toordinal() - 1
    except ValueError:
        return None
