"""One reading, looked at from outside: words as the article writes them, numbers of sentences, names of actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.units import MARK, Unit
from rawi.events.draft import Draft
from rawi.events.trace import Trace
from rawi.reading import Reading, ReadSentence


class View:
    """Answers in the article's own words. ``sentences`` are in the order of the text; numbers count from 1."""

    def __init__(self, reading: Reading, trace: Trace) -> None:
        self.reading, self.trace, self.record = reading, trace, reading.record
        self.tokens: Sequence[Token] = reading.tokens
        self.sentences: list[ReadSentence] = sorted(reading.sentences, key=lambda s: s.span.start)
        self.number_of = {id(s): n for n, s in enumerate(self.sentences, 1)}
        self.home = {id(c): s for s in self.sentences for c in s.clauses}
        self.events = {id(d): n for n, d in enumerate(reading.drafts, 1)}

    def words(self, first: int, last: int) -> str:
        """The tokens ``first`` to ``last`` (half-open) as written."""
        if first >= last:
            return ""
        start, _ = self.reading.folded.span(self.tokens[first].start, self.tokens[first].end)
        _, end = self.reading.folded.span(self.tokens[last - 1].start, self.tokens[last - 1].end)
        return " ".join(self.record.text[start:end].split())

    def unit(self, unit: Unit) -> str:
        return self.words(unit.first, unit.last)

    def units(self, units: Iterable[Unit]) -> tuple[str, ...]:
        return tuple(self.unit(u) for u in units)

    def clause(self, clause: Clause) -> str:
        """A clause's words, without the marks at its edges."""
        units = [u for u in clause.units if u.kind != MARK]
        return self.words(min(u.first for u in units), max(u.last for u in units)) if units else ""

    def verb(self, clause: Clause) -> str:
        return self.unit(clause.verb) if clause.verb is not None else ""

    def names(self, actors: Iterable[int]) -> tuple[str, ...]:
        return tuple(self.reading.cast.actors[a].name for a in actors if a >= 0)

    def sentence(self, clause: Clause) -> int:
        """The number of the sentence that a clause stands in."""
        return self.number_of[id(self.home[id(clause)])]

    def sentence_at(self, start: int) -> int:
        """The number of the sentence at an offset of the text."""
        return next((n for n, s in enumerate(self.sentences, 1) if s.span.start <= start < s.span.end), 0)

    def tokens_of(self, sentence: ReadSentence) -> range:
        """The tokens of a sentence."""
        offset = self.reading.folded.offsets
        inside = [t.index for t in self.tokens if sentence.span.start <= offset[t.start] < sentence.span.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def event_of(self, draft: Draft) -> int:
        """The number of the record's event that a draft is, or was joined to; 0 for none."""
        seen = 0
        while id(draft) not in self.events and draft.joined_to is not None and seen < len(self.reading.all_drafts):
            draft, seen = draft.joined_to, seen + 1
        return self.events.get(id(draft), 0)
