"""Files, folders and streams of every kind, whole and broken."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from pathlib import Path

import pytest

from rawi.errors import LeftOutError, PageError
from rawi.model import Article
from rawi.pages import sources, warc

STORY = "أعلنت الوزارة، اليوم، فتح باب التقدم إلى برنامج المنح، وقالت إن الطلبات تقبل حتى نهاية الشهر المقبل."
MORE = "وأوضحت أن البرنامج يشمل مئة منحة، وأن نتائج المفاضلة ستنشر على موقعها بعد أسبوعين من إغلاق باب التقدم."
PAGE = f"""<html><head><title>منح دراسية جديدة للطلبة</title></head>
<body><h1>منح دراسية جديدة للطلبة</h1><div><p>{STORY}</p><p>{MORE}</p></div></body></html>"""
ENGLISH = """<html><body><h1>A new programme of grants</h1>
<p>The ministry opened its programme of grants today, it said in a long statement.</p>
<p>Results are due in two weeks, it added, for all applicants.</p></body></html>"""
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صدى الميناء</title>
<item><title>منح دراسية جديدة</title><link>https://sada.example.lb/1</link>
<pubDate>Wed, 12 Feb 2025 21:11:00 GMT</pubDate><dc:creator>ليلى حداد</dc:creator><category>تعليم</category>
<content:encoded><![CDATA[<p>{STORY}</p><p>{MORE}</p>
<p><a href="/x">اقرأ أيضا: خبر آخر من الصفحة</a></p>]]></content:encoded></item>
<item><title>خبر بلا نص</title><link>https://sada.example.lb/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>بريد</title>
<entry><title>منح دراسية</title><link rel="alternate" href="https://a.example/9"/>
<published>2025-02-12T10:00:00+03:00</published><author><name>سامي</name></author>
<summary>{STORY}</summary></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://a.example/3</loc><news:news>
<news:publication_date>2025-02-12T10:00:00Z</news:publication_date>
<news:title>منح دراسية جديدة</news:title></news:news></url></urlset>"""


def articles(found: list[Article | PageError]) -> list[Article]:
    return [item for item in found if isinstance(item, Article)]


def errors(found: list[Article | PageError]) -> list[str]:
    return [str(item) for item in found if isinstance(item, PageError)]


def warc_record(url: str, body: bytes, content_type: str = "text/html", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
    fields = (
        "WARC/1.0",
        "WARC-Type: response",
        f"WARC-Target-URI: {url}",
        "Content-Type: application/http",
        f"Content-Length: {len(http)}",
    )
    head = "\r\n".join(fields) + "\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def test_a_file_of_one_article_has_its_name_as_id(tmp_path: Path) -> None:
    (tmp_path / "042.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "043.txt").write_text(f"عنوان من ثلاث كلمات\n\n{STORY}", encoding="utf-8")
    found = articles(list(sources(tmp_path)))
    assert [article.id for article in found] == ["042", "043"]
    assert found[0].paragraphs == (STORY, MORE)


def test_rows_are_read_past_a_broken_one(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"id": 7, "title": "عنوان أول", "published": "2025-02-12", "paragraphs": [STORY]},
            ensure_ascii=False,
        ),
        '{"id": "x", "title": ',
        "",
        json.dumps({"url": "https://a.example/1", "html": PAGE}, ensure_ascii=False),
        json.dumps({"id": "empty"}),
        json.dumps({"id": "late", "title": "عنوان", "published": "أمس", "paragraphs": [MORE]}, ensure_ascii=False),
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(rows), encoding="utf-8")
    found = list(sources(path))
    assert [article.id for article in articles(found)] == ["7", "https://a.example/1", "late"]
    assert [message.split(": ")[0] for message in errors(found)] == [f"{path}, line 2", f"{path}, line 5"]
    assert articles(found)[0].published == "2025-02-12"
    assert articles(found)[2].published is None
    assert "is not a date" in articles(found)[2].warnings[0]


def test_a_feed_gives_its_stories() -> None:
    first, second = articles(list(sources(BytesIO(RSS.encode()))))
    assert (first.title, first.author, first.section, first.outlet) == (
        "منح دراسية جديدة",
        "ليلى حداد",
        "تعليم",
        "صدى الميناء",
    )
    assert first.published == "2025-02-12T21:11:00+00:00"
    assert first.paragraphs == (STORY, MORE)
    assert "no text" in second.warnings[0]


