"""What a clause is: one verb with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from rawi.clauses.units import Unit


class Clause(msgspec.Struct, eq=False):
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
    units: list[Unit] = []
    verb: Unit | None = None
    quoted: bool = False
    subject: list[Unit] = []
    object: list[Unit] = []
    second: list[Unit] = []
    slots: dict[str, list[list[Unit]]] = {}
    contents: list[Clause] = []  # the clauses that it introduces: ``قال إن …``
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
