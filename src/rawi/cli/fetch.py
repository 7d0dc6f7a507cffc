"""``rawi fetch``: pages from the web, kept or read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

import click

from rawi.errors import PageError, UsageError
from rawi.pages.fetch import Fetched, Fetcher, Manners, read_fetched, visit
from rawi.pages.keep import Folder, Keeper, Rows
from rawi.pages.listings import DAYS, stories
from rawi.pages.visits import Visits

_DEFAULT = Manners()


def manners(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that say how servers are asked; the command gets them as ``manners``."""

    def with_manners(*args: Any, **given: Any) -> None:
        asked = {name: given.pop(name) for name in ("delay", "timeout", "total", "largest", "allow_private", "contact")}
        command(*args, manners=_DEFAULT._replace(**asked), **given)

    with_manners.__doc__ = command.__doc__
    with_manners.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    for option in reversed(_OPTIONS):
        option(with_manners)
    return with_manners


_SECONDS = click.FloatRange(min=0, max=86_400)
_OPTIONS = (
    click.option("--delay", type=_SECONDS, default=_DEFAULT.delay, show_default=True, help="Seconds between two requests to one host."),
    click.option("--timeout", type=_SECONDS, default=_DEFAULT.timeout, show_default=True, help="Seconds without a byte until a server is given up."),
    click.option("--total", type=_SECONDS, default=_DEFAULT.total, show_default=True, help="Seconds that one page may take in all."),
    click.option("--max-bytes", "largest", type=click.IntRange(1), default=_DEFAULT.largest, show_default=True, help="Bytes that one page may have."),
    click.option("--allow-private", is_flag=True, help="Ask machines of private networks too."),
    click.option("--contact", metavar="TEXT", help="Address or mail that sites' owners may write to; servers are told it."),
)


@click.command("fetch")
@click.argument("urls", nargs=-1, required=True, metavar="URL…")
@click.option("--out", type=click.Path(path_type=Path), help="Keep the pages in this folder, or as rows in this .jsonl file.")
@click.option("--read", "as_records", is_flag=True, help="Read the pages and print their records, one JSON object a line.")
@click.option("--state", type=click.Path(path_type=Path, dir_okay=False), help="Remember in this file what was fetched: a second run goes on.")
@click.option("--again", is_flag=True, help="With --state: ask again for pages fetched before, and take those that have changed.")
@click.option("--follow", is_flag=True, help="URL is a feed, a news sitemap or an index of sitemaps: fetch the stories that it lists.")
@click.option("--days", type=click.FloatRange(min=0), default=DAYS, show_default=True, help="With --follow: how far back sitemaps are read.")
@manners
def command(
    urls: tuple[str, ...], out: Path | None, as_records: bool, state: Path | None, again: bool, follow: bool, days: float, manners: Manners
) -> None:
    """Fetch pages and print them as rows {"url", "html", …} of JSON Lines.

    URL is an address, or - for addresses on standard input, one a line. What robots.txt forbids is not fetched, and one host is asked for
    one page at a time. What cannot be fetched is named on standard error; the rest is still fetched (exit code 2).
    """
    if again and state is None:
        raise UsageError("--again needs --state FILE: without it nothing is known of pages fetched before")
    fetcher, visits = Fetcher(manners), Visits(state)
    counts = {"fetched": 0, "unchanged": 0, "fetched before": 0, "failed": 0}
    with ExitStack() as stack:
        keeper = _keeper(out, as_records, stack)
        for url in _addresses(urls):
            for story in _followed(fetcher, url, days) if follow else (url,):
                counts[_fetch(fetcher, visits, keeper, story, again) if story else "failed"] += 1
    if sum(counts.values()) > 1:
        click.echo("rawi: " + ", ".join(f"{count} {what}" for what, count in counts.items() if count), err=True)
    if counts["failed"]:
        raise click.exceptions.Exit(2)


def _fetch(fetcher: Fetcher, visits: Visits, keeper: Keeper, url: str, again: bool) -> str:
    """Fetch one page and hand it on; what became of it."""
    known = visits.get(url)
    if known is not None and known.outcome != "failed" and not again:
        return "fetched before"
    try:
        got, noted = visit(fetcher, visits, url)
    except PageError as error:
        click.echo(f"rawi: {error}", err=True)
        return "failed"
    try:
        if got.body is not None:
            keeper.keep(got)
    except PageError as error:
        click.echo(f"rawi: {error}", err=True)
        visits.fail(url, str(error))
        return "failed"
    visits.note(noted)
    return "fetched" if got.body is not None else "unchanged"


def _followed(fetcher: Fetcher, url: str, days: float) -> Iterator[str]:
    """The addresses of the stories that a feed or sitemap lists, each once; an empty one for a list that cannot be read."""
    seen = set()
    for found in stories(fetcher.fetch, url, days):
        if isinstance(found, PageError):
            click.echo(f"rawi: {found}", err=True)
            yield ""
        elif found.url is not None and found.url not in seen:
            seen.add(found.url)
            yield found.url


def _addresses(urls: tuple[str, ...]) -> Iterator[str]:
    for url in urls:
        if url == "-":
            yield from (line.strip() for line in sys.stdin if line.strip())
        else:
            yield url


def _keeper(out: Path | None, as_records: bool, stack: ExitStack) -> Keeper:
    """Who takes the pages: a folder, a file of rows or records, or standard output."""
    if out is not None and out.suffix.lower() not in (".jsonl", ".ndjson"):
        if as_records:
            raise UsageError(f"--out {out}: records go to a .jsonl file; give one, or leave --read out")
        return Folder(out)
    stream: BinaryIO = sys.stdout.buffer
    if out is not None:
        try:
            stream = stack.enter_context(out.open("ab"))
        except OSError as error:
            raise UsageError(f"{out}: {error.strerror}; give --out a folder or a .jsonl file") from None
    return _Records(stream) if as_records else Rows(stream)


class _Records:
    """Reads each page and writes its record."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def keep(self, got: Fetched) -> None:
        from rawi.reading import read

        self._stream.write(read(read_fetched(got)).to_json() + b"\n")
        self._stream.flush()
