"""The call of 12 February 2025, as five of the demo articles tell it: one occurrence, every number of it known."""

from __future__ import annotations

import pytest

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter, Occurrence, OccurrenceRow, Readouts

CALL = Filter(dyad=("روسيا", "سوريا"), mode="phone")


@pytest.fixture
def row(demo_chronicle: Chronicle) -> OccurrenceRow:
    """The call, as lists show it."""
    (row,) = demo_chronicle.occurrences(CALL).rows
    return row


@pytest.fixture
def call(demo_chronicle: Chronicle, row: OccurrenceRow) -> Occurrence:
    """The call, with all that tell of it."""
    return demo_chronicle.occurrence(row.id)


@pytest.fixture
def readouts(demo_chronicle: Chronicle, row: OccurrenceRow) -> Readouts:
    """What each side says of the call."""
    return demo_chronicle.readouts(row.id)


def test_the_call_is_one_occurrence(row: OccurrenceRow) -> None:
    assert (row.type, row.mode, row.status, row.date) == ("CONSULT", "phone", "actual", "2025-02-12")
    assert {actor.name for actor in row.actors} == {"فلاديمير بوتين", "أحمد الشرع"}
    assert (row.tellings, row.outlets, row.voices, row.contested) == (5, 5, 3, False)


def test_copies_and_chains_that_end_in_the_kremlin_are_one_voice(call: Occurrence) -> None:
    assert {voice.root: (len(voice.tellings), set(voice.outlets), voice.copied) for voice in call.voices} == {
        "الكرملين": (3, {"صوت الفولغا", "جريدة ضفاف النيل", "مرسى الخليج"}, True),
        "رئاسة الجمهورية العربية السورية": (1, {"فجر الشام"}, False),
        "منبر الأرز": (1, {"منبر الأرز"}, False),
    }


def test_each_telling_has_its_chain_and_its_words(call: Occurrence, demo_chronicle: Chronicle) -> None:
    chains = {telling.article.outlet: [source.name for source in telling.chain] for telling in call.tellings}
    assert chains["صوت الفولغا"] == ["تاس", "الكرملين"]
    assert chains["منبر الأرز"] == []
    for telling in call.tellings:
        record = demo_chronicle.article(telling.article.id).record
        assert record.text[telling.start : telling.end] == telling.evidence
        assert telling.paragraph[telling.start - telling.paragraph_start :].startswith(telling.evidence)


def test_both_sides_speak_for_themselves(call: Occurrence) -> None:
    assert [(side.country, side.spoke, [source.name for source in side.sources]) for side in call.sides] == [
        ("RUS", True, ["الكرملين"]),
        ("SYR", True, ["رئاسة الجمهورية العربية السورية"]),
    ]


def test_every_telling_says_why_it_belongs(call: Occurrence) -> None:
    first, *others = call.tellings
    assert first.why.by == "first"
    assert all(t.why.by == "keys" and {"category", "people", "day", "mode"} <= {*t.why.agrees} and not t.why.contradicts for t in others)


def test_the_readouts_stand_side_by_side(readouts: Readouts) -> None:
    assert [side.country for side in readouts.sides] == ["RUS", "SYR"]
    topics = [row for row in readouts.rows if row.kind == "topic"]
    assert [[len(said) for said in row.said] for row in topics] == [[2, 0]]
    assert topics[0].said[0][0].text.startswith("التعاون في")


def test_only_damascus_tells_of_the_invitation(readouts: Readouts) -> None:
    (invitation,) = [row for row in readouts.rows if row.kind == "commitment" and any("الشيباني" in s.text for said in row.said for s in said)]
    assert not invitation.both
    assert [len(said) for said in invitation.said] == [0, 3]


def test_copies_are_known_as_copies(demo_chronicle: Chronicle) -> None:
    copied = {row.outlet: row.copies for row in demo_chronicle.articles().rows if row.copies}
    assert copied == {"جريدة ضفاف النيل": 1, "مرسى الخليج": 1}


def test_the_chronicle_counts_what_it_holds(demo_chronicle: Chronicle) -> None:
    totals, everything = demo_chronicle.totals(), demo_chronicle.occurrences(limit=500).rows
    assert (totals.articles, totals.versions, totals.outlets, totals.stale) == (13, 13, 12, 0)
    assert (totals.occurrences, totals.tellings) == (len(everything), sum(row.tellings for row in everything))
    assert sum(week.count for week in demo_chronicle.by_week()) == sum(row.status not in ("negated", "hypothetical") for row in everything)
