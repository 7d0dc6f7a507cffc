"""On whose word each clause stands: a chain of actors, nearest to the article first.

A clause of speech hands its speaker to the clauses that it introduces (``قال فلان إن …``, ``نقلت وكالة كذا عن فلان أن …``, quotes), and to what is
joined to these; a phrase (``وفق …``, ``بحسب …``, ``كما أفاد …``) covers its whole sentence; ``وأضاف`` and its like carry the chain of the statement
before on; a sentence in the outlet's own voice ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from rawi.actors.cast import Cast
from rawi.arabic.words import Token
from rawi.attribution.denials import denier_of_report
from rawi.attribution.sources import Sources
from rawi.clauses.clause import Clause
from rawi.clauses.people import Resolver
from rawi.clauses.units import Unit

Chain = tuple[int, ...]


class Attribution(msgspec.Struct):
    """``own``: the chain for what the clause's verb itself does; ``content``: for what stands in the clauses it introduces."""

    own: Chain = ()
    content: Chain = ()
    speaker: Chain = ()
    is_source: bool = False  # the clause only names a source: ``وفق ما أعلنت الوزارة``
    denied: bool = False
    why: list[str] = []


class Attributor:
    """Walks an article sentence by sentence and keeps who is speaking."""

    def __init__(
        self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, original: Callable[[int, int], str], outlet: str | None = None
    ) -> None:
        self.cast, self.resolver = cast, resolver
        self.sources = Sources(tokens, cast, resolver, original, outlet)
        self.book, self.kind = self.sources.book, self.sources.kind
        self.content: Chain = ()  # the chain of what the last speaker said
        self.outside: dict[int, Chain] = {}  # the chain around a speaker when he was given as a source last
        self.going_on: Chain = ()  # who spoke in the sentence before, so that he can go on
        self.by_main: Chain = ()  # the same, where its main clause said so

    def sentence(self, clauses: Sequence[Clause], begins_in_quote: bool) -> dict[int, Attribution]:
        """The attribution of every clause (by ``id``) of one sentence."""
        found: dict[int, Attribution] = {}
        phrase, behind = self._phrases(clauses, found)
        continued = self._continued(clauses, begins_in_quote)
        for clause in clauses:
            if id(clause) not in found:
                found[id(clause)] = self._clause(clause, found, phrase or continued)
        self._remember(clauses, found, phrase, behind)
        return found

    # --- one clause ---------------------------------------------------------------------------------------------------------

    def _clause(self, clause: Clause, found: dict[int, Attribution], base: Chain) -> Attribution:
        outer = found.get(id(clause.parent)) if clause.parent is not None else None
        if clause.kind == "coordinate" and clause.before is not None and (joined := self._joined(clause, found)) is not None:
            return self._spoken(clause, joined, found)
        if outer is None or clause.parent is None:
            return self._spoken(clause, base, found)
        if (denier := denier_of_report(clause)) is not None:  # ``نفى ما تردد عن …``
            chain = outer.content if denier.verb is not None else outer.own
            return Attribution(chain, chain, denied=True, why=["deny: a report"])
        if clause.kind != "content":
            return self._spoken(clause, outer.content if self.sources.is_reported_on(clause) else outer.own, found)
        before = clause.before
        if before is not None and before.kind == "content" and clause.subject and clause.contents and self.kind(clause) not in ("", "act"):
            return self._spoken(clause, outer.own, found)  # ``قال مصدر إن …، وأكد مسؤول أن …``: somebody else speaks
        if said_by := self.sources.said_by(clause):
            self.sources.cite(said_by)
            return self._spoken(clause, _chain(outer.own, said_by), found)
        if clause.parent.verb is None and self._is_dateline(outer, clause):
            return self._spoken(clause, outer.own, found)
        return self._spoken(clause, outer.content, found, denied=outer.denied)

    def _joined(self, clause: Clause, found: dict[int, Attribution]) -> Chain | None:
        """``قال إن فلانا زار …، كما التقى …``: what is joined to the content is content too, unless it tells who speaks."""
        before = clause.before
        if before is None or before.kind != "content" or id(before) not in found or clause.parent is not before.parent:
            return None
        speaks = self.kind(clause) not in ("", "act") and clause.contents
        return None if speaks else found[id(before)].own

    def _is_dateline(self, outer: Attribution, clause: Clause) -> bool:
        """``الجزائر: الرئيس يستقيل``: a state before a colon says where, unless it speaks of itself."""
        if not outer.speaker or any(self.cast.actors[a].kind != "state" for a in outer.speaker):
            return False
        own = clause.verb is not None and any(r.person == 1 for r in clause.verb.readings)
        return not own and not clause.quoted

    def _spoken(self, clause: Clause, base: Chain, found: dict[int, Attribution], denied: bool = False) -> Attribution:
        kind = self.kind(clause)
        if not kind and clause.verb is not None:
            return Attribution(base, base, (), denied=denied)
        speakers = self._speakers(clause) if clause.contents else self.sources.speakers(clause)
        if not speakers and clause.dropped and clause.contents and kind != "act":
            speakers = self._gone_on_with(clause, found)
        outlets = [a for a in self.sources.outlets(clause, speakers) if a not in base] if kind else []
        links = self.sources.further(clause) if kind or clause.verb is None else ()
        own = base if links else (*base, *outlets)
        passing_on = [s for s in speakers if not (self.sources.is_own(s) or (links and kind == "learn"))]
        content = _chain(base, passing_on, outlets, links) if links else _chain(own, passing_on)
        why = [f"{kind or 'topic'}: {clause.verb.stem if clause.verb else ''}"]
        speaker = links or tuple(speakers)
        if clause.contents and kind:
            self._cite(content, speaker)
            self.sources.note_statement(clause, speaker)
            if links:
                self.resolver.voices[id(clause)] = list(links)
        return Attribution(own, content, speaker, denied=denied or (kind == "deny" and clause.verb is not None and not clause.verb.negated), why=why)

    def _gone_on_with(self, clause: Clause, found: dict[int, Attribution]) -> list[int]:
        """``أضاف الموقع أن …، مشيرا إلى أن …``: whoever the clause names by a description only, that another goes on from."""
        origins = (found.get(id(c)) for c in (clause.before, clause.parent) if c is not None)
        return next((list(o.speaker) for o in origins if o is not None and o.speaker), [])

    def _speakers(self, clause: Clause) -> list[int]:
        """Who speaks; ``وأضاف أن`` goes on for whoever made the last statement, also where somebody else acted since."""
        goes_on = clause.kind == "main" and clause.dropped and self.kind(clause) == "add"
        return self.sources.stated if goes_on and self.resolver.could_do(clause, self.sources.stated) else self.sources.speakers(clause)

    def _cite(self, chain: Chain, speakers: Sequence[int]) -> None:
        self.sources.cite(chain)
        for speaker in speakers:
            self.outside[speaker] = tuple(a for a in chain if a not in speakers)

    # --- phrases and continuation ------------------------------------------------------------------------------------------

    def _phrases(self, clauses: Sequence[Clause], found: dict[int, Attribution]) -> tuple[Chain, Chain]:
        """The chain that ``وفق``, ``بحسب``, ``كما أفاد`` and their like give to the whole sentence, and its last link."""
        chain: list[int] = []
        last: list[int] = []
        for number, clause in enumerate(clauses):
            beside = (self.book.passed_on, self.book.spoken_by) if not self.kind(clause) else ()
            for group in (g for slot in ("source", *beside) for g in clause.slots.get(slot, [])):
                if self.sources.is_carrier(group[0]):
                    last = self._carried(group, clauses[number + 1 : number + 2], found, clause)
                else:
                    last = self.sources.of_phrase(group, clause)
                    chain += self.sources.told_by_phrase(group, clause) if last else []
                chain += last
            if self._names_source(clause):
                speakers = self.sources.speakers(clause)
                if clause.dropped and not clause.slots:
                    speakers = [s for s in speakers if s in self.sources.cited]  # ``قتل خمسة، حسبما أفادت``: not who was told of before
                self.sources.note_statement(clause, speakers)
                last = [*self.sources.further(clause)] or speakers
                chain += [*self.sources.outlets(clause, speakers), *speakers, *last]
                found[id(clause)] = Attribution(is_source=True)
            elif self._prints_statement(clause):
                printed_by = [a for a in self.sources.speakers(clause) if self.sources.is_outlet(a) or self.sources.publishes(a, clause)]
                printed_by += self.sources.outlets(clause, printed_by)  # ``في تصريح أدلى به لوكالة كذا``
                if not printed_by and clause.head is not None and clause.head.stem in self.book.items:
                    continue  # ``اتصال أجراه مع فلان`` is an act
                chain += [*printed_by, *self.sources.further(clause)]
                found[id(clause)] = Attribution(is_source=True)
        whole = _chain(a for a in chain if a >= 0)
        self._cite(whole, last)
        return whole, tuple(last)

    def _carried(self, group: Sequence[Unit], following: Sequence[Clause], found: dict[int, Attribution], clause: Clause) -> list[int]:
        """``وفق بيان أصدرته الوزارة``, ``بحسب بيان للجيش``."""
        behind = self.sources.behind_carrier(group[0], clause)
        for after in following:
            if after.verb is not None and after.head is group[-1] and (actors := self.resolver.of_group(after.subject)):
                found[id(after)] = Attribution(is_source=True)
                self.sources.makers = actors
                return [*actors, *[b for b in behind if b not in actors and self.cast.actors[b].kind != "group"]]
        return behind

    def _names_source(self, clause: Clause) -> bool:
        opener = clause.opener
        if opener is None or clause.verb is None:
            return False
        if opener.slot == "source" or opener.stem in self.book.openers:
            return True
        if opener.stem not in self.book.asides or clause.dropped or self.kind(clause) not in ("say", "carry", "add", "claim"):
            return False
        if opener.function == "relative" and (opener.slot != self.book.aside_slot or clause.head is not None):
            return False
        return not clause.contents and not clause.object and not any(s in clause.slots for s in self.book.topic_slots)

    def _prints_statement(self, clause: Clause) -> bool:
        """``في بيان نشرته وكالة كذا``, ``البيان الذي بثته وكالة كذا``, ``في تصريح أدلى به لوكالة كذا``."""
        if clause.verb is None or clause.head is None or clause.kind != "relative" or clause.contents:
            return False
        if not (self.sources.is_carrier(clause.head) or clause.head.stem in self.book.items):
            return False
        return clause.by_relative or bool(self.sources.outlets(clause, ()))

    def _continued(self, clauses: Sequence[Clause], begins_in_quote: bool) -> Chain:
        """The chain that the sentence goes on with: none where the outlet speaks for itself again."""
        main = next((c for c in clauses if c.verb is not None), None)
        if begins_in_quote:
            return self.content
        if main is None or main.kind not in ("main", "coordinate") or not self.kind(main):
            return ()
        speakers = self._speakers(main)
        if not speakers or not set(speakers) <= self.outside.keys():
            return ()
        named = bool(main.subject) and any(f.by == "name" for f in main.subject[0].found)
        if named and not set(speakers) <= set(self.by_main if self.kind(main) == "act" else self.going_on):
            return ()
        return self.outside[speakers[0]]

    def _remember(self, clauses: Sequence[Clause], found: dict[int, Attribution], phrase: Chain, behind: Chain) -> None:
        self.going_on = self.by_main = behind
        stated: Sequence[int] = behind
        self.content = phrase
        for clause in clauses:
            here = found[id(clause)]
            if clause.kind in ("main", "coordinate") and here.speaker and not here.is_source:
                self.content, self.going_on = here.content, here.speaker
                self.by_main = here.speaker if clause.opener is None else self.by_main
                self.resolver.last_speaker = list(here.speaker)
                stated = here.speaker
                self.outside.update((s, tuple(a for a in here.content if a not in here.speaker)) for s in here.speaker)
        if stated:
            self.sources.stated = list(stated)
        main = clauses[0]
        if main.verb is not None and not found[id(main)].speaker and not found[id(main)].is_source:
            subjects = self.resolver.subject(main)
            if subjects:
                self.resolver.last_speaker = subjects
            if main.kind == "main" and not phrase:
                self.content = ()


def _chain(*links: Iterable[int]) -> Chain:
    """Links joined to one chain, each source once."""
    return tuple(dict.fromkeys(link for part in links for link in part))
