"""Bodies and places that the knowledge does not list, by the noun that heads their name."""

from __future__ import annotations

from rawi.actors.chains import Chains
from rawi.actors.found import Found
from rawi.actors.gazetteer import Entity
from rawi.actors.known import KnownNames
from rawi.actors.offices import Offices
from rawi.actors.passage import QUOTES, Finder, Passage, gender_of

_INSTITUTIONS = frozenset(("GOV", "MIL", "COP", "LEG", "JUD"))
_ARMED = ("REB", "UAF")


class Bodies(Finder):
    """Finds ``لجنة كذا``, ``إدارة فلان``, ``مطار كذا``."""

    def __init__(self, passage: Passage, chains: Chains, offices: Offices, known: KnownNames) -> None:
        super().__init__(passage)
        self.chains, self.offices, self.known = chains, offices, known

    def body(self, at: int) -> Found | None:
        """The body whose head stands at ``at``: named by what follows, or bare (``الحكومة``)."""
        word = self.tokens[at].word
        choices = self.book.bodies.get(word.stem)
        if not choices or (word.verbs and word.stem in self.lex.verb_by_place and not word.article):
            return None
        chosen = next((choice for choice in choices if self._stands(choice[0], at)), None)
        if chosen is None:
            return None
        words, sector, need = chosen
        after = at + len(words)
        if after < len(self.tokens) and word.stem in self.phrases.systems and self.tokens[after].word.stem in self.phrases.kinds_of_system:
            return None  # ``النظام الأساسي``
        if after < len(self.tokens) and self.tokens[after].word.form in self.phrases.governing_boards:
            return None  # ``مجلس إدارة شركة``: the company is the body
        of_somebody = word.stem in self.phrases.headed_by_people or word.stem in self.phrases.led_by_people
        if of_somebody and not word.article and (person := self.person_after(after)) is not None:
            return Found(
                at,
                person.last,
                "organization",
                self.passage.text(at, person.last),
                person.country or self._country_of(person),
                sector=sector,
                rule="body of a person",
                gender=gender_of(word.stem),
            )
        end, country = self.chains.chain(at, after, role=False)
        if not self._is_named(at, after, end, need, country, self._may_be_outlet(at, sector)):
            return self._unnamed(at, after, end, sector)
        known = self._own_name(after, end, self._may_be_outlet(at, sector))
        name = self.passage.text(at, end)
        if known is not None:
            sector, country = known.sector or sector, known.country
        elif country is None and sector in _INSTITUTIONS:
            country = self._seat(end)
        latin = known.latin if known else None
        known_as = known.known_as if known else None
        return Found(
            at, end, "organization", name, country, latin, sector, known_as=known_as, gender=self.known.body_gender(at, end), rule="body by its head"
        )

    def _unnamed(self, at: int, after: int, end: int, sector: str) -> Found | None:
        """``الحكومة``, ``المحكمة العليا``: a head alone, or an institution with an adjective, takes up a body or describes one."""
        if self.tokens[at].word.form in self.phrases.adverbials:
            return None  # ``نصبوه بالقوة``
        following = self.tokens[after].word if after < len(self.tokens) else None
        rules = following is not None and following.article and following.stem in self.phrases.ruling  # ``الحزب الحاكم``
        institution = sector in _INSTITUTIONS or (sector == "PTY" and rules)
        last = (
            after + 1 if rules and sector == "PTY" else end if institution and end > after == at + 1 and self.tokens[end - 1].word.article else after
        )
        word = self.tokens[at].word
        whole = institution and after > at + 1 and self.tokens[after - 1].word.article and word.article is False  # ``مجلس النواب``
        if last == after and not whole and not (word.article and after == at + 1):
            return None
        armed = self.book.groups.get(word.stem, ("", ""))[0] in _ARMED  # ``الميليشيا``: described by what it is
        told = sector if institution else self.book.groups[word.stem][0] if armed else None
        text = self.passage.text(at, last)
        return Found(at, last, "organization", text, sector=told, by="role", rule="bare body", gender=gender_of(word.stem))

    def _seat(self, at: int) -> str | None:
        """``وزارة الخارجية في بوليفيا``: the country named right behind an institution is its own."""
        if at + 1 >= len(self.tokens) or self.tokens[at].word.form not in self.phrases.inside or self.blocked[at + 1]:
            return None
        _, entities = self.passage.longest(at + 1)
        return next((self.names.entities[e].country for e in entities if self.names.entities[e].kind in ("state", "capital")), None)

    def _may_be_outlet(self, at: int, sector: str) -> bool:
        """``الحكومة المركزية``, ``تتعلق بحرية الرأي``: an institution is no outlet, whatever it is called like."""
        return sector not in _INSTITUTIONS or self.tokens[at].word.stem in self.phrases.outlet_heads

    def _own_name(self, first: int, last: int, outlets: bool) -> Entity | None:
        """The known body, or outlet where ``outlets``, that the phrase names: ``وكالة «تاس» الروسية``, ``تنظيم داعش``."""
        at = first
        while at < last and self.tokens[at].word.form in QUOTES:
            at += 1
        length, entities = self.passage.longest(at) if at < last else (0, ())
        if not length or at + length > last:
            return next((e for e in self.passage.entities_inside(first, last) if outlets and e.kind == "outlet" and e.bare), None)
        outlet = next((self.names.entities[e] for e in entities if outlets and self.names.entities[e].kind == "outlet"), None)
        body = next(
            (
                self.names.entities[e]
                for e in entities
                if self.names.entities[e].kind == "body" and self.names.entities[e].sector in ("REB", "PTY", "OPP", "BUS")
            ),
            None,
        )
        return outlet or body

    def person_after(self, at: int) -> Found | None:
        """``إدارة الرئيس الأمريكي دونالد ترامب``: the person whose government or office it is."""
        if at >= len(self.tokens) or self.tokens[at].word.kind != "word" or self.blocked[at] or self.tokens[at].word.preposition:
            return None
        for found in (self.offices.titled(at), self.known.known(at)):
            if found is not None and found.kind == "person":
                return found
        return None

    def _country_of(self, person: Found) -> str | None:
        return next((self.names.entities[p].country for p in person.people), None)

    def _stands(self, words: tuple[str, ...], at: int) -> bool:
        if at + len(words) > len(self.tokens):
            return False
        return all(self.tokens[at + k].word.stem == w for k, w in enumerate(words[1:], 1)) if len(words) > 1 else True

    def _is_named(self, at: int, after: int, end: int, need: str, country: str | None, outlets: bool) -> bool:
        """Whether the phrase names one body: a nationality, a place, quotes, a name, or any complement of a proper head."""
        if end == after:
            return False
        if any(t.word.base in self.book.own_state and not t.word.marbuta for t in self.tokens[after:end]):
            return False
        if need == "origin":
            return self.passage.origin_after(after) is not None and self.tokens[after].word.article
        if self.passage.is_quoted(after, end) or self._own_name(after, end, outlets) is not None:
            return True
        if need == "quoted":
            return False
        if country is not None:
            return True
        if need == "proper":
            return not self.tokens[at].word.article or any(t.word.preposition == "ل" for t in self.tokens[after:end])
        return any(e.kind in ("state", "capital", "place", "body", "seat") and e.bare for e in self.passage.entities_inside(after, end)) or any(
            self.passage.reader.strength(t) for t in self.tokens[after:end] if not t.word.article
        )

    def place(self, at: int) -> Found | None:
        """``مطار الملك عبد العزيز الدولي``, ``محافظة إدلب``: a noun of place and its name, whoever the name is taken from."""
        word = self.tokens[at].word
        if word.stem not in self.book.place_heads or at + 1 >= len(self.tokens) or self.tokens[at + 1].word.function:
            return None
        end, country, name = at + 1, None, None
        while end < len(self.tokens) and end - at < 7 and not self.blocked[end]:
            here = self.tokens[end].word
            length, entities = self.passage.longest(end)
            kinds = {self.names.entities[e].kind for e in entities}
            if length and kinds & {"place", "capital", "state"} and not here.preposition and not here.conjunction:
                entity = next(self.names.entities[e] for e in entities if self.names.entities[e].kind in ("place", "capital", "state"))
                return Found(
                    at,
                    self.passage.past_origins(at, end + length),
                    "place",
                    entity.name if length == 1 else self.passage.text(end, end + length),
                    entity.country,
                    entity.latin,
                    known_as=entity.known_as,
                    gender="f",
                    rule="place by its head",
                )
            origin = self.names.origin(self.tokens, end)
            noble = here.stem in self.book.noble and here.article and not word.article
            named = here.article >= word.article and (
                here.form in self.names.given or here.form in self.names.particles.leading or (name is not None and here.article)
            )
            if here.kind != "word" or here.conjunction or here.preposition or not (noble or named or (origin and here.article)):
                break
            country = country or (origin[0] if origin else None)
            name = end if noble or named else name
            end += 1
        if name is None:
            return None
        return Found(at, end, "place", self.passage.text(at, end), country, gender="f", rule="place by its head")
