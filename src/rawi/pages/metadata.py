"""What a page says about itself in its head: JSON-LD, ``<meta>``, microdata; tolerant of everything that
outlets get wrong.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement

from rawi.pages.words import tidy

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review)$|^(?:NewsArticle|BlogPosting|LiveBlogPosting)$", re.I)
_KEYS = ("headline", "datePublished", "dateModified", "articleSection", "articleBody", "description", "name")
_TRAILING = re.compile(r",\s*([}\]])")
_WRAPPED = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[|/\*.*?\*/)|(?:-->|\]\]>|//\s*\]\]>)\s*;?\s*$", re.S)
_TOO_LONG = 2_000_000
_PROPERTIES = etree.XPath("//*[@itemprop or @property]")
_PATHS = etree.XPath("//@*[contains(.,'crumb') or contains(.,'Crumb') or contains(.,'breadcumb')]/..")
_PATH_NAME = re.compile("[cC]rumb|breadcumb")

Node = dict[str, Any]


class Clues:
    """A page's own metadata: its JSON-LD nodes, the one that tells of the article, and all ``<meta>``
    values by lower-case name.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.nodes: list[Node] = [node for script in _scripts(root) for node in _nodes(script)]
        self.article: Node = _article(self.nodes)
        self.metas: dict[str, list[str]] = {}
        self.properties: dict[str, list[HtmlElement]] = {}
        for element in root.iter("meta"):
            self._keep(element)
        for element in cast("list[HtmlElement]", _PROPERTIES(root)):
            name = element.get("itemprop") or element.get("property")
            if name and element.tag != "meta":
                self.properties.setdefault(name.lower().rpartition(":")[2], []).append(element)

    def _keep(self, element: HtmlElement) -> None:
        content = tidy(html.unescape(element.get("content") or element.get("value") or ""))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                self.metas.setdefault(name.strip().lower(), []).append(content)

    def meta(self, *names: str) -> str | None:
        """The first value of the first of these names that the page has."""
        for name in names:
            if found := self.metas.get(name):
                return found[0]
        return None

    def said(self, key: str) -> str | None:
        """A text value of the article's JSON-LD node: the first, where it lists several."""
        return next(texts(self.article.get(key)), None)


def texts(value: Any) -> Iterator[str]:
    """The texts in a JSON-LD value: a string, a list of them, or nodes with a ``name``."""
    if isinstance(value, str):
        if clean := tidy(html.unescape(value)):
            yield clean
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        yield from texts(value.get("name") or value.get("@value") or value.get("url"))


def kinds(node: Node) -> list[str]:
    """The node's schema.org types, bare."""
    listed = node.get("@type")
    names = listed if isinstance(listed, list) else [listed]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _scripts(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _TOO_LONG:
            yield script.text


def _nodes(source: str) -> Iterator[Node]:
    """Every node of a JSON-LD script, nested graphs and lists opened."""
    queue: list[Any] = [_parsed(source)]
    seen = 0
    while queue and seen < 2_000:
        seen += 1
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart") if key in item)


def _parsed(source: str) -> Any:
    """The script as Python values: strictly, then with usual slips mended, then only the keys that matter,
    one by one.
    """
    for text in (source, _TRAILING.sub(r"\1", _WRAPPED.sub("", source)), html.unescape(source)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    found: Node = {}
    for key in _KEYS:
        if match := re.search(rf'"{key}"\s*:\s*"((?:[^"\\]|\\.){{0,20000}})"', source):
            found[key] = match[1].replace("\\/", "/")
    if found:
        found["@type"] = "NewsArticle"
    if match := re.search(r'"author"\s*:\s*\[?\s*\{[^{}]{0,400}?"name"\s*:\s*"([^"]{1,200})"', source):
        found["author"] = {"name": match[1]}
    return found


def _article(nodes: list[Node]) -> Node:
    """The node that tells of the article: an article type with a headline or a date, else any node that has
    both.
    """
    for node in nodes:
        if any(_ARTICLE.search(kind) for kind in kinds(node)) and ("headline" in node or "datePublished" in node):
            return node
    for node in nodes:
        if "datePublished" in node and ("headline" in node or "name" in node):
            return node
    return {}


def breadcrumbs(root: HtmlElement, clues: Clues) -> list[str]:
    """The page's path of sections as the page shows it, first to last, the home page and the article itself
    included.
    """
    for node in clues.nodes:
        if "BreadcrumbList" in kinds(node) and isinstance(node.get("itemListElement"), list):
            items = [item for item in node["itemListElement"] if isinstance(item, dict)]
            if names := [name for item in items for name in texts(item.get("name") or item.get("item"))]:
                return names
    for element in cast("list[HtmlElement]", _PATHS(root)):
        named = (element.get("class"), element.get("id"), element.get("itemtype"))
        if any(name and _PATH_NAME.search(name) for name in named) and (names := _crumbs(element)):
            return names
    return []


def _crumbs(element: HtmlElement) -> list[str]:
    """The names in a path of sections; none for an element that holds more than such a path."""
    if element.tag in ("body", "html", "script", "style", "main", "article"):
        return []
    links = [tidy("".join(link.itertext())) for link in element.iter("a", "span", "li") if not len(link) or link.tag == "a"]
    names: list[str] = []
    for name in links:
        if name and len(name) < 80 and name not in names and re.search(r"\w", name):
            names.append(name)
    return names if len(names) < 9 else []
