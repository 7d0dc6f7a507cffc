"""No input raises, every offset holds, and time grows with the length of the text and no faster."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.dates import find, find_periods, find_same_day, find_times
from rawi.dates.lexicon import lexicon

PIECES = sorted(lexicon().kinds)[::3] + list("،.-/:()\n\"'ـ ًوبل٣") + ["12", "2025", "1446", "31", "  ", "الساعة", "دقيقة"]


TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)


@given(TEXTS | st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.booleans())
def test_no_text_raises_and_every_offset_holds(text: str, dated: bool) -> None:
    for date in find(text, "2025-02-12" if dated else None, "SAU"):
        assert text[date.start : date.end] == date.text
    for clock in find_times(text):
        assert text[clock.start : clock.end] == clock.text
    for phrase in find_same_day(text):
        assert text[phrase.start : phrase.end] == phrase.text
    for period in find_periods(text, datetime.date(2025, 2, 12) if dated else None):
        assert text[period.start : period.end] == period.text


@given(st.dates())
def test_no_day_of_publication_raises(published: object) -> None:
    find(
        "الشهر قبل الماضي، قبل مئة سنة، غدا، الأحد المقبل، 29 فبراير، رمضان المقبل، القرن الماضي",
        str(published),
    )


HARD = {
    "digits and months": "12 شباط ",
    "digits": "1 ",
    "one number": "1",
    "one word": "و",
    "points": "1.",
    "slashes": "1/2/",
    "days without end": "7 و",
    "weekdays": "الأحد ",
    "months": "شباط/",
    "tense": "سيصل كلمة السبت ",
    "number words": "وعشرين ",
    "spaces after an hour": "الساعة      ",
    "marks": "شَبَاطُ 2025 ",
}


@pytest.mark.parametrize("finder", [lambda text: find(text, "2025-02-12"), find_times], ids=["dates", "times"])
@pytest.mark.parametrize("name", HARD)
def test_time_grows_no_faster_than_the_text(finder: Callable[[str], object], name: str) -> None:
    short, long = (HARD[name] * (length // len(HARD[name])) for length in (15_000, 120_000))
    finder(short)
    small = min(_seconds(finder, short) for _ in range(3))
    great = min(_seconds(finder, long) for _ in range(2))
    assert great < 8 * small * 3 + 0.05, f"{name}: {small:.4f} s, eight times as long: {great:.4f} s"


def _seconds(finder: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    finder(text)
    return time.process_time() - start
