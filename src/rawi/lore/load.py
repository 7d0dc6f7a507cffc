"""Find, read and check the knowledge files: TOML in, typed entries out. What is wrong is named by file and entry."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from rawi.errors import KnowledgeError
from rawi.lore.schema import BodyFile, Country, EventFile, OutletFile

T = TypeVar("T")

HOME = Path(__file__).resolve().parent.parent / "knowledge"


def read(path: Path, kind: type[T]) -> T:
    """One knowledge file as ``kind``. Raises :class:`KnowledgeError` naming the file, the entry and the cause."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, ValueError) as error:
        raise KnowledgeError(f"{path.relative_to(HOME.parent)}: {error}") from None
    except OSError as error:
        raise KnowledgeError(f"{path}: {error.strerror}; the installation is incomplete, install rawi again") from None


def language(name: str, kind: type[T]) -> T:
    """The file ``knowledge/language/NAME.toml``, which holds what Rawi knows of the Arabic language."""
    return read(HOME / "language" / f"{name}.toml", kind)


def countries() -> Iterator[Country]:
    """Every country file, by its code."""
    for path in sorted((HOME / "countries").glob("*.toml")):
        country = read(path, Country)
        if country.iso3 != path.stem:
            raise KnowledgeError(f"knowledge/countries/{path.name}: iso3 is {country.iso3}; name the file after it")
        yield country


def bodies() -> Iterator[tuple[str, BodyFile]]:
    """Every file of bodies that belong to no single country, with its name."""
    for path in sorted((HOME / "bodies").glob("*.toml")):
        yield path.stem, read(path, BodyFile)


def outlets() -> Iterator[tuple[str, OutletFile]]:
    """Every file of outlets, with its name."""
    for path in sorted((HOME / "outlets").glob("*.toml")):
        yield path.stem, read(path, OutletFile)


def events() -> Iterator[tuple[str, EventFile]]:
    """Every event category's file, with its name."""
    for path in sorted((HOME / "events").glob("*.toml")):
        yield path.stem, read(path, EventFile)


@cache
def files() -> tuple[Path, ...]:
    """All knowledge files, in a fixed order."""
    return tuple(sorted(HOME.rglob("*.toml")))


def stamp() -> str:
    """What changes whenever a knowledge file does: a digest of names, sizes and times. Costs one ``stat`` a file."""
    digest = hashlib.blake2b(digest_size=10)
    for path in files():
        about = path.stat()
        digest.update(f"{path.name}:{about.st_size}:{about.st_mtime_ns};".encode())
    return digest.hexdigest()


@cache
def version() -> str:
    """The knowledge's version: a digest of its content, the same on every machine."""
    digest = hashlib.blake2b(digest_size=4)
    for path in files():
        digest.update(path.relative_to(HOME).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
