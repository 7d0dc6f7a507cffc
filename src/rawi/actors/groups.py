"""Groups of people: by what they are, by their number, by where they are from."""

from __future__ import annotations

from rawi.actors.bodies import Bodies
from rawi.actors.chains import Chains
from rawi.actors.found import Found
from rawi.actors.known import KnownNames
from rawi.actors.passage import QUOTES, Finder, Passage, gender_of, without_clitics
from rawi.actors.people import People

_SEVERAL = ("ان", "ين")  # the endings of a dual and of a plural that is no subject


class Groups(Finder):
    """Finds ``متظاهرون``, ``أربعة متهمين``, ``آلاف العراقيين``."""

    def __init__(self, passage: Passage, chains: Chains, people: People, known: KnownNames, bodies: Bodies) -> None:
        super().__init__(passage)
        self.chains, self.people, self.known, self.bodies = chains, people, known, bodies

    def group(self, at: int) -> Found | None:
        """The group whose noun stands at ``at``: ``متظاهرون``, ``وفد من حركة حماس``; with a name behind it a person."""
        if (phrase := self._phrase(at)) is not None:
            return phrase
        word = self.tokens[at].word
        group = self._word(word.stem) if not at or self.tokens[at - 1].word.form not in self.phrases.without else None  # ``دون طيار``
        if group is None or self._describes(at, group[1]) or self._is_verb_with_pronoun(at):
            return None  # ``الاعتداء الإرهابي``, ``هجمات انتحارية``, ``زلزال دبلوماسي``: an adjective
        if word.stem.endswith(("ا", "ه")) and not word.article and at and self.tokens[at - 1].word.form == "," and self._is_participle(word.stem):
            return None  # ``…، متهمًا أنقرة بـ``: a participle goes on with the clause
        if (word.stem in self.book.bodies and self.bodies.body(at) is not None) or (
            word.verbs and word.stem in self.lex.verb_by_place and not word.article and self.passage.origin_after(at + 1) is None
        ):
            return None
        if at + 1 < len(self.tokens) and self.tokens[at + 1].word.base in self.book.own_state and not self.tokens[at + 1].word.marbuta:
            return None  # ``قوات بلاده``: the state's
        end, country = self._members(at) if self._takes_no_genitive(at) else self.chains.chain(at, at + 1, role=False)
        while end > at + 1 and self.tokens[end - 1].word.form in QUOTES:
            end -= 1
        if (
            not word.article
            and end > at + 1
            and (inner := self.known.known(at + 1) or self.bodies.body(at + 1)) is not None
            and inner.kind == "organization"
            and inner.rule != "bare body"
        ):
            return None  # ``عناصر المخابرات السورية``, ``مقاتلو بوكو حرام``: the body itself
        if group[1] == "s" and (named := self._named(at, end, country, group[0])) is not None:
            return named
        if (listed := self._listed(at, end, country, group[0])) is not None:
            return listed
        end = self._adjectives(at, end)
        end, country = self._out_of_body(end, country) if not word.article or group[1] == "p" else (end, country)
        sector = self._sector_of_whole(at, end) or group[0]
        return Found(at, end, "group", self.passage.text(at, end), country, sector=sector, number=group[1], rule="group", gender=gender_of(word.stem))

    def _named(self, at: int, end: int, country: str | None, sector: str) -> Found | None:
        """``القيادي في حركة الجهاد فلان``, ``رجل الدين المناوئ للحكومة فلان``: the person whom a description of one man stands before."""
        for told in (end, self._out_of_body(end, country)[0], self._past_complement(end)):
            if (last := self.people.name_end(told, sure=True)) > told + 1 and self._is_name(told, last):
                return self.people.person(at, told, last, self.passage.text(at, told), None, country, sector, "description + name")
        return None

    def _listed(self, at: int, end: int, country: str | None, sector: str) -> Found | None:
        """``الصحفيين أحمد سالم وعلي ناصر``: the first of several whom a dual or plural stands before; the others follow with ``و``."""
        word = self.tokens[at].word
        if not word.article or end > at + 1 or not word.stem.endswith(_SEVERAL):
            return None
        last = self.people.name_end(end, sure=True)
        if last < end + 2 or last >= len(self.tokens) or not self.tokens[last].word.conjunction or not self._is_name(end, last):
            return None
        return self.people.person(at, end, last, None, None, country, sector, "one of several named")

    def _described(self, end: int) -> int:
        """Past a definite adjective: ``رجل الدين المناوئ``."""
        return (
            end + 1 if end < len(self.tokens) and not self.blocked[end] and self.chains.can_describe(end) and self.tokens[end].word.article else end
        )

    def _past_complement(self, at: int) -> int:
        """``رجل الدين المناوئ للحكومة فلان``: past what an adjective of the description is said of."""
        if at + 1 >= len(self.tokens) or self.blocked[at]:
            return at
        if self.tokens[at].word.form in self.phrases.inside and self.tokens[at + 1].word.article and not self.blocked[at + 1]:
            return self._described(at + 2)  # ``الناشطة في الحراك الشعبي فلانة``
        if not self.tokens[at].word.article or self.tokens[at].word.preposition != "ل":
            return at
        return at + max(self.passage.longest(at)[0], 1)

    def _is_name(self, first: int, last: int) -> bool:
        """``عضو الحزب متعدد الأعراق`` is no person: one word of the name has to be known for a name."""
        return self.passage.longest(first)[0] > 1 or any(self.passage.reader.strength(token) >= 2 for token in self.tokens[first:last])

    def _sector_of_whole(self, at: int, end: int) -> str | None:
        """``عناصر الشرطة``, ``قيادي في تنظيم القاعدة``, ``دورية للشرطة``: those who only belong to others are of their sector."""
        if self.tokens[at].word.stem not in self.phrases.belonging:
            return None
        after = end if end < len(self.tokens) and self.tokens[end].word.preposition == "ل" else at + 1
        for k in range(after, max(end, after + 1)):
            stem = self.tokens[k].word.stem
            if (body := self.known.known(k)) is not None and body.kind == "organization" and body.sector:
                return body.sector
            if stem in self.book.groups:
                return self.book.groups[stem][0]
        return None

    def _word(self, stem: str) -> tuple[str, str] | None:
        """Sector and number of the group that a word names: ``جنود``, ``جنودا``, ``رعاياها``."""
        groups = self.book.groups
        if (group := groups.get(stem) or (groups.get(stem[:-1]) if stem.endswith("ا") else None)) is not None:
            return group
        for pronoun in ("هما", "هم", "ها", "ه"):
            bare = stem.removesuffix(pronoun)
            if bare != stem and bare in self.phrases.serving_men and bare in groups:
                return groups[bare]  # ``جنودها``, ``مقاتليه``
        return next(
            (("CVL", "p") for pronoun in ("هما", "هم", "ها", "ه") if stem.removesuffix(pronoun) in self.phrases.owned and stem.endswith(pronoun)),
            None,
        )

    def _phrase(self, at: int) -> Found | None:
        """``المجتمع الدولي``, ``قوات الأمن``: a group told by several words, with its adjectives of origin."""
        word = self.tokens[at].word
        for words, sector, number in self.book.group_phrases.get(word.stem, ()):
            end = at + len(words)
            following = [t.word for t in self.tokens[at + 1 : end]]
            if [w.stem for w in following] != list(words[1:]) or any(w.conjunction or w.preposition for w in following):
                continue
            if end < len(self.tokens) and self.tokens[end].word.article and self.names.origin(self.tokens, end) is not None and sector != "CVL":
                return None  # ``قوات الأمن العراقية`` is a body
            if number == "s" and (named := self._named(at, self._described(end), None, sector)) is not None:
                return named
            country = None
            while (origin := self.passage.origin_after(end)) is not None and self.tokens[end].word.article == self.tokens[end - 1].word.article:
                country, end = country or origin, end + 1
            name = self.passage.text(at, end)
            return Found(at, end, "group", name, country, sector=sector, number=number, rule="group", gender=gender_of(word.stem))
        return None

    def _is_verb_with_pronoun(self, at: int) -> bool:
        """``قاده الجنرال`` (led it), not ``قادة``: the ending that folding makes alike."""
        token = self.tokens[at]
        word = token.word
        pronoun = word.base.endswith("ه") and not word.article and not word.marbuta and any(self.lex.verb_readings_before_pronoun(word.base[:-1]))
        return pronoun and self.passage.original(token.end - 1, token.end) == "ه"

    def _is_participle(self, stem: str) -> bool:
        return any(v.tense == "participle" for v in self.lex.verb_readings(stem))

    def _describes(self, at: int, number: str) -> bool:
        word, before = self.tokens[at].word, self.tokens[at - 1].word if at else None
        if before is None or before.kind != "word" or before.function or before.verbs or word.conjunction or word.preposition:
            return False
        if number == "s" and self.passage.qualifies(at):
            return True
        one_man = self.book.groups.get(before.stem, ("", "p"))[1] == "s" and not before.stem.endswith("ه")
        if one_man and word.stem.endswith("ه"):
            return False  # ``دهس مهاجم مارة``: he takes no feminine adjective
        accusative = before.base.endswith("ا") and "ال" + before.base[:-1] in self.lex.counts
        if word.base.endswith("يا") and accusative and not before.article and number == "s":
            return True  # ``موقعا عسكريا``
        return not word.article and not before.article and (word.stem.endswith("ه") or (word.stem.endswith("ي") and number == "s"))

    def counted(self, at: int) -> Found | None:
        """``14 فلسطينيا``, ``أربعة متهمين``, ``عشرات من العمال``: people told by number, as written."""
        word = self.tokens[at].word
        uncounted = self.phrases.is_uncounted(word.base)
        if word.kind != "number" and not uncounted and word.stem not in self.phrases.numbers:
            return None
        if at + 2 < len(self.tokens) and self.tokens[at + 1].word.form in self.phrases.partitive and not uncounted:
            return self._some_of(at, at + 2) if not word.conjunction or word.kind != "number" else None
        at_people = self._after_number(at, uncounted)
        if uncounted and at_people < len(self.tokens) and self.tokens[at_people - 1].word.form in self.phrases.partitive:
            return self._some_of(at, at_people)
        if at_people >= len(self.tokens) or self.blocked[at_people]:
            return self._crowd(at) if uncounted else None
        following = self.tokens[at_people].word
        if following.kind != "word" or following.conjunction or following.preposition or (following.article and not uncounted):
            return self._crowd(at) if uncounted else None
        found = self.group(at_people) or self.people_by_origin(at_people)
        if found is None and (origin := self.names.origin(self.tokens, at_people)) is not None:
            found = Found(at_people, at_people + 1, "group", "", origin[0], sector="CVL", number="p", rule="people by number")
        if found is None or found.kind != "group":
            return self._crowd(at) if uncounted else None
        pieces = [self.passage.original(t.start, t.end) for t in self.tokens[at : found.last]]
        pieces[0] = without_clitics(pieces[0], self.tokens[at])
        found.first, found.name, found.number, found.rule = at, " ".join(pieces), "p", "people by number"
        return found

    def _some_of(self, at: int, start: int) -> Found | None:
        """``مئات من الأقباط``, ``العشرات من عناصر الحزب``: people told by a vague number and what they are of."""
        if self.blocked[start] or self.tokens[start].word.kind != "word":
            return None
        inner = self.group(start) or self.people_by_origin(start) or self.known.known(start) or self.bodies.body(start)
        if inner is None and self.tokens[start].word.stem in self.phrases.belonging and start + 1 < len(self.tokens):
            inner = self.known.known(start + 1) or self.bodies.body(start + 1)  # ``ثلاثة من عناصر الحشد الشعبي``
        if inner is None or inner.kind not in ("group", "organization") or (inner.kind == "group" and inner.number != "p"):
            return None
        name, last = self.passage.text(at, inner.last), inner.last
        return Found(at, last, "group", name, inner.country, sector=inner.sector, number="p", rule="people by number", gender="u")

    def _after_number(self, at: int, uncounted: bool) -> int:
        """Where those who are counted stand: after a second number (``خمسة عشر فلسطينيا``) or ``من``."""
        after = at + 1
        if after < len(self.tokens) and (
            self.phrases.is_uncounted(self.tokens[after].word.base) if uncounted else self.tokens[after].word.stem in self.phrases.numbers
        ):
            after += 1
        if uncounted and after < len(self.tokens) and self.tokens[after].word.form in self.phrases.partitive:
            after += 1
        return after

    def _crowd(self, at: int) -> Found | None:
        """``خرج الآلاف إلى الشوارع``: a crowd of which the verb before it tells, and nothing says who they are."""
        word = self.tokens[at].word
        if not word.base.startswith("ال") or word.base in self.phrases.uncounted or word.preposition or not at or not self.tokens[at - 1].word.verbs:
            return None
        following = self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        if following is not None and following.form in self.phrases.partitive:
            return None
        return Found(at, at + 1, "group", self.passage.text(at, at + 1), None, sector="CVL", number="p", rule="crowd", gender="m")

    def _takes_no_genitive(self, at: int) -> bool:
        """``مسلحون``, ``مهاجرا``, ``انتحاري``: the ن of the plural, an accusative and a nisba close a noun."""
        word = self.tokens[at].word
        if len(word.stem) > 4 and word.stem.endswith(("ون", "ين", "ان")):
            return True
        if word.article:
            return False
        if word.stem.endswith("ا"):
            return word.stem not in self.book.groups  # ``وفدا مصر وقطر`` are two, ``ضحايا`` many
        one = self.book.groups.get(word.stem, ("", "p"))[1] == "s"
        return one and word.stem.endswith("ي") and word.stem not in self.phrases.people_of

    def _members(self, at: int) -> tuple[int, str | None]:
        """``مسلحون مجهولون``: a plural that keeps its ن takes adjectives, no genitive."""
        end, country = at + 1, None
        stem = self.tokens[at].word.stem
        ending = stem[-2:] if stem.endswith(("ون", "ين", "ان")) else stem[-1:]
        while end < len(self.tokens) and not self.blocked[end]:
            word = self.tokens[end].word
            if word.kind != "word" or word.conjunction or word.preposition or word.function or word.article != self.tokens[at].word.article:
                break
            if any(v.tense in ("perfect", "imperfect") and v.number == "p" and not v.pronoun for v in word.verbs):
                break  # ``جنودا إسرائيليين أطلقوا``, ``مسلحون يغتالون``: what they do
            origin = self.names.origin(self.tokens, end)
            if origin is not None and origin[2] == "s" and ending in ("ون", "ين", "ان"):
                break  # ``خطف مسلحون فرنسية``: people take no adjective in the singular
            describes = word.stem.endswith(ending) or (ending == "ي" and word.stem in self.phrases.qualities)
            if origin is None and (not describes or (word.stem in self.book.groups and end > at + 1)):
                break
            if (
                word.stem in self.book.groups
                and origin is None
                and not word.stem.endswith(("يين", "يون"))
                and not any("participle" in v.tense for v in self.lex.verb_readings(word.stem))
            ):
                break
            country = country or (origin[0] if origin else None)
            end += 1
        return end, country

    def _adjectives(self, at: int, end: int) -> int:
        """``الأطفال النازحين``, ``سياحا أجانب``: a noun of a group that can only describe the one right before it."""
        if end != at + 1 or end >= len(self.tokens) or self.blocked[end]:
            return end
        word, after = self.tokens[at].word, self.tokens[end].word
        if after.kind != "word" or after.conjunction or after.preposition or after.article != word.article:
            return end
        if word.article and after.stem.endswith(("يين", "يون")) and self.names.origin(self.tokens, end) is None:
            return end + 1  # ``السجناء السياسيين``, ``الحلفاء الغربيين``
        if after.stem not in self.book.groups:
            return end
        if after.stem.endswith("يه") and word.stem.endswith(("ات", "ه")):
            return end + 1  # ``جمعيات حقوقية``
        if not word.article and after.stem.endswith("ون"):
            return end + 1  # ``شبان ملثمون``: a nominative is no genitive
        if not word.article:
            return end + 1 if word.stem.endswith("ا") and self.book.groups[after.stem][1] == "p" else end
        return end + 1 if self._is_participle(after.stem) and word.stem[-2:] not in ("ون", "ين") else end

    def _out_of_body(self, at: int, country: str | None) -> tuple[int, str | None]:
        """``وفد من حركة حماس``, ``ضابط في الجيش الصومالي``: the body that the group comes from belongs to its description."""
        if at + 1 >= len(self.tokens) or self.blocked[at + 1]:
            return at, country
        inside = self.tokens[at].word.form in self.phrases.inside
        if not inside and self.tokens[at].word.form not in self.phrases.partitive:
            return at, country
        if not inside and (members := self._phrase(at + 1) or self._plural(at + 1)) is not None:
            return members.last, country or members.country  # ``مجموعة من المعلمين``
        inner = self.known.known(at + 1) or self.bodies.body(at + 1)
        if inner is None or inner.kind != "organization":
            return at, country
        if inside and (inner.rule in ("bare body", "seat") or self.tokens[at + 1].word.stem in self.book.place_heads):
            return at, country
        return inner.last, country or inner.country

    def _plural(self, at: int) -> Found | None:
        """``المعلمين`` in ``مجموعة من المعلمين``: the definite plural of those of whom a group is."""
        word = self.tokens[at].word
        if not word.article or word.preposition or not word.stem.endswith("ين"):
            return None
        found = self.group(at)
        return found if found is not None and found.kind == "group" and found.number == "p" else None

    def people_by_origin(self, at: int) -> Found | None:
        """``آلاف العراقيين``, ``الفلسطينيون``, ``قرويون سوريون``: people named by where they are from."""
        tokens, start = self.tokens, at
        if tokens[at].word.function == "quantifier" and at + 1 < len(tokens) and not tokens[at].word.preposition:
            at += 1
        origin = self.names.origin(self.tokens, at)
        if origin is None or self.blocked[at]:
            return None
        if origin[2] != "p":
            return self._one_by_origin(at, origin)
        if at == start and at > 0 and self._is_adjective_plural(at):
            return None
        end = at + 1
        while end < len(tokens) and tokens[end].word.article and not tokens[end].word.conjunction and tokens[end].word.stem.endswith(("ين", "ون")):
            end += 1
        return Found(start, end, "group", self.passage.text(start, end), origin[0], sector="CVL", number="p", rule="people by origin")

    def _one_by_origin(self, at: int, origin: tuple[str, str, str]) -> Found | None:
        """``استشهد فلسطيني``, ``مقتل سوري``, ``نفذ تونسي``: one person named by where he is from, behind a verb or what befell him."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word if at else None
        if before is None or word.article or word.preposition or origin[1] == "f" or before.kind != "word":
            return None
        acts = any(v.tense == "perfect" for v in before.verbs) and before.base not in self.lex.masdars and not before.function
        noun_too = before.base in self.lex.verb_by_place or self.lex.counts.get("ال" + before.stem, 0) > 0
        if before.stem not in self.phrases.befall and (not acts or noun_too):
            return None
        return Found(at, at + 1, "group", self.passage.text(at, at + 1), origin[0], sector="CVL", number="s", rule="people by origin")

    def _is_adjective_plural(self, at: int) -> bool:
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        if word.conjunction or word.preposition or before.kind != "word" or before.function or before.verbs:
            return False
        if before.stem in self.phrases.numbers or (
            word.stem.endswith(("ون", "ين")) and before.stem not in self.book.groups and not before.stem.endswith(("ون", "ين", "ان"))
        ):
            return False  # ``منازل فلسطينيين``: things take no plural of persons as adjective
        return before.article == word.article
