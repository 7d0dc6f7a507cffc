"""How far a record agrees with an article coded by hand.

A gold article is a pair in ``tests/gold``: the text (title, blank line, paragraphs) and its record as a careful coder wrote it. An event that
was read is right when it pairs, one to one, with a coded event of the same category that shares a participant and stands in the same or a
neighbouring sentence, or shares all participants. Coded events marked ``optional`` are neither missed nor spurious. ``strict`` also wants
actors, recipients and date right. The rest are shares of the paired events (date, status, source …), or F1 over the article (people,
organizations, dates).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any, NamedTuple

from naming import Party, country_of, likeness, same_name
from rawi import Event, Record

PLURAL = {"person": "people", "organization": "organizations"}
LEAST = 0.35  # the least likeness at which two events are taken for one


class Told(NamedTuple):
    """One event, coded or read; ``sentence`` counts from the start of the article, -1 where the evidence is not in it."""

    type: str
    mode: str | None
    actors: list[Party]
    recipients: list[Party]
    date: str | None
    status: str
    sources: list[str]
    sentence: int
    evidence: str
    optional: bool = False

    def __str__(self) -> str:
        who, whom, source = ("، ".join(names) or "–" for names in ([a.name for a in self.actors], [r.name for r in self.recipients], self.sources))
        return f"{self.type} {self.mode or ''} {who} ← {whom} | {self.date} {self.status} | {source} | {self.evidence}"


@dataclass
class Score:
    """Totals over many articles, by label: how much was right, how much coded, how much read. And every disagreement in words."""

    totals: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def add(self, label: str, right: float, coded: int, read: int) -> None:
        """``right`` of ``coded`` were among the ``read``."""
        self.totals[label] = [a + b for a, b in zip(self.totals.get(label, [0, 0, 0]), (right, coded, read), strict=True)]

    def figures(self) -> dict[str, float]:
        """F1 by label, 0 to 1; for what is counted over paired events, the share that is right."""
        return {label: 2 * right / max(coded + read, 1) for label, (right, coded, read) in self.totals.items()}


def closeness(coded: Told, read: Told) -> float:
    """How likely two events of one category are one, 0 to 1."""
    who = likeness(coded.actors + coded.recipients, read.actors + read.recipients)
    near = min(coded.sentence, read.sentence) >= 0 and abs(coded.sentence - read.sentence) <= 1
    if coded.type != read.type or not who or not (near or who > 0.99):
        return 0.0
    roles = (likeness(coded.actors, read.actors) + likeness(coded.recipients, read.recipients)) / 2
    return 0.4 * who + 0.3 * roles + 0.15 * (coded.date == read.date) + 0.15 * near


def score(gold: Mapping[str, Any], record: Record, into: Score) -> None:
    """Hold ``record`` against ``gold`` and add what agrees, and what does not, to ``into``."""
    mistakes = len(into.errors)
    _events([_coded(e, gold, record.text) for e in gold["events"]], [_read(e, record) for e in record.events], into)
    people = [(a.name, a.country) for a in record.actors if a.kind == "person"]
    _match(into, "people", [(p["name"], p["country"]) for p in gold["people"]], people, lambda a, b: same_name(a[0], b[0]) and a[1] == b[1])
    bodies = [a.name for a in record.actors if a.kind == "organization"]
    _match(into, "organizations", [o["name"] for o in gold["organizations"]], bodies, same_name)
    dates = [(d.text, d.value) for d in record.dates]
    _match(into, "dates", [(d["text"], d["value"]) for d in gold["dates"]], dates, lambda a, b: a[1] == b[1] and (a[0] in b[0] or b[0] in a[0]))
    into.errors[mistakes:] = [f"{gold['id']} {error}" for error in into.errors[mistakes:]]


def judged(gold: Mapping[str, Any], record: Record) -> list[bool | None]:
    """For each event of ``record`` whether it is right; ``None`` where it pairs with a coded event that is optional."""
    wanted = [_coded(e, gold, record.text) for e in gold["events"]]
    coded = {read: number for number, read in _paired(wanted, [_read(e, record) for e in record.events]).items()}
    return [(None if wanted[coded[j]].optional else True) if j in coded else False for j in range(len(record.events))]


def _events(wanted: Sequence[Told], found: Sequence[Told], into: Score) -> None:
    pairs, required = _paired(wanted, found), {i for i, w in enumerate(wanted) if not w.optional}
    strict, read = 0, len(found) - len(pairs.keys() - required)
    for i, j in pairs.items():
        agrees = _agreement(wanted[i], found[j])
        strict += i in required and min(agrees["actors"], agrees["recipients"], agrees["date"]) > 0.99
        for label, share in agrees.items():
            into.add(label, share, 1, 1)
        if wrong := ", ".join(label for label, share in agrees.items() if share < 0.99):
            into.errors.append(f"{wrong}\n  coded {wanted[i]}\n  read  {found[j]}")
    into.add("events", len(pairs.keys() & required), len(required), read)
    into.add("strict", strict, len(required), read)
    into.errors += [f"missed {w}" for i, w in enumerate(wanted) if i in required - pairs.keys()]
    into.errors += [f"spurious {f}" for j, f in enumerate(found) if j not in pairs.values()]


def _paired(wanted: Sequence[Told], found: Sequence[Told]) -> dict[int, int]:
    each = product(enumerate(wanted), enumerate(found))
    pairs: dict[int, int] = {}
    for how_close, _, i, j in sorted(((closeness(g, f), not g.optional, -i, -j) for (i, g), (j, f) in each), reverse=True):
        if how_close >= LEAST and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def _agreement(want: Told, got: Told) -> dict[str, float]:
    nearest = same_name(want.sources[0], got.sources[0]) if want.sources and got.sources else want.sources == got.sources
    chain = len(want.sources) == len(got.sources) and all(map(same_name, want.sources, got.sources))
    agrees = {"actors": likeness(want.actors, got.actors), "recipients": likeness(want.recipients, got.recipients)}
    agrees |= {"date": want.date == got.date, "status": want.status == got.status, "source": nearest, "chain": chain}
    return agrees | ({"mode": want.mode == got.mode} if want.mode else {}) | ({"attributed": chain} if want.sources else {})


def _match(into: Score, label: str, coded: Sequence[Any], read: Sequence[Any], same: Callable[[Any, Any], bool]) -> None:
    missed: list[Any] = []
    left = list(read)
    for item in coded:
        hit = next((other for other in left if same(item, other)), None)
        (missed.append if hit is None else left.remove)(item if hit is None else hit)
    into.add(label, len(coded) - len(missed), len(coded), len(read))
    into.errors += [f"{label} missed {missed}, spurious {left}"] if missed or left else []


def _coded(event: Mapping[str, Any], gold: Mapping[str, Any], text: str) -> Told:
    known = {p["name"]: Party(p["name"], p["country"], kind) for kind in PLURAL for p in gold[PLURAL[kind]]}
    actors, recipients = ([known.get(name) or Party(name, country_of(name), "state") for name in event[side]] for side in ("actors", "recipients"))
    told, where = event["evidence"], _sentence(text, event["evidence"])
    return Told(event["type"], event["mode"], actors, recipients, event["date"], event["status"], event["sources"], where, told, event["optional"])


def _read(event: Event, record: Record) -> Told:
    actors, recipients = ([Party(a.name, a.country, a.kind) for a in map(record.actor, ids)] for ids in (event.actors, event.recipients))
    told, where = event.evidence, _sentence(record.text, event.evidence)
    return Told(event.type, event.mode, actors, recipients, event.date, event.status, [record.actor(s).name for s in event.sources], where, told)


def _sentence(text: str, evidence: str) -> int:
    return len(re.findall(r"[.!؟?\n]+", text[: text.find(evidence)])) if evidence in text else -1
