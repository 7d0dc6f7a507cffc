"""Keep what is compiled from the knowledge between runs: rebuilt when a file of knowledge or of code changes.

The cache holds plain Python values (``marshal``, as ``.pyc`` files do) or one typed value (MessagePack) a file, in the user's own
cache folder; where that cannot be written, every process compiles for itself.
"""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from rawi.lore import load

T = TypeVar("T")

_PACKAGES = ("lore", "arabic", "actors", "events", "attribution", "clauses", "dates")  # whose code compiles knowledge


def folder() -> Path:
    """Where compiled knowledge lies: ``$RAWI_CACHE``, else ``rawi`` in the user's cache folder."""
    if named := os.environ.get("RAWI_CACHE"):
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or (Path.home() / ".cache")
    return Path(base) / "rawi"


def compiled(name: str, build: Callable[[], Any]) -> Any:
    """What ``build`` gives (built of dict, list, tuple, str, int, float, bool and None), from the cache where it is fresh."""
    return _kept(name, build, marshal.loads, marshal.dumps)


def compiled_as(kind: type[T], name: str, build: Callable[[], T]) -> T:
    """The same for a value that msgspec can write and read as ``kind``, structs and named tuples among it."""
    value: T = _kept(name, build, msgspec.msgpack.Decoder(kind).decode, msgspec.msgpack.encode)
    return value


def _kept(name: str, build: Callable[[], T], read: Callable[[bytes], T], write: Callable[[T], bytes]) -> T:
    path = folder() / f"{name}-{_key(name)}.bin"
    try:
        with _no_collection():
            return read(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        value = build()
        _write(path, write(value))
        _forget_older(path, name)
        return value


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the garbage collector, which would walk again and again through the thousands of values just read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _key(name: str) -> str:
    """Knowledge, code and Python version in one: a change of any makes another file."""
    return hashlib.blake2b(f"{_stamp(load.HOME)}{sys.hexversion}{name}".encode(), digest_size=10).hexdigest()


@cache
def _stamp(home: Path) -> str:
    """What the knowledge in ``home`` and the code were when the process first asked: all that it loads is of one time."""
    digest = hashlib.blake2b(f"{home}{load.stamp()}".encode(), digest_size=10)
    for package in _PACKAGES:
        for path in sorted((Path(__file__).parent.parent / package).rglob("*.py")):
            about = path.stat()
            digest.update(f"{package}/{path.name}:{about.st_size}:{about.st_mtime_ns};".encode())
    return digest.hexdigest()


def _write(path: Path, content: bytes) -> None:
    """All or nothing: a reader never sees half a file. A folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
            out.write(content)
        os.replace(out.name, path)
    except OSError:
        return


def _forget_older(path: Path, name: str) -> None:
    for other in path.parent.glob(f"{name}-*.bin"):
        if other != path:
            try:
                other.unlink()
            except OSError:
                continue
