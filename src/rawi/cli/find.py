"""``rawi find``: occurrences of the chronicle, by what they are and by what tells of them."""

from __future__ import annotations

from typing import Any

import click

from rawi.cli.chronicled import DB, JSON, filter_of, filters, opened, print_json, print_occurrences


@click.command("find")
@click.argument("words", nargs=-1, metavar="[WORDS…]")
@filters
@click.option("--limit", type=click.IntRange(1, 500), default=20, show_default=True, metavar="N", help="At most N.")
@click.option("--after", metavar="CURSOR", help="Go on where the page before ended.")
@DB
@JSON
def command(words: tuple[str, ...], limit: int, after: str | None, db: str, as_json: bool, **given: Any) -> None:
    """List what happened, newest first: all of it, or what the options ask for.

    With WORDS only what articles holding all of them tell; forms, spellings and what is joined to a word make no difference (وزير finds
    ولوزيرها), and words in quotes stand together.
    """
    with opened(db) as chronicle:
        page = chronicle.occurrences(filter_of(given, " ".join(words) or None), after, limit)
    if as_json:
        print_json(page.rows)
    elif not page.rows:
        click.echo("rawi: nothing of that in the chronicle", err=True)
    else:
        print_occurrences(page.rows)
    if page.next:
        click.echo(f"rawi: there is more: --after {page.next}", err=True)
