"""From a page's bytes to its article, and where each part of it was found.

    bytes ─▶ text ─▶ tree ─▶ blocks ─┬▶ headline ─┬▶ body ─▶ published, author, section, picture, related
                       └▶ metadata ──┘            └▶ outlet

Every part has its module; each is told what the ones before it found.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from rawi.arabic.letters import fold
from rawi.errors import PageError
from rawi.lore.schema import Layout
from rawi.model import Article
from rawi.pages import (
    author,
    body,
    encoding,
    headline,
    language,
    masthead,
    picture,
    related,
    section,
    times,
    tree,
    words,
)
from rawi.pages.datelines import Place
from rawi.pages.lines import prose_weight
from rawi.pages.marks import Marks, own_names
from rawi.pages.metadata import Clues, texts
from rawi.pages.outlets import House, house_by_section, house_of
from rawi.pages.tree import Block
from rawi.pages.words import tidy

_NOTHING = "no article on this page: no running text was found; give the address of a single story"
_SAVED = re.compile(r"\ufeff?\s*(?:<!doctype[^>]{0,200}>\s*)?<!-- saved from url=\(\d{4}\)(https?://[^\s<>]{1,2000}) -->", re.I)


class Explained(NamedTuple):
    """An article and, by field, where each part was found."""

    article: Article
    why: dict[str, str]


class _Story(NamedTuple):
    """What the later parts need to know of the earlier ones."""

    root: HtmlElement
    blocks: list[Block]
    clues: Clues
    marks: Marks
    headline: headline.Headline
    body: body.Body


def read_html(data: bytes | str, url: str | None = None) -> Article:
    """The article in a page. ``url`` is the page's address where it is known.

    Raises :class:`rawi.errors.PageError` where there is none, :class:`rawi.errors.NotArabicError` where it
    is in another language.
    """
    return explain_html(data, url).article


def explain_html(data: bytes | str, url: str | None = None) -> Explained:
    """The article, with where each field was found. Raises as :func:`read_html` does."""
    source = encoding.decode(data) if isinstance(data, bytes) else data.replace("\0", "")
    root = tree.parse(source)
    clues = Clues(root)
    saved = _SAVED.match(source)
    address = url or (saved[1] if saved else None) or _canonical(root, clues)
    house = house_of(address, clues.meta("og:site_name"))
    story = _story(root, clues, house, house.layout(times.told_day(clues, address)) if house.layouts else None)
    if not story.body.blocks:
        raise PageError(_NOTHING)
    language.check(block.text for block in story.body.blocks)
    read = _assembled(story, address, house)
    if not read.article.paragraphs:  # but for the author's name
        raise PageError(_NOTHING)
    return read


def _story(root: HtmlElement, clues: Clues, house: House, layout: Layout | None) -> _Story:
    """Headline and body; read again with what the page hides where what it shows holds no story, and without the outlet's layout where that
    finds none.
    """
    story = _told(root, clues, house, layout, hidden=False)
    if layout is not None and not story.body.blocks:
        return _story(root, clues, house, None)
    if sum(prose_weight(block) for block in story.body.blocks) < 1.0:
        again = _told(root, clues, house, layout, hidden=True)
        if sum(len(block.text) for block in again.body.blocks) > 2 * sum(len(block.text) for block in story.body.blocks):
            return again
    return story


def _told(root: HtmlElement, clues: Clues, house: House, layout: Layout | None, *, hidden: bool) -> _Story:
    blocks = tree.blocks(root, hidden=hidden)
    site = house.name or clues.meta("og:site_name")
    found = headline.find(blocks, clues, root, site)
    holders = set(found.block.element.iterancestors()) if found.block is not None else set()
    for element in clues.properties.get("articlebody", ()):
        holders |= {element, *element.iterancestors()}
    marks = Marks(holders, _most_prose(blocks), layout.drop if layout else ())
    told = fold(tidy(" ".join(texts(clues.article.get("articleBody")))))
    context = body.Context(blocks, marks, found.block, found.text, told, _place(root, layout))
    return _Story(root, blocks, clues, marks, found, body.find(context))


def _place(root: HtmlElement, layout: Layout | None) -> HtmlElement | None:
    """The element that the outlet's layout names as the body's."""
    for name in layout.body if layout else ():
        for element in root.iter(etree.Element):
            if name in own_names(element):
                return element
    return None


def _most_prose(blocks: list[Block]) -> set[HtmlElement]:
    """Elements that hold two fifths or more of the page's running text."""
    weights: dict[HtmlElement, float] = {}
    total = 0.0
    for block in blocks:
        if weight := prose_weight(block):
            total += weight
            for element in (block.element, *block.element.iterancestors()):
                weights[element] = weights.get(element, 0.0) + weight
    return {element for element, weight in weights.items() if weight >= total * 0.4}


