"""Who fills the slots of a trigger's frame, around a verb."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import Cast
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.people import Resolver
from rawi.clauses.units import NOUN, Unit
from rawi.events.trace import Trace
from rawi.events.triggers import Trigger
from rawi.events.where import belongs_to_verb

_BY = "ب"
_PLACES_ACT = frozenset(("CONSULT", "AGREE", "AID"))


def speak_for_places(category: str) -> bool:
    """Whether a city that is no capital can stand for its state among the parties of such acts."""
    return category in _PLACES_ACT


class Slots:
    """Looks into the slots of one article's clauses, and notes what it found for whoever explains."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, trace: Trace | None = None) -> None:
        self.tokens, self.cast, self.resolver, self.trace = tokens, cast, resolver, trace

    def content_of(self, clause: Clause) -> Clause | None:
        """The clause that says what is said, asked or warned of."""
        return clause.contents[0] if clause.contents else None

    def first_filled(self, clause: Clause, slots: Sequence[str], trigger: Trigger, passive: bool) -> list[int]:
        """The actors in the first of ``slots`` that holds any."""
        places = speak_for_places(trigger.category)
        for slot in slots:
            if slot == _BY and slots is trigger.frame.actor and self._at_place(clause):
                continue  # ``قتلوا بمقديشو``
            if actors := self.slot(clause, slot, passive, places and slot != "subject"):
                if self.trace is not None:
                    self.trace.filled_by_verb(clause, slot, passive, actors)
                return actors
        return []

    def _at_place(self, clause: Clause) -> bool:
        """Whether the first phrase behind ``ب`` says where, and not by whom."""
        head = next((g[0].head for g in clause.slots.get(_BY, []) if g), None)
        return head is not None and head.kind == "place"

    def acting(self, clause: Clause) -> set[str]:
        """The words that tell who does what the clause's verb says, in the phrase of its subject or the names of whom it means."""
        words = {w for u in clause.subject for t in self.tokens[u.first : u.last] for w in (t.word.base, t.word.stem)}
        actors = [self.cast.actors[a] for a in self.resolver.subject(clause)]
        return words | {w.removeprefix("ال") for a in actors for w in fold(f"{a.name} {a.role or ''}").split()}

    def all_filled(self, clause: Clause, slots: Sequence[str], passive: bool) -> list[int]:
        """The actors in all of ``slots``."""
        found: list[int] = []
        for slot in slots:
            if slot == "بين" and not self._verbs_own(clause, slot):
                continue
            actors = [a for a in self.slot(clause, slot, passive, False) if not (slot == "ب" and self._is_seat(a))]
            if self.trace is not None:
                self.trace.filled_by_verb(clause, slot, passive, actors)
            found += actors
        return found

    def _is_seat(self, actor: int) -> bool:
        """``التقى نظيره بقصر بعبدا``: a palace behind ``ب`` is where they meet."""
        return (self.cast.actors[actor].known_as or "").startswith("seat/")

    def _verbs_own(self, clause: Clause, slot: str) -> bool:
        """``بحثا الحوار بين الأطراف``: ``بين`` right after a common noun belongs to it."""
        groups = clause.slots.get(slot, [])
        if not groups:
            return False
        first = groups[0][0]
        place = clause.units.index(first) if first in clause.units else 0
        after_subject = place > 0 and clause.units[place - 1] in clause.subject  # ``بدأت الهدنة بين``
        return after_subject or belongs_to_verb(first, clause)

    def slot(self, clause: Clause, slot: str, passive: bool, places: bool) -> list[int]:
        """The actors in one slot of the clause's verb."""
        resolver = self.resolver
        if slot == "subject":
            if passive:
                return [a for g in clause.slots.get("من قبل", []) for a in resolver.of_group(g, clause)]
            if clause.passive and (clause.subject or clause.object):
                return resolver.of_group(clause.subject or clause.object, None)  # ``تعرض فلان للضرب من قبل …``
            return resolver.subject(clause)
        if slot == "object":
            if passive:
                return resolver.of_group(clause.subject or clause.object, None, places)
            if clause.verb is not None and clause.verb.pronoun and (actors := self._object_pronoun(clause)):
                return actors
            return resolver.of_group(clause.object, clause, places)
        if slot == "speaker":
            return resolver.speaker(clause)
        if slot == "content":
            inner = self.content_of(clause)
            return resolver.of_group(inner.subject, inner) if inner is not None and inner.subject else []
        if slot == "object2":
            return resolver.of_group(clause.second or (clause.object if clause.verb and clause.verb.pronoun else []), clause, places)
        filled = (actors for group in clause.slots.get(slot, []) if (actors := resolver.of_group(group, clause, places)))
        first = next(filled, [])
        if slot == "ب" and first and all(map(self._is_seat, first)):
            return next(filled, first)  # ``يلتقي بقصر بعبدا بنظيره``
        return first

    def _object_pronoun(self, clause: Clause) -> list[int]:
        """The object pronoun of the verb."""
        verb = clause.verb
        assert verb is not None
        if clause.by_relative and clause.head is not None:
            return self.resolver.of_group([clause.head])
        if verb.pronoun in ("ني", "نا"):
            return self.resolver.speaker(clause)
        return self.resolver.of_pronoun(verb.pronoun, verb.first, clause)

    def ahead(self, clause: Clause, at: int, actors: list[int]) -> list[int]:
        """To whom something is promised, where no slot says it: the first state or body named behind (``أعلن نيته زيارة كييف``)."""
        if len(actors) > 1:
            return []  # they promise it one another
        own = {self.cast.actors[a].country for a in actors}
        for unit in clause.units:
            if unit.kind != NOUN or unit.last <= at or unit.pronoun:
                continue
            for actor in self._named_behind(unit, at, clause):
                if (
                    actor not in actors
                    and self.cast.actors[actor].country not in own
                    and self.cast.actors[actor].kind in ("state", "organization", "person")
                ):
                    return [actor, *self._joined(unit, clause, actor, own)]
        return []

    def _joined(self, unit: Unit, clause: Clause, first: int, own: set[str | None]) -> list[int]:
        """``هدد بفرض رسوم على كندا والمكسيك``: others of the kind of whoever stands first behind a preposition, joined to it."""
        actors = self.cast.actors
        group = next((g for groups in clause.slots.values() for g in groups if unit in g), [unit])
        behind = self.resolver.of_group(group[group.index(unit) + 1 :], clause, places=True)
        return [a for a in behind if a != first and actors[a].kind == actors[first].kind and actors[a].country not in own]

    def _named_behind(self, unit: Unit, at: int, clause: Clause) -> list[int]:
        """Whom a phrase names, from the word ``at`` on where it begins before that (``نيته زيارة كييف``)."""
        if unit.first >= at:
            named = unit.head is not None or unit.slot or any(mention.kind != "nisba" for mention in unit.found)
            return self.resolver.of_unit(unit, clause, places=True) if named else []  # ``سيغير موقع الدرع الأمريكي``
        return [a for mention in unit.found if mention.first >= at for a in self.resolver.of_found(mention, places=True)]

    def state_in(self, slots: dict[str, list[list[Unit]]]) -> list[int]:
        """``دعمه للتغييرات الجارية في سوريا``: the state where what is supported goes on."""
        for group in slots.get("في", []):
            if group[0].head is not None and group[0].head.kind in ("state", "place") and group[0].head.country:
                return [self.cast.state(group[0].head.country)]
        return []
