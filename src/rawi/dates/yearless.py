"""The year of a yearless day or month: from ``الماضي`` and ``المقبل``, the weekday, the clause's tense and
what was told before.
"""

from __future__ import annotations

from datetime import date

from rawi.dates import hijri
from rawi.dates.grammar import Reading
from rawi.dates.named import named_day
from rawi.dates.tense import Direction, direction
from rawi.dates.value import Context, Value, in_year

_LONG_AGO = 320  # days: a yearless day further back than this, and soon to come, is the one to come
_SOON = 31
_RECENT = 60  # days: within these a yearless day is this year's, whatever year the text told before
_FAR = 300  # days: no clause announces a yearless day so far ahead


def year_of(reading: Reading, context: Context) -> int | None:
    """The year of a day or month, in its own calendar: said, or found from publication, tense and what was
    told before.
    """
    if reading.year:
        return reading.year
    if reading.as_told:
        told = context.told_within(reading.first, 2)
        return told.start.year if told and not reading.hijri else None
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
    reach = 8 if reading.steps > 1 or (reading.month, reading.days) == (2, (29,)) else 1  # 29 February comes every four or eight years
    years = [(year, v) for year in range(this - reach, this + reach + 1) if (v := in_year(reading, year))]
    return _nearest(years, reading, context, published)


def _nearest(years: list[tuple[int, Value]], reading: Reading, context: Context, published: date) -> int | None:
    """The year whose day or month fits publication best."""
    today = published.replace(day=1) if years and years[0][1].precision == "month" else published
    back = [(year, v) for year, v in years if v.start <= today]
    ahead = [(year, v) for year, v in years if v.start > today]
    if not back or not ahead:
        return back[-1][0] if back else None
    if reading.sense == "past":
        return [year for year, v in back if v.end < today or (reading.hijri and not reading.days)][-reading.steps]
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
        return coming <= _FAR
    if sense == "past":
        return behind > _LONG_AGO and coming <= _SOON
    return coming < behind if coming <= _RECENT or not behind_is_this_year else False


def _carried_year(reading: Reading, context: Context, today: date, behind: int) -> int | None:
    """The year that the text told just before: ``في 3 فيفري 2016 … وفي أفريل``. Not where the day is as near
    as publication.
    """
    told = context.told_within(reading.first, 2)
    if told is None or not context.told_year or behind <= _RECENT or (today - told.start).days <= _RECENT or reading.hijri:
        return None
    for year in (told.start.year, told.start.year + 1):
        value = in_year(reading, year)
        if value and value.precision in (told.precision, "month") and told.start <= value.start <= today:
            return year
    return None
