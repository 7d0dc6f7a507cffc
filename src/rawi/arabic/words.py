"""Words and their clitics: ``وبوزيرها`` is ``و`` + ``ب`` + ``وزير`` + ``ها``.

Arabic writes conjunctions (``و ف``), prepositions (``ب ل ك``), the future mark (``س``), the article (``ال``) and pronouns in one piece with the word
that they belong to. Whether a first letter is a clitic is decided by how often the word stands in news with and without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from rawi.arabic.letters import Folded
from rawi.arabic.lexicon import Lexicon, VerbReading, lexicon


class Word(msgspec.Struct, frozen=True, eq=False):
    """One written form, read. ``base`` is the form without conjunction and preposition, ``stem`` also without the article."""

    form: str
    kind: str  # word, number, mark
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    base: str = ""
    stem: str = ""
    function: str = ""  # a closed class of function_words.toml, in the singular
    slot: str = ""  # a preposition's slot
    pronoun: str = ""  # a pronoun joined to a preposition or complementizer
    verbs: tuple[VerbReading, ...] = ()
    marbuta: bool = False  # written with ``ة``, which folding makes ``ه``


class Token(msgspec.Struct, frozen=True):
    """A word where it stands: its number in the text and its half-open span of the folded text."""

    index: int
    start: int
    end: int
    word: Word


_TOKEN = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*|[^\W\d_]+|[^\s]")
_HOW_MUCH_RARER = {"و": 1.0, "ف": 0.5, "ب": 1.0, "ل": 1.0, "ك": 0.05}  # a stem must be at least this often seen alone
_PRONOUNS = ("هما", "هم", "ها", "هن", "كم", "نا", "ني", "ه", "ك")
_ENDINGS = ("هما", "هم", "ها", "هن", "ا", "نا", "ه")  # of a noun: a pronoun, or the accusative
_KNOWN_NOUN = 16  # a noun seen as often as this carries endings that were never seen
_known: dict[str, Word] = {}
_HAMZA_TELLS = frozenset(("هنا",))  # ``هنأ`` congratulated, ``هنا`` here
NAME_ALI = "علي/علي"  # the stem of ``علي`` where it is not spelled ``على``: a preposition, or the name
_AND = "وأ"  # a hamza behind ``و``: ``وأدى`` is no ``وادي``, ``وإلى`` no ``والي``
_TANWIN = "\u064b"
_KEPT = 200_000  # forms remembered between articles: about 60 MB at the most
MOST_WORDS = 1 << 15  # of these, for how many it is remembered what a word of their form may be: the frequent ones of the press


def tokens(folded: Folded, text: str) -> list[Token]:
    """The words, numbers and marks of a folded text, each read. Costs one dictionary look-up for a form seen before.

    ``text`` is what was folded: a word written with ``ة`` does not end in the pronoun ``ه``, though folding makes them alike.
    """
    found = []
    known, add, offsets = _known, _read_new, folded.offsets
    for index, match in enumerate(_TOKEN.finditer(folded.text)):
        form, end = match[0], match.end()
        if form[-1] not in "هيا" and form[0] != "و":  # nothing that folding hides tells anything
            word = known.get(form) or add(form)
        elif form[-1] == "ه" and text[offsets[end - 1]] == "ة":
            word = known.get(form + "ة") or add(form, "ة")
        elif form == "علي" and text[offsets[end - 1]] != "ى":
            word = known.get(form + "ي") or add(form, "ي")
        elif form[-1] == "ا" and text[offsets[end - 1]] == "أ" and form in _HAMZA_TELLS:
            word = known.get(form + "أ") or add(form, "أ")
        elif form[0] == "و" and form[1:2] == "ا" and len(form) > 3 and text[offsets[match.start() + 1]] in "أإ":
            word = known.get(form + _AND) or add(form, _AND)
        elif form[-1] == "ا" and _TANWIN in text[offsets[end - 1] - 1 : offsets[end - 1] + 2]:
            word = known.get(form + _TANWIN) or add(form, _TANWIN)
        else:
            word = known.get(form) or add(form)
        found.append(Token(index, match.start(), end, word))
    return found


def read_word(form: str) -> Word:
    """The reading of one folded form, alone."""
    return _known.get(form) or _read_new(form)


def _read_new(form: str, ending: str = "") -> Word:
    """Read a form not seen before; ``ending`` is what folding hid: ``ة`` is no pronoun, ``ً`` stands on no finite verb."""
    if len(_known) > _KEPT:
        _known.clear()
    word = _read(form, lexicon())
    if ending == "ة":
        word = replace(word, verbs=tuple(v for v in word.verbs if v.pronoun != "ه"), marbuta=True)
    elif ending == _TANWIN:
        word = replace(word, verbs=tuple(v for v in word.verbs if "participle" in v.tense))
    elif ending == _AND:
        word = word if word.conjunction else replace(_read(form[1:], lexicon()), form=form, conjunction="و")
    elif ending == "ي":
        word = replace(word, stem=NAME_ALI)
    elif ending == "أ":
        word = Word(form, "word", base=form, stem=form, verbs=tuple(lexicon().verb_readings(form)))
    _known[form + ending] = word
    return word


def _read(form: str, lex: Lexicon) -> Word:
    first = form[0]
    if first.isdigit():
        return Word(form, "number", base=form, stem=form)
    if not first.isalpha():
        return Word(form, "mark", base=form, stem=form)
    conjunction, rest = _split_conjunction(form, lex)
    if known := lex.functions.get(rest):
        function, slot, pronoun = known
        return Word(form, "word", conjunction, "", False, rest, rest, function, slot, pronoun, _verbs(rest, lex, function))
    preposition, base = _split_preposition(rest, lex)
    article = _has_article(base, lex)
    stem = base[2:] if article else base
    verbs = () if article or preposition in ("ب", "ك") else _verbs(base, lex, "")
    if preposition == "ل":
        verbs = tuple(v for v in verbs if v.tense == "imperfect")
    return Word(form, "word", conjunction, preposition, article, base, stem, verbs=verbs)


def _split_conjunction(form: str, lex: Lexicon) -> tuple[str, str]:
    first, rest = form[0], form[1:]
    if first not in "وف" or len(form) < 3 or form in lex.whole or form in lex.functions:
        return "", form
    if rest in lex.functions:
        return first, rest
    if form in lex.names and (not form.startswith(("وال", "فال")) or not _seen(form[3:], lex)):
        return "", form
    if (rest.startswith(("ال", "لل")) and len(rest) > 4) or rest in lex.whole:
        return first, rest
    if _ends_a_noun(form, _split_conjunction, lex):
        return "", form
    if rest in lex.forms and form not in lex.forms:
        return first, rest
    if form in lex.forms and rest not in lex.forms and lex.counts.get(rest, 0) < 1024:
        return "", form
    if first == "ف" and form in lex.forms and lex.counts.get(rest, 0) < 32 * lex.counts.get(form, 8):
        return "", form  # ``فرقت`` dispersed: papers hardly ever join ``ف`` to a rare verb
    if len(form) > 4 and _verbs(rest, lex, "") and not _verbs(form, lex, ""):
        return first, rest
    alone = _seen(rest, lex)
    if alone and alone * _HOW_MUCH_RARER[first] >= lex.counts.get(form, 0):
        return first, rest
    if not lex.counts.get(form) and (_noun_of(rest, lex) or (rest[0] in "بلك" and (_seen(rest[1:], lex) or _noun_of(rest[1:], lex)))):
        return first, rest
    return "", form


def _split_preposition(form: str, lex: Lexicon) -> tuple[str, str]:
    first, rest = form[0], form[1:]
    if first not in "بلك" or len(form) < 3 or form in lex.whole:
        return "", form
    if form in lex.names and (not form.startswith(("بال", "لل", "كال")) or not _seen(form[3:], lex)) and not _hides_a_noun(form, lex):
        return "", form  # ``كالديرون`` is no ``ديرون`` with article
    if form.startswith("لل") and len(form) > 4:
        return "ل", _after_two_lams(rest, lex)
    if rest.startswith("ال") and len(rest) > 4:
        return first, rest
    if _ends_a_noun(form, _split_preposition, lex):
        return "", form
    if form in lex.forms and lex.counts.get(rest, 0) < 20 * lex.counts.get(form, 1):
        return "", form
    alone = _seen(rest, lex)
    if alone and alone * _HOW_MUCH_RARER[first] >= lex.counts.get(form, 0):
        return first, rest
    if first in "بل" and len(rest) > 3 and lex.counts.get(rest, 0) >= _KNOWN_NOUN:
        return first, rest  # ``بتهمه``: some nouns hardly stand without their preposition
    if first in "بل" and len(rest) > 5 and rest.endswith("ين") and not lex.counts.get(form) and _two_of(rest, lex):
        return first, rest  # ``بصاروخين``
    if first == "ب" and len(rest) > 2 and lex.counts.get("ال" + rest) and not lex.counts.get("ال" + form):
        return first, rest  # ``ببدء``: what takes the article only without the letter
    if first == "ب" and len(rest) == len("حبس") and lex.counts.get(form, 0) <= _KNOWN_NOUN and _names_an_act(rest, lex):
        return first, rest
    if not lex.counts.get(form) and first in "بل" and any(rest.endswith(p) and lex.counts.get(rest.removesuffix(p), 0) >= 16 for p in _PRONOUNS):
        return first, rest
    return "", form


def _names_an_act(form: str, lex: Lexicon) -> bool:
    """``حبس``: the act is written like the verb, without a weak letter."""
    sound = form not in lex.noun_like and "ا" not in form and not form.endswith("ي")
    return sound and any(v.tense == "perfect" and v.gender == "m" and v.number == "s" for v in lex.verb_readings(form))


def _two_of(form: str, lex: Lexicon) -> bool:
    """``صاروخين``, ``قنبلتين``: two of what news has."""
    one = form[:-3] + "ه" if form.endswith("تين") else form[:-2]
    return max(lex.counts.get(one, 0), lex.counts.get("ال" + one, 0)) >= _KNOWN_NOUN


def _hides_a_noun(form: str, lex: Lexicon) -> bool:
    """``بأمير قطر``: a rare name is no name where an everyday noun stands behind its first letter."""
    rest = form[1:]
    return form[0] in "بل" and not lex.counts.get(form) and min(lex.counts.get(rest, 0), lex.counts.get("ال" + rest, 0)) >= 8 * _KNOWN_NOUN


def _after_two_lams(rest: str, lex: Lexicon) -> str:
    """What ``ل`` is joined to in ``للأطفال`` (``الأطفال``), ``للاجئين`` (``اللاجئين``) and ``للقاء`` (``لقاء``); ``rest`` lacks the first ``ل``.

    Before a noun that itself begins with ``ل`` the article leaves no letter: it is read where news has the noun more often with it.
    """
    definite = "ال" + rest[1:]
    bare, joined = lex.counts.get(rest, 0), lex.counts.get("ال" + rest, 0)
    without = 0 if definite in lex.not_article else max(lex.counts.get(definite, 0), lex.counts.get(rest[1:], 0))
    if _split_preposition(rest, lex)[0] or max(bare, joined) <= 2 * without:
        return definite
    if not (bare or joined or rest in lex.whole or rest in lex.names):
        return definite
    return "ال" + rest if joined > bare else rest


def _ends_a_noun(form: str, split: Callable[[str, Lexicon], tuple[str, str]], lex: Lexicon) -> bool:
    """Whether a form is a noun with an ending, all of one piece: ``وزيرها``, ``كمينا``; not ``وقتلها`` or ``ودعا``."""
    rest = form[1:]
    if max(lex.counts.get(rest, 0), lex.counts.get("ال" + rest, 0)) >= _KNOWN_NOUN or (rest in lex.names and form[0] != "ك"):
        return False
    noun = _noun_of(form, lex)
    return bool(noun) and not split(noun, lex)[0]


def _noun_of(form: str, lex: Lexicon) -> str:
    """The noun that stands in a form before a pronoun or the accusative's ``ا``, where news has it; else nothing."""
    for ending in _ENDINGS:
        bare = form.removesuffix(ending)
        if bare == form or len(bare) < 3:
            continue
        nouns = [bare]
        if bare[-1] == "ت":
            nouns.append(bare[:-1] + "ه")
        elif bare[-2:] in ("او", "اي"):
            nouns.append(bare[:-1] + "ء")
        for noun in nouns:
            if noun in lex.whole or max(lex.counts.get(noun, 0), lex.counts.get("ال" + noun, 0)) >= _KNOWN_NOUN:
                return noun
    return ""


