"""Who stands in which slot of a clause: subject, object and prepositional phrases shared out around its verb."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import MARK, NOUN, Unit, gender_of

_IN = "في"
_BETWEEN = "بين"
_THIRD = 3
_DOERS = ("state", "organization", "group")
_LISTED = ("state", "organization", "person", "place", "group")


def fill(clause: Clause) -> None:
    """Set the clause's subject, objects and slots, and whether it is passive."""
    if clause.verb is None:
        phrases = groups(clause.units)
        clause.subject, clause.slots = _topic(phrases), _slots(phrases)
        return
    _part_statement(clause)
    at = clause.verb_at
    before, behind = groups(clause.units[:at]), groups(_without_apposed(clause.units[at + 1 :]))
    topic = _topic(before)
    clause.slots = _slots([*behind, *before])
    bare = [g for slot, g in behind if not slot]
    if _says_we(clause, bare):
        clause.verb.readings = tuple(r for r in clause.verb.readings if r.person == 1)
    if clause.kind == "participle":
        clause.dropped, clause.object, clause.second = not clause.subject, *_two(bare)
        return
    _share_out(clause, topic, bare)
    _settle_reading(clause)


def _settle_reading(clause: Clause) -> None:
    """``تلقى الوزير اتصالا`` is no form of ``ألقى``: of a verb's readings in the third person, those that agree with a subject of one."""
    verb, subject = clause.verb, clause.subject[0] if len(clause.subject) == 1 else None
    if verb is None or subject is None or subject.head is None or subject.head.kind != "person" or subject.gender not in ("m", "f"):
        return
    agreeing = tuple(r for r in verb.readings if r.person != _THIRD or r.gender in ("c", "u", subject.gender))
    verb.readings = agreeing or verb.readings


def _part_statement(clause: Clause) -> None:
    """``اتهمت الوزارة في بيان إسرائيل بـ``: behind a statement of the subject's own stands whom it speaks to, where the verb has no object yet."""
    verb, words = clause.verb, clause_book()
    if verb is None or not any(r.lemma in words.addressing for r in verb.readings):
        return
    nouns = [u for u in clause.units if u.kind == NOUN]
    if sum(not u.slot and not u.conjunction for u in nouns) > 1:
        return
    statement = next((u for u in nouns if u.slot == _IN and u.stem in words.statements and u.first > verb.first), None)
    if statement is None or not statement.found or statement.found[0].first != statement.first + 1 or statement.found[0].kind == "nisba":
        return
    named = statement.found[0]
    addressed = Unit(NOUN, named.first, statement.last, head=named, found=list(statement.found), definite=named.kind != "group")
    addressed.gender = gender_of(addressed)
    statement.last, statement.found = named.first, []
    clause.units.insert(clause.units.index(statement) + 1, addressed)


def _says_we(clause: Clause, bare: Sequence[list[Unit]]) -> bool:
    """``وقال: دمرنا مواقع للعدو``: in somebody's own words ``ـنا`` is "we" rather than "us", unless a doer stands behind it (``قصفنا الجيش``)."""
    readings = clause.verb.readings if clause.verb is not None else ()
    if clause.kind != "content" or len({r.person for r in readings}) < len(("we", "us")):
        return False
    doer = bare[0][0].head if bare else None
    return doer is None or doer.kind not in ("person", "organization", "state")


def _without_apposed(units: Sequence[Unit]) -> list[Unit]:
    """``التقى فلان المبعوث الأممي أمس اللواء فلانا``: an office right behind a name is his who bears the name, where the verb has enough others."""
    kept: list[Unit] = []
    for number, unit in enumerate(units):
        before = units[number - 1] if number else None
        named = before is not None and before.last == unit.first and before.head is not None and before.head.kind == "person"
        office = unit.kind == NOUN and unit.head is not None and unit.head.kind == "role" and not unit.slot and not unit.conjunction
        if named and office and before is not None:
            others = any(u.kind == NOUN and not u.slot and not u.conjunction and u.head is not None for u in units[number + 1 :])
            if before.slot or (others and kept and kept[0] is before):
                continue
        kept.append(unit)
    return kept


