"""What a word's form alone says of it as a part of a person's name, wherever it stands.

The press repeats its words, so the answers are worked out once a form and remembered for the forms seen last.
"""

from __future__ import annotations

from functools import lru_cache

from rawi.actors.gazetteer import gazetteer
from rawi.actors.phrases import phrase_book
from rawi.actors.shape import shapes
from rawi.actors.titles import title_book
from rawi.arabic.lexicon import VerbReading, lexicon
from rawi.arabic.words import MOST_WORDS, Word

RARE = 1 << 6  # a word seen less often than this in 4.6 million is no everyday word
EVERYDAY, LISTED, SURE = 1, 2, 3  # likeness
_PRONOUNS = ("ها", "هم", "هما", "ه", "كم", "نا")
SHAPED = 3.0  # the foreignness from which a word is like a name
_FREQUENT = 1 << 8
_SEEN = 1 << 5


@lru_cache(MOST_WORDS)
def strength_alone(word: Word) -> int:
    """3 a given name, 2 a family name, 0 none; 1 where the words around it decide."""
    names, lex, form = gazetteer(), lexicon(), word.form
    if word.stem in names.demonyms and not word.article:
        return 0
    if (form in names.given and form not in lex.functions) or is_joined(form):
        return 3
    if form in names.family:
        return 2
    if any(
        v.future or v.pronoun or v.person == 1 or v.tense == "imperfect" or v.number != "s" for v in word.verbs if v.tense in ("perfect", "imperfect")
    ):
        return 0
    if word.conjunction or form in lex.functions or otherwise_known(word.stem):
        return 0
    return 0 if is_inflected(form) or form in lex.masdars or (form.endswith("ا") and form[:-1] in lex.masdars) else 1


@lru_cache(MOST_WORDS)
def likeness_alone(word: Word) -> int:
    """How much a word is like a name: 0 not, 1 it is also an everyday word, 2 listed or of foreign shape, 3 it is nothing else."""
    names, form = gazetteer(), word.base
    if word.stem in title_book().honorifics or _is_accusative(word):
        return 0
    if word.function or word.stem in names.demonyms or len(form) < 3 or form in names.loanwords or is_inflected(form):
        return 0
    if is_listed(form):
        return _listed_likeness(word)
    if word.article or word.conjunction or word.preposition or is_seen(word):
        return 0
    foreignness = shapes().foreignness(form)
    return LISTED if foreignness > SHAPED else EVERYDAY if foreignness > 0 else 0


def is_listed(form: str) -> bool:
    """Whether the knowledge holds the form as a name of people."""
    names = gazetteer()
    return form in names.family or form in names.given or form in names.surnames


def is_seen(word: Word) -> bool:
    """Whether a word is a verb, a loanword, or stands in the news that was counted."""
    return bool(word.verbs) or word.form in gazetteer().loanwords or word.form in lexicon().counts


@lru_cache(MOST_WORDS)
def finite(word: Word) -> tuple[VerbReading, ...]:
    """The readings of a word as a verb that a single person's name may follow as its subject."""
    return tuple(v for v in word.verbs if v.tense in ("perfect", "imperfect") and v.person == 3 and v.number == "s" and not v.pronoun)


def is_joined(form: str) -> bool:
    """``عبدالباقي``, ``أبوالنجا``: a particle and its name in one piece."""
    return any(form.startswith(particle + "ال") and len(form) > len(particle) + 4 for particle in gazetteer().particles.first)


def is_inflected(form: str) -> bool:
    """An everyday noun in the accusative (``موعدا``) or with a pronoun (``نيته``) is no name."""
    counts = lexicon().counts
    if form.endswith("ا") and counts.get(form[:-1], 0) >= 64:
        return True
    for pronoun in _PRONOUNS:
        bare = form.removesuffix(pronoun)
        if bare != form and len(bare) > (3 if pronoun in ("كم", "نا") else 1):
            noun = bare[:-1] + "ه" if bare.endswith("ت") else bare
            return counts.get(noun, 0) >= 128 or counts.get("ال" + noun, 0) >= 128
    return False


def otherwise_known(stem: str) -> bool:
    """Whether a word is an office, a body, a group, an adjective of origin or the like."""
    book, names = title_book(), gazetteer()
    if len(stem) > 5 and stem.endswith(("ين", "ان")) and stem[:-2] in book.office_heads:
        return True  # ``وزيرين``
    if stem.endswith("ا") and len(stem) > 3:
        bare = stem[:-1]
        if bare in book.groups or bare in book.office_heads or bare in book.bodies or bare in names.demonyms:
            return True
    return (
        stem in names.demonyms
        or stem in book.office_heads
        or stem in book.groups
        or stem in book.bodies
        or stem in book.honorifics
        or stem in book.professions
        or stem in phrase_book().relations
    )


def _is_accusative(word: Word) -> bool:
    """``زيا``, ``شيكا``: the accusative of a noun that news has."""
    return word.form.endswith("ا") and word.form[:-1] in lexicon().counts and word.form not in gazetteer().family


def _listed_likeness(word: Word) -> int:
    names, counts, form = gazetteer(), lexicon().counts, word.base
    if word.stem in title_book().office_heads:
        return 0
    seen = counts.get(form, 0)
    verbal = bool(seen and finite(word))
    adjective = word.article and counts.get(word.stem, 0) >= _SEEN
    if form in names.everyday or verbal or adjective or _is_rather_noun(word, seen):
        return EVERYDAY if seen < _FREQUENT and (not verbal or form in names.given) else 0
    if form in names.family:
        return SURE
    return LISTED if form in names.given or seen < _FREQUENT else 0


def _is_rather_noun(word: Word, seen: int) -> bool:
    """``القائد`` is oftener ``قائد``; but ``الحمدان`` is a name as ``حمدان`` is."""
    other = word.stem if word.article else "ال" + word.base
    return not is_listed(other) and lexicon().counts.get(other, 0) * (1 if word.article else 4) > seen > 0
