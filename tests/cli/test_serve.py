"""``rawi serve`` says in one line why it cannot open, and opens where it can."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

RAWI = Path(sys.executable).with_name("rawi")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--read-only", "--db", "nothing.db"), "nothing.db: no such chronicle"),
        (("--db", "bad.db"), "bad.db: not a chronicle"),
        (("--host", "0.0.0.0"), "--token"),
        (("--token", "short"), "guessed"),
        (("--port", "TAKEN"), "give another --port"),
    ],
)
def test_what_keeps_it_closed_is_one_line(tmp_path: Path, options: tuple[str, ...], says: str) -> None:
    (tmp_path / "bad.db").write_text("no database")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = [str(taken.getsockname()[1]) if option == "TAKEN" else option for option in options]
        done = subprocess.run([RAWI, "serve", "--port", "0", *given], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_it_opens_at_the_address_that_it_prints(tmp_path: Path) -> None:
    with subprocess.Popen([RAWI, "serve", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = re.search(r"http://[\d.:]+/", server.stdout.readline())
        assert address is not None
        with urlopen(f"{address[0]}en/") as answer:
            page = answer.read().decode()
        server.terminate()
    assert "The chronicle is empty" in page
    assert (tmp_path / "rawi.db").exists()
