"""Expressions that stand together and mean one thing: ``اليوم، الأربعاء 12 من شباط``, ``10 شوال 1436هـ
الموافق 26 يوليو 2015``, ``من 28 مايو إلى 3 يونيو``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from msgspec.structs import replace

from rawi.dates.grammar import Reading
from rawi.dates.lexicon import last_words, since_words
from rawi.dates.tokens import Tokens
from rawi.dates.value import in_year

_BESIDE = re.compile(r"[,(/-]?")
_WITH_DATE = re.compile(r"[,(-]?\(?V?:?[pv]?\(?")
_OTHER_CALENDAR = re.compile(r"\)?[,(/-]?\)?V?:?[pv]?\(?")
_Merge = Callable[[Reading, Reading, Tokens, str, "date | None"], "Reading | None"]
_DAYS = {"numeric", "day-month", "month-day", "short-numeric"}


def join(readings: list[Reading], tokens: Tokens, published: date | None) -> list[Reading]:
    """The same expressions with neighbours put together, in text order."""
    for merge in (_weekday, _date, _calendars, _range):
        if len(readings) < 2:
            break
        readings = _pairwise(readings, tokens, published, merge)
    return readings


def _pairwise(readings: list[Reading], tokens: Tokens, published: date | None, merge: _Merge) -> list[Reading]:
    out = readings[:1]
    for reading in readings[1:]:
        last = out[-1]
        near = reading.first - last.stop <= 6
        merged = merge(last, reading, tokens, tokens.kinds[last.stop : reading.first], published) if near else None
        if merged:
            out[-1] = merged
        else:
            out.append(reading)
    return out


def _weekday(left: Reading, right: Reading, tokens: Tokens, glue: str, published: date | None) -> Reading | None:
    """``أمس الثلاثاء``, ``اليوم (الاثنين)``. After a comma only where the two agree.

    In ``«انطلقت اليوم (أمس)»`` the editor's word in brackets corrects the speaker's.
    """
    if left.offset is not None and right.offset is not None and glue == "(":
        stop = _closed(tokens, right.stop, glue)
        return replace(left, stop=stop, offset=right.offset) if stop else None
    if left.offset is None or right.rule != "weekday" or right.sense or not _BESIDE.fullmatch(glue):
        return None
    if glue and published and abs((published.isoweekday() + left.offset - right.weekday + 3) % 7 - 3) > 1:
        return None
    slashed = tokens.kinds[right.stop : right.stop + 1] == "/"  # ``اليوم /الجمعة/``
    if glue == "/" and not slashed:
        return None
    stop = right.stop + 1 if glue == "/" else _closed(tokens, right.stop, glue)
    return replace(left, stop=stop, weekday=right.weekday) if stop else None


def _date(left: Reading, right: Reading, tokens: Tokens, glue: str, published: date | None) -> Reading | None:
    """``الأربعاء 12 من شباط``, ``اليوم الخميس الموافق 13/2/2025``."""
    if left.rule == "weekdays" and right.rule == "days" and not right.weekday and glue in ("", ",", "("):
        stop = _closed(tokens, right.stop, glue)
        return replace(right, first=left.first, stop=stop, weekday=left.weekday) if stop else None
    undated = (left.offset is not None or left.rule == "weekday") and not left.month and (not left.sense or not right.sense)
    several = right.rule == "days" and not right.weekday and not glue  # ``السبت 5-6 مايو``
    if not undated or (right.rule not in _DAYS and not several) or not _WITH_DATE.fullmatch(glue) or ("V" in glue and right.weekday):
        return None
    loose = left.offset is not None and not left.weekday and glue and "V" not in glue and "(" not in glue
    if loose and (not published or right.days[:1] != (published.day + (left.offset or 0),)):
        return None
    stop = _closed(tokens, right.stop, glue)
    return replace(right, first=left.first, stop=stop, weekday=left.weekday, offset=left.offset) if stop else None


def _calendars(left: Reading, right: Reading, tokens: Tokens, glue: str, published: date | None) -> Reading | None:
    """A Hijri date and a Gregorian one side by side: the Gregorian counts, the Hijri one is kept for
    comparison.
    """
    if left.hijri == right.hijri or _precision(left) != _precision(right):
        return None
    if not _OTHER_CALENDAR.fullmatch(glue) and not (glue == "&p" and _one_day(left, right)):
        return None
    if not (left.year or right.year) or not _precision(left) or (not glue and _precision(left) == 1):
        return None
    stop = _closed(tokens, right.stop, glue)
    main, other = (right, left) if left.hijri else (left, right)
    weekday = left.weekday or right.weekday
    if not stop:
        return None
    rule = "two-calendars" if _precision(main) > 1 else "year"
    return replace(main, first=left.first, stop=stop, rule=rule, other=other, weekday=weekday)


def _one_day(left: Reading, right: Reading) -> bool:
    """``في 25 ذي القعدة 1378 وفي 1 جوان 1959``: the same day but for the sighting of the moon."""
    first, last = (in_year(end, end.year) if end.year and end.month else None for end in (left, right))
    return first is not None and last is not None and abs(first.start - last.start).days <= 2


def _range(left: Reading, right: Reading, tokens: Tokens, glue: str, published: date | None) -> Reading | None:
    """``من … إلى …``, ``بين … و…``, ``28 مايو - 3 يونيو``, ``شهري مارس وأبريل``."""
    if left.until or right.until or left.sense or left.other or right.other:
        return None
    if _precision(left) != _precision(right) and not (_precision(left) == 3 and _ends_month(right, tokens)):
        return None
    before = tokens.kinds[left.first - 1] if left.first else ""
    pair = tokens.kinds[left.first] == "s" and tokens.value(left.first).number == 2
    since = before == "p" and tokens.words[left.first - 1] in since_words()
    spoken = before in ("f", "b") or pair or since or bool(left.days and left.month)
    fits = (glue in ("t", "&t") and spoken) or (glue == "&" and (before == "b" or pair))
    if not fits and not (glue == "-" and (left.month or left.days) and (right.month or right.days)):
        return None
    return replace(left, stop=right.stop, rule="range", until=right)


def _ends_month(reading: Reading, tokens: Tokens) -> bool:
    """``نهاية ديسمبر``."""
    return _precision(reading) == 2 and tokens.kinds[reading.first] == "L" and tokens.words[reading.first] in last_words()


def _precision(reading: Reading) -> int:
    """3 for a day, 2 for a month, 1 for a year, 0 for what has no place in the calendar by itself."""
    if reading.month or reading.days:
        return 3 if reading.days else 2
    if reading.rule in ("weekday", "today", "relative-day"):
        return 3
    return 1 if reading.rule == "year" and reading.year else 0


def _closed(tokens: Tokens, stop: int, glue: str) -> int:
    """Where an expression ends that was joined over ``glue``: behind the bracket that it opened; 0 if it
    stays open.
    """
    if glue.count("(") <= glue.count(")"):
        return stop
    return stop + 1 if tokens.kinds[stop : stop + 1] == ")" else 0
