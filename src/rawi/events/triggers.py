"""The triggers of all sixteen categories, by verb lemma and by written verbal noun."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache, cached_property
from typing import NamedTuple

import msgspec

from rawi.arabic.letters import fold
from rawi.arabic.lexicon import lexicon
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.cache import compiled_as
from rawi.lore.schema import EventFile, Frame, StatusWords, SupportGroup, SupportVerbs, TriggerEntry

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "كم")
_PREPOSITIONS_FOR_OBJECT = ("ل",)


_MINE = "ي"


class Trigger(msgspec.Struct, frozen=True, eq=False, dict=True, array_like=True):
    """One entry ready for use: slots in the spelling that units have. Forms are worked out when first asked for."""

    rule: str
    category: str
    verbal: bool
    entry: TriggerEntry
    frame: Frame
    mode: str | None
    noun_recipient: tuple[str, ...]
    noun_partner: tuple[str, ...]

    @cached_property
    def having(self) -> frozenset[str]:
        """The forms of the words of which one must stand near."""
        return forms_of_words(self.entry.having)

    @cached_property
    def lacking(self) -> frozenset[str]:
        """The forms of the words of which none may; ``صحفي`` is no form of ``صحف``."""
        mine = {form for word in self.entry.lacking for form, pronoun in noun_forms(fold(word)) if pronoun == _MINE}
        return forms_of_words(self.entry.lacking) - (mine - set(map(fold, self.entry.lacking)))

    def is_met(self, near: Set[str], together: bool = False) -> bool:
        """Whether the words near it are those that the entry asks for, and none that it forbids; ``together``: several are its subject."""
        entry = self.entry
        if entry.having and self.having.isdisjoint(near) and not (together and entry.together):
            return False
        if entry.lacking and not self.lacking.isdisjoint(near):
            return False
        return not entry.beside or not self.beside.isdisjoint(near)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The forms of the words of which one must stand near as well."""
        return forms_of_words(self.entry.beside)

    @cached_property
    def by(self) -> frozenset[str]:
        """The forms of the words of which one must tell who acts."""
        return forms_of_words(self.entry.by)


class NounHit(NamedTuple):
    """A verbal noun as written: its trigger, how many words it spans, the pronoun joined to it."""

    trigger: Trigger
    length: int
    pronoun: str


class Compiled(msgspec.Struct):
    """The book as it is kept between runs: triggers are told by their number."""

    triggers: list[Trigger] = []
    verbs: dict[str, list[int]] = {}
    nouns: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}  # first word -> further words, trigger, pronoun; longest first
    mode_words: dict[str, list[tuple[str, frozenset[str]]]] = {}
    mode_verbs: dict[str, dict[str, str]] = {}  # category -> lemma -> the mode that its verbal noun chooses
    finer: dict[str, dict[str, list[str]]] = {}  # category -> mode -> the modes that its words choose in their stead
    support: dict[str, list[tuple[str, SupportGroup]]] = {}
    violent: frozenset[str] = frozenset()
    happening: frozenset[str] = frozenset()
    sport: frozenset[str] = frozenset()
    match: frozenset[str] = frozenset()


class TriggerBook:
    """All triggers, and the verbs that carry verbal nouns."""

    def __init__(self, values: Compiled) -> None:
        self.triggers, self.nouns = values.triggers, values.nouns
        self.verbs = {verb: [self.triggers[number] for number in numbers] for verb, numbers in values.verbs.items()}
        self.mode_words, self.mode_verbs, self.finer, self.support = values.mode_words, values.mode_verbs, values.finer, values.support
        self.violent, self.happening = values.violent, values.happening
        self.sport, self.match = values.sport, values.match
        promise, duty = TriggerEntry(frame="promise", example="", reads=""), TriggerEntry(frame="duty", example="", reads="")
        self.promise = Trigger("agree/promise#future", "AGREE", True, promise, Frame(), None, (), ())
        self.duty = Trigger("request/duty#must", "REQUEST", True, duty, Frame(content=("content",)), None, (), ())

    def nouns_at(self, forms: list[str]) -> Iterator[NounHit]:
        """The verbal nouns that begin with the first of ``forms`` (folded, without clitics), longest first."""
        for rest, number, pronoun in self.nouns.get(forms[0], ()):
            if all(k + 1 < len(forms) and _same(forms[k + 1], word) for k, word in enumerate(rest)):
                yield NounHit(self.triggers[number], 1 + len(rest), pronoun)


@cache
def trigger_book() -> TriggerBook:
    """The book, loaded once a process."""
    return TriggerBook(compiled_as(Compiled, "triggers", build))


