"""Find what may name an actor: people with their titles, states, bodies, groups, places; known ones and unknown ones.

One walk over the words of the article. At each word the readings that can begin there compete: a title with or without a name, a name
of the knowledge, the head of a body's name, a noun of a group, a bare name. The longest wins; ties go in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.actors import joint
from rawi.actors.anaphors import Anaphors
from rawi.actors.bodies import Bodies
from rawi.actors.chains import Chains
from rawi.actors.found import Found
from rawi.actors.groups import Groups
from rawi.actors.known import KnownNames
from rawi.actors.lone import LoneNames
from rawi.actors.offices import Offices
from rawi.actors.openings import BODY, COUNTED, GROUP, KNOWN, NAME, ORIGIN, PLACE, TAKEN_UP, TITLE, openings
from rawi.actors.passage import Finder, Passage
from rawi.actors.people import People
from rawi.arabic.letters import fold
from rawi.arabic.words import Token


class Scanner(Finder):
    """Scans one article's words. ``blocked`` marks the words of dates, which name nobody."""

    def __init__(self, tokens: Sequence[Token], original: Callable[[int, int], str], blocked: Sequence[bool]) -> None:
        super().__init__(Passage(tokens, original, blocked))
        chains = Chains(self.passage)
        self.people = People(self.passage, chains)
        self.offices = Offices(self.passage, chains, self.people)
        self.known = KnownNames(self.passage, self.people)
        self.bodies = Bodies(self.passage, chains, self.offices, self.known)
        self.groups = Groups(self.passage, chains, self.people, self.known, self.bodies)
        self.anaphors = Anaphors(self.passage, chains, self.people)
        self.readers: tuple[tuple[int, Callable[[int], Found | None]], ...] = (
            (PLACE, self.bodies.place),
            (BODY, self.bodies.body),
            (GROUP, self.groups.group),
            (NAME, self.people.bare_name),
            (ORIGIN, self.people.of_origin),
            (ORIGIN, self.groups.people_by_origin),
        )
        self.lone = LoneNames(self.passage, self.people)

    def scan(self) -> list[Found]:
        """All mentions in order, none overlapping, but for nisba mentions inside the names of bodies."""
        found: list[Found] = []
        kinds = self._openings()
        at = self.passage.name_end = 0
        while at < len(self.tokens):
            best = self._best_at(at, kinds[at]) if kinds[at] and not self.blocked[at] else None
            if best is None:
                at += 1
                continue
            found.append(best)
            found += self._inside_roles(best) if best.kind != "organization" else self._people_inside(best)
            at = max(best.last, at + 1)
            if best.kind == "person":
                self.passage.reader.person_end = at
                if self.tokens[at - 1].word.stem in self.names.demonyms and best.role is not None and at - best.first > 2:
                    self.passage.bearers.add(self.tokens[at - 1].word.form)
            self.passage.name_end = at if best.kind in ("state", "organization", "person", "group", "role") else 0
        found = self._with_surnames(found)
        joint.spell_out(found, self.passage)
        self.known.settle_capitals(found)
        return self.lone.add_to(found)

    def _with_surnames(self, found: list[Found]) -> list[Found]:
        """Add the places where somebody named in full in this article is taken up by surname alone."""
        surnames = {
            words[-1]
            for f in found
            if f.kind == "person" and len(words := fold(f.name).split()) > 1 and words[-2] not in self.names.particles.leading
        }
        if not surnames:
            return found
        everyday = surnames & self.names.everyday
        covered = {at for f in found for at in range(f.first, f.last)}
        for token in self.tokens:
            word = token.word
            if word.form in surnames or word.base in surnames:
                if token.index in covered or self.blocked[token.index] or word.kind != "word":
                    continue
                if word.stem in self.names.demonyms and self.known.is_adjective(token.index):
                    continue
                if (word.form in everyday or word.base in everyday) and not self._is_subject(token.index):
                    continue
                found.append(Found(token.index, token.index + 1, "person", self.passage.text(token.index, token.index + 1), rule="surname"))
        return sorted(found, key=lambda f: (f.first, -f.last))

    def _is_subject(self, at: int) -> bool:
        """``ودعا صالح المجلس``: a surname that is an everyday word as well names its bearer right behind a verb that one person is subject of."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word if at else None
        rather_noun = self.lex.counts.get("ال" + word.base, 0) * 4 > self.lex.counts.get(word.base, 0)  # ``قال بيان``
        plain = rather_noun or word.article or word.conjunction or word.preposition or before is None or before.form in self.lex.noun_like
        return (
            not plain
            and before is not None
            and any(v.tense in ("perfect", "imperfect") and v.person == 3 and v.number == "s" and not v.pronoun for v in before.verbs)
        )

    def _inside_roles(self, mention: Found) -> list[Found]:
        """Bodies with a name of their own inside a person's office: ``رئيس هيئة شؤون الأسرى الفلسطينية``, or a group's description."""
        described = mention.kind == "group" and any(
            t.word.form in self.phrases.partitive or t.word.form in self.phrases.inside for t in self.tokens[mention.first + 1 : mention.last]
        )
        if (mention.kind not in ("person", "role") or mention.role is None) and not described:
            return []
        found: list[Found] = []
        at = mention.first + 1
        while at < mention.last:
            word = self.tokens[at].word
            usable = word.kind == "word" and not self._part_of_office(at)
            here, body = (self.known.known(at), self.bodies.body(at)) if usable else (None, None)
            if body is not None and (here is None or body.last > here.last):
                here = body
            if here is not None and here.kind == "organization" and here.rule != "bare body" and here.last <= mention.last:
                found.append(here)
                at = here.last
            else:
                at += 1
        return found

    def _people_inside(self, body: Found) -> list[Found]:
        """The person whose name a body bears: ``حكومة الرئيس فلان``, ``نظام فلان``."""
        for at in range(body.first + 1, body.last - 1):
            length, entities = self.passage.longest(at)
            if length > 1 and any(self.names.entities[e].kind == "person" for e in entities):
                return [self.people.person(at, at, at + length, None, None, None, None, "inside a body's name")]
        if body.rule == "body" and body.last - body.first == 2 and self.tokens[body.first].word.stem in self.phrases.headed_by_people:
            return [found for found in (self.known.surname(body.first + 1),) if found is not None]  # ``حكومة الدبيبة``
        if body.rule == "body of a person" and (person := self.bodies.person_after(body.first + 1)) is not None:
            return [person]
        return []

    def _part_of_office(self, at: int) -> bool:
        """``الخارجية`` in ``وزير الخارجية`` is the office, not the ministry."""
        words = [self.tokens[at - 1].word.stem, self.tokens[at].word.stem]
        return tuple(words) in self.book.offices or words[0] in self.phrases.portfolios

    def _ranked(self, at: int) -> Found | None:
        """``اللواء التركي`` after ``اللواء منصور التركي``: a rank and the family name of somebody named before, though it is an adjective too."""
        word, after = self.tokens[at].word, self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        ranked = word.article and (word.stem in self.book.ranks or word.stem in self.book.noble or word.stem in self.book.honorifics)
        if not ranked or after is None or after.form not in self.passage.bearers or self.blocked[at + 1]:
            return None
        return Found(at, at + 2, "person", self.passage.text(at + 1, at + 2), role=self.passage.text(at, at + 1), rule="surname")

    def _openings(self) -> list[int]:
        """The kinds of mention that may begin at each word, as flags."""
        kinds = [openings(token.word) for token in self.tokens]
        for token in self.tokens[:-1]:
            if token.word.form in self.names.particles.servant and self.tokens[token.index + 1].word.article:
                kinds[token.index + 1] |= NAME
        return kinds

    def _best_at(self, at: int, opens: int) -> Found | None:
        word = self.tokens[at].word
        if self.passage.bearers and (found := self._ranked(at)) is not None:
            return found
        if opens & COUNTED and (counted := self.groups.counted(at)) is not None:
            return counted
        if opens & TAKEN_UP and (taken_up := self.anaphors.taken_up(at)) is not None:
            return taken_up
        known = self.known.known(at) if opens & KNOWN else None
        headed = word.stem in self.phrases.headed_by_people
        if known is not None and known.kind == "organization" and known.last - at >= 2 and known.rule != "bare body" and not headed:
            return known
        best = self.offices.titled(at) if opens & TITLE else None
        best = _longer(best, known)
        for kind, read in self.readers:
            if opens & kind:
                best = _longer(best, read(at))
        return self._finished(best) if best is not None and best.kind in ("organization", "group") else best

    def _finished(self, found: Found) -> Found:
        """``الدفاعات الجوية التابعة``: a name without the adjective behind it whose own phrase follows."""
        if found.last - found.first > 1 and not found.known_as and self.tokens[found.last - 1].word.stem in self.phrases.unfinished:
            found.last, found.name = found.last - 1, found.name.rsplit(" ", 1)[0]
        return found


def _longer(best: Found | None, here: Found | None) -> Found | None:
    """The longer of two readings; the first where they are as long, but a group before an adjective of origin, a place before an office."""
    if here is None or best is None:
        return best or here
    if here.last > best.last or (best.kind == "nisba" and here.kind == "group"):
        return here
    if here.last == best.last and here.kind == "place" and best.rule == "office alone":
        return here  # ``محافظة مأرب`` is no governor
    return best
