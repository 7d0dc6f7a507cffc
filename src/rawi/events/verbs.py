"""Fire verbs: which verb of a clause tells of an act, and who does it to whom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.lexicon import VerbReading
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import NOUN, PARTICIPLE, Unit
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.slots import Slots
from rawi.events.triggers import Trigger, trigger_book

_TWO = 2
_ON_ACTS = frozenset(("ACCUSE", "SUPPORT", "REJECT"))  # said of acts that were told before


class Verbs:
    """Fires the verbs of one article. ``told`` is what it told before, which goes on growing."""

    def __init__(self, slots: Slots, drafter: Drafter, told: Sequence[Draft]) -> None:
        self.slots, self.drafter, self.told = slots, drafter, told
        self.tokens, self.resolver, self.trace = slots.tokens, slots.resolver, slots.trace
        self.book, self.words = trigger_book(), clause_book()
        self.leading = slots.cast.names.particles.leading

    def tell(self, clause: Clause, sentence: int) -> Draft | None:
        """The act that the clause's verb tells of, by the first of its triggers that holds."""
        verb = clause.verb
        assert verb is not None
        readings = [reading for reading in verb.readings if reading.lemma in self.book.verbs]
        nearby = self._words_after(clause) if readings else frozenset()
        for reading in readings:
            for trigger in self.book.verbs[reading.lemma]:
                if trigger.category == "REQUEST" and reading.voice == "passive":
                    continue  # ``ويدعى فلانا``: he is called so
                near = nearby | self._words_in_content(clause) if trigger.verbal and trigger.entry.having else nearby
                if not trigger.is_met(near, trigger.entry.together and self._act_together(clause)):
                    if self.trace is not None:
                        self.trace.unmet(verb.first, verb.last, trigger, nearby)
                    continue
                if trigger.entry.by and not trigger.by & self.slots.acting(clause):
                    self.drafter.no_draft(verb.first, verb.last, trigger, "by")
                    continue
                if (draft := self._fill_verb(clause, reading, trigger, sentence)) is not None:
                    return draft
        return None

    def _act_together(self, clause: Clause) -> bool:
        """``بحث ملك الأردن والرئيس المصري``: two or more people, states or bodies are the subject."""
        actors = [self.slots.cast.actors[a] for a in self.resolver.of_group(clause.subject)]
        return len(actors) > 1 and all(a.kind != "group" or a.title for a in actors)

    def _words_after(self, clause: Clause) -> set[str]:
        """The words that follow the verb in its clause, as written without clitics and without the article."""
        verb = clause.verb
        assert verb is not None
        words: set[str] = set()
        for unit in clause.units:
            if unit.first < verb.first and unit not in clause.subject and unit not in clause.object:
                continue
            words.update(_words_of_slot(unit.slot))
            if unit.slot == "بسبب":  # ``احتجاجا على``, ``جراء``: the reason as it is written
                words.update(t.word.base for t in self.tokens[max(verb.last, unit.first - 2) : unit.first])
            for token in self.tokens[unit.first : min(unit.last, self._head_end(unit))]:
                if not token.index or self.tokens[token.index - 1].word.form not in self.leading:  # the second word of ``عبد الله`` says nothing
                    words.update((token.word.base, token.word.stem))
        words.update(w for c in clause.contents if c.opener is not None for w in (c.opener.stem, fold(c.opener.slot)))
        if clause.head is not None:
            words.update(t.word.stem for t in self.tokens[clause.head.first : clause.head.last])
        return words

    def _words_in_content(self, clause: Clause) -> set[str]:
        """What is said, asked or warned of: the words of the content clause (``حذر أنقرة من أنها ستواجه عواقب``)."""
        inner = self.slots.content_of(clause)
        if inner is None:
            return set()
        return {w for u in inner.units for t in self.tokens[u.first : min(u.last, u.first + 2)] for w in (t.word.base, t.word.stem)}

    def _head_end(self, unit: Unit) -> int:
        """The words in which a phrase says what it is: the first two, and those after a number or a word of quantity."""
        end = unit.first + 2
        if self.tokens[unit.first].word.stem in self.words.counting:  # ``مجموعة ثامنة من العقوبات``
            end = next((t.index + 2 for t in self.tokens[unit.first : min(unit.first + 4, unit.last)] if t.word.form == "من"), end)
        for token in self.tokens[unit.first : unit.last]:
            if token.word.kind != "number" and token.word.function != "quantifier" and token.word.stem not in self.words.counting:
                break
            end += 1
        return end + (unit.head is not None and unit.head.last - unit.head.first)

    def _fill_verb(self, clause: Clause, reading: VerbReading, trigger: Trigger, sentence: int) -> Draft | None:
        verb = clause.verb
        assert verb is not None
        frame = trigger.frame
        if clause.kind == "relative" and reading.tense == "imperfect" and not reading.future:
            if trigger.verbal and (by := self._who_passed(clause)):
                recipients = [r for r in self.slots.first_filled(clause, frame.recipient, trigger, False) if r not in by]
                return self.drafter.draft(trigger, clause, verb.first, verb.last, by, recipients, "verb", sentence)
            self.drafter.no_draft(verb.first, verb.last, trigger, "description")  # ``التي تساند القوات``: no act
            return None
        if (given := self._object_as_subject(clause, reading, trigger)) is not None:
            return self.drafter.draft(trigger, clause, verb.first, verb.last, *given, "verb", sentence)
        takes_object = "object" in (*frame.actor, *frame.recipient, *frame.partner)
        passive = (clause.passive and takes_object) or self._reads_passive(clause, reading, trigger)
        actors = self.slots.first_filled(clause, frame.actor, trigger, passive)
        recipients = self.slots.first_filled(clause, frame.recipient, trigger, passive)
        if trigger.category == "CONSULT":
            actors = [*actors, *[a for a in self.slots.slot(clause, "بمشاركة", passive, False) if a not in actors]]
        if trigger.entry.frame == "host":  # ``استقبل وفدا برئاسة فلان``: a delegation and every member that the text names
            actors = [*actors, *[a for a in self.slots.slot(clause, "برئاسة", passive, False) if a not in actors]]
        if not recipients and ((trigger.category == "SUPPORT" and frame.recipient) or self._about_sanctions(clause)):
            recipients = self.slots.state_in(clause.slots)
        if not recipients and trigger.category in ("AGREE", "THREATEN") and not frame.partner:
            recipients = self.slots.ahead(clause, verb.last, actors)
        if not recipients and trigger.category in _ON_ACTS:
            recipients = self._taken_up(clause, frame.recipient)
        if trigger.category == "CONSULT" and len(actors) == 1 and not clause.object and clause.subject and clause.before is not None:
            actors = [*[a for a in self.resolver.subject(clause.before) if a not in actors], *actors]  # ``وصل فلان …، والتقى الوزير``
        partners = self.slots.all_filled(clause, [s for s in frame.partner if s != "بين" or len(actors) < _TWO], passive)
        actors = [*actors, *[p for p in partners if p not in actors]]
        recipients = [r for r in recipients if r not in actors]
        if not recipients and clause.second and "object" in frame.recipient and self.resolver.of_group(clause.object):
            recipients = [r for r in self.resolver.of_group(clause.second) if r not in actors]  # ``استدعت ثلاث دول (كذا وكذا) سفير قطر``
        if trigger.category == "ACCUSE" and (doers := self.slots.slot(clause, "من قبل", passive, False)):
            recipients = [d for d in doers if d not in actors] or recipients  # ``أدانت احتلال السفارة من قبل الحوثيين``
        kind = "participle" if verb.kind == PARTICIPLE else "verb"
        return self.drafter.draft(trigger, clause, verb.first, verb.last, actors, recipients, kind, sentence)

    def _who_passed(self, clause: Clause) -> list[int]:
        """``صوت المجلس على قرار يدين الاستيطان``: what a resolution says, whoever passes it says."""
        around = clause.parent
        if (
            clause.head is None
            or around is None
            or not {t.word.stem for t in self.tokens[clause.head.first : clause.head.first + 2]} & self.words.texts
        ):
            return []
        if clause.head in around.units and (by := self._passed_by_noun(around.units[: around.units.index(clause.head)])):
            return by
        if around.verb is None:
            return []
        passed = not around.verb.negated and any(r.lemma in self.words.passing and not r.future for r in around.verb.readings)
        return self.resolver.subject(around) if passed else []

    def _passed_by_noun(self, before: Sequence[Unit]) -> list[int]:
        """``تصويت المجلس لصالح قرار يدين …``: the genitive of the noun of passing it."""
        passing = next((u for u in reversed(before) if u.kind == NOUN and u.stem in self.words.passing_nouns), None)
        return self.resolver.of_unit(passing, None) if passing is not None else []

    def _object_as_subject(self, clause: Clause, reading: VerbReading, trigger: Trigger) -> tuple[list[int], list[int]] | None:
        """``رحب بالاتفاق ودعا المتنازعين إلى …``: whoever stands right after a verb that goes on is whom it is done to.

        So with any group, and with anybody behind ``حث`` and ``ناشد``, which never stand without an addressee.
        """
        verb = clause.verb
        if verb is None or len(clause.subject) != 1 or "object" not in trigger.frame.recipient or not trigger.verbal:
            return None
        head = clause.subject[0].head
        if clause.subject[0].first < verb.first or self.resolver.of_group(clause.object):
            return None
        needed = head is not None and reading.lemma in self.words.needs_addressee
        goes_on = clause.before is not None and (clause.kind == "coordinate" or (clause.kind == "content" and bool(verb.conjunction)))
        called = head is not None and head.kind in ("state", "organization") and reading.lemma in self.words.calls and not clause.object
        own = (
            head is not None
            and head.kind == "group"
            and any(t.word.base in self.resolver.own_state for t in self.tokens[clause.subject[0].first : clause.subject[0].last])
        )  # ``ودعا حلفاء بلاده``
        if own and clause.before is None and verb.conjunction and not clause.object:
            goes_on = True
        if not (goes_on and (needed or called or (self._acts_for_nobody(clause.subject[0]) and not clause.object))) and not (
            needed and verb.conjunction and clause.kind == "main"
        ):
            return None
        actors = self.resolver.subject(clause.before) if clause.before is not None else self.resolver.last_speaker
        recipients = self.resolver.of_group(clause.subject)
        genders = {self.resolver.cast.actors[a].gender for a in actors}
        fitting = bool(genders) and (reading.gender in ("c", "u") or bool(genders & {"u", reading.gender}))
        return (actors, [r for r in recipients if r not in actors]) if fitting and set(recipients) - set(actors) else None

    def _acts_for_nobody(self, unit: Unit) -> bool:
        """``وتعارض أي تحرك أمريكي``: a thing condemns and refuses nothing, it is condemned; a statement speaks."""
        return unit.head.kind == "group" if unit.head is not None else bool(unit.found) and unit.stem not in self.words.texts

    def _reads_passive(self, clause: Clause, reading: VerbReading, trigger: Trigger) -> bool:
        """An unvocalized form that may be passive is, where the frame wants an object and there is only one participant."""
        if reading.voice == "active" or "object" not in (*trigger.frame.recipient, *trigger.frame.actor):
            return False
        if (clause.verb is not None and clause.verb.pronoun) or clause.object:
            return False
        if not clause.subject or any(t.word.stem in self.words.of_another for t in self.tokens[clause.subject[0].first : clause.subject[0].last]):
            return False  # ``قصفت طائرات تابعة للجيش``
        if any(self.slots.slot(clause, slot, False, False) for slot in trigger.frame.recipient if slot not in ("object", "subject", "ل")):
            return False  # ``اصطدم مسلحون بقوات الأمن``: whom it is done to stands behind a preposition
        if trigger.verbal:
            return (
                trigger.category == "ACCUSE"
                and trigger.mode == "allege"
                and "ب" in clause.slots
                and clause.kind in ("main", "coordinate")
                and not clause.dropped
            )
        head = clause.subject[0].head
        if clause.kind == "relative" or trigger.category in ("ASSAULT", "COERCE", "RETREAT"):
            return head is None or head.kind in ("person", "role", "group") or clause.kind == "relative"
        return False

    def _taken_up(self, clause: Clause, slots: Sequence[str]) -> list[int]:
        """``رحب بالاتفاق``, ``أدانت الهجوم``: an act told before, taken up with its article, stands for who did it."""
        for slot in slots:
            groups = [clause.object] if slot == "object" else clause.slots.get(slot, [])
            for unit in (g[0] for g in groups if g):
                if unit.head is not None or not self.tokens[unit.first].word.article:
                    continue
                word = self.tokens[unit.first].word
                told = {self.book.triggers[n].category for form in (word.base, word.stem) for _, n, _ in self.book.nouns.get(form, ())}
                before = next((d for d in reversed(self.told) if d.category in told and d.actors), None)
                if before is not None:
                    return list(before.actors)
        return []

    def _about_sanctions(self, clause: Clause) -> bool:
        """``علق الاتحاد عقوبات على قطاعات في سوريا``: sanctions befall the state in which they bite."""
        return any(u.stem in self.words.sanctions for u in clause.object[:1])


@cache
def _words_of_slot(slot: str) -> tuple[str, ...]:
    """``على هامش`` in its words, folded; the slots are those of the knowledge."""
    return tuple(fold(slot).split())
