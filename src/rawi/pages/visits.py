"""What has been asked before: one JSON line a visit, appended as it happens, so that a run that was stopped goes
on where it stood.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from rawi.errors import UsageError

Outcome = Literal["read", "unchanged", "failed"]


class Visit(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One visit: the address asked, when (ISO 8601, UTC), what came of it, and what a next request may say.

    ``final`` is the address after redirects, where it is another; ``failures`` counts those in a row.
    """

    url: str
    at: str
    outcome: Outcome
    final: str | None = None
    etag: str | None = None
    modified: str | None = None
    digest: str | None = None
    error: str | None = None
    failures: int = 0


class Visits:
    """The last visit to each address, kept in a file where one is given."""

    def __init__(self, path: Path | None = None) -> None:
        """Reads the file; a last line that was cut off is passed over. Raises :class:`UsageError` for a file
        that is no such list, or cannot be written.
        """
        self._path = path
        self._last: dict[str, Visit] = {}
        if path is not None and path.exists():
            lines = self._read(path)
            if lines > 2 * len(self._last) + 100:
                self._rewrite(path)

    def get(self, url: str) -> Visit | None:
        """The last visit to this address."""
        return self._last.get(url)

    def note(self, visit: Visit) -> None:
        """Keep a visit, on disk too before this returns."""
        self._last[visit.url] = visit
        if self._path is None:
            return
        try:
            with self._path.open("ab") as stream:
                stream.write(msgspec.json.encode(visit) + b"\n")
        except OSError as error:
            raise UsageError(f"{self._path}: {error.strerror}; give --state a file that can be written") from None

    def fail(self, url: str, error: str) -> Visit:
        """Keep that asking this address failed; what was known of it for the next request stays."""
        known = self._last.get(url)
        failures = known.failures + 1 if known is not None else 1
        base = known or Visit(url=url, at="", outcome="failed")
        visit = msgspec.structs.replace(base, at=now(), outcome="failed", error=error, failures=failures)
        self.note(visit)
        return visit

    def _read(self, path: Path) -> int:
        try:
            lines = path.read_bytes().split(b"\n")
        except OSError as error:
            raise UsageError(f"{path}: {error.strerror}; give --state a file") from None
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                visit = msgspec.json.decode(line, type=Visit)
            except (msgspec.DecodeError, UnicodeDecodeError):
                if number == len(lines):  # written when the machine or the run stopped
                    self._rewrite(path)
                    break
                raise UsageError(f"{path}, line {number}: not a line of visits; give --state a file of its own") from None
            self._last[visit.url] = visit
        return len(lines)

    def _rewrite(self, path: Path) -> None:
        """The file anew with one line an address, in one step."""
        aside = path.with_name(path.name + ".new")
        aside.write_bytes(b"".join(msgspec.json.encode(visit) + b"\n" for visit in self._last.values()))
        os.replace(aside, path)


def now() -> str:
    """The time as a visit notes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