def _seen(form: str, lex: Lexicon) -> int:
    """How often a form stands in news; names and verb forms of the lexicon count as seen."""
    count = max(lex.counts.get(form, 0), lex.counts.get("ال" + form, 0))
    return count if count else (12 if form in lex.names or form in lex.forms else 0)


def _has_article(base: str, lex: Lexicon) -> bool:
    if not base.startswith("ال") or len(base) < 4 or base in lex.not_article:
        return False
    if base in lex.forms and (base not in lex.noun_like or base[2:] in lex.functions):
        return False
    noun_like_verb = base[2:] in lex.forms and base not in lex.names  # ``الحبس``: a verbal noun that is rare without it
    return bool(lex.counts.get(base[2:])) or base[2:] in lex.names or len(base) > 5 or noun_like_verb


def _verbs(base: str, lex: Lexicon, function: str) -> tuple[VerbReading, ...]:
    """What ``base`` is as a verb: with future ``س``, with an object pronoun, or as it stands."""
    if base in lex.noun_like or function in ("preposition", "relative", "complementizer", "negator"):
        return ()
    found = list(lex.verb_readings(base))
    if base[0] == "س" and len(base) > 3 and base[1] in "ينتا" and base[1:] not in lex.noun_like:  # ``سنوات``
        found += [replace(v, future=True) for v in lex.verb_readings(base[1:]) if v.tense == "imperfect"]
    if not found or len(base) > 4:
        found += _with_pronoun(base, lex)
    return tuple(found)


def _with_pronoun(base: str, lex: Lexicon) -> list[VerbReading]:
    for pronoun in _PRONOUNS:
        if base.endswith(pronoun) and len(base) - len(pronoun) >= 2:
            bare = base[: -len(pronoun)]
            if bare in lex.noun_like:
                return []
            found = [replace(v, pronoun=pronoun) for v in lex.verb_readings_before_pronoun(bare)]
            if bare[0] == "س" and len(bare) > 3:
                found += [replace(v, pronoun=pronoun, future=True) for v in lex.verb_readings_before_pronoun(bare[1:]) if v.tense == "imperfect"]
            if found:
                return found
    return []
