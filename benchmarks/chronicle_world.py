"""A made-up year of news, always the same for a seed: occurrences, and articles that tell of them, with what was planted remembered.

Every article is given as a record already read, so that adding is measured alone; its text is made of templates and of common words of news.
Planted are:

- occurrences, told by one to many articles: by people or only their states, with the day, the day of publication or the month, with or without
  place and mode, here and there with another number; most articles tell of several;
- wire copies (the same text under another outlet, cut short or with a new title) and rewrites (a seventh of the words replaced, a paragraph added).
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import NamedTuple

from rawi.actors.gazetteer import gazetteer
from rawi.lore import load
from rawi.lore.schema import WordCounts
from rawi.model import Actor, Article, Event, Mention, Record, Trigger

FIRST = dt.date(2024, 1, 1)
_OUTLETS = 150
_PER_DAY = 274  # articles: 100,000 a year
_CATEGORIES = {
    "CONSULT": 38, "SUPPORT": 10, "REQUEST": 10, "ACCUSE": 8, "AGREE": 8, "ASSAULT": 12, "REJECT": 4, "AID": 3, "SANCTION": 3, "COOPERATE": 4,
}  # fmt: skip
_VERBS = {
    "CONSULT": "التقى", "SUPPORT": "أيد", "REQUEST": "دعا إلى", "ACCUSE": "اتهم بسبب", "AGREE": "وافق على", "ASSAULT": "قصف", "REJECT": "رفض",
    "AID": "قدم", "SANCTION": "عاقب", "COOPERATE": "تعاون",
}  # fmt: skip
_MODES = {"CONSULT": ("phone", "visit", None, None)}
_SPOKEN = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "AGREE", "REJECT"))
_PLACED = frozenset(("ASSAULT", "CONSULT"))
_MONTHS = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول")


class Person(NamedTuple):
    """Somebody who acts for a state."""

    name: str
    known_as: str
    country: str


class Happened(NamedTuple):
    """A planted occurrence."""

    number: int
    type: str
    mode: str | None
    day: dt.date
    actor: Person
    recipient: Person
    place: str | None
    content: tuple[str, ...]
    aircraft: int


class Planted(NamedTuple):
    """An article: its record, the planted occurrence of each of its events, the text that it is a copy of (or its own), its rewriting."""

    record: Record
    occurrences: tuple[int, ...]
    text: int


class World:
    """All that happens, and who tells of it."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        names = gazetteer()
        day = FIRST.isoformat()
        people = [
            entity for number, entity in enumerate(names.entities) if entity.kind == "person" and names.in_office(number, day) and entity.country
        ]
        self.people = [Person(p.name, p.known_as, p.country or "") for p in people if p.country in names.states]
        self.weights = [1 / (1 + at) ** 0.7 for at in range(len(self.people))]
        self.random.shuffle(self.people)
        self.states = {code: names.entities[number] for code, number in names.states.items()}
        self.places = sorted({e.name for e in names.entities if e.kind in ("capital", "place")})
        seen = load.language("word_counts", WordCounts).seen
        common = sorted({w for power, forms in seen.items() if 4 <= int(power) <= 12 for w in forms.split() if len(w) > 3})
        self.words = self.random.sample(common, 4000)
        self.outlets = [f"منبر {self.random.choice(self.words)} {at}" for at in range(_OUTLETS)]
        self.recent: list[Happened] = []
        self.count = 0

    def articles(self, number: int) -> Iterator[Planted]:
        """So many articles, in the order of their publication."""
        day, told, text = FIRST, 0, 0
        while told < number:
            self.recent = [h for h in self.recent if (day - h.day).days < 3]
            today: list[Planted] = []
            while len(today) < _PER_DAY:
                text += 1
                today += self._story(day, text)
                text = today[-1].text
            self.random.shuffle(today)
            yield from today[: number - told]
            told += len(today)
            day += dt.timedelta(days=1)

    # --- what happens ----------------------------------------------------------------------------------------------------------

    def _happen(self, day: dt.date) -> Happened:
        rng = self.random
        kind = rng.choices(list(_CATEGORIES), list(_CATEGORIES.values()))[0]
        actor = rng.choices(self.people, self.weights)[0]
        recipient = actor
        while recipient.country == actor.country:
            recipient = rng.choices(self.people, self.weights)[0]
        mode = rng.choice(_MODES.get(kind, (None,)))
        place = rng.choice(self.places) if kind in _PLACED and mode != "phone" else None
        self.count += 1
        content = tuple(rng.sample(self.words, 5))
        return Happened(self.count, kind, mode, day, actor, recipient, place, content, rng.randint(2, 9))

    def _story(self, day: dt.date, text: int) -> list[Planted]:
        """One occurrence of the day with those who tell of it, each in words of its own, and copies of some."""
        rng = self.random
        happened = self._happen(day)
        self.recent.append(happened)
        found: list[Planted] = []
        for _ in range(min(1 + int(rng.expovariate(0.7)), 12)):
            text += 1
            article = self._telling(happened, text)
            found.append(article)
            if rng.random() < 0.22:
                found += [self._copied(article) for _ in range(rng.randint(1, 4))]
            if rng.random() < 0.06:
                found.append(self._rewritten(article))
        return found

    # --- how it is told --------------------------------------------------------------------------------------------------------

    def _telling(self, happened: Happened, text: int) -> Planted:
        rng = self.random
        told = [happened, *rng.sample(self.recent, min(len(self.recent), rng.randint(0, 3)))]
        told = list({h.number: h for h in told}.values())
        later = 0 if rng.random() < 0.8 else 1
        published = max(h.day for h in told) + dt.timedelta(days=later)
        outlet = rng.choice(self.outlets)
        page = _Page(self, f"{text}", outlet, published)
        for h in told:
            page.tell(h)
            page.fill(rng.randint(1, 2))
        while page.length < 1500:
            page.fill(1)
        return Planted(page.record(" ".join((happened.actor.name, *happened.content[:2]))), tuple(h.number for h in told), text)

    def _copied(self, of: Planted) -> Planted:
        """Another outlet's copy: the same events; a new first line, or the last paragraph cut off."""
        rng = self.random
        paragraphs = list(of.record.article.paragraphs)
        if rng.random() < 0.3 and len(paragraphs) > len(of.occurrences) * 2:
            paragraphs = paragraphs[:-1]
        return self._again(of, paragraphs, " ".join(rng.sample(self.words, 6)) if rng.random() < 0.4 else None)

    def _rewritten(self, of: Planted) -> Planted:
        """A light rewrite: words replaced between the events, a paragraph added."""
        rng = self.random
        evidence = {event.evidence for event in of.record.events}
        paragraphs = []
        for paragraph in of.record.article.paragraphs:
            if not any(e in paragraph for e in evidence):
                paragraph = " ".join(rng.choice(self.words) if rng.random() < 0.14 else word for word in paragraph.split())
            paragraphs.append(paragraph)
        return self._again(of, [*paragraphs, " ".join(rng.sample(self.words, 20))], None)

    def _again(self, of: Planted, paragraphs: list[str], title: str | None) -> Planted:
        self.count += 1
        about = of.record.article
        outlet = self.random.choice([o for o in self.outlets if o != about.outlet])
        url = f"https://outlet{self.outlets.index(outlet)}.example/{of.text}/{self.count}"
        article = Article(
            id=f"c{self.count}", title=title or about.title, published=about.published, outlet=outlet, url=url, paragraphs=tuple(paragraphs)
        )
        text = f"{article.title}\n\n" + "\n".join(article.paragraphs)
        events, numbers = [], []
        for event, number in zip(of.record.events, of.occurrences, strict=True):
            start = text.find(event.evidence)
            if start >= 0:
                events.append(_moved(event, start))
                numbers.append(number)
        record = Record(id=article.id, article=article, text=text, actors=of.record.actors, events=tuple(events))
        return Planted(record, tuple(numbers), of.text)


