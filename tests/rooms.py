"""The demo chronicle, a room that is open on it, and a browser that visits the room."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

import rawi
from rawi.chronicle import Chronicle
from rawi.demo import pages
from visiting import client

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def demo_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chronicle of the demo articles, to be left as it is."""
    path = tmp_path_factory.mktemp("chronicle") / "demo.db"
    with Chronicle(path) as chronicle:
        chronicle.add(rawi.read(page.read_bytes()) for page in pages())
    return path


@pytest.fixture
def room() -> TestClient:
    """A room without a chronicle."""
    return client()


@pytest.fixture(scope="session")
def demo_room(demo_db: Path) -> TestClient:
    """A room on the demo chronicle, to be left as it is."""
    return client(db=str(demo_db))


@pytest.fixture
def own_room(demo_db: Path, tmp_path: Path) -> TestClient:
    """A room on a copy of the demo chronicle, to be changed."""
    shutil.copy(demo_db, tmp_path / "own.db")
    return client(db=str(tmp_path / "own.db"))


@pytest.fixture(scope="session")
def address(demo_db: Path) -> Iterator[str]:
    """The address of a room on the demo chronicle that a real server serves on this machine."""
    import uvicorn

    from rawi.web import Settings, make_app

    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(make_app(Settings(db=str(demo_db), read_only=True)), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=5)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield opened
        opened.close()
