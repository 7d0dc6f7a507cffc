"""Pages made before: made once for many, kept until the chronicle changes, of one choice, and for those alone who may enter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TypeVar

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.testclient import TestClient

from rawi.chronicle import Chronicle
from rawi.model import Record
from rawi.web.ready import Ready
from visiting import STORY, apart, client, sent, token_of

Result = TypeVar("Result")
REQUEST = Request({"type": "http", "method": "GET", "path": "/", "headers": []})


def run(ask: Callable[[], Coroutine[None, None, Result]]) -> Result:
    return apart(lambda: asyncio.run(ask()))


class Made:
    """Counts how often a page is made."""

    def __init__(self, status: int = 200) -> None:
        self.times, self.status = 0, status

    async def __call__(self) -> Response:
        self.times += 1
        page = f"page {self.times}"
        await asyncio.sleep(0)
        return HTMLResponse(page, self.status)


class Revision:
    """A chronicle's revision, as the test sets it."""

    def __init__(self) -> None:
        self.now = 1

    async def __call__(self) -> int:
        return self.now


def test_a_page_is_made_once_for_all_who_ask_until_the_chronicle_changes() -> None:
    revision, made = Revision(), Made()
    ready = Ready(revision)

    async def ask() -> list[bytes]:
        answers = await asyncio.gather(*(ready.answer("a", REQUEST, made) for _ in range(5)))
        answers.append(await ready.answer("a", REQUEST, made))
        revision.now = 2
        answers.append(await ready.answer("a", REQUEST, made))
        return [bytes(answer.body) for answer in answers]

    assert run(ask) == [b"page 1"] * 6 + [b"page 2"]


def test_a_page_that_was_begun_before_a_change_is_not_given_to_those_who_ask_after_it() -> None:
    revision, made = Revision(), Made()
    ready = Ready(revision)

    async def ask() -> list[bytes]:
        before = asyncio.ensure_future(ready.answer("a", REQUEST, made))
        await asyncio.sleep(0)  # it has begun
        revision.now = 2
        after = await ready.answer("a", REQUEST, made)
        return [bytes((await before).body), bytes(after.body), bytes((await ready.answer("a", REQUEST, made)).body)]

    assert run(ask) == [b"page 1", b"page 2", b"page 2"]


@pytest.mark.parametrize("status", [404, 503])
def test_an_error_is_not_kept(status: int) -> None:
    ready, made = Ready(Revision()), Made(status)

    async def ask() -> None:
        await ready.answer("a", REQUEST, made)
        await ready.answer("a", REQUEST, made)

    run(ask)
    assert made.times == 2


def test_the_page_asked_for_longest_ago_makes_room_for_others() -> None:
    made = Made()
    ready = Ready(Revision(), most_bytes=70)  # two pages, as they are compressed

    async def ask() -> list[bytes]:
        return [bytes((await ready.answer(key, REQUEST, made)).body) for key in "abacab"]

    assert run(ask) == [b"page 1", b"page 2", b"page 1", b"page 3", b"page 1", b"page 4"]


def test_a_page_goes_out_compressed_only_to_who_takes_it(demo_room: TestClient) -> None:
    packed = demo_room.get("/en/about", headers={"Accept-Encoding": "br, gzip"})
    whole = demo_room.get("/en/about", headers={"Accept-Encoding": "identity"})
    assert (packed.headers["Content-Encoding"], whole.headers.get("Content-Encoding")) == ("gzip", None)
    assert packed.text == whole.text
    assert {packed.headers["Vary"], whole.headers["Vary"]} == {"Cookie, Accept-Encoding"}
    assert int(packed.headers["Content-Length"]) < int(whole.headers["Content-Length"])
    known = demo_room.get("/en/about", headers={"If-None-Match": whole.headers["ETag"]})
    assert (known.status_code, known.content) == (304, b"")


def test_what_another_program_adds_is_seen_at_once(demo: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "rawi.db"
    with Chronicle(path) as chronicle:
        chronicle.add(demo[:3])
    room = client(db=str(path), read_only=True)
    before = [room.get("/en/about").text, room.get("/en/").text]
    assert [room.get("/en/about").text, room.get("/en/").text] == before
    with Chronicle(path) as other:
        other.add(demo[3:])
    assert "3 articles" in before[0]
    assert "13 articles" in room.get("/en/about").text
    assert room.get("/en/").text != before[1]


def test_what_is_kept_is_given_to_nobody_who_may_not_enter(demo_db: Path) -> None:
    room = client(db=str(demo_db), token="long enough a token")
    bearer = {"Authorization": "Bearer long enough a token"}
    assert room.get("/en/", headers=bearer).status_code == 200
    refused = room.get("/en/", follow_redirects=False)
    assert (refused.status_code, refused.headers["Location"]) == (303, "/en/sign-in?back=%2Fen%2F")
    assert room.get("/en/", headers=bearer, follow_redirects=False).status_code == 200


def test_what_is_changed_in_the_room_is_seen_at_once(own_room: TestClient) -> None:
    before = own_room.get("/en/about").text
    page = sent(own_room, "en", text=STORY)
    key = page.partition('action="/en/read/')[2].partition("/store")[0]
    own_room.post(f"/en/read/{key}/store", data={"form": token_of(page)})
    assert "13 articles" in before
    assert "14 articles" in own_room.get("/en/about").text


def test_each_choice_has_its_own_page(demo_room: TestClient) -> None:
    assert "12 شباط 2025" in demo_room.get("/ar/?since=2025-02-12").text
    demo_room.post("/ar/choices", data={"months": "gulf", "back": "/ar/about"})
    assert "12 فبراير 2025" in demo_room.get("/ar/?since=2025-02-12").text
    demo_room.cookies.clear()
