"""Cut a sentence into units: verbs, noun phrases with their preposition, dates, marks and the words that open clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.actors.found import Found
from rawi.arabic.lexicon import Lexicon, VerbReading, lexicon
from rawi.arabic.words import Token

VERB, PARTICIPLE, NOUN, DATE, MARK, OPENER, ADVERB = "verb", "participle", "noun", "date", "mark", "opener", "adverb"
_FINITE = ("perfect", "imperfect")
_OPENERS = ("complementizer", "relative", "subordinator")
_BEFORE_VERB = ("auxiliary", "negator", "relative", "complementizer", "subordinator")
_EPITHETS = frozenset(("الشقيقه", "الشقيق", "العاصمه", "الاتحاديه", "الصديقه", "المحتله", "العظمي", "المتحده", "الجديده"))
_ADJECTIVES = frozenset((
    "عام", "خاص", "جديد", "اعلي", "اكبر", "اول", "اخير", "كبير", "حالي", "راهن", "قديم", "طويل", "واسع", "عميق", "كامل", "حاد", "هام", "مهم", "اسود", "احمر", "ابيض", "اوسط",
))  # fmt: skip
_ACCEPTED = frozenset(("دعوه", "دعوته", "دعوتها", "عرض", "عرضا", "استقاله", "استقالته", "اعتذار", "مقترح", "المقترح", "مبادره", "وساطه"))  # what one can accept: ``قبل دعوة``
COUNTING = frozenset(("جوله", "جولات", "جلسه", "جلسات", "موجه", "عدد", "عددا", "عديد", "كثير", "سلسله", "جمله", "مجموعه", "بعض", "كل", "كلا", "اكثر", "اقل", "عشرات", "ميات", "الاف", "اي", "واحد", "عده"))


_MASCULINE_STATES = frozenset(("IRQ", "LBN", "JOR", "SDN", "YEM", "MAR"))


@dataclass(slots=True)
class Unit:
    """A piece of a sentence. ``first`` and ``last`` are token numbers, half-open.

    ``slot`` is the preposition that governs a noun phrase (empty: none); ``found`` are the mentions inside, in order; ``head`` is
    the mention that the phrase itself is, where it is one; ``function`` the closed class of an opener.
    """

    kind: str
    first: int
    last: int
    conjunction: str = ""
    slot: str = ""
    head: Found | None = None
    found: list[Found] = field(default_factory=list)
    readings: tuple[VerbReading, ...] = ()
    function: str = ""
    pronoun: str = ""
    stem: str = ""
    gender: str = "u"
    definite: bool = False
    negated: bool = False
    after_qad: bool = False


class Cutter:
    """Cuts the sentences of one article. ``starts`` maps a token number to the mention that begins there."""

    def __init__(self, tokens: Sequence[Token], found: Sequence[Found], dates: Sequence[bool]) -> None:
        self.tokens, self.dates = tokens, dates
        self.starts = {f.first: f for f in found}
        self.ending: dict[int, list[Found]] = {}
        for mention in found:
            self.ending.setdefault(mention.last, []).append(mention)
        self.lex: Lexicon = lexicon()

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
            unit.negated, unit.after_qad = negated, qad
            units.append(unit)
            if unit.pronoun in ("ها", "هم") and unit.slot in ("بين", "من") and len(units) > 1 and units[-2].kind in (MARK, ADVERB) and unit.head is None and unit.kind == NOUN:
                slot, at = "ضمنهم", unit.last  # ``دول عربية، بينها السعودية``
                continue
            if unit.kind != ADVERB and unit.stem != '"':
                slot = conjunction = ""
                if unit.kind != MARK:
                    negated = qad = False
            at = unit.last
        return units

    def _colour(self, at: int, slot: str, conjunction: str, negated: bool, qad: bool) -> tuple[str, str, bool, bool, int]:
        word = self.tokens[at].word
        conjunction = conjunction or word.conjunction
        compound, length = self._compound(at)
        if word.function == "preposition" or length:
            here = compound or word.slot
            return (slot if slot and here == "في" else here), conjunction, negated, qad, at + max(length, 1)
        if word.function == "negator":
            return slot, conjunction, True, qad, at + 1
        if word.function == "auxiliary":
            return slot, conjunction, negated, qad or word.form.endswith("قد"), at + 1
        return slot, conjunction, negated, qad, at + 1

    def _compound(self, at: int) -> tuple[str, int]:
        if self.tokens[at].word.base not in self.lex.compound_heads:
            return "", 0
        for length in (4, 3, 2):
            words = tuple(t.word.base if k == 0 else t.word.form for k, t in enumerate(self.tokens[at : at + length]))
            if (slot := self.lex.compounds.get(words)) is not None:
                return slot, length
        return "", 0

    def _unit(self, at: int, last: int, units: list[Unit], slot: str) -> Unit | None:
        token = self.tokens[at]
        word = token.word
        if self.dates[at]:
            end = at
            while end < last and self.dates[end]:
                end += 1
            return Unit(DATE, at, end)
        mention = self.starts.get(at)
        if self._trails(at, units):
            return Unit(ADVERB, at, at + 1)
        if mention is not None and mention.kind != "nisba":
            return self._phrase(at, last, mention)
        if word.kind == "mark":
            return Unit(MARK, at, at + 1, stem=word.form)
        if word.kind == "number":
            return self._phrase(at, last, None)
        if word.function in _OPENERS:
            if word.form in ("ما", "بما", "مما") and units and units[-1].kind == NOUN and word.form == "ما":
                return Unit(OPENER, at, at + 1, function="relative", stem=word.form)
            return Unit(OPENER, at, at + 1, function=word.function, pronoun=word.pronoun, stem=word.base)
        if word.base == "عبر" and at + 1 in self.starts and any(t.word.form == "عن" for t in self.tokens[at + 2 : at + 12]):
            return Unit(VERB, at, at + 1, readings=self.lex.verb_readings("عبر"), stem="عبر")
        if word.base == "قبل" and at + 1 < last and self.tokens[at + 1].word.stem in _ACCEPTED:
            return Unit(VERB, at, at + 1, readings=self.lex.verb_readings("قبل"), stem="قبل")
        if word.base == "غير" and at + 1 < last and self.tokens[at + 1].word.function == "complementizer":
            return Unit(OPENER, at, at + 2, function="subordinator", stem="غير")
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
        if word.function == "quantifier" and not word.article and at + 1 < last and self.tokens[at + 1].word.form == "من" and word.form in ("كل", "كلا", "كلٌّ"):
            return Unit(ADVERB, at, at + 2)
        readings = self._as_verb(at, units, slot)
        if readings:
            kind = VERB if readings[0].tense in _FINITE else PARTICIPLE
            return Unit(kind, at, at + 1, readings=readings, pronoun=readings[0].pronoun, stem=word.base)
        return self._phrase(at, last, None)

    def _trails(self, at: int, units: list[Unit]) -> bool:
        """``«وحدات حماية الشعب» الكردية``: an adjective behind the quotes or comma of the name that it describes."""
        word = self.tokens[at].word
        mention = self.starts.get(at)
        if not word.article or word.conjunction or word.preposition or len(units) < 2:
            return False
        if (mention is None or mention.kind != "nisba") and not (mention is None and word.stem.endswith(("ي", "يه"))):
            return False
        return units[-1].kind == MARK and units[-1].stem in ('"', ",") and units[-2].kind == NOUN and units[-2].head is not None

    # --- verbs ----------------------------------------------------------------------------------------------------------

    def _as_verb(self, at: int, units: list[Unit], slot: str) -> tuple[VerbReading, ...]:
        """The verb readings of a word that stands where a verb can stand."""
        word = self.tokens[at].word
        finite = tuple(v for v in word.verbs if v.tense in _FINITE)
        if not finite and word.base.endswith("ا") and units and units[-1].head is not None and units[-1].head.number == "d" and not word.preposition:
            finite = tuple(v for v in self.lex.verb_readings(word.base) if v.tense in _FINITE and v.number == "d")  # ``الجانبان بحثا``
            if finite:
                return finite
        if finite and not slot and self._verb_can_stand(at, units):
            return finite
        return self._as_participle(at, units, slot)

    def _verb_can_stand(self, at: int, units: list[Unit]) -> bool:
        word = self.tokens[at].word
        if word.form.endswith("ا") and all(v.number == "d" for v in word.verbs if v.tense in _FINITE) and not self._two_before(units):
            return False  # ``غضبا``: an accusative, unless two have been named
        pronoun = word.verbs[0].pronoun
        bare = word.base.removesuffix(pronoun) if pronoun else word.base
        if pronoun and bare in self.lex.masdars:
            return bool(units) and self.tokens[at - 1].word.function in _BEFORE_VERB  # ``تضامنها``: a noun but where only a verb can stand
        if self._second_verb(at, units) or self._after_insertion(at, units):
            return False
        if bare not in self.lex.verb_by_place and not (bare in self.lex.masdars and units and units[-1].slot):
            return True
        before = self.tokens[at - 1].word if at else None
        if before is None or not units:
            return not self._genitive_follows_noun(at)
        if before.function in _BEFORE_VERB:
            return before.form not in ("عدم", "دون", "اي", "غير")
        previous = units[-1]
        if previous.kind in (MARK, OPENER):
            return not self._genitive_follows_noun(at) or previous.kind == OPENER
        if previous.kind == ADVERB:
            return len(units) > 1 and units[-2].kind in (OPENER, MARK) or not self.tokens[at - 1].word.function == "demonstrative"
        if word.conjunction:
            return any(u.kind == VERB for u in units) and not self._noun_list(units)
        since = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind == OPENER or (units[k].kind == MARK and units[k].stem != ",")), -1)
        return previous.kind == NOUN and previous.head is not None and not previous.slot and not any(u.kind == VERB for u in units[since + 1 :])

    def _second_verb(self, at: int, units: list[Unit]) -> bool:
        """``أكد الوزير حرص بلاده``, ``أبدى ندمه``: no perfect goes on from a definite phrase of a clause that has its verb."""
        word = self.tokens[at].word
        if word.conjunction or not units or units[-1].kind != NOUN or not units[-1].definite or self.tokens[at - 1].word.function:
            return False
        if any(v.tense != "perfect" for v in word.verbs if v.tense in _FINITE):
            return False
        for unit in reversed(units):
            if unit.kind in (OPENER, MARK):
                return False
            if unit.kind == VERB:
                return True
        return False

    def _after_insertion(self, at: int, units: list[Unit]) -> bool:
        """``أعلنت، السبت، فتح المجال``: what a verb waits for after a date or ``في بيان`` set off by commas is a noun where it can be one."""
        word = self.tokens[at].word
        if len(units) < 3 or word.conjunction or units[-1].kind != MARK or units[-1].stem != ",":
            return False
        set_off = units[-2].kind in (DATE, ADVERB) or (units[-2].kind == NOUN and units[-2].slot and units[-3].kind == MARK)
        if not set_off:
            return False
        bare = word.base
        return (bare in self.lex.masdars or bare in self.lex.verb_by_place) and any(u.kind == VERB for u in units)

    def _two_before(self, units: list[Unit]) -> bool:
        heads = [u for u in units if u.kind == NOUN]
        return any(u.head is not None and u.head.number == "d" or u.pronoun == "هما" or u.stem.endswith(("ان", "ين")) for u in heads) or any(
            u.conjunction and u.head is not None for u in heads
        ) or any(u.pronoun == "هما" for u in units) or not heads

    def _noun_list(self, units: list[Unit]) -> bool:
        """``… بحث ودعم``: after a bare verbal noun, ``و`` goes on with nouns."""
        since = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind == VERB), -1)
        nouns = [u for u in units[since + 1 :] if u.kind == NOUN and u.head is None]
        return any(not u.definite and (u.stem in self.lex.verb_by_place or u.stem in self.lex.masdars) for u in nouns)

    def _genitive_follows_noun(self, at: int) -> bool:
        """A noun by what follows: a preposition that nouns take (``دعم لـ``), a possessive, nothing at all."""
        if at + 1 >= len(self.tokens):
            return True
        following = self.tokens[at + 1].word
        return following.kind == "mark" and following.form not in ('"', ",") or following.form in (":", ".")

    def _as_participle(self, at: int, units: list[Unit], slot: str) -> tuple[VerbReading, ...]:
        """An indefinite accusative participle that goes on with a clause: ``مؤكدًا دعم``, ``داعية إلى``, ``مطالبين بـ``."""
        word = self.tokens[at].word
        if slot or word.article or word.preposition or not units or at + 1 >= len(self.tokens):
            return ()
        readings = word.verbs or (self.lex.verb_readings(word.base) if word.base.endswith("ا") and units[-1].kind == MARK else ())
        parts = tuple(v for v in readings if v.tense == "participle")
        if not parts or (parts[0].pronoun and word.base.removesuffix(parts[0].pronoun).endswith("ت")):  # ``مناصرته``: a verbal noun
            return ()
        previous = units[-1]
        if self._is_predicate(at, units):
            return parts
        marked = word.base.endswith(("ا", "ين")) or word.base.endswith("ه")
        after_break = previous.kind in (MARK, DATE, ADVERB) or word.conjunction or (previous.kind == NOUN and any(u.kind == VERB for u in units))
        if not marked or not after_break:
            return ()
        if word.base.endswith("ه") and not (previous.kind == MARK or word.conjunction or self._ends_definite(at)):
            return ()
        return parts

    def _is_predicate(self, at: int, units: list[Unit]) -> bool:
        """``تركيا مستعدة لـ…``, ``نحن مستعدون``: a participle that says something of the definite noun before it, where no verb does."""
        since = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind in (OPENER, VERB, PARTICIPLE)), -1)
        if since >= 0 and units[since].kind != OPENER:
            return False
        previous = units[-1]
        definite = previous.pronoun in ("نحن", "هو", "هي", "هم", "انا") or (previous.head is not None and previous.head.kind in ("state", "person", "organization", "place", "role"))
        opens = previous.kind == OPENER and bool(previous.pronoun)
        following = self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        takes = following is not None and (following.preposition in ("ل", "ب") or following.form in ("علي", "الي", "في", "لل") or following.function == "complementizer")
        return (opens or (previous.kind == NOUN and not previous.slot and definite)) and takes

    def _ends_definite(self, at: int) -> bool:
        """Whether what stands before ``at`` is definite, so that an indefinite participle there is no adjective of it."""
        before = self.tokens[at - 1].word
        if before.article or (before.base.endswith(("ه", "ها", "هم")) and before.base[:-1] in self.lex.counts and before.base not in self.lex.counts):
            return True
        return any(f.last == at and f.kind in ("state", "person", "organization", "place", "role") for f in self.ending.get(at, ()))

    # --- noun phrases ------------------------------------------------------------------------------------------------------

    def _phrase(self, at: int, last: int, mention: Found | None) -> Unit:
        """A noun phrase from its head on: genitives, adjectives and mentions, up to what cannot belong to it."""
        word = self.tokens[at].word
        unit = Unit(NOUN, at, at + 1, slot=self._joined_slot(word), stem=word.stem, definite=word.article)
        unit.conjunction = word.conjunction
        end = at + 1
        if mention is not None:
            unit.head, end = mention, mention.last
            unit.found.append(mention)
            unit.definite = word.article or mention.kind != "group"
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
            inner = self.starts.get(end)
            if inner is not None:
                unit.found.append(inner)
                end = inner.last
            else:
                end += 1
        if mention is None and unit.stem in COUNTING and end - at <= 3 and end + 1 < last and self.tokens[end].word.form == "من" and end > at + 1:
            rest = self._phrase(end + 1, last, self.starts.get(end + 1) if self.starts.get(end + 1) and self.starts[end + 1].kind != "nisba" else None)
            unit.found += rest.found  # ``جولة أولى من المحادثات``
            end = rest.last
        unit.last = end
        unit.gender = _gender(unit)
        return unit

    def _continues(self, at: int, unit: Unit) -> bool:
        word = self.tokens[at].word
        if self.dates[at] or word.kind == "mark" or word.conjunction or word.preposition:
            return False
        if word.function and word.function != "quantifier":
            return False
        if unit.head is not None:
            inner = self.starts.get(at)
            if unit.head.kind in ("state", "place", "person"):
                return bool(inner is not None and inner.kind == "nisba" and word.article) or word.base in _EPITHETS
            return bool((inner is not None and inner.kind == "nisba") or (inner is None and word.article and self._is_adjective(at)))
        before = self.tokens[at - 1].word
        if before.article and before.kind == "word" and not before.function and at not in self.starts and word.kind == "word":
            if not word.article or not self._is_adjective(at):
                return False  # after a definite noun come only definite adjectives
        if at - 1 > unit.first and not before.article and not word.article and before.stem.endswith(("ي", "يه")) and at not in self.starts:
            if word.base in self.lex.masdars or word.base in self.lex.verb_by_place:
                return False  # ``في ندوة صحفية دعم الجزائر``: an indefinite noun with its adjective takes no genitive
        if not word.article and any(v.tense == "participle" for v in word.verbs) and word.base.endswith(("ه", "ا", "ين")) and self._ends_definite(at):
            return False
        if word.base.endswith("ا") and word.base[:-1] in self.lex.masdars or word.base.endswith("ا") and unit.found:
            return False  # ``مقاتلو التنظيم هجومًا``: an accusative is a phrase of its own
        if any(v.tense in _FINITE for v in word.verbs) and not word.article and at not in self.starts:
            by_place = word.form in self.lex.verb_by_place
            return by_place and not self.tokens[at - 1].word.article
        if at in self.starts and self.starts[at].kind not in ("nisba",) and unit.found and unit.found[-1].kind != "nisba":
            return False
        if at in self.starts and self.starts[at].kind == "person" and self.tokens[at - 1].word.article:
            return False
        if word.base.endswith("ا") and any(v.tense == "participle" for v in word.verbs) and self.tokens[at - 1].word.article:
            return False
        return True

    def _is_adjective(self, at: int) -> bool:
        """A definite word after a definite phrase that can be its adjective: by ending or as a participle."""
        stem = self.tokens[at].word.stem
        if stem in self.lex.masdars:
            return False
        if stem.endswith("ات"):
            return False
        return stem.endswith(("ي", "يه", "ين", "ون", "ه")) or any("participle" in v.tense for v in self.lex.verb_readings(stem)) or stem in _ADJECTIVES

    def _counts(self, at: int) -> bool:
        """``عدد من``, ``العديد من``, ``سلسلة من``: what is counted follows after ``من``."""
        return self.tokens[at].word.stem in COUNTING

    def _joined_slot(self, word: object) -> str:
        preposition = getattr(word, "preposition", "")
        return str(preposition)


def _gender(unit: Unit) -> str:
    if unit.head is not None:
        if unit.head.kind == "state":
            return "m" if unit.head.country in _MASCULINE_STATES else "f"
        if unit.head.kind == "group" and unit.head.number == "p":
            return "u"
        return unit.head.gender
    stem = unit.stem
    for pronoun in ("ها", "هم", "هما", "نا"):
        if stem.endswith(pronoun) and len(stem) - len(pronoun) > 2:
            stem = stem.removesuffix(pronoun)
            break
    if stem.endswith("ه") or stem.endswith("ات"):
        return "f"
    return "f" if stem.endswith("اء") else "u" if len(stem) <= 5 else "m"
