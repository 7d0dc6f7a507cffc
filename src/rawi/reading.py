"""Read one article: the whole flow, on one screen.

1. text        title and paragraphs become one text; everything found points into it
2. words       the text is folded, cut into sentences and words, clitics split
3. dates       expressions of day, month and year, resolved from the day of publication
4. actors      people, states, bodies and groups, known or not; mentions joined
5. clauses     each sentence's verbs with who stands where
6. attribution on whose word each clause stands
7. events      acts of PLOVER's sixteen categories, with status, date, place
8. record      all of it, frozen
"""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

import msgspec

from rawi import dates as dates_package
from rawi.actors import coreference
from rawi.actors.cast import Cast
from rawi.actors.found import Found
from rawi.actors.gazetteer import gazetteer
from rawi.actors.romanize import romanize
from rawi.actors.scan import Scanner
from rawi.actors.titles import title_book
from rawi.arabic.letters import Folded, fold, fold_keeping_offsets
from rawi.arabic.sentences import Sentence, sentences
from rawi.arabic.words import Token, tokens
from rawi.attribution.chains import Attribution, Attributor
from rawi.attribution.lexicon import reporting
from rawi.clauses.asides import asides
from rawi.clauses.clause import Clause
from rawi.clauses.cut import Cutter
from rawi.clauses.parse import parse
from rawi.clauses.people import Resolver
from rawi.clauses.units import Unit
from rawi.events.draft import Draft
from rawi.events.find import EventReader, as_status
from rawi.events.summary import summarize
from rawi.events.trace import Trace
from rawi.events.when import Calendar, DateWords
from rawi.lore import load
from rawi.lore.cache import compiled
from rawi.model import Actor, Article, DateMention, Event, Mention, Record, Span, Trigger

_SOME_DAY = datetime.date(2000, 6, 15)  # from which relative dates are found, though not told, where publication is unknown


class Places(NamedTuple):
    """Where each word begins and ends in the text as published."""

    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The half-open span of the text that the words from ``first`` up to ``last`` (not in it) take."""
        return self.starts[first], self.ends[last - 1]


@dataclass(slots=True)
class ReadSentence:
    """One sentence as it was understood; kept for whoever explains."""

    span: Sentence
    units: list[Unit]
    clauses: list[Clause]
    attributions: dict[int, Attribution]


@dataclass(slots=True)
class Reading:
    """Everything that was worked out on the way to a record."""

    record: Record
    tokens: list[Token]
    folded: Folded
    found: list[Found]
    cast: Cast
    sentences: list[ReadSentence] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    all_drafts: list[Draft] = field(default_factory=list)


def read(article: Article) -> Record:
    """The record of one article. Never raises for what the text says; what could not be read is in ``warnings``."""
    return read_closely(article).record


def read_closely(article: Article, trace: Trace | None = None) -> Reading:
    """The record together with the steps that led to it; ``trace`` also collects what was tried in vain."""
    text = text_of(article)
    folded = fold_keeping_offsets(text)
    words = tokens(folded, text)
    home = country_of_outlet(article)
    dates = dates_package.find_folded(text, folded, article.published, home)
    day = article.published[:10] if article.published else None
    date_words = _date_words(words, folded, dates, text, day)
    dated, aside = [date_words.says_when(word.index) for word in words], asides(words)
    blocked = [says_when or number in aside for number, says_when in enumerate(dated)] if aside else dated

    places = Places([folded.offsets[word.start] for word in words], [folded.offsets[word.end - 1] + 1 for word in words])

    def original(start: int, end: int) -> str:
        first, last = folded.span(start, end)
        return text[first:last]

    found = Scanner(words, original, blocked).scan()
    cast = Cast(day, home)
    title_end = bisect.bisect_left(places.starts, len(article.title or ""))
    spans = [(span, bisect.bisect_left(places.starts, span.start), bisect.bisect_left(places.starts, span.end)) for span in sentences(text)]
    sentence_of = [0] * (len(words) + 1)
    for number, (_, first, last) in enumerate(spans):
        sentence_of[first:last] = [number] * (last - first)
    quotes = frozenset(t.index for t in words if t.word.form in ('"', "(", ")"))
    partners = frozenset(t.index + 1 for t in words if t.word.form in title_book().with_whom)
    coreference.join(cast, found, title_end, quotes, partners, sentence_of)
    resolver = Resolver(words, cast, found)
    attributor = Attributor(words, cast, resolver, original, article.outlet)
    events = EventReader(words, cast, resolver, attributor, Calendar(words, dates, date_words, article.published), trace)
    cutter = Cutter(words, found, dated, aside)
    read_sentences = _sentences(spans, words, cutter, title_end, events)
    told = events.events()
    coreference.settle_groups(cast, found)
    record = _record(article, text, places, cast, dates, told)
    return Reading(record, words, folded, found, cast, read_sentences, told, events.drafts)


def text_of(article: Article) -> str:
    """The text that all offsets count in: the title, an empty line, the paragraphs."""
    return f"{article.title or ''}\n\n" + "\n".join(article.paragraphs)


def country_of_outlet(article: Article) -> str | None:
    """The outlet's country, where the knowledge holds the outlet."""
    if not article.outlet:
        return None
    names = gazetteer()
    node = names.tree
    for word in fold(article.outlet).split():
        node = node.get(word, {})
    for number in node.get("", ()):
        if names.entities[number].kind == "outlet":
            country: str | None = names.entities[number].country
            return country
    return None


