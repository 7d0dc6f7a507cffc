"""Names of people: with a title before them or a role behind them, or bare."""

from __future__ import annotations

from rawi.actors.chains import Chains
from rawi.actors.found import Found
from rawi.actors.passage import QUOTES, Finder, Passage
from rawi.actors.shape import shapes
from rawi.arabic.letters import fold


class People(Finder):
    """Finds where names end and makes mentions of them."""

    def __init__(self, passage: Passage, chains: Chains) -> None:
        super().__init__(passage)
        self.chains = chains

    def person(
        self, first: int, start: int, end: int, role: str | None, title: str | None, country: str | None, sector: str | None, rule: str
    ) -> Found:
        """The mention that stands from ``first`` to the end of the name; its role may stand behind the name."""
        name = self.passage.text(start, end)
        people = self._people_named(start, end)
        last = self._closing_quote(first, end)
        last, role, country = self._role_after(last, role, country, people)
        gender = "m" if title or role else self._gender_of_name(start)
        return Found(first, last, "person", name, country, sector=sector, role=role, title=title, people=people, gender=gender, rule=rule)

    def _people_named(self, start: int, end: int) -> tuple[int, ...]:
        """Entities whose name is just this, or whose surname this is."""
        length, entities = self.passage.longest(start)
        people = tuple(e for e in entities if self.names.entities[e].kind == "person")
        if start + length < end and self.tokens[start + length].word.form in self.names.native:
            people = ()  # ``محمد حسين محمد فلان`` is not ``محمد حسين``
        if people and length >= end - start:
            return people
        if end - start == 1:
            word = self.tokens[start].word
            return self.names.surnames.get(word.form, ()) or self.names.surnames.get(word.base, ())
        if end - start == 2 and (named := " ".join(token.word.form for token in self.tokens[start:end])) not in self.names.given:
            people = people or self.names.surnames.get(named, ())
        return people if people and (length >= 2 or end - start == 2) else ()

    def _gender_of_name(self, at: int) -> str:
        """``u`` for a foreign or unknown given name and one with a feminine ending: nothing in it tells man from woman."""
        form = self.tokens[at].word.form
        return "u" if form not in self.names.native or form.endswith(("ه", "اء")) else "m"

    def _closing_quote(self, first: int, end: int) -> int:
        opened = any(t.word.form in QUOTES for t in self.tokens[first:end])
        return end + 1 if opened and end < len(self.tokens) and self.tokens[end].word.form in QUOTES else end

    def name_end(self, at: int, sure: bool) -> int:
        """Where the name at ``at`` ends, or ``at`` where none begins; ``sure``: a title stands before it."""
        if at >= len(self.tokens) or self.blocked[at] or self.tokens[at].word.kind != "word":
            return at
        if self.rules_place(at):
            return at  # ``ملك البحرين أمير الكويت``: another office
        if sure and (quoted := self._quoted_name_end(at)) > at:
            return quoted
        length, entities = self.passage.longest(at)
        people = any(self.names.entities[e].kind == "person" for e in entities)
        if length and not people and sure and self.tokens[at].word.form not in self.names.given:
            return self._end_of_namesake(at) if length == 1 else at
        if self.tokens[at].word.preposition or self.tokens[at].word.conjunction:
            return at + length if people and self.tokens[at].word.form in self.names.tree else at
        if people and length > 1:
            return self.known_name_end(at, at + length)
        end = self.passage.reader.end(at, sure)
        if people and at + length > end:
            end = at + length
        if end == at and sure:
            base = self.tokens[at].word.form
            if (
                base in self.names.surnames
                and base not in self.names.everyday
                and base not in self.names.demonyms
                and not self.tokens[at].word.verbs
                and not self.tokens[at].word.function
            ):
                return at + 1
        return end

    def _quoted_name_end(self, at: int) -> int:
        """``وزير خارجية النرويج، "بورج براند"``: behind an office and a comma, quotes hold two or three words of a name."""
        if at < len(',"') or self.tokens[at - 1].word.form not in QUOTES or self.tokens[at - 2].word.form != ",":
            return at
        for end in range(at + 1, min(at + 4, len(self.tokens))):
            word = self.tokens[end].word
            if word.form in QUOTES:
                return end if end > at + 1 else at
            if word.kind != "word" or word.function:
                return at
        return at

    def _end_of_namesake(self, at: int) -> int:
        """``الرئيسة المؤقتة جنين أنييس``: behind a complete title, a place before a word that is nothing else is a given name."""
        if at + 1 >= len(self.tokens) or not at or not self.tokens[at - 1].word.article or self.tokens[at].word.preposition:
            return at
        word = self.tokens[at + 1].word
        plain = word.kind != "word" or word.verbs or word.function or word.conjunction or word.preposition or self.lex.counts.get(word.form)
        if plain or self.passage.longest(at + 1)[0] or shapes().foreignness(word.form) < -1:
            return at
        return max(at, self.passage.reader.end(at + 1, sure=True))

    def known_name_end(self, at: int, last: int) -> int:
        """A name of the knowledge goes on only with a particle: ``محمد بن سلمان آل سعود``."""
        if last >= len(self.tokens):
            return last
        word = self.tokens[last].word
        if word.form in self.names.particles.leading or (word.form in self.names.native and word.form not in self.names.everyday and not word.verbs):
            return max(last, self.passage.reader.end(at, sure=True))
        return last

    def skip(self, at: int, commas: bool) -> int:
        """Past a comma, quotes, honorifics and ranks that stand between office and name."""
        start = at
        seen_comma = False
        while at < len(self.tokens) and at - start < 5:
            word = self.tokens[at].word
            if word.form == "," and commas and not seen_comma:
                seen_comma = True
            elif (word.form in QUOTES and (at == start or seen_comma)) or (
                word.kind == "word"
                and not word.conjunction
                and not word.preposition
                and (
                    word.stem in self.book.honorifics
                    or word.stem in self.book.ranks
                    or (word.stem in self.book.noble and word.article)
                    or word.stem in self.phrases.qualifiers
                )
            ):
                pass
            else:
                return at
            at += 1
        return at if at < len(self.tokens) else start

    def _is_mere_title(self, role: str) -> bool:
        """``الشيخ``, ``اللواء``: a title behind whose bearer an office may still come."""
        word = fold(role).removeprefix("ال")
        return word in self.book.noble or word in self.book.ranks

    def _role_after(self, at: int, role: str | None, country: str | None, people: tuple[int, ...]) -> tuple[int, str | None, str | None]:
        """``نبيل العربي الأمين العام لجامعة الدول العربية``: a role in apposition after the name."""
        if role is not None and not (people and self._is_mere_title(role)):
            return at, role, country
        start = at
        if start < len(self.tokens) and self.tokens[start].word.form == ",":
            start += 1
        if start >= len(self.tokens) or self.blocked[start]:
            return at, role, country
        word = self.tokens[start].word
        if word.conjunction or word.preposition or word.stem not in self.book.office_heads:
            return at, role, country
        title, _, _, number, after = self.office_words(start)
        if not title or number != "s":
            return at, role, country
        end, found_country = self.chains.chain(start, after, role=True)
        name_start = self.skip(end, commas=True)
        if self.name_end(name_start, sure=True) > name_start:
            return at, role, country
        if people and not any(self._held(p, title, found_country) for p in people):
            return at, role, country
        if not people and start > at and not word.article and end - start < 2:
            return at, role, country
        return end, self.passage.text(start, end), found_country or country

    def _held(self, person: int, title: str, country: str | None) -> bool:
        own = self.names.entities[person].country
        if country and own and country != own:
            return False
        return any(t.title == title or title in t.title for _, t in self.names.people_terms.get(person, ()))

    def bare_name(self, at: int) -> Found | None:
        """A name without any title: a given name and what goes with it."""
        if self._is_verb_ahead(at):
            return None
        end, rule = self.passage.reader.end(at, sure=False), "given name"
        if end - at < 2:
            end, rule = max(self._before_office(at), self._before_family(at)), "unknown given name"
        elif self._everyday_run(at, end):
            return None
        if end == at or self.rules_place(at) or any(t.word.stem in self.phrases.aliases for t in self.tokens[max(0, at - 3) : at]):
            return None
        return self.person(at, at, end, None, None, None, None, rule)

    def _is_verb_ahead(self, at: int) -> bool:
        """``طالب ناجي الشنفري الوزير بـ…``: at the head of a sentence a verb that is a name as well stands before the name of who acts."""
        word, following = self.tokens[at].word, self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        heads = at == 0 or self.tokens[at - 1].word.form == "."
        acts = word.stem in self.lex.verb_by_place and any(v.tense == "perfect" for v in word.verbs)
        if not heads or not acts or following is None:
            return False
        return self.passage.reader.names_surely(following) or self.passage.longest(at + 1)[0] > 1

    def of_origin(self, at: int) -> Found | None:
        """``وقال الكيني نديوا ريمي``: a name behind an adjective of nationality that stands for a person."""
        word, origin = self.tokens[at].word, self.names.origin(self.tokens, at)
        before = self.tokens[at - 1].word if at else None
        free = before is None or before.kind != "word" or before.function or before.verbs or word.conjunction or word.preposition
        if origin is None or origin[2] != "s" or not word.article or not free:
            return None
        end = self.name_end(at + 1, sure=True)
        if end == at + 1 or self.tokens[at + 1].word.article:
            return None
        if end == at + 2 and (self.passage.reader.strength(self.tokens[at + 1]) < 2 or self._states_act(at)):
            return None
        found = self.person(at, at + 1, end, None, None, origin[0], None, "nationality + name")
        found.gender = origin[1]
        return found

    def _states_act(self, at: int) -> bool:
        """``أعادت السعودية فتح سفارتها``: behind what is also a state's name, one word that can be a verb is no name."""
        is_state = any(self.names.entities[e].kind == "state" for e in self.passage.longest(at)[1])
        return is_state and bool(self.tokens[at + 1].word.verbs)

    def rules_place(self, at: int) -> bool:
        """``حاكم دارفور``: a given name that is also an office, before a place."""
        if self.tokens[at].word.stem not in self.book.office_heads or at + 1 >= len(self.tokens):
            return False
        _, entities = self.passage.longest(at + 1)
        return bool(entities) and all(self.names.entities[e].kind in ("state", "place", "capital") for e in entities)

    def _before_office(self, at: int) -> int:
        """``جامباولو كانتيني سفيرًا جديدًا``: two unknown words and an indefinite office after them are a person and his post."""
        if at + 2 >= len(self.tokens) or self.passage.reader.strength(self.tokens[at]) != 1 or not self.passage.reader.strength(self.tokens[at + 1]):
            return at
        word = self.tokens[at + 2].word
        stem = word.stem.removesuffix("ا")
        return at + 2 if word.stem.endswith("ا") and stem in self.book.office_heads and not word.conjunction else at

    def _before_family(self, at: int) -> int:
        """``غزاي الحربي``: a word that is hardly ever anything else before a family name with the article."""
        if (
            at + 1 >= len(self.tokens)
            or self.lex.counts.get(self.tokens[at].word.form, 0) >= 16
            or self.passage.reader.strength(self.tokens[at]) != 1
        ):
            return at
        family = self.tokens[at + 1].word
        titled = family.stem in self.book.noble or family.stem in self.book.honorifics or family.stem in self.book.office_heads
        if self.tokens[at].word.article or self.tokens[at].word.stem.endswith("ات"):
            return at
        return at + 2 if family.article and family.form in self.names.family and not family.conjunction and not titled else at

    def _everyday_run(self, at: int, end: int) -> bool:
        """Names that are also words (``سعيد``, ``أمل``) need a stronger second part."""
        first = self.tokens[at].word.form
        strengths = [self.passage.reader.strength(t) for t in self.tokens[at + 1 : end]]
        article = self.lex.counts.get("ال" + first, 0)
        if first in self.names.everyday or (first in self.lex.masdars) or article * 4 >= self.lex.counts.get(first, 0) > 0:
            return not any(s >= 2 and not t.word.verbs for s, t in zip(strengths, self.tokens[at + 1 : end], strict=True))
        return max(strengths, default=0) < 2 and self.lex.counts.get(first, 0) < 16 and not self.tokens[end - 1].word.article

    def office_words(self, at: int) -> tuple[str, str | None, str, str, int]:
        """The longest listed office at ``at``: its title, sector, gender, number and where it ends."""
        words: list[str] = []
        best: tuple[str, str | None, str, str, int] = ("", None, "m", "s", at)
        for offset in range(min(self.book.longest_office, len(self.tokens) - at)):
            word = self.tokens[at + offset].word
            if word.kind != "word" or (offset and self.blocked[at + offset]):
                break
            stem = word.stem if offset == 0 else word.form
            words.append(stem.removeprefix("ال") if len(stem) > 4 else stem)
            if office := self.book.offices.get(tuple(words)):
                best = (*office, at + offset + 1)
        if not best[0] and not self.tokens[at].word.verbs and self.tokens[at].word.stem not in self.phrases.no_offices:
            return self.tokens[at].word.stem, "GOV", "m", "s", at + 1  # ``وكيل محافظة``: a head that a complement will tell
        return best
