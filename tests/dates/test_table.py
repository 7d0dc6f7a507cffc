"""The table of docs/dates.md and every example of the knowledge: each is found, whole and right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from rawi.dates import find, find_periods, find_times
from rawi.lore import load
from rawi.lore.schema import Calendars, DateExample, RelativeDates

TABLE = Path(__file__).parents[2] / "docs" / "dates.md"
PUBLISHED = "2025-02-12"
ROW = re.compile(r"^\| (?P<text>.+?) \| (?P<expression>.+?) \| (?P<value>\S+) \|$", re.MULTILINE)


class Row(NamedTuple):
    """One line of the table."""

    text: str
    expression: str
    value: str


ROWS = [Row(*match.groups()) for match in ROW.finditer(TABLE.read_text("utf-8")) if match["text"] != "text"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_each_line_of_the_table_is_read_as_it_says(row: Row) -> None:
    found = [(date.text, date.value) for date in find(row.text, PUBLISHED)]
    if row.expression == "—":
        assert found == [], row.text
    else:
        assert (row.expression, row.value) in found, f"{row.text}: {found}"
        assert len(found) <= 2, f"{row.text}: {found}"


def test_the_table_has_at_least_150_expressions() -> None:
    assert sum(row.expression != "—" for row in ROWS) >= 150


def examples(entry: object) -> Iterator[DateExample]:
    """Every example under an entry of the knowledge."""
    if isinstance(entry, DateExample):
        yield entry
    elif isinstance(entry, tuple):
        for part in entry:
            yield from examples(part)
    elif isinstance(entry, msgspec.Struct):
        for name in entry.__struct_fields__:
            yield from examples(getattr(entry, name))


LORE = load.language("relative_dates", RelativeDates)
PERIODS = [*(week.example for week in LORE.week), LORE.spans.example]
NO_DATES = [LORE.same_day.example, *PERIODS]
EXAMPLES = [
    *examples(load.language("calendars", Calendars)),
    *(example for example in examples(LORE) if all(example is not other for other in NO_DATES)),
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.text)
def test_each_example_of_the_knowledge_is_read_as_it_says(example: DateExample) -> None:
    found = [(date.text, date.value) for date in find(example.text, example.published)]
    expected = [(example.found, example.value)] if example.found else []
    assert found == expected, example.text


@pytest.mark.parametrize("example", PERIODS, ids=lambda example: example.text)
def test_each_period_of_the_knowledge_is_found_and_is_no_date(example: DateExample) -> None:
    [period] = find_periods(example.text, date(2025, 2, 12))
    assert (period.text, period.value) == (example.found, example.value), example.text
    assert find(example.text, "2025-02-12") == []


def test_the_clock_example_of_the_knowledge_is_read_as_it_says() -> None:
    example = LORE.clock.example
    [time] = find_times(example.text)
    assert (time.hour, time.minute, time.zone) == (example.hour, example.minute, example.zone)
