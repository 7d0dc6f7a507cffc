"""Place of each act, by clause."""

from __future__ import annotations

from rawi.actors.found import Found
from rawi.clauses.clause import Clause
from rawi.clauses.units import NOUN, Unit
from rawi.events.draft import Draft


def find_place(draft: Draft) -> Found | None:
    """Where it happened: a city or country under ``في`` or ``ب`` in the clause, else the city that a visit goes to."""
    for slot in ("في", "ب"):
        for group in draft.clause.slots.get(slot, []):
            for unit in group if belongs_to_verb(group[0], draft.clause) else ():
                if (place := next((m for m in unit.found if m.kind in ("place", "state")), None)) is not None:
                    return place
    if draft.category == "CONSULT" and draft.mode == "visit":
        for unit in draft.clause.units:
            if unit.kind == NOUN and unit.head is not None and unit.head.kind == "place" and unit.slot in ("", "إلى", "ل"):
                return unit.head
    return None


def belongs_to_verb(unit: Unit, clause: Clause) -> bool:
    """``الوضع في سوريا``: a phrase right after a common noun belongs to it, not to the verb."""
    if unit not in clause.units:
        return True
    at = clause.units.index(unit)
    before = clause.units[at - 1] if at else None
    return before is None or before.kind != NOUN or before.head is not None or bool(before.pronoun) or bool(before.found)
