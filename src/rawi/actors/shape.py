"""Whether a word that nobody has listed is shaped like a foreign name: ``بالاسيوس`` is, ``متحمس`` is not.

Arabic words follow patterns of root and measure; names from elsewhere do not. How often three letters follow one another in the names of the
knowledge, and how often in the words of news, tells the two apart: the sum of the logarithms of that ratio over a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import log
from typing import Any

from rawi.arabic.letters import fold
from rawi.arabic.lexicon import lexicon
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.lore.schema import GivenNames

_LETTERS = 36
_UNSEEN = 0.3  # what a triple that was never seen counts for


class Shapes:
    """The compiled ratios."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.ratios: dict[str, float] = values["ratios"]
        self.pairs: dict[str, float] = values["pairs"]  # of a triple that neither side has, by its first two letters

    def foreignness(self, form: str) -> float:
        """Above 0: rather a foreign name; above 3, four of five are names. ``form`` is folded and without clitics."""
        return sum(self.ratios[t] if t in self.ratios else self.pairs.get(t[:2], 0.0) for t in _triples(form))


@cache
def shapes() -> Shapes:
    """The shapes, loaded once a process."""
    return Shapes(compiled("shapes", build))


def build() -> dict[str, Any]:
    """Count the triples of both sides."""
    names = load.language("given_names", GivenNames)
    native = {fold(name) for name in names.given}
    people = (person.name for country in load.countries() for person in country.person)
    foreign = {word for name in (*names.foreign, *names.family, *people) for word in fold(name).split()}
    foreign = {word for word in foreign - native if len(word) > 2 and not word.startswith("ال")}
    lex = lexicon()
    plain = {word for word in lex.counts if len(word) > 2} - foreign - native - lex.names
    (in_names, starts), (in_words, heads) = _count(foreign), _count(plain)

    def ratio(triple: str) -> float:
        ours = (in_names[triple] + _UNSEEN) / (starts[triple[:2]] + _UNSEEN * _LETTERS)
        return round(log(ours * (heads[triple[:2]] + _UNSEEN * _LETTERS) / (in_words[triple] + _UNSEEN)), 3)

    return {
        "ratios": {triple: ratio(triple) for triple in sorted(in_names.keys() | in_words.keys())},
        "pairs": {pair: ratio(pair + "\0") for pair in sorted(starts.keys() | heads.keys())},
    }


def _count(words: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    triples = Counter(triple for word in words for triple in _triples(word))
    pairs: Counter[str] = Counter()
    for triple, count in triples.items():
        pairs[triple[:2]] += count
    return triples, pairs


def _triples(word: str) -> list[str]:
    padded = f"^^{word}$"
    return [padded[at : at + 3] for at in range(len(word) + 1)]
