"""The value of an expression: words, the day of publication and the text before it, worked out as EDTF level 0.

What cannot be known is not guessed: without a day of publication, relative expressions have no value and are not returned.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from rawi.dates import hijri
from rawi.dates.grammar import Reading
from rawi.dates.lexicon import calendars
from rawi.dates.named import named_day
from rawi.dates.tense import Direction, direction
from rawi.dates.tokens import Tokens

Precision = Literal["day", "month", "year"]
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LONG_AGO = 320  # days: a yearless day further back than this, and soon to come, is the one to come
_SOON = 31
_RECENT = 60  # days: within these a yearless day is this year's, whatever year the text told before


class Value(NamedTuple):
    """First and last day of what an expression fixes, how exactly, and a warning."""

    start: date
    end: date
    precision: Precision
    note: str | None = None

    def edtf(self) -> str:
        """EDTF level 0: ``2025-02-12``, ``2025-02``, ``2025``, or ``start/end`` at the precision given."""
        first, last = _written(self.start, self.precision), _written(self.end, self.precision)
        return first if first == last else f"{first}/{last}"


def _written(day: date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def _day(day: date | None, note: str | None = None) -> Value | None:
    return Value(day, day, "day", note) if day else None


class Context(msgspec.Struct):
    """What is known where an expression stands: publication, country, and the last day told before, with its token."""

    tokens: Tokens
    published: date | None
    country: str | None
    told: Value | None = None
    told_at: int = -1
    told_year: bool = False  # whether the text itself gave the year of what was last told

    def remember(self, reading: Reading, value: Value) -> None:
        """Keep the value of an expression for those after it."""
        self.told, self.told_at = value, reading.stop
        self.told_year = bool(reading.year or reading.year_sense)

    def told_within(self, at: int, sentence_ends: int) -> Value | None:
        """What was last told in this paragraph, at most so many sentence ends before token ``at``."""
        between = self.tokens.kinds[self.told_at : at] if self.told else "\n"
        return None if "\n" in between or between.count(".") > sentence_ends else self.told


def resolve(reading: Reading, context: Context) -> Value | None:
    """The value of a reading, or ``None`` where it has none that is certain."""
    try:
        if reading.until:
            return _range(reading, context)
        return _RULES[reading.rule](reading, context)
    except (ValueError, OverflowError):  # 31 February; the year 0
        return None


def _calendar(reading: Reading, context: Context) -> Value | None:
    """An expression with a month: a day, several days or the month."""
    if reading.rule in ("numeric", "short-numeric"):
        reading = _ordered(reading, context)
    if reading.other and not reading.year:
        return _by_other_calendar(reading, reading.other, context)
    year = _year_of(reading, context)
    if year is None:
        return None
    value = _in_year(reading, year)
    return _checked(value, reading, context) if value else None


def _ordered(reading: Reading, context: Context) -> Reading:
    """Numbers of a numeric date told apart: day first but for the countries of ``month_first``, and where only one order fits."""
    first, second = reading.days
    day, month = (second, first) if _year_first(reading, context) else (first, second)
    if not _year_first(reading, context) and context.country in calendars().month_first:
        day, month = month, day
    unsure = day <= 12 and month <= 12 and day != month and not _year_first(reading, context)
    if month > 12:
        day, month = month, day
    is_hijri = reading.hijri or hijri.FIRST_YEAR <= reading.year <= hijri.LAST_YEAR
    return replace(reading, days=(day,), month=month, hijri=is_hijri, ambiguous=unsure)


def _year_first(reading: Reading, context: Context) -> bool:
    return "Y" in context.tokens.kinds[reading.first : reading.stop][:2]


def _in_year(reading: Reading, year: int) -> Value | None:
    """The expression's days or month in a year of its calendar."""
    if reading.days:
        ends = [_date(year, reading.month, day, reading.hijri) for day in (reading.days[0], reading.days[-1])]
        start, end = ends
        return Value(start, end, "day") if start and end and start <= end else None
    if reading.hijri:
        span = hijri.month_span(year, reading.month)
        return Value(*span, "day") if span else None
    first = date(year, reading.month, 1)
    return Value(first, first, "month")


def _date(year: int, month: int, day: int, is_hijri: bool) -> date | None:
    if is_hijri:
        return hijri.to_gregorian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by_other_calendar(reading: Reading, other: Reading, context: Context) -> Value | None:
    """``5 صفر 1446هـ الموافق 9 أغسطس``: the other calendar tells the year."""
    value = resolve(replace(other, rule="day-month"), context)
    if value is None:
        return None
    years = (value.start.year - 1, value.start.year, value.start.year + 1)
    found = [v for year in years if (v := _in_year(reading, year))]
    return min(found, key=lambda v: abs(v.start - value.start), default=None)


