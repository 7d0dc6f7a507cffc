"""The headline: the heading on the page that its own metadata agrees with, else the metadata without the
site's name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from rawi.pages.clocks import is_only_date
from rawi.pages.metadata import Clues
from rawi.pages.tree import Block, names_of
from rawi.pages.words import bare, byline, tidy

_PARTS = re.compile(r"\s+(?:[|–—•·«»:]{1,2}|-{1,2}|::)\s+|\s*[|]\s*")
_TITLE_NAMES = frozenset(("title", "headline", "heading", "header", "entrytitle", "posttitle", "newstitle", "maintitle"))
_AGREES = 0.6
_LONGEST = 400  # characters
_FAR = 600  # blocks: no headline stands further down a page


class Headline(NamedTuple):
    """The headline's text, the block that shows it (None where only metadata has it), and where it was
    found.
    """

    text: str | None
    block: Block | None
    source: str


def find(blocks: list[Block], clues: Clues, root: HtmlElement, outlet: str | None) -> Headline:
    """The page's headline."""
    told = told_titles(clues, root, outlet)
    best, best_score = None, 0.0
    for block in blocks[:_FAR]:
        if 8 < len(block.text) < _LONGEST and _may_be_title(block):
            score = _score(block, told)
            if score > best_score + 0.01:
                best, best_score = block, score
    if best is not None and (best_score >= _AGREES + 0.2 or (not told and best_score > 0.2)):
        return Headline(best.text, best, "the heading on the page")
    if told:
        return Headline(told[0][0], None, told[0][1])
    return Headline(best.text, best, "the heading on the page") if best is not None else Headline(None, None, "")


def told_titles(clues: Clues, root: HtmlElement, outlet: str | None) -> list[tuple[str, str]]:
    """The titles in the metadata, without the site's name, with where each stands; best first."""
    site = [name for name in (outlet, clues.meta("og:site_name", "application-name", "publisher")) if name]
    shown = root.find(".//title")
    raw = (
        (clues.said("headline"), "JSON-LD headline"),
        (clues.meta("og:title"), "og:title"),
        (
            clues.meta("twitter:title", "dc.title", "title", "headline", "parsely-title", "sailthru.title"),
            "meta title",
        ),
        (tidy(shown.text or "") if shown is not None else None, "<title>"),
    )
    found = ((without_site(title[:_LONGEST], site), source) for title, source in raw if title)
    return [(title, source) for title, source in found if title]


def without_site(title: str, site: list[str]) -> str:
    """The title without the outlet's name before or after it; empty where the title is nothing but the
    site's name.
    """
    names = [bare(name) for name in site]
    pieces = [(match.start(), match.end()) for match in _PARTS.finditer(title)]
    if bare(title) in names:
        return ""
    if not pieces:
        return title
    first, last = title[: pieces[0][0]], title[pieces[-1][1] :]
    if _is_site(last, names) or (len(last.split()) <= 4 and len(title[: pieces[-1][0]].split()) >= max(4, len(last.split()))):
        return without_site(title[: pieces[-1][0]].strip(), site)
    if _is_site(first, names):
        return without_site(title[pieces[0][1] :].strip(), site)
    return title


def _is_site(piece: str, names: list[str]) -> bool:
    line = bare(piece)
    return bool(line) and any(line == name or (len(name) > 4 and (name in line or line in name)) for name in names)


def _may_be_title(block: Block) -> bool:
    if block.element.tag in ("h1", "h2", "h3", "h4", "title"):
        return True
    places = [block.element, *block.heads]
    return any(not _TITLE_NAMES.isdisjoint(names_of(place)) or "headline" in (place.get("itemprop") or "") for place in places)


def _score(block: Block, told: list[tuple[str, str]]) -> float:
    """How well the heading agrees with the metadata (0 to 1), and 0.3 for ``h1``; links to other pages
    count against it.
    """
    agreement = max((agree(block.text, title) for title, _ in told), default=0.3)
    score = agreement + (0.3 if block.element.tag == "h1" else 0.15 if block.element.tag == "h2" else 0.0)
    if block.link_share > 0.9 and block.element.tag != "h1":
        score -= 0.5
    return score if len(block.text.split()) >= 2 else 0.0


def agree(one: str, other: str) -> float:
    """The share of the longer title's words (0 to 1) that the two have in common."""
    left, right = set(bare(one).split()), set(bare(other).split())
    return len(left & right) / max(len(left), len(right), 1)


def settled(found: Headline, blocks: list[Block], first: int) -> str | None:
    """The headline, or what stands above the story where ``<title>`` is all there is and may only name the
    site.
    """
    if found.block is not None or (found.text is not None and found.source != "<title>"):
        return found.text
    shown = above(blocks, first)
    if shown is not None and (found.text is None or len(found.text.split()) <= 4 or agree(shown, found.text) > 0.5):
        return shown
    return found.text


def above(blocks: list[Block], first: int) -> str | None:
    """The nearest line above the story that looks like a headline: a heading, bold, or in a large font. For
    pages without metadata.
    """
    for block in reversed([block for block in blocks if first - 12 <= block.order < first]):
        strong = block.is_heading or _is_large(block) or (block.text and block.bold_chars > len(block.text) * 0.8)
        if not strong or not 12 <= len(block.text) <= 200 or block.link_share >= 0.5:
            continue
        if not is_only_date(block.text) and byline(block.text) is None:
            return block.text
    return None


def _is_large(block: Block) -> bool:
    fonts = [element for element in block.element.iter("font") if (element.get("size") or "").lstrip("+").isdigit()]
    return any(int(font.get("size", "0").lstrip("+")) >= 4 or font.get("size", "").startswith("+") for font in fonts)
