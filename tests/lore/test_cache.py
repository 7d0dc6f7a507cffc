"""What is compiled from the knowledge is kept between runs, read back as it was, and made anew where it is old or broken."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import NamedTuple

import pytest

from rawi.lore import cache


class Book(NamedTuple):
    words: dict[tuple[str, ...], int]
    forms: frozenset[str]


BOOK = Book({("وزير", "الخارجية"): 1}, frozenset(("زار", "يزور")))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RAWI_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def never() -> Book:
    raise AssertionError("built again")


def test_a_typed_value_comes_back_as_it_was() -> None:
    assert cache.compiled_as(Book, "book", lambda: BOOK) == BOOK
    assert cache.compiled_as(Book, "book", never) == BOOK


def test_plain_values_come_back_as_they_were() -> None:
    value = {"tree": {"وزير": {"": (1, 2)}}, "words": frozenset("اب")}
    assert cache.compiled("plain", lambda: value) == value
    assert cache.compiled("plain", never) == value


@pytest.mark.parametrize("content", [b"", b"\xc1 no such value", b"\x90"])
def test_a_broken_file_is_made_anew(folder: Path, content: bytes) -> None:
    cache.compiled_as(Book, "book", lambda: BOOK)
    next(folder.glob("book-*.bin")).write_bytes(content)
    assert cache.compiled_as(Book, "book", lambda: BOOK) == BOOK
    assert cache.compiled_as(Book, "book", never) == BOOK


def test_a_file_of_older_knowledge_is_left_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.compiled_as(Book, "book", lambda: BOOK)
    older = {path.name for path in folder.iterdir()}
    monkeypatch.setattr(cache, "_stamp", lambda home: "newer")
    assert cache.compiled_as(Book, "book", lambda: BOOK._replace(words={})).words == {}
    assert older.isdisjoint(path.name for path in folder.iterdir())


def test_without_a_folder_every_process_compiles_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RAWI_CACHE", str(tmp_path / "file" / "inside"))
    assert cache.compiled_as(Book, "book", lambda: BOOK) == BOOK


def test_the_collector_is_left_as_it_was() -> None:
    cache.compiled_as(Book, "book", lambda: BOOK)
    cache.compiled_as(Book, "book", never)
    assert gc.isenabled()
