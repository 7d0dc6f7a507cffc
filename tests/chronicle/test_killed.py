"""A run that is killed at any moment, and run again, gives the same chronicle as one undisturbed; so do several that add at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from adding import records
from telling import all_of

from chronicles import new_database
from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter, OccurrenceRow

HERE = Path(__file__).parent
KILLS = int(os.environ.get("RAWI_KILLS", "6"))  # 50 where it is asked for; each takes seconds


def start(where: str, first: int, last: int) -> subprocess.Popen[bytes]:
    """A process that adds; comes back when it has opened the chronicle."""
    paths = os.pathsep.join([str(HERE), str(HERE.parent), *filter(None, [os.environ.get("PYTHONPATH")])])
    process = subprocess.Popen(
        [sys.executable, str(HERE / "adding.py"), where, str(first), str(last)], env={**os.environ, "PYTHONPATH": paths}, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    return process


def undisturbed(folder: Path) -> tuple[OccurrenceRow, ...]:
    """What one run without interruption makes."""
    with Chronicle(folder / "undisturbed.db") as chronicle:
        chronicle.add(records(), batch=5)
        return all_of(chronicle)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_killed_at_any_moment_and_run_again_it_is_the_same(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    wanted = undisturbed(tmp_path)
    by, stopped = random.Random(kind), 0
    for at in range(KILLS):
        where = str(tmp_path / f"{at}.db") if kind == "sqlite" else new_database(request.getfixturevalue("server"))
        process = start(where, 0, 60)
        time.sleep(by.uniform(0.0, 0.6))
        process.send_signal(signal.SIGKILL)
        stopped += process.wait() == -signal.SIGKILL
        with Chronicle(where) as chronicle:
            held = chronicle.totals()
            assert held.articles == len(chronicle.articles(limit=500).rows)
            assert sum(row.tellings for row in all_of(chronicle)) == held.tellings
            chronicle.add(records())
            assert all_of(chronicle) == wanted
            assert chronicle.totals().versions == 60
    assert stopped, "every run ended before it was killed"


def test_several_writers_make_the_same_chronicle(where: str, tmp_path: Path) -> None:
    wanted = undisturbed(tmp_path)
    Chronicle(where).close()
    running = [start(where, first, first + 20) for first in (0, 20, 40)]
    assert [process.wait() for process in running] == [0, 0, 0]
    with Chronicle(where) as chronicle:
        assert all_of(chronicle, Filter(type="CONSULT")) == tuple(row for row in wanted if row.type == "CONSULT")
        assert all_of(chronicle) == wanted


def test_several_first_writers_make_one_chronicle(where: str, tmp_path: Path) -> None:
    running = [start(where, first, first + 30) for first in (0, 30)]
    assert [process.wait() for process in running] == [0, 0]
    with Chronicle(where) as chronicle:
        assert all_of(chronicle) == undisturbed(tmp_path)
