"""Thirty articles of our own, coded by hand: what Rawi reads in them stays at least as good as it was."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import rawi
from accuracy import measured
from scoring import Score, score

FLOORS: dict[str, float] = tomllib.loads((Path(__file__).parents[1] / "benchmarks" / "floors.toml").read_text("utf-8"))["gold"]


@pytest.mark.parametrize("label", FLOORS)
def test_no_figure_falls_below_its_floor(label: str) -> None:
    figure, floor = measured().figures()[label], FLOORS[label]
    assert figure >= floor, f"{label} fell to {figure:.3f}, below {floor:.3f}:\n" + "\n".join(measured().errors)


def test_every_figure_has_a_floor() -> None:
    assert measured().figures().keys() == FLOORS.keys()


def test_a_perfect_reading_scores_one() -> None:
    """The scorer itself: what was read is held against itself."""
    record = rawi.read("بحث الرئيس السوري أحمد الشرع مع نظيره التركي رجب طيب أردوغان، في أنقرة، التعاون بين البلدين.", published="2025-02-04")
    names = {actor.id: actor for actor in record.actors}
    told = [
        {
            **{at: getattr(event, at) for at in ("type", "mode", "date", "status", "evidence")},
            **{at: [names[i].name for i in getattr(event, at)] for at in ("actors", "recipients", "sources")},
            "optional": False,
        }
        for event in record.events
    ]
    people = [{"name": a.name, "country": a.country} for a in record.actors if a.kind == "person"]
    dates = [{"text": d.text, "value": d.value} for d in record.dates]
    total = Score()
    score({"id": "itself", "people": people, "organizations": [], "dates": dates, "events": told}, record, total)
    assert record.events
    assert not total.errors
    assert total.figures()["strict"] == 1.0
