"""Every trigger of knowledge/events has an example of our own; each is read and must give what its entry says."""

from __future__ import annotations

import pytest

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import EventFile, TriggerEntry
from rawi.model import Article, Event, Record
from rawi.reading import read

_DAY = "2025-02-12"
_ENTRIES = [
    pytest.param(file, entry, id=f"{name}-{entry.verb or entry.noun[0]}-{number}")
    for name, file in load.events()
    for number, entry in enumerate(file.trigger)
]


@pytest.mark.parametrize(("file", "entry"), _ENTRIES)
def test_an_example_gives_the_event_of_its_entry(file: EventFile, entry: TriggerEntry) -> None:
    record = read(Article(id="example", published=_DAY, title="", paragraphs=(entry.example,)))
    category = file.category
    mode = entry.mode or file.frame[entry.frame].mode
    wanted = parse_reads(entry.reads)
    matching = [e for e in record.events if e.type == category and who(record, e) == wanted and (mode is None or e.mode == mode)]
    assert matching, f"{entry.example}\n  wanted {category} {mode} {entry.reads}\n  read   {describe(record)}"


_COUNTER = [
    pytest.param(name, entry, id=f"{name}-{entry.verb or entry.noun[0]}") for name, f in load.events() for entry in f.trigger if entry.not_example
]


@pytest.mark.parametrize(("name", "entry"), _COUNTER)
def test_a_counter_example_gives_no_event_of_its_entry(name: str, entry: TriggerEntry) -> None:
    record = read(Article(id="example", published=_DAY, title="", paragraphs=(entry.not_example or "",)))
    rule = f"{name}/{entry.frame}#{(entry.verb or entry.noun[0]).split()[0]}"
    assert not [e for e in record.events if e.rule == rule], f"{entry.not_example}\n  read {describe(record)}"


def parse_reads(reads: str) -> tuple[frozenset[str], frozenset[str]]:
    """``A، B > C`` as folded names of actors and recipients."""
    actors, _, recipients = reads.partition(">")
    return _names(actors), _names(recipients)


def _names(side: str) -> frozenset[str]:
    return frozenset(_plain(n.strip()) for n in side.split("،") if n.strip())


def _plain(name: str) -> str:
    """Folded, without the accusative ending, which no name has."""
    return " ".join(w.removesuffix("ا") if len(w) > 4 else w for w in fold(name).split())


def who(record: Record, event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The folded names of an event's actors and recipients."""
    return tuple(frozenset(_plain(record.actor(a).name) for a in side) for side in (event.actors, event.recipients))  # type: ignore[return-value]


def describe(record: Record) -> str:
    """The events of a record, one a line, for a failed test's message."""
    lines = [
        f"{e.type} {e.mode} {'، '.join(record.actor(a).name for a in e.actors)} > {'، '.join(record.actor(a).name for a in e.recipients)} [{e.rule}]"
        for e in record.events
    ]
    return "\n         ".join(lines) or "no event"
