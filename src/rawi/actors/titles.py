"""Titles, offices, ranks and nouns of groups, as the scanner looks them up: folded, every form."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import msgspec

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import Anaphora, BodyHeads, FunctionWords, Titles


class TitleBook(msgspec.Struct, frozen=True):
    """Folded look-ups over ``titles.toml``, ``body_heads.toml`` and ``anaphora.toml``."""

    honorifics: frozenset[str]
    long_honorifics: dict[str, tuple[tuple[str, ...], ...]]  # first word -> all words, without article; longest first
    ranks: frozenset[str]
    noble: frozenset[str]
    professions: dict[str, str | None]  # word -> sector
    groups: dict[str, tuple[str, str]]  # form -> sector, number
    group_phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]  # first word -> all words, sector, number; longest first
    offices: dict[tuple[str, ...], tuple[str, str, str, str]]  # words -> title, sector, gender, number
    latin: dict[str, str]
    same_office: dict[str, str]  # title -> the title of the same office by which holders are compared
    office_heads: frozenset[str]
    longest_office: int
    place_heads: frozenset[str]
    bodies: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]  # first word -> all words, sector, what it needs; longest first
    pairs: dict[str, str]
    latter: frozenset[str]
    counterparts: frozenset[str]
    one_counterpart: tuple[str, ...]  # as written
    written: dict[str, str]  # title -> as written
    with_whom: frozenset[str]
    sides: frozenset[str]
    membership: frozenset[str]
    own_state: frozenset[str]
    spokesmen: frozenset[str]
    delegations: frozenset[str]
    offices_of_two: frozenset[str]
    foremost: dict[str, int]  # title -> its rank, the highest the greatest


@cache
def title_book() -> TitleBook:
    """The book, loaded once a process."""
    return compiled_as(TitleBook, "titles", build)


def build() -> TitleBook:
    """Compile the book from the knowledge."""
    titles = load.language("titles", Titles)
    body_heads = load.language("body_heads", BodyHeads)
    anaphora = load.language("anaphora", Anaphora)
    offices = _offices(titles)
    return TitleBook(
        honorifics=frozenset(w for h in titles.honorifics for w in _stems(h)),
        long_honorifics=_long(titles.honorifics),
        ranks=frozenset(fold(r).split()[0].removeprefix("ال") for r in titles.ranks),
        noble=frozenset(fold(r).removeprefix("ال") for r in titles.noble),
        professions={fold(w).removeprefix("ال"): p.sector for p in titles.professions for w in (p.word, p.feminine) if w},
        groups=_groups(titles),
        group_phrases=_group_phrases(titles),
        offices=offices,
        latin={fold(o.title): o.latin for o in titles.offices},
        same_office={fold(o.title): fold(o.same_as) for o in titles.offices if o.same_as},
        office_heads=frozenset(words[0] for words in offices),
        longest_office=max(map(len, offices), default=1),
        place_heads=frozenset(fold(w).removeprefix("ال") for w in body_heads.places.words if " " not in w),
        bodies=_bodies(body_heads),
        pairs={fold(w): kind for kind, words in anaphora.pairs.items() for w in words},
        latter=frozenset(map(fold, anaphora.words["latter"])),
        counterparts=frozenset(map(fold, anaphora.words["counterpart"])),
        one_counterpart=tuple(anaphora.words["one_counterpart"]),
        written={fold(o.title): o.title for o in titles.offices},
        with_whom=frozenset(map(fold, anaphora.words["with_whom"])),
        sides=frozenset(map(fold, anaphora.words["side"])),
        membership=frozenset(map(lemma, anaphora.membership)),
        own_state=frozenset(map(fold, anaphora.words["own_state"])),
        spokesmen=frozenset(map(fold, anaphora.words["spokesman"])),
        delegations=frozenset(map(fold, anaphora.words["delegation"])),
        offices_of_two=frozenset(map(fold, anaphora.words["office_of_two"])),
        foremost={fold(title): rank for rank, listed in enumerate(reversed(titles.foremost), 1) for title in listed},
    )


def _is_one_woman(form: str, forms: tuple[str, ...]) -> bool:
    """``ناشطة`` beside ``ناشطات``; ``مارة`` are many."""
    return form.endswith("ة") and form[:-1] + "ات" in forms


def _groups(titles: Titles) -> dict[str, tuple[str, str]]:
    groups: dict[str, tuple[str, str]] = {}
    for group in titles.groups:
        for form in (group.word, *group.forms):
            groups.setdefault(fold(form).removeprefix("ال"), (group.sector, "s" if form == group.word or _is_one_woman(form, group.forms) else "p"))
    prepositions = {fold(word) for word in load.language("function_words", FunctionWords).prepositions}
    for profession in (p for p in titles.professions if not p.word.endswith("ي") and not p.only_title):  # ``اقتصادي`` is an adjective as well
        if (form := fold(profession.word).removeprefix("ال")) not in prepositions:  # ``أمام`` is no ``إمام``
            groups.setdefault(form, (profession.sector or "CVL", "s"))
    return groups


def _group_phrases(titles: Titles) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """``المجتمع الدولي``, ``قوات الأمن``: nouns of groups that have more than one word, by their first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for group in titles.groups:
        for form in (group.word, *group.forms):
            words = tuple(w.removeprefix("ال") for w in fold(form).split())
            if len(words) > 1:
                phrases.setdefault(words[0], []).append((words, group.sector, "s" if form == group.word else "p"))
    return {first: tuple(sorted(choices, key=lambda choice: -len(choice[0]))) for first, choices in phrases.items()}


