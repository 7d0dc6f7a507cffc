"""The section that the story stands in, and its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.pages import words
from rawi.pages.headline import agree
from rawi.pages.marks import is_part, is_under
from rawi.pages.metadata import Clues, breadcrumbs, texts
from rawi.pages.tree import Block, names_of
from rawi.pages.words import bare, tidy

_LONGEST = 50
_MORE = re.compile(r"المزيد (?:من|في|عن) (\S+(?: \S+){0,2})$")
_STEPS = re.compile(r"\s*[><»«›‹←/\\]+\s*")
_CURRENT = frozenset(
    (
        "current-post-ancestor",
        "current-menu-item",
        "current-menu-parent",
        "current-menu-ancestor",
        "current",
        "selected",
    )
)


class Section(NamedTuple):
    """The section's name (None where the page tells none) and where it was found."""

    name: str | None
    source: str


def find(
    root: HtmlElement,
    blocks: list[Block],
    clues: Clues,
    headline: Block | None,
    first: int,
    title: str | None,
) -> Section:
    """The story's section."""
    for name, source in _candidates(root, blocks, clues, headline, first):
        name = name.strip(" \t|/»«>‹›-:،,.")
        line = bare(name)
        if not line or len(name) > _LONGEST or line in words.words().home or line in words.words().section_labels:
            continue
        if (title and agree(name, title) > 0.8) or words.is_button(name) or line.isdigit() or words.heads_related(name) is not None:
            continue
        return Section(name, source)
    return Section(None, "")


def _candidates(root: HtmlElement, blocks: list[Block], clues: Clues, headline: Block | None, first: int) -> Iterator[tuple[str, str]]:
    for name in clues.metas.get("article:section", ())[:2]:
        yield name, "meta article:section"
    for name in texts(clues.article.get("articleSection")):
        yield name, "JSON-LD articleSection"
    for key in (
        "articlesection",
        "section",
        "parsely-section",
        "dc.subject",
        "article.section",
        "cxenseparse:section",
    ):
        for name in clues.metas.get(key, ())[:1]:
            yield name, f"meta {key}"
    for element in clues.properties.get("articlesection", ()):
        yield tidy("".join(element.itertext())) or element.get("content") or "", "itemprop articleSection"
    for name in breadcrumbs(root, clues):
        if bare(name) not in words.words().home:
            yield name, "the path of sections on the page"
    yield from _path(blocks, first)
    yield from _beside(blocks, headline, first)
    yield from _linked_elsewhere(blocks, first)
    yield from _more_of(blocks, first)
    yield from _in_menu(root)


def _path(blocks: list[Block], first: int) -> Iterator[tuple[str, str]]:
    """``عرب`` in a line of links ``الرئيسية > عرب > سوريا`` above the story, however the page marks it."""
    for block in blocks:
        if block.order >= first or not block.links:
            continue
        names = [name.strip() for name in _STEPS.split(block.text)]
        if not 1 < len(names) < 6:
            continue
        if bare(names[0]) in words.words().home and names[0] == block.links[0][1].strip():
            for name in names[1:]:
                yield name, "the path of sections above the story"


def _beside(blocks: list[Block], headline: Block | None, first: int) -> Iterator[tuple[str, str]]:
    """Links that the page marks as category, beside the headline."""
    top = min(headline.order if headline else first, first)
    for block in blocks:
        if top - 6 <= block.order <= first + 1 and len(block.text) < 160 and not is_under(block.element, "menu"):
            marked = is_part(block.element, "section") or _above(block.element)
            for link, text in block.links:
                rel = link.get("rel") or ""
                if marked or "category" in rel or is_part(link, "section") or _marked_head(block, link):
                    yield text, "the category beside the headline"
            if marked and not block.links:
                yield block.text, "the category beside the headline"


def _above(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in ("div", "span", "ul", "li", "p") and is_part(parent, "section")


def _marked_head(block: Block, link: HtmlElement) -> bool:
    return any(is_part(head, "section") and link in head.iter("a") for head in block.heads)


def _linked_elsewhere(blocks: list[Block], first: int) -> Iterator[tuple[str, str]]:
    """A short line above the story that says what a link of the menu says: ``أخبار محلية``."""
    links = {bare(text) for block in blocks if block.order < first for _, text in block.links}
    for block in blocks:
        if first - 6 <= block.order < first and not block.links and len(block.text) <= 25 and bare(block.text) in links:
            yield block.text, "the line above the story that the menu has too"


def _more_of(blocks: list[Block], first: int) -> Iterator[tuple[str, str]]:
    """``سوريا`` where a line under the story says ``المزيد من سوريا`` and another line
    says the name alone.
    """
    after = [block for block in blocks if block.order > first]
    asked = [found[1] for block in after for text in _texts(block) if (found := _MORE.match(text))]
    if not asked:
        return
    said = {bare(block.text) for block in blocks} | {bare(text) for block in blocks for _, text in block.links}
    said |= {bare(tidy("".join(head.itertext()))) for block in blocks for head in block.heads}
    for name in asked:
        if bare(name) in said:
            yield name, "the line for more of its section"


def _texts(block: Block) -> tuple[str, ...]:
    """The block's text, and that of each of its links, where a line that tells of more is among them."""
    return (block.text, *(text for _, text in block.links)) if "المزيد" in block.text else ()


def _in_menu(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """The menu's current item; the article's own categories are marked so by WordPress."""
    for element in root.iter("li", "a"):
        named = element.get("class")
        if named and not _CURRENT.isdisjoint(named.split()) and names_of(element):
            link = element if element.tag == "a" else element.find("a")
            if link is not None and (text := tidy("".join(link.itertext()))):
                yield text, "the current item of the menu"


def tags(blocks: list[Block], clues: Clues, last: int) -> tuple[str, ...]:
    """The story's tags: from ``<meta>`` and JSON-LD, else the links in the list of tags after it."""
    told = [*clues.metas.get("article:tag", ()), *texts(clues.article.get("keywords"))]
    if not told:
        told = [*clues.metas.get("news_keywords", ())[:1], *clues.metas.get("keywords", ())[:1]]
    names = [name.strip() for value in told for name in value.replace("،", ",").split(",")]
    if not any(names):
        names = [text for block in blocks if last < block.order < last + 60 and _tag_list(block) for _, text in block.links]
    return tuple(dict.fromkeys(name.lstrip("#") for name in names if 1 < len(name) < 60))[:30]


def _tag_list(block: Block) -> bool:
    parent = block.element.getparent()
    return is_part(block.element, "tags") or (parent is not None and is_part(parent, "tags"))
