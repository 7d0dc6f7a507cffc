"""What was tried while the events of an article were read, kept for whoever explains.

Ordinary reading carries no trace: the stages note something only where one was handed in.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from rawi.clauses.clause import Clause
from rawi.clauses.units import Unit
from rawi.events.triggers import Trigger

Reason = Literal[
    "having",  # none of the words that the entry asks for follows
    "by",  # none of those who do what the entry tells acts
    "lacking",  # a word follows that the entry forbids
    "nobody",  # no actor (and, for acts of force, nobody whom it befell) stands in its slots
    "alone",  # one party only, where it takes two
    "experts",  # what scholars and doctors agree on or advise is no act of politics
    "description",  # an imperfect in a relative clause tells what somebody is, not what happened
    "no support",  # no verb that carries it as an act
    "slot",  # behind a preposition that makes it no act of its own
    "refers back",  # it takes up an act told before
    "content",  # it is asked, promised, refused or alleged in another act
    "source",  # its clause only names whose word it is
    "sport",  # teams, players and coaches attack and defend on the field
    "told by its clause",  # the relative clause behind it tells of it
]


class Failure(NamedTuple):
    """A trigger that stood in the text and told of nothing. ``at`` and ``at_end`` are tokens, half-open."""

    at: int
    at_end: int
    rule: str
    reason: Reason
    words: tuple[str, ...] = ()  # those asked for, those forbidden, or the slots in which nobody stands


class Filling(NamedTuple):
    """A slot that was looked into and held actors; ``units`` are the phrases in it."""

    slot: str
    units: tuple[Unit, ...]
    actors: tuple[int, ...]


class Trace:
    """Collects failures in the order of reading, and what filled the slots of each draft, by the draft's ``id``."""

    def __init__(self) -> None:
        self.failures: list[Failure] = []
        self.fillings: dict[int, list[Filling]] = {}
        self.skipped: list[tuple[Clause, Reason]] = []
        self._latest: list[Filling] = []

    def failed(self, at: int, at_end: int, trigger: Trigger, reason: Reason, words: Collection[str] = ()) -> None:
        """Note why a trigger told of nothing."""
        if reason in ("nobody", "alone") and not words:
            words = self._asked(trigger)
        self.failures.append(Failure(at, at_end, trigger.rule, reason, tuple(words)))
        self._latest = []

    def _asked(self, trigger: Trigger) -> tuple[str, ...]:
        """The slots in which an actor was looked for: a verbal noun's where its genitive was looked into, else a verb's."""
        if any(filling.slot == "genitive" for filling in self._latest):
            return (*trigger.frame.noun_actor, *trigger.noun_partner)
        return (*trigger.frame.actor, *trigger.frame.partner)

    def unmet(self, at: int, at_end: int, trigger: Trigger, near: Collection[str]) -> None:
        """Note which words an entry wanted and did not find, or did not want and found, among those near."""
        if trigger.having and trigger.having.isdisjoint(near):
            self.failed(at, at_end, trigger, "having", trigger.entry.having)
        elif trigger.lacking.isdisjoint(near):
            self.failed(at, at_end, trigger, "having", trigger.entry.beside)
        else:
            self.failed(at, at_end, trigger, "lacking", sorted(trigger.lacking & frozenset(near)))

    def filled(self, slot: str, units: Sequence[Unit], actors: Sequence[int]) -> None:
        """Note which actors a slot held for the draft that is being put together."""
        self._latest.append(Filling(slot, tuple(units), tuple(actors)))

    def filled_by_verb(self, clause: Clause, slot: str, passive: bool, actors: Sequence[int]) -> None:
        """Note which actors a slot of the clause's verb held; a passive verb's subject stands behind ``من قبل``."""
        if slot == "subject":
            units = [u for group in clause.slots.get("من قبل", []) for u in group] if passive else clause.subject
        elif slot == "object":
            units = (clause.subject or clause.object) if passive else clause.object
        elif slot == "object2":
            units = clause.second
        else:
            units = [u for group in clause.slots.get(slot, []) for u in group]
        self.filled(slot, units, actors)

    def drafted(self, draft: object) -> None:
        """Give the draft what was noted since the last one."""
        self.fillings[id(draft)] = self._latest
        self._latest = []

    def skip(self, clause: Clause, reason: Reason) -> None:
        """Note a clause in which no trigger was tried."""
        self.skipped.append((clause, reason))
