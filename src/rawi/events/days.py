"""Which day news without a date is of: that of publication, or one that the article names for the same people.

``أعلن الوزير أمس …`` and, two sentences on, ``وأكد الوزير …``: a speaker goes on speaking on the day that the text names for him; a deed done to
people of whom a dated deed is told belongs to the same scene. Whoever only reacts (``ودانت الأمم المتحدة الهجوم``) does it on the day of
publication.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rawi.actors.cast import Cast
from rawi.actors.same import org_words
from rawi.attribution.chains import Attribution
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.people import Resolver
from rawi.events.draft import Draft
from rawi.events.scenes import points_back, scene_of
from rawi.events.when import Calendar

_TALKS = ("CONSULT", "COOPERATE")
_ANY = "any mode"
_JUST_TOLD = 2  # sentences back to the act that ``الاجتماع`` or ``ذلك`` means
_SCENES = ("ASSAULT", "COERCE", "PROTEST")  # such deeds, told in one article without another day, are of one scene


class Dated(NamedTuple):
    """Something that the text itself dates: a deed or an act of speech, by ``actors`` and with or to ``others``."""

    value: str
    sentence: int
    actors: frozenset[str]
    others: frozenset[str]
    category: str
    recalled: bool
    mode: str | None = None


class Days:
    """The days that an article names, and for whom."""

    def __init__(self, cast: Cast, resolver: Resolver, calendar: Calendar) -> None:
        self.cast, self.resolver, self.calendar = cast, resolver, calendar
        self.dated: list[Dated] = []
        self.other_days: set[int] = set()  # sentences that go over to another day: ``والثلاثاء، دعا …``
        self.meetings: list[tuple[str, int]] = []  # the day and sentence of ``وعقد الاجتماع أمس``
        self.pointing: list[tuple[str, int]] = []  # and of ``وجاء ذلك في بيان أمس``

    def note(self, clauses: Sequence[Clause], attributions: Mapping[int, Attribution], sentence: int, background: bool) -> None:
        """Note who speaks or does anything on what day in a sentence, whether or not it tells of an act."""
        told = self.calendar.source_date
        if sentence and self.calendar.opens_with_day:
            self.other_days.add(sentence)
        for clause in clauses:
            day = self.calendar.of_clause(clause)
            if day is None and clause.kind == "main":
                day = told
            back = points_back(clause, self.calendar.tokens)
            if day is None and back:
                day = next((d for c in clauses if c.parent is clause and (d := self.calendar.of_clause(c)) is not None), None)
            if day is None or not self.calendar.is_news(day.value):
                continue
            if back:
                self.pointing.append((day.value, sentence))
            elif (scene := scene_of(clause, self.calendar.tokens)) is not None and scene.category == "CONSULT":
                self.meetings.append((day.value, sentence))
            elif scene is not None:
                self.dated.append(Dated(day.value, sentence, scene.words, scene.words, scene.category, False, _ANY))
            elif who := attributions[id(clause)].speaker or self._doers(clause):
                self.dated.append(Dated(day.value, sentence, self._keys(who), frozenset(), "", background))

    def _doers(self, clause: Clause) -> tuple[int, ...]:
        """Who does something in a clause; not whoever suffers it."""
        suffers = clause.verb is None or clause.passive or any(r.lemma in clause_book().suffers for r in clause.verb.readings)
        return () if suffers else tuple(self.resolver.subject(clause))

    def share(self, drafts: Sequence[Draft]) -> None:
        """Give each undated piece of news the day that the text names for its people."""
        for value, sentence in self.meetings:
            self._date_back(value, [d for d in drafts if d.category == "CONSULT" and _is_just_told(d, sentence)][-1:])
        for value, sentence in self.pointing:
            self._date_back(value, [d for d in drafts if d.trigger.verbal and _is_just_told(d, sentence)])
        told = [d for d in drafts if d.date_from in ("text", "context") and not d.date_of_source and self.calendar.is_news(d.date)]
        dated = [*self.dated, *map(self._dated, told)]
        if dated:
            self._spread(drafts, dated)
            met = [d for d in drafts if d.category == "CONSULT" and d.date_from == "context" and d not in told]
            self._spread(drafts, [*map(self._dated, met)])  # who was met on that day speaks on it too

    def _spread(self, drafts: Sequence[Draft], dated: Sequence[Dated]) -> None:
        for draft in drafts:
            if draft.date_from != "published" and not self._takes_its_own(draft):
                continue
            near = min(self._fitting(draft, dated), key=lambda d: _distance(draft, d), default=None)
            if near is not None:
                draft.date, draft.date_from = near.value, "context"
                draft.why["date"] = "the day that the text names for the same people"

    def _date_back(self, value: str, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            if draft.date_from == "published":
                draft.date, draft.date_from = value, "context"
                draft.why["date"] = "the day that the text names for it later"

    def _fitting(self, draft: Draft, dated: Sequence[Dated]) -> Iterator[Dated]:
        """What the text dates and the draft goes on from."""
        announced = draft.category == "AGREE" and "category" in draft.why and draft.sources
        only_told = announced or (draft.trigger.verbal and draft.sources and len(draft.actors) == 1)  # by somebody else, on his day
        speakers = draft.sources if only_told else (*draft.actors, *draft.sources)
        who, people = self._keys(speakers) | self._spoken_for(speakers), self._keys(tuple(draft.people))
        deed = not draft.trigger.verbal and not announced
        for other in dated:
            if other.sentence in self.other_days and _place(draft) < other.sentence:
                continue
            goes_on = who & other.actors and (not other.recalled or 0 <= _place(draft) - other.sentence <= 1)
            if self._takes_its_own(draft):
                goes_on = False
            same_scene = (
                deed and other.category and _goes_with(draft, other) and any(p.startswith("#") for p in people & (other.actors | other.others))
            )
            same_deed = not other.recalled and draft.category == other.category and draft.category in _SCENES and _same_mode(draft, other)
            if goes_on or same_deed or (same_scene and not self._takes_its_own(draft)):
                yield other

    def _takes_its_own(self, draft: Draft) -> bool:
        """``بحسب ما أعلنت المنظمة اليوم``, ``نفت الحركة تورطها في الهجوم``: such an attack is of its own day, where another telling names one."""
        denied = draft.status == "negated" and draft.date is None and self.calendar.tokens[draft.at].word.article
        return draft.category == "ASSAULT" and (draft.date_of_source or denied)

    def _dated(self, draft: Draft) -> Dated:
        actors, others = self._keys(tuple(draft.actors)), self._keys(tuple(draft.recipients))
        if draft.category in _TALKS:
            actors = others = actors | others
        if draft.trigger.verbal:
            return Dated(draft.date or "", _place(draft), actors, frozenset(), "", draft.background)
        return Dated(draft.date or "", _place(draft), actors, others, draft.category, draft.background, draft.mode)

    def _keys(self, actors: Sequence[int]) -> frozenset[str]:
        """What makes two actors one for this purpose: the actor itself, or the state that both act for in its name."""
        keys = set()
        for actor in actors:
            entry = self.cast.actors[actor]
            keys.add(f"#{actor}")
            if entry.country and (entry.kind == "state" or (entry.kind != "person" and entry.sector == "GOV")):
                keys.add(entry.country)
        return frozenset(keys)

    def _spoken_for(self, bodies: Sequence[int]) -> frozenset[str]:
        """Whoever speaks for a body: ``المتحدث باسم البيت الأبيض``."""
        words = [self.cast.actors[b].words for b in bodies if self.cast.actors[b].kind == "organization"]
        people = ((n, org_words(a.role)) for n, a in enumerate(self.cast.actors) if a.kind == "person" and a.role)
        return frozenset(f"#{n}" for n, role in people if any(w and w <= role for w in words))


def _place(draft: Draft) -> int:
    """The draft's sentence; the title is read last and stands first."""
    return -1 if draft.in_title else draft.sentence


def _is_just_told(draft: Draft, sentence: int) -> bool:
    """Whether a sentence that speaks of the act before it can mean this one."""
    return 0 < sentence - _place(draft) <= _JUST_TOLD and draft.sentence < sentence


def _goes_with(draft: Draft, other: Dated) -> bool:
    """Whoever is released was not arrested on that day: ``أفرجت عن الناشط``, ``كانت اعتقلته الأحد``."""
    return draft.category != "RETREAT" or other.category not in _SCENES


def _same_mode(draft: Draft, other: Dated) -> bool:
    return draft.category == "ASSAULT" or other.mode == _ANY or (draft.mode == other.mode and draft.mode is not None)


def _distance(draft: Draft, other: Dated) -> tuple[bool, int, bool]:
    """The same kind of deed first, then the nearest sentence, the one before rather than the one behind."""
    other_kind = draft.trigger.verbal or draft.category != other.category
    return other_kind, abs(_place(draft) - other.sentence), other.sentence > _place(draft)
