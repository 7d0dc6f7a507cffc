"""Years and what is made of them: parts of a year, decades, centuries."""

from __future__ import annotations

from datetime import date

from rawi.dates import hijri
from rawi.dates.grammar import Reading
from rawi.dates.lexicon import calendars
from rawi.dates.value import Context, Value

_CENTURY = 2000
_AHEAD = 10  # years: a year of two digits is at most so far ahead


def year(reading: Reading, context: Context) -> Value | None:
    """A year, said or counted from publication; a Hijri one as its first and last day."""
    if not reading.year:
        return span_of(context.published.year + steps_of(reading)) if context.published and reading.sense else None
    kinds = context.tokens.kinds[reading.first : reading.stop]
    if "K" in kinds:
        return span_of(reading.year)
    if reading.year < 100 and not reading.hijri:
        return span_of(_CENTURY - 100 + reading.year)  # ``حدود عام 67``
    bare = reading.hijri or (context.country in calendars().hijri_first and hijri.FIRST_YEAR <= reading.year <= hijri.LAST_YEAR)
    if not bare:
        return span_of(reading.year)
    span = hijri.year_span(reading.year)
    return Value(*span, "day") if span else None


def years(reading: Reading, context: Context) -> Value | None:
    """``2011-2015``, ``أعوام 2011 و2012``."""
    return span_of(reading.year, reading.last_year) if reading.year < reading.last_year else None


def part_of_year(reading: Reading, context: Context) -> Value | None:
    """``الربع الأول من 2025`` is January to March; ``الأخير`` is the last."""
    whole = year(reading, context)
    which = reading.days[0] if reading.days else reading.count
    if whole is None or whole.precision != "year" or not 1 <= which <= reading.count:
        return None
    months = 12 // reading.count
    first = date(whole.start.year, months * (which - 1) + 1, 1)
    return Value(first, first.replace(month=months * which), "month")


def first_months(reading: Reading, context: Context) -> Value | None:
    """``الأشهر التسعة الأولى من 2022`` is January to September."""
    whole = year(reading, context)
    if whole is None or whole.precision != "year":
        return None
    return Value(whole.start, whole.start.replace(month=reading.count), "month")


def centuries(reading: Reading, context: Context) -> Value | None:
    """``القرنين الثامن عشر والتاسع عشر`` is 1701 to 1900."""
    first, last = reading.days
    return span_of((first - 1) * 100 + 1, last * 100) if first < last else None


def century(reading: Reading, context: Context) -> Value | None:
    """``القرن التاسع عشر`` is 1801 to 1900."""
    start = _century_start(reading, context)
    return span_of(start + 1, start + 100) if start is not None and not reading.hijri else None


def decade(reading: Reading, context: Context) -> Value | None:
    """``ثمانينيات القرن الماضي`` is 1980 to 1989; without a century the twentieth is meant, but for the
    twenties.
    """
    start = _century_start(reading, context)
    if start is None and context.tokens.kinds[reading.first : reading.stop] == "X" and reading.count >= 30:
        start = 1900
    return span_of(start + reading.count, start + reading.count + 9) if start is not None else None


def in_full(year: int, context: Context) -> int:
    """A year of two digits: of this century where it is not far ahead."""
    latest = (context.published.year if context.published else _CENTURY + 70) - _CENTURY + _AHEAD
    return _CENTURY + year if year <= latest else _CENTURY - 100 + year


def steps_of(reading: Reading) -> int:
    """How many months, years or centuries from now ``الماضي``, ``الجاري``, ``المقبل`` mean."""
    return {"past": -reading.steps, "current": 0, "future": reading.steps, None: 0}[reading.sense]


def _century_start(reading: Reading, context: Context) -> int | None:
    if reading.days:
        return (reading.days[0] - 1) * 100
    if reading.sense and context.published:
        return (context.published.year - 1) // 100 * 100 + 100 * steps_of(reading)
    return None


def span_of(first: int, last: int | None = None) -> Value:
    """The years from the first to the last."""
    return Value(date(first, 1, 1), date(last or first, 1, 1), "year")
