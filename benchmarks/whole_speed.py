"""From HTML to what an article tells, beside the best that can be put together of other libraries: ``python benchmarks/whole_speed.py``.

The other way: trafilatura for the body, newspaper4k for headline, author and time, dateparser for the dates of the text, and every name that
Rawi's knowledge holds looked up by Aho-Corasick. It gives no roles, no events and no sources, so it does far less; it is what there is.
Both read the saved test pages, each padded to 100 KB as real pages are, in turns on one core.
"""

from __future__ import annotations

import gc
import importlib
import time
from collections.abc import Callable
from typing import Any

from pages_speed import SAVED, padded
from rawi import pages, reading
from rawi.actors.gazetteer import gazetteer
from rawi.arabic.letters import fold
from rawi.errors import PageError

ROUNDS = 3


def rawi_reader() -> Callable[[str], object]:
    """Page, article, record."""

    def read(page: str) -> object:
        try:
            return reading.read(pages.read_html(page))
        except PageError:
            return None

    return read


def assembled_reader() -> Callable[[str], object]:
    """Body, headline, dates and names from four libraries. Raises ``ImportError`` where one is missing."""
    trafilatura, newspaper = importlib.import_module("trafilatura"), importlib.import_module("newspaper")
    search = importlib.import_module("dateparser.search").search_dates
    matcher = importlib.import_module("ahocorasick_rs")
    names = sorted({" ".join(words) for words in _names(gazetteer().tree, ())})
    book = matcher.AhoCorasick(names, matchkind=matcher.MatchKind.LeftmostLongest)
    plain = newspaper.Config()
    plain.language = "en"  # its Arabic needs nltk's models, which are no part of a comparison of speed

    def read(page: str) -> object:
        told = newspaper.Article("https://a.example/1", config=plain)
        told.download(input_html=page)
        told.parse()
        body = trafilatura.extract(page) or ""
        return told.title, told.authors, search(body, languages=["ar"]), book.find_matches_as_indexes(fold(body))

    return read


def _names(node: dict[str, Any], words: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = [words] if "" in node and words else []
    for word, inner in node.items():
        if word:
            found += _names(inner, (*words, word))
    return found


def milliseconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Processor time a page, the best of a few rounds over all."""
    read(texts[0])
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for text in texts:
            read(text)
        best = min(best, time.process_time() - started)
    return best / len(texts) * 1000


def main() -> None:
    """Print a line for each way."""
    gc.set_threshold(50_000)  # as the command line does
    texts = [padded(path.read_bytes()) for path in sorted(SAVED.glob("*.html"))]
    ours = milliseconds(rawi_reader(), texts)
    print(f"{len(texts)} pages of 100 KB, from HTML to what they tell, one core")
    print(f"rawi                     {ours:7.1f} ms a page, {1000 / ours:5.0f} pages a second")
    try:
        theirs = milliseconds(assembled_reader(), texts)
    except ImportError as error:
        print(f"the assembled way        not installed ({error.name})")
        return
    print(f"the assembled way        {theirs:7.1f} ms a page, {1000 / theirs:5.1f} pages a second   rawi is {theirs / ours:.0f} times as fast")


if __name__ == "__main__":
    main()
