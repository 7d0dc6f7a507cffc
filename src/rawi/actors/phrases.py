"""The words by which noun phrases go on or end, as the scanner looks them up: which heads take what, which words only describe."""

from __future__ import annotations

from functools import cache

import msgspec

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Phrases, Reporting


class PhraseBook(msgspec.Struct, frozen=True):
    """``phrases.toml``, folded, and the verbs of saying of ``reporting.toml``."""

    qualities: frozenset[str]
    people_of: frozenset[str]
    linking_heads: frozenset[str]
    offices_to_bodies: frozenset[str]
    headed_by_people: frozenset[str]
    generic_heads: frozenset[str]
    feminine_plurals: frozenset[str]
    aliases: frozenset[str]
    numbers: frozenset[str]
    uncounted: frozenset[str]
    reflexives: frozenset[str]
    owned: frozenset[str]
    belonging: frozenset[str]
    befall: frozenset[str]
    adverbials: frozenset[str]
    no_offices: frozenset[str]
    relations: frozenset[str]
    qualifiers: frozenset[str]
    saying: frozenset[str]  # lemmas of verbs that only a speaker is subject of
    office_prepositions: dict[str, frozenset[str]]  # an empty set: any office takes it


@cache
def phrase_book() -> PhraseBook:
    """The book, loaded once a process."""
    return compiled_as(PhraseBook, "phrases", build)


def build() -> PhraseBook:
    """Compile the book from the knowledge."""
    phrases = load.language("phrases", Phrases)
    return PhraseBook(
        qualities=_folded(phrases.qualities),
        people_of=_folded(phrases.people_of),
        linking_heads=_folded(phrases.linking_heads),
        offices_to_bodies=_folded(phrases.offices_to_bodies),
        headed_by_people=_folded(phrases.headed_by_people),
        generic_heads=_folded(phrases.generic_heads),
        feminine_plurals=_folded(phrases.feminine_plurals),
        aliases=_folded(phrases.aliases),
        numbers=_folded(phrases.numbers),
        uncounted=_folded(phrases.uncounted),
        reflexives=_folded(phrases.reflexives),
        owned=_folded(phrases.owned),
        belonging=_folded(phrases.belonging),
        befall=_folded(phrases.befall),
        adverbials=_folded(phrases.adverbials),
        no_offices=_folded(phrases.no_offices),
        relations=_folded(phrases.relations),
        qualifiers=_folded(phrases.qualifiers),
        saying=frozenset(lemma(v.verb) for v in load.language("reporting", Reporting).verb if v.kind != "carry"),
        office_prepositions={fold(word): _folded(offices) for word, offices in phrases.office_prepositions.items()},
    )


def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