def _checked(value: Value, reading: Reading, context: Context) -> Value:
    """The value with a warning where the text contradicts itself or can be read otherwise."""
    day, note = value.start, value.note
    if reading.weekday and value.precision == "day" and day.isoweekday() != reading.weekday:
        note = f"contradiction: the text says {_WEEK[reading.weekday - 1]}, {day} is a {_WEEK[day.isoweekday() - 1]}"
    elif reading.ambiguous:
        order = "month" if context.country in calendars().month_first else "day"
        note = f"ambiguous: read with the {order} first"
    elif reading.other and (other := _alone(reading.other, context)) and abs((other.start - day).days) > 2:
        note = f"contradiction: the Hijri date is {other.edtf()}, the Gregorian {value.edtf()}"
    return value._replace(note=note)


def _alone(reading: Reading, context: Context) -> Value | None:
    return _RULES[reading.rule](reading, context) if reading.year else None


def _year_of(reading: Reading, context: Context) -> int | None:
    """The year of a day or month, in its own calendar: said, or found from publication, tense and what was told before."""
    if reading.year:
        return reading.year
    published = context.published
    today = published and (hijri.from_gregorian(published) if reading.hijri else (published.year, 0, 0))
    if not published or not today:
        return None
    this = today[0]
    if reading.year_sense:
        return this + {"past": -1, "current": 0, "future": 1}[reading.year_sense]
    if reading.sense == "current":
        return this
    if (named := named_day(reading, context.tokens)) is not None:
        return named.year
    years = [(year, v) for year in range(this - 3, this + 3) if (v := _in_year(reading, year))]
    return _nearest(years, reading, context, published)


def _nearest(years: list[tuple[int, Value]], reading: Reading, context: Context, published: date) -> int | None:
    """The year whose day or month fits publication best."""
    today = published.replace(day=1) if years and years[0][1].precision == "month" else published
    back = [(year, v) for year, v in years if v.start <= today]
    ahead = [(year, v) for year, v in years if v.start > today]
    if not back or not ahead:
        return None
    if reading.sense == "past":
        return [year for year, v in back if v.end < today or reading.hijri and not reading.days][-reading.steps]
    if reading.sense == "future":
        return ahead[reading.steps - 1][0]
    behind, coming = (today - back[-1][1].start).days, (ahead[0][1].start - today).days
    if reading.weekday and not reading.other:
        fitting = [y for y, v in (back[-1], ahead[0]) if v.start.isoweekday() == reading.weekday]
        if len(fitting) == 1 and min(behind, coming) > 7:
            return fitting[0]
    sense = direction(context.tokens, reading.first, reading.stop)
    if sense != "future" and (carried := _carried_year(reading, context, today, behind)):
        return carried
    return ahead[0][0] if _is_ahead(sense, behind, coming, back[-1][0] == _this_year(reading, today)) else back[-1][0]


def _this_year(reading: Reading, today: date) -> int:
    converted = hijri.from_gregorian(today) if reading.hijri else None
    return converted[0] if converted else today.year


def _is_ahead(sense: Direction | None, behind: int, coming: int, behind_is_this_year: bool) -> bool:
    """Whether a yearless day is the one to come, by the clause's tense and by which is near."""
    if behind == 0:
        return False
    if sense == "future":
        return behind <= 7 and coming > 300 and False or coming <= 300
    if sense == "past":
        return behind > _LONG_AGO and coming <= _SOON
    return coming < behind if coming <= _RECENT or not behind_is_this_year else False


def _carried_year(reading: Reading, context: Context, today: date, behind: int) -> int | None:
    """The year that the text told just before: ``في 3 فيفري 2016 … وفي أفريل``. Not where the day is as near as publication."""
    told = context.told_within(reading.first, 2)
    if told is None or not context.told_year or behind <= _RECENT or (today - told.start).days <= _RECENT or reading.hijri:
        return None
    for year in (told.start.year, told.start.year + 1):
        value = _in_year(reading, year)
        if value and value.precision in (told.precision, "month") and told.start <= value.start <= today:
            return year
    return None


def _relative(reading: Reading, context: Context) -> Value | None:
    """``اليوم``, ``أمس الثلاثاء``: counted from publication; a weekday one day off decides (articles of the small hours)."""
    if context.published is None or reading.offset is None:
        return None
    day = context.published + timedelta(days=reading.offset)
    if not reading.weekday or day.isoweekday() == reading.weekday:
        return _day(day)
    for shift in (-1, 1):
        near = day + timedelta(days=shift)
        if near.isoweekday() == reading.weekday:
            return _day(near, f"the weekday decides: publication says {day}")
    return _checked(Value(day, day, "day"), reading, context)


def _weekday(reading: Reading, context: Context) -> Value | None:
    """``السبت``: the last one up to publication, or the next where the clause looks ahead."""
    published = context.published
    if published is None:
        return None
    back = (published.isoweekday() - reading.weekday) % 7
    ahead = (reading.weekday - published.isoweekday()) % 7
    if reading.sense == "past":
        shift = -(back or 7) - 7 * (reading.steps - 1)
    elif reading.sense == "future":
        shift = (ahead or 7) + 7 * (reading.steps - 1)
    else:
        shift = ahead if direction(context.tokens, reading.first, reading.stop) == "future" else -back
    return _day(published + timedelta(days=shift))


