"""Plain text to articles: a title, a blank line, paragraphs; or the text of a page as copied from a browser.

A copied page carries its furniture along: lines of date and clock with bullets, the caption twice with its
credit in brackets, a teaser, lists of related stories, the section's name. Each is known by its form and
by the words it begins with.
"""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from rawi.errors import PageError
from rawi.model import Article, Image, Link
from rawi.pages import language, words
from rawi.pages.clocks import Stamp, is_only_date, lone_clock, seen, zone_of
from rawi.pages.credits import split
from rawi.pages.outlets import House, house_by_section, house_of
from rawi.pages.words import bare, tidy

_BULLET = re.compile(r"^\s*(?:[•·●▪◾■○–*-]\s+|\(?[\d٠-٩۰-۹]{1,2}[.)-]\s+)")
_PROSE = 80  # characters: a longer line is a paragraph, a shorter one only where it ends like a sentence
_HEAD_LINES = 12  # lines under the headline among which dates, bylines and captions are looked for


class _Head(NamedTuple):
    """What the lines between headline and story say, and how many they are."""

    lines: int
    stamp: Stamp | None
    updated: Stamp | None
    image: Image | None
    author: str | None


class _Foot(NamedTuple):
    """What the lines after the story say."""

    related: tuple[Link, ...]
    section: str | None


def read_text(text: str) -> Article:
    """The article in plain text. Raises :class:`rawi.errors.PageError` for empty text, ``NotArabicError``
    for another language.
    """
    lines = [tidy(line) for line in text.replace("\0", "").replace("\ufeff", "").splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        raise PageError("the text is empty; give a title, a blank line and paragraphs")
    article = _plain(lines) if _is_plain(lines) else _copied(text)
    language.check((article.title or "", *article.paragraphs))
    return article


def _is_plain(lines: list[str]) -> bool:
    """Title, blank line, paragraphs on lines without blank ones between; or a single paragraph."""
    return len(lines) == 1 or (len(lines) > 2 and not lines[1] and all(lines[2:]))


def _plain(lines: list[str]) -> Article:
    if len(lines) == 1:
        return Article(title=None, paragraphs=(lines[0],), warnings=("no headline found",))
    return Article(title=lines[0], paragraphs=tuple(lines[2:]))


def _copied(text: str) -> Article:
    raw = [line for line in text.replace("\0", "").replace("\ufeff", "").splitlines() if tidy(line)]
    lines = [tidy(line) for line in raw]
    start = next((place for place, line in enumerate(lines) if _may_be_title(line)), 0)
    title, lines = lines[start], lines[start + 1 :]
    head = _head(lines, title)
    end = _end(lines, head.lines)
    body = [line for line in lines[head.lines : end] if _belongs(line, title)]
    if end < len(lines):
        body = _without_teasers(body)
    foot = _foot(lines[end:])
    if not body:
        raise PageError("no paragraphs after the headline; give a title, a blank line and paragraphs")
    house = _house(foot.section, lines[end:], body)
    return Article(
        title=title,
        published=_text(head.stamp, house),
        updated=_text(head.updated, house),
        outlet=house.name,
        author=head.author,
        section=foot.section,
        image=head.image,
        paragraphs=tuple(body),
        related=foot.related,
    )


def _may_be_title(line: str) -> bool:
    return len(line.split()) >= 3 and not words.is_button(line) and not words.is_note(line) and not is_only_date(line)


def _head(lines: list[str], title: str) -> _Head:
    """The lines up to the first paragraph. A line that stands twice is the caption, which pages print under
    the picture and in it.
    """
    stamp = updated = image = author = None
    clock: time | None = None
    count = 0
    for place, line in enumerate(lines[:_HEAD_LINES]):
        bare_line = _BULLET.sub("", line)
        if (found := seen(bare_line)) and is_only_date(bare_line):
            if words.words().updated.search(found.rest):
                updated = found.stamp
            else:
                stamp = stamp or found.stamp
        elif (at := lone_clock(bare_line)) is not None:
            clock = clock or at
        elif line in lines[:place] or line in lines[place + 1 : place + 4] or _is_credited(line):
            image = image or _image(line)
        elif name := words.byline(line):
            author = author or name
        elif not (words.is_button(line) or words.is_note(line) or bare(line) == bare(title)):
            break
        count = place + 1
    if stamp is not None and stamp.clock is None and clock is not None:
        stamp = stamp._replace(clock=clock)
    return _Head(count, stamp, updated, image, author)


def _is_credited(line: str) -> bool:
    """A short line that ends with an agency's name in brackets, or names the picture's source."""
    if len(line) > 200 or line.endswith("."):
        return False
    return split(line)[1] is not None


def _image(line: str) -> Image:
    caption, credit = split(line)
    return Image(caption=caption, credit=credit)


def _end(lines: list[str], start: int) -> int:
    """The place of the first line that belongs to what follows the story."""
    for place in range(start + 1, len(lines)):
        line = lines[place]
        if (words.heads_related(line) == "" and len(line) < 60) or words.heads_site(line):
            rest = lines[place + 1 :]
            if sum(_is_prose(other) for other in rest) * 2 <= sum(_is_prose(other) for other in lines[start:place]):
                return place
    return len(lines)


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE or (len(line) > 40 and bool(words.SENTENCE_END.search(line)))


def _belongs(line: str, title: str) -> bool:
    if words.is_button(line) or words.is_source_line(line) or bare(line) == bare(title):
        return False
    if (words.is_note(line) and not _is_prose(line)) or (len(line) < 110 and is_only_date(line)):
        return False
    return words.heads_related(line) is None or len(line) > 200


def _without_teasers(body: list[str]) -> list[str]:
    """Without last lines that are titles of other stories: unended and short, where the paragraphs before
    end like sentences.
    """
    ended = sum(bool(words.SENTENCE_END.search(line)) for line in body)
    while len(body) > 1 and ended * 2 > len(body) and len(body[-1]) < 120 and not words.SENTENCE_END.search(body[-1]):
        body = body[:-1]
    return body


def _foot(lines: list[str]) -> _Foot:
    related: list[Link] = []
    listed = False
    for line in lines:
        if words.heads_related(line) == "":
            listed = True
        elif listed and _closes(line, bool(related)):
            listed = False
        elif listed and len(line) >= 15:
            related.append(Link(title=_BULLET.sub("", line)))
    return _Foot(tuple(related), _section(lines))


def _closes(line: str, begun: bool) -> bool:
    """Does this line end a list of titles? ``begun``: some titles have been read."""
    if words.heads_site(line) or words.is_note(line) or words.is_button(line):
        return True
    return begun and len(line) < 15 and not _BULLET.match(line)


def _section(lines: list[str]) -> str | None:
    """``سوريا`` where a line ``المزيد من سوريا`` follows."""
    said = {bare(line) for line in lines}
    for line in lines:
        if len(line) < 40 and ({bare(f"المزيد من {line}"), bare(f"المزيد في {line}"), bare(f"المزيد عن {line}")} & said):
            return line
    return None


def _house(section: str | None, rest: list[str], body: list[str]) -> House:
    """The outlet, where a line after the story is its name; else the country that section and months tell."""
    for line in rest:
        if len(line) < 40 and (house := house_of(None, line)).name:
            return house
    return house_by_section(section, " ".join(body))


def _text(stamp: Stamp | None, house: House) -> str | None:
    if stamp is None:
        return None
    if stamp.clock is not None and stamp.zone is None:
        stamp = stamp._replace(zone=zone_of(house.zone))
    return stamp.text()
