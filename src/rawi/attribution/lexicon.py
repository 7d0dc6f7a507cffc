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
    """The reporting verbs by lemma, all lemmas that may introduce speech, and the words and slots of ``reporting.toml``, folded."""

    verbs: dict[str, ReportingVerb]
    speech: frozenset[str]
    carriers: frozenset[str]
    sayings: frozenset[str]
    outlet_heads: frozenset[str]
    any_source: frozenset[str]
    same: frozenset[str]
    witnesses: frozenset[str]
    norms: frozenset[str]
    items: frozenset[str]
    reports: frozenset[str]  # nouns: ``نفى صحة أنباء``
    contains: frozenset[str]  # lemmas: ``جاء في بيان``
    openers: frozenset[str]
    asides: frozenset[str]
    contained_in: str
    passed_on: str
    spoken_by: str
    aside_slot: str
    topic_slots: tuple[str, ...]
    report_slots: tuple[str, ...]
    headline_slots: tuple[str, ...]
    told_slots: tuple[str, ...]
    maker_slots: tuple[str, ...]


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
    return ReportingBook(
        verbs,
        frozenset(verbs) | acts | stances,
        carriers=_first_words(book.carriers),
        sayings=_first_words(book.sayings),
        outlet_heads=_first_words(book.outlet_heads),
        any_source=_first_words(book.any_source),
        same=_first_words(book.same),
        witnesses=_first_words(book.witnesses),
        norms=_first_words(book.norms),
        items=_first_words(book.items),
        reports=_first_words(book.reports),
        contains=frozenset(map(lemma, book.contains)),
        openers=frozenset(map(fold, book.openers)),
        asides=frozenset(map(fold, book.asides)),
        contained_in=book.contained_in,
        passed_on=book.passed_on,
        spoken_by=book.spoken_by,
        aside_slot=book.aside_slot,
        topic_slots=book.topic_slots,
        report_slots=book.report_slots,
        headline_slots=book.headline_slots,
        told_slots=book.told_slots,
        maker_slots=book.maker_slots,
    )


def _first_words(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(phrase).split()[0] for phrase in phrases)
