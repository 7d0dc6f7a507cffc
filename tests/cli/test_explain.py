"""``rawi explain``: the reasons for a record in the terminal, and the same as JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from rawi.cli.explain import command
from rawi.errors import UsageError
from rawi.explaining import Explanation

STORY = """الرئيس العراقي يزور أنقرة

قالت وكالة الأناضول إن الرئيس العراقي عبد اللطيف رشيد التقى أمس نظيره التركي رجب طيب أردوغان في إسطنبول.
وقطع مذيع القناة كلامه بسبب عطل.
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    return str(path)


def shown(monkeypatch: pytest.MonkeyPatch, width: int, *arguments: str) -> str:
    """What the command prints at a width, with every run of spaces made one."""
    monkeypatch.setenv("COLUMNS", str(width))
    done = CliRunner().invoke(command, [*arguments, "--published", "2025-02-12"])
    assert done.exit_code == 0, done.output
    assert max(map(cell_len, done.output.splitlines())) <= width
    return " ".join(done.output.split())


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_shows_who_when_on_whose_word_and_what(monkeypatch: pytest.MonkeyPatch, story: str, width: int) -> None:
    text = shown(monkeypatch, width, story)
    for part in ("Who", "When", "On whose word", "What", "said in «قالت»", "consult/meet#التقى", "2025-02-11 «أمس» in its own clause"):
        assert part in text, part


@pytest.mark.parametrize("width", [80, 120])
def test_a_sentence_shows_its_cut_and_what_was_tried_in_vain(monkeypatch: pytest.MonkeyPatch, story: str, width: int) -> None:
    text = shown(monkeypatch, width, story, "--sentence", "3")
    assert "subject مذيع القناة" in text
    assert "Tried in vain «وقطع» it asks for one of these words after it, and none is there" in text
    assert "sanction/cut#قطع" in text
    assert "On whose word" not in text


def test_an_event_shows_who_fills_which_slot(monkeypatch: pytest.MonkeyPatch, story: str) -> None:
    text = shown(monkeypatch, 120, story, "--event", "1")
    assert "عبد اللطيف رشيد subject «الرئيس العراقي عبد اللطيف رشيد»" in text
    assert "رجب طيب أردوغان object «نظيره التركي رجب طيب أردوغان»" in text


def test_json_says_the_same(story: str) -> None:
    done = CliRunner().invoke(command, [story, "--published", "2025-02-12", "--json"])
    told = msgspec.json.decode(done.stdout_bytes, type=Explanation)
    assert [c.sources for c in told.chains] == [("وكالة الأناضول",)]
    assert [s.number for s in told.sentences] == [1, 2, 3]
    assert told.events[0].date == "2025-02-11"


def test_a_number_that_is_not_there_is_one_line(story: str) -> None:
    done = CliRunner().invoke(command, [story, "--sentence", "9"])
    assert isinstance(done.exception, UsageError)
    assert "3 sentences" in str(done.exception)


def test_what_cannot_be_read_ends_with_two(story: str) -> None:
    done = CliRunner().invoke(command, [story, "gone.html", "--json"])
    assert done.exit_code == 2
    assert "gone.html: no such file" in done.stderr
    assert done.stdout_bytes.count(b"\n") == 1
