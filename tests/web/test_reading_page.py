"""A text goes in, its record is shown, in both languages; nothing is stored, and forms from elsewhere are refused."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rawi.demo import pages
from rawi.model import Record
from visiting import STORY, client, sent, token_of


@pytest.mark.parametrize(("language", "direction", "name"), [("ar", "rtl", "فلاديمير بوتين"), ("en", "ltr", "Vladimir Putin")])
def test_a_pasted_text_shows_its_record_in_the_readers_language(room: TestClient, language: str, direction: str, name: str) -> None:
    page = sent(room, language, text=STORY)
    assert f'<html lang="{language}" dir="{direction}"' in page
    assert re.search(rf"<bdi[^>]*>{name}</bdi>", page)
    assert '<article class="story" lang="ar" dir="rtl">' in page


def test_marks_point_at_entries_of_the_record(room: TestClient) -> None:
    page = sent(room, text=STORY)
    links = set(re.findall(r'<a class="m [^"]*" href="#(\w+)"', page))
    assert {"a1", "e1", "d1"} <= links
    assert all(f'id="{link}"' in page for link in links)


def test_an_uploaded_page_shows_headline_dateline_caption_and_credit(room: TestClient) -> None:
    token = token_of(room.get("/ar/read").text)
    page = next(page for page in pages() if page.stem == "call-damascus")
    text = room.post("/ar/read", data={"form": token}, files={"page": (page.name, page.read_bytes(), "text/html")}).text
    assert "الأربعاء 12 شباط 2025، 22:25" in text
    assert "2025-02-12T22:25:00+03:00" in text
    assert "الرئيس السوري أحمد الشرع في قصر الشعب بدمشق" in text
    assert "سانا" in text
    assert "مقالات ذات صلة" not in text
    assert "ما مصير القواعد الروسية على الساحل السوري؟" in text


def test_the_switch_keeps_the_page(room: TestClient) -> None:
    page = sent(room, text=STORY)
    path = re.search(r'class="switch" href="(/en/read/[\w-]+)"', page)
    assert path
    assert "Vladimir Putin" in room.get(path[1]).text


@pytest.mark.parametrize("months", ["levantine", "gulf", "tunisian"])
def test_months_are_named_as_the_reader_chose(room: TestClient, months: str) -> None:
    room.post("/ar/choices", data={"months": months, "digits": "arab", "back": "/ar/read"})
    named = {"levantine": "شباط", "gulf": "فبراير", "tunisian": "فيفري"}[months]
    assert f"الأربعاء ١٢ {named} ٢٠٢٥" in sent(room, text=STORY)


def test_a_record_that_nobody_kept_is_not_there(room: TestClient) -> None:
    response = room.get("/en/read/unknown")
    assert response.status_code == 404
    assert "There is no such page" in response.text


@pytest.mark.parametrize(("language", "says"), [("ar", "لا شيء يُقرأ"), ("en", "There is nothing to read")])
def test_an_empty_form_says_so(room: TestClient, language: str, says: str) -> None:
    token = token_of(room.get(f"/{language}/read").text)
    response = room.post(f"/{language}/read", data={"form": token, "text": "  "})
    assert response.status_code == 422
    assert says in response.text


def test_a_text_in_another_language_is_named_as_such_and_kept_in_the_form(room: TestClient) -> None:
    token = token_of(room.get("/en/read").text)
    response = room.post("/en/read", data={"form": token, "text": "Title\n\nNothing here is in Arabic at all, not a word of it."})
    assert response.status_code == 422
    assert "Nothing here is in Arabic" in response.text
    assert "No article can be read from this" in response.text


def test_a_form_without_its_token_is_refused(room: TestClient) -> None:
    room.get("/ar/read")
    assert room.post("/ar/read", data={"form": "0" * 64, "text": STORY}).status_code == 403


def test_a_form_of_another_browser_is_refused(room: TestClient) -> None:
    token = token_of(room.get("/ar/read").text)
    assert client().post("/ar/read", data={"form": token, "text": STORY}).status_code == 403


def test_a_form_from_another_site_is_refused(room: TestClient) -> None:
    token = token_of(room.get("/ar/read").text)
    data = {"form": token, "text": STORY}
    assert room.post("/ar/read", data=data, headers={"Origin": "http://evil.example"}).status_code == 403
    assert room.post("/ar/read", data=data, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_too_many_readings_are_told_to_wait() -> None:
    room = client(reads_a_minute=2)
    answers = [room.post("/api/read", json={"text": STORY}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[2].headers["retry-after"]) > 0


def test_the_interface_for_programs_gives_the_record(room: TestClient) -> None:
    answer = room.post("/api/read", json={"text": STORY, "published": "2025-02-12"})
    record = Record.from_json(answer.content)
    assert record.events[0].type == "CONSULT"
    assert record.article.published == "2025-02-12"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400), (b"[]", 400), (b"{}", 400), (b'{"text": 1}', 400), (b'{"text": "a", "html": "b"}', 400), (b'{"text": "\xff"}', 400),
        (b'{"text": ""}', 422), (b'{"text": "x", "published": "soon"}', 422), (b'{"html": "<p>"}', 422), (b'{"text": "\\ud800"}', 400),
    ],
)  # fmt: skip
def test_a_wrong_request_is_told_what_is_wrong(room: TestClient, body: bytes, status: int) -> None:
    answer = room.post("/api/read", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]


def test_an_answer_that_the_browser_has_is_not_sent_again(room: TestClient) -> None:
    first = room.get("/en/about")
    assert room.get("/en/about", headers={"If-None-Match": first.headers["etag"]}).status_code == 304
    assert room.get("/ar/about", headers={"If-None-Match": first.headers["etag"]}).status_code == 200
