"""Dates: every calendar and every way that the Arabic press says when.

Usable alone: ``rawi.dates.find(text, published)``.
"""

from rawi.dates.finding import find, find_folded
from rawi.dates.periods import Period, find_periods
from rawi.dates.same_day import SameDay, find_same_day
from rawi.dates.times import TimeMention, find_times

__all__ = ["Period", "SameDay", "TimeMention", "find", "find_folded", "find_periods", "find_same_day", "find_times"]
