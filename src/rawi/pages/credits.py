"""Captions and credits of pictures: which words of a line say what it shows, and which say whose it is."""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.letters import fold
from rawi.pages import words
from rawi.pages.outlets import listed_names
from rawi.pages.words import bare, tidy

_BRACKETS = re.compile(r"[(\[«]\s*([^()\[\]«»]{2,60})\s*[)\]»]\s*[.،]?$")
_TAIL = re.compile(r"\s[-–—|/]\s([^-–—|/]{2,40})$")
_SIGN = re.compile(r"©.*$|(?:\s[-–—|/]\s*|\s)(?:via\s+)?(?:AFP|Reuters|Getty(?: Images)?|AP|EPA|REUTERS)(?:[/ ][\w .]+)?$")


def split(line: str) -> tuple[str | None, str | None]:
    """Caption and credit of one line: ``الرئيس (تاس)`` gives both, ``صدر الصورة، رويترز`` only the credit."""
    line = tidy(line)
    if found := words.labelled(line, words.words().captions):
        line = found.rest
    if (found := words.labelled(line, words.words().credits)) and found.rest and (found.gap or len(found.rest) < 60):
        return None, found.rest
    if is_credit_name(line):
        return None, line
    if (match := _BRACKETS.search(line)) and is_credit_name(match[1]):
        return line[: match.start()].strip(" -–—،") or None, credit_text(match[1].strip())
    if (match := _SIGN.search(line)) and match.start() > 0:
        return line[: match.start()].strip(" -–—،|") or None, match[0].strip(" -–—|/")
    if (match := _TAIL.search(line)) and is_credit_name(match[1]):
        return line[: match.start()].strip(), match[1].strip()
    return line or None, None


def own_credit(line: str, site: list[str]) -> tuple[str | None, str | None]:
    """Caption and credit of a line that ends with one of the outlet's own names in brackets or after a dash."""
    own = {bare(name) for name in site}
    for found in (_BRACKETS.search(line), _TAIL.search(line)):
        if found is not None and bare(found[1]) in own:
            return line[: found.start()].strip(" -–—،") or None, found[1].strip()
    return line, None


def credit_text(line: str) -> str | None:
    """The owner in a line that is marked as a credit, without its label."""
    found = words.labelled(line, words.words().credits)
    return found.rest if found and found.rest and "©" not in line else line


def is_credit_name(text: str) -> bool:
    """Does this name who made pictures: an agency, an outlet, or one of the usual
    makeshifts (``أرشيفية``)?
    """
    line = bare(text)
    if line in words.words().credit_names or line in _outlets():
        return True
    pieces = [piece.strip() for piece in re.split(r"[/،,+&-]|\bvia\b|\bعبر\b|\bوكالة\b", line) if piece.strip()]
    if len(pieces) > 1 or (pieces and pieces[0] != line):
        return all(piece in words.words().credit_names or piece in _outlets() for piece in pieces)
    found = words.labelled(text, words.words().credits)
    return found is not None and bool(found.rest) and len(line) < 50


@cache
def _outlets() -> frozenset[str]:
    return frozenset(fold(name) for name in listed_names())
