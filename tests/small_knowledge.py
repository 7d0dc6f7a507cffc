"""A small knowledge of its own for each test that changes something."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.lore import load

KEPT = ("countries/SYR.toml", "countries/RUS.toml", "countries/QAT.toml", "events/consult.toml")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with all of the language, three countries, one category, and a body and an outlet."""
    copy = tmp_path / "knowledge"
    shutil.copytree(load.HOME / "language", copy / "language")
    for name in KEPT:
        (copy / name).parent.mkdir(exist_ok=True)
        shutil.copy(load.HOME / name, copy / name)
    for folder, kind in (("bodies/international", "body"), ("outlets/levant", "outlet")):
        (copy / folder).parent.mkdir()
        more = 'kind = "agency"\ndomains = ["example.sy"]\n' if kind == "outlet" else ""
        entry = f'[[{kind}]]\nname = "الأفق"\nlatin = "Al-Ufuq"\ncountry = "SYR"\n{more}'
        (copy / f"{folder}.toml").write_text(entry, "utf-8")
    monkeypatch.setattr(load, "HOME", copy)
    load.files.cache_clear()
    load.version.cache_clear()
    yield copy
    load.files.cache_clear()
    load.version.cache_clear()
