"""``rawi demo``: the records of the articles that ship with Rawi."""

from __future__ import annotations

import click

from rawi.cli import read
from rawi.demo import pages


@click.command("demo")
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Print the records of thirteen short articles of January and February 2025, written for Rawi, as `rawi read` prints them."""
    files = [str(page) for page in pages()]
    ctx.invoke(read.command, files=tuple(files), published=None, as_json=as_json, min_score=0.0)
    if not as_json:
        click.echo(f"One page of them:  rawi read {files[0]}")
