"""How far a word may be part of a person's name when nobody has told us the name.

Arabic has no capital letters. A name is carried by given names, particles (``بن``, ``أبو``, ``آل``, ``عبد``, ``ولد``), family names with the article
after a given name, and words that news hardly ever uses for anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.gazetteer import Gazetteer
from rawi.actors.name_forms import RARE, strength_alone
from rawi.actors.phrases import PhraseBook
from rawi.actors.shape import shapes
from rawi.actors.titles import TitleBook
from rawi.arabic.lexicon import Lexicon
from rawi.arabic.words import NAME_ALI, Token

PREPOSITION_ALI = "علي"  # ``على``, folded


class NameWords:
    """Judges the words of one text as parts of names."""

    def __init__(
        self, tokens: Sequence[Token], names: Gazetteer, book: TitleBook, phrases: PhraseBook, lex: Lexicon, blocked: Sequence[bool]
    ) -> None:
        self.tokens = tokens
        self.names, self.book, self.phrases, self.lex, self.blocked = names, book, phrases, lex, blocked
        self.strengths: list[int | None] = [None] * len(tokens)  # as far as they were asked for

    def strength(self, token: Token) -> int:
        """3 a given name, 2 a family name, 1 a word that may be a name, 0 none."""
        known = self.strengths[token.index]
        if known is None:
            known = self.strengths[token.index] = self._strength(token)
        return known

    def _strength(self, token: Token) -> int:
        word = token.word
        if word.kind != "word" or self.blocked[token.index]:
            return 0
        if (word.conjunction or word.preposition) and self.is_misread(token):
            return 2
        if word.preposition:
            return 0
        form = word.form
        if word.article and token.index and self.tokens[token.index - 1].word.form in self.names.particles.servant and not word.conjunction:
            return 3  # ``عبد الباقي``
        if form == PREPOSITION_ALI:  # the name and the preposition fold alike: a name where a name goes on
            following = self.token_at(token.index + 1)
            return 3 if word.stem == NAME_ALI and (self._is_after_title(token) or (following is not None and self._may_follow_ali(following))) else 0
        if (alone := strength_alone(word)) != 1:
            return alone
        count = self.lex.counts.get(form, 0)
        after_given = token.index > 0 and self.names_surely(self.tokens[token.index - 1])
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

    def token_at(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_misread(self, token: Token) -> bool:
        """``كالديرون``, ``والكين`` after a foreign given name: what looks joined is one name where no word stands behind the first letters."""
        word = token.word
        before = self.token_at(token.index - 1)
        if not (word.conjunction or word.preposition) or before is None or len(word.form) < 5:
            return False
        given = before.word.form in self.names.given and before.word.form not in self.names.native
        unknown = not self.lex.counts.get(word.form) and not self.lex.counts.get(word.base) and not self.lex.counts.get(word.stem)
        if not given or not unknown or word.verbs or word.stem in self.names.given or word.stem in self.names.family:
            return False
        if word.base in self.names.tree or word.stem in self.names.tree or word.stem in self.names.demonyms:
            return False
        return shapes().foreignness(word.form) > 0

    def names_surely(self, token: Token) -> bool:
        """Whether a word is a given name and hardly ever anything else: a word never seen after it is its family name."""
        form = token.word.base
        counts = self.lex.counts
        return (
            form in self.names.given
            and len(form) > 3
            and form not in self.names.everyday
            and form not in self.lex.functions
            and form not in self.lex.masdars
            and not any(v.person == 3 and not v.pronoun for v in token.word.verbs)
            and counts.get("ال" + form, 0) * 2 <= counts.get(form, 0)
        )

    def _is_after_title(self, token: Token) -> bool:
        """``الإمام علي``: no preposition where the words behind a title end."""
        before, following = self.token_at(token.index - 1), self.token_at(token.index + 1)
        titled = before is not None and before.word.article and (before.word.stem in self.book.noble or before.word.stem in self.book.honorifics)
        return titled and (following is None or not (following.word.article or following.word.pronoun))

    def _may_follow_ali(self, token: Token) -> bool:
        word, names = token.word, self.names
        listed = (
            word.form in names.particles.binding
            or word.form in names.family
            or (word.form in names.given and word.form != PREPOSITION_ALI)
            or word.form in names.surnames
        )
        before = self.token_at(token.index - 2)
        if listed or before is None or not self.is_given(before):
            return listed
        return word.article and word.stem.endswith("ي") and word.stem not in names.demonyms and self.lex.counts.get(word.form, 0) < RARE // 2

    def is_given(self, token: Token) -> bool:
        return token.word.form in self.names.given or (bool(token.word.conjunction) and token.word.base in self.names.given)
