"""Demands without a verb of asking: what a speaker says that others must do."""

from __future__ import annotations

from rawi.arabic.lexicon import lexicon
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import NOUN
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.slots import Slots
from rawi.events.triggers import trigger_book


class Duties:
    """Finds the demands of one article that no trigger tells of."""

    def __init__(self, slots: Slots, drafter: Drafter) -> None:
        self.slots, self.drafter = slots, drafter
        self.tokens, self.cast, self.resolver = slots.tokens, slots.cast, slots.resolver
        self.masdars = lexicon().masdars
        self.duty, self.needful, self.openers = trigger_book().duty, clause_book().needful, clause_book().subjunctive

    def tell(self, clause: Clause, sentence: int) -> Draft | None:
        """``قال فلان إن على إسرائيل أن تنسحب``, ``… إنه من الضروري أن تصل المساعدات``: a demand of the speaker."""
        if clause.kind != "content" or clause.verb is not None or not clause.units:
            return None
        inner = self.slots.content_of(clause)
        if not self._is_noun_of_duty(clause) and (inner is None or inner.opener is None or inner.opener.stem not in self.openers):
            return None
        asked = self.slots.slot(clause, "على", False, True)
        if not asked and not any(g[0].stem in self.needful for g in clause.slots.get("من", [])):
            return None
        speakers = [s for s in self.resolver.speaker(clause) if self.cast.actors[s].sector != "MED"]
        recipients = [r for r in asked or self.slots.slot(clause, "content", False, False) if r not in speakers]
        if asked and not recipients:
            return None
        first, last = clause.units[0].first, clause.units[-1].last
        return self.drafter.draft(self.duty, clause, first, last, speakers, recipients, "verb", sentence)

    def _is_noun_of_duty(self, clause: Clause) -> bool:
        """``إن على إسرائيل سحب قواتها``: a verbal noun of its own right behind whom it falls to."""
        units = clause.units
        if len(units) < 2 or units[0].slot != "على" or units[0].kind != NOUN or not clause.subject:
            return False
        asked = clause.subject[0]
        acts = asked.stem in self.masdars or any(trigger_book().nouns_at([asked.stem]))
        return asked is units[1] and acts and (asked.definite or asked.last - asked.first > 1 or len(units) > 2)
