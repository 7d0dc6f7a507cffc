"""An event's score is the measured chance that it is right: between 0 and 1, and higher where more was right."""

from __future__ import annotations

from statistics import median

import pytest

import rawi
from calibration import Telling, alike, brier, tellings
from rawi.events.confidence import confidence, way
from rawi.events.draft import Draft
from rawi.lore import load
from rawi.lore.schema import Confidence
from rawi.reading import read_closely

AGAIN = "`.venv/bin/python benchmarks/confidence.py` measures the scores anew"
VISIT = "زار الرئيس العراقي عبد اللطيف رشيد أنقرة أمس."


@pytest.fixture(scope="module")
def book() -> Confidence:
    return load.language("confidence", Confidence)


@pytest.fixture
def visit() -> Draft:
    return read_closely(rawi.Article(paragraphs=(VISIT,), published="2025-02-12")).drafts[0]


def right(told: list[Telling]) -> float:
    """The share of right events."""
    return sum(t.right for t in told) / len(told)


def test_every_event_has_a_score_between_0_and_1() -> None:
    assert all(0 < t.score < 1 for t in tellings()), AGAIN


def test_events_with_a_higher_score_are_right_more_often() -> None:
    middle = median(t.score for t in tellings())
    above, below = ([t for t in tellings() if (t.score >= middle) == wanted] for wanted in (True, False))
    assert right(above) > right(below), AGAIN


def test_the_scores_foretell_better_than_one_score_for_all() -> None:
    assert brier(tellings()) < brier(alike(tellings())), AGAIN


def test_the_share_that_is_kept_is_the_share_that_is_right_now(book: Confidence) -> None:
    assert book.overall.score == pytest.approx(right(list(tellings())), abs=0.03), AGAIN


def test_each_way_has_its_coarser_way(book: Confidence) -> None:
    coarser = {name.rpartition("/")[0] for name in book.way}
    assert coarser - {""} <= book.way.keys()


def test_what_was_measured_has_its_own_score(book: Confidence, visit: Draft) -> None:
    assert confidence(visit) == book.way[way(visit)].score


def test_what_was_never_measured_has_the_score_of_the_next_coarser_way(book: Confidence, visit: Draft) -> None:
    visit.kind = "gesture"
    coarser = way(visit).partition("/gesture")[0]
    assert confidence(visit) == book.way[coarser].score
