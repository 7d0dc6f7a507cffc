"""All surface forms of a verb, from its two principal parts.

``conjugate("التقى يلتقي")`` maps each folded spelling, without proclitics (``و ف س ل ك ب ال``) and without
pronouns, to what it can be: ``التقيا`` "the two met", ``يلتقون`` "they meet", ``لقاء`` is not there (it is of
``لاقى``), ``التقاء`` is. ``before_pronoun`` gives the shapes that an object or possessive pronoun is written
to: ``التقا(ه)``, ``اتهمو(ه)``, ``مناقشت(ها)``.

Verbal nouns of the plain measure have no pattern and are not among the forms. Orders (``اكتب``) are left out:
news has none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from rawi.arabic import endings
from rawi.arabic.endings import ME, Nominal, Slot, Table
from rawi.arabic.sounds import settle, spell, spellings
from rawi.arabic.stems import Ending, Stem, Stems, stems

Tense = Literal["perfect", "imperfect", "participle", "passive participle", "masdar"]
Voice = Literal["active", "passive", "both"]


class Form(NamedTuple):
    """What a spelling can be. ``imperfect`` is any of indicative, subjunctive and jussive.

    ``gender`` is ``m``, ``f`` or ``c`` (I, we, you two); ``number`` is ``s``, ``d`` or ``p``. ``voice`` is
    ``both`` where active and passive are spelled alike; a participle spelled alike in both voices (``مؤكد``)
    is a ``participle`` with voice ``both``.
    """

    tense: Tense
    person: int
    gender: str
    number: str
    voice: Voice


Forms = dict[str, tuple[Form, ...]]

_SHADDA: Final = "\u0651"
_MARKS: Final = re.compile("[\u064b-\u0650\u0652\u0640]")
_PREFIX: Final = dict.fromkeys(endings.IMPERFECT["plain"], "ت") | {
    endings.HE: "ي",
    endings.THEY_TWO: "ي",
    endings.THEY: "ي",
    endings.THEY_F: "ي",
    endings.ME: "ا",
    endings.WE: "ن",
}


class _Tables(NamedTuple):
    """The endings in use: those of the free word, or those before a pronoun."""

    perfect: dict[Ending, Table]
    imperfect: dict[Ending, Table]
    participle: dict[Ending, Nominal]
    masdar: dict[Ending, Nominal]


_FREE = _Tables(endings.PERFECT, endings.IMPERFECT, endings.PARTICIPLE, endings.MASDAR)
_JOINED = _Tables(endings.PERFECT_JOINED, endings.IMPERFECT_JOINED, endings.PARTICIPLE_JOINED, endings.MASDAR_JOINED)
_Slots = dict[Slot, tuple[str, ...]]


def conjugate(parts: str, *, passive: bool = True) -> Forms:
    """Every free-standing form of the verb, by folded spelling.

    ``conjugate("زار يزور")["زرنا"] == (Form("perfect", 1, "c", "p", "both"),)``.

    ``parts`` are the perfect and imperfect of "he", unvocalized, with every hamza and with shadda where it
    tells verbs apart (``درّس يدرّس``). ``passive=False`` leaves out what only an intransitive verb's finite
    passive would give; participles stay (``متفق عليه``). Raises ``KnowledgeError`` where the parts are not
    those of one verb.
    """
    return _forms(stems(parts), _FREE, passive)


def before_pronoun(parts: str, *, passive: bool = True) -> Forms:
    """The shapes that a pronoun is written to, without it: ``يرا`` of ``يراه``, ``ادانت`` of ``إدانته``.

    Takes and raises what ``conjugate`` does.
    """
    return _forms(stems(parts), _JOINED, passive)


def lemma(parts: str) -> str:
    """The one way to write principal parts: no marks, and no shadda where the verb is the same without.

    ``lemma("أكّد يؤكّد") == "أكد يؤكد"``, but ``درّب يدرّب`` keeps its shadda, as ``درب يدرب`` is another verb.
    Raises ``KnowledgeError`` as ``conjugate`` does.
    """
    marked = unicodedata.normalize("NFC", _MARKS.sub("", parts))
    bare = marked.replace(_SHADDA, "")
    return bare if bare == marked or stems(bare) == stems(marked) else marked


def _forms(verb: Stems, tables: _Tables, passive: bool) -> Forms:
    found: dict[str, list[Form]] = {}
    past, present = _perfect(verb.perfect, tables), _imperfect(verb.imperfect, tables)
    _merge(found, "perfect", past, _perfect(verb.passive_perfect, tables) if passive else {})
    _merge(found, "imperfect", present, _imperfect(verb.passive_imperfect, tables) if passive else {})
    agent, patient = _nominal(verb.agent, tables.participle), _nominal(verb.patient, tables.participle)
    _merge(found, "participle", agent, patient)
    for masdar in verb.masdars:
        _merge(found, "masdar", _nominal(masdar, tables.masdar), {})
    return {spelling: tuple(forms) for spelling, forms in found.items()}


def _merge(found: dict[str, list[Form]], tense: Tense, active: _Slots, passive: _Slots) -> None:
    """Add both voices' spellings to ``found``, one form where they coincide."""
    for slot, written in active.items():
        others = passive.get(slot, ())
        for spelling in written:
            voice: Voice = "both" if spelling in others else "active"
            found.setdefault(spelling, []).append(_form(tense, slot, voice))
    second: Tense = "passive participle" if tense == "participle" else tense
    for slot, written in passive.items():
        others = active.get(slot, ())
        for spelling in written:
            if spelling not in others:
                found.setdefault(spelling, []).append(_form(second, slot, "passive"))


