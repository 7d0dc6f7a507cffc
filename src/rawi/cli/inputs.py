"""What the commands that read articles share: their arguments, and reading what can be read of them."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import msgspec

from rawi import pooling
from rawi.errors import LeftOutError, PageError, UsageError
from rawi.model import Article, Record
from rawi.pages import units
from rawi.pages.unit import Unit, ready
from rawi.pooling import cores

FILES = click.argument("files", nargs=-1, required=True, metavar="FILE…")
ALLOW_PRIVATE = click.option("--allow-private", is_flag=True, help="Fetch addresses of private networks too.")
PUBLISHED = click.option("--published", metavar="DATE", help="Day or time of publication (ISO 8601), where the page tells none.")


def jobs_option(command: Callable[..., None]) -> Callable[..., None]:
    """The option ``--jobs``."""
    told = "Processes to read with, where it takes more than a second."
    return click.option("--jobs", type=click.IntRange(1), default=cores, show_default="all cores", help=told)(command)


class Inputs:
    """Yields articles one by one; prints a line for what cannot be read and remembers that it did."""

    def __init__(self, files: tuple[str, ...], published: str | None, *, allow_private: bool = False) -> None:
        self.files, self.published, self.failed = files, check_published(published), False
        self.allow_private = allow_private
        self.left_out: Counter[str] = Counter()  # records of archives, by reason

    def __iter__(self) -> Iterator[Article]:
        for unit in self._units():
            found = unit()
            if isinstance(found, PageError):
                self._note(found)
                continue
            if found.published is None and self.published is not None:
                found = msgspec.structs.replace(found, published=self.published)
            yield found

    def records(self, jobs: int, min_score: float = 0.0) -> Iterator[Record]:
        """The records of all articles in order, read by ``jobs`` processes where there is much to do."""
        for found in pooling.records(self._units(), pooling.Wishes(self.published, min_score), jobs):
            if isinstance(found, PageError):
                self._note(found)
            else:
                yield found

    def _note(self, error: PageError) -> None:
        if isinstance(error, LeftOutError):
            self.left_out[error.reason] += 1
        else:
            self.failed = True
            click.echo(f"rawi: {error}", err=True)

    def _units(self) -> Iterator[Unit]:
        for file in self.files:
            if file == "-":
                yield from units(sys.stdin.buffer)
            elif file.startswith(("http://", "https://")):
                yield ready(_fetched(file, self.allow_private))
            elif Path(file).exists():
                yield from units(Path(file))
            else:
                yield ready(PageError(f"{file}: no such file; give a page, a text, a .jsonl, a folder, an address or - for standard input"))

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
