"""What the article page shows of a record: its parts in the reader's language, its text with marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from rawi.model import Actor, Event, Record
from rawi.web.choices import Choices
from rawi.web.days import naming_of, stamped, written
from rawi.web.marks import Mark, marked, marks_of
from rawi.web.naming import country, place
from rawi.web.words import label, say


class EventView(NamedTuple):
    """One event beside the text. ``occurrence`` is its address in the chronicle, where it is stored."""

    ident: str
    number: str
    event: Event
    kind: str
    status: str
    date: str
    date_why: str
    place: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    chain: tuple[Actor, ...]
    score: Markup
    occurrence: str | None


class ActorView(NamedTuple):
    """One actor beside the text; ``page`` is its id in the chronicle, where the article is stored."""

    actor: Actor
    kind: str
    country: str
    sector: str
    mentions: int
    page: str | None


class DateView(NamedTuple):
    """One date beside the text: as written there, in ISO, and in the reader's own way."""

    ident: str
    text: str
    value: str
    written: str
    note: str | None


class ArticleView(NamedTuple):
    """Everything that the article page shows of one record."""

    record: Record
    title: Markup
    paragraphs: tuple[Markup, ...]
    dateline: str
    updated: str
    events: tuple[EventView, ...]
    actors: tuple[ActorView, ...]
    dates: tuple[DateView, ...]


def view(record: Record, choices: Choices, occurrences: Sequence[str] = (), pages: Sequence[str] = ()) -> ArticleView:
    """A record for its page. ``occurrences`` and ``pages`` give the chronicle's ids for events and actors, in the record's order."""
    article, marks = record.article, marks_of(record)
    in_outlets_way = choices._replace(language="ar", months=naming_of(article, choices.months))
    label_of_event = say(choices.language, "go_event")
    return ArticleView(
        record=record,
        title=marked(record.text, 0, len(article.title or ""), marks, label_of_event),
        paragraphs=tuple(_paragraphs(record, marks, label_of_event)),
        dateline=stamped(article.published, in_outlets_way),
        updated=stamped(article.updated, in_outlets_way) if article.updated != article.published else "",
        events=tuple(_event(record, n, event, choices, occurrences) for n, event in enumerate(record.events)),
        actors=tuple(_actor(actor, choices, pages[n] if n < len(pages) else None) for n, actor in enumerate(record.actors)),
        dates=tuple(DateView(f"d{n}", d.text, d.value, written(d.value, choices, full=True), d.note) for n, d in enumerate(record.dates, 1)),
    )


def _paragraphs(record: Record, marks: list[Mark], event_label: str) -> list[Markup]:
    start = len(record.article.title or "") + 2
    made = []
    for paragraph in record.article.paragraphs:
        made.append(marked(record.text, start, start + len(paragraph), marks, event_label))
        start += len(paragraph) + 1
    return made


def event_kind(category: str, mode: str | None, choices: Choices) -> str:
    """``محادثات: اتصال هاتفي``, ``Talks: phone call``."""
    kind = label(choices.language, "category", category)
    return f"{kind}: {label(choices.language, 'mode', mode)}" if mode else kind


def _event(record: Record, place_in_order: int, event: Event, choices: Choices, occurrences: Sequence[str]) -> EventView:
    by_id = {actor.id: actor for actor in record.actors}
    return EventView(
        ident=f"e{place_in_order + 1}",
        number=choices.number(place_in_order + 1),
        event=event,
        kind=event_kind(event.type, event.mode, choices),
        status=label(choices.language, "status", event.status),
        date=written(event.date, choices, full=True),
        date_why=say(choices.language, f"day_from_{event.date_from}") if event.date_from else "",
        place=place(event.place, choices.language),
        actors=tuple(by_id[i] for i in event.actors),
        recipients=tuple(by_id[i] for i in event.recipients),
        chain=tuple(by_id[i] for i in event.sources),
        score=choices.percent(event.score),
        occurrence=occurrences[place_in_order] if place_in_order < len(occurrences) else None,
    )


def _actor(actor: Actor, choices: Choices, page: str | None) -> ActorView:
    return ActorView(
        actor=actor,
        kind=label(choices.language, "kind", actor.kind),
        country=country(actor.country, choices.language) if actor.kind != "state" else "",
        sector=label(choices.language, "sector", actor.sector) if actor.kind != "state" else "",
        mentions=len(actor.mentions),
        page=page,
    )