class _Page:
    """An article while it is written."""

    def __init__(self, world: World, ident: str, outlet: str, published: dt.date) -> None:
        self.world, self.rng, self.ident, self.outlet, self.published = world, world.random, ident, outlet, published
        self.paragraphs: list[str] = []
        self.told: list[tuple[int, str, dict[str, object]]] = []
        self.actors: dict[str, Actor] = {}
        self.length = 0

    def fill(self, sentences: int) -> None:
        words = (" ".join(self.rng.sample(self.world.words, self.rng.randint(9, 16))) for _ in range(sentences))
        self._add(". ".join(words) + ".")

    def _add(self, paragraph: str) -> None:
        self.paragraphs.append(paragraph)
        self.length += len(paragraph) + 1

    def tell(self, happened: Happened) -> None:
        """One act, told by people or states, with the day, the day of publication or none, with a source or without."""
        rng = self.rng
        by_people = rng.random() < 0.9
        actor, recipient = (self._party(p, by_people) for p in (happened.actor, happened.recipient))
        content = list(happened.content)
        if rng.random() < 0.5:
            content.remove(rng.choice(content))
        rng.shuffle(content)
        date, date_from = happened.day.isoformat(), rng.choice(("text", "text", "context"))
        when = f"{happened.day.day} {_MONTHS[happened.day.month - 1]}"
        chance = rng.random()
        if chance < 0.05 and (self.published - happened.day).days <= 1:
            date, date_from, when = self.published.isoformat(), "published", ""
        elif chance < 0.06:
            date, when = date[:7], f"في {_MONTHS[happened.day.month - 1]}"
        place = happened.place if rng.random() < 0.9 else None
        mode = happened.mode if rng.random() < 0.9 else None
        count = happened.aircraft + (rng.random() < 0.03)
        source = self._source(happened) if rng.random() < 0.5 else None
        aircraft = f"{count} طائرات" if happened.type == "ASSAULT" else ""
        said_so = (_VERBS[happened.type], actor.name, when, recipient.name, f"في {place}" if place else "", aircraft, *content)
        evidence = " ".join(filter(None, said_so))
        mutual = happened.type in ("CONSULT", "COOPERATE")
        said: dict[str, object] = {
            "type": happened.type, "mode": mode, "contexts": (), "actors": (actor.id, recipient.id) if mutual else (actor.id,),
            "recipients": () if mutual else (recipient.id,), "date": date, "date_from": date_from, "place": place, "status": "actual",
            "sources": (source.id,) if source else (), "evidence": evidence, "rule": f"{happened.type.lower()}/planted",
            "summary": f"{happened.actor.name} {happened.type} {happened.recipient.name}", "score": round(rng.uniform(0.6, 0.95), 2),
        }  # fmt: skip
        self.told.append((len(self.paragraphs), evidence, said))
        self._add(f"{evidence}. " + " ".join(self.rng.sample(self.world.words, 10)) + ".")

    def _party(self, person: Person, by_name: bool) -> Actor:
        key = person.known_as if by_name else f"country/{person.country}"
        if key not in self.actors:
            state = self.world.states[person.country]
            name = person.name if by_name else state.name
            self.actors[key] = Actor(
                id=f"a{len(self.actors) + 1}", kind="person" if by_name else "state", name=name, latin=name, country=person.country, sector="GOV",
                role="الرئيس" if by_name else None, known_as=key, mentions=(Mention(start=0, end=4, by="name"),),
            )  # fmt: skip
        return self.actors[key]

    def _source(self, happened: Happened) -> Actor:
        person = self.rng.choice((happened.actor, happened.recipient))
        key = f"source/{person.country}/{self.rng.randint(1, 2)}"
        if key not in self.actors:
            name = f"وزارة الخارجية {self.world.states[person.country].name} {key[-1]}"
            self.actors[key] = Actor(
                id=f"a{len(self.actors) + 1}", kind="organization", name=name, latin=name, country=person.country, sector="GOV", known_as=key
            )
        return self.actors[key]

    def record(self, title: str) -> Record:
        """The record of the article as it was written."""
        url = f"https://outlet{self.world.outlets.index(self.outlet)}.example/{self.ident}"
        article = Article(
            id=self.ident,
            title=title,
            published=self.published.isoformat(),
            outlet=self.outlet,
            url=url,
            section="سياسة",
            paragraphs=tuple(self.paragraphs),
        )
        text = f"{title}\n\n" + "\n".join(self.paragraphs)
        events = []
        for paragraph, evidence, said in self.told:
            start = text.index(evidence, len(title) + 2 + sum(len(p) + 1 for p in self.paragraphs[:paragraph]))
            end = start + len(evidence)
            events.append(Event(start=start, end=end, trigger=Trigger(start=start, end=start + 4), **said))  # type: ignore[arg-type]
        return Record(id=self.ident, article=article, text=text, actors=tuple(self.actors.values()), events=tuple(events), knowledge="planted")


def _moved(event: Event, start: int) -> Event:
    import msgspec

    return msgspec.structs.replace(event, start=start, end=start + event.end - event.start, trigger=Trigger(start=start, end=start + 4))
