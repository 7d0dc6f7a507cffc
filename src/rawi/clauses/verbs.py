"""Where a word that can be a verb is one: unvocalized Arabic writes many verbs and nouns alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rawi.actors.found import Found
from rawi.actors.phrases import phrase_book
from rawi.arabic.lexicon import Lexicon, VerbReading, lexicon
from rawi.arabic.words import Token
from rawi.clauses.lexicon import clause_book, homographs
from rawi.clauses.units import ADVERB, DATE, FINITE, MARK, NOUN, OPENER, PARTICIPLE, VERB, Unit

_BEGINS_SPEECH = (":", '"')
_NAMED = ("state", "place", "person", "organization")
_AS_ADJECTIVES = ("ا", "ه", "ي", "ين", "ون", "ات")  # endings of what may go on describing an indefinite accusative
_THIRD = 3
_ROOT = 3  # letters of a perfect that is spelt like its verbal noun: ``قتل``, ``دعم``
_FAR = 12  # words up to which a verb's preposition can follow it
_BEFORE_VERB = ("auxiliary", "negator", "relative", "complementizer", "subordinator")


class VerbPlaces:
    """Tells verbs from nouns in one article by what stands around them.

    ``ending`` maps a token number to the mentions that end before it, ``starts`` to the one that begins there.
    """

    def __init__(self, tokens: Sequence[Token], ending: Mapping[int, Sequence[Found]], starts: Mapping[int, Found]) -> None:
        self.tokens, self.ending, self.starts = tokens, ending, starts
        self.lex: Lexicon = lexicon()
        self.book, self.saying = clause_book(), phrase_book().saying

    def is_verb_here(self, at: int, last: int) -> bool:
        """Whether a spelling that is mostly no verb is one by what follows: ``فجر انتحاري نفسه``, not ``فجر اليوم``."""
        if at + 1 >= last:
            return False
        only, following = homographs()[self.tokens[at].word.base], self.starts.get(at + 1)
        beside = (following is not None and following.kind in only.before_actor) or self.tokens[at + 1].word.stem in only.before_word
        return beside and (not only.followed_by or any(t.word.form == only.followed_by for t in self.tokens[at + 2 : at + _FAR]))

    def negated_by(self, at: int, units: list[Unit]) -> bool:
        """``ما زار الوفد``: a word that is a negator only where a perfect follows it and the sentence begins."""
        if self.tokens[at].word.base not in self.book.before_perfect or any(u.kind != MARK for u in units) or at + 1 >= len(self.tokens):
            return False
        if at and self.tokens[at - 1].word.kind == "word" and self.tokens[at - 1].word.function:
            return False  # ``ووفق ما نقلته الوكالة``
        following, behind = self.tokens[at + 1].word, self.starts.get(at + 2)
        return behind is not None and not following.conjunction and any(v.tense == "perfect" for v in following.verbs)

    def readings(self, at: int, units: list[Unit], slot: str) -> tuple[VerbReading, ...]:
        """The verb readings of a word that stands where a verb can stand."""
        word = self.tokens[at].word
        finite = tuple(v for v in word.verbs if v.tense in FINITE)
        if not finite and word.base.endswith("ا") and units and units[-1].head is not None and units[-1].head.number == "d" and not word.preposition:
            finite = tuple(v for v in self.lex.verb_readings(word.base) if v.tense in FINITE and v.number == "d")  # ``الجانبان بحثا``
            if finite:
                return finite
        if finite and not slot and self._verb_can_stand(at, units):
            return finite
        return self._as_participle(at, units, slot)

    def _verb_can_stand(self, at: int, units: list[Unit]) -> bool:
        word = self.tokens[at].word
        if word.form.endswith("ا") and all(v.number == "d" for v in word.verbs if v.tense in FINITE) and not self._two_before(units):
            return False  # ``غضبا``: an accusative, unless two have been named
        pronoun = word.verbs[0].pronoun
        bare = word.base.removesuffix(pronoun) if pronoun else word.base
        if pronoun and units and not word.conjunction and self._takes_up(pronoun, units[-1]):
            return True
        if pronoun and bare in self.lex.masdars:
            return bool(units) and self.tokens[at - 1].word.function in _BEFORE_VERB  # ``تضامنها``: a noun but where only a verb can stand
        if units and self.is_adjective_before_verb(at, units[-1]):
            return False
        if self.follows_indefinite(at):
            return True
        if self._second_verb(at, units) or self._after_insertion(at, units) or self._after_that(at, units):
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
            begins = (len(units) > 1 and units[-2].kind in (OPENER, MARK)) or self.tokens[at - 1].word.function != "demonstrative"
            return begins or self._after_setting(at, units)
        if word.conjunction:
            return any(u.kind == VERB for u in units) and (word.conjunction == "ف" or not self._noun_list(units))
        if self._after_setting(at, units):
            return True
        since = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind == OPENER or (units[k].kind == MARK and units[k].stem != ",")), -1)
        named = previous.head is not None or (bool(previous.found) and previous.stem in self.book.single_out)
        return previous.kind == NOUN and named and not previous.slot and not any(u.kind == VERB for u in units[since + 1 :])

    def follows_indefinite(self, at: int) -> bool:
        """``أن انفجارا هز المدينة``: behind an indefinite accusative stands no genitive, so what can be a perfect there is its verb."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word if at else None
        if before is None or before.kind != "word" or before.article or before.function or not before.form.endswith("ا"):
            return False
        if word.article or word.preposition or word.conjunction or word.function or word.form.endswith(_AS_ADJECTIVES):
            return False
        if any(f.kind in _NAMED for f in self.ending.get(at, ())):
            return False  # ``روسيا``
        noun = before.base[:-1]
        known = noun in self.lex.masdars or "ال" + noun in self.lex.counts
        return known and any(v.tense == "perfect" and v.person == _THIRD for v in word.verbs)

    def _after_setting(self, at: int, units: list[Unit]) -> bool:
        """``وفي لندن توجه المتظاهرون``: behind a definite place or time that opens the sentence, a verb before whoever acts."""
        if not all((u.kind == NOUN and (u.slot or u.conjunction)) or u.kind in (DATE, ADVERB) for u in units) or (
            units[0].kind == NOUN and not units[0].slot
        ):
            return False
        closed = units[-1].kind in (DATE, ADVERB) or units[-1].definite or (units[-1].head is not None and units[-1].head.kind in ("place", "state"))
        follows = self.starts.get(at + 1)
        return closed and follows is not None and follows.kind in ("person", "role", "organization", "group") and not self.tokens[at].word.article

    def _takes_up(self, pronoun: str, noun: Unit) -> bool:
        """``هجوم شنه مسلحون``: a verb whose object takes up the indefinite noun right before it; a verbal noun would need a preposition."""
        indefinite = noun.kind == NOUN and not noun.definite and not noun.pronoun and noun.head is None and not noun.found
        return indefinite and pronoun == ("ها" if noun.gender == "f" else "ه")

    def is_adjective_before_verb(self, at: int, noun: Unit) -> bool:
        """``اعتداء غادر نفذته جماعة``: between a noun and the verb that takes it up stands its adjective."""
        word, following = self.tokens[at].word, self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        if word.conjunction or word.article or following is None or following.conjunction or not following.verbs:
            return False
        pronoun = following.verbs[0].pronoun
        return bool(pronoun) and following.verbs[0].tense in FINITE and self._takes_up(pronoun, noun)

    def _second_verb(self, at: int, units: list[Unit]) -> bool:
        """``أكد الوزير حرص بلاده``, ``أبدى ندمه``: no perfect goes on from a definite phrase of a clause that has its verb."""
        word = self.tokens[at].word
        if word.conjunction or not units or units[-1].kind != NOUN or not units[-1].definite or self.tokens[at - 1].word.function:
            return False
        if any(v.tense != "perfect" for v in word.verbs if v.tense in FINITE):
            return False
        for unit in reversed(units):
            if unit.kind in (OPENER, MARK):
                return False
            if unit.kind == VERB:
                return True
        return False

    def _after_that(self, at: int, units: list[Unit]) -> bool:
        """``قال إن قطع العلاقات خطوة أولى``: right behind the ``أن`` of what is said stands a noun, no perfect."""
        word = self.tokens[at].word
        if not units or units[-1].kind != OPENER or units[-1].function != "complementizer" or units[-1].pronoun:
            return False
        if not (word.base in self.lex.masdars or len(word.base) == _ROOT) or any(
            v.tense != "perfect" or v.lemma in self.book.takes_place for v in word.verbs
        ):
            return False
        before = self.tokens[units[-1].first - 1].word if units[-1].first else None
        if before is None or before.function == "preposition":
            return False
        said = next((u for u in reversed(units[:-1]) if u.kind in (VERB, PARTICIPLE)), None)
        return said is not None and any(r.lemma in self.saying for r in said.readings)

    def _after_insertion(self, at: int, units: list[Unit]) -> bool:
        """``أعلنت، السبت، فتح المجال``: what a verb waits for after a date or ``في بيان`` set off by commas is a noun where it can be one."""
        word = self.tokens[at].word
        if len(units) < 3 or word.conjunction or units[-1].kind != MARK or units[-1].stem != ",":
            return False
        set_off = units[-2].kind in (DATE, ADVERB) or (units[-2].kind == NOUN and units[-2].slot and units[-3].kind == MARK)
        if not set_off and not self._lacks_object(units):
            return False
        bare = word.base
        return (bare in self.lex.masdars or bare in self.lex.verb_by_place) and any(u.kind == VERB for u in units)

    def _lacks_object(self, units: list[Unit]) -> bool:
        """``أكد الوزير خلال لقائه مع المبعوث، دعم …``: behind its verb stand a subject and phrases with prepositions only."""
        at = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind in (VERB, OPENER)), -1)
        behind = [u for u in units[at + 1 :] if u.kind == NOUN]
        speaks = at >= 0 and any(r.lemma in self.book.affirming for r in units[at].readings)
        return speaks and len(behind) > 1 and behind[0].head is not None and not behind[0].slot and all(u.slot for u in behind[1:])

    def _two_before(self, units: list[Unit]) -> bool:
        heads = [u for u in units if u.kind == NOUN]
        return (
            any((u.head is not None and u.head.number == "d") or u.pronoun == "هما" or u.stem.endswith(("ان", "ين")) for u in heads)
            or any(u.conjunction and u.head is not None for u in heads)
            or any(u.pronoun == "هما" for u in units)
            or not heads
        )

    def _noun_list(self, units: list[Unit]) -> bool:
        """``… بحث ودعم``: after a bare verbal noun, ``و`` goes on with nouns."""
        since = next((k for k in range(len(units) - 1, -1, -1) if units[k].kind == VERB), -1)
        nouns = [u for u in units[since + 1 :] if u.kind == NOUN and u.head is None]
        lasts = (self.tokens[u.last - 1].word.stem for u in nouns if u.last - u.first == 2)  # ``بتهمة إذاعة ونشر``
        stems = (*lasts, *(u.stem for u in nouns if not u.definite))
        return any(stem in self.lex.verb_by_place or stem in self.lex.masdars for stem in stems)

    def _genitive_follows_noun(self, at: int) -> bool:
        """A noun by what follows: a preposition that nouns take (``دعم لـ``), a possessive, nothing at all."""
        if at + 1 >= len(self.tokens):
            return True
        following = self.tokens[at + 1].word
        return (following.kind == "mark" and following.form not in ('"', ",")) or following.form in (":", ".")

    def _as_participle(self, at: int, units: list[Unit], slot: str) -> tuple[VerbReading, ...]:
        """An indefinite accusative participle that goes on with a clause: ``مؤكدًا دعم``, ``داعية إلى``, ``مطالبين بـ``."""
        word = self.tokens[at].word
        if slot or word.article or word.preposition or not units or at + 1 >= len(self.tokens) or word.base in self.book.in_a_state:
            return ()
        readings = word.verbs or (self.lex.verb_readings(word.base) if self._opens_circumstance(word.base, units[-1]) else ())
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
        if word.base in self.lex.masdars and previous.kind == NOUN and not word.conjunction:
            return ()  # ``طلبت من السفير مغادرة البلاد``
        if word.base.endswith("ه") and not (previous.kind == MARK or word.conjunction or self.ends_definite(at)):
            return ()
        return parts

    def _opens_circumstance(self, base: str, before: Unit) -> bool:
        """``…، داعية إلى``: behind a comma a word that is mostly a noun is a participle; ``ممارسة`` stays a verbal noun."""
        if before.kind != MARK:
            return False
        return base.endswith("ا") or (base.endswith("ه") and before.stem == "," and base not in self.lex.masdars)

    def _is_predicate(self, at: int, units: list[Unit]) -> bool:
        """``تركيا مستعدة لـ…``, ``نحن مستعدون``: a participle that says something of the definite noun before it, where no verb does."""
        since = next((u for u in reversed(units) if u.kind in (OPENER, VERB, PARTICIPLE) or u.stem in _BEGINS_SPEECH), None)
        if since is not None and since.kind not in (OPENER, MARK):
            return False
        previous = units[-1]
        definite = previous.pronoun in ("نحن", "هو", "هي", "هم", "انا") or (
            previous.head is not None
            and (previous.head.kind in ("state", "person", "organization", "place", "role") or (previous.head.kind == "group" and previous.definite))
        )
        opens = previous.kind == OPENER and bool(previous.pronoun)
        following = self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        takes = following is not None and (
            following.preposition in ("ل", "ب") or following.form in ("علي", "الي", "في", "لل") or following.function == "complementizer"
        )
        return (opens or (previous.kind == NOUN and not previous.slot and definite)) and takes

    def ends_definite(self, at: int) -> bool:
        """Whether what stands before ``at`` is definite, so that an indefinite participle there is no adjective of it."""
        before = self.tokens[at - 1].word
        if before.article or (before.base.endswith(("ه", "ها", "هم")) and before.base[:-1] in self.lex.counts and before.base not in self.lex.counts):
            return True
        return any(f.last == at and f.kind in ("state", "person", "organization", "place", "role") for f in self.ending.get(at, ()))
