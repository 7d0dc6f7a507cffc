"""What can go wrong with a database: one clear line, and nothing lost."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from telling import all_of, event, record

from rawi.chronicle import Chronicle, store
from rawi.errors import ChronicleError
from rawi.model import Record


def some(number: int) -> list[Record]:
    """So many articles."""
    return [record(f"outlet{at}", event(f"التقى بوتين الشرع في اجتماع {at}", ["بوتين", "الشرع"]), ident=str(at)) for at in range(number)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A chronicle of three articles in a file."""
    with Chronicle(tmp_path / "rawi.db") as chronicle:
        chronicle.add(some(3))
    return tmp_path / "rawi.db"


def test_a_full_disk_is_said_and_nothing_is_lost(path: Path) -> None:
    with Chronicle(path) as chronicle:
        pages = "PRAGMA max_page_count"

        def no_more_room(connection: sqlite3.Connection, _: object) -> None:
            used = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"{pages}={used + 8}")

        from sqlalchemy import event as on

        chronicle.store.engine.dispose()
        on.listen(chronicle.store.engine, "connect", no_more_room)
        with pytest.raises(ChronicleError, match="disk is full; what was added before is kept"):
            chronicle.add(some(300))
    with Chronicle(path) as chronicle:
        assert chronicle.totals().articles == 3
        assert chronicle.add(some(300)).added == 297


def test_a_file_that_may_only_be_read_is_read_and_not_written(path: Path) -> None:
    with Chronicle(path, read_only=True) as chronicle:
        assert chronicle.totals().articles == 3
        with pytest.raises(ChronicleError, match="reading only"):
            chronicle.join("0" * 16, "1" * 16)


def test_a_file_that_the_system_keeps_from_being_written_is_read(path: Path) -> None:
    before, page = path.read_bytes(), path.parent / "page.txt"
    page.write_text("لقاء في مسقط\n\nالتقى وزير الخارجية العماني بدر البوسعيدي نظيره المصري بدر عبد العاطي أمس.\n", encoding="utf-8")
    path.chmod(0o444)
    path.parent.chmod(0o555)
    unprivileged = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
    run = [*unprivileged, sys.executable, "-c", "from rawi.cli import main; main()"]
    try:
        found = subprocess.run([*run, "find", "--db", str(path), "--json"], capture_output=True, text=True, check=False)
        added = subprocess.run([*run, "add", str(page), "--db", str(path)], capture_output=True, text=True, check=False)
    finally:
        path.parent.chmod(0o755)
    assert (found.returncode, found.stderr) == (0, "")
    assert json.loads(found.stdout.splitlines()[0])
    assert (added.returncode, added.stderr) == (2, f"rawi: {path}: cannot be written; give a file and folder that you may write to\n")
    assert path.read_bytes() == before


def test_a_locked_database_is_waited_for_then_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "WAIT", 0.2)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Chronicle(path) as chronicle:
        with pytest.raises(ChronicleError, match="another program has been writing"):
            chronicle.add(some(5))
        assert len(all_of(chronicle)) > 0  # reading does not wait
        other.execute("ROLLBACK")
        assert chronicle.add(some(5)).added == 2
    other.close()


def test_a_newer_schema_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ChronicleError, match=r"newer Rawi \(schema 9999"):
        Chronicle(path)


def test_a_damaged_file_is_said(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(ChronicleError, match="damaged"):
        Chronicle(path).add(some(5))


def test_another_file_is_not_taken_for_a_chronicle(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ملاحظات" * 100, "utf-8")
    with pytest.raises(ChronicleError, match="not a chronicle"):
        Chronicle(text)
    assert text.read_text("utf-8") == "ملاحظات" * 100


def test_another_database_is_not_taken_for_a_chronicle(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE mine (x)")
    with pytest.raises(ChronicleError, match="not a chronicle"):
        Chronicle(tmp_path / "other.db")


def test_a_chronicle_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(ChronicleError, match="no such chronicle"):
        Chronicle(tmp_path / "rawi.db", create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("address", ["postgresql://", "nonsense://x/y", "postgresql://rawi:secret@127.0.0.1:1/rawi"])
def test_a_server_that_is_not_there_is_said_without_the_password(address: str) -> None:
    with pytest.raises(ChronicleError) as error:
        Chronicle(address)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)
