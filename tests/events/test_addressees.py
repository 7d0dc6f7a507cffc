"""To whom something is said where no slot names it, what is only spoken about, and which tellings are of one call."""

from __future__ import annotations

from rawi.model import Article, Event, Record
from rawi.reading import read


def told(*paragraphs: str) -> Record:
    return read(Article(id="invented", published="2024-05-20", title="", paragraphs=paragraphs))


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    return [record.actor(ident).name for ident in ids]


def only(record: Record, category: str) -> Event:
    (event,) = [e for e in record.events if e.type == category]
    return event


TALKS = "التقى وزير الخارجية التونسي نبيل عمار أمس نظيره الإيطالي أنطونيو تاياني في روما."


def test_talks_before_it_give_a_demand_no_addressee() -> None:
    record = told(TALKS, "وشددت وزارة الخارجية التونسية على ضرورة احترام حقوق المهاجرين.")
    assert only(record, "REQUEST").recipients == ()


def test_without_talks_a_demand_has_no_addressee() -> None:
    record = told("شددت وزارة الخارجية التونسية على ضرورة احترام حقوق المهاجرين.")
    assert only(record, "REQUEST").recipients == ()


def test_a_participle_speaks_to_whom_its_clause_speaks() -> None:
    record = told("أكد الرئيس المصري عبد الفتاح السيسي دعم بلاده لوحدة ليبيا، مبديا استعداد القاهرة للتعاون في إعادة الإعمار.")
    assert names(record, only(record, "AGREE").recipients) == ["ليبيا"]


def test_what_a_statement_speaks_about_is_no_news() -> None:
    record = told("أبدى الرئيس التركي رجب طيب أردوغان استعداد بلاده لمراجعة الاتفاقيات التي وقعتها تركيا مع ليبيا.")
    signed = next(e for e in record.events if "sign" in e.rule)
    assert (signed.status, signed.date) == ("historical", None)


def test_another_telling_of_a_call_is_of_a_call() -> None:
    record = told(
        "أجرى ملك الأردن عبد الله الثاني اليوم اتصالا هاتفيا مع الرئيس الفرنسي إيمانويل ماكرون.",
        "ونقلت وكالة رويترز عن قصر الإليزيه أن ماكرون بحث مع عبد الله الثاني اليوم الوضع في غزة.",
    )
    assert [e.mode for e in record.events if e.type == "CONSULT"] in (["phone"], ["phone", "phone"])
