"""Promises that no trigger tells of: what a speaker says that he will do."""

from __future__ import annotations

from rawi.actors.same import org_words
from rawi.attribution.lexicon import reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.slots import Slots
from rawi.events.triggers import trigger_book


class Promises:
    """Finds the promises of one article."""

    def __init__(self, slots: Slots, drafter: Drafter) -> None:
        self.slots, self.drafter = slots, drafter
        self.tokens, self.cast, self.resolver, self.trace = slots.tokens, slots.cast, slots.resolver, slots.trace
        self.promise, self.speech = trigger_book().promise, reporting().speech
        self.no_promise, self.impersonal = clause_book().no_promise, clause_book().impersonal
        self.affirming = clause_book().affirming

    def tell(self, clause: Clause, sentence: int) -> Draft | None:
        """``قال فلان إن بلاده ستعزز …``: what a speaker says that he, his state or his body will do is a promise, or a refusal (``لن``)."""
        verb = clause.verb
        if verb is None or clause.kind != "content" or clause.parent is None or clause.parent.verb is None:
            return None
        future = any(r.future for r in verb.readings) or (verb.negated and self.tokens[verb.first - 1].word.form == "لن")
        if not future or not any(r.lemma in self.speech for r in clause.parent.verb.readings):
            return None
        if any(r.lemma in self.no_promise for r in verb.readings) or verb.stem in self.impersonal:
            return None
        speakers = self.resolver.subject(clause.parent)
        subject = self.resolver.subject(clause)
        if speakers and not verb.negated and (assured := self._assured(clause.parent, speakers)):
            return self.drafter.draft(self.promise, clause, verb.first, verb.last, list(speakers), assured, "verb", sentence)
        if clause.dropped and clause.opener is not None and speakers and not self._is_meant(clause.opener.pronoun, speakers):
            return None
        if not speakers or not subject or not all(self._is_self(s, speakers) for s in subject):
            return None
        recipients = self.slots.ahead(clause, verb.last, speakers) or [
            a for a in self.slots.slot(clause.parent, "object", False, False) if a not in speakers
        ]
        if not recipients and len(speakers) < 2 and not verb.negated:
            return None
        if self.trace is not None:
            self.trace.filled("speaker", clause.parent.subject, speakers)
        draft = self.drafter.draft(self.promise, clause, verb.first, verb.last, list(speakers), recipients, "verb", sentence)
        if draft is not None and any(g.status == "hypothetical" for r in verb.readings for _, g in trigger_book().support.get(r.lemma, ())):
            draft.status, draft.why["status"] = "hypothetical", "only considered"  # ``قالت إنها ستدرس العودة``
        return draft

    def _assured(self, speech: Clause, speakers: list[int]) -> list[int]:
        """``أكدت إيران للمبعوث أن الهدنة ستحترم``: whoever is assured of what is to come is promised it."""
        if speech.verb is None or not any(r.lemma in self.affirming for r in speech.verb.readings):
            return []
        return [a for a in self.slots.slot(speech, "ل", False, False) if a not in speakers and self.cast.actors[a].sector != "MED"]

    def _is_meant(self, pronoun: str, speakers: list[int]) -> bool:
        """``قالت الجماعة إنه لن يمر``: whether the pronoun behind ``إن`` can mean whoever speaks."""
        return not pronoun or len(speakers) > 1 or self.resolver.fits(speakers[0], pronoun) or self.cast.actors[speakers[0]].kind != "organization"

    def _is_self(self, actor: int, speakers: list[int]) -> bool:
        if actor in speakers:
            return True
        entry = self.cast.actors[actor]
        for speaker in (self.cast.actors[s] for s in speakers):
            if entry.kind == "state" and entry.country == speaker.country and speaker.kind in ("person", "organization"):
                return True
            if entry.kind == "organization" and speaker.kind == "person" and speaker.role and entry.words <= org_words(speaker.role):
                return True
        return False
