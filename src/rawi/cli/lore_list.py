"""``rawi lore list``: the entries of one kind, as a table for a person or a line each for a program."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

import click
import msgspec

from rawi.lore.knowledge import Knowledge
from rawi.lore.schema import (
    Body,
    Country,
    Entry,
    EventFile,
    OfficeWords,
    Outlet,
    OutletFile,
    Person,
    Place,
    Reporting,
    ReportingPhrase,
    ReportingVerb,
    Titles,
    TriggerEntry,
    Verb,
    Verbs,
)


class Row(NamedTuple):
    """One entry to list: where it stands, what filters look at, and the entry itself."""

    file: str
    entry: Entry | Verb
    country: str | None = None
    category: str | None = None
    sector: str | None = None


class Listing(NamedTuple):
    """A kind of entry: how to find all of it, the columns of its table and what stands in them."""

    rows: Callable[[Knowledge], Iterator[Row]]
    columns: tuple[str, ...]
    cells: Callable[..., tuple[str, ...]]


def _countries(knowledge: Knowledge) -> Iterator[Row]:
    return (Row(file, country, country.iso3) for file, country in knowledge.of(Country))


def _country_cells(row: Row, country: Country) -> tuple[str, ...]:
    capital = country.capital.name if country.capital else ""
    return country.iso3, country.name, country.latin, "، ".join(country.demonym), capital


def _people(knowledge: Knowledge) -> Iterator[Row]:
    return (Row(file, person, code, sector=person.sector) for file, code, person in knowledge.people())


def _person_cells(row: Row, person: Person) -> tuple[str, ...]:
    terms = [f"{t.title} {t.start}/{t.end or '..'}" for t in person.offices]
    return row.country or "", person.name, person.latin, "\n".join(terms)


def _bodies(knowledge: Knowledge) -> Iterator[Row]:
    return (Row(file, body, code, sector=body.sector) for file, code, body in knowledge.bodies())


def _body_cells(row: Row, body: Body) -> tuple[str, ...]:
    return row.country or "", body.name, body.latin, body.sector


def _outlets(knowledge: Knowledge) -> Iterator[Row]:
    for file, content in knowledge.of(OutletFile):
        yield from (Row(file, outlet, outlet.country, sector="MED") for outlet in content.outlet)


def _outlet_cells(row: Row, outlet: Outlet) -> tuple[str, ...]:
    return outlet.country, outlet.name, outlet.latin, outlet.kind, "\n".join(outlet.domains)


def _places(knowledge: Knowledge) -> Iterator[Row]:
    for file, country in knowledge.of(Country):
        capital = (country.capital,) if country.capital else ()
        yield from (Row(file, place, country.iso3) for place in (*capital, *country.cities, *country.regions))


def _place_cells(row: Row, place: Place) -> tuple[str, ...]:
    return row.country or "", place.name, place.latin, "، ".join(place.also)


def _offices(knowledge: Knowledge) -> Iterator[Row]:
    for file, content in knowledge.of(Titles):
        yield from (Row(file, office, sector=office.sector) for office in content.offices)


def _office_cells(row: Row, office: OfficeWords) -> tuple[str, ...]:
    return office.title, office.latin, office.sector, office.feminine or ""


def _verbs(knowledge: Knowledge) -> Iterator[Row]:
    for file, content in knowledge.of(Verbs):
        yield from (Row(file, verb) for verb in content.verbs)


def _verb_cells(row: Row, verb: Verb) -> tuple[str, ...]:
    return verb.parts, verb.transitivity, verb.gloss


def _triggers(knowledge: Knowledge) -> Iterator[Row]:
    for file, content in knowledge.of(EventFile):
        yield from (Row(file, trigger, category=content.category) for trigger in content.trigger)


def _trigger_cells(row: Row, trigger: TriggerEntry) -> tuple[str, ...]:
    words = "\n".join(word for word in (trigger.verb, "، ".join(trigger.noun)) if word)
    return row.category or "", trigger.frame, words, trigger.example


def _reporting(knowledge: Knowledge) -> Iterator[Row]:
    for file, content in knowledge.of(Reporting):
        yield from (Row(file, entry) for entry in (*content.verb, *content.phrase))


def _reporting_cells(row: Row, entry: ReportingVerb | ReportingPhrase) -> tuple[str, ...]:
    if isinstance(entry, ReportingPhrase):
        return entry.words, "phrase", " ← ".join(entry.chain), entry.example
    return entry.verb, entry.kind, " ← ".join(entry.chain), entry.example


LISTINGS = {
    "countries": Listing(_countries, ("code", "name", "latin", "demonym", "capital"), _country_cells),
    "people": Listing(_people, ("of", "name", "latin", "offices"), _person_cells),
    "bodies": Listing(_bodies, ("of", "name", "latin", "sector"), _body_cells),
    "outlets": Listing(_outlets, ("of", "name", "latin", "kind", "domains"), _outlet_cells),
    "places": Listing(_places, ("of", "name", "latin", "also"), _place_cells),
    "offices": Listing(_offices, ("title", "latin", "sector", "feminine"), _office_cells),
    "verbs": Listing(_verbs, ("parts", "transitivity", "meaning"), _verb_cells),
    "triggers": Listing(_triggers, ("category", "frame", "words", "example"), _trigger_cells),
    "reporting": Listing(_reporting, ("words", "kind", "chain", "example"), _reporting_cells),
}


@click.command("list")
@click.argument("kind", type=click.Choice(tuple(LISTINGS)), metavar="[KIND]", required=False)
@click.option("--country", metavar="ISO3", help="Only this country's; IGO for international ones.")
@click.option("--category", metavar="CATEGORY", help="Only triggers of this category: CONSULT.")
@click.option("--sector", metavar="SECTOR", help="Only this PLOVER sector: GOV, MIL, REB …")
@click.option("--like", metavar="TEXT", help="Only entries that hold this, in any spelling.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object an entry.")
def list_(kind: str | None, as_json: bool, **only: str | None) -> None:
    """List what Rawi knows of KIND.

    Without KIND: how much there is of each.

    KIND is one of countries, people, bodies, outlets, places, offices, verbs, triggers, reporting.
    """
    from rawi.lore.check import gather

    knowledge, unreadable = gather()
    for line in unreadable:
        click.echo(f"rawi: {line}", err=True)
    if kind is None:
        for name, listing in LISTINGS.items():
            click.echo(f"{sum(1 for _ in listing.rows(knowledge)):6}  {name}")
        return
    rows = [row for row in LISTINGS[kind].rows(knowledge) if _wanted(row, only)]
    if as_json:
        for row in rows:
            sys.stdout.buffer.write(msgspec.json.encode(_flat(row)) + b"\n")
        sys.stdout.flush()
    elif rows:
        _print(LISTINGS[kind], rows)
    else:
        click.echo(f"no {kind} are like that", err=True)


def _wanted(row: Row, only: dict[str, str | None]) -> bool:
    from rawi.arabic.letters import fold

    for field in ("country", "category", "sector"):
        if (value := only[field]) and (getattr(row, field) or "").upper() != value.upper():
            return False
    like = only["like"]
    return not like or fold(like) in fold(msgspec.json.encode(row.entry).decode())


def _flat(row: Row) -> dict[str, object]:
    about = {"country": row.country, "category": row.category, "file": row.file}
    entry = row.entry._asdict() if isinstance(row.entry, Verb) else msgspec.to_builtins(row.entry)
    return {**{k: v for k, v in about.items() if v}, **entry}


def _print(listing: Listing, rows: list[Row]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in listing.columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("of", "code", "sector", "category"))
    for row in rows:
        table.add_row(*listing.cells(row, row.entry))
    Console(highlight=False, markup=False).print(table)
