"""Thirty articles of our own, coded by hand: what Rawi reads in them stays at least as good as it was."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

import rawi
from scoring import Score, score

HERE = Path(__file__).parent
FLOORS: dict[str, float] = tomllib.loads((HERE.parent / "benchmarks" / "floors.toml").read_text("utf-8"))["gold"]
GOLD = sorted((HERE / "gold").glob("*.json"))


def hold(path: Path, into: Score) -> None:
    """Read one article as a user would, and hold the record against its coding."""
    gold = json.loads(path.read_text("utf-8"))
    title, _, body = path.with_suffix(".txt").read_text("utf-8").partition("\n\n")
    article = rawi.Article(id=gold["id"], title=title, outlet=gold["outlet"], published=gold["published"], paragraphs=tuple(body.splitlines()))
    score(gold, rawi.read(article), into)


@cache
def measured() -> Score:
    """The score over all articles."""
    total = Score()
    for path in GOLD:
        hold(path, total)
    return total


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
