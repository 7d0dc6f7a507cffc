"""``rawi lore``: what Rawi knows, checked, listed and extended."""

from __future__ import annotations

import click

from rawi.cli.lore_add import add
from rawi.cli.lore_check import check
from rawi.cli.lore_list import list_


@click.group("lore")
def command() -> None:
    """Check, list and extend what Rawi knows.

    Knowledge lies in TOML files, one a country, one a category of events, one a matter of language. Set
    RAWI_KNOWLEDGE to a folder built alike to work with knowledge of your own.

    \b
    Try:
      rawi lore check
      rawi lore list people --country SYR
      rawi lore list triggers --category CONSULT
      rawi lore add person --name … --latin … --country SYR --office "وزير النقل 2025-03-29"
    """


command.add_command(check)
command.add_command(list_)
command.add_command(add)
