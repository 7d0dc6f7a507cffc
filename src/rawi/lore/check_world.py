"""Checks of what Rawi knows of the world: countries, bodies, people and their terms of office, outlets."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rawi.lore.knowledge import INTERNATIONAL, Arabic, Claims, Knowledge, wrong
from rawi.lore.schema import Country, Office, Outlet, OutletFile, Person

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_DOMAIN = re.compile(r"(?!www\.)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+")


def countries(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Codes are well-formed and unique, zones exist, no name or demonym is claimed by two states."""
    names, demonyms, codes = Claims(), Claims(), Claims()
    for file, country in knowledge.of(Country):
        yield from _codes(file, country, codes)
        yield from _zone(file, country.name, country.zone)
        own = (country.name, *([country.formal] if country.formal else []), *country.also)
        yield from _repeated(file, country.name, own, arabic)
        for name in own:
            if other := names.claim(arabic.key(name), file, country):
                yield wrong(file, country.name, f"{name} also names {other}", "leave it to one of them")
        for word in (*country.demonym, *country.plural):
            if other := demonyms.claim(arabic.fold(word), file, country):
                yield wrong(file, country.name, f"the demonym {word} is also {other}'s", "leave it to one of them")


def _codes(file: str, country: Country, claims: Claims) -> Iterator[str]:
    if f"/{country.iso3}.toml" not in file:
        yield wrong(file, country.name, f"iso3 is {country.iso3}", "name the file after it")
    for field, code, length in (("iso3", country.iso3, 3), ("iso2", country.iso2, 2)):
        if not re.fullmatch(f"[A-Z]{{{length}}}", code):
            yield wrong(file, country.name, f"{field} is {code}", f"write {length} capital letters (ISO 3166-1)")
        elif other := claims.claim(code, file, country):
            yield wrong(file, country.name, f"{field} {code} is also {other}'s", "look it up in ISO 3166-1")


