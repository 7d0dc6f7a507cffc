"""``rawi dates``: a table for a person, one JSON object a line for a program, one line for what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.cli.dates import command
from rawi.errors import UsageError

TEXT = "زارها أمس الثلاثاء، ويعود في 28 من شباط، ووقع الاتفاق في 3/4/2019"


@pytest.fixture
def text(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_the_table_shows_expression_value_rule_and_note(text: str) -> None:
    done = CliRunner().invoke(command, [text, "--published", "2025-02-12"])
    assert done.exit_code == 0
    lines = [line.split() for line in done.output.splitlines()]
    assert lines[0] == ["expression", "value", "rule"]
    assert lines[1] == ["أمس", "الثلاثاء", "2025-02-11", "relative-day"]
    assert "read with the day first" in " ".join(done.output.split())


def test_json_is_one_object_a_date_with_offsets_into_the_file(text: str) -> None:
    done = CliRunner().invoke(command, [text, "--published", "2025-02-12", "--country", "usa", "--json"])
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert [row["value"] for row in rows] == ["2025-02-11", "2025-02-28", "2019-03-04"]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_standard_input_is_read_and_nothing_relative_is_guessed() -> None:
    done = CliRunner().invoke(command, ["-"], input="أمس".encode())
    assert done.exit_code == 0
    assert "--published" in done.output


@pytest.mark.parametrize(("content", "said"), [(None, "give a text file"), (b"\xe3\xe4\xff", "not UTF-8")])
def test_a_file_that_is_no_text_is_one_line(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "article.txt"
    if content is not None:
        path.write_bytes(content)
    done = CliRunner().invoke(command, [str(path)])
    assert isinstance(done.exception, UsageError)
    assert said in str(done.exception)
