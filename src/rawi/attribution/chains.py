"""On whose word each clause stands: a chain of actors, nearest to the article first.

A clause of speech hands its speaker to the clauses that it introduces (``قال فلان إن …``, ``نقلت وكالة كذا عن فلان أن …``, quotes); a phrase
(``وفق …``, ``بحسب …``, ``كما أفاد …``) covers its whole sentence; ``وأضاف`` and its like carry the chain of the sentence before on; a sentence in
the outlet's own voice ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.actors.cast import Actor, Cast
from rawi.actors.same import org_words
from rawi.arabic.words import Token
from rawi.attribution.lexicon import ReportingBook, reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.people import Resolver
from rawi.clauses.units import Unit

_OUTLETS = ("ل", "مع", "الي", "إلى")


@dataclass(slots=True)
class Attribution:
    """``own``: the chain for what the clause's verb itself does; ``content``: for what stands in the clauses it introduces."""

    own: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    speaker: tuple[int, ...] = ()
    is_source: bool = False  # the clause only names a source: ``وفق ما أعلنت الوزارة``
    denied: bool = False
    why: list[str] = field(default_factory=list)


class Attributor:
    """Walks an article sentence by sentence and keeps who is speaking."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver) -> None:
        self.tokens, self.cast, self.resolver = tokens, cast, resolver
        self.book: ReportingBook = reporting()
        self.unspoken = clause_book().unspoken
        self.outer: tuple[int, ...] = ()  # the chain outside the last speaker
        self.content: tuple[int, ...] = ()  # the chain of what the last speaker said
        self.quote_open = False

    def sentence(self, clauses: Sequence[Clause], begins_in_quote: bool) -> dict[int, Attribution]:
        """The attribution of every clause (by ``id``) of one sentence."""
        found: dict[int, Attribution] = {}
        phrase = self._phrases(clauses, found)
        continued = self._continued(clauses, begins_in_quote)
        for clause in clauses:
            if id(clause) not in found:
                found[id(clause)] = self._clause(clause, found, phrase, continued)
        self._remember(clauses, found)
        return found

    def kind(self, clause: Clause) -> str:
        """The kind of reporting verb that heads the clause, ``act`` for another verb of speech, or an empty text."""
        if clause.verb is None or (clause.dropped and clause.verb.stem in self.unspoken):
            return ""
        for reading in clause.verb.readings:
            if known := self.book.verbs.get(reading.lemma):
                return known.kind
        return "act" if any(r.lemma in self.book.speech for r in clause.verb.readings) else ""

    # --- one clause ---------------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, found: dict[int, Attribution], phrase: tuple[int, ...], continued: tuple[int, ...]) -> Attribution:
        base = phrase or continued
        if clause.parent is not None and id(clause.parent) in found:
            outer = found[id(clause.parent)]
            base = outer.content if clause.kind == "content" else outer.own
            if clause.kind == "content" and outer.denied:
                return self._spoken(clause, base, denied=True)
        return self._spoken(clause, base)

    def _spoken(self, clause: Clause, base: tuple[int, ...], denied: bool = False) -> Attribution:
        kind = self.kind(clause)
        speakers = tuple(self._speakers(clause)) if kind or clause.verb is None else ()
        outlets = tuple(a for a in self._outlets(clause, speakers) if a not in base) if kind else ()
        own = (*base, *outlets)
        if not kind and clause.verb is not None:
            return Attribution(base, base, (), denied=denied)
        links = self._further(clause) if kind else ()
        content = tuple(dict.fromkeys((*own, *speakers, *links)))
        if links:
            speakers = links
        return Attribution(
            own, content, speakers, denied=denied or kind == "deny", why=[f"{kind or 'topic'}: {clause.verb.stem if clause.verb else ''}"]
        )

    def _speakers(self, clause: Clause) -> list[int]:
        if clause.verb is None:
            return [a for u in clause.subject if u.head is not None for a in self.resolver.of_found(u.head)]
        if clause.subject and self._is_carrier(clause.subject[0]):
            return self._behind_carrier(clause.subject[0], clause)
        if clause.verb.stem.startswith("جاء") and (groups := clause.slots.get("في")):
            return self._behind_carrier(groups[0][0], clause)
        return self.resolver.subject(clause)

    def _is_carrier(self, unit: Unit) -> bool:
        return unit.stem in self.book.carriers

    def _behind_carrier(self, unit: Unit, clause: Clause) -> list[int]:
        """Whose statement it is: ``بيان الوزارة``, ``بيان للسفارة``; ``البيان`` is the last speaker's."""
        if actors := self.resolver.of_group([unit]):
            return actors
        for slot in ("ل", "عن", "من"):
            for group in clause.slots.get(slot, []):
                if group[0].first < unit.first:
                    continue
                if actors := self.resolver.of_group(group):
                    return actors
        if unit.definite and self.resolver.last_speaker:
            return self.resolver.last_speaker
        if not unit.definite and unit.last - unit.first > 1:
            return [self._anonymous(unit)]
        return []

    def _anonymous(self, unit: Unit) -> int:
        """``تقرير إخباري``: a source known by its description only."""
        words = frozenset(t.word.form for t in self.tokens[unit.first : unit.last])
        for index, actor in enumerate(self.cast.actors):
            if actor.kind == "group" and actor.words == words:
                return index
        return self.cast.add(Actor("group", self._describe(unit), words=words))

    def _describe(self, unit: Unit) -> str:
        """The words of a phrase in their folded spelling."""
        return " ".join(t.word.base if k == 0 else t.word.form for k, t in enumerate(self.tokens[unit.first : unit.last]))

    def _outlets(self, clause: Clause, speakers: tuple[int, ...]) -> list[int]:
        """Outlets told (``لوكالة كذا``) and agencies that carried the statement (``في بيان نشرته وكالة كذا``)."""
        found: list[int] = []
        for slot in _OUTLETS:
            for group in clause.slots.get(slot, []):
                found += [a for a in self.resolver.of_group(group) if self._is_outlet(a)]
        for groups in clause.slots.values():
            for group in groups:
                for unit in group:
                    if self._is_carrier(unit):
                        found += [a for f in unit.found if (a := f.actor) >= 0 and self._is_outlet(a)]
        return [a for a in dict.fromkeys(found) if a not in speakers]

    def _publishes(self, actor: int, clause: Clause) -> bool:
        """``في بيان نشرته الرئاسة``: a body that published the statement of somebody who is not its own head."""
        entry = self.cast.actors[actor]
        speakers = self.resolver.subject(clause.parent) if clause.parent is not None else []
        roles = {w for s in speakers for w in org_words(self.cast.actors[s].role or "")}
        return entry.kind == "organization" and actor not in speakers and bool(speakers) and not entry.words <= roles

    def _is_outlet(self, actor: int) -> bool:
        return self.cast.actors[actor].sector == "MED" and self.cast.actors[actor].kind == "organization"

    def _further(self, clause: Clause) -> tuple[int, ...]:
        """``نقلت … عن فلان``: the links behind the one that passes on."""
        if clause.verb is None:
            return ()
        for reading in clause.verb.readings:
            known = self.book.verbs.get(reading.lemma)
            for slot in (*(known.source if known else ()), "نقلا عن"):
                for group in clause.slots.get(slot, []):
                    if actors := self.resolver.of_group(group):
                        return tuple(actors)
        return ()

    # --- phrases and continuation ------------------------------------------------------------------------------------------

    def _phrases(self, clauses: Sequence[Clause], found: dict[int, Attribution]) -> tuple[int, ...]:
        """The chain that ``وفق``, ``بحسب``, ``كما أفاد`` and their like give to the whole sentence."""
        chain: list[int] = []
        for number, clause in enumerate(clauses):
            passed_on = clause.slots.get("نقلا عن", []) if not self.kind(clause) else []
            for group in (*clause.slots.get("source", []), *passed_on):
                if self._is_carrier(group[0]) or (not group[0].found and group[0].head is None):
                    chain += self._carried(group, clauses[number + 1 : number + 2], found, clause)
                else:
                    chain += self.resolver.of_group(group)
            if self._names_source(clause, clauses[number + 1 :]):
                chain += self._speakers(clause)
                chain += self._further(clause)
                found[id(clause)] = Attribution(is_source=True)
            elif self._carrier_relative(clause):
                chain += [a for a in self._speakers(clause) if self._is_outlet(a) or self._publishes(a, clause)]
                found[id(clause)] = Attribution(is_source=True)
        return tuple(dict.fromkeys(a for a in chain if a >= 0))

    def _carried(self, group: Sequence[Unit], following: Sequence[Clause], found: dict[int, Attribution], clause: Clause) -> list[int]:
        """``وفق بيان أصدرته الوزارة``, ``بحسب بيان للجيش``."""
        behind = self._behind_carrier(group[0], clause) if group[0].found or clause.slots.get("ل") else []
        for after in following:
            if after.verb is not None and after.head is group[-1] and (actors := self.resolver.of_group(after.subject)):
                found[id(after)] = Attribution(is_source=True)
                return [*actors, *[b for b in behind if b not in actors]]
        return behind or (self._behind_carrier(group[0], clause) if self._is_carrier(group[0]) else [])

    def _names_source(self, clause: Clause, rest: Sequence[Clause]) -> bool:
        opener = clause.opener
        if opener is None or clause.verb is None:
            return False
        if opener.slot == "source" or opener.stem in ("حسبما", "وفقما"):
            return True
        if opener.stem != "كما" or clause.dropped or self.kind(clause) not in ("say", "carry", "add", "claim"):
            return False
        return (
            not any(c.parent is clause for c in rest) and not clause.object and not any(s in clause.slots for s in ("عن", "علي", "على", "إلى", "ب"))
        )

    def _carrier_relative(self, clause: Clause) -> bool:
        """``في بيان نشرته وكالة كذا``, ``البيان الذي بثته وكالة كذا``."""
        return (
            clause.verb is not None
            and clause.by_relative
            and clause.head is not None
            and (self._is_carrier(clause.head) or clause.head.stem in ("نبا", "خبر"))
        )

    def _continued(self, clauses: Sequence[Clause], begins_in_quote: bool) -> tuple[int, ...]:
        """The chain that the sentence goes on with: none where the outlet speaks for itself again."""
        main = next((c for c in clauses if c.verb is not None), None)
        if begins_in_quote:
            return self.content
        if main is None or main.kind not in ("main", "coordinate") or not self.kind(main):
            return ()
        if main.dropped or (main.subject and self._is_carrier(main.subject[0])):
            return self.outer
        speakers = self.resolver.subject(main)
        return self.outer if speakers and set(speakers) <= set(self.resolver.last_speaker) else ()

    def _remember(self, clauses: Sequence[Clause], found: dict[int, Attribution]) -> None:
        for clause in clauses:
            here = found[id(clause)]
            if clause.kind in ("main", "coordinate") and here.speaker and not here.is_source:
                self.outer, self.content = tuple(a for a in here.content if a not in here.speaker), here.content
                self.resolver.last_speaker = list(here.speaker)
        main = clauses[0]
        if main.verb is not None and not found[id(main)].speaker and not found[id(main)].is_source:
            subjects = self.resolver.subject(main)
            if subjects:
                self.resolver.last_speaker = subjects
            if main.kind == "main":
                self.outer = self.content = ()
