"""The data dictionary: what the columns of exported tables mean, as tables of the manual."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rawi.chronicle.export.columns import TABLES as EXPORTED

_KINDS = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def dictionary(table: str) -> str:
    """A row for each column of a table: name, kind, meaning."""
    rows = [f"| `{column.name}` | {_KINDS[column.kind]} | {column.means} |" for column in EXPORTED[table]]
    return "\n".join(["| column | kind | meaning |", "|---|---|---|", *rows])


TABLES: dict[str, Callable[[], str]] = {f"columns_{table}": partial(dictionary, table) for table in EXPORTED}
