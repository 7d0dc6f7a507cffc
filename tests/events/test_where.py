"""Where an act took place, by its clause."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read


def places(text: str) -> list[tuple[str, str | None]]:
    record = read(Article(id="invented", published="2024-05-20", title="", paragraphs=(text,)))
    return [(event.type, event.place) for event in record.events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("عقدت إيران والولايات المتحدة جولة من المحادثات في العاصمة العمانية مسقط.", [("CONSULT", "مسقط")]),
        ("وصل نبيل عمار إلى العاصمة الإيطالية روما في زيارة رسمية.", [("CONSULT", "روما")]),
        ("اعتقلت القوات الإسرائيلية ثلاثة فلسطينيين خلال حملة مداهمات في الضفة الغربية.", [("COERCE", "الضفة الغربية")]),
        ("خرج آلاف المتظاهرين إلى الساحات في وسط الخرطوم.", [("PROTEST", "الخرطوم")]),
        ("دعا رجب طيب أردوغان، خلال مؤتمر صحفي بأنقرة، روسيا إلى وقف إطلاق النار.", [("REQUEST", "أنقرة")]),
        ("زار نبيل عمار روما، داعيا إيطاليا إلى احترام حقوق المهاجرين.", [("CONSULT", "روما"), ("REQUEST", "روما")]),
    ],
)
def test_an_act_was_where_its_clause_says(text: str, told: list[tuple[str, str | None]]) -> None:
    assert places(text) == told, text


@pytest.mark.parametrize(
    "text",
    [
        "أدانت تركيا قصف المدنيين في سوريا.",
        "ندد محمود عباس بخطوة الإمارات والبحرين.",
        "هدد دونالد ترامب بقصف إيران.",
        "استدعت قطر سفيرها في بيروت للتشاور.",
        "أعلنت الرئاسة التركية أن رجب طيب أردوغان سيزور بغداد الأحد المقبل.",
        "اتهمت مصر قادة جماعة الإخوان المسلمين المقيمين في قطر بتمويل الإرهاب.",
    ],
)
def test_what_is_spoken_of_in_a_place_need_not_be_said_there(text: str) -> None:
    found = places(text)
    assert found, text
    assert [place for _, place in found] == [None] * len(found), text
