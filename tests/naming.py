"""Who is whom: names as coders and the reader write them, and how far two lists of them agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.lore import load

PARTICLES = frozenset(fold("بن ابن بنت أبو عبد السيد الدكتور الشيخ الأمير الملك الرئيس العماد اللواء الفريق").split())


class Party(NamedTuple):
    """Somebody in an event, coded or read."""

    name: str
    country: str | None
    kind: str

    def credit(self, other: Party) -> float:
        """1 for the same one, less where only the country on whose behalf it acts is right, else 0."""
        if same_name(self.name, other.name):
            return 1.0
        people = (self.kind == "person") + (other.kind == "person")
        if not self.country or self.country != other.country or people == 2:
            return 0.0
        return 1.0 if "state" in (self.kind, other.kind) and not people else 0.5


def words(name: str) -> list[str]:
    """What tells a name from others: no article, title or patronymic."""
    every = re.findall(r"\w+", fold(name))
    return [w.removeprefix("ال") if len(w) > 4 else w for w in every if w not in PARTICLES] or every


def same_name(one: str, other: str) -> bool:
    """One name's words contain the other's, or their last words agree and nothing contradicts."""
    x, y = words(one), words(other)
    if not x or not y:
        return False
    return set(x) <= set(y) or set(y) <= set(x) or (x[-1] == y[-1] and (x[0] == y[0] or min(len(x), len(y)) == 1))


def likeness(one: Sequence[Party], other: Sequence[Party]) -> float:
    """F1 between two lists of parties, with half marks; 1 where both are empty."""
    left, right, total = set(range(len(one))), set(range(len(other))), 0.0
    for credit, i, j in sorted(((one[i].credit(other[j]), i, j) for i, j in product(left, right)), reverse=True):
        if i in left and j in right:
            total, left, right = total + credit, left - {i}, right - {j}
    return 2 * total / (len(one) + len(other)) if one or other else 1.0


def country_of(state: str) -> str | None:
    """The code of the country that goes by this name."""
    return _states().get(fold(state))


@cache
def _states() -> dict[str, str]:
    """The country code of every name of a state, folded."""
    return {fold(name): country.iso3 for country in load.countries() for name in (country.name, country.formal or country.name, *country.also)}
