"""Cut a record's text into sentences: at line ends and final marks, not inside numbers, initials or ellipses."""

from __future__ import annotations

import re
from typing import NamedTuple

# A final mark with the quotes and brackets that close with it. A point between digits, after one letter (``د. أحمد``) or in a run
# of points (``..`` marks a pause in Arabic headlines) ends nothing.
_END = re.compile(r"[!?؟؛]+[\"'»”’)\]]*(?=\s|$)|(?<![\s.]\S)(?<![.\d])\.(?![.\d])[\"'»”’)\]]*(?=\s|$|[^\d\s.])|(?<=\d)\.(?=\s|$)|\n+")


class Sentence(NamedTuple):
    """A half-open span of the text, and the paragraph (line) that it stands in; the title's is 0."""

    start: int
    end: int
    paragraph: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of ``text`` in order; white space at their edges is left out, empty ones are dropped."""
    found: list[Sentence] = []
    start, paragraph = 0, 0
    for mark in _END.finditer(text):
        _add(found, text, start, mark.end(), paragraph)
        start = mark.end()
        if text[mark.start()] == "\n":
            paragraph += 1
    _add(found, text, start, len(text), paragraph)
    return found


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(start, end, paragraph))
