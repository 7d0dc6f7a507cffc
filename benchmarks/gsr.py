"""Protests that people coded, sentence by sentence: ``python benchmarks/gsr.py PATH``.

PATH is JSON Lines: ``text`` (or ``sentence``), ``category``, and ``source`` and ``target``, each a country code and a sector code
with ``None`` for what the coders did not give (``EGY None``, ``None CVL``). Every sentence holds one event and no other was coded, so this
measures what is found and not what is found wrongly. A code is right where an actor (source) or recipient (target) of an event of
the category has the country and the sector that the coders gave; where they gave one of the two, that one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from rawi.model import Actor, Article, Record
from rawi.reading import read

INTERNATIONAL = frozenset(("IGO", "INT", "NGO"))
SIDES = {"source": "actors", "target": "recipients"}


class Code(NamedTuple):
    """What coders say of a party; ``None`` where they say nothing."""

    country: str | None
    sector: str | None


def code_of(text: str) -> Code:
    """``EGY None`` as a code; the sorts of international bodies are one."""
    country, sector = (None if part == "None" else part for part in text.split())
    return Code("IGO" if country in INTERNATIONAL else country, sector)


def fits(actor: Actor, code: Code) -> bool:
    """Whether the actor has what the code gives. A state that acts is its government."""
    sector = actor.sector or ("GOV" if actor.kind == "state" else None)
    return code.country in (None, actor.country) and code.sector in (None, sector)


def parties(record: Record, category: str, side: str) -> Iterable[Actor]:
    """The actors or recipients of the record's events of a category."""
    return (record.actor(ident) for event in record.events if event.type == category for ident in getattr(event, side))


def main() -> None:
    """Print how many sentences give the category and how many the codes."""
    if len(sys.argv) < 2:
        print("left out: give the path of a file of coded sentences (RAWI_GSR=PATH make bench)")
        return
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()]
    records = [read(Article(paragraphs=(row.get("text") or row["sentence"],))) for row in rows]
    found = sum(any(event.type == row["category"] for event in record.events) for row, record in zip(rows, records, strict=True))
    print(f"category found    {found:4} of {len(rows)} sentences")
    for name, side in SIDES.items():
        asked = [(row, record, code) for row, record in zip(rows, records, strict=True) if any(code := code_of(row[name]))]
        right = sum(any(fits(actor, code) for actor in parties(record, row["category"], side)) for row, record, code in asked)
        print(f"{name}'s code right {right:4} of {len(asked)} that have one")


if __name__ == "__main__":
    main()
