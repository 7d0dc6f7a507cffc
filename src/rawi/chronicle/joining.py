"""Which tellings are one occurrence: decided for all tellings of a block at once, so that the order in which they came does not matter.

Within a firm block (one kind of act, the same countries, one day) the fullest tellings come first; each later one joins the cluster that it fits best
and contradicts least, or begins one of its own. A loose telling joins the one cluster within its reach that it fits; where it fits several alike,
none: what cannot be told apart is left apart, and shown as perhaps the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rawi.actors.gazetteer import gazetteer
from rawi.arabic.letters import fold
from rawi.chronicle.blocks import MUTUAL, Told, Who

VERBAL = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))  # acts of speech: what was said tells them apart
_SAME_WORDS = 0.5  # of the shorter telling's words that two acts of speech share
_CLEARLY = 0.25  # by how much the best cluster has to be better than the next
_REMEMBERED = 12  # tellings of a cluster with whose words a new one is compared


@dataclass(slots=True)
class Cluster:
    """Tellings of one thing, and what they say of it together."""

    tellings: list[Told] = field(default_factory=list)
    people: dict[str, set[int]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        self.tellings.append(told)
        for who in told.parties:
            self.sides.add(side(who))
            if who.kind == "person":
                self.people.setdefault(side(who), set()).add(who.id)
        self.doers.update(map(side, told.actors))
        if told.place:
            self.places.add(fold(told.place))
        if told.mode:
            self.modes.add(told.mode)


def clusters_of(tellings: Iterable[Told]) -> list[Cluster]:
    """The clusters of one block's tellings."""
    found: list[Cluster] = []
    for told in sorted(tellings, key=_fullest):
        best = _best(told, found)
        if best is None:
            best = Cluster()
            found.append(best)
        best.add(told)
    return found


def attach(tellings: Iterable[Told], found: Sequence[Cluster]) -> tuple[dict[int, Cluster], list[Cluster]]:
    """For loose tellings of one block the cluster within reach that each joins, and the clusters that the others make."""
    joined: dict[int, Cluster] = {}
    alone = []
    for told in sorted(tellings, key=_fullest):
        within = [c for c in found if told.first is not None and any(_in_reach(told, t) for t in c.tellings)]
        same_day = [c for c in within if any(t.first == told.last for t in c.tellings)]
        best = _best(told, same_day or within) if told.date_from == "published" else _best(told, within)
        if best is None:
            alone.append(told)
        else:
            joined[told.id] = best
    return joined, clusters_of(alone)


def side(who: Who) -> str:
    """On whose side an actor acts: its country, or itself."""
    return who.country or f"#{who.id}"


def _fullest(told: Told) -> tuple[object, ...]:
    people = sum(1 for who in told.parties if who.kind == "person")
    return (-people, told.place is None, told.mode is None, -len(told.words), told.id)


def _in_reach(loose: Told, firm: Told) -> bool:
    assert loose.first is not None and loose.last is not None and firm.first is not None
    return loose.first - (loose.date_from == "published") <= firm.first <= loose.last


def _best(told: Told, found: Iterable[Cluster]) -> Cluster | None:
    """The cluster that a telling belongs to: fits without contradiction, and clearly better than any other."""
    fits = sorted(((fit, -at, cluster) for at, cluster in enumerate(found) if (fit := _fit(told, cluster)) is not None), reverse=True, key=_by_fit)
    if not fits or (len(fits) > 1 and fits[0][0] - fits[1][0] < _CLEARLY):
        return None
    return fits[0][2]


def _by_fit(scored: tuple[float, int, Cluster]) -> tuple[float, int]:
    return scored[0], scored[1]


def _fit(told: Told, cluster: Cluster) -> float | None:
    """How well a telling fits (0 and more), or None where it contradicts what the cluster says."""
    named = _people_in_common(told, cluster)
    if named is None or not _same_doers(told, cluster):
        return None
    if not {side(who) for who in told.parties} <= cluster.sides:
        return None
    everybody = named >= 2
    place = _places_agree(told.place, cluster.places)
    if place is False and not (everybody and told.type == "CONSULT"):
        return None
    mode = _modes_agree(told, cluster.modes)
    if mode is False and not (everybody and place):
        return None
    likeness = max((_alike(told.words, other.words) for other in cluster.tellings[:_REMEMBERED]), default=0.0)
    if told.type in VERBAL and likeness < _SAME_WORDS:
        return None
    return 2.0 * named + 2.0 * (place or 0) + 1.0 * (mode or 0) + 3.0 * likeness


def _people_in_common(told: Told, cluster: Cluster) -> int | None:
    """On how many sides both name the same person; None where a side's people are others."""
    common = 0
    people: dict[str, set[int]] = {}
    for who in told.parties:
        if who.kind == "person":
            people.setdefault(side(who), set()).add(who.id)
    for where, theirs in people.items():
        ours = cluster.people.get(where)
        if ours and not ours & theirs:
            return None
        common += bool(ours)
    return common


def _same_doers(told: Told, cluster: Cluster) -> bool:
    """Whether who does it to whom is the same, where that makes a difference."""
    if told.type in MUTUAL or not told.actors or not cluster.doers:
        return True
    return bool(set(map(side, told.actors)) & cluster.doers)


def _modes_agree(told: Told, modes: set[str]) -> bool | None:
    """None where one of them tells none."""
    if not modes or told.mode is None:
        return None
    if told.mode in modes:
        return True
    return None if told.type == "CONSULT" and "phone" not in {told.mode, *modes} else False


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter one's words that stand in the other."""
    if not one or not other:
        return 0.0
    a, b = set(one), set(other)
    return len(a & b) / min(len(a), len(b))


# --- places --------------------------------------------------------------------------------------------------------------------


def _places_agree(place: str | None, places: set[str]) -> float | bool | None:
    """1 for the same place, a half for one within the other or where both tell none, None where one tells none, False for two places."""
    if place is None or not places:
        return 0.5 if place is None and not places else None
    here = fold(place)
    if here in places:
        return 1.0
    return 0.5 if any(same_place(here, there) for there in places) else False


@cache
def same_place(one: str, other: str) -> bool:
    """Whether one folded place is or lies in the other, as far as names and the knowledge tell: ``دمشق`` and ``سوريا``, ``مطار دمشق``."""
    if set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
        return True
    (a, a_country), (b, b_country) = _located(one), _located(other)
    return a_country is not None and a_country == b_country and "state" in (a, b)


@cache
def _located(place: str) -> tuple[str, str | None]:
    """What kind of place a name is, and its country."""
    node = gazetteer().tree
    for word in place.split():
        node = node.get(word, {})
    for number in node.get("", ()):
        entity = gazetteer().entities[number]
        if entity.kind in ("state", "capital", "place"):
            return entity.kind, entity.country
    return "", None
