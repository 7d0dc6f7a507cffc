"""Find the date expressions of a text: fold, tokenize, fit shapes, throw out what is none, join neighbours, work out values."""

from __future__ import annotations

from datetime import date, datetime

from rawi.arabic.letters import fold_keeping_offsets
from rawi.dates.accept import Source, accepted
from rawi.dates.grammar import Reading, shapes
from rawi.dates.join import join
from rawi.dates.resolve import Context, Value, resolve
from rawi.dates.tokens import tokenize
from rawi.errors import UsageError
from rawi.model import DateMention

Published = str | date | datetime | None


def find(text: str, published: Published = None, country: str | None = None) -> list[DateMention]:
    """Every expression of ``text`` that fixes a calendar day, month, year or range of them, in text order.

    ``published`` (a day, a time, or either in ISO 8601) is what relative expressions are counted from; without it they are left
    out, as is every yearless day. ``country`` (ISO 3166-1 alpha-3, the outlet's) decides the order of ``2/12/2025``. Offsets are
    half-open and count characters of ``text``; values are EDTF level 0. ``note`` says where an expression contradicts itself or could
    be read otherwise. Raises :class:`UsageError` where ``published`` is no ISO day. Time is linear in the text.

    >>> [d.value for d in find("زارها أمس الثلاثاء، ويعود في 28 من شباط", "2025-02-12")]
    ['2025-02-11', '2025-02-28']
    """
    source = Source(text, fold_keeping_offsets(text))
    tokens = tokenize(source.folded)
    day = _day_of(published)
    readings = join([r for r in shapes(tokens) if accepted(r, tokens, source)], tokens, day)
    context = Context(tokens, day, country)
    found = []
    for reading in readings:
        for part, value in _valued(reading, context):
            start, end = source.folded.span(tokens.starts[part.first], tokens.ends[part.stop - 1])
            mention = DateMention(
                start=start, end=end, text=text[start:end], value=value.edtf(), rule=part.rule, note=value.note
            )
            found.append(mention)
    return found


def _valued(reading: Reading, context: Context) -> list[tuple[Reading, Value]]:
    """A reading with its value, remembered for those after it."""
    value = resolve(reading, context)
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
