"""``rawi lore check``: what cannot be right in the knowledge."""

from __future__ import annotations

import click

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


def _proven(parts: str) -> str:
    """The lemma of a verb. Raises :class:`KnowledgeError` where the parts are not those of one verb."""
    from rawi.arabic.stems import stems
    from rawi.arabic.verbs import lemma

    written = lemma(parts)
    stems(written)
    return written
