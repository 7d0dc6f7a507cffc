"""Dates: every calendar and every way that the Arabic press says when. Usable alone: ``rawi.dates.find(text, published)``."""

from rawi.dates.find import find

__all__ = ["find"]
