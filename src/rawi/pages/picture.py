"""The lead picture: its caption, its credit and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from rawi.model import Image
from rawi.pages import words
from rawi.pages.credits import credit_text, own_credit, split
from rawi.pages.headline import agree
from rawi.pages.lines import prose_weight
from rawi.pages.marks import Marks, is_part, part
from rawi.pages.metadata import Clues, Node, texts
from rawi.pages.tree import Block, absolute, names_of
from rawi.pages.words import tidy

_LONGEST = 400
_SMALL = re.compile(r"logo|icon|avatar|sprite|placeholder|blank|spacer|pixel|loading|emoji|gravatar|banner|1x1", re.I)


class Picture(NamedTuple):
    """The lead picture (None where the story has none) and where its caption was found."""

    image: Image | None
    source: str


def find(blocks: list[Block], clues: Clues, marks: Marks, title: str | None, top: int, last: int, base: str | None) -> Picture:
    """The picture at the head of the story, else the first inside it."""
    address = _told_address(clues)
    for block, element in _pictures(blocks, marks, top, last, address):
        caption, credit, source = _beside(block, element, blocks, title)
        if caption or credit or address is None or _same_file(element, address):
            found = address or _source(element)
            return Picture(Image(caption=caption, credit=credit, url=absolute(found, base)), source)
    caption, credit = _told(clues, title)
    if caption is None and address is None:
        caption, credit = _alone(blocks, top)
    if caption or address:
        return Picture(Image(caption=caption, credit=credit, url=absolute(address, base)), "metadata" if caption else "")
    return Picture(None, "")


def with_own_credit(image: Image | None, site: list[str]) -> Image | None:
    """The picture with its credit split off where the outlet credits itself: ``قصر الشعب (فجر الشام)``."""
    if image is None or image.caption is None or image.credit is not None:
        return image
    caption, credit = own_credit(image.caption, site)
    return Image(caption=caption, credit=credit, url=image.url) if credit else image


def _alone(blocks: list[Block], top: int) -> tuple[str | None, str | None]:
    """A caption whose picture the page has lost: a short line under the headline with its credit in
    brackets.
    """
    for block in blocks:
        if block.order > top and prose_weight(block):
            break
        if top < block.order <= top + 8 and len(block.text) < 160 and not words.SENTENCE_END.search(block.text):
            caption, credit = split(block.text)
            if caption and credit and len(caption.split()) > 1:
                return caption, credit
    return None, None


def _pictures(blocks: list[Block], marks: Marks, top: int, last: int, address: str | None) -> Iterator[tuple[Block, HtmlElement]]:
    """Pictures of the story: the one that the metadata names first, then those from the headline on in
    order.
    """
    near = [
        (block, element)
        for block in blocks
        if top - 6 <= block.order <= last and block.images
        for element in block.images
        if not _is_ornament(element) and ((address and _same_file(element, address)) or not marks.stands_in_furniture(block))
    ]
    if address:
        near.sort(key=lambda pair: not _same_file(pair[1], address))
    return iter(near)


def _is_ornament(element: HtmlElement) -> bool:
    if _SMALL.search(_source(element) or "") or _SMALL.search(element.get("class") or ""):
        return True
    width = element.get("width") or ""
    return width.isdigit() and int(width) < 100


def _source(element: HtmlElement) -> str | None:
    for name in ("data-src", "data-lazy-src", "data-original", "src"):
        value: str | None = element.get(name)
        if value and not value.startswith("data:"):
            return value
    return None


def _same_file(element: HtmlElement, address: str) -> bool:
    """Does the element show this picture, in whatever size?"""
    own = _source(element) or ""
    left, right = (re.sub(r"[-_]\d{2,4}x\d{2,4}|\.\w{3,4}$", "", unquote(one).rpartition("/")[2].split("?")[0]) for one in (own, address))
    return bool(left) and len(left) > 4 and (left in right or right in left)


def _told_address(clues: Clues) -> str | None:
    if told := clues.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src", "image", "thumbnailurl"):
        return told
    image = clues.article.get("image")
    while isinstance(image, list) and image:
        image = image[0]
    if isinstance(image, dict):
        image = image.get("url") or image.get("@id")
    return image if isinstance(image, str) else None


def _beside(block: Block, element: HtmlElement, blocks: list[Block], title: str | None) -> tuple[str | None, str | None, str]:
    """The picture's caption and credit: in a caption element with it, in the picture's attributes."""
    caption: str | None = None
    credit: str | None = None
    for line, is_credit in _lines(block, element, blocks):
        shown, owner = split(line)
        if is_credit and not owner:
            credit = credit or credit_text(line)
            continue
        if shown and len(shown.split()) < 2 and words.labelled(shown, words.words().credits):
            continue
        credit = credit or owner
        if shown and caption is None and not (title and agree(shown, title) > 0.9):
            caption = shown
    if caption:
        return caption, credit, "the caption under the picture"
    text = _attribute(element, title)
    return text, credit or (split(text)[1] if text else None), "the picture's own text" if text else ""


def _lines(block: Block, element: HtmlElement, blocks: list[Block]) -> Iterator[tuple[str, bool]]:
    """Lines that stand with the picture: in its figure or caption box, or the block that holds it. True:
    marked as credit.
    """
    box = _box(element)
    if box is not None:
        inside = set(box.iter())
        for other in blocks:
            if other.element in inside and other.text and len(other.text) < _LONGEST:
                yield from _parted(other, box)
        return
    if block.text and len(block.text) < 250:
        yield block.text, False
    following = [other for other in blocks if 0 < other.order - block.order <= 3 and other.text]
    for other in following:
        credit = _is_credit(other, other.element)
        if (_is_caption(other) and len(other.text) < _LONGEST) or (credit and len(other.text) < 90):
            yield other.text, credit


def _parted(block: Block, box: HtmlElement) -> Iterator[tuple[str, bool]]:
    """A caption, and the credit that the page sets right behind it without a space, in an element of its own."""
    for head in block.heads:
        owner = tidy("".join(head.itertext()))
        rest = block.text.removesuffix(owner)
        if 1 < len(owner) < 40 and len(rest.split()) > 2 and rest != block.text and not rest.endswith(" "):
            yield rest, False
            yield owner, True
            return
    yield block.text, _is_credit(block, box)


def _box(element: HtmlElement) -> HtmlElement | None:
    """The element that holds the picture and its caption: a figure, or a small element with a caption in
    it.
    """
    current: HtmlElement | None = element.getparent()
    for _ in range(5):
        if current is None or current.tag in ("body", "article", "main", "html"):
            return None
        if current.tag == "figure" or is_part(current, "caption") or _is_framed(current):
            return current
        if any(inner.tag == "figcaption" or _names_caption(inner) for inner in current.iterdescendants()):
            return current if len("".join(current.itertext())) < 1_500 else None
        current = current.getparent()
    return None


def _is_framed(element: HtmlElement) -> bool:
    """A table that holds a picture and a line under it, as pages made by hand have it?"""
    return element.tag == "table" and 8 < len(tidy("".join(element.itertext()))) < 160 and len(list(element.iter("img"))) == 1


def _names_caption(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and bool(element.get("class")) and is_part(element, "caption")


def _is_caption(block: Block) -> bool:
    return block.element.tag == "figcaption" or is_part(block.element, "caption") or any(is_part(head, "caption") for head in block.heads)


def _is_credit(block: Block, stop: HtmlElement) -> bool:
    element: HtmlElement | None = block.element
    while element is not None:
        if names_of(element) & part("credit"):
            return True
        if element is stop:
            break
        element = element.getparent()
    if any(is_part(head, "credit") and len("".join(head.itertext())) >= len(block.text) * 0.7 for head in block.heads):
        return True
    return words.labelled(block.text, words.words().credits) is not None


def _attribute(element: HtmlElement, title: str | None) -> str | None:
    """The caption in the picture's own attributes, whole, as the outlet typed it; never the headline or a
    file's name.
    """
    for name in ("caption", "data-caption", "alt", "title", "data-title"):
        text = tidy(element.get(name) or "")
        if len(text) < 4 or len(text) > _LONGEST or not words.ARABIC.search(text):
            continue
        if (title and agree(text, title) > 0.6) or words.is_button(text):
            continue
        return text
    return None


def _told(clues: Clues, title: str | None) -> tuple[str | None, str | None]:
    """Caption and credit in the metadata."""
    image = clues.article.get("image")
    node: Node = image[0] if isinstance(image, list) and image and isinstance(image[0], dict) else image if isinstance(image, dict) else {}
    caption = next(texts(node.get("caption")), None) or clues.meta("og:image:alt", "twitter:image:alt")
    if caption and title and agree(caption, title) > 0.6:
        caption = None
    credit = next(texts(node.get("creditText") or node.get("copyrightHolder") or node.get("creator")), None)
    return caption, credit
