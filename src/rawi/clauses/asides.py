"""Words that only say that a source stays unnamed: ``طلب عدم ذكر اسمه``, ``الذي فضل عدم الكشف عن هويته``."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.clauses.lexicon import clause_book

_LONGEST = 6  # words from ``طلب`` to ``اسمه``


def asides(tokens: Sequence[Token]) -> frozenset[int]:
    """The numbers of such words. They tell of no act and name nobody; for clauses they are a pause, as between commas."""
    asking = clause_book().stays_unnamed
    found: list[int] = []
    for token in tokens:
        if token.word.base in asking and (end := _end(tokens, token.index)):
            first = token.index
            if first and tokens[first - 1].word.function == "relative":
                first -= 1
            found += range(first, end)
    return frozenset(found)


def _end(tokens: Sequence[Token], at: int) -> int:
    """Where the aside that begins at a word ends, 0 where it is none."""
    book = clause_book()
    for token in tokens[at + 1 : at + _LONGEST]:
        if token.word.base in book.own_name:
            return token.index + 1
        if token.word.base not in book.naming:
            return 0
    return 0
