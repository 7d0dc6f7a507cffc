"""Days as people of a region write them: ``الأربعاء 12 شباط 2025``, ``الأربعاء 12 فيفري 2025``, ``Wednesday, 12 February 2025``."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache, lru_cache

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Calendars
from rawi.model import Article
from rawi.pages.outlets import house_of
from rawi.web.choices import MONTHS, Choices, Months
from rawi.web.words import words


@lru_cache(8192)
def written(value: str | None, choices: Choices, full: bool = False) -> str:
    """An EDTF day, month, year or range (``2025-02``, ``2025-02-01/2025-02-03``) in the reader's language; empty for None.

    ``full`` names the weekday too. What is no such date is given back as it stands.
    """
    if not value:
        return ""
    if "/" in value:
        start, end = value.split("/", 1)
        return _form(choices, "range").format(start=written(start, choices), end=written(end, choices))
    parts = value[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return value
    year = choices.number(parts[0])
    if len(parts) == 1:
        return year
    month = month_name(int(parts[1]), choices)
    if len(parts) == 2:
        return _form(choices, "month").format(month=month, year=year)
    day = choices.number(int(parts[2]))
    form = _form(choices, "full" if full else "date")
    return form.format(weekday=_weekday(value[:10], choices) if full else "", day=day, month=month, year=year)


def stamped(value: str | None, choices: Choices) -> str:
    """An ISO time with its clock, as in a dateline: ``12 شباط 2025، 22:25``; a bare day has no clock."""
    date = written(value, choices, full=True)
    if not value or len(value) < 16 or value[10] not in "T ":
        return date
    return _form(choices, "time").format(date=date, clock=choices.number(value[11:16]))


def month_name(number: int, choices: Choices) -> str:
    """A month's usual name in the reader's language and naming; its number where there is no such month."""
    if not 1 <= number <= 12:
        return str(number)
    if choices.language == "en":
        return str(words("en")["day"]["months"][number - 1])
    return _months()[number - 1][MONTHS.index(choices.months)]


def naming_of(article: Article, default: Months) -> Months:
    """How the outlet names months: as its country does, where it is listed; else as its text does; else ``default``."""
    country = house_of(article.url, article.outlet).country
    if country and (known := _naming_of_country(country)):
        return known
    words = Counter(re.findall(r"\w+", fold(f"{article.title or ''} {' '.join(article.paragraphs)}")))
    used = {naming: sum(words[name] for name in names) for naming, names in _telling().items()}
    most = max(used.values())
    best = [naming for naming in MONTHS if used[naming] == most]
    return best[0] if most and default not in best else default


def _form(choices: Choices, name: str) -> str:
    return str(words(choices.language)["day"][name])


def _weekday(day: str, choices: Choices) -> str:
    try:
        number = dt.date.fromisoformat(day).weekday()
    except ValueError:
        return ""
    return str(words(choices.language)["day"]["weekdays"][number])


@cache
def _months() -> tuple[tuple[str, ...], ...]:
    """For each month its first name in each naming."""
    months = load.language("calendars", Calendars).month
    return tuple((m.levantine[0], m.gulf[0], m.tunisian[0], m.moroccan[0]) for m in sorted(months, key=lambda m: m.number))


@cache
def _telling() -> dict[Months, frozenset[str]]:
    """The folded names of each naming that are one word and mean nothing else."""
    weak = {fold(name) for month in load.language("calendars", Calendars).month for name in month.weak}
    return {naming: frozenset(fold(month[place]) for month in _months()) - weak for place, naming in enumerate(MONTHS)}


@cache
def _naming_of_country(code: str) -> Months | None:
    path = load.HOME / "countries" / f"{code}.toml"
    if not path.exists():
        return None
    line = next((line for line in path.read_text("utf-8").splitlines() if line.startswith("months ")), "")
    return next((naming for naming in MONTHS if f'"{naming}"' in line), None)
