"""What the file of words that outlets print around an article may say."""

from __future__ import annotations

from rawi.lore.schema.entry import Entry


class PageLayout(Entry):
    """Words in class and id names of pages, by the part of a page that they tell of."""

    furniture: tuple[str, ...]
    furniture_names: tuple[str, ...]
    body: tuple[str, ...]
    likely: tuple[str, ...]
    caption: tuple[str, ...]
    credit: tuple[str, ...]
    byline: tuple[str, ...]
    date: tuple[str, ...]
    deck: tuple[str, ...]
    section: tuple[str, ...]
    ads: tuple[str, ...]
    related: tuple[str, ...]
    menu: tuple[str, ...]
    comments: tuple[str, ...]
    tags: tuple[str, ...]


class PageMetas(Entry):
    """Names of ``<meta>`` elements that hold a part of an article, lower-case, the most trusted first."""

    published: tuple[str, ...]
    updated: tuple[str, ...]
    author: tuple[str, ...]


class PageWords(Entry):
    """The words that outlets print around an article: buttons, heads of lists, bylines, credits, labels of dates."""

    buttons: tuple[str, ...]
    notes: tuple[str, ...]
    labels: tuple[str, ...]
    source_lines: tuple[str, ...]
    related_heads: tuple[str, ...]
    teaser_leads: tuple[str, ...]  # before a link to another story, on its line
    rights: tuple[str, ...]  # set phrases of the copyright line
    site_heads: tuple[str, ...]
    bylines: tuple[str, ...]
    byline_labels: tuple[str, ...]
    byline_ends: tuple[str, ...]
    not_authors: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    credit_names: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    morning: tuple[str, ...]
    evening: tuple[str, ...]
    weekdays: tuple[str, ...]
    home: tuple[str, ...]
    section_labels: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]  # ISO 639-1: little words that only that language has
    metas: PageMetas
    layout: PageLayout
