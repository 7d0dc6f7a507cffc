"""``rawi recode``: read anew what was read with other knowledge than the present."""

from __future__ import annotations

import click
from rich.console import Console
from rich.progress import Progress

from rawi.chronicle import Chronicle
from rawi.cli.chronicled import DB, counted


@click.command("recode")
@DB
def command(db: str) -> None:
    """Read anew the articles of a chronicle that were read before the knowledge last changed; all others stay as they are.

    A run that was stopped goes on where it was. What was joined and split by hand stays so where the same words still tell of it.
    """
    with Chronicle(db, create=False) as chronicle:
        stale = chronicle.totals().stale
        with Progress(console=Console(stderr=True), transient=True, disable=not Console(stderr=True).is_terminal) as progress:
            task = progress.add_task("recoding", total=stale)
            done = chronicle.recode(told=lambda so_far: progress.update(task, completed=so_far))
    click.echo(f"rawi: {db}: {counted(done, 'article')} read anew", err=True)
