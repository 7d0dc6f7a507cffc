"""The endings of Arabic verbs, participles and verbal nouns, in sounds, by how the stem ends.

Each table maps a slot (person, gender, number) to the stem it takes (``v`` before a vowel, ``c`` before a
consonant, ``s`` the short one of the jussive) and its endings. ``*_JOINED`` tables hold what stands before an
object or possessive pronoun instead: the mute alif of ``كتبوا`` goes, ``ى`` becomes ``ا``, ``ة`` becomes
``ت``, the ``ن`` of dual and plural nouns goes.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from rawi.arabic.stems import Ending


class Slot(NamedTuple):
    """A place in the paradigm. ``gender`` is ``c`` where both genders share a form: I, we, you two."""

    person: int
    gender: str
    number: str


HE, SHE = Slot(3, "m", "s"), Slot(3, "f", "s")
THEY_TWO, THEY_TWO_F = Slot(3, "m", "d"), Slot(3, "f", "d")
THEY, THEY_F = Slot(3, "m", "p"), Slot(3, "f", "p")
YOU, YOU_F, YOU_TWO = Slot(2, "m", "s"), Slot(2, "f", "s"), Slot(2, "c", "d")
YOU_ALL, YOU_ALL_F = Slot(2, "m", "p"), Slot(2, "f", "p")
ME, WE = Slot(1, "c", "s"), Slot(1, "c", "p")

Table = dict[Slot, tuple[tuple[str, str], ...]]

_CONSONANT: Final = {
    THEY_F: "نa", YOU: "تa", YOU_F: "تi", YOU_TWO: "تuمA", YOU_ALL: "تuم", YOU_ALL_F: "تuن", ME: "تu", WE:
    "نA", }  # fmt: skip


def _perfect(he: str, she: str, two: str, they: str, link: str) -> Table:
    vowel = {HE: he, SHE: she, THEY_TWO: two, THEY_TWO_F: she + "A", THEY: they}
    table: Table = {slot: (("v", ending),) for slot, ending in vowel.items()}
    return table | {slot: (("c", link + ending),) for slot, ending in _CONSONANT.items()}


def _joined(table: Table, he: str) -> Table:
    """The perfect before a pronoun: ``دعا(ه)``, ``اتهمو(ه)``, ``اتهمتمو(ه)``."""
    they = tuple((stem, ending.removesuffix("ا")) for stem, ending in table[THEY])
    you = tuple((stem, ending + "U") for stem, ending in table[YOU_ALL])
    return table | {HE: (("v", he),), THEY: they, YOU_ALL: you}


PERFECT: Final[dict[Ending, Table]] = {
    "plain": _perfect("", "aت", "A", "Uا", ""),
    "ay": _perfect("Y", "aت", "aيA", "aوا", "aي"),
    "aw": _perfect("A", "aت", "aوA", "aوا", "aو"),
    "i": _perfect("I", "iيaت", "iيA", "Uا", "I"),
}
PERFECT_JOINED: Final[dict[Ending, Table]] = {
    "plain": _joined(PERFECT["plain"], "a"),
    "ay": _joined(PERFECT["ay"], "A"),
    "aw": _joined(PERFECT["aw"], "A"),
    "i": _joined(PERFECT["i"], "I"),
}

_PREFIXED: Final = (HE, SHE, YOU, ME, WE)


def _imperfect(bare: tuple[tuple[str, str], ...], two: str, they: tuple[str, str], you: tuple[str, str], women: str) -> Table:
    """Indicative, subjunctive and jussive together, as the script seldom tells them apart."""
    table: Table = dict.fromkeys(_PREFIXED, bare)
    table |= dict.fromkeys((THEY_TWO, THEY_TWO_F, YOU_TWO), (("v", two + "ن"), ("v", two)))
    table |= dict.fromkeys((THEY, YOU_ALL), tuple(("v", ending) for ending in they))
    table[YOU_F] = tuple(("v", ending) for ending in you)
    return table | dict.fromkeys((THEY_F, YOU_ALL_F), (("c", women),))


def _imperfect_joined(table: Table, bare: tuple[tuple[str, str], ...]) -> Table:
    """The imperfect before a pronoun: ``يرا(ه)``, ``يتهمو(ه)`` beside ``يتهمون(ه)``, ``يبدؤ(ه)``."""
    plural = tuple((stem, ending.removesuffix("ا")) for stem, ending in table[THEY])
    return table | dict.fromkeys(_PREFIXED, bare) | {THEY: plural, YOU_ALL: plural}


_I_PRESENT = _imperfect((("v", "I"), ("v", "i")), "iيA", ("Uن", "Uا"), ("Iن", "I"), "Iنa")
_U_PRESENT = _imperfect((("v", "U"), ("v", "u")), "uوA", ("Uن", "Uا"), ("Iن", "I"), "Uنa")
_A_PRESENT = _imperfect((("v", "Y"), ("v", "a")), "aيA", ("aون", "aوا"), ("aين", "aي"), "aينa")
_PLAIN = _imperfect((("v", ""), ("s", "")), "A", ("Uن", "Uا"), ("Iن", "I"), "نa")
IMPERFECT: Final[dict[Ending, Table]] = {"plain": _PLAIN, "i": _I_PRESENT, "u": _U_PRESENT, "a": _A_PRESENT}
IMPERFECT_JOINED: Final[dict[Ending, Table]] = {
    "plain": _imperfect_joined(_PLAIN, (("v", "u"), ("v", "a"), ("s", ""))),
    "i": _imperfect_joined(_I_PRESENT, _I_PRESENT[HE]),
    "u": _imperfect_joined(_U_PRESENT, _U_PRESENT[HE]),
    "a": _imperfect_joined(_A_PRESENT, (("v", "A"), ("v", "a"))),
}

_ONE, _ONE_F = Slot(3, "m", "s"), Slot(3, "f", "s")
_TWO, _TWO_F = Slot(3, "m", "d"), Slot(3, "f", "d")
_MANY, _MANY_F = Slot(3, "m", "p"), Slot(3, "f", "p")

Nominal = dict[Slot, tuple[str, ...]]


def _nominal(bare: tuple[str, ...], glide: str, many: tuple[str, ...], she: str = "") -> Nominal:
    female = she or glide + "aة"
    stem = female.removesuffix("ة")
    two = (glide + "Aن", glide + "aين")
    women = (glide + "Aت",)
    return {
        _ONE: bare,
        _ONE_F: (female,),
        _TWO: two,
        _TWO_F: (stem + "تAن", stem + "تaين"),
        _MANY: many,
        _MANY_F: women,
    }


PARTICIPLE: Final[dict[Ending, Nominal]] = {
    "plain": _nominal(("", "aا"), "", ("Uن", "Iن", "U", "I")),
    "in": _nominal(("", "I", "iيaا"), "iي", ("Uن", "Iن", "U", "I")),
    "an": _nominal(("Y",), "aي", ("aون", "aين", "aو", "aي"), "Aة"),
}
PARTICIPLE_JOINED: Final[dict[Ending, Nominal]] = {
    "plain": {_ONE: ("u", "a", "i"), _ONE_F: ("aت",), _MANY: ("U", "I"), _MANY_F: ("Aت",)},
    "in": {_ONE: ("I",), _ONE_F: ("iيaت",), _MANY: ("U", "I"), _MANY_F: ("iيAت",)},
    "an": {_ONE: ("A",), _ONE_F: ("Aت",), _MANY: ("aو", "aي"), _MANY_F: ("aيAت",)},
}
MASDAR: Final[dict[Ending, Nominal]] = {
    "plain": {_ONE: ("", "aا"), _TWO: ("Aن", "aين"), _MANY_F: ("Aت",)},
    "f": {_ONE_F: ("aة",), _TWO_F: ("aتAن", "aتaين"), _MANY_F: ("Aت",)},
    "in": {_ONE: ("", "I", "iيaا"), _MANY_F: ("iيAت",)},
}
MASDAR_JOINED: Final[dict[Ending, Nominal]] = {
    "plain": {_ONE: ("u", "a", "i"), _MANY_F: ("Aت",)},
    "f": {_ONE_F: ("aت",), _MANY_F: ("Aت",)},
    "in": {_ONE: ("I",), _MANY_F: ("iيAت",)},
}
