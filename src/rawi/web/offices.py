"""The offices of a public person as the knowledge holds them."""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Country
from rawi.lore.schema.world import Office


@lru_cache(256)
def known_offices(ident: str) -> tuple[Office, ...]:
    """The terms of ``person/SYR/احمد الشرع``, latest first; none for whoever is not a listed person of a country."""
    kind, _, rest = ident.partition("/")
    code, _, name = rest.partition("/")
    path = load.HOME / "countries" / f"{code}.toml"
    if kind != "person" or not (len(code) == 3 and code.isalpha() and code.isupper()) or not path.exists():
        return ()
    people = load.read(path, Country).person
    found = next((person for person in people if fold(person.name) == name), None)
    return tuple(sorted(found.offices, key=lambda office: office.start, reverse=True)) if found else ()
