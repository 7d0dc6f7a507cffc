"""The demo articles are read as their readers see them, and what they are about is found in them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import pytest

import rawi
from rawi.arabic.letters import fold
from rawi.demo import pages
from rawi.model import Event, Record


class Shown(NamedTuple):
    """What a reader sees on a page; the last two count paragraphs and related links."""

    page: str
    title: str
    published: str
    outlet: str
    section: str
    author: str
    caption: str
    credit: str
    paragraphs: int
    related: int


class Told(NamedTuple):
    """An event that a page tells of; names and sources separated by ``،``, sources nearest first."""

    page: str
    type: str
    mode: str | None
    actors: str
    recipients: str
    date: str
    sources: str = ""


SHOWN = [
    Shown(
        "call-damascus",
        "الشرع يتلقى اتصالًا من بوتين ودعوة للشيباني إلى موسكو",
        "2025-02-12T22:25:00+03:00",
        "فجر الشام",
        "سوريا",
        "ريم الحموي",
        "الرئيس السوري أحمد الشرع في قصر الشعب بدمشق",
        "سانا",
        7,
        3,
    ),
    Shown(
        "call-moscow",
        "الكرملين: بوتين يتحدث هاتفيا مع الشرع",
        "2025-02-12T20:10:00+03:00",
        "صوت الفولغا",
        "العالم العربي",
        "نادية سليمان",
        "مبنى الكرملين في موسكو",
        "سبوتنيك",
        6,
        2,
    ),
    Shown(
        "call-wire-cairo",
        "بوتين والشرع يبحثان هاتفيا الوضع في سوريا",
        "2025-02-12",
        "جريدة ضفاف النيل",
        "شئون عربية",
        "كريم عبد الوهاب",
        "الرئيس الروسي فلاديمير بوتين",
        "رويترز",
        5,
        3,
    ),
    Shown(
        "call-wire-gulf",
        "بوتين يبحث مع الشرع هاتفيًا الوضع في سوريا",
        "2025-02-12T22:48:00+04:00",
        "مرسى الخليج",
        "أخبار دولية",
        "مرسى الخليج - وكالات",
        "بوتين خلال اجتماع سابق في موسكو",
        "أ ف ب",
        4,
        2,
    ),
    Shown(
        "delegation-damascus",
        "وفد روسي في دمشق للمرة الأولى منذ سقوط الأسد",
        "2025-01-28T23:50:00+03:00",
        "فجر الشام",
        "سوريا",
        "عمار الدروبي",
        "قصر الشعب في دمشق",
        "فجر الشام",
        6,
        3,
    ),
    Shown(
        "delegation-moscow",
        "بوغدانوف يصف محادثات دمشق بالبناءة",
        "2025-01-29",
        "جريدة بريد الشمال",
        "روسيا والعالم",
        "ليلى بتروفا",
        "نائب وزير الخارجية الروسي ميخائيل بوغدانوف",
        "تاس",
        6,
        2,
    ),
    Shown(
        "shaibani-invitation",
        "بوتين يدعو وزير الخارجية السوري إلى موسكو",
        "2025-02-13T09:15:00+02:00",
        "منبر الأرز",
        "عربي ودولي",
        "جورج خليفة",
        "وزير الخارجية السوري أسعد الشيباني",
        "أ.ف.ب",
        5,
        3,
    ),
    Shown(
        "riyadh-trip",
        "ولي العهد السعودي يستقبل الرئيس السوري في الرياض",
        "2025-02-02T19:30:00+03:00",
        "أصداء نجد",
        "السعودية",
        "فهد العتيق",
        "ولي العهد السعودي الأمير محمد بن سلمان",
        "واس",
        6,
        3,
    ),
    Shown(
        "congratulations",
        "قادة عرب يهنئون الشرع بتولي رئاسة سوريا",
        "2025-01-31",
        "جريدة ربوة الأردن",
        "عربي",
        "هبة العبادي",
        "العاصمة السورية دمشق",
        "بترا",
        5,
        2,
    ),
    Shown(
        "ankara-visit",
        "أردوغان يستقبل الشرع في أنقرة",
        "2025-02-04T20:45:00+03:00",
        "جسر البوسفور",
        "سياسة",
        "محمد يلماز",
        "المجمع الرئاسي في أنقرة",
        "الأناضول",
        6,
        3,
    ),
    Shown(
        "algiers-visit",
        "عطاف يلتقي الشرع في دمشق",
        "2025-02-08",
        "جريدة منارة الأوراس",
        "الحدث",
        "أمينة بوعلام",
        "وزير الخارجية الجزائري أحمد عطاف",
        "وأج",
        6,
        2,
    ),
    Shown(
        "paris-conference",
        "باريس تستضيف مؤتمرا دوليا لدعم الانتقال في سوريا",
        "2025-02-13T21:05:00+01:00",
        "مرآة قرطاج",
        "دولي",
        "سلمى بن رجب",
        "الرئيس الفرنسي إيمانويل ماكرون",
        "رويترز",
        6,
        2,
    ),
    Shown(
        "brussels-sanctions",
        "الاتحاد الأوروبي يعلق عقوبات على قطاعات اقتصادية في سوريا",
        "2025-02-24T16:20:00+01:00",
        "ضفة المتوسط",
        "اقتصاد",
        "يوسف الإدريسي",
        "أعلام أمام مقر المفوضية الأوروبية في بروكسيل",
        "أ.ب",
        5,
        3,
    ),
]

TOLD = [
    Told("call-damascus", "CONSULT", "phone", "أحمد الشرع، فلاديمير بوتين", "", "2025-02-12", "الرئاسة السورية"),
    Told("call-damascus", "SUPPORT", None, "فلاديمير بوتين", "أحمد الشرع", "2025-02-12"),
    Told("call-damascus", "AGREE", None, "فلاديمير بوتين", "أسعد الشيباني", "2025-02-12"),
    Told("call-damascus", "CONSULT", "visit", "وفد روسي، ميخائيل بوغدانوف", "", "2025-01-28"),
    Told(
        "call-moscow",
        "CONSULT",
        "phone",
        "فلاديمير بوتين، أحمد الشرع",
        "",
        "2025-02-12",
        "وكالة تاس، الكرملين",
    ),
    Told("call-moscow", "AGREE", None, "فلاديمير بوتين، أحمد الشرع", "", "2025-02-12", "وكالة تاس، الكرملين"),
    Told("call-moscow", "AGREE", None, "روسيا", "سوريا", "2025-02-12"),
    Told("call-wire-cairo", "CONSULT", "phone", "فلاديمير بوتين، أحمد الشرع", "", "2025-02-12", "الكرملين"),
    Told("call-wire-cairo", "AGREE", None, "فلاديمير بوتين", "أسعد الشيباني", "2025-02-12", "الرئاسة السورية"),
    Told("call-wire-gulf", "CONSULT", "phone", "فلاديمير بوتين، أحمد الشرع", "", "2025-02-12", "الكرملين"),
    Told(
        "shaibani-invitation",
        "AGREE",
        None,
        "فلاديمير بوتين",
        "أسعد الشيباني",
        "2025-02-12",
        "الرئاسة السورية",
    ),
    Told("shaibani-invitation", "CONSULT", None, "أسعد الشيباني، ميخائيل بوغدانوف", "", "2025-01"),
    Told("delegation-damascus", "CONSULT", "visit", "وفد روسي، ميخائيل بوغدانوف، ألكسندر لافرنتييف", "", "2025-01-28"),
    Told("delegation-damascus", "REQUEST", None, "الإدارة السورية الجديدة", "", "2025-01-28"),
    Told("delegation-moscow", "CONSULT", "visit", "ميخائيل بوغدانوف", "أحمد الشرع", "2025-01-28"),
    Told("delegation-moscow", "SUPPORT", None, "وزارة الخارجية الروسية", "سوريا", "2025-01-29"),
    Told("riyadh-trip", "CONSULT", "visit", "أحمد الشرع", "محمد بن سلمان", "2025-02-02"),
    Told("riyadh-trip", "CONSULT", "visit", "فيصل بن فرحان", "سوريا", "2025-01-24"),
    Told("ankara-visit", "CONSULT", "visit", "أحمد الشرع", "رجب طيب أردوغان", "2025-02-04"),
    Told("ankara-visit", "AGREE", None, "رجب طيب أردوغان", "سوريا", "2025-02-04"),
    Told("ankara-visit", "AGREE", None, "أحمد الشرع", "رجب طيب أردوغان", "2025-02-04"),
    Told("ankara-visit", "CONSULT", "visit", "أحمد الشرع", "السعودية", "2025-02-02"),
    Told("congratulations", "SUPPORT", None, "عبد الله الثاني", "أحمد الشرع", "2025-01-30"),
    Told("congratulations", "SUPPORT", None, "عبد الفتاح السيسي", "أحمد الشرع", "2025-01-31"),
    Told("congratulations", "CONSULT", "visit", "تميم بن حمد آل ثاني", "", "2025-01-30"),
    Told("algiers-visit", "CONSULT", "visit", "أحمد عطاف", "أحمد الشرع", "2025-02-08"),
    Told("algiers-visit", "SUPPORT", None, "أحمد عطاف", "سوريا", "2025-02-08"),
    Told("algiers-visit", "REQUEST", "yield", "أحمد عطاف", "", "2025-02-08"),
    Told("paris-conference", "CONSULT", "multilateral", "أسعد الشيباني", "", "2025-02-13"),
    Told("paris-conference", "REQUEST", None, "إيمانويل ماكرون", "السلطات السورية", "2025-02-13"),
    Told("paris-conference", "CONSULT", "phone", "إيمانويل ماكرون، أحمد الشرع", "", "2025-02-05"),
    Told("paris-conference", "AGREE", None, "إيمانويل ماكرون", "أحمد الشرع", "2025-02-05"),
    Told("brussels-sanctions", "RETREAT", None, "الاتحاد الأوروبي", "سوريا", "2025-02-24"),
]


@cache
def records() -> dict[str, Record]:
    """The record of every demo page, by the page's name."""
    return {page.stem: rawi.read(page.read_bytes()) for page in pages()}


