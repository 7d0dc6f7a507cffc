"""Times of day with their zone, as publication lines give them: ``11:11 م``, ``الساعة 23:11 بتوقيت دمشق``,
``التاسعة والنصف مساء``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rawi.arabic import numbers
from rawi.arabic.letters import fold, fold_keeping_offsets
from rawi.dates.lexicon import calendars, relative
from rawi.model import Frozen


class TimeMention(Frozen, frozen=True, kw_only=True):
    """A time of day: half-open offsets, hour 0 to 23, minute, and its zone.

    ``zone`` is an IANA name, ``UTC``, an offset like ``+03:00``, ``local`` for ``بالتوقيت المحلي``, or
    ``None`` where the text names none.
    """

    start: int
    end: int
    text: str
    hour: int
    minute: int
    zone: str | None = None


class _Words(NamedTuple):
    """Compiled once a process: the whole pattern, and what its words mean."""

    pattern: re.Pattern[str]
    half: dict[str, str]  # part of the day by its folded word
    parts: dict[str, int]
    zones: dict[str, str]
    hours: dict[str, int]


def find_times(text: str) -> list[TimeMention]:
    """Every time of day in ``text``, in order. A bare number counts only after ``الساعة`` or before
    ``صباحا``, ``مساء`` and the like.
    """
    folded = fold_keeping_offsets(text)
    words = _words()
    found = []
    for match in words.pattern.finditer(folded.text):
        clock = _clock(match, words)
        if clock is None:
            continue
        start, end = folded.span(*match.span())
        found.append(
            TimeMention(
                start=start,
                end=end,
                text=text[start:end],
                hour=clock[0],
                minute=clock[1],
                zone=_zone(match, words),
            )
        )
    return found


def _clock(match: re.Match[str], words: _Words) -> tuple[int, int] | None:
    """Hour and minute of a match, or ``None`` where it is no more than a number."""
    half = words.half.get(match["half"] or "")
    if match["spoken"] or not match["minute"]:
        if not (match["the_hour"] or half):
            return None
    elif match["point"] != ":" and not (match["the_hour"] or match["greenwich"]):
        return None
    hour = words.hours[match["spoken"]] if match["spoken"] else int(match["hour"])
    minute = int(match["minute"] or 0) + words.parts.get(match["part"] or "", 0) + _spoken_minutes(match)
    total = _on_24(hour, half) * 60 + minute
    return divmod(total % (24 * 60), 60) if hour <= 24 and minute < 60 else None


def _spoken_minutes(match: re.Match[str]) -> int:
    if not match["minutes"]:
        return 0
    number = numbers.read(match["minutes"].split())
    return int(match["minutes"]) if match["minutes"].isdigit() else number.value if number else 0


def _on_24(hour: int, half: str | None) -> int:
    """The hour on a clock of 24: ``12 ص`` is 0, ``12 م`` is 12, ``1 ليلا`` is 1, ``10 ليلا`` is 22."""
    if half == "morning":
        return 0 if hour == 12 else hour
    if half == "evening" or (half == "noon" and hour < 5) or (half == "night" and 6 <= hour < 12):
        return hour + 12 if hour < 12 else hour
    return 0 if half == "night" and hour == 12 else hour


def _zone(match: re.Match[str], words: _Words) -> str | None:
    if match["offset"]:
        sign, hours = match["offset"][0], match["offset"][1:].partition(":")[0]
        minutes = match["offset"].partition(":")[2] or "00"
        return f"{sign}{int(hours):02d}:{minutes}"
    if match["greenwich"]:
        return "UTC"
    return words.zones.get(match["zone"] or "")


@cache
def _words() -> _Words:
    clock = relative().clock
    halves = {fold(w): name for name in ("morning", "evening", "noon", "night") for w in getattr(clock, name)}
    parts = {fold(word): minutes for word, minutes in clock.parts.items()}
    zones = {fold(name): zone.zone for zone in calendars().zone for name in zone.names}
    hours = dict(_spoken_hours())
    number = r"(?P<hour>[0-9]{1,2})(?:(?P<point>[:.,])(?P<minute>[0-9]{2})(?::[0-9]{2})?(?![0-9:]))?"
    minutes = rf" +(?P<part>{_any(parts)})| +و(?P<minutes>[0-9]+|\w+(?: و\w+)?) +{fold('دقيقة')}"
    greenwich = rf"(?P<greenwich>{_any(clock.greenwich)})(?!\w)(?: ?(?P<offset>[+-][0-9]{{1,2}}(?::[0-9]{{2}})?))?"
    zone = rf"(?:{_any(clock.zone)}) +(?P<zone>{_any(zones)})(?!\w)"
    half = rf"(?:{_any(halves)})(?!\w)"
    pattern = (
        rf"(?<![\w:.,/-])(?:(?P<the_hour>{_any(clock.hour)}) *(?:\( *)?)?"
        rf"(?:{number}|(?P<spoken>{_any(hours)}))(?:{minutes})?(?!(?!{half})\w)\)?(?: *(?P<half>{half}))?"
        rf"(?: *(?:\( *)?(?:{greenwich}|{zone}))?"
    )
    return _Words(re.compile(pattern), halves, parts, zones, hours)


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(re.escape(word) for word in sorted(map(fold, words), key=lambda w: (-len(w), w)))


def _spoken_hours() -> Iterable[tuple[str, int]]:
    """``التاسعة`` is 9, ``الحادية عشرة`` 11: the feminine ordinals."""
    for word, atom in numbers.atoms().items():
        if atom.ordinal and atom.article and word.endswith("ه") and atom.rank in ("unit", "bound") and atom.value <= 10:
            if atom.rank == "unit":
                yield word, atom.value
            if atom.value <= 2:
                yield f"{word} عشره", atom.value + 10
                yield f"{word} عشر", atom.value + 10
    yield fold("الواحدة"), 1
