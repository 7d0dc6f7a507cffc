"""The output of a run read back, part by part, for :mod:`rawi.chronicle` to take in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.bulk.account import Account
from rawi.bulk.store import Manifest, Plan
from rawi.bulk.writing import check


class Output:
    """The folder that ``rawi bulk --out`` wrote. Raises ``ValueError`` for any other folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.plan = msgspec.json.decode((path / "plan.json").read_bytes(), type=Plan)
        except (OSError, msgspec.DecodeError):
            raise ValueError(f"{path}: no output of rawi bulk") from None
        self._done = sorted((path / "done").glob("*.json"))

    @property
    def is_finished(self) -> bool:
        """Has the run ended, so that all its parts are here?"""
        try:
            manifest = msgspec.json.decode((self.path / "manifest.json").read_bytes(), type=Manifest)
        except (OSError, msgspec.DecodeError):
            return False
        return {mark.stem for mark in self._done} >= set(manifest.parts)

    @property
    def articles(self) -> int:
        """How many records the finished parts hold."""
        return sum(msgspec.json.decode(mark.read_bytes(), type=Account).read for mark in self._done)

    def lines(self) -> Iterator[tuple[str, bytes]]:
        """Each record of the finished parts as JSON, with the place that it stands in. Raises ``OSError``, and
        :class:`rawi.errors.UsageError` where the library for the run's format is missing.
        """
        check(self.plan.format)
        read = _lines if self.plan.format == "jsonl" else _rows
        for mark in self._done:
            yield from read(self.path, mark.stem)


def _lines(folder: Path, key: str) -> Iterator[tuple[str, bytes]]:
    path = folder / "records" / f"{key}.jsonl"
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            yield f"{path}, line {number}", line


def _rows(folder: Path, key: str) -> Iterator[tuple[str, bytes]]:
    from arro3.io import read_parquet

    path, number = folder / "articles" / f"{key}.parquet", 0
    for batch in read_parquet(path):
        for row in batch.column("record").to_pylist():
            number += 1
            yield f"{path}, row {number}", row.encode()
