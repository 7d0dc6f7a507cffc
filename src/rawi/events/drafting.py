"""Make a draft of a trigger and who fills its slots, or say why there is none."""

from __future__ import annotations

from rawi.clauses.clause import Clause
from rawi.clauses.units import MARK, Unit
from rawi.events.draft import Draft
from rawi.events.slots import Slots
from rawi.events.trace import Reason
from rawi.events.triggers import Trigger, trigger_book

_ACTORLESS = frozenset(("ASSAULT", "COERCE", "PROTEST", "RETREAT", "SANCTION"))
_HAPPENING = frozenset(("ASSAULT", "PROTEST"))  # are told even where nobody is named: ``انفجرت سيارة مفخخة``
_TELLING = frozenset(("main", "coordinate", "content"))


def needs_no_actor(category: str) -> bool:
    """Whether such acts may be told without saying who did them."""
    return category in _ACTORLESS


class Drafter:
    """Makes the drafts of one article."""

    def __init__(self, slots: Slots) -> None:
        self.tokens, self.cast, self.resolver, self.trace = slots.tokens, slots.cast, slots.resolver, slots.trace
        self.violent, self.happening = trigger_book().violent, trigger_book().happening

    def draft(
        self,
        trigger: Trigger,
        clause: Clause,
        at: int,
        at_end: int,
        actors: list[int],
        recipients: list[int],
        kind: str,
        sentence: int,
        happens: bool = False,
    ) -> Draft | None:
        """The draft of an act told by the words ``at`` to ``at_end``, or ``None`` where nobody acts in it.

        ``happens``: the clause says of the act itself that it took place.
        """
        actors = [a for a in dict.fromkeys(actors) if a >= 0]
        recipients = [r for r in dict.fromkeys(recipients) if r >= 0]
        if trigger.frame.needs_recipient and not recipients:
            self.no_draft(at, at_end, trigger, "nobody")
            return None
        unnamed = trigger.category in _HAPPENING and clause.kind in _TELLING and (happens or (kind == "verb" and self._is_told(trigger, clause)))
        if not actors and not (recipients or unnamed):
            self.no_draft(at, at_end, trigger, "nobody")
            return None
        if not actors and (not needs_no_actor(trigger.category) or (kind == "verb" and self._does_nothing(clause))):
            self.no_draft(at, at_end, trigger, "nobody")
            return None
        mode = trigger.mode
        if trigger.category == "CONSULT" and len(actors) == 1 and not recipients:
            actors = self._sides_of(actors[0]) or actors
        if trigger.category == "CONSULT" and not recipients and kind == "supported noun" and self._is_session(actors, clause):
            mode = "multilateral"  # ``أجرى مجلس الأمن مناقشات``
        if trigger.category == "CONSULT" and not recipients and self._are_several(actors) and actors[0] in self.resolver.subject(clause):
            mode = "multilateral"  # ``اجتمع وزراء خارجية دول الخليج``
        if trigger.category == "CONSULT" and len({*actors, *recipients}) < 2 and mode != "multilateral":
            self.no_draft(at, at_end, trigger, "alone")  # nobody meets alone
            return None
        if trigger.category in ("AGREE", "REQUEST") and all(
            self.cast.actors[a].kind == "group" and self.cast.actors[a].sector in ("EDU", "HLH") for a in actors
        ):
            self.no_draft(at, at_end, trigger, "experts")  # ``اتفق الخبراء``, ``ينصح الأطباء``
            return None
        draft = Draft(trigger.category, mode, trigger, clause, at, at_end, actors, recipients, kind, sentence)
        first = min([u.first for u in clause.units if u.kind != MARK], default=at)
        last = max([u.last for u in clause.units], default=at_end)
        draft.first, draft.last = min(first, at), max(last, at_end)
        if self.trace is not None:
            self.trace.drafted(draft)
        return draft

    def _is_session(self, actors: list[int], clause: Clause) -> bool:
        """Whether one international body met in itself: a session of an organization has many parties (coding guide)."""
        if clause.verb is None or any(r.tense != "perfect" for r in clause.verb.readings):
            return False
        return len(actors) == 1 and self.cast.actors[actors[0]].kind == "organization" and self.cast.actors[actors[0]].country == "IGO"

    def _are_several(self, actors: list[int]) -> bool:
        """Whether the only party are the holders of one office."""
        mentions = self.cast.actors[actors[0]].mentions if len(actors) == 1 else []
        return bool(mentions) and mentions[0].rule == "offices"

    def _sides_of(self, body: int) -> list[int]:
        """``اللجنة المشتركة المصرية السودانية``: a body of two states is where they meet."""
        actor = self.cast.actors[body]
        if actor.kind != "organization" or not actor.mentions:
            return []
        words = self.tokens[actor.mentions[0].first : actor.mentions[0].last]
        origins = [self.cast.names.origin(self.tokens, t.index) for t in words[-2:]]
        countries = list(dict.fromkeys(o[0] for o in origins if o and o[0]))
        return [self.cast.state(c) for c in countries] if len(countries) == len(origins) > 1 else []

    def no_draft(self, at: int, at_end: int, trigger: Trigger, reason: Reason) -> None:
        """Note why a trigger tells of nothing."""
        if self.trace is not None:
            self.trace.failed(at, at_end, trigger, reason)

    def _does_nothing(self, clause: Clause) -> bool:
        """``الخلايا تهاجم الجسم``: a subject that is neither actor nor weapon nor attack does no violence."""
        if clause.passive or not clause.subject or (clause.kind == "relative" and clause.subject[0] is clause.head):
            return False
        first = clause.subject[0]
        if self._is_victim(first):
            return False
        forms = {w for t in self.tokens[first.first : first.first + 3] for w in (t.word.base, t.word.stem)}
        violent = forms & self.violent
        return not violent and not self.resolver.of_group(clause.subject)

    def _is_told(self, trigger: Trigger, clause: Clause) -> bool:
        """``انفجرت عبوة``, ``انطلقت مسيرة``: the subject is the attack, the weapon or the protest."""
        if clause.passive or not clause.subject:
            return False
        if trigger.frame.recipient[:1] == ("subject",) and trigger.entry.having:
            return True  # ``تعرضت أحياء المدينة لقصف``
        first = clause.subject[0]
        if self.tokens[first.first].word.article:
            return False  # ``سقط الصاروخ``: told before
        return bool({w for t in self.tokens[first.first : first.first + 2] for w in (t.word.base, t.word.stem)} & self.happening)

    def _is_victim(self, unit: Unit) -> bool:
        return unit.head is not None or any(f.kind in ("group", "person", "nisba") for f in unit.found)
