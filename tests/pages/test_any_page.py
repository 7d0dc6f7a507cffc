"""Any bytes give an article or a PageError with one line, soon and in little memory."""

from __future__ import annotations

import random
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rawi.errors import PageError
from rawi.model import Article
from rawi.pages import read_html, read_text, sources

SAVED = sorted((Path(__file__).parent / "saved").glob("*.html"))
PIECES = [
    b"<div>", b"</div>", b"<p>", b"<table><tr><td>", b"<!--", b"-->", b"<![CDATA[", b"\0", b"\xff\xfe",
    b"&#x0;", b"&nbsp;", b"<br>", b"<script type='application/ld+json'>{", b"</script>",
    b"<time datetime='9999-99-99'>", b"<h1>", b"<meta property='og:title' content=''>",
    b"<a href='http://[::1'>", b"<svg>", b"<template>", b"<form>", b"<base href='//['>", b"\xd8",
    b"\xe2\x80\x8f",
]  # fmt: skip


def read_or_refuse(data: bytes) -> None:
    try:
        article = read_html(data, "https://a.example.sy/1")
    except PageError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(article, Article)
        assert article.paragraphs


@pytest.mark.parametrize("seed", range(60))
def test_mutated_pages_raise_nothing_but_page_errors(seed: int) -> None:
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
    read_or_refuse(bytes(data))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.binary(max_size=400))
def test_any_bytes_raise_nothing_but_page_errors(data: bytes) -> None:
    read_or_refuse(data)
    for found in sources(BytesIO(data)):
        assert isinstance(found, Article | PageError)


@settings(max_examples=150, deadline=None)
@given(some.text(alphabet=some.sampled_from("وزير الخارجية\n.:،(12/5)م•<>&\u200f\u0640"), max_size=300))
def test_any_text_raises_nothing_but_page_errors(text: str) -> None:
    try:
        read_text(text)
    except PageError as error:
        assert str(error)


STORY = "<p>أعلنت الوزارة، اليوم، فتح باب التقدم إلى برنامج المنح، وقالت إن الطلبات تقبل حتى نهاية الشهر.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + STORY,
        STORY + "<b>" * 200_000 + "x",
        STORY + "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">x</p>",
        STORY * 20_000,
        "<p>x" * 1_000_000,
        STORY + "<p>" + "س" * 5_000_000 + "</p>",
        STORY + "<a href='/x'>خبر آخر من الموقع لا شأن له</a>" * 20_000,
        STORY + "<br>" * 300_000,
        "<ul>" + "<li><a href='/t'>مقالات ذات صلة</a></li>" * 20_000 + "</ul>" + STORY,
        "<script type='application/ld+json'>" + "[" * 200_000 + "</script>" + STORY,
    ],
    ids=["deep", "bold", "attributes", "long", "tags", "one word", "links", "breaks", "heads", "json"],
)
def test_hostile_pages_cost_no_more_than_two_seconds(page: str) -> None:
    started = time.process_time()
    read_or_refuse(page.encode())
    assert time.process_time() - started < 2.0
