"""Titles, ranks and offices, with or without the name of who bears them."""

from __future__ import annotations

from rawi.actors.chains import Chains
from rawi.actors.found import Found
from rawi.actors.passage import Finder, Passage
from rawi.actors.people import People


class Offices(Finder):
    """Finds offices and the names behind them."""

    def __init__(self, passage: Passage, chains: Chains, people: People) -> None:
        super().__init__(passage)
        self.chains, self.people = chains, people

    def titled(self, at: int) -> Found | None:
        """A title or office, and the name after it where there is one."""
        word = self.tokens[at].word
        stem = word.stem
        if word.function or (word.verbs and stem in self.lex.verb_by_place and not word.article and not word.preposition):
            return None  # ``أمام`` is no ``إمام``, ``طالب`` at the head of a clause no student
        if stem in self.book.noble and stem in self.book.office_heads and self.people.office_words(at)[4] > at + 1:
            return self._office(at)  # ``شيخ الأزهر أحمد الطيب``
        after = self._past_honorific(at)
        if after > at and (named := self._after_rank(at, after)) is not None:
            return named
        if stem in self.book.honorifics or stem in self.book.ranks or stem in self.book.noble or stem in self.book.professions:
            if (
                not self._is_given_name("", at)
                and not (stem in self.book.professions and self.passage.qualifies(at))
                and (named := self._after_rank(at)) is not None
            ):
                return named
            if stem in self.book.noble and stem not in self.book.office_heads:
                return self._noble_alone(at)
        if stem not in self.book.office_heads:
            return None
        return self._office(at)

    def _past_honorific(self, at: int) -> int:
        """Past an honorific of several words (``خادم الحرمين الشريفين``), or ``at`` where none begins."""
        for words in self.book.long_honorifics.get(self.tokens[at].word.stem, ()):
            if tuple(token.word.stem for token in self.tokens[at : at + len(words)]) == words:
                return at + len(words)
        return at

    def _after_rank(self, at: int, after: int = 0) -> Found | None:
        """``اللواء الركن فلان``, ``الدكتور فلان``: ranks, professions and honorifics (up to ``after``), then an office or a name."""
        next_at = after or at + 1
        role_end = at
        while next_at < len(self.tokens):
            word = self.tokens[next_at].word
            if self.blocked[next_at] or word.kind != "word" or word.conjunction:
                break
            known = word.stem in self.book.honorifics or word.stem in self.book.ranks or word.stem in self.book.noble
            origin = word.stem in self.names.demonyms and word.article
            described = (word.article and word.stem in self.phrases.qualities) or (
                word.article
                and word.stem.endswith("ي")
                and not any(word.form in listed for listed in (self.names.given, self.names.family, self.names.surnames))
            )
            if not known and not origin and not described and word.stem not in self.phrases.qualifiers and not self._is_before_given(next_at):
                break
            next_at += 1
        role_end = next_at
        is_title = self.tokens[at].word.article or self.tokens[at].word.stem not in self.book.office_heads  # ``نائب وزير`` is one office
        if (
            is_title
            and next_at < len(self.tokens)
            and self.tokens[next_at].word.stem in self.book.office_heads
            and not self.tokens[next_at].word.conjunction
        ):
            office = self._office(next_at)
            if office is not None and office.kind == "person":
                office.first = at
                return office
        start = self.people.skip(next_at, commas=self.tokens[at].word.article)
        end = self.people.name_end(start, sure=True)
        if end == start:
            return None
        stem = self.tokens[at].word.stem
        sector = "MIL" if stem in self.book.ranks else self.book.professions.get(stem)
        origin_country = next((o[0] for k in range(at, role_end) if (o := self.names.origin(self.tokens, k))), None)
        role = None if after or stem in self.book.honorifics else self.passage.text(at, role_end)
        found = self.people.person(at, start, end, role, None, origin_country, sector, "title")
        if stem in self.book.professions and stem.endswith("ه"):
            found.gender = "f"
        return found

    def _is_before_given(self, at: int) -> bool:
        """``المهاجم المخضرم فيليبو``: a definite word that is no name, before a given name, describes who bears it."""
        word, following = self.tokens[at].word, self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        if following is None or not word.article or not self.tokens[at - 1].word.article or following.article or following.conjunction:
            return False
        listed = any(word.form in names for names in (self.names.given, self.names.family, self.names.surnames))
        return not listed and following.form in self.names.given and word.stem not in self.book.office_heads

    def _noble_alone(self, at: int) -> Found | None:
        word = self.tokens[at].word
        if not word.article:
            return None
        country = self.passage.origin_after(at + 1)
        last = at + 2 if country else at + 1
        return Found(
            at, last, "role", self.passage.text(at, last), country, role=self.passage.text(at, last), title=word.stem, by="role", rule="title alone"
        )

    def _office(self, at: int) -> Found | None:
        title, sector, gender, number, after = self.people.office_words(at)
        if not title or self._is_given_name(title, at):
            return None
        end, country = max(self.chains.chain(at, after, role=True), self.chains.chain(at, at + 1, role=True), key=lambda found: found[0])
        word = self.tokens[at].word
        role = self.passage.text(at, end)
        more_end, more_country, more_role = self._further_offices(end)
        if more_role and country and more_country and more_country != country:
            more_end, more_role = end, None
        if more_role:
            role, country = f"{role}، {more_role}", country or more_country
        seat_end, seat = self._seat(more_end) if country is None or self.tokens[at].word.stem in self.phrases.envoys else (more_end, None)
        seat_end = self.people.skip(seat_end, commas=False) if seat else seat_end
        start = self.people.skip(more_end, commas=True)
        name_end = self.people.name_end(start, sure=True) if number == "s" else start
        if name_end == start and seat and (behind := self.people.name_end(seat_end, sure=True)) > seat_end and number == "s":
            start, name_end, country, more_end = seat_end, behind, country or seat, seat_end
        if name_end == start and number == "s" and (behind := self._past_whose(more_end)) > more_end:
            told = self.people.skip(behind, commas=True)
            if told > behind and (last := self.people.name_end(told, sure=True)) > told + 1:
                start, name_end, more_end = told, last, behind
        if name_end - start == 1 and country and self._of_another_country(start, country):
            name_end = start
        if start == end and not word.article and self._speaks_for_office(at, end):
            name_end = start
        if name_end > start and not self._is_other_clause(more_end, start):
            found = self.people.person(at, start, name_end, role, title, country, sector, "office + name")
            found.gender = "f" if word.stem.endswith("ه") else gender
            return found
        if number == "d" and word.stem.endswith("ا") and end == after:
            return None  # ``انتخبه رئيسا``: a dual in construct has a genitive
        if number in ("d", "p"):
            return Found(
                at, end, "group", self.passage.text(at, end), country, sector=sector, role=role, title=title, number=number, by="role", rule="offices"
            )
        definite = word.article or country is not None or end > after or self.tokens[after - 1].word.article
        if not definite or (country is None and word.article and self.passage.qualifies(at)):
            return None
        return Found(
            at,
            end,
            "role",
            role if not more_role else self.passage.text(at, end),
            country,
            sector=sector,
            role=role,
            title=title,
            gender=gender,
            by="role",
            rule="office alone",
        )

    def _past_whose(self, at: int) -> int:
        """``المتحدث العسكري للجماعة، فلان``: past a definite noun behind ``ل``, and its adjectives, that say whose office it is."""
        if at >= len(self.tokens) or self.blocked[at] or self.tokens[at].word.preposition != "ل" or not self.tokens[at].word.article:
            return at
        end = at + 1
        while end < len(self.tokens) and not self.blocked[end] and self.tokens[end].word.article and self.chains.can_describe(end):
            end += 1
        return end

    def _seat(self, at: int) -> tuple[int, str | None]:
        """``وزير الداخلية بالمملكة المغربية فلان``, ``قائد العمليات في سوريا فلان``: the state of an office, and where it ends."""
        if at + 1 >= len(self.tokens) or self.blocked[at]:
            return at, None
        if self.tokens[at].word.form in self.phrases.inside:
            at += 1
        elif self.tokens[at].word.preposition != "ب":
            return at, None
        length, entities = self.passage.longest(at)
        return at + length, next((self.names.entities[e].country for e in entities if self.names.entities[e].kind in ("state", "capital")), None)

    def _speaks_for_office(self, at: int, end: int) -> bool:
        """``متحدث باسم الرئيس التركي فلان``: the name is that of whom an unnamed spokesman speaks for."""
        behind = next((k + 1 for k in range(at + 1, end) if self.tokens[k].word.base in self.phrases.on_behalf), end)
        return any(self.tokens[k].word.stem in self.book.office_heads for k in range(behind, end))

    def _of_another_country(self, at: int, country: str) -> bool:
        """``سيزور الرئيس المكسيكي ترامب``: a known surname of another country is another person."""
        form = self.tokens[at].word.form
        people = self.names.surnames.get(form, ())
        return bool(people) and form not in self.names.given and all(self.names.entities[p].country not in (country, None) for p in people)

    def _is_given_name(self, title: str, at: int) -> bool:
        """``ملك شاهر``, ``أمير حسن``: an office word that is a given name here, for a name follows it at once."""
        word = self.tokens[at].word
        return (
            word.form in self.names.given
            and not word.article
            and at + 1 < len(self.tokens)
            and not self.people.rules_place(at)
            and (bool(self.passage.reader.strength(self.tokens[at + 1])) or self.tokens[at + 1].word.form in self.names.particles.leading)
        )

    def _further_offices(self, at: int) -> tuple[int, str | None, str | None]:
        """``قائد كذا، قائد كذا``, ``المبعوث الخاص ورئيس البعثة``: offices strung together before one name."""
        start = self.people.skip(at, commas=True)
        if start >= len(self.tokens) or self.tokens[start].word.stem not in self.book.office_heads or self.tokens[start].word.preposition:
            return at, None, None
        word = self.tokens[start].word
        title, _, _, number, after = self.people.office_words(start)
        if not title or number != "s" or self._is_given_name(title, start):
            return at, None, None
        end, country = max(self.chains.chain(start, after, role=True), self.chains.chain(start, start + 1, role=True), key=lambda found: found[0])
        more_end, more_country, more = self._further_offices(end)
        here = self.passage.text(start, end)
        if word.conjunction and more_end == end:
            name_start = self.people.skip(end, commas=True)
            if self.people.name_end(name_start, sure=True) == name_start:
                return at, None, None
        elif start > at and self.people.name_end(self.people.skip(more_end, commas=True), sure=True) == self.people.skip(more_end, commas=True):
            return at, None, None
        return more_end, country or more_country, here if more is None else f"{here}، {more}"

    def _is_other_clause(self, role_end: int, start: int) -> bool:
        """A comma and then a weak name: ``قال الوزير، مساء`` is no name."""
        if role_end == start:
            return False
        named = (
            self.tokens[start].word.form in self.names.particles.first or self.passage.longest(start)[0] > 1
        )  # ``رئيس الجمهورية، عبد المجيد تبون``
        return self.tokens[role_end].word.form == "," and not named and self.passage.reader.strength(self.tokens[start]) < 1
