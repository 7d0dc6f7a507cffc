"""Clauses that only tell when something else was: ``وعقد الاجتماع مساء الاثنين``, ``تواصلت الاحتجاجات أمس``, ``وجاء ذلك في بيان صدر الأحد``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rawi.arabic.words import Token
from rawi.attribution.lexicon import reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import ADVERB, Unit
from rawi.events.triggers import trigger_book


class Scene(NamedTuple):
    """What a clause says took place: the category of its noun, and the noun's words that tell it."""

    category: str
    words: frozenset[str]


def scene_of(clause: Clause, tokens: Sequence[Token]) -> Scene | None:
    """``الهجوم الذي استهدف الأحد كنيسة``, ``الغارة نفذت السبت``, ``عقد اللقاء أمس``: that an attack, protest or meeting took place."""
    verb, subject = clause.verb, clause.head if clause.kind == "relative" else next(iter(clause.subject or clause.object), None)
    if verb is None or subject is None:
        return None
    words, stems = clause_book(), {t.word.stem for t in tokens[subject.first : subject.last]}
    lemmas = {r.lemma for r in verb.readings}
    book = trigger_book()
    if (clause.kind == "relative" or lemmas & words.takes_place) and (violent := book.violent & stems):
        return Scene("ASSAULT", frozenset(violent))
    if clause.kind != "relative" and lemmas & words.goes_on and (happening := book.happening & stems - book.violent):
        return Scene("PROTEST", frozenset(happening))
    if _is_of_the_article(subject, clause) and lemmas & words.is_held and subject.stem in words.gatherings:
        return Scene("CONSULT", frozenset((subject.stem,)))
    return None


def _is_of_the_article(meeting: Unit, clause: Clause) -> bool:
    """``الاجتماع`` is the one that the article tells of, where it is what the sentence is about."""
    around = clause.parent
    return meeting.definite and meeting.head is None and (clause.kind != "relative" or (around is not None and meeting in around.subject))


def points_back(clause: Clause, tokens: Sequence[Token]) -> bool:
    """``جاء ذلك في بيان صدر الأحد``, ``وجاءت تصريحاته خلال لقاء أمس``: that what was just told was said or done there."""
    if clause.kind != "main" or clause.verb is None or not any(r.lemma in reporting().contains for r in clause.verb.readings):
        return False
    behind = next((u for u in clause.units if u.first >= clause.verb.last), None)
    if behind is not None and behind.kind == ADVERB and tokens[behind.first].word.function == "demonstrative":
        return True
    return behind is not None and behind in clause.subject and behind.stem in reporting().sayings
