"""Every name that the knowledge holds, in one tree of words: what stands at a place in the text, longest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from rawi.actors.nisba import demonym_forms
from rawi.actors.titles import canonical_title
from rawi.arabic.letters import fold
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.lore.schema import Body, Country, GivenNames, NameParticles, Outlet, Person, Titles


class Entity(NamedTuple):
    """One thing that a name may stand for. ``kind``: state, capital, place, seat, person, body or outlet."""

    kind: str
    name: str
    latin: str
    country: str | None
    sector: str | None
    known_as: str
    bare: bool = True  # its name alone, without a title or a word like ``صحيفة``, is enough


class Term(NamedTuple):
    """A term in an office: title folded, first and last day as ISO prefixes (last ``9999`` where it goes on)."""

    person: int
    title: str
    start: str
    end: str


class Particles(NamedTuple):
    """The small words inside names, folded; see ``given_names.toml``."""

    latin: dict[str, str]
    binding: frozenset[str]
    first: frozenset[str]
    servant: frozenset[str]
    leading: frozenset[str]
    kin: frozenset[str]
    sons: frozenset[str]
    closing: frozenset[str]
    ordinals: frozenset[str]
    open: frozenset[str]


class Gazetteer:
    """The compiled names."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.tree: dict[str, Any] = values["tree"]
        self.entities = list(map(Entity._make, values["entities"]))
        self.demonyms: dict[str, tuple[str, str, str]] = values["demonyms"]  # stem -> country, gender, number
        self.second_words: dict[str, str] = values["second_words"]  # ``كوري شمالي``: start and second word -> country
        self.surnames: dict[str, tuple[int, ...]] = values["surnames"]
        self.two_word_surnames = frozenset(name.split()[0] for name in self.surnames if " " in name)  # their first words
        self.states: dict[str, int] = values["states"]  # country code -> entity
        self.latin_states = {code: self.entities[number].latin for code, number in self.states.items()}
        self.capitals: dict[str, int] = values["capitals"]
        self.terms: dict[str, list[Term]] = {c: list(map(Term._make, rows)) for c, rows in values["terms"].items()}
        self.people_terms: dict[int, list[tuple[str, Term]]] = {}
        for country, terms in self.terms.items():
            for term in terms:
                self.people_terms.setdefault(term.person, []).append((country, term))
        self.given: dict[str, str] = values["given"]
        self.native: frozenset[str] = frozenset(values["native"])  # given names of the region
        self.family: dict[str, str] = values["family"]
        self.everyday: frozenset[str] = values["everyday"]
        self.particles = Particles(values["particles"][0], *map(frozenset, values["particles"][1:]))
        self.with_hamza: frozenset[str] = frozenset(values["with_hamza"])  # names written with ``أ`` after their first letter
        self.loanwords: frozenset[str] = frozenset(values["loanwords"])
        self.wavering: dict[str, str] = values["wavering"]  # letters of foreign names -> the one that stands for all of their sound
        self.feminine_states: frozenset[str] = values["feminine_states"]

    def longest(self, tokens: Sequence[Token], at: int, dates: Sequence[bool] = ()) -> tuple[int, tuple[int, ...]]:
        """How many tokens the longest name at ``at`` spans (0: none), and the entities that bear it; no name holds a word of ``dates``."""
        word = tokens[at].word
        best, found = 0, ()
        for first in (word.form, word.base) if word.base != word.form else (word.form,):
            node = self.tree.get(first)
            if node is None:
                continue
            length = 1
            while True:
                if (here := node.get("")) and length > best:
                    best, found = length, here
                if at + length >= len(tokens) or (dates and dates[at + length]):
                    break
                follower = node.get(tokens[at + length].word.form)
                if follower is None:
                    break
                node, length = follower, length + 1
        return best, found

    def origin(self, tokens: Sequence[Token], at: int) -> tuple[str, str, str] | None:
        """The country, gender and number of an adjective of origin at ``at``; ``كوري`` is told apart by its second word."""
        stem = tokens[at].word.stem
        found = self.demonyms.get(stem)
        if found is None and stem.endswith("ا") and (plural := self.demonyms.get(stem[:-1])) is not None and plural[2] == "p":
            return plural  # ``دبلوماسيين روسا``
        if found is not None and at + 1 < len(tokens) and (other := self.second_words.get(f"{stem[:4]} {tokens[at + 1].word.stem}")):
            return other, found[1], found[2]
        return found

    def holders(self, country: str | None, title: str, day: str | None) -> list[int]:
        """Who held this office of this country on ``day``; without a day, whoever holds it still."""
        return [
            term.person
            for term in self.terms.get(country or "", ())
            if term.title == title and term.start[: len(day or "9")] <= (day or "9") and (day or "9") <= term.end + "~"
        ]

    def in_office(self, person: int, day: str | None) -> bool:
        """Whether a person held any office on ``day`` or within a year of it; true where no day is known."""
        if day is None:
            return True
        year = int(day[:4])
        return any(int(t.start[:4]) - 1 <= year <= int(t.end[:4]) + 1 for _, t in self.people_terms.get(person, ()))

    def titles_on(self, person: int, day: str | None) -> list[str]:
        """The titles of the offices that a person held on ``day``; without a day, of those held still."""
        now = day or "9"
        return [t.title for _, t in self.people_terms.get(person, ()) if t.start[: len(now)] <= now <= t.end + "~"]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once a process."""
    return Gazetteer(compiled("gazetteer", build))


class _Builder:
    def __init__(self, counts: dict[str, int], particles: NameParticles) -> None:
        self.counts = counts
        compiled = Particles(_particles(particles)[0], *map(frozenset, _particles(particles)[1:]))
        self.binding, self.closing, self.ordinals = compiled.binding, compiled.closing, compiled.ordinals
        self.functions = lexicon().functions
        self.tree: dict[str, Any] = {}
        self.spelled: list[str] = []  # the names of people as written
        self.entities: list[tuple[object, ...]] = []
        self.demonyms: dict[str, tuple[str, str, str]] = {}
        self.second_words: dict[str, str] = {}
        self.surnames: dict[str, list[int]] = {}
        self.states: dict[str, int] = {}
        self.capitals: dict[str, int] = {}
        self.terms: dict[str, list[tuple[object, ...]]] = {}
        self.single_agencies: set[str] = set()

    def add(self, entity: Entity, names: Sequence[str]) -> int:
        self.entities.append(tuple(entity))
        number = len(self.entities) - 1
        for name in names:
            for words in spellings(name):
                node = self.tree
                for word in words:
                    node = node.setdefault(word, {})
                node[""] = (*node.get("", ()), number)
        return number

    def country(self, country: Country) -> None:
        code = country.iso3
        names = [country.name, *country.also, *([country.formal] if country.formal else [])]
        self.states[code] = self.add(Entity("state", country.name, country.latin, code, "GOV", f"country/{code}"), names)
        if country.capital:
            place = country.capital
            entity = Entity("capital", place.name, place.latin, code, None, f"place/{code}/{fold(place.name)}")
            self.capitals[code] = self.add(entity, (place.name, *place.also))
        for place in (*country.cities, *country.regions):
            if country.capital and fold(place.name) == fold(country.capital.name):
                continue
            entity = Entity("place", place.name, place.latin, code, None, f"place/{code}/{fold(place.name)}")
            self.add(entity, (place.name, *place.also))
        for seat in country.seats:
            entity = Entity("seat", seat.name, seat.latin, code, "GOV", f"seat/{code}/{fold(seat.name)}")
            self.add(entity, (seat.name, *seat.also))
        for nisba in country.demonym:
            first, _, second = fold(nisba).partition(" ")
            for form, gender, number in demonym_forms(first) if first.endswith("ي") else ():
                self.demonyms.setdefault(form, (code, gender, number))
            for form, _, _ in demonym_forms(second) if second else ():
                self.second_words[f"{first[:4]} {form}"] = code
        for plural in country.plural:
            self.demonyms.setdefault(fold(plural), (code, "m", "p"))
        self.bodies(country.body, code)
        self.people(country.person, code, surnames=not country.family_first)

    def bodies(self, bodies: Sequence[Body], country: str | None) -> None:
        for body in bodies:
            code = body.country or country
            known_as = f"body/{code}/{fold(body.name)}"
            country_code = None if code == "none" else code
            for name in (body.name, *body.also):
                bare = not self._everyday_word(name)
                self.add(Entity("body", body.name, body.latin, country_code, body.sector, known_as, bare), (name,))

    def _everyday_word(self, name: str) -> bool:
        """A body's one-word name that is an everyday noun with the article (``القوات``, ``المستقبل``) needs quotes."""
        words = fold(name).split()
        return len(words) == 1 and words[0].startswith("ال") and self.counts.get(words[0][2:], 0) >= 64

    def people(self, people: Sequence[Person], country: str | None, surnames: bool = True) -> None:
        for person in people:
            code = person.country or country
            entity = Entity("person", person.name, person.latin, None if code == "none" else code, person.sector,
                            f"person/{code}/{fold(person.name)}")  # fmt: skip
            number = self.add(entity, (person.name, *person.also))
            self.spelled += (person.name, *person.also)
            for surname in sorted({short for name in (person.name, *person.also) for short in self._surnames(name) if surnames}):
                self.surnames.setdefault(surname, []).append(number)
            for term in person.offices:
                row = (number, canonical_title(term.title), term.start, term.end or "9999")
                self.terms.setdefault(code or "none", []).append(row)

    def _surnames(self, name: str) -> Iterator[str]:
        """By what the press takes a person up again: the last word, or two where one of them is a particle (``أبو الغيط``, ``نصر الله``)."""
        words = fold(name).split()
        if len(words) < 2 or len(words[-1]) < 3 or words[-1] in self.ordinals:
            return
        if words[-2] in self.binding or words[-1] in self.closing:
            if len(words) > 2 and words[-2] != "ال":
                yield " ".join(words[-2:])
        else:
            yield words[-1]

    def outlet(self, outlet: Outlet, everyday: frozenset[str]) -> None:
        words = fold(outlet.name).split()
        common = all(self.counts.get(w.removeprefix("ال"), 0) >= 64 for w in words)
        bare = (outlet.kind == "agency" or len(words) > 1) and not (common and outlet.kind != "agency")
        if len(words) == 1 and (words[0] in everyday or words[0].removeprefix("ال") in everyday or words[0] in self.functions):
            bare = False
        known_as = f"outlet/{fold(outlet.name)}"
        entity = Entity("outlet", outlet.name, outlet.latin, outlet.country, "MED", known_as, bare and not outlet.needs_kind)
        self.add(entity, (outlet.name,))
        for name in outlet.also:
            origin = fold(name).removeprefix("ال") in self.demonyms  # ``(الفرنسية)``: the agency only where it stands alone between marks
            self.add(entity._replace(bare=(bare or outlet.needs_kind) and not origin), (name,))


