"""Say in one line what is wrong in a knowledge file: which entry, which field, and what was meant."""

from __future__ import annotations

import difflib
import re
import tomllib
from typing import Any

import msgspec
import msgspec.inspect

from rawi.lore import schema

_PLACE = re.compile(r" - at `\$(?P<path>.*)`$")
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?P<item>\d+|\.\.\.)\]")
_UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")
_NAMING = ("name", "verb", "title", "word", "noun", "words", "text", "mode", "sector", "number", "value")


def of_decoding(error: ValueError, content: bytes, kind: type) -> str:
    """Entry, cause and mend of what msgspec or the TOML parser found wrong in the content of a ``kind``."""
    message = str(error)
    place = _PLACE.search(message)
    if not isinstance(error, msgspec.ValidationError):
        return f"not TOML: {message[:1].lower()}{message[1:]}"
    cause = message[: place.start()] if place else message
    unknown = _UNKNOWN.search(cause)
    raw = tomllib.loads(content.decode())
    entry = _entry(raw, place["path"] if place else "", unknown["field"] if unknown else "")
    if unknown:
        cause = f"no field is called {unknown['field']}; {_meant(unknown['field'])}"
    elif cause.startswith("Object missing required field"):
        cause = f"the field {cause.split('`')[1]} is missing; add it"
    else:
        cause = f"{cause[:1].lower()}{cause[1:]}; {_allowed(kind, place['path'] if place else '')}"
    return f"{entry}: {cause}" if entry else cause


def label(entry: object) -> str:
    """What a reader knows an entry (or a plain table) by: its name, else its verb, else its first noun …"""
    for field in _NAMING:
        value = entry.get(field) if isinstance(entry, dict) else getattr(entry, field, None)
        if isinstance(value, list | tuple) and value:
            value = value[0]
        if isinstance(value, str | int) and value != "":
            return str(value)
    return ""


def _entry(raw: Any, path: str, unknown: str) -> str:
    """``person 13 (أحمد الشرع), offices 1``: the way through the raw file to the entry that is wrong."""
    steps: list[str] = []
    for step in _STEP.finditer(path):
        if step["field"]:
            raw = raw.get(step["field"]) if isinstance(raw, dict) else None
            steps.append(step["field"])
        elif step["item"] != "..." and isinstance(raw, list):
            raw = raw[int(step["item"])]
            named = f" ({label(raw)})" if isinstance(raw, dict) and label(raw) else ""
            steps[-1] += f" {int(step['item']) + 1}{named}"
        elif isinstance(raw, dict):  # msgspec does not say which key of a free table it was
            name = next((key for key, value in raw.items() if isinstance(value, dict) and unknown in value), "")
            raw = raw.get(name)
            steps[-1] += f".{name}"
    return ", ".join(steps)


def _allowed(kind: type, path: str) -> str:
    """What the field at ``path`` may say, where it is one of a few words."""
    at: Any = msgspec.inspect.type_info(kind)
    for step in _STEP.finditer(path):
        if isinstance(at, msgspec.inspect.StructType):
            at = next(field.type for field in at.fields if field.encode_name == step["field"])
        else:
            at = getattr(at, "item_type", None) or getattr(at, "value_type", None)
        if isinstance(at, msgspec.inspect.UnionType):
            at = next(t for t in at.types if not isinstance(t, msgspec.inspect.NoneType))
    if isinstance(at, msgspec.inspect.LiteralType):
        return f"give one of {', '.join(map(str, at.values))}"
    return "see rawi/lore/schema for what it must be"


def _meant(field: str) -> str:
    kinds = (kind for kind in vars(schema).values() if isinstance(kind, type) and issubclass(kind, schema.Entry))
    fields = {name for kind in kinds for name in kind.__struct_encode_fields__}
    close = difflib.get_close_matches(field, sorted(fields), n=1)
    return f"did you mean {close[0]}?" if close else "see rawi/lore/schema for those that there are"