def _weekdays(reading: Reading, context: Context) -> Value | None:
    """``يومي السبت والأحد``, ``ليل السبت/الأحد``: from the first to the last."""
    last = _weekday(replace(reading, weekday=reading.last_weekday), context)
    if last is None:
        return None
    days = (reading.last_weekday - reading.weekday) % 7
    return last._replace(start=last.end - timedelta(days=days))


def _this_month(reading: Reading, context: Context) -> Value | None:
    """``هذا الشهر``, ``الشهر الماضي``, and ``25 من الشهر الجاري``."""
    if context.published is None:
        return None
    shift = _steps(reading)
    month = _months_from(context.published, shift)
    if not reading.days:
        return Value(month, month, "month")
    value = _day(_date(month.year, month.month, reading.days[0], False))
    return _checked(value, reading, context) if value else None


def _steps(reading: Reading) -> int:
    return {"past": -reading.steps, "current": 0, "future": reading.steps, None: 0}[reading.sense]


def _months_from(day: date, shift: int) -> date:
    month = day.year * 12 + day.month - 1 + shift
    return date(month // 12, month % 12 + 1, 1)


def _year(reading: Reading, context: Context) -> Value | None:
    if not reading.year:
        return _year_span(context.published.year + _steps(reading)) if context.published and reading.sense else None
    bare = reading.hijri or (context.country in calendars().hijri_first and hijri.FIRST_YEAR <= reading.year <= hijri.LAST_YEAR)
    if not bare:
        return _year_span(reading.year)
    span = hijri.year_span(reading.year)
    return Value(*span, "day") if span else None


def _year_span(first: int, last: int | None = None) -> Value:
    return Value(date(first, 1, 1), date(last or first, 1, 1), "year")


def _years(reading: Reading, context: Context) -> Value | None:
    return _year_span(reading.year, reading.last_year) if reading.year < reading.last_year else None


def _century(reading: Reading, context: Context) -> Value | None:
    """``القرن التاسع عشر`` is 1801 to 1900."""
    start = _century_start(reading, context)
    return _year_span(start + 1, start + 100) if start is not None and not reading.hijri else None


def _decade(reading: Reading, context: Context) -> Value | None:
    """``ثمانينيات القرن الماضي`` is 1980 to 1989; without a century the twentieth is meant, but for the twenties."""
    start = _century_start(reading, context)
    if start is None and context.tokens.kinds[reading.first : reading.stop] == "X" and reading.count >= 30:
        start = 1900
    return _year_span(start + reading.count, start + reading.count + 9) if start is not None else None


def _century_start(reading: Reading, context: Context) -> int | None:
    if reading.days:
        return (reading.days[0] - 1) * 100
    if reading.sense and context.published:
        return (context.published.year - 1) // 100 * 100 + 100 * _steps(reading)
    return None


def _ago(reading: Reading, context: Context) -> Value | None:
    """``قبل ثلاثة أيام``; of months and years the month and the year."""
    if context.published is None or reading.count > 1000:
        return None
    if reading.unit == "day":
        return _day(context.published - timedelta(days=reading.count))
    if reading.unit == "month":
        month = _months_from(context.published, -reading.count)
        return Value(month, month, "month")
    return _year_span(context.published.year - reading.count)


def _after_that(reading: Reading, context: Context) -> Value | None:
    """``بعد يومين من ذلك``, ``في اليوم التالي``: counted from a day told in this or the sentence before, else unknown."""
    told = context.told_within(reading.first, 1)
    if told is None or told.precision != "day" or told.start != told.end or not reading.count:
        return None
    return _day(told.start + timedelta(days=reading.count))


def ends(reading: Reading) -> tuple[Reading, Reading]:
    """The two ends of a range, each as it stands by itself."""
    assert reading.until
    return replace(reading, until=None, rule=_plain(reading), stop=reading.until.first - 1), reading.until


def _range(reading: Reading, context: Context) -> Value | None:
    """From the first to the last; a start without year takes it from the end."""
    first, last = ends(reading)
    end = resolve(last, context)
    if first.month and not first.year and not first.hijri and end:
        start = _in_year(first, end.end.year)
        if start and start.start > end.end:
            start = _in_year(first, end.end.year - 1)
    else:
        start = resolve(first, context)
    if not start or not end or start.start > end.end or start.precision != end.precision:
        return None
    return Value(start.start, end.end, end.precision)


def _plain(reading: Reading) -> str:
    """The rule of a range's start by itself."""
    if reading.month:
        return "day-month"
    if reading.offset is not None:
        return "today"
    return "weekday" if reading.weekday else "year"


_RULES: dict[str, Callable[[Reading, Context], Value | None]] = {
    "numeric": _calendar,
    "short-numeric": _calendar,
    "day-month": _calendar,
    "month-day": _calendar,
    "days": _calendar,
    "month": _calendar,
    "month-number": _calendar,
    "two-calendars": _calendar,
    "day-of-month": _this_month,
    "this-month": _this_month,
    "years": _years,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "weekdays": _weekdays,
    "weekday": _weekday,
    "next-day": lambda reading, context: _after_that(replace(reading, count=1), context),
    "today": _relative,
    "relative-day": _relative,
    "tonight": _relative,
    "after-that": _after_that,
    "ago": _ago,
}