def _assembled(story: _Story, address: str | None, house: House) -> Explained:
    blocks, clues, chosen = story.blocks, story.clues, story.body
    first, last = chosen.blocks[0].order, chosen.blocks[-1].order
    top = story.headline.block.order if story.headline.block is not None else None
    title = headline.settled(story.headline, blocks, first)
    told = house.name or _outlet(clues)
    outlet = told or masthead.find(story.root, blocks, title)
    site = [name for name in (outlet, *house.names, clues.meta("og:site_name"), clues.meta("twitter:site"), address) if name]
    part = section.find(story.root, blocks, clues, story.headline.block, first, title)
    if house.zone is None and outlet is not None:
        house = house_of(address, outlet)
    if house.zone is None:
        house = house_by_section(part.name, " ".join(block.text for block in chosen.blocks))._replace(name=house.name)
    when = times.find(clues, Place(blocks, top, first, last), address, house)
    writer = author.find(blocks, clues, top, first, last, [*site, *_labels(address)])
    image = picture.find(blocks, clues, story.marks, title, min(top or first, first), last, address)
    paragraphs = tuple(block.text for block in chosen.blocks if not _is_signature(block.text, writer.name))
    article = Article(
        id=address or "",
        title=title,
        published=when.published,
        updated=when.updated,
        outlet=outlet,
        url=address,
        author=writer.name,
        section=part.name,
        deck=_deck(story, paragraphs),
        tags=section.tags(blocks, clues, last),
        image=picture.with_own_credit(image.image, site),
        paragraphs=paragraphs,
        related=related.find(blocks, chosen.teasers, title, first, address),
        language="ar",
        warnings=_warnings(title, when.published),
    )
    why = {
        "title": story.headline.source or "the heading above the story",
        "published": when.source,
        "updated": when.updated_source,
        "outlet": "knowledge/outlets, by the page's domain" if house.name else "metadata" if told else "title, logo, copyright line",
        "author": writer.source,
        "section": part.source,
        "image": image.source,
        "paragraphs": chosen.why,
    }
    return Explained(article, {field: source for field, source in why.items() if source and getattr(article, field)})


def _is_signature(text: str, author: str | None) -> bool:
    """Is this line the author's name and nothing else?"""
    return author is not None and len(text) < 80 and words.bare(text) == words.bare(author)


def _warnings(title: str | None, published: str | None) -> tuple[str, ...]:
    found = []
    if title is None:
        found.append("no headline found")
    if published is None:
        found.append("no time of publication on the page")
    return tuple(found)


def _deck(story: _Story, paragraphs: tuple[str, ...]) -> str | None:
    """The deck: the line between headline and story that is marked as one."""
    deck = story.body.deck
    return deck.text if deck is not None and deck.text not in paragraphs else None


def _outlet(clues: Clues) -> str | None:
    publisher = next(texts(clues.article.get("publisher")), None)
    for name in (clues.meta("og:site_name"), publisher, clues.meta("publisher", "application-name")):
        if name and "://" not in name:
            return name
    return publisher


def _labels(address: str | None) -> list[str]:
    """The names in the page's host, which login names repeat."""
    from rawi.pages.outlets import domain_of

    return domain_of(address).split(".")


def _canonical(root: HtmlElement, clues: Clues) -> str | None:
    """The page's own address, as it gives it."""
    told = [
        clues.meta("og:url"),
        *(link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"),
    ]
    for address in told:
        if address and words.tidy(address).startswith(("http://", "https://")):
            return urljoin(words.tidy(address), "")
    return None
