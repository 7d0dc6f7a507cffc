"""Of the blocks in the story's element, those that are the story's.

What goes: furniture by its class names, boxes of teasers, buttons, notes and bylines by their words,
captions,
paragraphs that are nothing but a link to another story, the short lines before the first paragraph and a
signature after the last.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.pages import words
from rawi.pages.headline import agree
from rawi.pages.lines import (
    is_byline,
    is_caption,
    is_date_line,
    is_deck,
    is_head_or_teaser,
    is_prose_link,
    is_teaser,
    prose_weight,
)
from rawi.pages.marks import Marks
from rawi.pages.tree import Block

_SURE = 1.5  # prose weight: a paragraph of a hundred characters that ends like one
_FAR = 8  # blocks: how far from the story's first paragraph short lines are taken for its head


class Teaser(NamedTuple):
    """Another story's title and address; ``named``: under a head that says so, or between the story's
    paragraphs.
    """

    title: str
    url: str | None
    named: bool


class Sifted(NamedTuple):
    """The story's blocks in order, and the teasers found among the others."""

    blocks: tuple[Block, ...]
    teasers: tuple[Teaser, ...]


def sift(chosen: Iterable[Block], container: HtmlElement, marks: Marks, headline: Block | None, title: str | None) -> Sifted:
    """The blocks of ``chosen`` that are the story's. Furniture is looked for below ``container`` only."""
    blocks = sorted(chosen, key=lambda block: block.order)
    boxes = _boxes(blocks, container)
    open_blocks = [
        block for block in blocks if not marks.stands_in_furniture(block, container) and (block.element not in boxes or is_head_or_teaser(block))
    ]
    kept, teasers = _without_teasers(open_blocks)
    top = headline.order if headline is not None else -1
    story = [block for block in kept if block is not headline and (block.order > top or prose_weight(block) > _SURE)]
    story = [block for block in story if _belongs(block)]
    return Sifted(tuple(_trimmed(_from_first(story, title))), tuple(teasers))


def _without_teasers(blocks: list[Block]) -> tuple[list[Block], list[Teaser]]:
    """The blocks without heads of lists and links to other stories, and those links."""
    kept: list[Block] = []
    teasers: list[Teaser] = []
    total = sum(map(prose_weight, blocks)) or 1.0
    seen = 0.0
    expecting = False  # a head of related stories has been read, and links are to follow
    for block in blocks:
        seen += prose_weight(block)
        named = words.heads_related(block.text)
        if named is not None and not is_prose_link(block):
            expecting = True
            teasers.extend(_named(block, named))
            if named == "" and seen > total * 0.9 and (listed := _unlinked(blocks, block)):
                return _without_last_title(kept), [*teasers, *listed]
        elif words.heads_site(block.text):
            if seen > total * 0.7:
                break
        elif is_teaser(block, expecting=expecting):
            found = ((text, link.get("href")) for link, text in block.links if len(text) > 14)
            follows = total - seen > 0.5  # the story goes on after it
            teasers.extend(Teaser(text, url, expecting or follows) for text, url in found)
        else:
            expecting = expecting and not prose_weight(block)
            kept.append(block)
    return kept, teasers


def _unlinked(blocks: list[Block], head: Block) -> list[Teaser]:
    """The items of a list without links right after a head of related stories."""
    items = [block for block in blocks if block.order > head.order]
    titles: list[Teaser] = []
    for block in items:
        if block.element.tag != "li" or block.links or len(block.text) < 15:
            break
        titles.append(Teaser(block.text, None, True))
    return titles


def _without_last_title(blocks: list[Block]) -> list[Block]:
    """Without a last line that is another story's title: unended, where the paragraphs before end like
    sentences.
    """
    ended = sum(bool(words.SENTENCE_END.search(block.text)) for block in blocks)
    if ended * 2 > len(blocks) and not words.SENTENCE_END.search(blocks[-1].text) and len(blocks[-1].text) < 120:
        return blocks[:-1]
    return blocks


def _named(block: Block, title: str) -> list[Teaser]:
    """The stories named on the line of the head itself: ``اقرأ أيضا: …``."""
    if not block.links:
        return [Teaser(title, None, True)] if len(title) > 14 else []
    named = [(words.heads_related(text), text, link.get("href")) for link, text in block.links]
    return [Teaser(rest or text, link, True) for rest, text, link in named if rest != "" and len(rest or text) > 14]


def _boxes(blocks: list[Block], container: HtmlElement) -> set[HtmlElement]:
    """All elements of boxes inside the story that hold teasers or heads of lists, and no paragraph of prose.

    A box is the largest element around a teaser that holds no sure paragraph: what else stands in it (a
    note, a
    label) goes too.
    """
    holders: set[HtmlElement] = {container}
    for block in blocks:
        if prose_weight(block) >= _SURE and not is_head_or_teaser(block):
            holders.add(block.element)
            holders.update(block.element.iterancestors())
    boxes: set[HtmlElement] = set()
    for block in blocks:
        box = block.element
        if box in boxes or box in holders or not is_head_or_teaser(block):
            continue
        while (parent := box.getparent()) is not None and parent not in holders:
            box = parent
        boxes.update(box.iter())
    return boxes


def _belongs(block: Block) -> bool:
    """Is this block more than a button, a caption, a note, a byline, a date or a number?"""
    text = block.text
    if len(text) < 2 or words.is_button(text) or is_caption(block) or words.is_note(text, block.link_share):
        return False
    if words.is_source_line(text) or is_byline(block) or is_date_line(text):
        return False
    arabic, letters = words.letters_of(text)
    if letters == 0 or (arabic == 0 and (len(text.split()) < 8 or block.link_share > 0.5)):
        return False
    return not (block.element.tag in ("td", "th") and len(text) < 12 and not words.SENTENCE_END.search(text))


def _from_first(blocks: list[Block], title: str | None) -> list[Block]:
    """Without the headline said again, the deck, and short lines (place, kicker, counter) before the first
    paragraph.
    """
    first = next((place for place, block in enumerate(blocks[:_FAR]) if prose_weight(block)), 0)
    repeated = {block.element.tag for block in blocks[first:] if block.is_heading}
    head = [block for block in blocks[:first] if _opens(block, repeated)]
    story = [*head, *blocks[first:]]
    while len(story) > 1 and (_is_title(story[0].text, title) or is_deck(story[0], title)):
        story = story[1:]
    return story


def _opens(block: Block, repeated: set[str]) -> bool:
    """Can a short line open the story? A sentence can, and a subhead of a rank that has others in the
    story.
    """
    sentence = len(block.text) > 30 and bool(words.SENTENCE_END.search(block.text))
    return sentence or block.element.tag in repeated


def _is_title(text: str, title: str | None) -> bool:
    return title is not None and (agree(text, title) > 0.8 or words.bare(text) == words.bare(title))


def _trimmed(blocks: list[Block]) -> list[Block]:
    """Without what stands after the last paragraph: a subhead that nothing follows, hashtags, a signature."""
    listed = sum(block.is_heading for block in blocks) > len(blocks) / 2  # a list set in heading tags
    while len(blocks) > 1 and not words.SENTENCE_END.search(blocks[-1].text):
        last = blocks[-1]
        ended = bool(words.SENTENCE_END.search(blocks[-2].text))
        signature = ended and len(last.text.split()) <= 3 and last.element.tag != "li" and len(last.text) < 30
        subhead = last.is_heading and not prose_weight(last)
        if listed or not (signature or subhead or last.text.startswith("#")):
            break
        blocks = blocks[:-1]
    return blocks
