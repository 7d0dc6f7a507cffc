"""Answers as tables: rows of plain cells for CSV, harmless in a spreadsheet too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from rawi.chronicle.results import ActorRef

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Iterable[Struct]) -> bytes:
    """Rows of one type as CSV with a head (RFC 4180, UTF-8): nested values by dotted names, actors by their ids, several of them by ``;``."""
    flat = [flatten(row) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(columns)
    writer.writerows([cell(row.get(name)) for name in columns] for row in flat)
    return made.getvalue().encode("utf-8", "replace")


def flatten(row: Struct, above: str = "") -> dict[str, Any]:
    """A row's values by name: ``actors`` is ``person/SYR/…;person/RUS/…``, ``article.title`` what it says."""
    flat: dict[str, Any] = {}
    for name in row.__struct_fields__:
        value = getattr(row, name)
        if isinstance(value, ActorRef):
            flat.update({f"{above}{name}": value.id, f"{above}{name}.name": value.name, f"{above}{name}.latin": value.latin})
        elif isinstance(value, Struct):
            flat.update(flatten(value, f"{above}{name}."))
        else:
            flat[f"{above}{name}"] = value
            if isinstance(value, tuple) and value and isinstance(value[0], ActorRef):
                flat[f"{above}{name}.name"] = ";".join(one.name for one in value)
    return flat


def cell(value: Any) -> Any:
    """A cell; text that a spreadsheet would take for a formula begins with an apostrophe."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = ";".join(map(_short, value))
    if value is None or isinstance(value, Mapping):
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _short(value: Any) -> str:
    """One of several values: an actor by its id, shown pieces by their text."""
    if isinstance(value, ActorRef):
        return value.id
    if isinstance(value, Struct):
        return str(getattr(value, "text", None) or getattr(value, "value", None) or getattr(value, "id", ""))
    return str(value)
