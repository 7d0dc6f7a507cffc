"""The body: which element of the page holds the story, and which of its blocks are the story's.

Prose gives weight to the elements it stands in (the scoring that Readability made known); the heaviest element
is the story's, with the lead paragraph before it and further parts like it after it. What is left out inside
it: furniture by its class names, boxes of teasers,
buttons, notes and bylines by their words, captions, and paragraphs that are nothing but a link to another
story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.arabic.letters import fold
from rawi.pages import words
from rawi.pages.headline import agree
from rawi.pages.marks import Marks, is_part, part
from rawi.pages.tree import Block, names_of

_PARAGRAPHS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "ul", "ol")
)
_NEGLIGIBLE = 25  # characters: shorter text is a subhead at most
_SHORT_CAPTION = 250
_SURE = 1.5  # prose weight: a paragraph of a hundred characters that ends like one


class Body(NamedTuple):
    """The story's blocks in order, the element that holds them, the deck, teasers of other stories, and
    why.
    """

    blocks: tuple[Block, ...]
    container: HtmlElement | None
    deck: Block | None
    teasers: tuple[tuple[str, str | None], ...]
    why: str


class Context(NamedTuple):
    """What the choice of the body needs to know of its page."""

    blocks: list[Block]
    marks: Marks
    headline: Block | None
    title: str | None
    told: str  # the body as JSON-LD tells it, folded; empty where it does not


def find(page: Context) -> Body:
    """The story in the page; without blocks where there is none."""
    weights = {block: weight for block in page.blocks if (weight := prose_weight(block))}
    open_weights = {
        block: weight for block, weight in weights.items() if not page.marks.stands_in_furniture(block)
    }
    if sum(open_weights.values()) < 1.0:
        open_weights = weights
    container = _heaviest(open_weights, page)
    if container is None:
        return Body((), None, None, (), "no element of the page holds prose")
    inside = set(container.iter())
    last = max((block.order for block in weights if block.element in inside), default=0)
    first = min((block.order for block in page.blocks if block.element in inside), default=0)
    lead, deck = _before(page, open_weights, first, inside)
    further = _after(page, open_weights, container, last, inside)
    chosen = [*lead, *(block for block in page.blocks if block.element in inside), *further]
    kept, teasers = _sifted(chosen, page, container, set(lead) | set(further))
    name = (
        f"<{container.tag} class={container.get('class')!r}>"
        if container.get("class")
        else f"<{container.tag}>"
    )
    return Body(
        tuple(kept),
        container,
        deck,
        tuple(teasers),
        f"{len(kept)} blocks of {name}, the element with most prose",
    )


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


def _heaviest(weights: dict[Block, float], page: Context) -> HtmlElement | None:
    """The element in which most prose stands closest."""
    scores: dict[HtmlElement, float] = {}
    for block, weight in weights.items():
        if page.told and fold(block.text)[:60] in page.told:
            weight *= 2
        if page.headline is not None and block.order < page.headline.order:
            weight *= 0.5
        element = block.element
        while element is not None and element.tag in _PARAGRAPHS and element.getparent() is not None:
            element = element.getparent()
        for share in (1.0, 0.5, 0.2):
            if element is None or element.tag == "html":
                break
            scores[element] = scores.get(element, 0.0) + weight * share
            element = element.getparent()
    if not scores:
        return None
    return max(scores, key=lambda element: scores[element] * _hint(element))


def _hint(element: HtmlElement) -> float:
    """What tag, microdata and class names say for the element as the story's: a factor from 0.3 to 3."""
    if (element.get("itemprop") or "").lower() in ("articlebody", "text") or element.get(
        "property"
    ) == "content:encoded":
        return 3.0
    names = names_of(element)
    factor = 1.5 if element.tag in ("article", "main") else 1.0
    if names & part("body"):
        factor *= 2.0
    elif names & part("likely"):
        factor *= 1.25
    return factor * (0.3 if names & part("furniture") and not names & part("body") else 1.0)


