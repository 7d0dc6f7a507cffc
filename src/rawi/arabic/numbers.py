"""Numbers in words: ``الثامن والعشرين`` is the ordinal 28, ``ألفين وخمسة وعشرين`` the cardinal 2025.

Words are folded (:func:`rawi.arabic.letters.fold`) and carry their conjunction (``وعشرين``). Arabic says
units before tens and everything else from great to small; each part after the first begins with ``و``, except
what a thousand or million multiplies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Numbers, NumberWord

Rank = Literal["unit", "bound", "tail", "ten", "hundred", "scale", "dual"]


class InWords(NamedTuple):
    """A number read from words: its value, its length in words, and whether it is an ordinal (``الثامن``)."""

    value: int
    words: int
    ordinal: bool


class Atom(NamedTuple):
    """What one word says: its value, its rank in the number, whether it has the article or is an ordinal."""

    value: int
    rank: Rank
    ordinal: bool
    article: bool


@cache
def atoms() -> dict[str, Atom]:
    """Every number word, folded, with and without article (a dictionary of about 250 entries), loaded once a process."""
    return compiled_as(dict[str, Atom], "numbers", build)


def build() -> dict[str, Atom]:
    """Compile the number words from the knowledge."""
    lore = load.language("numbers", Numbers)
    found: dict[str, Atom] = {}
    for word in lore.unit:
        _add(found, word.cardinal, Atom(word.value, "unit", False, False))
        _add(found, word.ordinal, Atom(word.value, "unit", True, False))
        _add(found, word.bound, Atom(word.value, "bound", word.value == 1, False))
    _add_great(found, "ten", lore.ten)
    _add_great(found, "hundred", lore.hundred)
    _add_great(found, "scale", lore.scale)
    _add(found, lore.tail, Atom(10, "tail", False, False))
    return found


def _add_great(found: dict[str, Atom], rank: Rank, entries: Iterable[NumberWord]) -> None:
    for word in entries:
        _add(found, word.cardinal, Atom(word.value, rank, False, False))
        _add(found, word.dual, Atom(2 * word.value, "dual", False, False))


def _add(found: dict[str, Atom], words: Iterable[str], atom: Atom) -> None:
    for word in map(fold, words):
        found[word] = atom
        found["ال" + word] = atom._replace(article=True)


def read(words: Sequence[str]) -> InWords | None:
    """The number that ``words`` begin with, or ``None``: ``read(["الثامن", "والعشرين", "من"])`` is 28, two
    words, ordinal.
    """
    first = atoms().get(words[0]) if words else None
    if first is None:
        return None
    return _Reader(words).read(first)


class _Reader:
    """One pass over the words; ``at`` is the next word to read."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.at = 1

    def read(self, first: Atom) -> InWords | None:
        """Parts of falling scale: millions, thousands, the rest."""
        total, above, taken = 0, 10**12, 0
        atom: Atom | None = first
        while atom is not None:
            part = self._part(atom)
            if part is None or part[1] >= above:
                break
            total, above, taken = total + part[0], part[1], self.at
            atom = None if above == 1 or first.ordinal else self._joined()
            self.at += 1
        ordinal = first.ordinal or (first.article and first.rank == "ten")
        return InWords(total, taken, ordinal) if total else None

    def _part(self, atom: Atom) -> tuple[int, int] | None:
        """The value of one part, its thousand or million included, and the scale that it counts in (1 for
        none).
        """
        if atom.rank in ("scale", "dual"):
            return atom.value, atom.value // 2 if atom.rank == "dual" else atom.value
        value = self._hundreds(atom)
        following = self._word()
        if value is None or following is None or following.rank != "scale" or following.article or atom.ordinal:
            return None if value is None else (value, 1)
        self.at += 1
        return value * following.value, following.value

    def _hundreds(self, atom: Atom) -> int | None:
        if atom.rank != "hundred":
            return self._tens(atom)
        following = self._joined()
        if following is None or following.rank not in ("unit", "bound", "tail", "ten"):
            return atom.value
        before = self.at
        self.at += 1
        rest = self._tens(following)
        if rest is None:
            self.at = before
        return atom.value + (rest or 0)

    def _tens(self, atom: Atom) -> int | None:
        if atom.rank in ("ten", "tail"):
            return atom.value
        following, joined = self._word(), self._joined()
        if following and following.rank == "tail" and atom.value < 10:
            self.at += 1
            return atom.value + 10
        if joined and joined.rank == "ten" and joined.article == atom.article and atom.value < 10:
            self.at += 1
            return atom.value + joined.value
        return atom.value if atom.rank == "unit" else None

    def _word(self) -> Atom | None:
        """The next word, if it is a number word by itself."""
        return atoms().get(self.words[self.at]) if self.at < len(self.words) else None

    def _joined(self) -> Atom | None:
        """The next word, if it is ``و`` and a number word."""
        if self.at >= len(self.words) or not self.words[self.at].startswith("و"):
            return None
        return atoms().get(self.words[self.at][1:])
