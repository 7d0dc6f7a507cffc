"""Every page in a real browser, in both languages, on a phone and a desktop: its story is there, nothing fails, nothing is loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import axe_playwright_python
import pytest
from starlette.testclient import TestClient

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PHONE, DESKTOP = 390, 1440
SHARAA = quote("person/SYR/احمد الشرع", safe="")


class Story(NamedTuple):
    """A page by its path and what its reader comes for: a selector, and words in it, Arabic and English."""

    name: str
    path: str
    selector: str
    says: tuple[str, str]


def stories(demo_room: TestClient) -> dict[str, Story]:
    """The main story of every page; those of the call are found by asking for it."""
    rows = demo_room.get("/api/occurrences", params={"mode": "phone", "limit": 200}).json()["rows"]
    call = max(rows, key=lambda row: row["tellings"])
    listed = [
        Story("timeline", "/", ".occ .act", ("أحمد الشرع", "Ahmad al-Sharaa")),
        Story("search", f"/search?q={quote('روسيا')}", ".hits mark", ("روسي", "روسي")),
        Story("occurrence", f"/occurrence/{call['id']}", ".chains .root", ("الكرملين", "the Kremlin")),
        Story("readouts", f"/readouts/{call['id']}", ".readouts, .empty", ("", "")),
        Story("article", f"/article/{call['article']}", ".story h1", ("الشرع", "الشرع")),
        Story("actors", f"/actors?name={quote('بوتين')}", ".rows .who", ("فلاديمير بوتين", "Vladimir Putin")),
        Story("actor", f"/actor/{SHARAA}", "h1", ("أحمد الشرع", "Ahmad al-Sharaa")),
        Story("dyad", "/dyad?one=RUS&other=SYR", ".chart.dyad text", ("تعاون", "Cooperation")),
        Story("network", "/network", ".chart.network .label", ("سوريا", "Syria")),
        Story("sources", "/sources", ".matrix th", ("الكرملين", "the Kremlin")),
        Story("read", "/read", "form.read label", ("النص", "Text")),
        Story("about", "/about", ".figures th", ("فاعلوها", "Their actors")),
        Story("error", "/nothing-here", "h1", ("لا صفحة هنا", "There is no such page")),
    ]
    return {story.name: story for story in listed}


NAMES = ("timeline", "search", "occurrence", "readouts", "article", "actors", "actor", "dyad", "network", "sources", "read", "about", "error")


@contextmanager
def visit(browser: Browser, address: str, path: str, width: int = DESKTOP, **context: Any) -> Iterator[Page]:
    """A page opened on a screen of this width. At the end nothing must have failed and nothing been asked for elsewhere."""
    wrong: list[str] = []
    opened = browser.new_context(viewport={"width": width, "height": 844 if width == PHONE else 900}, **context)
    page = opened.new_page()
    page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") and "404" not in said.text else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    page.goto(address + path)
    page.evaluate("document.fonts.ready")
    yield page
    assert wrong == []
    opened.close()


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_tells_its_story_on_desktop_and_phone(browser: Browser, demo_room: TestClient, address: str, name: str, language: str) -> None:
    story = stories(demo_room)[name]
    with visit(browser, address, f"/{language}{story.path}") as page:
        assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "ar" else "ltr")
        assert page.evaluate("document.fonts.check('16px \"IBM Plex Sans Arabic\"', 'ا')")
        for width in (DESKTOP, PHONE):
            page.set_viewport_size({"width": width, "height": 900})
            shown = page.locator(f"{story.selector} >> visible=true").all_text_contents()
            assert any(story.says[language == "en"] in text for text in shown), shown
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page is wider than the screen"


@pytest.mark.parametrize(("language", "scheme", "width"), [("ar", "dark", PHONE), ("en", "light", DESKTOP)])
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_accessible(browser: Browser, demo_room: TestClient, address: str, name: str, language: str, scheme: str, width: int) -> None:
    with visit(browser, address, f"/{language}{stories(demo_room)[name].path}", width, color_scheme=scheme, bypass_csp=True) as page:
        page.add_script_tag(content=AXE)
        found = page.evaluate("axe.run({resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})")
        serious = [one for one in found["violations"] if one["impact"] in ("serious", "critical")]
        assert serious == [], [(one["id"], one["nodes"][0]["html"][:300], one["nodes"][0]["failureSummary"]) for one in serious]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("way", ["hover", "focus", "tap"])
def test_a_mark_is_explained(browser: Browser, demo_room: TestClient, address: str, language: str, way: str) -> None:
    path = f"/{language}{stories(demo_room)['article'].path}"
    with visit(browser, address, path, PHONE if way == "tap" else DESKTOP, has_touch=way == "tap") as page:
        mark = page.locator(".story .body a.m.actor").first
        {"hover": mark.hover, "focus": mark.focus, "tap": mark.tap}[way]()
        page.wait_for_selector("#pop:visible")
        name = {"ar": "فلاديمير بوتين", "en": "Vladimir Putin"}[language]
        assert name in page.locator("#pop").inner_text()
        assert page.evaluate("(box => box.left >= 0 && box.right <= innerWidth)(document.getElementById('pop').getBoundingClientRect())")
        assert mark.get_attribute("aria-describedby") == "pop"
        page.keyboard.press("Escape")
        assert page.locator("#pop:visible").count() == 0


def test_without_script_a_mark_leads_to_its_entry(browser: Browser, demo_room: TestClient, address: str) -> None:
    with visit(browser, address, f"/ar{stories(demo_room)['article'].path}", java_script_enabled=False) as page:
        page.locator(".story .body a.m.actor").first.click()
        assert page.locator(".entry:target .name").first.is_visible()


def test_without_script_a_text_is_read(browser: Browser, address: str) -> None:
    with visit(browser, address, "/en/read", java_script_enabled=False) as page:
        page.fill("#text", "التقى وزير الخارجية المصري بدر عبد العاطي نظيره الأردني أيمن الصفدي في القاهرة.")
        page.fill("#published", "2025-02-12")
        with page.expect_navigation():
            page.click("button.main")
        assert "Badr Abdelatty" in page.locator(".events").inner_text()


def test_an_example_can_be_read_with_two_clicks(browser: Browser, address: str) -> None:
    with visit(browser, address, "/ar/read", PHONE) as page:
        page.click("[data-fill]")
        page.click("button.main")
        page.wait_for_selector(".story")
        assert "قيس سعيد" in page.locator(".events").inner_text()


def test_the_switch_of_language_keeps_page_and_filter(browser: Browser, address: str) -> None:
    with visit(browser, address, "/ar/?type=CONSULT&since=2025-02-01") as page:
        with page.expect_navigation():
            page.click(".switch")
        assert page.url == f"{address}/en/?type=CONSULT&since=2025-02-01"
        assert page.locator("select[name=type]").input_value() == "CONSULT"


def test_choices_are_kept(browser: Browser, address: str) -> None:
    with visit(browser, address, "/ar/?type=CONSULT") as page:
        page.click(".choices summary")
        page.check("input[value=gulf]")
        page.check("input[value=arab]")
        page.check("input[value=dark]")
        with page.expect_navigation():
            page.click(".choices button")
        assert page.url == f"{address}/ar/?type=CONSULT"
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert "فبراير ٢٠٢٥" in page.locator(".day").first.inner_text()


def test_the_keyboard_reaches_the_content_first(browser: Browser, address: str) -> None:
    with visit(browser, address, "/en/") as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("name", ["timeline", "article"])
def test_a_page_prints_without_its_furniture(browser: Browser, demo_room: TestClient, address: str, name: str) -> None:
    with visit(browser, address, f"/ar{stories(demo_room)[name].path}") as page:
        page.emulate_media(media="print")
        assert not page.locator(".top").is_visible()
        assert page.locator("main h1").is_visible()