def build() -> Compiled:
    """Compile the book from the knowledge."""
    book = Compiled()
    for name, file in load.events():
        _add_file(book, name, file)
    for name, group in load.language("support_verbs", SupportVerbs).group.items():
        for verb in group.verbs:
            book.support.setdefault(lemma(verb), []).append((name, group))
    violence = {w for _, words in book.mode_words.get("ASSAULT", ()) for w in words}
    attacks, protests = _nouns_of(book, "ASSAULT"), _nouns_of(book, "PROTEST")
    book.violent, book.happening = frozenset(violence | attacks), frozenset(violence | attacks | protests)
    status = load.language("status_words", StatusWords)
    book.sport, book.match = frozenset(map(fold, status.sport)), frozenset(map(fold, status.match))
    for choices in book.nouns.values():
        choices.sort(key=lambda choice: (-len(choice[0]), not book.triggers[choice[1]].entry.by))
    for numbers in book.verbs.values():
        numbers.sort(key=lambda number: not book.triggers[number].entry.by)  # what only some people do goes before what anybody does
    return book


def _nouns_of(book: Compiled, category: str) -> set[str]:
    return {form for form, hits in book.nouns.items() if any(book.triggers[number].category == category for _, number, _ in hits)}


def _add_file(book: Compiled, name: str, file: EventFile) -> None:
    book.mode_words[file.category] = [(m.mode, forms_of_words(m.words)) for m in file.modes]
    of = lexicon().masdar_of
    book.mode_verbs[file.category] = {verb: m.mode for m in reversed(file.modes) for w in m.words for verb in of.get(fold(w), ())}
    book.finer[file.category] = {m.mode: list(m.instead_of) for m in file.modes if m.instead_of}
    for entry in file.trigger:
        frame = file.frame[entry.frame]
        name_of = (entry.verb or entry.noun[0]).split()[0]
        recipient, partner = _noun_slots(frame.noun_recipient, frame.recipient), _noun_slots(frame.noun_partner, frame.partner)
        number = len(book.triggers)
        book.triggers.append(
            Trigger(f"{name}/{entry.frame}#{name_of}", file.category, file.verbal, entry, frame, entry.mode or frame.mode, recipient, partner)
        )
        if entry.verb:
            book.verbs.setdefault(lemma(entry.verb), []).append(number)
        for noun in entry.noun:
            words = fold(noun).split()
            for form, pronoun in noun_forms(words[0]):
                book.nouns.setdefault(form, []).append((tuple(words[1:]), number, pronoun))
            if len(words) > 1 and words[-1] in map(fold, entry.having):  # ``إطلاق سراحها``
                owned = [(form, pronoun) for form, pronoun in noun_forms(words[-1]) if pronoun]
                book.nouns[words[0]] += [((*words[1:-1], form), number, pronoun) for form, pronoun in owned]


def _same(form: str, word: str) -> bool:
    return form == word or form == "ال" + word or form == word + "ا"


def _noun_slots(own: tuple[str, ...] | None, verbs: tuple[str, ...]) -> tuple[str, ...]:
    if own is not None:
        return own
    return tuple(s for s in verbs if s not in ("object", "subject")) + (_PREPOSITIONS_FOR_OBJECT if "object" in verbs else ())


@cache
def forms_of_words(words: tuple[str, ...]) -> frozenset[str]:
    """Bare words in all forms in which a text may hold them."""
    return frozenset(form for word in words for form in forms_of_word(word))


def forms_of_word(word: str) -> Iterator[str]:
    """A bare word in the forms in which a text may hold it, without clitics before it."""
    folded = fold(word)
    if " " in folded:
        yield folded
        return
    for form, _ in noun_forms(folded):
        yield form
        if form == folded + "ين":
            yield from (folded + "ي" + pronoun for pronoun in _PRONOUNS)  # ``سلاحيهما``


def noun_forms(noun: str) -> Iterator[tuple[str, str]]:
    """A folded noun with accusative, dual and possessive endings, each with its pronoun: ``زياره``, ``زيارته`` …"""
    yield noun, ""
    if noun.endswith("ه") and len(noun) > 2:
        stem = noun[:-1] + "ت"
        yield from ((stem + ending, "") for ending in ("ان", "ين", "ي"))
        yield from ((stem + pronoun, pronoun) for pronoun in _PRONOUNS)
        return
    if noun.endswith("اء"):
        for seat in ("اي", "او", "اء"):
            yield from ((noun[:-2] + seat + pronoun, pronoun) for pronoun in _PRONOUNS)
        yield from ((noun[:-2] + ending, "") for ending in ("اءان", "اءين", "اءا"))
        return
    if noun.endswith("ا") and len(noun) > 3:
        yield from ((noun + pronoun, pronoun) for pronoun in _PRONOUNS)
        return
    yield from ((noun + ending, "") for ending in ("ا", "ان", "ين"))
    yield from ((noun + pronoun, pronoun) for pronoun in _PRONOUNS)
