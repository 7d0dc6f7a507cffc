"""Whether an act took place: actual, future, hypothetical, negated; and what a future or refused act is called in PLOVER.

An act of CONSULT, SUPPORT, COOPERATE or AID that is still to come is an AGREE (coding guide, 4): ``actual`` on the day on which somebody
announces it, ``future`` on its own day where nobody does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.attribution.denials import denier_of_report, does_not_deny
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.events.draft import Draft
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import StatusWords

KEEPS_CATEGORY = frozenset(("PROTEST", "SANCTION", "RETREAT", "ASSAULT", "COERCE", "MOBILIZE"))  # also where it is still to come
_BECOMES_AGREE = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))


class StatusBook(NamedTuple):
    """The folded status words."""

    future: frozenset[str]
    hypothetical: frozenset[str]
    negated: frozenset[str]
    conditions: frozenset[str]
    possible: frozenset[str]
    untrue: frozenset[str]
    will_not: frozenset[str]
    soon: frozenset[str]
    will_be: frozenset[str]
    background: frozenset[str]
    already: frozenset[str]
    next: frozenset[str]


@cache
def status_book() -> StatusBook:
    """The book, loaded once a process."""
    return compiled_as(StatusBook, "status", build)


def build() -> StatusBook:
    """Compile the book from the knowledge."""
    words = load.language("status_words", StatusWords)
    return StatusBook(*(frozenset(map(fold, getattr(words, name))) for name in StatusBook._fields))


def set_status(draft: Draft, tokens: Sequence[Token], denied: bool) -> None:
    """Set the draft's status, and its category where the status changes it. The reason goes into ``why``."""
    book, verb = status_book(), draft.clause.verb
    if denied:
        _set(draft, "negated", "denied by its source")
        return
    if _is_conditional(draft.clause, book):
        _set(draft, "hypothetical", "a condition")
        return
    if draft.kind not in ("verb", "participle") and is_called_untrue(draft.clause):
        _set(draft, "negated", "called untrue")
        return
    if draft.status in ("negated", "hypothetical"):
        return  # by the verb that carries it
    if verb is not None and draft.kind != "lone noun" and verb.negated and draft.category != "REJECT":
        _set(draft, "negated", "negated verb")
        return
    if _is_future(draft, tokens, book):
        make_future(draft)
    elif _is_hypothetical(draft, tokens, book):
        _set(draft, "hypothetical", "a condition or possibility")


def is_called_untrue(clause: Clause) -> bool:
    """``لا صحة للأنباء عن زيارة …``: whether a clause says that what it speaks of is not true."""
    around = [clause, *(clause.ancestors() if clause.kind == "relative" else ())]  # ``لا صحة لما تردد عن زيارة``
    return denier_of_report(clause) is not None or any(u.negated and u.stem in status_book().untrue for c in around for u in c.units)


def _is_conditional(clause: Clause, book: StatusBook) -> bool:
    """``إذا قصفت …``, ``في حال فرضت …``: what follows the words that open a condition, and what goes on from it."""
    while clause.kind == "circumstance":
        if clause.opener is not None and clause.opener.stem in book.conditions:
            return True
        if clause.before is None:
            return False
        clause = clause.before
    return False


def _set(draft: Draft, status: str, why: str) -> None:
    draft.status = status
    draft.why["status"] = why


def _is_future(draft: Draft, tokens: Sequence[Token], book: StatusBook) -> bool:
    verb = draft.clause.verb
    if draft.status == "future":
        return True
    if verb is not None and draft.kind != "lone noun":
        if any(r.tense == "perfect" for r in verb.readings):
            return False  # ``سيطر`` also looks like a future
        if all(r.future for r in verb.readings if r.tense == "imperfect") and any(r.future for r in verb.readings):
            return True
        if any(u.pronoun for g in draft.clause.slots.get("خلال", []) for u in g) and draft.category in _BECOMES_AGREE:
            return True  # ``في زيارة يلتقي خلالها …``
        if _words_before(verb.first, 2, tokens) & book.soon or _clause_words(draft.clause, tokens) & book.will_be:
            return True
        if draft.clause.kind in ("content", "relative") and draft.clause.parent is not None:
            return bool(_clause_words(draft.clause.parent, tokens) & book.future)
        return False
    after = {w for t in tokens[draft.at_end : draft.at_end + 4] for w in (t.word.base,)}
    before = _words_before(draft.at, 2, tokens)
    return bool((after | before) & (book.future - book.next)) and draft.trigger.category in _BECOMES_AGREE


def _is_hypothetical(draft: Draft, tokens: Sequence[Token], book: StatusBook) -> bool:
    clause, verb = draft.clause, draft.clause.verb
    if verb is None or draft.kind == "lone noun":
        return draft.kind != "verb" and bool(_words_before(draft.at, 2, tokens) & book.hypothetical)
    if clause.kind == "content" and clause.parent is not None and does_not_deny(clause.parent):
        return True
    if any(r.tense == "imperfect" for r in verb.readings):
        if _words_before(verb.first, 1, tokens) & book.possible:
            return True
        if clause.kind == "content" and clause.parent is not None and clause.opener is not None and clause.opener.stem in clause_book().subjunctive:
            return bool(_clause_words(clause.parent, tokens) & book.hypothetical)
    return False


def make_future(draft: Draft) -> None:
    """An act still to come: AGREE in its stead for CONSULT, SUPPORT, COOPERATE and AID; else status ``future``."""
    if draft.category in _BECOMES_AGREE:
        draft.why["category"] = f"a future {draft.category} is an AGREE"
        draft.category, draft.mode = "AGREE", None
        _set(draft, "future", "still to come")
    elif draft.trigger.verbal:
        return
    else:
        _set(draft, "future", "still to come")


def _words_before(at: int, reach: int, tokens: Sequence[Token]) -> set[str]:
    return {w for t in tokens[max(0, at - reach) : at] for w in (t.word.base, t.word.form)}


def _clause_words(clause: Clause, tokens: Sequence[Token]) -> set[str]:
    if not clause.units:
        return set()
    first, last = clause.units[0].first, clause.units[-1].last
    return {t.word.base for t in tokens[max(0, first - 2) : last]}
