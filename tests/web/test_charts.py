"""Charts: labels that do not run into one another, and only parties that lines lead to."""

from __future__ import annotations

import re
from itertools import pairwise

from rawi.chronicle.results import DyadWeek, Edge, Node, Party
from rawi.web import charts
from rawi.web.choices import Choices


def weeks(*mondays: str) -> list[DyadWeek]:
    return [DyadWeek(week=monday, count=1, score=1.0, cooperation=1.0, conflict=0.0) for monday in mondays]


def labels(chart: str) -> list[tuple[float, str]]:
    """Where the labels below the axis stand, from left to right."""
    found = re.findall(r'<text x="([\d.]+)"[^>]*class="tick">([^<]+)<', chart)
    return sorted((float(x), words) for x, words in found)


def test_month_names_do_not_run_into_one_another_and_the_year_is_named() -> None:
    for language in ("ar", "en"):
        chart = charts.dyad(weeks("2024-01-01", "2024-12-23"), Choices(language))
        found = labels(chart)
        assert all(other - one > 4.8 * (len(here) + len(there)) for (one, here), (other, there) in pairwise(found))
        assert sum("2024" in words for _, words in found) == 1


def node(code: str, acts: int) -> Node:
    return Node(party=Party(id=code, name=code), kind="state", country=code, acts=acts)


def test_the_network_shows_whom_lines_lead_to() -> None:
    edges = [Edge(actor="RUS", recipient="SYR", count=3, score=1.0), Edge(actor="QAT", recipient="QAT", count=9, score=1.0)]
    chart = charts.network([node("QAT", 18), node("RUS", 4), node("SYR", 3)], edges, Choices("en"))
    assert re.findall(r'class="label">([^<]+)<', chart) == ["Russia", "Syria"]


def test_scores_have_a_sign_and_nothing_has_none() -> None:
    assert [Choices("en").signed(score) for score in (3.5, -0.4, -0.04, 0.0)] == ["+3.5", "-0.4", "0.0", "0.0"]
    assert Choices("ar", digits="arab").signed(-3.5) == "-٣.٥"
