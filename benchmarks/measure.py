"""What the benchmarks measure with: peak memory, the time of a command, and articles made of our own sentences."""

from __future__ import annotations

import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence

from rawi.lore import load
from rawi.model import Article

PUBLISHED = "2025-02-12T23:11:00+03:00"
WORDS = 250  # of an article: what the press's news items have


def peak_megabytes() -> float:
    """The most memory that this process has held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def median_seconds(command: Sequence[str], times: int, given: str = "", more: Mapping[str, str] | None = None) -> float:
    """The median time of a command from start to end; ``given`` is its standard input, ``more`` adds to its environment."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, input=given.encode(), env={**os.environ, **(more or {})}, stdout=subprocess.DEVNULL, check=True)
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def articles(count: int) -> list[Article]:
    """``count`` different articles of about ``WORDS`` words: the examples of the event triggers in an order that is always the same."""
    examples = [entry.example for _, file in load.events() for entry in file.trigger]
    random.Random(1).shuffle(examples)
    rest = _endless(examples)
    return [_article(str(number), rest) for number in range(count)]


def _article(ident: str, rest: Iterator[str]) -> Article:
    title, paragraphs, words = next(rest).rstrip("."), [], 0
    words = len(title.split())
    while words < WORDS:
        paragraphs.append(f"{next(rest)} {next(rest)}")
        words += len(paragraphs[-1].split())
    return Article(id=ident, title=title, published=PUBLISHED, paragraphs=tuple(paragraphs))


def _endless(examples: Sequence[str]) -> Iterator[str]:
    while True:
        yield from examples
