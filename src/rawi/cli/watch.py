"""``rawi watch``: records of what is new in feeds, as it comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli.fetch import manners as with_manners
from rawi.errors import PageError, UsageError
from rawi.model import Record
from rawi.pages.fetch import Fetcher, Manners
from rawi.pages.visits import Visits
from rawi.pages.watch import Watcher, read_list

if TYPE_CHECKING:
    from rawi.chronicle import Chronicle

Sink = Callable[[Record], None]


@click.command("watch")
@click.argument("feeds", type=click.Path(path_type=Path), metavar="FEEDS.toml")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Add the records to this .jsonl file.")
@click.option("--db", metavar="DB", help="Add them to this chronicle: a file, or postgresql://….")
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="Remember in this file what was read; beside --out or DB by default.")
@click.option("--once", is_flag=True, help="Poll each feed once and end, for a scheduler that calls again.")
@with_manners
def command(feeds: Path, out: Path | None, db: str | None, state: Path | None, once: bool, manners: Manners) -> None:
    """Poll the feeds listed in FEEDS.toml, read what is new, and add its records to a file, a chronicle or both, until stopped.

    \b
    [[feed]]
    url = "https://…/rss.xml"   # or a news sitemap, or an index of sitemaps
    outlet = "…"     # where the pages do not tell
    every = 15       # minutes, 15 where it is not said
    days = 2         # how far back a sitemap is read, 2 where it is not said

    A run that is stopped goes on where it stood. With --once, exit code 2 says that something could not be read.
    """
    with ExitStack() as stack:
        sinks: list[Sink] = [partial(_append, out)] if out else []
        if db:
            from rawi.chronicle import Chronicle

            sinks.append(_into(stack.enter_context(Chronicle(db)), db))
        watcher = Watcher(read_list(feeds), Fetcher(manners), Visits(state or _beside(feeds, out, db)))
        named = " and ".join(str(sink) for sink in (out, db) if sink)
        failed = _poll(watcher, sinks, named)
        while not once:
            time.sleep(watcher.wait() + 0.1)
            _poll(watcher, sinks, named)
    if failed:
        raise click.exceptions.Exit(2)


def _beside(feeds: Path, out: Path | None, db: str | None) -> Path:
    """Where what was read is remembered, if that is not said: beside the file or chronicle, else beside the list of feeds."""
    if out is None and db is None:
        raise UsageError("--out or --db: name the file or chronicle that the records go to")
    beside = out or (Path(db) if db and "://" not in db else feeds)
    return beside.with_name(beside.name + ".state")


def _poll(watcher: Watcher, sinks: Sequence[Sink], named: str) -> bool:
    """One round: records go where they belong one by one, before their stories count as seen. True: something failed."""
    from rawi.reading import read

    count, failed = 0, False
    for told in watcher.poll():
        if isinstance(told, PageError):
            click.echo(f"rawi: {told}", err=True)
            failed = True
            continue
        record = read(told.article)
        for sink in sinks:
            sink(record)
        count += 1
    if count:
        click.echo(f"rawi: {count} new in {named}", err=True)
    return failed


def _into(chronicle: Chronicle, db: str) -> Sink:
    """Adds a record to a chronicle; says what could not be added."""

    def add(record: Record) -> None:
        for failure in chronicle.add([record]).failed:
            click.echo(f"rawi: {db}: {failure.what}: {failure.why}", err=True)

    return add


def _append(out: Path, record: Record) -> None:
    try:
        with out.open("ab") as stream:
            stream.write(record.to_json() + b"\n")
    except OSError as error:
        raise UsageError(f"{out}: {error.strerror}; give --out a file that can be written") from None
