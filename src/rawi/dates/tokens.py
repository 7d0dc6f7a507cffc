"""Folded text as tokens with one letter of kind each, so that the grammar is a regular expression.

The letters are those of :mod:`rawi.dates.lexicon`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.arabic import numbers
from rawi.arabic.letters import Folded
from rawi.dates.lexicon import SPECIAL, Lexicon, Value, lexicon

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n|[^\w ]|_|\d")
_MARKS = {mark: mark for mark in ",()-/.:;!?\n\"'"} | {
    "[": "(",
    "]": ")",
    "{": "(",
    "}": ")",
    "\\": "/",
    "…": ".",
}
_TWO_NAMINGS = re.compile(r"[Mm](?:[-/]?[Mm]|\([Mm](?P<close>\)))")
_LONGEST = 9  # words of the longest number that is looked for: a year in words


class Tokens(NamedTuple):
    """Parallel lists, one entry a token. A clitic is a token of its own; a phrase or a number in words is one
    token.

    ``starts`` and ``ends`` are half-open offsets in the folded text; ``words`` holds the key into the
    lexicon's values (for a number in words its digits).
    """

    kinds: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def value(self, at: int) -> Value:
        """What the token says as a number; zero for words that say none."""
        return lexicon().values.get(self.words[at]) or _number(self.words[at])


def _number(word: str) -> Value:
    return Value(int(word)) if word.isdigit() and len(word) < 10 else Value(0)


def tokenize(folded: Folded) -> Tokens:
    """The tokens of a text. Linear in its length."""
    found = list(_TOKEN.finditer(folded.text))
    words = [match[0] for match in found]
    known = lexicon()
    kinds = "".join([known.kinds.get(word) or _MARKS.get(word, "x") for word in words])
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    tokens = Tokens(kinds, words, starts, ends)
    return _join_namings(_open(tokens, known) if SPECIAL in kinds else tokens)


def _join_namings(tokens: Tokens) -> Tokens:
    """One token for a month named twice: ``شباط (فبراير)``, ``كانون الأول/ديسمبر``, ``يونيو حزيران``."""
    out: _Opened | None = None
    done = 0
    for match in _TWO_NAMINGS.finditer(tokens.kinds):
        first, stop = match.span()
        second = stop - 2 if match["close"] else stop - 1
        if tokens.value(first) != tokens.value(second):
            continue
        out = out or _Opened([], [], [], [])
        out.copy(tokens, done, first)
        out.add("M", tokens.words[first], tokens.starts[first], tokens.ends[stop - 1])
        done = stop
    if out is None:
        return tokens
    out.copy(tokens, done)
    return out.tokens()


class _Opened(NamedTuple):
    """The tokens written so far."""

    kinds: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]

    def copy(self, tokens: Tokens, first: int, stop: int | None = None) -> None:
        """A plain stretch, whole."""
        self.kinds.append(tokens.kinds[first:stop])
        self.words.extend(tokens.words[first:stop])
        self.starts.extend(tokens.starts[first:stop])
        self.ends.extend(tokens.ends[first:stop])

    def add(self, kind: str, word: str, start: int, end: int) -> None:
        """One token."""
        self.kinds.append(kind)
        self.words.append(word)
        self.starts.append(start)
        self.ends.append(end)

    def tokens(self) -> Tokens:
        """All that was written."""
        return Tokens("".join(self.kinds), self.words, self.starts, self.ends)


def _open(tokens: Tokens, known: Lexicon) -> Tokens:
    """The same tokens with each special word replaced by what it holds."""
    out = _Opened([], [], [], [])
    done = 0
    at = tokens.kinds.find(SPECIAL)
    while at >= 0:
        out.copy(tokens, done, at)
        done = _open_one(tokens, at, known, out)
        at = tokens.kinds.find(SPECIAL, done)
    out.copy(tokens, done)
    return out.tokens()


def _open_one(tokens: Tokens, at: int, known: Lexicon, out: _Opened) -> int:
    """Write what the special word at ``at`` holds: clitics, then the word, phrase or number. Returns the
    token after.
    """
    start, base = tokens.starts[at], tokens.words[at]
    clitic = known.clitics.get(base)
    if clitic:
        base = clitic.base
        for place, kind in enumerate(clitic.kinds):
            out.add(kind, "", start + place, start + place + 1)
        start += clitic.letters
    kind, word, taken = _read(tokens, at, base, known)
    out.add(kind, word, start, tokens.ends[at + taken - 1])
    return at + taken


def _read(tokens: Tokens, at: int, base: str, known: Lexicon) -> tuple[str, str, int]:
    """Kind, key and length in tokens of what begins at ``at`` with the clitic-free word ``base``."""
    for phrase in known.phrases.get(base, ()):
        if tuple(tokens.words[at + 1 : at + 1 + len(phrase.tail)]) == phrase.tail:
            return known.plain[phrase.key], phrase.key, 1 + len(phrase.tail)
    if base in numbers.atoms() and known.plain.get(base) not in ("W", "l"):
        number = numbers.read([base, *tokens.words[at + 1 : at + _LONGEST]])
        if number:
            kind = "c" if not number.ordinal else "o" if base.startswith("ال") else "O"
            return kind, str(number.value), number.words
    return known.plain.get(base, "x"), base, 1