def bodies(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """No two bodies of one country have one name; none of bodies/ is in a country's file too."""
    claims = Claims()
    seen: dict[str, set[str]] = defaultdict(set)
    known = knowledge.codes()
    for file, code, body in knowledge.bodies():
        if code not in known:
            yield wrong(file, body, f"no country is called {code}", "give ISO 3166-1 alpha-3, IGO or none")
        names = (body.name, *body.also)
        yield from _repeated(file, body.name, names, arabic)
        yield from _span(file, body.name, "founded", body.founded, "ended", body.ended)
        if other := claims.claim((code, "latin", body.latin.lower()), file, body):
            yield wrong(file, body, f"{body.latin} is also {other}", "join the entries, or tell them apart")
        for name in names:
            key = arabic.key(name)
            other = claims.claim((code, key), file, body)
            others = {where for where in seen[key] if where != file and INTERNATIONAL in where + file}
            seen[key].add(file)
            if other or others:
                where = other or "an entry of " + ", ".join(sorted(others))
                yield wrong(file, body, f"{name} also names {where}", "drop one entry, or the name from one")


def people(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """No two people of one country have one whole name; countries and terms are possible."""
    claims, known = Claims(), knowledge.codes()
    everybody = list(knowledge.people())
    mend = "join the entries; of real namesakes give both a fuller name, and the shared one under also"
    for file, code, person in everybody:
        if code not in known:
            yield wrong(file, person, f"no country is called {code}", "give ISO 3166-1 alpha-3, IGO or none")
        yield from _repeated(file, person.name, (person.name, *person.also), arabic)
        if other := claims.claim((code, arabic.key(person.name)), file, person):
            yield wrong(file, person, f"the name is also that of {other}", mend)
        if other := claims.claim((code, "latin", person.latin.lower()), file, person):
            yield wrong(file, person, f"{person.latin} is also {other}", mend)
        for term in person.offices:
            yield from _span(file, f"{person.name}, {term.title}", "start", term.start, "end", term.end)
    for file, code, person in everybody:
        for name in person.also:
            if other := claims.other((code, arabic.key(name)), person):
                yield wrong(file, person, f"{name} is the name of {other}", mend)


def offices(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """Nobody takes an office of a country (and body) before it is free, unless ``several`` hold it."""
    held: dict[tuple[str, str, str], list[tuple[Office, Person, str]]] = defaultdict(list)
    for file, code, person in knowledge.people():
        for term in person.offices:
            if not term.several and _well_formed(term.start) and _well_formed(term.end):
                place = (code, arabic.key(term.body or person.body or ""), arabic.key(term.title))
                held[place].append((term, person, file))
    for terms in held.values():
        terms.sort(key=lambda held: (held[0].start, held[0].end or "9999"))
        for (earlier, first, _), (later, second, file) in pairwise(terms):
            if _before(later.start, earlier.end or "9999"):
                cause = f"starts in {later.start}, but {first.name} holds it until {earlier.end or 'today'}"
                mend = "correct a date, or set several = true on both"
                yield wrong(file, f"{second.name}, {later.title}", cause, mend)


def outlets(knowledge: Knowledge, arabic: Arabic) -> Iterator[str]:
    """No two outlets share a name or a domain; domains, zones and countries exist."""
    names, domains, known = Claims(), Claims(), knowledge.codes()
    for file, content in knowledge.of(OutletFile):
        for outlet in content.outlet:
            if outlet.country not in known - {"none"}:
                yield wrong(file, outlet, f"no country is called {outlet.country}", "give ISO 3166-1 alpha-3 or IGO")
            yield from _repeated(file, outlet.name, (outlet.name, *outlet.also), arabic)
            yield from _zone(file, outlet.name, outlet.zone)
            yield from _layouts(file, outlet)
            if other := names.claim(arabic.key(outlet.name), file, outlet):
                yield wrong(file, outlet, f"the name is also that of {other}", "add its nationality to one of them")
            yield from _domains(file, outlet, domains)


def _domains(file: str, outlet: Outlet, claims: Claims) -> Iterator[str]:
    for domain in outlet.domains:
        if not _DOMAIN.fullmatch(domain):
            yield wrong(file, outlet, f"{domain} is no domain", "write it as sana.sy, small, without www. and path")
        elif other := claims.claim(domain, file, outlet):
            yield wrong(file, outlet, f"the domain {domain} is also that of {other}", "leave it to one of them")


def _layouts(file: str, outlet: Outlet) -> Iterator[str]:
    """Layouts say something, on pages of a known domain, and no two are of one time."""
    if outlet.layout and not outlet.domains:
        yield wrong(file, outlet, "a layout without a domain", "add the domain whose pages are built so")
    for layout in outlet.layout:
        yield from _span(file, outlet.name, "since", layout.since, "until", layout.until)
        if not layout.body and not layout.drop:
            yield wrong(file, outlet, "a layout that says nothing", "give body or drop")
    spans = sorted((layout.since or "0", layout.until or "9999-12-31") for layout in outlet.layout)
    for (_, end), (start, _) in pairwise(spans):
        if start <= end:
            yield wrong(file, outlet, f"two layouts are of {start}", "end the first before the next begins")


def _repeated(file: str, entry: str, names: Sequence[str], arabic: Arabic) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name in names:
        first = seen.setdefault(arabic.fold(name), name)
        if first is not name:
            yield wrong(file, entry, f"{name} is {first} once more after folding", "drop it")


def _zone(file: str, entry: str, zone: str | None) -> Iterator[str]:
    try:
        if zone is not None:
            ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield wrong(file, entry, f"no zone is called {zone}", "give an IANA name such as Asia/Damascus")


def _span(file: str, entry: str, *fields: str | None) -> Iterator[str]:
    """``fields``: name and value of the first date, name and value of the last."""
    first, start, last, end = fields
    for name, value in ((first, start), (last, end)):
        if not _well_formed(value):
            yield wrong(file, entry, f"{name} is {value}", "write an existing YYYY, YYYY-MM or YYYY-MM-DD")
            return
    if start and end and _before(end, start):
        yield wrong(file, entry, f"{first} {start} is after {last} {end}", "correct one of them")


def _well_formed(value: str | None) -> bool:
    if value is None:
        return True
    parts = _DATE.fullmatch(value)
    try:
        return bool(parts and dt.date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)))
    except ValueError:
        return False


def _before(one: str, other: str) -> bool:
    """Whether a date is surely before another: where one is less precise, only its part counts."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
