"""HTML to blocks: the page's text in reading order, each block with the elements that it stands in and the
links it holds.

The tree is walked once and without recursion, so that a page nested two thousand deep costs no more than
another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import cast
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from rawi.errors import PageError
from rawi.pages.words import name_parts, tidy


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr "
    "picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr amp-img source "
    "meta link"
)
_SKIPPED = _names(
    "script style noscript template svg iframe object embed canvas video audio map select option "
    "textarea input button head math amp-ad amp-analytics amp-embed amp-sidebar amp-iframe "
    "amp-social-share amp-video datalist dialog progress"
)
_PARTING = _names("iframe video button select")  # skipped, but what stands before and after is not one line
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOR_EARS = _names("screen-reader-text sr-only visually-hidden visuallyhidden element-invisible assistive-text")
_BUILDERS = frozenset(("widget", "widgets"))  # a page builder calls every part of a page so
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x20), 0x7F])
_MANY_TAGS = 60_000  # a page of 600 KB has ten thousand
_MANY_BLOCKS = 8_000  # a live coverage of a whole day has two thousand
_MANY_HEADS = 100  # marked inline elements of one block; each of its lines is asked about them
_MANY_ATTRIBUTES = 256
_LONG_TAG = 2_000  # characters: a tag of fewer has no attributes to be counted
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDED = re.compile(r"[.!?؟:؛…][\"”»')\]]*$")

_Piece = tuple[str, HtmlElement | None, bool]  # text, the link that it stands in, is it bold?


class Block:
    """One paragraph, heading, list item or line: its text, the block element that it stands in, its links
    and pictures.
    """

    __slots__ = ("bold_chars", "element", "heads", "images", "link_chars", "links", "order", "text")

    def __init__(self, element: HtmlElement) -> None:
        self.element = element
        self.text = ""
        self.links: Sequence[tuple[HtmlElement, str]] = ()
        self.images: Sequence[HtmlElement] = ()
        self.heads: Sequence[HtmlElement] = ()
        self.link_chars = 0
        self.bold_chars = 0
        self.order = 0

    @property
    def link_share(self) -> float:
        """The share of the text (0 to 1) that stands in links."""
        return min(1.0, self.link_chars / len(self.text)) if self.text else 0.0

    @property
    def is_heading(self) -> bool:
        """Does the block stand in ``h1`` to ``h6``?"""
        return self.element.tag in _HEADINGS


def parse(text: str) -> HtmlElement:
    """The page's tree. Raises :class:`PageError` where there is no element at all."""
    data = _bounded(text).encode("utf-8", "replace").translate(None, _CONTROLS)
    # not lxml.html's parser: its elements, made by Python code each time that one is met, can more than is asked here
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise PageError("there is no page in these bytes; give the page's HTML or its text")
    return cast(HtmlElement, root)


def _bounded(text: str) -> str:
    """The page without what costs more than it can hold: tags with thousands of attributes, the tail of
    endless pages.
    """
    if text.count("<") > _MANY_TAGS:
        text = "<".join(text.split("<", _MANY_TAGS)[:-1])
    pieces = text.split(">")
    if max(map(len, pieces)) <= _LONG_TAG:
        return text
    for place, piece in enumerate(pieces):
        if len(piece) > _LONG_TAG and (opened := re.search("<[a-zA-Z]", piece)):
            words = piece[opened.start() :].split(None, _MANY_ATTRIBUTES)
            if len(words) > _MANY_ATTRIBUTES:
                pieces[place] = piece[: opened.start()] + " ".join(words[:-1])
    return ">".join(pieces)


def is_hidden(element: HtmlElement) -> bool:
    """Does the page keep this element from readers?"""
    if element.get("hidden", "false") != "false":
        return True
    style = element.get("style")
    return bool(style and _UNSEEN.search(style))


def names_of(element: HtmlElement) -> frozenset[str]:
    """The words in the element's class and id, lower-case; empty where they are too many to mean anything."""
    get = element.get
    return _named(get("class"), get("id"), get("role"))


@lru_cache(8192)
def _named(classes: str | None, ident: str | None, role: str | None) -> frozenset[str]:
    named = f"{classes or ''} {ident or ''} {role or ''}"
    if not 2 < len(named) < 400:
        return frozenset()
    names = name_parts(named)
    return names - _BUILDERS if "elementor" in names else names


def blocks(root: HtmlElement, *, hidden: bool = False) -> list[Block]:
    """The page's blocks in reading order. ``hidden``: those too that the page keeps from readers."""
    return _Reader(hidden).read(root)


