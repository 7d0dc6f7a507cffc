"""How long the command takes to start, and what loading the knowledge costs: ``python benchmarks/start.py``.

Each figure is a median of five runs of a process of its own. *Cold* is the first run after an installation or a change of the knowledge, which
compiles it; *warm* is every later one. Python keeps its compiled modules, as it does where nobody forbids it, here in a folder of their own.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import PUBLISHED, median_seconds

RUNS = 5
PARAGRAPH = "لقاء في مسقط\n\nالتقى وزير الخارجية العماني بدر البوسعيدي نظيره الأردني أيمن الصفدي في مسقط أمس الثلاثاء.\n"
CHILD = """
import json, sys, time
from measure import peak_megabytes
from rawi.model import Article
start = time.perf_counter()
from rawi.reading import read
imported, before = time.perf_counter(), peak_megabytes()
article = Article(paragraphs=(sys.stdin.read(),))
times = []
for _ in range(2):
    begun = time.perf_counter()
    read(article)
    times.append(time.perf_counter() - begun)
print(json.dumps({"load": times[0] - times[1], "import": imported - start, "before": before, "after": peak_megabytes()}))
"""


def with_caches(folder: Path) -> dict[str, str]:
    """The environment of a process that keeps compiled knowledge in ``folder`` and compiled modules beside it."""
    return {"RAWI_CACHE": str(folder), "PYTHONPYCACHEPREFIX": str(folder.parent / "modules"), "PYTHONDONTWRITEBYTECODE": ""}


def loaded(cache: Path) -> dict[str, float]:
    """What the first article costs more than the second, in seconds, and the memory before and after it, in MB."""
    env = {**os.environ, **with_caches(cache), "PYTHONPATH": str(Path(__file__).parent)}
    done = subprocess.run([sys.executable, "-c", CHILD], input=PARAGRAPH, env=env, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in json.loads(done.stdout).items()}


def median(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def main() -> None:
    """Print one line a figure."""
    rawi = str(Path(sys.executable).with_name("rawi"))
    reading = [rawi, "read", "--published", PUBLISHED, "-"]
    with tempfile.TemporaryDirectory() as folder:
        colds = [Path(folder, str(run)) for run in range(RUNS)]
        warm = with_caches(colds[0])
        cold = median([loaded(cache) for cache in colds])
        print(f"rawi --version                          {median_seconds([rawi, '--version'], RUNS, more=warm):6.2f} s")
        print(f"rawi read, one paragraph                {median_seconds(reading, RUNS, PARAGRAPH, warm):6.2f} s")
        kept = median([loaded(colds[0]) for _ in range(RUNS)])
    print(f"of that, importing the flow             {kept['import']:6.2f} s")
    print(f"of that, loading the knowledge, warm    {kept['load']:6.2f} s   {_memory(kept)}")
    print(f"compiling the knowledge, cold           {cold['load']:6.2f} s   {_memory(cold)}")


def _memory(figures: dict[str, float]) -> str:
    return f"{figures['after'] - figures['before']:4.0f} MB more, {figures['after']:.0f} MB in all"


if __name__ == "__main__":
    main()
