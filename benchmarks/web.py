"""The reading room under readers: ``make bench-web``.

Fills a chronicle of 100,000 generated articles (or takes ``--db``), serves it with ``rawi serve`` in a process of its own, and sends twenty
readers over loopback, each on a connection of its own, who walk through all kinds of pages with filters, actors and occurrences drawn
anew. After a round that warms up, twice: readers who look at a page for a second, as fast people do, and readers who ask again at once,
which measures the server at its limit. Printed are the time from the first byte asked to the last byte got, by kind of page, and the
server's peak memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

from chronicle_world import World
from rawi.chronicle import Chronicle

READERS, LEAST_MS, MOST_MB = 20, 100, 400


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--db", default="", help="a chronicle that is there already")
    parser.add_argument("--seconds", type=int, default=30, help="for each of the two rounds")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = given.db or f"{folder}/rawi.db"
        if not given.db:
            with Chronicle(db) as chronicle:
                chronicle.add(planted.record for planted in islice(World(1).articles(given.articles), given.articles))
        _measure(db, given.seconds)


def _measure(db: str, seconds: int) -> None:
    program = Path(sys.executable).with_name("rawi")
    server = subprocess.Popen([program, "serve", "--db", db, "--read-only", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)", server.stdout.readline())
        assert found is not None
        port = int(found[1])
        paths = _paths(port)
        asyncio.run(_round(port, paths, 0.2, 20, "warm"))  # what a server that has been open for a while has at hand
        for pause in (1.0, 0.0):
            taken = asyncio.run(_round(port, paths, pause, seconds, f"pause {pause}"))
            _print(f"{READERS} readers, {'a page a second each' if pause else 'without a pause'}", taken, seconds)
        print(f"peak memory of the server {_peak_megabytes(server.pid):8.0f} MB (to be under {MOST_MB})")
    finally:
        server.terminate()
        server.wait()


def _ask(port: int, path: str) -> Any:
    with urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        return json.load(answer)


def _paths(port: int) -> dict[str, Callable[[random.Random], str]]:
    """For each kind of page how an address of it is drawn."""
    rows = [row for kind in ("CONSULT", "ASSAULT", "ACCUSE", "AGREE") for row in _ask(port, f"/api/occurrences?type={kind}&limit=200")["rows"]]
    articles = [row["id"] for row in _ask(port, "/api/articles?limit=200")["rows"]]
    countries = [one["value"] for one in _ask(port, "/api/facets")["countries"]][:40]
    actors = [actor["id"] for row in rows for actor in row["actors"]]
    talks = [row["id"] for row in rows if row["type"] == "CONSULT"]
    words = [actor["name"].split()[-1] for row in rows for actor in row["actors"]]

    def language(rng: random.Random) -> str:
        return rng.choice(("ar", "en"))

    return {
        "timeline": lambda r: f"/{language(r)}/",
        "timeline, a country's": lambda r: f"/{language(r)}/?actor={r.choice(countries)}",
        "timeline, an actor's": lambda r: f"/{language(r)}/?actor={quote(r.choice(actors))}",
        "timeline, a category's": lambda r: f"/{language(r)}/?type={r.choice(('CONSULT', 'ASSAULT', 'AGREE'))}&since=2024-0{r.randint(1, 9)}-01",
        "occurrence": lambda r: f"/{language(r)}/occurrence/{r.choice(rows)['id']}",
        "readouts": lambda r: f"/{language(r)}/readouts/{r.choice(talks)}",
        "article": lambda r: f"/{language(r)}/article/{r.choice(articles)}",
        "actor": lambda r: f"/{language(r)}/actor/{quote(r.choice(actors), safe='')}",
        "actors": lambda r: f"/{language(r)}/actors?name={quote(r.choice(words))}",
        "two parties": lambda r: f"/{language(r)}/dyad?one={r.choice(countries[:20])}&other={r.choice(countries[20:])}",
        "network": lambda r: f"/{language(r)}/network",
        "sources": lambda r: f"/{language(r)}/sources",
        "search": lambda r: f"/{language(r)}/search?q={quote(r.choice(words))}",
        "about the data": lambda r: f"/{language(r)}/about",
    }


async def _round(port: int, paths: dict[str, Callable[[random.Random], str]], pause: float, seconds: int, name: str) -> dict[str, list[float]]:
    """Milliseconds of every answer, by kind of page. Each round draws addresses of its own."""
    taken: dict[str, list[float]] = defaultdict(list)
    end = time.monotonic() + seconds
    await asyncio.gather(*(_reader(port, paths, pause, end, random.Random(f"{name} {number}"), taken) for number in range(READERS)))
    return taken


async def _reader(
    port: int, paths: dict[str, Callable[[random.Random], str]], pause: float, end: float, rng: random.Random, taken: dict[str, list[float]]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(rng.random() * pause)
    while time.monotonic() < end:
        kind = rng.choice(list(paths))
        start = time.perf_counter()
        writer.write(f"GET {paths[kind](rng)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head)
        await reader.readexactly(int(length[1]) if length else 0)
        if not re.match(rb"HTTP/1.1 [24]00|HTTP/1.1 404", head):
            raise SystemExit(f"{kind}: {head[:60]!r}")
        taken[kind].append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(pause * rng.uniform(0.5, 1.5))
    writer.close()


def _print(what: str, taken: dict[str, list[float]], seconds: int) -> None:
    everything = [one for times in taken.values() for one in times]
    print(f"{what}: {len(everything) / seconds:.0f} pages a second; of 100 pages 95 within (to be under {LEAST_MS} ms)")
    for kind, times in [*taken.items(), ("all", everything)]:
        ordered = sorted(times)
        print(f"  {kind:24} {ordered[int(len(ordered) * 0.95)]:8.0f} ms   half within {ordered[len(ordered) // 2]:6.0f} ms   {len(ordered):6} pages")


def _peak_megabytes(process: int) -> float:
    """The most memory that a process has held."""
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()