def test_every_page_of_the_package_has_its_expectation() -> None:
    assert [page.stem for page in pages()] == sorted(shown.page for shown in SHOWN)


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.page)
def test_a_page_is_read_as_its_reader_sees_it(shown: Shown) -> None:
    article = records()[shown.page].article
    image = article.image
    read = Shown(
        shown.page,
        article.title or "",
        article.published or "",
        article.outlet or "",
        article.section or "",
        article.author or "",
        (image and image.caption) or "",
        (image and image.credit) or "",
        len(article.paragraphs),
        len(article.related),
    )
    assert read == shown, "\n".join(article.paragraphs)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: f"{told.page}-{told.type}-{told.date}-{told.actors}")
def test_what_a_page_is_about_is_found(told: Told) -> None:
    record = records()[told.page]
    assert any(matches(record, event, told) for event in record.events), f"{told}\n{describe(record)}"


@pytest.mark.parametrize("page", ["call-damascus", "call-moscow", "call-wire-cairo", "call-wire-gulf"])
def test_a_page_tells_of_the_call_once(page: str) -> None:
    record = records()[page]
    calls = [event for event in record.events if (event.type, event.mode) == ("CONSULT", "phone")]
    assert len(calls) == 1, describe(record)
    assert calls[0].status == "actual"


