"""Bulk reading under fire: killed workers, a killed parent, a stop by hand, a full disk, new knowledge. What comes out is always the same."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent / "benchmarks"))
from crawl import make

RAWI = (sys.executable, "-c", "from rawi.cli import main; main()")
LONG = 120  # seconds that a run may take on a busy machine


@pytest.fixture(scope="module", name="crawl")
def _crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crawl")
    make(folder, 3, 1_200)
    return folder


@pytest.fixture(scope="module", name="whole")
def _whole(crawl: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run that nothing befalls gives."""
    out = tmp_path_factory.mktemp("whole")
    done = finish(begin(crawl, out, jobs=1))
    assert done.returncode == 0, done.stderr
    return output(out)


class Done:
    """How a run ended."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        _, errors = process.communicate(timeout=LONG)
        self.returncode, self.stderr = process.returncode, errors.decode()


def begin(crawl: Path, out: Path, *more: str, jobs: int = 2, knowledge: Path | None = None) -> subprocess.Popen[bytes]:
    command = [*RAWI, "bulk", str(crawl), "--out", str(out), "--jobs", str(jobs), "--part-mb", "0.05", *more]
    environment = {**os.environ, **({"RAWI_KNOWLEDGE": str(knowledge)} if knowledge else {})}
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, start_new_session=True)


def finish(process: subprocess.Popen[bytes]) -> Done:
    return Done(process)


def output(out: Path) -> dict[str, bytes]:
    """The records' files by name."""
    return {path.name: path.read_bytes() for path in sorted((out / "records").glob("*.jsonl"))}


def wait_for_parts(process: subprocess.Popen[bytes], out: Path, count: int) -> None:
    """Until so many parts are done."""
    until = time.monotonic() + LONG
    while len(list((out / "done").glob("*.json"))) < count:
        assert process.poll() is None, "the run ended too soon"
        assert time.monotonic() < until
        time.sleep(0.02)


def workers(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that read for this run: started by it, not forked off it."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == process.pid and "spawn_main" in _command(stat.parent):
            found.append(int(stat.parent.name))
    return found


def _command(process: Path) -> str:
    try:
        return process.joinpath("cmdline").read_bytes().decode()
    except OSError:
        return ""


def left_aside(out: Path) -> Iterator[Path]:
    """Files that were being written when their process ended."""
    return (path for path in out.rglob(".*") if path.is_file())


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs /proc to find the workers")
def test_a_worker_killed_twice_changes_nothing(crawl: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    process = begin(crawl, tmp_path)
    for parts in (1, 4):
        wait_for_parts(process, tmp_path, parts)
        found = workers(process)
        assert found
        os.kill(found[0], signal.SIGKILL)
    done = finish(process)
    assert done.returncode == 0, done.stderr
    assert output(tmp_path) == whole


def test_a_killed_run_goes_on_where_it_was(crawl: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    process = begin(crawl, tmp_path)
    wait_for_parts(process, tmp_path, 2)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    kept = {path: path.stat().st_mtime_ns for path in (tmp_path / "done").glob("*.json")}
    done = finish(begin(crawl, tmp_path))
    assert done.returncode == 0, done.stderr
    assert output(tmp_path) == whole
    assert all(path.stat().st_mtime_ns == at for path, at in kept.items())


def test_a_stop_by_hand_is_one_line_and_what_was_done_is_kept(crawl: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    process = begin(crawl, tmp_path)
    wait_for_parts(process, tmp_path, 2)
    os.kill(process.pid, signal.SIGINT)
    done = finish(process)
    assert done.returncode == 130
    (said,) = done.stderr.splitlines()
    assert "are kept in" in said
    assert finish(begin(crawl, tmp_path)).returncode == 0
    assert output(tmp_path) == whole
    again = finish(begin(crawl, tmp_path))
    assert again.returncode == 0
    assert again.stderr.startswith("rawi: 1,200 records seen = ")


def test_damaged_archives_cost_the_damaged_records_only(crawl: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(crawl, broken)
    files = sorted(broken.glob("*.gz"))
    content = bytearray(files[0].read_bytes())
    content[len(content) // 2 : len(content) // 2 + 50] = b"\0" * 50
    files[0].write_bytes(content)
    files[1].write_bytes(files[1].read_bytes()[:-300])
    files[2].write_bytes(b"no archive at all")
    done = finish(begin(broken, tmp_path / "out"))
    assert done.returncode == 2
    account = json.loads((tmp_path / "out" / "manifest.json").read_text())["account"]
    assert account["seen"] == account["read"] + sum(account["left_out"].values()) + len(account["failed"])
    assert len(account["failed"]) == 3
    assert account["seen"] >= 798
    assert "Traceback" not in done.stderr


def test_new_knowledge_does_not_mix_with_old(crawl: Path, tmp_path: Path) -> None:
    from rawi.lore import load

    assert finish(begin(crawl, tmp_path / "out")).returncode == 0
    changed = tmp_path / "knowledge"
    shutil.copytree(load.HOME, changed)
    with (changed / "language" / "page_words.toml").open("a", encoding="utf-8") as file:
        file.write("\n# a word more\n")
    done = finish(begin(crawl, tmp_path / "out", knowledge=changed))
    assert done.returncode == 2
    (said,) = done.stderr.splitlines()
    assert "knowledge" in said
    assert "another --out" in said


@pytest.fixture(name="small_disk")
def _small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 200 KB, where this process may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(place)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("mounting a small disk is not allowed here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)


def test_a_full_disk_is_one_line_and_what_was_done_is_kept(crawl: Path, whole: dict[str, bytes], small_disk: Path) -> None:
    done = finish(begin(crawl, small_disk / "out"))
    assert done.returncode == 2
    (said,) = done.stderr.splitlines()
    assert "No space left" in said
    assert not list(left_aside(small_disk / "out" / "records"))
    kept = output(small_disk / "out")
    assert all(whole[name] == content for name, content in kept.items())
    subprocess.run(["mount", "-o", "remount,size=100m", str(small_disk)], check=True)
    assert finish(begin(crawl, small_disk / "out")).returncode == 0
    assert output(small_disk / "out") == whole
