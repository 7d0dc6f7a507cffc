"""``في اليوم نفسه`` and its like: no date, but they give an event the day of what was told before."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import Folded, fold, fold_keeping_offsets
from rawi.dates.lexicon import relative


class SameDay(NamedTuple):
    """One such phrase: half-open offsets into the text."""

    start: int
    end: int
    text: str


def find_same_day(text: str, folded: Folded | None = None) -> list[SameDay]:
    """Every phrase that means the day of what was just told, in text order: ``اليوم نفسه``, ``اليوم ذاته``,
    ``نفس اليوم``, ``يومها``. ``folded`` saves folding again.
    """
    folded = folded or fold_keeping_offsets(text)
    found = []
    for match in _pattern().finditer(folded.text):
        start, end = folded.span(*match.span("phrase"))
        found.append(SameDay(start, end, text[start:end]))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(map(fold, relative().same_day.phrases), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)[وفبل]{{0,2}}(?P<phrase>{'|'.join(phrases)})(?!\w)")
