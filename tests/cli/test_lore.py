"""``rawi lore check`` and ``list``, ``rawi --version``: what a person and a program get to see."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from rawi.cli import cli
from rawi.cli.lore import command
from rawi.cli.lore_list import LISTINGS
from rawi.lore import load

EVERYTHING = load.HOME


def listed(*words: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(command, ["list", *words, "--json"])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def test_people_of_one_country_in_json() -> None:
    people = listed("people", "--country", "syr")
    assert {person["country"] for person in people} == {"SYR"}
    assert "knowledge/countries/SYR.toml" in {person["file"] for person in people}
    assert any(person["latin"] == "Ahmad al-Sharaa" for person in people)


def test_triggers_of_one_category() -> None:
    assert {trigger["category"] for trigger in listed("triggers", "--category", "CONSULT")} == {"CONSULT"}


def test_entries_are_found_in_any_spelling() -> None:
    assert [country["iso3"] for country in listed("countries", "--like", "سوريه")] == ["SYR"]
    assert any(verb["parts"] == "أدان يدين" for verb in listed("verbs", "--like", "ادان"))


@pytest.mark.parametrize("kind", LISTINGS)
def test_every_kind_is_a_table_of_eighty_columns_at_most(kind: str) -> None:
    done = CliRunner().invoke(command, ["list", kind, "--like", "ال"], env={"COLUMNS": "80"})
    assert done.exit_code == 0, done.output
    heads, *rows = done.output.splitlines()
    assert heads.split() == list(LISTINGS[kind].columns)
    assert rows and max(map(cell_len, rows)) <= 80


def test_without_a_kind_the_counts_are_told() -> None:
    counts = dict(line.split()[::-1] for line in CliRunner().invoke(command, ["list"]).output.splitlines())
    assert list(counts) == list(LISTINGS)
    assert int(counts["countries"]) >= 195


def test_a_filter_that_nothing_passes_says_so() -> None:
    done = CliRunner().invoke(command, ["list", "people", "--country", "XXX"])
    assert done.output == "no people are like that\n"


def test_the_version_names_program_and_knowledge() -> None:
    assert CliRunner().invoke(cli, ["--version"]).output == f"rawi 0.1.0, knowledge {load.version()}\n"


def test_another_knowledge_is_checked_where_the_environment_names_it(tmp_path: Path) -> None:
    (tmp_path / "countries").mkdir()
    (tmp_path / "countries" / "SYR.toml").write_text('nmae = "سوريا"\n', "utf-8")
    (tmp_path / "language").symlink_to(EVERYTHING / "language")
    done = subprocess.run(
        [sys.executable, "-c", "from rawi.cli import main; main()", "lore", "check"],
        env={**os.environ, "RAWI_KNOWLEDGE": str(tmp_path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert done.stdout == "knowledge/countries/SYR.toml: no field is called nmae; did you mean name?\n"
    assert done.stderr == "1 problem\n"
