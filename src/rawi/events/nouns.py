"""Fire verbal nouns: those that a verb carries, and those that tell of an act by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.actors.phrases import phrase_book
from rawi.actors.titles import title_book
from rawi.arabic.letters import fold
from rawi.arabic.words import Word
from rawi.attribution.denials import denier_of, does_not_deny
from rawi.attribution.lexicon import reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import NOUN, PARTICIPLE, VERB, Unit
from rawi.events.draft import Draft
from rawi.events.drafting import Drafter
from rawi.events.genitives import NounSlots
from rawi.events.slots import Slots, speak_for_places
from rawi.events.status import is_called_untrue
from rawi.events.trace import Reason
from rawi.events.triggers import NounHit, trigger_book
from rawi.lore.schema import SupportGroup

_REACH = 18  # words after a verbal noun up to which a phrase counts as near
_DEEP = 5  # words into a noun phrase in which a verbal noun may stand (``سلسلة غارات``, ``قرار قطع العلاقات``)
_TOLD_SLOTS = ("", "ب", "عن")  # where what a verb of reporting tells stands
_DENY = "deny"  # the group of verbs that carry what did not happen
_FULL_STOPS = frozenset((".", "!", "?", "؟"))
_HAPPEN = "happen"
_WHEN_OVER = ("بعد", "عقب", "إثر")  # ``عاد بعد زيارة إلى …``: whoever is back made it
_LONE_SLOTS = ("", "في", "عن", *_WHEN_OVER)  # a visit that one is invited to (ل) or that something was said on (خلال) is not told here


class Nouns:
    """Fires the verbal nouns of one article."""

    def __init__(self, slots: Slots, drafter: Drafter, told: Sequence[Draft]) -> None:
        self.told = told
        self.slots, self.drafter, self.parties = slots, drafter, NounSlots(slots)
        self.tokens, self.resolver, self.trace = slots.tokens, slots.resolver, slots.trace
        self.book, self.words = trigger_book(), clause_book()
        self.partitive = phrase_book().partitive
        self.reserved: set[int] = set()  # nouns that a relative clause with a support verb tells of: ``غارات شنها …``

    def reserve(self, clauses: Sequence[Clause]) -> None:
        """Note the nouns whose relative clause carries them: ``اللقاء الذي جرى بين …``, ``غارات شنها …``."""
        self.reserved.clear()
        for clause in clauses:
            if clause.kind == "relative" and clause.head is not None and clause.verb is not None and self._supports(clause.verb):
                around = clause.parent
                if around is not None and around.verb is not None and self._carries(around, clause):
                    continue  # ``نفذ انتحاري هجوما استهدف مركزا``: the verb before carries it, who does it
                self.reserved.update(range(clause.head.first, clause.head.last))

    def _carries(self, around: Clause, clause: Clause) -> bool:
        """Whether the verb around tells of the noun, and its relative clause only more: ``أعلن مسؤوليته عن هجوم استهدف فندقا``."""
        assert around.verb is not None and clause.verb is not None and clause.head is not None
        if clause.head in around.object:
            return self._supports(around.verb)
        groups = [group for r in around.verb.readings for _, group in self.book.support.get(r.lemma, ())]
        only_more = all(name == "happen" for r in clause.verb.readings for name, _ in self.book.support.get(r.lemma, ()))
        return only_more and any(group.reports and clause.head.slot in group.slot for group in groups)

    def _supports(self, verb: Unit) -> bool:
        return any(r.lemma in self.book.support for r in verb.readings)

    def find(self, clause: Clause) -> Iterator[tuple[Unit, int, NounHit]]:
        """The verbal nouns in the clause's phrases, with the word at which they stand."""
        carried = [clause.head] if clause.kind == "relative" and clause.head is not None and clause.head.first in self.reserved else []
        for unit in (*carried, *clause.units):
            if unit.kind != NOUN or unit.pronoun or (unit.head is not None and unit.head.kind in ("person", "state", "place")):
                continue
            for at in range(unit.first, min(unit.first + _DEEP, unit.last)):
                word = self.tokens[at].word
                if at > unit.first and not self._leads_to_act(self.tokens[at - 1].word) and not self._is_part(unit, at):
                    if self._goes_on_to_part(unit, at):
                        continue
                    break
                hits = self._hits(word.base, at) or (self._hits(word.stem, at) if word.article else [])
                hit = self._choose(hits, at, clause) if hits else None
                if hit is not None:
                    yield unit, at, hit
                    break

    def _hits(self, first: str, at: int) -> list[NounHit]:
        """The verbal nouns that begin at a word written as ``first``."""
        if first not in self.book.nouns:
            return []
        return list(self.book.nouns_at([first, *(t.word.form for t in self.tokens[at + 1 : at + 4])]))

    def _is_part(self, unit: Unit, at: int) -> bool:
        """``جولة جديدة من المفاوضات``: what stands behind ``من`` is what the phrase is about."""
        return self.tokens[at - 1].word.form in self.partitive and self._leads_to_act(self.tokens[unit.first].word)

    def _goes_on_to_part(self, unit: Unit, at: int) -> bool:
        """Whether ``من`` still comes, behind the lead and its adjective."""
        ahead = self.tokens[at : min(at + 2, unit.last)]
        return self._leads_to_act(self.tokens[unit.first].word) and any(t.word.form in self.partitive for t in ahead)

    def _leads_to_act(self, word: Word) -> bool:
        """``سلسلة غارات``, ``إعادة فتح``, ``ثلاث هجمات``: words before a verbal noun that leave it an act; ``خرق الهدنة`` is none."""
        return (
            word.stem in self.words.leads
            or word.kind == "number"
            or word.function in ("quantifier", "demonstrative")
            or word.stem in self.words.counting
        )

    def _choose(self, hits: list[NounHit], at: int, clause: Clause) -> NounHit | None:
        """The longest noun whose ``having`` and ``lacking`` hold for the words after it."""
        end = max([at + 8, *(u.last for u in clause.units if u.last <= at + _REACH)])
        end = next((t.index for t in self.tokens[at + 1 : end] if t.word.form in _FULL_STOPS), end)
        after = {w for t in self.tokens[at + 1 : end] for w in (t.word.base, t.word.stem)}
        for hit in hits:
            if not hit.trigger.is_met(after):
                if self.trace is not None:
                    self.trace.unmet(at, at + hit.length, hit.trigger, after)
                continue
            if hit.trigger.entry.by and not hit.trigger.by & (self.slots.acting(clause) | after):
                self.drafter.no_draft(at, at + hit.length, hit.trigger, "by")
                continue
            return hit
        return None

    def tell(self, clause: Clause, unit: Unit, at: int, hit: NounHit, sentence: int, in_title: bool) -> Draft | None:
        """The act that the verbal noun at ``at`` tells of, where it tells of one."""
        group = self._support(clause, unit, hit)
        if group is None and hit.trigger.entry.stance and (draft := self._expressed(clause, unit, at, hit, sentence)) is not None:
            return draft
        headline = in_title and clause.verb is None
        if unit.negated and group is not None and hit.trigger.verbal:
            return None  # ``أودعته السجن دون أي تهمة``
        if group is not None and group[1].reports and clause.verb is not None and clause.verb.negated:
            return None  # ``لم تعلن أي جهة مسؤوليتها عن الهجوم``
        if (reason := self._barred(clause, unit, at, hit, group is not None, headline)) is not None:
            if self.trace is not None:
                self.trace.failed(at, at + hit.length, hit.trigger, reason)
            return None
        actors, recipients, announcers = self._parties(clause, unit, at, hit, group)
        recipients = [r for r in recipients if r not in actors]
        if not recipients and self._is_suffering(at) and unit.last > at + 1 and self.tokens[unit.last - 1].word.base.endswith(("ه", "ها", "هم")):
            recipients = self.resolver.subject(clause)  # ``نفت الوزارة تعرض قواعدها لقصف``
        if len(actors) == 1 and not recipients and group is not None and hit.trigger.entry.frame == "talk":
            recipients = self.parties.hosts(actors[0], clause)
        if not recipients and hit.trigger.category == "AGREE" and group is not None and not hit.trigger.frame.partner:
            recipients = self.slots.ahead(clause, at + hit.length, actors)
        kind = "lone noun" if group is None else "stance noun" if group[1].kind == "stance" else "supported noun"
        draft = self.drafter.draft(
            hit.trigger,
            clause,
            at,
            at + hit.length,
            actors,
            recipients,
            kind,
            sentence,
            self._happens(clause, unit, at, group, in_title, hit.trigger.category),
        )
        if draft is None and announcers and group is not None and group[1].status == "negated":
            actors, recipients = self._as_denied(clause, unit, hit, actors, recipients, announcers)
            draft = self.drafter.draft(hit.trigger, clause, at, at + hit.length, actors, recipients, kind, sentence, happens=False)
        if draft is not None and group is not None:
            draft.support = (denier_of(clause, unit) or clause).verb
            draft.announcers = tuple(announcers)
            draft.is_reported = group[1].reports
            if group[1].status:
                draft.status = "hypothetical" if does_not_deny(clause) else group[1].status
                draft.why["status"] = "not ruled out" if does_not_deny(clause) else f"by the verb that carries it ({group[0]})"
            draft.why["support"] = group[0] if denier_of(clause, unit) is None else f"{group[0]} a report"
        return draft

    def _parties(
        self, clause: Clause, unit: Unit, at: int, hit: NounHit, group: tuple[str, SupportGroup] | None
    ) -> tuple[list[int], list[int], list[int]]:
        """Who does what a verbal noun says, to whom, and who announced it where that is not the act itself."""
        genitive, slots = self.parties.genitive(unit, at, hit, clause), self.parties.after(clause, unit)
        if self.trace is not None:
            self.trace.filled("genitive", (unit,), genitive)
        if group is None and hit.trigger.category == "CONSULT" and self._comes_on(clause, unit):
            return *self.parties.on_occasion(clause, unit, at, hit), []
        announced = group is not None and group[1].reports and not hit.trigger.verbal and hit.trigger.category != "SANCTION"
        announcers = self.resolver.subject(denier_of(clause, unit) or clause) if announced else []
        if announcers and hit.trigger.category == "ASSAULT" and all(self._only_tells(a) for a in announcers):
            return *self.parties.alone(clause, unit, hit, genitive, slots), announcers
        bearer = self._bearer(clause, unit)
        if bearer is not unit:
            doers = self.resolver.of_group([bearer])
            others, recipients = self.parties.alone(clause, unit, hit, genitive, slots)
            partners = others if hit.trigger.frame.partner else []
            return [*doers, *(p for p in partners if p not in doers)], recipients or ([] if partners else genitive), announcers
        if announced and genitive and (behind := self.parties.object_behind(clause, unit, hit)) is not None:
            return genitive, self.resolver.of_group([behind], clause, speak_for_places(hit.trigger.category)), announcers
        if group is not None and group[1].actor != "none" and ("subject" in hit.trigger.frame.actor or group[1].actor == "recipient"):
            actors, recipients = self.parties.supported(clause, unit, hit, genitive, slots, group[1])
        else:
            actors, recipients = self.parties.alone(clause, unit, hit, genitive, slots)
            if not actors and unit.slot in _WHEN_OVER and hit.trigger.mode == "visit" and hit.trigger.frame.actor == ("subject",):
                actors = self.resolver.subject(clause)
        others = [g for g in genitive if g not in announcers] if announcers else []
        if others and hit.trigger.frame.noun_actor[:1] == ("genitive",) and "object" not in hit.trigger.frame.recipient:
            actors, recipients = others, [r for r in recipients if r not in others]
        return actors, recipients, announcers

    def _only_tells(self, actor: int) -> bool:
        """``أعلنت شبكة كذا اختطاف ثلاث فتيات``: outlets and those who are given as sources only tell of what others did."""
        entry, told = self.resolver.cast.actors[actor], reporting()
        return entry.sector == "MED" or (entry.kind == "group" and fold(entry.name).split()[0] in told.witnesses | told.any_source)

    def _as_denied(
        self, clause: Clause, unit: Unit, hit: NounHit, actors: list[int], recipients: list[int], deniers: list[int]
    ) -> tuple[list[int], list[int]]:
        """``نفى الجيش قصف السوق``: what he is said to have done; a visit that he denies would be to him; a claim is of whoever makes it."""
        if (actors or _befalls(hit)) and not hit.trigger.frame.partner:
            return actors, recipients or deniers
        if len(actors) > 1:
            return actors, recipients  # ``نفى ما تردد عن لقاء مسؤولين بقادة الحركة``: all parties are named
        if hit.trigger.frame.partner:  # ``نفى المتحدث وجود مفاوضات``: his state is said to hold them
            cast = self.resolver.cast
            told = [(a, cast.actors[a]) for a in deniers]
            deniers = [
                cast.state(e.country) if e.country and fold(e.title or "").split(" ")[0].removeprefix("ال") in title_book().spokesmen else a
                for a, e in told
            ]
        denied = denier_of(clause, unit)
        claimed = self.resolver.of_group(denied.object) if denied is not None else []
        return list(dict.fromkeys((*(claimed or deniers), *actors))), recipients

    def _happens(self, clause: Clause, unit: Unit, at: int, group: tuple[str, SupportGroup] | None, in_title: bool, category: str) -> bool:
        """``وقع انفجار``, ``أوقع تفجير قتلى``: that it took place is all that is said.

        ``تواصلت الغارات`` takes up what was told before, ``تجددت الاحتجاجات`` may not.
        """
        if category == "ASSAULT" and self._is_suffering(at):
            return True
        if group is None or group[0] not in ("happen", "cause"):
            return False
        if self.tokens[at].word.article and at == unit.first and (category != "PROTEST" or any(d.category == category for d in self.told)):
            return False
        return in_title or clause.verb is None or at < clause.verb.first or any(r.tense == "perfect" for r in clause.verb.readings)

    def _is_suffering(self, at: int) -> bool:
        """``أكد مصدر تعرض القاعدة لهجوم``: that something was attacked, whatever it is."""
        return self.tokens[at].word.stem in self.words.suffering

    def _barred(self, clause: Clause, unit: Unit, at: int, hit: NounHit, carried: bool, headline: bool) -> Reason | None:
        """Why a verbal noun tells of no act, if it does not: nothing carries it, or it takes up an act told before."""
        end = at + hit.length
        if carried and self._describes(clause) and denier_of(clause, unit) is None:
            return "description"
        if end < len(self.tokens) and self.tokens[end].word.base in self.words.earlier:
            return "refers back"
        if carried or headline:
            return None
        if hit.trigger.category == "CONSULT" and self._comes_on(clause, unit):
            return "refers back" if self._refers_back(at, hit) else None
        if self._is_suffering(at) and clause.verb is not None and unit.slot in _TOLD_SLOTS:
            return None
        if not hit.trigger.entry.alone or hit.trigger.entry.stance:
            return "no support"
        if self._bearer(clause, unit).slot not in _LONE_SLOTS and not is_called_untrue(clause) and not _befalls(hit):
            return "slot"
        return "refers back" if self._refers_back(at, hit) else None

    def _comes_on(self, clause: Clause, unit: Unit) -> bool:
        """``جاء ذلك خلال استقباله الوزير``: the occasion on which something was said is the news of such a clause."""
        if clause.verb is None or unit.slot not in (*self.words.occasion_slots, *_WHEN_OVER):
            return False
        return any(r.lemma in self.words.occasioning for r in clause.verb.readings)

    def _describes(self, clause: Clause) -> bool:
        """``المدينة التي تحاول القوات السيطرة عليها``: an imperfect behind ``الذي`` tells what goes on, no news."""
        verb = clause.verb
        if clause.kind != "relative" or clause.opener is None or verb is None:
            return False
        return all(r.tense == "imperfect" and not r.future for r in verb.readings)

    def _expressed(self, clause: Clause, unit: Unit, at: int, hit: NounHit, sentence: int) -> Draft | None:
        """``مع تأكيد الجانب الروسي دعمه لـ…``: a noun of expressing, whose genitive is who expresses."""
        if unit not in clause.units:
            return None
        position = clause.units.index(unit)
        before = clause.units[position - 1] if position else None
        if before is None or before.kind != NOUN or before.stem not in self.words.expressing or unit.slot not in ("", "عن", "على"):
            return None
        actors = self.resolver.of_group([before])
        if self.trace is not None:
            self.trace.filled("genitive", (before,), actors)
        slots = self.parties.after(clause, unit)
        recipients = self.parties.first_of(slots, hit.trigger.noun_recipient, [], clause) or self.slots.state_in(slots)
        return self.drafter.draft(
            hit.trigger, clause, at, at + hit.length, actors, [r for r in recipients if r not in actors], "stance noun", sentence
        )

    def _refers_back(self, at: int, hit: NounHit) -> bool:
        """``الزيارة``, ``هذه الزيارة``: a definite verbal noun takes up an act told before."""
        return self.tokens[at].word.article and not hit.pronoun

    def _support(self, clause: Clause, unit: Unit, hit: NounHit) -> tuple[str, SupportGroup] | None:
        """The support verb that carries the noun, where the noun stands in the slot that the verb asks for."""
        verb = clause.verb
        if verb is None or verb.kind not in (VERB, PARTICIPLE):
            return None
        denier = denier_of(clause, unit)  # ``نفت أنباء عن زيارة``
        if denier is not None and denier.verb is not None:
            verb = denier.verb
        subject = clause.subject[0].gender if clause.subject and denier is None else "u"
        doer = clause.subject[0].head if clause.subject and denier is None else None
        somebody = doer is not None and doer.kind in ("person", "role") and bool(clause.object)
        for reading in verb.readings:
            groups = self.book.support.get(reading.lemma, ())
            others = any(r.lemma != reading.lemma and r.lemma in self.book.support for r in verb.readings)
            if somebody and others and all(name == _HAPPEN for name, _ in groups):
                continue  # ``وقع الرئيس مرسوما بـ``: he signs, he does not happen
            if subject != "u" and reading.person == 3 and reading.gender not in ("c", subject) and reading.number == "s":
                continue  # ``تلقى الوزير دعوة`` is no form of ``ألقى``
            for name, group in groups:
                if (group.kind == "stance" and not hit.trigger.entry.stance) or (name == _DENY and hit.trigger.verbal):
                    continue
                if hit.trigger.verbal and unit.slot == "ب" and "ب" not in group.slot and not self._is_decided(clause):
                    continue  # ``عقد المجلس جلسة بطلب من الجزائر``
                if self._stands_in(clause, self._bearer(clause, unit), group) if denier is None else name == _DENY:
                    return name, group
        return None

    def _is_decided(self, clause: Clause) -> bool:
        """``أصدر قراره بالعفو``: the object leads to the act and is none itself."""
        stem = clause.object[0].stem if clause.object else ""
        return stem in self.words.leads and all(rest for rest, _, _ in self.book.nouns.get(stem, ()))

    def _bearer(self, clause: Clause, unit: Unit) -> Unit:
        """``نفى قيام وفد بزيارة …``: the light noun before a verbal noun, by which this stands in its clause; else the phrase itself."""
        if unit not in clause.units or (unit.slot and unit.slot not in self.words.light_slots):
            return unit
        place = clause.units.index(unit)
        before = clause.units[place - 1] if place else unit
        if not unit.slot:  # ``أعلنت الوزارة إجراء الحركة تجربة``
            done = (
                before.kind == NOUN and before.stem in self.words.light_bare and before.found and before.last == unit.first and not unit.conjunction
            )
            return before if done else unit
        return before if before.kind == NOUN and before.stem in self.words.light and before.found else unit

    def _is_held(self, clause: Clause, unit: Unit) -> bool:
        """``عُقد لقاء بين فلان وفلان``: a gathering that a verb without an object is said of did not hold itself."""
        verb = clause.verb
        if verb is None or clause.object or unit.head is not None or unit.definite or not any(r.lemma in self.words.is_held for r in verb.readings):
            return False
        return unit.stem in self.words.gatherings and any(u.slot == "بين" for u in clause.units)

    def _stands_in(self, clause: Clause, unit: Unit, group: SupportGroup) -> bool:
        if unit is clause.head:
            return ("object" if clause.by_relative or (clause.verb is not None and clause.verb.pronoun) else "subject") in group.slot
        slot = unit.slot
        if not slot and unit.conjunction:
            before = [u for u in clause.units if u.kind == NOUN and u.last <= unit.first]
            like = [u for u in before if list(self.book.nouns_at([self.tokens[u.first].word.base]))]  # ``وقوفه مع قطر، وإدانته``
            slot = (like or before)[-1].slot if before else ""
        if slot == "ب" and clause.object and clause.object[0].stem in self.words.leads:
            slot = "object"  # ``أصدر قراره بالعفو عن …``
        if slot:
            return slot in group.slot
        if unit in clause.object or unit in clause.second:
            return "object" in group.slot or "subject" in group.slot
        if unit in clause.subject:
            return "subject" in group.slot or self._is_held(clause, unit)
        return "object" in group.slot or "subject" in group.slot


def _befalls(hit: NounHit) -> bool:
    """``أفاد بمقتل جنود``, ``أسفه لمقتل المراقبين``: what befell somebody is told wherever its noun stands."""
    return hit.trigger.category == "ASSAULT" and hit.trigger.noun_recipient[:1] == ("genitive",)
