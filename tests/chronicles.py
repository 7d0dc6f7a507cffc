"""Chronicles on both databases: SQLite in a file, and a PostgreSQL server that is started for the tests and thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from rawi.chronicle import Chronicle
from rawi.demo import pages as demo_pages
from rawi.model import Record
from rawi.pages import sources
from rawi.reading import read

Open = Callable[[], Chronicle]
_numbers = count(1)


@pytest.fixture(scope="session")
def demo() -> list[Record]:
    """The records of the demo articles."""
    return [read(article) for page in demo_pages() for article in sources(page) if not isinstance(article, Exception)]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server, without a database; skips where none can be had."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'rawi[postgresql]'")
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed: its programs initdb and postgres are not there")
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="rawi-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "rawi", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"],
        check=True, capture_output=True, user=user, cwd="/",
    )  # fmt: skip
    settings = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={folder}", "-c", "fsync=off", "-c", "shared_buffers=64MB"]
    running = subprocess.Popen(
        [programs / "postgres", "-D", data, *settings], user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(folder)
        yield f"postgresql://rawi@/{{}}?host={folder}"
    finally:
        running.terminate()
        running.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _user() -> str | None:
    """Whom to run the server as: PostgreSQL refuses to be run by root."""
    if os.geteuid():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    pytest.skip("PostgreSQL refuses to be run by root, and there is no other user")


def _await(folder: Path) -> None:
    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(host=str(folder), user="rawi", dbname="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    pytest.fail("the PostgreSQL server did not start")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a chronicle that is not there yet."""
    if request.param == "sqlite":
        return str(tmp_path / "rawi.db")
    return new_database(request.getfixturevalue("server"))


def new_database(server: str) -> str:
    """The address of a new, empty database."""
    import psycopg

    name = f"rawi_{next(_numbers)}"
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name)


@pytest.fixture
def chronicle(where: str) -> Iterator[Chronicle]:
    """An empty chronicle."""
    with Chronicle(where) as opened:
        yield opened


@pytest.fixture
def demo_chronicle(chronicle: Chronicle, demo: list[Record]) -> Chronicle:
    """The chronicle of the demo articles."""
    chronicle.add(demo)
    return chronicle
