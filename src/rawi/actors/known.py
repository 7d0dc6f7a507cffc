"""What the knowledge names: states, places, bodies, outlets, people, and adjectives of origin."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.found import Found
from rawi.actors.gazetteer import Entity
from rawi.actors.passage import QUOTES, Finder, Passage, gender_of
from rawi.actors.people import People
from rawi.arabic.letters import fold


class KnownNames(Finder):
    """Finds the names of the gazetteer."""

    def __init__(self, passage: Passage, people: People) -> None:
        super().__init__(passage)
        self.people = people

    def known(self, at: int) -> Found | None:
        """The longest known name at ``at``, else a surname of somebody in office or an adjective of origin."""
        length, entities = self.passage.longest(at)
        token = self.tokens[at]
        if not length:
            return self.surname(at) or self._origin(at)
        choices = [self.names.entities[e] for e in entities]
        last = at + length
        people = tuple(e for e in entities if self.names.entities[e].kind == "person")
        if people and length > 1:
            return self.people.person(at, at, self.people.known_name_end(at, last), None, None, None, None, "known name")
        if any(e.kind == "outlet" for e in choices) and (self._quoted_as_source(at) or self._heads_line(at, last)):
            return self._entity(next(e for e in choices if e.kind == "outlet")._replace(bare=True), at, last)
        for kind in ("state", "body", "seat", "capital", "outlet", "place"):
            for entity in choices:
                if entity.kind == kind and (found := self._entity(entity, at, last)) is not None:
                    return found
        if people and not token.word.verbs and token.word.form not in self.names.everyday:
            return self.people.person(at, at, last, None, None, None, None, "known name")
        return self._origin(at) if length == 1 else None  # ``التصريحات الفرنسية``: no agency

    def _quoted_as_source(self, at: int) -> bool:
        """``بحسب الأناضول``, ``ذكرت سبأ``: a name that is also a place or word, where a source stands."""
        before = self.tokens[at - 1].word if at else None
        if self.lex.counts.get(self.tokens[at].word.stem, 0) >= 1024:
            return False  # ``بحسب البيان``
        return before is not None and (
            before.slot == "source"
            or any(v.tense == "perfect" and v.gender == "f" and not v.pronoun and v.lemma in self.phrases.reporting for v in before.verbs)
            or before.stem in self.phrases.outlet_heads
        )

    def _heads_line(self, at: int, last: int) -> bool:
        """``الأناضول: …``: a name that is also a place, before a colon, at the beginning."""
        return at == 0 and last < len(self.tokens) and self.tokens[last].word.form == ":" and self.lex.counts.get(self.tokens[at].word.stem, 0) < 1024

    def _entity(self, entity: Entity, at: int, last: int) -> Found | None:
        text = self.passage.text(at, last)
        if entity.kind == "state":
            if last - at == 1 and (self.is_adjective(at) or self._is_described(at)):
                return None
            gender = "m" if self._is_masculine(at, text, entity) else "f"
            return Found(at, last, "state", entity.name, entity.country, entity.latin, "GOV", known_as=entity.known_as, gender=gender, rule="state")
        if entity.kind in ("capital", "place"):
            if last - at == 1 and (self.passage.is_plain_word(at) or self._is_participle(at)):
                return None
            return Found(
                at,
                last,
                "place",
                text,
                entity.country,
                entity.latin,
                known_as=entity.known_as,
                capital=entity.kind == "capital",
                gender="f",
                rule=entity.kind,
            )
        if entity.kind == "body" and last - at == 1 and self.tokens[at].word.base in self.phrases.platforms and self._is_posted(at):
            return None
        if entity.kind == "body" and last - at == 1 and self._is_act(at):
            return None
        if entity.kind == "outlet" and last < len(self.tokens) and self.tokens[at].word.preposition and self.tokens[last].word.form == "علي":
            return None  # ``لليوم السابع على التوالي``
        if entity.kind == "outlet" and not entity.bare and not self._in_quotes(at, last):
            return None
        if entity.kind == "body" and last - at == 1 and (self.passage.is_plain_word(at) or (not entity.bare and not self._in_quotes(at, last))):
            return None
        if text.endswith("ين") and entity.name.endswith("ون"):
            text = entity.name
        end = self.passage.past_origins(at, last) if entity.kind in ("body", "outlet") else last
        return Found(
            at,
            end,
            "organization",
            text,
            entity.country,
            entity.latin,
            entity.sector,
            known_as=entity.known_as,
            gender="u" if entity.kind == "outlet" or self._short_for(entity, text) else self.body_gender(at, last),
            rule=entity.kind,
        )

    def _short_for(self, entity: Entity, text: str) -> bool:
        """``ذكرت الأناضول``, ``هاجمت الدعم السريع``: a name without its first word takes a verb that agrees with either."""
        return text != entity.name and fold(entity.name).endswith(" " + fold(text))

    def settle_capitals(self, found: Sequence[Found]) -> None:
        """``في عمان`` is a capital spelt like another state, where the article speaks of its country and never of that state otherwise."""
        for mention in found:
            if mention.kind != "state" or mention.last - mention.first > 1:
                continue
            entities = [self.names.entities[e] for e in self.passage.longest(mention.first)[1]]
            capital = next((e for e in entities if e.kind == "capital" and e.country != mention.country), None)
            if capital is None:
                continue
            spoken_of = {f.country for f in found if f is not mention and not self._spelt_alike(f, mention)}
            if capital.country in spoken_of and mention.country not in spoken_of:
                mention.kind, mention.capital, mention.rule = "place", True, "capital"
                mention.name, mention.country, mention.latin, mention.known_as = capital.name, capital.country, capital.latin, capital.known_as

    def _spelt_alike(self, one: Found, other: Found) -> bool:
        return one.last - one.first == 1 and self.tokens[one.first].word.stem == self.tokens[other.first].word.stem

    def body_gender(self, at: int, last: int) -> str:
        """``الأمم المتحدة`` is feminine by its adjective, ``الخارجية`` by its ending."""
        if self.tokens[at].word.stem.endswith(("ون", "ين")):
            return "u"  # ``أعلنت الحوثيون``
        adjective = self.tokens[at + 1].word if at + 1 < last and self.tokens[at].word.article else None
        word = self.tokens[at].word
        if not word.article and word.stem not in self.book.bodies and not word.stem.endswith("ه"):
            return "u"  # ``حماس``, ``رويترز``: no form tells
        if adjective is not None and adjective.article and adjective.stem.endswith("ه"):
            return "f"
        return gender_of(self.tokens[at].word.stem)

    def is_adjective(self, at: int) -> bool:
        """``السعودية`` after a definite noun is an adjective: ``وزارة الخارجية السعودية``."""
        word = self.tokens[at].word
        if word.stem not in self.names.demonyms or not word.article or word.conjunction or word.preposition or at == 0:
            return False
        before = self.tokens[at - 1].word
        return before.kind == "word" and before.article and not before.verbs and not before.function

    def _is_participle(self, at: int) -> bool:
        """``الغازات المسيلة``: a definite participle right after a definite noun is no town."""
        word = self.tokens[at].word
        if not word.article or word.conjunction or word.preposition or not self.passage.qualifies(at):
            return False
        known = self.tokens[at - 1].word.stem in self.book.place_heads
        return not known and any("participle" in v.tense for v in self.lex.verb_readings(word.stem.removesuffix("ه")))

    def _is_act(self, at: int) -> bool:
        """``أعادت السعودية فتح سفارتها``: behind a noun and before another, what can be a verb is a verbal noun and no movement."""
        word = self.tokens[at].word
        before, after = (self.tokens[k].word if 0 <= k < len(self.tokens) else None for k in (at - 1, at + 1))
        if not word.verbs or word.article or word.conjunction or word.preposition or before is None or after is None:
            return False
        stands_behind = before.kind == "word" and not before.verbs and not before.function and before.stem not in self.book.bodies
        return stands_behind and after.kind == "word" and not after.function and not after.preposition and not after.conjunction

    def _is_posted(self, at: int) -> bool:
        """``على تويتر``, ``عبر "فيسبوك"``: where something is said, not who says it."""
        before = next((t.word for t in reversed(self.tokens[max(0, at - 2) : at]) if t.word.form not in QUOTES), None)
        return before is not None and before.function == "preposition"

    def _is_masculine(self, at: int, text: str, entity: Entity) -> bool:
        """``الاحتلال``, ``الكيان الصهيوني``: what a state is called by another noun than its name takes that noun's gender."""
        word = self.tokens[at].word
        return text != entity.name and word.article and word.stem in self.phrases.masculine_states

    def _is_described(self, at: int) -> bool:
        """``الاحتلال الفرنسي``: a word that alone means a state is a common noun before an adjective of another origin."""
        word, after = self.tokens[at].word, self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        if after is None or not word.article or word.stem in self.names.demonyms or not after.article or after.preposition:
            return False
        return after.stem in self.names.demonyms or (after.stem.endswith("ي") and word.stem in self.lex.masdars)

    def _in_quotes(self, at: int, last: int) -> bool:
        return at > 0 and last < len(self.tokens) and self.tokens[at - 1].word.form in QUOTES and self.tokens[last].word.form in QUOTES

    def surname(self, at: int) -> Found | None:
        """The surname of a person of the knowledge who was in office then, where nothing else can be meant."""
        word, names = self.tokens[at].word, self.names
        first_of_two = word.base in names.two_word_surnames
        if not (first_of_two or word.form in names.surnames or word.base in names.surnames) or self.passage.is_other_spelling(self.tokens[at]):
            return None
        if first_of_two and at + 1 < len(self.tokens) and not self.blocked[at + 1]:
            both = f"{word.base} {self.tokens[at + 1].word.form}"
            if (people := self.names.surnames.get(both, ())) and both not in self.names.given and word.base not in self.names.particles.first:
                return Found(at, at + 2, "person", self.passage.text(at, at + 2), people=people, rule="surname")
        if word.article and word.stem.endswith("ي") and self.passage.qualifies(at):
            return None  # ``الانقلاب العسكري``: an adjective, whoever is called so
        for form in dict.fromkeys((word.form, word.base)):
            people = self.names.surnames.get(form, ())
            if not people or form in self.names.everyday or word.function or word.stem in self.names.demonyms:
                continue
            seen = self.lex.counts.get(form, 0)
            if word.verbs or self.lex.counts.get(form.removeprefix("ال"), 0) > seen * 4 or self.lex.counts.get("ال" + form, 0) >= max(512, seen):
                continue  # ``حدود`` is also ``الحدود``
            return Found(at, at + 1, "person", self.passage.text(at, at + 1), people=people, rule="surname")
        return None

    def _origin(self, at: int) -> Found | None:
        """An adjective of origin: no actor, but it tells of a state."""
        word = self.tokens[at].word
        origin = self.names.origin(self.tokens, at)
        if origin is None or (not word.article and origin[2] == "p" and word.stem.endswith("ين") and word.conjunction):
            return None
        return Found(at, at + 1, "nisba", self.passage.text(at, at + 1), origin[0], gender=origin[1], number=origin[2], rule="nisba")
