"""A server on 127.0.0.1 that does what servers should not, one way a path."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = "افتتحت الوزارة اليوم برنامج المنح الجديد، وقالت إن البرنامج يشمل مئة منحة في ست جامعات."
MORE = "وأضافت أن التقديم يبدأ الأسبوع المقبل، وأن نتائج المفاضلة ستنشر على موقعها بعد أسبوعين."
TITLE = "منح دراسية جديدة للطلبة في ست جامعات"
PAGE = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div><p>{STORY}</p><p>{MORE}</p></div></body></html>"
ENGLISH = "<html><body><h1>A new programme of grants</h1><p>The ministry opened its programme of grants today, it said.</p></body></html>"


class Server(ThreadingHTTPServer):
    """Remembers who asked for what; ``robots``, ``feed`` and ``stories`` are what it serves now."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.robots: tuple[int, str] = (404, "")
        self.feed: list[str] = []
        self.failing: dict[str, int] = {}  # by path: how many more answers fail

    @property
    def url(self) -> str:
        """The address that paths are added to."""
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self) -> list[str]:
        """What was asked for, in order, but robots.txt."""
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, *_: object) -> None:
        """A client that cuts the connection is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, time.monotonic()))
        self.close_connection = True
        name = self.path.strip("/").partition("/")[0].partition("?")[0].replace(".", "_").replace("-", "_")
        with suppress(OSError):
            getattr(self, f"on_{name}", self.on_story)()

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Type": "text/html", "Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def on_robots_txt(self) -> None:
        status, text = self.server.robots
        self.answer(status, text.encode(), Content_Type="text/plain")

    def on_story(self) -> None:
        self.answer(200, PAGE.replace(TITLE, f"{TITLE} {self.path.strip('/')}").encode())

    def on_changing(self) -> None:
        if self.headers.get("If-None-Match") == '"v1"' or self.headers.get("If-Modified-Since"):
            self.answer(304, ETag='"v1"')
        else:
            self.answer(200, PAGE.encode(), ETag='"v1"')

    def on_zipped(self) -> None:
        self.answer(200, gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def on_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(20_000_000)), Content_Encoding="gzip")

    def on_cut_zip(self) -> None:
        self.answer(200, gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")

    def on_brotli(self) -> None:
        self.answer(200, b"\x0b\x02\x80", Content_Encoding="br")

    def on_slow(self) -> None:
        time.sleep(1.5)

    def on_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"<p>")
            self.wfile.flush()
            time.sleep(0.05)

    def on_dripping_head(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            self.wfile.write(f"X-{number}: y\r\n".encode())
            self.wfile.flush()
            time.sleep(0.05)

    def on_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(10_000):
            self.wfile.write(b"x" * 10_000)

    def on_says_huge(self) -> None:
        self.answer(200, b"<p>", Content_Length="99999999")

    def on_says_more(self) -> None:
        self.answer(200, PAGE.encode(), Content_Length=str(len(PAGE.encode()) + 500))

    def on_says_less(self) -> None:
        self.answer(200, PAGE.encode(), Content_Length=str(len(PAGE.encode()) - 14))

    def on_nonsense(self) -> None:
        self.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")

    def on_circle(self) -> None:
        self.answer(302, Location="/circle2" if self.path == "/circle" else "/circle")

    on_circle2 = on_circle

    def on_chain(self) -> None:
        left = int(self.path.rpartition("/")[2])
        self.answer(302, Location=f"/chain/{left - 1}" if left else "/story")

    def on_to_file(self) -> None:
        self.answer(302, Location="file:///etc/passwd")

    def on_to_closed(self) -> None:
        self.answer(301, Location="/closed/1")

    def on_forbidden(self) -> None:
        self.answer(403)

    def on_gone(self) -> None:
        self.answer(410)

    def on_picture(self) -> None:
        self.answer(200, b"\x89PNG....", Content_Type="image/png")

    def on_empty(self) -> None:
        self.answer(200, b"  ")

    def on_english(self) -> None:
        self.answer(200, ENGLISH.encode())

    def on_busy(self) -> None:
        """Fails as often as ``failing`` says, with the status and Retry-After of the path: ``/busy/429/1``."""
        _, status, after = self.path.strip("/").split("/")
        left = self.server.failing.get(self.path, 10)
        if left:
            self.server.failing[self.path] = left - 1
            self.answer(int(status), Retry_After=after)
        else:
            self.on_story()

    def on_feed(self) -> None:
        items = "".join(f"<item><title>{path}</title><link>{self.server.url}{path}</link></item>" for path in self.server.feed)
        text = f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>"
        tag = f'"{hash(text)}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304)
        else:
            self.answer(200, text.encode(), Content_Type="application/rss+xml", ETag=tag)

    def on_sitemaps_xml(self) -> None:
        listed = "".join(
            f"<sitemap><loc>{self.server.url}/{name}</loc>{when}</sitemap>"
            for name, when in (("old-sitemap.xml", "<lastmod>2019-01-01</lastmod>"), ("news-sitemap.xml", ""))
        )
        self.answer(200, f"<sitemapindex>{listed}</sitemapindex>".encode(), Content_Type="application/xml")

    def on_news_sitemap_xml(self) -> None:
        dated = [(path, date.today().isoformat()) for path in self.server.feed] + [("/long-ago", "2019-01-01")]
        items = "".join(f"<url><loc>{self.server.url}{path}</loc><lastmod>{day}</lastmod></url>" for path, day in dated)
        self.answer(200, gzip.compress(f"<urlset>{items}</urlset>".encode()), Content_Type="application/gzip")

    def on_undated_sitemap_xml(self) -> None:
        self.answer(200, f"<urlset><url><loc>{self.server.url}/s1</loc></url></urlset>".encode(), Content_Type="application/xml")


@contextmanager
def served() -> Iterator[Server]:
    """The server, running."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
