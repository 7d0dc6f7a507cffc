"""What find() promises beyond the table: offsets, notes, countries, tense, and nothing guessed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rawi.dates import find
from rawi.errors import UsageError

WEDNESDAY = "2025-02-12"


def values(text: str, published: str | None = WEDNESDAY, country: str | None = None) -> list[str]:
    return [found.value for found in find(text, published, country)]


def test_offsets_count_characters_of_the_text_as_given() -> None:
    text = "وَصَلَ الوفدُ في ١٢ شبـــاط ٢٠٢٥، ثم عاد غدًا"
    for found in find(text, WEDNESDAY):
        assert text[found.start : found.end] == found.text
    assert [found.text for found in find(text, WEDNESDAY)] == ["١٢ شبـــاط ٢٠٢٥", "غدًا"]


def test_a_clitic_is_no_part_of_the_expression() -> None:
    assert [found.text for found in find("المرسوم 5 لعام 2019 وبالأمس وللسبت", WEDNESDAY)] == [
        "عام 2019",
        "الأمس",
        "لسبت",
    ]


def test_without_a_day_of_publication_nothing_relative_is_guessed() -> None:
    text = "اليوم السبت وأمس وفي 25 يناير والشهر الماضي والعام الجاري وقبل يومين وفي مارس ومايو المقبل"
    assert find(text) == []
    assert values("اليوم، في 5 مايو 2019", None) == ["2019-05-05"]


@pytest.mark.parametrize("published", [date(2025, 2, 12), datetime(2025, 2, 12, 23, 11), "2025-02-12T23:11:00+03:00"])
def test_publication_is_a_day_or_a_time(published: date | datetime | str) -> None:
    assert [found.value for found in find("أمس", published)] == ["2025-02-11"]


def test_a_publication_that_is_no_day_is_said_in_one_line() -> None:
    with pytest.raises(UsageError, match="2025-02-12"):
        find("أمس", "12 شباط")


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("الخميس 4 فبراير 2025", "2025-02-04", "contradiction: the text says Thursday"),
        ("12/2/2025", "2025-02-12", "ambiguous: read with the day first"),
        ("اليوم الثلاثاء", "2025-02-11", "the weekday decides"),
        ("اليوم الأحد", "2025-02-12", "contradiction"),
        ("1 محرم 1446هـ الموافق 20 يوليو 2024", "2024-07-20", "contradiction: the Hijri date is 2024-07-07"),
    ],
)
def test_what_contradicts_itself_or_has_two_readings_carries_a_note(text: str, value: str, note: str) -> None:
    [found] = find(text, WEDNESDAY)
    assert found.value == value
    assert found.note and found.note.startswith(note)


@pytest.mark.parametrize("text", ["25/2/2025", "الأربعاء 12/2/2025", "2025-02-12", "13/8/1446هـ الموافق 12/2/2025"])
def test_what_has_one_reading_carries_no_note(text: str) -> None:
    assert [found.note for found in find(text, WEDNESDAY)] == [None]


def test_the_outlets_country_decides_numeric_order_and_bare_hijri_years() -> None:
    assert values("2/12/2024", country="EGY") == ["2024-12-02"]
    assert values("2/12/2024", country="USA") == ["2024-02-12"]
    assert values("عام 1446", country="SAU") == ["2024-07-07/2025-06-25"]
    assert values("سقطت القسطنطينية عام 1453", country="TUR") == ["1453"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قال إن الوفد سيصل الأحد", "2025-02-16"),
        ("من المنتظر أن تعود الطائرة الأحد", "2025-02-16"),
        ("أعلنت الوزارة أن المباحثات تبدأ الأحد", "2025-02-16"),
        ("والأحد سيجتمع المجلس", "2025-02-16"),
        ("سيزور عمان، بحسب بيان صدر الأحد", "2025-02-09"),
        ("كان من المقرر عقدها الأحد", "2025-02-16"),
        ("أمطار غزيرة غدا، وانفراج الأحد", "2025-02-13 2025-02-16"),
        ("كانت المباحثات تبدأ الأحد", "2025-02-09"),
        ("لم يصل الوفد الأحد", "2025-02-09"),
        ("سياسة جديدة أعلنت الأحد", "2025-02-09"),
        ("انتهت الأزمة. الأحد", "2025-02-09"),
    ],
)
def test_the_nearest_cue_says_whether_a_weekday_is_behind_or_ahead(text: str, value: str) -> None:
    assert values(text) == value.split(), text


def test_announcement_and_act_have_their_own_days() -> None:
    assert values("أعلنت أمس أن الوفد يصل الأحد") == ["2025-02-11", "2025-02-16"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("في 25 ديسمبر", "2025-01-10", "2024-12-25"),
        ("في 5 يناير", "2024-12-28", "2025-01-05"),
        ("في 15 أبريل", "2017-04-09", "2017-04-15"),
        ("في 29 فبراير", "2025-03-10", "2024-02-29"),
        ("الجمعة 14 مارس", "2025-12-01", "2025-03-14"),
    ],
)
def test_a_yearless_day_is_the_near_one(text: str, published: str, value: str | None) -> None:
    assert values(text, published) == ([value] if value else []), text


def test_days_that_no_calendar_has_are_not_found() -> None:
    assert values("في 31 فبراير 2024 و30/2/2024 و30 محرم 1446هـ و10 محرم 1600هـ") == []


def test_an_uncertain_anchor_gives_no_value() -> None:
    assert values("وغادر بعد يومين من ذلك") == []
    assert values("وصل في مارس 2024 وغادر في اليوم التالي") == ["2024-03"]
    assert values("وصل في 3 مارس 2024.\nوغادر في اليوم التالي") == ["2024-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "هذه أيارك وأعياد الأيائل",
        "في 2000 قرية",
        "القرار 1701",
        "الطراز 737-800",
        "العنوان 192.168.1.2015",
        "المادة 12/2 من القانون",
        "توفي قبل سنة ونصف",
        "توفي قبل يومين من الجلسة",
        "رجل في السبعينات من عمره",
        "القرن الخامس قبل الميلاد",
        "عام 1200 قبل الميلاد",
        "25 ديسمبر من كل عام",
        "بيت عبد الأحد",
        "سيارة نيسان",
        "أول من مارس الحكم",
        "كل أحد وكل سبت",
        "هجمات سبتمبر",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    assert find(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تظاهروا يومي 14 و30 أبريل 2024", ["2024-04-14", "2024-04-30"]),
        ("يلتقيان يومي الاثنين والخميس المقبلين", ["2025-02-17", "2025-02-13"]),
        ("فاز في عامي 2006 و2014", ["2006", "2014"]),
        ("حكم بين عامي 2006 و2014", ["2006/2014"]),
        ("غاب بين 14 و30 أبريل 2024", ["2024-04-14/2024-04-30"]),
        ("تظاهروا أيام 5 و12 و19 أبريل 2024", ["2024-04-05", "2024-04-12", "2024-04-19"]),
        ("فاز في أعوام 2006 و2014 و2018", ["2006", "2014", "2018"]),
        ("يعقد الأحد 5 والخميس 9 مايو 2024", ["2024-05-05", "2024-05-09"]),
        ("بين 12 و15 مارس 2024، ثم في 18 و19 منه وفي 23 منه", ["2024-03-12/2024-03-15", "2024-03-18/2024-03-19", "2024-03-23"]),
    ],
)
def test_two_days_named_together_are_a_range_only_if_they_are_one(text: str, expected: list[str]) -> None:
    assert values(text) == expected, text
