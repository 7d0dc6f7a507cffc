"""The stems of a verb: the pieces that take endings, in sounds (see ``rawi.arabic.sounds``).

Patterns are those of the ten measures and the four-consonant verbs (W. Wright, *A Grammar of the Arabic
Language* I, §§ 35-76 for the strong verb, §§ 120-176 for doubled, hamzated and weak ones, §§ 195-203, 229-246
for verbal nouns and participles).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rawi.arabic.measures import Part, Root, part, root
from rawi.arabic.sounds import settle

Ending = Literal["plain", "ay", "aw", "i", "u", "a", "in", "an", "f"]
"""How a stem ends. Verbs: ``plain``; perfect ``ay`` (``رمى``), ``aw`` (``دعا``), ``i`` (``بقي``);
imperfect ``i u a`` (``يرمي يدعو يبقى``). Nouns: ``plain``;
``in`` (``مبدٍ``), ``an`` (``مبدى``), ``f`` (``إقامة``, whose ``ة`` is not part of the stem)."""


class Stem(NamedTuple):
    """A stem before a vowel and before a consonant (``قAل``, ``قuل``), and in the jussive if that differs."""

    vowel: str
    consonant: str
    ending: Ending = "plain"
    short: str | None = None


class Stems(NamedTuple):
    """All stems of a verb; the imperfect ones carry the ``ي`` of "he".

    ``masdars`` is empty for measure I, which has no pattern for it.
    """

    perfect: Stem
    imperfect: Stem
    passive_perfect: Stem
    passive_imperfect: Stem
    agent: Stem
    patient: Stem
    masdars: tuple[Stem, ...] = ()


class _Pattern(NamedTuple):
    """What stands before the last two radicals of a measure, and the vowels around the middle one.

    Heads are filled with the first radical ``{f}`` and the infix ``{t}``. ``links`` stand between head and
    middle radical in active and passive perfect and in all else; ``mark`` doubles the middle radical;
    ``vowel`` is the imperfect's.
    """

    perfect: str
    passive: str
    present: str
    links: tuple[str, str, str]
    mark: str
    vowel: Literal["a", "i"]


_PATTERNS = {
    "II": _Pattern("{f}", "{f}", "u{f}", ("a", "u", "a"), "~", "i"),
    "III": _Pattern("{f}", "{f}", "u{f}", ("A", "U", "A"), "", "i"),
    "IV": _Pattern("ءa{f}", "ءu{f}", "u{f}", ("", "", ""), "", "i"),
    "V": _Pattern("تa{f}", "تu{f}", "{p}تa{f}", ("a", "u", "a"), "~", "a"),
    "VI": _Pattern("تa{f}", "تu{f}", "{p}تa{f}", ("A", "U", "A"), "", "a"),
    "VIII": _Pattern("ٱi{f}{t}", "ٱu{f}{t}", "{p}{f}{t}", ("a", "u", "a"), "", "i"),
    "X": _Pattern("ٱiستa{f}", "ٱuستu{f}", "{p}ستa{f}", ("", "", ""), "", "i"),
    "QI": _Pattern("{f}a{t}", "{f}u{t}", "u{f}a{t}", ("", "", ""), "", "i"),
    "QII": _Pattern("تa{f}a{t}", "تu{f}u{t}", "{p}تa{f}a{t}", ("", "", ""), "", "a"),
    "QIV": _Pattern("ٱi{f}{t}", "ٱu{f}{t}", "{p}{f}{t}", ("a", "u", "a"), "", "i"),
}


def stems(parts: str) -> Stems:
    """The stems of the verb with these principal parts. Raises ``KnowledgeError`` where no verb has them."""
    words = parts.split()
    perfect, imperfect = (part(words[0]), part(words[1])) if len(words) == 2 else (part(parts), part(""))
    verb = root(perfect, imperfect)
    return _first(verb, perfect, imperfect) if verb.measure == "I" else _derived(verb)


def _stem(vowel: str, consonant: str, ending: Ending = "plain", short: str | None = None) -> Stem:
    return Stem(settle(vowel), settle(consonant), ending, None if short is None else settle(short))


def _derived(verb: Root) -> Stems:
    """Stems of the measures that have one pattern each."""
    pattern = _PATTERNS[verb.measure]

    def head(shape: str, prefix: str = "") -> str:
        return shape.format(f=verb.first, t=verb.infix, p=prefix)

    active, passive, rest = pattern.links
    patient: Ending = "an" if verb.defective else "plain"
    agent: Ending = "in" if verb.defective else "plain"
    noun = "م" + head(pattern.present, "u")
    return Stems(
        perfect=_tail(verb, head(pattern.perfect), active, "a", "ay"),
        imperfect=_tail(verb, "ي" + head(pattern.present, "a"), rest, pattern.vowel, pattern.vowel),
        passive_perfect=_tail(verb, head(pattern.passive), passive, "i", "i"),
        passive_imperfect=_tail(verb, "ي" + head(pattern.present, "u"), rest, "a", "a"),
        agent=_tail(verb, noun, rest, "i", agent),
        patient=_tail(verb, noun, rest, "a", patient),
        masdars=_masdars(verb),
    )


def _tail(verb: Root, head: str, link: str, vowel: str, ending: Ending) -> Stem:
    """A stem of a derived measure: ``head``, then the last two radicals with their vowels."""
    mark = _PATTERNS[verb.measure].mark
    sound = head + link + verb.middle + mark
    if verb.defective:
        return _stem(sound, sound, ending)
    if verb.measure == "QIV":
        expanded = f"{head}{link}{verb.middle}{verb.last}{vowel}{verb.last}"
        return _stem(f"{sound}{vowel}{verb.last}~", expanded)
    if verb.doubled:
        return _stem(_doubled(verb, head, link, vowel), sound + vowel + verb.last)
    if verb.hollow:
        long = "A" if vowel == "a" or (verb.measure == "VIII" and head[0] in "يم") else "I"
        brief = f"{head}{long.lower()}{verb.last}"
        return _stem(f"{head}{long}{verb.last}", brief, short=brief)
    return _stem(sound + vowel + verb.last, sound + vowel + verb.last)


def _doubled(verb: Root, head: str, link: str, vowel: str) -> str:
    """A doubled verb's stem before a vowel: ``ءaعaد~``, ``yuعiد~``, ``ٱihtaل~``, ``حAج~``."""
    between = link or (vowel if verb.measure in ("IV", "X") else "a")
    return f"{head}{between}{verb.last}~"


