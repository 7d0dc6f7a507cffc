"""Titles, offices, ranks and nouns of groups, as the scanner looks them up: folded, every form."""

from __future__ import annotations

from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.schema import Anaphora, BodyHeads, Titles


class TitleBook:
    """Folded look-ups over ``titles.toml`` and ``body_heads.toml``."""

    def __init__(self) -> None:
        titles = load.language("titles", Titles)
        self.honorifics = frozenset(w for h in titles.honorifics for w in _stems(h))
        self.ranks = frozenset(fold(r).split()[0].removeprefix("ال") for r in titles.ranks)
        self.noble = frozenset(fold(r).removeprefix("ال") for r in titles.noble)
        self.professions = {fold(p.word).removeprefix("ال"): p.sector for p in titles.professions}
        self.groups: dict[str, tuple[str, str]] = {}  # form -> (sector, number)
        for group in titles.groups:
            for form in (group.word, *group.forms):
                number = "s" if form == group.word else "p"
                self.groups.setdefault(fold(form).removeprefix("ال"), (group.sector, number))
        self.offices: dict[tuple[str, ...], tuple[str, str, str, str]] = {}  # words -> (title, sector, gender, number)
        for office in titles.offices:
            title = fold(office.title)
            forms = [(office.title, "m", "s"), *((w, "m", "s") for w in (*office.also, office.genitive_form or ""))]
            forms += [(office.feminine or "", "f", "s")]
            forms += [(w, "m", "p") for w in office.plural] + [(w, "m", "d") for w in office.dual]
            for form, gender, number in forms:
                if form:
                    self.offices.setdefault(tuple(_bare(form)), (title, office.sector, gender, number))
        self.latin = {fold(o.title): o.latin for o in titles.offices}
        self.office_heads = frozenset(words[0] for words in self.offices)
        self.longest_office = max(map(len, self.offices), default=1)
        body_heads = load.language("body_heads", BodyHeads)
        self.place_heads = frozenset(fold(w).removeprefix("ال") for w in body_heads.places.words if " " not in w)
        heads = body_heads.head
        self.bodies: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for head in heads:
            for word in head.words:
                words = tuple(_bare(word))
                self.bodies.setdefault(words[0], []).append((words, head.sector, "origin" if head.origin else "quoted" if head.quoted else "proper" if head.proper else ""))
        for choices in self.bodies.values():
            choices.sort(key=lambda c: -len(c[0]))
        anaphora = load.language("anaphora", Anaphora)
        self.pairs = {fold(w): kind for kind, words in anaphora.pairs.items() for w in words}
        self.latter = frozenset(fold(w) for w in anaphora.words["latter"])
        self.counterparts = frozenset(fold(w) for w in anaphora.words["counterpart"])
        self.sides = frozenset(fold(w) for w in anaphora.words["side"])
        self.membership = frozenset(lemma(v) for v in anaphora.membership)
        self.own_state = frozenset(fold(w) for w in anaphora.words["own_state"])


def _bare(phrase: str) -> list[str]:
    """Folded words without the article, which comes and goes with the construct state."""
    return [w.removeprefix("ال") if len(w) > 4 else w for w in fold(phrase).split()]


def _stems(phrase: str) -> list[str]:
    words = fold(phrase).split()
    return [words[0].removeprefix("ال")] if len(words) == 1 else []


_HEADS_OF_GOVERNMENT = frozenset(("رييس الحكومه", "الوزير الاول", "وزير اول", "رييس مجلس الوزراء"))


def canonical_title(title: str) -> str:
    """One folded spelling for an office that is called in several ways: ``رئيسة الحكومة`` is ``رئيس الوزراء``."""
    folded = fold(title)
    known = title_book().offices.get(tuple(_bare(title)))
    found = known[0] if known is not None else folded
    return "رييس الوزراء" if found in _HEADS_OF_GOVERNMENT else found


@cache
def title_book() -> TitleBook:
    """The book, read once a process."""
    return TitleBook()
