"""The pictures of the manual, taken of the demo chronicle: ``python tests/screenshots.py`` writes ``docs/screenshots`` anew."""

from __future__ import annotations

import base64
import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, sync_playwright

import rawi
from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter
from rawi.demo import pages
from rawi.web import Settings, make_app

PLACE = Path(__file__).parents[1] / "docs" / "screenshots"
SHARAA = quote("person/SYR/احمد الشرع", safe="")
AS_WEBP = """async png => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + png)).blob());
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.width, picture.height];
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', 0.86).split(',')[1];
}"""


def shots(chronicle: Chronicle) -> dict[str, tuple[str, str]]:
    """Each picture's address and colours."""
    call = max(chronicle.occurrences(Filter(mode="phone")).rows, key=lambda row: row.tellings)
    return {
        "timeline": ("/ar/?until=2025-02-13", "light"),
        "occurrence": (f"/en/occurrence/{call.id}", "light"),
        "readouts": (f"/en/readouts/{call.id}", "light"),
        "article": (f"/ar/article/{call.article}", "light"),
        "actor": (f"/en/actor/{SHARAA}", "light"),
        "dyad": ("/ar/dyad?one=RUS&other=SYR", "light"),
        "network": ("/en/network", "dark"),
        "sources": ("/ar/sources", "dark"),
    }


def take(browser: Browser, address: str, wanted: dict[str, tuple[str, str]]) -> None:
    """Write every picture."""
    workshop = browser.new_page()
    for name, (path, scheme) in wanted.items():
        colours: Any = scheme
        page = browser.new_page(viewport={"width": 1280, "height": 1040}, color_scheme=colours)
        page.goto(address + path)
        page.evaluate("document.fonts.ready")
        if name == "article":
            page.locator(".story .body a.m.actor").first.hover()
            page.wait_for_selector("#pop:visible")
        webp = workshop.evaluate(AS_WEBP, base64.b64encode(page.screenshot()).decode())
        (PLACE / f"{name}.webp").write_bytes(base64.b64decode(webp))
        page.close()


def main() -> None:
    """Fill a chronicle, serve it, visit it."""
    chromium = shutil.which("chromium") or sys.exit("screenshots: no Chromium is installed (apt-get install chromium)")
    PLACE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Chronicle(f"{folder}/demo.db") as chronicle:
        chronicle.add(rawi.read(page.read_bytes()) for page in pages())
        listener = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(Settings(db=f"{folder}/demo.db")), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.05)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            take(browser, f"http://127.0.0.1:{listener.getsockname()[1]}", shots(chronicle))
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
