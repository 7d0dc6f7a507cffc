"""From sounds to folded spelling: where a hamza sits, and what a vowelless script leaves out.

A word's sounds are written with Arabic consonants (``ء`` for every hamza), ``a i u`` and ``A I U`` for
short and long vowels, ``Y`` for a final *ā* written ``ى``, ``~`` after a doubled consonant, ``ٱ`` for the
alif of ``انفعل`` and ``استفعل``, ``ة``, ``'`` for a hamza that must stand alone, and ``ا`` for the mute
alif of ``كتبوا``. The spelling that comes out is that of ``rawi.arabic.letters.fold``, so a hamza on alif
is ``ا``, on waw ``و``, on yaa ``ي``, and alone ``ء``.
"""

from __future__ import annotations

import re

_LETTERS = str.maketrans(
    {
        "a": None,
        "i": None,
        "u": None,
        "~": None,
        "A": "ا",
        "I": "ي",
        "U": "و",
        "Y": "ي",
        "ة": "ه",
        "ٱ": "ا",
        "'": "ء",
    }
)
_VOWELS = frozenset("aiuAIUY")
_BY_VOWEL = {"a": "ا", "i": "ي", "u": "و"}
_HAMZA = re.compile("ء(~?)(A?)")
_TWO_HAMZAS = re.compile("^ء([aiu])ء(?![aiuAIUY~])")
_GLIDE = re.compile("(?:iو|uي|iي|uو)(?![aiuAIUY~])")
_LONG = {"a": "A", "i": "I", "u": "U"}


def settle(sounds: str) -> str:
    """The sounds after the changes that hold everywhere in Arabic.

    A word does not begin with two hamzas around one vowel (``ءaءman`` gives ``ءAman``, ``آمن``), and a glide
    after a short vowel that is its own or its opposite merges with it (``ءiوقAف`` gives ``ءIقAف``,
    ``إيقاف``).
    """
    if sounds[0] == "ء" and sounds[2:3] == "ء":
        sounds = _TWO_HAMZAS.sub(lambda m: "ء" + _LONG[m[1]], sounds)
    return _GLIDE.sub(lambda m: _LONG[m[0][0]], sounds)


def spell(sounds: str) -> str:
    """The folded spelling: ``spell("yaسءaل") == "يسال"``, ``spell("مubtadiء")`` ends in ``ي`` (``مبتدئ``)."""
    if "ء" in sounds:
        sounds = _HAMZA.sub(_seated, sounds)
    return sounds.translate(_LETTERS)


def spellings(sounds: str) -> tuple[str, ...]:
    """The spelling of the rule first, then those that the press uses beside it before a long *ū*.

    ``بدؤوا`` is also ``بدأوا``, ``جاؤوا`` is also ``جاءوا``, ``مسؤول`` is also ``مسئول``.
    """
    first = spell(sounds)
    place = sounds.find("ءU")
    if place < 1:
        return (first,)
    before = sounds[place - 1]
    other = {"a": "ا", "A": "'", "U": "'"}.get(before, "" if before in _VOWELS else "ي")
    return (first, spell(sounds[:place] + other + sounds[place + 1 :])) if other else (first,)


def _seated(found: re.Match[str]) -> str:
    """What is written for one hamza and the ``A`` after it, which an alif seat swallows (``آ``)."""
    whole = found.string
    before = whole[: found.start()].rstrip("~")[-1:]
    after = whole[found.end(1) : found.end(1) + 1]
    seat = _seat(before, after)
    return seat if seat == "ا" else seat + found[2]


def _seat(before: str, after: str) -> str:
    """The seat of a hamza between two sounds; ``""`` stands for the edge of the word.

    The stronger vowel decides, in the order i, u, a; after a long vowel or at the end after a consonant it
    stands alone.
    """
    if not before:
        return "ا"
    if after not in _VOWELS:
        return _BY_VOWEL.get(before, "ء")
    if before in "iI" or after in "iI":
        return "ي"
    if before == "u" or after in "uU":
        return "و"
    return "ء" if before in "AU" else "ا"
