"""How far an event may be relied on: the measured share of right events among those that were told in the same way.

``benchmarks/confidence.py`` counts the shares on the coded articles of ``tests/gold`` and writes ``knowledge/language/confidence.toml``.
"""

from __future__ import annotations

from functools import cache

from rawi.events.draft import Draft
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.lore.schema import Confidence

_PROMISE = "agree/promise#future"  # the rule that no entry tells: ``قال إن بلاده ستعزز …``


def way(draft: Draft) -> str:
    """How an event was told, each step finer than the one before it: ``act/one/verb/body``.

    The steps: an act of ``speech`` or another ``act``; ``both`` actors and recipients found, or only ``one`` of them; told by a verb, participle,
    supported, stance or lone noun, or by the rule of promises; in the ``body``, or in the ``title`` alone. What tells most stands first.
    """
    speech = "speech" if draft.trigger.verbal else "act"
    sides = "both" if draft.actors and draft.recipients else "one"
    told = "promise" if draft.trigger.rule == _PROMISE else draft.kind
    return f"{speech}/{sides}/{told}/{'title' if draft.in_title else 'body'}"


def confidence(draft: Draft) -> float:
    """The measured chance, 0 to 1, that an event told in this way is right; what was never measured has the share of the next coarser way."""
    shares = _shares()
    at = way(draft)
    while at not in shares:
        at = at.rpartition("/")[0]
    return shares[at]


@cache
def _shares() -> dict[str, float]:
    """The share of right events for each way of telling; under the empty name that of all events."""
    shares: dict[str, float] = compiled("confidence", _build)
    return shares


def _build() -> dict[str, float]:
    book = load.language("confidence", Confidence)
    return {"": book.overall.score, **{name: share.score for name, share in book.way.items()}}
