"""The wheel holds all that Rawi needs: installed into a new environment, with the dependencies lent to it, it reads."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: str | Path, **environment: str) -> str:
    """What a command prints. Fails with what it said where it fails."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("RAWI_", "PYTHONPATH"))}
    done = subprocess.run([*map(str, command)], cwd=ROOT, env={**clean, **environment}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout


@pytest.fixture(scope="module", name="rawi")
def _rawi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a Rawi that was installed from its wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # where uv_build finds its program
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")
    run(*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT, PATH=path)
    (wheel,) = folder.glob("rawi-*.whl")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env")
    python = folder / "env" / "bin" / "python"
    run(*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    (place,) = (folder / "env").glob("lib/python*/site-packages")
    (place / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "env" / "bin" / "rawi"


def test_the_wheel_s_own_code_runs_and_tells_its_versions(rawi: Path) -> None:
    said = run(rawi.with_name("python"), "-c", "import rawi; print(rawi.__file__)")
    assert Path(said.strip()).is_relative_to(rawi.parents[1])
    name, version, of, knowledge = run(rawi, "--version").replace(",", "").split()
    assert (name, of) == ("rawi", "knowledge")
    assert version == run(sys.executable, "-c", "import importlib.metadata as m; print(m.version('rawi'))").strip()
    assert len(knowledge) == 8


def test_the_wheel_reads_the_demo_articles(rawi: Path, tmp_path: Path) -> None:
    printed = run(rawi, "demo", RAWI_CACHE=str(tmp_path), COLUMNS="90")
    assert "CONSULT/phone" in printed
