"""Which parts of a page are furniture, judged by their tags and by the words in their class and id names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from lxml.html import HtmlElement

from rawi.pages.tree import Block, names_of
from rawi.pages.words import layout

_TAGS = frozenset(("nav", "aside", "footer", "dialog", "menu"))
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "search", "banner", "dialog", "menu"))
NEVER = frozenset(("html", "body", "main"))
_WEAK = frozenset(
    (
        "widget",
        "widgets",
        "print",
        "search",
        "latest",
        "views",
        "counter",
        "audioplayer",
        "tools",
        "ad",
        "hidden",
    )
)
_OTHERS = frozenset(("related", "recommended", "mostread", "popular", "latest", "trending", "archive"))
_HOLDS_TEXT = frozenset(("content", "body", "text", "paragraph", "wysiwyg"))


@cache
def part(name: str) -> frozenset[str]:
    """The class-name words of one part of a page (``caption``, ``byline`` …)."""
    return frozenset(getattr(layout(), name))


def is_part(element: HtmlElement, name: str) -> bool:
    """Do the element's class or id name this part of a page?"""
    return not part(name).isdisjoint(names_of(element))


def is_under(element: HtmlElement | None, name: str, levels: int = 12) -> bool:
    """Does the element, or one of the nearest ``levels`` that it stands in, carry a name of this part?"""
    for _ in range(levels):
        if element is None or element.tag in NEVER:
            return False
        if is_part(element, name):
            return True
        element = element.getparent()
    return False


def own_names(element: HtmlElement) -> list[str]:
    """The element's class names and id, as the page writes them."""
    return [*(element.get("class") or "").split(), element.get("id") or ""]


class Parts:
    """Remembers for one page which elements carry a name of one part, or stand in one that does, up to the
    nearest of the tags ``stops``.
    """

    def __init__(self, name: str, stops: frozenset[str]) -> None:
        self._names, self._stops = part(name), stops
        self._known: dict[HtmlElement, bool] = {}

    def hold(self, element: HtmlElement) -> bool:
        """Does this element stand in the part?"""
        climbed: list[HtmlElement] = []
        current: HtmlElement | None = element
        found = False
        while current is not None and current.tag not in self._stops:
            known = self._known.get(current)
            if known is not None:
                found = known
                break
            climbed.append(current)
            if not self._names.isdisjoint(names_of(current)):
                found = True
                break
            current = current.getparent()
        self._known.update(dict.fromkeys(climbed, found))
        return found


class Marks:
    """Remembers for one page which elements are furniture. What holds the headline or the marked body never
    is.
    """

    def __init__(self, holds_story: set[HtmlElement], most_prose: set[HtmlElement], dropped: Iterable[str] = ()) -> None:
        """``holds_story``: what holds the headline or the marked body. ``most_prose``: what holds much of all text. ``dropped``: class names
        and ids that the outlet's layout calls furniture.
        """
        self._dropped = frozenset(dropped)
        self._holds_story = holds_story
        self._most_prose = most_prose
        self._known: dict[HtmlElement, bool] = {}

    def is_furniture(self, element: HtmlElement) -> bool:
        """Is this very element (whatever it stands in) marked as no part of the story?"""
        known = self._known.get(element)
        if known is None:
            if self._dropped and not self._dropped.isdisjoint(own_names(element)):
                known = True
            else:
                known = element not in self._holds_story and _is_marked(element)
                if known and element in self._most_prose:
                    known = _is_surely_marked(element)
            self._known[element] = known
        return known

    def stands_in_furniture(self, block: Block, below: HtmlElement | None = None) -> bool:
        """Does the block stand in furniture? Only elements under ``below`` are asked, or all where it is
        None.
        """
        element: HtmlElement | None = block.element
        while element is not None and element is not below:
            if self.is_furniture(element):
                return True
            element = element.getparent()
        return False


def _is_surely_marked(element: HtmlElement) -> bool:
    """Do tag or names say it so plainly that not even most of the page's text in it says otherwise?"""
    names = names_of(element)
    return element.tag in ("nav", "footer") or bool(names & (part("comments") | part("ads") | _OTHERS))


def _is_marked(element: HtmlElement) -> bool:
    tag = element.tag
    if tag in NEVER:
        return False
    if tag in _TAGS or element.get("role") in _ROLES:
        return True
    classes = (element.get("class") or "").lower().split()
    if any(name.startswith("post-") and name[5:].isdigit() for name in classes):
        return False  # WordPress lists the story's own tags and categories among the classes of its article
    if not frozenset(classes).isdisjoint(part("furniture_names")):
        return True
    names = names_of(element)
    found = names & part("furniture")
    if not found or names & part("body"):
        return False
    return not (found <= _WEAK and names & _HOLDS_TEXT)
