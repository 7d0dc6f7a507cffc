"""Verbs and nouns of reporting, as attribution looks them up."""

from __future__ import annotations

from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.schema import Reporting, ReportingVerb


class ReportingBook:
    """The reporting verbs by lemma, the nouns that carry a word, and all lemmas that may introduce speech."""

    def __init__(self) -> None:
        book = load.language("reporting", Reporting)
        self.verbs: dict[str, ReportingVerb] = {lemma(v.verb): v for v in book.verb}
        self.carriers = frozenset(fold(c).split()[0] for c in book.carriers)
        acts = {lemma(t.verb) for _, file in load.events() if file.verbal for t in file.trigger if t.verb}
        self.speech = frozenset(self.verbs) | acts


@cache
def reporting() -> ReportingBook:
    """The book, read once a process."""
    return ReportingBook()
