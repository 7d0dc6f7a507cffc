"""The chronicle at size: ``make bench-chronicle``, or ``python benchmarks/chronicle.py [--articles N] [--db ADDRESS]``.

Adds articles of a made-up year (``chronicle_world.py``), already read, and says how fast that goes at the beginning and at the end (by the
processor's time, and in brackets by the clock), how far what was planted was found again (pairs of tellings of one occurrence; pairs of copies of
one text), how large the file is, and how long each kind of question takes: half of a hundred, and the 95th, other questions each time.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select

from chronicle_world import Planted, World
from measure import peak_megabytes
from rawi.chronicle import Chronicle, Filter
from rawi.chronicle.keys import article_key
from rawi.chronicle.schema import likeness, telling

STEP = 10_000
ASKED = 100


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--db", default="", help="another database: postgresql://…; must be empty")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = given.db or str(Path(folder) / "rawi.db")
        with Chronicle(where) as chronicle:
            truth = _add(chronicle, World(given.seed).articles(given.articles), given.articles)
            if not given.db:
                size = sum(path.stat().st_size for path in Path(folder).iterdir())
                print(f"file                      {size / 1e6:9.0f} MB, {size / given.articles:.0f} bytes an article")
            _found_again(chronicle, truth)
            _questions(chronicle)
    print(f"peak memory               {peak_megabytes():9.0f} MB")


class Truth:
    """What was planted, by article."""

    def __init__(self) -> None:
        self.occurrences: dict[tuple[int, int], int] = {}
        self.texts: dict[int, int] = {}

    def remember(self, planted: Planted) -> None:
        ident = article_key(planted.record.article, planted.record.text)
        self.texts[ident] = planted.text
        for number, occurrence in enumerate(planted.occurrences):
            self.occurrences[ident, number] = occurrence


def _add(chronicle: Chronicle, articles: Iterator[Planted], number: int) -> Truth:
    truth, speeds = Truth(), []
    for at in range(0, number, STEP):
        some = list(islice(articles, STEP))
        for planted in some:
            truth.remember(planted)
        start, clock = time.process_time(), time.perf_counter()
        chronicle.add(planted.record for planted in some)
        speeds.append(len(some) / (time.process_time() - start))
        by_clock = len(some) / (time.perf_counter() - clock)
        print(f"add, to {at + len(some):>9,}        {speeds[-1]:9.0f} articles/s ({by_clock:.0f})", flush=True)
    print(f"last {STEP:,} to the first    {speeds[-1] / speeds[0]:9.2f}")
    return truth


# --- what was found again ------------------------------------------------------------------------------------------------------


def _found_again(chronicle: Chronicle, truth: Truth) -> None:
    with chronicle.store.reading() as connection:
        rows = connection.execute(select(telling.c.article, telling.c.number, telling.c.occurrence)).all()
        families = dict(connection.execute(select(likeness.c.article, likeness.c.family)).all())
    found = {(article, number): occurrence for article, number, occurrence in rows}
    _score("occurrences", truth.occurrences, found)
    _score("copies", truth.texts, families)


def _score(what: str, planted: Mapping[Any, int], found: Mapping[Any, int]) -> None:
    """Precision, recall and F1 of pairs that are together."""
    wanted = _pairs(planted.values())
    given = _pairs(found.values())
    both = _pairs((planted[key], found[key]) for key in planted)
    precision, recall = both / given, both / wanted
    print(f"{what:24}  precision {precision:.4f}, recall {recall:.4f}, F1 {2 * precision * recall / (precision + recall):.4f}", flush=True)


def _pairs(groups: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


# --- questions -----------------------------------------------------------------------------------------------------------------


def _questions(chronicle: Chronicle) -> None:
    world, rng = World(1), random.Random(2)
    totals, facets = chronicle.totals(), chronicle.facets()
    countries = [c.value for c in facets.countries[:40]]
    people = [p.known_as for p in world.people[:40]]
    recent = list(chronicle.occurrences(limit=500).rows)
    many = list(chronicle.occurrences(Filter(min_voices=4), limit=500).rows)
    talks = list(chronicle.occurrences(Filter(type="CONSULT", min_voices=2), limit=500).rows)
    articles = list(chronicle.articles(limit=500).rows)

    def words(count: int) -> str:
        return " ".join(rng.sample(world.words, count))

    def span() -> tuple[str, str]:
        month = rng.randint(1, 9)
        return f"2024-{month:02d}-01", f"2024-{month + 2:02d}-28"

    asked: dict[str, Callable[[], object]] = {
        "timeline": lambda: chronicle.occurrences(),
        "timeline, a page of a day": lambda: chronicle.occurrences(Filter(until=span()[0])),
        "filter: actor": lambda: chronicle.occurrences(Filter(actor=rng.choice(people))),
        "filter: dyad": lambda: chronicle.occurrences(Filter(dyad=(countries[0], rng.choice(countries[1:])))),
        "filter: actor and category": lambda: chronicle.occurrences(Filter(actor=rng.choice(people), type="SANCTION")),
        "filter: category and voices": lambda: chronicle.occurrences(Filter(type="REJECT", min_voices=6)),
        "filter: outlet": lambda: chronicle.occurrences(Filter(outlet=rng.choice(world.outlets))),
        "filter: place": lambda: chronicle.occurrences(Filter(place=rng.choice(world.places))),
        "filter: source": lambda: chronicle.occurrences(Filter(source=f"source/{rng.choice(countries)}/1")),
        "filter: score": lambda: chronicle.occurrences(Filter(min_score=0.949)),
        "filter: words": lambda: chronicle.occurrences(Filter(text=words(1))),
        "occurrence": lambda: chronicle.occurrence(rng.choice(recent).id),
        "occurrence of many": lambda: chronicle.occurrence(rng.choice(many).id),
        "readouts": lambda: chronicle.readouts(rng.choice(talks).id),
        "article": lambda: chronicle.article(rng.choice(articles).id),
        "articles": lambda: chronicle.articles(Filter(outlet=rng.choice(world.outlets))),
        "search, one word": lambda: chronicle.search(words(1)),
        "search, two words": lambda: chronicle.search(words(2)),
        "search, a frequent word": lambda: chronicle.search("التقى"),
        "actor": lambda: chronicle.actor(rng.choice(people)),
        "find actors": lambda: chronicle.find_actors(rng.choice(world.people).name.split()[0]),
        "by week": lambda: chronicle.by_week(),
        "by week, an actor": lambda: chronicle.by_week(Filter(actor=rng.choice(people))),
        "dyad": lambda: chronicle.dyad(countries[0], rng.choice(countries[1:])),
        "network, a quarter": lambda: chronicle.network(*span()),
        "network, all": lambda: chronicle.network(),
        "network of actors, a quarter": lambda: chronicle.network(*span(), by="actor"),
        "sources": lambda: chronicle.sources(),
        "sources, a quarter": lambda: chronicle.sources(*span()),
        "totals": lambda: chronicle.totals(),
        "facets": lambda: chronicle.facets(),
    }
    print(f"{totals.articles:,} articles, {totals.tellings:,} tellings, {totals.occurrences:,} occurrences, {totals.actors:,} actors")
    for name, ask in asked.items():
        took, clock = [], []
        for _ in range(ASKED):
            start, begin = time.process_time(), time.perf_counter()
            ask()
            took.append(time.process_time() - start)
            clock.append(time.perf_counter() - begin)
        print(f"{name:30}  {_at(took, 0.5):7.1f} ms, 95th {_at(took, 0.95):7.1f} ms ({_at(clock, 0.95):.0f})", flush=True)


def _at(seconds: list[float], share: float) -> float:
    """The value below which this share of them lies, in milliseconds."""
    return sorted(seconds)[int(len(seconds) * share)] * 1000


if __name__ == "__main__":
    main()