class _Reader:
    """The walk's state: open block elements, the open link, and the text gathered since the last block
    ended.
    """

    def __init__(self, hidden: bool) -> None:
        self.hidden = hidden
        self.stack: list[HtmlElement] = []
        self.link: HtmlElement | None = None
        self.bold = 0
        self.lines: list[list[_Piece]] = [[]]
        self.images: list[HtmlElement] = []
        self.heads: list[HtmlElement] = []
        self.found: list[Block] = []

    def read(self, root: HtmlElement) -> list[Block]:
        """The blocks of the page, up to the most that a page is given."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "end":
                self.close(element, tag)
            elif tag in _SKIPPED or element.get("class") in _FOR_EARS or (not self.hidden and is_hidden(element)):
                if tag in _PARTING:
                    self.flush()
                walk.skip_subtree()
            else:
                self.open(element, tag)
                if len(self.found) >= _MANY_BLOCKS:
                    return self.found[:_MANY_BLOCKS]
        self.flush()
        return self.found[:_MANY_BLOCKS]

    def open(self, element: HtmlElement, tag: str) -> None:
        if tag not in _INLINE:
            if tag == "br":
                self.lines.append([])
            else:
                self.flush()
                self.stack.append(element)
        else:
            if tag == "a":
                self.link = element
            elif tag == "img" or tag == "amp-img":
                self.images.append(element)
            elif tag == "b" or tag == "strong":
                self.bold += 1
            if len(self.heads) < _MANY_HEADS and (element.get("class") or element.get("rel") or element.get("itemprop")):
                self.heads.append(element)
        if text := element.text:
            self.lines[-1].append((text, self.link, self.bold > 0))

    def close(self, element: HtmlElement, tag: str) -> None:
        if tag not in _INLINE:
            if tag != "br" and self.stack and self.stack[-1] is element:
                self.flush()
                self.stack.pop()
        elif tag == "a":
            self.link = None
        elif tag == "b" or tag == "strong":
            self.bold = max(0, self.bold - 1)
        if tail := element.tail:
            self.lines[-1].append((tail, self.link, self.bold > 0))

    def flush(self) -> None:
        """The text gathered so far as blocks: one a line, where a line break parts paragraphs and does not
        only wrap.
        """
        lines, images = self.lines, self.images
        if len(lines) == 1 and not lines[0] and not images:
            if self.heads:
                self.heads = []
            return
        heads = self.heads
        self.lines, self.images, self.heads = [[]], [], []
        if not self.stack or (not images and not any(piece[0].strip() for line in lines for piece in line)):
            return
        for group in lines if len(lines) == 1 else _paragraphs(lines):
            block = self.block(group)
            if block.text or images:
                block.images, images = images, []
                block.heads = heads
                self.found.append(block)
                block.order = len(self.found)

    def block(self, pieces: list[_Piece]) -> Block:
        made = Block(self.stack[-1])
        if len(pieces) == 1:
            text, link, bold = pieces[0]
            made.text = text = tidy(text)
            if bold:
                made.bold_chars = len(text)
            if link is not None and text:
                made.links, made.link_chars = ((link, text),), len(text)
            return made
        made.text = tidy("".join([text for text, _, _ in pieces]))
        made.links = _linked(pieces)
        made.link_chars = sum(len(text) for _, text in made.links)
        made.bold_chars = sum(len(text.strip()) for text, _, bold in pieces if bold)
        return made


def _linked(pieces: list[_Piece]) -> list[tuple[HtmlElement, str]]:
    """The links in pieces of text, each with its own text."""
    found: list[tuple[HtmlElement, str]] = []
    for link, run in groupby(pieces, itemgetter(1)):
        if link is not None and (text := tidy("".join([text for text, _, _ in run]))):
            found.append((link, text))
    return found


def _paragraphs(lines: list[list[_Piece]]) -> Iterator[list[_Piece]]:
    """Lines between ``<br>`` joined to paragraphs: an empty line parts them, and so does a line that is
    short or ended.

    Only a long line without an end mark runs on in the next: old pages wrap their text by hand.
    """
    group: list[_Piece] = []
    last = ""
    for line in lines:
        text = tidy("".join(piece[0] for piece in line))
        if group and (not text or len(last) < 60 or _ENDED.search(last)):
            yield group
            group = []
        if text:
            if group:
                group.append((" ", None, False))
            group.extend(line)
            last = text
    yield group


def absolute(address: str | None, base: str | None) -> str | None:
    """A link's address from the page's own, as written where the two do not join; ``None`` where there is none."""
    if not address:
        return None
    try:
        return urljoin(base or "", address)
    except ValueError:
        return address
