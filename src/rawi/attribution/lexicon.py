"""Verbs and nouns of reporting, as attribution looks them up."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Reporting, ReportingVerb, SupportVerbs


class ReportingBook(NamedTuple):
    """The reporting verbs by lemma, the nouns that carry a word, and all lemmas that may introduce speech."""

    verbs: dict[str, ReportingVerb]
    carriers: frozenset[str]
    speech: frozenset[str]


@cache
def reporting() -> ReportingBook:
    """The book, loaded once a process."""
    return compiled_as(ReportingBook, "reporting", build)


def build() -> ReportingBook:
    """Compile the book from the knowledge."""
    book = load.language("reporting", Reporting)
    verbs = {lemma(v.verb): v for v in book.verb}
    acts = {lemma(t.verb) for _, file in load.events() if file.verbal for t in file.trigger if t.verb}
    groups = load.language("support_verbs", SupportVerbs).group.values()
    stances = {lemma(verb) for group in groups if group.kind == "stance" for verb in group.verbs}  # ``أعرب عن``
    return ReportingBook(verbs, frozenset(fold(c).split()[0] for c in book.carriers), frozenset(verbs) | acts | stances)
