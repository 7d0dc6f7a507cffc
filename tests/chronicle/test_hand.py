"""Joining and splitting by hand, remembered whatever comes later."""

from __future__ import annotations

import pytest
from telling import all_of, event, record, tellings

from rawi.chronicle import Chronicle
from rawi.errors import NotThereError, UsageError

MET = "التقى بوتين الشرع وبحثا التعاون"


@pytest.fixture
def two(chronicle: Chronicle) -> Chronicle:
    """A chronicle of two meetings of the same people, two tellings each."""
    later = event("اجتمع بوتين والشرع في القصر", ["بوتين", "الشرع"], date="2025-02-14")
    chronicle.add(
        [
            record("one", event(MET, ["بوتين", "الشرع"])),
            record("two", event("عقد بوتين والشرع محادثات", ["بوتين", "الشرع"])),
            record("three", later, published="2025-02-15"),
            record("four", later, published="2025-02-16"),
        ]
    )
    return chronicle


def test_two_are_joined_and_stay_joined(two: Chronicle) -> None:
    one, other = (row.id for row in all_of(two))
    joined = two.join(one, other, "the same visit")
    assert tellings(two) == [4]
    two.add([record("five", event("لقاء بين بوتين والشرع", ["بوتين", "الشرع"]))])
    assert tellings(two) == [5]
    found = two.occurrence(joined)
    assert found.by_hand
    assert [c.what for c in found.contradictions] == ["date"]


def test_tellings_are_split_off_and_stay_apart(two: Chronicle) -> None:
    row = all_of(two)[0]
    telling = two.occurrence(row.id).tellings[1].id
    apart = two.split(row.id, [telling])
    assert tellings(two) == [2, 1, 1]
    assert [t.id for t in two.occurrence(apart).tellings] == [telling]
    two.add([record("five", event("لقاء بين بوتين والشرع", ["بوتين", "الشرع"], date="2025-02-14"), published="2025-02-15")])
    assert tellings(two) == [2, 2, 1]


def test_what_was_split_can_be_joined_again(two: Chronicle) -> None:
    before = all_of(two)
    apart = two.split(before[0].id, [two.occurrence(before[0].id).tellings[1].id])
    rest = next(row.id for row in all_of(two) if row.id != apart and row.date == before[0].date)
    two.join(apart, rest)
    assert tellings(two) == [2, 2]


def test_what_was_joined_can_be_split_again(two: Chronicle) -> None:
    before = all_of(two)
    theirs = [t.id for t in two.occurrence(before[1].id).tellings]
    two.split(two.join(before[0].id, before[1].id), theirs)
    assert all_of(two) == before


def test_an_old_address_leads_to_the_occurrence(two: Chronicle) -> None:
    one, other = (row.id for row in all_of(two))
    two.join(one, other)
    assert two.occurrence(one) == two.occurrence(other)


@pytest.mark.parametrize("strange", ["0" * 16, "x", "../etc"])
def test_what_is_not_there_is_said(two: Chronicle, strange: str) -> None:
    with pytest.raises(NotThereError):
        two.occurrence(strange)
    with pytest.raises(NotThereError):
        two.join(all_of(two)[0].id, strange)


def test_an_occurrence_is_not_split_into_nothing(two: Chronicle) -> None:
    row = all_of(two)[0]
    every = [t.id for t in two.occurrence(row.id).tellings]
    with pytest.raises(UsageError, match="not all"):
        two.split(row.id, every)
    with pytest.raises(UsageError, match="no telling of"):
        two.split(row.id, [two.occurrence(all_of(two)[1].id).tellings[0].id])
    with pytest.raises(UsageError, match="already"):
        two.join(row.id, row.id)


def test_counts_follow_what_a_hand_does(two: Chronicle) -> None:
    before = two.totals(), two.by_week(), two.network(), two.facets()
    one, other = (row.id for row in all_of(two))
    theirs = [t.id for t in two.occurrence(other).tellings]
    joined = two.join(one, other)
    assert sum(week.count for week in two.by_week()) == 1
    two.split(joined, theirs)
    assert (two.totals(), two.by_week(), two.network(), two.facets()) == before
