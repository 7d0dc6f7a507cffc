"""``rawi watch``: records of what is new in feeds, as it comes."""

from __future__ import annotations

import time
from pathlib import Path

import click

from rawi.cli.fetch import manners as with_manners
from rawi.errors import PageError, UsageError
from rawi.pages.fetch import Fetcher, Manners
from rawi.pages.visits import Visits
from rawi.pages.watch import Watcher, read_list


@click.command("watch")
@click.argument("feeds", type=click.Path(path_type=Path), metavar="FEEDS.toml")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Add the records to this .jsonl file.")
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="Remember in this file what was read; beside --out by default.")
@click.option("--once", is_flag=True, help="Poll each feed once and end, for a scheduler that calls again.")
@with_manners
def command(feeds: Path, out: Path, state: Path | None, once: bool, manners: Manners) -> None:
    """Poll the feeds listed in FEEDS.toml, read what is new, and add its records to a file, until stopped.

    \b
    [[feed]]
    url = "https://…/rss.xml"   # or a news sitemap, or an index of sitemaps
    outlet = "…"     # where the pages do not tell
    every = 15       # minutes, 15 where it is not said
    days = 2         # how far back a sitemap is read, 2 where it is not said

    A run that is stopped goes on where it stood. With --once, exit code 2 says that something could not be read.
    """
    watcher = Watcher(read_list(feeds), Fetcher(manners), Visits(state or out.with_name(out.name + ".state")))
    failed = _poll(watcher, out)
    while not once:
        time.sleep(watcher.wait() + 0.1)
        _poll(watcher, out)
    if failed:
        raise click.exceptions.Exit(2)


def _poll(watcher: Watcher, out: Path) -> bool:
    """One round: records go to the file one by one, before their stories count as seen. True: something failed."""
    from rawi.reading import read

    count, failed = 0, False
    for told in watcher.poll():
        if isinstance(told, PageError):
            click.echo(f"rawi: {told}", err=True)
            failed = True
            continue
        _append(out, read(told.article).to_json() + b"\n")
        count += 1
    if count:
        click.echo(f"rawi: {count} new in {out}", err=True)
    return failed


def _append(out: Path, line: bytes) -> None:
    try:
        with out.open("ab") as stream:
            stream.write(line)
    except OSError as error:
        raise UsageError(f"{out}: {error.strerror}; give --out a file that can be written") from None
