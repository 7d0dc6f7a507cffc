"""A file read in parts gives what the whole file gives, wherever it is cut, and goes on behind damage."""

from __future__ import annotations

import gzip
import itertools
import random
from pathlib import Path

import pytest

from rawi.pages import ranges
from rawi.pages.ranges import Damage
from rawi.pages.warc import Entry


def record(number: int, size: int = 200) -> bytes:
    """A page of a given size, the number in its address."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + bytes(random.Random(number).choices(range(256), k=size))
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/{number}\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


def archive(path: Path, count: int, *, zipped: bool) -> Path:
    records = [record(number, 50 + 37 * number % 5000) for number in range(count)]
    path.write_bytes(b"".join(gzip.compress(one) if zipped else one for one in records))
    return path


def addresses(path: Path, *cuts: int) -> list[str | None]:
    """The addresses of all records, the file read in the parts that the cuts make."""
    edges = [0, *cuts, path.stat().st_size]
    found = [content for start, end in itertools.pairwise(edges) for _, content in ranges.archive(path, start, end)]
    return [content.url if isinstance(content, Entry) else content.why for content in found]


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_every_record_of_an_archive_is_in_one_part(tmp_path: Path, zipped: bool, seed: int) -> None:
    path = archive(tmp_path / "a.warc", 60, zipped=zipped)
    cuts = sorted(random.Random(seed).sample(range(1, path.stat().st_size), 7))
    assert addresses(path, *cuts) == [f"https://a.example/{number}" for number in range(60)]


def test_a_cut_at_each_byte_around_a_record_loses_none(tmp_path: Path) -> None:
    for zipped in (False, True):
        path = archive(tmp_path / "a.warc", 3, zipped=zipped)
        second = [at.offset for at, _ in ranges.archive(path)][1]
        for cut in range(second - 6, second + 7):
            assert len(addresses(path, cut)) == 3


def test_records_zipped_as_one_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(record(1) + record(2)) + gzip.compress(record(3)))
    found = list(ranges.archive(path))
    assert [str(at) for at, _ in found][:2] == ["0", "0.1"]
    assert len(addresses(path, 100)) == 3


@pytest.mark.parametrize("zipped", [False, True])
def test_behind_damage_the_next_record_is_read(tmp_path: Path, zipped: bool) -> None:
    path = archive(tmp_path / "a.warc", 9, zipped=zipped)
    places = [at.offset for at, _ in ranges.archive(path)]
    content = bytearray(path.read_bytes())
    content[places[4] : places[4] + 40] = b"\xee" * 40
    path.write_bytes(content)
    found = [content for _, content in ranges.archive(path)]
    assert sum(isinstance(content, Damage) for content in found) == 1
    urls = [content.url for content in found if isinstance(content, Entry)]
    assert urls[-4:] == [f"https://a.example/{number}" for number in (5, 6, 7, 8)]
    assert len(urls) == 8


@pytest.mark.parametrize("zipped", [False, True])
def test_damage_is_told_once_wherever_the_file_is_cut(tmp_path: Path, zipped: bool) -> None:
    path = archive(tmp_path / "a.warc", 6, zipped=zipped)
    place = [at.offset for at, _ in ranges.archive(path)][3]
    content = bytearray(path.read_bytes())
    content[place : place + 20] = b"\xee" * 20
    path.write_bytes(content)
    whole = addresses(path)
    for cut in range(place - 3, place + 24):
        assert addresses(path, cut) == whole


@pytest.mark.parametrize("zipped", [False, True])
def test_a_cut_archive_ends_with_damage(tmp_path: Path, zipped: bool) -> None:
    path = archive(tmp_path / "a.warc", 5, zipped=zipped)
    path.write_bytes(path.read_bytes()[:-60])
    *whole, (_, last) = ranges.archive(path)
    assert len(whole) == 4
    assert isinstance(last, Damage)


@pytest.mark.parametrize("seed", range(8))
def test_every_line_is_in_one_part(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    lines = [b"%d " % number + b"x" * chance.randrange(60) for number in range(80)]
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(lines) + (b"\n" if seed % 2 else b"\n\n"))
    edges = [0, *sorted(chance.sample(range(1, path.stat().st_size), 9)), path.stat().st_size]
    found = [line for start, end in itertools.pairwise(edges) for _, line in ranges.rows(path, start, end)]
    assert found == lines
