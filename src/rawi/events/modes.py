"""Choose an event's mode by the words around its trigger, where its entry sets none."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.events.draft import Draft
from rawi.events.triggers import TriggerBook

_DEFAULT = {"REQUEST": "change", "ACCUSE": None, "REJECT": None}


def choose_mode(draft: Draft, tokens: Sequence[Token], book: TriggerBook) -> str | None:
    """The entry's mode, else the one that a word after the trigger (then before it) chooses, else the category's.

    What is asked or refused comes first in its clause, so the first such word decides; elsewhere the modes' order does.
    """
    if draft.mode is not None:
        return draft.mode
    choices = book.mode_words.get(draft.category, ())
    for first, last in ((draft.at, draft.last), (draft.first, draft.at)):
        if draft.category in ("REQUEST", "REJECT"):
            for token in tokens[first:last]:
                for mode, words in choices:
                    if token.word.stem in words or token.word.base in words:
                        return mode
            continue
        forms = {form for token in tokens[first:last] for form in (token.word.stem, token.word.base)}
        for mode, words in choices:
            if forms & words:
                return mode
    return _DEFAULT.get(draft.category)
