"""The triggers of all sixteen categories, by verb lemma and by written verbal noun."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.arabic.letters import fold
from rawi.arabic.verbs import lemma
from rawi.lore import load
from rawi.lore.schema import EventFile, Frame, StatusWords, SupportGroup, SupportVerbs, TriggerEntry

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "كم")
_PREPOSITIONS_FOR_OBJECT = ("ل",)


class Trigger(NamedTuple):
    """One entry ready for use: words folded, slots in the spelling that units have."""

    rule: str
    category: str
    verbal: bool
    entry: TriggerEntry
    frame: Frame
    mode: str | None
    having: frozenset[str]
    lacking: frozenset[str]
    noun_recipient: tuple[str, ...]
    noun_partner: tuple[str, ...]


class NounHit(NamedTuple):
    """A verbal noun as written: its trigger, how many words it spans, the pronoun joined to it."""

    trigger: Trigger
    length: int
    pronoun: str


class TriggerBook:
    """All triggers, and the verbs that carry verbal nouns."""

    def __init__(self) -> None:
        self.verbs: dict[str, list[Trigger]] = {}
        self.nouns: dict[str, list[tuple[tuple[str, ...], Trigger, str]]] = {}
        self.mode_words: dict[str, list[tuple[str, frozenset[str]]]] = {}
        self.support: dict[str, list[tuple[str, SupportGroup]]] = {}
        self.count = 0
        for name, file in load.events():
            self._add_file(name, file)
        for name, group in load.language("support_verbs", SupportVerbs).group.items():
            for verb in group.verbs:
                self.support.setdefault(lemma(verb), []).append((name, group))
        violence = {w for _, words in self.mode_words.get("ASSAULT", ()) for w in words}
        self.violent = frozenset(violence | {form for form, hits in self.nouns.items() if any(t.category == "ASSAULT" for _, t, _ in hits)})
        self.sport = frozenset(fold(w) for w in load.language("status_words", StatusWords).sport)
        promise = TriggerEntry(frame="promise", example="", reads="")
        self.promise = Trigger("agree/promise#future", "AGREE", True, promise, Frame(), None, frozenset(), frozenset(), (), ())
        for choices in self.nouns.values():
            choices.sort(key=lambda choice: -len(choice[0]))

    def _add_file(self, name: str, file: EventFile) -> None:
        self.mode_words[file.category] = [(m.mode, frozenset(w for word in m.words for w in forms_of_word(word))) for m in file.modes]
        for entry in file.trigger:
            frame = file.frame[entry.frame]
            name_of = (entry.verb or entry.noun[0]).split()[0]
            trigger = Trigger(
                f"{name}/{entry.frame}#{name_of}", file.category, file.verbal, entry, frame, entry.mode or frame.mode,
                frozenset(f for word in entry.having for f in forms_of_word(word)),
                frozenset(f for word in entry.lacking for f in forms_of_word(word)),
                _noun_slots(frame.noun_recipient, frame.recipient), _noun_slots(frame.noun_partner, frame.partner),
            )  # fmt: skip
            self.count += 1
            if entry.verb:
                self.verbs.setdefault(lemma(entry.verb), []).append(trigger)
            for noun in entry.noun:
                words = fold(noun).split()
                for form, pronoun in noun_forms(words[0]):
                    self.nouns.setdefault(form, []).append((tuple(words[1:]), trigger, pronoun))

    def nouns_at(self, forms: list[str]) -> Iterator[NounHit]:
        """The verbal nouns that begin with the first of ``forms`` (folded, without clitics), longest first."""
        for rest, trigger, pronoun in self.nouns.get(forms[0], ()):
            if all(k + 1 < len(forms) and _same(forms[k + 1], word) for k, word in enumerate(rest)):
                yield NounHit(trigger, 1 + len(rest), pronoun)


def _same(form: str, word: str) -> bool:
    return form == word or form == "ال" + word or form == word + "ا"


def _noun_slots(own: tuple[str, ...] | None, verbs: tuple[str, ...]) -> tuple[str, ...]:
    if own is not None:
        return own
    return tuple(s for s in verbs if s not in ("object", "subject")) + (_PREPOSITIONS_FOR_OBJECT if "object" in verbs else ())


def forms_of_word(word: str) -> Iterator[str]:
    """A bare word in the forms in which a text may hold it, without clitics before it."""
    folded = fold(word)
    if " " in folded:
        yield folded
        return
    for form, _ in noun_forms(folded):
        yield form


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


@cache
def trigger_book() -> TriggerBook:
    """The book, built once a process."""
    return TriggerBook()
