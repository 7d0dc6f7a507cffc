"""All checks over the knowledge, as ``rawi lore check`` runs them: what cannot be right, one line each.

A problem names file, entry, cause and mend. What needs Arabic (folding, the principal parts of verbs) is
handed in, for knowledge stands below the modules that know the language.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from rawi.errors import KnowledgeError
from rawi.lore import load
from rawi.lore.check_words import events, frames, parties, reporting, support, triggers, verbs
from rawi.lore.check_world import bodies, countries, offices, outlets, people
from rawi.lore.knowledge import Arabic, Knowledge
from rawi.lore.schema import Entry

CHECKS = (countries, bodies, people, offices, outlets, events, frames, triggers, reporting, support, parties, verbs)


def gather(paths: Iterable[Path] | None = None) -> tuple[Knowledge, list[str]]:
    """Everything that can be read of the knowledge, and a line for each file that cannot."""
    read: dict[str, Entry] = {}
    problems: list[str] = []
    for path in paths or sorted(load.HOME.rglob("*.toml")):
        try:
            read[load.shown(path)] = load.read(path, load.kind_of(path))
        except KnowledgeError as error:
            problems.append(str(error))
    missing = [name for name in load.LANGUAGE if not (load.HOME / "language" / f"{name}.toml").exists()]
    problems += [f"knowledge/language/{name}.toml: the file is missing; restore it" for name in missing]
    return Knowledge(read), problems


def check(knowledge: Knowledge, arabic: Arabic) -> list[str]:
    """What is wrong with knowledge whose files can all be read, in the order of its files."""
    found = dict.fromkeys(chain.from_iterable(rule(knowledge, arabic) for rule in CHECKS))
    return sorted(found, key=lambda line: line.split(":")[0])


def examine(arabic: Arabic) -> tuple[Knowledge, list[str]]:
    """The knowledge at ``load.HOME`` and all that is wrong with it; checks need every file to be readable."""
    knowledge, unreadable = gather()
    return knowledge, unreadable or check(knowledge, arabic)