def _masdars(verb: Root) -> tuple[Stem, ...]:
    """The verbal nouns of a derived measure."""
    f, m, last, t = verb.first, verb.middle, verb.last, verb.infix
    end = "ء" if verb.defective else last
    shapes: dict[str, tuple[tuple[str, Ending], ...]] = {
        "II": _second_masdars(verb),
        "III": _third_masdars(verb),
        "IV": ((f"ءi{f}A{last}", "f"),) if verb.hollow else ((f"ءi{f}{m}A{end}", "plain"),),
        "V": ((f"تa{f}a{m}~", "in"),) if verb.defective else ((f"تa{f}a{m}~u{last}", "plain"),),
        "VI": ((f"تa{f}A{m}", "in"),) if verb.defective else ((_sixth_masdar(verb), "plain"),),
        "VIII": ((f"ٱi{f}{(t and t + 'i') or 'i'}{m or 'ي'}A{end}", "plain"),),
        "X": ((f"ٱiستi{f}A{last}", "f"),) if verb.hollow else ((f"ٱiستi{f}{m}A{end}", "plain"),),
        "QI": ((f"{f}a{t}{m}a{last}", "f"),),
        "QII": ((f"تa{f}a{t}{m}u{last}", "plain"),),
        "QIV": ((f"ٱi{f}{t}i{m}{last}A{last}", "plain"),),
    }
    return tuple(_stem(sounds, sounds, ending) for sounds, ending in shapes[verb.measure])


def _second_masdars(verb: Root) -> tuple[tuple[str, Ending], ...]:
    """``تفعيل``; ``تغطية`` for defective verbs and ``تهنئة`` for those that end in hamza."""
    if verb.defective:
        return ((f"تa{verb.first}{verb.middle}iي", "f"),)
    if verb.last == "ء":
        return ((f"تa{verb.first}{verb.middle}iء", "f"),)
    return ((f"تa{verb.first}{verb.middle}I{verb.last}", "plain"),)


def _third_masdars(verb: Root) -> tuple[tuple[str, Ending], ...]:
    """``مفاعلة`` and ``فعال``: ``مقاتلة`` and ``قتال``, ``ملاقاة`` and ``لقاء``."""
    f, m, last = verb.first, verb.middle, verb.last
    if verb.defective:
        return ((f"مu{f}A{m}A", "f"), (f"{f}i{m}Aء", "plain"))
    if verb.doubled:
        return ((f"مu{f}A{last}~", "f"),)
    brief: tuple[tuple[str, Ending], ...] = () if f in "يء" or m == "ي" else ((f"{f}i{m}A{last}", "plain"),)
    return ((f"مu{f}A{m}a{last}", "f"), *brief)


def _sixth_masdar(verb: Root) -> str:
    if verb.doubled:
        return f"تa{verb.first}A{verb.last}~"
    return f"تa{verb.first}A{verb.middle}u{verb.last}"