def _before(
    page: Context, weights: dict[Block, float], first: int, inside: set[HtmlElement]
) -> tuple[list[Block], Block | None]:
    """The lead paragraphs that stand between the headline and the body's element, and the deck."""
    if page.headline is None or page.headline.order >= first:
        return [], _deck_inside(page, inside)
    lead: list[Block] = []
    deck: Block | None = None
    for block in page.blocks:
        if (
            page.headline.order < block.order < first
            and not page.marks.stands_in_furniture(block)
            and not is_caption(block)
        ):
            if deck is None and _is_deck(block, page):
                deck = block
            elif weights.get(block, 0.0) >= 0.8 and not is_byline(block) and block is not deck:
                lead.append(block)
    return lead, deck


def _deck_inside(page: Context, inside: set[HtmlElement]) -> Block | None:
    """The deck, where the headline stands in the same element as the body."""
    if page.headline is None:
        return None
    following = [
        block for block in page.blocks if block.order > page.headline.order and block.element in inside
    ][:4]
    return next((block for block in following if _is_deck(block, page)), None)


def _is_deck(block: Block, page: Context) -> bool:
    if not 30 <= len(block.text) <= 400 or block.link_share > 0.5 or words.is_button(block.text):
        return False
    if page.title and agree(block.text, page.title) > 0.8:
        return False
    parent = block.element.getparent()
    named = is_part(block.element, "deck") or (parent is not None and is_part(parent, "deck"))
    return named or any(is_part(head, "deck") for head in block.heads)


def _after(
    page: Context, weights: dict[Block, float], container: HtmlElement, last: int, inside: set[HtmlElement]
) -> list[Block]:
    """The story's further parts: prose in elements beside the body's that carry the same tag and class
    names.
    """
    own = (container.get("class") or "").split()
    parent = container.getparent()
    if parent is None or not own or container.tag in ("td", "article", "body"):
        return []
    alike = [
        other for other in parent.iterchildren(container.tag) if (other.get("class") or "").split() == own
    ]
    parts = {element for other in alike if other is not container for element in other.iter()}
    return [
        block for block in page.blocks if block.order > last and block.element in parts and block in weights
    ]


def _sifted(
    chosen: Iterable[Block], page: Context, container: HtmlElement, added: set[Block]
) -> tuple[list[Block], list[tuple[str, str | None]]]:
    """The blocks that are the story's, and the teasers found among the others."""
    kept: list[Block] = []
    teasers: list[tuple[str, str | None]] = []
    blocks = sorted(chosen, key=lambda block: block.order)
    total = sum(prose_weight(block) for block in blocks) or 1.0
    seen = 0.0
    expecting = False  # a head of related stories has been read, and links are to follow
    boxes = _boxes(blocks, container)
    for block in blocks:
        if block is page.headline or (
            block not in added and page.marks.stands_in_furniture(block, container)
        ):
            continue
        if block.element in boxes and not _is_head_or_teaser(block):
            continue
        seen += prose_weight(block)
        if (named := words.heads_related(block.text)) is not None and not _is_prose_link(block):
            expecting = True
            teasers.extend(_teasers(block, named))
            continue
        if words.heads_site(block.text):
            if seen > total * 0.7:
                break
            continue
        if _is_teaser(block, expecting):
            teasers.extend((text, link.get("href")) for link, text in block.links if len(text) > 14)
            continue
        expecting = expecting and not prose_weight(block)
        if _belongs(block, page, bool(kept)):
            kept.append(block)
    return _trimmed(kept), teasers


def _boxes(blocks: list[Block], container: HtmlElement) -> set[HtmlElement]:
    """All elements of boxes inside the story that hold teasers or heads of lists, and no paragraph of prose.

    A box is the largest element around a teaser that holds no sure paragraph: what else stands in it (a
    note, a label) goes too.
    """
    holders: set[HtmlElement] = set()
    for block in blocks:
        if prose_weight(block) >= _SURE and not _is_head_or_teaser(block):
            holders.add(block.element)
            holders.update(block.element.iterancestors())
    boxes: set[HtmlElement] = set()
    for block in blocks:
        if block.element in boxes or not _is_head_or_teaser(block):
            continue
        box = block.element
        parent = box.getparent()
        while (
            parent is not None and parent is not container and parent not in holders and parent.tag != "body"
        ):
            box, parent = parent, parent.getparent()
        if box is not container and parent is not None:
            boxes.update(box.iter())
    return boxes


