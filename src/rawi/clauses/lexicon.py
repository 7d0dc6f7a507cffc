"""The words by which clauses are told apart, as the stages look them up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import ClauseWords, Homographs

_VERBS = (
    "no_promise",
    "takes_place",
    "addressing",
    "goes_on",
    "is_held",
    "abilities",
    "musts",
    "passing",
    "suffers",
    "issued",
    "carrying",
    "affirming",
    "occasioning",
    "needs_object",
    "carrying_out",
)
_CODES = ("masculine_states",)


class VerbOnly(NamedTuple):
    """Where a spelling that is mostly no verb is one: before a mention of these kinds or one of these words, and with a word to follow."""

    before_actor: frozenset[str]
    before_word: frozenset[str]
    followed_by: str
    reads: str  # the verb's form, where the conjunction is part of the spelling


class ClauseBook(NamedTuple):
    """The folded words of ``knowledge/language/clauses.toml``, under its names; those of ``_VERBS`` are lemmas, and slots stay as they are."""

    counting: frozenset[str]
    epithets: frozenset[str]
    adjectives: frozenset[str]
    construct_adjectives: frozenset[str]
    impersonal: frozenset[str]
    unspoken: frozenset[str]
    forces: frozenset[str]
    leads: frozenset[str]
    expressing: frozenset[str]
    earlier: frozenset[str]
    sanctions: frozenset[str]
    no_promise: frozenset[str]
    told_by_date: frozenset[str]
    helps: frozenset[str]
    threat_conditions: frozenset[str]
    acting: frozenset[str]
    acts: frozenset[str]
    above_all: frozenset[str]
    needs_addressee: frozenset[str]
    calls: frozenset[str]
    needs_object: frozenset[str]
    carrying_out: frozenset[str]
    never_doers: frozenset[str]
    single_out: frozenset[str]
    of_another: frozenset[str]
    camps: frozenset[str]
    camped: frozenset[str]
    in_a_state: frozenset[str]
    about: frozenset[str]
    scattering: frozenset[str]
    firsts: frozenset[str]
    takes_place: frozenset[str]
    stays_unnamed: frozenset[str]
    naming: frozenset[str]
    own_name: frozenset[str]
    once_before: frozenset[str]
    addressing: frozenset[str]
    statements: frozenset[str]
    goes_on: frozenset[str]
    is_held: frozenset[str]
    gatherings: frozenset[str]
    hours: frozenset[str]
    needful: frozenset[str]
    abilities: frozenset[str]
    musts: frozenset[str]
    texts: frozenset[str]
    passing: frozenset[str]
    unreal: frozenset[str]
    suffers: frozenset[str]
    suffering: frozenset[str]
    within: frozenset[str]
    done_in_person: frozenset[str]
    issued: frozenset[str]
    moments: frozenset[str]
    before_perfect: frozenset[str]
    burdens: frozenset[str]
    adding: frozenset[str]
    free_relatives: frozenset[str]
    subjunctive: frozenset[str]
    coordinators: frozenset[str]
    everybody: frozenset[str]
    some_of_them: frozenset[str]
    of_them: frozenset[str]
    masculine_states: frozenset[str]  # country codes
    light: frozenset[str]
    light_slots: frozenset[str]
    light_bare: frozenset[str]
    befalling: frozenset[str]
    roughly: frozenset[str]
    belongings: frozenset[str]
    carrying: frozenset[str]
    at_slots: frozenset[str]
    occasion_slots: frozenset[str]
    topic_slots: frozenset[str]
    other_time_slots: frozenset[str]
    goal_slots: frozenset[str]
    target_slots: frozenset[str]
    since_slots: frozenset[str]
    coming: frozenset[str]
    which_one: frozenset[str]
    affirming: frozenset[str]
    occasioning: frozenset[str]
    passing_nouns: frozenset[str]


@cache
def clause_book() -> ClauseBook:
    """The book, loaded once a process."""
    return compiled_as(ClauseBook, "clauses", build)


def build() -> ClauseBook:
    """Compile the book from the knowledge."""
    words = load.language("clauses", ClauseWords)
    return ClauseBook(*(frozenset(map(_reader(name), getattr(words, name))) for name in ClauseBook._fields))


def _reader(name: str) -> Callable[[str], str]:
    """How the words of a list are looked up."""
    return str if name.endswith("_slots") or name in _CODES else lemma if name in _VERBS else fold


@cache
def homographs() -> dict[str, VerbOnly]:
    """Spellings that are a verb only before certain neighbours, loaded once a process."""
    return {
        fold(h.word): VerbOnly(frozenset(h.before_actor), frozenset(map(fold, h.before_word)), fold(h.followed_by or ""), fold(h.reads or h.word))
        for h in load.language("homographs", Homographs).homograph
    }


@cache
def abouts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words of what makes a number inexact, by the first of them, the longest first."""
    phrases = sorted((tuple(phrase.split()) for phrase in clause_book().about), key=len, reverse=True)
    return {head: tuple(p for p in phrases if p[0] == head) for head in {p[0] for p in phrases}}
