"""Whom a protest is against, by what its sentence says of slogans, reasons and demands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rawi.actors.found import Found
from rawi.arabic.letters import fold
from rawi.clauses.clause import Clause
from rawi.events.draft import Draft
from rawi.events.surroundings import Surroundings
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Grievances as Words

_REACH = 12  # words from a word of protest to whom it is against
_ANSWERABLE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD", "PTY", "OPP", "REB", "UAF", "SPY"))  # groups that people protest against


class GrievanceBook(NamedTuple):
    """The folded words of ``knowledge/language/grievances.toml``, under its names."""

    against: frozenset[str]
    demand: frozenset[str]
    removal: frozenset[str]
    suffered: frozenset[str]
    doers: frozenset[str]
    venues: frozenset[str]
    prisons: frozenset[str]


@cache
def grievance_book() -> GrievanceBook:
    """The book, loaded once a process."""
    return compiled_as(GrievanceBook, "grievances", build)


def build() -> GrievanceBook:
    """Compile the book from the knowledge."""
    words = load.language("grievances", Words)
    return GrievanceBook(*(frozenset(map(fold, getattr(words, name))) for name in GrievanceBook._fields))


class Grievances:
    """Finds whom the protests of one article are against."""

    def __init__(self, around: Surroundings) -> None:
        self.around, self.book = around, grievance_book()
        self.tokens, self.cast, self.resolver, self.starts = around.tokens, around.cast, around.resolver, around.starts
        self.protesters: Sequence[int] = ()

    def address(self, draft: Draft, clauses: Sequence[Clause]) -> None:
        """Set the recipients of a protest from its sentence: slogans and reasons first, then demands, then where it is held."""
        units = [u for c in clauses for u in c.units]
        first, last = min(u.first for u in units), max(u.last for u in units)
        searches = [("what it is against", self._against, first), ("what it demands", self._demanded, first)]
        if not draft.recipients:
            searches += [("where it is held", self._before, draft.at), ("where it is held", self._before, first)]
        if draft.mode == "hunger":
            searches.append(("who holds them", self._holders, first))
        self.protesters = draft.actors
        for why, find, start in searches:
            if targets := find(start, last):
                draft.recipients = targets
                draft.why["recipients"] = why
                break
        draft.recipients = list(dict.fromkeys(self._state_of_mission(r) for r in draft.recipients))

    def _against(self, first: int, last: int) -> list[int]:
        """``هتافات مناهضة للحكومة``, ``احتجاجا على تصريحات الرئيس``, ``«الموت لأمريكا»``."""
        for at in range(first, last):
            if self._is(at, self.book.against) and at not in self.starts and (targets := self._named_after(at + 1, min(at + 1 + _REACH, last))):
                return targets
        return []

    def _demanded(self, first: int, last: int) -> list[int]:
        """``مطالبين الحكومة بـ…``: whom something is asked of; ``برحيل الرئيس``: who is to go."""
        targets: list[int] = []
        for at in range(first, last - 1):
            mention = self.starts.get(at + 1)
            if mention is None:
                continue
            asked = self._is(at, self.book.demand) and not self.tokens[at + 1].word.preposition
            if asked or self._is(at, self.book.removal):
                targets += [t for t in self._joined(mention) if t not in targets]
        return targets

    def _before(self, first: int, last: int) -> list[int]:
        """``ساروا نحو السفارة التونسية``, ``احتلوا مقر الحكومة``: whose building it is."""
        for at in range(first, last):
            if self._is(at, self.book.venues):
                near = next((m for k in range(at, min(at + 4, last)) if (m := self.starts.get(k)) is not None), None)
                if near is not None and near.kind in ("organization", "person", "role", "group", "state") and (targets := self._joined(near)):
                    return targets
        return []

    def _holders(self, first: int, last: int) -> list[int]:
        """``أسرى في السجون الإسرائيلية``: whose prison it is."""
        held_in = (at for at in range(first, last - 1) if self._is(at, self.book.prisons) and self.starts.get(at + 1) is not None)
        return next((targets for at in held_in if (targets := self._joined(self.starts[at + 1]))), [])

    def _is(self, at: int, words: frozenset[str]) -> bool:
        word = self.tokens[at].word
        return word.stem in words or word.base in words

    def _named_after(self, at: int, last: int) -> list[int]:
        """Whoever is named first behind a word of protest; behind what somebody suffered, who made him suffer it."""
        suffered = False
        while at < last:
            word = self.tokens[at].word
            mention = self.starts.get(at)
            if word.stem in self.book.suffered:
                suffered = True
            elif word.stem in self.book.doers:
                suffered = False
            elif word.form in (".", ":", ";", ",") or (word.conjunction and any(v.tense == "perfect" for v in word.verbs)):
                return []
            elif mention is None and not suffered and (target := self._pronoun(at)):
                return target
            elif mention is not None and mention.kind != "place":
                if not suffered and (targets := self._joined(mention)):
                    return targets
                at = max(mention.last, at + 1)
                continue
            at += 1
        return []

    def _pronoun(self, at: int) -> list[int]:
        """``احتجاجا على زيارته``: what somebody named before does or is."""
        base = self.tokens[at].word.base
        pronoun = next((p for p in ("ها", "ه") if base.endswith(p)), "")
        bare = base.removesuffix(pronoun)
        noun, counts = bare[:-1] + "ه" if bare.endswith("ت") else bare, self.resolver.lex.counts
        if not pronoun or self.tokens[at].word.marbuta or counts.get(noun, 0) <= counts.get(base, 0):
            return []
        actors = self.resolver.of_pronoun(pronoun, at, None)
        return [a for a in actors if a not in self.protesters and self.cast.actors[a].kind in ("person", "state", "organization")]

    def _joined(self, mention: Found) -> list[int]:
        """A mention's actors, and those of the mentions joined to it by ``و``; an adjective of origin stands for its state."""
        targets = self._of(mention)
        while targets and (following := self.starts.get(mention.last)) is not None and self.tokens[following.first].word.conjunction:
            targets += [t for t in self._of(following) if t not in targets]
            mention = following
        return targets

    def _of(self, mention: Found) -> list[int]:
        """Who can be protested against: no protester, no outlet, no crowd."""
        if mention.kind == "nisba":
            return [self.cast.state(mention.country)] if mention.country else []
        actors = [a for a in self.resolver.of_found(mention) if a not in self.protesters]
        return [a for a in actors if self.cast.actors[a].kind != "group" or self.cast.actors[a].sector in _ANSWERABLE]

    def _state_of_mission(self, actor: int) -> int:
        """``أمام السفارة الأمريكية`` is against the United States."""
        country = self.cast.actors[actor].country if self.around.is_mission(actor) else None
        return self.cast.state(country) if country else actor
