"""Records that were read before: files of them, folders of such files, and what ``rawi bulk`` wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import msgspec

from rawi.bulk.output import Output
from rawi.errors import UsageError

SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")


class Held(NamedTuple):
    """What was named on the command line: files of records, outputs of ``rawi bulk``, and what has to be read first."""

    files: tuple[Path, ...]
    outputs: tuple[Output, ...]
    unread: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many records there are."""
        return sum(sum(1 for _ in path.open("rb")) for path in self.files) + sum(output.articles for output in self.outputs)

    def lines(self) -> Iterator[tuple[str, bytes]]:
        """Each record as JSON, with the place that it stands in. An output whose run has not ended is said on standard error."""
        for path in self.files:
            with path.open("rb") as lines:
                yield from ((f"{path}, line {number}", line) for number, line in enumerate(lines, 1) if line.strip())
        for output in self.outputs:
            if not output.is_finished:
                click.echo(f"rawi: {output.path}: its run has not ended; the parts that are done are added", err=True)
            try:
                yield from output.lines()
            except OSError as error:
                raise UsageError(f"{output.path}: {error.filename or 'a part'}: {error.strerror or error}; run rawi bulk again") from None


def sort(named: tuple[str, ...]) -> Held:
    """Which of the files and folders hold records. A folder of both kinds is parted."""
    files, outputs, unread = list[Path](), list[Output](), list[str]()
    for name in named:
        path = Path(name)
        if path.is_file():
            files.append(path) if _holds_records(path) else unread.append(name)
        elif (output := _output(path)) is not None:
            outputs.append(output)
        elif path.is_dir() and (held := [file for file in sorted(path.rglob("*")) if _holds_records(file)]):
            files.extend(held)
            unread.extend(str(file) for file in sorted(path.rglob("*")) if file.is_file() and file not in held)
        else:
            unread.append(name)
    return Held(tuple(files), tuple(outputs), tuple(unread))


def _output(path: Path) -> Output | None:
    try:
        return Output(path)
    except ValueError:
        return None


def _holds_records(path: Path) -> bool:
    """Whether a file of rows holds records rather than articles, by its first row."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    with path.open("rb") as lines:
        first = next((line for line in lines if line.strip()), b"")
    try:
        row = msgspec.json.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return isinstance(row, dict) and {"article", "text", "events"} <= row.keys()
