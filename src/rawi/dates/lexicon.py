"""What each word can be in a date: its kind (one letter), its value, and the forms that it takes with
clitics.

The grammar (:mod:`rawi.dates.grammar`) is written over these letters, one a token:

====  ==========================================  ====  ==========================================
 n    number 1 to 31 in digits                      Y    number 1000 to 2199 in digits
 u    another number below 1000 in digits           c    cardinal in words
 o    ordinal with article (``الثامن``)              O    ordinal without (``أول``)
 M    Gregorian month                               m    the same, a word with another meaning too
 J    Hijri month                                   l    ``غرة``: day 1
 W    weekday with article                          R    ``أمس``, ``غدا``: days from publication
 T    ``اليوم``                                      Z    ``الليلة``
 Q    ``الصباح``, ``المساء``: a part of this day        q    ``صباح``, ``مساء`` before a day
 d    ``يوم``      D ``يومي``      E ``أيام``            s    ``شهر``      S ``الشهر``
 a    ``عام``, ``سنة``    A with article    y ``عامي``   i    ``هذا``
 P    ``الماضي``   C ``الجاري``   F ``المقبل``            L    ``مطلع``, ``أواخر``
 U    a unit that only counts (``أشهر``)             X    a decade (``ثمانينيات``)     e ``القرن``
 f    ``من``       t ``إلى``, ``حتى``   b ``بين``       &    ``و``      p ``في``, ``منذ``, ``لـ``, ``بـ``
 B    ``قبل``      G ``بعد``   j ``ذلك``   N ``التالي``   V    ``الموافق``   k ``نفسه``
 H    ``هـ``        K ``م``      v ``بتاريخ``           h    ``الربع``, ``النصف`` of a year    z ``الأخير``
 g    ``الـ`` before digits                    w    ``منه``: of the month just told
 I    ``الأشهر``                                 r    ``القرنين``
 x    any other word                           ,    marks stand for themselves
====  ==========================================  ====  ==========================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rawi.arabic import numbers
from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Calendars, RelativeDates

SPECIAL = "@"  # the kind of a word that opens a phrase, is a number word or carries a clitic: see `tokens`


class Value(NamedTuple):
    """What a word of a date says: a number (month, offset in days, steps, decade, count …) and, for units,
    which unit.
    """

    number: int
    unit: str = ""


class Clitic(NamedTuple):
    """A word with clitics taken off: their kinds, how many letters they take, and what is left."""

    kinds: str
    letters: int
    base: str


class Phrase(NamedTuple):
    """The rest of a phrase of several words, and the word that stands for it in `kinds` and `values`."""

    tail: tuple[str, ...]
    key: str


class Lexicon(NamedTuple):
    """All date words, folded."""

    kinds: dict[str, str]
    values: dict[str, Value]
    clitics: dict[str, Clitic]
    phrases: dict[str, tuple[Phrase, ...]]
    plain: dict[str, str]  # the kind of a word once clitics and phrases are dealt with


@cache
def calendars() -> Calendars:
    """The knowledge of calendars, loaded once a process."""
    return compiled_as(Calendars, "calendars", lambda: load.language("calendars", Calendars))


@cache
def relative() -> RelativeDates:
    """The knowledge of relative dates, loaded once a process."""
    return compiled_as(RelativeDates, "relative_dates", lambda: load.language("relative_dates", RelativeDates))


@cache
def last_words() -> frozenset[str]:
    """Words for the last day of a month: ``نهاية``, ``آخر``."""
    return frozenset(map(fold, relative().words.ends))


@cache
def since_words() -> frozenset[str]:
    """``منذ``, ``مذ``."""
    return frozenset(map(fold, relative().words.since))


@cache
def lexicon() -> Lexicon:
    """The index over both, loaded once a process (about 3,000 forms)."""
    return compiled_as(Lexicon, "dates", build)


def build() -> Lexicon:
    """Compile the index from the knowledge."""
    plain: dict[str, str] = {}
    values: dict[str, Value] = {}
    phrases: dict[str, list[Phrase]] = {}
    for words, kind, value in _entries():
        for word in map(fold, words):
            plain[word] = kind
            values[word] = value
            head, *tail = word.split()
            if tail:
                phrases.setdefault(head, []).append(Phrase(tuple(tail), word))
    clitics = dict(_with_clitics(plain, phrases))
    kinds = {word: kind for word, kind in plain.items() if " " not in word}
    kinds |= dict.fromkeys([*clitics, *phrases], SPECIAL)
    kinds |= {word: SPECIAL for word in numbers.atoms() if kinds.get(word) not in ("W", "l")}
    _add_digits(plain, kinds, values)
    longest_first = {head: tuple(sorted(found, key=lambda p: -len(p.tail))) for head, found in phrases.items()}
    return Lexicon(kinds, values, clitics, longest_first, plain)


def _entries() -> Iterator[tuple[Iterable[str], str, Value]]:
    """Words, their kind and value; a later entry takes a word from an earlier one."""
    yield from _frame_words()
    yield from _calendar_words()
    for day in relative().day:
        yield day.words, "T" if day.offset == 0 else "R", Value(day.offset)
    for modifier in relative().modifier:
        yield (
            modifier.words,
            {"past": "P", "current": "C", "future": "F"}[modifier.sense],
            Value(modifier.steps),
        )
    for unit in relative().unit:
        yield (
            unit.words,
            "E" if unit.words == relative().words.days else "U",
            Value(unit.count or 0, unit.unit),
        )
    for part in relative().part:
        yield part.words, "h", Value(part.count)
    for decade in relative().decade:
        yield decade.words, "X", Value(decade.start)
        yield ["ال" + word for word in decade.words], "X", Value(decade.start)


def _calendar_words() -> Iterator[tuple[Iterable[str], str, Value]]:
    for month in calendars().month:
        names = {*month.levantine, *month.gulf, *month.tunisian, *month.moroccan, *month.also} - set(month.weak)
        yield names, "M", Value(month.number)
        yield month.weak, "m", Value(month.number)
    for hijri in calendars().hijri:
        yield hijri.names, "J", Value(hijri.number)
    for weekday in calendars().weekday:
        yield ["ال" + name for name in weekday.names], "W", Value(weekday.number)
    for era in calendars().era:
        yield era.names, "H" if era.calendar == "hijri" else "K", Value(0)


def _frame_words() -> Iterator[tuple[Iterable[str], str, Value]]:
    words, none = relative().words, Value(0)
    yield words.from_, "f", none
    yield words.until, "t", none
    yield words.between, "b", none
    yield (*words.in_, "ل", "ب"), "p", none
    yield ["و"], "&", none
    yield words.on, "v", none
    yield words.before, "B", none
    yield words.after, "G", none
    yield words.that, "j", none
    yield words.next_day, "N", none
    yield words.same, "k", none
    yield words.of_it, "w", none
    yield words.corresponding, "V", none
    yield words.this, "i", none
    yield words.position, "L", none
    yield words.first_day, "l", Value(1)
    yield words.last, "z", none
    yield words.article, "g", none
    yield words.part_of_day, "Q", none
    yield words.tonight, "Z", none
    yield words.part, "q", none
    yield words.century, "e", none
    yield words.centuries, "r", none
    yield words.day, "d", Value(1, "day")
    yield words.this_day, "d", none
    yield words.days, "E", Value(0, "day")
    yield words.month, "s", Value(1, "month")
    yield words.months, "s", Value(2, "month")
    yield words.the_month, "S", none
    yield words.the_months, "I", Value(0, "month")
    yield words.year, "a", Value(1, "year")
    yield [word for word in words.year if word.startswith("ال")], "A", none
    yield words.years, "y", none
    yield words.two_days, "D", Value(2, "day")


_CLITICS = (("و", "&"), ("ف", "&"), ("ب", "p"), ("ل", "p"), ("وب", "&p"), ("ول", "&p"), ("فب", "&p"))
_BARE = "&ftbBGjNHKVpvkzgw"  # kinds whose words take no clitic of their own, or none that matters
_ONLY_AND = "PCFm"  # kinds that take و alone


def _with_clitics(plain: dict[str, str], phrases: dict[str, list[Phrase]]) -> Iterator[tuple[str, Clitic]]:
    """Each form of each word with conjunction and preposition, but for forms that are words themselves."""
    number_words = numbers.atoms()
    for word in {*(w for w in plain if " " not in w), *phrases, *number_words}:
        kind = plain.get(word, "o")
        if kind in "tBGfp" and len(word) > 1:
            yield from ((mark + word, Clitic("&", 1, word)) for mark in "وف" if mark + word not in plain)
        if kind in _BARE:
            continue
        for mark, kinds in _CLITICS:
            if kind in _ONLY_AND and mark != "و" and not (kind == "m" and mark in "بل" and len(word) > 2):
                continue
            form = mark + word
            if mark[-1] == "ل" and word.startswith("ال"):
                form = mark + word[1:]
            if form not in plain and form not in number_words:
                yield form, Clitic(kinds, len(mark), word)


def _add_digits(plain: dict[str, str], kinds: dict[str, str], values: dict[str, Value]) -> None:
    """Numbers that a date can hold; ``01`` too, but not ``001``."""
    for number in range(1, 2200):
        kind = "n" if number <= 31 else "Y" if number >= 1000 else "u"
        for form in {str(number), f"{number:02d}"}:
            plain[form] = kinds[form] = kind
            values[form] = Value(number)