def test_an_atom_feed_gives_its_stories() -> None:
    (article,) = articles(list(sources(BytesIO(ATOM.encode()))))
    assert (article.url, article.author, article.published) == (
        "https://a.example/9",
        "سامي",
        "2025-02-12T10:00:00+03:00",
    )
    assert article.paragraphs == (STORY,)
    assert "beginning" in article.warnings[0]


def test_a_news_sitemap_gives_titles_and_times() -> None:
    (article,) = articles(list(sources(BytesIO(SITEMAP.encode()))))
    assert (article.id, article.title, article.published) == (
        "https://a.example/3",
        "منح دراسية جديدة",
        "2025-02-12T10:00:00+00:00",
    )


def test_an_index_of_sitemaps_says_what_follows_it() -> None:
    (error,) = errors(list(sources(BytesIO(b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"))))
    assert "rawi fetch --follow" in error


@pytest.mark.parametrize("zipped", [False, True])
def test_an_archive_gives_its_pages_and_says_what_is_not_arabic(tmp_path: Path, zipped: bool) -> None:
    records = [
        warc_record("https://a.example/1", PAGE.encode()),
        warc_record("https://a.example/logo.png", b"\x89PNG....", "image/png"),
        warc_record("https://a.example/2", ENGLISH.encode()),
        warc_record("https://a.example/gone", b"<html>gone</html>", status="404 Not Found"),
        warc_record("https://a.example/menu", b"<html><body><nav><a href='/'>x</a></nav></body></html>"),
        warc_record("https://a.example/", PAGE.encode()),
        warc_record("https://a.example/3", gzip.compress(PAGE.encode()), "text/html\r\nContent-Encoding: gzip"),
    ]
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record) if zipped else record for record in records))
    found = list(sources(path))
    assert [article.id for article in articles(found)] == ["https://a.example/1", "https://a.example/3"]
    left_out = [item for item in found if isinstance(item, LeftOutError)]
    assert [error.reason for error in left_out] == ["not a page", "not in Arabic", "an error or a redirect", "no article on it", "a front page"]
    assert len(left_out) + len(articles(found)) == len(records)
    assert "https://a.example/2" in str(left_out[1])


@pytest.mark.parametrize(
    ("url", "front"),
    [
        ("https://a.example", True),
        ("https://a.example/ar/", True),
        ("https://a.example/index.php", True),
        ("https://a.example/?p=12", False),
        ("https://a.example/ar/news/1", False),
        ("urn:x", False),
        (None, False),
    ],
)
def test_a_front_page_is_known_by_its_address(url: str | None, front: bool) -> None:
    assert warc.is_front(url) is front


@pytest.mark.parametrize("zipped", [False, True])
def test_a_cut_archive_is_read_up_to_the_cut(tmp_path: Path, zipped: bool) -> None:
    records = [warc_record(f"https://a.example/{n}", PAGE.encode()) for n in range(3)]
    content = b"".join(gzip.compress(record) if zipped else record for record in records)
    path = tmp_path / "cut.warc"
    path.write_bytes(content[:-60])
    found = list(sources(path))
    assert len(articles(found)) == 2
    assert "damaged after record 2" in errors(found)[0]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.html", b"", "empty"),
        ("blank.txt", b" \n \n", "empty"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG picture"),
        ("noise.html", bytes(range(256)) * 40, "binary file"),
        ("menu.html", b"<html><body><nav><a href='/'>x</a></nav></body></html>", "no article"),
        ("english.html", ENGLISH.encode(), "Arabic"),
        ("feed.xml", b"<rss><channel></channel></rss>", "no stories"),
    ],
)
def test_bad_files_are_named_with_cause_and_mend(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (message,) = errors(list(sources(path)))
    assert message.startswith(f"{path}: ")
    assert said in message
    assert "\n" not in message


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    (message,) = errors(list(sources(tmp_path / "nowhere.html")))
    assert "no such file" in message


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    (message,) = errors(list(sources(tmp_path)))
    assert "in this folder" in message


def test_a_stream_is_known_by_its_first_bytes() -> None:
    row = json.dumps({"id": "r", "title": "عنوان", "paragraphs": [STORY]}, ensure_ascii=False).encode()
    text = f"عنوان من ثلاث كلمات\n\n{STORY}".encode()
    for content, title in (
        (PAGE.encode(), "منح دراسية جديدة للطلبة"),
        (row, "عنوان"),
        (text, "عنوان من ثلاث كلمات"),
    ):
        (article,) = articles(list(sources(BytesIO(content))))
        assert article.title == title
