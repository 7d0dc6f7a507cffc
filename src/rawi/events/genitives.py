"""Who is party to the act of a verbal noun: its genitive, the phrases behind it, the verb that carries it."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.clauses.clause import Clause
from rawi.clauses.slots import groups
from rawi.clauses.units import NOUN, VERB, Unit
from rawi.events.drafting import needs_no_actor
from rawi.events.slots import Slots, speak_for_places
from rawi.events.triggers import NounHit, Trigger, trigger_book
from rawi.lore.schema import SupportGroup

_ALSO = {"على": ("ضد",), "ضد": ("على", "تجاه"), "تجاه": ("ضد",)}  # ``غارات ضد مواقع``, ``إعدامات بحق مدنيين``
_OF_THEM = "من"
_BY = "ب"
_OF = "ل"  # stands for the genitive behind an indefinite noun


class NounSlots:
    """Looks into the slots of one article's verbal nouns."""

    def __init__(self, slots: Slots) -> None:
        self.slots = slots
        self.tokens, self.cast, self.resolver, self.trace = slots.tokens, slots.cast, slots.resolver, slots.trace

    def genitive(self, unit: Unit, at: int, hit: NounHit, clause: Clause) -> list[int]:
        """Who stands in the genitive after the noun, or is the pronoun joined to it."""
        if hit.pronoun:
            if hit.pronoun in ("نا", "ي"):
                return self.resolver.speaker(clause)
            if clause.verb is not None and clause.verb.first < at and (own := self.resolver.subject(clause)) and self._can_mean(hit.pronoun, own):
                return own
            return self.resolver.of_pronoun(hit.pronoun, at, None)
        for mention in unit.found:
            if mention.first >= at + hit.length:
                if actors := self.resolver.of_found(mention):
                    return [*actors, *self._joined_after(clause, unit)]
                if mention.kind == "nisba" and mention.country:
                    return [self.cast.state(mention.country)]
        for token in self.tokens[at + 1 : min(at + 3, unit.last)]:
            if token.word.base in self.resolver.own_state and not token.word.marbuta:
                return self.resolver.of_unit(unit, clause)
        following = self._next_unit(clause, unit) if unit is not clause.head else None
        if following is not None and following.conjunction and not following.slot and unit.last == at + hit.length and following.head is None:
            return self.resolver.of_unit(following, None)  # ``مقتل وإصابة ستة جنود``
        if following is not None and self._is_some_of(unit, following):
            return self.resolver.of_group([following], clause)
        if following is not None and not following.slot and not following.conjunction and following.head is not None:
            return self.resolver.of_group([following])
        return []

    def _is_some_of(self, unit: Unit, following: Unit) -> bool:
        """``تعرض أي من المهاجرين للضرب``: what stands behind ``من`` is the genitive."""
        return following.slot == _OF_THEM and unit.last - unit.first > 1 and self.tokens[unit.last - 1].word.base in self.resolver.counting

    def _can_mean(self, pronoun: str, actors: list[int]) -> bool:
        return self.resolver.fits(actors[0], pronoun) or (pronoun in ("هما", "هم") and len(actors) > 1)

    def _next_unit(self, clause: Clause, unit: Unit) -> Unit | None:
        position = clause.units.index(unit) + 1
        return clause.units[position] if position < len(clause.units) and clause.units[position].kind == NOUN else None

    def _joined_after(self, clause: Clause, unit: Unit) -> list[int]:
        """``زيارة الوزير ووفد``: phrases joined to the genitive."""
        found: list[int] = []
        for after in clause.units[clause.units.index(unit) + 1 :] if unit in clause.units else ():
            if after.kind != NOUN or not after.conjunction or after.slot or after.head is None:
                break
            found += self.resolver.of_group([after])
        return found

    def after(self, clause: Clause, unit: Unit) -> dict[str, list[list[Unit]]]:
        """The prepositional phrases that follow the noun."""
        slots: dict[str, list[list[Unit]]] = {}
        if unit is clause.head:
            return dict(clause.slots)
        position = clause.units.index(unit)
        rest: list[Unit] = []
        verb_between = False
        for after in clause.units[position + 1 :]:
            if after is clause.verb and unit in clause.subject:
                verb_between = True
                continue  # ``القتال اندلع بين الطرفين``
            if verb_between and after.slot == _OF:
                break  # ``الغارات استهدفت مواقع للحزب``: whose the places are
            if after.kind == VERB or self._is_next_act(after):
                break
            if rest or not self._is_some_of(unit, after):
                rest.append(after)
        for slot, group in groups(rest):
            slots.setdefault(slot or "bare", []).append(group)
        return slots

    def on_occasion(self, clause: Clause, unit: Unit, at: int, hit: NounHit) -> tuple[list[int], list[int]]:
        """``جاء ذلك خلال استقباله اليوم الوزير``, ``جاءت تصريحات فلان عقب لقائه نظيره``: whose pronoun it is, and whom he met."""
        said = [u for u in clause.subject if u.last <= unit.first]
        who = self.resolver.of_group(said) or self.resolver.of_pronoun(hit.pronoun, at, None) if hit.pronoun else self.genitive(unit, at, hit, clause)
        slots = self.after(clause, unit)
        inside = [a for m in unit.found if m.first > at and hit.pronoun for a in self.resolver.of_found(m)]
        behind = [u for u in clause.units if u.kind == NOUN and u.first >= unit.last and not u.slot and u.head is not None]
        whom = inside or self._partners(clause, hit.trigger, slots) or self.resolver.of_group(behind, None)
        whom = [a for a in whom if a not in who]
        if "subject" in hit.trigger.frame.recipient:
            return whom, who
        return [*who, *whom], []

    def hosts(self, actor: int, clause: Clause) -> list[int]:
        """``أجرى المبعوث مباحثات في تشاد``: who talks abroad with nobody by name talks with the state where he is."""
        own = self.cast.actors[actor].country
        places = [f for g in clause.slots.get("في", []) for f in g[0].found if f.kind in ("place", "state") and f.country]
        if own is None or not places or places[0].country in (own, None) or self.cast.actors[actor].kind not in ("person", "group"):
            return []
        return [self.cast.state(places[0].country or "")]

    def object_behind(self, clause: Clause, unit: Unit, hit: NounHit) -> Unit | None:
        """``أعلن ناشطون قصف الجيش مدينة درعا``: a bare phrase behind the genitive is the object of the verbal noun, and the genitive its doer."""
        behind = self._next_unit(clause, unit) if unit in clause.units and unit.found and not hit.pronoun else None
        if behind is None or behind.slot or behind.conjunction or behind.pronoun or not behind.found or behind.first != unit.last:
            return None
        doer = next((m for m in unit.found if m.first > unit.first), None)
        return behind if doer is not None and doer.last == unit.last and "object" in hit.trigger.frame.recipient else None

    def _is_next_act(self, unit: Unit) -> bool:
        """``وقوفه مع قطر، وإدانته للهجوم``: a verbal noun joined to the first has phrases of its own."""
        if unit.kind != NOUN or not unit.conjunction or unit.slot or unit.head is not None:
            return False
        return any(hit.pronoun and hit.trigger.entry.stance for hit in trigger_book().nouns_at([self.tokens[unit.first].word.base]))

    def supported(
        self, clause: Clause, unit: Unit, hit: NounHit, genitive: list[int], slots: dict[str, list[list[Unit]]], group: SupportGroup
    ) -> tuple[list[int], list[int]]:
        """The support verb's subject does what the noun says; the genitive is its object."""
        frame, trigger = hit.trigger.frame, hit.trigger
        subject = self.resolver.subject(clause)
        if self.trace is not None:
            self.trace.filled_by_verb(clause, "subject", clause.passive, subject)
        places = speak_for_places(trigger.category)
        prepositions = [s for s in (*frame.recipient, *trigger.noun_recipient) if s not in ("object", "subject", "genitive")]
        mine = {self.cast.actors[s].country for s in subject}
        own_genitive = [g for g in genitive if g not in subject]
        foreign = [g for g in own_genitive if self.cast.actors[g].kind != "state" or self.cast.actors[g].country not in mine]
        takes_genitive = not hit.pronoun and ("object" in frame.recipient or "genitive" in trigger.noun_recipient)
        others = self.first_of(slots, prepositions, [], clause, places)
        if not (others or (takes_genitive and foreign and group.kind == "stance")):  # ``أكد خلال لقائه مع فلان دعم لبنان``
            others = [o for o in self.first_of(clause.slots, prepositions, [], clause, places) if o not in subject]
        others = [o for o in others if self.cast.actors[o].kind != "state" or self.cast.actors[o].country not in mine]
        if not others and group.kind == "stance" and clause.object and clause.object[0].head is not None:
            others = self.resolver.of_group(clause.object, clause, places)  # ``أبلغ التحالف بموافقته``
        if group.actor == "recipient":
            giver = self.first_of(slots, ("من", "من قبل", "genitive"), own_genitive, clause)
            if not giver and trigger.category == "AGREE":
                giver = self.slots.ahead(clause, unit.last, subject)  # ``تلقى دعوة لزيارة الجزائر``: the host invites
            if trigger.noun_partner or frame.partner:
                return [*giver, *[s for s in subject if s not in giver]], []
            return giver, subject
        partners = self._partners(clause, trigger, slots)
        if frame.partner:
            return [*subject, *[p for p in (*partners, *own_genitive) if p not in subject]], []
        if "object" in frame.actor and "subject" in frame.recipient:
            return own_genitive or others, subject
        return subject, others or (foreign if takes_genitive else [])

    def alone(self, clause: Clause, unit: Unit, hit: NounHit, genitive: list[int], slots: dict[str, list[list[Unit]]]) -> tuple[list[int], list[int]]:
        """Actors and recipients of a noun that no verb carries."""
        frame, trigger = hit.trigger.frame, hit.trigger
        places = speak_for_places(trigger.category)
        by = [a for g in slots.get("من قبل", []) for a in self.resolver.of_group(g, clause)]
        befalls = trigger.noun_recipient[:1] == ("genitive",)  # ``مقتل عنصر من الأمن``
        near = "على" in trigger.noun_recipient and not befalls and needs_no_actor(trigger.category) and unit is not clause.head
        by_noun = (*frame.noun_actor, "ل", "من") if near else frame.noun_actor
        doing = {slot: [g for g in filled if slot != _BY or g[0].head is None or g[0].head.kind != "place"] for slot, filled in slots.items()}
        actors = by or self.first_of(doing, by_noun, genitive, clause)  # ``مقتل ثلاثة بمقديشو``: a place does nothing
        if not actors and trigger.category == "CONSULT" and (guests := self._guests(slots, clause)):
            return guests, self.first_of({s: g for s, g in slots.items() if s != _OF}, trigger.noun_recipient, genitive, clause, places)
        named = trigger.noun_recipient
        if trigger.mode == "visit" and unit in clause.units:  # ``بعد زيارته لمصر … إلى عمان``: the nearest place is where it went
            named = tuple(sorted(named, key=lambda slot: slots[slot][0][0].first if slot in slots else len(self.tokens)))
        recipients = self.first_of(slots, named, [] if actors is genitive else genitive, clause, places)
        if by and genitive and not recipients:
            recipients = genitive
        if not actors and recipients and trigger.noun_partner and unit.slot and trigger.category == "ASSAULT":
            actors = self.resolver.subject(clause)  # ``سيطرت القوات على المدينة بعد اشتباكات مع التنظيم``
        if trigger.noun_partner:
            actors = [*actors, *[p for p in self._partners(clause, trigger, slots) if p not in actors]]
        return actors, recipients

    def _guests(self, slots: dict[str, list[list[Unit]]], clause: Clause) -> list[int]:
        """``زيارة قريبة لوزير الخارجية``: whoever comes; a state or place behind ``ل`` is visited."""
        guests = [a for g in slots.get(_OF, [])[:1] for a in self.resolver.of_group(g, clause)]
        return guests if guests and all(self.cast.actors[a].kind in ("person", "group") for a in guests) else []

    def first_of(
        self, slots: dict[str, list[list[Unit]]], names: Sequence[str], genitive: list[int], clause: Clause, places: bool = False
    ) -> list[int]:
        """The actors in the first of the slots called ``names``, or of those that say the same, that holds any."""
        for name in dict.fromkeys(alias for asked in names for alias in (asked, *_ALSO.get(asked, ()))):
            if name == "genitive":
                if genitive:
                    return genitive
                continue
            if name == "content":
                if actors := self.slots.slot(clause, name, False, places):
                    return actors
                continue
            for group in slots.get(name, []):
                if actors := self.resolver.of_group(group, clause, places):
                    if self.trace is not None:
                        self.trace.filled(name, group, actors)
                    return actors
        return []

    def _partners(self, clause: Clause, trigger: Trigger, slots: dict[str, list[list[Unit]]]) -> list[int]:
        """Everybody with whom a verbal noun's act is done."""
        found: list[int] = []
        for slot in trigger.noun_partner:
            for group in slots.get(slot, []):
                actors = self.resolver.of_group(group, clause)
                if self.trace is not None:
                    self.trace.filled(slot, group, actors)
                found += actors
        return found
