"""``rawi demo``: the records of the articles that ship with Rawi."""

from __future__ import annotations

import click

from rawi.cli import read
from rawi.demo import pages


@click.command("demo")
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line.")
@click.option("--db", metavar="FILE", help="Add the records to this chronicle too, and say how to open it.")
@click.pass_context
def command(ctx: click.Context, as_json: bool, db: str | None) -> None:
    """Print the records of thirteen short articles of January and February 2025, written for Rawi, as `rawi read` prints them."""
    files = [str(page) for page in pages()]
    ctx.invoke(read.command, files=tuple(files), published=None, as_json=as_json, min_score=0.0)
    if not as_json:
        click.echo(f"One page of them:  rawi read {files[0]}")
    if db is not None:
        _add(db, as_json)


def _add(db: str, as_json: bool) -> None:
    """Put the demo's records into a chronicle, and say on standard error (beside JSON) or at the end how to open it."""
    from rawi import read as read_page
    from rawi.chronicle import Chronicle

    with Chronicle(db) as chronicle:
        chronicle.add(read_page(page.read_bytes()) for page in pages())
        held = chronicle.totals()
    found = f"{held.articles} articles, {held.tellings} tellings of {held.occurrences} occurrences"
    click.echo(f"Their chronicle:   {db} ({found})", err=as_json)
    click.echo(f"Open it:           rawi serve --db {db}   and then http://127.0.0.1:8321/", err=as_json)