def build() -> dict[str, Any]:
    """Compile all names, as plain values."""
    given = load.language("given_names", GivenNames)
    everyday = frozenset(fold(w) for w in given.ambiguous) | _common_nouns()
    builder = _Builder(lexicon().counts, given.particles)
    for country in load.countries():
        builder.country(country)
    for _, file in load.bodies():
        builder.bodies(file.body, None)
        builder.people(file.person, None)
    for _, outlets in load.outlets():
        for outlet in outlets.outlet:
            builder.outlet(outlet, everyday | frozenset(fold(n) for n in given.given))
    return {
        "tree": builder.tree,
        "entities": builder.entities,
        "demonyms": builder.demonyms,
        "second_words": builder.second_words,
        "surnames": {name: tuple(numbers) for name, numbers in builder.surnames.items()},
        "states": builder.states,
        "capitals": builder.capitals,
        "terms": builder.terms,
        "given": {fold(k): v for k, v in {**given.foreign, **given.given}.items()},
        "native": sorted({fold(k) for k in given.given}),
        "family": {fold(k): v for k, v in given.family.items()},
        "everyday": everyday,
        "with_hamza": sorted({fold(w) for n in (*builder.spelled, *given.family, *given.given, *given.foreign) for w in n.split() if "أ" in w[1:]}),
        "loanwords": sorted(map(fold, given.loanwords)),
        "particles": _particles(given.particles),
        "wavering": dict(sorted(((fold(k), v) for k, v in given.wavering.items()), key=lambda pair: -len(pair[0]))),
        "feminine_states": frozenset(country.iso3 for country in load.countries() if not country.masculine),
    }


