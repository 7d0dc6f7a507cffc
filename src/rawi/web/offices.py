"""The offices of a public person as the knowledge holds them."""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Country
from rawi.lore.schema.world import Office


def known_offices(ident: str) -> tuple[Office, ...]:
    """The terms of ``person/SYR/احمد الشرع``, latest first; none for whoever is not a listed person of a country."""
    kind, _, rest = ident.partition("/")
    code, _, name = rest.partition("/")
    if kind != "person" or not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
        return ()
    return _people(code).get(name, ())


@lru_cache(512)
def _people(code: str) -> dict[str, tuple[Office, ...]]:
    """The offices of a country's people by their folded names; the first listed has a name that two bear."""
    path = load.HOME / "countries" / f"{code}.toml"
    listed = load.read(path, Country).person if path.exists() else ()
    return {fold(one.name): tuple(sorted(one.offices, key=lambda office: office.start, reverse=True)) for one in reversed(listed)}