def test_the_two_ends_of_the_call_tell_it_on_different_word() -> None:
    damascus, moscow = (
        next(names(record, event.sources) for event in record.events if event.mode == "phone")
        for record in (records()["call-damascus"], records()["call-moscow"])
    )
    assert damascus == [fold("الرئاسة السورية")]
    assert moscow == [fold("وكالة تاس"), fold("الكرملين")]


def test_copies_of_one_wire_give_the_same_events() -> None:
    gulf, cairo = (
        [(e.type, e.mode, e.date, names(record, e.actors), names(record, e.recipients)) for e in record.events]
        for record in (records()["call-wire-gulf"], records()["call-wire-cairo"])
    )
    assert all(event in cairo for event in gulf), f"{describe(records()['call-wire-cairo'])}"


@pytest.mark.parametrize("page", [shown.page for shown in SHOWN])
def test_no_force_is_read_into_diplomacy(page: str) -> None:
    record = records()[page]
    force = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "THREATEN"}
    assert not [event.evidence for event in record.events if event.type in force], describe(record)


def matches(record: Record, event: Event, told: Told) -> bool:
    """Is this the event, with all its actors, recipients and sources?"""
    return (
        (event.type, event.date) == (told.type, told.date)
        and (told.mode is None or event.mode == told.mode)
        and sorted(names(record, event.actors)) == sorted(listed(told.actors))
        and (not told.recipients or sorted(names(record, event.recipients)) == sorted(listed(told.recipients)))
        and (not told.sources or names(record, event.sources) == listed(told.sources))
    )


def names(record: Record, idents: tuple[str, ...]) -> list[str]:
    """The folded names of these actors, in order."""
    return [fold(record.actor(ident).name) for ident in idents]


def listed(text: str) -> list[str]:
    """Folded names out of a list with commas; empty for an empty list."""
    return [fold(name.strip()) for name in text.split("،") if name.strip()]


def describe(record: Record) -> str:
    """The events of a record, one a line, for a failed test's message."""
    return "\n".join(
        f"{e.type} {e.mode} {e.date} {'، '.join(names(record, e.actors))}"
        f" > {'، '.join(names(record, e.recipients))} [{' ← '.join(names(record, e.sources))}] {e.evidence}"
        for e in record.events
    )
