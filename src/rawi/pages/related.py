"""Related stories that the page points to, in the story and under it, with their titles and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from rawi.model import Link
from rawi.pages import words
from rawi.pages.clocks import is_only_date
from rawi.pages.headline import agree
from rawi.pages.marks import NEVER, Parts
from rawi.pages.sift import Teaser
from rawi.pages.tree import Block, absolute
from rawi.pages.words import ARABIC, bare

_SHORTEST = 15  # characters: a shorter link is a section, a tag or a button
_MOST = 20
_LARGEST = 5_000  # elements of a box: a list of stories has a hundred
_STORIES = frozenset(("body", "article", "main"))
_FAR = 400  # blocks from the story's beginning: lists further down belong to the site
_TOPIC = re.compile(r"^#|/(?:tags?|topics?|trend|keywords?|categor(?:y|ies)|sections?)/")


def find(
    blocks: list[Block],
    teasers: Iterable[Teaser],
    title: str | None,
    first: int,
    base: str | None,
) -> tuple[Link, ...]:
    """Teasers inside the story, then the lists under heads such as ``مواضيع متعلقة`` or in elements that
    are named so.
    """
    found: dict[str, Link] = {}
    named = [(teaser.title, teaser.url) for teaser in teasers if teaser.named]
    listed = [*named, *_listed(blocks, first)]
    for text, address in listed or [(teaser.title, teaser.url) for teaser in teasers]:
        key = bare(text)
        if _TOPIC.search(address or "") or _is_dates(text):
            continue
        if len(text) < _SHORTEST or len(text) > 220 or key in found or not ARABIC.search(text):
            continue
        if (title and agree(text, title) > 0.9) or words.is_button(text) or words.is_note(text, 1.0):
            continue
        found[key] = Link(title=text, url=absolute(address, base))
    return tuple(found.values())[:_MOST]


def _is_dates(text: str) -> bool:
    """Nothing but a date, or one date twice (of publication and of the last change)?"""
    return len(text) < 60 and (is_only_date(text) or is_only_date(text[: len(text) // 2]))


def _listed(blocks: list[Block], first: int) -> Iterator[tuple[str, str | None]]:
    """Links in the box of each related-stories head, up to the next head; and links in elements named as
    related.
    """
    start = next((place for place, block in enumerate(blocks) if block.order >= first), 0)
    ads, named = Parts("ads", NEVER), Parts("related", _STORIES)
    after = [block for block in blocks[start : start + _FAR] if not ads.hold(block.element)]
    held = {block.element for block in blocks if block.order < first + 3}
    around = {element for inner in held for element in (inner, *inner.iterancestors())}
    heads = [place for place, block in enumerate(after) if len(block.text) < 60 and words.heads_related(block.text) is not None]
    for place in heads[:_MOST]:
        yield from _under_head(after[place + 1 :], after[place], around)
    for block in after:
        if block.links and named.hold(block.element):
            yield from _titles(block)


def _under_head(following: list[Block], head: Block, around: set[HtmlElement]) -> Iterator[tuple[str, str | None]]:
    """The titles after a head: in the smallest element that holds both, and on from there while titles
    follow.
    """
    box: HtmlElement | None = head.element
    inside: set[HtmlElement] = set()
    while box is not None and box not in around:
        inside = set(islice(box.iter(), _LARGEST))
        if any(block.element in inside and any(True for _ in _titles(block)) for block in following[:40]):
            break
        box = box.getparent()
    outside = False
    for block in following[: 3 * _MOST]:
        titles = list(_titles(block))
        outside = outside or block.element not in inside
        if _closes(block) or (outside and block.text and not titles and not is_only_date(block.text)):
            return
        if outside and block.element in around:
            return
        yield from titles


def _closes(block: Block) -> bool:
    """Does another list, or something else altogether, begin here?"""
    if words.heads_site(block.text) or words.is_note(block.text) or (len(block.text) > 200 and not block.links):
        return True
    return block.is_heading and not block.links and not words.is_button(block.text) and len(block.text) < 60


def _titles(block: Block) -> Iterator[tuple[str, str | None]]:
    for link, text in block.links:
        address = link.get("href") or ""
        if len(text) >= _SHORTEST and not address.startswith(("#", "javascript", "mailto")):
            yield text, address or None
    for link, text in block.links:
        if not text and (title := link.get("title")):
            yield title, link.get("href")
