"""``rawi readouts``: what each side says of a call, meeting or visit."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.chronicle.results import Readouts, Statement
from rawi.cli.chronicled import DB, JSON, headline, opened, print_json


@click.command("readouts")
@click.argument("occurrence", metavar="ID")
@DB
@JSON
def command(occurrence: str, db: str, as_json: bool) -> None:
    """Show side by side what each side's telling of a call, meeting or visit says, and the other's does not.

    ID is an occurrence, as `rawi find` lists them. A side's telling is what articles pass on from its own institutions.
    """
    with opened(db) as chronicle:
        found = chronicle.readouts(occurrence)
    if as_json:
        print_json([found])
    else:
        _print(found, Console(highlight=False))


def _print(found: Readouts, console: Console) -> None:
    console.print(headline(found.occurrence))
    console.print(Text(found.occurrence.summary))
    table = Table(show_lines=True, padding=(0, 1))
    table.add_column("")
    for side in found.sides:
        sources = "، ".join(source.name for source in side.sources)
        table.add_column(Text.assemble((side.name, "bold"), f"\n{sources or 'silent'}"), ratio=1)
    for row in found.rows:
        table.add_row(Text(row.kind, "bold" if row.both else "dim"), *(_said(said) for said in row.said))
    console.print(table)
    if not found.rows:
        console.print(Text("No side's own telling is in the chronicle.", "dim"))


def _said(statements: tuple[Statement, ...]) -> Text:
    return Text("\n".join(dict.fromkeys(statement.text for statement in statements)) or "–")
