"""Single parts of a page, each by the ways in which outlets without metadata tell them."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.pages import read_html

FIRST = "افتتحت الوزارة اليوم برنامج المنح الجديد، وقالت إن البرنامج يشمل مئة منحة في ست جامعات."
SECOND = "وأضافت أن التقديم يبدأ الأسبوع المقبل، وأن نتائج المفاضلة ستنشر على موقعها بعد أسبوعين."
TITLE = "منح دراسية جديدة للطلبة في ست جامعات"


def page(between: str = "", above: str = "", under_title: str = "", below: str = "", title: str = TITLE) -> Article:
    """A page without any metadata, with something added at one of its places."""
    return read_html(
        f"<html><head><title>{title}</title></head><body>{above}<div class='c'><h1>{TITLE}</h1>{under_title}"
        f"<p>{FIRST}</p>{between}<p>{SECOND}</p></div>{below}</body></html>"
    )


@pytest.mark.parametrize("lead", ["اقرأ المزيد", "اقرأ أيضا", "إقرأ أيضًا:", "شاهد:", "للمزيد"])
@pytest.mark.parametrize("box", ["<div><span>{}</span> <a href='/7'>{}</a></div>", "<p>{} <a href='/7'>{}</a></p>"])
def test_words_before_a_link_to_another_story_go_with_it(lead: str, box: str) -> None:
    article = page(between=box.format(lead, "مكتبة المدينة تمدد ساعات العمل"))
    assert article.paragraphs == (FIRST, SECOND)
    assert [link.title for link in article.related] == ["مكتبة المدينة تمدد ساعات العمل"]


def test_a_link_inside_prose_is_no_teaser() -> None:
    prose = "وكان المجلس <a href='/7'>أقر الخطة قبل عام</a>، بعد أن أجلها مرتين بسبب نقص التمويل."
    assert len(page(between=f"<p>{prose}</p>").paragraphs) == 3


LOGO = "<img src='images/logo.gif' alt='جريدة ضفة النهر'>"
RIGHTS = "<p>جميع الحقوق محفوظة © جريدة ضفة النهر 2025</p>"


@pytest.mark.parametrize(
    ("title", "above", "below", "outlet"),
    [
        (f"جريدة ضفة النهر - {TITLE}", LOGO, "", "جريدة ضفة النهر"),
        (f"{TITLE} | جريدة ضفة النهر", "", RIGHTS, "جريدة ضفة النهر"),
        (TITLE, LOGO, RIGHTS, "جريدة ضفة النهر"),
        (f"{TITLE} - تعليم", LOGO, "", None),
        (TITLE, "", RIGHTS, None),
    ],
    ids=["title and logo", "title and rights", "logo and rights", "title names the section", "one place alone"],
)
def test_an_outlet_is_named_where_two_places_agree(title: str, above: str, below: str, outlet: str | None) -> None:
    assert page(title=title, above=above, below=below).outlet == outlet


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<a href='/'>الصفحة الأولى</a> &gt; <a href='/a'>شئون عربية</a>", "شئون عربية"),
        ("<a href='/'>الرئيسية</a> » <a href='/a'>تعليم</a> » <a href='/b'>منح</a>", "تعليم"),
        ("<a href='/'>الرئيسية</a> | <a href='/a'>تعليم</a> | <a href='/b'>رياضة</a>", None),
    ],
)
def test_a_path_of_sections_is_known_by_its_arrows(line: str, section: str | None) -> None:
    assert page(above=f"<table><tr><td>{line}</td></tr></table>").section == section


def test_an_outlet_may_credit_its_picture_to_itself() -> None:
    figure = "<figure><img src='/p/hall.jpg'><figcaption>قاعة المحاضرات (ضفة النهر)</figcaption></figure>"
    article = page(title=f"{TITLE} - ضفة النهر", under_title=figure, below="<p>© ضفة النهر</p>")
    assert article.image is not None
    assert (article.image.caption, article.image.credit) == ("قاعة المحاضرات", "ضفة النهر")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("ليلى حداد | 12 شباط 2025", "ليلى حداد"),
        ("12 فبراير 2025 - 10:30 م | سامي الخطيب", "سامي الخطيب"),
        ("دمشق | 12 شباط 2025", None),
        ("أخبار محلية | 12 شباط 2025", None),
    ],
)
def test_a_name_beside_the_date_is_the_author(line: str, author: str | None) -> None:
    article = page(under_title=f"<div>{line}</div>")
    assert article.author == author
    assert article.paragraphs == (FIRST, SECOND)
    assert (article.published or "").startswith("2025-02-12")
