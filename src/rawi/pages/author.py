"""Who wrote it: the byline that readers see, else what the metadata says, never the site's own name or its
login names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from rawi.lore import load
from rawi.lore.schema import GivenNames
from rawi.pages import words
from rawi.pages.clocks import is_only_date, seen
from rawi.pages.marks import is_part, is_under
from rawi.pages.metadata import Clues, kinds, texts
from rawi.pages.tree import Block
from rawi.pages.words import ARABIC, bare

_HANDLE = re.compile(r"^[@\w.-]+$")
_ADDRESS = re.compile(r"https?://|www\.|@\w+\.\w|/")
_LONGEST = 90
_BARS = re.compile(r"\s*[|•·]+\s*|\s+[-–—/]+\s+")


class Author(NamedTuple):
    """The author's name (None where the page names none) and where it was found."""

    name: str | None
    source: str


def find(blocks: list[Block], clues: Clues, headline: int | None, first: int, last: int, site: list[str]) -> Author:
    """The author, from the lines around the headline, the first and last lines of the story, and the
    metadata.
    """
    shown = list(_shown(blocks, headline, first, last))
    told = list(_told(clues))
    own = {bare(name) for name in site if name}
    good = [(name, source) for name, source in (*shown, *told) if _is_name(name, own)]
    if not good:
        return Author(None, "")
    told_names = {bare(name) for name, _ in told}
    for name, source in good:
        if bare(name) in told_names and any(bare(name) == bare(other) for other, _ in shown):
            return Author(name, f"{source}, and the metadata agrees")
    for name, source in good:
        if ARABIC.search(name) or not _HANDLE.match(name):
            return Author(name, source)
    return Author(*good[0])


def _shown(blocks: list[Block], headline: int | None, first: int, last: int) -> Iterator[tuple[str, str]]:
    """Names in bylines: marked elements and labelled lines near the headline, labelled lines at the story's
    two ends.
    """
    top = min(headline if headline is not None else first, first)
    for block in blocks:
        if top - 6 <= block.order <= first + 2:
            for name in _marked(block):
                yield name, "the byline"
            if named := _labelled(block) or _beside_date(block):
                yield named, "the byline"
    for block in blocks:
        if last - 1 <= block.order <= last + 8 and not is_under(block.element, "comments"):
            if named := _labelled(block, strict=True):
                yield named, "the line after the story"
            if block.order > last:
                for name in _marked(block):
                    yield name, "the author's box after the story"


def _marked(block: Block) -> Iterator[str]:
    """Names in elements that the page calls author, writer, byline."""
    if len(block.text) > 200:
        return
    for head in block.heads:
        marked = is_part(head, "byline") or head.get("rel") == "author" or (head.get("itemprop") or "") == "author"
        if marked and len(text := words.tidy("".join(head.itertext()))) <= _LONGEST:
            yield from _cleaned(text)
    element: HtmlElement | None = block.element
    for _ in range(3):
        if element is None or element.tag in ("article", "body", "main", "section"):
            return
        if is_part(element, "byline") or (element.get("itemprop") or "") == "author":
            whole = block.links[0][1] if len(block.links) == 1 and len(block.links[0][1]) > 3 else block.text
            yield from _cleaned(whole)
            return
        element = element.getparent()


def _labelled(block: Block, *, strict: bool = False) -> str | None:
    """The name after ``كتب``, ``بقلم:``, ``Author``. ``strict``: only after a colon."""
    line = _before_date(block.text) if any(letter.isdigit() for letter in block.text) else block.text
    if words.byline(line) is None or (strict and ":" not in line):
        return None
    return next(_cleaned(block.text), None)


def _beside_date(block: Block) -> str | None:
    """The name in ``ليلى حداد | 12 شباط 2025``: a personal name and a date on one line, with nothing else on
    it.
    """
    if len(block.text) > _LONGEST or not any(letter.isdigit() for letter in block.text):
        return None
    pieces = [piece for piece in _BARS.split(block.text) if piece]
    names = [piece for piece in pieces if not is_only_date(piece)]
    if len(names) != 1 or len(pieces) < 2 or not 2 <= len(names[0].split()) <= 5:
        return None
    first = bare(names[0].split()[0])
    return names[0] if first in _given_names() and not any(letter.isdigit() for letter in names[0]) else None


@cache
def _given_names() -> frozenset[str]:
    listed = load.language("given_names", GivenNames)
    return frozenset(bare(name) for name in (*listed.given, *listed.foreign))


def _cleaned(text: str) -> Iterator[str]:
    """The name in a byline: labels before it and dates after it taken off."""
    if (date := seen(text)) is not None and date.stamp:
        text = _before_date(text)
    for _ in range(2):
        for listed in (words.words().bylines, words.words().byline_labels):
            if (found := words.labelled(text, listed)) and found.rest:
                text = found.rest
    if end := words.words().byline_ends.search(bare(text)):
        kept = len(bare(text)[: end.start()].split())
        text = " ".join(text.split()[:kept])
    text = text.strip(" -–—|:،,•·/")
    if text and (bare(text) not in words.words().date_words):
        yield text


def _before_date(text: str) -> str:
    """What stands before the date's first digit, without the weekday and the words that lead to a date."""
    digit = re.search(r"\d", text)
    before = text[: digit.start()].split() if digit and digit.start() > 3 else []
    while before and ({bare(before[-1]), "ال" + bare(before[-1])} & words.words().date_words or not bare(before[-1])):
        before.pop()
    return " ".join(before)


def _told(clues: Clues) -> Iterator[tuple[str, str]]:
    """Names in JSON-LD (persons before organizations) and ``<meta>``."""
    authors = clues.article.get("author") or clues.article.get("creator")
    listed: list[Any] = authors if isinstance(authors, list) else [authors]
    persons = [item for item in listed if not (isinstance(item, dict) and "Organization" in kinds(item))]
    if names := [name for item in persons for name in texts(item) if not _ADDRESS.search(name)]:
        yield "، ".join(dict.fromkeys(names)), "JSON-LD author"
    for key in words.words().metas.author:
        for name in clues.metas.get(key, ())[:1]:
            for clean in _cleaned(name):
                yield clean, f"meta {key}"
    for item in listed:
        if isinstance(item, dict) and "Organization" in kinds(item):
            for name in texts(item):
                yield name, "JSON-LD author"


def _is_name(name: str, site: set[str]) -> bool:
    line = bare(name)
    if not 2 < len(name) <= _LONGEST or _ADDRESS.search(name) or not any(letter.isalpha() for letter in name):
        return False
    if line in words.words().not_authors or line in site or words.is_button(name) or words.is_note(name):
        return False
    if words.words().bylines.fullmatch(line) or words.words().byline_labels.fullmatch(line):
        return False
    return not any(len(own) > 4 and line.replace(" ", "") == own.replace(" ", "") for own in site)
