"""What an act is about: each context of the knowledge by its example, and why."""

from __future__ import annotations

import pytest

from rawi.lore import load
from rawi.lore.schema import Context, ContextExample, Contexts
from rawi.model import Article, Event
from rawi.reading import read, read_closely

LORE = load.language("contexts", Contexts).context


def event(example: ContextExample) -> Event:
    record = read(Article(id="invented", published="2024-05-20", title="", paragraphs=(example.text,)))
    found = [e for e in record.events if e.type == example.type]
    assert found, f"{example.text}: {[e.type for e in record.events]}"
    return found[0]


@pytest.mark.parametrize("context", LORE, ids=lambda context: context.name)
def test_each_context_is_told_by_its_example(context: Context) -> None:
    assert context.name in event(context.example).contexts, context.example.text


@pytest.mark.parametrize(
    ("name", "example"), [(c.name, c.not_example) for c in LORE if c.not_example], ids=lambda value: getattr(value, "text", value)
)
def test_no_context_is_told_by_what_is_none(name: str, example: ContextExample) -> None:
    assert name not in event(example).contexts, example.text


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("أجرى الرئيس التركي رجب طيب أردوغان اتصالا هاتفيا مع نظيره العراقي عبد اللطيف رشيد.", ("diplomatic",)),
        ("اعتقلت قوات الأمن التونسية ثلاثة معارضين.", ()),
        ("التقى رجب طيب أردوغان رئيس حزب الشعب الجمهوري أوزغور أوزيل.", ()),
        ("زار وزير الدفاع التركي يشار غولر بغداد.", ("diplomatic", "military")),
        ("شنت الطائرات الإسرائيلية غارات على بيروت.", ("military",)),
        ("اتهمت جمهورية الكونغو الديمقراطية رواندا بدعم المتمردين.", ()),
    ],
)
def test_an_event_lists_what_it_is_about_and_no_more(text: str, contexts: tuple[str, ...]) -> None:
    record = read(Article(id="invented", published="2024-05-20", title="", paragraphs=(text,)))
    assert [e.contexts for e in record.events][:1] == [contexts], text


def test_the_reason_of_a_context_is_kept_for_whoever_explains() -> None:
    reading = read_closely(Article(id="invented", published="2024-05-20", title="", paragraphs=("وقعت مصر وقطر اتفاقية للتعاون التجاري.",)))
    assert reading.drafts[0].why["contexts"] == "economic («تجاري»)"
