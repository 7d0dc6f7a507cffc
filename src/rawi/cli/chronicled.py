"""What the commands of the chronicle share: where it is, what is asked for, and how occurrences are shown in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rawi.chronicle import Chronicle
from rawi.chronicle.results import ActorRef, Filter, OccurrenceRow
from rawi.cli.read import share

DB = click.option("--db", default="rawi.db", show_default=True, envvar="RAWI_DB", metavar="DB", help="The chronicle: a file, or postgresql://….")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON value a line.")
_FILTERS = (
    click.option("--actor", metavar="WHO", help="In which WHO takes part: a name, a country's code, an id."),
    click.option("--with", "other", metavar="WHO", help="And WHO as well."),
    click.option("--type", "type_", metavar="CATEGORY", help="Of this PLOVER category: CONSULT, ASSAULT …"),
    click.option("--mode", metavar="MODE", help="Of this mode: phone, visit …"),
    click.option("--status", metavar="STATUS", help="actual, future, hypothetical, negated or historical."),
    click.option("--source", metavar="WHO", help="On the word of WHO, anywhere in the chain."),
    click.option("--outlet", metavar="NAME", help="Told by this outlet."),
    click.option("--place", metavar="NAME", help="That happened here."),
    click.option("--since", metavar="DATE", help="On this day or later."),
    click.option("--until", metavar="DATE", help="On this day or earlier."),
    click.option("--min-score", callback=share, default="0", metavar="P", help="Whose measured chance to be right is at least P, 0 to 1."),
    click.option("--voices", type=click.IntRange(1), metavar="N", help="Of which at least N independent voices tell."),
)
_COLOUR = {"future": "yellow", "hypothetical": "yellow", "negated": "red", "historical": "dim", "actual": "green"}


def filters(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a filter; the command takes them as keywords and gives them to :func:`filter_of`."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def filter_of(given: dict[str, Any], text: str | None = None) -> Filter:
    """The filter that the options ask for."""
    actor, other = given.pop("actor"), given.pop("other")
    if other and not actor:
        raise click.BadOptionUsage("--with", "--with asks for a second party; name the first with --actor")
    return Filter(
        actor=None if other else actor, dyad=(actor, other) if other else None, type=given["type_"], mode=given["mode"], status=given["status"],
        source=given["source"], outlet=given["outlet"], place=given["place"], since=given["since"], until=given["until"],
        min_score=given["min_score"] or None, min_voices=given["voices"], text=text,
    )  # fmt: skip


def opened(db: str) -> Chronicle:
    """The chronicle, for reading."""
    return Chronicle(db, create=False)


def print_json(values: Iterable[object]) -> None:
    """One value a line."""
    for value in values:
        sys.stdout.buffer.write(msgspec.json.encode(value) + b"\n")
    sys.stdout.buffer.flush()


def print_occurrences(rows: Iterable[OccurrenceRow], console: Console | None = None) -> None:
    """Occurrences as a person reads them: what, who, how many tell of it, and in what words."""
    console = console or Console(highlight=False)
    for row in rows:
        console.print(headline(row))
        console.print(Padding(Text(row.summary), (0, 0, 0, 3)))
        console.print(Padding(parties(row.actors, row.recipients), (0, 0, 0, 3)))
        console.print(Padding(Text(f"«{row.evidence}»", "italic dim"), (0, 0, 0, 3)))


def headline(row: OccurrenceRow) -> Text:
    """``2025-02-12  CONSULT/phone actual  5 tellings, 3 voices  51b2…``"""
    kind = f"{row.type}{'/' + row.mode if row.mode else ''}"
    line = Text.assemble((f"{row.date or 'no day told':<12}", "cyan"), (kind, "bold"), " ", (row.status, _COLOUR.get(row.status, "")))
    if row.place:
        line.append(f"  {row.place}", "magenta")
    line.append(f"  {counted(row.tellings, 'telling')}, {counted(row.voices, 'voice')}")
    if row.contested:
        line.append("  contested", "yellow")
    return line.append(f"  {row.id}", "dim")


def parties(actors: Iterable[ActorRef], recipients: Iterable[ActorRef]) -> Text:
    """Who, and toward whom."""
    line = Text("، ".join(a.name for a in actors) or "؟")
    if toward := "، ".join(a.name for a in recipients):
        line.append("  >  ", "dim").append(toward)
    return line


def counted(number: int, thing: str) -> str:
    """``1 voice``, ``3 voices``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"
