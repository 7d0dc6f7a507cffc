"""Whether two names name one: the words that distinguish them, heads, spellings."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from rawi.actors.gazetteer import gazetteer
from rawi.actors.phrases import phrase_book
from rawi.arabic.letters import fold


@lru_cache(16_384)
def name_words(name: str) -> frozenset[str]:
    """The words that distinguish a person's name: without particles and articles."""
    words = [w.removeprefix("ال") if len(w) > 4 else w for w in fold(name).replace("-", " ").split()]
    words = [w[3:].removeprefix("ال") if w.startswith("عبدال") else w for w in words]
    return frozenset(w for w in words if w not in gazetteer().particles.binding) or frozenset(words)


@lru_cache(16_384)
def org_words(name: str) -> frozenset[str]:
    """The words of a body's name, without articles."""
    return frozenset(w.removeprefix("ال").removeprefix("لل") if len(w) > 4 else w for w in fold(name).split())


def group_words(name: str) -> frozenset[str]:
    """The words of a description, with case endings made one: ``الصيادين المصريين`` are ``الصيادون المصريون``."""
    return frozenset(w[:-2] + "ون" if len(w) > 4 and w.endswith("ين") else w for w in org_words(name))


def is_ministry(one: frozenset[str], other: frozenset[str], named: Collection[str] = ()) -> bool:
    """``الخارجية القطرية`` is ``وزارة الخارجية القطرية``; ``named``: what else tells it apart, left out of the words."""
    return len(one ^ other) == 1 and one ^ other <= phrase_book().ministries and len(one | other) + len(named) > 2


def heads_agree(one: str, other: str) -> bool:
    """``حكومة الوفاق`` and ``قوات حكومة الوفاق`` are two bodies: the longer name's head is part of the shorter, or says only what it is."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    if short[0].startswith("ال") and "ل" + short[0].removeprefix("ا") in long[1:]:
        return False  # ``القيادة المركزية للقوات البحرية`` is a part of ``القوات البحرية``
    head = long[0].removeprefix("ال")
    return head in phrase_book().generic_heads or head in {w.removeprefix("ال") for w in short}


def last_word(name: str) -> str:
    return fold(name).split()[-1].removeprefix("ال")


def nearly_spelt(one: str, other: str) -> bool:
    """Two spellings of one foreign name: ``تشاوش أوغلو``, ``جاويش أوغلو``; ``رينزي``, ``رينتسي``."""
    a, b = fold(one).split(), fold(other).split()
    return len(a) == len(b) >= 2 and sum(x == y for x, y in zip(a, b, strict=True)) >= len(a) - 1 and _skeleton(one) == _skeleton(other)


def may_name_one(one: str, other: str) -> bool:
    """``القحطاني`` may be ``مطلق القحطاني``, but ``محمد القحطاني`` is another: the words of one hold those of the other, but for spelling."""
    a, b = name_words(one), name_words(other)
    return a <= b or b <= a or nearly_spelt(one, other) or {_skeleton(word) for word in a} == {_skeleton(word) for word in b}


def _skeleton(name: str) -> str:
    """Consonants with the letters that foreign sounds waver between made one."""
    letters = fold(name).replace(" ", "")
    for written, sound in gazetteer().wavering.items():
        letters = letters.replace(written, sound)
    return letters
