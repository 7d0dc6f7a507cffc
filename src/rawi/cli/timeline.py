"""``rawi timeline``: what two did, day by day, with a line of conflict and cooperation."""

from __future__ import annotations

import click
from rich.console import Console
from rich.text import Text

from rawi.chronicle.results import Dyad, DyadWeek, Filter
from rawi.cli.chronicled import DB, JSON, opened, print_json, print_occurrences

_WIDTH = 30


@click.command("timeline")
@click.argument("one", metavar="WHO")
@click.argument("other", metavar="[WHOM]", required=False)
@click.option("--since", metavar="DATE", help="From this day.")
@click.option("--until", metavar="DATE", help="To this day.")
@click.option("--limit", type=click.IntRange(1, 500), default=50, show_default=True, metavar="N", help="At most N occurrences, the latest.")
@DB
@JSON
def command(one: str, other: str | None, since: str | None, until: str | None, limit: int, db: str, as_json: bool) -> None:
    """Show what WHO took part in, or what WHO and WHOM did to each other, the first day first.

    With WHOM, the weeks before it say how often they acted, and how: the mean of PLOVER's scores from -10 (assault) to 10. A state, or its code,
    means anybody of that country. With --json occurrences; with WHOM, after one line with the weeks and days between them.
    """
    asked = Filter(dyad=(one, other), since=since, until=until) if other else Filter(actor=one, since=since, until=until)
    with opened(db) as chronicle:
        rows = chronicle.occurrences(asked, limit=limit).rows[::-1]
        between = chronicle.dyad(one, other, since, until) if other else None
    if as_json:
        print_json([between, *rows] if between else rows)
        return
    console = Console(highlight=False)
    if between is not None:
        _print_weeks(between, console)
    print_occurrences(rows, console)


def _print_weeks(between: Dyad, console: Console) -> None:
    console.print(Text(f"{between.one.name} – {between.other.name}", "bold"))
    for week in between.weeks:
        console.print(_week(week))
    console.print()


def _week(week: DyadWeek) -> Text:
    """``2025-02-10   6   +1.4  ▇▇▇``"""
    colour = "green" if week.score > 0 else "red"
    length = max(1, round(abs(week.score) / 10 * _WIDTH))
    return Text.assemble((week.week, "cyan"), f"  {week.count:>4}  {week.score:+5.1f}  ", ("▇" * length, colour))
