"""The actors of one article, as they are told apart while it is read."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rawi.actors.found import Found
from rawi.actors.gazetteer import Entity, Gazetteer, gazetteer
from rawi.actors.phrases import phrase_book
from rawi.arabic.letters import fold
from rawi.model import ActorKind


class Actor(msgspec.Struct):
    """An actor while an article is read; becomes :class:`rawi.model.Actor`."""

    kind: ActorKind
    name: str
    country: str | None = None
    latin: str | None = None
    sector: str | None = None
    role: str | None = None
    title: str | None = None
    known_as: str | None = None
    gender: str = "m"
    number: str = "s"
    words: frozenset[str] = frozenset()
    supposed: bool = False  # nothing but the rest of the article tells its country
    mentions: list[Found] = []


_MOVEMENTS = ("REB", "PTY", "OPP")  # sectors of bodies that are called a movement, group or organization


class Cast:
    """The actors of one article, and who was named when."""

    def __init__(self, day: str | None, home: str | None) -> None:
        self.actors: list[Actor] = []
        self.day, self.home = day, home
        self.names: Gazetteer = gazetteer()
        self.by_known: dict[str, int] = {}
        self.recent: list[int] = []
        self.where: list[int] = []  # the sentence of each entry of ``recent``
        self.joined: list[tuple[int, int]] = []  # named right behind each other: ``الجزائر والمغرب``
        self.taken_up: list[tuple[int, ...]] = []  # whom words for two meant: ``البلدان``
        self.countries: set[str] = set()
        self._states: dict[str, list[str]] = {}  # the words of their names, as far as they were asked for

    def add(self, actor: Actor) -> int:
        """Register an actor and give its number."""
        self.actors.append(actor)
        if actor.known_as:
            self.by_known[actor.known_as] = len(self.actors) - 1
        return len(self.actors) - 1

    def state(self, country: str, mention: Found | None = None) -> int:
        """The actor for a state, made when first needed."""
        known_as = f"country/{country}"
        if known_as in self.by_known:
            return self.by_known[known_as]
        entity = self.names.entities[self.names.states[country]] if country in self.names.states else None
        if entity is None:
            return -1
        name = entity.name
        if mention is not None and mention.kind == "state" and mention.rule == "state":
            name = mention.name
        return self.add(Actor("state", name, country, entity.latin, "GOV", known_as=known_as, gender="f", words=frozenset(fold(name).split())))

    def names_country(self, word: str, country: str) -> bool:
        """Whether a folded word without article is the country's name or its adjective."""
        demonym = self.names.demonyms.get(word)
        return (demonym is not None and demonym[0] == country) or word in self._words_of_state(country)

    def _words_of_state(self, country: str) -> list[str]:
        if country not in self._states:
            number = self.names.states.get(country)
            self._states[country] = [w.removeprefix("ال") for w in fold(self.names.entities[number].name).split()] if number is not None else []
        return self._states[country]

    def identify(self, index: int, known: Entity) -> None:
        """Make an actor somebody of the knowledge."""
        actor = self.actors[index]
        actor.known_as, actor.latin = known.known_as, known.latin
        actor.country = known.country or actor.country
        actor.sector = known.sector or actor.sector
        self.by_known[known.known_as] = index

    def last_title(self) -> str | None:
        """The office of whoever with an office was named last: what ``نظيره`` holds too."""
        for index in reversed(self.recent):
            if self.actors[index].kind == "person" and self.actors[index].title:
                return self.actors[index].title
        return None

    def latest(self, *kinds: str) -> int:
        """Whoever of these kinds was named last, or -1."""
        for index in reversed(self.recent):
            if self.actors[index].kind in kinds:
                return index
        return -1

    def latest_body(self, head: str) -> int:
        """The body named last whose name begins with this head, or -1: ``الحركة``."""
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "organization" and head in _heads(actor.name):
                return index
        if head in phrase_book().armed_heads:  # ``الجماعة المسلحة`` takes up ``الحوثيون``, ``الحركة`` ``حماس``
            return next((i for i in reversed(self.recent) if self.actors[i].kind == "organization" and self.actors[i].sector in _MOVEMENTS), -1)
        return -1

    def latest_with_head(self, head: str) -> int:
        """The person named last whose office begins with this word, or has it anywhere; or -1: ``الوزير``."""
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "person" and actor.title and actor.title.split()[0] == head:
                return index
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "person" and actor.role and head in {w.removeprefix("ال") for w in fold(actor.role).split()}:
                return index
        return -1


@lru_cache(4096)
def _heads(name: str) -> frozenset[str]:
    """The first two words of a body's name, without articles."""
    return frozenset(w.removeprefix("ال") for w in fold(name).split()[:2])
