"""Dates: Rawi beside dateparser's ``search_dates`` and, where Node is, chrono-node. One run, the same
sentences.

    python benchmarks/dates_speed.py [--rounds N]

The sentences are those of docs/dates.md, each with the value that it must give. A peer that gives a day is
right for a month or a year too, if the day lies in it, and for a range if it gives its start: that favours
the peers. A sentence without date is right where nothing is found. chrono-node is installed by ``make bench``,
or by ``npm ci --prefix benchmarks``; where it is missing, the last line says so and why.

The tests hold Rawi to every one of these sentences, so its own count is no measure of how well it reads
others; the peers' counts and the speeds are what this shows. How well Rawi reads articles is measured on
coded articles, apart from this.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from rawi import dates

HERE = Path(__file__).parent
PUBLISHED = "2025-02-12"
ROW = re.compile(r"^\| (?P<text>.+?) \| (?P<expression>.+?) \| (?P<value>\S+) \|$", re.MULTILINE)
Found = list[list[str]]


class Sentence(NamedTuple):
    """A sentence and the value of its last date expression; ``None`` where it has none."""

    text: str
    value: str | None


class Result(NamedTuple):
    """What one reader did: values found in each sentence, and sentences a second."""

    name: str
    found: Found
    speed: float


def sentences() -> list[Sentence]:
    """The table of docs/dates.md."""
    table = (HERE.parent / "docs" / "dates.md").read_text("utf-8")
    rows = [match.groups() for match in ROW.finditer(table) if match["text"] != "text"]
    return [Sentence(text, None if value == "—" else value) for text, _, value in rows]


def run(name: str, read: Callable[[str], list[str]], texts: list[str], rounds: int) -> Result:
    """Read everything once for the values, then ``rounds`` times for the time; the fastest pass counts."""
    found = [read(text) for text in texts]
    fastest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            read(text)
        fastest = min(fastest, time.perf_counter() - start)
    return Result(name, found, len(texts) / fastest)


def with_rawi(text: str) -> list[str]:
    return [date.value for date in dates.find(text, PUBLISHED)]


def with_dateparser() -> Callable[[str], list[str]]:
    """``search_dates`` told all that helps it: the language, the day of publication, day first."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(PUBLISHED), "DATE_ORDER": "DMY"}

    def read(text: str) -> list[str]:
        found = search_dates(text, languages=["ar"], settings=settings) or []
        return [moment.date().isoformat() for _, moment in found]

    return read


def with_chrono(texts: list[str], rounds: int) -> Result | str:
    """chrono-node in one Node process; where it cannot run, why."""
    if not shutil.which("node"):
        return "Node.js is not installed"
    if not (HERE / "node_modules" / "chrono-node").is_dir():
        return "npm ci --prefix benchmarks was not run, or could not reach a registry"
    asked = json.dumps({"texts": texts, "published": PUBLISHED, "rounds": rounds})
    script = (HERE / "dates_chrono.mjs").read_text("utf-8")
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=asked,
        capture_output=True,
        text=True,
        cwd=HERE,
        check=False,
    )
    if done.returncode:
        return f"Node ended with {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"
    answer = json.loads(done.stdout)
    return Result("chrono-node", answer["found"], len(texts) / answer["seconds"])


def judge(sentence: Sentence, found: list[str]) -> str:
    """``right``, ``missed`` (nothing found) or ``wrong``."""
    if sentence.value is None:
        return "wrong" if found else "right"
    start = sentence.value.partition("/")[0]
    if any(value == sentence.value or value.startswith(start) for value in found):
        return "right"
    return "wrong" if found else "missed"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    lines = sentences()
    texts = [line.text for line in lines]
    results = [run("rawi", with_rawi, texts, rounds), run("dateparser", with_dateparser(), texts, rounds)]
    chrono = with_chrono(texts, rounds)
    results += [chrono] if isinstance(chrono, Result) else []
    print(f"{len(lines)} sentences of docs/dates.md, which the tests hold Rawi to: its own count is no surprise")
    print(f"{'reader':12} {'right':>6} {'wrong':>6} {'missed':>6}  {'sentences/s':>12}")
    for result in results:
        verdicts = [judge(line, found) for line, found in zip(lines, result.found, strict=True)]
        counts = " ".join(f"{verdicts.count(v):>6}" for v in ("right", "wrong", "missed"))
        print(f"{result.name:12} {counts}  {result.speed:>12,.0f}")
    for peer in results[1:]:
        print(f"rawi is {results[0].speed / peer.speed:.1f} times as fast as {peer.name}")
    if isinstance(chrono, str):
        print(f"chrono-node is left out: {chrono}")


if __name__ == "__main__":
    main()
