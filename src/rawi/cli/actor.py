"""``rawi actor``: what the chronicle holds of one actor."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rawi.chronicle.results import ActorPage
from rawi.cli.chronicled import DB, JSON, counted, opened, print_json, print_occurrences


@click.command("actor")
@click.argument("who", metavar="WHO")
@click.option("--list", "listed", is_flag=True, help="Only list all whose name holds WHO.")
@DB
@JSON
def command(who: str, listed: bool, db: str, as_json: bool) -> None:
    """Show an actor, by name or id: how it is named, in which offices, what it did and had done to it, and with whom."""
    with opened(db) as chronicle:
        if listed:
            found = chronicle.find_actors(who, 100)
            if as_json:
                print_json(found)
                return
            for one in found:
                click.echo(f"{one.articles:>6}  {one.actor.name}  {one.actor.latin or ''}  {one.actor.id}")
            return
        page = chronicle.actor(who)
    if as_json:
        print_json([page])
    else:
        _print(page, Console(highlight=False))


def _print(page: ActorPage, console: Console) -> None:
    actor = page.actor
    about = "  ".join(part for part in (actor.latin, actor.kind, actor.country, actor.sector, counted(page.articles, "article")) if part)
    console.print(Text.assemble((actor.name, "bold"), "  ", (about, "dim")))
    console.print(Text(actor.id, "dim"))
    _print_table(console, "Named", [(named.name, str(named.count)) for named in page.names[:10]])
    _print_table(console, "Offices", [(o.role, str(o.articles), f"{o.first or '?'} – {o.last or '?'}") for o in page.offices[:15]])
    _print_table(console, "Acts", [(t.type, f"did {t.did}", f"had done {t.had_done}") for t in page.types])
    _print_table(console, "With", [(p.actor.name, f"toward {p.toward}", f"by {p.by}") for p in page.partners[:15]])
    console.print(Text("\nLately", "bold"))
    print_occurrences(page.recent[:5], console)


def _print_table(console: Console, title: str, rows: list[tuple[str, ...]]) -> None:
    if not rows:
        return
    console.print(Text(f"\n{title}", "bold"))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    for row in rows:
        table.add_row(*row)
    console.print(table)
