"""Find the date expressions of a text: fold, tokenize, fit shapes, throw out what is none, join neighbours,
work out values.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from rawi.arabic.letters import Folded, fold_keeping_offsets
from rawi.dates.accept import Source, accepted
from rawi.dates.apart import apart
from rawi.dates.grammar import Reading, shapes
from rawi.dates.join import join
from rawi.dates.resolve import ends, resolve
from rawi.dates.tokens import tokenize
from rawi.dates.value import Context, Value
from rawi.errors import UsageError
from rawi.model import DateMention

# kashida and vowel marks, which folding drops: a mention ends behind those of its last word
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]*")
Published = str | date | datetime | None


def find(text: str, published: Published = None, country: str | None = None) -> list[DateMention]:
    """Every expression of ``text`` that fixes a calendar day, month, year or range of them, in text order.

    ``published`` (a day, a time, or either in ISO 8601) is what relative expressions are counted from;
    without it they are left out, as is every yearless day. ``country`` (ISO 3166-1 alpha-3, the outlet's)
    decides the order of ``2/12/2025``. Offsets are half-open and count characters of ``text``; values are
    EDTF level 0. ``note`` says where an expression contradicts itself or could be read otherwise. Raises
    :class:`UsageError` where ``published`` is no ISO day. Time is linear in the text.

    >>> [d.value for d in find("زارها أمس الثلاثاء، ويعود في 28 من شباط", "2025-02-12")]
    ['2025-02-11', '2025-02-28']
    """
    return find_folded(text, fold_keeping_offsets(text), published, country)


def find_folded(text: str, folded: Folded, published: Published = None, country: str | None = None) -> list[DateMention]:
    """:func:`find` for a caller that has folded the text already."""
    source = Source(text, folded)
    tokens = tokenize(source.folded)
    day = _day_of(published)
    fitting = [reading for reading in shapes(tokens) if accepted(reading, tokens, source)]
    readings = join([part for reading in fitting for part in apart(reading, tokens)], tokens, day)
    context = Context(tokens, day, country)
    found = []
    for reading in readings:
        for part, value in _valued(reading, context):
            start, end = source.folded.span(tokens.starts[part.first], tokens.ends[part.stop - 1])
            end = _MARKS.match(text, end).end()  # type: ignore[union-attr]
            mention = DateMention(
                start=start,
                end=end,
                text=text[start:end],
                value=value.edtf(),
                rule=part.rule,
                note=value.note,
            )
            found.append(mention)
    return found


def _valued(reading: Reading, context: Context) -> list[tuple[Reading, Value]]:
    """A reading with its value; a range that makes none is read as its two ends. Remembered for what comes
    after.
    """
    value = resolve(reading, context)
    if value is None and reading.until:
        return [found for end in ends(reading) for found in _valued(end, context)]
    if value is None:
        return []
    context.remember(reading, value)
    return [(reading, value)]


def _day_of(published: Published) -> date | None:
    """The calendar day of publication, as its own zone counts it."""
    if isinstance(published, datetime):
        return published.date()
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published.strip()[:10])
    except ValueError:
        raise UsageError(f"published {published!r} is no ISO 8601 day or time; write it like 2025-02-12") from None
