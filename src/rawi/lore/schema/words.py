"""What files of the language itself may say: closed classes, verbs, counts of words, numbers."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rawi.lore.schema.entry import Entry


class WordCounts(Entry):
    """How often written words stand in news: under N, the words seen 2**N to 2**(N+1)-1 times, folded."""

    seen: dict[str, str]


class Segmentation(Entry):
    """Words that are never split into clitic and stem."""

    whole: tuple[str, ...]
    not_article: tuple[str, ...]  # begin with ال of their own: ``التزام``


class FunctionWords(Entry):
    """The closed classes of words that build clauses."""

    prepositions: dict[str, str]
    compound_prepositions: dict[str, str]
    compound_openers: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    segmentation: Segmentation


class Verb(NamedTuple):
    """One verb: principal parts as ``rawi.arabic.verbs.lemma`` writes them, whether it takes objects, meaning."""

    parts: str
    transitivity: Literal["trans", "intrans", "both"]
    gloss: str


class Verbs(Entry):
    """The verbs of the news, and the spellings that look like a form of theirs but are mostly something else.

    The lists hold folded spellings without proclitics. ``noun_like``: never a finite verb or participle.
    ``verb_only_initial``: a finite verb only where the syntax says so. ``not_masdar``: never a verbal noun.
    """

    verbs: tuple[Verb, ...]
    noun_like: tuple[str, ...] = ()
    verb_only_initial: tuple[str, ...] = ()
    not_masdar: tuple[str, ...] = ()


class NumberExample(Entry):
    """A number in words and its value."""

    text: str
    value: int


class NumberWord(Entry):
    """A number and its words without article; ``bound`` forms count only with a tail (``أحد عشر``)."""

    value: int
    cardinal: tuple[str, ...]
    example: NumberExample
    ordinal: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()


class Numbers(Entry):
    """All number words."""

    tail: tuple[str, ...]
    unit: tuple[NumberWord, ...]
    ten: tuple[NumberWord, ...]
    hundred: tuple[NumberWord, ...]
    scale: tuple[NumberWord, ...]
