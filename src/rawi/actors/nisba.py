"""The adjective of origin (nisba) in all its forms: ``سوري سورية سوريان سوريين سوريون سوريات``."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = (
    ("", "m", "s"), ("ه", "f", "s"), ("ا", "m", "s"),
    ("ان", "m", "d"), ("تان", "f", "d"), ("تين", "f", "d"),
    ("ون", "m", "p"), ("ين", "m", "p"), ("ات", "f", "p"), ("و", "m", "p"),
)  # fmt: skip


def demonym_forms(nisba: str) -> Iterator[tuple[str, str, str]]:
    """Each form of a folded masculine singular nisba, with gender (m, f) and number (s, d, p).

    ``ين`` may be dual or plural in unvocalized writing and is given as plural, which is far more frequent.
    """
    first = nisba.split()[0]
    for ending, gender, number in _ENDINGS:
        yield first + ending, gender, number
