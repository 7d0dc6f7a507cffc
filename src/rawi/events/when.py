"""Date and place of each act, by clause.

A date belongs to the clause it stands in; a clause without one takes the date of the clause of speech around it, or of the clause that it goes
on from. News without a date is of the day of publication; background without a date has none. The record says which it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rawi.actors.found import Found
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.units import DATE, MARK, NOUN, Unit
from rawi.events.draft import Draft
from rawi.events.status import status_book
from rawi.model import DateMention

_MONTH = 31
_NEWS = 7  # days within which a date is the news' own


class Calendar:
    """The dates of one article, as its clauses use them."""

    def __init__(
        self, tokens: Sequence[Token], dates: Sequence[DateMention], token_dates: Sequence[int], same_day: Sequence[int], published: str | None
    ) -> None:
        self.tokens = tokens
        self.dates, self.token_dates, self.same_day = dates, token_dates, frozenset(same_day)
        self.day = published[:10] if published else None
        self.news: str | None = None  # the day that the lead tells of, else none
        self.last: str | None = None  # the last date given to an event
        self.section: str | None = None  # the date with which a sentence opened: what follows is of that day
        self.source_date: DateMention | None = None

    def find_news(self, lead: Sequence[tuple[int, int]]) -> None:
        """The day of the news: the first recent day that a sentence of the lead names, if it does not look back (``وكان فلان …``)."""
        for first, last in lead:
            if self.tokens[first].word.base in status_book().background:
                continue
            for number in dict.fromkeys(n for n in self.token_dates[first:last] if n >= 0):
                if self._is_news(self.dates[number].value):
                    self.news = self.dates[number].value
                    return

    def _is_news(self, value: str) -> bool:
        return bool(self.day) and len(value) == 10 and value <= (self.day or "") and (_days_apart(value, self.day or "") or 0) <= _NEWS

    def of_clause(self, clause: Clause, at: int | None = None) -> DateMention | None:
        """The date in a clause; the one nearest after ``at`` where there are several."""
        units = [u for u in clause.units if u.kind == DATE and not self._since(clause, u) and not self._of_noun(clause, u)]
        if not units:
            return None
        if at is not None and len(units) > 1:
            units.sort(key=lambda u: (u.first < at, abs(u.first - at)))
        return self.dates[self.token_dates[units[0].first]] if self.token_dates[units[0].first] >= 0 else None

    def _since(self, clause: Clause, date: Unit) -> bool:
        """``أول اتصال منذ الإطاحة … في ديسمبر``: a date behind ``منذ`` tells of what was before."""
        for unit in reversed(clause.units[: clause.units.index(date)]):
            if unit.slot == "منذ":
                return True
            if unit.kind != NOUN:
                break
        return date.slot == "منذ"

    def _of_noun(self, clause: Clause, date: Unit) -> bool:
        """``الاتفاقية الموقعة عام 2001``, ``رواتب شهري آذار ونيسان``: a date right behind a participle, or a month or year in the genitive."""
        place = clause.units.index(date)
        before = clause.units[place - 1] if place else None
        if before is None or before.kind != NOUN or self.token_dates[date.first] < 0:
            return False
        last = self.tokens[before.last - 1].word
        if (
            last.article
            and before.last - before.first > 1
            and not last.verbs
            and any(v.tense == "participle" for v in lexicon().verb_readings(last.stem))
        ):
            return last.stem not in ("ماضي", "مقبل", "جاري", "حالي")
        coarse = len(self.dates[self.token_dates[date.first]].value.split("/")[0]) <= 7
        return (
            coarse and not date.slot and not before.definite and before.head is None and not last.article and last.stem in clause_book().told_by_date
        )

    def begin(self, clauses: Sequence[Clause], told_in: Sequence[Clause]) -> None:
        """Note a sentence's dates: one that it opens with holds for what follows; ``told_in`` are clauses that only name a source."""
        self.source_date = next((d for c in told_in if (d := self.of_clause(c)) is not None), None)
        opening = next((u for c in clauses for u in c.units if u.kind != MARK), None)
        if opening is not None and opening.kind == DATE and self.token_dates[opening.first] >= 0:
            self.section = self.dates[self.token_dates[opening.first]].value
        elif any(u.kind == DATE for c in clauses for u in c.units):
            self.section = None

    def set_date(self, draft: Draft, background: bool) -> None:
        """Set the draft's date and where it was taken from."""
        clause = draft.clause
        found = self.of_clause(clause, draft.at)
        if found is not None and draft.trigger.verbal and not self._is_news(found.value) and self._in_content(draft):
            found = None  # ``تعهد بإجراء انتخابات في يوليو``: the day is of what is promised
        if found is None and (span := _period(clause, self.tokens)) is not None:
            draft.date = _month_of_week(self.day, span) if span != "lately" else None
            draft.date_from = "text" if draft.date else None
            return
        if found is None and self._same_day(clause):
            draft.date, draft.date_from = self.last, "context"
            return
        if found is None:
            found = self._from_around(clause)
        if found is not None:
            draft.date, draft.date_from = found.value, "text"
            draft.why["date"] = f"«{found.text}»"
        elif self.source_date is not None:
            draft.date, draft.date_from = self.source_date.value, "text"
        elif background or _is_habit(clause):
            draft.date, draft.date_from = None, None
        elif self.section is not None:
            draft.date, draft.date_from = self.section, "context"
        elif self.news is not None:
            draft.date, draft.date_from = self.news, "context"
        else:
            draft.date, draft.date_from = self.day, "published" if self.day else None
        self.last = draft.date or self.last

    def _same_day(self, clause: Clause) -> bool:
        return any(self.same_day & set(range(u.first, u.last)) for u in clause.units)

    def _from_around(self, clause: Clause) -> DateMention | None:
        """From the clause of speech that introduces it, the clause that it goes on from, or the relative clause's own noun."""
        seen = 0
        around: Clause | None = clause
        while around is not None and seen < 5:
            around = around.before if around.before is not None and around.kind != "circumstance" else around.parent
            seen += 1
            if around is not None and (found := self.of_clause(around)) is not None:
                return found
        return None

    def _in_content(self, draft: Draft) -> bool:
        """Whether the only dates of an act of speech stand behind what is said, asked or promised."""
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
        return bool(self.day and draft.date) and (draft.date or "")[: len(self.day or "")] > (self.day or "")[: len((draft.date or "").split("/")[0])]

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
            announced = self._from_around(draft.clause)
            draft.status = "actual"
            draft.date = announced.value if announced is not None else (self.news or self.day)
            draft.date_from = "text" if announced is not None else "published"
        elif draft.date_from in ("published", "context"):
            draft.date, draft.date_from = None, None


