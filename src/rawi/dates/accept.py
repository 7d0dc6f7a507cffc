"""What looks like a date and is none: a prayer, a newspaper, a square, a verb, a count, a resolution's
number.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import Folded, fold
from rawi.dates.grammar import Reading
from rawi.dates.lexicon import relative
from rawi.dates.named import named_month
from rawi.dates.tokens import Tokens


class Neighbours(NamedTuple):
    """Folded words that unmake a date beside them; see ``[not_dates]`` in the knowledge."""

    today_after: frozenset[str]
    today_before: frozenset[str]
    weekday_after: frozenset[str]
    weekday_before: frozenset[str]
    heads: frozenset[str]
    year_after: frozenset[str]
    year_before: frozenset[str]
    year_heads: frozenset[str]
    outlets: frozenset[str]
    outlet_words: frozenset[str]
    starting: frozenset[str]
    rates: frozenset[str]
    verbs_too: frozenset[str]
    every: frozenset[str]
    scores_too: frozenset[str]
    before_christ: frozenset[str]
    birth_of_christ: frozenset[str]
    fractions: frozenset[str]
    ages: frozenset[str]
    with_madda: frozenset[str]


class Source(NamedTuple):
    """The text as it was written, beside its folding."""

    text: str
    folded: Folded

    def letter(self, at: int) -> str:
        """The letter that the folded letter ``at`` was."""
        return self.text[self.folded.offsets[at]]


def _folded(words: Iterable[str]) -> frozenset[str]:
    """The words, also with و, ب, ل, ف before them."""
    base = [fold(word) for word in words]
    return frozenset([*base, *(mark + word for word in base for mark in "وبلف")])


@cache
def neighbours() -> Neighbours:
    """The knowledge's ``[not_dates]``, folded once a process."""
    lore = relative().not_dates
    return Neighbours(*(_folded(getattr(lore, name)) for name in Neighbours._fields))


_MADDA = "آ"
_INTRODUCES = ("p", "d", "v", "V", "W", "T", "f", "(", ",")


def accepted(reading: Reading, tokens: Tokens, source: Source) -> bool:
    """Whether an expression that has the shape of a date is one here."""
    test = _TESTS.get(reading.rule)
    return test is None or test(reading, tokens, source)


def _before(tokens: Tokens, at: int) -> str:
    """The word before a token, clitics and brackets skipped; empty at a line's start."""
    at -= 1
    while at >= 0 and (tokens.kinds[at] in "&(" or (tokens.kinds[at] == "p" and not tokens.words[at])):
        at -= 1
    return tokens.words[at] if at >= 0 else ""


def _kind(tokens: Tokens, at: int) -> str:
    return tokens.kinds[at] if 0 <= at < len(tokens.kinds) else ""


def _word(tokens: Tokens, at: int) -> str:
    return tokens.words[at] if 0 <= at < len(tokens.words) else ""


