"""What a query string asks of the chronicle. What cannot be is told with its name, as a request that cannot be understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from rawi.chronicle.results import Filter
from rawi.errors import UsageError
from rawi.web.words import words

TEXTS = ("actor", "type", "mode", "status", "source", "outlet", "place", "since", "until", "text")
NAMES = (*TEXTS, "other", "min_voices", "min_score")
LONGEST = 200  # characters of one value


def filter_of(query: Mapping[str, str]) -> Filter:
    """The filter of a query: ``actor``, ``other`` (with ``actor``: a dyad), and the rest by its own name. Raises :class:`UsageError`."""
    values: dict[str, Any] = {name: given for name in TEXTS if (given := value(query, name))}
    for name, table in (("type", "category"), ("mode", "mode"), ("status", "status")):
        if name in values and values[name] not in words("en")[table]:
            raise UsageError(f"{name}={values[name]}: not one of {', '.join(words('en')[table])}")
    for name in ("since", "until"):
        if name in values:
            values[name] = day(values[name], name)
    if other := value(query, "other"):
        if "actor" not in values:
            raise UsageError("other: give actor too; the two are those between whom it happened")
        values["dyad"] = (values.pop("actor"), other)
    if given := value(query, "min_voices"):
        values["min_voices"] = whole(given, "min_voices", 1, 1000)
    if given := value(query, "min_score"):
        values["min_score"] = share(given)
    return Filter(**values)


def value(query: Mapping[str, str], name: str) -> str | None:
    """A value of the query without outer blanks; None for an empty one. Raises :class:`UsageError` for one that is too long or holds NUL."""
    given = query.get(name, "").strip()
    if len(given) > LONGEST:
        raise UsageError(f"{name}: longer than {LONGEST} characters")
    if any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in given):
        raise UsageError(f"{name}: holds a control character")
    return given or None


def day(given: str | None, name: str) -> str | None:
    """An ISO day. Raises :class:`UsageError` for what is none."""
    if given is None:
        return None
    try:
        return dt.date.fromisoformat(given).isoformat()
    except ValueError:
        raise UsageError(f"{name}={given}: not a day; write it as 2025-02-12") from None


def whole(given: str, name: str, least: int, most: int) -> int:
    """A whole number within bounds. Raises :class:`UsageError`."""
    if not (given.isascii() and given.isdigit() and len(given) < 10 and least <= int(given) <= most):
        raise UsageError(f"{name}={given}: not a whole number from {least} to {most}")
    return int(given)


def share(given: str) -> float:
    """A number from 0 to 1. Raises :class:`UsageError`."""
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(f"min_score={given}: not a number from 0 to 1")
    return number


def limit(query: Mapping[str, str], usual: int) -> int:
    """How many rows are asked for. Raises :class:`UsageError`."""
    given = value(query, "limit")
    return whole(given, "limit", 1, 200) if given else usual


def cursor(query: Mapping[str, str]) -> str | None:
    """Where the page begins, as the page before told it."""
    return value(query, "cursor")


def again(request: Request, **changed: object) -> str:
    """The query of this request with some values changed or, by None, left out; for a link that keeps the rest."""
    values: dict[str, object] = {**dict(request.query_params), **changed}
    return urlencode({name: given for name, given in values.items() if given not in (None, "")})
