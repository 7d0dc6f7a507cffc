"""``rawi add``: articles, read or to be read, into a chronicle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Account
from rawi.cli import record_files
from rawi.cli.chronicled import DB, counted
from rawi.cli.inputs import FILES, PUBLISHED, Inputs, jobs_option
from rawi.model import Record


@click.command("add")
@FILES
@PUBLISHED
@DB
@jobs_option
@click.option("--json", "as_json", is_flag=True, help="Print what became of them as JSON.")
def command(files: tuple[str, ...], published: str | None, db: str, jobs: int, as_json: bool) -> None:
    """Read articles and add their records to a chronicle, which is made if it is not there.

    FILE is whatever `rawi read` takes, or records that `rawi read --json` printed (.jsonl), or a folder of such, or the folder that
    `rawi bulk` wrote. Adding again what is there changes nothing; an article with a new text keeps the old one as a version. A run that was
    stopped can be run again. What could not be read or added is named on standard error (exit code 2); the rest is added.
    """
    incoming = _Incoming(files, published, jobs)
    with Chronicle(db) as chronicle, _progress(incoming) as progress:
        task = progress.add_task("adding", total=incoming.total)
        account = chronicle.add(incoming, told=lambda so_far: progress.update(task, completed=so_far.added + so_far.updated + so_far.known))
    for failure in account.failed:
        click.echo(f"rawi: {failure.what}: {failure.why}", err=True)
    if as_json:
        click.echo(msgspec.json.encode(account).decode())
    else:
        click.echo(_said(account, db), err=True)
    incoming.finish(bool(account.failed))


def _said(account: Account, db: str) -> str:
    parts = [f"{account.added} added", f"{account.updated} with a new text", f"{account.known} there already"]
    speed = (account.added + account.updated + account.known) / account.seconds if account.seconds else 0
    return f"rawi: {db}: {', '.join(parts)}; {counted(len(account.failed), 'failure')}; {account.seconds:.1f} s, {speed:.0f} articles a second"


def _progress(incoming: _Incoming) -> Progress:
    """A bar with rate and time left, where somebody looks at it."""
    columns = (SpinnerColumn(), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), TimeElapsedColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    return Progress(*columns, console=console, disable=not console.is_terminal, transient=True)


class _Incoming:
    """The records to be added: those that were read before, and those read now."""

    def __init__(self, files: tuple[str, ...], published: str | None, jobs: int) -> None:
        self.held = record_files.sort(files)
        self.inputs = Inputs(self.held.unread, published)
        self.failed, self.jobs = False, jobs

    @property
    def total(self) -> int | None:
        """How many there will be, where that can be told beforehand."""
        if not all(Path(file).is_file() and not file.endswith((*record_files.SUFFIXES, ".gz", ".warc")) for file in self.inputs.files):
            return None
        return len(self.inputs.files) + self.held.total

    def __iter__(self) -> Iterator[Record]:
        for place, line in self.held.lines():
            try:
                yield Record.from_json(line)
            except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
                self.failed = True
                click.echo(f"rawi: {place}: not a record ({error}); the others are added", err=True)
        yield from self.inputs.records(self.jobs)

    def finish(self, failed: bool) -> None:
        """End with exit code 2 where something could not be read or added."""
        if failed or self.failed:
            self.inputs.failed = True
        self.inputs.finish()