def _is_head_or_teaser(block: Block) -> bool:
    if words.heads_site(block.text) or _is_teaser(block, False):
        return True
    return words.heads_related(block.text) is not None and not _is_prose_link(block)


def _teasers(block: Block, named: str) -> list[tuple[str, str | None]]:
    if block.links:
        heads = [(words.heads_related(text) or text, link.get("href")) for link, text in block.links]
        return [(text, link) for text, link in heads if len(text) > 14 and words.heads_related(text) != ""]
    return [(named, None)] if len(named) > 14 else []


def _is_prose_link(block: Block) -> bool:
    """A paragraph that only begins like a head of related stories and goes on as prose."""
    return len(block.text) > 200 and block.link_share < 0.3


def _is_teaser(block: Block, expecting: bool) -> bool:
    """Nothing but a link to another story? A linked sentence that is ended like one is prose."""
    if block.links and block.link_share < 0.85 and len(block.text) < 200 and _dated_link(block):
        return True
    if not block.links or block.link_share < 0.85:
        return expecting and block.element.tag == "li" and block.link_share > 0.5
    if len(block.text) <= 14 or expecting:
        return True
    ended = block.text.rstrip("\"”»').").endswith((".", "؟")) or block.text.endswith(".")
    return not (ended and len(block.text) > 90)


def _dated_link(block: Block) -> bool:
    """A link to another story with its date beside it."""
    link = max((text for _, text in block.links), key=len)
    rest = block.text.replace(link, " ", 1).strip()
    return len(link) > 14 and bool(rest) and is_date_line(rest)


def _belongs(block: Block, page: Context, begun: bool) -> bool:
    """Is this block of the body's element the story's? ``begun``: some of the story stands before it."""
    text = block.text
    if len(text) < 2 or words.is_button(text) or is_caption(block) or words.is_note(text):
        return False
    if words.is_source_line(text) or is_byline(block) or is_date_line(text):
        return False
    arabic, letters = words.letters_of(text)
    if letters == 0 or (arabic == 0 and (len(text.split()) < 8 or block.link_share > 0.5)):
        return False
    if (
        page.title
        and not begun
        and (agree(text, page.title) > 0.8 or words.bare(text) == words.bare(page.title))
    ):
        return False
    if not begun and _is_deck(block, page):
        return False
    return not (block.element.tag in ("td", "th") and len(text) < 12 and not words.SENTENCE_END.search(text))


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
    """``كتبت فلانة``, ``بقلم: فلان``: a short line that names who wrote."""
    if len(block.text) > 90:
        return False
    if is_part(block.element, "byline") or any(is_part(head, "byline") for head in block.heads):
        return True
    found = words.labelled(block.text, words.words().bylines)
    if found is None or not found.rest:
        return False
    size = len(found.rest.split())
    return size <= 8 and not words.SENTENCE_END.search(block.text) and (":" in found.gap or size <= 4)


def is_date_line(text: str) -> bool:
    """A line with a date and nothing but what belongs to dates: weekday, clock, ``نشر في``, ``آخر تحديث``."""
    if len(text) > 110 or not any(letter.isdigit() for letter in text):
        return False
    from rawi.pages.clocks import is_only_date

    return is_only_date(text)


def _trimmed(kept: list[Block]) -> list[Block]:
    """Without subheads that nothing follows, and without a last line that is a lone link or a signature."""
    while (
        kept
        and kept[-1].is_heading
        and not prose_weight(kept[-1])
        and not words.SENTENCE_END.search(kept[-1].text)
    ):
        if sum(block.is_heading for block in kept) > len(kept) / 2:
            break  # a list set in heading tags
        kept.pop()
    return kept


_SIGNATURE = re.compile(r"^\(?[\w\s./-]{2,20}\)?$")
