"""Names of people, places and bodies: Rawi beside its own list of names alone: ``python benchmarks/ner.py PATH``.

PATH is a text that people coded in CoNLL's way: a token and its tag a line (``B-PERS I-PERS B-LOC I-LOC B-ORG I-ORG``, all else is outside), an
empty line after each sentence; CLEANANERCorp comes so. Each sentence is read alone and without a day of publication. A name is found where kind,
first and last token are those of the coders, without a title or a noun
like ``مدينة``; *touching* counts it where kind and any token are. Groups without
a name of their own (``المتظاهرون``) are actors of a record but no names, and are left out. So are two things that these coders
left out of the names of bodies throughout: organs of a state that are called by what they are (``الجيش اللبناني``, ``وزارة الخارجية``), and nouns of
kind before a name (``صحيفة «بابل»``, ``نادي تشارلتون``); neither reader is held to them. The second reader takes the longest name of
the knowledge at each place and nothing else, so the distance between the two is what the rules for titles, unknown names and bodies do.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from rawi.actors.found import Found
from rawi.actors.gazetteer import gazetteer
from rawi.arabic.letters import fold
from rawi.model import Article
from rawi.reading import Reading, read_closely

KINDS = {"PERS": "person", "LOC": "location", "ORG": "organization"}
OF_FOUND = {"person": "PERS", "state": "LOC", "place": "LOC", "organization": "ORG", "group": "ORG"}
OF_ENTITY = {"person": "PERS", "state": "LOC", "capital": "LOC", "place": "LOC", "seat": "ORG", "body": "ORG", "outlet": "ORG"}
OF_SETTLEMENTS = frozenset(map(fold, ("مدينة", "بلدة", "قرية", "محافظة", "ولاية", "منطقة", "إقليم", "مقاطعة", "عاصمة")))  # no part of the name

OF_STATES = frozenset(
    map(fold, ("حكومة", "جيش", "شرطة", "سلطات", "وزارة", "إدارة", "قوات", "قيادة", "رئاسة", "سفارة", "نظام", "طيران", "قوة"))
)  # no names
OF_KINDS = frozenset(map(fold, ("صحيفة", "جريدة", "مجلة", "شركة", "نادي", "قناة", "فريق")))  # no part of the name


class Name(NamedTuple):
    """A name's first token, the token behind its last, and its kind."""

    first: int
    last: int
    kind: str


class Scores(NamedTuple):
    """Precision, recall and F1 of whole names, and the F1 of touching ones."""

    precision: float
    recall: float
    f1: float
    touching: float


Finder = Callable[[list[str]], set[Name]]


def coded(path: Path) -> Iterator[tuple[list[str], set[Name]]]:
    """The sentences of a coded file: tokens and the names among them."""
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if parts := line.split():
            tokens.append(parts[0])
            tags.append(parts[-1])
        elif tokens:
            yield tokens, _names(tags)
            tokens, tags = [], []


def _names(tags: list[str]) -> set[Name]:
    found: list[Name] = []
    for place, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        if mark == "I" and found and found[-1].last == place and found[-1].kind == kind:
            found[-1] = found[-1]._replace(last=place + 1)
        elif mark in "BI" and kind:
            found.append(Name(place, place + 1, kind))
    return {name for name in found if name.kind in KINDS}


def with_rawi(tokens: list[str]) -> set[Name]:
    """What the flow finds by name, in the tokens of the file."""
    reading = read_closely(Article(paragraphs=(" ".join(tokens),)))
    starts, at = [], len(reading.record.text) - sum(len(token) + 1 for token in tokens) + 1
    for token in tokens:
        starts.append(at)
        at += len(token) + 1
    found = (m for m in reading.found if m.by == "name" and _is_named(m) and not _is_organ(reading, m))
    return {_name(reading, mention, starts) for mention in found}


def _is_named(mention: Found) -> bool:
    """Whether it names a place, or an actor that has a name of its own. A surname that leads to nobody is no actor."""
    if mention.kind == "group" and mention.known_as is None:
        return False
    return mention.kind in ("place", "state") or (mention.kind in OF_FOUND and mention.actor >= 0)


def _is_organ(reading: Reading, mention: Found) -> bool:
    """Whether it is an organ of a state, by the noun that it begins with; a body with a name of its own (``حركة حماس``) is none."""
    return mention.kind == "organization" and reading.tokens[mention.first].word.stem in OF_STATES and mention.known_as is None


