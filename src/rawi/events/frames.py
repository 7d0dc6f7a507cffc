"""Fire triggers: which verbs and verbal nouns of a clause tell of an act, and who fills their slots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.actors.cast import Cast
from rawi.actors.same import org_words
from rawi.arabic.letters import fold
from rawi.arabic.lexicon import VerbReading
from rawi.arabic.words import Token, Word
from rawi.attribution.lexicon import reporting
from rawi.clauses.parse import Clause, _groups
from rawi.clauses.people import Resolver
from rawi.clauses.units import COUNTING, MARK, NOUN, PARTICIPLE, VERB, Unit
from rawi.events.draft import Draft
from rawi.events.trace import Reason, Trace
from rawi.events.triggers import NounHit, Trigger, TriggerBook, trigger_book
from rawi.events.when import belongs_to_verb
from rawi.lore.schema import SupportGroup

_REACH = 14  # words after a verb in which ``having`` looks
_DEEP = 5  # words into a noun phrase in which a verbal noun may stand (``سلسلة غارات``, ``قرار قطع العلاقات``)
_EXPRESSING = frozenset(("تاكيد", "تاكيده", "تاكيدها", "اعلان", "تجديد", "ابداء", "اعراب", "تعبير", "تشديد", "اظهار"))
_ACTORLESS = frozenset(("ASSAULT", "COERCE", "PROTEST", "RETREAT", "SANCTION"))  # may be told without saying who did it
_LEADS = frozenset((
    "عمليه", "عمليات", "سلسله", "اعاده", "قرار", "قرارا", "قراره", "قرارها", "بدء", "انطلاق", "استيناف", "مواصله", "جوله", "حمله", "موجه", "اجراء", "عقد", "شن", "توجيه", "تنظيم",
    "توقيع", "ابرام", "تنفيذ", "فرض", "تقديم", "اول", "ثاني", "ثالث", "اكبر", "اخر", "ثلاث", "ثلاثه", "اربع", "اربعه", "خمس", "خمسه", "ست", "سته", "سبع", "سبعه", "ثماني", "تسع", "عشر", "عشره",
    "جولات", "جلسه", "اولي", "ثانيه", "ثالثه", "جديده", "من", "محاوله", "حادث", "حادثه", "جريمه", "حوادث",
))  # fmt: skip
_ALSO = {"على": ("ضد",), "ضد": ("على", "تجاه"), "تجاه": ("ضد",)}  # ``غارات ضد مواقع``, ``إعدامات بحق مدنيين``
_NO_PROMISE = frozenset(("بقي يبقى", "ظل يظل", "استمر يستمر", "أثر يؤثر", "شهد يشهد", "واجه يواجه", "أدى يؤدي", "أصبح يصبح", "كان يكون", "حدث يحدث", "خسر يخسر", "فاز يفوز", "ربح يربح"))
_EARLIER = frozenset(("الاخيره", "الاخير", "السابقه", "السابق", "الماضيه"))  # ``المحادثات الأخيرة``: told before
_SANCTIONS = frozenset(("عقوبات", "عقوبه", "قيود"))
_LONE_SLOTS = ("", "في", "بعد", "عن")  # a visit that one is invited to (ل) or that something was said on (خلال) is not told here
_ON_ACTS = frozenset(("ACCUSE", "SUPPORT", "REJECT"))  # said of acts that were told before
_PLACES_ACT = frozenset(("CONSULT", "AGREE"))


class Firing:
    """Fires the triggers of one article's clauses."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, trace: Trace | None = None) -> None:
        self.tokens, self.cast, self.resolver, self.trace = tokens, cast, resolver, trace
        self.book: TriggerBook = trigger_book()
        self.speech = reporting().speech
        self.told: Sequence[Draft] = ()  # what the article told before
        self.reserved: set[int] = set()  # nouns that a relative clause with a support verb tells of: ``غارات شنها …``

    def clause(self, clause: Clause, sentence: int, in_title: bool) -> list[Draft]:
        """All acts that the clause tells of: by its verb, by the verbal nouns that it carries, by nouns that need no verb."""
        drafts: list[Draft] = []
        if self._is_sport(clause):
            if self.trace is not None:
                self.trace.skip(clause, "sport")
            return drafts
        if clause.verb is not None and (draft := self._verb(clause, sentence) or self._promise(clause, sentence)) is not None:
            drafts.append(draft)
        for unit, at, hit in self._nouns(clause):
            if at in self.reserved and clause.kind != "relative":
                if self.trace is not None:
                    self.trace.failed(at, at + hit.length, hit.trigger, "told by its clause")
                continue
            if any(d.kind == "verb" and unit in clause.object and d.category != hit.trigger.category for d in drafts):
                continue  # ``علقت مساعداتها``: what the verb's act is done to
            if any(d.trigger.verbal and d.at_end <= at < d.last and not self._joined_to(d, unit) for d in drafts):
                if self.trace is not None:
                    self.trace.failed(at, at + hit.length, hit.trigger, "content")
                continue  # what is asked, praised or promised is no act of its own
            if (draft := self._noun(clause, unit, at, hit, sentence, in_title)) is not None:
                drafts.append(draft)
        for draft in drafts:
            draft.in_title = in_title
        return drafts

    def _promise(self, clause: Clause, sentence: int) -> Draft | None:
        """``قال فلان إن بلاده ستعزز …``: what a speaker says that he, his state or his body will do is a promise, or a refusal (``لن``)."""
        verb = clause.verb
        if verb is None or clause.kind != "content" or clause.parent is None or clause.parent.verb is None:
            return None
        future = any(r.future for r in verb.readings) or (verb.negated and self.tokens[verb.first - 1].word.form == "لن")
        if not future or not any(r.lemma in self.speech for r in clause.parent.verb.readings):
            return None
        if any(r.lemma in _NO_PROMISE for r in verb.readings):
            return None
        speakers = self.resolver.subject(clause.parent)
        subject = self.resolver.subject(clause)
        if not speakers or not subject or not all(self._is_self(s, speakers) for s in subject):
            return None
        recipients = self._ahead(clause, verb.last, speakers) or [a for a in self._slot(clause.parent, "object", False, False) if a not in speakers]
        if not recipients and len(speakers) < 2:
            return None
        if self.trace is not None:
            self.trace.filled("speaker", clause.parent.subject, speakers)
        return self._draft(self.book.promise, clause, verb.first, verb.last, list(speakers), recipients, "verb", sentence)

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

    def _is_sport(self, clause: Clause) -> bool:
        """Teams, players and coaches attack and defend on the field."""
        units = (*clause.subject[:1], *clause.object[:1])
        return any(self.tokens[unit.first].word.stem in self.book.sport for unit in units)

    # --- verbs ----------------------------------------------------------------------------------------------------------------

    def _verb(self, clause: Clause, sentence: int) -> Draft | None:
        verb = clause.verb
        assert verb is not None
        readings = [reading for reading in verb.readings if reading.lemma in self.book.verbs]
        nearby = self._words_after(clause) if readings else frozenset()
        for reading in readings:
            for trigger in self.book.verbs[reading.lemma]:
                if (trigger.having and not trigger.having & nearby) or trigger.lacking & nearby:
                    if self.trace is not None:
                        self.trace.unmet(verb.first, verb.last, trigger, nearby)
                    continue
                if (draft := self._fill_verb(clause, reading, trigger, sentence)) is not None:
                    return draft
        return None

    def _words_after(self, clause: Clause) -> set[str]:
        """The words that follow the verb in its clause, as written without clitics and without the article."""
        verb = clause.verb
        assert verb is not None
        words: set[str] = set()
        for unit in clause.units:
            if unit.first < verb.first and unit not in clause.subject and unit not in clause.object:
                continue
            words.add(fold(unit.slot))
            for token in self.tokens[unit.first : min(unit.last, self._head_end(unit))]:
                words.update((token.word.base, token.word.stem))
        if clause.head is not None:
            words.update(t.word.stem for t in self.tokens[clause.head.first : clause.head.last])
        return words

    def _head_end(self, unit: Unit) -> int:
        """The words in which a phrase says what it is: the first two, and those after a number or a word of quantity."""
        end = unit.first + 2
        for token in self.tokens[unit.first : unit.last]:
            if token.word.kind != "number" and token.word.function != "quantifier" and token.word.stem not in COUNTING:
                break
            end += 1
        return end + (unit.head is not None and unit.head.last - unit.head.first)

    def _fill_verb(self, clause: Clause, reading: VerbReading, trigger: Trigger, sentence: int) -> Draft | None:
        verb = clause.verb
        assert verb is not None
        frame = trigger.frame
        if clause.kind == "relative" and reading.tense == "imperfect" and not reading.future:
            return self._no_draft(verb.first, verb.last, trigger, "description")  # ``التي تساند القوات``: no act
        if (given := self._object_as_subject(clause, trigger)) is not None:
            return self._draft(trigger, clause, verb.first, verb.last, *given, "verb", sentence)
        takes_object = "object" in (*frame.actor, *frame.recipient, *frame.partner)
        passive = (clause.passive and takes_object) or self._reads_passive(clause, reading, trigger)
        actors = self._first_filled(clause, frame.actor, trigger, passive)
        recipients = self._first_filled(clause, frame.recipient, trigger, passive)
        if trigger.category == "CONSULT":
            actors = [*actors, *[a for a in self._slot(clause, "بمشاركة", passive, False) if a not in actors]]
        if not recipients and trigger.category == "ACCUSE":
            recipients = self._slot(clause, "من قبل", passive, False)
        if not recipients and (trigger.category == "SUPPORT" or self._about_sanctions(clause)):
            recipients = self._state_in(clause.slots)
        if not recipients and trigger.category in ("AGREE", "THREATEN") and not frame.partner:
            recipients = self._ahead(clause, verb.last, actors)
        if not recipients and trigger.category in _ON_ACTS:
            recipients = self._taken_up(clause, frame.recipient)
        if trigger.category == "CONSULT" and len(actors) == 1 and not clause.object and clause.subject and clause.before is not None:
            actors = [*[a for a in self.resolver.subject(clause.before) if a not in actors], *actors]  # ``وصل فلان …، والتقى الوزير``
        partners = self._all_filled(clause, frame.partner, trigger, passive)
        actors = [*actors, *[p for p in partners if p not in actors]]
        recipients = [r for r in recipients if r not in actors]
        kind = "participle" if verb.kind == PARTICIPLE else "verb"
        return self._draft(trigger, clause, verb.first, verb.last, actors, recipients, kind, sentence)

    def _object_as_subject(self, clause: Clause, trigger: Trigger) -> tuple[list[int], list[int]] | None:
        """``رحب المبعوث بالاتفاق ودعا المتنازعين إلى …``: a group right after a verb that goes on is whom it is done to."""
        if clause.kind != "coordinate" or clause.before is None or clause.object or len(clause.subject) != 1 or "object" not in trigger.frame.recipient:
            return None
        head = clause.subject[0].head
        if not trigger.verbal or head is None or head.kind != "group" or clause.subject[0].first < (clause.verb.first if clause.verb else 0):
            return None
        actors = self.resolver.subject(clause.before)
        recipients = self.resolver.of_group(clause.subject)
        return (actors, [r for r in recipients if r not in actors]) if actors else None

    def _reads_passive(self, clause: Clause, reading: VerbReading, trigger: Trigger) -> bool:
        """An unvocalized form that may be passive is, where the frame wants an object and there is only one participant."""
        if reading.voice == "active" or "object" not in (*trigger.frame.recipient, *trigger.frame.actor):
            return False
        if clause.verb is not None and clause.verb.pronoun or clause.object:
            return False
        if not clause.subject:
            return False
        if trigger.verbal:
            return trigger.category == "ACCUSE" and trigger.mode == "allege" and "ب" in clause.slots and clause.kind in ("main", "coordinate") and not clause.dropped
        head = clause.subject[0].head
        if clause.kind == "relative" or trigger.category in ("ASSAULT", "COERCE", "RETREAT"):
            return head is None or head.kind in ("person", "role", "group") or clause.kind == "relative"
        return False

    def _ahead(self, clause: Clause, at: int, actors: list[int]) -> list[int]:
        """To whom something is promised, where no slot says it: the first state or body named behind (``أعلن نيته زيارة كييف``)."""
        own = {self.cast.actors[a].country for a in actors}
        for unit in clause.units:
            if unit.kind != NOUN or unit.first < at or unit.pronoun:
                continue
            for actor in self.resolver.of_unit(unit, clause, places=True):
                if actor not in actors and self.cast.actors[actor].country not in own and self.cast.actors[actor].kind in ("state", "organization", "person"):
                    return [actor]
        return []

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

    def _does_nothing(self, clause: Clause) -> bool:
        """``الخلايا تهاجم الجسم``: a subject that is neither actor nor weapon nor attack does no violence."""
        if clause.passive or not clause.subject or (clause.kind == "relative" and clause.subject[0] is clause.head):
            return False
        first = clause.subject[0]
        if self._is_victim(first):
            return False
        forms = {w for t in self.tokens[first.first : first.first + 3] for w in (t.word.base, t.word.stem)}
        violent = forms & self.book.violent
        return not violent and not self.resolver.of_group(clause.subject)

    def _is_victim(self, unit: Unit) -> bool:
        return unit.head is not None or any(f.kind in ("group", "person", "nisba") for f in unit.found)

    def _about_sanctions(self, clause: Clause) -> bool:
        """``علق الاتحاد عقوبات على قطاعات في سوريا``: sanctions befall the state in which they bite."""
        return any(u.stem in _SANCTIONS for u in clause.object[:1])

    def _state_in(self, slots: dict[str, list[list[Unit]]]) -> list[int]:
        """``دعمه للتغييرات الجارية في سوريا``: the state where what is supported goes on."""
        for group in slots.get("في", []):
            if group[0].head is not None and group[0].head.kind in ("state", "place") and group[0].head.country:
                return [self.cast.state(group[0].head.country)]
        return []

    def _slot(self, clause: Clause, slot: str, passive: bool, places: bool) -> list[int]:
        """The actors in one slot of the clause's verb."""
        resolver = self.resolver
        if slot == "subject":
            if passive:
                return [a for g in clause.slots.get("من قبل", []) for a in resolver.of_group(g, clause)]
            if clause.passive and (clause.subject or clause.object):
                return resolver.of_group(clause.subject or clause.object, None)  # ``تعرض فلان للضرب من قبل …``
            return resolver.subject(clause)
        if slot == "object":
            if passive:
                return resolver.of_group(clause.subject or clause.object, None, places)
            if clause.verb is not None and clause.verb.pronoun and (actors := self._joined(clause)):
                return actors
            return resolver.of_group(clause.object, clause, places)
        if slot == "object2":
            return resolver.of_group(clause.second or (clause.object if clause.verb and clause.verb.pronoun else []), clause, places)
        return next((actors for group in clause.slots.get(slot, []) if (actors := resolver.of_group(group, clause, places))), [])

    def _joined(self, clause: Clause) -> list[int]:
        """The object pronoun of the verb."""
        verb = clause.verb
        assert verb is not None
        if clause.by_relative and clause.head is not None:
            return self.resolver.of_group([clause.head])
        if verb.pronoun in ("ني", "نا"):
            return self.resolver.speaker(clause)
        return self.resolver.of_pronoun(verb.pronoun, verb.first, clause)

    def _first_filled(self, clause: Clause, slots: Sequence[str], trigger: Trigger, passive: bool) -> list[int]:
        places = trigger.category in _PLACES_ACT
        for slot in slots:
            if actors := self._slot(clause, slot, passive, places and slot != "subject"):
                if self.trace is not None:
                    self.trace.filled_by_verb(clause, slot, passive, actors)
                return actors
        return []

    def _verbs_own(self, clause: Clause, slot: str) -> bool:
        """``بحثا الحوار بين الأطراف``: ``بين`` right after a common noun belongs to it."""
        groups = clause.slots.get(slot, [])
        if not groups:
            return False
        first = groups[0][0]
        place = clause.units.index(first) if first in clause.units else 0
        after_subject = place > 0 and clause.units[place - 1] in clause.subject  # ``بدأت الهدنة بين``
        return after_subject or belongs_to_verb(first, clause)

    def _all_filled(self, clause: Clause, slots: Sequence[str], trigger: Trigger, passive: bool) -> list[int]:
        found: list[int] = []
        for slot in slots:
            if slot == "بين" and not self._verbs_own(clause, slot):
                continue
            actors = self._slot(clause, slot, passive, False)
            if self.trace is not None:
                self.trace.filled_by_verb(clause, slot, passive, actors)
            found += actors
        return found

    # --- verbal nouns -----------------------------------------------------------------------------------------------------------

    def reserve(self, clauses: Sequence[Clause]) -> None:
        """Note the nouns whose relative clause carries them: ``اللقاء الذي جرى بين …``, ``غارات شنها …``."""
        self.reserved.clear()
        for clause in clauses:
            if clause.kind == "relative" and clause.head is not None and clause.verb is not None:
                if any(r.lemma in self.book.support for r in clause.verb.readings):
                    self.reserved.update(range(clause.head.first, clause.head.last))

    def _nouns(self, clause: Clause) -> Iterator[tuple[Unit, int, NounHit]]:
        """The verbal nouns in the clause's phrases, with the word at which they stand."""
        carried = [clause.head] if clause.kind == "relative" and clause.head is not None and clause.head.first in self.reserved else []
        for unit in (*carried, *clause.units):
            if unit.kind != NOUN or unit.pronoun or (unit.head is not None and unit.head.kind in ("person", "state", "place")):
                continue
            for at in range(unit.first, min(unit.first + _DEEP, unit.last)):
                word = self.tokens[at].word
                if at > unit.first and not self._leads_to_act(self.tokens[at - 1].word):
                    break
                forms = [word.base, *(t.word.form for t in self.tokens[at + 1 : at + 4])]
                hits = list(self.book.nouns_at(forms)) or (list(self.book.nouns_at([word.stem, *forms[1:]])) if word.article else [])
                hit = self._choose(hits, at, clause) if hits else None
                if hit is not None:
                    yield unit, at, hit
                    break

    def _leads_to_act(self, word: Word) -> bool:
        """``سلسلة غارات``, ``إعادة فتح``, ``ثلاث هجمات``: words before a verbal noun that leave it an act; ``خرق الهدنة`` is none."""
        return word.stem in _LEADS or word.kind == "number" or word.function in ("quantifier", "demonstrative") or word.stem in COUNTING

    def _choose(self, hits: list[NounHit], at: int, clause: Clause) -> NounHit | None:
        """The longest noun whose ``having`` and ``lacking`` hold for the words after it."""
        end = max([at + 8, *(u.last for u in clause.units if u.last <= at + _REACH + 4)])
        after = {w for t in self.tokens[at + 1 : end] for w in (t.word.base, t.word.stem)}
        for hit in hits:
            if (hit.trigger.having and not hit.trigger.having & after) or hit.trigger.lacking & after:
                if self.trace is not None:
                    self.trace.unmet(at, at + hit.length, hit.trigger, after)
                continue
            return hit
        return None

    def _noun(self, clause: Clause, unit: Unit, at: int, hit: NounHit, sentence: int, in_title: bool) -> Draft | None:
        group = self._support(clause, unit, hit)
        if group is None and hit.trigger.entry.stance and (draft := self._expressed(clause, unit, at, hit, sentence)) is not None:
            return draft
        headline = in_title and clause.verb is None
        if (reason := self._barred(unit, at, hit, group is not None, headline)) is not None:
            if self.trace is not None:
                self.trace.failed(at, at + hit.length, hit.trigger, reason)
            return None
        genitive = self._genitive(unit, at, hit, clause)
        slots = self._after(clause, unit)
        if self.trace is not None:
            self.trace.filled("genitive", (unit,), genitive)
        if group is not None and group[1].actor != "none" and ("subject" in hit.trigger.frame.actor or group[1].actor == "recipient"):
            actors, recipients = self._supported(clause, hit, genitive, slots, group[1])
        else:
            actors, recipients = self._lone(clause, hit, genitive, slots)
        announcers: list[int] = []
        if group is not None and group[0] == "announce" and not hit.trigger.verbal and hit.trigger.category != "SANCTION":
            announcers = self.resolver.subject(clause)
            others = [g for g in genitive if g not in announcers]
            if others and hit.trigger.frame.noun_actor[:1] == ("genitive",) and "object" not in hit.trigger.frame.recipient:
                actors, recipients = others, [r for r in recipients if r not in others]
        recipients = [r for r in recipients if r not in actors]
        if not recipients and hit.trigger.category == "AGREE" and group is not None and not hit.trigger.frame.partner:
            recipients = self._ahead(clause, at + hit.length, actors)
        kind = "lone noun" if group is None else "stance noun" if group[1].kind == "stance" else "supported noun"
        draft = self._draft(hit.trigger, clause, at, at + hit.length, actors, recipients, kind, sentence)
        if draft is not None and group is not None:
            draft.support = clause.verb
            draft.announcers = tuple(announcers)
            if group[1].status:
                draft.status = group[1].status
            draft.why["support"] = group[0]
        return draft

    def _barred(self, unit: Unit, at: int, hit: NounHit, carried: bool, headline: bool) -> Reason | None:
        """Why a verbal noun tells of no act, if it does not: nothing carries it, or it takes up an act told before."""
        end = at + hit.length
        if end < len(self.tokens) and self.tokens[end].word.base in _EARLIER:
            return "refers back"
        if carried or headline:
            return None
        if not hit.trigger.entry.alone or hit.trigger.entry.stance:
            return "no support"
        if unit.slot not in _LONE_SLOTS:
            return "slot"
        return "refers back" if self._refers_back(at, hit) else None

    def _expressed(self, clause: Clause, unit: Unit, at: int, hit: NounHit, sentence: int) -> Draft | None:
        """``مع تأكيد الجانب الروسي دعمه لـ…``: a noun of expressing, whose genitive is who expresses."""
        if unit not in clause.units:
            return None
        position = clause.units.index(unit)
        before = clause.units[position - 1] if position else None
        if before is None or before.kind != NOUN or before.stem not in _EXPRESSING or unit.slot not in ("", "عن", "على"):
            return None
        actors = self.resolver.of_group([before])
        if self.trace is not None:
            self.trace.filled("genitive", (before,), actors)
        slots = self._after(clause, unit)
        recipients = self._from(slots, hit.trigger.noun_recipient, [], clause) or self._state_in(slots)
        return self._draft(hit.trigger, clause, at, at + hit.length, actors, [r for r in recipients if r not in actors], "stance noun", sentence)

    def _refers_back(self, at: int, hit: NounHit) -> bool:
        """``الزيارة``, ``هذه الزيارة``: a definite verbal noun takes up an act told before."""
        return self.tokens[at].word.article and not hit.pronoun

    def _support(self, clause: Clause, unit: Unit, hit: NounHit) -> tuple[str, SupportGroup] | None:
        """The support verb that carries the noun, where the noun stands in the slot that the verb asks for."""
        verb = clause.verb
        if verb is None or verb.kind not in (VERB, PARTICIPLE):
            return None
        for reading in verb.readings:
            for name, group in self.book.support.get(reading.lemma, ()):
                if group.kind == "stance" and not hit.trigger.entry.stance:
                    continue
                if self._stands_in(clause, unit, group):
                    return name, group
        return None

    def _stands_in(self, clause: Clause, unit: Unit, group: SupportGroup) -> bool:
        if unit is clause.head:
            return ("object" if clause.by_relative or clause.verb is not None and clause.verb.pronoun else "subject") in group.slot
        slot = unit.slot
        if not slot and unit.conjunction:
            before = [u for u in clause.units if u.kind == NOUN and u.last <= unit.first]
            slot = before[-1].slot if before else ""
        if slot:
            return slot in group.slot
        if unit in clause.object or unit in clause.second:
            return "object" in group.slot or "subject" in group.slot
        if unit in clause.subject:
            return "subject" in group.slot
        return "object" in group.slot or "subject" in group.slot

    def _genitive(self, unit: Unit, at: int, hit: NounHit, clause: Clause) -> list[int]:
        """Who stands in the genitive after the noun, or is the pronoun joined to it."""
        if hit.pronoun:
            if hit.pronoun in ("نا", "ي"):
                return self.resolver.speaker(clause)
            if clause.verb is not None and clause.verb.first < at and (own := self.resolver.subject(clause)):
                if self.resolver._fits(own[0], hit.pronoun) or hit.pronoun in ("هما", "هم") and len(own) > 1:
                    return own
            return self.resolver.of_pronoun(hit.pronoun, at, None)
        for mention in unit.found:
            if mention.first >= at + hit.length:
                if actors := self.resolver.of_found(mention):
                    return [*actors, *self._joined_after(clause, unit)]
                if mention.kind == "nisba" and mention.country and hit.trigger.category != "ASSAULT":
                    return [self.cast.state(mention.country)]
                if mention.kind == "nisba" and mention.country:
                    return [self.cast.state(mention.country)]
        for token in self.tokens[at + 1 : min(at + 3, unit.last)]:
            if token.word.base in self.resolver.own_state:
                return self.resolver.of_unit(unit, clause)
        following = self._next_unit(clause, unit) if unit is not clause.head else None
        if following is not None and not following.slot and not following.conjunction and following.head is not None:
            return self.resolver.of_group([following])
        return []

    def _next_unit(self, clause: Clause, unit: Unit) -> Unit | None:
        position = clause.units.index(unit) + 1
        return clause.units[position] if position < len(clause.units) and clause.units[position].kind == NOUN else None

    def _joined_after(self, clause: Clause, unit: Unit) -> list[int]:
        """``زيارة الوزير ووفد``: phrases joined to the genitive."""
        found: list[int] = []
        for after in clause.units[clause.units.index(unit) + 1 :] if unit in clause.units else ():
            if after.kind != NOUN or not after.conjunction or after.slot or after.head is None:
                break
            found += self.resolver.of_group([after])
        return found

    def _after(self, clause: Clause, unit: Unit) -> dict[str, list[list[Unit]]]:
        """The prepositional phrases that follow the noun."""
        slots: dict[str, list[list[Unit]]] = {}
        if unit is clause.head:
            return dict(clause.slots)
        position = clause.units.index(unit)
        rest: list[Unit] = []
        for after in clause.units[position + 1 :]:
            if after.kind == VERB:
                break
            rest.append(after)
        for slot, group in _groups(rest):
            slots.setdefault(slot or "bare", []).append(group)
        return slots

    def _from(self, slots: dict[str, list[list[Unit]]], names: Sequence[str], genitive: list[int], clause: Clause, places: bool = False) -> list[int]:
        for name in dict.fromkeys(alias for name in names for alias in (name, *_ALSO.get(name, ()))):
            if name == "genitive":
                if genitive:
                    return genitive
                continue
            for group in slots.get(name, []):
                if actors := self.resolver.of_group(group, clause, places):
                    if self.trace is not None:
                        self.trace.filled(name, group, actors)
                    return actors
        return []

    def _partners(self, clause: Clause, trigger: Trigger, slots: dict[str, list[list[Unit]]]) -> list[int]:
        """Everybody with whom a verbal noun's act is done."""
        found: list[int] = []
        for slot in trigger.noun_partner:
            for group in slots.get(slot, []):
                actors = self.resolver.of_group(group, clause)
                if self.trace is not None:
                    self.trace.filled(slot, group, actors)
                found += actors
        return found

    def _supported(self, clause: Clause, hit: NounHit, genitive: list[int], slots: dict[str, list[list[Unit]]], group: SupportGroup) -> tuple[list[int], list[int]]:
        """The support verb's subject does what the noun says; the genitive is its object."""
        frame, trigger = hit.trigger.frame, hit.trigger
        subject = self.resolver.subject(clause)
        if self.trace is not None:
            self.trace.filled_by_verb(clause, "subject", clause.passive, subject)
        places = trigger.category in _PLACES_ACT
        prepositions = [s for s in (*frame.recipient, *trigger.noun_recipient) if s not in ("object", "subject", "genitive")]
        others = self._from(slots, prepositions, [], clause, places) or self._from(clause.slots, prepositions, [], clause, places)
        own_genitive = [g for g in genitive if g not in subject]
        if group.actor == "recipient":
            giver = self._from(slots, ("من", "من قبل", "genitive"), own_genitive, clause)
            if trigger.noun_partner or frame.partner:
                return [*giver, *[s for s in subject if s not in giver]], []
            return giver, subject
        partners = self._partners(clause, trigger, slots)
        if frame.partner:
            return [*subject, *[p for p in (*partners, *own_genitive) if p not in subject]], []
        if "object" in frame.actor and "subject" in frame.recipient:
            return own_genitive or others, subject
        mine = {self.cast.actors[s].country for s in subject}
        foreign = [g for g in own_genitive if self.cast.actors[g].kind != "state" or self.cast.actors[g].country not in mine]
        return subject, others or ([] if hit.pronoun or not ("object" in frame.recipient or "genitive" in trigger.noun_recipient) else foreign)

    def _lone(self, clause: Clause, hit: NounHit, genitive: list[int], slots: dict[str, list[list[Unit]]]) -> tuple[list[int], list[int]]:
        frame, trigger = hit.trigger.frame, hit.trigger
        places = trigger.category in _PLACES_ACT
        by = [a for g in slots.get("من قبل", []) for a in self.resolver.of_group(g, clause)]
        by_noun = (*frame.noun_actor, "ل", "من") if "على" in trigger.noun_recipient and trigger.category in _ACTORLESS else frame.noun_actor
        actors = by or self._from(slots, by_noun, genitive, clause)
        recipients = self._from(slots, trigger.noun_recipient, [] if actors is genitive else genitive, clause, places)
        if by and genitive and not recipients:
            recipients = genitive
        if trigger.noun_partner:
            actors = [*actors, *[p for p in self._partners(clause, trigger, slots) if p not in actors]]
        return actors, recipients

    # --- drafts ----------------------------------------------------------------------------------------------------------------

    def _draft(self, trigger: Trigger, clause: Clause, at: int, at_end: int, actors: list[int], recipients: list[int], kind: str, sentence: int) -> Draft | None:
        actors = [a for a in dict.fromkeys(actors) if a >= 0]
        recipients = [r for r in dict.fromkeys(recipients) if r >= 0]
        if not actors and (not recipients or trigger.category not in _ACTORLESS or (kind == "verb" and self._does_nothing(clause))):
            return self._no_draft(at, at_end, trigger, "nobody")
        if trigger.category == "CONSULT" and len({*actors, *recipients}) < 2 and trigger.mode != "multilateral":
            return self._no_draft(at, at_end, trigger, "alone")  # nobody meets alone
        if trigger.category in ("AGREE", "REQUEST") and all(self.cast.actors[a].kind == "group" and self.cast.actors[a].sector in ("EDU", "HLH") for a in actors):
            return self._no_draft(at, at_end, trigger, "experts")  # ``اتفق الخبراء``, ``ينصح الأطباء``
        draft = Draft(trigger.category, trigger.mode, trigger, clause, at, at_end, actors, recipients, kind, sentence)
        first = min([u.first for u in clause.units if u.kind != MARK], default=at)
        last = max([u.last for u in clause.units], default=at_end)
        draft.first, draft.last = min(first, at), max(last, at_end)
        if self.trace is not None:
            self.trace.drafted(draft)
        return draft

    def _no_draft(self, at: int, at_end: int, trigger: Trigger, reason: Reason) -> Draft | None:
        if self.trace is not None:
            self.trace.failed(at, at_end, trigger, reason)
        return None

    def _joined_to(self, draft: Draft, unit: Unit) -> bool:
        """``أكد دعمه ورفضه``: a second noun of stance joined to the first is a second act."""
        return draft.kind == "stance noun" and bool(unit.conjunction) and not unit.slot
