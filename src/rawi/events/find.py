"""The events of an article: fire the triggers of every clause, then status, sources, date and place, then join repetitions."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import Cast
from rawi.actors.titles import title_book
from rawi.arabic.words import Token
from rawi.attribution.chains import Attribution, Attributor
from rawi.clauses.clause import Clause
from rawi.clauses.people import Resolver
from rawi.events.addressees import Addressees
from rawi.events.confidence import confidence
from rawi.events.contexts import set_contexts
from rawi.events.days import Days
from rawi.events.draft import Draft
from rawi.events.frames import Firing
from rawi.events.merge import merge
from rawi.events.modes import choose_mode
from rawi.events.refusals import refuse
from rawi.events.status import make_future, set_status, status_book
from rawi.events.trace import Trace
from rawi.events.when import Calendar
from rawi.events.where import find_place
from rawi.model import Status

_TWO = 2
_ALREADY = 4  # words from ``سبق`` to ``أن``
_DONE_BY_SAYING = frozenset(("SANCTION", "CONCEDE"))


class EventReader:
    """Reads the events of one article, sentence by sentence."""

    def __init__(
        self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, attributor: Attributor, calendar: Calendar, trace: Trace | None = None
    ) -> None:
        self.tokens, self.cast, self.attributor, self.calendar = tokens, cast, attributor, calendar
        self.days = Days(cast, resolver, calendar)
        self.drafts: list[Draft] = []
        self.firing, self.trace = Firing(tokens, cast, resolver, self.drafts, trace), trace
        self.addressees = Addressees(tokens, cast, resolver, self.drafts)
        self.members: dict[int, list[int]] = {}  # a delegation's named members
        self.membership = title_book().membership

    def sentence(self, clauses: Sequence[Clause], number: int, in_title: bool, begins_in_quote: bool) -> dict[int, Attribution]:
        """Read one sentence's clauses; gives back their attributions, for whoever explains."""
        attributions = self.attributor.sentence(clauses, begins_in_quote)
        background = self._is_background(clauses)
        told_in = [c for c in clauses if attributions[id(c)].is_source or self._tells_of_statement(c)]
        self.calendar.begin(clauses, told_in, in_title)
        self.days.note(clauses, attributions, number, background)
        swallowed: set[int] = set()
        self.firing.reserve(clauses)
        for clause in clauses:
            self._note_members(clause)
            attribution = attributions[id(clause)]
            if attribution.is_source or self._inside(clause, swallowed):
                if self.trace is not None:
                    self.trace.skip(clause, "source" if attribution.is_source else "content")
                continue
            for draft in self.firing.clause(clause, number, in_title):
                self.addressees.complete(draft, clauses)
                self._finish(draft, attribution, background)
                self.drafts.append(draft)
                if draft.kind != "lone noun" and draft.trigger.verbal:
                    swallowed.add(id(clause))
        return attributions

    def _inside(self, clause: Clause, swallowed: set[int]) -> bool:
        """What is asked, promised, refused or alleged is no act of its own."""
        around = clause
        while around.parent is not None:
            if id(around.parent) in swallowed and (around.kind == "content" or self.firing.is_carried(around)):
                return True
            around = around.parent
        return False

    def _recalls(self, draft: Draft) -> bool:
        """``إعادة النظر في الاتفاقيات التي أبرمتها روسيا``: what somebody speaks about, not news."""
        clause, around = draft.clause, draft.clause.parent
        if self._was_before(clause):
            return True
        if clause.kind != "relative" or clause.opener is None or clause.verb is None or around is None or around.verb is None:
            return False
        around_it = [d for d in self.drafts if d.clause is around]
        if draft.trigger.verbal and any(self._speaks_on(draft, d) for d in around_it):
            return False  # ``رفض القرار الذي وصفه بالمخزي``: the same speaker goes on speaking
        told = any(d.trigger.verbal or d.kind == "stance noun" for d in around_it)
        return told and all(r.tense == "perfect" for r in clause.verb.readings)

    def _was_before(self, clause: Clause) -> bool:
        """``سبق أن هاجمت الحركة …``, ``سبق له أن زار``: what was once before."""
        if clause.kind != "content" or clause.opener is None:
            return False
        before = self.tokens[max(0, clause.opener.first - _ALREADY) : clause.opener.first]
        return any(t.word.base in status_book().already for t in before)

    def _speaks_on(self, draft: Draft, before: Draft) -> bool:
        """Whether two acts are one speaker's, by name or through the state that he speaks for."""
        if draft.actors == before.actors:
            return True
        return len(draft.actors) == len(before.actors) == 1 and self._is_own_state(draft.actors[0], before.actors[0])

    def _finish(self, draft: Draft, attribution: Attribution, background: bool) -> None:
        recalled = self._recalls(draft)
        background = background or recalled
        draft.mode = choose_mode(draft, self.tokens, self.firing.book)
        draft.background = background
        refuse(draft, attribution.own[-1:] or tuple(draft.actors), self.cast, self.tokens)
        self._sources(draft, attribution)
        set_status(draft, self.tokens, attribution.denied)
        self.calendar.set_date(draft, background)
        if recalled and draft.date is None and draft.status == "actual":
            draft.status = "historical"
            draft.why["status"] = "what is spoken about, not news"
        if draft.status == "actual" and draft.date_from == "text" and self.calendar.lies_ahead(draft):
            make_future(draft)
        self.calendar.settle_future(draft)
        if draft.category == "AGREE" and "category" in draft.why and draft.sources and draft.sources[-1] in draft.actors:
            draft.sources = draft.sources[:-1]  # ``قال فلان إنه سيرسل أسلحة``: whoever announces what he will do is its actor
        self.calendar.make_historical(draft)
        place = find_place(draft, self.tokens)
        draft.place = place.name if place is not None else self._place_around(draft)
        self._host(draft, place.country if place is not None else None)
        self._drop_own_state(draft)

    def _place_around(self, draft: Draft) -> str | None:
        """``زار بغداد، داعيا إلى …``: what goes on in the same breath is of the same place."""
        clause = draft.clause
        around = clause.parent if clause.kind == "participle" else clause.before if clause.kind == "coordinate" and clause.dropped else None
        if around is None or (draft.category == "AGREE" and draft.status == "future"):
            return None
        place = next((d.place for d in reversed(self.drafts) if d.clause is around and d.place), None)
        if place is not None:
            draft.why["place"] = "the clause that it goes on from"
        return place

    def _host(self, draft: Draft, where: str | None) -> None:
        """A meeting in the country of one party is a visit: the guests are actors, the others recipients; elsewhere a third one is the host."""
        if draft.category == "CONSULT" and draft.mode is None and draft.recipients and draft.trigger.frame.partner:
            draft.mode = "visit"
            draft.why["mode"] = "talks abroad"
        if draft.category == "CONSULT" and draft.mode == "visit" and not draft.recipients:
            self._receive(draft, where)
        if draft.category != "CONSULT" or draft.mode is not None or draft.recipients or len(draft.actors) < 2:
            return
        if len({self.cast.actors[a].country for a in draft.actors} - {None, "IGO"}) > _TWO:
            draft.mode = "multilateral"
            draft.why["mode"] = "more than two countries met"
        if not where or draft.mode is not None:
            return
        hosts = [a for a in draft.actors if self.cast.actors[a].country == where]
        guests = [a for a in draft.actors if self.cast.actors[a].country not in (where, None)]
        if hosts and guests and len(hosts) + len(guests) == len(draft.actors):
            draft.actors, draft.recipients, draft.mode = guests, hosts, "visit"
            draft.why["mode"] = "it was held in the country of one party"
        elif guests and not hosts and len(guests) == len(draft.actors) and len({self.cast.actors[a].country for a in guests}) == _TWO:
            draft.mode = "third-party"
            draft.why["mode"] = "it was held in the country of neither"

    def _receive(self, draft: Draft, where: str | None) -> None:
        """``التقى المبعوث خلال زيارة إلى القاهرة الوزير والأمين العام``: whom a visitor meets there receives him."""
        guests = self.firing.resolver.subject(draft.clause)
        hosts = [a for a in draft.actors if a not in guests]
        at_home = any(self.cast.actors[a].country == where for a in hosts)
        if where and guests and at_home and all(self.cast.actors[a].country != where for a in guests):
            draft.actors, draft.recipients = guests, hosts

    def _drop_own_state(self, draft: Draft) -> None:
        """``أكدت الرئاسة التزامها ببناء سوريا``: one's own state is nobody else."""
        own = {self.cast.actors[a].country for a in draft.actors}
        if len(own) == 1 and None not in own and draft.category != "PROTEST":
            draft.recipients = [r for r in draft.recipients if not (self.cast.actors[r].kind == "state" and self.cast.actors[r].country in own)]

    def _add_members(self, draft: Draft) -> None:
        """A delegation is listed with every member that the text names (coding guide)."""
        for side in (draft.actors, draft.recipients):
            for actor in list(side):
                side += [m for m in self.members.get(actor, ()) if m not in draft.people]

    def _note_members(self, clause: Clause) -> None:
        """``الوفد الذي ضم فلانًا وفلانًا``: who belongs to a delegation."""
        if clause.verb is None:
            return
        lists = any(r.lemma in self.membership for r in clause.verb.readings)
        led = [g for slot in ("برئاسة", "ضمنهم") for g in clause.slots.get(slot, [])]
        if not lists and not led:
            return
        for whole in self.firing.resolver.subject(clause):
            if self.cast.actors[whole].kind == "group":
                groups = (clause.object, *(g for gs in clause.slots.values() for g in gs)) if lists else led
                people = [a for g in groups for a in self.firing.resolver.of_group(g) if self.cast.actors[a].kind == "person"]
                self.members.setdefault(whole, []).extend(p for p in people if p not in self.members.get(whole, ()))
                for member in (self.cast.actors[p] for p in people if self.cast.actors[p].supposed and self.cast.actors[p].known_as is None):
                    member.country = self.cast.actors[whole].country or member.country

    def _sources(self, draft: Draft, attribution: Attribution) -> None:
        """The speaker of a verbal act is its actor, not a source."""
        chain = attribution.own
        if (
            chain
            and len(draft.actors) == 1
            and self._is_own_state(draft.actors[0], chain[-1])
            and _is_said(draft.clause)
            and not _is_told_as_done(draft)
            and (draft.trigger.verbal or (draft.clause.kind == "content" and draft.is_promise))
        ):
            draft.why["actor"] = "who speaks for the state acts for it"
            draft.actors, chain = [chain[-1]], chain[:-1]
        if draft.trigger.verbal and chain and len(draft.actors) >= 1 and chain[-1] in draft.actors:
            chain = tuple(a for a in chain if a not in draft.actors)
        if draft.trigger.verbal and not draft.trigger.frame.partner:
            chain = tuple(a for a in chain if not self.attributor.sources.is_statement(a))
        draft.sources = chain
        if chain and draft.trigger.category in _DONE_BY_SAYING and self._announces_own(draft, chain[-1]):
            chain = chain[:-1]
            draft.sources = chain
        if self._is_reported(draft, attribution):
            chain = (*chain, *[a for a in attribution.content if a not in chain])
            draft.sources = chain
        if chain:
            draft.why["sources"] = " ← ".join(self.cast.actors[a].name for a in chain)

    def _announces_own(self, draft: Draft, speaker: int) -> bool:
        """Announcing that one breaks relations or pardons is the act itself (coding guide)."""
        country = self.cast.actors[speaker].country
        return (
            bool(draft.actors)
            and country is not None
            and all(self.cast.actors[a].country == country for a in draft.actors)
            and self.cast.actors[speaker].sector != "MED"
        )

    def _is_reported(self, draft: Draft, attribution: Attribution) -> bool:
        """``أعلنت الشرطة القبض على …``, ``تحدثت مصادر عن زيارة …``: a noun behind a verb of reporting tells of a fact on the speaker's word.

        What the speaker himself does by saying so is no fact: to announce a state of emergency is to impose it.
        """
        verb = draft.clause.verb
        if verb is None or draft.kind not in ("supported noun", "lone noun") or draft.trigger.verbal or draft.at < verb.first:
            return False
        if self.attributor.kind(draft.clause) in ("", "act") or not attribution.speaker:
            return False
        if draft.kind == "supported noun" and not draft.is_reported:
            return False
        if draft.status == "negated":
            return True
        speaker = attribution.speaker[-1]
        own = any(a in attribution.speaker or self._is_own_state(a, speaker) for a in draft.actors)
        own = own or (draft.category in _DONE_BY_SAYING and self._announces_own(draft, speaker))
        return not own or draft.category in ("ASSAULT", "AID") or draft.mode in ("arrest", "seize", "deport", "release")

    def _tells_of_statement(self, clause: Clause) -> bool:
        """``في بيان صدر اليوم``: the statement's day is that of what it says."""
        return clause.kind == "relative" and clause.head is not None and clause.head.stem in self.attributor.book.carriers

    def _is_own_state(self, actor: int, speaker: int) -> bool:
        state, who = self.cast.actors[actor], self.cast.actors[speaker]
        return state.kind == "state" and who.kind in ("person", "organization") and who.country == state.country and who.sector != "MED"

    def _is_background(self, clauses: Sequence[Clause]) -> bool:
        """``يذكر أن``, ``وكان … قد``: a sentence that recalls what was before."""
        first = next((u for c in clauses for u in c.units), None)
        if first is None:
            return False
        words = {t.word.base for t in self.tokens[max(0, first.first - 1) : first.first + 2]}
        return bool(words & status_book().background)

    def events(self) -> list[Draft]:
        """All events read so far, each once."""
        self.days.share(self.drafts)
        events = merge(self.drafts, self.cast, self.tokens)
        for draft in events:
            if draft.category == "CONSULT":
                self._add_members(draft)
            self.addressees.name_host(draft)
            self.addressees.drop_counts(draft)
            set_contexts(draft, self.tokens, self.cast)
            draft.score = confidence(draft)
        return events


def _is_said(clause: Clause) -> bool:
    """Whether a clause stands in what somebody says."""
    return clause.kind == "content" or any(c.kind == "content" for c in clause.ancestors())


def _is_told_as_done(draft: Draft) -> bool:
    """``كشف فلان أن موسكو عرضت …``: what a speaker's state did before he spoke is not done by his words."""
    verb = draft.clause.verb
    return draft.kind == "verb" and verb is not None and all(r.tense == "perfect" for r in verb.readings)


def as_status(text: str) -> Status:
    """The status as the model's type."""
    match text:
        case "future" | "hypothetical" | "negated" | "historical":
            return text
        case _:
            return "actual"