def _name(reading: Reading, mention: Found, starts: list[int]) -> Name:
    with_noun = mention.kind == "place" and reading.tokens[mention.first].word.stem in OF_SETTLEMENTS
    first, last = _bare(reading, mention) if mention.kind == "person" or with_noun else (mention.first, mention.last)
    if mention.kind == "organization" and reading.tokens[first].word.stem in OF_KINDS:
        first, last = _own_name(reading, first, last)
    start, end = reading.folded.span(reading.tokens[first].start, reading.tokens[last - 1].end)
    return Name(bisect_right(starts, start) - 1, bisect_right(starts, end - 1), OF_FOUND[mention.kind])


def _own_name(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The name behind a noun of kind, without the quotes around it and the adjectives of origin behind it; all of it where that is none."""
    inner = [at for at in range(first + 1, last) if reading.tokens[at].word.kind == "word"]
    while inner and reading.tokens[inner[-1]].word.stem in gazetteer().demonyms and reading.tokens[inner[-1]].word.article:
        inner.pop()
    return (inner[0], inner[-1] + 1) if inner else (first, last)


def _bare(reading: Reading, mention: Found) -> tuple[int, int]:
    """Where in a person's or place's mention the name itself stands, without title or ``مدينة``."""
    name = fold(mention.name).split()
    forms = [token.word.form for token in reading.tokens[mention.first : mention.last]]
    for at in range(len(forms) - len(name) + 1):
        if all(form.endswith(word) for form, word in zip(forms[at : at + len(name)], name, strict=True)):
            return mention.first + at, mention.first + at + len(name)
    return mention.first, mention.last


def with_list(tokens: list[str]) -> set[Name]:
    """The longest known name at each place, as it stands in the knowledge; of several bearers the first."""
    found: set[Name] = set()
    names, at = gazetteer(), 0
    folded = [fold(token) for token in tokens]
    while at < len(folded):
        node, length, bearers = names.tree, 0, ()
        for step in range(at, len(folded)):
            if not folded[step] or folded[step] not in node:
                break
            node = node[folded[step]]
            if here := node.get(""):
                length, bearers = step + 1 - at, here
        if bearers and (kind := OF_ENTITY.get(names.entities[bearers[0]].kind)):
            found.add(Name(at, at + length, kind))
        at += max(length, 1)
    return found


def measured(sentences: list[tuple[list[str], set[Name]]], find: Finder) -> dict[str, Scores]:
    """The scores by kind, and over all kinds as ``all``."""
    counts = {kind: Counter[str]() for kind in (*KINDS, "all")}
    for tokens, names in sentences:
        found = find(tokens)
        for kind, count in counts.items():
            ours, theirs = ({n for n in side if kind in (n.kind, "all")} for side in (found, names))
            count.update(right=len(ours & theirs), ours=len(ours), theirs=len(theirs))
            count.update(ours_touching=_touching(ours, theirs), theirs_touching=_touching(theirs, ours))
    return {kind: _scores(count) for kind, count in counts.items()}


def _touching(names: set[Name], others: set[Name]) -> int:
    """How many of the names share a token and the kind with one of the others."""
    return sum(any(n.kind == o.kind and n.first < o.last and o.first < n.last for o in others) for n in names)


def _scores(count: Counter[str]) -> Scores:
    ours, theirs = max(count["ours"], 1), max(count["theirs"], 1)
    precision, recall = count["ours_touching"] / ours, count["theirs_touching"] / theirs
    touching = 2 * precision * recall / max(precision + recall, 1e-9)
    return Scores(count["right"] / ours, count["right"] / theirs, 2 * count["right"] / (ours + theirs), touching)


def main() -> None:
    """Print precision, recall and F1 of both readers by kind."""
    if len(sys.argv) < 2:
        print("left out: give the path of a file of coded names (RAWI_NER=PATH make bench)")
        return
    sentences = list(coded(Path(sys.argv[1])))
    print(f"{len(sentences)} sentences, {sum(len(names) for _, names in sentences)} names")
    readers: dict[str, Finder] = {"rawi": with_rawi, "list alone": with_list}
    print(f"{'':12}" + "".join(f"{reader:>36}" for reader in readers) + f"\n{'':12}" + f"{'precision recall    F1 touching':>36}" * len(readers))
    scores = {reader: measured(sentences, find) for reader, find in readers.items()}
    for kind, shown in (*KINDS.items(), ("all", "all three")):
        print(f"{shown:12}" + "".join(f"{'{:9.3f} {:6.3f} {:5.3f} {:8.3f}'.format(*scores[reader][kind]):>36}" for reader in readers))


if __name__ == "__main__":
    main()
