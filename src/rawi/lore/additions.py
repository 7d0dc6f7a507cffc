"""Add an entry to a knowledge file as a person would write it: the rest stays, what is wrong is refused."""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path

import msgspec

from rawi.errors import KnowledgeError
from rawi.lore import load
from rawi.lore.check import check, gather
from rawi.lore.knowledge import Arabic, Knowledge
from rawi.lore.schema import Entry

_LONG = 100  # characters; a list of tables that is longer stands one table a line


def add(entry: Entry, path: Path, table: str | None, arabic: Arabic) -> None:
    """Write ``entry`` to ``path``: as a ``[[table]]`` after the last of its kind, or (None) as the file.

    Raises :class:`KnowledgeError`, and leaves the file alone, where the entry is there already or cannot be
    right.
    """
    if table is None and path.exists():
        raise KnowledgeError(f"{load.shown(path)}: the file is there already; edit it")
    before = path.read_text("utf-8") if path.exists() else ""
    after = inserted(before, table, toml(entry)) if table else toml(entry)
    name = load.shown(path)
    changed = load.decode(after.encode(), load.kind_of(path), name)
    knowledge, unreadable = gather()
    if unreadable:
        raise KnowledgeError(f"{unreadable[0]} (mend this first: `rawi lore check`)")
    known = set(check(knowledge, arabic))
    for problem in check(Knowledge({**knowledge.files, name: changed}), arabic):
        if problem not in known:
            raise KnowledgeError(problem)
    save(path, after)


def inserted(text: str, table: str, block: str) -> str:
    """``text`` with ``[[table]]`` and ``block`` after the last table of that name, or at its end."""
    lines = text.splitlines()
    heads = [at for at, line in enumerate(lines) if re.match(r"\[", line)]
    own = [at for at in heads if lines[at].strip() == f"[[{table}]]"]
    end = next((at for at in heads if own and at > own[-1]), len(lines))
    while end and end < len(lines) and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1  # a comment before the next table is that table's
    while end and not lines[end - 1].strip():
        end -= 1
    new = ["", f"[[{table}]]", *block.splitlines()]
    return "\n".join([*lines[:end], *new, *lines[end:]]).lstrip("\n") + "\n"


def toml(entry: Entry) -> str:
    """The fields of an entry that say something, one a line, in the order of the schema."""
    tables = {k: v for k, v in msgspec.to_builtins(entry).items() if v not in ((), [])}
    return "".join(f"{field} = {_value(value)}\n" for field, value in tables.items())


def _value(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{k} = {_value(v)}" for k, v in value.items()) + " }"
        case list() | tuple():
            items = [_value(item) for item in value]
            line = f"[{', '.join(items)}]"
            if value and isinstance(value[0], dict) and (len(items) > 1 or len(line) > _LONG):
                return "[\n" + "".join(f"  {item},\n" for item in items) + "]"
            return line
        case _:
            return json.dumps(value, ensure_ascii=False)  # TOML's strings, numbers and truth values are JSON's


def save(path: Path, text: str) -> None:
    """All or nothing: whoever reads meanwhile sees the old file or the new one."""
    mode = path.stat().st_mode if path.exists() else 0o644
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as out:
            out.write(text)
        os.chmod(out.name, mode)
        os.replace(out.name, path)
    except OSError as error:
        mend = "copy the knowledge to a folder of yours and name it in RAWI_KNOWLEDGE"
        raise KnowledgeError(f"{path}: {error.strerror}; {mend}") from None
