"""From what a user names to parts: files, folders, globs and lists of them, each cut into stretches."""

from __future__ import annotations

import glob
import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rawi.errors import UsageError
from rawi.model import Frozen

PART = 8_000_000  # bytes of a file that make one part: some hundreds to thousands of records
ARCHIVES = (".warc", ".warc.gz", ".wet", ".wet.gz")
ROWS = (".jsonl", ".ndjson", ".jsonlines")
_UNFIT = re.compile(r"[^\w.-]+")


class Part(Frozen):
    """A stretch of a file (offsets half-open, in bytes of the file as it lies there) and the name of its output, the same in every run."""

    key: str
    path: str
    start: int
    end: int
    of_rows: bool


def parts(inputs: Iterable[str], size: int = PART) -> list[Part]:
    """The parts of all inputs, in order of path and offset. Raises :class:`UsageError` for an input that is not there or of another kind."""
    found: dict[Path, None] = {}
    for given in inputs:
        found.update(dict.fromkeys(_files(given)))
    if not found:
        raise UsageError("no files to read; give web archives or JSON Lines")
    return [part for path in sorted(found) for part in _cut(path, size)]


def _files(given: str, listed: str = "") -> Iterator[Path]:
    """The files that one input names: a file, a folder, a pattern in quotes, or @LIST."""
    if given.startswith("@") and not listed:
        yield from _of_list(Path(given[1:]))
        return
    path = Path(given)
    if path.is_dir():
        inside = sorted(found for found in path.rglob("*") if found.is_file() and found.name.lower().endswith(ARCHIVES + ROWS))
        if not inside:
            raise UsageError(f"{listed}{given}: no .warc, .warc.gz or .jsonl file in this folder; name the files themselves")
        yield from (found.resolve() for found in inside)
    elif path.exists():
        if not path.name.lower().endswith(ARCHIVES + ROWS):
            raise UsageError(f"{listed}{given}: neither a web archive nor JSON Lines by its name; give .warc, .warc.gz or .jsonl")
        yield path.resolve()
    else:
        matched = sorted(glob.glob(given, recursive=True))
        if not matched:
            raise UsageError(f"{listed}{given}: no such file; check the name")
        for one in matched:
            yield from _files(one, listed)


def _of_list(path: Path) -> Iterator[Path]:
    """A file of inputs, one a line, zipped or not; relative ones as seen from here."""
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a list ({error}); give one input a line") from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield from _files(line.strip(), f"{path}, line {number}: ")


def _cut(path: Path, size: int) -> Iterator[Part]:
    try:
        total = path.stat().st_size
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; check the file") from None
    digest = hashlib.blake2b(f"{path}\n{total}".encode(), digest_size=5).hexdigest()
    stem = _UNFIT.sub("-", path.name)[:60]
    for start in range(0, max(total, 1), size):
        yield Part(
            key=f"{stem}-{digest}-{start:013d}",
            path=str(path),
            start=start,
            end=min(start + size, max(total, 1)),
            of_rows=path.name.lower().endswith(ROWS),
        )
