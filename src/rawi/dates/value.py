"""What an expression fixes: first and last day and how exactly; and what is known where it stands."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from rawi.dates import hijri
from rawi.dates.grammar import Reading
from rawi.dates.tokens import Tokens

_QUOTATION = 200  # tokens
Precision = Literal["day", "month", "year"]


class Value(NamedTuple):
    """First and last day of what an expression fixes, how exactly, and a warning."""

    start: date
    end: date
    precision: Precision
    note: str | None = None

    def edtf(self) -> str:
        """EDTF level 0: ``2025-02-12``, ``2025-02``, ``2025``, or ``start/end`` at the precision given."""
        first, last = _written(self.start, self.precision), _written(self.end, self.precision)
        return first if first == last else f"{first}/{last}"


def _written(day: date, precision: Precision) -> str:
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def one_day(day: date | None, note: str | None = None) -> Value | None:
    return Value(day, day, "day", note) if day else None


class Context(msgspec.Struct):
    """What is known where an expression stands: publication, country, and the last day told before, with its
    token.
    """

    tokens: Tokens
    published: date | None
    country: str | None
    told: Value | None = None
    told_at: int = -1
    told_year: bool = False  # whether the text itself gave the year of what was last told

    def remember(self, reading: Reading, value: Value) -> None:
        """Keep the value of an expression for those after it."""
        self.told, self.told_at = value, reading.stop
        self.told_year = bool(reading.year or reading.year_sense)

    def told_within(self, at: int, sentence_ends: int) -> Value | None:
        """What was last told in this paragraph, at most so many sentence ends before token ``at``."""
        between = self.tokens.kinds[self.told_at : at] if self.told else "\n"
        return None if "\n" in between or between.count(".") > sentence_ends else self.told

    def in_quotes(self, at: int) -> bool:
        """Whether token ``at`` stands in a quotation that its paragraph opened at most so many tokens before."""
        before = self.tokens.kinds[max(0, at - _QUOTATION) : at]
        return ("\n" in before or at <= _QUOTATION) and before.rpartition("\n")[2].count('"') % 2 == 1


def in_year(reading: Reading, year: int) -> Value | None:
    """The expression's days or month in a year of its calendar."""
    if reading.days:
        ends = [day_of(year, reading.month, day, reading.hijri) for day in (reading.days[0], reading.days[-1])]
        start, end = ends
        return Value(start, end, "day") if start and end and start <= end else None
    if reading.hijri:
        span = hijri.month_span(year, reading.month)
        return Value(*span, "day") if span else None
    first = date(year, reading.month, 1)
    return Value(first, first, "month")


def day_of(year: int, month: int, day: int, is_hijri: bool) -> date | None:
    if is_hijri:
        return hijri.to_gregorian(year, month, day)
    try:
        return date(year, month, day)
    except ValueError:
        return None
