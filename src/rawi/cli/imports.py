"""``rawi import``: an export back into a chronicle."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.chronicle import Chronicle
from rawi.cli.chronicled import DB, counted


@click.command("import")
@click.argument("source", metavar="FILE.jsonl", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@DB
def command(source: Path, db: str) -> None:
    """Add what `rawi export` wrote as jsonl: every article with its versions, and what was joined and split by hand."""
    with Chronicle(db) as chronicle, source.open("rb") as lines:
        account = chronicle.restore(lines, str(source))
    for failure in account.failed:
        click.echo(f"rawi: {failure.what}: {failure.why}", err=True)
    done = f"{account.added} added, {account.updated} with a new text, {account.known} there already"
    click.echo(f"rawi: {db}: {done}; {counted(len(account.failed), 'failure')}", err=True)
    if account.failed:
        raise click.exceptions.Exit(2)
