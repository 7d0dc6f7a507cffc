"""Where a person's name begins and ends when nobody has told us the name.

Arabic has no capital letters. A name is carried by given names, particles (``بن``, ``أبو``, ``آل``, ``عبد``, ``ولد``), family names with the article
after a given name, and words that news hardly ever uses for anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.gazetteer import Gazetteer
from rawi.actors.titles import TitleBook
from rawi.arabic.lexicon import Lexicon
from rawi.arabic.words import NAME_ALI, Token

PARTICLES = frozenset(
    ("بن", "ابن", "بنت", "ابو", "ابا", "ابي", "ام", "ال", "عبد", "ولد", "دي", "دو", "فان", "فون", "دا", "لو", "بو", "الله", "الدين", "ذو", "مار")
)
LEADS_NAME = frozenset(("ولد", "ابن", "ام", "عبد", "ابو", "علي"))  # a name where one goes on behind them
_LEADING = frozenset(("ابو", "عبد", "بن", "ال"))  # particles that only names are followed by
_LONGEST = 7
RARE = 1 << 6  # a word seen less often than this in 4.6 million is no everyday word


class NameReader:
    """Judges words as parts of names and finds where names end."""

    def __init__(self, tokens: Sequence[Token], names: Gazetteer, book: TitleBook, lex: Lexicon, blocked: Sequence[bool]) -> None:
        self.tokens = tokens
        self.names, self.book, self.lex, self.blocked = names, book, lex, blocked
        self.strengths: list[int | None] = [None] * len(tokens)  # as far as they were asked for

    def strength(self, token: Token) -> int:
        """3 a given name, 2 a family name, 1 a word that may be a name, 0 none."""
        known = self.strengths[token.index]
        if known is None:
            known = self.strengths[token.index] = self._strength(token)
        return known

    def _strength(self, token: Token) -> int:
        word = token.word
        if word.kind != "word" or self.blocked[token.index] or word.preposition:
            return 0
        form = word.form
        if word.article and token.index and self.tokens[token.index - 1].word.form == "عبد" and not word.conjunction:
            return 3  # ``عبد الباقي``
        if word.stem in self.names.demonyms and not word.article:
            return 0
        if form == "علي":  # the name and the preposition fold alike: a name where a name goes on
            return 3 if word.stem == NAME_ALI and token.index + 1 < len(self.tokens) and self._may_follow(self.tokens[token.index + 1]) else 0
        if form in self.names.given and form not in self.lex.functions:
            return 3
        if form in self.names.family:
            return 2
        if any(
            v.future or v.pronoun or v.person == 1 or v.tense == "imperfect" or v.number != "s"
            for v in word.verbs
            if v.tense in ("perfect", "imperfect")
        ):
            return 0
        if word.conjunction or form in self.lex.functions or self._otherwise_known(word.form, word.stem):
            return 0
        count = self.lex.counts.get(form, 0)
        if self._is_inflected(form) or form in self.lex.masdars or (form.endswith("ا") and form[:-1] in self.lex.masdars):
            return 0
        after_given = token.index > 0 and self._names_surely(self.tokens[token.index - 1])
        if word.article:
            of_stem = self.lex.counts.get(word.stem, 0)
            if after_given and count < RARE and of_stem < RARE // 4 and not any("participle" in v.tense for v in self.lex.verb_readings(word.stem)):
                return 2
            return 1 if count < RARE * 2 and of_stem < RARE else 0
        if word.verbs and form not in self.lex.noun_like and count >= 8:
            return 0
        if after_given and not count and not word.verbs:
            return 2
        return 1 if count < RARE else 0

    def _names_surely(self, token: Token) -> bool:
        """Whether a word is a given name and hardly ever anything else: a word never seen after it is its family name."""
        form = token.word.base if token.word.conjunction else token.word.form
        counts = self.lex.counts
        return (
            form in self.names.given
            and len(form) > 3
            and form not in self.names.everyday
            and form not in self.lex.functions
            and form not in self.lex.masdars
            and not token.word.preposition
            and not any(v.person == 3 and not v.pronoun for v in token.word.verbs)
            and counts.get("ال" + form, 0) * 2 <= counts.get(form, 0)
        )

    def _may_follow(self, token: Token) -> bool:
        word = token.word
        return word.form in self.names.family or (word.form in self.names.given and word.form != "علي") or word.form in self.names.surnames

    def _is_inflected(self, form: str) -> bool:
        """An everyday noun in the accusative (``موعدا``) or with a pronoun (``نيته``) is no name."""
        counts = self.lex.counts
        if form.endswith("ا") and counts.get(form[:-1], 0) >= 64:
            return True
        for pronoun in ("ها", "هم", "هما", "ه", "كم", "نا"):
            bare = form.removesuffix(pronoun)
            if bare != form and len(bare) > (3 if pronoun in ("كم", "نا") else 1):
                noun = bare[:-1] + "ه" if bare.endswith("ت") else bare
                return counts.get(noun, 0) >= 128 or counts.get("ال" + noun, 0) >= 128
        return False

    def _otherwise_known(self, form: str, stem: str) -> bool:
        book = self.book
        if stem.endswith("ا") and len(stem) > 3:
            bare = stem[:-1]
            if bare in book.groups or bare in book.office_heads or bare in book.bodies or bare in self.names.demonyms:
                return True
        return (
            stem in self.names.demonyms
            or stem in book.office_heads
            or stem in book.groups
            or stem in book.bodies
            or stem in book.honorifics
            or stem in book.professions
        )

    def end(self, tokens: Sequence[Token], at: int, sure: bool) -> int:
        """The end of the name that begins at ``at``, or ``at`` where none does.

        ``sure``: a title stands before it, so one word that may be a name is enough; else it needs a given name and one more.
        """
        first = self._first(tokens, at)
        if tokens[at].word.article and self._is_office(tokens, at):
            return at
        if not first or (not sure and first < 3):
            return at
        end = at + 1
        if tokens[at].word.form in self.names.surnames and tokens[at].word.form not in self.names.given and not self._next_is_name(tokens, end):
            return end
        while end < len(tokens) and end - at < _LONGEST and self._goes_on(tokens, end, at):
            end += 1
        while end - 1 > at and tokens[end - 1].word.form in ("بن", "ابن", "ال", "ابو", "عبد", "دي", "ولد", "-"):
            end -= 1
        if end - at == 1 and (not sure or (first == 1 and self._is_doubtful(tokens[at]))):
            return at
        return end

    def _is_doubtful(self, token: Token) -> bool:
        """One weak word after a title: definite, seen in other uses, or joined like ``لإعلامه``, it is hardly a name."""
        form = token.word.form
        if form in self.names.surnames:
            return False
        return token.word.article or self.lex.counts.get(form, 0) > 0 or (form[0] in "لبكوفسيتن" and len(form) > 5)

    def _next_is_name(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and (self.strength(tokens[at]) >= 2 or tokens[at].word.form in PARTICLES)

    def _first(self, tokens: Sequence[Token], at: int) -> int:
        if at >= len(tokens):
            return 0
        form = tokens[at].word.form
        if tokens[at].word.conjunction:
            return 0 if self.blocked[at] or at + 1 >= len(tokens) else self._first_conjoined(tokens[at], tokens[at + 1])
        if form in ("ولد", "ابن", "ام") and at + 1 < len(tokens):
            return 3 if self.strength(tokens[at + 1]) >= 2 else 0
        if form in ("عبد", "ابو") and at + 1 < len(tokens):
            return 3 if tokens[at + 1].word.kind == "word" and not self.blocked[at + 1] else 0
        return self.strength(tokens[at])

    def _first_conjoined(self, token: Token, following: Token) -> int:
        """``وجمال حمزة``: behind ``و`` one of the two words has to be a name and nothing else."""
        if token.word.base not in self.names.given or token.word.preposition or following.word.conjunction:
            return 0
        if self._names_surely(token):
            return 3 if self.strength(following) or following.word.form in _LEADING else 0
        return 3 if following.word.form in _LEADING or self._names_surely(following) else 0

    def _goes_on(self, tokens: Sequence[Token], at: int, start: int) -> bool:
        token = tokens[at]
        form, before = token.word.form, tokens[at - 1].word.form
        if form == "-" and at + 1 < len(tokens):
            return token.start == tokens[at - 1].end and bool(self.strength(tokens[at + 1]))
        if token.word.kind != "word" or self.blocked[at]:
            return False
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if form == "فان":  # ``فإن`` folds alike
            return following is not None and self.strength(following) > 0
        if (token.word.conjunction or token.word.preposition) and form not in self.names.given:
            return False
        if form in ("ابن", "بنت", "ام"):  # ``صدام حسين ابن عمه``: kinship, not a name
            return following is not None and (self.strength(following) > 0 or following.word.form in PARTICLES)
        if form in PARTICLES:
            return (at + 1 < len(tokens) and tokens[at + 1].word.kind == "word") or form in ("الله", "الدين")
        if before in ("بن", "ابن", "بنت", "ابو", "ابي", "ام", "ال", "عبد", "ولد", "-", "دي", "فان", "فون", "بو"):
            return True
        strength = self.strength(token)
        if strength >= 2:
            if self._is_office(tokens, at) if token.word.article else self._is_post(tokens, at):
                return False
            return not (token.word.verbs and form in self.lex.verb_by_place and at - start >= 2)
        if token.word.article:
            return not self._is_office(tokens, at) and self._family_with_article(token, at - start)
        return strength == 1

    def _is_office(self, tokens: Sequence[Token], at: int) -> bool:
        """``كوفي أنان الأمين العام``: an office with its article and another after it is no family name."""
        following = tokens[at + 1].word if at + 1 < len(tokens) else None
        return tokens[at].word.stem in self.book.office_heads and following is not None and (following.article or following.preposition == "ل")

    def _is_post(self, tokens: Sequence[Token], at: int) -> bool:
        """``محمد حجازي مساعد وزير الخارجية``: a name that is also a post is one before another post or a definite noun that is no name."""
        following = tokens[at + 1].word if at + 1 < len(tokens) else None
        if tokens[at].word.stem not in self.book.office_heads or following is None or following.kind != "word":
            return False
        if following.stem in self.book.office_heads or following.stem in self.book.bodies:
            return True
        return following.article and not self.strength(tokens[at + 1])

    def _family_with_article(self, token: Token, length: int) -> bool:
        """``الشطي`` after ``فتحي``: a definite word after a bare given name is a family name unless it is an everyday adjective."""
        word = token.word
        if self._otherwise_known(word.form, word.stem) or word.form in self.lex.functions or length > 3:
            return False
        if length >= 2 and (word.stem in self.lex.masdars or any("participle" in r.tense for r in self.lex.verb_readings(word.stem))):
            return False
        return max(self.lex.counts.get(word.stem, 0), self.lex.counts.get(word.form, 0)) < RARE * 4 and not word.stem.endswith(
            ("يه", "ات", "ون", "ين")
        )
