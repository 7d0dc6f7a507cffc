"""A readable English spelling for names that the knowledge does not hold, word by word: known names first, then by rule."""

from __future__ import annotations

from functools import lru_cache

from rawi.actors.gazetteer import gazetteer
from rawi.actors.titles import title_book
from rawi.arabic.letters import fold

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


@lru_cache(16_384)
def romanize(name: str) -> str:
    """``romanize("كامل الزهراوي") == "Kamel al-Zahrawi"``: capitalized, with vowels between consonants, never a bare skeleton."""
    names, book = gazetteer(), title_book()
    out: list[str] = []
    for word in fold(name).replace('"', " ").replace("-", " ").split():
        if word[0].isdigit():
            out.append(word)
        elif word in names.particles.latin:
            out.append(names.particles.latin[word])
        elif (known := names.given.get(word) or names.family.get(word)) is not None:
            out.append(known)
        elif (title := book.latin.get(word)) is not None:
            out.append(title)
        elif word.startswith("عبدال") and len(word) > 6:
            out.append("Abdul" + _by_rule(word[5:]).lower())
        elif word.startswith("ال") and len(word) > 4:
            known = names.given.get(word[2:])
            out.append("al-" + (known or _by_rule(word[2:])))
        else:
            out.append(_by_rule(word))
    text = " ".join(out)
    return text[:1].upper() + text[1:]


def _by_rule(word: str) -> str:
    """Letters to letters; ``و`` and ``ي`` are vowels between consonants; an ``a`` keeps consonants apart."""
    out = ""
    for place, letter in enumerate(word):
        before, last = word[place - 1] if place else "", place == len(word) - 1
        if letter == "و" and place and before not in "اوي":
            piece = "u" if not last else "o"
        elif letter == "ي" and place and before not in "اوي":
            piece = "i"
        elif letter == "ه" and last and place:
            piece = "a"
        else:
            piece = _LETTERS.get(letter, letter)
        consonants = out and out[-1] not in _VOWELS and piece and piece[0] not in _VOWELS
        inside = place == 1 or (place < len(word) and len(out) > 1 and out[-2] not in _VOWELS)
        if consonants and (inside or (last and len(word) > 2 and _closed(out))):
            out += "a"
        out += piece
    return out[:1].upper() + out[1:]


def _closed(out: str) -> bool:
    return len(out) >= 2 and out[-1] not in _VOWELS and out[-2] not in _VOWELS
