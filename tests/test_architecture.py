"""The shape of the house: imports run one way, modules stay readable, nothing is left for later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST = 400  # lines
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "process", "handle"}


def test_imports_run_one_way() -> None:
    """The contracts of ``pyproject.toml``, as import-linter reads them."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_stays_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LONGEST, f"{lines} lines; split it by reason to change"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_module_says_what_it_is(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not text or text.startswith(('"""', 'r"""')), "a module begins with what it is for"
    assert path.stem not in VAGUE, "name the module after what it knows"


def test_nothing_is_left_for_later() -> None:
    mark = "TO" + "DO"
    files = [p for folder in ("src", "tests") for p in (ROOT / folder).rglob("*") if p.suffix in (".py", ".toml")]
    assert not [str(p.relative_to(ROOT)) for p in files if mark in p.read_text("utf-8")]
