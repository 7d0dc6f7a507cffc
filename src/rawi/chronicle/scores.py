"""Conflict and cooperation as numbers, from -10 (assault) to 10.

Each PLOVER category goes back to one or more CAMEO root classes; its score is that class's weight on Goldstein's scale as the CAMEO project
publishes it (Goldstein 1992, *Journal of Conflict Resolution* 36, 369-385). CONCEDE and RETREAT both go back to *yield*, ASSAULT to *assault*,
*fight* and *mass violence*, of which the first is taken.
"""

from __future__ import annotations

from typing import Final

SCORES: Final[dict[str, float]] = {
    "AGREE": 4.0,
    "CONSULT": 1.0,
    "SUPPORT": 3.5,
    "CONCEDE": 5.0,
    "COOPERATE": 6.0,
    "AID": 7.0,
    "RETREAT": 5.0,
    "REQUEST": -5.0,
    "ACCUSE": -2.0,
    "REJECT": -4.0,
    "THREATEN": -6.0,
    "PROTEST": -6.5,
    "SANCTION": -4.0,
    "MOBILIZE": -7.2,
    "COERCE": -7.0,
    "ASSAULT": -9.0,
}


def score(category: str) -> float:
    """The score of a category; 0 for one that has none."""
    return SCORES.get(category, 0.0)
