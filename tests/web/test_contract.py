"""The OpenAPI document is held to: schemathesis asks every address what it offers, and more, and checks each answer against it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from rawi.web import Settings, make_app
from rawi.web.answers import GIVEN


@pytest.fixture(scope="module")
def described(demo_db: Path) -> schemathesis.BaseSchema:
    """The document of a room on the demo chronicle."""
    app = make_app(Settings(db=str(demo_db), read_only=True, reads_a_minute=100_000, allow_hosts=("testserver",)))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app)


@pytest.mark.parametrize(("method", "path"), [("POST", "/api/read"), *(("GET", one.path) for one in GIVEN), ("GET", "/api/read/{id}")])
def test_every_answer_is_as_declared(described: schemathesis.BaseSchema, method: str, path: str) -> None:
    @given(case=described[path][method].as_strategy())
    @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(excluded_checks=[positive_data_acceptance])  # a well-formed name or cursor may still be nobody's

    ask()
