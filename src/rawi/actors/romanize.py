"""A readable English spelling for names that the knowledge does not hold, word by word: known names first, then by rule."""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.actors.gazetteer import gazetteer
from rawi.actors.titles import title_book
from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.lore.schema import Romanization

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


_JOINED = (("وال", "wa-l-"), ("لل", "lil-"), ("بال", "bil-"), ("ال", "al-"))


@lru_cache(16_384)
def romanize(name: str, person: bool = True) -> str:
    """``romanize("كامل الزهراوي") == "Kamel al-Zahrawi"``: capitalized, with vowels between consonants, never a bare skeleton.

    What names of people are made of is looked up first for a ``person``; for a body or group, the nouns that describe one.
    """
    words = fold(name).replace('"', " ").replace("-", " ").split()
    read = [_person_word(word) if person else _body_word(word, following) for word, following in zip(words, [*words[1:], ""], strict=True)]
    text = " ".join(read).replace("Abdul al-", "Abdul ").replace("Abdul Allah", "Abdullah")
    return text[:1].upper() + text[1:]


def _person_word(word: str) -> str:
    names, book = gazetteer(), title_book()
    if word in names.particles.latin:
        return names.particles.latin[word]
    if (known := names.given.get(word) or names.family.get(word) or book.latin.get(word)) is not None:
        return known
    if word.startswith("عبدال") and len(word) > 6:
        return "Abdul" + _by_rule(word[5:]).lower()
    if word.startswith("ال") and len(word) > 4:
        return "al-" + (names.given.get(word[2:]) or _by_rule(word[2:]))
    return _by_rule(word)


def _body_word(word: str, following: str) -> str:
    """``_body_word("وزاره", "الخارجيه") == "Wizarat"``: ة is spoken before a genitive."""
    forms = word_forms()
    if (known := forms.get(word)) is not None:
        bound = word.endswith("ه") and known.endswith("a") and following.startswith("ال")
        return known[:1].upper() + known[1:] + ("t" if bound else "")
    for prefix, latin in _JOINED:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = word.removeprefix(prefix)
            return latin + (forms[rest][:1].upper() + forms[rest][1:] if rest in forms else _person_word(rest))
    return _person_word(word)


@cache
def word_forms() -> dict[str, str]:
    """The listed words in all their endings, folded."""
    forms: dict[str, str] = compiled("romanization", build)
    return forms


def build() -> dict[str, str]:
    """Give the listed words their endings: feminine, plural, dual, accusative."""
    words = {fold(word): latin for word, latin in load.language("romanization", Romanization).words.items()}
    forms: dict[str, str] = {}
    for word, latin in words.items():
        if word.endswith("ه"):
            stem, spoken, endings = word[:-1], latin.removesuffix("a"), {"ات": "at"}
        elif word.endswith("ي") and latin.endswith("i"):
            stem, spoken, endings = word, latin + "yy", {"ه": "a", "ات": "at", "ون": "un", "ين": "in", "ان": "an", "ا": "an"}
        else:
            stem, spoken, endings = word, latin, {"ه": "a", "ات": "at", "ون": "un", "ين": "in", "ان": "an", "ا": "an"}
        for ending, sound in endings.items():
            forms.setdefault(stem + ending, spoken + sound)
    return {**forms, **words}


def _by_rule(word: str) -> str:
    """Letters to letters; ``و`` and ``ي`` are vowels between consonants; an ``a`` keeps consonants apart."""
    if not word[0].isalpha():
        return word
    out = ""
    for place, letter in enumerate(word):
        before, last = word[place - 1] if place else "", place == len(word) - 1
        if letter == "و" and place and before not in "اوي":
            piece = "u" if not last else "o"
        elif letter == "ي" and place and (before not in "اوي" or (last and before == "و")):
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
