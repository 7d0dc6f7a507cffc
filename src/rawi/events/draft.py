"""An event while it is put together, with the reasons for each of its parts."""

from __future__ import annotations

import msgspec

from rawi.clauses.clause import Clause
from rawi.clauses.units import Unit
from rawi.events.triggers import Trigger
from rawi.model import DateFrom


class Draft(msgspec.Struct, eq=False):
    """One candidate event. Actor numbers index the article's cast; ``first`` and ``last`` are tokens, half-open."""

    category: str
    mode: str | None
    trigger: Trigger
    clause: Clause
    at: int  # the trigger's first token
    at_end: int
    actors: list[int]
    recipients: list[int]
    kind: str  # verb, participle, supported noun, stance noun, lone noun
    sentence: int
    first: int = 0
    last: int = 0
    status: str = "actual"
    date: str | None = None
    date_from: DateFrom | None = None
    date_of_source: bool = False  # the day on which somebody told of it, for want of its own
    place: str | None = None
    contexts: tuple[str, ...] = ()
    sources: tuple[int, ...] = ()
    support: Unit | None = None
    announcers: tuple[int, ...] = ()  # who announced the fact, where that is not the act itself
    is_reported: bool = False  # carried by a verb that tells what others did
    in_title: bool = False
    background: bool = False
    score: float | None = None
    is_summed_up: bool = False  # one of two talks told in one breath
    joined_to: Draft | None = None  # the fuller telling of the same act that stays in its place
    why: dict[str, str] = {}

    @property
    def is_promise(self) -> bool:
        return self.category in ("AGREE", "REJECT", "THREATEN", "CONCEDE")

    @property
    def people(self) -> set[int]:
        return {*self.actors, *self.recipients}
