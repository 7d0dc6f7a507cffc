"""Several processes give what one gives, in the same order; one that dies costs its own unit and no other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from rawi import pooling
from rawi.errors import PageError
from rawi.model import Article, Record
from rawi.pages import units
from rawi.pages.unit import Unit

WISHES = pooling.Wishes("2025-02-12")


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pooling, "_PATIENCE", 0.0)


@pytest.fixture(name="rows")
def _rows(tmp_path: Path) -> Path:
    lines = [
        json.dumps({"id": number, "title": "زيارة", "paragraphs": [f"زار الرئيس العراقي أنقرة للمرة {number}."]}, ensure_ascii=False)
        for number in range(40)
    ]
    lines[17] = "{broken"
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def read(found: list[Record | PageError]) -> list[bytes | str]:
    return [one.to_json() if isinstance(one, Record) else str(one) for one in found]


def deadly(name: str) -> Article | PageError:
    os._exit(9)


def test_three_processes_give_what_one_gives(rows: Path) -> None:
    one = read(list(pooling.records(units(rows), WISHES, 1)))
    three = read(list(pooling.records(units(rows), WISHES, 3)))
    assert three == one
    assert sum(isinstance(found, str) for found in one) == 1


def test_a_unit_that_kills_its_process_is_named_and_the_others_are_read(rows: Path) -> None:
    all_units: list[Unit] = list(units(rows))
    expected = read(list(pooling.records(iter(all_units), WISHES, 1)))
    with_deadly: list[Unit] = [*all_units[:5], partial(deadly, "bad.html"), *all_units[5:30], partial(deadly, "worse.html"), *all_units[30:]]
    found = read(list(pooling.records(iter(with_deadly), WISHES, 2)))
    named = [one for one in found if isinstance(one, str) and "died" in one]
    assert [one.partition(":")[0] for one in named] == ["bad.html", "worse.html"]
    assert [one for one in found if one not in named] == expected


def test_no_more_is_taken_than_can_be_worked_on(rows: Path) -> None:
    taken = 0

    def endless() -> Iterator[Unit]:
        nonlocal taken
        while True:
            taken += 1
            yield from list(units(rows))[:1]

    found = pooling.records(endless(), WISHES, 2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert taken < 100
