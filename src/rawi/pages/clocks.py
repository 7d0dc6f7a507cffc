"""Dates and clock times as pages write them: ISO, RFC 2822, epoch seconds, numbers with slashes, Arabic
words.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rawi import dates
from rawi.arabic.letters import fold
from rawi.dates.lexicon import calendars
from rawi.pages.words import words

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|\s*T\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{1,2}(?!\d))?)?",
    re.I,
)
_PACKED = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?\s*(Z)?$")
_EPOCH = re.compile(r"^(\d{10})(\d{3})?$")
_NUMBERS = re.compile(r"(?<![\d/.:-])(\d{1,4})\s*([/.\-\\])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{1,2})(?![\d/]|\s*[:.]\d{3})")
_CLOCK = re.compile(r"(?<![\d:.])(\d{1,2})\s*[:٫.]\s*(\d{2})(?:\s*:\s*(\d{2}))?(?![\d/]|\.\d)\s*(?:\(?\s*([\w.]+(?:\s+الظهر)?))?")
_ZONE = re.compile(r"(?:ب|\()?توقيت\s+([\w ]+)\)?|(?<!\w)(gmt|utc|غرينتش|جرينتش|غرينيتش)(?!\w)(?:\s*([+-]\d{1,2}))?")
_WORD = re.compile(r"[\w.]+")
_EARLIEST = date(1995, 1, 1)


class Stamp(NamedTuple):
    """A point in time as read: its day, its clock where one is given, its zone where one is given; all else
    is None.
    """

    day: date
    clock: time | None = None
    zone: tzinfo | None = None

    @property
    def moment(self) -> datetime | None:
        """Day and clock together, with zone where there is one."""
        return datetime.combine(self.day, self.clock, self.zone) if self.clock is not None else None

    def text(self) -> str:
        """ISO 8601: a bare day, or day and clock, with zone where one is known."""
        return self.moment.isoformat() if self.moment is not None else self.day.isoformat()


class Seen(NamedTuple):
    """A date seen in a line: the stamp, whether a clock stood beside, and what else the line says."""

    stamp: Stamp
    rest: str


def machine(text: str, country: str | None = None) -> Stamp | None:
    """The value of a machine-readable field, or None. A clock of midnight to the second is a day without
    clock.
    """
    text = text.strip()[:200]
    for read in (_iso, _packed, _epoch, _rfc):
        if (stamp := read(text)) is not None:
            return stamp if plausible(stamp.day) else None
    found = seen(text, country)
    return found.stamp if found else None


def plausible(day: date) -> bool:
    """Can a page have been published on this day? Not before there were news sites, not after tomorrow."""
    return _EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=2)


def _made(year: str, month: str, day: str, clock: tuple[str | None, ...] = (), zone: tzinfo | None = None) -> Stamp | None:
    try:
        on = date(int(year), int(month), int(day))
        if not clock or clock[0] is None:
            return Stamp(on)
        at = time(int(clock[0]), int(clock[1] or 0), int(clock[2] or 0))
    except ValueError:
        return None
    return Stamp(on) if at == time(0, 0, 0) else Stamp(on, at, zone)


def _iso(text: str) -> Stamp | None:
    found = _ISO.search(text)
    if found is None or found.start() > 3:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is not None and re.match(r"\s*(?:[AaPp]\.?[Mm]|[صم](?!\w))", text[found.end() :]):
        return None  # a twelve-hour clock: read as a reader reads it
    return _made(year, month, day, (hour, minute, second), _offset(zone))


def _offset(text: str | None) -> tzinfo | None:
    """``Z``, ``+03:00``, ``+0300``, ``+3`` as a zone."""
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if text[0] == "-" else shift) if shift else UTC


def _packed(text: str) -> Stamp | None:
    found = _PACKED.match(text)
    if found is None:
        return None
    return _made(found[1], found[2], found[3], (found[4], found[5], found[6]), UTC if found[7] else None)


def _epoch(text: str) -> Stamp | None:
    found = _EPOCH.match(text)
    if found is None:
        return None
    moment = datetime.fromtimestamp(int(found[1]), UTC)
    return Stamp(moment.date(), moment.time(), UTC)


def _rfc(text: str) -> Stamp | None:
    if not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return Stamp(moment.date(), moment.time().replace(microsecond=0), moment.tzinfo)


def seen(text: str, country: str | None = None) -> Seen | None:
    """The first full date in a line that readers see, with the clock and zone beside it.

    ``seen("الأربعاء، 12 فبراير 2025 - 11:11 م")`` is the 12th at 23:11.
    ``country`` (ISO alpha-3) decides what ``2/3/2025`` means.
    """
    line = fold(text).replace("\u0640", "")
    found = _numeric(line, country) or _worded(text, country)
    if found is None:
        return None
    day, start, end = found
    if not plausible(day):
        return None
    around = f"{line[:start]} \n {line[end:]}"
    clock, zone, rest = _clock(around)
    return Seen(Stamp(day, clock, zone), rest)


def _numeric(line: str, country: str | None) -> tuple[date, int, int] | None:
    """``2025/02/12``, ``12-2-2025``, ``12.02.25`` in a folded line, with its span."""
    for found in _NUMBERS.finditer(line):
        first, _, second, third = (found[1], found[2], int(found[3]), found[4])
        if len(first) == 4:
            order = (int(first), second, int(third))
        else:
            year = int(third) + (2000 if len(third) == 2 else 0)
            day, month = int(first), second
            if month > 12 or (day <= 12 and country in calendars().month_first):
                day, month = month, day
            order = (year, month, day)
        try:
            return date(*order), found.start(), found.end()
        except ValueError:
            continue
    return None


def _worded(text: str, country: str | None) -> tuple[date, int, int] | None:
    """A date with a month's name, as the finder of dates reads it; offsets are those of the folded line."""
    for mention in dates.find(text, None, country):
        if len(mention.value) == 10 and any(letter.isdigit() for letter in mention.text):
            start = len(fold(text[: mention.start]))
            return (
                date.fromisoformat(mention.value),
                start,
                start + len(fold(text[mention.start : mention.end])),
            )
    return None


