"""What the scanner finds: one mention with what it says of itself, before mentions are joined to actors."""

from __future__ import annotations

from typing import Literal

import msgspec

COUNTERPART, LATTER = "counterpart", "latter"  # titles of mentions that take up another's office, or whoever was named last

FoundKind = Literal["person", "role", "state", "organization", "group", "place", "nisba", "pronoun", "pair"]


class Found(msgspec.Struct, eq=False):
    """A span of tokens (half-open) that names, or may name, an actor or place.

    ``people`` are the entities of the gazetteer that a person's name may stand for; ``gender`` is m, f or u (no form tells);
    ``number`` is s, d (``الجانبان``) or p; ``rule`` says how it was found.
    """

    first: int
    last: int
    kind: FoundKind
    name: str
    country: str | None = None
    latin: str | None = None
    sector: str | None = None
    role: str | None = None
    title: str | None = None  # the office, folded, without nationality
    known_as: str | None = None
    people: tuple[int, ...] = ()
    gender: str = "m"
    number: str = "s"
    by: Literal["name", "role", "pronoun"] = "name"
    capital: bool = False
    rule: str = ""
    origins: tuple[str, ...] = ()  # the countries of a pair: ``الجانبان المصري والروسي``
    actor: int = -1  # index into the article's actors, set by coreference
    members: tuple[int, ...] = ()  # actors that a pair or joint phrase stands for
