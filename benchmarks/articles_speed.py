"""How long one article takes after the start, stage by stage, and the memory: ``python benchmarks/articles_speed.py``.

The articles are made of the examples of the event triggers, 250 words each: short sentences, every one with an event, so dearer than the press.
The demo articles are told as the press tells. *First* is the first time that their words are seen in the process, *again* the fastest of later
passes. The coded articles of the tests are read once, after the others: articles never seen, in words that the press mostly repeats. All is time
of the processor. The stages are timed by standing between the flow and its parts, in a pass of their own.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from measure import WORDS, articles, peak_megabytes
from rawi import dates, pages, reading
from rawi.actors import coreference
from rawi.actors.scan import Scanner
from rawi.arabic.sentences import sentences
from rawi.clauses.cut import Cutter
from rawi.demo import pages as demo_pages
from rawi.events.find import EventReader
from rawi.model import Article

COUNT = 60
PASSES = 5
CODED = Path(__file__).parent.parent / "tests" / "gold"


class Part(NamedTuple):
    """A function of the flow, by the module or class that holds it, and the stage that its time belongs to."""

    stage: str
    owner: Any
    name: str


PARTS = (
    Part("fold", reading, "fold_keeping_offsets"),
    Part("tokens", reading, "tokens"),
    Part("sentences", reading, "sentences"),
    Part("dates", dates, "find_folded"),
    Part("dates", reading, "_date_words"),
    Part("scan for actors", Scanner, "scan"),
    Part("coreference", coreference, "join"),
    Part("units and clauses", Cutter, "cut"),
    Part("units and clauses", reading, "parse"),
    Part("attribution and events", EventReader, "sentence"),
    Part("attribution and events", EventReader, "events"),
    Part("record", reading, "_record"),
)


def seconds(texts: list[Article]) -> float:
    """The time of one pass over all articles."""
    start = time.process_time()
    for article in texts:
        reading.read(article)
    return time.process_time() - start


def stages(texts: list[Article]) -> dict[str, float]:
    """Seconds by stage, in one pass; ``rest`` is what no stage claims."""
    spent = {part.stage: 0.0 for part in PARTS}
    kept = [getattr(part.owner, part.name) for part in PARTS]
    for part, function in zip(PARTS, kept, strict=True):
        setattr(part.owner, part.name, _timed(function, part.stage, spent))
    try:
        total = seconds(texts)
    finally:
        for part, function in zip(PARTS, kept, strict=True):
            setattr(part.owner, part.name, function)
    return {**spent, "rest": total - sum(spent.values())}


def _timed(function: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **more: Any) -> Any:
        start = time.process_time()
        try:
            return function(*args, **more)
        finally:
            spent[stage] += time.process_time() - start

    return timed


def main() -> None:
    """Print the figures."""
    gc.set_threshold(50_000)  # as the command line does
    texts = articles(COUNT)
    reading.read(Article(paragraphs=("وصل الوزير.",)))  # loads the knowledge
    first, again = seconds(texts), min(seconds(texts) for _ in range(PASSES))
    count = sum(len(sentences(reading.text_of(article))) for article in texts)
    print(f"{COUNT} articles of {WORDS} words, {count / COUNT:.0f} sentences each")
    print(f"one article, first      {first / COUNT * 1000:6.2f} ms")
    print(f"one article, again      {again / COUNT * 1000:6.2f} ms")
    unseen = [pages.read_text(path.read_text(encoding="utf-8")) for path in sorted(CODED.glob("*.txt"))]
    told = sum(len(reading.text_of(article).split()) for article in unseen)
    print(f"an article never seen   {seconds(unseen) / told * WORDS * 1000:6.2f} ms for {WORDS} words, {len(unseen)} coded articles")
    print(f"sentences a second      {count / again:6.0f}")
    demo = [pages.read_html(path.read_bytes()) for path in demo_pages()]
    words = sum(len(reading.text_of(article).split()) for article in demo)
    print(f"the {len(demo)} demo articles  {min(seconds(demo) for _ in range(PASSES)) / words * WORDS * 1000:6.2f} ms for {WORDS} words")
    parts = stages(texts)
    for stage, spent in parts.items():
        print(f"  {stage:24} {spent / COUNT * 1000:5.2f} ms  {spent / sum(parts.values()):4.0%}")
    print(f"peak memory             {peak_megabytes():6.0f} MB")


if __name__ == "__main__":
    main()