def _clock(line: str) -> tuple[time | None, tzinfo | None, str]:
    """The clock and the zone in a folded line, and the line without them."""
    zone: tzinfo | None = None
    if named := _ZONE.search(line):
        zone = _named_zone(named[1], named[3])
        line = line[: named.start()] + " " + line[named.end() :]
    found = _CLOCK.search(line)
    if found is None:
        return None, zone, line
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    half = (found[4] or "").strip()
    end = found.end() if half in words().morning or half in words().evening else found.end(3) if found[3] else found.end(2)
    before = line[: found.start()].split()
    if not half and before and before[-1] in ("am", "pm"):
        half = before[-1]
    if half in words().evening and hour < 12:
        hour += 12
    elif half in words().morning and hour == 12:
        hour = 0
    try:
        at = time(hour, minute, second)
    except ValueError:
        return None, zone, line
    return at, zone, line[: found.start()] + " " + line[end:]


def _named_zone(name: str | None, shift: str | None) -> tzinfo | None:
    if name is None:
        return _offset(shift) if shift else UTC
    listed = zone_names()
    tokens = name.split()
    for size in range(min(3, len(tokens)), 0, -1):
        if zone := listed.get(" ".join(tokens[:size])):
            return zone_of(zone)
    return None


def zone_of(name: str | None) -> tzinfo | None:
    """The IANA zone of this name; None where there is no such name."""
    if not name or name == "local":
        return None
    try:
        return ZoneInfo(name) if name != "UTC" else UTC
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def zone_names() -> dict[str, str]:
    """What stands after ``بتوقيت``, folded, and the IANA zone it means."""
    return {fold(name): entry.zone for entry in calendars().zone for name in entry.names}


def is_only_date(text: str) -> bool:
    """Is the line a date, with nothing but what belongs to dates: weekday, clock, ``نشر في``, ``آخر
    تحديث``?
    """
    found = seen(text)
    rest = found.rest if found else _clock(fold(text))[2] if _CLOCK.search(fold(text)) else None
    if rest is None:
        return False
    left = [word for word in _WORD.findall(rest) if word not in words().date_words and not word.isdigit()]
    return len(left) <= 1 and sum(map(len, left)) <= 12 if found else not left


def lone_clock(text: str) -> time | None:
    """The clock in a line that is nothing but a clock and its labels, or None."""
    line = fold(text)
    at, _, rest = _clock(line)
    if at is None or any(word not in words().date_words for word in _WORD.findall(rest)):
        return None
    return at
