"""Folding: one spelling for what Arabic typists write in many, with every character's place in the original kept.

Outlets mix ``أ إ آ ا``, ``ى ي``, ``ة ه``, ``ؤ و``, ``ئ ي``; add vowel marks and kashida; paste presentation forms, Persian letters and three sets
of digits. Matching works on the folded text; everything that a reader sees works on the original.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_ONE_FOR_ONE = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیۍېےئ", "ي"),
    **dict.fromkeys("ةۀەہھۃ", "ه"),
    "ؤ": "و",
    "ک": "ك",
    "ڪ": "ك",
    "ڤ": "ف",
    "گ": "ك",
    "چ": "ج",
    "پ": "ب",
    "ژ": "ز",
    **{chr(0x660 + d): str(d) for d in range(10)},  # Arabic-Indic digits
    **{chr(0x6F0 + d): str(d) for d in range(10)},  # Persian digits
    "٫": ".",
    "٬": ",",
    "،": ",",
    "؛": ";",
    "؟": "?",
    **dict.fromkeys("“”„«»‟″〝〞＂", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("–—―−‒‐‑", "-"),
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
}
_DROPPED = (
    "\u0640"  # kashida
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"  # vowel and Quranic marks
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad"  # marks that only steer the display
)
_NAME = 64  # characters: a longer text is hardly folded twice
_ONE = str.maketrans(_ONE_FOR_ONE)
_NONE = re.compile(f"[{_DROPPED}]+")
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")
_CHANGES_LENGTH = re.compile(f"{_NONE.pattern}|{_FORMS.pattern}")


class Folded(NamedTuple):
    """Folded text and, for each of its characters, the offset in the original; one offset more for the end."""

    text: str
    offsets: range | tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that ``text[start:end]`` was folded from."""
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]


def fold(text: str) -> str:
    """The folded spelling: ``fold("وَزيرُ الخارجيّة") == "وزير الخارجيه"``. Case is folded too."""
    return _fold_again(text) if len(text) < _NAME else _fold(text)


def _fold(text: str) -> str:
    if _FORMS.search(text):
        text = _FORMS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    return _NONE.sub("", text).translate(_ONE).lower()


_fold_again = lru_cache(16_384)(_fold)  # names and class words are folded over and over


def fold_keeping_offsets(text: str) -> Folded:
    """The folded spelling of ``text`` with the way back to it. Costs one pass; text without marks is translated whole."""
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for marks in _CHANGES_LENGTH.finditer(text):
        _fold_plain(text, at, marks.start(), out, offsets)
        _fold_letters(text, marks.start(), marks.end(), out, offsets)
        at = marks.end()
    if not at and (folded := _same_length(text)) is not None:
        return Folded(folded, range(len(text) + 1))
    _fold_plain(text, at, len(text), out, offsets)
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


def _same_length(text: str) -> str | None:
    folded = text.translate(_ONE).lower()
    return folded if len(folded) == len(text) else None


def _fold_plain(text: str, start: int, end: int, out: list[str], offsets: list[int]) -> None:
    """A stretch without dropped marks: letter for letter, but for the rare ones that lower case lengthens."""
    folded = _same_length(text[start:end])
    if folded is None:
        _fold_letters(text, start, end, out, offsets)
        return
    out.append(folded)
    offsets.extend(range(start, end))


def _fold_letters(text: str, start: int, end: int, out: list[str], offsets: list[int]) -> None:
    for place in range(start, end):
        piece = fold(text[place])
        out.append(piece)
        offsets.extend([place] * len(piece))
