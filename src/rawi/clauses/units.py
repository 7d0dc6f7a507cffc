"""The pieces of a sentence: verbs, noun phrases with their preposition, dates, marks and the words that open clauses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rawi.actors.found import Found
from rawi.arabic.lexicon import VerbReading
from rawi.arabic.words import MOST_WORDS
from rawi.clauses.lexicon import clause_book

VERB, PARTICIPLE, NOUN, DATE, MARK, OPENER, ADVERB = "verb", "participle", "noun", "date", "mark", "opener", "adverb"
FINITE = ("perfect", "imperfect")


class Unit(msgspec.Struct, eq=False):
    """A piece of a sentence. ``first`` and ``last`` are token numbers, half-open.

    ``slot`` is the preposition that governs a noun phrase (empty: none); ``found`` are the mentions inside, in order; ``head`` is
    the mention that the phrase itself is, where it is one; ``function`` the closed class of an opener.
    """

    kind: str
    first: int
    last: int
    conjunction: str = ""
    slot: str = ""
    head: Found | None = None
    found: list[Found] = []
    readings: tuple[VerbReading, ...] = ()
    function: str = ""
    pronoun: str = ""
    stem: str = ""
    gender: str = "u"
    definite: bool = False
    negated: bool = False
    after_qad: bool = False


def gender_of(unit: Unit) -> str:
    """The gender of a noun phrase, ``u`` where no form tells."""
    if unit.head is not None:
        if unit.head.rule == "side":
            return "m"  # ``الجانب الروسي``
        if unit.head.kind == "state":
            masculine = unit.head.country in clause_book().masculine_states or (unit.head.rule == "state" and unit.head.gender == "m")
            return "m" if masculine else "f"
        if unit.head.kind == "group" and unit.head.number == "p":
            return "u"
        return unit.head.gender
    return _gender_by_form(unit.stem)


@lru_cache(MOST_WORDS)
def _gender_by_form(stem: str) -> str:
    for pronoun in ("ها", "هم", "هما", "نا"):
        if stem.endswith(pronoun) and len(stem) - len(pronoun) > 2:
            stem = stem.removesuffix(pronoun)
            break
    if stem.endswith(("ه", "ات")):
        return "f"
    return "u" if stem.endswith("اء") or len(stem) <= 5 or (len(stem) == 6 and stem[2] == "ا") else "m"  # ``تقارير``
