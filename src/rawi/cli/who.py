"""``rawi who``: the actors of articles."""

from __future__ import annotations

import sys

import click
import msgspec

from rawi.cli.inputs import ALLOW_PRIVATE, FILES, PUBLISHED, Inputs


@click.command("who")
@FILES
@PUBLISHED
@click.option("--json", "as_json", is_flag=True, help="One JSON object an actor.")
@ALLOW_PRIVATE
def command(files: tuple[str, ...], published: str | None, as_json: bool, allow_private: bool) -> None:
    """Print every person, state, body and group that the articles name, with country, sector, office and how often."""
    from rich.console import Console
    from rich.table import Table

    from rawi.reading import read

    inputs = Inputs(files, published, allow_private=allow_private)
    for article in inputs:
        record = read(article)
        if as_json:
            for actor in record.actors:
                sys.stdout.buffer.write(msgspec.json.encode({"article": record.id, **msgspec.structs.asdict(actor)}) + b"\n")
            continue
        table = Table(title=record.article.title or record.id, title_justify="left", box=None, padding=(0, 2, 0, 0))
        for column in ("kind", "name", "latin", "country", "sector", "office", "named"):
            table.add_column(column, justify="right" if column == "named" else "left", overflow="fold")
        for actor in record.actors:
            table.add_row(
                actor.kind, actor.name, actor.latin or "", actor.country or "", actor.sector or "", actor.role or "", str(len(actor.mentions))
            )
        Console(highlight=False).print(table)
    sys.stdout.flush()
    inputs.finish()
