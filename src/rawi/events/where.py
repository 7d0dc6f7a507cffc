"""Place of each act, by clause.

A deed happened where a phrase of its clause says (``في``, ``ب``, ``أمام`` …); what is asked, praised or alleged in a place need not have been said
there, so an act of speech takes only a place that stands before its content. A visit happens where it goes, a strike where it hits, and what
goes on in the same sentence is of the same place. Something promised has none yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.actors.found import Found
from rawi.actors.titles import title_book
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import NOUN, Unit
from rawi.events.draft import Draft

_DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID", "MOBILIZE"))


def find_place(draft: Draft, tokens: Sequence[Token]) -> Found | None:
    """Where it happened, as the act's own clause tells, or ``None``."""
    if draft.category == "AGREE":
        return None
    for unit in _after_then_before(draft):
        if unit.slot in clause_book().at_slots and (place := _located(unit, tokens)) is not None and _is_of_act(draft, unit, tokens):
            return place
    if draft.category == "CONSULT" and draft.mode == "visit":
        return _goal(draft, tokens)
    return _target(draft, tokens) if draft.category == "ASSAULT" else None


def belongs_to_verb(unit: Unit, clause: Clause) -> bool:
    """``الوضع في سوريا``: a phrase right after a common noun belongs to it, not to the verb."""
    before = _before(unit, clause)
    return before is None or before.kind != NOUN or before.head is not None or bool(before.pronoun) or bool(before.found)


def _before(unit: Unit, clause: Clause) -> Unit | None:
    at = clause.units.index(unit) if unit in clause.units else 0
    return clause.units[at - 1] if at else None


def _after_then_before(draft: Draft) -> Iterator[Unit]:
    units = [u for u in draft.clause.units if u.kind == NOUN]
    yield from (u for u in units if u.last > draft.at)
    yield from (u for u in units if u.last <= draft.at)


def _located(unit: Unit, tokens: Sequence[Token]) -> Found | None:
    """The place that a phrase is about: ``مسقط`` in ``العاصمة العمانية مسقط``, none in ``خطوة الإمارات``. A city goes before its state."""
    heads = title_book().place_heads | clause_book().within
    places = [m for m in unit.found if m.kind in ("place", "state")]
    for place in sorted(places, key=lambda m: (m.kind == "state", -m.first)):
        words = (t.word for t in tokens[unit.first : place.first] if not any(m.first <= t.index < m.last for m in unit.found))
        if all(w.stem in heads or w.base in heads or w.article for w in words):
            return place
    return None


def _is_of_act(draft: Draft, unit: Unit, tokens: Sequence[Token]) -> bool:
    """Whether a phrase says where the act was, and not where something that it speaks about is."""
    before = _before(unit, draft.clause)
    if before is not None and before.kind == NOUN and _is_participle(before, tokens):
        return False  # ``القادة المقيمين في قطر``
    if before is not None and before.slot == "ل" and unit.slot == "ب" and before.last == unit.first and not before.found:
        return False  # ``لصلتها بإسرائيل``
    if _told_of_another(draft, unit):
        return False
    if draft.category in _DEEDS and not draft.trigger.verbal:
        return True
    if before is not None and before.first <= draft.at < before.last:
        return True  # ``جولة من المحادثات في مسقط``
    if draft.trigger.verbal and draft.trigger.entry.frame not in clause_book().done_in_person:
        return unit.last <= draft.at or not _behind_content(draft, unit)
    return belongs_to_verb(unit, draft.clause) and not _behind_content(draft, unit)


def _told_of_another(draft: Draft, unit: Unit) -> bool:
    """``انشقوا منذ بدء النزاع في سوريا``: the place is that of what was before or is the reason."""
    clause = draft.clause
    before = _before(unit, clause)
    while before is not None and before.kind == NOUN and before.first >= draft.at_end:
        if before.slot in clause_book().other_time_slots:
            return True
        before = _before(before, clause)
    return False


def _is_participle(unit: Unit, tokens: Sequence[Token]) -> bool:
    last = tokens[unit.last - 1].word
    return last.article and unit.last - unit.first > 1 and any(v.tense == "participle" for v in lexicon().verb_readings(last.stem))


def _behind_content(draft: Draft, unit: Unit) -> bool:
    """Whether what is said or talked about stands before a phrase: ``دان الهجوم في بغداد``, but ``دعا في مؤتمر ببغداد إلى …``."""
    clause = draft.clause
    between = [u for u in clause.units if u.kind == NOUN and draft.at_end <= u.first < unit.first and u not in clause.subject]
    if not draft.trigger.verbal:
        return any(u.slot in clause_book().topic_slots or (u.head is None and (u in clause.object or u in clause.second)) for u in between)
    return any(u.slot not in clause_book().occasion_slots and (u.head is None or u.head.kind != "person") for u in between)


def _goal(draft: Draft, tokens: Sequence[Token]) -> Found | None:
    """The city, else the state, that a visit goes to."""
    units = [u for u in draft.clause.units if u.kind == NOUN and (u.slot in clause_book().goal_slots or (not u.slot and u.head is not None))]
    places = [place for u in units if (place := _located(u, tokens)) is not None]
    cities = [p for p in places if p.kind == "place"]
    states = [p for p in places if p.kind == "state" and p.actor in draft.recipients]
    return next(iter(cities + states), None)


def _target(draft: Draft, tokens: Sequence[Token]) -> Found | None:
    """``قصف مدينة خاركيف``, ``أطلق صواريخ على حيفا``: what is hit is where it was."""
    behind = (group for slot in clause_book().target_slots for group in draft.clause.slots.get(slot, []))
    units = [u for group in (draft.clause.object, *behind) for u in group if u.last > draft.at]
    return next((place for u in units if (place := _located(u, tokens)) is not None and place.kind == "place"), None)
