"""What is said of an act: who condemns, backs, refuses and promises what, and to whom."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read


def read_events(text: str) -> set[str]:
    """Every event of a text of paragraphs parted by ``/``: ``CATEGORY actors > recipients``."""
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=tuple(p.strip() for p in text.split("/"))))

    def names(ids: tuple[str, ...]) -> str:
        return "، ".join(record.actor(ident).name for ident in ids)

    return {f"{e.type} {names(e.actors)} > {names(e.recipients)}".strip() for e in record.events}


STANCES = [
    ("جددت وزارة الخارجية الكويتية موقف الكويت الداعم لسوريا.", "SUPPORT وزارة الخارجية الكويتية > سوريا"),
    ("عبرت الجزائر عن شديد انشغالها إزاء الغارات الإسرائيلية.", "ACCUSE الجزائر > إسرائيل"),
    ("أكد وزير الخارجية اليوناني جورج جيرابيتريتيس، خلال لقائه مع نظيره، دعم لبنان.", "SUPPORT جورج جيرابيتريتيس > لبنان"),
    ("أكدت السفارة الفلسطينية أن القصف الإسرائيلي يشكل جريمة.", "ACCUSE السفارة الفلسطينية > إسرائيل"),
    ("حملت نقابة الصحفيين التونسيين المسؤولية لوزارة الداخلية.", "ACCUSE نقابة الصحفيين التونسيين > وزارة الداخلية"),
    ("أكدت كينيا للمبعوث الأممي هانس غروندبرغ أن القوة ستنتشر قريبا.", "AGREE كينيا > هانس غروندبرغ"),
    ("طلب السفير اليمني من مجلس الأمن الضغط على الحوثيين.", "REQUEST السفير اليمني > مجلس الأمن"),
    ("شدد الرئيس اللبناني جوزيف عون على ضرورة احترام إسرائيل لسيادة لبنان.", "REQUEST جوزيف عون > إسرائيل"),
    ("رفض رئيس الوزراء العراقي محمد شياع السوداني أي تطبيع مع إسرائيل.", "REJECT محمد شياع السوداني > إسرائيل"),
]


@pytest.mark.parametrize(("text", "event"), STANCES)
def test_a_stance_names_who_takes_it_and_toward_whom(text: str, event: str) -> None:
    assert read_events(text) == {event}


def test_a_second_verb_of_speech_goes_on_for_the_same_speaker() -> None:
    text = "قال وزير الخارجية الصيني وانغ يي إن الصين تعارض أي تدخل، وتستنكر التحركات الأمريكية في المنطقة."
    assert "ACCUSE وانغ يي > الولايات المتحدة" in read_events(text)


def test_each_noun_of_stance_keeps_the_phrases_behind_it() -> None:
    text = "أكد ولي العهد السعودي محمد بن سلمان وقوفه مع قطر، وإدانته للهجوم الإسرائيلي."
    assert {"SUPPORT محمد بن سلمان > قطر", "ACCUSE محمد بن سلمان > إسرائيل"} <= read_events(text)


def test_two_who_agreed_are_the_speaker_and_whom_he_names() -> None:
    text = "وقال رئيس الوزراء الياباني شينزو آبي إنه والرئيس الأمريكي دونالد ترامب اتفقا على لقاء آخر."
    assert "AGREE شينزو آبي، دونالد ترامب >" in read_events(text)


def test_what_a_vote_passes_speaks_for_the_council() -> None:
    assert "ACCUSE مجلس الأمن الدولي > إسرائيل" in read_events("رحبت تونس بتصويت مجلس الأمن الدولي لصالح قرار يدين الاستيطان الإسرائيلي.")


def test_what_is_condemned_may_stand_behind_a_statement_described_in_between() -> None:
    record = read(
        Article(
            id="invented",
            published="2025-02-12",
            title="",
            paragraphs=("دانت مصر في بيان أصدرته أمس استمرار الاعتداءات من قبل المستوطنين الإسرائيليين.",),
        )
    )
    assert [[record.actor(a).name for a in e.recipients] for e in record.events] == [["المستوطنين الإسرائيليين"]]
