"""The lexicon that words are read with: verb forms, closed classes, counts and names, compiled once from the knowledge."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from rawi.arabic.letters import fold
from rawi.arabic.verbs import before_pronoun, conjugate, lemma
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.lore.schema import FunctionWords, GivenNames, Reporting, SupportVerbs, Verbs, WordCounts

_SINGULAR = {
    "complementizers": "complementizer",
    "relatives": "relative",
    "subordinators": "subordinator",
    "negators": "negator",
    "auxiliaries": "auxiliary",
    "pronouns": "pronoun",
    "demonstratives": "demonstrative",
    "adverbs": "adverb",
    "quantifiers": "quantifier",
}
_JOINED = {  # prepositions as they are written before a joined pronoun
    "في": "في", "من": "من", "إلى": "الي", "على": "علي", "عن": "عن", "مع": "مع", "لدى": "لدي", "ضد": "ضد", "بين": "بين",
    "أمام": "امام", "حول": "حول", "تجاه": "تجاه", "خلال": "خلال", "بعد": "بعد", "قبل": "قبل", "عبر": "عبر", "ب": "ب", "ل": "ل", "نحو": "نحو",
}  # fmt: skip
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "كم", "ك")
_SHAPES = 128  # more than a verb's forms have: 66
_BODY_OF_COMPLEMENTIZER = ("بان", "لان", "ان", "لكن", "كان", "قول", "بكون")


class VerbReading(msgspec.Struct, frozen=True):
    """One way to read a form as a verb: its lemma (two principal parts) and what the form says."""

    lemma: str
    tense: str  # perfect, imperfect, participle, passive participle
    person: int = 3
    gender: str = "m"
    number: str = "s"
    voice: str = "active"
    future: bool = False
    pronoun: str = ""


class Lexicon:
    """Everything that reading a word looks up. Keys are folded."""

    def __init__(self, compiled_values: dict[str, Any]) -> None:
        self.counts: dict[str, int] = compiled_values["counts"]
        self.functions: dict[str, tuple[str, str, str]] = compiled_values["functions"]
        self.compounds: dict[tuple[str, ...], str] = compiled_values["compounds"]
        self.compounds_by_head: dict[str, list[tuple[tuple[str, ...], str]]] = {}  # first word -> further words, slot; longest first
        for words, slot in sorted(self.compounds.items(), key=lambda compound: -len(compound[0])):
            if len(words) > 1:
                self.compounds_by_head.setdefault(words[0], []).append((words[1:], slot))
        self.compound_openers: dict[tuple[str, ...], str] = compiled_values["compound_openers"]
        self.openers_by_head: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, function in self.compound_openers.items():
            self.openers_by_head.setdefault(words[0], []).append((words, function))
        self.whole: frozenset[str] = compiled_values["whole"]
        self.forms: dict[str, str] = compiled_values["forms"]  # each reading one character: see ``_forms``
        self.joined: dict[str, str] = compiled_values["joined"]
        self.lemmas: list[str] = compiled_values["lemmas"]
        self.shapes: list[tuple[str, int, str, str, str]] = compiled_values["shapes"]
        self.noun_like: frozenset[str] = compiled_values["noun_like"]
        self.verb_by_place: frozenset[str] = compiled_values["verb_by_place"]
        self.masdars: frozenset[str] = compiled_values["masdars"]
        self.masdar_of: dict[str, list[str]] = compiled_values["masdar_of"]  # verbal noun -> the lemmas that it may be of
        self.names: frozenset[str] = compiled_values["names"]
        self.not_article: frozenset[str] = compiled_values["not_article"]
        self._known: dict[str, tuple[VerbReading, ...]] = {"": ()}  # readings made so far: no more than the knowledge has

    def verb_readings(self, form: str) -> tuple[VerbReading, ...]:
        """All readings of ``form`` as a bare verb form."""
        return self._readings(self.forms.get(form, ""))

    def verb_readings_before_pronoun(self, form: str) -> tuple[VerbReading, ...]:
        """All readings of ``form`` as what is left of a verb when its object pronoun is taken off."""
        return self._readings(self.joined.get(form, ""))

    def _readings(self, numbers: str) -> tuple[VerbReading, ...]:
        known = self._known.get(numbers)
        if known is None:
            pairs = (divmod(ord(number), _SHAPES) for number in numbers)
            known = self._known[numbers] = tuple(VerbReading(self.lemmas[verb], *self.shapes[shape]) for verb, shape in pairs)
        return known


@cache
def lexicon() -> Lexicon:
    """The lexicon, loaded once a process."""
    return Lexicon(compiled("lexicon", build))


def build() -> dict[str, Any]:
    """Compile the lexicon from the knowledge files, as plain values."""
    words = load.language("function_words", FunctionWords)
    verbs = load.language("verbs", Verbs)
    counts = _counts()
    lemmas = sorted({lemma(v) for v in (*(v[0] for v in verbs.verbs), *_lemmas_of_rules())})
    forms, joined, shapes, masdar_of = _forms(lemmas)
    for word in verbs.not_masdar:
        masdar_of.pop(fold(word), None)
    functions = _functions(words)
    return {
        "counts": counts,
        "functions": functions,
        "compounds": {tuple(fold(k).split()): v for k, v in words.compound_prepositions.items()},
        "compound_openers": {tuple(fold(k).split()): v for k, v in words.compound_openers.items()},
        "whole": frozenset(fold(w) for w in words.segmentation.whole),
        "forms": forms,
        "joined": joined,
        "lemmas": lemmas,
        "shapes": shapes,
        "noun_like": frozenset(fold(w) for w in verbs.noun_like),
        "verb_by_place": frozenset(fold(w) for w in verbs.verb_only_initial),
        "masdars": frozenset(masdar_of),
        "masdar_of": masdar_of,
        "names": _name_words(),
        "not_article": frozenset(fold(w) for w in words.segmentation.not_article),
    }


def _counts() -> dict[str, int]:
    seen = load.language("word_counts", WordCounts).seen
    return {form: 1 << int(power) for power, forms in seen.items() for form in forms.split()}


def _lemmas_of_rules() -> set[str]:
    lemmas = {t.verb for _, file in load.events() for t in file.trigger if t.verb}
    lemmas |= {v.verb for v in load.language("reporting", Reporting).verb}
    support = load.language("support_verbs", SupportVerbs)
    return lemmas | {verb for group in support.group.values() for verb in group.verbs}


Readings = dict[str, str]


def _forms(lemmas: list[str]) -> tuple[Readings, Readings, list[tuple[str, int, str, str, str]], dict[str, list[str]]]:
    """All forms of all lemmas, and their forms before an object pronoun; the shapes of forms; and all verbal nouns.

    A reading is the character of number lemma * ``_SHAPES`` + shape: 200,000 readings as strings load in half the time of tuples.
    """
    shapes: dict[tuple[str, int, str, str, str], int] = {}
    tables: tuple[dict[str, list[tuple[int, int]]], dict[str, list[tuple[int, int]]]] = ({}, {})
    masdars: dict[str, list[str]] = {}
    for number, parts in enumerate(lemmas):
        for table, paradigm in zip(tables, (conjugate(parts), before_pronoun(parts)), strict=True):
            for form, readings in paradigm.items():
                for reading in readings:
                    if reading.tense == "masdar":
                        if parts not in masdars.setdefault(form, []):
                            masdars[form].append(parts)
                        continue
                    if reading.person == 2:
                        continue
                    shape = (reading.tense, reading.person, reading.gender, reading.number, reading.voice)
                    table.setdefault(form, []).append((number, shapes.setdefault(shape, len(shapes))))
    assert len(shapes) <= _SHAPES
    people = {number: shape[1] for shape, number in shapes.items()}
    forms, joined = ({form: _likely(pairs, people) for form, pairs in table.items()} for table in tables)
    return forms, joined, list(shapes), masdars


def _likely(pairs: list[tuple[int, int]], people: dict[int, int]) -> str:
    """News speaks of others: what can be a third person is no first (``نقل`` is "he carried", not "let us dismiss")."""
    third = [pair for pair in pairs if people[pair[1]] == 3]
    return "".join(chr(verb * _SHAPES + shape) for verb, shape in dict.fromkeys(third or pairs))


def _functions(words: FunctionWords) -> dict[str, tuple[str, str, str]]:
    """Every closed-class form: its class, slot and joined pronoun."""
    table: dict[str, tuple[str, str, str]] = {}
    for name, members in words.classes.items():
        for word in members:
            form = fold(word)
            pronoun = next((p for p in _PRONOUNS if form in {b + p for b in _BODY_OF_COMPLEMENTIZER}), "")
            table.setdefault(form, (_SINGULAR[name], "", pronoun))
    for word, slot in words.prepositions.items():
        table.setdefault(fold(word), ("preposition", slot, ""))
    for slot, body in _JOINED.items():
        for pronoun in _PRONOUNS:
            joined = body + pronoun
            if len(joined) > 1 and joined not in ("بك", "بي", "لي", "لك", "عني", "مني"):
                table.setdefault(joined, ("preposition", slot, pronoun))
    return table


def _name_words() -> frozenset[str]:
    """Every word of every name in the knowledge, so that clitics before it are seen as such."""
    given = load.language("given_names", GivenNames)
    names: set[str] = {*given.given, *given.foreign, *given.family}
    for country in load.countries():
        names.update((country.name, *country.also, *country.demonym, *country.plural))
        names.update(p.name for p in (*country.cities, *country.regions, *((country.capital,) if country.capital else ())))
        names.update(n for x in country.person for n in (x.name, *x.also))
        names.update(n.split()[0] for x in country.body for n in (x.name, *x.also))
    for _, file in load.bodies():
        names.update(n for x in file.person for n in (x.name, *x.also))
        names.update(n.split()[0] for x in file.body for n in (x.name, *x.also))
    for _, outlets in load.outlets():
        names.update(n for x in outlets.outlet for n in (x.name, *x.also) if " " not in n)
    found = {word for name in names for word in fold(name).split() if len(word) > 2}
    return frozenset(found | {word[2:] for word in found if word.startswith("ال") and len(word) > 4})
