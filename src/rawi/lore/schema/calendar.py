"""What files of calendars and relative dates may say."""

from __future__ import annotations

from typing import Literal

import msgspec

from rawi.lore.schema.entry import Entry


class DateExample(Entry):
    """A sentence and the date expression in it. ``found`` absent: it holds none. ``published`` is a Wednesday."""

    text: str
    found: str | None = None
    value: str | None = None
    published: str = "2025-02-12"


class MonthNames(Entry):
    """One Gregorian month in its four namings. ``weak`` names also mean something else."""

    number: int
    levantine: tuple[str, ...]
    gulf: tuple[str, ...]
    tunisian: tuple[str, ...]
    moroccan: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None
    also: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class NumberedNames(Entry):
    """A Hijri month (1 is Muharram) or a weekday (ISO: 1 is Monday, without article) and its names."""

    number: int
    names: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None


class Era(Entry):
    """What marks a year as Hijri or Gregorian."""

    calendar: Literal["gregorian", "hijri"]
    names: tuple[str, ...]
    example: DateExample


class ZoneNames(Entry):
    """What stands after ``بتوقيت`` and the IANA zone that it means; ``local`` where only the place knows."""

    zone: str
    names: tuple[str, ...]


class Calendars(Entry):
    """Months, weekdays, eras, zones, and the countries (ISO 3166-1 alpha-3) that read numeric dates another way."""

    month_first: tuple[str, ...]
    hijri_first: tuple[str, ...]
    month: tuple[MonthNames, ...]
    hijri: tuple[NumberedNames, ...]
    weekday: tuple[NumberedNames, ...]
    era: tuple[Era, ...]
    zone: tuple[ZoneNames, ...]


class RelativeDay(Entry):
    """Words for a day counted from the day of publication."""

    offset: int
    words: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None


class DateModifier(Entry):
    """``الماضي``, ``الجاري``, ``المقبل``: which one is meant, ``steps`` back or forth."""

    sense: Literal["past", "current", "future"]
    words: tuple[str, ...]
    example: DateExample
    steps: int = 1


class DateUnit(Entry):
    """Words for days, months, years; ``count`` is what a dual or a singular says by itself."""

    unit: Literal["day", "month", "year"]
    words: tuple[str, ...]
    count: int | None = None
    example: DateExample | None = None
    not_example: DateExample | None = None


class Decade(Entry):
    """``ثمانينيات``: its first year within the century."""

    start: int
    words: tuple[str, ...]
    example: DateExample | None = None
    not_example: DateExample | None = None


class YearPart(Entry):
    """``الربع``, ``النصف``: how many of them make a year."""

    count: int
    words: tuple[str, ...]
    example: DateExample
    not_example: DateExample | None = None


class DateWords(Entry):
    """Words that frame a date: ``يوم``, ``شهر``, ``عام``, ``مطلع``, ``من … إلى`` …"""

    day: tuple[str, ...]
    this_day: tuple[str, ...]
    two_days: tuple[str, ...]
    days: tuple[str, ...]
    month: tuple[str, ...]
    the_month: tuple[str, ...]
    months: tuple[str, ...]
    the_months: tuple[str, ...]
    year: tuple[str, ...]
    years: tuple[str, ...]
    this: tuple[str, ...]
    position: tuple[str, ...]
    ends: tuple[str, ...]
    first_day: tuple[str, ...]
    last: tuple[str, ...]
    article: tuple[str, ...]
    tonight: tuple[str, ...]
    part_of_day: tuple[str, ...]
    part: tuple[str, ...]
    century: tuple[str, ...]
    centuries: tuple[str, ...]
    from_: tuple[str, ...] = msgspec.field(name="from")
    until: tuple[str, ...]
    between: tuple[str, ...]
    in_: tuple[str, ...] = msgspec.field(name="in")
    on: tuple[str, ...]
    since: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    that: tuple[str, ...]
    next_day: tuple[str, ...]
    same: tuple[str, ...]
    of_it: tuple[str, ...]
    corresponding: tuple[str, ...]


class NotDates(Entry):
    """Neighbours that make of a date word something else: a prayer, a newspaper, a square, a count."""

    today_after: tuple[str, ...]
    today_before: tuple[str, ...]
    weekday_after: tuple[str, ...]
    weekday_before: tuple[str, ...]
    heads: tuple[str, ...]
    year_after: tuple[str, ...]
    year_before: tuple[str, ...]
    year_heads: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet_words: tuple[str, ...]
    starting: tuple[str, ...]
    rates: tuple[str, ...]
    verbs_too: tuple[str, ...]
    every: tuple[str, ...]
    scores_too: tuple[str, ...]
    before_christ: tuple[str, ...]
    birth_of_christ: tuple[str, ...]
    fractions: tuple[str, ...]
    ages: tuple[str, ...]
    with_madda: tuple[str, ...]


class TenseCues(Entry):
    """Words before a bare weekday or yearless day that tell whether it is behind or ahead."""

    future: tuple[str, ...]
    planned: tuple[str, ...]
    past: tuple[str, ...]
    told: tuple[str, ...]
    not_future: tuple[str, ...]


class NamedDay(Entry):
    """A day of the year that, after certain nouns, means one day of history."""

    text: str
    month: int
    day: int
    after: tuple[str, ...]
    value: str
    example: DateExample


class SameDay(Entry):
    """Phrases that mean the day of what was just told."""

    phrases: tuple[str, ...]
    example: DateExample


class Week(Entry):
    """Phrases for a week, so many weeks from that of publication; an example's value is the week's month."""

    weeks: int
    words: tuple[str, ...]
    example: DateExample


class Spans(Entry):
    """Stretches of time that fix no date: units, the counted days, and what stands behind or before them."""

    units: tuple[str, ...]
    days: tuple[str, ...]
    two_days: tuple[str, ...]
    few: tuple[str, ...]
    past: tuple[str, ...]
    ahead: tuple[str, ...]
    earlier: tuple[str, ...]
    ago: tuple[str, ...]
    about: tuple[str, ...]
    ago_weeks: dict[str, int]
    ago_units: tuple[str, ...]
    ago_alone: tuple[str, ...]
    long: tuple[str, ...]
    example: DateExample


class ClockExample(Entry):
    """A time of day as written, and what it says."""

    text: str
    hour: int
    minute: int
    zone: str | None = None


class Clock(Entry):
    """Words of a time of day. ``parts`` are minutes: ``والنصف`` 30, ``إلا ربعا`` -15."""

    hour: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    noon: tuple[str, ...]
    night: tuple[str, ...]
    zone: tuple[str, ...]
    greenwich: tuple[str, ...]
    parts: dict[str, int]
    example: ClockExample


class RelativeDates(Entry):
    """Everything that says when without a calendar."""

    day: tuple[RelativeDay, ...]
    modifier: tuple[DateModifier, ...]
    unit: tuple[DateUnit, ...]
    decade: tuple[Decade, ...]
    part: tuple[YearPart, ...]
    words: DateWords
    not_dates: NotDates
    cues: TenseCues
    named: tuple[NamedDay, ...]
    same_day: SameDay
    week: tuple[Week, ...]
    spans: Spans
    clock: Clock
