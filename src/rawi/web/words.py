"""The interface's words: two TOML files with the same keys, and the plural forms of each language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, Language] = ("ar", "en")
DIRECTION = {"ar": "rtl", "en": "ltr"}


@cache
def words(language: Language) -> dict[str, Any]:
    """All words of one language, as in ``interface/LANGUAGE.toml``."""
    path = Path(__file__).parent / "interface" / f"{language}.toml"
    return msgspec.toml.decode(path.read_bytes(), type=dict[str, Any])


def say(language: Language, key: str, **values: object) -> str:
    """The phrase ``key`` with ``{names}`` filled in. Raises ``KeyError`` for a phrase that the file does not hold."""
    phrase: str = words(language)["say"][key]
    return phrase.format(**values) if values else phrase


def label(language: Language, table: str, key: str | None) -> str:
    """What a code is called (``category``, ``mode``, ``status``, ``kind``, ``sector``, ``by``); the code itself where it has no name."""
    return str(words(language)[table].get(key, key)) if key else ""


def count(language: Language, what: str, number: int, written: str | None = None) -> str:
    """``3 أحداث``, ``3 events``; ``written`` is the number as the reader's digits have it."""
    forms = words(language)["count"][what]
    return str(forms.get(plural(language, number), forms["other"])).replace("{n}", written or str(number))


def plural(language: Language, number: int) -> str:
    """The plural category of a whole number, as CLDR has it for Arabic and English.

    >>> [plural("ar", n) for n in (0, 1, 2, 3, 11, 100, 103)]
    ['zero', 'one', 'two', 'few', 'many', 'other', 'few']
    """
    if language == "en":
        return "one" if number == 1 else "other"
    if number < 3:
        return ("zero", "one", "two")[number]
    hundredth = number % 100
    return "few" if 3 <= hundredth <= 10 else "many" if hundredth >= 11 else "other"
