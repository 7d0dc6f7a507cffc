"""Why two tellings are taken for one thing: in what they agree, and in what they contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from rawi.arabic.letters import fold
from rawi.chronicle.joining import same_place, side
from rawi.chronicle.whom import Known, ids_of

_WORDING = 0.5


class Compared(NamedTuple):
    """In what two tellings agree and contradict: category, people, countries, day, month, place, mode, wording."""

    agrees: tuple[str, ...]
    contradicts: tuple[str, ...]


def compare(one: Any, other: Any, known: Mapping[int, Known]) -> Compared:
    """Two rows of the table of tellings, held against each other."""
    said = {
        "category": one.type == other.type,
        "people": _people(one, other, known),
        "countries": _countries(one, known) == _countries(other, known) or None,
        "day": _days(one, other),
        "place": _places(one.place, other.place),
        "mode": _if_told(one.mode, other.mode),
        "wording": _wording(one.words, other.words) or None,
    }
    return Compared(tuple(what for what, same in said.items() if same), tuple(what for what, same in said.items() if same is False))


def _people(one: Any, other: Any, known: Mapping[int, Known]) -> bool | None:
    """Whether on every side where both name people they name the same; None where no side is named by both."""
    ours, theirs = _by_side(one, known), _by_side(other, known)
    both = ours.keys() & theirs.keys()
    return all(ours[s] & theirs[s] for s in both) if both else None


def _by_side(row: Any, known: Mapping[int, Known]) -> dict[str, set[int]]:
    people: dict[str, set[int]] = {}
    for ident in (*ids_of(row.actors), *ids_of(row.recipients)):
        if known[ident].who.kind == "person":
            people.setdefault(side(known[ident].who), set()).add(ident)
    return people


def _countries(row: Any, known: Mapping[int, Known]) -> set[str]:
    return {side(known[ident].who) for ident in (*ids_of(row.actors), *ids_of(row.recipients))}


def _days(one: Any, other: Any) -> bool | None:
    if one.first is None or other.first is None:
        return None
    early = one.first - (one.date_from == "published"), other.first - (other.date_from == "published")
    return bool(max(early) <= min(one.last, other.last))


def _places(one: str | None, other: str | None) -> bool | None:
    return same_place(fold(one), fold(other)) if one and other else None


def _if_told(one: str | None, other: str | None) -> bool | None:
    return one == other if one and other else None


def _wording(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return bool(a and b) and len(a & b) >= _WORDING * min(len(a), len(b))
