"""What the tellings of one occurrence say differently: contradictions are kept and shown, not settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from rawi.arabic import numbers
from rawi.arabic.letters import fold
from rawi.arabic.light import is_function_word, stem
from rawi.chronicle.joining import same_place
from rawi.lore import load
from rawi.lore.schema import Calendars

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")


class Differing(NamedTuple):
    """A respect in which tellings differ: the values, each with the tellings (ids) that give it."""

    what: str
    values: dict[str, list[int]]


def contradictions(tellings: Sequence[Any]) -> list[Differing]:
    """Where two of these rows of tellings cannot both be right: the day, the place, the mode, how many."""
    if len(tellings) < 2:
        return []
    found = [
        Differing("date", _days_apart(tellings)),
        Differing("place", _places_apart(tellings)),
        Differing("mode", _by((t.mode, t.id) for t in tellings)),
        *_numbers_apart(tellings),
    ]
    return [differing for differing in found if len(differing.values) > 1]


def _by(said: Any) -> dict[str, list[int]]:
    values: dict[str, list[int]] = {}
    for value, ident in said:
        if value:
            values.setdefault(value, []).append(ident)
    return dict(sorted(values.items()))


def _days_apart(tellings: Sequence[Any]) -> dict[str, list[int]]:
    """The dates told in the text that exclude each other: 22 and 31 July, not July and 22 July."""
    dated = [t for t in tellings if t.first is not None and t.date_from != "published"]
    apart = {t.id for a, b in combinations(dated, 2) if a.last < b.first or b.last < a.first for t in (a, b)} if len(dated) < 200 else set()
    return _by((t.date, t.id) for t in dated if t.id in apart)


def _places_apart(tellings: Sequence[Any]) -> dict[str, list[int]]:
    placed = _by((fold(t.place), t.id) for t in tellings if t.place)
    apart = {p for a, b in combinations(placed, 2) if not same_place(a, b) for p in (a, b)}
    names = {fold(t.place): t.place for t in reversed(tellings) if t.place}
    return {names[p]: ids for p, ids in placed.items() if p in apart}


def _numbers_apart(tellings: Sequence[Any]) -> list[Differing]:
    """Counts of one thing that differ: ``4 طائرات`` and ``خمس طائرات``."""
    counted: dict[str, dict[str, list[int]]] = {}
    for told in tellings:
        for thing, count in _counts(told.evidence).items():
            counted.setdefault(thing, {}).setdefault(count, []).append(told.id)
    return [
        Differing("number", {f"{count} {thing}": ids for count, ids in sorted(values.items())})
        for thing, values in sorted(counted.items())
        if len(values) > 1
    ]


@lru_cache(maxsize=20_000)
def _counts(evidence: str) -> dict[str, str]:
    """How many of what a clause tells, by the stem of what is counted: the word behind the number, where that is none of a date."""
    words = _WORD.findall(fold(evidence))
    found: dict[str, str] = {}
    at = 0
    while at < len(words) - 1:
        value, length = _number(words, at)
        thing = words[at + length] if length and at + length < len(words) else ""
        if thing and not thing[0].isdigit() and not is_function_word(thing) and stem(thing) not in _months():
            found.setdefault(stem(thing), value)
        at += max(length, 1)
    return found


def _number(words: Sequence[str], at: int) -> tuple[str, int]:
    """The count that begins here, and of how many words; no words where there is none: ordinals and years count nothing."""
    if words[at].isdigit():
        return words[at], int(len(words[at]) < 4)
    read = numbers.read(words[at : at + 8])
    return (str(read.value), read.words) if read and not read.ordinal and read.value > 2 else ("", 0)


@cache
def _months() -> frozenset[str]:
    """The stems with which names of months begin."""
    named = (
        name for month in load.language("calendars", Calendars).month for name in (*month.levantine, *month.gulf, *month.tunisian, *month.moroccan)
    )
    return frozenset(stem(fold(name).split()[0]) for name in named)