def _share_out(clause: Clause, topic: list[Unit], bare: list[list[Unit]]) -> None:
    """Subject and object among the topic, the head of a relative clause and the bare phrases after the verb."""
    verb = clause.verb
    assert verb is not None
    head = clause.head if clause.kind == "relative" and clause.before is None else None
    clause.passive = _passive(clause, len(bare) + bool(topic) + bool(verb.pronoun))
    if clause.passive:
        rest = bare
        if topic:
            clause.object = topic
        elif head is not None and not verb.pronoun and not (bare and agrees(verb, bare[0][0]) and not agrees(verb, head)):
            clause.object = [head]
        elif bare:
            clause.object, rest = bare[0], bare[1:]
        clause.second = rest[0] if rest else []
        clause.dropped = not clause.object
        return
    if topic and (agrees(verb, topic[0], before=True) or any(r.lemma in clause_book().musts for r in verb.readings)):
        clause.subject, clause.object, clause.second = topic, *_two(bare)
    elif head is not None:
        resumed = bool(verb.pronoun)
        if bare and (resumed or not agrees(verb, head, before=True)) and agrees(verb, bare[0][0]):
            clause.subject, clause.object, clause.second = bare[0], *_two(bare[1:])
            if not clause.object:
                clause.object, clause.by_relative = [head], True
        elif resumed and not bare:
            clause.dropped, clause.object, clause.by_relative = True, [head], True
        else:
            clause.subject, clause.object, clause.second = _with_joined(clause, head), *_two(bare)
    elif (_pronoun_is_subject(clause) and not _names_doer(clause, bare)) or (not topic and _is_burdened(clause, bare)):
        clause.dropped, clause.object, clause.second = True, *_two(bare)
    elif bare and _shares_object(clause, bare):
        clause.dropped, clause.object, clause.second = True, *_two(bare)
        assert clause.before is not None
        clause.before.object = bare[0]
    elif bare and agrees(verb, bare[0][0]) and not _objectlike(clause, bare) and not _goes_on_acting(clause, bare):
        clause.subject, clause.object, clause.second = bare[0], *_two(bare[1:])
        if topic and not clause.object and not verb.pronoun:
            clause.second = topic
    else:
        clause.dropped, clause.object, clause.second = True, *_two(bare)


def _with_joined(clause: Clause, head: Unit) -> list[Unit]:
    """``السعودية والبحرين اللتان طردتا``: a verb of two or more describes all that are joined to its head."""
    verb, parent = clause.verb, clause.parent
    if verb is None or parent is None or not any(r.number in ("d", "p") for r in verb.readings):
        return [head]
    return next((group for _, group in groups(parent.units) if head in group), [head])


def _is_burdened(clause: Clause, bare: list[list[Unit]]) -> bool:
    """``وحمّل الحكومة المسؤولية``: whom a burden is laid upon, by the subject of the clause that this one goes on from."""
    if len(bare) != 2 or bare[1][0].stem not in clause_book().burdens:
        return False
    return not any(group[0].head is not None for group in clause.slots.get("ل", []))


def _pronoun_is_subject(clause: Clause) -> bool:
    """``إنها ستدرس العودة``: the pronoun on the complementizer is the subject, where the verb agrees with it."""
    opener, verb = clause.opener, clause.verb
    if clause.kind != "content" or opener is None or verb is None or not opener.pronoun or verb.stem in clause_book().impersonal:
        return False
    wanted = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d")}.get(opener.pronoun)
    return wanted is not None and any(r.person == 3 and r.gender in (wanted[0], "c") and r.number == wanted[1] for r in verb.readings)


def _shares_object(clause: Clause, bare: list[list[Unit]]) -> bool:
    """``أدانت الجزائر وشجبت العدوان``: two verbs side by side have one subject and one object; the second is that of no other."""
    before, verb = clause.before, clause.verb
    if clause.kind not in ("coordinate", "content") or before is None or verb is None or before.verb is None:
        return False
    if bare[0][0].head is not None or any(g[0].head is not None for g in bare[1:]):
        return False
    if not verb.conjunction or not before.subject or before.object or before.slots or before.subject[-1].last != verb.first:
        return False
    return agrees(verb, before.subject[0]) and before.subject[0].first > before.verb.first


def _names_doer(clause: Clause, bare: list[list[Unit]]) -> bool:
    """``إنه في الساعة السابعة شن الجيش هجوما``: behind what stands between, the pronoun means nobody, and the doer is named before the object."""
    verb, opener = clause.verb, clause.opener
    if verb is None or opener is None or verb.first == opener.last or len(bare) < 2:
        return False
    return agrees(verb, bare[0][0]) and not bare[1][0].definite


def _objectlike(clause: Clause, bare: list[list[Unit]]) -> bool:
    """A single indefinite thing after a continued verb (``ووجه دعوة``) is its object; the subject is taken over."""
    unit = bare[0][0]
    if len(bare) > 1 or unit.head is not None or unit.found:
        return False
    if unit.definite and unit.stem in clause_book().never_doers:
        return True
    if clause.kind == "content" and unit.definite and _is_able(clause.parent):
        return True
    continued = clause.before is not None or clause.kind in ("content", "coordinate", "circumstance")
    return continued and not unit.definite


