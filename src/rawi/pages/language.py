"""Is the story in Arabic? Persian, Urdu, Kurdish and others share the letters, not the little words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rawi.errors import NotArabicError
from rawi.pages import words

_NAMES = {"fa": "Persian", "ur": "Urdu", "ku": "Kurdish", "ps": "Pashto", "ug": "Uyghur"}
_WORD = re.compile(r"\w+")


def check(paragraphs: Iterable[str]) -> None:
    """Raises :class:`NotArabicError` where the text is in another script, or in another language of the
    Arabic script.
    """
    text = " ".join(paragraphs)[:20_000]
    arabic, letters = words.letters_of(text)
    if arabic * 2 < letters:
        raise NotArabicError("the text is not in Arabic letters; Rawi reads Arabic news only")
    tokens = _WORD.findall(text)
    for code, listed in words.words().languages.items():
        seen = sum(token in listed for token in tokens)
        if seen > max(2, len(tokens) * 0.04):
            raise NotArabicError(f"the text is in {_NAMES.get(code, code)}, not in Arabic; Rawi reads Arabic news only")
