"""Words that take up who was named before: ``الجانبان``, ``الأخير``, ``نظيره``."""

from __future__ import annotations

from rawi.actors.chains import Chains
from rawi.actors.found import COUNTERPART, LATTER, Found
from rawi.actors.passage import Finder, Passage
from rawi.actors.people import People


class Anaphors(Finder):
    """Finds the words; whom they stand for is told by coreference."""

    def __init__(self, passage: Passage, chains: Chains, people: People) -> None:
        super().__init__(passage)
        self.chains, self.people = chains, people

    def taken_up(self, at: int) -> Found | None:
        """``الجانبان``, ``الرئيسان``, ``الأخير``; ``نظيره التركي فلان``; ``الجانب الروسي``."""
        word = self.tokens[at].word
        if pair := self.book.pairs.get(word.base):
            end, origins = at + 1, []
            if not word.article:  # ``طرفي النزاع``
                if end >= len(self.tokens) or not self.tokens[end].word.article:
                    return None
                end += 1
            while end < len(self.tokens) and self.tokens[end].word.article and (origin := self.passage.origin_after(end)) is not None:
                origins.append(origin)
                end += 1
            return Found(at, end, "pair", self.passage.text(at, end), title=pair, number="d", by="role", rule="pair", origins=tuple(origins))
        if word.base in self.book.latter:
            if at and self.tokens[at - 1].word.article and not word.conjunction and not word.preposition:
                return None  # ``الاجتماع الثلاثي الأخير``: an adjective
            return Found(at, at + 1, "role", self.passage.text(at, at + 1), title=LATTER, by="role", rule="the latter")
        if word.base in self.book.counterparts:
            return self._counterpart(at)
        if word.base in self.book.sides and (country := self.passage.origin_after(at + 1)):
            return Found(at, at + 2, "state", self.passage.text(at, at + 2), country, by="role", known_as=f"country/{country}", rule="side")
        return None

    def _counterpart(self, at: int) -> Found | None:
        end, country = self.chains.chain(at, at + 1, role=True)
        start = self.people.skip(end, commas=True)
        name_end = self.people.name_end(start, sure=True)
        if name_end > start:
            return self.people.person(at, start, name_end, self.passage.text(at, end), COUNTERPART, country, None, "counterpart")
        return Found(
            at, end, "role", self.passage.text(at, end), country, role=self.passage.text(at, end), title=COUNTERPART, by="role", rule="counterpart"
        )
