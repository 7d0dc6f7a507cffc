"""Records made by hand, to tell exactly what a test needs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter, OccurrenceRow
from rawi.model import Actor, Article, DateFrom, Event, Record, Status, Trigger

PEOPLE = {
    "بوتين": Actor(id="a1", kind="person", name="فلاديمير بوتين", country="RUS", sector="GOV", known_as="person/RUS/فلاديمير بوتين"),
    "لافروف": Actor(id="a2", kind="person", name="سيرغي لافروف", country="RUS", sector="GOV", known_as="person/RUS/سيرغي لافروف"),
    "الشرع": Actor(id="a3", kind="person", name="أحمد الشرع", country="SYR", sector="GOV", known_as="person/SYR/احمد الشرع"),
    "الشيباني": Actor(id="a4", kind="person", name="أسعد الشيباني", country="SYR", sector="GOV", known_as="person/SYR/اسعد الشيباني"),
    "روسيا": Actor(id="a5", kind="state", name="روسيا", country="RUS", sector="GOV", known_as="country/RUS"),
    "سوريا": Actor(id="a6", kind="state", name="سوريا", country="SYR", sector="GOV", known_as="country/SYR"),
    "الكرملين": Actor(id="a7", kind="organization", name="الكرملين", country="RUS", sector="GOV", known_as="seat/RUS/الكرملين"),
    "تاس": Actor(id="a8", kind="organization", name="تاس", country="RUS", sector="MED", known_as="outlet/تاس"),
    "مصادر": Actor(id="a9", kind="group", name="مصادر مطلعة"),
}


def event(
    evidence: str, actors: Sequence[str], recipients: Sequence[str] = (), *, type: str = "CONSULT", date: str | None = "2025-02-12",
    mode: str | None = None, place: str | None = None, status: Status = "actual", sources: Sequence[str] = (), date_from: DateFrom = "text",
) -> Event:  # fmt: skip
    """An event that stands in a text of its own; :func:`record` puts it where it belongs."""
    return Event(
        type=type, mode=mode, contexts=(), actors=tuple(PEOPLE[a].id for a in actors), recipients=tuple(PEOPLE[a].id for a in recipients), date=date,
        place=place, status=status, sources=tuple(PEOPLE[a].id for a in sources), start=0, end=len(evidence), evidence=evidence,
        trigger=Trigger(start=0, end=1), rule="", summary=f"{'، '.join(actors)} {type}", date_from=date_from, score=0.9,
    )  # fmt: skip


def record(outlet: str, *events: Event, published: str = "2025-02-12", updated: str | None = None, ident: str = "", more: str = "") -> Record:
    """An article of an outlet that tells of these events, a paragraph each."""
    paragraphs = tuple(f"{e.evidence}." for e in events) + ((more,) if more else ())
    title, url = f"خبر {outlet} {ident}", f"https://{outlet}.example/{ident}{published}"
    article = Article(
        id=ident or outlet, title=title, published=published, updated=updated, outlet=outlet, url=url, paragraphs=paragraphs,
    )  # fmt: skip
    text = f"{title}\n\n" + "\n".join(paragraphs)
    placed, at = [], len(title) + 2
    for e in events:
        start = text.index(e.evidence, at)
        at = start + len(e.evidence)
        placed.append(msgspec.structs.replace(e, start=start, end=at))
    return Record(id=article.id, article=article, text=text, actors=tuple(PEOPLE.values()), events=tuple(placed), knowledge="test")


def all_of(chronicle: Chronicle, asked: Filter | None = None) -> tuple[OccurrenceRow, ...]:
    """Every occurrence that a filter finds."""
    return chronicle.occurrences(asked or Filter(), limit=500).rows


def tellings(chronicle: Chronicle) -> list[int]:
    """How many tellings each occurrence has, the most first."""
    return sorted((row.tellings for row in all_of(chronicle)), reverse=True)
