"""What a feed, a news sitemap or an index of sitemaps lists: its stories, an index followed to the sitemaps that it names.

A feed holds a site's latest stories. A sitemap may hold all that a site ever published, so only what it dates within the last days counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

from rawi.errors import PageError
from rawi.model import Article
from rawi.pages import feeds
from rawi.pages.fetch import Fetched

DAYS = 2.0  # as far back as news sitemaps go by their own rules
_MOST = 50  # sitemaps of one index
_DEEPEST = 3  # an index that names an index that names sitemaps


def stories(ask: Callable[[str], Fetched], url: str, days: float = DAYS) -> Iterator[Article | PageError]:
    """The stories listed at an address, as far as the list tells of them; what cannot be fetched or read comes as an error in its place.

    ``ask`` fetches a list; a list without a body is unchanged since it was last asked for, and gives nothing.
    """
    since = (datetime.now(UTC) - timedelta(days=days)).date()
    yield from _listed(ask, url, since, _DEEPEST)


def _listed(ask: Callable[[str], Fetched], url: str, since: date, depth: int) -> Iterator[Article | PageError]:
    try:
        got = ask(url)
    except PageError as error:
        yield error
        return
    if got.body is None:
        return
    index = feeds.sitemaps(got.body)
    if index is None:
        yield from _recent(got, since) if feeds.is_sitemap(got.body) else feeds.read(got.body, got.url)
    elif depth == 1:
        yield PageError(f"{got.url}: an index of sitemaps inside two others; give the address of the news sitemap")
    else:
        fresh = [one for one in index if one.changed is None or one.changed.day >= since]
        for one in fresh[:_MOST]:
            yield from _listed(ask, one.url, since, depth - 1)


def _recent(got: Fetched, since: date) -> Iterator[Article | PageError]:
    """A sitemap's stories since a day."""
    dated = False
    for found in feeds.read(got.body or b"", got.url):
        if isinstance(found, PageError):
            yield found
            return
        dated = dated or found.published is not None
        if found.published is not None and date.fromisoformat(found.published[:10]) >= since:
            yield found
    if not dated:
        yield PageError(f"{got.url}: the sitemap dates none of its pages, so what is new is not known; give the news sitemap or a feed")
