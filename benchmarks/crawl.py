"""A crawl made of our own pages, the same for the same numbers: ``python benchmarks/crawl.py DIR FILES RECORDS``.

A tenth of the records are Arabic news (the saved test pages, each with a headline of its own); the rest is what crawls hold besides: pages in
English, French, Persian and Urdu, front pages, lists, pictures, scripts, error pages, redirects, robots.txt.
"""

from __future__ import annotations

import gzip
import random
import sys
from pathlib import Path

from rawi.pages.encoding import decode

SAVED = Path(__file__).parent.parent / "tests" / "pages" / "saved"
LATIN = (
    "The council met again on Monday. ",
    "Le conseil municipal se réunira demain à huit heures. ",
    "El alcalde inauguró la nueva línea de tranvía. ",
)
OTHERS = (
    "رئیس شورای شهر گفت که این طرح برای همه ساکنان است و اجرای آن از ماه آینده آغاز شده است. ",
    "میئر نے کہا کہ یہ منصوبہ شہر کے تمام لوگوں کے لیے ہے اور اس پر کام اگلے مہینے شروع ہو گا۔ ",
)


def record(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """One response as a gzip member."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    fields = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n"
    return gzip.compress(fields.encode() + http + b"\r\n\r\n", compresslevel=1, mtime=0)


def noise(chance: random.Random, url: str) -> bytes:
    """A record that is no Arabic news."""
    menu = "<ul>" + "".join(f"<li><a href='/s/{n}'>Section {n}</a></li>" for n in range(60)) + "</ul>"
    match chance.randrange(12):
        case 0:
            return record(url + ".png", b"\x89PNG\r\n\x1a\n" + chance.randbytes(4_000), "image/png")
        case 1:
            return record(url + ".js", b"var a = 1;\n" * 900, "application/javascript")
        case 2:
            return record(url, b"<html>Not found</html>", status="404 Not Found")
        case 3:
            return record(url, b"", status="301 Moved Permanently")
        case 4:
            return record(url.partition("/news")[0] + "/robots.txt", b"User-agent: *\n", "text/plain")
        case 5:
            text = chance.choice(OTHERS)
            return record(url, f"<html><body>{menu}<h1>{text}</h1>{f'<p>{text * 4}</p>' * 5}</body></html>".encode())
        case 6:
            links = "".join(f"<li><a href='/news/{n}'>خبر من أخبار الموقع رقم {n}</a></li>" for n in range(40))
            return record(
                url.partition("/news")[0] + f"/tag/{chance.randrange(99)}", f"<html><body><h1>وسم</h1><ul>{links}</ul></body></html>".encode()
            )
        case _:
            text = chance.choice(LATIN) * 5
            paragraphs = "".join(f"<p>{text}{chance.random()}</p>" for _ in range(12))
            return record(url, f"<html><head><title>News</title></head><body>{menu}<h1>News</h1>{paragraphs}{menu}</body></html>".encode())


def make(folder: Path, files: int, records: int) -> None:
    """Write the crawl, unless a file is there already."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [decode(path.read_bytes()) for path in sorted(SAVED.glob("*.html"))]
    for number in range(files):
        path = folder / f"crawl-{number:03d}.warc.gz"
        if path.exists():
            continue
        chance = random.Random(number)
        with path.open("wb") as out:
            for place in range(records // files):
                url = f"https://site{chance.randrange(50)}.example/news/{number}/{place}"
                if place % 10 == 3:
                    out.write(record(url, chance.choice(pages).replace("</h1>", f" {number * 100_000 + place}</h1>").encode()))
                else:
                    out.write(noise(chance, url))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
