"""Pages a second, beside trafilatura, newspaper4k and readability-lxml: ``python benchmarks/pages_speed.py
[FOLDER]``.

Reads every ``.html`` of FOLDER (default: the saved test pages, each padded to 100 KB as real pages are) on
one core, in turns,
and prints pages a second and what each reader gives. A peer that is not installed is left out.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rawi.errors import PageError
from rawi.pages import read_html
from rawi.pages.encoding import decode

SAVED = Path(__file__).parent.parent / "tests" / "pages" / "saved"
SIZE = 100_000  # bytes
MENU = "<nav><ul>" + "<li class='menu-item'><a href='/section'>قسم من أقسام الموقع</a></li>" * 40 + "</ul></nav>"
SCRIPT = "<script>var state = {'menu': ['" + "x" * 400 + "']};</script>"
SECONDS = 4.0

Reader = Callable[[str], object]


def padded(page: bytes) -> str:
    """The page with menus and scripts before its end, up to the size of real pages."""
    text = decode(page)
    while len(text.encode()) < SIZE:
        text = text.replace("</body>", MENU + SCRIPT * 4 + "</body>", 1) if "</body>" in text else text + MENU + SCRIPT
    return text


def rawi_reader() -> Reader:
    """The whole article: headline, time, author, section, picture, paragraphs, related stories."""

    def read(page: str) -> object:
        try:
            return read_html(page)
        except PageError:
            return None

    return read


def trafilatura_reader() -> Reader:
    """Text and metadata."""
    module = importlib.import_module("trafilatura")
    return lambda page: module.bare_extraction(page, with_metadata=True)


def newspaper_reader() -> Reader:
    """Text, headline, authors, date."""
    module = importlib.import_module("newspaper")
    plain = module.Config()
    plain.language = "en"  # its Arabic needs nltk's models, which are no part of a comparison of speed

    def read(page: str) -> object:
        article = module.Article("https://a.example/1", config=plain)
        article.download(input_html=page)
        article.parse()
        return article

    return read


def readability_reader() -> Reader:
    """Title and the body's HTML."""
    module = importlib.import_module("readability")
    return lambda page: (lambda document: (document.title(), document.summary()))(module.Document(page))


PEERS: dict[str, Callable[[], Reader]] = {
    "rawi": rawi_reader,
    "trafilatura": trafilatura_reader,
    "newspaper4k": newspaper_reader,
    "readability-lxml": readability_reader,
}


def pages_a_second(read: Reader, pages: list[str]) -> float:
    """Pages read in a second of processor time, over whole rounds and at least a few seconds."""
    read(pages[0])
    count, started = 0, time.process_time()
    while time.process_time() - started < SECONDS:
        for page in pages:
            read(page)
        count += len(pages)
    return count / (time.process_time() - started)


def main() -> None:
    """Print one line a reader."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAVED
    found = [path.read_bytes() for path in sorted(folder.glob("*.html"))]
    pages = [padded(page) if folder == SAVED else decode(page) for page in found]
    size = sum(len(page.encode()) for page in pages) / max(len(pages), 1) / 1000
    print(f"{len(pages)} pages of {size:.0f} KB on average, one core")
    ours = 0.0
    for name, make in PEERS.items():
        try:
            reader = make()
        except ImportError:
            print(f"{name:18} not installed")
            continue
        speed = pages_a_second(reader, pages)
        ours = ours or speed
        print(f"{name:18} {speed:8.1f} pages a second" + (f"   rawi is {ours / speed:.1f} times as fast" if speed != ours else ""))


if __name__ == "__main__":
    main()
