"""How right Rawi is, as the tables of the manual: figures over ``tests/gold``, and what the errors left are.

``python tests/accuracy.py`` prints the tables, ``--errors`` every disagreement as well, ``--floors`` only what ``benchmarks/floors.toml`` may say.
``python tests/manual.py`` writes the tables into the pages.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import rawi
from rawi.explaining import Explanation, explain
from scoring import Score, score

GOLD = sorted((Path(__file__).parent / "gold").glob("*.json"))
DISAGREEMENT = re.compile(r"(?P<id>\S+) (?P<what>missed|spurious) (?P<type>[A-Z]+) .* \| (?P<evidence>[^|]+)")

FOUND = {  # label of the score: what it counts; precision, recall and F1
    "events": "Events: right category, parties and place in the text",
    "strict": "… with every actor, recipient and the date right as well",
    "people": "People, with their country",
    "organizations": "Organizations",
    "dates": "Dates, with their value",
}
SHARES = {  # label of the score: what it counts; a share of the events found
    "actors": "Actors",
    "recipients": "Recipients",
    "date": "Date",
    "status": "Status",
    "mode": "Mode, where one is coded",
    "source": "Nearest source",
    "chain": "Whole chain of sources (most events have none)",
    "attributed": "Whole chain of sources, of the events that have one",
}
CAUSES = {
    "unknown": "missed: no entry of the category knows the words",
    "beside": "missed: an entry knows the verb or noun, but not with the words beside it",
    "nobody": "missed: an entry knows the words, but no actor was found in the slots of its frame",
    "refused": "missed: an entry knows the words, but a rule saw no act in them",
    "category": "missed: read as another category",
    "merged": "missed: joined to another telling, or read with other parties",
    "extra": "read where the coder saw no event, or one of another category",
    "actors": "wrong or incomplete actors",
    "recipients": "wrong or incomplete recipients",
    "date": "wrong date",
    "mode": "wrong mode",
    "chain": "wrong source or chain",
    "status": "wrong status",
}


class Coded(NamedTuple):
    """One article of the gold: what a coder wrote, and what was coded."""

    gold: dict[str, Any]
    article: rawi.Article


@cache
def articles() -> tuple[Coded, ...]:
    """The coded articles, in order."""
    return tuple(_load(path) for path in GOLD)


@cache
def measured() -> Score:
    """The score over all of them."""
    total = Score()
    for gold, article in articles():
        score(gold, rawi.read(article), total)
    return total


@cache
def causes() -> Counter[str]:
    """How many disagreements have which cause; the keys are those of ``CAUSES``."""
    told = {gold["id"]: explain(article) for gold, article in articles()}
    return Counter(cause for error in measured().errors for cause in _causes(error, told))


def _load(path: Path) -> Coded:
    gold = json.loads(path.read_text("utf-8"))
    title, _, body = path.with_suffix(".txt").read_text("utf-8").partition("\n\n")
    outlet, published = gold["outlet"], gold["published"]
    return Coded(gold, rawi.Article(id=gold["id"], title=title, outlet=outlet, published=published, paragraphs=tuple(body.splitlines())))


def _causes(error: str, told: dict[str, Explanation]) -> Iterator[str]:
    if one := DISAGREEMENT.fullmatch(error):
        yield "extra" if one["what"] == "spurious" else _missed(one["type"], one["evidence"], told[one["id"]])
    elif "\n" in error:  # an event that was found, with the parts that are wrong
        wrong = error.partition(" ")[2].partition("\n")[0].split(", ")
        yield from (label for label in wrong if label in CAUSES)


def _missed(category: str, evidence: str, told: Explanation) -> str:
    """Why a coded event was not read: by the triggers in its words that fired, or were tried in vain."""
    where = [s for s in told.sentences if evidence in s.text]
    fired = [(f, told.events[f.event - 1].type) for s in where for f in s.fired if f.event and _within(f.text, evidence)]
    if any(category in (of, _category(f.rule)) for f, of in fired):
        return "merged"
    reasons = {t.reason for s in where for t in s.tried if _within(t.text, evidence) and _category(t.rule) == category}
    if not reasons:
        return "category" if fired else "unknown"
    return "nobody" if reasons & {"nobody", "alone"} else "beside" if reasons <= {"having", "lacking"} else "refused"


def _within(word: str, evidence: str) -> bool:
    """A coder leaves out the conjunction that the first word has: ``وطلب``."""
    return word in evidence or (word[0] in "وف" and evidence.startswith(word[1:]))


def _category(rule: str) -> str:
    return rule.partition("/")[0].upper()


# --- tables ----------------------------------------------------------------------------------------------------------------------


def found_table(labels: Sequence[str] = tuple(FOUND)) -> str:
    """Precision, recall and F1 in per cent."""
    rows = ["| | precision | recall | F1 |", "|---|--:|--:|--:|"]
    for label in labels:
        right, coded, read = measured().totals[label]
        rows.append(f"| {FOUND[label]} | {_percent(right / read)} | {_percent(right / coded)} | {_percent(measured().figures()[label])} |")
    return "\n".join(rows)


def shares_table() -> str:
    """For the events found: in how many is each part right."""
    rows = ["| of the events found | right |", "|---|--:|"]
    return "\n".join([*rows, *(f"| {name} | {_percent(measured().figures()[label])} |" for label, name in SHARES.items())])


def causes_table() -> str:
    """The causes of errors with their counts."""
    rows = ["| cause | count |", "|---|--:|"]
    return "\n".join([*rows, *(f"| {name} | {causes()[cause]} |" for cause, name in CAUSES.items())])


def size() -> str:
    """How much was measured."""
    coded, read = (int(measured().totals["events"][at]) for at in (1, 2))
    return f"{len(GOLD)} articles, {coded} coded events, {read} events read."


TABLES = {
    "size": size,
    "found": found_table,
    "events": lambda: found_table(("events", "people", "dates")),
    "shares": shares_table,
    "causes": causes_table,
}


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def floors() -> str:
    """Each figure, rounded down, as ``benchmarks/floors.toml`` has it."""
    return "\n".join(f"{label} = {int(1000 * figure) / 1000:.3f}" for label, figure in measured().figures().items())


def main() -> None:
    """Print what was asked for."""
    if "--floors" in sys.argv:
        print(floors())
        return
    print(*(TABLES[name]() for name in ("size", "found", "shares", "causes")), sep="\n\n")
    if "--errors" in sys.argv:
        print("", *measured().errors, sep="\n")


if __name__ == "__main__":
    main()
