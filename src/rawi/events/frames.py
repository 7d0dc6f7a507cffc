"""Fire triggers: which verbs and verbal nouns of a clause tell of an act, and which of them tell it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.actors.cast import Cast
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.people import Resolver
from rawi.clauses.units import NOUN, Unit
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.duties import Duties
from rawi.events.nouns import Nouns
from rawi.events.promises import Promises
from rawi.events.slots import Slots
from rawi.events.status import KEEPS_CATEGORY
from rawi.events.trace import Trace
from rawi.events.triggers import NounHit, TriggerBook, trigger_book
from rawi.events.verbs import Verbs

_TWO = 2


class Firing:
    """Fires the triggers of one article's clauses. ``told`` is what it told before, which goes on growing."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, told: Sequence[Draft], trace: Trace | None = None) -> None:
        self.tokens, self.resolver, self.trace = tokens, resolver, trace
        self.book: TriggerBook = trigger_book()
        self.unreal = clause_book().unreal
        self.matches = frozenset(token.index for token in tokens if token.word.base in self.book.match)  # words of a match
        slots = Slots(tokens, cast, resolver, trace)
        drafter = Drafter(slots)
        self.verbs, self.nouns = Verbs(slots, drafter, told), Nouns(slots, drafter, told)
        self.promises, self.duties = Promises(slots, drafter), Duties(slots, drafter)

    def reserve(self, clauses: Sequence[Clause]) -> None:
        """Note the nouns of a sentence that its relative clauses tell of."""
        self.nouns.reserve(clauses)

    def is_carried(self, clause: Clause) -> bool:
        """``اتهمه بشن غارة استهدفت مسجدا``: whether a relative clause only tells more of the act that its head names."""
        if clause.kind != "relative" or clause.opener is not None or clause.head is None:
            return False
        return bool(clause.head.slot) and clause.head.first in self.nouns.reserved

    def clause(self, clause: Clause, sentence: int, in_title: bool) -> list[Draft]:
        """All acts that the clause tells of: by its verb, by the verbal nouns that it carries, by nouns that need no verb."""
        drafts: list[Draft] = []
        if self._is_sport(clause):
            if self.trace is not None:
                self.trace.skip(clause, "sport")
            return drafts
        promise = None
        if (draft := self._of_clause(clause, sentence)) is not None:
            drafts.append(draft)
            promise = draft if draft.trigger is self.book.promise else None
        for unit, at, hit in self.nouns.find(clause):
            if at in self.nouns.reserved and clause.kind != "relative":
                if self.trace is not None:
                    self.trace.failed(at, at + hit.length, hit.trigger, "told by its clause")
                continue
            if any(d.at < at and self._is_content(d, clause, unit) for d in drafts) or self._is_charge(clause, unit, at):
                if self.trace is not None:
                    self.trace.failed(at, at + hit.length, hit.trigger, "content")
                continue
            if any(d.kind == "verb" and unit in clause.object and d.category != hit.trigger.category for d in drafts):
                continue  # ``علقت مساعداتها``: what the verb's act is done to
            if promise is not None and (draft := self._promised(clause, unit, at, hit, sentence, in_title)) is not None:
                drafts[drafts.index(promise)], promise = draft, None
                continue
            if any(d.trigger.verbal and d.at_end <= at < d.last and not self._joined_to(d, unit) for d in drafts):
                if self.trace is not None:
                    self.trace.failed(at, at + hit.length, hit.trigger, "content")
                continue  # what is asked, praised or promised is no act of its own
            if (draft := self.nouns.tell(clause, unit, at, hit, sentence, in_title)) is not None:
                drafts.append(draft)
        for draft in drafts:
            draft.in_title = in_title
        return [each for draft in drafts for each in self._one_by_one(draft)]

    def _one_by_one(self, draft: Draft) -> list[Draft]:
        """``تلقى اتصالين هاتفيين من فلان وفلان``: two talks, one with each."""
        bare = self.tokens[draft.at].word.base.removesuffix("ين").removesuffix("ان")
        is_dual = bare != self.tokens[draft.at].word.base and not self.book.nouns.keys().isdisjoint((bare, bare.removesuffix("ت") + "ه"))
        doers = self.resolver.subject(draft.clause)
        others = [a for a in (*draft.actors, *draft.recipients) if a not in doers]
        if draft.category != "CONSULT" or not is_dual or len(doers) != 1 or len(others) != _TWO:
            return [draft]
        return [self._without(draft, left) for left in reversed(others)]

    def _without(self, draft: Draft, left: int) -> Draft:
        actors, recipients = ([a for a in side if a != left] for side in (draft.actors, draft.recipients))
        return msgspec.structs.replace(draft, actors=actors, recipients=recipients, why=dict(draft.why), is_summed_up=True)

    def _of_clause(self, clause: Clause, sentence: int) -> Draft | None:
        """The act that the clause as a whole tells of: by its verb, as a promise, or without a verb as a duty."""
        if clause.verb is None:
            return self.duties.tell(clause, sentence)
        return self.verbs.tell(clause, sentence) or self.promises.tell(clause, sentence)

    def _promised(self, clause: Clause, unit: Unit, at: int, hit: NounHit, sentence: int, in_title: bool) -> Draft | None:
        """``أعلنت النقابة أنها ستنفذ إضرابا``: an act to come that keeps its category says more than that something is promised."""
        if hit.trigger.verbal or hit.trigger.category not in KEEPS_CATEGORY:
            return None
        draft = self.nouns.tell(clause, unit, at, hit, sentence, in_title)
        return draft if draft is not None and draft.kind == "supported noun" else None

    def _is_sport(self, clause: Clause) -> bool:
        """Teams, players and coaches attack and defend on the field."""
        units = (*clause.subject[:1], *clause.object[:1])
        if any(self.tokens[unit.first].word.stem in self.book.sport for unit in units):
            return True
        return bool(self.matches) and any(not self.matches.isdisjoint(range(unit.first, unit.last)) for unit in clause.units)

    def _is_content(self, draft: Draft, clause: Clause, unit: Unit) -> bool:
        """``حكمت عليه بالسجن وحظر السفر``: what stands in the slot that says to what is sentenced is no act beside the sentence."""
        slot = unit.slot or self._slot_before(clause, unit)
        return draft.kind == "verb" and draft.category == "SANCTION" and slot in draft.trigger.frame.content

    def _slot_before(self, clause: Clause, unit: Unit) -> str:
        if not unit.conjunction:
            return ""
        return next((u.slot for u in reversed(clause.units) if u.kind == NOUN and u.last <= unit.first and u.slot), "")

    def _is_charge(self, clause: Clause, unit: Unit, at: int) -> bool:
        """``بتهمة نشر أخبار``, ``اتهامهم بالتظاهر``, ``مكافحة الخطف``: behind these nouns an act is charged, feared or fought, not told."""
        if unit.slot == "ب" and self.tokens[at].word.stem in self.unreal:
            return True  # ``أوقفته بتهمة الانتماء إلى …``
        for before in reversed(clause.units):
            if before.first > unit.first:
                continue
            if before.kind != NOUN:
                return False
            if any(self.tokens[word].word.stem in self.unreal for word in range(before.first, min(before.first + 2, at))):
                return True
            if not before.slot and not before.conjunction and before is not unit:
                return False
        return False

    def _joined_to(self, draft: Draft, unit: Unit) -> bool:
        """``أكد دعمه ورفضه``: a second noun of stance joined to the first is a second act."""
        return draft.kind == "stance noun" and bool(unit.conjunction) and not unit.slot
