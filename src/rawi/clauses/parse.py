"""From units to clauses: which verb heads which clause, which clause stands in which, and who fills a verb's slots.

Arabic grammar relied on here: the subject follows a verb that agrees with it in gender and is singular (VSO), or precedes one that agrees in
number too (SVO); a pronoun may be left out; a relative clause describes the noun before it; ``و`` + verb goes on with the same subject.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rawi.clauses.units import ADVERB, DATE, MARK, NOUN, OPENER, PARTICIPLE, VERB, Unit

_IMPERSONAL = frozenset(("تم", "يتم", "سيتم", "جري", "يجري", "سيجري", "يجب", "ينبغي", "يمكن", "توجد", "يوجد", "لا", "حان", "سبق"))
_LISTED = ("state", "organization", "person", "place", "group")


@dataclass(slots=True, eq=False)
class Clause:
    """One verb (or participle, or none) with what stands around it.

    ``kind``: main, content (after ``أن``, ``إن`` or in quotes), relative, circumstance, coordinate, participle. ``head`` is the noun
    phrase that a relative clause describes; ``before`` the clause whose subject is taken over when none is named.
    """

    kind: str
    parent: Clause | None = None
    before: Clause | None = None
    head: Unit | None = None
    inserted: bool = False
    opener: Unit | None = None
    units: list[Unit] = field(default_factory=list)
    verb: Unit | None = None
    quoted: bool = False
    subject: list[Unit] = field(default_factory=list)
    object: list[Unit] = field(default_factory=list)
    second: list[Unit] = field(default_factory=list)
    slots: dict[str, list[list[Unit]]] = field(default_factory=dict)
    passive: bool = False
    dropped: bool = False  # no subject of its own: ``before`` or ``parent`` tells
    by_relative: bool = False  # the head of the relative clause is its object

    @property
    def verb_at(self) -> int:
        return self.units.index(self.verb) if self.verb is not None else len(self.units)

    def ancestors(self) -> Iterator[Clause]:
        clause = self.parent
        while clause is not None:
            yield clause
            clause = clause.parent


def parse(units: Sequence[Unit], speech: frozenset[str]) -> list[Clause]:
    """The clauses of a sentence in order. ``speech``: lemmas of verbs that quotes may follow without ``إن``."""
    clauses = _Walker(speech).walk(units)
    for clause in clauses:
        _fill(clause)
    return clauses


class _Walker:
    def __init__(self, speech: frozenset[str]) -> None:
        self.speech = speech
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
                    self._start("participle", unit, parent=self._modified_by(unit))
                    self.now.verb = unit
                    self.now.units.append(unit)
                case _:
                    self._leave_saturated(unit)
                    self.now.units.append(unit)
            self.after_comma = False
        return self.clauses

    def _leave_saturated(self, unit: Unit) -> None:
        """``في نبأ أوردته الوكالة أمس استمرار …``: a verb whose object is a pronoun has all it takes with its subject."""
        clause = self.now
        if clause.kind != "relative" or clause.opener is not None or clause.verb is None or not clause.verb.pronoun or clause.parent is None:
            return
        if unit.kind != NOUN or unit.conjunction:
            return
        after = clause.units[clause.units.index(clause.verb) + 1 :]
        has_subject = any(u.kind == NOUN and not u.slot for u in after)
        told = clause.parent.verb is not None and any(r.lemma in self.speech for r in clause.parent.verb.readings)
        if has_subject and ((not unit.slot and unit.head is None) or (told and unit.slot in ("عن", "ب", "إلى"))):
            self.now = clause.parent

    def _start(self, kind: str, opener: Unit | None, parent: Clause | None, before: Clause | None = None, head: Unit | None = None) -> Clause:
        inserted = self.after_comma or self._set_off(parent, head, opener)
        self.now = Clause(kind, parent, before, head, inserted, opener)
        self.now.quoted = self.quote_open
        self.clauses.append(self.now)
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
        elif form == ":" and number + 1 < len(units):
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
        speaks = self.now.verb is not None and any(r.lemma in self.speech for r in self.now.verb.readings)
        following = units[number + 1] if number + 1 < len(units) else None
        if following is not None and following.kind == NOUN and following.slot:
            return  # ``عن «تحفظ قطر»``: words are quoted, not a sentence
        if speaks and length >= 3 and any(u.kind == VERB for u in units[number + 1 : number + 1 + length]):
            self.quote = self.now
            self._start("content", unit, parent=self.now)

    def _open(self, unit: Unit, units: Sequence[Unit], number: int) -> None:
        if unit.function == "complementizer" and unit.conjunction == "ف":
            root = self._without_relative()  # ``فإنها دعت …`` goes on, it is not what somebody says
            self._start("coordinate", unit, parent=root.parent, before=root)
        elif unit.function == "complementizer":
            parent = self.now
            if unit.conjunction:
                sibling = next((c for c in (self.now, *self.now.ancestors()) if c.kind == "content"), None)
                parent = sibling.parent if sibling is not None and sibling.parent is not None else self.now
            elif self.now.kind == "content" and self.now.verb is None and not self.now.units:
                parent = self.now.parent or self.now
            self._start("content", unit, parent=parent)
        elif unit.function == "relative":
            told = unit.slot == "source"  # ``وفق ما أعلنت الوزارة`` describes no noun
            head = None if told else self._described(unit)
            self._start("relative", unit, parent=self.now, head=head)
        else:
            root = self._without_relative()
            kind = "coordinate" if unit.stem in ("كما", "فيما", "بينما", "لكن", "ثم", "اما", "بل", "لكنه", "لكنها", "لكنهم") else "circumstance"
            parent = root.parent if kind == "coordinate" else root
            self._start(kind, unit, parent=parent, before=root)

    def _described(self, relative: Unit) -> Unit | None:
        """The noun that ``الذي`` or ``التي`` describes: the last one of its gender, or the person named last inside a phrase."""
        nouns = [u for u in reversed(self.now.units) if u.kind == NOUN and not u.pronoun]
        wanted = {"الذي": "m", "التي": "f"}.get(relative.stem)
        for noun in nouns[:3]:
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

    def _modified_by(self, participle: Unit) -> Clause:
        """The clause whose subject a participle describes; one of speech after a comma (``…، متهمًا``) describes whoever spoke."""
        clause = self._without_relative()
        if self.after_comma and any(r.lemma in self.speech for r in participle.readings):
            while clause.kind == "content" and clause.parent is not None:
                clause = clause.parent
        return clause

    def _describes_indefinite(self, unit: Unit) -> bool:
        """``اتصال هاتفي أجراه فلان``, ``مفاوضات جرت في جنيف``: a verb right after an indefinite noun describes it."""
        last = next((u for u in reversed(self.now.units) if u.kind not in (DATE, ADVERB) and not (u.kind == NOUN and u.pronoun)), None)
        if last is None or unit.conjunction or last.kind != NOUN or last.pronoun or last.definite or last.head is not None or self.after_comma:
            return False
        if unit.pronoun in ("ه", "ها", "هم", "هما"):
            return bool(last.slot) or self.now.verb is not None
        return self.now.verb is not None and agrees(unit, last, before=True)

    def _verb(self, unit: Unit) -> None:
        if self._describes_indefinite(unit):
            head = next(u for u in reversed(self.now.units) if u.kind == NOUN and not u.pronoun)
            self._start("relative", None, parent=self.now, head=head)
            self.now.verb = unit
            self.now.units.append(unit)
            return
        if self.now.verb is None:
            self.now.verb = unit
            self.now.units.append(unit)
            return
        if not unit.conjunction:
            waiting = next((c for c in self.now.ancestors() if c.verb is None and any(u.kind == NOUN and not u.slot for u in c.units)), None)
            if waiting is not None:
                self.now = waiting
                waiting.verb = unit
                waiting.units.append(unit)
                return
        if self.after_comma and unit.conjunction and any(r.lemma in self.speech and r.tense == "perfect" for r in unit.readings) and self.now.kind != "main":
            self._start("coordinate", None, parent=None, before=self.clauses[0])
            self.now.verb = unit
            self.now.units.append(unit)
            return
        base = self._goes_on_with(unit)
        self._start(base.kind if base.kind in ("content", "relative") else "coordinate", None, parent=base.parent, before=base, head=base.head)
        self.now.verb = unit
        self.now.units.append(unit)

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


# --- who stands where -------------------------------------------------------------------------------------------------------


def _fill(clause: Clause) -> None:
    if clause.verb is None:
        clause.subject = _topic(clause.units)
        clause.slots = _slots(_groups(clause.units))
        return
    at = clause.verb_at
    topic = _topic(clause.units[:at])
    groups = _groups(clause.units[at + 1 :])
    clause.slots = _slots(groups)
    for slot, before in _slots(_groups(clause.units[:at])).items():
        clause.slots.setdefault(slot, []).extend(before)
    bare = [g for slot, g in groups if not slot]
    if clause.kind == "participle":
        clause.dropped, clause.object, clause.second = True, *_two(bare)
        return
    _share_out(clause, topic, bare)


def _share_out(clause: Clause, topic: list[Unit], bare: list[list[Unit]]) -> None:
    """Subject and object among the topic, the head of a relative clause and the bare phrases after the verb."""
    verb = clause.verb
    assert verb is not None
    relative = clause.kind == "relative" and clause.head is not None and clause.before is None
    clause.passive = _passive(clause, len(bare) + bool(topic) + bool(verb.pronoun))
    if clause.passive:
        rest = bare
        if topic:
            clause.object = topic
        elif relative and not verb.pronoun and not (bare and agrees(verb, bare[0][0]) and not agrees(verb, clause.head)):
            clause.object = [clause.head] if clause.head else []
        elif bare:
            clause.object, rest = bare[0], bare[1:]
        elif verb.pronoun:
            clause.object = []
        clause.second = rest[0] if rest else []
        clause.dropped = not clause.object
        return
    if topic and agrees(verb, topic[0], before=True):
        clause.subject, clause.object, clause.second = topic, *_two(bare)
    elif relative and clause.head is not None:
        resumed = bool(verb.pronoun)
        if bare and (resumed or not agrees(verb, clause.head, before=True)) and agrees(verb, bare[0][0]):
            clause.subject, clause.object, clause.second = bare[0], *_two(bare[1:])
            if not clause.object:
                clause.object, clause.by_relative = [clause.head], True
        elif resumed and not bare:
            clause.dropped, clause.object, clause.by_relative = True, [clause.head], True
        else:
            clause.subject, clause.object, clause.second = [clause.head], *_two(bare)
    elif _pronoun_is_subject(clause):
        clause.dropped, clause.object, clause.second = True, *_two(bare)
    elif bare and agrees(verb, bare[0][0]) and not _objectlike(clause, bare):
        clause.subject, clause.object, clause.second = bare[0], *_two(bare[1:])
        if topic and not clause.object and not verb.pronoun:
            clause.second = topic
    else:
        clause.dropped, clause.object, clause.second = True, *_two(bare)


def _pronoun_is_subject(clause: Clause) -> bool:
    """``إنها ستدرس العودة``: the pronoun on the complementizer is the subject, where the verb agrees with it."""
    opener, verb = clause.opener, clause.verb
    if clause.kind != "content" or opener is None or verb is None or not opener.pronoun or verb.stem in _IMPERSONAL:
        return False
    wanted = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d")}.get(opener.pronoun)
    return wanted is not None and any(r.person == 3 and r.gender in (wanted[0], "c") and r.number == wanted[1] for r in verb.readings)


def _objectlike(clause: Clause, bare: list[list[Unit]]) -> bool:
    """A single indefinite thing after a continued verb (``ووجه دعوة``) is its object; the subject is taken over."""
    unit = bare[0][0]
    if len(bare) > 1 or unit.head is not None or unit.found:
        return False
    continued = clause.before is not None or clause.kind in ("content", "coordinate", "circumstance")
    return continued and not unit.definite


def _passive(clause: Clause, phrases: int) -> bool:
    """Passive by form, or by ``من قبل`` where the verb has only one of subject and object."""
    verb = clause.verb
    assert verb is not None
    if all(r.voice == "passive" for r in verb.readings):
        return True
    return "من قبل" in clause.slots and phrases < 2 and not all(r.voice == "active" for r in verb.readings)


def _two(groups: list[list[Unit]]) -> tuple[list[Unit], list[Unit]]:
    return groups[0] if groups else [], groups[1] if len(groups) > 1 else []


def _topic(units: Sequence[Unit]) -> list[Unit]:
    """The bare noun phrase that a clause begins with, with what is joined to it."""
    groups = _groups(units)
    bare = [g for slot, g in groups if not slot and not g[0].pronoun]
    return bare[0] if bare else [u for slot, g in groups if not slot for u in g][:1]


def _groups(units: Sequence[Unit]) -> list[tuple[str, list[Unit]]]:
    """Noun phrases with what is joined to them: ``مصر والأردن``, ``الرياض، القاهرة، أبوظبي والمنامة``."""
    groups: list[tuple[str, list[Unit]]] = []
    nouns = [u for u in units]
    comma = False
    for number, unit in enumerate(nouns):
        if unit.kind == MARK:
            comma = comma or unit.stem == ","
            continue
        if unit.kind != NOUN:
            continue
        if groups and _joins(groups[-1], unit, comma, nouns[number + 1 :]):
            groups[-1][1].append(unit)
        else:
            groups.append((unit.slot, [unit]))
        comma = False
    return groups


def _joins(group: tuple[str, list[Unit]], unit: Unit, comma: bool, rest: Sequence[Unit]) -> bool:
    slot, members = group
    if unit.conjunction and (not unit.slot or unit.slot == slot):
        return True
    if not comma or unit.slot or unit.head is None or members[-1].head is None:
        return False
    if unit.head.kind not in _LISTED or members[-1].head.kind not in _LISTED:
        return False
    if unit.head.actor >= 0 and unit.head.actor == members[-1].head.actor:
        return True
    return unit.head.kind in ("state", "place", "organization") and _list_goes_on(rest)


def _list_goes_on(rest: Sequence[Unit]) -> bool:
    """Whether names set off by commas go on up to one with ``و``: ``الرياض، القاهرة، أبوظبي والمنامة``."""
    for unit in rest:
        if unit.kind == MARK and unit.stem == ",":
            continue
        if unit.kind != NOUN or unit.slot or unit.head is None or unit.head.kind not in _LISTED:
            return False
        if unit.conjunction:
            return True
    return False


def _slots(groups: list[tuple[str, list[Unit]]]) -> dict[str, list[list[Unit]]]:
    slots: dict[str, list[list[Unit]]] = {}
    for slot, group in groups:
        if slot:
            slots.setdefault(slot, []).append(group)
    return slots


def _is_accusative(noun: Unit) -> bool:
    """``الطرفين``, ``مسلحين``, ``وفدًا``: a form that no subject after its verb can have."""
    if noun.head is None or noun.head.kind not in ("group", "pair") or noun.slot:
        return False
    return noun.stem.endswith("ين") or (noun.stem.endswith("ا") and not noun.definite)


def agrees(verb: Unit, noun: Unit, before: bool = False) -> bool:
    """Whether a noun phrase can be the verb's subject by person, gender and number; what cannot be told agrees."""
    plural = noun.head is not None and noun.head.number in ("d", "p")
    if not before and _is_accusative(noun):
        return False
    for reading in verb.readings:
        if reading.person != 3:
            continue
        if not before and reading.number in ("d", "p"):
            continue
        if before and reading.number in ("d", "p"):
            return True
        if noun.pronoun and not before:
            continue
        if noun.gender == "u" or reading.gender in ("c", noun.gender) or plural:
            return True
    return False
