"""Feeds watched: what is new in each is fetched and read once.

A feed is asked only if it has changed; a story is known by its address. A story that cannot be read is tried at
three polls and then left, and one that is not Arabic is left at once.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from rawi.errors import NotArabicError, PageError, UsageError
from rawi.model import Article
from rawi.pages import feeds, listings
from rawi.pages.fetch import Fetched, Fetcher, read_fetched, visit
from rawi.pages.visits import Visit, Visits, now

_TRIES = 3  # polls at which a story that cannot be read is asked for
_WHOLE = 200  # characters: a feed that tells this much of a story stands in for a page that cannot be read


class Feed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One feed, news sitemap or index of sitemaps: its address, the outlet's name where stories do not tell it, minutes between two polls,
    and how many days back a sitemap is read.
    """

    url: str
    outlet: str | None = None
    every: float = 15.0
    days: float = listings.DAYS


class FeedList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of feeds: ``[[feed]]`` tables."""

    feed: list[Feed]


class News(NamedTuple):
    """A new story and the address it is known by."""

    address: str
    article: Article


def read_list(path: Path) -> list[Feed]:
    """The feeds of a TOML file. Raises :class:`UsageError` where it cannot be read or names none."""
    try:
        found = msgspec.toml.decode(path.read_bytes(), type=FeedList).feed
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; give a TOML file with [[feed]] tables") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {' '.join(str(error).split())[:150]}; write [[feed]] tables with url = and outlet =") from None
    wrong = next((feed for feed in found if feed.every <= 0), None)
    if not found or wrong is not None:
        what = f"every = {wrong.every:g} of {wrong.url} is no time; give minutes" if wrong else "no [[feed]] in this file"
        raise UsageError(f"{path}: {what}")
    return found


class Watcher:
    """Polls feeds when they are due. ``visits`` remembers feeds and stories across runs."""

    def __init__(self, listed: list[Feed], fetcher: Fetcher, visits: Visits) -> None:
        self._fetcher, self._visits = fetcher, visits
        self._due = dict.fromkeys(listed, 0.0)  # on time.monotonic's clock

    def wait(self) -> float:
        """Seconds until the next feed is due; 0 where one is."""
        return max(0.0, min(self._due.values()) - time.monotonic())

    def poll(self) -> Iterator[News | PageError]:
        """What is new in the feeds that are due. A story counts as seen once the next is asked for: whoever
        stores it is to do so before.
        """
        for feed, due in self._due.items():
            if due <= time.monotonic():
                yield from self._news(feed)
                self._due[feed] = time.monotonic() + feed.every * 60

    def _news(self, feed: Feed) -> Iterator[News | PageError]:
        asked: list[tuple[Fetched, Visit]] = []

        def ask(url: str) -> Fetched:
            asked.append(visit(self._fetcher, self._visits, url))
            return asked[-1][0]

        left = False  # has a story been left for the next poll?
        for entry in listings.stories(ask, feed.url, feed.days):
            if isinstance(entry, PageError):
                yield entry
            elif entry.url is not None and self._is_new(entry.url):
                told = self._story(feed, entry)
                yield told
                left = self._settled(entry.url, told) or left
        for got, noted in asked if not left else ():
            if got.body is None or feeds.sitemaps(got.body) is None:  # what an index names may change while the index does not
                self._visits.note(noted)

    def _is_new(self, address: str) -> bool:
        known = self._visits.get(address)
        return known is None or (known.outcome == "failed" and known.failures < _TRIES)

    def _story(self, feed: Feed, entry: Article) -> News | PageError:
        """The story from its page, else from the feed where that tells it."""
        assert entry.url is not None
        try:
            article = read_fetched(self._fetcher.fetch(entry.url))
        except NotArabicError as error:
            return error
        except PageError as error:
            if sum(map(len, entry.paragraphs)) < _WHOLE:
                return error
            article = msgspec.structs.replace(entry, warnings=(*entry.warnings, f"read in the feed: {error}"))
        return News(entry.url, _filled(article, entry, feed))

    def _settled(self, address: str, told: News | PageError) -> bool:
        """Note the story; True where it is to be tried again."""
        if isinstance(told, News):
            self._visits.note(Visit(url=address, at=now(), outcome="read"))
            return False
        noted = self._visits.fail(address, str(told))
        if isinstance(told, NotArabicError):
            self._visits.note(msgspec.structs.replace(noted, failures=_TRIES))
            return False
        return noted.failures < _TRIES


def _filled(article: Article, entry: Article, feed: Feed) -> Article:
    """The article with what its page does not tell and the feed does."""
    told = {name: getattr(entry, name) for name in ("title", "published", "author", "section", "url")}
    told["outlet"] = feed.outlet or entry.outlet
    missing = {name: value for name, value in told.items() if getattr(article, name) is None and value is not None}
    return msgspec.structs.replace(article, **missing)
