"""``rawi page`` and what the reading commands say of archives: what is left out, what is captured for a test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.cli.inputs import Inputs
from rawi.cli.page import command
from rawi.errors import PageError, UsageError

TITLE = "منح دراسية جديدة للطلبة في ست جامعات"
STORY = "افتتحت الوزارة اليوم برنامج المنح الجديد، وقالت إن البرنامج يشمل مئة منحة في ست جامعات."
PAGE = f"<html><body><h1>{TITLE}</h1><div><p>{STORY}</p><p>{STORY[::-1]}.</p></div></body></html>"
ENGLISH = "<html><body><h1>A new programme of grants</h1><p>The ministry opened its programme of grants today, it said.</p></body></html>"


def archive(path: Path, *pages: str) -> Path:
    """A web archive with these pages."""
    with path.open("wb") as stream:
        for number, page in enumerate(pages):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
            fields = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\nContent-Length: {len(body)}\r\n\r\n"
            stream.write(fields.encode() + body + b"\r\n\r\n")
    return path


def test_pages_of_an_archive_in_other_languages_are_no_failures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inputs = Inputs((str(archive(tmp_path / "a.warc", PAGE, ENGLISH, ENGLISH)),), None)
    assert [article.title for article in inputs] == [TITLE]
    inputs.finish()  # and does not end with exit code 2
    assert capsys.readouterr().err == "rawi: 2 records of archives left out: not in Arabic\n"


def test_a_page_in_another_language_that_was_asked_for_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.html").write_text(ENGLISH)
    inputs = Inputs((str(tmp_path / "a.html"),), None)
    assert list(inputs) == []
    assert inputs.failed
    assert "not in Arabic" in capsys.readouterr().err


def test_page_shows_an_archive_and_says_what_it_left_out(tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(archive(tmp_path / "a.warc", PAGE, ENGLISH))])
    assert done.exit_code == 0
    assert TITLE in done.stdout
    assert done.stderr == "rawi: 1 record of archives left out: not in Arabic\n"


def test_a_page_is_captured_as_a_test(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    arguments = [str(tmp_path / "a.html"), "--capture", "--to", str(tmp_path / "saved"), "--url", "https://a.example/2025/new-grants.html"]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "saved" / "new_grants.html").read_text("utf-8") == PAGE
    expected = json.loads((tmp_path / "saved" / "new_grants.json").read_text("utf-8"))
    assert (expected["url"], expected["title"]) == ("https://a.example/2025/new-grants.html", TITLE)
    assert expected["paragraphs"][0] == STORY
    saved = json.loads((Path(__file__).parent.parent / "pages/saved/arc.json").read_text("utf-8"))
    assert list(expected) == [field for field in saved if field != "deck"]


def test_a_captured_page_takes_no_other_ones_place(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    arguments = [str(tmp_path / "a.html"), "--capture", "--to", str(tmp_path), "--name", "a"]
    done = CliRunner().invoke(command, arguments)
    assert isinstance(done.exception, UsageError)
    assert "is there already" in str(done.exception)


def test_a_page_without_article_is_not_captured(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><nav><a href='/'>x</a></nav></body></html>")
    done = CliRunner().invoke(command, [str(tmp_path / "a.html"), "--capture", "--to", str(tmp_path / "saved")])
    assert isinstance(done.exception, PageError)
    assert not (tmp_path / "saved").exists()
