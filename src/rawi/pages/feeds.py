"""RSS, Atom and sitemaps to articles: what the feed itself tells of each story.

A feed often gives only the first lines of a story, and a sitemap only its address; the article then says so
in its warnings.
"""

from __future__ import annotations

import html
import zlib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from lxml import etree

from rawi.errors import PageError
from rawi.model import Article, Image
from rawi.pages import encoding, words
from rawi.pages.clocks import Stamp, machine, zone_of
from rawi.pages.outlets import house_of
from rawi.pages.words import tidy

_ITEMS = frozenset(("item", "entry", "url"))
_TEXT = ("encoded", "content", "fulltext", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "publication_date", "updated", "modified", "lastmod")
_INDEX = "sitemapindex"
_LARGEST = 50_000_000  # bytes of an unzipped sitemap, as sitemaps.org has it
_SHORT = "the feed gives only the beginning of the story; read its page"
_NONE = "the feed gives no text; read the story's page"


def looks_like_feed(head: bytes) -> bool:
    """Do these first bytes open a feed or a sitemap?"""
    start = head[:2_000].lower()
    return any(tag in start for tag in (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex"))


def read(data: bytes, name: str) -> Iterator[Article | PageError]:
    """The feed's stories in order. ``name`` is the file's, for messages."""
    try:
        root = _parsed(_unzipped(data))
    except PageError as error:
        yield PageError(f"{name}: {error}")
        return
    if _name(root) == _INDEX:
        yield PageError(f"{name}: an index of sitemaps, which tells of no story; follow it: rawi fetch --follow URL, or rawi watch")
        return
    channel = _text(_first(root, "title")) or None
    count = 0
    for item in root.iter():
        if _name(item) in _ITEMS:
            count += 1
            article = _article(item, channel)
            if article is not None:
                yield article
    if not count:
        yield PageError(f"{name}: no stories in this feed; give an RSS or Atom feed or a news sitemap")


class Listed(NamedTuple):
    """A sitemap that an index names, and when it last changed, where the index says so."""

    url: str
    changed: Stamp | None


def sitemaps(data: bytes) -> list[Listed] | None:
    """The sitemaps that an index names, latest first, those without a time before them; None for what is no index."""
    try:
        root = _parsed(_unzipped(data))
    except PageError:
        return None
    if _name(root) != _INDEX:
        return None
    found = [Listed(address, machine(_text(_first(item, "lastmod")))) for item in root if (address := _text(_first(item, "loc")))]
    return sorted(found, key=lambda one: one.changed.day if one.changed else date.max, reverse=True)


def is_sitemap(data: bytes) -> bool:
    """Is this a list of a site's pages, old ones too, and no feed of its latest stories?"""
    return b"<urlset" in _unzipped(data)[:4_000].lower()


def _unzipped(data: bytes) -> bytes:
    """Sitemaps are often kept zipped (``sitemap.xml.gz``)."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(47).decompress(data, _LARGEST)
    except zlib.error:
        return data


def _parsed(data: bytes) -> etree._Element:
    """The feed's tree: by its own declaration, else by what the bytes look like.
    Entities are not followed.
    """
    root = _tree(data.lstrip(), None)
    if root is None or not len(root):
        text = encoding.decode(data)
        text = text.partition("?>")[2] if text.lstrip().startswith("<?xml") else text
        root = _tree(text.strip().encode("utf-8", "replace"), "utf-8")
    if root is None:
        raise PageError("this is no feed; give an RSS or Atom feed or a news sitemap")
    return root


def _tree(data: bytes, encoding_name: str | None) -> etree._Element | None:
    try:
        return etree.fromstring(data, _parser(encoding_name)) if data else None
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def _parser(encoding_name: str | None) -> etree.XMLParser:
    return etree.XMLParser(encoding=encoding_name, recover=True, resolve_entities=False, no_network=True)


def _article(item: etree._Element, channel: str | None) -> Article | None:
    url = _link(item)
    title = _text(_first(item, "title")) or None
    if title is None and url is None:
        return None
    paragraphs, rich = _paragraphs(item)
    house = house_of(url, channel)
    stamp = next((stamp for key in _DATES if (stamp := machine(_text(_first(item, key)) or "", house.country))), None)
    if stamp is not None and stamp.clock is not None and stamp.zone is None:
        stamp = stamp._replace(zone=zone_of(house.zone))
    return Article(
        id=url or _text(_first(item, "guid", "id")) or title or "",
        title=title,
        published=stamp.text() if isinstance(stamp, Stamp) else None,
        outlet=house.name or channel,
        url=url,
        author=_text(_first(item, "creator")) or _author(item),
        section=_text(_first(item, "category")) or None,
        image=_image(item),
        paragraphs=paragraphs,
        warnings=() if rich else (_SHORT,) if paragraphs else (_NONE,),
    )


def _name(element: etree._Element) -> str:
    """The element's name without namespace or prefix."""
    return element.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(element.tag, str) else ""


def _first(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child or grandchild (not deeper: a feed's items have titles of their own) with one of these
    local names.
    """
    for name in names:
        for child in element:
            if _name(child) == name:
                return child
        for child in element:
            for inner in child if _name(child) in ("channel", "news", "author") else ():
                if _name(inner) == name:
                    return inner
    return None


def _text(element: etree._Element | None) -> str:
    return tidy(html.unescape("".join(map(str, element.itertext())))) if element is not None else ""


def _author(item: etree._Element) -> str | None:
    author = _first(item, "author")
    name = _text(_first(author, "name")) or _text(author) if author is not None else ""
    return name if name and "@" not in name else None


def _link(item: etree._Element) -> str | None:
    for child in item:
        if _name(child) == "loc":
            return _text(child) or None
        if _name(child) == "link":
            address = child.get("href") if child.get("rel", "alternate") == "alternate" else None
            if address or _text(child):
                return address or _text(child)
    return None


def _image(item: etree._Element) -> Image | None:
    for child in item.iter():
        address = child.get("url") if _name(child) in ("content", "thumbnail", "enclosure") else None
        kind = child.get("type") or child.get("medium") or "image"
        if address and "image" in kind:
            caption = _text(_first(child, "description", "title")) or None
            return Image(caption=caption, credit=_text(_first(child, "credit")) or None, url=address)
    return None


def _paragraphs(item: etree._Element) -> tuple[tuple[str, ...], bool]:
    """The story's text, and whether it is the whole story (the feed's ``content``) or only its beginning."""
    for key in _TEXT:
        found = [child for child in item if _name(child) == key and child.get("url") is None]
        source = "".join(map(str, found[0].itertext())) if found else ""
        if source.strip() and (paragraphs := _blocks(source)):
            return paragraphs, key in ("encoded", "content", "fulltext")
    return (), False


def _blocks(source: str) -> tuple[str, ...]:
    from rawi.pages import tree

    if "<" not in source:
        return tuple(line for part in html.unescape(source).split("\n") if (line := tidy(part)))
    try:
        blocks = tree.blocks(tree.parse(f"<div>{source}</div>"))
    except PageError:
        return ()
    kept = (block.text for block in blocks if block.text and not (block.link_share > 0.9 and len(block.text) < 120))
    return tuple(text for text in kept if not words.is_button(text) and not words.is_note(text) and words.heads_related(text) is None)
