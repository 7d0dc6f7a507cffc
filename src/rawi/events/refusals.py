"""Refusals: who says that he will not do what he could (``لن نتفاوض``) rejects it; nobody else's act is denied by that."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import Cast
from rawi.arabic.words import Token
from rawi.events.draft import Draft
from rawi.events.status import status_book

_MODES = {"CONSULT": "meet", "RETREAT": "yield", "CONCEDE": "yield", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist", "AGREE": "change"}
_NEAR = 2  # words before the verb among which its negator stands


def refuse(draft: Draft, speakers: Sequence[int], cast: Cast, tokens: Sequence[Token]) -> None:
    """Make an act that its own speaker says he will not do a REJECT: of a meeting, of yielding, of help."""
    verb = draft.clause.verb
    if verb is None or not verb.negated or draft.kind == "lone noun" or draft.category not in _MODES:
        return
    if not any(t.word.form in status_book().will_not for t in tokens[max(0, verb.first - _NEAR) : verb.first]):
        return
    own = [a for a in draft.actors if any(_speaks_for(s, a, cast) for s in speakers)]
    if not own:
        return
    draft.recipients = [*draft.recipients, *(a for a in draft.actors if a not in own and a not in draft.recipients)]
    draft.actors, draft.mode, draft.category = own, _MODES[draft.category], "REJECT"
    draft.why["category"] = "a refusal to do it"


def _speaks_for(speaker: int, actor: int, cast: Cast) -> bool:
    """Whether somebody speaks of himself or of his own state."""
    who, state = cast.actors[speaker], cast.actors[actor]
    return speaker == actor or (state.kind == "state" and state.country == who.country and who.sector != "MED")
