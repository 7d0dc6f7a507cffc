"""What the tellings of one occurrence say differently: contradictions are kept and shown, not settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.light import stem
from rawi.chronicle.joining import same_place

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


def _counts(evidence: str) -> dict[str, str]:
    """How many of what a clause tells, by the stem of what is counted: the word behind the number."""
    words = _WORD.findall(fold(evidence))
    found: dict[str, str] = {}
    for at, word in enumerate(words[:-1]):
        if word.isdigit() and len(word) <= 3 and not words[at + 1].isdigit():
            found.setdefault(stem(words[at + 1]), word)
    return found
