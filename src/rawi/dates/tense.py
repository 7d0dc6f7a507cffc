"""Behind or ahead? What the clause before a bare weekday or a yearless day tells.

The nearest cue before the expression decides, within its sentence: a future verb or a planned act looks ahead
(``سيصل الأحد``, ``من المقرر أن … الأحد``, ``يصل الأحد``), a past verb or ``كان`` looks behind. The cues are
``[cues]`` of the knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

from rawi.arabic.letters import fold
from rawi.dates.lexicon import relative
from rawi.dates.tokens import Tokens

Direction = Literal["past", "future"]
Cue = Literal["past", "future", "planned"]
_REACH = 30  # tokens looked back
_END = frozenset("\n!?;")


@cache
def _cues() -> dict[str, Cue]:
    cues = relative().cues
    found: dict[str, Cue] = {}
    found.update(dict.fromkeys(_with_and(cues.past), "past"))
    found.update(dict.fromkeys(_with_and(cues.planned), "planned"))
    found.update(dict.fromkeys(_with_and(cues.future), "future"))
    return found


@cache
def _told() -> frozenset[str]:
    return frozenset(_with_and(relative().cues.told))


@cache
def _not_future() -> frozenset[str]:
    return frozenset(map(fold, relative().cues.not_future))


def _with_and(words: Iterable[str]) -> Iterable[str]:
    for word in map(fold, words):
        yield from (word, "و" + word, "ف" + word)


def direction(tokens: Tokens, first: int, stop: int) -> Direction | None:
    """Where the clause of the expression at tokens ``first`` to ``stop`` looks, or ``None`` where it holds no
    cue.
    """
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _ends_sentence(tokens, at):
            break
        word = tokens.words[at]
        cue = _cues().get(word)
        if cue == "planned":
            return "past" if any(map(_tells_of_past, tokens.words[max(0, at - 3) : at])) else "future"
        if cue == "past":
            return "future" if _cues().get(tokens.words[at - 1]) == "future" else "past"  # ``المقرر عقدها``
        if cue == "future" or is_future_verb(word):
            return "future"
    opens = tokens.kinds[max(0, first - 4) : first].rstrip("&pqd")[-1:] in ("", "\n", ".", "!", "?")
    return "future" if opens and is_future_verb("".join(tokens.words[stop : stop + 1])) else None


def _tells_of_past(word: str) -> bool:
    return word in _told()


def is_future_verb(word: str) -> bool:
    """``سيصل``, ``وستعقد``: the mark س before an imperfect, unless the word is known to be none."""
    if word[:2] in ("وس", "فس"):
        word = word[1:]
    return len(word) > 3 and word[0] == "س" and word[1] in "يتن" and word not in _not_future()


def _ends_sentence(tokens: Tokens, at: int) -> bool:
    kind = tokens.kinds[at]
    if kind != ".":
        return kind in _END
    inside_number = tokens.kinds[at - 1 : at] in ("n", "u", "Y") and tokens.kinds[at + 1 : at + 2] in (
        "n",
        "u",
        "Y",
    )
    return not inside_number
