"""``rawi occurrence``: one occurrence with its tellings; joining and splitting by hand."""

from __future__ import annotations

import click
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Occurrence, Telling
from rawi.cli.chronicled import DB, JSON, counted, headline, opened, print_json

NOTE = click.option("--note", default="", metavar="TEXT", help="Why, for whoever looks later.")

_REASONS = {"first": "the leading telling", "keys": "agrees in", "wording": "a copy, by its wording; agrees in", "hand": "by hand; agrees in"}


@click.group("occurrence")
def command() -> None:
    """Show one occurrence; join two, or split one, by hand. What a hand did is remembered, whatever is added later."""


@command.command("show")
@click.argument("ident", metavar="ID")
@DB
@JSON
def show(ident: str, db: str, as_json: bool) -> None:
    """Show an occurrence: all tellings, why each belongs to it, whose voice it is, and what they contradict each other in."""
    with opened(db) as chronicle:
        found = chronicle.occurrence(ident)
    if as_json:
        print_json([found])
    else:
        _print(found, Console(highlight=False))


@command.command("join")
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID")
@NOTE
@DB
def join(one: str, other: str, note: str, db: str) -> None:
    """Make one occurrence of two."""
    with Chronicle(db, create=False) as chronicle:
        click.echo(chronicle.join(one, other, note))


@command.command("split")
@click.argument("ident", metavar="ID")
@click.argument("tellings", nargs=-1, required=True, metavar="TELLING…")
@NOTE
@DB
def split(ident: str, tellings: tuple[str, ...], note: str, db: str) -> None:
    """Take TELLING… out of the occurrence ID; together they become one of their own, whose id is printed."""
    with Chronicle(db, create=False) as chronicle:
        click.echo(chronicle.split(ident, tellings, note))


def _print(found: Occurrence, console: Console) -> None:
    console.print(headline(found.row))
    console.print(Text(found.row.summary))
    for at, voice in enumerate(found.voices, 1):
        copies = ", copies among them" if voice.copied else ""
        console.print(Text.assemble((f"\nVoice {at}: {voice.root}", "bold"), (f"  {counted(len(voice.tellings), 'telling')}{copies}", "dim")))
        for telling in found.tellings:
            if telling.voice == at - 1:
                _print_telling(telling, console)
    for side in found.sides:
        said = f"speaks: {'، '.join(source.name for source in side.sources)}" if side.spoke else "its own institutions are not among the sources"
        console.print(Text(f"{side.name}: {said}", "dim"))
    for contradiction in found.contradictions:
        values = "; ".join(f"{said.value} ({counted(len(said.tellings), 'telling')})" for said in contradiction.values)
        console.print(Text(f"contested {contradiction.what}: {values}", "yellow"))
    for perhaps in found.perhaps:
        console.print(Text(f"perhaps the same: {perhaps.row.id} {perhaps.row.date or ''} {perhaps.row.summary}", "dim"))


def _print_telling(telling: Telling, console: Console) -> None:
    chain = " ← ".join(source.name for source in telling.chain)
    about = "  ".join(part for part in (telling.article.outlet, telling.article.published, chain) if part)
    console.print(Padding(Text.assemble((f"{telling.id}  ", "dim"), about), (0, 0, 0, 2)))
    console.print(Padding(Text(f"«{telling.evidence}»", "italic dim"), (0, 0, 0, 4)))
    console.print(Padding(Text(_why(telling), "dim"), (0, 0, 0, 4)))


def _why(telling: Telling) -> str:
    reasons = {
        "first": "the leading telling",
        "keys": "agrees in",
        "wording": "a copy, by its wording; agrees in",
        "hand": "joined by hand; agrees in",
    }
    told = f"{reasons[telling.why.by]} {', '.join(telling.why.agrees)}".strip()
    return f"{told}; contradicts in {', '.join(telling.why.contradicts)}" if telling.why.contradicts else told
