"""The body: which element of the page holds the story.

Prose gives weight to the elements it stands in (the scoring that Readability made known); the heaviest
element
is the story's, with the lead paragraphs before it and further parts like it after it. Which of its blocks are
the story's is :mod:`rawi.pages.sift`'s to say.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.arabic.letters import fold
from rawi.pages import sift
from rawi.pages.lines import is_byline, is_caption, is_deck, prose_weight
from rawi.pages.marks import Marks, part
from rawi.pages.tree import Block, names_of

_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "dd", "dt", "ul", "ol"))
_SHARES = (1.0, 0.6, 0.3)  # of a paragraph's weight: to the element around it, to the next, to the one after
_MARKED = frozenset(("articlebody", "text", "content:encoded"))


class Body(NamedTuple):
    """The story's blocks in order, the element that holds them, the deck, teasers of other stories, and
    why.
    """

    blocks: tuple[Block, ...]
    container: HtmlElement | None
    deck: Block | None
    teasers: tuple[sift.Teaser, ...]
    why: str


class Context(NamedTuple):
    """What the choice of the body needs to know of its page."""

    blocks: list[Block]
    marks: Marks
    headline: Block | None
    title: str | None
    told: str  # the body as JSON-LD tells it, folded; empty where it does not
    place: HtmlElement | None = None  # the element of the body by the outlet's layout


def find(page: Context) -> Body:
    """The story in the page; without blocks where there is none."""
    weights = {block: weight for block in page.blocks if (weight := prose_weight(block))}
    shown = {block: weight for block, weight in weights.items() if not page.marks.stands_in_furniture(block)}
    if sum(shown.values()) < 1.0:
        shown = weights
    end = _second_story(page, shown)
    shown = {block: weight for block, weight in shown.items() if block.order < end}
    container = page.place if page.place is not None else _heaviest(shown, page)
    if container is None:
        return Body((), None, None, (), "no element of the page holds prose")
    if page.place is None:
        container = _with_entries(container, shown)
    inside = set(container.iter())
    within = [block for block in page.blocks if block.element in inside and block.order < end]
    if not within:
        return Body((), container, None, (), "the element that the outlet's layout names holds no text")
    lead, deck = _before(page, shown, within)
    further = _after(page, shown, container, within[-1].order)
    found = sift.sift([*lead, *within, *further], container, page.marks, page.headline, page.title)
    name = f"<{container.tag} class={container.get('class')!r}>" if container.get("class") else container.tag
    chosen = "the element with most prose" if page.place is None else "which the outlet's layout names"
    why = f"{len(found.blocks)} blocks of {name}, {chosen}"
    return Body(found.blocks, container, deck, found.teasers, why)


def _heaviest(weights: dict[Block, float], page: Context) -> HtmlElement | None:
    """The element in which most prose stands closest."""
    leaves = _leaves(weights)
    scores: dict[HtmlElement, float] = {}
    for block, weight in weights.items():
        if page.told and fold(block.text)[:60] in page.told:
            weight *= 2
        if page.headline is not None and block.order < page.headline.order:
            weight *= 0.5
        element: HtmlElement | None = block.element
        while element is not None and (element.tag in _PARAGRAPHS or element in leaves):
            element = element.getparent()
        for share in _SHARES:
            if element is None or element.tag == "html":
                break
            scores[element] = scores.get(element, 0.0) + weight * share
            element = element.getparent()
    return max(scores, key=lambda element: scores[element] * _hint(element), default=None)


def _leaves(weights: dict[Block, float]) -> set[HtmlElement]:
    """Elements that are paragraphs by another name: ``<div>`` after ``<div>``, each with one block of
    prose.
    """
    counts: dict[HtmlElement, int] = {}
    for block in weights:
        counts[block.element] = counts.get(block.element, 0) + 1
    siblings: dict[tuple[HtmlElement | None, str], list[HtmlElement]] = {}
    for element, count in counts.items():
        if count == 1 and element.tag not in ("td", "article", "main", "body", "section"):
            siblings.setdefault((element.getparent(), element.tag), []).append(element)
    return {element for alike in siblings.values() if len(alike) > 1 for element in alike}


def _second_story(page: Context, weights: dict[Block, float]) -> int:
    """The number of the block where a page that scrolls on begins its next story: at the next ``h1`` after
    prose.
    """
    if page.headline is not None:
        prose = 0.0
        for block in page.blocks:
            if block.order > page.headline.order:
                prose += weights.get(block, 0.0)
                if block.element.tag == "h1" and block.text and prose > 1.5:
                    return block.order
    return 1 << 30


def _with_entries(container: HtmlElement, weights: dict[Block, float]) -> HtmlElement:
    """The element of all entries, where the heaviest is one entry of a live coverage: three or more alike,
    with prose.
    """
    current = container
    for _ in range(3):
        parent = current.getparent()
        if parent is None or parent.tag in ("html", "body") or not current.get("class"):
            return container
        alike = [other for other in parent if (other.tag, other.get("class")) == (current.tag, current.get("class"))]
        if len(alike) > 2 and next(parent.iter("h1"), None) is None:
            inside = [set(other.iter()) for other in alike]
            if all(any(block.element in part_of for block in weights) for part_of in inside):
                return parent
        current = parent
    return container


def _hint(element: HtmlElement) -> float:
    """What tag, microdata and class names say for the element as the story's: a factor from 0.3 to 3."""
    marked = (element.get("itemprop") or element.get("property") or "").lower()
    if marked in _MARKED:
        return 3.0
    names = names_of(element)
    factor = 1.5 if element.tag in ("article", "main") else 1.0
    if names & part("body"):
        factor *= 2.0
    elif names & part("likely"):
        factor *= 1.25
    return factor * (0.3 if names & part("furniture") and not names & part("body") else 1.0)


def _before(page: Context, weights: dict[Block, float], within: list[Block]) -> tuple[list[Block], Block | None]:
    """The lead paragraphs between the headline and the body's element, and the deck."""
    if page.headline is None:
        return [], None
    top, first = page.headline.order, within[0].order
    if top >= first:
        near = [block for block in within if block.order > top][:4]
        return [], next((block for block in near if is_deck(block, page.title)), None)
    lead: list[Block] = []
    deck: Block | None = None
    for block in page.blocks:
        if not top < block.order < first or page.marks.stands_in_furniture(block) or is_caption(block):
            continue
        if deck is None and is_deck(block, page.title):
            deck = block
        elif weights.get(block, 0.0) >= 0.8 and not is_byline(block):
            lead.append(block)
    if deck is None:
        deck = next((block for block in within[:2] if is_deck(block, page.title)), None)
    return lead, deck


def _after(page: Context, weights: dict[Block, float], container: HtmlElement, last: int) -> list[Block]:
    """The story's further parts: prose in elements beside the body's with the same tag and class names."""
    own = (container.get("class") or "").split()
    parent = container.getparent()
    if parent is None or not own or container.tag in ("td", "article", "body"):
        return []
    beside = (child for child in parent if child.tag == container.tag)
    alike = [other for other in beside if (other.get("class") or "").split() == own]
    parts = {element for other in alike if other is not container for element in other.iter()}
    return [block for block in page.blocks if block.order > last and block.element in parts and block in weights]
