"""From units to clauses: which verb heads which clause, which clause stands in which, and who fills a verb's slots.

Arabic grammar relied on here: the subject follows a verb that agrees with it in gender and is singular (VSO), or precedes one that agrees in
number too (SVO); a pronoun may be left out; a relative clause describes the noun before it; ``و`` + verb goes on with the same subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.slots import agrees, fill
from rawi.clauses.units import ADVERB, DATE, MARK, NOUN, VERB, Unit


def parse(units: Sequence[Unit], speech: frozenset[str]) -> list[Clause]:
    """The clauses of a sentence in order. ``speech``: lemmas of verbs that quotes may follow without ``إن``."""
    clauses = _Walker(speech).walk(units)
    for clause in clauses:
        fill(clause)
    return clauses


def _has_topic(clause: Clause) -> bool:
    return any(u.kind == NOUN and not u.slot for u in clause.units)


def _lists(unit: Unit) -> bool:
    """``كلا من:``: a list follows, no speech."""
    return unit.kind == ADVERB and unit.last - unit.first > 1


def _may_modify(participle: Unit, clause: Clause) -> bool:
    """Whether a participle of speech can go on for the first noun of a clause: in ``قال الوزير إن بلاده تدعم … مؤكدا`` it cannot."""
    noun = next((u for u in clause.units if u.kind == NOUN and not u.slot), None)
    if noun is None or (noun.head is None and not noun.pronoun):
        return False
    return noun.gender == "u" or any(r.gender in (noun.gender, "c") or r.number != "s" for r in participle.readings)


class _Walker:
    def __init__(self, speech: frozenset[str]) -> None:
        self.speech, self.issued, self.moments = speech, clause_book().issued, clause_book().moments
        self.free, self.coordinators = clause_book().free_relatives, clause_book().coordinators
        self.now = Clause("main")
        self.clauses = [self.now]
        self.after_comma = False
        self.quote: Clause | None = None
        self.quote_open = False

    def walk(self, units: Sequence[Unit]) -> list[Clause]:
        for number, unit in enumerate(units):
            if unit.kind == MARK:
                self._mark(unit, units, number)
                continue
            if self.after_comma:
                self._return_from_insertion(unit)
            match unit.kind:
                case "opener":
                    self._open(unit, units, number)
                case "verb":
                    self._verb(unit)
                case "participle":
                    self._participle(unit)
                case _:
                    self._leave_saturated(unit)
                    self.now.units.append(unit)
            self.after_comma = False
        return self.clauses

    def _leave_saturated(self, unit: Unit) -> None:
        """``في نبأ أوردته الوكالة أمس استمرار …``: a verb whose object is a pronoun has all it takes with its subject.

        So has one that the phrase does not agree with: ``في بيان أصدرته أمس استمرار …``.
        """
        clause = self.now
        if clause.kind != "relative" or clause.verb is None or not clause.verb.pronoun or clause.parent is None:
            return
        if clause.opener is not None and (clause.opener.stem not in ("الذي", "التي") or unit.slot or unit.definite):
            return  # ``شن التحالف الذي تقوده السعودية غارات``
        if unit.kind != NOUN or unit.conjunction:
            return
        after = clause.units[clause.units.index(clause.verb) + 1 :]
        has_subject = any(u.kind == NOUN and not u.slot for u in after)
        told = self._speaks(clause.parent)
        own = told and clause.verb.pronoun in ("ه", "ها") and not unit.slot and not agrees(clause.verb, unit)
        if (has_subject or own) and ((not unit.slot and unit.head is None) or (told and unit.slot in ("عن", "ب", "إلى"))):
            self.now = clause.parent

    def _start(self, kind: str, opener: Unit | None, parent: Clause | None, before: Clause | None = None, head: Unit | None = None) -> Clause:
        inserted = self.after_comma or self._set_off(parent, head, opener)
        self.now = Clause(kind, parent, before, head, inserted, opener)
        self.now.quoted = self.quote_open
        self.clauses.append(self.now)
        if kind == "content" and parent is not None:
            parent.contents.append(self.now)
        return self.now

    def _set_off(self, parent: Clause | None, head: Unit | None, opener: Unit | None) -> bool:
        """Whether a relative clause stands in a phrase that a comma opened: ``، وفق بيان أصدرته الوزارة،``."""
        if parent is None or not parent.units:
            return False
        if head is not None and head in parent.units:
            place = parent.units.index(head)
            return place > 0 and parent.units[place - 1].kind == MARK
        return opener is not None and parent.units[-1].kind == MARK

    def _mark(self, unit: Unit, units: Sequence[Unit], number: int) -> None:
        form = unit.stem
        if form == ",":
            self.after_comma = True
            self.now.units.append(unit)
        elif form == ":" and number + 1 < len(units) and not (self.now.units and _lists(self.now.units[-1])):
            self._start("content", unit, parent=self.now)
        elif form == '"':
            self._quote_mark(unit, units, number)
        elif form in ("(", ")", "-", ";"):
            self.now.units.append(unit)
            self.after_comma = self.after_comma or form == ";"

    def _quote_mark(self, unit: Unit, units: Sequence[Unit], number: int) -> None:
        if self.quote_open:
            self.quote_open = False
            if self.quote is not None:
                self.now, self.quote = self.quote, None
                self.after_comma = True
            return
        self.quote_open = True
        length = next((k for k, u in enumerate(units[number + 1 :]) if u.kind == MARK and u.stem == '"'), 99)
        around = self._speaking()  # ``قال المتحدث في بيان نقلته الوكالة "…"``
        speaks = self._speaks(around)
        following = units[number + 1] if number + 1 < len(units) else None
        if self.now.kind == "content" and self.now.opener is not None and self.now.opener.pronoun and not self.now.units:
            return  # ``أعلن أنه "هاجم موقعا"``: the clause is open already
        if following is not None and following.kind == NOUN and following.slot:
            return  # ``عن «تحفظ قطر»``: words are quoted, not a sentence
        least = 2 if following is not None and following.kind == VERB else 3  # units of a sentence
        if speaks and length >= least and any(u.kind == VERB for u in units[number + 1 : number + 1 + length]):
            self.quote = around
            self._start("content", unit, parent=around)

    def _open(self, unit: Unit, units: Sequence[Unit], number: int) -> None:
        if unit.function == "complementizer" and unit.conjunction == "ف":
            root = self._without_relative()  # ``فإنها دعت …`` goes on, it is not what somebody says
            self._start("coordinate", unit, parent=root.parent, before=root)
        elif unit.function == "complementizer":
            parent = self._speaking()
            if unit.conjunction:
                sibling = next((c for c in (self.now, *self.now.ancestors()) if c.kind == "content"), None)
                parent = sibling.parent if sibling is not None and sibling.parent is not None else self.now
            elif self.now.kind == "content" and self.now.verb is None and not self.now.units:
                parent = self.now.parent or self.now
            self._start("content", unit, parent=parent)
        elif unit.function == "relative":
            told = unit.slot == "source" or (unit.slot == "على" and self.after_comma)  # ``وفق ما أعلنت الوزارة`` describes no noun
            free = told or unit.stem in self.free  # ``نفى ما تردد`` describes none either
            head = None if free else self._described(unit)
            self._start("relative", unit, parent=self.now, head=head)
        else:
            root = self._without_relative()
            kind = "coordinate" if unit.stem in self.coordinators else "circumstance"
            self._start(kind, unit, parent=root.parent if kind == "coordinate" else root, before=root)

    def _speaking(self) -> Clause:
        """``قال المسؤول الذي طلب عدم نشر اسمه إن …``: what is said belongs to the clause of speech around a relative one that has all it takes."""
        clause = self.now
        while clause.kind == "relative" and clause.verb is not None and clause.parent is not None and not self._lacks_content(clause):
            clause = clause.parent
        if not self._speaks(clause) or clause.contents:
            return self.now
        return clause

    def _lacks_content(self, clause: Clause) -> bool:
        """Whether a relative clause waits for what is said in it: ``بيان قالت فيه إن``."""
        assert clause.verb is not None
        behind = clause.units[clause.units.index(clause.verb) + 1 :]
        if clause.verb.pronoun and clause.opener is None:
            return False  # ``بيان تلقته الوكالة``
        return self._speaks(clause) and (clause.opener is None or not any(u.kind == NOUN and not u.slot and not u.pronoun for u in behind))

    def _speaks(self, clause: Clause) -> bool:
        return clause.verb is not None and any(r.lemma in self.speech for r in clause.verb.readings)

    def _described(self, relative: Unit) -> Unit | None:
        """The noun that ``الذي`` or ``التي`` describes: the last one of its gender, or the person named last inside a phrase."""
        nouns = [u for u in reversed(self.now.units) if u.kind == NOUN and not u.pronoun]
        wanted = {"الذي": "m", "التي": "f"}.get(relative.stem)
        for noun in nouns[:3]:
            inner = noun.head or (noun.found[-1] if noun.found else None)
            if wanted == "m" and inner is not None and inner.kind == "group" and inner.number == "p" and inner.last - inner.first > 1:
                return Unit(NOUN, noun.last - 1, noun.last, gender="m", definite=True)  # ``منفذي التفجير الذي استهدف …``
            if wanted is None or noun.gender in (wanted, "u") or (wanted == "f" and noun.head is not None and noun.head.number == "p"):
                return noun
            person = next((f for f in reversed(noun.found) if f.kind == "person" and f.gender == wanted), None)
            if person is not None:
                return Unit(NOUN, person.first, person.last, head=person, found=[person], gender=person.gender, definite=True)
        return nouns[0] if nouns else None

    def _without_relative(self) -> Clause:
        clause = self.now
        while clause.kind in ("relative", "participle", "circumstance") and clause.parent is not None:
            clause = clause.parent
        return clause

    def _participle(self, unit: Unit) -> None:
        """A participle goes on for the subject of its clause; right behind ``نحن`` it is said of that."""
        before = self.now.units[-1] if self.now.units else None
        self._start("participle", unit, parent=self._modified_by(unit))
        self.now.verb = unit
        self.now.units.append(unit)
        if before is not None and before.kind == NOUN and before.pronoun and not before.slot and before.last == unit.first:
            self.now.subject = [before]

    def _modified_by(self, participle: Unit) -> Clause:
        """The clause whose subject a participle describes; one of speech after a comma (``…، متهمًا``) describes whoever spoke."""
        clause = self._without_relative()
        if any(r.lemma in self.speech for r in participle.readings):
            while clause.kind == "content" and clause.parent is not None and (self.after_comma or not _may_modify(participle, clause)):
                clause = clause.parent
        return clause

    def _describes_indefinite(self, unit: Unit) -> Unit | None:
        """``اتصال هاتفي أجراه فلان``, ``مفاوضات جرت في جنيف``: the indefinite noun that a verb right after it describes.

        Where the verb does not agree with the last noun, the one that this belongs to is tried: ``قصف بطائرة مسيرة استهدف``.
        """
        if unit.conjunction or self.after_comma:
            return None
        nouns: list[Unit] = []
        for before in reversed(self.now.units):
            if before.kind in (DATE, ADVERB) or (before.kind == NOUN and before.pronoun):
                continue
            if before.kind != NOUN:
                break
            nouns.append(before)
            if not before.slot or len(nouns) == 2:
                break
        for noun in nouns:
            if (
                noun.definite
                or (noun.head is not None and noun.head.kind not in ("group", "organization"))
                or (noun.stem in self.moments and noun.last - noun.first > 1)
            ):
                return None  # ``في وقت متأخر قالت``
            if unit.pronoun in ("ه", "ها", "هم", "هما", "هن"):
                return noun if noun.slot or self.now.verb is not None else None
            if noun.slot and self.now.verb is None and any(r.lemma in self.issued for r in unit.readings):
                return noun  # ``في بيان صدر أمس قالت الوزارة``
            if self.now.verb is not None and agrees(unit, noun, before=True):
                return noun
        return None

    def _rehead(self, unit: Unit) -> bool:
        """``أن مسلحين يستقلون سيارة هاجموا``: the imperfect right behind an indefinite group describes it, the perfect is what it did."""
        clause = next((c for c in (self.now, *self.now.ancestors()) if c.kind == "content"), None)
        if clause is None or clause.verb is None or unit.conjunction or self.after_comma or not clause.units or clause.contents:
            return False
        topic, first = clause.units[0], clause.verb
        described = topic.kind == NOUN and topic.head is not None and topic.head.kind == "group" and not topic.definite and not topic.slot
        if not described or len(clause.units) < 2 or clause.units[1] is not first or any(r.tense != "imperfect" for r in first.readings):
            return False
        assert topic.head is not None
        number = "p" if topic.head.number == "p" else "s"
        if not any(r.tense == "perfect" and r.person == 3 and r.number == number for r in unit.readings) or not agrees(unit, topic, before=True):
            return False
        relative = Clause("relative", clause, None, topic, False, None)
        relative.verb, relative.units = first, clause.units[1:]
        self.clauses.append(relative)
        clause.verb, clause.units = unit, [topic, unit]
        self.now = clause
        return True

    def _verb(self, unit: Unit) -> None:
        if self._rehead(unit):
            return
        if self._meanwhile(unit):
            root = self._without_relative()
            self._start("coordinate", None, parent=root.parent, before=root)
            self.now.verb = unit
            self.now.units.append(unit)
            return
        if (head := self._describes_indefinite(unit)) is not None:
            self._start("relative", None, parent=self.now, head=head)
            self.now.verb = unit
            self.now.units.append(unit)
            return
        if self.now.verb is None and not self._goes_on_behind(unit):
            self.now.verb = unit
            self.now.units.append(unit)
            return
        if not unit.conjunction:
            waiting = next((c for c in self.now.ancestors() if c.verb is None and (c.kind == "main" or _has_topic(c))), None)
            if waiting is not None:
                self.now = waiting
                waiting.verb = unit
                waiting.units.append(unit)
                return
        if (
            self.after_comma
            and unit.conjunction
            and any(r.lemma in self.speech and r.tense == "perfect" for r in unit.readings)
            and self.now.kind != "main"
            and self._may_be_speakers(unit)
        ):
            self._start("coordinate", None, parent=None, before=self.clauses[0])
            self.now.verb = unit
            self.now.units.append(unit)
            return
        base = self._goes_on_with(unit)
        self._start(base.kind if base.kind in ("content", "relative") else "coordinate", None, parent=base.parent, before=base, head=base.head)
        self.now.verb = unit
        self.now.units.append(unit)

    def _meanwhile(self, verb: Unit) -> bool:
        """``نفى المزاعم، في وقت أكد أن``: who speaks behind ``في وقت`` is whoever the sentence is about."""
        last = self.now.units[-1] if self.now.units and self.now.verb is not None else None
        if last is None or last.kind != NOUN or last.stem not in self.moments or last.definite or not last.slot:
            return False
        return not verb.conjunction and any(r.lemma in self.speech and r.tense == "perfect" for r in verb.readings)

    def _may_be_speakers(self, unit: Unit) -> bool:
        """Whether a verb agrees with whoever speaks in the sentence: ``قال مصدر إن قوة أغلقت الطريق، ومنعت …`` goes on for the force."""
        noun = next((u for u in self.clauses[0].units if u.kind == NOUN and not u.slot), None)
        return noun is None or noun.gender == "u" or agrees(unit, noun, before=True)

    def _goes_on_behind(self, unit: Unit) -> bool:
        """``أكد أن السلام ضروري، وقال …``: a verb of speech behind a comma goes on from a content without a verb, it is not the content's."""
        content = self.now.kind == "content" and any(u.kind == NOUN for u in self.now.units)
        return content and self.after_comma and bool(unit.conjunction) and any(r.lemma in self.speech and r.tense == "perfect" for r in unit.readings)

    def _goes_on_with(self, unit: Unit) -> Clause:
        """The clause that ``و`` + verb continues: the relative clause before it, or the one around that, by tense and gender."""
        base = self.now
        while base.kind in ("participle", "circumstance") and base.parent is not None:
            base = base.parent
        if base.kind == "relative" and base.parent is not None and base.parent.verb is not None and base.verb is not None:
            same = unit.readings[0].tense == base.verb.readings[0].tense
            outer = unit.readings[0].tense == base.parent.verb.readings[0].tense
            agrees = {r.gender for r in unit.readings} & {r.gender for r in base.parent.verb.readings}
            if outer and (not same or (self.after_comma and agrees)):
                return base.parent
        return base

    def _return_from_insertion(self, unit: Unit) -> None:
        """A relative clause set off by commas ends with the second one."""
        clause = self.now
        if clause.kind == "relative" and clause.inserted and clause.verb is not None and clause.parent is not None:
            if unit.kind == VERB and unit.conjunction:
                return
            if unit.kind in (NOUN, DATE) and unit.conjunction:
                return
            self.now = clause.parent
