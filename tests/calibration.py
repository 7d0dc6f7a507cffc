"""How often an event is right that was told in one way or another, and how well that foretells it: what ``Event.score`` rests on.

The share of right events is counted for each way of telling (``rawi.events.confidence.way``) over ``tests/gold``. Few events were told in
most of the ways, so each share leans on that of the next coarser way, which counts as ``weight`` events more. The weight is the one that best
foretells articles left out; with a greater one than those tried, nothing would be left of a way's own share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from accuracy import articles
from rawi.events.confidence import way
from rawi.reading import read_closely
from scoring import judged

WEIGHTS = (1, 2, 3, 5, 8, 13, 21, 34, 55)
BANDS = (0.8, 0.9)  # where the table of the manual cuts


class Telling(NamedTuple):
    """One event read in the coded articles: in which article, told in which way, with which score, and whether it is right."""

    article: str
    way: str
    score: float
    right: bool


class Cell(NamedTuple):
    """Of the events told in one way, how many were right; and the score that follows."""

    read: int
    right: int
    score: float


@cache
def tellings() -> tuple[Telling, ...]:
    """Every event read in the coded articles but those that a coder may leave."""
    return tuple(_tellings())


def _tellings() -> Iterator[Telling]:
    for gold, article in articles():
        reading = read_closely(article)
        for draft, event, right in zip(reading.drafts, reading.record.events, judged(gold, reading.record), strict=True):
            if right is not None:
                yield Telling(gold["id"], way(draft), event.score or 0.0, right)


def cells(seen: Sequence[Telling], weight: int) -> dict[str, Cell]:
    """The cell of each way, coarse before fine; under the empty name that of all events. Half right is what is thought before anything was seen."""
    counts = Counter((name, t.right) for t in seen for name in ("", *accumulate(t.way.split("/"), "{}/{}".format)))
    found: dict[str, Cell] = {}
    for name in sorted({name for name, _ in counts}):
        right, wrong = counts[name, True], counts[name, False]
        coarser = found[name.rpartition("/")[0]] if name else Cell(0, 0, 0.5)
        times = 2 if not name else 0 if coarser.read == right + wrong else weight
        score = (right + times * coarser.score) / (right + wrong + times) if times else coarser.score  # the same events are not counted twice
        found[name] = Cell(right + wrong, right, score)
    return found


def best_weight(seen: Sequence[Telling]) -> int:
    """The weight with which scores foretell best what is right in the articles left out."""
    return min(WEIGHTS, key=lambda weight: brier(left_out(seen, weight)))


def left_out(seen: Sequence[Telling], weight: int) -> list[Telling]:
    """The same events, each with the score that all the other articles give it."""
    told: list[Telling] = []
    for article in dict.fromkeys(t.article for t in seen):
        book = cells([t for t in seen if t.article != article], weight)
        told += [t._replace(score=_score(t.way, book)) for t in seen if t.article == article]
    return told


def _score(name: str, book: Mapping[str, Cell]) -> float:
    while name not in book:
        name = name.rpartition("/")[0]
    return book[name].score


def brier(seen: Sequence[Telling]) -> float:
    """The mean square of the distance of each score from what is true, 0 (best) to 1."""
    return sum((t.score - t.right) ** 2 for t in seen) / len(seen)


def alike(seen: Sequence[Telling]) -> list[Telling]:
    """The same events told in one way, so that all have one score."""
    return [t._replace(way="any", score=cells(seen, 1)[""].score) for t in seen]


def reliability_table() -> str:
    """By bands of score, how many events were right; each score measured on the other articles."""
    seen = left_out(tellings(), best_weight(tellings()))
    rows = ["| score | events read | mean score | right |", "|---|--:|--:|--:|"]
    for low, high in zip((0.0, *BANDS), (*BANDS, 1.01), strict=True):
        if band := [t for t in seen if low <= t.score < high]:
            name = f"below {high}" if not low else f"{low} to {high}" if high <= 1 else f"{low} and above"
            mean, right = (100 * sum(values) / len(band) for values in ([t.score for t in band], [t.right for t in band]))
            rows.append(f"| {name} | {len(band)} | {mean / 100:.2f} | {right:.0f} % |")
    return "\n".join(rows)
