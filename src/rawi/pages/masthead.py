"""The outlet's name where the metadata is silent: in ``<title>``, the logo's text and the copyright line.

Each of the three may hold something else (a section, a slogan, the builder's name), so a name counts where two
of them agree, or where it is the name of a listed outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from rawi.pages import words
from rawi.pages.outlets import listed_names
from rawi.pages.tree import Block, names_of
from rawi.pages.words import bare, tidy

_LONGEST = 60
_PARTS = re.compile(r"\s+(?:[|–—•·«»:-]{1,2})\s+|\s*\|\s*")
_LOGO = re.compile(r"logo|masthead", re.I)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*[-–]\s*(?:19|20)\d\d)?|[٠-٩]{4}")
_RIGHTS = re.compile(r"©|\(c\)|&copy;|copyright|حقوق", re.I)
_EDGES = " \t-–—|.,،:/"


def find(root: HtmlElement, blocks: list[Block], title: str | None) -> str | None:
    """The outlet's name as the page writes it, or None. ``title`` is the story's headline, which is no
    outlet.
    """
    told = {
        "title": list(_in_title(root)),
        "logo": list(_on_logo(root)),
        "rights": list(_in_rights(blocks)),
    }
    headline = bare(title or "")
    for place, names in told.items():
        others = {bare(name) for other, found in told.items() if other != place for name in found}
        for name in names:
            line = bare(name)
            if 2 < len(line) <= _LONGEST and line != headline and (line in others or line in _listed()):
                return name
    return None


@cache
def _listed() -> frozenset[str]:
    return frozenset(bare(name) for name in listed_names())


def _in_title(root: HtmlElement) -> Iterator[str]:
    """The first and last parts of ``<title>``, or the whole."""
    shown = root.find(".//title")
    pieces = _PARTS.split(tidy(shown.text or "")) if shown is not None else []
    for piece in dict.fromkeys((pieces[-1], pieces[0])) if pieces else ():
        yield piece.strip(_EDGES)


def _on_logo(root: HtmlElement) -> Iterator[str]:
    """What the logo's picture says in words."""
    for image in root.iter("img"):
        text = tidy(image.get("alt") or image.get("title") or "")
        parent = image.getparent()
        named = names_of(image) | (names_of(parent) if parent is not None else frozenset())
        if text and (_LOGO.search(image.get("src") or "") or any(_LOGO.search(name) for name in named)):
            yield text


def _in_rights(blocks: list[Block]) -> Iterator[str]:
    """What is left of the copyright line without its mark, its year and its set phrases."""
    for block in reversed(blocks):
        if len(block.text) > 2 * _LONGEST or not _RIGHTS.search(block.text):
            continue
        for piece in re.split(r"[.|،,]|©|\(c\)", _YEARS.sub(" ", block.text), flags=re.I):
            name = tidy(piece).strip(_EDGES)
            while (found := words.labelled(name, words.words().rights)) is not None:
                name = found.rest.strip(_EDGES)
            if name:
                yield name