def _date_words(words: Sequence[Token], folded: Folded, dates: Sequence[DateMention], text: str, day: str | None) -> DateWords:
    """Which words say when."""
    of_word = [-1] * len(words)
    for number, word in _words_within([(d.start, d.end) for d in dates], words, folded):
        of_word[word] = number
    same = dates_package.find_same_day(text, folded)
    same_day = frozenset(word for _, word in _words_within([(m.start, m.end) for m in same], words, folded))
    periods = dates_package.find_periods(text, datetime.date.fromisoformat(day) if day else None, folded)
    of_period = {word: periods[number] for number, word in _words_within([(p.start, p.end) for p in periods], words, folded)}
    supposed = dates_package.find_folded(text, folded, _SOME_DAY) if day is None else ()
    untold = frozenset(word for _, word in _words_within([(d.start, d.end) for d in supposed], words, folded))
    return DateWords(of_word, same_day, of_period, untold)


def _words_within(spans: Sequence[tuple[int, int]], words: Sequence[Token], folded: Folded) -> Iterator[tuple[int, int]]:
    """The number of each span with each word inside it; spans are in text order and of the original text."""
    at = 0
    for number, (start, end) in enumerate(spans):
        at = bisect.bisect_right(words, start, lo=at, key=lambda t: folded.span(t.start, t.end)[1])
        while at < len(words) and folded.span(words[at].start, words[at].end)[0] < end:
            yield number, words[at].index
            at += 1


def _sentences(spans: list[tuple[Sentence, int, int]], words: list[Token], cutter: Cutter, title_end: int, events: EventReader) -> list[ReadSentence]:
    """Read every sentence of the body, then the title, which presupposes it."""
    speech = reporting().speech
    ordered = [s for s in spans if s[1] >= title_end] + [s for s in spans if s[1] < title_end]
    done: list[ReadSentence] = []
    quotes, paragraph = 0, -1
    for number, (span, first, last) in enumerate(ordered):
        if span.paragraph != paragraph:
            quotes, paragraph = 0, span.paragraph
        units = cutter.cut(first, last)
        clauses = parse(units, speech)
        attributions = events.sentence(clauses, number, first < title_end, quotes % 2 == 1)
        quotes += sum(1 for t in words[first:last] if t.word.form == '"')
        done.append(ReadSentence(span, units, clauses, attributions))
    return done


# --- the record ----------------------------------------------------------------------------------------------------------------


def _record(
    article: Article,
    text: str,
    places: Places,
    cast: Cast,
    dates: Sequence[DateMention],
    drafts: Sequence[Draft],
) -> Record:
    names = gazetteer()
    used = {a for d in drafts for a in (*d.actors, *d.recipients, *d.sources)}
    listed = [i for i, a in enumerate(cast.actors) if a.mentions or i in used]
    ids = {index: f"a{place}" for place, index in enumerate(listed, 1)}
    actors = {index: _actor(index, ids[index], cast, places) for index in listed}
    events = tuple(_event(d, ids, actors, text, places, names.latin_states) for d in drafts)
    warnings = list(article.warnings)
    if article.published is None:
        warnings.append("no time of publication: relative dates were not resolved")
    warnings += [f"date «{d.text}»: {d.note}" for d in dates if d.note]
    return Record(
        id=article.id,
        article=article,
        text=text,
        actors=tuple(actors.values()),
        dates=_each_once(dates),
        events=events,
        warnings=tuple(warnings),
        knowledge=_knowledge(),
    )


@cache
def _knowledge() -> str:
    """The version of the knowledge, from the cache: to work it out takes every file."""
    version: str = compiled("version", load.version)
    return version


def _each_once(dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """One entry for each expression and value, with the places where it stands again."""
    first: dict[tuple[str, str], DateMention] = {}
    again: dict[tuple[str, str], list[Span]] = {}
    for date in dates:
        key = (fold(date.text), date.value)
        if key in first:
            again.setdefault(key, []).append(Span(start=date.start, end=date.end))
        else:
            first[key] = date
    return tuple(msgspec.structs.replace(date, again=tuple(again[key])) if key in again else date for key, date in first.items())


def _actor(index: int, ident: str, cast: Cast, places: Places) -> Actor:
    entry = cast.actors[index]
    mentions = []
    for mention in sorted(entry.mentions, key=lambda m: m.first):
        start, end = places.span(mention.first, mention.last)
        mentions.append(Mention(start=start, end=end, by=mention.by))
    return Actor(
        id=ident, kind=entry.kind, name=entry.name, latin=entry.latin or romanize(entry.name, entry.kind == "person"), country=entry.country,
        sector=entry.sector, role=entry.role, known_as=entry.known_as, mentions=tuple(mentions),
    )  # fmt: skip


def _event(draft: Draft, ids: dict[int, str], actors: dict[int, Actor], text: str, places: Places, countries: dict[str, str]) -> Event:
    start, end = places.span(draft.first, draft.last)
    at, at_end = places.span(draft.at, draft.at_end)
    status = as_status(draft.status)
    return Event(
        type=draft.category, mode=draft.mode, contexts=draft.contexts,
        actors=tuple(ids[a] for a in draft.actors), recipients=tuple(ids[a] for a in draft.recipients),
        date=draft.date, place=draft.place, status=status, sources=tuple(ids[a] for a in draft.sources),
        start=start, end=end, evidence=text[start:end], trigger=Trigger(start=at, end=at_end), rule=draft.trigger.rule,
        summary=summarize(draft.category, draft.mode, [actors[a] for a in draft.actors], [actors[a] for a in draft.recipients], status, countries),
        date_from=draft.date_from, score=draft.score,
    )  # fmt: skip
