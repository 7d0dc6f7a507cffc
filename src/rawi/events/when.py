"""Date of each act, by clause.

A date belongs to the clause it stands in; a clause without one takes the date of the clause of speech around it, or of the clause that it goes
on from. News without a date is of the day of publication, unless :mod:`rawi.events.days` knows better; background, standing positions, and what
did not happen or only may happen have no day unless the text names it (coding guide, 2). The record says which it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import DATE, MARK, NOUN, Unit
from rawi.dates import Period
from rawi.events.dayless import goes_on, is_dayless
from rawi.events.draft import Draft
from rawi.model import DateFrom, DateMention

_MONTH = 31
_NEWS = 7  # days within which a date is the news' own
_JUST_TOLD = 3  # sentences: ``في اليوم نفسه`` is the day that one of them told
_PAIR = 2
_FAR = 5  # words between a week and a date behind it that belongs to another act


class DateWords(NamedTuple):
    """Which words say when: for each word the number of its date or -1; those of "on the same day"; those of a week or other period.

    ``untold`` are those of days that only publication would tell, where nobody knows when that was.
    """

    dates: Sequence[int]
    same_day: frozenset[int]
    periods: dict[int, Period]
    untold: frozenset[int] = frozenset()

    def says_when(self, word: int) -> bool:
        """Whether a word is part of any of these."""
        return self.dates[word] >= 0 or word in self.same_day or word in self.periods or word in self.untold


class Calendar:
    """The dates of one article, as its clauses use them."""

    def __init__(self, tokens: Sequence[Token], dates: Sequence[DateMention], words: DateWords, published: str | None) -> None:
        self.tokens, self.dates, self.words = tokens, dates, words
        self.token_dates = words.dates
        self.day = published[:10] if published else None
        self.last: str | None = None  # the last date that the text told before the act
        self.since_last = 0  # sentences since then
        self.told: str | None = None  # that of the sentence being read
        self.clauses: Sequence[Clause] = ()  # those of the sentence being read
        self.section: str | None = None  # the date with which a sentence opened: what follows is of that day
        self.opens_with_day = False
        self.source_date: DateMention | None = None
        self.given: dict[int, tuple[str | None, DateFrom | None]] = {}  # by the clause's id, the date of the first act in it

    def is_news(self, value: str | None) -> bool:
        """Whether a date is a day of the week up to publication."""
        if not self.day or value is None or len(value) != 10 or value > self.day:
            return False
        return (_days_apart(value, self.day) or 0) <= _NEWS

    def of_clause(self, clause: Clause, at: int | None = None) -> DateMention | None:
        """The date in a clause; the one nearest after ``at`` where there are several."""
        units = [u for u in clause.units if u.kind == DATE and self._is_date(u) and not self._since(clause, u) and not self._of_noun(clause, u)]
        if not units:
            return None
        if at is not None and len(units) > 1:
            units.sort(key=lambda u: (u.first < at, abs(u.first - at)))
        return self._date(units[0])

    def _is_date(self, unit: Unit) -> bool:
        return unit.kind == DATE and self._date(unit) is not None

    def _date(self, unit: Unit) -> DateMention | None:
        """The date that a unit holds: ``في وقت سابق هذا الشهر`` is one unit."""
        number = next((n for n in self.token_dates[unit.first : unit.last] if n >= 0), -1)
        return self.dates[number] if number >= 0 else None

    def _since(self, clause: Clause, date: Unit) -> bool:
        """``أول اتصال منذ الإطاحة … في ديسمبر``: a date behind ``منذ`` tells of what was before."""
        for unit in reversed(clause.units[: clause.units.index(date)]):
            if unit.slot in clause_book().since_slots:
                return True
            if unit.kind != NOUN:
                break
        return date.slot in clause_book().since_slots

    def _of_noun(self, clause: Clause, date: Unit) -> bool:
        """``الاتفاقية الموقعة عام 2001``, ``رواتب شهري آذار ونيسان``: a date right behind a participle, or a month or year in the genitive."""
        place = clause.units.index(date)
        before = clause.units[place - 1] if place else None
        told = self._date(date)
        if before is None or before.kind != NOUN or told is None:
            return False
        last = self.tokens[before.last - 1].word
        if (
            last.article
            and self._is_described(before)
            and not last.verbs
            and any(v.tense == "participle" for v in lexicon().verb_readings(last.stem))
        ):
            return last.stem not in clause_book().which_one
        coarse = len(told.value.split("/")[0]) <= 7
        return (
            coarse and not date.slot and not before.definite and before.head is None and not last.article and last.stem in clause_book().told_by_date
        )

    def _is_described(self, phrase: Unit) -> bool:
        """``الاتفاقية الموقعة``, ``اتفاق باريس الموقع``; but in ``طمأنة المحتجين`` the participle names people."""
        return phrase.last - phrase.first > _PAIR or (phrase.last - phrase.first == _PAIR and self.tokens[phrase.first].word.article)

    def begin(self, clauses: Sequence[Clause], told_in: Sequence[Clause], in_title: bool) -> None:
        """Note a sentence's dates: one that it opens with holds for what follows; ``told_in`` are clauses that only name a source."""
        self.clauses = clauses
        self.source_date = next((d for c in told_in if (d := self.of_clause(c)) is not None), None)
        units = [u for c in clauses for u in c.units if u.kind != MARK]
        values = [date.value for u in units if u.kind == DATE and (date := self._date(u)) is not None]
        if self.told is not None:
            self.last, self.since_last = self.told, 0
        self.since_last += 1
        if in_title or self.since_last > _JUST_TOLD:
            self.last = None
        self.told = values[-1] if values else None
        self.opens_with_day = not in_title and bool(units) and self._is_date(units[0])
        if in_title:
            self.section = None
        elif self.opens_with_day:
            self.section = values[0] if len(values[0]) > 4 else None
        elif values:
            self.section = None
        elif units and units[0].first in self.words.same_day:
            self.section = self.last

    def set_date(self, draft: Draft, background: bool) -> None:
        """Set the draft's date and where it was taken from."""
        self._find_date(draft, background)
        self.given.setdefault(id(draft.clause), (draft.date, draft.date_from))

    def _find_date(self, draft: Draft, background: bool) -> None:
        clause = draft.clause
        at = draft.support.first if draft.support is not None and draft.trigger.verbal else draft.at  # ``أعلنت أمس هدنة تبدأ اليوم``
        found = self.of_clause(clause, at) or self._begun(clause)
        if found is not None and draft.trigger.verbal and not self.is_news(found.value) and self._in_content(draft):
            found = None  # ``تعهد بإجراء انتخابات في يوليو``: the day is of what is promised
        if found is not None and draft.kind == "verb" and self._is_over(draft) and self._is_ahead(found.value):
            found = None  # ``وصلت قوات للمشاركة في التدريب المقرر الشهر المقبل``
        period = self._period(draft, found)
        if period is not None:
            draft.date, draft.date_from = period.value, "text" if period.value else None
            draft.why["date"] = f"«{period.text}»"
            if period.long and not period.ahead and draft.status == "actual" and self._is_over(draft):
                draft.status, draft.why["status"] = "historical", "more than a month before publication"
            return
        if found is None and self._same_day(draft):
            draft.date, draft.date_from = self.last, "context"
            return
        found = found or self._from_within(clause) or self._still_to_go(draft) or self._from_around(draft)
        if found is None and clause.kind == "participle" and id(clause.parent) in self.given:
            draft.date, draft.date_from = self.given[id(clause.parent)]
        elif found is not None:
            draft.date, draft.date_from = found.value, "text"
            self.last, self.since_last = found.value, 0
            draft.why["date"] = f"«{found.text}»"
        elif self.source_date is not None:
            draft.date, draft.date_from, draft.date_of_source = self.source_date.value, "text", True
        elif background or self._told_earlier(draft.clause) or is_dayless(draft, self.tokens):
            draft.date, draft.date_from = None, None
        elif self.section is not None:
            draft.date, draft.date_from = self.section, "context"
        else:
            draft.date, draft.date_from = self.day, "published" if self.day else None

    def _same_day(self, draft: Draft) -> bool:
        if self.last is None or draft.status == "future":
            return False
        return any(self.words.same_day & set(range(u.first, u.last)) for u in draft.clause.units)

    def _period(self, draft: Draft, date: DateMention | None) -> Period | None:
        """``الأسبوع الماضي`` in the act's clause, where no date stands beside it; what is asked for next week is not asked then."""
        periods = self.words.periods
        if not periods:
            return None
        at = next((t for u in draft.clause.units for t in range(u.first, u.last) if t in periods), None)
        if at is None or (periods[at].ahead and draft.trigger.verbal):
            return None
        if date is not None:
            behind = next((u.first for u in draft.clause.units if self._is_date(u) and u.first > at), None)
            if behind is None or periods[at].value is None or behind - at <= _FAR:
                return None
        return periods[at]

    def _told_earlier(self, clause: Clause) -> bool:
        """``وفي وقت سابق، قال البيت الأبيض إن …``: nobody knows on which day it was said."""
        around = clause.parent if clause.kind == "content" else None
        if around is None or not self.words.periods:
            return False
        told = (self.words.periods[t] for u in around.units for t in range(u.first, u.last) if t in self.words.periods)
        return any(p.value is None and not p.ahead for p in told)

    def _begun(self, clause: Clause) -> DateMention | None:
        """``تحتجزهم منذ عام 2015``, ``أغلقت الطريق منذ مساء الخميس``: what goes on is dated by its beginning."""
        verb = clause.verb
        unit = next((u for u in clause.units if self._is_date(u) and u.slot in clause_book().since_slots), None)
        date = self._date(unit) if unit is not None else None
        if verb is None or unit is None or date is None or any(r.future for r in verb.readings):
            return None
        if all(r.tense == "imperfect" for r in verb.readings):
            return date
        first = any(t.word.stem in clause_book().firsts for t in self.tokens[clause.units[0].first : unit.first])
        return date if self.is_news(date.value) and not first else None

    def _from_around(self, draft: Draft) -> DateMention | None:
        """From the clause of speech that introduces it, the clause that it goes on from, or the relative clause's own noun.

        ``تعهد بانتخابات في يوليو المقبل، فيما انتشرت مدرعات``: what took place takes no day that is still to come.
        """
        seen = 0
        around: Clause | None = draft.clause
        while around is not None and seen < 5:
            around = around.before if around.before is not None and around.kind != "circumstance" else around.parent
            seen += 1
            if around is not None and (found := self.of_clause(around)) is not None:
                return None if draft.status == "actual" and self._is_ahead(found.value) else found
        return None

    def _still_to_go(self, draft: Draft) -> DateMention | None:
        """``يغادر الوزير بغداد غدا متوجها إلى عمان``: what somebody does in doing what is still to come has its day."""
        around = draft.clause.parent
        if draft.kind != "participle" or draft.trigger.verbal or around is None or around.verb is None:
            return None
        found = self.of_clause(around) if all(r.tense == "imperfect" for r in around.verb.readings) else None
        return found if found is not None and self._is_ahead(found.value) else None

    def _from_within(self, clause: Clause) -> DateMention | None:
        """``اعتقله رجال يرتدون زيا مدنيا الأحد``: a past day behind an imperfect that only describes is that of the perfect before it."""
        if clause.verb is None or goes_on(clause):
            return None
        behind = next((c for c in self.clauses if c.kind == "relative" and c.opener is None and c.head is not None and c.head in clause.units), None)
        if behind is None or not goes_on(behind):
            return None
        found = self.of_clause(behind)
        return None if found is None or self._is_ahead(found.value) else found

    def _is_over(self, draft: Draft) -> bool:
        verb = draft.clause.verb
        return not draft.trigger.verbal and verb is not None and all(r.tense == "perfect" for r in verb.readings)

    def _is_ahead(self, value: str) -> bool:
        return bool(self.day) and value[: len(self.day or "")] > (self.day or "")[: len(value.split("/")[0])]

    def _in_content(self, draft: Draft) -> bool:
        """Whether the only dates of an act of speech stand behind what is said, asked or promised.

        ``وقعا بروتوكولا حول التدريب في 2015``: what is done in person has no content.
        """
        if draft.trigger.entry.frame in clause_book().done_in_person:
            return False
        units = draft.clause.units
        dates = [u for u in units if u.kind == DATE]
        if any(u.first < draft.at_end for u in dates):
            return False
        for unit in units:
            if unit.first < draft.at_end:
                continue
            if unit.kind == DATE:
                return False
            if unit.kind == NOUN and unit.slot and not unit.pronoun:
                return True
        return False

    def lies_ahead(self, draft: Draft) -> bool:
        """Whether the act's own date begins after the day of publication."""
        return draft.date is not None and self._is_ahead(draft.date)

    def make_historical(self, draft: Draft) -> None:
        """An act dated more than a month before publication is background (coding guide, 4)."""
        if self.day and draft.date and draft.status in ("actual", "negated") and (_days_apart(draft.date, self.day) or 0) > _MONTH:
            draft.status = "historical"
            draft.why["status"] = "more than a month before publication"

    def settle_future(self, draft: Draft) -> None:
        """An act to come that somebody announces is an actual AGREE of the day of the announcement."""
        if draft.category != "AGREE" or draft.status != "future" or "category" not in draft.why:
            return
        if draft.sources:
            draft.status = "actual"
            announced = self._from_around(draft)
            draft.date = announced.value if announced is not None else self.day
            draft.date_from = "text" if announced is not None else "published"
        elif draft.date_from in ("published", "context"):
            draft.date, draft.date_from = None, None


def _days_apart(value: str, day: str) -> int | None:
    """Days from the end of an EDTF value to a day; ``None`` where the value is coarser than a month or lies ahead."""
    end = value.split("/")[-1]
    try:
        if len(end) == 10:
            then = dt.date.fromisoformat(end)
        elif len(end) == 7:
            year, month = int(end[:4]), int(end[5:])
            then = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
        else:
            then = dt.date(int(end[:4]), 12, 31)
        apart = (dt.date.fromisoformat(day[:10]) - then).days
    except ValueError:
        return None
    return apart if apart >= 0 else None
