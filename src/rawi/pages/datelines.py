"""Lines of a page that tell readers when a story was published: where they stand, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.arabic.letters import fold_keeping_offsets
from rawi.pages.clocks import Seen, Stamp, lone_clock, seen
from rawi.pages.marks import is_part, is_under, part
from rawi.pages.outlets import House
from rawi.pages.tree import Block, names_of
from rawi.pages.words import heads_related, heads_site, tidy, words

_LINE = 160  # characters: a longer line is no date line


class Found(NamedTuple):
    """One candidate."""

    stamp: Stamp
    source: str


class Place(NamedTuple):
    """Where dates may stand on a page: all blocks, the headline's number, the body's first and last."""

    blocks: list[Block]
    headline: int | None
    first: int
    last: int


def around(place: Place) -> list[Block]:
    """The lines where a date of publication may stand, likeliest first: from headline to body, before it,
    after the body.
    """
    top = place.headline if place.headline is not None else place.first
    low, high = min(top, place.first), max(top, place.first)
    between = [block for block in place.blocks if low < block.order <= high][:25]
    near = _neighbourhood(place, top)
    before = [block for block in place.blocks if low - 7 <= block.order <= low and block.element in near]
    return [*between, *reversed(before), *_below(place)]


def _neighbourhood(place: Place, top: int) -> set[HtmlElement]:
    """The elements around the headline, four levels up: a date in the site's own header is that of the
    visit.
    """
    block = next((block for block in place.blocks if block.order == top), None)
    element = block.element if block is not None else None
    for _ in range(4):
        parent = element.getparent() if element is not None else None
        if parent is None or parent.tag in ("body", "html"):
            break
        element = parent
    return set(element.iter()) if element is not None else set()


def _below(place: Place) -> list[Block]:
    """The lines right under the story, up to the first that belongs to other stories."""
    lines: list[Block] = []
    for block in place.blocks:
        if place.last < block.order <= place.last + 4:
            if _heads_list(block) or is_under(block.element, "comments") or block.link_share > 0.5:
                break
            lines.append(block)
    return lines


def _heads_list(block: Block) -> bool:
    """Is the block the head of a list of other stories?"""
    return heads_related(block.text) is not None or heads_site(block.text)


def visible(place: Place, house: House) -> tuple[Found | None, Found | None]:
    """The date that readers see as that of publication, and the one of the last update."""
    published: Found | None = None
    updated: Found | None = None
    for block in around(place):
        for found in _dates_in(block, house):
            if words().updated.search(found.rest):
                updated = updated or Found(found.stamp, "the line on the page")
            else:
                published = published or Found(found.stamp, "the line on the page")
    if published is None and updated is not None:
        published = updated
    if published is not None and published.stamp.clock is None:
        published = Found(published.stamp._replace(clock=_lone_clock(place)), published.source)
    return published, updated


def _dates_in(block: Block, house: House) -> Iterator[Seen]:
    """Dates of a line that is one of dates: in the elements that the page marks as such, else in the line."""
    if not block.text or len(block.text) > _LINE or not any(letter.isdigit() for letter in block.text):
        return
    marked = [head for head in block.heads if head.tag == "time" or names_of(head) & part("date")]
    texts = [piece for head in marked for piece in _pieces(tidy("".join(head.itertext())))]
    inner = [found for text in texts if text and (found := seen(text, house.country))]
    if inner:
        yield from inner
        return
    for piece in _pieces(block.text):
        found = seen(piece, house.country)
        if found is not None and _is_date_line(block, found):
            yield found


def _pieces(text: str) -> list[str]:
    """A line parted where it goes on to the last update: ``نشر في … آخر تحديث …``."""
    folded = fold_keeping_offsets(text)
    label = words().updated.search(folded.text)
    if label is None or label.start() < 8:
        return [text]
    cut = folded.offsets[label.start()]
    return [text[:cut], text[cut:]]


def _is_date_line(block: Block, found: Seen) -> bool:
    """Is a date most of what this line says, or does the page mark it as one?"""
    left = [word for word in re.findall(r"\w+", found.rest) if word not in words().date_words and not word.isdigit()]
    if len(left) <= 2:
        return True
    marked = is_part(block.element, "date") or any(head.tag == "time" or names_of(head) & part("date") for head in block.heads)
    return len(left) <= 10 and (marked or block.element.tag == "time") and block.link_share < 0.9


def _lone_clock(place: Place) -> time | None:
    """A clock on a line of its own beside the date's (``11:11 م``)."""
    return next((at for block in around(place) if len(block.text) < 40 and (at := lone_clock(block.text))), None)
