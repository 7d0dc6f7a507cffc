"""Out of a chronicle and back: tables, feeds and graphs hold what is in it, and an export makes the same chronicle again."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from telling import all_of, event, record

from rawi.chronicle import Chronicle
from rawi.chronicle.export import feeds, tables
from rawi.chronicle.export.columns import TABLES
from rawi.chronicle.results import Filter
from rawi.errors import UsageError


def state(chronicle: Chronicle) -> tuple[Any, ...]:
    """All that a chronicle answers."""
    occurrences, articles = all_of(chronicle), chronicle.articles(limit=500).rows
    return (
        occurrences, [chronicle.occurrence(row.id) for row in occurrences], articles, [chronicle.article(row.id).versions for row in articles],
        chronicle.totals(), chronicle.facets(), chronicle.by_week(), chronicle.network(by="actor"), chronicle.sources(),
    )  # fmt: skip


def test_an_export_makes_the_same_chronicle(demo_chronicle: Chronicle, tmp_path: Path) -> None:
    visit = next(row for row in all_of(demo_chronicle) if row.tellings == 5 and row.mode == "visit")
    demo_chronicle.split(visit.id, [demo_chronicle.occurrence(visit.id).tellings[-1].id], "another visit")
    first, second = all_of(demo_chronicle, Filter(type="SUPPORT"))[:2]
    demo_chronicle.join(first.id, second.id)
    with Chronicle(tmp_path / "other.db") as other:
        other.restore(demo_chronicle.export())
        assert state(other) == state(demo_chronicle)
        assert list(other.export()) == list(demo_chronicle.export())


def test_an_export_keeps_versions(chronicle: Chronicle, tmp_path: Path) -> None:
    told = event("التقى بوتين الشرع", ["بوتين", "الشرع"])
    chronicle.add([record("one", told, ident="x"), record("one", told, ident="x", more="وأضيفت إلى الخبر فقرة جديدة")])
    with Chronicle(tmp_path / "other.db") as other:
        other.restore(chronicle.export())
        assert state(other) == state(chronicle)
        assert [version.current for version in other.article(other.articles().rows[0].id).versions] == [False, True]


@pytest.mark.parametrize("lines", [[b"nonsense\n"], [b'{"id": "1"}\n'], [b'{"rawi": "chronicle", "version": 99}\n'], [b'{"record": {}}\n']])
def test_what_is_no_export_is_refused(chronicle: Chronicle, lines: list[bytes]) -> None:
    with pytest.raises(UsageError, match="the export"):
        chronicle.restore(lines)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_a_row_for_everything(demo_chronicle: Chronicle, table: str) -> None:
    out = io.StringIO()
    count = tables.write_csv(demo_chronicle, table, Filter(), out)
    head, *rows = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert head == [column.name for column in TABLES[table]]
    assert len(rows) == count
    totals = demo_chronicle.totals()
    least = {"occurrences": totals.occurrences, "tellings": totals.tellings, "articles": totals.articles, "plover": totals.occurrences}[table]
    assert count == least if table != "plover" else count >= least
    assert {len(row) for row in rows} == {len(head)}


def test_a_table_keeps_to_the_filter(demo_chronicle: Chronicle) -> None:
    asked = Filter(dyad=("RUS", "SYR"), mode="phone")
    (row,) = tables.rows(demo_chronicle, "occurrences", asked)
    values = dict(zip((column.name for column in TABLES["occurrences"]), row, strict=True))
    assert (values["type"], values["tellings"], values["voices"], values["plover_score"]) == ("CONSULT", 5, 3, 1.0)
    assert {tuple(row[7:10]) for row in tables.rows(demo_chronicle, "plover", asked)} == {
        ("Vladimir Putin", "فلاديمير بوتين", "RUS"),
        ("Ahmad al-Sharaa", "أحمد الشرع", "SYR"),
    }


def test_no_cell_is_a_formula(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event("=HYPERLINK(1) التقى بوتين الشرع", ["بوتين", "الشرع"]))])
    out = io.StringIO()
    tables.write_csv(chronicle, "occurrences", Filter(), out)
    assert "'=HYPERLINK" in out.getvalue()


@pytest.mark.parametrize("table", ["occurrences", "articles"])
def test_parquet_holds_the_same_rows(demo_chronicle: Chronicle, table: str, tmp_path: Path) -> None:
    arrow = pytest.importorskip("arro3.io", reason="arro3-io is not installed: pip install 'rawi[parquet]'")
    path = tmp_path / "table.parquet"
    count = tables.write_parquet(demo_chronicle, table, Filter(), str(path))
    read = arrow.read_parquet(str(path)).read_all()
    assert read.num_rows == count
    first = next(iter(tables.rows(demo_chronicle, table, Filter())))
    assert [read.column(at)[0].as_py() for at in range(read.num_columns)] == first


def test_a_feed_is_xml_and_leads_to_each_occurrence(demo_chronicle: Chronicle) -> None:
    rows = all_of(demo_chronicle)
    root = ElementTree.fromstring(feeds.rss(rows, 'A "chronicle" & more', "http://127.0.0.1:8000"))
    assert [link.text for link in root.iterfind("channel/item/link")] == [f"http://127.0.0.1:8000/occurrence/{row.id}" for row in rows]


def test_a_calendar_has_a_day_for_each_dated_occurrence(demo_chronicle: Chronicle) -> None:
    rows = all_of(demo_chronicle)
    calendar = feeds.ics(rows, dt.datetime(2025, 3, 1, tzinfo=dt.UTC))
    assert calendar.count("BEGIN:VEVENT") == sum(row.date is not None for row in rows)
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    assert "DTSTART;VALUE=DATE:20250212\r\nDTEND;VALUE=DATE:20250213" in calendar


def test_a_graph_has_its_nodes_and_edges(demo_chronicle: Chronicle) -> None:
    network = demo_chronicle.network()
    root = ElementTree.fromstring(feeds.graphml(network))
    spaced = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = {node.get("id") for node in root.iter(f"{spaced}node")}
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iter(f"{spaced}edge")]
    assert nodes == {node.party.id for node in network.nodes}
    assert edges == [(edge.actor, edge.recipient) for edge in network.edges]
    assert {end for edge in edges for end in edge} <= nodes
