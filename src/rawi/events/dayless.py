"""Acts that have no day of their own, unless the text names one (coding guide, 2): standing positions, habits, what may happen, earlier stops."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import NOUN
from rawi.events.draft import Draft
from rawi.events.where import belongs_to_verb

_STANCES = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "RETREAT"))
_MENTIONED = frozenset(("CONSULT", "COOPERATE", "AGREE", "AID"))
_STOP = 5  # words from ``قادما`` to where the stop is told of


def is_dayless(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether news without a date is not of the day of publication."""
    clause = draft.clause
    return (
        _is_known(draft)
        or _once_before(clause, tokens)
        or _on_the_way(clause, tokens)
        or _is_habit(clause)
        or _is_stance(draft)
        or _has_no_day(draft)
        or _ever_since(clause, tokens)
    )


def _is_known(draft: Draft) -> bool:
    """``قال إن الحوار الذي بدأته الكويت يجب أن يستمر``: talks and help that a speaker mentions by the way are known already."""
    clause = draft.clause
    if draft.category not in _MENTIONED or not draft.sources or clause.kind != "relative" or clause.opener is None or clause.verb is None:
        return False
    return all(r.tense == "perfect" for r in clause.verb.readings)


def goes_on(clause: Clause) -> bool:
    """An imperfect that is not yet to come: what goes on."""
    return clause.verb is not None and all(r.tense == "imperfect" and not r.future for r in clause.verb.readings)


def _is_stance(draft: Draft) -> bool:
    """``وتتهم واشنطن طهران بـ…``: an imperfect behind the lead tells what somebody holds at all times."""
    verb = draft.clause.verb
    if draft.category not in _STANCES or draft.kind != "verb" or draft.in_title or not draft.sentence or draft.sources or verb is None:
        return False
    return draft.clause.kind in ("main", "coordinate") and all(r.tense == "imperfect" and not r.future for r in verb.readings)


def _has_no_day(draft: Draft) -> bool:
    """What may happen, and force that was not used, have no day of their own; nor has a measure still to come."""
    if draft.trigger.verbal or draft.category == "AGREE":
        return False
    unused = draft.status == "negated" and (draft.category in _DEEDS or draft.why.get("support", "").startswith("deny"))
    return unused or draft.status in ("hypothetical", "future")


def _is_habit(clause: Clause) -> bool:
    """``التي تتهمها السلطات``, ``ويقول التحالف إنه يستهدف …``: an imperfect in a relative clause, or told in one, tells of no day."""
    if clause.kind == "content" and clause.opener is not None and clause.opener.function == "complementizer":
        return clause.parent is not None and clause.parent.kind == "main" and goes_on(clause) and goes_on(clause.parent)
    return clause.kind == "relative" and goes_on(clause)


def _once_before(clause: Clause, tokens: Sequence[Token]) -> bool:
    """``التقى من قبل بممثلين``: behind ``من قبل`` stands another preposition, so that it means "before" and nobody who did it."""
    if clause.verb is None or clause.verb.last + 2 >= len(tokens):
        return False
    words = [t.word for t in tokens[clause.verb.last : clause.verb.last + 3]]
    return f"{words[0].form} {words[1].form}" in clause_book().once_before and (bool(words[2].preposition) or words[2].function == "preposition")


def _on_the_way(clause: Clause, tokens: Sequence[Token]) -> bool:
    """``وصل قادما من مصر حيث التقى الرئيس``: an earlier stop, on no day that is told."""
    if clause.kind != "circumstance" or clause.opener is None:
        return False
    before = tokens[max(0, clause.opener.first - _STOP) : clause.opener.first]
    return any(t.word.base in clause_book().coming for t in before)


def _ever_since(clause: Clause, tokens: Sequence[Token]) -> bool:
    """``زار وزراء إيران منذ التوصل إلى الاتفاق``: on some day since; but ``في أول زيارة منذ توليه``."""
    since = next((u for u in clause.units if u.slot in clause_book().since_slots and u.kind == NOUN), None)
    if since is None or not belongs_to_verb(since, clause) or since.stem in clause_book().hours:
        return False
    return not any(t.word.stem in clause_book().firsts for t in tokens[clause.units[0].first : since.first])
