"""``rawi dates``: the date expressions of a text, with value and rule."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from rawi.errors import UsageError
from rawi.model import DateMention


@click.command("dates")
@click.argument("file", metavar="FILE")
@click.option("--published", metavar="DATE", help="Day of publication (ISO 8601): what اليوم and السبت count from.")
@click.option("--country", metavar="ISO3", help="The outlet's country: decides how 2/12/2025 is read.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a date.")
def command(file: str, published: str | None, country: str | None, as_json: bool) -> None:
    """Print every date expression of a text file (- for standard input) with its value and the rule that read
    it.

    Values are EDTF: 2025-02-12, 2025-02, 2025, or start/end. Without --published, whatever is counted from it
    is left out.
    """
    from rawi.dates import find

    found = find(_text(file), published, country.upper() if country else None)
    if as_json:
        for mention in found:
            sys.stdout.buffer.write(msgspec.json.encode(mention) + b"\n")
        sys.stdout.flush()
    elif found:
        _print(found)
    else:
        hint = "" if published else "; without --published only dates that give their year are read"
        click.echo(f"no date was found{hint}", err=True)


def _text(file: str) -> str:
    """The file's text. Raises :class:`UsageError` where there is none."""
    try:
        return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).decode("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}; give a text file or - for standard input") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 at byte {error.start}; save the text as UTF-8") from None


def _print(found: list[DateMention]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("expression", "value", "rule"):
        table.add_column(column, overflow="fold")
    for mention in found:
        rule = Text(mention.rule, "dim")
        if mention.note:
            rule.append(f"\n{mention.note}", "yellow")
        table.add_row(Text(" ".join(mention.text.split())), Text(mention.value, "cyan"), rule)
    Console(highlight=False).print(table)
