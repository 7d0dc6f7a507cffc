"""``rawi bulk``: a crawl in, records out, on all cores or on a cluster."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from rawi.bulk.inputs import parts
from rawi.bulk.run import Progress, Settings, run
from rawi.bulk.store import Format
from rawi.bulk.writing import check
from rawi.pooling import cores

_SHOWN = 20  # failures that are named; the manifest holds all


@click.command("bulk")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder for the output; a second run goes on in it.")
@click.option("--format", "form", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True, help="Whole records, or three tables.")
@click.option("--jobs", type=click.IntRange(1), default=cores, show_default="all cores", help="Workers on this machine.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Read on this dask cluster instead; its workers must see the same files.")
@click.option("--memory", default="1GB", show_default=True, help="A worker that holds more is ended; the record that it was at is named.")
@click.option("--seconds", type=click.FloatRange(min=0), default=120.0, show_default=True, help="The time that one record may take; 0: any.")
@click.option("--part-mb", type=click.FloatRange(min=0.001), default=8.0, show_default=True, help="Size of the stretches that files are read in.")
def command(inputs: tuple[str, ...], out: Path, form: Format, jobs: int, scheduler: str | None, memory: str, seconds: float, part_mb: float) -> None:
    """Read web archives (.warc, .warc.gz) and JSON Lines into records, in parts, on many cores.

    INPUT is a file, a folder, a pattern in quotes ('crawl/*.warc.gz'), or @LIST with one of these a line. What is no Arabic news is left out
    before it costs a parse. The output lies in DIR/records (or in DIR/articles, actors and events as Parquet), one file a part, and
    DIR/manifest.json says what it is made of. A run that was stopped goes on where it was; a finished one does nothing. A record that kills its
    worker twice is named and left alone. Exit code 2: some records could not be read.
    """
    check(form)
    size = int(part_mb * 1_000_000)
    listed = parts(inputs, size)
    told = _Told()
    settings = Settings(out, form, jobs, scheduler, memory, seconds, size)
    try:
        account = run(listed, settings, told)
    except KeyboardInterrupt:
        told.end()
        click.echo(f"rawi: stopped; {told.done} of {len(listed)} parts are kept in {out}: call again to go on", err=True)
        raise click.exceptions.Exit(130) from None
    told.end()
    for failure in account.failed[:_SHOWN]:
        click.echo(f"rawi: {failure.where}: {failure.why}" + (f" ({failure.url})" if failure.url else ""), err=True)
    if len(account.failed) > _SHOWN:
        click.echo(f"rawi: and {len(account.failed) - _SHOWN} more, in {out / 'manifest.json'}", err=True)
    click.echo(f"rawi: {account.text()}; {account.events:,} events", err=True)
    if account.failed:
        raise click.exceptions.Exit(2)


class _Told:
    """Tells how far the run is: on a terminal in one line, else a line every half minute."""

    def __init__(self) -> None:
        self.done = 0
        self._last, self._live = time.monotonic(), sys.stderr.isatty()

    def __call__(self, progress: Progress) -> None:
        self.done = progress.done
        if time.monotonic() - self._last < (0.5 if self._live else 30.0):
            return
        self._last = time.monotonic()
        click.echo(("\r\x1b[K" if self._live else "") + line(progress), err=True, nl=not self._live)

    def end(self) -> None:
        """Leave the terminal's line."""
        if self._live:
            click.echo("\r\x1b[K", err=True, nl=False)


def line(progress: Progress) -> str:
    """``12 of 40 parts, 81,000 records, 5,300 articles, 12.4 MB/s, 4 min left``."""
    speed = progress.bytes_done / max(progress.seconds, 0.001)
    shown = f"{progress.done} of {progress.parts} parts, {progress.account.seen:,} records, {progress.account.read:,} articles"
    if not progress.bytes_done:
        return shown
    left = progress.bytes_left / speed
    return f"{shown}, {speed / 1e6:.1f} MB/s, " + (f"{left / 60:.0f} min left" if left > 90 else f"{left:.0f} s left")
