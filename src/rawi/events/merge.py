"""One event once: what title, lead and later sentences repeat is joined; two tellings with different content stay apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.actors.coreference import Cast
from rawi.events.draft import Draft

_SAME_MODES = frozenset((None,))


def merge(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """The drafts without repetitions, in the order of the text. The fullest telling of each act stays."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.in_title, d.at)):
        twin = next((k for k in kept if _same(k, draft, cast)), None)
        if twin is None:
            kept.append(draft)
        elif _fuller(draft, twin):
            kept[kept.index(twin)] = draft
    return sorted(kept, key=lambda d: d.at)


def _same(one: Draft, other: Draft, cast: Cast) -> bool:
    if one.category != other.category or not _modes_agree(one, other):
        return False
    if (one.status == "negated") != (other.status == "negated"):
        return False
    if one.date and other.date and one.date != other.date and not other.in_title:
        return False
    countries = _countries(cast)
    actors = _overlap(one.actors, other.actors, countries)
    recipients = _overlap(one.recipients, other.recipients, countries)
    if other.in_title:
        return bool(actors or recipients) or not (one.people and other.people)
    if one.trigger.verbal:
        same_word = one.trigger.rule == other.trigger.rule
        return same_word and actors == "all" and recipients == "all" and _near(one, other)
    if one.sources and other.sources and not set(one.sources) & set(other.sources):
        return False
    if _mutual(one):
        everyone = _overlap(sorted(one.people), sorted(other.people), countries)
        return everyone == "all"
    return bool(actors) and bool(recipients) and "all" in (actors, recipients)


def _near(one: Draft, other: Draft) -> bool:
    return abs(one.sentence - other.sentence) <= 1 and one.clause is other.clause


def _mutual(draft: Draft) -> bool:
    return draft.category in ("CONSULT", "COOPERATE")


def _modes_agree(one: Draft, other: Draft) -> bool:
    return one.mode == other.mode or None in (one.mode, other.mode) or _mutual(one)


def _countries(cast: Cast) -> Callable[[int], str]:
    def country(actor: int) -> str:
        entry = cast.actors[actor]
        return entry.country or f"#{actor}"

    return country


def _overlap(one: Sequence[int], other: Sequence[int], country: Callable[[int], str]) -> str:
    """``all`` where the two name the same parties (or one names none), ``some`` where they share one, else empty."""
    if not one or not other:
        return "all"
    if set(one) == set(other) or {country(a) for a in one} == {country(a) for a in other}:
        return "all"
    if set(one) & set(other) or {country(a) for a in one} & {country(a) for a in other}:
        return "some"
    return ""


def _fuller(new: Draft, old: Draft) -> bool:
    """Whether a later telling says more: more participants, a date of its own."""
    if old.in_title:
        return True
    if new.in_title:
        return False
    return (len(new.people), new.date_from == "text", bool(new.sources)) > (len(old.people), old.date_from == "text", bool(old.sources))
