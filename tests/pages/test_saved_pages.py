"""Pages in the many ways that Arabic outlets build theirs, written for these tests, and what must be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rawi.cli.capture import expectation
from rawi.pages import read_html

SAVED = Path(__file__).parent / "saved"
NAMES = sorted(path.stem for path in SAVED.glob("*.html"))


def expected_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SAVED / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_page_is_read_as_its_expected_record_says(name: str) -> None:
    expected = expected_of(name)
    article = read_html((SAVED / f"{name}.html").read_bytes(), expected["url"])
    read = {field: value for field, value in expectation(article).items() if field not in ("url", "deck", "updated")}
    read["related"].sort()
    wanted = {key: expected[key] for key in read} | {"related": sorted(expected["related"])}
    assert read == wanted


@pytest.mark.parametrize("name", [name for name in NAMES if {"deck", "updated"} & set(expected_of(name))])
def test_deck_and_update_are_kept_apart(name: str) -> None:
    expected = expected_of(name)
    article = read_html((SAVED / f"{name}.html").read_bytes(), expected["url"])
    for field in {"deck", "updated"} & set(expected):
        assert getattr(article, field) == expected[field]
