"""A visitor of the reading room: what the tests of its pages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.testclient import TestClient

from rawi.web import Settings, make_app

Result = TypeVar("Result")
STORY = "بوتين يستقبل الشرع\n\nاستقبل الرئيس الروسي فلاديمير بوتين، اليوم، الرئيس السوري أحمد الشرع في موسكو، وفق ما ذكرت وكالة تاس."


def client(**settings: object) -> TestClient:
    return TestClient(make_app(Settings(**settings)), base_url="http://localhost")  # type: ignore[arg-type]


def token_of(page: str) -> str:
    found = re.search(r'name="form" value="(\w+)"', page)
    assert found
    return found[1]


def sent(room: TestClient, language: str = "ar", **fields: str) -> str:
    """The page that a text leads to."""
    token = token_of(room.get(f"/{language}/read").text)
    response = room.post(f"/{language}/read", data={"form": token, "published": "2025-02-12", **fields})
    assert response.status_code == 200, response.text
    return response.text


def apart(call: Callable[[], Result]) -> Result:
    """The result of a call in a thread of its own: the main one still has the event loop of browser tests that went before."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call).result()
