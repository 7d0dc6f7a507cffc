"""Acts told in other ways than by a verb of their own: duties, denials, resolutions, crowds, acts that only happen."""

from __future__ import annotations

import pytest

from rawi.model import Article, Event, Record
from rawi.reading import read


def told(*paragraphs: str) -> Record:
    return read(Article(id="invented", published="2024-05-20", title="", paragraphs=paragraphs))


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    return [record.actor(ident).name for ident in ids]


def only(record: Record, category: str) -> Event:
    (event,) = [e for e in record.events if e.type == category]
    return event


@pytest.mark.parametrize(
    "sentence",
    [
        "قال وزير الخارجية النرويجي إسبن بارث إيدي إن على إسرائيل أن تفتح المعابر.",
        "قال وزير الخارجية النرويجي إسبن بارث إيدي إن إسرائيل يجب أن تفتح المعابر.",
        "أعرب وزير الخارجية النرويجي إسبن بارث إيدي عن أمله في أن تفتح إسرائيل المعابر.",
    ],
)
def test_what_another_must_do_is_asked_of_it(sentence: str) -> None:
    record = told(sentence)
    asked = only(record, "REQUEST")
    assert (names(record, asked.actors), names(record, asked.recipients)) == (["إسبن بارث إيدي"], ["إسرائيل"])


def test_what_is_necessary_is_asked_by_who_says_so() -> None:
    record = told("شدد وزير الخارجية النرويجي إسبن بارث إيدي على أنه من الضروري أن تصل المساعدات إلى غزة.")
    assert names(record, only(record, "REQUEST").actors) == ["إسبن بارث إيدي"]


def test_an_act_that_is_denied_is_negated_and_its_denier_the_source() -> None:
    record = told("نفت وزارة الداخلية التونسية إطلاق النار على متظاهرين.")
    event = only(record, "ASSAULT")
    assert (event.status, names(record, event.sources), names(record, event.recipients)) == ("negated", ["وزارة الداخلية التونسية"], ["متظاهرين"])


def test_denying_a_charge_is_no_act() -> None:
    assert not told("نفى النائب الأردني اتهامات الصحيفة.").events


def test_a_resolution_speaks_for_who_passes_it() -> None:
    record = told("صوت البرلمان الأوروبي على قرار يدين النظام البيلاروسي.")
    event = only(record, "ACCUSE")
    assert names(record, event.actors) == ["البرلمان الأوروبي"]


def test_a_draft_that_nobody_passes_says_nothing() -> None:
    assert not [e for e in told("وزع السفير الفرنسي نص قرار يدين الاستيطان.").events if e.type == "ACCUSE"]


@pytest.mark.parametrize(
    ("sentence", "crowd"),
    [
        ("احتشد الآلاف من المتظاهرين أمام مقر الحكومة العراقية.", "الآلاف من المتظاهرين"),
        ("خرج المئات في مسيرة احتجاجية وسط تونس.", "المئات"),
        ("أغلق عشرات العمال ميناء الزويتينة احتجاجا على تأخر الرواتب.", "عشرات العمال"),
    ],
)
def test_a_crowd_is_who_protests(sentence: str, crowd: str) -> None:
    record = told(sentence)
    assert crowd in names(record, only(record, "PROTEST").actors)


def test_protesters_storm_and_soldiers_seize() -> None:
    assert only(told("اقتحم محتجون غاضبون مبنى المحافظة."), "PROTEST").mode == "riot"
    assert only(told("اقتحم جنود إسرائيليون مبنى المحافظة."), "COERCE").mode == "seize"


@pytest.mark.parametrize(
    ("sentence", "category"),
    [
        ("انفجرت سيارة مفخخة وسط مدينة بنغازي.", "ASSAULT"),
        ("وقع انفجار قرب فندق في كابل.", "ASSAULT"),
        ("اندلعت مظاهرة احتجاجية في مدينة عدن.", "PROTEST"),
    ],
)
def test_an_act_may_happen_without_anybody_named(sentence: str, category: str) -> None:
    assert only(told(sentence), category).actors == ()


def test_what_only_goes_on_was_told_before() -> None:
    assert not told("تواصلت الغارات الجوية طوال النهار.").events
