"""Where tellings of one thing are looked for.

A telling is *firm* where it says who and whom (or, for acts that need but one party, who) and on which one day. Firm tellings can only be
one thing within their block: the same kind of act, the same countries, the same day. All others are *loose*: they may join what a firm
block within their reach turns out to hold (see :mod:`rawi.chronicle.joining`).
"""

from __future__ import annotations

from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.chronicle.keys import number

MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))  # whoever takes part does it to the others
_ALONE = frozenset(("MOBILIZE", "PROTEST"))  # acts that need nobody else
_FARTHEST = 31  # days that a loose telling may leave open and still reach others
_HAPPENED = frozenset(("actual", "historical"))


class Who(NamedTuple):
    """An actor, as far as joining looks at it."""

    id: int
    kind: str
    country: str | None
    sector: str | None


class Told(NamedTuple):
    """A telling, as far as joining looks at it. ``words``: the stems of what it says, without names."""

    id: int
    type: str
    mode: str | None
    status: str
    first: int | None
    last: int | None
    date_from: str | None
    place: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    words: tuple[str, ...]
    article: int
    published: int

    @property
    def parties(self) -> tuple[Who, ...]:
        return self.actors + self.recipients


class Where(NamedTuple):
    """A telling's block; ``keys`` and the days that it spans say what it can reach or be reached from."""

    block: int
    loose: bool
    keys: tuple[int, ...]
    first: int
    last: int


def realm(status: str) -> str:
    """What can be one thing: what happened and what is recalled; what is to come, what may be, what was denied stay apart."""
    return "happened" if status in _HAPPENED else status


def block_of(told: Told) -> Where:
    """The block of a telling, and its reach."""
    kind = realm(told.status)
    sides = sorted({who.country or f"#{who.id}" for who in told.parties})
    reached = tuple(number("reach", kind, told.type, side) for side in sides)
    if told.first is None or told.last is None:
        return Where(number("undated", kind, told.type, told.published, *_exact(told)), True, (), 0, 0)
    if _is_firm(told):
        return Where(number("firm", kind, told.type, told.first, *sides), False, reached, told.first, told.last)
    first = told.first - 1 if told.date_from == "published" else told.first
    if told.last - first >= _FARTHEST:
        reached = ()
    return Where(number("loose", kind, told.type, first, told.last, *_exact(told)), True, reached, first, told.last)


def _is_firm(told: Told) -> bool:
    if told.first != told.last or told.date_from == "published":
        return False
    if told.type in MUTUAL and len({who.id for who in told.parties}) > 1:
        return True
    return bool(told.actors and (told.recipients or told.type in _ALONE))


def _exact(told: Told) -> tuple[object, ...]:
    """What loose tellings must have in common to be one."""
    parties = sorted({who.id for who in told.parties})
    return (*parties, "at", fold(told.place or ""), "by", told.date_from == "published")
