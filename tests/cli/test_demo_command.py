"""``rawi demo`` prints a record for every page that ships with Rawi."""

from __future__ import annotations

import json

from click.testing import CliRunner

from rawi.cli import cli
from rawi.demo import pages


def test_every_demo_page_is_printed_and_one_is_named_at_the_end() -> None:
    result = CliRunner().invoke(cli, ["demo"])
    assert result.exit_code == 0, result.output
    assert "CONSULT/phone" in result.output
    assert result.output.rstrip().splitlines()[-1].startswith("One page of them:  rawi read ")


def test_json_gives_one_record_a_page() -> None:
    result = CliRunner().invoke(cli, ["demo", "--json"])
    records = [json.loads(line) for line in result.output.splitlines()]
    assert len(records) == len(pages())
    assert all(record["events"] for record in records)
