"""How far a noun phrase goes: genitives, adjectives, names and prepositions that belong to its head."""

from __future__ import annotations

from rawi.actors.passage import Finder

_LONGEST_CHAIN = 9


class Chains(Finder):
    """Follows the words that belong to a head."""

    def chain(self, head_at: int, at: int, role: bool) -> tuple[int, str | None]:
        """Where the noun phrase that ``head_at`` heads ends, and the country that it names.

        Genitives, adjectives, known names, quoted names; ``و`` between two definite nouns after heads that take them; prepositions
        after roles that take them. Punctuation, verbs, relative pronouns and dates end it.
        """
        tokens, country = self.tokens, None
        head = tokens[head_at].word.stem
        start = at
        closed = False  # an indefinite phrase with its adjective takes no genitive any more
        if role and at > head_at + 1 and tokens[at - 1].word.form in self.phrases.office_prepositions:
            step, country = self._role_preposition(head, at - 1)  # ``المتحدث باسم`` is an office, whose body follows
            at += max(step - 1, 0)
            start = at
        named_until = -1  # the end of a name of the knowledge: only adjectives follow it
        while at < len(tokens) and at - start < _LONGEST_CHAIN and not self.blocked[at]:
            word = tokens[at].word
            if word.form == '"' and at == start and head_at and self.tokens[head_at - 1].word.form == '"':
                at += 1  # ``"الداخلية" المصرية``: the head itself is quoted
                start = at
                continue
            if (word.form in ('"', "(") and not role) or (word.form == '"' and at == start and role):
                after = self._quoted_name(at)
                if after == at:
                    break
                at, closed = after, True
                continue
            if word.kind != "word":
                break
            if at == named_until and word.preposition and word.stem in self.lex.masdars:
                break  # ``السفير لدى لاباز للتعبير عن …``
            if (
                at == named_until
                and not self.passage.is_adjective_of_origin(at)
                and not word.conjunction
                and not word.preposition
                and not (role and word.form in self.phrases.office_prepositions)
            ):
                break
            if closed and (word.article or not word.stem.endswith(("ي", "يه", "ون", "ين", "يا"))):
                break
            step, found = self._link(head, head_at, at, start, role)
            if not step:
                break
            closed = closed or (not role and not word.article and (word.stem in self.names.demonyms or word.stem.endswith(("ون", "ين"))))
            described = word.stem.endswith("يه") and word.stem not in self.phrases.abstracts and word.stem not in self.book.bodies
            # ``عشر دول عربية الهجوم``
            closed = closed or (not role and not word.article and described and head in self.book.groups and not tokens[at - 1].word.article)
            closed = closed or (not role and word.marbuta and not word.article and word.stem[:-1] in self.book.groups)  # ``مجموعة مسلحة حافلة``
            if not role and not word.article and self.passage.reader.strength(self.tokens[at]) and not self.lex.counts.get(word.form):
                named_until = at + step  # a name of its own takes no genitive
            if step > 1 or (found and not self.passage.is_adjective_of_origin(at)):
                named_until = at + step
            country = country or found
            at += step
        return at, country

    def _quoted_name(self, at: int) -> int:
        """Past ``"حسم"``: a short quoted name; ``at`` where the quotes hold more than a name, or close here."""
        if self.tokens[at - 1].end == self.tokens[at].start or at + 1 >= len(self.tokens):
            return at
        closing = '"' if self.tokens[at].word.form == '"' else ")"
        for end in range(at + 1, min(at + 6, len(self.tokens))):
            form = self.tokens[end].word.form
            if form == closing:
                return end + 1 if end > at + 1 else at
            if self.tokens[end].word.function or self.tokens[end].word.kind == "mark" or (closing == ")" and self.tokens[end].word.conjunction):
                return at
        return at

    def _link(self, head: str, head_at: int, at: int, start: int, role: bool) -> tuple[int, str | None]:
        """How many words at ``at`` belong to the chain (0: none), and the country that they name."""
        word = self.tokens[at].word
        if word.conjunction:
            return self._conjoined(head, at, start)
        if role and word.form in self.phrases.office_prepositions:
            return self._role_preposition(head, at)
        if word.function and word.function != "quantifier" and self.passage.longest(at)[0] < len(("جنوب", "السودان")):
            return 0, None
        if word.preposition:
            return self._prepositional(head, at, role)
        if not role and head in self.book.groups and not word.article and word.stem in self.phrases.numbers:
            return 0, None  # ``طعن رجل ثلاثة أشخاص``
        if origin := self.names.origin(self.tokens, at):
            length, entities = self.passage.longest(at)
            if length <= 1 or not any(self.names.entities[e].kind in ("body", "state") for e in entities):
                return (1, origin[0]) if word.article or not self.tokens[at - 1].word.article else (0, None)
        length, _ = self.passage.longest(at)
        before = self.tokens[at - 1].word
        if at > start and word.stem in self.phrases.outlet_heads and not before.article and before.stem.endswith("ي"):
            return 0, None  # ``أفاد مصدر طبي وكالة كذا``: an indefinite noun with its adjective takes no genitive
        if at == start and length and not role and self.tokens[head_at].word.article and not self.passage.is_adjective_of_origin(at):
            return 0, None  # ``الجمعية الاتحاد الأوروبي``: two phrases
        if (
            at > start
            and before.article
            and before.stem in self.names.demonyms
            and (length or not self.can_describe(at))
            and not self.passage.is_adjective_of_origin(at)
        ):
            return 0, None  # the adjective of nationality ends the phrase: ``الحكومة السودانية الإمارات``
        if length and (link := self._known_link(head, at, start, role)) is not None:
            return link
        if word.article:
            return self._definite_link(head, head_at, at, start, role)
        return self._bare_link(at, start, role)

    def _known_link(self, head: str, at: int, start: int, role: bool) -> tuple[int, str | None] | None:
        """What a name of the knowledge at ``at`` does; ``None`` where its words have to be taken as plain words."""
        word = self.tokens[at].word
        length, numbers = self.passage.longest(at)
        entities = [self.names.entities[n] for n in numbers]
        kinds = {e.kind for e in entities}
        if "person" in kinds and (length > 1 or kinds == {"person"}) and not role and head not in self.phrases.personal_offices:
            return 0, None
        if kinds == {"person"}:
            return (length, entities[0].country) if not role and length > 1 and at == start else (0, None)
        if self.tokens[at - 1].word.article and not word.article and kinds & {"state", "place", "capital"}:
            return 0, None  # no genitive after a definite noun
        usable = [e for e in entities if e.bare and (length > 1 or e.kind != "outlet")]
        plain = length == 1 and self.passage.is_plain_word(at)
        if plain or not usable:
            return None
        return length, next((e.country for e in usable if e.country), None)

    def _is_group_phrase(self, at: int) -> bool:
        """``المجتمع الدولي``: several words that together name a group, behind a definite noun."""
        if not self.tokens[at - 1].word.article:
            return False
        phrases = self.book.group_phrases.get(self.tokens[at].word.stem, ())
        return any(tuple(t.word.stem for t in self.tokens[at : at + len(words)]) == tuple(words) for words, _, _ in phrases)

    def _definite_link(self, head: str, head_at: int, at: int, start: int, role: bool) -> tuple[int, str | None]:
        """A definite word goes on as adjective of a definite head, or as the genitive that ends an indefinite one."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        whose_forces = head in self.phrases.whose and at == start and not self.tokens[head_at].word.article  # ``قوات المعارضة``
        takes_people = whose_forces or head in self.phrases.people_of
        if head in self.book.groups and not takes_people and (word.stem in self.book.groups or word.stem in self.phrases.fired):
            return 0, None  # ``شبان الجنود``: one group and another; ``فتح حارس النار``
        if word.stem in self.book.office_heads and not role and head not in self.phrases.personal_offices:
            return (0, None) if at > start or self.tokens[head_at].word.article or head in self.book.groups else (1, None)
        if word.stem in self.book.office_heads and role and at > start + 1:
            return 0, None
        if role and self._starts_name(at, start):
            return 0, None
        if self._is_group_phrase(at):
            return 0, None  # ``دعا متحدث الجيش المجتمع الدولي``
        if at > start and before.article and (word.stem in self.book.ranks or word.stem in self.phrases.abstracts):
            return 0, None  # ``وزارة الداخلية اللواء فلان``, ``حمل حكومة الوحدة المسؤولية``
        if at > head_at + 1 and not role and self._is_deed(word.stem) and (before.article or self._is_place(at - 1)):
            return 0, None  # ``أدانت وزارة الخارجية القصف``: a name that is complete takes no verbal noun
        if role and at == start > head_at + 1 and not before.article and word.stem in self.book.bodies:
            return 1, None  # ``القائم بأعمال السفارة``
        if self.tokens[head_at].word.article and not self.can_describe(at):
            return 0, None  # a definite head takes adjectives only: ``المحافظ المنظمات``
        if head in self.book.groups and at > start and before.article and not self.can_describe(at):
            return 0, None  # ``أطراف النزاع المساهمة``: a definite genitive takes adjectives only
        after_origin = at > start and before.article and before.stem in self.names.demonyms
        if after_origin and word.stem in self.book.groups and not word.stem.endswith("ه"):
            return 0, None  # ``النيابة التونسية المعارض فلانا``
        if after_origin and not self.passage.is_adjective_of_origin(at) and word.stem not in self.phrases.qualities:
            return 0, None  # the adjective of nationality ends the name: ``السلطات التونسية الإقامة``
        return 1, None

    def _is_deed(self, stem: str) -> bool:
        return stem in self.phrases.deeds or stem in self.lex.masdars

    def _is_place(self, at: int) -> bool:
        return any(self.names.entities[e].kind in ("state", "capital", "place") for e in self.passage.longest(at)[1])

    def can_describe(self, at: int) -> bool:
        """Whether a definite word can be an adjective, by its ending or as a participle."""
        stem = self.tokens[at].word.stem
        if stem in self.lex.masdars or stem in self.phrases.abstracts:
            return False
        if stem in self.phrases.qualities or stem.endswith(("ي", "يه")):
            return True
        if stem.endswith("ات") or stem in self.book.bodies or stem in self.book.groups or stem in self.lex.masdars:
            return False
        return stem.endswith("ه") or (len(stem) > 3 and any("participle" in v.tense for v in self.lex.verb_readings(stem)))

    def _starts_name(self, at: int, start: int) -> bool:
        """A definite word that is a name of its own (``الباجي قائد السبسي``), not a part of the office."""
        form = self.tokens[at].word.form
        after = self.tokens[at + 1].word.form if at + 1 < len(self.tokens) else ""
        listed = form in self.names.given or (form in self.names.surnames and self.passage.longest(at)[0] > 1)
        return after in self.names.particles.sons or (at > start and listed)

    def _begins_known_name(self, at: int) -> bool:
        """``السفيرة الأمريكية في لبنان ليزا جونسون``: whoever is posted to the place before."""
        if at >= len(self.tokens) or self.tokens[at].word.kind != "word" or self.tokens[at].word.conjunction:
            return False
        people = any(self.names.entities[e].kind == "person" for e in self.passage.longest(at)[1])
        return people or self.tokens[at].word.form in self.names.given

    def _bare_link(self, at: int, start: int, role: bool) -> tuple[int, str | None]:
        """An indefinite noun continues a chain of genitives directly: ``رئيس مجلس إدارة شركة``, ``شركة بوناتي``."""
        if self.tokens[at].word.form in self.phrases.reflexives:
            return 0, None  # ``فجر انتحاري نفسه``
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        if before.article:
            return 0, None  # a definite noun takes no bare genitive
        if at > start and not role and self.passage.reader.names_surely(self.tokens[at]) and self.passage.reader.strength(self.tokens[at - 1]):
            return 0, None  # ``حزب بارزاني ماجد``: one name and another
        if at > start and word.stem.endswith("ا") and word.stem not in self.book.groups and word.stem[:-1] in self.book.groups:
            return 0, None  # ``جماعة أبو سياف سائحا``: an accusative is whom she does it to
        if role:
            if (self.passage.reader.strength(self.tokens[at]) and self.lex.counts.get(word.form, 0) < 64) or word.form in self.names.given:
                return 0, None
            finite = any(v.tense in ("perfect", "imperfect") for v in word.verbs)
            return (0, None) if finite and word.form not in self.lex.noun_like else (1, None)
        if (
            word.stem in self.book.groups
            and word.stem not in self.book.bodies
            and self.book.groups[word.stem][1] == "p"
            and before.stem not in self.phrases.people_of
        ):
            return 0, None
        finite = any(v.tense in ("perfect", "imperfect") for v in word.verbs)
        if finite and (word.form in self.lex.verb_by_place or word.form not in self.lex.noun_like):
            return 0, None
        return (1, None) if at - start < 3 else (0, None)

    def _conjoined(self, head: str, at: int, start: int) -> tuple[int, str | None]:
        word = self.tokens[at].word
        if at == start or head not in self.phrases.linking_heads or not word.article:
            return 0, None
        if not self.tokens[at - 1].word.article and head not in self.phrases.joined_genitives:
            return 0, None
        if word.stem in self.book.office_heads or word.stem in self.book.bodies or word.stem in self.book.groups:
            return 0, None
        length, _ = self.passage.longest(at)
        return (1, None) if not length and word.stem not in self.names.demonyms else (0, None)

    def _role_preposition(self, head: str, at: int) -> tuple[int, str | None]:
        allowed = self.phrases.office_prepositions[self.tokens[at].word.form]
        if (allowed and head not in allowed) or at + 1 >= len(self.tokens) or self.blocked[at + 1]:
            return 0, None
        following = self.tokens[at + 1].word
        length, entities = self.passage.longest(at + 1)
        if (
            self.tokens[at].word.form in self.phrases.inside
            and not any(self.names.entities[e].kind in ("body", "seat") for e in entities)
            and following.stem not in self.book.bodies
            and not (head in self.phrases.posted and length and self._begins_known_name(at + 1 + length))
        ):
            return 0, None
        if length:
            entity = self.names.entities[entities[0]]
            if entity.kind == "person":
                return 0, None
            names_own = self.tokens[at].word.form in self.phrases.on_behalf or entity.kind in ("body", "seat")
            return 1 + length, entity.country if names_own else None
        if following.stem in self.book.bodies and not following.article:
            end, country = self.chain(at + 1, at + 2, role=False)  # ``النائب عن حزب فلان``: the body with its name
            return end - at, country
        return (2, None) if following.article else (0, None)

    def _prepositional(self, head: str, at: int, role: bool) -> tuple[int, str | None]:
        """``الأمين العام للأمم المتحدة``, ``المبعوث الخاص لسوريا``, ``النقابة العامة للنقل``."""
        word = self.tokens[at].word
        if word.preposition == "ب" and role and word.article is False and head in self.phrases.responsible:
            length, entities = self.passage.longest(at)
            return (length, self.names.entities[entities[0]].country) if length else (0, None)
        if role and word.preposition in ("ب", "ل") and self.tokens[at - 1].word.stem in self.phrases.charged:
            return 1, None
        length, entities = self.passage.longest(at)
        if role and word.preposition == "ل" and length > 1 and self.names.entities[entities[0]].kind == "state":
            return length, self.names.entities[entities[0]].country  # ``وزير الشؤون الخارجية للجمهورية الفرنسية``
        if (
            word.preposition != "ل"
            or (role and head not in self.phrases.offices_to_bodies)
            or (not role and head not in self.phrases.linking_heads and not word.article)
        ):
            return 0, None
        if length:
            entity = self.names.entities[entities[0]]
            owns = entity.kind in ("body", "seat", "outlet")
            return (length, entity.country if owns else None) if entity.kind != "person" else (0, None)
        if role and word.stem in self.book.bodies and word.stem not in self.phrases.outlet_heads and not word.article:
            end, country = self.chain(at, at + 1, role=False)  # ``المتحدث الإعلامي لوزارة الداخلية``
            return end - at, country
        if role and word.stem in self.book.groups:
            return 0, None  # ``قال رئيس الوزراء الياباني للصحفيين``
        return (1, None) if word.article and (role or head in self.phrases.linking_heads or head in self.phrases.serving) else (0, None)
