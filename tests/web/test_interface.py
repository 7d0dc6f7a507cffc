"""The interface's words, days and numbers, in both languages."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from rawi.lore.schema.entry import Sector
from rawi.model import Article
from rawi.web import about_page
from rawi.web.choices import Choices, Months
from rawi.web.days import naming_of, stamped, written
from rawi.web.limits import Rate
from rawi.web.safe import run
from rawi.web.words import count, words

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "rawi" / "web"
PLURALS = {"zero", "one", "two", "few", "many", "other"}


def keys(table: dict[str, Any], above: str = "") -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, dict) and not above.startswith("count"):
            yield from keys(value, f"{above}{name}.")
        else:
            yield f"{above}{name}"


def test_both_languages_have_the_same_words() -> None:
    assert set(keys(words("ar"))) == set(keys(words("en")))
    assert all(set(forms) == PLURALS for forms in words("ar")["count"].values())


def test_no_word_is_left_over() -> None:
    used = "".join(p.read_text("utf-8") for p in (*WEB.rglob("*.py"), *WEB.rglob("*.html")))
    made = r"error_|day_from_|theme_|months_|digits_|kind_|by_"
    left = [key for key in words("en")["say"] if not re.match(made, key) and not re.search(rf"""['"]{key}['"]""", used)]
    assert left == []


def test_every_sector_has_a_name() -> None:
    assert set(words("en")["sector"]) == set(get_args(Sector))


@pytest.mark.parametrize(
    ("number", "says"), [(0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (5, "5 أحداث"), (11, "11 حدثًا"), (100, "100 حدث"), (103, "103 أحداث")]
)
def test_counts_agree_as_arabic_has_it(number: int, says: str) -> None:
    assert count("ar", "events", number) == says


@pytest.mark.parametrize(
    ("value", "choices", "says"),
    [
        ("2025-02-12", Choices("ar", "levantine"), "12 شباط 2025"),
        ("2025-02-12", Choices("ar", "gulf"), "12 فبراير 2025"),
        ("2025-08-04", Choices("ar", "moroccan"), "4 غشت 2025"),
        ("2025-02", Choices("ar", "tunisian", "arab"), "فيفري ٢٠٢٥"),
        ("2025", Choices("en"), "2025"),
        ("2025-02-01/2025-02-03", Choices("en"), "1 February 2025 – 3 February 2025"),
        ("2025-02-01/2025-02-03", Choices("ar"), "من 1 شباط 2025 إلى 3 شباط 2025"),
        (None, Choices("en"), ""),
        ("soon", Choices("en"), "soon"),
    ],
)
def test_a_day_is_written_as_chosen(value: str | None, choices: Choices, says: str) -> None:
    assert written(value, choices) == says


def test_a_time_keeps_its_clock() -> None:
    assert stamped("2025-02-12T22:25:00+03:00", Choices("ar")) == "الأربعاء 12 شباط 2025، 22:25"
    assert stamped("2025-02-12", Choices("en")) == "Wednesday, 12 February 2025"


@pytest.mark.parametrize(
    ("article", "naming"),
    [
        (Article(outlet="عنب بلدي"), "levantine"),
        (Article(paragraphs=("وصل الوفد في 3 جانفي الماضي.",)), "tunisian"),
        (Article(paragraphs=("وصل الوفد في 3 فبراير الماضي.", "وعاد في يونيو.")), "gulf"),
        (Article(paragraphs=("وصل الوفد أمس.",)), "levantine"),
    ],
)
def test_a_dateline_is_in_the_outlets_way(article: Article, naming: Months) -> None:
    assert naming_of(article, "levantine") == naming


def test_a_run_of_the_other_direction_says_so() -> None:
    assert run("دمشق", "en") == '<bdi lang="ar" dir="rtl">دمشق</bdi>'
    assert run("Damascus", "ar") == '<bdi lang="en" dir="ltr">Damascus</bdi>'
    assert run("دمشق", "ar") == "<bdi>دمشق</bdi>"


def test_the_page_about_the_data_promises_no_more_than_the_tests_hold() -> None:
    floors = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))["gold"]
    assert all(share <= floors[name] for name, share in about_page.measured().items())


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    rate = Rate(2, clock=lambda: now[0])
    assert [rate.wait("a"), rate.wait("a"), rate.wait("a"), rate.wait("b")] == [0, 0, 30, 0]
    now[0] = 31.0
    assert rate.wait("a") == 0
