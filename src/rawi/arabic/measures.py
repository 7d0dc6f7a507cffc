"""Which measure and weakness a verb has, read off its two principal parts.

The parts are those of an Arabic dictionary: the perfect and the imperfect of "he", without vowel marks but
with every hamza, and with shadda where two verbs would else be one: ``درس يدرس`` (study) and ``درّس يدرّس``
(teach), ``استمرّ يستمرّ``. The rules of deduction are those of the ten measures in W. Wright, *A Grammar of
the Arabic Language* I, §§ 35-69.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rawi.errors import KnowledgeError

Measure = Literal["I", "II", "III", "IV", "V", "VI", "VIII", "X", "QI", "QII", "QIV"]
"""Measures by how they inflect: VII and IX go with VIII (all ``اCCCC``), Q are four-consonant verbs."""

_SHADDA = "\u0651"
_HAMZA = str.maketrans(dict.fromkeys("أإؤئ", "ء") | {"آ": "ءا"})
_MARKS = str.maketrans(dict.fromkeys("\u064b\u064c\u064d\u064e\u064f\u0650\u0652\u0640"))
_SEAT_VOWEL = {"أ": "a", "ئ": "i", "ؤ": "u"}
_FOUR_WITH_TA = frozenset({"ترجم", "تلفن", "تلفز", "تلمذ"})  # four consonants, the first a ت: not تفعّل
_EIGHTH_WITH_SIN = frozenset({"استلم", "استمع", "استند", "استبق", "استرق", "استتر", "استعر", "استلب"})  # افتعل
_ENDS_WEAK = "ىاي"


class Part(NamedTuple):
    """A principal part: letters (hamza as ``ء``, no shadda), which are doubled, the hamza seats as vowels."""

    letters: str
    doubled: frozenset[int]
    seats: tuple[str, ...]

    @property
    def ends_doubled(self) -> bool:
        """Whether a shadda stands on the last letter."""
        return len(self.letters) - 1 in self.doubled


class Root(NamedTuple):
    """A verb as its measure sees it.

    ``first``, ``middle``, ``last`` fill the measure; ``middle`` is empty where a hollow verb has its long
    vowel, ``last`` where a defective verb ends; a doubled verb has ``middle == last`` and ``doubled``.
    ``infix`` is the ``ت`` of measure VIII (any letter in VII), and for four consonants the second one.
    """

    measure: Measure
    first: str
    middle: str
    last: str
    infix: str = ""
    hollow: bool = False
    defective: bool = False
    doubled: bool = False


def part(text: str) -> Part:
    """Read one principal part."""
    letters: list[str] = []
    seats: list[str] = []
    doubled: set[int] = set()
    for sign in text.translate(_MARKS):
        if sign == _SHADDA:
            doubled.add(len(letters) - 1)
            continue
        for letter in sign.translate(_HAMZA):
            letters.append(letter)
            seats.append(_SEAT_VOWEL.get(sign, ""))
    return Part("".join(letters), frozenset(doubled), tuple(seats))


def root(perfect: Part, imperfect: Part) -> Root:
    """The root and measure of a verb. Raises ``KnowledgeError`` where the parts fit no measure."""
    letters, size = perfect.letters, len(perfect.letters)
    if imperfect.letters[:1] != "ي" or size < 2:
        raise KnowledgeError(f"{letters} {imperfect.letters}: not the two principal parts of a verb")
    if letters[0] == "ا":
        return _with_alif(perfect)
    if size == 2:
        return Root("I", letters[0], letters[1], letters[1], doubled=True)
    if (letters[0] == "ء" and imperfect.letters[1] != "ء") or _is_fourth_of_hamza(perfect, imperfect):
        return _fourth(perfect)
    if letters[0] == "ت" and size > 3 and imperfect.letters[1] == "ت" and letters[1] != "ا":
        return _with_ta(perfect)
    if size > 2 and letters[1] == "ا" and (size == 4 or perfect.ends_doubled):
        return _shaped("III", letters[0], letters[2:], perfect)
    if size == 4:
        return Root("QI", letters[0], letters[2], letters[3], letters[1])
    if size == 3:
        second = _is_second(perfect, imperfect)
        return _shaped("II" if second else "I", letters[0], letters[1:], perfect)
    raise KnowledgeError(f"{letters} {imperfect.letters}: fits no measure of the Arabic verb")


def _with_alif(perfect: Part) -> Root:
    """Measures VII to X and the fourth of four consonants: ``انضمّ``, ``التقى``, ``استمرّ``, ``اطمأنّ``."""
    letters, size = perfect.letters, len(perfect.letters)
    tenth = letters.startswith("است")
    if tenth and (size == 6 or (size == 5 and _is_doubled_tenth(perfect))):
        return _shaped("X", letters[3], letters[4:], perfect)
    if size == 5 and perfect.ends_doubled:
        return Root("QIV", letters[1], letters[3], letters[4], letters[2])
    if size == 5:
        return _shaped("VIII", letters[1], letters[3:], perfect, letters[2])
    if size == 4 and (1 in perfect.doubled or (letters[1] in "تطدذثظ" and not perfect.ends_doubled)):
        return _shaped("VIII", letters[1] + "~", letters[2:], perfect)
    if size == 4:
        return Root("VIII", letters[1], letters[3], letters[3], letters[2], doubled=True)
    raise KnowledgeError(f"{letters}: fits none of the measures that begin with alif")


def _is_doubled_tenth(perfect: Part) -> bool:
    """``استمر``, also written without its shadda; ``استلم``, ``استوى`` and ``استاء`` are of the eighth."""
    letters = perfect.letters
    weak = letters[3] == "ا" or letters[4] in _ENDS_WEAK
    return perfect.ends_doubled or not (weak or letters in _EIGHTH_WITH_SIN)


def _is_fourth_of_hamza(perfect: Part, imperfect: Part) -> bool:
    """``آمن يؤمن``: a first radical hamza that the perfect swallowed; ``آخذ يؤاخذ`` is the third measure."""
    return perfect.letters.startswith("ءا") and len(perfect.letters) == 4 and imperfect.letters[2:3] != "ا"


def _fourth(perfect: Part) -> Root:
    """Measure IV: ``أعلن``, ``أقام``, ``أبدى``, ``أصرّ``, ``آمن``; ``أرى`` has lost its middle radical."""
    letters = perfect.letters
    if len(letters) == 3 and letters[2] == "ى":
        return Root("IV", letters[1], "", "", defective=True)
    if len(letters) == 3:
        return Root("IV", letters[1], letters[2], letters[2], doubled=True)
    if letters[1] == "ا":
        return _shaped("IV", "ء", letters[2:], perfect)
    if len(letters) != 4:
        raise KnowledgeError(f"{letters}: fits no form of the fourth measure")
    return _shaped("IV", letters[1], letters[2:], perfect)


def _with_ta(perfect: Part) -> Root:
    """Measures V and VI, the second of four consonants, and four-consonant roots that begin with ``ت``."""
    letters, size = perfect.letters, len(perfect.letters)
    if size == 4 and perfect.doubled.isdisjoint({2}) and _is_four_with_ta(letters):
        return Root("QI", letters[0], letters[2], letters[3], letters[1])
    if letters[2] == "ا":
        return _shaped("VI", letters[1], letters[3:], perfect)
    if size == 4:
        return _shaped("V", letters[1], letters[2:], perfect)
    if size == 5:
        return Root("QII", letters[1], letters[3], letters[4], letters[2])
    raise KnowledgeError(f"{letters}: fits none of the measures that begin with ت")


def _is_four_with_ta(letters: str) -> bool:
    return letters in _FOUR_WITH_TA or letters[:2] == letters[2:]


def _is_second(perfect: Part, imperfect: Part) -> bool:
    """Whether three letters are ``فعّل``: a shadda says so, or letters that a plain verb could not show.

    ``قرر`` would be ``قرّ``, ``عين`` would be ``عان``, ``يؤكد`` would be ``يأكد``, ``يوقع`` would be ``يقع``.
    """
    letters = perfect.letters
    if 1 in perfect.doubled:
        return True
    if letters[1] == "ا":
        return False
    if letters[0] == "ء":
        return imperfect.seats[1] == "u"
    if letters[2] in _ENDS_WEAK:
        return False
    kept = letters[0] == "و" and imperfect.letters[1] == "و"
    return letters[1] == letters[2] or letters[1] in "وي" or kept


def _shaped(measure: Measure, first: str, rest: str, perfect: Part, infix: str = "") -> Root:
    """A root whose last two radicals are ``rest``: doubled, hollow, defective or none of these."""
    if perfect.ends_doubled and measure != "I":
        return Root(measure, first, rest[-1], rest[-1], infix, doubled=True)
    if len(rest) == 1:
        return Root(measure, first, rest, rest, infix, doubled=True)
    hollow = rest[0] == "ا" and rest[1] not in _ENDS_WEAK
    defective = rest[-1] in _ENDS_WEAK
    return Root(measure, first, "" if hollow else rest[0], "" if defective else rest[-1], infix, hollow, defective)
