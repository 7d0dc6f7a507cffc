"""A record as a person reads it in a terminal, at any width."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rawi.model import Actor, Event, Record

_STATUS = {"future": "yellow", "hypothetical": "yellow", "negated": "red", "historical": "dim", "actual": "green"}


def print_record(record: Record, console: Console | None = None) -> None:
    """Print one record: what happened, who was named, which days, and what could not be read."""
    console = console or Console(highlight=False)
    console.print(_head(record))
    console.print(*_events(record), sep="\n") if record.events else console.print(Padding(Text("No event was read.", "dim"), (0, 2)))
    if record.actors:
        console.print(Text("\nWho", "bold"))
        console.print(_people(record))
    if record.dates:
        console.print(Text("\nWhen", "bold"))
        for date in record.dates:
            console.print(Padding(Text.assemble((f"{date.value:<12} ", "cyan"), date.text), (0, 2)))
    for warning in record.warnings:
        console.print(Text(f"! {warning}", "yellow"))
    console.print()


def _head(record: Record) -> RenderableType:
    article = record.article
    about = " · ".join(part for part in (article.outlet, article.section, article.published, article.author) if part)
    parts: list[RenderableType] = [Rule(style="dim"), Text(article.title or record.id, "bold"), Text(about, "dim")]
    if article.image and (article.image.caption or article.image.credit):
        credit = f" ({article.image.credit})" if article.image.credit else ""
        parts.append(Text(f"▣ {article.image.caption or ''}{credit}", "dim"))
    return Group(*parts, Text(""))


def _events(record: Record) -> list[RenderableType]:
    shown: list[RenderableType] = []
    for number, event in enumerate(record.events, 1):
        kind = f"{event.type}{'/' + event.mode if event.mode else ''}"
        line = Text.assemble((f"{number:>2} ", "dim"), (f"{kind} ", "bold"), (event.status, _STATUS[event.status]), "  ", (_when(event), "cyan"))
        if event.place:
            line.append(f"  {event.place}", "magenta")
        shown.append(line)
        shown.append(Padding(Text(event.summary), (0, 0, 0, 3)))
        shown.append(Padding(_parties(record, event), (0, 0, 0, 3)))
        if event.sources:
            chain = " ← ".join(record.actor(s).name for s in event.sources)
            shown.append(Padding(Text.assemble(("on the word of ", "dim"), chain), (0, 0, 0, 3)))
        shown.append(Padding(Text(f"«{event.evidence}»", "italic dim"), (0, 0, 0, 3)))
    return shown


def _when(event: Event) -> str:
    if event.date is None:
        return "no day told"
    return event.date if event.date_from == "text" else f"{event.date} ({'day of publication' if event.date_from == 'published' else 'from context'})"


def _parties(record: Record, event: Event) -> Text:
    def names(ids: Sequence[str]) -> str:
        return "، ".join(record.actor(i).name for i in ids) or "؟"

    line = Text(names(event.actors))
    if event.recipients:
        line.append("  >  ", "dim").append(names(event.recipients))
    return line


def _people(record: Record) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 2))
    order = {"person": 0, "organization": 1, "state": 2, "group": 3}
    for actor in sorted(record.actors, key=lambda a: order[a.kind]):
        table.add_row(actor.name, Text(actor.latin or "", "dim"), Text(actor.country or "", "cyan"), Text(_role(actor), "dim"))
    return table


def _role(actor: Actor) -> str:
    return actor.role or {"person": "", "organization": "organization", "state": "state", "group": "group"}[actor.kind]
