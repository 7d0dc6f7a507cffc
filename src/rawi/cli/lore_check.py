"""``rawi lore check``: what cannot be right in the knowledge."""

from __future__ import annotations

from functools import cache

import click

from rawi.errors import KnowledgeError
from rawi.lore.knowledge import Arabic


@click.command("check")
def check() -> None:
    """Find what cannot be right.

    One line each, naming file, entry, cause and mend. Exit code 2 where there is any.
    """
    from rawi.lore import load
    from rawi.lore.check import examine

    knowledge, found = examine(arabic())
    for line in found:
        click.echo(line)
    if found:
        click.echo(f"{len(found)} {'problem' if len(found) == 1 else 'problems'}", err=True)
        raise click.exceptions.Exit(2)
    counts = ", ".join(f"{count} {kind}" for kind, count in knowledge.counts().items())
    click.echo(f"Nothing is wrong with knowledge {load.version()}: {counts}.")


def arabic() -> Arabic:
    """What the checks need of the language."""
    from rawi.arabic.letters import fold

    return Arabic(fold, _proven)


@cache
def _proven(parts: str) -> str:
    """The lemma of a verb. Raises :class:`KnowledgeError` where its parts are not those of one verb."""
    from rawi.arabic.letters import fold
    from rawi.arabic.verbs import conjugate, lemma

    written = lemma(parts)
    forms = conjugate(written, passive=False)
    for word, tense in zip(written.split(), ("perfect", "imperfect"), strict=True):
        if not any(form.tense == tense for form in forms.get(fold(word), ())):
            raise KnowledgeError(f"{parts}: {word} is not its {tense}")
    return written
