"""The value of an expression, worked out from its words, the day of publication and the text before it.

What cannot be known is not guessed: without a day of publication, relative expressions have no value and are
not returned.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from rawi.dates import years
from rawi.dates.grammar import Reading
from rawi.dates.lexicon import calendars
from rawi.dates.tense import direction
from rawi.dates.value import Context, Value, day_of, in_year, one_day
from rawi.dates.yearless import year_of

_FRESH = 7  # days: a speech as old as this is still reported
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    if reading.rule == "two-digit-year":
        reading = replace(reading, year=years.in_full(reading.year, context))
    if not reading.month:
        reading = _ordered(reading, context)
    if reading.other and not reading.year:
        return _by_other_calendar(reading, reading.other, context)
    year = year_of(reading, context)
    if year is None:
        return None
    value = in_year(reading, year)
    return _checked(value, reading, context) if value else None


def _ordered(reading: Reading, context: Context) -> Reading:
    """Numbers of a numeric date told apart: day first but for the countries of ``month_first``, and where
    only one order fits.
    """
    first, second = reading.days
    day, month = (second, first) if _year_first(reading, context) else (first, second)
    if not _year_first(reading, context) and context.country in calendars().month_first:
        day, month = month, day
    unsure = day <= 12 and month <= 12 and day != month and not _year_first(reading, context)
    if unsure and reading.weekday and reading.year and not reading.hijri:
        swapped = date(reading.year, day, month).isoweekday() == reading.weekday
        unsure = not swapped and date(reading.year, month, day).isoweekday() != reading.weekday
        day, month = (month, day) if swapped and not unsure else (day, month)
    if month > 12:
        day, month = month, day
    return replace(reading, days=(day,), month=month, ambiguous=unsure)


def _year_first(reading: Reading, context: Context) -> bool:
    return "Y" in context.tokens.kinds[reading.first : reading.stop][:2]


def _by_other_calendar(reading: Reading, other: Reading, context: Context) -> Value | None:
    """``5 صفر 1446هـ الموافق 9 أغسطس``: the other calendar tells the year."""
    value = resolve(replace(other, rule="day-month"), context)
    if value is None:
        return None
    near = (value.start.year - 1, value.start.year, value.start.year + 1)
    found = [v for year in near if (v := in_year(reading, year))]
    return min(found, key=lambda v: abs(v.start - value.start), default=None)


def _checked(value: Value, reading: Reading, context: Context) -> Value:
    """The value with a warning where the text contradicts itself or can be read otherwise."""
    day, note = value.start, value.note
    if reading.weekday and value.precision == "day" and day.isoweekday() != reading.weekday:
        said, is_a = _WEEK[reading.weekday - 1], _WEEK[day.isoweekday() - 1]
        note = f"contradiction: the text says {said}, {day} is a {is_a}"
    elif reading.other and (other := _alone(reading.other, context)):
        if abs((other.start - day).days) > 2:
            note = f"contradiction: the Hijri date is {other.edtf()}, the Gregorian {value.edtf()}"
    elif reading.ambiguous:
        order = "month" if context.country in calendars().month_first else "day"
        note = f"ambiguous: read with the {order} first"
    return value._replace(note=note) if note else value


def _alone(reading: Reading, context: Context) -> Value | None:
    return _RULES[reading.rule](reading, context) if reading.year else None


def _relative(reading: Reading, context: Context) -> Value | None:
    """``اليوم``, ``أمس الثلاثاء``: counted from publication; a weekday one day off decides (articles of the
    small hours).
    """
    if context.published is None or reading.offset is None:
        return None
    spoken = _spoken_on(reading, context) if reading.offset == 0 else None
    day = (spoken or context.published) + timedelta(days=reading.offset)
    if not reading.weekday or day.isoweekday() == reading.weekday:
        return one_day(day)
    for shift in (-1, 1):
        near = day + timedelta(days=shift)
        if near.isoweekday() == reading.weekday:
            return one_day(near, f"the weekday decides: publication says {day}")
    return _checked(Value(day, day, "day"), reading, context)


def _spoken_on(reading: Reading, context: Context) -> date | None:
    """``وقال أمس: «نوقع اليوم اتفاقا»``: in a quotation today is the day of the speech, where the text has just told it."""
    published, told = context.published, context.told_within(reading.first, 1)
    if published is None or told is None or told.precision != "day" or told.start != told.end or not context.in_quotes(reading.first):
        return None
    return told.start if 0 < (published - told.start).days <= _FRESH else None


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
        shift = ahead if _looks_ahead(reading, context, published) else -back
    return one_day(published + timedelta(days=shift))


def _looks_ahead(reading: Reading, context: Context, published: date) -> bool:
    """Whether the clause looks ahead, or without a cue the day just told is still to come: ``غدا … ويوم الأحد``."""
    sense = direction(context.tokens, reading.first, reading.stop)
    told = context.told_within(reading.first, 0)
    return sense == "future" or (sense is None and told is not None and told.precision == "day" and told.start > published)


def _weekdays(reading: Reading, context: Context) -> Value | None:
    """``يومي السبت والأحد``, ``ليل السبت/الأحد``: from the first to the last, both ahead or both behind."""
    first = _weekday(reading, context)
    last = _weekday(replace(reading, weekday=reading.last_weekday), context)
    if first is None or last is None or context.published is None:
        return None
    stretch = timedelta(days=(reading.last_weekday - reading.weekday) % 7)
    if first.start > context.published:
        return first._replace(end=first.start + stretch)
    return last._replace(start=last.end - stretch)


def _this_month(reading: Reading, context: Context) -> Value | None:
    """``هذا الشهر``, ``الشهر الماضي``, and ``25 من الشهر الجاري``."""
    told = context.told_within(reading.first, 1) if reading.as_told else None
    base = (told.start if told and told.precision != "year" else None) if reading.as_told else context.published
    if base is None:
        return None
    month = _months_from(base, years.steps_of(reading))
    if not reading.days:
        return Value(month, month, "month")
    first, last = (day_of(month.year, month.month, reading.days[at], False) for at in (0, -1))
    return _checked(Value(first, last, "day"), reading, context) if first and last and first <= last else None


def _months_from(day: date, shift: int) -> date:
    month = day.year * 12 + day.month - 1 + shift
    return date(month // 12, month % 12 + 1, 1)


def _ago(reading: Reading, context: Context) -> Value | None:
    """``قبل ثلاثة أيام``; of months and years the month and the year."""
    if context.published is None or reading.count > 1000:
        return None
    if reading.unit == "day":
        return one_day(context.published - timedelta(days=reading.count))
    if reading.unit == "month":
        month = _months_from(context.published, -reading.count)
        return Value(month, month, "month")
    return years.span_of(context.published.year - reading.count)


def _after_that(reading: Reading, context: Context) -> Value | None:
    """``بعد يومين من ذلك``, ``في اليوم التالي``: counted from a day told in this or the sentence before, else
    unknown.
    """
    told = context.told_within(reading.first, 1)
    if told is None or told.precision != "day" or told.start != told.end or not reading.count:
        return None
    return one_day(told.start + timedelta(days=reading.count))


def ends(reading: Reading) -> tuple[Reading, Reading]:
    """The two ends of a range, each as it stands by itself."""
    assert reading.until
    return replace(reading, until=None, rule=_plain(reading), stop=reading.until.first - 1), reading.until


def _range(reading: Reading, context: Context) -> Value | None:
    """From the first to the last; a start without year takes it from the end."""
    first, last = ends(reading)
    end = resolve(last, context)
    if first.month and not first.year and end and first.hijri == last.hijri and (last.year or not first.hijri):
        year = last.year if last.hijri else end.end.year
        start = in_year(first, year)
        if start and start.start > end.end:
            start = in_year(first, year - 1)
    else:
        start = resolve(first, context)
    if start and end and start.start > end.end and last.weekday and not last.sense:
        end = one_day(end.end + timedelta(days=7))  # ``من الأحد إلى الخميس``
    if start and end and start.precision == "day" and end.precision == "month":
        end = one_day(_months_from(end.end, 1) - timedelta(days=1))  # ``من أول يوليو حتى نهاية ديسمبر``
    if not start or not end or start.start > end.end or start.precision != end.precision:
        return None
    return Value(start.start, end.end, end.precision)


def _plain(reading: Reading) -> str:
    """The rule of a range's start by itself."""
    if reading.month or reading.days:
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
    "days-of-month": _this_month,
    "this-month": _this_month,
    "years": years.years,
    "year": years.year,
    "decade": years.decade,
    "part-of-year": years.part_of_year,
    "first-months": years.first_months,
    "two-digit-year": _calendar,
    "centuries": years.centuries,
    "century": years.century,
    "weekdays": _weekdays,
    "weekday": _weekday,
    "next-day": lambda reading, context: _after_that(replace(reading, count=1), context),
    "today": _relative,
    "relative-day": _relative,
    "tonight": _relative,
    "after-that": _after_that,
    "ago": _ago,
}
