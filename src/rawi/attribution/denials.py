"""Reports that somebody denies: ``نفى ما تردد عن زيارة …``, ``نفت أنباء تحدثت عن …``, ``لا صحة لما يشاع عن …``."""

from __future__ import annotations

from rawi.attribution.lexicon import reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import Unit


def denier_of_report(clause: Clause) -> Clause | None:
    """The clause that denies the report that a relative clause describes, else None."""
    around, opener = clause.parent, clause.opener
    if around is None or not (_denies(around) or _calls_untrue(around, clause)):
        return None
    if clause.head is not None:
        return around if clause.head.stem in reporting().reports else None
    return around if opener is not None and opener.stem in clause_book().free_relatives else None


def denier_of(clause: Clause, unit: Unit) -> Clause | None:
    """The clause that denies what a report says of an act that the phrase ``unit`` names, else None."""
    if (denier := denier_of_report(clause)) is not None:
        return denier if _denies(denier) else None
    reported = clause.object[0] if clause.object else None
    if reported is None or reported.stem not in reporting().reports or unit.slot not in reporting().report_slots or unit.first < reported.last:
        return None
    return clause if _denies(clause) else None


def does_not_deny(clause: Clause) -> bool:
    """``لم ينف أن …``, ``لم يستبعد أن …``: what somebody does not deny is possible."""
    return clause.verb is not None and clause.verb.negated and _is_of_denial(clause)


def _denies(clause: Clause) -> bool:
    return clause.verb is not None and not clause.verb.negated and _is_of_denial(clause)


def _is_of_denial(clause: Clause) -> bool:
    readings = clause.verb.readings if clause.verb is not None else ()
    return any((known := reporting().verbs.get(r.lemma)) is not None and known.kind == "deny" for r in readings)


def _calls_untrue(around: Clause, clause: Clause) -> bool:
    """``لا صحة لما …``: right behind a negated noun of truth."""
    opener = clause.opener
    return opener is not None and any(u.negated and u.last == opener.first and u.stem in reporting().reports for u in around.units)
