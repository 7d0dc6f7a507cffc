"""What is installed is pinned with hashes, holds all that pyproject.toml names, and carries no index's address."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS: dict[str, list[str]] = {"runtime": PROJECT["project"]["dependencies"], **PROJECT["dependency-groups"]}
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)[^\n\\]*(?P<hashes>(?:\\\n +--hash=sha256:[0-9a-f]{64} ?)*)", re.MULTILINE)


def text(group: str) -> str:
    return (ROOT / "requirements" / f"{group}.txt").read_text("utf-8")


@pytest.mark.parametrize("group", GROUPS)
def test_every_dependency_is_pinned_within_its_range(group: str) -> None:
    pins = {canonicalize_name(pin["name"]): pin["version"] for pin in PIN.finditer(text(group))}
    for wanted in map(Requirement, GROUPS[group]):
        version = pins.get(canonicalize_name(wanted.name))
        assert version, f"{wanted.name} is not in requirements/{group}.txt; run requirements/compile"
        assert wanted.specifier.contains(version), f"{wanted} asks for another version than {version}; run requirements/compile"


@pytest.mark.parametrize("group", GROUPS)
def test_every_pin_has_its_hashes(group: str) -> None:
    assert [pin["name"] for pin in PIN.finditer(text(group)) if not pin["hashes"]] == []


@pytest.mark.parametrize("group", GROUPS)
def test_no_list_names_an_index(group: str) -> None:
    assert "://" not in text(group)
    assert not re.search(r"^--", text(group), re.MULTILINE)


def test_what_two_lists_hold_has_one_version() -> None:
    versions: dict[str, set[str]] = {}
    for group in GROUPS:
        of_group: dict[str, set[str]] = {}
        for pin in PIN.finditer(text(group)):
            of_group.setdefault(pin["name"], set()).add(pin["version"])
        for name, found in of_group.items():
            assert versions.setdefault(name, found) == found, name


def test_the_peers_in_node_are_pinned_with_hashes_and_name_no_registry() -> None:
    lock = (ROOT / "benchmarks" / "package-lock.json").read_text("utf-8")
    wanted = json.loads((ROOT / "benchmarks" / "package.json").read_text("utf-8"))["dependencies"]
    pins = {name.removeprefix("node_modules/"): pin for name, pin in json.loads(lock)["packages"].items() if name}
    assert set(wanted) <= set(pins)
    assert [name for name, pin in pins.items() if not pin["integrity"].startswith("sha512-")] == []
    assert "://" not in lock