@lru_cache(maxsize=1024)
def _form(tense: Tense, slot: Slot, voice: Voice) -> Form:
    return Form(tense, *slot, voice)


def _perfect(stem: Stem, tables: _Tables) -> _Slots:
    spelled = _Speller(stem)
    return {slot: _unique(spelled, taken) for slot, taken in tables.perfect[stem.ending].items()}


def _imperfect(stem: Stem, tables: _Tables) -> _Slots:
    """All persons, from the stem with ``ي``: the first letter changes, and in "I" also a hamza after it."""
    spelled = _Speller(stem)
    myself = _Speller(_with_first_person(stem)) if stem.vowel[2] == "ء" else spelled
    written: _Slots = {}
    for slot, taken in tables.imperfect[stem.ending].items():
        words = _unique(myself if slot is ME else spelled, taken)
        written[slot] = tuple(_PREFIX[slot] + word[1:] for word in words)
    return written


def _with_first_person(stem: Stem) -> Stem:
    """``يaءكul`` with ``أ`` for "I", in which two hamzas meet: ``ءAكul``, ``آكل``."""
    short = None if stem.short is None else settle("ء" + stem.short[1:])
    return Stem(settle("ء" + stem.vowel[1:]), settle("ء" + stem.consonant[1:]), stem.ending, short)


def _nominal(stem: Stem, table: dict[Ending, Nominal]) -> _Slots:
    spelled = _Speller(stem)
    rows = table[stem.ending].items()
    return {slot: _unique(spelled, tuple(("v", ending) for ending in taken)) for slot, taken in rows}


def _unique(spelled: _Speller, taken: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    if len(taken) == 1:
        return spelled.with_ending(*taken[0])
    words = (word for which, ending in taken for word in spelled.with_ending(which, ending))
    return tuple(dict.fromkeys(words))


class _Speller:
    """Writes one stem with its endings; as a whole where it has a hamza: the ending may seat it."""

    __slots__ = ("_letters", "_sounds")

    def __init__(self, stem: Stem) -> None:
        self._sounds = {"v": stem.vowel, "c": stem.consonant, "s": stem.short}
        self._letters = {which: spell(sounds) for which, sounds in self._sounds.items() if sounds is not None}

    def with_ending(self, which: str, ending: str) -> tuple[str, ...]:
        """The spellings of the stem with this ending; none where either is missing."""
        sounds = self._sounds[which]
        if sounds is None or (ending == "aا" and sounds.endswith(("Aء", "aء"))):
            return ()  # no alif for the accusative after hamza on or after alif: إبداءً, مبدأً
        if ending[:1] and ending[0] in "نت" and sounds.endswith(ending[0]):
            ending = ending[1:]  # أعلنّا, ثبتّ: one letter with shadda
        if ending == "Y" and sounds.rstrip("~").endswith("ي"):
            ending = "A"  # يحيا, أحيا: no ى after ي
        if "ء" in sounds:
            return spellings(sounds + ending)
        return (self._letters[which] + _ending_letters(ending),)


@lru_cache(maxsize=256)
def _ending_letters(ending: str) -> str:
    return spell(ending)
