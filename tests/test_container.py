"""The container's files name what is there; the linters' part (hadolint for the Dockerfile) is done by hand, for it is a program of its own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
SERVICE = {"build", "image", "environment", "ports", "volumes", "depends_on", "healthcheck", "restart"}  # of the Compose specification, as used


def test_what_is_copied_into_the_image_is_there_and_let_through() -> None:
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.M) for name in line.split()]
    assert copied
    assert not [name for name in copied if not (ROOT / name).exists()]
    let_through = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert not [name for name in copied if f"!{name}" not in let_through]


def test_the_image_runs_as_nobody_in_particular_and_takes_only_pinned_packages() -> None:
    assert DOCKERFILE.rindex("\nUSER 1000") < DOCKERFILE.index("\nENTRYPOINT")
    assert "--require-hashes" in DOCKERFILE


def test_the_extras_that_the_image_installs_are_ours() -> None:
    (extras,) = re.findall(r"'\.\[([\w,]+)\]'", DOCKERFILE)
    assert all(re.search(rf"^{extra} = \[", (ROOT / "pyproject.toml").read_text("utf-8"), re.M) for extra in extras.split(","))


def test_the_services_are_of_the_compose_specification() -> None:
    assert set(COMPOSE) <= {"services", "volumes"}
    for name, service in COMPOSE["services"].items():
        assert set(service) <= SERVICE, name
        assert ("build" in service) != ("image" in service), name
    database = COMPOSE["services"]["postgresql"]
    assert COMPOSE["services"]["rawi"]["depends_on"] == {"postgresql": {"condition": "service_healthy"}}
    assert set(database["healthcheck"]) == {"test", "interval", "timeout", "retries"}
    assert {volume.partition(":")[0] for volume in database["volumes"]} == set(COMPOSE["volumes"])


def test_no_password_is_written_down_and_no_port_is_open_to_others() -> None:
    secrets = [
        value for service in COMPOSE["services"].values() for key, value in service["environment"].items() if "TOKEN" in key or "PASSWORD" in key
    ]
    assert secrets
    assert all(value.startswith("${") for value in secrets)
    assert all(port.startswith("127.0.0.1:") for service in COMPOSE["services"].values() for port in service.get("ports", ()))
