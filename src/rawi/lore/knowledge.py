"""The whole knowledge at once, by file, for whoever looks across files: checks, lists and additions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from rawi.lore.mistakes import label
from rawi.lore.schema import Body, BodyFile, Country, Entry, EventFile, OutletFile, Person

T = TypeVar("T", bound=Entry)
INTERNATIONAL = "knowledge/bodies/"


class Arabic(NamedTuple):
    """What is needed of the language: folding, and a verb's lemma (``KnowledgeError`` where it is none)."""

    fold: Callable[[str], str]
    lemma: Callable[[str], str]

    def key(self, name: str) -> str:
        """A name as it is claimed: folded, however its words are joined (``عبد الله`` and ``عبدالله``)."""
        return re.sub(r"[\s\"'-]", "", self.fold(name))


class Knowledge(NamedTuple):
    """Every file's content by the file's name (``knowledge/countries/SYR.toml``)."""

    files: dict[str, Entry]

    def of(self, kind: type[T]) -> Iterator[tuple[str, T]]:
        """The files of one kind, with their names."""
        for name, content in self.files.items():
            if isinstance(content, kind):
                yield name, content

    def one(self, kind: type[T]) -> T:
        """The language file of this kind."""
        return next(content for _, content in self.of(kind))

    def bodies(self) -> Iterator[tuple[str, str, Body]]:
        """Every body: file, country (ISO 3166-1 alpha-3, ``IGO`` or ``none``), entry."""
        for name, country in self.of(Country):
            yield from ((name, body.country or country.iso3, body) for body in country.body)
        for name, file in self.of(BodyFile):
            yield from ((name, body.country or "none", body) for body in file.body)

    def people(self) -> Iterator[tuple[str, str, Person]]:
        """Every person: file, country, entry."""
        for name, country in self.of(Country):
            yield from ((name, person.country or country.iso3, person) for person in country.person)
        for name, file in self.of(BodyFile):
            yield from ((name, person.country or "none", person) for person in file.person)

    def codes(self) -> frozenset[str]:
        """What an entry may give as its country."""
        return frozenset((*(country.iso3 for _, country in self.of(Country)), "IGO", "none"))

    def counts(self) -> dict[str, int]:
        """How much there is of each kind."""
        events = [file for _, file in self.of(EventFile)]
        return {
            "countries": sum(1 for _ in self.of(Country)),
            "bodies": sum(1 for _ in self.bodies()),
            "people": sum(1 for _ in self.people()),
            "outlets": sum(len(file.outlet) for _, file in self.of(OutletFile)),
            "triggers": sum(len(file.trigger) for file in events),
        }


def wrong(file: str, entry: Entry | str, cause: str, mend: str) -> str:
    """A problem as one line."""
    named = entry if isinstance(entry, str) else label(entry)
    return f"{file}: {named}: {cause}; {mend}" if named else f"{file}: {cause}; {mend}"


class Claims:
    """Who claims what: a name, a domain, a code. The second claim of one thing is a problem."""

    def __init__(self) -> None:
        self._owners: dict[object, tuple[Entry, str]] = {}

    def claim(self, thing: object, file: str, entry: Entry) -> str | None:
        """``الشرطة الاتحادية in knowledge/countries/IRQ.toml`` where another has it, else None."""
        self._owners.setdefault(thing, (entry, file))
        return self.other(thing, entry)

    def other(self, thing: object, entry: Entry) -> str | None:
        """Who else than ``entry`` has claimed it, if anybody."""
        owner, where = self._owners.get(thing, (entry, ""))
        return None if owner is entry else f"{label(owner)} in {where}"
