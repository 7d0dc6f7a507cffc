"""``rawi export``: a chronicle in other forms."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import IO, Any

import click

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter
from rawi.cli.chronicled import DB, counted, filter_of, filters, opened
from rawi.errors import UsageError

FORMATS = ("jsonl", "csv", "parquet", "plover", "graphml", "rss", "ics")


@click.command("export")
@click.argument("to", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--format", "form", type=click.Choice(FORMATS), help="In this form; by the file's name where it is not said.")
@click.option(
    "--table", type=click.Choice(("occurrences", "tellings", "articles")), default="occurrences", show_default=True, help="For csv and parquet."
)
@click.option("--by", type=click.Choice(("country", "actor")), default="country", show_default=True, help="For graphml.")
@click.option("--address", default="http://127.0.0.1:8000", show_default=True, metavar="URL", help="For rss: where the reading room is.")
@filters
@DB
def command(to: Path, form: str | None, table: str, by: Any, address: str, db: str, **given: Any) -> None:
    """Write a chronicle, or what the filter finds in it, to FILE (- for standard output).

    jsonl is the whole chronicle, which `rawi import` reads; csv and parquet are tables, plover event rows (CSV), graphml who acts toward whom,
    rss and ics the occurrences as a feed and a calendar. docs/data-dictionary.md says what each column means.
    """
    form = form or to.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise UsageError(f"{to}: which form? give --format {'|'.join(FORMATS)}, or a file name that ends in one")
    asked = filter_of(given)
    if form in ("jsonl", "graphml") and asked != Filter(since=asked.since, until=asked.until, type=asked.type if form == "graphml" else None):
        raise UsageError(f"{form} takes {'no filter: it is the whole chronicle' if form == 'jsonl' else 'only --since, --until and --type'}")
    with opened(db) as chronicle:
        count = _write(chronicle, form, table, by, address, asked, to)
    click.echo(f"rawi: {counted(count, 'line' if form == 'jsonl' else 'row')} in {'standard output' if str(to) == '-' else to}", err=True)


def _write(chronicle: Chronicle, form: str, table: str, by: Any, address: str, asked: Filter, to: Path) -> int:
    from rawi.chronicle.export import feeds, tables

    if form == "parquet":
        if str(to) == "-":
            raise UsageError("parquet goes to a file; name one")
        return tables.write_parquet(chronicle, table, asked, str(to))
    try:
        with _opened(to) as out:
            if form == "jsonl":
                return sum(out.buffer.write(line) > 0 for line in chronicle.export())  # type: ignore[attr-defined]
            if form in ("csv", "plover"):
                return tables.write_csv(chronicle, "plover" if form == "plover" else table, asked, out)
            if form == "graphml":
                network = chronicle.network(asked.since, asked.until, by=by, type=asked.type, limit=100_000)
                out.write(feeds.graphml(network).decode())
                return len(network.edges)
            rows = list(tables.occurrences(chronicle, asked))
            out.write(feeds.rss(rows, "Rawi", address) if form == "rss" else feeds.ics(rows, dt.datetime.now(dt.UTC)))
            return len(rows)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(f"{to}: {error.strerror}; give a file that can be written") from None


def _opened(to: Path) -> IO[str]:
    if str(to) == "-":
        return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)
    return to.open("w", encoding="utf-8", newline="")
