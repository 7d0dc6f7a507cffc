"""Cut a sentence into units."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.found import Found
from rawi.actors.gazetteer import gazetteer
from rawi.actors.phrases import phrase_book
from rawi.actors.titles import title_book
from rawi.arabic.lexicon import Lexicon, VerbReading, lexicon
from rawi.arabic.words import Token, Word
from rawi.clauses.lexicon import abouts, clause_book, homographs
from rawi.clauses.units import ADVERB, DATE, FINITE, MARK, NOUN, OPENER, PARTICIPLE, VERB, Unit, gender_of
from rawi.clauses.verbs import VerbPlaces

_OPENERS = ("complementizer", "relative", "subordinator")


class Cutter:
    """Cuts the sentences of one article. ``starts`` maps a token number to the mention that begins there."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[Found], dates: Sequence[bool], asides: frozenset[int] = frozenset()) -> None:
        self.tokens, self.dates, self.asides = tokens, dates, asides
        self.starts = {f.first: f for f in found}
        ending: dict[int, list[Found]] = {}
        for mention in found:
            ending.setdefault(mention.last, []).append(mention)
        self.verbs = VerbPlaces(tokens, ending, self.starts)
        self.lex: Lexicon = lexicon()
        self.book, self.homographs, self.abstracts = clause_book(), homographs(), phrase_book().abstracts
        self.abouts, self.numbers, self.demonyms = abouts(), phrase_book().numbers, gazetteer().demonyms

    def cut(self, first: int, last: int) -> list[Unit]:
        """The units of the sentence whose tokens are ``first`` to ``last``."""
        units: list[Unit] = []
        at, slot, conjunction, negated, qad = first, "", "", False, False
        while at < last:
            token = self.tokens[at]
            word = token.word
            unit = self._unit(at, last, units, slot)
            if unit is None:  # a preposition, negator or auxiliary: it colours what follows
                slot, conjunction, negated, qad, at = self._colour(at, slot, conjunction, negated, qad)
                continue
            unit.conjunction = unit.conjunction or conjunction or word.conjunction
            if unit.kind in (NOUN, DATE, OPENER) and (not unit.slot or slot == "source"):
                unit.slot = slot
            if units and self._is_owner(unit, units[-1]):
                units[-1].last, at = unit.last, unit.last
                units[-1].found += unit.found
                slot, conjunction = "", ""
                continue
            unit.negated, unit.after_qad = negated, qad
            if unit.kind == NOUN and units and units[-1].kind == ADVERB and units[-1].last - units[-1].first == 2:
                unit.gender = "u"  # ``دعا كل من مصر وقطر``: the verb agrees with ``كل``
            units.append(unit)
            if (
                unit.pronoun in ("ها", "هم")
                and unit.slot in ("بين", "من")
                and len(units) > 1
                and (units[-2].kind in (MARK, ADVERB) or (units[-2].head is not None and units[-2].head.rule == "people by number"))
                and unit.head is None
                and unit.kind == NOUN
            ):
                slot, at = "ضمنهم", unit.last  # ``دول عربية، بينها السعودية``, ``22 شخصا بينهم أطفال``
                continue
            if unit.conjunction and self.tokens[unit.first].word.stem in self.book.adding:
                conjunction = unit.conjunction  # ``التقى نظيره وأيضا وزير الأوقاف``
            if unit.kind == ADVERB and word.function == "demonstrative" and unit.last < last and not self.tokens[unit.last].word.article:
                slot = ""  # ``قبل ذلك قتل …``: it stands for itself
            if unit.kind != ADVERB and unit.stem != '"':
                slot = conjunction = ""
                if unit.kind != MARK:
                    negated = qad = False
            at = unit.last
        return units

    def _is_some_body(self, mention: Found) -> bool:
        """``منظمة جزائرية``: a body that only its kind and an indefinite adjective of origin tell of."""
        last = self.tokens[mention.last - 1].word
        return mention.rule == "body by its head" and mention.last - mention.first > 1 and not last.article and last.stem in self.demonyms

    def _is_owner(self, unit: Unit, before: Unit) -> bool:
        """``طائرات تابعة للجيش``, ``مخيم الركبان للنازحين``: a phrase behind ``ل`` that belongs to the noun right before it."""
        if unit.kind != NOUN or unit.slot != "ل" or before.kind != NOUN or before.last != unit.first or unit.conjunction:
            return False
        last = self.tokens[before.last - 1].word.stem
        if last in self.book.of_another and unit.found:
            return True
        return before.stem in self.book.camps and before.last - before.first > 1 and unit.stem in self.book.camped

    def _colour(self, at: int, slot: str, conjunction: str, negated: bool, qad: bool) -> tuple[str, str, bool, bool, int]:
        word = self.tokens[at].word
        conjunction = conjunction or word.conjunction
        compound, length = self._compound(at)
        if word.function == "preposition" or length:
            here = compound or word.slot
            return (slot if slot and here == "في" else here), conjunction, negated, qad, at + max(length, 1)
        if word.function == "negator" or word.form in self.book.before_perfect:
            return slot, conjunction, True, qad, at + 1
        if word.function == "auxiliary":
            return slot, conjunction, negated, qad or word.form.endswith("قد"), at + 1
        return slot, conjunction, negated, qad, at + 1

    def _compound(self, at: int) -> tuple[str, int]:
        compounds = self.lex.compounds_by_head.get(self.tokens[at].word.base)
        if compounds is None or at + 1 >= len(self.tokens):
            return "", 0
        following = self.tokens[at + 1].word.form
        for further, slot in compounds:
            if further[0] == following and tuple(t.word.form for t in self.tokens[at + 1 : at + 1 + len(further)]) == further:
                return slot, 1 + len(further)
        return "", 0

    def _compound_opener(self, at: int, last: int) -> Unit | None:
        """Several words that open a clause: ``غير أن``, ``في حال``."""
        for words, function in self.lex.openers_by_head[self.tokens[at].word.base]:
            end = at + len(words)
            if end <= last and all(t.word.base == w or t.word.form == w for t, w in zip(self.tokens[at + 1 : end], words[1:], strict=True)):
                return Unit(OPENER, at, end, function=function, pronoun=self.tokens[end - 1].word.pronoun, stem=" ".join(words))
        return None

    def _unit(self, at: int, last: int, units: list[Unit], slot: str) -> Unit | None:
        token = self.tokens[at]
        word = token.word
        if self.dates[at]:
            end = at
            while end < last and self.dates[end]:
                end += 1
            return Unit(DATE, at, end)
        if at in self.asides:
            return Unit(MARK, at, next(k for k in range(at, len(self.tokens) + 1) if k not in self.asides), stem=",")
        mention = self.starts.get(at)
        if word.base in self.lex.openers_by_head and (opener := self._compound_opener(at, last)) is not None:
            return opener
        if self._trails(at, units):
            return Unit(ADVERB, at, at + 1)
        if (mention is not None and mention.kind != "nisba") or self._about(at, last):
            return self._phrase(at, last, mention)
        if word.kind == "mark":
            return Unit(MARK, at, at + 1, stem=word.form)
        if word.kind == "number":
            return self._phrase(at, last, None)
        if word.function in _OPENERS:
            if self.verbs.negated_by(at, units):
                return None
            if word.form == "ما" and units and units[-1].kind == NOUN:
                return Unit(OPENER, at, at + 1, function="relative", stem=word.form)
            return Unit(OPENER, at, at + 1, function=word.function, pronoun=word.pronoun, stem=word.base)
        if word.base in self.homographs and self.verbs.is_verb_here(at, last):
            form = self.homographs[word.base].reads
            return Unit(VERB, at, at + 1, word.base.removesuffix(form), readings=self.lex.verb_readings(form), stem=form)
        if word.function in ("preposition", "negator", "auxiliary"):
            if word.pronoun:
                return Unit(NOUN, at, at + 1, slot=word.slot, pronoun=word.pronoun, definite=True)
            return None
        if self._compound(at)[1]:
            return None
        if word.function in ("adverb", "demonstrative"):
            return Unit(ADVERB, at, at + 1, stem=word.base)
        if word.function == "pronoun":
            return Unit(NOUN, at, at + 1, pronoun=word.base, definite=True)
        if (
            word.function == "quantifier"
            and not word.article
            and at + 1 < last
            and self.tokens[at + 1].word.form == "من"
            and word.form in ("كل", "كلا", "كلٌّ")
        ):
            return Unit(ADVERB, at, at + 2)
        readings = self._took_place(at, last) or self.verbs.readings(at, units, slot)
        if readings:
            kind = VERB if readings[0].tense in FINITE else PARTICIPLE
            return Unit(kind, at, at + 1, readings=readings, pronoun=readings[0].pronoun, stem=word.base)
        return self._phrase(at, last, None)

    def _took_place(self, at: int, last: int) -> tuple[VerbReading, ...]:
        """``هجوم مزدوج وقع أمس``: right before a date, what can be a perfect of taking place is one."""
        if at + 1 >= last or not self.dates[at + 1] or self.tokens[at].word.article or self.tokens[at].word.preposition:
            return ()
        return tuple(v for v in self.tokens[at].word.verbs if v.tense == "perfect" and v.lemma in self.book.takes_place)

    def _trails(self, at: int, units: list[Unit]) -> bool:
        """``«وحدات حماية الشعب» الكردية``: an adjective behind the quotes or comma of the name that it describes."""
        word = self.tokens[at].word
        if not word.article or word.conjunction or word.preposition or len(units) < 2:
            return False
        mention = self.starts.get(at)
        if (mention is None or mention.kind != "nisba") and not (mention is None and self._is_nisba(at)):
            return False
        return units[-1].kind == MARK and units[-1].stem in ('"', ",") and units[-2].kind == NOUN and units[-2].head is not None

    def _is_nisba(self, at: int) -> bool:
        stem = self.tokens[at].word.stem
        return stem.endswith(("ي", "يه")) and stem not in self.abstracts

    def _phrase(self, at: int, last: int, mention: Found | None) -> Unit:
        """A noun phrase from its head on: genitives, adjectives and mentions, up to what cannot belong to it."""
        word = self.tokens[at].word
        unit = Unit(NOUN, at, at + 1, slot=word.preposition, stem=word.stem, definite=word.article)
        unit.conjunction = word.conjunction
        end = at + 1
        if mention is None and (about := self._about(at, last)):
            mention, end = self.starts.get(at + about), at + about + 1
        if mention is None and word.stem in self.book.roughly and (counted := self.starts.get(at + 1)) is not None and counted.kind == "group":
            mention = counted  # ``عدة آلاف من المتظاهرين``
        if mention is not None:
            unit.head, end = mention, mention.last
            unit.found.append(mention)
            unit.definite = word.article or not (mention.kind == "group" or self._is_some_body(mention))
        if mention is None and self._counts(at) and end + 1 < last and self.tokens[end].word.form == "من" and self.tokens[end].word.kind == "word":
            end += 1
            inner = self.starts.get(end)
            if inner is not None and inner.kind != "nisba":
                unit.head = inner
                unit.found.append(inner)
                end = inner.last
            else:
                end += 1
        while end < last and self._continues(end, unit):
            end += self._about(end, last)  # ``إصابة أكثر من 27 شخصا``
            inner = self.starts.get(end)
            if inner is not None:
                unit.found.append(inner)
                end = inner.last
            else:
                end += 1
        if (
            mention is None
            and unit.stem in self.book.counting
            and end - at <= 3
            and end + 1 < last
            and self.tokens[end].word.form == "من"
            and end > at + 1
        ):
            rest = self._phrase(
                end + 1, last, self.starts.get(end + 1) if self.starts.get(end + 1) and self.starts[end + 1].kind != "nisba" else None
            )
            unit.found += rest.found  # ``جولة أولى من المحادثات``
            end = rest.last
        unit.last = end
        unit.gender = gender_of(unit)
        return unit

    def _continues(self, at: int, unit: Unit) -> bool:
        word = self.tokens[at].word
        if self.dates[at] or word.kind == "mark" or word.conjunction or word.preposition:
            return False
        if word.function and word.function != "quantifier" and at not in self.starts:
            return False
        if word.verbs and self._took_place(at, len(self.tokens)):
            return False
        if word.base in self.homographs and at not in self.starts and self.verbs.is_verb_here(at, len(self.tokens)):
            return False  # ``لقاء ضم وزير الخارجية``
        if unit.head is None and at not in self.starts and self.verbs.follows_indefinite(at):
            return False
        if at not in self.starts and self.verbs.is_adjective_before_verb(at, unit):
            return True
        if self._is_construct_adjective(at, unit):
            return True
        if unit.head is not None:
            inner = self.starts.get(at)
            if unit.head.kind in ("state", "place", "person"):
                return bool(inner is not None and inner.kind == "nisba" and word.article) or word.base in self.book.epithets
            return bool((inner is not None and inner.kind == "nisba") or (inner is None and word.article and self._describes_head(at, unit.head)))
        before = self.tokens[at - 1].word
        if unit.found and unit.found[-1].last == at and unit.found[-1].kind in ("place", "state", "person") and not word.article:
            return False  # ``ضواحي العاصمة طرابلس معارك``: a proper name takes no genitive
        if unit.found and unit.found[-1].last == at and unit.found[-1].kind == "nisba" and not before.article and not word.article:
            named = self.starts.get(at)  # ``غارات إسرائيلية أرواح``: nor does an adjective
            return named.kind == "nisba" if named is not None else self._is_adjective(at) and not self._is_owned(word.base)
        if word.article and at not in self.starts and self._is_indefinite_accusative(at - 1):
            return False  # ``إضرابا الأسبوع المقبل``: what ends in tanwin takes no genitive
        if (
            before.article
            and before.kind == "word"
            and not before.function
            and at not in self.starts
            and word.kind == "word"
            and not (word.article and self._is_adjective(at))
        ):
            return False  # after a definite noun come only definite adjectives
        if (
            at - 1 > unit.first
            and not before.article
            and not word.article
            and before.stem.endswith(("ي", "يه"))
            and at not in self.starts
            and (word.base in self.lex.masdars or word.base in self.lex.verb_by_place)
        ):
            return False  # ``في ندوة صحفية دعم الجزائر``: an indefinite noun with its adjective takes no genitive
        if (
            not word.article
            and any(v.tense == "participle" for v in word.verbs)
            and word.base.endswith(("ه", "ا", "ين"))
            and self.verbs.ends_definite(at)
        ):
            return False
        if word.base.endswith("ا") and (word.base[:-1] in self.lex.masdars or unit.found):
            return False  # ``مقاتلو التنظيم هجومًا``: an accusative is a phrase of its own
        if self._is_object_behind_name(at, unit):
            return False
        if any(v.tense in FINITE for v in word.verbs) and not word.article and at not in self.starts:
            by_place = word.form in self.lex.verb_by_place
            return by_place and not before.article
        if at in self.starts and self.starts[at].kind != "nisba" and unit.found and unit.found[-1].kind != "nisba":
            return False
        if at in self.starts and self.starts[at].kind == "person" and self._are_people(before):
            return True  # ``الصحافيان عمر الراضي وسليمان الريسوني``
        if at in self.starts and before.article and (self.starts[at].kind == "person" or (self.starts[at].kind == "group" and not word.article)):
            return False  # ``قتل في الهجوم ضابطان``
        return not (word.base.endswith("ا") and any(v.tense == "participle" for v in word.verbs) and before.article)

    def _is_construct_adjective(self, at: int, unit: Unit) -> bool:
        """``وفد رفيع المستوى``: an adjective and the definite noun by which it is one describe an indefinite phrase."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        if before.stem in self.book.construct_adjectives and not before.article:
            return word.article and at - 1 > unit.first
        if word.stem not in self.book.construct_adjectives or word.article or before.article or at + 1 >= len(self.tokens):
            return False
        following = self.tokens[at + 1].word
        return following.article and not following.preposition

    def _are_people(self, word: Word) -> bool:
        """``الصحافيان``, ``الناشطين``: the definite dual or plural of what people are, whose names follow it."""
        book = title_book()
        stem = word.stem[:-2]
        return word.article and word.stem.endswith(("ان", "ون", "ين")) and (stem in book.professions or stem in book.groups)

    def _is_object_behind_name(self, at: int, unit: Unit) -> bool:
        """``مركز الملك سلمان سلالا``, ``طائرات إسرائيلية مطار دمشق``: behind a definite noun or an adjective of origin stands no genitive."""
        word = self.tokens[at].word
        if at in self.starts:
            after_origin = bool(unit.found) and unit.found[-1].kind == "nisba" and unit.found[-1].last == at
            return after_origin and self.starts[at].kind in ("place", "state", "organization", "group")
        closed = any(t.word.article for t in self.tokens[unit.first : at])
        return closed and not word.article and len(word.base) > 3 and word.base.endswith("ا") and self.lex.counts.get(word.base[:-1], 0) >= 16

    def _describes_head(self, at: int, head: Found) -> bool:
        """Whether a definite word goes on describing a named body or group: ``حركة حماس المقترح`` are two phrases."""
        feminine = self.tokens[at].word.stem.endswith(("ه", "يه"))
        if head.kind == "organization" and (head.gender == "u" or feminine != (head.gender == "f")):
            return False
        return self._is_adjective(at)

    def _is_owned(self, base: str) -> bool:
        """``سيارته``: a noun with a pronoun, though it ends like a feminine adjective."""
        return base.endswith("ته") and self.lex.counts.get(base[:-2] + "ه", 0) > self.lex.counts.get(base, 0)

    def _is_indefinite_accusative(self, at: int) -> bool:
        """``إضرابا``: a noun with the ending of the indefinite accusative, not one that has that letter of its own (``ضحايا``)."""
        word, counts = self.tokens[at].word, self.lex.counts
        bare = word.base[:-1]
        own = bare not in self.lex.masdars and counts.get(bare, 0) <= counts.get(word.base, 0)
        return word.base.endswith("ا") and not word.article and not own

    def _is_adjective(self, at: int) -> bool:
        """A definite word after a definite phrase that can be its adjective: by ending or as a participle."""
        stem = self.tokens[at].word.stem
        if stem in self.lex.masdars or stem in self.abstracts:
            return False
        if stem.endswith("ات"):
            return False
        return (
            stem.endswith(("ي", "يه", "ين", "ون", "ه"))
            or any("participle" in v.tense for v in self.lex.verb_readings(stem))
            or stem in self.book.adjectives
        )

    def _about(self, at: int, last: int) -> int:
        """How many words before a number say that it is not exact: ``ما لا يقل عن``, ``أكثر من``; none where no number follows."""
        base = self.tokens[at].word.base
        for words in self.abouts.get(base, ()):
            end = at + len(words)
            if end < last and all(t.word.form == w for t, w in zip(self.tokens[at + 1 : end], words[1:], strict=True)) and self._is_number(end):
                return len(words)
        return 0

    def _is_number(self, at: int) -> bool:
        word, counted = self.tokens[at].word, self.starts.get(at)
        return word.kind == "number" or word.stem in self.numbers or (counted is not None and counted.rule == "people by number")

    def _counts(self, at: int) -> bool:
        """``عدد من``, ``العديد من``, ``سلسلة من``: what is counted follows after ``من``."""
        return self.tokens[at].word.stem in self.book.counting
