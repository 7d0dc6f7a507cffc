"""``وزراء خارجية مصر والأردن والعراق``: an office of several becomes a mention for each country, as if each had been named alone."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.found import COUNTERPART, Found
from rawi.actors.passage import Passage
from rawi.actors.phrases import phrase_book
from rawi.actors.titles import title_book

_COMMA = ","
_HEAD_AND_COUNTRY = 2  # words


def spell_out(found: Sequence[Found], passage: Passage) -> None:
    """Make every ``offices`` mention with countries behind it the first of several offices, and those countries the others."""
    for place, mention in enumerate(found):
        if mention.kind == "organization":
            _spell_out_forces(mention, found[place + 1 :], passage)
            continue
        if mention.country is None or mention.rule not in ("offices", "counterpart"):
            continue
        others = _joined(found[place + 1 :], mention.last, passage)
        at = _country_at(mention, passage)
        if not others or at is None or (single := _single(mention)) is None:
            continue
        before = " ".join([single, *([passage.text(mention.first + 1, at)] if at > mention.first + 1 else [])])
        _name(mention, mention, f"{before} {passage.text(at, mention.last)}")
        for other in others:
            _name(other, mention, f"{before} {other.name if other.kind == 'state' else passage.text(other.first, other.last)}")


def _spell_out_forces(mention: Found, following: Sequence[Found], passage: Passage) -> None:
    """``القوات الروسية والأوكرانية``: forces of two countries are two bodies."""
    head = passage.tokens[mention.first].word
    if mention.last - mention.first != _HEAD_AND_COUNTRY or not head.article or head.stem not in phrase_book().whose:
        return
    for other in _joined(following, mention.last, passage):
        if other.kind == "nisba":
            other.name = f"{passage.text(mention.first, mention.first + 1)} {passage.text(other.first, other.last)}"
            other.kind, other.sector, other.gender, other.rule = "organization", mention.sector, mention.gender, "body by its head"


def _joined(following: Sequence[Found], end: int, passage: Passage) -> list[Found]:
    """The countries, or adjectives of them, that go on with ``و`` right behind; commas stand between where a ``و`` ends the list."""
    others: list[Found] = []
    for other in following:
        gap = other.first - end
        if other.kind not in ("state", "nisba") or other.country is None or gap > 1 or gap < 0:
            break
        if gap and passage.tokens[end].word.form != _COMMA:
            break
        if not gap and not passage.tokens[other.first].word.conjunction:
            break
        others.append(other)
        end = other.last
    return others if others and passage.tokens[others[-1].first].word.conjunction else []


def _country_at(mention: Found, passage: Passage) -> int | None:
    """Where in an office its first country is named."""
    for at in range(mention.first + 1, mention.last):
        if passage.origin_after(at) == mention.country or any(
            passage.names.entities[e].kind == "state" and passage.names.entities[e].country == mention.country for e in passage.longest(at)[1]
        ):
            return at
    return None


def _single(mention: Found) -> str | None:
    """The word for one who holds the office: ``وزير`` of ``وزراء``, ``نظيره`` of ``نظرائه``."""
    book = title_book()
    if mention.title == COUNTERPART:
        word = mention.name.split()[0]
        return next((one for one in book.one_counterpart if one[-1] == word[-1] and one != word), None)
    return book.written.get(mention.title or "", "").split(" ")[0].removeprefix("ال") or None


def _name(mention: Found, office: Found, name: str) -> None:
    mention.kind, mention.number, mention.by, mention.rule = "role", "s", "role", "one of several in office"
    mention.name, mention.role, mention.title, mention.sector = name, name, office.title, office.sector
    mention.gender, mention.known_as, mention.latin = "m", None, None
