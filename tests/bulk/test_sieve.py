"""The quick filter leaves out what is surely no Arabic news, and nothing that the reader would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.bulk import sieve
from rawi.pages.warc import Entry

SAVED = sorted((Path(__file__).parent.parent / "pages" / "saved").glob("*.html"))
ENGLISH = b"<html><body>" + b"<p>The council met again on Monday to discuss the new line.</p>" * 40 + b"</body></html>"
FRENCH = "<p>Le conseil a été réuni à l'hôtel de ville, où l'été déjà finissait.</p>".encode() * 60


@pytest.mark.parametrize("path", SAVED, ids=lambda path: path.stem)
def test_every_saved_page_passes_in_whatever_encoding(path: Path) -> None:
    assert sieve.reason(Entry("response", "https://a.example/news/1", "text/html", path.read_bytes())) is None


def test_a_page_of_character_references_passes() -> None:
    assert sieve.may_be_arabic("".join(f"&#{ord(letter)};" for letter in "مجلس المدينة" * 30).encode())


@pytest.mark.parametrize("content", [ENGLISH, FRENCH, b"", "<p>مجلس</p>".encode()])
def test_what_has_hardly_an_arabic_letter_is_left_out(content: bytes) -> None:
    assert not sieve.may_be_arabic(content)


@pytest.mark.parametrize(
    ("url", "listing"),
    [
        ("https://a.example/tag/النفط", True),
        ("https://a.example/search?q=x", True),
        ("https://a.example/author/laila/", True),
        ("https://a.example/sport/page/12/", True),
        ("https://a.example/tag/oil/12345/the-price-rises", False),
        ("https://a.example/news/12345", False),
        (None, False),
    ],
)
def test_lists_of_stories_are_known_by_their_address(url: str | None, listing: bool) -> None:
    assert sieve.lists_stories(url) is listing
