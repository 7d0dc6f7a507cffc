"""Hostile inputs, each harmless; who may come in; and what every answer forbids."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rawi.errors import UsageError
from rawi.web import Settings, make_app
from visiting import STORY, client, sent, token_of

SCRIPT = "<script>alert(1)</script>"
TOKEN = "a-token-long-enough"
BODY = "استقبل الرئيس الروسي فلاديمير بوتين، اليوم، الرئيس السوري أحمد الشرع في موسكو، وفق ما ذكرت وكالة تاس، وبحثا التعاون بين البلدين."


def hostile_page(title: str = "خبر", caption: str = "صورة", name: str = "كاتب", url: str = "https://a.example/1", related: str = "/x") -> str:
    """A page whose parts somebody chose with bad intent; markup in them is escaped once, as an honest page would show it."""

    def shown(text: str) -> str:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")

    return f"""<html lang="ar"><head><title>{shown(title)}</title><meta property="og:title" content="{shown(title)}">
    <link rel="canonical" href="{shown(url)}"><meta property="og:url" content="{shown(url)}"><meta name="author" content="{shown(name)}">
    <meta property="og:site_name" content="{shown(name)}"><meta property="article:published_time" content="2025-02-12T10:00:00+03:00"></head>
    <body><article><h1>{shown(title)}</h1><figure><img src="x.jpg"><figcaption>{shown(caption)}</figcaption></figure>
    <p>{BODY}</p><p>{BODY} {shown(title)}</p></article><section class="related-posts"><h3>مقالات ذات صلة</h3>
    <ul><li><a href="{shown(related)}">{shown(title)} عنوان آخر طويل</a></li></ul></section></body></html>"""


def uploaded(room: TestClient, page: str) -> str:
    token = token_of(room.get("/ar/read").text)
    response = room.post("/ar/read", data={"form": token}, files={"page": ("page.html", page.encode(), "text/html")})
    assert response.status_code == 200, response.text
    return response.text


@pytest.mark.parametrize("part", ["title", "caption", "name"])
@pytest.mark.parametrize("attack", [SCRIPT, '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}{% raw %}", "</textarea></template><svg onload=alert(1)>"])
def test_markup_of_an_article_stays_text(part: str, attack: str) -> None:
    page = uploaded(client(), hostile_page(**{part: f"بوتين يستقبل الشرع {attack} في موسكو"}))
    assert page.count("<script") == 1
    assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;", "", page)
    assert "<svg onload" not in page
    assert "49" not in re.findall(r"<h1>.*?</h1>", page, re.S)[0]


def test_markup_in_a_pasted_text_is_no_markup() -> None:
    page = sent(client(), text=STORY.replace("في موسكو", f"في موسكو {SCRIPT.replace('</', '< /')}"))
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "java\nscript:alert(1)", "//evil.example", "vbscript:x", " javascript:x"],
)
def test_only_web_addresses_become_links(url: str) -> None:
    page = uploaded(client(), hostile_page(url=url, related=url))
    links = re.findall(r'href="([^"]*)"', page)
    assert not [link for link in links if not re.match(r"(/(?!/)|#|https?://)", link)]


@pytest.mark.parametrize("mark", ["\u202e", "\u202d", "\u2066", "\u2067", "\u2068", "\u202a", "\u202b"])
def test_direction_overrides_do_not_reach_the_page(mark: str) -> None:
    room = client()
    assert mark not in uploaded(room, hostile_page(title=f"بوتين {mark}الشرع", caption=f"صورة {mark} الرئيس", name=f"كاتب{mark}"))
    assert mark not in sent(room, text=STORY.replace("بوتين", f"بو{mark}تين"))


def test_a_huge_upload_is_refused_by_its_length_and_while_it_comes() -> None:
    room = client(upload_limit=10_000)
    token = token_of(room.get("/en/read").text)
    answer = room.post("/en/read", data={"form": token}, files={"page": ("page.html", b"x" * 200_000, "text/html")})
    assert answer.status_code == 413
    answer = room.post("/api/read", content=(b" " * 1000 for _ in range(200)), headers={"content-type": "application/json"})
    assert answer.status_code == 413
    told = room.post("/en/read", content=b"", headers={"content-length": str(100 * 1024 * 1024)})
    assert told.status_code == 413


def test_a_huge_text_within_the_limit_is_refused_before_it_is_read() -> None:
    answer = client().post("/api/read", json={"text": "كلمة " * 100_000})
    assert answer.status_code == 422
    assert "200000" in answer.json()["error"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/..\\app.py",
        "/static//etc/passwd",
        "/static/",
        "/static/Regular.ttf%00",
    ],
)
def test_no_path_leads_out_of_the_static_files(path: str) -> None:
    assert client().get(path).status_code == 404


def test_no_header_can_be_put_into_an_answer() -> None:
    room = client()
    for back in ("/ar/read\r\nSet-Cookie: x=1", "//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"):
        answer = room.post("/ar/choices", data={"theme": "dark", "back": back}, follow_redirects=False)
        assert answer.headers["location"] == "/ar/"
        assert "x=1" not in str(answer.headers)


def test_a_cookie_of_choices_is_taken_only_for_what_is_offered() -> None:
    room = client()
    room.cookies.set("rawi_choices", 'theme="><script>&months=x&digits=y')
    page = room.get("/ar/about").text
    assert 'data-theme="auto"' in page


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a@localhost", "[::1"])
def test_a_foreign_host_name_is_not_answered(host: str) -> None:
    assert client().get("/ar/read", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8321", "127.0.0.1:80", "[::1]:8321"])
def test_the_rooms_own_names_are_answered(host: str) -> None:
    assert client().get("/ar/read", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/ar/read", "/ar/nothing", "/api", "/static/room.css", "/", "/api/read/none"])
def test_every_answer_forbids_what_no_page_needs(path: str) -> None:
    headers = client().get(path, follow_redirects=False).headers
    assert "'unsafe-inline'" not in headers["content-security-policy"]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


def test_no_page_needs_inline_script_or_style() -> None:
    room = client()
    for page in (sent(room, text=STORY), room.get("/ar/read").text, room.get("/en/about").text):
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src)", page)


def test_off_loopback_a_token_is_needed() -> None:
    with pytest.raises(UsageError, match="--token"):
        Settings(host="0.0.0.0")
    with pytest.raises(UsageError, match="guessed"):
        Settings(host="0.0.0.0", token="short")


def test_nobody_passes_without_the_token() -> None:
    room = client(token=TOKEN)
    answer = room.get("/ar/read?a=1", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ar/sign-in?back=%2Far%2Fread%3Fa%3D1")
    assert room.get("/api").status_code == 401
    assert room.post("/ar/read", data={"text": STORY}).status_code == 401
    assert room.get("/static/room.css").status_code == 200


def test_who_has_the_token_comes_in_by_form_or_header() -> None:
    room = client(token=TOKEN)
    assert room.get("/api", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert room.get("/api", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert room.post("/en/sign-in", data={"token": "wrong", "back": "/en/read"}).status_code == 403
    answer = room.post("/en/sign-in", data={"token": TOKEN, "back": "/en/read"}, follow_redirects=False)
    assert answer.headers["location"] == "/en/read"
    assert "samesite=lax" in answer.headers["set-cookie"].lower()
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert room.get("/en/read").status_code == 200
    room.post("/en/sign-out")
    assert room.get("/api").status_code == 401


def test_tokens_cannot_be_tried_without_end() -> None:
    room = client(token=TOKEN)
    answers = [room.post("/en/sign-in", data={"token": "wrong"}).status_code for _ in range(12)]
    assert answers[:10] == [403] * 10
    assert answers[-1] == 429


def test_a_mistake_of_ours_shows_a_page_and_no_trace() -> None:
    app = make_app(Settings())
    room = TestClient(app, base_url="http://localhost", raise_server_exceptions=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rawi.lore.load.version", lambda: 1 / 0)
        answer = room.get("/en/about")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "Something went wrong here" in answer.text
    assert answer.headers["content-security-policy"]
