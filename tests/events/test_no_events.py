"""Sentences of our own in which nobody does anything to anybody, read as news: three hundred, and sixty that use the words of war."""

from __future__ import annotations

from pathlib import Path

from rawi.model import Article
from rawi.reading import read

_AT_MOST = 6
_SENTENCES = [line for line in Path(__file__).with_name("no_events.txt").read_text("utf-8").splitlines() if line and not line.startswith("#")]


def test_there_are_more_than_three_hundred_sentences() -> None:
    assert len(_SENTENCES) == len(set(_SENTENCES)) > 300


def test_sentences_without_events_give_next_to_none() -> None:
    """Sport, weather, markets, plots of films, lives and explanations, each read as the day's news."""
    false = [alarm for sentence in _SENTENCES for alarm in events_of(sentence)]
    assert len(false) <= _AT_MOST, f"{len(false)} events where there is none:\n" + "\n".join(false)


def events_of(sentence: str) -> list[str]:
    """The events that are read in one sentence, each with its rule and the words that gave it."""
    record = read(Article(id="none", published="2025-02-12", title="", paragraphs=(sentence,)))
    return [
        f"{event.type}/{event.mode} {event.rule} «{record.text[event.trigger.start : event.trigger.end]}» in: {sentence}" for event in record.events
    ]
