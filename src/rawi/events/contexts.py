"""What an act is about: PLOVER's contexts, by the words of its clause, the names and offices of its parties, and its mode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from rawi.actors.cast import Cast
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.events.draft import Draft
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Contexts

_UNITED = ("state", "person", "organization")
_NO_GOVERNMENT = ("REB", "UAF", "MED", "CVL", "CRM")


class Word(msgspec.Struct):
    """A context that a word tells of, with the words that must follow it and those that may not stand beside it."""

    context: str
    tail: tuple[str, ...]
    not_after: frozenset[str]
    not_before: frozenset[str]


class ContextBook(msgspec.Struct):
    """The contexts by first word, by sector, by mode and by category."""

    order: dict[str, int]
    words: dict[str, list[Word]]
    sectors: dict[str, list[str]]
    modes: dict[str, list[str]]
    between_states: dict[str, list[str]]


@cache
def context_book() -> ContextBook:
    """The book, loaded once a process."""
    return compiled_as(ContextBook, "contexts", build)


def build() -> ContextBook:
    """Compile the book from the knowledge."""
    contexts = load.language("contexts", Contexts).context
    book = ContextBook({c.name: place for place, c in enumerate(contexts)}, {}, {}, {}, {})
    for context in contexts:
        for kind, index in ((context.sectors, book.sectors), (context.modes, book.modes), (context.between_states, book.between_states)):
            for key in kind:
                index.setdefault(key, []).append(context.name)
        after, before = (frozenset(map(fold, words)) for words in (context.not_after, context.not_before))
        for word in context.words:
            head, *tail = fold(word).split()
            book.words.setdefault(head, []).append(Word(context.name, tuple(tail), after, before))
    return book


def set_contexts(draft: Draft, tokens: Sequence[Token], cast: Cast) -> None:
    """Set the draft's contexts, each once in the book's order, and which words or parties told of them."""
    book = context_book()
    found: dict[str, str] = {}
    for context, why in (*_told_by_words(draft, tokens, book), *_told_by_parties(draft, cast, book)):
        found.setdefault(context, why)
    draft.contexts = tuple(sorted(found, key=lambda name: book.order[name]))
    if found:
        draft.why["contexts"] = ", ".join(f"{name} ({found[name]})" for name in draft.contexts)


def _told_by_words(draft: Draft, tokens: Sequence[Token], book: ContextBook) -> Iterator[tuple[str, str]]:
    """The contexts that words of the act's own clause tell of, each with the words as folded."""
    words = [token.word for token in tokens[draft.first : draft.last]]
    bases = [word.base for word in words]
    for place, word in enumerate(words):
        if word.base in book.words or word.stem in book.words:
            yield from _at(place, bases, {word.base, word.stem}, book)


def _at(place: int, words: Sequence[str], forms: set[str], book: ContextBook) -> Iterator[tuple[str, str]]:
    """The contexts of the word at ``place``, written in one of ``forms``."""
    for form in forms:
        for word in book.words.get(form, ()):
            end = place + 1 + len(word.tail)
            if tuple(words[place + 1 : end]) != word.tail or (place and words[place - 1] in word.not_after):
                continue
            if word.not_before.isdisjoint(words[end : end + 1]):
                yield word.context, f"«{' '.join((form, *word.tail))}»"


def _told_by_parties(draft: Draft, cast: Cast, book: ContextBook) -> Iterator[tuple[str, str]]:
    """The contexts that the names, offices and sectors of the parties tell of, and the act's mode or category."""
    parties = [cast.actors[a] for a in (*draft.actors, *draft.recipients)]
    for party in parties:
        for text in filter(None, (party.name if party.kind != "state" else "", party.role)):
            for context, why in _told_by_name(text):
                yield context, f"{why} of {party.name}"
        for context in book.sectors.get(party.sector or "", ()):
            yield context, f"sector {party.sector} of {party.name}"
    for context in book.modes.get(draft.mode or "", ()):
        yield context, f"mode {draft.mode}"
    governed = {p.country for p in parties if p.kind in _UNITED and p.sector not in _NO_GOVERNMENT and p.country}
    if len(governed) > 1:
        for context in book.between_states.get(draft.category, ()):
            yield context, f"{draft.category} between {' and '.join(sorted(governed))}"


@lru_cache(4096)
def _told_by_name(text: str) -> tuple[tuple[str, str], ...]:
    """The contexts that the words of a name or an office tell of."""
    words, book = fold(text).split(), context_book()
    return tuple(told for place, word in enumerate(words) for told in _at(place, words, {word, word.removeprefix("ال")}, book))
