"""What ``rawi bulk`` wrote goes into a chronicle by the name of its folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.bulk.output import Output
from rawi.chronicle import Chronicle
from rawi.cli.add import command as add
from rawi.cli.bulk import command as bulk

ROWS = [
    {
        "id": f"r{at}",
        "published": "2025-02-12",
        "title": "زيارة إلى أنقرة",
        "paragraphs": [f"زار وزير الخارجية العماني بدر البوسعيدي {place} أمس." * 9],
    }
    for at, place in enumerate(("أنقرة", "بغداد", "الدوحة", "تونس"))
]


@pytest.fixture(scope="module", name="rows")
def _rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), encoding="utf-8")
    return path


def held(db: Path) -> list[str]:
    with Chronicle(str(db)) as chronicle:
        return sorted(json.loads(line)["record"]["id"] for line in chronicle.export() if b'"record"' in line)


def made(rows: Path, out: Path, form: str) -> Path:
    done = CliRunner().invoke(bulk, [str(rows), "--out", str(out), "--format", form, "--jobs", "1", "--part-mb", "0.001"])
    assert done.exit_code == 0, done.stderr
    return out


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_the_folder_of_a_run_is_added(rows: Path, tmp_path: Path, form: str) -> None:
    out, db = made(rows, tmp_path / "out", form), tmp_path / "rawi.db"
    assert len(list((out / "done").iterdir())) > 1
    assert Output(out).articles == 4
    first = CliRunner().invoke(add, [str(out), "--db", str(db), "--json"])
    assert first.exit_code == 0, first.stderr
    assert json.loads(first.stdout)["added"] == 4
    assert held(db) == ["r0", "r1", "r2", "r3"]
    assert json.loads(CliRunner().invoke(add, [str(out), "--db", str(db), "--json"]).stdout)["known"] == 4


def test_of_a_run_that_was_stopped_the_finished_parts_are_added(rows: Path, tmp_path: Path) -> None:
    out, db = made(rows, tmp_path / "out", "jsonl"), tmp_path / "rawi.db"
    (out / "manifest.json").unlink()
    lost = sorted((out / "done").iterdir())[0]
    here = Output(out).articles
    lost.unlink()
    assert 0 < Output(out).articles < here
    done = CliRunner().invoke(add, [str(out), "--db", str(db)])
    assert done.exit_code == 0
    assert f"rawi: {out}: its run has not ended; the parts that are done are added\n" in done.stderr
    assert len(held(db)) == Output(out).articles


def test_a_part_that_is_gone_is_named(rows: Path, tmp_path: Path) -> None:
    out, db = made(rows, tmp_path / "out", "jsonl"), tmp_path / "rawi.db"
    gone = sorted((out / "records").iterdir())[-1]
    gone.unlink()
    done = CliRunner().invoke(add, [str(out), "--db", str(db)])
    assert done.exit_code != 0
    assert str(done.exception) == f"{out}: {gone}: No such file or directory; run rawi bulk again"


def test_a_folder_of_records_and_pages_is_parted(rows: Path, tmp_path: Path) -> None:
    out, mixed, db = made(rows, tmp_path / "out", "jsonl"), tmp_path / "mixed", tmp_path / "rawi.db"
    mixed.mkdir()
    lines = [line for path in sorted((out / "records").iterdir()) for line in path.read_text(encoding="utf-8").splitlines()]
    (mixed / "records.jsonl").write_text("\n".join([*lines[:2], "{broken", *lines[2:]]), encoding="utf-8")
    (mixed / "page.txt").write_text(
        "لقاء في مسقط\n\nالتقى وزير الخارجية العماني بدر البوسعيدي نظيره المصري بدر عبد العاطي في مسقط أمس.\n", encoding="utf-8"
    )
    done = CliRunner().invoke(add, [str(mixed), "--published", "2025-02-12", "--db", str(db)])
    assert done.exit_code == 2
    assert f"rawi: {mixed / 'records.jsonl'}, line 3: not a record" in done.stderr
    assert held(db) == ["page", "r0", "r1", "r2", "r3"]


def test_any_other_folder_is_no_output(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="no output of rawi bulk"):
        Output(tmp_path)
