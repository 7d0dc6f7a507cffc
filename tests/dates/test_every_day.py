"""Every day of 1900 to 2077, printed in every naming, calendar and digit set known, is read back.

The default run takes every 29th day; ``RAWI_EVERY_DAY=1`` takes them all (about 20 seconds).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from hijridate import Gregorian, Hijri

from rawi.dates import find
from rawi.lore import load
from rawi.lore.schema import Calendars, Numbers

LORE = load.language("calendars", Calendars)
NUMBERS = load.language("numbers", Numbers)
STEP = 1 if os.environ.get("RAWI_EVERY_DAY") else 29
FIRST, LAST = date(1900, 1, 1), date(2077, 12, 31)
DAYS = [FIRST + timedelta(days=shift) for shift in range(0, (LAST - FIRST).days + 1, STEP)]
HIJRI_DAYS = [day for day in DAYS if date(1924, 8, 1) <= day <= date(2077, 11, 16)]
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
WEEKDAYS = {weekday.number: "ال" + weekday.names[0] for weekday in LORE.weekday}
HIJRI_MONTHS = {month.number: month.names for month in LORE.hijri}
UNITS = {word.value: word for word in NUMBERS.unit}

Print = Callable[[date], str]


def in_words(day: int) -> str:
    """A day of the month as an ordinal: ``الثامن والعشرين``."""
    if day <= 10:
        return "ال" + UNITS[day].ordinal[0]
    unit = "الحادي" if day % 10 == 1 else "ال" + UNITS[day % 10].ordinal[0] if day % 10 else ""
    if day < 20:
        return f"{unit} عشر"
    ten = "العشرين" if day < 30 else "الثلاثين"
    return f"{unit} و{ten}" if unit else ten


def naming(name: str, variant: int) -> Print:
    """Day, month and year in one naming of the months; ``variant`` picks among its spellings."""
    months = {month.number: getattr(month, name) for month in LORE.month}
    return lambda day: f"{day.day} {months[day.month][variant % len(months[day.month])]} {day.year}"


def twice_named(day: date) -> str:
    month = LORE.month[day.month - 1]
    return f"{WEEKDAYS[day.isoweekday()]} {day.day:02d} {month.levantine[0]}/{month.gulf[0]} {day.year}م"


def spelt_out(day: date) -> str:
    return f"{in_words(day.day)} من {LORE.month[day.month - 1].gulf[0]} عام {day.year}"


@cache
def umm_al_qura(day: date) -> Hijri:
    return Gregorian(day.year, day.month, day.day).to_hijri()


def hijri(pattern: str) -> Print:
    """The Hijri date, its month by number and by each of its names in turn."""

    def printed(day: date) -> str:
        there = umm_al_qura(day)
        names = HIJRI_MONTHS[there.month]
        return pattern.format(
            day=there.day,
            month=there.month,
            name=names[there.day % len(names)],
            year=there.year,
            gregorian=naming("gulf", 0)(day),
        )

    return printed


PRINTS: dict[str, Print] = {
    "Levantine": naming("levantine", 0),
    "Levantine, second spelling": naming("levantine", 1),
    "Gulf": naming("gulf", 0),
    "Gulf, second spelling": naming("gulf", 1),
    "Tunisian": naming("tunisian", 0),
    "Moroccan": naming("moroccan", 0),
    "twice named, with weekday": twice_named,
    "in words": spelt_out,
    "slashes": lambda day: f"{day.day}/{day.month}/{day.year}",
    "points": lambda day: f"{day:%d.%m.%Y}",
    "ISO": lambda day: day.isoformat(),
    "Arabic-Indic digits": lambda day: naming("gulf", 0)(day).translate(ARABIC_INDIC),
    "Persian digits, numeric": lambda day: f"{day.year}/{day.month}/{day.day}".translate(PERSIAN),
}
HIJRI_PRINTS: dict[str, Print] = {
    "Hijri": hijri("{day} {name} {year}هـ"),
    "Hijri, numeric": hijri("{day}/{month}/{year}هـ"),
    "both calendars": hijri("{day} {name} {year}هـ الموافق {gregorian}م"),
}


def assert_read_back(days: list[date], printed: Print) -> None:
    lines = [printed(day) for day in days]
    found = find("\n".join(lines))
    values = [mention.value for mention in found]
    wrong = [(line, value) for line, day, value in zip(lines, days, values, strict=False) if value != str(day)]
    assert not wrong, wrong[:3]
    assert len(values) == len(days)


@pytest.mark.parametrize("name", PRINTS)
def test_every_day_is_read_back(name: str) -> None:
    assert_read_back(DAYS, PRINTS[name])


@pytest.mark.parametrize("name", HIJRI_PRINTS)
def test_every_hijri_day_of_the_tables_is_read_back(name: str) -> None:
    assert_read_back(HIJRI_DAYS, HIJRI_PRINTS[name])
