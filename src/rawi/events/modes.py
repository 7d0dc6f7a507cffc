"""Choose an event's mode by the words around its trigger, where its entry sets none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.units import DATE
from rawi.events.draft import Draft
from rawi.events.triggers import TriggerBook

_DEFAULT = {"REQUEST": "change", "ACCUSE": None, "REJECT": None}
_ASKED = ("REQUEST", "REJECT")
_BESIDE = ("هامش",)  # a meeting beside a conference is no conference
_NAMES = ("person", "organization", "state")  # in whose words nothing is asked: ``بعثة الأمم المتحدة للدعم``


def choose_mode(draft: Draft, tokens: Sequence[Token], book: TriggerBook) -> str | None:
    """The entry's mode, else the one that a word after the trigger (then before it) chooses, else the category's.

    What is asked or refused comes first in its clause, so the first such word decides; elsewhere the modes' order does.
    """
    if draft.mode is not None:
        return _finer(draft, tokens, book) or draft.mode
    if draft.category in _ASKED:
        return _asked(draft, tokens, book) or _DEFAULT.get(draft.category)
    beside = {at for u in draft.clause.units if u.first and tokens[u.first - 1].word.form in _BESIDE for at in range(u.first, u.last)}
    for first, last in ((draft.at, draft.last), (draft.first, draft.at)):
        if mode := _by_words(draft, [t for t in tokens[first:last] if t.index not in beside], book):
            return mode
    around = draft.clause.parent
    if draft.clause.dropped and around is not None and draft.clause.kind == "content":  # ``الغارات الجوية يمكن أن تستهدف``
        return _by_words(draft, [t for u in around.subject for t in tokens[u.first : u.last]], book) or _DEFAULT.get(draft.category)
    return _DEFAULT.get(draft.category)


def _by_words(draft: Draft, tokens: Sequence[Token], book: TriggerBook) -> str | None:
    forms = {form for token in tokens for form in (token.word.stem, token.word.base)}
    return next((mode for mode, words in book.mode_words.get(draft.category, ()) if forms & words), None)


def _finer(draft: Draft, tokens: Sequence[Token], book: TriggerBook) -> str | None:
    """``فجر انتحاري سيارة``: words that say more than the mode of the entry."""
    finer = {mode for mode, instead_of in book.finer.get(draft.category, {}).items() if draft.mode in instead_of}
    mode = _by_words(draft, tokens[draft.first : draft.last], book) if finer else None
    return mode if mode in finer else None


def _asked(draft: Draft, tokens: Sequence[Token], book: TriggerBook) -> str | None:
    """The mode of the first word, behind the trigger or before it, that says what is asked: a noun, or the verb of ``أن …``."""
    choices, verbs = book.mode_words.get(draft.category, ()), book.mode_verbs.get(draft.category, {})
    named = _named(draft.clause)
    behind = [t for t in range(draft.at, draft.last) if t not in named]
    for place in (*behind, *_of_contents(draft.clause), *range(draft.first, draft.at)):
        word = tokens[place].word
        for mode, words in choices:
            if word.stem in words or word.base in words:
                return mode
        if place >= draft.last and (found := next((verbs[v.lemma] for v in word.verbs if v.lemma in verbs), None)):
            return found
    return None


def _named(clause: Clause) -> set[int]:
    """The words of names and dates in a clause."""
    dates = {at for u in clause.units if u.kind == DATE for at in range(u.first, u.last)}
    return dates | {at for u in clause.units for f in u.found if f.kind in _NAMES for at in range(f.first, f.last)}


def _of_contents(clause: Clause) -> Iterator[int]:
    """The verbs and objects of the clauses that a clause introduces: ``أن تواصل المجموعة تقديم الدعم``."""
    for content in clause.contents:
        named = _named(content)
        for unit in (*((content.verb,) if content.verb is not None else ()), *content.object, *content.second):
            yield from (at for at in range(unit.first, unit.last) if at not in named)
        yield from _of_contents(content)
