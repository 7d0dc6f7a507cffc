"""What stands around the acts of one article: where its mentions begin, which bodies are missions, which nouns are buildings.

Whoever completes an act's parties beside its frame looks here; the words are those of ``knowledge/language/parties.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rawi.actors.cast import Cast
from rawi.actors.found import Found
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.people import Resolver
from rawi.clauses.units import Unit
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import PartySlot, PartyWords


class PartyBook(NamedTuple):
    """The folded words, under their names in the file, and the names of slots."""

    buildings: frozenset[str]
    missions: frozenset[str]
    deals: frozenset[str]
    mere_people: frozenset[str]
    slots: dict[PartySlot, tuple[str, ...]]


@cache
def party_book() -> PartyBook:
    """The book, loaded once a process."""
    return compiled_as(PartyBook, "parties", build)


def build() -> PartyBook:
    """Compile the book from the knowledge."""
    words = load.language("parties", PartyWords)
    return PartyBook(_folded(words.buildings), _folded(words.missions), _folded(words.deals), _folded(words.mere_people), words.slots)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


class Surroundings:
    """One article's words, actors and mentions."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver) -> None:
        self.tokens, self.cast, self.resolver, self.book = tokens, cast, resolver, party_book()
        self.starts: dict[int, Found] = {f.first: f for f in resolver.found}

    def units_in(self, clause: Clause, slot: PartySlot) -> list[Unit]:
        """The noun phrases of a clause behind the prepositions of a kind of slot, in the order of the file."""
        return [u for name in self.book.slots[slot] for group in clause.slots.get(name, []) for u in group]

    def is_building(self, unit: Unit) -> bool:
        """``مقر الحكومة``: the seat of somebody, and not they."""
        return unit.head is None and unit.stem in self.book.buildings

    def is_mere_count(self, actor: int) -> bool:
        """``12 شخصا``: a count of people of whom nothing more is said; ``ستة أشخاص يشتبه في …`` are described."""
        entry = self.cast.actors[actor]
        if entry.kind != "group" or not entry.mentions:
            return False
        if entry.mentions[0].rule != "people by number" and fold(entry.name) not in self.book.mere_people:
            return False
        last = entry.mentions[0].last
        following = self.tokens[last].word if last < len(self.tokens) else None
        described = following is not None and (following.verbs or following.function == "relative") and not following.conjunction
        return fold(entry.name).split()[-1] in self.book.mere_people and not described

    def is_mission(self, actor: int) -> bool:
        """``السفارة الأمريكية``: an embassy or consulate of some state."""
        entry = self.cast.actors[actor]
        return entry.kind == "organization" and bool(entry.country) and fold(entry.name).split()[0].removeprefix("ال") in self.book.missions