def _first(verb: Root, perfect: Part, imperfect: Part) -> Stems:
    """Stems of the plain verb; where its vowels change the spelling, the principal parts show them."""
    if verb.hollow:
        return _first_hollow(verb, imperfect)
    if verb.defective:
        return _first_defective(verb, perfect, imperfect)
    if verb.doubled:
        return _first_doubled(verb, imperfect)
    f, m, last = verb.first, verb.middle, verb.last
    past = _seat_vowel(perfect, "a")
    present = _seat_vowel(imperfect, "u")
    before = "" if f == "و" and imperfect.letters[1] != "و" else f
    return Stems(
        perfect=_same(f"{f}a{m}{past}{last}"),
        imperfect=_same(f"يa{before}{m}{present}{last}"),
        passive_perfect=_same(f"{f}u{m}i{last}"),
        passive_imperfect=_same(f"يu{f}{m}a{last}"),
        agent=_same(f"{f}A{m}i{last}"),
        patient=_same(f"مa{f}{m}U{last}"),
    )


def _same(sounds: str) -> Stem:
    return _stem(sounds, sounds)


def _seat_vowel(shown: Part, default: str) -> str:
    """The vowel of the middle radical as the seat of a hamza in second or third place shows it."""
    size = len(shown.letters)
    return next((seat for place, seat in enumerate(shown.seats) if seat and place >= size - 2), default)


def _first_hollow(verb: Root, imperfect: Part) -> Stems:
    """``زار يزور``, ``سار يسير``, ``نام ينام``; with a last hamza ``جاء يجيء``."""
    f, last, glide = verb.first, verb.last, imperfect.letters[2]
    long = {"و": "U", "ي": "I"}.get(glide, "A")
    past = "u" if long == "U" else "i"
    weak = last == "ء"
    patient = f"مa{f}{'I' if long == 'I' else 'U'}{last}"
    return Stems(
        perfect=_stem(f"{f}A{last}", f"{f}{past}{last}"),
        imperfect=_hollow_present(f"يa{f}", long, last),
        passive_perfect=_stem(f"{f}I{last}", f"{f}i{last}"),
        passive_imperfect=_hollow_present(f"يu{f}", "A", last),
        agent=_stem(f"{f}Aء", f"{f}Aء", "in") if weak else _same(f"{f}Aءi{last}"),
        patient=_same(patient),
    )


def _hollow_present(head: str, long: str, last: str) -> Stem:
    brief = f"{head}{long.lower()}{last}"
    return _stem(f"{head}{long}{last}", brief, short=brief)


def _first_defective(verb: Root, perfect: Part, imperfect: Part) -> Stems:
    """``دعا يدعو``, ``رمى يرمي``, ``بقي يبقى``, ``وقى يقي``, and ``رأى يرى``, which drops its hamza."""
    f, m = verb.first, verb.middle
    past: dict[str, Ending] = {"ا": "aw", "ى": "ay", "ي": "i"}
    present: dict[str, Ending] = {"و": "u", "ي": "i"}
    base = imperfect.letters[1:-1]
    radicals = base if len(base) == 1 else f + m
    seen = base == "ر" and m == "ء"
    kind = past[perfect.letters[-1]]
    glide = "uو~" if imperfect.letters[-1] == "و" else "iي~"
    return Stems(
        perfect=_stem(f"{f}a{m}", f"{f}a{m}", kind),
        imperfect=_stem(f"يa{radicals}", f"يa{radicals}", present.get(imperfect.letters[-1], "a")),
        passive_perfect=_stem(f"{f}u{m}", f"{f}u{m}", "i"),
        passive_imperfect=_stem(f"يu{f if seen else f + m}", f"يu{f if seen else f + m}", "a"),
        agent=_stem(f"{f}A{m}", f"{f}A{m}", "in"),
        patient=_same(f"مa{f}{m}{glide}"),
    )


def _first_doubled(verb: Root, imperfect: Part) -> Stems:
    """``مدّ يمدّ``; a first hamza shows the vowel: ``أمّ يؤمّ``, ``أنّ يئنّ``."""
    f, m = verb.first, verb.last
    vowel = imperfect.seats[1] or "u"
    return Stems(
        perfect=_stem(f"{f}a{m}~", f"{f}a{m}a{m}"),
        imperfect=_stem(f"يa{f}{vowel}{m}~", f"يa{f}{m}u{m}"),
        passive_perfect=_stem(f"{f}u{m}~", f"{f}u{m}i{m}"),
        passive_imperfect=_stem(f"يu{f}a{m}~", f"يu{f}{m}a{m}"),
        agent=_same(f"{f}A{m}~"),
        patient=_same(f"مa{f}{m}U{m}"),
    )
