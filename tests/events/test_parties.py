"""Who is party to an act: in which slot, by which description, in whose place."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read

GROUPS = [
    ("طالب وزير الخارجية الأردني أيمن الصفدي المجتمع الدولي بالضغط على الأطراف.", "REQUEST أيمن الصفدي > المجتمع الدولي"),
    ("أطلقت قوات الأمن الرصاص على المحتجين في عطبرة.", "ASSAULT قوات الأمن > المحتجين"),
    ("دعت هولندا رعاياها إلى مغادرة لبنان.", "REQUEST هولندا > رعاياها"),
    ("اعتقلت الشرطة الكينية مئات من المهاجرين الإثيوبيين.", "COERCE الشرطة الكينية > مئات من المهاجرين الإثيوبيين"),
    ("استشهد فلسطيني برصاص مستوطنين قرب نابلس.", "ASSAULT مستوطنين > فلسطيني"),
    ("طردت بريطانيا دبلوماسيين روسا.", "SANCTION بريطانيا > دبلوماسيين روسا"),
    ("أطلقت حركة طالبان سراح أسرى أفغان.", "RETREAT حركة طالبان > أسرى أفغان"),
    ("قدمت السعودية مساعدات للأطفال النازحين في مأرب.", "AID السعودية > الأطفال النازحين"),
    ("أفرجت إسرائيل عن مئة أسير فلسطيني.", "RETREAT إسرائيل > مئة أسير فلسطيني"),
    ("اغتال مسلحان ضابطا في الشرطة اليمنية.", "ASSAULT مسلحان > ضابط في الشرطة اليمنية"),
]


def read_events(text: str) -> set[str]:
    """Every event of a text of paragraphs parted by ``/``: ``CATEGORY actors > recipients``."""
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=tuple(p.strip() for p in text.split("/"))))

    def names(ids: tuple[str, ...]) -> str:
        return "، ".join(record.actor(ident).name for ident in ids)

    return {f"{e.type} {names(e.actors)} > {names(e.recipients)}".strip() for e in record.events}


@pytest.mark.parametrize(("text", "event"), GROUPS)
def test_a_group_is_named_by_its_whole_description(text: str, event: str) -> None:
    assert event in read_events(text)
