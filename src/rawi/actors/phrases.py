"""The words by which noun phrases go on or end, as the scanner looks them up: which heads take what, which words only describe."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.arabic import numbers
from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Phrases, Reporting


class PhraseBook(msgspec.Struct, frozen=True):
    """``phrases.toml``, folded, with the cardinals of ``numbers.toml`` and the verbs of saying of ``reporting.toml``."""

    qualities: frozenset[str]
    people_of: frozenset[str]
    linking_heads: frozenset[str]
    offices_to_bodies: frozenset[str]
    headed_by_people: frozenset[str]
    led_by_people: frozenset[str]
    generic_heads: frozenset[str]
    feminine_plurals: frozenset[str]
    aliases: frozenset[str]
    uncounted: frozenset[str]
    reflexives: frozenset[str]
    owned: frozenset[str]
    belonging: frozenset[str]
    befall: frozenset[str]
    fired: frozenset[str]
    serving_men: frozenset[str]
    unfinished: frozenset[str]
    envoys: frozenset[str]
    from_anywhere: frozenset[str]
    platforms: frozenset[str]
    armed_heads: frozenset[str]
    ruling: frozenset[str]
    masculine_states: frozenset[str]
    adverbials: frozenset[str]
    no_offices: frozenset[str]
    relations: frozenset[str]
    qualifiers: frozenset[str]
    without: frozenset[str]
    partitive: frozenset[str]
    inside: frozenset[str]
    on_behalf: frozenset[str]
    outlet_heads: frozenset[str]
    personal_offices: frozenset[str]
    abstracts: frozenset[str]
    deeds: frozenset[str]
    posted: frozenset[str]
    whose: frozenset[str]
    systems: frozenset[str]
    kinds_of_system: frozenset[str]
    portfolios: frozenset[str]
    ministries: frozenset[str]
    governing_boards: frozenset[str]
    charged: frozenset[str]
    serving: frozenset[str]
    responsible: frozenset[str]
    joined_genitives: frozenset[str]
    numbers: frozenset[str]  # from three on, without article
    reporting: frozenset[str]  # lemmas of all verbs of reporting
    saying: frozenset[str]  # lemmas of verbs that only a speaker is subject of
    office_prepositions: dict[str, frozenset[str]]  # an empty set: any office takes it

    def is_uncounted(self, base: str) -> bool:
        """``آلاف``, ``المئات``: a number that nobody has counted."""
        return base in self.uncounted or base.removeprefix("ال") in self.uncounted


@cache
def phrase_book() -> PhraseBook:
    """The book, loaded once a process."""
    return compiled_as(PhraseBook, "phrases", build)


def build() -> PhraseBook:
    """Compile the book from the knowledge."""
    phrases = load.language("phrases", Phrases)
    verbs = load.language("reporting", Reporting).verb
    lists = {name: _folded(words) for name, words in msgspec.structs.asdict(phrases).items() if name != "office_prepositions"}
    return PhraseBook(
        **lists,
        numbers=frozenset(word for word, atom in numbers.atoms().items() if atom.value > 2 and not atom.ordinal and not atom.article),
        reporting=frozenset(lemma(v.verb) for v in verbs),
        saying=frozenset(lemma(v.verb) for v in verbs if v.kind != "carry"),
        office_prepositions={fold(word): _folded(offices) for word, offices in phrases.office_prepositions.items()},
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