def _particles(words: NameParticles) -> tuple[Any, ...]:
    groups = (words.binding, words.first, words.servant, words.leading, words.kin, words.sons, words.closing, words.ordinals, words.open)
    return ({fold(word): latin for word, latin in words.latin.items()}, *(tuple(map(fold, group)) for group in groups))


def _common_nouns() -> frozenset[str]:
    titles = load.language("titles", Titles)
    return frozenset(fold(w) for group in titles.groups for w in (group.word, *group.forms))


def spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The ways in which a name's words are joined: ``عبد الله`` and ``عبدالله``, ``أبو ظبي`` and ``أبوظبي``."""
    words = [word for word in fold(name).replace('"', " ").replace("-", " - ").split() if word]
    choices: list[tuple[tuple[str, ...], ...]] = []
    at = 0
    while at < len(words):
        if words[at] in ("عبد", "ابو", "ابا", "ابي") and at + 1 < len(words):
            choices.append(((words[at], words[at + 1]), (words[at] + words[at + 1],)))
            at += 2
        elif words[at].startswith("عبدال") and len(words[at]) > 6:
            choices.append(((words[at],), ("عبد", words[at][3:])))
            at += 1
        else:
            choices.append(((words[at],),))
            at += 1
    for parts in product(*choices):
        yield tuple(word for part in parts for word in part)
