"""How the cost grows: with an article's length, and with the workers that read a crawl: ``python benchmarks/scaling.py [RECORDS]``.

An article twice as long is to cost twice as much, and two workers are to read a crawl in half the time. The crawl is made by ``crawl.py``; the
start of workers and knowledge is part of the time, so a short crawl scales worse than a long one.
"""

from __future__ import annotations

import gc
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

import crawl
from measure import articles
from rawi import reading
from rawi.model import Article

LENGTHS = (1, 2, 4, 8, 16)  # articles of 250 words put together
RECORDS = 20_000


def longer(times: int) -> list[Article]:
    """Ten articles of so many times 250 words."""
    parts = articles(10 * times)
    groups = [parts[place : place + times] for place in range(0, len(parts), times)]
    return [msgspec.structs.replace(group[0], paragraphs=tuple(text for one in group for text in one.paragraphs)) for group in groups]


def by_length() -> None:
    """Milliseconds for 250 words in articles of growing length."""
    gc.set_threshold(50_000)
    first = 0.0
    for times in LENGTHS:
        texts = longer(times)
        best = float("inf")
        for _ in range(4):
            started = time.process_time()
            for text in texts:
                reading.read(text)
            best = min(best, time.process_time() - started)
        cost = best / len(texts) / times * 1000
        first = first or cost
        print(f"{times * 250:6} words            {cost:6.2f} ms for 250 words   {cost / first:.2f} of the shortest's")


def by_workers(records: int) -> None:
    """Seconds, efficiency and memory of one and two workers over one crawl."""
    with tempfile.TemporaryDirectory() as folder:
        crawl.make(Path(folder, "crawl"), 10, records)
        one = 0.0
        for jobs in (1, 2):
            took = _bulk(Path(folder), jobs)
            one = one or took
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
            print(f"{jobs} {'worker ' if jobs == 1 else 'workers'}              {took:6.1f} s, {records / took:6.0f} records/s, "
                  f"efficiency {one / took / jobs:.2f}, largest process {peak:.0f} MB")  # fmt: skip


def _bulk(folder: Path, jobs: int) -> float:
    rawi, out = Path(sys.executable).with_name("rawi"), folder / f"out{jobs}"
    command = [str(rawi), "bulk", str(folder / "crawl"), "--out", str(out), "--jobs", str(jobs), "--part-mb", "1"]
    started = time.monotonic()
    subprocess.run(command, check=True, env=os.environ, stderr=subprocess.DEVNULL)
    return time.monotonic() - started


if __name__ == "__main__":
    by_length()
    by_workers(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS)
