"""An outlet's own layout, where the knowledge has one for the page's day, goes before the general rules; it never loses a page."""

from __future__ import annotations

from datetime import date

import pytest

from rawi.lore.schema import Layout
from rawi.pages import explain_html, outlets
from rawi.pages.outlets import House

LONG = "وقالت اللجنة المشرفة على المعرض إن الأجنحة تفتح أبوابها من العاشرة صباحا، وإن الدخول مجاني للطلبة، وإن الندوات تبدأ في المساء. " * 3
STORY = "افتتح معرض الكتاب أبوابه، اليوم، في قاعة المدينة القديمة، بمشاركة ستين دارا للنشر من خمسة بلدان، ويستمر أسبوعين."
NOTE = "هذه الفقرة من صندوق ثابت يضعه الموقع في كل صفحة، وهي تشرح للقراء كيف تعمل غرفة الأخبار ومن يكتب فيها."
PAGE = f"""<html><head><title>افتتاح معرض الكتاب</title><meta property="article:published_time" content="%s"></head><body>
<h1>افتتاح معرض الكتاب</h1><div class="tale"><p>{STORY}</p><p class="always">{NOTE}</p></div>
<div class="background"><p>{LONG}</p><p>{LONG}</p></div></body></html>"""
LAYOUTS = (Layout(until="2023-12-31", body=("gone",)), Layout(since="2024-01-01", body=("missing", "tale"), drop=("always",)))


@pytest.fixture(autouse=True)
def _outlet(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House("معرض", "LBN", "Asia/Beirut", layouts=LAYOUTS)
    monkeypatch.setattr("rawi.pages.html.house_of", lambda *_: house)


def test_the_layout_of_the_page_s_day_names_its_body() -> None:
    read = explain_html((PAGE % "2024-05-02").encode(), "https://maarad.example.lb/1")
    assert read.article.paragraphs == (STORY,)
    assert "layout" in read.why["paragraphs"]


def test_a_layout_that_finds_nothing_leaves_the_page_to_the_general_rules() -> None:
    read = explain_html((PAGE % "2022-05-02").encode(), "https://maarad.example.lb/1")
    assert len(read.article.paragraphs) >= 2
    assert "most prose" in read.why["paragraphs"]


def test_a_layout_is_chosen_by_day() -> None:
    house = House("معرض", "LBN", None, layouts=LAYOUTS)
    assert house.layout(date(2023, 12, 31)) is LAYOUTS[0]
    assert house.layout(date(2024, 1, 1)) is LAYOUTS[1]
    assert house.layout(None) is LAYOUTS[1]
    assert House("معرض", "LBN", None).layout(None) is None


def test_the_knowledge_s_layouts_reach_the_reader() -> None:
    assert any(outlets.house_of(f"https://{outlet.domains[0]}/1").layouts == outlet.layout for outlet in outlets._outlets() if outlet.layout)
