"""Light stems, by which search and comparison take the forms of one word for one: ``ولوزيرها``, ``الوزير`` and ``وزيرين`` are ``وزير``.

Conjunction, preposition and article go as :mod:`rawi.arabic.words` reads them, then joined pronouns and the endings of number, gender and case
(Larkey, Ballesteros and Connell's *light10* for the endings). Two words may share a stem (``سوريا`` and ``سورية``); none has two.
"""

from __future__ import annotations

import re
from itertools import islice

from rawi.arabic.letters import Folded, fold
from rawi.arabic.words import read_word

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_PRONOUNS = ("كما", "هما", "هم", "ها", "هن", "كم", "نا")
_ENDINGS = ("ات", "ون", "ين", "ان", "يه", "ه", "ا", "ي")
_SHORTEST = 3  # letters that stay
_KEPT = 200_000
_stems: dict[str, str] = {}


def stem(form: str) -> str:
    """The light stem of one folded form: ``stem("بالاتفاقيات") == stem("اتفاقيه") == "اتفاق"``. Costs one look-up for a form seen before."""
    found = _stems.get(form)
    if found is None:
        if len(_stems) > _KEPT:
            _stems.clear()
        found = _stems[form] = _stem(form)
    return found


def stems(text: str) -> list[str]:
    """The light stems of the words and numbers of a text, in order."""
    return stems_of_folded(fold(text))


def stems_of_folded(text: str) -> list[str]:
    """The same of a text that is folded already."""
    return [_stems.get(form) or stem(form) for form in _WORD.findall(text)]


def stretch(folded: Folded, first: int, last: int) -> tuple[int, int]:
    """The half-open span of the original from the word numbered ``first`` to the one before ``last``, counted as :func:`stems_of_folded` does."""
    words = list(islice(_WORD.finditer(folded.text), first, last))
    return folded.span(words[0].start(), words[-1].end())


def stems_where(folded: Folded) -> list[tuple[str, int, int]]:
    """The same of a folded text, each with its half-open span of the original."""
    return [(stem(m[0]), *folded.span(m.start(), m.end())) for m in _WORD.finditer(folded.text)]


def is_function_word(form: str) -> bool:
    """Whether a folded form is a preposition, conjunction, pronoun or the like, which says nothing of the subject."""
    return bool(read_word(form).function)


def _stem(form: str) -> str:
    word = read_word(form)
    bare = _without(word.stem or form, _PRONOUNS)
    while (shorter := _without(bare, _ENDINGS)) != bare:
        bare = shorter
    return bare


def _without(form: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            return form[: -len(ending)]
    return form
