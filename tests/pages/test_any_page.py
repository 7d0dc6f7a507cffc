"""Any bytes give an article or a PageError with one line, soon and in little memory."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from mutating import mutated, peak_megabytes, read_or_refuse

from rawi.errors import PageError
from rawi.model import Article
from rawi.pages import read_text, sources


@pytest.mark.parametrize("seed", range(60))
def test_mutated_pages_raise_nothing_but_page_errors(seed: int) -> None:
    read_or_refuse(mutated(seed))


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
        STORY + "<p " + "a " * 1_000_000 + ">x</p>",
        STORY + "\0" * 3_000_000 + STORY,
        STORY + "<div class='a b'><p>" * 50_000 + "&#0;" * 100_000,
        "<title>" + "خبر من الموقع | " * 200_000 + "</title>" + STORY,
        "<p>" + "<b class='lead'>أعلنت الوزارة فتح باب التقدم</b><br><br>" * 4_000 + "</p>" + STORY,
        STORY * 300_000,
    ],
    ids=[
        "deep",
        "bold",
        "attributes",
        "long",
        "tags",
        "one word",
        "links",
        "breaks",
        "heads",
        "json",
        "million",
        "nulls",
        "nested",
        "title",
        "marked lines",
        "50 MB",
    ],
)
def test_hostile_pages_end_soon_and_in_bounded_memory(page: str) -> None:
    data = page.encode()
    before, started = peak_megabytes(), time.process_time()
    read_or_refuse(data)
    assert time.process_time() - started < 2.0
    assert peak_megabytes() - before < 300
