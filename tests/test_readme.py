"""What README and the manual show is what is printed and measured; what they name is there."""

from __future__ import annotations

import re
from difflib import unified_diff
from pathlib import Path

import pytest

from manual import PAGES, REFERENCE, ROOT, renewed

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("page", [page for page in PAGES if page != REFERENCE], ids=lambda page: page.name)
def test_a_page_shows_what_is_printed(page: Path) -> None:
    text = page.read_text("utf-8")
    now = renewed(text)
    changed = "\n".join(unified_diff(text.splitlines(), now.splitlines(), page.name, "now", lineterm="", n=1))
    assert now == text, f"`.venv/bin/python tests/manual.py` writes the pages anew:\n{changed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_readme_has_the_test_command_of_the_project() -> None:
    last = (ROOT / ".ci" / "run").read_text("utf-8").strip().splitlines()[-1]
    assert last == "make test"
    assert f"\n{last} " in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", "".join(re.findall(r"```.*?```|`[^`]+`", README, re.S))))))
def test_a_make_command_of_the_readme_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)


def test_the_readme_names_every_command() -> None:
    from rawi.cli import COMMANDS

    assert not [name for name in COMMANDS if f"rawi {name}" not in README]


def test_the_reference_shows_what_commands_say_of_themselves() -> None:
    from rawi.cli import COMMANDS

    first, *sections = REFERENCE.read_text("utf-8").split("\n## rawi ")
    assert "Usage: rawi" in first
    assert not [section for section in sections if section.partition("\n")[0] not in COMMANDS or "Usage: rawi" not in section]