def _offices(titles: Titles) -> dict[tuple[str, ...], tuple[str, str, str, str]]:
    offices: dict[tuple[str, ...], tuple[str, str, str, str]] = {}
    for office in titles.offices:
        title = fold(office.title)
        forms = [(office.title, "m", "s"), *((w, "m", "s") for w in (*office.also, office.genitive_form or ""))]
        forms += [(office.feminine or "", "f", "s")]
        forms += [(w, "m", "p") for w in office.plural] + [(w, "m", "d") for w in office.dual]
        for form, gender, number in forms:
            if form:
                offices.setdefault(tuple(_bare(form)), (title, office.sector, gender, number))
    return offices


def _bodies(body_heads: BodyHeads) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    bodies: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for head in body_heads.head:
        need = "origin" if head.origin else "quoted" if head.quoted else "proper" if head.proper else ""
        for word in head.words:
            words = tuple(_bare(word))
            bodies.setdefault(words[0], []).append((words, head.sector, need))
    return {first: tuple(sorted(choices, key=lambda choice: -len(choice[0]))) for first, choices in bodies.items()}


def _bare(phrase: str) -> list[str]:
    """Folded words without the article, which comes and goes with the construct state."""
    return [w.removeprefix("ال") if len(w) > 4 else w for w in fold(phrase).split()]


def _stems(phrase: str) -> list[str]:
    words = fold(phrase).split()
    return [words[0].removeprefix("ال")] if len(words) == 1 else []


def _long(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """``خادم الحرمين الشريفين``, ``صاحب السمو الملكي``: honorifics of several words by their first."""
    split = [tuple(word.removeprefix("ال") for word in fold(phrase).split()) for phrase in phrases]
    several = sorted((words for words in split if len(words) > 1), key=len, reverse=True)
    return {first: tuple(words for words in several if words[0] == first) for first in dict.fromkeys(words[0] for words in several)}


def canonical_title(title: str) -> str:
    """One folded spelling for an office that is called in several ways: ``رئيسة الحكومة`` is ``رئيس الوزراء``."""
    folded = fold(title)
    known = title_book().offices.get(tuple(_bare(title)))
    found = known[0] if known is not None else folded
    return title_book().same_office.get(found, found)
