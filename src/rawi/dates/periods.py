"""``الأسبوع الماضي``, ``الأيام الثلاثة الأخيرة``, ``في وقت سابق``: no dates, but they say when an act was.

A week is dated by its month, counted days by first and last day; of anything vaguer it is known only that the day is not told.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from rawi.arabic import numbers
from rawi.arabic.letters import Folded, fold, fold_keeping_offsets
from rawi.dates.lexicon import relative

_MOST_DAYS = 31


class Period(NamedTuple):
    """One such phrase: half-open offsets into the text, its value in EDTF (``None``: no day is told), whether it lies ahead.

    ``long`` tells that its unit is longer than a month: ``قبل نحو عامين``, ``السنوات الماضية``.
    """

    start: int
    end: int
    text: str
    value: str | None
    ahead: bool
    long: bool = False


def find_periods(text: str, published: date | None, folded: Folded | None = None) -> list[Period]:
    """Every week, stretch of time or vague "earlier" in text order. Without ``published`` none has a value. ``folded`` saves folding again.

    >>> [p.value for p in find_periods("اعتقلوا خلال الأيام الثلاثة الأخيرة", date(2025, 2, 12))]
    ['2025-02-10/2025-02-12']
    """
    folded = folded or fold_keeping_offsets(text)
    found = []
    for match in _pattern().finditer(folded.text):
        start, end = folded.span(*match.span("phrase"))
        ahead = bool(match["ahead"])
        value = None
        if published and match["week"]:
            weeks = _weeks()[match["week"]]
            value, ahead = (published + timedelta(weeks=weeks)).isoformat()[:7], weeks > 0
        elif published and match["days"]:
            value = _last_days(match["days"], published)
        elif published and match["ago"]:
            value = (published - timedelta(weeks=_ago_weeks()[match["ago"]])).isoformat()[:7]
        found.append(Period(start, end, text[start:end], value, ahead, bool(_long().search(match["phrase"]))))
    return found


def _last_days(words: str, published: date) -> str | None:
    """The counted days up to publication, first and last; ``None`` where they are not counted."""
    count = 2 if len(words.split()) == 1 else next((n.value for w in words.split() if (n := numbers.read([w.removeprefix("ال")]))), 0)
    if not 1 < count <= _MOST_DAYS:
        return None
    return f"{published - timedelta(days=count - 1)}/{published}"


@cache
def _weeks() -> dict[str, int]:
    return {fold(word): week.weeks for week in relative().week for word in week.words}


@cache
def _ago_weeks() -> dict[str, int]:
    return {fold(word): weeks for word, weeks in relative().spans.ago_weeks.items()}


@cache
def _pattern() -> re.Pattern[str]:
    spans = relative().spans
    past, ahead, units = _any(spans.past), _any(spans.ahead), _any(spans.units)
    days = rf"(?P<days>(?:{_any(spans.days)}) \w+|{_any(spans.two_days)}) (?:{past})"
    some = rf"(?:{units}) (?:(?:{_any(spans.few)}) )?(?:{past}|(?P<ahead>{ahead}))"
    about = rf"(?:{_any(spans.about)}) (?:\w+ )?(?:{_any(spans.ago_units)})"
    ago = rf"(?:{_any(spans.ago)}) (?:(?P<ago>{_any(_ago_weeks())})|{about}|{_any(spans.ago_alone)})(?! من)"  # not ``قبل أيام من القمة``
    phrase = rf"{ago}|(?P<week>{_any(_weeks())})|{days}|{some}|(?:{_any(spans.earlier)})"
    return re.compile(rf"(?<!\w)[وفبل]{{0,2}}(?P<phrase>{phrase})(?!\w)")


@cache
def _long() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(relative().spans.long)})(?!\w)")


def _any(words: object) -> str:
    return "|".join(sorted(map(fold, words), key=lambda word: (-len(word), word)))  # type: ignore[call-overload]
