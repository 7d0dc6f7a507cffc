"""Times of day with their zone, and phrases that mean the day just told."""

from __future__ import annotations

import pytest

from rawi.dates import find_same_day, find_times


@pytest.mark.parametrize(
    ("text", "hour", "minute", "zone"),
    [
        ("11:11 م", 23, 11, None),
        ("الساعة 23:11 بتوقيت دمشق", 23, 11, "Asia/Damascus"),
        ("٢٣:١١ بتوقيت غرينتش", 23, 11, "UTC"),
        ("08:05 بالتوقيت المحلي", 8, 5, "local"),
        ("12:30 ص", 0, 30, None),
        ("12:30 م", 12, 30, None),
        ("10:30ص", 10, 30, None),
        ("10:15:22 مساءً", 22, 15, None),
        ("19,30 ت غ", 19, 30, "UTC"),
        ("16:45 GMT+3", 16, 45, "+03:00"),
        ("الساعة (11:59) مساء بتوقيت اليمن", 23, 59, "Asia/Aden"),
        ("الساعة التاسعة والنصف مساء بتوقيت بيروت", 21, 30, "Asia/Beirut"),
        ("الساعة الثامنة إلا ربعا صباحا", 7, 45, None),
        ("الساعة الحادية عشرة وتسع وخمسين دقيقة مساء", 23, 59, None),
        ("الثانية عشرة ظهرا", 12, 0, None),
        ("الساعة 1 ليلا", 1, 0, None),
        ("الساعة 5 فجرا", 5, 0, None),
    ],
)
def test_a_time_is_read_with_its_half_of_the_day_and_its_zone(text: str, hour: int, minute: int, zone: str | None) -> None:
    [found] = find_times(f"نشر: {text}")
    assert (found.hour, found.minute, found.zone) == (hour, minute, zone), text
    assert f"نشر: {text}"[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["فاز 3-1", "12 شخصا", "12.5 دولارا", "25:70", "الثالثة من نوعها", "11:30ملايين"])
def test_a_number_alone_is_no_time(text: str) -> None:
    assert find_times(text) == []


def test_phrases_for_the_same_day_are_found_with_their_place() -> None:
    text = "غادر في اليوم نفسه، وبنفس اليوم عاد، ومساء اليوم ذاته التقاه، لا في اليوم الوطني"
    found = find_same_day(text)
    assert [phrase.text for phrase in found] == ["اليوم نفسه", "نفس اليوم", "اليوم ذاته"]
    assert all(text[phrase.start : phrase.end] == phrase.text for phrase in found)
