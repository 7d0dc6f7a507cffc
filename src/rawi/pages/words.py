"""What the words around an article say: is this line a button, the head of a list, a byline, a credit?

The words are knowledge (``language/page_words.toml``); here they are folded and indexed once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.arabic.letters import fold, fold_keeping_offsets
from rawi.lore import load
from rawi.lore.schema import PageLayout, PageMetas, PageWords

_STEERING = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]+")
_SPACES = re.compile(r"\s+")
_EDGES = " \t\n.:،,؛;!?؟…|/\\-–—_•·●▪◄►»«›‹<>()[]{}\"'“”*#+=~^"
_GAP = ' \t\u00a0:،,|/\\-–—_•.…؟?«»"“”()[]'
_NAME_PARTS = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+")
_COUNTS = re.compile(r"[\d\s.,%|/:()+-]+")
ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
SENTENCE_END = re.compile(r"[.!?؟…:؛][\"”»')\]]*$")


class Labelled(NamedTuple):
    """A line that begins with a known label: the label, folded; the marks between; what stands after, as
    written.
    """

    label: str
    gap: str
    rest: str


class Words(NamedTuple):
    """The page words, folded, each list as a pattern that matches at the start of a folded line."""

    buttons: frozenset[str]
    notes: re.Pattern[str]
    labels: re.Pattern[str]
    source_lines: re.Pattern[str]
    related: re.Pattern[str]
    teaser_leads: frozenset[str]
    rights: re.Pattern[str]
    site: re.Pattern[str]
    bylines: re.Pattern[str]
    byline_labels: re.Pattern[str]
    byline_ends: re.Pattern[str]
    not_authors: frozenset[str]
    captions: re.Pattern[str]
    credits: re.Pattern[str]
    credit_names: frozenset[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    date_words: frozenset[str]
    morning: frozenset[str]
    evening: frozenset[str]
    home: frozenset[str]
    section_labels: frozenset[str]
    languages: dict[str, frozenset[str]]
    metas: PageMetas


@cache
def words() -> Words:
    """The page words, loaded at first use."""
    raw = load.language("page_words", PageWords)
    dates = " ".join(raw.published + raw.updated + raw.weekdays + raw.morning + raw.evening)
    return Words(
        buttons=_set(raw.buttons),
        notes=_starts(raw.notes),
        labels=_starts(raw.labels),
        source_lines=_starts(raw.source_lines),
        related=_starts(raw.related_heads),
        teaser_leads=_set(raw.teaser_leads + raw.related_heads),
        rights=_starts(raw.rights),
        site=_starts(raw.site_heads),
        bylines=_starts(raw.bylines),
        byline_labels=_starts(raw.byline_labels),
        byline_ends=re.compile(rf"(?<!\w)(?:{_any(raw.byline_ends)})(?!\w)"),
        not_authors=_set(raw.not_authors),
        captions=_starts(raw.captions),
        credits=_starts(raw.credits),
        credit_names=_set(raw.credit_names),
        published=_starts(raw.published),
        updated=re.compile(rf"(?<!\w)(?:{_any(raw.updated)})(?!\w)"),
        date_words=frozenset(fold(dates).split()),
        morning=_set(raw.morning),
        evening=_set(raw.evening),
        home=_set(raw.home),
        section_labels=_set(raw.section_labels),
        languages={name: frozenset(listed) for name, listed in raw.languages.items()},
        metas=raw.metas,
    )


@cache
def layout() -> PageLayout:
    """The class-name words by part of page, loaded at first use."""
    return load.language("page_words", PageWords).layout


def tidy(text: str) -> str:
    """Text as the outlet wrote it, white space collapsed and marks that only steer the display dropped."""
    if not text.isascii():
        text = _STEERING.sub("", text)
    return " ".join(text.split())


@lru_cache(8192)
def bare(text: str) -> str:
    """The folded line without punctuation at its ends, for comparing with listed words: ``bare("اقرأ
    أيضًا:") == "اقرا ايضا"``.
    """
    return _SPACES.sub(" ", fold(text)).strip(_EDGES)


def is_button(text: str) -> bool:
    """Is this a share button, a counter, or a row of them (``فيسبوك تويتر واتساب 12``)?"""
    line = bare(text)
    if not line or line in words().buttons:
        return True
    if len(line) > 120:
        return False
    rest = _COUNTS.sub(" ", line).strip()
    return not rest or rest in words().buttons or _all_buttons(rest.split())


def _all_buttons(tokens: list[str]) -> bool:
    """Can at least three in four of the tokens be cut into listed buttons? Greedy, the longest of up to
    four words first.
    """
    place = strange = 0
    while place < len(tokens):
        size = next((size for size in (4, 3, 2, 1) if " ".join(tokens[place : place + size]) in words().buttons), 0)
        strange += not size
        place += size or 1
    return strange * 4 <= len(tokens)


def is_note(text: str, link_share: float = 0.0) -> bool:
    """Is this a short note of the house: follow us, tags, all rights reserved? ``link_share``: the part in
    links, 0 to 1.
    """
    if len(text) > 220:
        return False
    if words().notes.match(bare(text)):
        return True
    found = labelled(text, words().labels)
    if found is None:
        return False
    return not found.rest or ":" in found.gap or link_share > 0.5


def byline(text: str) -> str | None:
    """What stands after ``كتبت``, ``بقلم:``, ``تقرير:`` in a short line that names who wrote; None for
    another line.
    """
    if len(text) > 90 or SENTENCE_END.search(text):
        return None
    found = labelled(text, words().bylines)
    if found is not None and found.rest and len(found.rest.split()) <= (8 if found.gap else 4):
        return found.rest
    found = labelled(text, words().byline_labels)
    marked = found is not None and any(mark in found.gap for mark in ":|-–—/")
    return found.rest if found is not None and marked and found.rest and len(found.rest.split()) <= 8 else None


def is_source_line(text: str) -> bool:
    """``المصدر: الوكالة الوطنية``: a line with the story's source, parted from its label."""
    found = labelled(text, words().source_lines)
    return found is not None and len(text) < 90 and (bool(found.gap) or not found.rest)


def heads_related(text: str) -> str | None:
    """What follows a related-stories head on the same line (``""`` when it stands alone), or None for
    another line.
    """
    found = labelled(text, words().related)
    if found is None or len(text) > 260:
        return None
    if any(mark in found.gap for mark in ":|…؟?«»") and len(found.rest) > 12:
        return found.rest
    return "" if len(found.rest.split()) <= 2 and not text.endswith(".") else None


def heads_site(text: str) -> bool:
    """Is this the head of a list that belongs to the site: most read, latest, comments?"""
    found = labelled(text, words().site)
    return found is not None and not _COUNTS.sub("", found.rest).strip()


def labelled(text: str, label: re.Pattern[str]) -> Labelled | None:
    """The line's label, the marks that part it from the rest, and the rest; None where the line begins
    otherwise.
    """
    if label.match(bare(text)) is None:
        return None
    folded = fold_keeping_offsets(text)
    start = len(folded.text) - len(folded.text.lstrip(_EDGES))
    found = label.match(folded.text, start)
    if found is None:
        return None
    rest = text[folded.offsets[found.end()] :].lstrip("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")
    body = rest.lstrip(_GAP)
    return Labelled(found[0], rest[: len(rest) - len(body)].strip(" \u00a0"), body.strip())


@lru_cache(8192)
def name_parts(value: str) -> frozenset[str]:
    """Class and id names, lower-case, whole and cut into words.

    ``name_parts("news-relatedBox")`` holds ``news-relatedbox``, ``news``, ``related``, ``box``.
    """
    lower = value.lower()
    parts = {part.lower() for part in _NAME_PARTS.findall(value)} | set(re.split(r"[\s_-]+", lower))
    return frozenset(parts | set(lower.split())) - {""}


def letters_of(text: str) -> tuple[int, int]:
    """How many letters are Arabic, and how many letters there are."""
    return len(ARABIC.findall(text)), sum(1 for letter in text if letter.isalpha())


def _set(listed: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(word) for word in listed) - {""}


def _any(listed: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(_set(listed) | {fold(w).strip() for w in listed}, key=len, reverse=True))


def _starts(listed: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(listed)})(?!\w)")
