"""Which kinds of mention can begin at a word, by its form alone: most words of a text begin none, and need no reader to say so."""

from __future__ import annotations

from functools import lru_cache

from rawi.actors.gazetteer import gazetteer
from rawi.actors.name_forms import RARE
from rawi.actors.phrases import phrase_book
from rawi.actors.titles import title_book
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import MOST_WORDS, Word

COUNTED, TAKEN_UP, KNOWN, TITLE, PLACE, BODY, GROUP, NAME, ORIGIN = (1 << place for place in range(9))


@lru_cache(MOST_WORDS)
def openings(word: Word) -> int:
    """The kinds that may begin at ``word``, as one number of flags; wherever it stands but behind ``عبد``, where any definite word goes on a name."""
    book, phrases, names = title_book(), phrase_book(), gazetteer()
    base, stem, forms = word.base, word.stem, (word.form, word.base)
    found = COUNTED if word.kind == "number" or stem in phrases.numbers or phrases.is_uncounted(base) else 0
    if word.kind != "word":
        return found
    if base in book.pairs or base in book.latter or base in book.counterparts or base in book.sides:
        found |= TAKEN_UP
    of_origin = stem in names.demonyms or (stem.endswith("ا") and stem[:-1] in names.demonyms)
    if of_origin or any(form in names.tree or form in names.surnames or form in names.two_word_surnames for form in forms):
        found |= KNOWN
    if any(stem in listed for listed in (book.honorifics, book.long_honorifics, book.ranks, book.noble, book.professions, book.office_heads)):
        found |= TITLE
    if stem in book.place_heads:
        found |= PLACE
    if stem in book.bodies:
        found |= BODY
    if _may_group(stem):
        found |= GROUP
    if _may_name(word):
        found |= NAME
    if of_origin or word.function == "quantifier":
        found |= ORIGIN
    return found


def _may_group(stem: str) -> bool:
    """Whether a group's noun stands here: as listed, in the accusative, with a pronoun, or the first of several words."""
    book, owned = title_book(), phrase_book().owned | phrase_book().serving_men
    if stem in book.groups or stem in book.group_phrases or (stem.endswith("ا") and stem[:-1] in book.groups):
        return True
    return any(stem.endswith(pronoun) and stem.removesuffix(pronoun) in owned for pronoun in ("هما", "هم", "ها", "ه"))


def _may_name(word: Word) -> bool:
    """Whether a name without a title may begin here: not at a preposition or an everyday word that is no name."""
    names, lex = gazetteer(), lexicon()
    form = word.form
    if word.conjunction or word.preposition:
        return word.base in names.given or word.base in names.particles.first
    if form in names.particles.first or form in names.particles.kin or form in names.given or form in names.family:
        return True
    if form in lex.functions:
        return False
    return lex.counts.get(form, 0) < (2 * RARE if word.article else RARE)
