"""The pages of the manual, and what they show as printed or measured: run anew, so that a page is right when it is as this module writes it.

``python tests/manual.py`` writes all pages anew. What it renews:

    ```console        every ``$ rawi …`` and what it prints, 90 columns wide; ``story.txt`` is the page's ```text block. What is added to the
                      knowledge is added to a copy
    ```python         the examples (``>>>``) and what they print
    ```json           after a comment ``<!-- rawi read --json FILE: events 1 -->``, that part of the record
    tables            between ``<!-- accuracy: NAME -->`` and ``<!-- end -->``, a table of ``accuracy.py`` or ``calibration.py``
"""

from __future__ import annotations

import contextlib
import doctest
import importlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

import accuracy
import columns
from calibration import reliability_table
from rawi.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
REFERENCE = ROOT / "docs" / "reference.md"
COLUMNS = 90
TABLES = {**accuracy.TABLES, **columns.TABLES, "reliability": reliability_table}


def renewed(text: str) -> str:
    """The page with everything that it shows printed or measured as it is now."""
    with tempfile.TemporaryDirectory() as folder:
        _lay_out(text, Path(folder))
        text = re.sub(r"(?<=^```console\n)\$ rawi .*?(?=^```$)", lambda block: _session(block[0], Path(folder)), text, flags=re.S | re.M)
    text = re.sub(r"(?<=^```python\n)>>> .*?(?=^```$)", lambda block: _examples(block[0]), text, flags=re.S | re.M)
    text = re.sub(r"(<!-- rawi read --json (\S+): (\w+) (\d+) -->\n```json\n).*?(?=^```$)", _part, text, flags=re.S | re.M)
    return re.sub(r"(<!-- accuracy: (\w+) -->\n).*?(?=<!-- end -->)", lambda m: f"{m[1]}\n{TABLES[m[2]]()}\n\n", text, flags=re.S)


def _lay_out(text: str, folder: Path) -> None:
    """What the page's commands find around them: the repository's folders, a knowledge that may be added to, the story that the page tells."""
    for name in ("src", "tests"):
        (folder / name).symlink_to(ROOT / name)
    if "rawi lore add" in text:
        shutil.copytree(ROOT / "src" / "rawi" / "knowledge", folder / "knowledge")
    if story := re.search(r"```text\n(.*?)```", text, re.S):
        (folder / "story.txt").write_text(story[1], "utf-8")


def _session(block: str, folder: Path) -> str:
    """Each command of a console block, followed by what it prints."""
    commands = re.findall(r"^\$ ((?:.*\\\n)*.*)\n", block, re.M)
    return "\n".join(f"$ {command}\n{_printed(command, folder)}" for command in commands)


def _printed(command: str, folder: Path) -> str:
    env = {**os.environ, "COLUMNS": str(COLUMNS), "NO_COLOR": "1"}
    if (folder / "knowledge").exists():
        env["RAWI_KNOWLEDGE"] = str(folder / "knowledge")
    program = Path(sys.executable).with_name("rawi")
    done = subprocess.run([program, *shlex.split(command.replace("\\\n", " "))[1:]], cwd=folder, env=env, capture_output=True, text=True, check=False)
    return "\n".join(line.rstrip() for line in (done.stderr + done.stdout).strip("\n").splitlines()) + "\n"


def _examples(block: str) -> str:
    """The examples of a Python block, each followed by what it prints; the names of one go on in the next."""
    names: dict[str, Any] = {}
    lines = []
    for example in doctest.DocTestParser().get_examples(block):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.chdir(ROOT):
            exec(compile(example.source, "<manual>", "single"), names)
        first, *more = example.source.splitlines()
        lines += [f">>> {first}", *(f"... {line}" for line in more), *said.getvalue().splitlines()]
    return "\n".join([*lines, *[""] * block.endswith("\n\n")]) + "\n"


def _part(found: re.Match[str]) -> str:
    """One part of a record as JSON, as many fields in a line as fit."""
    program = Path(sys.executable).with_name("rawi")
    line = subprocess.run([program, "read", "--json", found[2]], cwd=ROOT, capture_output=True, check=True).stdout
    part = json.loads(line)[found[3]][int(found[4]) - 1]
    lines = [""]
    for field in (f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in part.items()):
        lines = [*lines, field] if lines[-1] and len(lines[-1]) + len(field) > COLUMNS else [*lines[:-1], ", ".join(filter(None, [lines[-1], field]))]
    return found[1] + "{" + ",\n ".join(lines) + "}\n"


def reference() -> str:
    """The page of all commands, with what each prints when it is asked for help still to be filled in."""
    parts = ["# All commands\n\nAs `--help` prints them. `python tests/manual.py` writes this page anew.\n\n```console\n$ rawi --help\n```\n"]
    for name, (module, _) in COMMANDS.items():
        calls = _calls(importlib.import_module(module).command, f"rawi {name}")
        parts.append(f"\n## rawi {name}\n\n```console\n" + "".join(f"$ {call} --help\n" for call in calls) + "```\n")
    return "".join(parts)


def _calls(command: click.Command, call: str) -> list[str]:
    """A command and all that stand below it."""
    below = sorted(command.commands.items()) if isinstance(command, click.Group) else []
    return [call, *(inner for name, one in below for inner in _calls(one, f"{call} {name}"))]


def main() -> None:
    """Write every page that shows something else than is printed now."""
    REFERENCE.write_text(renewed(reference()), "utf-8")
    for page in PAGES:
        text = page.read_text("utf-8")
        if (new := renewed(text)) != text:
            page.write_text(new, "utf-8")
            print(f"{page.relative_to(ROOT)} written")


if __name__ == "__main__":
    main()
