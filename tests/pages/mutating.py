"""Saved pages broken at random, the same way for the same seed: ``python tests/pages/mutating.py COUNT [FIRST]``.

Run as a script, it reads COUNT mutated pages, from seed FIRST on, and prints the slowest, the most memory, and any error that is no
:class:`rawi.errors.PageError`; the tests read some dozens.
"""

from __future__ import annotations

import random
import resource
import sys
import time
import traceback
from pathlib import Path

from rawi.errors import PageError
from rawi.model import Article
from rawi.pages import read_html

SAVED = sorted((Path(__file__).parent / "saved").glob("*.html"))
PIECES = [
    b"<div>", b"</div>", b"<p>", b"<table><tr><td>", b"<!--", b"-->", b"<![CDATA[", b"\0", b"\xff\xfe",
    b"&#x0;", b"&nbsp;", b"<br>", b"<script type='application/ld+json'>{", b"</script>",
    b"<time datetime='9999-99-99'>", b"<h1>", b"<meta property='og:title' content=''>",
    b"<a href='http://[::1'>", b"<svg>", b"<template>", b"<form>", b"<base href='//['>", b"\xd8",
    b"\xe2\x80\x8f", b"<meta charset=utf-16>", b"<time datetime='2025-02-12T25:61:00Z'>", b"<title>", b"<figure>",
    b'<div class="related">', b'<div class="author">', b"\xd9\xa1\xd9\xa2/\xd9\xa1\xd9\xa3/\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa5", b"<select>", b"<b>",
]  # fmt: skip


def mutated(seed: int) -> bytes:
    """A saved page with up to forty random cuts, insertions, repetitions and overwritten bytes; some with a stretch repeated very often."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(SAVED).read_bytes())
    for _ in range(chance.randint(1, 40)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[place:place] = chance.choice(PIECES)
            case 1:
                del data[place : place + chance.randint(1, 300)]
            case 2:
                data[place:place] = data[chance.randrange(len(data)) :][: chance.randint(1, 500)]
            case _:
                data[place : place + 4] = chance.randbytes(4)
        if not data:
            data = bytearray(b"<")
    if chance.random() < 0.02:
        place = chance.randrange(len(data))
        data[place:place] = bytes(data[place : place + chance.randint(1, 200)]) * chance.randint(100, 20_000)
    return bytes(data)


def read_or_refuse(data: bytes) -> bool:
    """Read a page: True for an article with paragraphs, False for an error of one line. Raises ``AssertionError`` for anything between."""
    try:
        article = read_html(data, "https://a.example.sy/1")
    except PageError as error:
        assert "\n" not in str(error)
        return False
    assert isinstance(article, Article)
    assert article.paragraphs
    return True


def peak_megabytes() -> float:
    """The most memory that this process has held so far, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


def main() -> None:
    """Read many and print what they cost."""
    count, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    read = failed = 0
    slowest, slowest_seed, started = 0.0, first, time.process_time()
    for seed in range(first, first + count):
        data = mutated(seed)
        begun = time.process_time()
        try:
            read += read_or_refuse(data)
        except Exception:
            failed += 1
            print(f"seed {seed}:", traceback.format_exc(limit=-3), flush=True)
        took = time.process_time() - begun
        if took > slowest:
            slowest, slowest_seed = took, seed
        if (seed - first + 1) % 10_000 == 0:
            print(f"{seed - first + 1} pages, slowest {slowest:.2f} s (seed {slowest_seed})", flush=True)
    print(f"{count} mutated pages: {read} read, {count - read - failed} refused, {failed} with another error")
    each = (time.process_time() - started) / count * 1000
    print(f"slowest {slowest:.2f} s (seed {slowest_seed}), peak memory {peak_megabytes():.0f} MB, {each:.1f} ms each")


if __name__ == "__main__":
    main()
