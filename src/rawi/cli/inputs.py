"""What the commands that read articles share: their arguments, and reading what can be read of them."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from rawi.errors import LeftOutError, PageError, UsageError
from rawi.model import Article
from rawi.pages import sources

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…")
ALLOW_PRIVATE = click.option("--allow-private", is_flag=True, help="Fetch addresses of private networks too.")
PUBLISHED = click.option("--published", metavar="DATE", help="Day or time of publication (ISO 8601), where the page tells none.")


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Inputs:
    """Yields articles one by one; prints a line for what cannot be read and remembers that it did."""

    def __init__(self, files: tuple[str, ...], published: str | None, *, allow_private: bool = False) -> None:
        self.files, self.published, self.failed = files, check_published(published), False
        self.allow_private = allow_private
        self.left_out: Counter[str] = Counter()  # records of archives, by reason

    def __iter__(self) -> Iterator[Article]:
        for file in self.files:
            for found in self._read(file):
                if isinstance(found, LeftOutError):
                    self.left_out[found.reason] += 1
                    continue
                if isinstance(found, PageError):
                    self.failed = True
                    click.echo(f"rawi: {found}", err=True)
                    continue
                if found.published is None and self.published is not None:
                    found = msgspec.structs.replace(found, published=self.published)
                yield found

    def _read(self, file: str) -> Iterator[Article | PageError]:
        if file == "-":
            yield from sources(sys.stdin.buffer)
            return
        if file.startswith(("http://", "https://")):
            yield _fetched(file, self.allow_private)
            return
        path = Path(file)
        if not path.exists():
            yield PageError(f"{file}: no such file; give a page, a text, a .jsonl, a folder, an address or - for standard input")
            return
        yield from sources(path)

    def finish(self) -> None:
        """Say how much was left out; end with exit code 2 where something could not be read."""
        say_left_out(self.left_out)
        if self.failed:
            raise click.exceptions.Exit(2)


def say_left_out(reasons: Counter[str]) -> None:
    """One line on how many records of archives were left out, and why; none where there were none."""
    count = reasons.total()
    if count:
        why = ", ".join(f"{number} {reason}" if len(reasons) > 1 else reason for reason, number in reasons.most_common())
        click.echo(f"rawi: {count} {'record' if count == 1 else 'records'} of archives left out: {why}", err=True)


def _fetched(url: str, allow_private: bool) -> Article | PageError:
    from rawi.pages.fetch import Fetcher, Manners, read_url

    try:
        return read_url(url, Fetcher(Manners(allow_private=allow_private)))
    except PageError as error:
        return error


def check_published(value: str | None) -> str | None:
    """The value of ``--published`` in ISO 8601's extended form (``20250212`` is ``2025-02-12``).

    Raises :class:`UsageError` where it is no ISO day or time.
    """
    if value is None:
        return None
    for kind in (dt.date, dt.datetime):
        try:
            return kind.fromisoformat(value).isoformat()
        except ValueError:
            continue
    raise UsageError(f"--published {value}: not a date; write it as 2025-02-12 or 2025-02-12T23:11+03:00")
