"""Keep what is compiled from the knowledge between runs: rebuilt when a file of knowledge or of code changes.

The cache holds plain Python values (``marshal``, as ``.pyc`` files do) in the user's own cache folder; where that cannot be
written, every process compiles for itself.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rawi.lore import load


def folder() -> Path:
    """Where compiled knowledge lies: ``$RAWI_CACHE``, else ``rawi`` in the user's cache folder."""
    if named := os.environ.get("RAWI_CACHE"):
        return Path(named)
    base = os.environ.get("XDG_CACHE_HOME") or (Path.home() / ".cache")
    return Path(base) / "rawi"


def compiled(name: str, build: Callable[[], Any]) -> Any:
    """What ``build`` gives (built of dict, list, tuple, str, int, float, bool and None), from the cache where it is fresh."""
    path = folder() / f"{name}-{_key(name)}.bin"
    try:
        return marshal.loads(path.read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        value = build()
        _write(path, marshal.dumps(value))
        _forget_older(path, name)
        return value


def _key(name: str) -> str:
    """Knowledge, code and Python version in one: a change of any makes another file."""
    digest = hashlib.blake2b(f"{load.stamp()}{sys.hexversion}{name}".encode(), digest_size=10)
    for path in sorted(Path(__file__).parent.parent.glob("*/*.py")):
        if path.parent.name in ("lore", "arabic", "actors", "events", "attribution", "clauses"):
            about = path.stat()
            digest.update(f"{path.name}:{about.st_size}:{about.st_mtime_ns};".encode())
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
