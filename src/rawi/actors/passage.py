"""The words of one article with the books that say what they are: what every finder looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.actors.gazetteer import Entity, Gazetteer, gazetteer
from rawi.actors.names import NameReader
from rawi.actors.phrases import PhraseBook, phrase_book
from rawi.actors.titles import TitleBook, title_book
from rawi.arabic.lexicon import Lexicon, lexicon
from rawi.arabic.words import Token

QUOTES = frozenset("\"'()[]")


class Passage:
    """One article's words. ``blocked`` marks the words of dates, which name nobody."""

    def __init__(self, tokens: Sequence[Token], original: Callable[[int, int], str], blocked: Sequence[bool]) -> None:
        self.tokens, self.original, self.blocked = tokens, original, blocked
        self.names: Gazetteer = gazetteer()
        self.book: TitleBook = title_book()
        self.phrases: PhraseBook = phrase_book()
        self.lex: Lexicon = lexicon()
        self.reader = NameReader(tokens, self.names, self.book, self.phrases, self.lex, blocked)
        self.name_end = 0  # where the mention found last ended
        self._longest: list[tuple[int, tuple[int, ...]] | None] = [None] * len(tokens)  # as far as they were asked for
        self.bearers: set[str] = set()  # family names in the text so far that are adjectives of origin as well

    def longest(self, at: int) -> tuple[int, tuple[int, ...]]:
        """How many words the longest known name at ``at`` has (0: none), and the entities that bear it."""
        found = self._longest[at]
        if found is None:
            found = self._longest[at] = self.names.longest(self.tokens, at, self.blocked)
        return found

    def text(self, first: int, last: int) -> str:
        """The words as written, without the first word's clitics, quotes and commas."""
        parts: list[str] = []
        accusative = False
        for token in self.tokens[first:last]:
            if token.word.kind == "mark" and token.word.form != "-":
                continue
            piece = self.original(token.start, token.end)
            if not parts:
                piece = without_clitics(piece, token)
            parts.append(self._nominative(piece, token, accusative))
            accusative = parts[-1] != piece
        return " ".join(parts)

    def _nominative(self, piece: str, token: Token, accusative: bool) -> str:
        """``وفدًا فرنسيًّا`` is named ``وفد فرنسي``: the accusative ending of an indefinite noun is none of the name.

        Behind a noun in the ``accusative``, ``روسيا`` is no country but the adjective that agrees with it: ``وفدا روسيا``.
        """
        stem = token.word.stem
        if not stem.endswith("ا") or token.word.article or len(stem) < 4:
            return piece
        bare = stem[:-1]
        adjective = bare in self.names.demonyms and self.names.demonyms[bare][2] == "s"
        if token.word.form in self.names.tree and not (adjective and accusative):
            return piece
        known = adjective or bare in self.book.groups or "\u064b" in piece
        return piece.rstrip("\u064b").removesuffix("ا").rstrip("\u064b\u0651") if known else piece

    def origin_after(self, at: int) -> str | None:
        """The country of an adjective of origin at ``at``."""
        if at < len(self.tokens) and (origin := self.names.origin(self.tokens, at)):
            return origin[0]
        return None

    def is_plain_word(self, at: int) -> bool:
        """Whether the word is a verb, function word or accusative here, though a name is spelt like it."""
        word = self.tokens[at].word
        if word.form.endswith("ا") and self.lex.counts.get(word.form[:-1], 0) >= 128:
            return True  # ``جويا`` is an accusative, not the town
        return bool(word.function) or (bool(word.verbs) and word.form not in self.lex.noun_like and word.form not in self.names.surnames)

    def is_other_spelling(self, token: Token) -> bool:
        """``رأب`` and the surname ``راب`` fold alike: a hamza inside a word tells that no name is meant that is never written with it."""
        if token.word.base not in self.names.surnames and token.word.base not in self.names.family:
            return False
        return "أ" in without_clitics(self.original(token.start, token.end), token)[1:] and token.word.base not in self.names.with_hamza

    def is_quoted(self, first: int, last: int) -> bool:
        """Whether quotes or brackets stand among the words."""
        return any(t.word.form in QUOTES for t in self.tokens[first:last])

    def entities_inside(self, first: int, last: int) -> list[Entity]:
        """Every known name that lies wholly between ``first`` and ``last``."""
        found: list[Entity] = []
        for at in range(first, last):
            length, entities = self.longest(at)
            if length and at + length <= last:
                found += [self.names.entities[e] for e in entities]
        return found

    def is_adjective_of_origin(self, at: int) -> bool:
        """``السورية``, or any definite word that ends like a nisba."""
        word = self.tokens[at].word
        return word.stem in self.names.demonyms or (word.article and word.stem.endswith(("ي", "يه")) and word.stem not in self.phrases.abstracts)

    def past_origins(self, at: int, last: int) -> int:
        """Adjectives of origin right after a known body (``حكومة الوفاق الوطني الليبية``) belong to its mention."""
        while last < len(self.tokens):
            word = self.tokens[last].word
            if word.article and word.stem in self.names.demonyms and not word.conjunction and not word.preposition:
                last += 1
            else:
                return last
        return last

    def qualifies(self, at: int) -> bool:
        """``الحزب الحاكم``: a definite word right after a definite noun is its adjective, not an office."""
        before = self.tokens[at - 1].word if at else None
        if before is None or self.blocked[at - 1] or self.tokens[at].word.conjunction:
            return False
        if before.stem.endswith("ه") and self.tokens[at].word.stem.endswith("ي"):
            return False  # ``النيابة العامة الصحفي``: an adjective agrees in gender
        if at == self.name_end and not self.tokens[at].word.stem.endswith(("ي", "يه")):
            return False  # a name is complete: what follows is a phrase of its own
        return before.article and before.kind == "word" and not before.function


class Finder:
    """Reads one kind of mention in a passage; the ``at`` of its methods is the number of a word, ends are half-open."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.tokens, self.blocked = passage.tokens, passage.blocked
        self.names, self.book, self.phrases, self.lex = passage.names, passage.book, passage.phrases, passage.lex


def without_clitics(piece: str, token: Token) -> str:
    """The original spelling of a first word without its conjunction and preposition; ``للجامعة`` gives ``الجامعة``."""
    word = token.word
    if not word.conjunction and not word.preposition:
        return piece
    for clitic in (word.conjunction, word.preposition):
        if clitic:
            at = piece.find(clitic)
            if at >= 0:
                piece = piece[at + 1 :]
    if word.preposition == "ل" and word.base.startswith("ال") and piece.startswith("ل"):
        piece = ("ال" if word.base.startswith("الل") else "ا") + piece  # ``للاجئين`` is ``ل`` and ``اللاجئين``
    return piece


def gender_of(stem: str) -> str:
    """``f`` or ``m``, as the form of a noun tells; plurals of things are feminine."""
    return "f" if stem.endswith(("ه", "ات")) or stem in phrase_book().feminine_plurals else "m"
