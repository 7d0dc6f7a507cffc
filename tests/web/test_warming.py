"""A room that was made ready has every kind of page at hand, in both languages."""

from __future__ import annotations

from pathlib import Path

from starlette.types import Receive, Scope, Send

from rawi.web import Settings, make_app
from rawi.web.warming import warm
from visiting import apart


class Asked:
    """An application that notes what it is asked for, and answers as the room does."""

    def __init__(self, settings: Settings) -> None:
        self.app, self.paths, self.answers = make_app(settings), list[str](), set[int]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                self.paths.append(scope["path"])
                self.answers.add(int(str(message["status"])))

        await self.app(scope, receive, noted)  # type: ignore[arg-type]


def kinds(asked: Asked) -> set[str]:
    return {path.split("/")[2] for path in asked.paths}


def test_every_kind_of_page_is_made_in_both_languages(demo_db: Path) -> None:
    settings = Settings(db=str(demo_db), token="long enough a token")
    asked = Asked(settings)
    apart(lambda: warm(asked, settings))
    assert asked.answers == {200}
    assert kinds(asked) == {
        "", "network", "sources", "about", "actors", "dyad", "search", "read", "occurrence", "readouts", "article", "actor",
    }  # fmt: skip
    assert {path[:4] for path in asked.paths} == {"/ar/", "/en/"}


def test_a_room_without_a_chronicle_is_made_ready_too() -> None:
    asked = Asked(Settings())
    apart(lambda: warm(asked, Settings()))
    assert {"about", "read"} <= kinds(asked)
