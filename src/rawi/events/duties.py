"""Demands without a verb of asking: what a speaker says that others must do."""

from __future__ import annotations

from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.slots import Slots
from rawi.events.triggers import trigger_book


class Duties:
    """Finds the demands of one article that no trigger tells of."""

    def __init__(self, slots: Slots, drafter: Drafter) -> None:
        self.slots, self.drafter = slots, drafter
        self.tokens, self.cast, self.resolver = slots.tokens, slots.cast, slots.resolver
        self.duty, self.needful = trigger_book().duty, clause_book().needful

    def tell(self, clause: Clause, sentence: int) -> Draft | None:
        """``قال فلان إن على إسرائيل أن تنسحب``, ``… إنه من الضروري أن تصل المساعدات``: a demand of the speaker."""
        if clause.kind != "content" or clause.verb is not None or not clause.units:
            return None
        inner = self.slots.content_of(clause)
        if inner is None or inner.opener is None or inner.opener.stem != "ان":
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
