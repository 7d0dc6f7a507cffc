"""How many independent voices stand behind an occurrence.

Tellings are one voice where their chains end in one root source, or where their articles are nearly one text. An outlet that names no source
speaks for itself;
unnamed sources are the word of whoever heard them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Spoken(NamedTuple):
    """A telling, as far as its voice is concerned. ``family`` is of its article's text."""

    id: int
    root: str
    family: int
    published: int


def voices(tellings: Sequence[Spoken]) -> list[list[Spoken]]:
    """The tellings by voice, the voice that was first heard first."""
    parent: dict[object, object] = {}
    for told in tellings:
        _unite(parent, ("root", told.root), ("family", told.family))
    found: dict[object, list[Spoken]] = {}
    for told in sorted(tellings, key=lambda t: (t.published, t.id)):
        found.setdefault(_top(parent, ("root", told.root)), []).append(told)
    return list(found.values())


def _unite(parent: dict[object, object], one: object, other: object) -> None:
    parent[_top(parent, one)] = _top(parent, other)


def _top(parent: Mapping[object, object], member: object) -> object:
    while (above := parent.get(member, member)) != member:
        member = above
    return member
