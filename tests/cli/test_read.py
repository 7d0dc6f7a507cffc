"""``rawi read``: what can be read is read, what cannot is one line each and exit code 2."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.cells import cell_len

from rawi.cli import main
from rawi.model import Record

STORY = "الرئيس العراقي يزور أنقرة\n\nزار الرئيس العراقي عبد اللطيف رشيد أنقرة أمس.\n"
ROW = '{"id": "%s", "published": "2025-02-12", "title": "زيارة", "paragraphs": ["زار الرئيس العراقي عبد اللطيف رشيد أنقرة."]}\n'
ENGLISH = "The president arrived\n\nThe president arrived in the capital on Monday for talks with his counterpart, officials said.\n"
NO_ARTICLE = '<html><body><nav><a href="/">الرئيسية</a> <a href="/world">العالم</a></nav></body></html>'


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: bytes
    errors: list[str]


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs ``rawi`` with arguments and standard input, as a shell would."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["rawi", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, errors = capsysbinary.readouterr()
        return Done(code, out, errors.decode("utf-8").splitlines())

    return call


def records(done: Done) -> list[Record]:
    """The records that were printed."""
    return [Record.from_json(line) for line in done.out.splitlines()]


# --- what is right -----------------------------------------------------------------------------------------------------------


def test_json_is_one_record_a_line_that_comes_back_as_it_was(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(ROW % "a" + ROW % "b", "utf-8")
    done = run("read", "--json", file)
    assert (done.code, done.errors) == (0, [])
    assert [r.id for r in records(done)] == ["a", "b"]
    assert [r.to_json() for r in records(done)] == done.out.splitlines()
    assert [e.type for e in records(done)[0].events] == ["CONSULT"]


def test_standard_input_is_read_and_published_dates_it(run: Run) -> None:
    done = run("read", "--json", "--published", "2025-02-12", "-", stdin=STORY.encode())
    (record,) = records(done)
    assert done.code == 0
    assert record.article.title == "الرئيس العراقي يزور أنقرة"
    assert [d.value for d in record.dates] == ["2025-02-11"]
    assert record.events[0].evidence in record.text


def test_a_page_keeps_its_own_time_of_publication(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(ROW % "a", "utf-8")
    (record,) = records(run("read", "--json", "--published", "2031-01-01", file))
    assert record.article.published == "2025-02-12"


@pytest.mark.parametrize("width", ["80", "120"])
def test_a_person_reads_title_event_and_people(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    done = run("read", file, "--published", "2025-02-12")
    shown = done.out.decode("utf-8")
    assert done.code == 0
    assert "CONSULT/visit" in shown
    assert "عبد اللطيف رشيد" in shown
    assert max(map(cell_len, shown.splitlines())) <= int(width)


def test_a_least_score_leaves_out_the_events_below_it(run: Run) -> None:
    gold = Path(__file__).parents[1] / "gold"
    every, sure = ([e for r in records(run("read", "--json", *options, gold)) for e in r.events] for options in ((), ("--min-score", "0.88")))
    assert sure == [e for e in every if e.score is not None and e.score >= 0.88]
    assert 0 < len(sure) < len(every)


# --- what is wrong -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.html", b"", "empty"),
        ("picture.html", bytes(range(256)) * 20, "binary"),
        ("picture.bin", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "PNG picture"),
        ("bare.html", NO_ARTICLE.encode(), "no article"),
        ("english.txt", ENGLISH.encode(), "not in Arabic"),
    ],
)
def test_a_file_that_holds_no_article_is_one_line(run: Run, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    bad, good = tmp_path / name, tmp_path / "story.txt"
    bad.write_bytes(content)
    good.write_text(STORY, "utf-8")
    done = run("read", "--json", bad, good)
    assert done.code == 2
    (line,) = done.errors
    assert line.startswith(f"rawi: {bad}: ")
    assert said in line
    assert [r.id for r in records(done)] == ["story"], "the rest is still read"


def test_a_missing_file_is_one_line_and_the_next_is_read(run: Run, tmp_path: Path) -> None:
    good = tmp_path / "story.txt"
    good.write_text(STORY, "utf-8")
    done = run("read", "--json", tmp_path / "gone.html", good)
    assert done.code == 2
    (line,) = done.errors
    assert "gone.html: no such file" in line
    assert len(records(done)) == 1


def test_a_broken_row_is_named_and_the_others_are_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(ROW % "a" + '{"id": "b", "title": \n' + ROW % "c", "utf-8")
    done = run("read", "--json", file)
    assert done.code == 2
    (line,) = done.errors
    assert "line 2" in line
    assert [r.id for r in records(done)] == ["a", "c"]


@pytest.mark.parametrize("value", ["yesterday", "12/02/2025", "2025-13-40", ""])
def test_a_wrong_published_is_one_line_before_anything_is_read(run: Run, tmp_path: Path, value: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text(ROW % "a", "utf-8")
    done = run("read", "--json", "--published", value, file)
    assert (done.code, done.out) == (2, b"")
    (line,) = done.errors
    assert "--published" in line
    assert "2025-02-12" in line, "it says how to write it"


def test_a_day_without_hyphens_is_the_same_day(run: Run) -> None:
    (record,) = records(run("read", "--json", "--published", "20250212", "-", stdin=STORY.encode()))
    assert record.article.published == "2025-02-12"


def test_empty_standard_input_is_one_line(run: Run) -> None:
    done = run("read", "--json", "-")
    assert (done.code, done.out) == (2, b"")
    assert len(done.errors) == 1


@pytest.mark.parametrize("least", ["2", "-0.1", "much", "nan", ""])
def test_a_least_score_that_is_no_share_is_one_line(run: Run, least: str) -> None:
    done = run("read", "--min-score", least, "-", stdin=STORY.encode())
    assert (done.code, done.out, len(done.errors)) == (2, b"", 1)
    assert "--min-score" in done.errors[0]
    assert "no number from 0 to 1" in done.errors[0]