def _numeric(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``1.1.2.2015`` is an address or a version."""
    mark = tokens.kinds[reading.first + 1 : reading.first + 2]
    return tokens.kinds[max(0, reading.first - 2) : reading.first] not in {f"{kind}{mark}" for kind in "nuYx"}


def _two_digit_year(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``5/12/81``, but not ``1/2/3``."""
    return tokens.ends[reading.stop - 1] - tokens.starts[reading.stop - 1] == 2


def _first_months(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``الأشهر التسعة الأولى من 2022``, not the first years of a decade."""
    numbers = {tokens.value(at).number for at in range(reading.first, reading.stop) if tokens.kinds[at] in "nocO"}
    units = {tokens.value(at).unit for at in range(reading.first, reading.stop) if tokens.kinds[at] in "UI"}
    return units == {"month"} and 1 in numbers and 1 < reading.count < 12


def _today(reading: Reading, tokens: Tokens, _: Source) -> bool:
    following = _kind(tokens, reading.stop)
    if following == "W" or (following in ",(" and _kind(tokens, reading.stop + 1) == "W"):
        return True
    words, before = neighbours(), _word(tokens, reading.first - 1)
    if _word(tokens, reading.stop) in words.today_before or following in ("o", "a", "A"):
        return False
    if before in words.today_after or _kind(tokens, reading.first - 1) == "t":
        return False
    if _kind(tokens, reading.first - 1) == "p" and (not before or before in words.rates) and _clitic_in(tokens, reading.first - 1):
        return reading.stop - reading.first > 1
    return not _names_outlet(reading, tokens)


def _clitic_in(tokens: Tokens, at: int) -> bool:
    """Whether a preposition is ``في`` or ``بـ``: ``في اليوم``, ``باليوم`` is "a day", a rate."""
    return tokens.words[at] in neighbours().rates or tokens.ends[at] - tokens.starts[at] == 1


def _names_outlet(reading: Reading, tokens: Tokens) -> bool:
    """``صحيفة فلسطين اليوم``, ``«المصري اليوم»``, ``لموقع «الساحل اليوم»``, and in a dateline ``عين اليوم - القاهرة``."""
    words = neighbours()
    if _word(tokens, reading.first - 1) in words.outlet_words:
        return True
    quoted = _kind(tokens, reading.stop) == '"' and _kind(tokens, reading.first - 2) == '"'
    if quoted and _word(tokens, reading.first - 3) in words.outlet_words:
        return True
    dateline = _kind(tokens, reading.stop) == "-" and _kind(tokens, reading.first - 2) in ("", "\n")
    named = _word(tokens, reading.first - 1) in words.outlets
    return named and (quoted or dateline or _word(tokens, reading.first - 2) in words.outlet_words)


def _relative_day(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``حزب الغد``, ``جيل الغد`` are names; ``الأمس`` and ``الغد`` alone take the article."""
    words, before = neighbours(), _word(tokens, reading.first - 1)
    named = before in words.heads or before in words.today_after or before in words.outlet_words
    return not (named and _word(tokens, reading.first).startswith("ال"))


def _weekday(reading: Reading, tokens: Tokens, _: Source) -> bool:
    words = neighbours()
    if _before(tokens, reading.first) in words.weekday_after or _word(tokens, reading.stop) in words.weekday_before:
        return False
    return not (_kind(tokens, reading.first - 1) == "b" and _kind(tokens, reading.stop) not in "&-")


def _month(reading: Reading, tokens: Tokens, source: Source) -> bool:
    if reading.hijri:
        return bool(reading.sense or reading.year)
    if _is_name(reading, tokens) or named_month(reading, tokens):
        return False
    if tokens.kinds[reading.first] == "M" or reading.stop - reading.first > 1:
        return True
    beside = _kind(tokens, reading.first - 1)
    if beside == "f" and tokens.words[reading.first] in neighbours().verbs_too:  # ``من مارس الحكم`` is who ruled
        starts = _word(tokens, reading.first - 2) in neighbours().starting
        return starts or _kind(tokens, reading.stop) in ("t", "&")
    partner = beside == "&" and _kind(tokens, reading.first - 2) in ("M", "m")
    return (partner or beside in ("p", "f", "t", "b", "v")) and _spelt_as_month(tokens, reading.first, source)


def _spelt_as_month(tokens: Tokens, at: int, source: Source) -> bool:
    """``آب`` is August, ``أب`` a father; folded they are one."""
    return tokens.words[at] not in neighbours().with_madda or source.letter(tokens.starts[at]) == _MADDA


def _is_name(reading: Reading, tokens: Tokens) -> bool:
    """Without a year, ``ثورة 25 يناير`` is a name and ``25 ديسمبر من كل عام`` no one day."""
    if reading.year:
        return False
    every = _kind(tokens, reading.stop) == "f" and _word(tokens, reading.stop + 1) in neighbours().every
    return every or _before(tokens, reading.first) in neighbours().heads


def _day_month(reading: Reading, tokens: Tokens, _: Source) -> bool:
    if _is_name(reading, tokens):
        return False
    kinds = tokens.kinds[reading.first : reading.stop]
    if reading.hijri and not reading.year and _word(tokens, reading.first + kinds.index("J")) in neighbours().scores_too:
        return "-" not in kinds and _kind(tokens, reading.first - 1) in _INTRODUCES  # not ``3 - صفر``, a score
    if "m" not in kinds or "n" in kinds or "l" in kinds:
        return True
    return not (tokens.words[kinds.index("m") + reading.first] in neighbours().verbs_too and kinds[:2] in ("Of", "om", "cm"))


def _year(reading: Reading, tokens: Tokens, _: Source) -> bool:
    kinds = tokens.kinds[reading.first : reading.stop]
    if "u" in kinds:
        return "H" in kinds or "K" in kinds or 31 < reading.year < 100
    if "c" in kinds:
        return 1000 <= reading.year < 2200
    if _before_christ(reading, tokens):
        return False
    if kinds[0] != "Y":
        return True
    before, after = _kind(tokens, reading.first - 1), _kind(tokens, reading.stop)
    if kinds == "YK" and before not in ("-", "/", ".", ":"):
        return 1800 <= reading.year < 2100
    counted = after in ("x", "U", "d", "a", "E", "c") and _word(tokens, reading.stop) in neighbours().year_before
    round_number = reading.year % 1000 == 0
    if not 1900 <= reading.year < 2100 or counted or after in ("-", "/", "%"):
        return False
    if after == "t" and _word(tokens, reading.stop + 2) in neighbours().year_before:
        return False  # ``من 1990 إلى 2000 شخص``
    if before not in ("p", "f", "t", "b", "B", "G"):
        return _has_year_head(reading, tokens)
    return not (round_number and after in ("x", "c")) and _word(tokens, reading.first - 2) not in neighbours().year_after


def _has_year_head(reading: Reading, tokens: Tokens) -> bool:
    """``انتخابات 2019``, and with one noun between ``كأس العالم 2022`` where no count can follow."""
    heads, between = neighbours().year_heads, _word(tokens, reading.first - 1)
    if _bare(between) in heads:
        return True
    counts = _kind(tokens, reading.stop) in ("x", "c", "U", "d", "s", "a")
    return not counts and len(between) > 3 and _kind(tokens, reading.first - 1) == "x" and _word(tokens, reading.first - 2) in heads


def _years(reading: Reading, tokens: Tokens, _: Source) -> bool:
    kinds = tokens.kinds[reading.first : reading.stop]
    in_range = 1900 <= reading.year < reading.last_year < 2100 and reading.last_year - reading.year <= 50
    if kinds.rstrip("K") == "YY":  # ``موسم 2024ـ 2025``, with a kashida for a dash
        return reading.last_year == reading.year + 1 and _bare(_before(tokens, reading.first)) in neighbours().year_heads
    counted = _word(tokens, reading.stop) in neighbours().year_before
    if counted and not (_kind(tokens, reading.stop) == "d" and _kind(tokens, reading.stop + 1) in ("W", "n", "o")):
        return False
    return in_range and (kinds[0] in "yaAU" or _before(tokens, reading.first) not in neighbours().year_after)


def _bare(word: str) -> str:
    """A noun without its article: ``الموسم``, ``للموسم``."""
    return word[2:] if word[:2] in ("ال", "لل") else word


def _before_christ(reading: Reading, tokens: Tokens, _: Source | None = None) -> bool:
    """``قبل الميلاد``, ``ق.م``: no year of ours."""
    words = neighbours()
    return _word(tokens, reading.stop) in words.before_christ or _word(tokens, reading.stop + 1) in words.birth_of_christ


def _century(reading: Reading, tokens: Tokens, _: Source) -> bool:
    return not _before_christ(reading, tokens)


def _ago(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``قبل سنة ونصف`` fixes no year."""
    return reading.count > 0 and _word(tokens, reading.stop) not in neighbours().fractions


def _decade(reading: Reading, tokens: Tokens, _: Source) -> bool:
    """``في السبعينات من عمره`` is an age; ``السبعينات من القرن`` is read with its century."""
    return reading.stop - reading.first > 1 or _word(tokens, reading.stop) not in neighbours().ages


_TESTS = {
    "numeric": _numeric,
    "two-digit-year": _two_digit_year,
    "first-months": _first_months,
    "today": _today,
    "relative-day": _relative_day,
    "weekday": _weekday,
    "weekdays": _weekday,
    "month": _month,
    "day-month": _day_month,
    "days": _day_month,
    "year": _year,
    "years": _years,
    "ago": _ago,
    "decade": _decade,
    "century": _century,
}
