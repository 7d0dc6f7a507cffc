"""The shapes of date expressions: regular expressions over the token kinds of :mod:`rawi.dates.lexicon`.

A shape finds where an expression stands and what its words say; :mod:`rawi.dates.accept` throws out what is
no date, :mod:`rawi.dates.join` puts neighbours together, :mod:`rawi.dates.resolve` works out the value. No
shape has a repetition without bound, so matching is linear in the number of tokens.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

import msgspec

from rawi.dates.hijri import FIRST_YEAR, LAST_YEAR
from rawi.dates.tokens import Tokens

Sense = Literal["past", "current", "future"]


class Reading(msgspec.Struct):
    """One expression: tokens ``first`` to ``stop`` (half-open), its shape, and what its words say.

    ``sense`` is that of ``الماضي``, ``الجاري``, ``المقبل``; ``year_sense`` the same said of the year (``11
    ماي السنة الماضية``). ``as_told`` marks the month or year that was told before (``من العام نفسه``).
    ``offset`` counts days from publication. ``other`` is the same day in another calendar, ``until`` the end
    of a range.
    """

    first: int
    stop: int
    rule: str
    days: tuple[int, ...] = ()
    month: int = 0
    year: int = 0
    last_year: int = 0
    hijri: bool = False
    weekday: int = 0
    last_weekday: int = 0
    offset: int | None = None
    sense: Sense | None = None
    steps: int = 1
    year_sense: Sense | None = None
    as_told: bool = False
    count: int = 0
    unit: str = ""
    ambiguous: bool = False
    other: Reading | None = None
    until: Reading | None = None


_MONTH = "[MmJ]"
_YEAR = "(?:[,/-]?[fp]?[aA]?(?:Y[KH]?|u[KH])|[fp]?A[PCF]|[fp]?iA|[fp]?(?:Ak|kA)|[PCF])"
_DAY = "(?:[nocl]|O(?=s?[MmJ]))"
_COUNT = "[nc]?"
_A_YEAR = "(?:[aA]?p?Y[KH]?|iA|A[PCF]?[aA]?Y|A[PCF]|Ak|kA)"
_OF_MONTH = f"[f/.-]?s?[/.-]?{_MONTH}(?:{_YEAR})?"

_DAY_FIRST = "n(?P<_a>[-/.])n(?P=_a)Y(?!(?P=_a)[nuY])"
_SHORT_YEAR = "n(?P<_c>[-/])n(?P=_c)[nu](?!(?P=_c)[nuY])"
_YEAR_FIRST = "Y(?P<_b>[-/.])n(?P=_b)n(?!(?P=_b)[nuY])"
_SEVERAL_DAYS = (
    "[dDE]?W[no](?:(?:&?t|[-&,]&?)d?W[no]){1,4}",  # الأحد 5 والاثنين 6 مايو
    "[dDE]?[nocl](?:(?:&?t|[-&/])[nocl]){1,6}",  # من 7 إلى 10 مايو
    "[DE][nocl](?:[-&/,]&?[nocl]){1,8}",  # أيام 5 و6 و7 ماي
)

_SHAPES = {
    "part-of-year": f"h[oz][fp]?{_A_YEAR}",
    "first-months": f"(?:[nc][IU]o|I[nc]o|O[nc]U)[fp]?{_A_YEAR}",
    "numeric": f"[dv]?(?:{_DAY_FIRST}|{_YEAR_FIRST})[KH]?",
    "two-digit-year": f"(?<=[dvVWTp(]){_SHORT_YEAR}",
    "days": f"(?:{'|'.join(_SEVERAL_DAYS)}){_OF_MONTH}",
    "day-month": f"d?{_DAY}{_OF_MONTH}",
    "days-of-month": f"(?:{'|'.join(_SEVERAL_DAYS)})f?(?:iS|S[PCFk]|kS|(?<!x)C|w)",
    "month-day": r"Mn,?YK?",
    "day-of-month": r"(?:d?W)?d?[no]f?(?:iS|S[PCFk]|kS)|(?:d|(?<=[pvtf]))[no](?:f?C|w)",
    "short-numeric": r"(?<=[dvW])n[/-]n(?![-/.:]?[nuY])",
    "month-number": r"sn[/-]Y[KH]?",
    "month": f"(?:L(?:of?)?|hof?)?[sS]?{_MONTH}(?:{_YEAR})?",
    "this-month": r"(?:L(?:of?)?|hof?)?(?:iS|S[PCF])",
    "years": r"[yU]Y(?:[,&]&?Y){2,5}|[yU]Y(?:-Y){2,5}|[yU]Y(?:[-t]|&t?)Y|(?<=[bp])Y&Y|(?<=x)YYK?|[aA]?(?<![-/.:])Y[-/]YK?(?![-/.:][nuY])",
    "year": r"(?:L(?:of?)?)?[aA]p?Y[KH]?|[aA]\(Y\)|L?iA|L?A[PCF]|[aA]c|[aA]u[KH]?|LYK?|YK?",
    "decade": r"X(?:f?e(?:[PC]|o))?",
    "centuries": r"ro&o",
    "century": r"e(?:o|g?n|[PC])[HK]?",
    "weekdays": r"EW(?:&W){1,4}|DW&W[PCF]?|W&W[PF]|D?W[-/]W|(?<=q)WW(?![PCF])",
    "weekday": r"d?W[PCF]?",
    "next-day": r"TN",
    "today": r"i?T",
    "relative-day": r"d?R",
    "tonight": r"i?ZP?|iQ",
    "after-that": rf"G{_COUNT}[UEd]fj|[GB]jp{_COUNT}[UEd]",
    "ago": rf"B{_COUNT}[UEdsa](?![fjWnoOcRMmJYVC])",
}
_FIRST = "dDEvnocOlMmJYLsSiayAXerWTRZGBhUI"
_SENSES: dict[str, Sense] = {"P": "past", "C": "current", "F": "future"}


@cache
def _grammar() -> re.Pattern[str]:
    """All shapes as one alternation, compiled at first use."""
    groups = (f"(?P<{name.replace('-', '_')}>{shape})" for name, shape in _SHAPES.items())
    return re.compile(f"(?=[{_FIRST}])(?:{'|'.join(groups)})")


def shapes(tokens: Tokens) -> list[Reading]:
    """Every place where a shape fits, leftmost first; shapes above go before shapes below."""
    found = []
    for match in _grammar().finditer(tokens.kinds):
        rule = (match.lastgroup or "").replace("_", "-")
        found.append(_read(tokens, match.start(), match.end(), rule))
    return found


def _read(tokens: Tokens, first: int, stop: int, rule: str) -> Reading:
    """What the words of one expression say."""
    reading = Reading(first, stop, rule)
    numbers: list[int] = []
    year_word = False
    for at in range(first, stop):
        kind, number = tokens.kinds[at], tokens.value(at).number
        if kind in "nocOl":
            numbers.append(number)
        elif kind in "MmJ":
            reading.month, reading.hijri = number, kind == "J"
        elif kind == "Y":
            reading.year, reading.last_year = reading.year or number, number
        elif kind == "u":
            reading.year = number
        elif kind in "PCF":
            _modify(reading, _SENSES[kind], number, year_word)
        elif kind == "W":
            reading.weekday, reading.last_weekday = reading.weekday or number, number
        elif kind in "TRZ":
            reading.offset = number
        elif kind in "UEdsa" and rule in ("ago", "after-that"):
            reading.count, reading.unit = number, tokens.value(at).unit
        elif kind == "H":
            reading.hijri = True
        elif kind in "Xh":
            reading.count = number
        year_word = year_word or kind in "aA"
    reading.days = tuple(numbers)
    _settle(reading, tokens.kinds[first:stop])
    return reading


def _modify(reading: Reading, sense: Sense, steps: int, of_year: bool) -> None:
    if of_year and reading.month:
        reading.year_sense = sense
    else:
        reading.sense, reading.steps = sense, steps


def _settle(reading: Reading, kinds: str) -> None:
    """What only the whole expression tells."""
    reading.as_told = "k" in kinds or "w" in kinds
    if "i" in kinds and reading.rule != "today":
        if reading.month:
            reading.year_sense = "current"
        else:
            reading.sense = "current"
    if reading.rule == "tonight" and "Z" not in kinds:
        reading.offset = 0
    if reading.rule == "tonight" and reading.sense == "past":
        reading.offset = -reading.steps
    if reading.rule in ("ago", "after-that") and reading.days:
        reading.count, reading.days = reading.days[0], ()
    if reading.rule == "after-that" and kinds[0] == "B":
        reading.count = -reading.count
    if reading.rule == "year" and reading.days and "o" not in kinds:
        reading.year, reading.days = reading.days[0], ()
    if reading.rule == "two-digit-year":
        *days, reading.year = (*reading.days, reading.year)[:3]
        reading.days = tuple(days)
    if reading.rule == "first-months":
        reading.count, reading.days = max(reading.days), ()
    if reading.rule == "years" and reading.last_year == reading.year - 1 and len(kinds) <= 4:
        reading.year, reading.last_year = reading.last_year, reading.year  # ``السنة الدراسية 2025-2024``
    if reading.rule == "numeric":
        reading.hijri = reading.hijri or FIRST_YEAR <= reading.year <= LAST_YEAR
    if kinds[0] in "hL" and reading.rule != "part-of-year":
        reading.days = ()  # ``النصف الأول من مارس`` is March
    if reading.rule == "month-number":
        reading.month, reading.days = reading.days[0], ()
