"""Narrow an explanation to one sentence or one event."""

from __future__ import annotations

import msgspec

from rawi.errors import UsageError
from rawi.explaining.parts import Explanation


def only(told: Explanation, sentence: int | None, event: int | None) -> Explanation:
    """The explanation with only this sentence, this event, or both; unchanged where neither is asked for.

    Raises :class:`UsageError` where the article has no sentence or event of that number.
    """
    if sentence is None and event is None:
        return told
    named = told.title or told.id
    if sentence is not None and sentence > len(told.sentences):
        raise UsageError(f"--sentence {sentence}: «{named}» has {len(told.sentences)} sentences; the title's is 1")
    if event is not None and event > len(told.events):
        raise UsageError(f"--event {event}: {len(told.events)} events were read in «{named}»; --sentence N says why others were not")
    return msgspec.structs.replace(
        told,
        actors=(),
        dates=(),
        chains=(),
        events=(told.events[event - 1],) if event is not None else (),
        sentences=(told.sentences[sentence - 1],) if sentence is not None else (),
    )