def _goes_on_acting(clause: Clause, bare: list[list[Unit]]) -> bool:
    """``اقتحم الجيش المخيم واعتقل خمسة فلسطينيين``: people told by number, behind a verb that goes on, are whom its subject did it to.

    So is whoever stands alone behind a verb that needs an object (``وهاجمت قوات الأمن``, ``حيث اقتحموا السجن``).
    """
    verb, before, behind = clause.verb, clause.before, bare[0][0].head
    if verb is None or len(bare) > 1 or verb.pronoun or before is None or not before.units:
        return False
    if all(r.lemma in clause_book().needs_object for r in verb.readings) and clause.kind in ("coordinate", "circumstance", "content"):
        return _has_doer(before, verb)
    if clause.kind != "coordinate" or behind is None or behind.rule != "people by number":
        return False
    then = clause.opener is not None and clause.opener.stem in clause_book().coordinators  # ``ثم اعتقلت``
    if before.units[-1].last < verb.first - 1 and not then:
        return False  # ``عن هجوم وقع أمس، وقتل فيه سبعة أشخاص``
    while not before.subject and before.before is not None:
        before = before.before
    if before.passive or not before.subject or before.subject[0].head is None:
        return False
    doer = before.subject[0].head
    if (verb.conjunction != "و" and not then) or doer.kind not in _DOERS or (doer.kind == "group" and doer.number == "s"):
        return False
    return any(r.voice != "active" for r in verb.readings if r.person == _THIRD) and agrees(verb, before.subject[0], before=True)


def _has_doer(clause: Clause, verb: Unit) -> bool:
    """Whether a clause has a subject that acts and that the verb which goes on from it agrees with."""
    while not clause.subject and clause.before is not None and not clause.passive:
        clause = clause.before
    if clause.passive or not clause.subject or not (clause.subject[0].head is not None or clause.subject[0].found):
        return False
    return agrees(verb, clause.subject[0], before=True)


def _is_able(clause: Clause | None) -> bool:
    """``لا يمكنها أن تدعم القرار``: the subject of the first verb is that of the second."""
    return clause is not None and clause.verb is not None and any(r.lemma in clause_book().abilities for r in clause.verb.readings)


def _passive(clause: Clause, phrases: int) -> bool:
    """Passive by form, or by ``من قبل`` where the verb has only one of subject and object."""
    verb = clause.verb
    assert verb is not None
    third = [r for r in verb.readings if r.person == 3 and (r.gender, r.number) != ("f", "p")]
    if third and all(r.voice == "passive" for r in (third if phrases and not clause.quoted else verb.readings)):
        return True  # ``إن فلانا أدين``: whoever is named is not I
    return "من قبل" in clause.slots and phrases < 2 and not all(r.voice == "active" for r in verb.readings) and not _done_by_noun(clause)


def _done_by_noun(clause: Clause) -> bool:
    """``هددت الحركة بالثأر لمقتل قائدها على يد القوات``: who did what the noun right before says, not the verb."""
    doer = clause.slots["من قبل"][0][0]
    before = clause.units[clause.units.index(doer) - 1] if doer in clause.units else None
    return before is not None and before.kind == NOUN and bool(before.slot) and before.stem in clause_book().befalling


def _two(groups: list[list[Unit]]) -> tuple[list[Unit], list[Unit]]:
    return groups[0] if groups else [], groups[1] if len(groups) > 1 else []


def _topic(phrases: Sequence[tuple[str, list[Unit]]]) -> list[Unit]:
    """The bare one among the noun phrases that a clause begins with, with what is joined to it."""
    bare = [g for slot, g in phrases if not slot and not g[0].pronoun]
    return bare[0] if bare else [u for slot, g in phrases if not slot for u in g][:1]


def groups(units: Sequence[Unit]) -> list[tuple[str, list[Unit]]]:
    """Noun phrases with what is joined to them: ``مصر والأردن``, ``الرياض، القاهرة، أبوظبي والمنامة``."""
    found: list[tuple[str, list[Unit]]] = []
    comma = False
    for number, unit in enumerate(units):
        if unit.kind == MARK:
            comma = comma or unit.stem == ","
            continue
        if unit.kind != NOUN:
            continue
        if (half := _half_of_two(found, unit, comma)) is not None:
            half.append(unit)
        elif found and _joins(found[-1], unit, comma, units[number + 1 :]):
            found[-1][1].append(unit)
        else:
            found.append((unit.slot, [unit]))
        comma = False
    return found


def _half_of_two(found: Sequence[tuple[str, list[Unit]]], unit: Unit, comma: bool) -> list[Unit] | None:
    """``بين قوات النظام المدعومة بعناصر من الحزب، وقوات المعارضة``: the second side, behind a phrase that describes the first."""
    if not comma or not unit.conjunction or unit.slot or unit.head is None or not found or found[-1][0] in ("", _BETWEEN):
        return None
    return next((members for slot, members in reversed(found) if slot == _BETWEEN and len(members) == 1), None)


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
