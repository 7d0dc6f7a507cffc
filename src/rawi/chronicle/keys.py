"""Ids made of what they name, so that every order of adding, every machine and every copy of a chronicle gives the same ones.

In the tables an id is a whole number of 63 bits; outside it is sixteen hexadecimal digits.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import parse_qsl, urlencode, urlsplit

from rawi.arabic.letters import fold
from rawi.errors import NotThereError
from rawi.model import Actor, Article

_TRACKING = re.compile(r"utm_|fbclid$|gclid$|ref$|amp$|from$|share$", re.IGNORECASE)
_PARTS = "\x1f"


def number(*parts: object) -> int:
    """The id of whatever these parts name."""
    said = _PARTS.join(map(str, parts)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "big") >> 1


def shown(ident: int) -> str:
    """An id as it is given out: ``00f3…``, sixteen digits."""
    return f"{ident:016x}"


def given(ident: str) -> int:
    """An id that was given out. Raises :class:`NotThereError` for what cannot be one."""
    if not re.fullmatch(r"[0-9a-f]{16}", ident):
        raise NotThereError(f"{ident}: no such id; ids are sixteen digits, as `rawi find` lists them")
    return int(ident, 16)


def same_address(url: str) -> str:
    """What is the same for all addresses of one page: without scheme, ``www.``, fragment, closing slash and tracking parameters."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)))
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.")
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def outlet_key(name: str | None) -> int | None:
    """The id of an outlet by its name, however it is spelt."""
    return number("outlet", fold(name)) if name else None


def text_key(outlet: int | None, text: str) -> int:
    """The id of a text in an outlet; blanks do not count."""
    return number("text", outlet, " ".join(text.split()))


def version_key(article: Article, text: str) -> int:
    """The id of one version: its text and the times that it tells."""
    return number("version", " ".join(text.split()), article.published, article.updated)


def article_key(article: Article, text: str) -> int:
    """The id of an article: its address, or without one its outlet and text."""
    return number("url", same_address(article.url)) if article.url else text_key(outlet_key(article.outlet), text)


def actor_name_key(actor: Actor) -> str:
    """What an actor is known by everywhere: ``known_as``, or its name (a body's or group's together with its country)."""
    if actor.known_as:
        return actor.known_as
    country = "" if actor.kind == "person" else f"{actor.country or ''}/"
    return f"name/{actor.kind}/{country}{fold(actor.name)}"


def actor_key(key: str) -> int:
    """The id of an actor by what it is known by."""
    return number("actor", key)
