"""Where the output of a run lies: one file a part for each table, a mark for each finished part, and the manifest.

DIR/records/KEY.jsonl                        whole records, one a line          (--format jsonl)
DIR/articles, actors, events/KEY.parquet     the same as tables, articles with the whole record in a column  (--format parquet)
DIR/done/KEY.json                            the part's account; written last, so a part without it is read again
DIR/manifest.json                            inputs, versions, parts and the account of all
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

from rawi.bulk.account import Account, encoded
from rawi.bulk.inputs import Part
from rawi.errors import UsageError
from rawi.model import Frozen

Format = Literal["jsonl", "parquet"]


class Plan(Frozen):
    """What all parts of a DIR have in common: they are of no use together otherwise."""

    knowledge: str
    program: str
    format: Format
    part_bytes: int


class Manifest(Frozen):
    """What a finished run is made of."""

    plan: Plan
    inputs: tuple[str, ...]
    parts: tuple[str, ...]
    account: Account


class Store:
    """The output folder of a run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.done, self.work = path / "done", path / "work"

    def open(self, plan: Plan) -> None:
        """Make the folder, or go on in one that holds the same plan's parts. Raises :class:`UsageError` where it holds others."""
        try:
            for folder in (self.path, self.done, self.work):
                folder.mkdir(parents=True, exist_ok=True)
            kept = self.path / "plan.json"
            if not kept.exists():
                _write(kept, msgspec.json.format(msgspec.json.encode(plan)) + b"\n")
                return
            held = msgspec.json.decode(kept.read_bytes(), type=Plan)
        except OSError as error:
            raise UsageError(f"{self.path}: {error.strerror}; give --out a folder that can be written") from None
        except msgspec.DecodeError:
            raise UsageError(f"{self.path}: holds a plan.json that is no run's; give --out a folder of its own") from None
        for field, mend in (("format", "--format"), ("part_bytes", "--part-mb"), ("knowledge", "another --out"), ("program", "another --out")):
            old, new = getattr(held, field), getattr(plan, field)
            if old != new:
                what = field.replace("_", " ")
                raise UsageError(f"{self.path}: was begun with {what} {old}, this is {new}; give {mend}" + (f" {old}" if mend[0] == "-" else ""))

    def finished(self, parts: Iterable[Part]) -> dict[str, Account]:
        """The accounts of those parts that are done. A mark that was cut off counts as none."""
        found = {}
        for part in parts:
            try:
                found[part.key] = msgspec.json.decode((self.done / f"{part.key}.json").read_bytes(), type=Account)
            except (OSError, msgspec.DecodeError):
                continue
        return found

    def finish(self, key: str, account: Account) -> None:
        """Mark a part as done. Raises ``OSError``."""
        _write(self.done / f"{key}.json", encoded(account) + b"\n")

    def conclude(self, plan: Plan, parts: list[Part], account: Account) -> None:
        """Write the manifest. Raises ``OSError``."""
        inputs = tuple(dict.fromkeys(part.path for part in parts))
        manifest = Manifest(plan=plan, inputs=inputs, parts=tuple(part.key for part in parts), account=account)
        _write(self.path / "manifest.json", msgspec.json.format(msgspec.json.encode(manifest, order="sorted")) + b"\n")

    def output(self, table: str, key: str, suffix: str) -> Path:
        """The file of one table of one part; its folder is made."""
        folder = self.path / table
        folder.mkdir(exist_ok=True)
        return folder / f"{key}.{suffix}"


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(aside, path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
