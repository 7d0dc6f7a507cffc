"""What a clause is: one verb with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rawi.clauses.units import Unit


@dataclass(slots=True, eq=False)
class Clause:
    """One verb (or participle, or none) with what stands around it.

    ``kind``: main, content (after ``أن``, ``إن`` or in quotes), relative, circumstance, coordinate, participle. ``head`` is the noun
    phrase that a relative clause describes; ``before`` the clause whose subject is taken over when none is named.
    """

    kind: str
    parent: Clause | None = None
    before: Clause | None = None
    head: Unit | None = None
    inserted: bool = False
    opener: Unit | None = None
    units: list[Unit] = field(default_factory=list)
    verb: Unit | None = None
    quoted: bool = False
    subject: list[Unit] = field(default_factory=list)
    object: list[Unit] = field(default_factory=list)
    second: list[Unit] = field(default_factory=list)
    slots: dict[str, list[list[Unit]]] = field(default_factory=dict)
    contents: list[Clause] = field(default_factory=list)  # the clauses that it introduces: ``قال إن …``
    passive: bool = False
    dropped: bool = False  # no subject of its own: ``before`` or ``parent`` tells
    by_relative: bool = False  # the head of the relative clause is its object

    @property
    def verb_at(self) -> int:
        return self.units.index(self.verb) if self.verb is not None else len(self.units)

    def ancestors(self) -> Iterator[Clause]:
        clause = self.parent
        while clause is not None:
            yield clause
            clause = clause.parent
