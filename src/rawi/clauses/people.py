"""Which actors stand in a phrase, a slot or behind a pronoun, once clauses and actors are known."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import Cast
from rawi.actors.found import Found
from rawi.actors.titles import title_book
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import Unit


class Resolver:
    """Finds actors for phrases of one article. ``found`` are its mentions in order."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, found: Sequence[Found]) -> None:
        self.tokens, self.cast, self.found = tokens, cast, found
        self.own_state = title_book().own_state
        self.lex = lexicon()
        self.words = book = clause_book()
        self.forces, self.counting, self.belongings, self.helps = book.forces, book.counting, book.belongings, book.helps
        self.last_speaker: list[int] = []  # who spoke or acted in the sentence before
        self.voices: dict[int, list[int]] = {}  # whose words a clause (by ``id``) passes on: ``نقلت … عن فلان``

    def of_group(self, group: Sequence[Unit], clause: Clause | None = None, places: bool = False) -> list[int]:
        """The actors that a phrase and all that is joined to it name, in order, each once."""
        actors: list[int] = []
        for unit in group:
            for actor in self.of_unit(unit, clause, places):
                if actor >= 0 and actor not in actors:
                    actors.append(actor)
        return actors

    def of_unit(self, unit: Unit, clause: Clause | None, places: bool = False) -> list[int]:
        """The actor that a phrase is, else the first that it names inside."""
        if unit.pronoun and unit.head is None and unit.kind == "noun":
            return self.of_pronoun(unit.pronoun, unit.first, clause)
        if unit.head is None or unit.head.kind == "group":
            first = self.tokens[unit.first].word
            if first.base in self.words.everybody and not (unit.found and unit.slot in ("", "من") and clause is not None):
                return []  # ``كل الأطراف`` is nobody in particular
        if unit.head is not None and unit.head.kind == "role" and unit.slot == "ل" and unit.stem in self.helps and unit.head.country:
            inside = [a for m in self.found if unit.first < m.first < unit.last for a in self.of_found(m)]
            return inside[:1] or [self.cast.state(unit.head.country)]  # ``لمساعدة تونس``: no assistant
        if unit.head is not None and (actors := self.of_found(unit.head, places)):
            return actors
        if (own := self._own_state(unit, clause)) >= 0:
            return [own]
        if (some := self._some_of_them(unit)) is not None:
            return some
        if not unit.found and clause is not None and self._is_ours(unit):
            return self.speaker(clause)
        if not unit.found and (owner := self._forces_of(unit, clause)):
            return owner
        for inner in unit.found:
            if actors := self.of_found(inner, places):
                return actors
        return self._by_origin(unit, places)

    def _by_origin(self, unit: Unit, places: bool) -> list[int]:
        """``المقترح القطري المصري``: the states of the adjectives of origin side by side, else of a capital."""
        for number, inner in enumerate(unit.found):
            if inner.kind == "nisba" and inner.country:
                beside = [inner]
                for following in unit.found[number + 1 :]:
                    if following.kind != "nisba" or following.first != beside[-1].last or not following.country:
                        break
                    beside.append(following)
                return list(dict.fromkeys(self.cast.state(n.country) for n in beside if n.country))
            if inner.country and inner.kind == "place" and (places or inner.capital):
                return [self.cast.state(inner.country)]
        return []

    def _some_of_them(self, unit: Unit) -> list[int] | None:
        """``عددا منهم``, ``بعضهم``: of whom it is a part; ``None`` where the phrase is none of these."""
        word = self.tokens[unit.first].word
        after = self.tokens[unit.last].word if unit.last < len(self.tokens) else None
        if word.base in self.words.some_of_them:
            return self.of_pronoun("هم", unit.first, None)
        if unit.last - unit.first == 1 and unit.stem in self.counting and after is not None and after.form in self.words.of_them:
            return self.of_pronoun("هم", unit.first, None)
        return None

    def _is_ours(self, unit: Unit) -> bool:
        """``قواتنا``, ``مواقعنا``: what belongs to whoever speaks."""
        base = self.tokens[unit.first].word.base
        return len(base) > 4 and base.endswith("نا") and base[:-2] in self.lex.counts

    def _forces_of(self, unit: Unit, clause: Clause | None) -> list[int]:
        """``قواتها``: the forces of whoever speaks, else of the last actor that the pronoun fits, act for it."""
        base = self.tokens[unit.first].word.base
        for pronoun in ("هما", "هم", "ها", "ه"):
            if base.endswith(pronoun) and base.removesuffix(pronoun) in self.forces:
                speakers = self.speaker(clause) if clause is not None and clause.kind == "content" else []
                return [self._commanded_for(a) for a in speakers or self.of_pronoun(pronoun, unit.first, None)]
        return []

    def _commanded_for(self, actor: int) -> int:
        """``قال وزير الدفاع إن قواته …``: a minister's forces are his state's, a rebel's his own."""
        entry = self.cast.actors[actor]
        official = entry.kind in ("person", "group") and entry.title is not None and entry.sector == "GOV"
        return self.cast.state(entry.country) if official and entry.country not in (None, "IGO") and entry.country else actor

    def owner(self, unit: Unit, clause: Clause) -> list[int]:
        """Whose a thing is by the pronoun joined to it: ``سيارته``, ``منازلهم``; nobody where it is nothing that people own."""
        base = self.tokens[unit.first].word.base
        for pronoun in ("هما", "هم", "ها", "ه"):
            bare = base.removesuffix(pronoun)
            if bare != base and (bare in self.belongings or (bare.endswith("ت") and bare[:-1] + "ه" in self.belongings)):
                return self.of_pronoun(pronoun, unit.first, clause)
        return []

    def of_found(self, mention: Found, places: bool = False) -> list[int]:
        """The actor or actors of one mention; a capital speaks for its state, another place only where ``places``."""
        if mention.kind == "pair":
            return list(mention.members)
        if mention.actor >= 0:
            return [mention.actor]
        if mention.kind == "place" and mention.country and (mention.capital or places):
            return [self.cast.state(mention.country)]
        return []

    def _own_state(self, unit: Unit, clause: Clause | None) -> int:
        """``بلاده``: the state of whoever is the subject."""
        if clause is None or not self._is_own_state(unit):
            return -1
        return self._state_of(self.subject(clause))

    def _is_own_state(self, unit: Unit) -> bool:
        return any(t.word.base in self.own_state and not t.word.marbuta for t in self.tokens[unit.first : min(unit.first + 3, unit.last)])

    def _state_of(self, actors: Sequence[int]) -> int:
        """The state of the first actor that has one, else -1."""
        countries = (self.cast.actors[actor].country for actor in actors)
        return next((self.cast.state(c) for c in countries if c and c != "IGO"), -1)

    def of_pronoun(self, pronoun: str, at: int, clause: Clause | None) -> list[int]:
        """The latest actor before ``at`` that a pronoun can mean, other than the subject of its own clause."""
        own = self._doers(clause, at)
        if pronoun in ("هما", "كلاهما", "بعضهما"):
            people = self._latest_two(at, ("person",)) if clause is not None and clause.verb is not None and clause.verb.first == at else []
            return people or self._latest_two(at, ("person", "state"))
        if pronoun in ("نا", "ي", "نحن", "انا", "ني"):
            return []
        if pronoun in ("هم", "اياهم") and (people := self._latest(at, "هم/people", own, 1)):
            return people
        return self._latest(at, pronoun, own, 1)

    def _doers(self, clause: Clause | None, at: int) -> set[int]:
        """Whom a pronoun behind the clause's verb can't mean; ``الصحفي … تم الإفراج عنه`` names him first, and he does nothing."""
        if clause is None or clause.verb is None or at < clause.verb.first:
            return set()
        happens = any(r.lemma in clause_book().takes_place for r in clause.verb.readings)
        return set() if happens and clause.subject and clause.subject[0].first < clause.verb.first else set(self.subject(clause))

    def _latest(self, at: int, pronoun: str, but: set[int], wanted: int) -> list[int]:
        chosen: list[int] = []
        for mention in reversed(self.found):
            if pronoun == "اياها" and mention.kind == "place" and mention.capital and mention.country and mention.first < at:
                return [self.cast.state(mention.country)]  # ``العلاقات مع الدوحة، متهمة إياها``
            if mention.first >= at or mention.actor < 0 or mention.actor in but or mention.actor in chosen:
                continue
            if at - mention.last > 60:
                break
            if self.fits(mention.actor, pronoun):
                chosen.append(mention.actor)
                if len(chosen) == wanted:
                    break
        return chosen[::-1]

    def _latest_two(self, at: int, kinds: tuple[str, ...]) -> list[int]:
        """The latest two people or two states named before ``at``, whichever come first going back."""
        near: dict[str, list[int]] = {kind: [] for kind in kinds}
        for mention in reversed(self.found):
            if mention.first >= at or mention.actor < 0:
                continue
            if at - mention.last > 60:
                break
            two = near.get(self.cast.actors[mention.actor].kind)
            if two is not None and mention.actor not in two:
                two.append(mention.actor)
                if len(two) == 2:
                    return two[::-1]
        return []

    def fits(self, actor: int, pronoun: str) -> bool:
        """Whether a pronoun can mean the actor, by gender and number."""
        entry = self.cast.actors[actor]
        if pronoun in ("ه", "هو", "اياه"):
            return entry.gender != "f" and entry.number == "s" and entry.kind != "state"
        if pronoun in ("ها", "هي", "اياها"):
            return entry.gender == "f" or entry.kind == "state"
        if pronoun == "هم/people":
            return entry.number == "p"
        if pronoun in ("هم", "اياهم"):
            return entry.number == "p" or entry.kind == "organization"
        return entry.kind in ("person", "state")

    # --- subjects ---------------------------------------------------------------------------------------------------------

    def subject(self, clause: Clause | None, depth: int = 0) -> list[int]:
        """Who does what the clause's verb says: its subject, or the one taken over from the clause that it continues."""
        if clause is None or depth > 6:
            return []
        if clause.passive:
            return [a for g in clause.slots.get("من قبل", []) for a in self.of_group(g, None)]
        if clause.subject:
            return self._of_subject(clause, depth)
        if clause.verb is None:
            return self.of_group(clause.subject)
        if all(r.person == 1 for r in clause.verb.readings) or self._says_i(clause):
            return self.speaker(clause)
        for origin in (clause.before, clause.parent):
            if origin is None or (clause.kind == "relative" and origin.verb is not None and origin.verb.first > clause.verb.first):
                continue
            if clause.kind == "content" and origin is clause.parent:
                return self._content_subject(clause, origin, depth)
            if origin is clause.before and origin.subject and not origin.passive:
                return self.subject(origin, depth + 1)
            if actors := self.subject(origin, depth + 1):
                return actors
        return self._topic_of_past(clause)

    def _says_i(self, clause: Clause) -> bool:
        """``وقال فلان: اعتذرت للرئيس``: ``ـت`` without a subject in a man's own words is his."""
        verb = clause.verb
        if verb is None or not verb.stem.endswith("ت") or not any(r.tense == "perfect" and r.gender == "f" for r in verb.readings):
            return False
        if clause.kind != "content" or clause.parent is None or (clause.opener is not None and clause.opener.function == "complementizer"):
            return False
        speakers = self.speaker(clause)
        entry = self.cast.actors[speakers[0]] if len(speakers) == 1 else None
        return entry is not None and entry.kind == "person" and entry.gender == "m"

    def _of_subject(self, clause: Clause, depth: int) -> list[int]:
        if clause.subject[0].pronoun in ("نحن", "انا") and clause.subject[0].head is None:
            return self.speaker(clause)
        if clause.kind == "relative" and clause.subject and clause.subject[0] is clause.head:
            unit = clause.subject[0]
            if unit.head is None and not unit.found and clause.parent is not None and clause.parent.verb is not None:
                carried_out = unit in clause.parent.object and any(r.lemma in self.words.carrying_out for r in clause.parent.verb.readings)
                return self.subject(clause.parent, depth + 1) if carried_out else []  # ``نفذوا عملية استهدفت السفينة``
        named = self.of_group(clause.subject, None) or self._own_state_of_speaker(clause, depth)
        if not named and not clause.subject[0].found and self._is_ours(clause.subject[0]):
            return self.speaker(clause)  # ``قواتنا``
        opener = clause.opener
        if clause.kind == "content" and opener is not None and opener.pronoun and clause.subject[0].conjunction and clause.parent is not None:
            return [*(a for a in self.subject(clause.parent, depth + 1) if a not in named), *named]  # ``قال إنه وترامب اتفقا``
        return named

    def _own_state_of_speaker(self, clause: Clause, depth: int) -> list[int]:
        """``قال فلان إن بلاده ستعزز``: the state of the subject of the clause around."""
        around = clause.parent if clause.kind == "content" else clause.before
        if around is None or not self._is_own_state(clause.subject[0]):
            return []
        speakers = self.voices.get(id(around)) if around is not None else None
        state = self._state_of(speakers or self.subject(around, depth + 1))
        return [state] if state >= 0 else []

    def _content_subject(self, clause: Clause, origin: Clause, depth: int) -> list[int]:
        """``أكد أنه مستعد``: the pronoun on the complementizer, else who speaks."""
        opener = clause.opener
        if opener is not None and opener.pronoun:
            speakers = self.subject(origin, depth + 1)
            if len(speakers) == 1 and opener.pronoun == "هما":
                return self._with_another(speakers[0], opener.first)
            if speakers and (self.fits(speakers[0], opener.pronoun) or opener.pronoun in ("هما", "هم")):
                return speakers
            return self.of_pronoun(opener.pronoun, opener.first, None) or (speakers if opener.pronoun != "ه" else [])  # ``ذكرت اللجنة أنه حكم عليه``
        verb = clause.verb
        if verb is not None and all(r.tense == "perfect" for r in verb.readings):
            return []
        return self.subject(origin, depth + 1)

    def _with_another(self, speaker: int, at: int) -> list[int]:
        """``وقال إنهما اتفقا``: who speaks, and the last other one of his kind that was named."""
        kind = self.cast.actors[speaker].kind
        before = (m.actor for m in reversed(self.found) if m.first < at and m.actor >= 0 and m.actor != speaker)
        other = next((a for a in before if self.cast.actors[a].kind == kind), None)
        return [speaker] if other is None else [speaker, other]

    def speaker(self, clause: Clause) -> list[int]:
        """Who says ``I`` or ``we`` in a clause: the subject of the clause of speech around it."""
        for outer in clause.ancestors():
            if id(outer) in self.voices:
                return self.voices[id(outer)]
            if outer.verb is not None and not all(r.person == 1 for r in outer.verb.readings):
                return self.subject(outer)
        return self.last_speaker

    def _topic_of_past(self, clause: Clause) -> list[int]:
        """A sentence that goes on without a subject (``وأضاف …``): whoever spoke or acted last."""
        return self.last_speaker if self.could_do(clause, self.last_speaker) else []

    def could_do(self, clause: Clause, actors: Sequence[int]) -> bool:
        """Whether the form of the clause's verb fits the actors, by gender."""
        if clause.verb is None or not actors:
            return False
        genders = {r.gender for r in clause.verb.readings if r.person == 3}
        entry = self.cast.actors[actors[0]]
        if len(actors) > 1 or entry.number in ("d", "p"):
            return True
        return not genders or entry.gender in genders or entry.gender == "u" or entry.kind in ("state", "organization", "group")