_WEEK = frozenset(("اسبوع", "الاسبوع"))


def _period(clause: Clause, tokens: Sequence[Token]) -> str | None:
    """``الأسبوع الماضي`` (past), ``هذا الأسبوع`` (now), ``الأسبوع المقبل`` (next), ``الأيام الأخيرة`` (lately), else ``None``."""
    if not clause.units:
        return None
    words, book = [t.word.base for t in tokens[clause.units[0].first : clause.units[-1].last]], clause_book()
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in _WEEK:
            if after == "الماضي":
                return "past"
            if after in ("المقبل", "القادم"):
                return "next"
            if after in ("الجاري", "الحالي") or (place and words[place - 1] == "هذا"):
                return "now"
        if word in book.spans and (after in book.lately or (place + 2 < len(words) and words[place + 2] in book.lately)):
            return "lately"
    return None


def _month_of_week(day: str | None, which: str) -> str | None:
    """A week is dated by its month (coding guide's README): that of the day a week before, on or after ``day``."""
    if day is None or len(day) < 10:
        return None
    shift = {"past": -7, "now": 0, "next": 7}[which]
    return (dt.date.fromisoformat(day) + dt.timedelta(shift)).isoformat()[:7]


def _is_habit(clause: Clause) -> bool:
    """``التي تتهمها السلطات``: an imperfect in a relative clause tells of no day."""
    verb = clause.verb
    return clause.kind == "relative" and verb is not None and all(r.tense == "imperfect" and not r.future for r in verb.readings)


def belongs_to_verb(unit: Unit, clause: Clause) -> bool:
    """``الوضع في سوريا``: a phrase right after a common noun belongs to it, not to the verb."""
    if unit not in clause.units:
        return True
    at = clause.units.index(unit)
    before = clause.units[at - 1] if at else None
    return before is None or before.kind != NOUN or before.head is not None or bool(before.pronoun) or bool(before.found)


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


def find_place(draft: Draft) -> Found | None:
    """Where it happened: a city or country under ``في`` or ``ب`` in the clause, else the city that a visit goes to."""
    for slot in ("في", "ب"):
        for group in draft.clause.slots.get(slot, []):
            for unit in group if belongs_to_verb(group[0], draft.clause) else ():
                if (place := next((m for m in unit.found if m.kind in ("place", "state")), None)) is not None:
                    return place
    if draft.category == "CONSULT" and draft.mode == "visit":
        for unit in draft.clause.units:
            if unit.kind == NOUN and unit.head is not None and unit.head.kind == "place" and unit.slot in ("", "إلى", "ل"):
                return unit.head
    return None
