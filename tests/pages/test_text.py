"""Plain texts, and texts copied from a browser with what stands around the story."""

from __future__ import annotations

import pytest

from rawi.errors import NotArabicError, PageError
from rawi.model import Image
from rawi.pages import read_text

PARAGRAPHS = [
    "بحث وزير الزراعة، اليوم الأربعاء 12 من شباط، مع نظيره الزائر تبادل البذور والخبرات بين البلدين الجارين.",
    "وقال الوزير إن الوفدين اتفقا على إنشاء محطة مشتركة لتجربة أصناف من القمح تقاوم الجفاف.",
    "ومن المقرر أن تبدأ المحطة عملها في الخريف المقبل، وفق ما أعلنته الوزارة.",
]
COPIED = """محطة مشتركة لتجربة القمح بين بلدين

  • 2025/02/12
  • 11:11 م
حقل قمح في ريف حلب (رويترز)

حقل قمح في ريف حلب (رويترز)

{}

{}

{}

لماذا تراجع محصول القمح هذا العام

مقالات متعلقة

  1. مزارعون يطالبون بدعم الأسمدة قبل الموسم
  2. أمطار غزيرة تنقذ موسم القمح في الجزيرة

سوريا

المزيد من سوريا
""".format(*PARAGRAPHS)


def test_a_plain_text_is_title_and_paragraphs() -> None:
    article = read_text("عنوان الخبر كما كتبه المحرر\n\n" + "\n".join(PARAGRAPHS))
    assert article.title == "عنوان الخبر كما كتبه المحرر"
    assert list(article.paragraphs) == PARAGRAPHS


def test_a_plain_text_keeps_short_lines_and_teaser_words() -> None:
    lines = ["عنوان قصير للخبر", "", "اقرأ أيضا: هذا سطر من النص", "فيسبوك", "كتب: فلان"]
    assert list(read_text("\n".join(lines)).paragraphs) == lines[2:]


def test_a_copied_page_gives_its_parts() -> None:
    article = read_text(COPIED)
    assert article.title == "محطة مشتركة لتجربة القمح بين بلدين"
    assert article.image == Image(caption="حقل قمح في ريف حلب", credit="رويترز")
    assert list(article.paragraphs) == PARAGRAPHS
    assert [link.title for link in article.related] == [
        "مزارعون يطالبون بدعم الأسمدة قبل الموسم",
        "أمطار غزيرة تنقذ موسم القمح في الجزيرة",
    ]
    assert article.section == "سوريا"


def test_section_and_months_tell_the_zone_of_an_unnamed_outlet() -> None:
    assert read_text(COPIED).published == "2025-02-12T23:11:00+03:00"


def test_months_of_another_naming_tell_no_zone() -> None:
    assert read_text(COPIED.replace("شباط", "فبراير")).published == "2025-02-12T23:11:00"


def test_a_single_line_is_a_paragraph_without_headline() -> None:
    article = read_text(PARAGRAPHS[0])
    assert article.title is None
    assert article.paragraphs == (PARAGRAPHS[0],)


@pytest.mark.parametrize("text", ["", "  \n\n ", "\ufeff\n"])
def test_empty_text_is_an_error(text: str) -> None:
    with pytest.raises(PageError, match="empty"):
        read_text(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A title\n\nThe minister met his counterpart on Monday in the capital city.", "Arabic letters"),
        (
            "عنوان\n\nوزیر امور خارجه گفت که این دیدار برای کشور مهم است و این روند ادامه می یابد و شده است.",
            "Persian",
        ),
        (
            "عنوان\n\nوزیر اعظم نے کہا ہے کہ ملک میں امن کے لیے سب کو مل کر کام کرنا ہے اور یہ ضروری ہے۔",
            "Urdu",
        ),
    ],
)
def test_another_language_is_named(text: str, named: str) -> None:
    with pytest.raises(NotArabicError, match=named):
        read_text(text)
