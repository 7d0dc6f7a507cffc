"""Whether an act took place: sentences of our own, each with the status that a careful coder would give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.model import Article
from rawi.reading import read

_LINES = Path(__file__).with_name("statuses.txt").read_text("utf-8").splitlines()
_CASES = [tuple(part.strip() for part in line.split("|")) for line in _LINES if line and not line.startswith("#")]


@pytest.mark.parametrize(("what", "status", "text"), _CASES, ids=[text[:60] for _, _, text in _CASES])
def test_an_event_has_the_status_that_the_text_gives(what: str, status: str, text: str) -> None:
    category, mode = what.split()
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=(text,)))
    told = [e for e in record.events if e.type == category]
    assert told, f"{text}\n  gave no {category}, but {[(e.type, e.status) for e in record.events]}"
    assert (told[-1].status, told[-1].mode if mode != "-" else mode) == (status, mode), text
