"""What a block of the page is: running text, a caption, a byline, a line of date, a teaser of another
story.
"""

from __future__ import annotations

from lxml.html import HtmlElement

from rawi.pages import words
from rawi.pages.clocks import is_only_date
from rawi.pages.headline import agree
from rawi.pages.marks import is_part, part
from rawi.pages.tree import Block, names_of

_NEGLIGIBLE = 25  # characters: shorter text is a subhead at most
_SHORT_CAPTION = 250
_HOLDS_TEXT = frozenset(("body", "text", "content", "article"))


def prose_weight(block: Block) -> float:
    """How much this block looks like running text: 0 for anything short or made of links."""
    length = len(block.text)
    if length < _NEGLIGIBLE or block.link_share > 0.5 or block.element.tag in ("figcaption", "h1"):
        return 0.0
    ended = bool(words.SENTENCE_END.search(block.text))
    if length < 60 and not ended:
        return 0.0
    commas = block.text.count("،") + block.text.count(",")
    return (min(length / 100, 4.0) + min(commas, 5) * 0.2 + (0.5 if ended else 0.0)) * (1 - block.link_share)


def is_head_or_teaser(block: Block) -> bool:
    """Is the block the head of a list, or nothing but a link to another story?"""
    if words.heads_site(block.text) or is_teaser(block, expecting=False):
        return True
    return words.heads_related(block.text) is not None and not is_prose_link(block)


def is_prose_link(block: Block) -> bool:
    """A paragraph that only begins like a head of related stories and goes on as prose."""
    return len(block.text) > 200 and block.link_share < 0.3


def is_teaser(block: Block, *, expecting: bool) -> bool:
    """Nothing but a link to another story? A linked sentence that is ended like one is prose.

    ``expecting``: a head of related stories has been read.
    """
    if not block.links:
        return False
    if _is_led_link(block):
        return True
    if block.link_share < 0.85:
        dated = len(block.text) < 200 and _dated_link(block)
        return dated or (expecting and block.element.tag == "li" and block.link_share > 0.5)
    if len(block.text) <= 14 or expecting:
        return True
    ended = block.text.rstrip("\"”»').").endswith("؟") or block.text.endswith(".")
    return not (ended and len(block.text) > 90)


def _is_led_link(block: Block) -> bool:
    """Nothing but links and the words that lead to another story: ``اقرأ المزيد`` and a title that is a link?"""
    if len(block.text) > 300:
        return False
    rest = block.text
    for _, text in block.links:
        rest = rest.replace(text, " ", 1)
    lead = words.bare(rest)
    return lead in words.words().teaser_leads and block.link_chars > len(lead)


def _dated_link(block: Block) -> bool:
    """A link to another story with its date beside it."""
    link = max((text for _, text in block.links), key=len)
    rest = block.text.replace(link, " ", 1).strip()
    return len(link) > 14 and bool(rest) and is_date_line(rest)


def is_caption(block: Block) -> bool:
    """Does the block stand under a picture, by its tag, its class name, or by standing alone with it?"""
    element: HtmlElement | None = block.element
    for _ in range(3):
        if element is None:
            return False
        if element.tag in ("figure", "figcaption") or (len(block.text) < 400 and _is_caption_named(element)):
            return True
        element = element.getparent()
    if any(is_part(head, "caption") for head in block.heads) and len(block.text) < _SHORT_CAPTION:
        return True
    return bool(block.images) and bool(block.text) and len(block.text) < 160 and not block.text.endswith(".")


def _is_caption_named(element: HtmlElement) -> bool:
    names = names_of(element)
    return bool(names & part("caption")) and not names & part("body")


def is_byline(block: Block) -> bool:
    """``كتبت فلانة``, ``بقلم: فلان``, or a short line in an element that is named so."""
    if len(block.text) > 90:
        return False
    if is_part(block.element, "byline") or any(is_part(head, "byline") for head in block.heads):
        return True
    return words.byline(block.text) is not None


def is_deck(block: Block, title: str | None) -> bool:
    """Is the block marked as the line under the headline?"""
    if not 30 <= len(block.text) <= 400 or block.link_share > 0.5 or words.is_button(block.text):
        return False
    if title and agree(block.text, title) > 0.8:
        return False
    parent = block.element.getparent()
    places = [block.element, *block.heads, *([parent] if parent is not None else [])]
    return any(names & part("deck") and not names & _HOLDS_TEXT for names in map(names_of, places))


def is_date_line(text: str) -> bool:
    """A line with a date and nothing but what belongs to dates: weekday, clock, ``نشر في``, ``آخر تحديث``."""
    if len(text) > 110 or not any(letter.isdigit() for letter in text):
        return False
    return is_only_date(text)
