"""``rawi bulk``: the same output however it was made, an account that adds up, and inputs that are wrong said in one line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click.exceptions
import msgspec
import pytest
from click.testing import CliRunner

from rawi.bulk import inputs, task
from rawi.bulk.account import Account
from rawi.bulk.run import Settings, run
from rawi.bulk.store import Manifest, Plan, Store
from rawi.cli.bulk import command
from rawi.errors import UsageError
from rawi.model import Record

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
from crawl import make

ROWS = [
    {"id": "r1", "published": "2025-02-12", "title": "زيارة إلى أنقرة", "paragraphs": ["زار الرئيس العراقي عبد اللطيف رشيد أنقرة أمس."]},
    {"id": "r2", "title": "A visit", "paragraphs": ["The president arrived in the capital on Monday for talks."]},
    {"id": "r3", "title": "لقاء", "paragraphs": ["التقى وزير الخارجية الجزائري أحمد عطاف نظيره التونسي محمد علي النفطي."]},
]


@pytest.fixture(scope="module", name="crawl")
def _crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawl")
    make(folder, 2, 200)
    lines = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    (folder / "rows.jsonl").write_text("\n".join([lines[0], lines[1], "{broken", lines[2]]), encoding="utf-8")
    return folder


def read_here(folder: Path, out: Path, size: int, form: str = "jsonl") -> tuple[Account, list[inputs.Part]]:
    """Read all parts in this process, without a cluster."""
    store, listed = Store(out), inputs.parts([str(folder)], size)
    store.open(Plan(knowledge="k", program="p", format=form, part_bytes=size))  # type: ignore[arg-type]
    order = task.Order(str(out), form, "run", 0.0)  # type: ignore[arg-type]
    accounts = [task.read_part(part, order) for part in listed]
    return sum(accounts, Account()), listed


def lines_of(out: Path) -> list[bytes]:
    return sorted(line for path in (out / "records").glob("*.jsonl") for line in path.read_bytes().splitlines())


def test_the_account_adds_up_and_the_parts_do_not_matter(crawl: Path, tmp_path: Path) -> None:
    whole, _ = read_here(crawl, tmp_path / "whole", 100_000_000)
    parted, listed = read_here(crawl, tmp_path / "parted", 20_000)
    assert len(listed) > 5
    assert whole.adds_up
    assert (whole.seen, whole.read, len(whole.failed)) == (204, 22, 1)
    assert whole.left_out["not in Arabic"] > 50
    assert msgspec.structs.replace(parted, seconds=0.0, failed=()) == msgspec.structs.replace(whole, seconds=0.0, failed=())
    assert parted.failed == whole.failed
    assert "rows.jsonl@" in whole.failed[0].where
    assert "not a row of JSON" in whole.failed[0].why
    assert lines_of(tmp_path / "parted") == lines_of(tmp_path / "whole")
    assert {Record.from_json(line).id for line in lines_of(tmp_path / "whole")} >= {"r1", "r3"}


def test_tables_hold_what_the_records_hold(crawl: Path, tmp_path: Path) -> None:
    from arro3.io import read_parquet

    account, _ = read_here(crawl, tmp_path / "lines", 100_000_000)
    read_here(crawl, tmp_path / "tables", 100_000_000, "parquet")
    tables = {
        name: [read_parquet(str(path)).read_all() for path in sorted((tmp_path / "tables" / name).glob("*.parquet"))]
        for name in ("articles", "actors", "events")
    }
    records = [Record.from_json(line) for line in lines_of(tmp_path / "lines")]
    assert sum(table.num_rows for table in tables["articles"]) == account.read
    assert sum(table.num_rows for table in tables["events"]) == account.events == sum(len(record.events) for record in records)
    assert sum(table.num_rows for table in tables["actors"]) == sum(len(record.actors) for record in records)
    kept = [str(value) for table in tables["articles"] for value in table.column("record").to_pylist()]
    assert sorted(line.encode() for line in kept) == lines_of(tmp_path / "lines")


def test_a_finished_part_is_not_read_again(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = read_here(crawl, tmp_path, 30_000)
    monkeypatch.setattr("rawi.bulk.records.of_part", None)
    assert read_here(crawl, tmp_path, 30_000)[0] == first


def test_a_record_at_which_two_workers_died_is_left_alone_and_named(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Died(BaseException):
        """What ends a process, as far as the part can tell."""

    def deadly(article: object) -> object:
        raise Died if "r3" in str(article) else LookupError("a bug")

    monkeypatch.setattr("rawi.reading.read", deadly)
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)  # a process that dies takes no note away
    part = next(part for part in inputs.parts([str(crawl)]) if part.of_rows)
    Store(tmp_path).open(Plan(knowledge="k", program="p", format="jsonl", part_bytes=1))
    order = task.Order(str(tmp_path), "jsonl", "run", 0.0)
    for _ in range(2):
        with pytest.raises(Died):
            task.read_part(part, order)
    account = task.read_part(part, order)
    assert account.adds_up
    assert [failure.why for failure in account.failed] == [
        "LookupError: a bug",
        "not a row of JSON (JSON is malformed: object keys must be strings (byte 1))",
        "its worker died twice in reading it",
    ]


def test_a_cluster_gives_the_same_and_a_second_run_does_nothing(crawl: Path, tmp_path: Path) -> None:
    read_here(crawl, tmp_path / "here", 60_000)
    listed = inputs.parts([str(crawl)], 60_000)
    settings = Settings(tmp_path / "there", jobs=2, part_bytes=60_000)
    account = run(listed, settings, lambda progress: None)
    assert lines_of(tmp_path / "there") == lines_of(tmp_path / "here")
    manifest = msgspec.json.decode((tmp_path / "there" / "manifest.json").read_bytes(), type=Manifest)
    assert manifest.account == account
    assert manifest.parts == tuple(part.key for part in listed)
    told: list[object] = []
    assert run(listed, settings, told.append) == account
    assert not told


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["nowhere.warc.gz"], "no such file"),
        (["@nowhere"], "cannot be read as a list"),
        (["page.html"], "neither a web archive nor JSON Lines"),
        (["empty"], "no .warc"),
    ],
)
def test_wrong_inputs_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], said: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=said):
        inputs.parts(given)


def test_lists_and_patterns_name_files_once(crawl: Path, tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{crawl}/crawl-000.warc.gz\n{crawl}/*.gz\n")
    assert [Path(part.path).name for part in inputs.parts([f"@{tmp_path / 'list'}"])] == ["crawl-000.warc.gz", "crawl-001.warc.gz"]


@pytest.mark.parametrize(("field", "said"), [("knowledge", "another --out"), ("format", "--format jsonl"), ("part_bytes", "--part-mb")])
def test_output_of_another_run_is_not_mixed_in(tmp_path: Path, field: str, said: str) -> None:
    plan = Plan(knowledge="k1", program="p", format="jsonl", part_bytes=8)
    Store(tmp_path).open(plan)
    other: dict[str, object] = {"knowledge": "k2", "format": "parquet", "part_bytes": 9}
    with pytest.raises(UsageError, match=said):
        Store(tmp_path).open(msgspec.structs.replace(plan, **{field: other[field]}))


def test_the_command_says_the_account_and_names_failures(crawl: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(command, [str(crawl / "rows.jsonl"), "--out", str(tmp_path), "--jobs", "1"])
    assert isinstance(done.exception, SystemExit | click.exceptions.Exit)
    assert done.exit_code == 2
    *named, last = done.stderr.splitlines()
    assert last == "rawi: 4 records seen = 2 read + 1 left out (1 not in Arabic) + 1 failed; 2 events"
    assert len(named) == 1
    assert "not a row of JSON" in named[0]


def test_what_is_not_installed_is_said(crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'rawi\[bulk\]'"):
        run(inputs.parts([str(crawl)]), Settings(tmp_path), lambda progress: None)
