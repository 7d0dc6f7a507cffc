"""Pages made a moment ago: kept ten seconds, made once for many, forgotten when something changes here."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.testclient import TestClient

from rawi.web.ready import SECONDS, Ready
from visiting import STORY, sent, token_of

Result = TypeVar("Result")
REQUEST = Request({"type": "http", "method": "GET", "path": "/", "headers": []})


def run(ask: Callable[[], Coroutine[None, None, Result]]) -> Result:
    """In a thread with a loop of its own: where browser tests went before, this one's loop is still theirs."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask())).result()


class Made:
    """Counts how often a page is made."""

    def __init__(self, status: int = 200) -> None:
        self.times, self.status = 0, status

    async def __call__(self) -> Response:
        self.times += 1
        await asyncio.sleep(0)
        return HTMLResponse(f"page {self.times}", self.status)


def test_a_page_is_made_once_for_all_who_ask_meanwhile_and_for_ten_seconds() -> None:
    now, made = [0.0], Made()
    ready = Ready(clock=lambda: now[0])

    async def ask() -> list[bytes]:
        answers = await asyncio.gather(*(ready.answer("a", REQUEST, made) for _ in range(5)))
        now[0] = SECONDS - 1
        answers.append(await ready.answer("a", REQUEST, made))
        now[0] = SECONDS + 1
        answers.append(await ready.answer("a", REQUEST, made))
        return [bytes(answer.body) for answer in answers]

    assert run(ask) == [b"page 1"] * 6 + [b"page 2"]


@pytest.mark.parametrize("status", [404, 503])
def test_an_error_is_not_kept(status: int) -> None:
    ready, made = Ready(), Made(status)

    async def ask() -> None:
        await ready.answer("a", REQUEST, made)
        await ready.answer("a", REQUEST, made)

    run(ask)
    assert made.times == 2


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
