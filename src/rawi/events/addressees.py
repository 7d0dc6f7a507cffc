"""To whom an act of speech is addressed, and who did what is told only with its victims, where no slot of the frame tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rawi.actors.cast import Cast
from rawi.arabic.words import Token
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.people import Resolver
from rawi.clauses.units import NOUN, Unit
from rawi.events.draft import Draft
from rawi.events.grievances import Grievances
from rawi.events.status import status_book
from rawi.events.surroundings import Surroundings
from rawi.events.triggers import trigger_book

_BEFALLING = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE"))  # acts that befall those who stand in them
_CIVIL = frozenset((None, "CVL", "MED", "EDU", "HLH"))  # groups that are attacked rather than attack
_REACTIONS = frozenset(("ACCUSE", "REJECT", "REQUEST", "PROTEST"))  # said of acts, not acts that others speak of


class Addressees:
    """Completes the parties of one article's drafts. ``told`` are the drafts before, which go on growing."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, told: Sequence[Draft]) -> None:
        self.tokens, self.cast, self.resolver, self.told = tokens, cast, resolver, told
        self.around = Surroundings(tokens, cast, resolver)
        self.grievances, self.slots, self.deals = Grievances(self.around), self.around.book.slots, self.around.book.deals
        self.words, self.violent = clause_book(), trigger_book().violent
        self.conditions = status_book().conditions | self.words.threat_conditions
        self.above_all = [token.index for token in tokens if token.word.form in self.words.above_all]

    def complete(self, draft: Draft, clauses: Sequence[Clause]) -> None:
        """Find whom a draft without recipients is addressed to, whom a protest is against, whose attack befell the victims."""
        if draft.category == "PROTEST":
            self.grievances.address(draft, clauses)
            if draft.mode == "hunger" and not draft.recipients:
                draft.recipients = next((d.recipients for d in self.told if d.mode == draft.mode), [])  # the strike is told again
        if draft.category == "ASSAULT" and not draft.actors and draft.recipients:
            draft.actors = [a for a in self._attacker(draft) if a not in draft.recipients]
        if draft.category == "ASSAULT":
            self._strike(draft)
            draft.recipients = [r for r in draft.recipients if r not in self._protested_against(draft)]
            if not draft.recipients:
                draft.recipients = [a for a in self._owners(draft) or self._aboard(draft, clauses) or self._whose(draft) if a not in draft.actors]
        if draft.actors and (not draft.trigger.verbal or draft.category == "AGREE"):
            with_them = [a for name in self.slots["together"] for g in draft.clause.slots.get(name, []) for a in self.resolver.of_group(g)]
            draft.actors += [a for a in with_them if a not in draft.people]  # ``وزعت الجمعية السلال بالتعاون مع المجلس``
        if draft.category == "ACCUSE":
            draft.recipients = [r for r in draft.recipients if r not in self._victims(draft)]
        if draft.category == "COERCE" and draft.mode == "seize":
            draft.recipients = [r for r in draft.recipients if r not in self._housed(draft)]
        if draft.category in _BEFALLING and any(self.cast.actors[r].kind == "group" for r in draft.recipients):
            behind = [u for u in self.around.units_in(draft.clause, "among") if u.first > draft.at]
            draft.recipients += [a for a in self.resolver.of_group(behind) if a not in draft.people]  # ``ثلاثة أشخاص من بينهم فلان``
        self._single_out(draft, max(c.units[-1].last for c in clauses if c.units))
        if draft.recipients:
            return
        for why, actors in self._addressed(draft, clauses):
            if others := [a for a in dict.fromkeys(actors) if a >= 0 and a not in draft.actors]:
                draft.recipients = others
                draft.why["recipients"] = why
                return

    def _victims(self, draft: Draft) -> list[int]:
        """``أدانت استهداف الصحفيين``, ``انتقد اعتقال فلان``: who suffered what is condemned did not do it."""
        book, victims = trigger_book(), []
        for unit in draft.clause.object:
            told = [book.triggers[number] for rest, number, _ in book.nouns.get(unit.stem, ()) if not rest] if unit.head is None else []
            suffers = any(t.category in _BEFALLING and t.noun_recipient[:1] == ("genitive",) for t in told)
            inside = [a for mention in unit.found for a in self.resolver.of_found(mention)]
            civil = [a for a in inside if self.cast.actors[a].kind == "group" and self.cast.actors[a].sector in _CIVIL]
            victims += [a for a in inside if self.cast.actors[a].kind in ("person", "group")] if suffers else civil if self._is_attack(unit) else []
        return victims

    def _housed(self, draft: Draft) -> list[int]:
        """``سيطر على مقر الحكومة``: a building is seized, from nobody in particular."""
        buildings = filter(self.around.is_building, (*self.around.units_in(draft.clause, "seized"), *draft.clause.object))
        return [a for u in buildings for a in self.resolver.of_unit(u, None) if not self.around.is_mission(a)]

    def _single_out(self, draft: Draft, last: int) -> None:
        """``مع دول الجوار خاصة قطر``: who is named out of a group takes its place."""
        if draft.trigger.frame.partner or any(self.cast.actors[r].kind != "group" for r in draft.recipients):
            return
        for at in self.above_all:
            mention = self.around.starts.get(at + 1) if draft.at_end <= at < last - 1 else None
            if mention is not None:
                named = [a for a in self.resolver.of_found(mention) if a not in draft.people]
                draft.recipients = named or draft.recipients
                return

    def _strike(self, draft: Draft) -> None:
        """``قصفت طائرات إسرائيلية مطار دمشق``: to strike a place abroad is to strike its state; attackers from nowhere strike no state."""
        own = {self.cast.actors[a].country for a in draft.actors} - {None}
        struck = [*draft.clause.object, *self.around.units_in(draft.clause, "struck")]
        places = [f for u in struck for f in u.found if f.kind == "place" and f.country]
        if not own:
            named = {f.country for u in draft.clause.units for f in u.found if f.kind in ("state", "nisba")}
            draft.recipients = [r for r in draft.recipients if self.cast.actors[r].kind != "state" or self.cast.actors[r].country in named]
        if not draft.recipients:
            scattered = [u for u in draft.clause.units if u.slot in self.slots["purpose"] and u.stem in self.words.scattering and u.first > draft.at]
            draft.recipients = [a for a in self.resolver.of_group(scattered) if a not in draft.actors]  # ``لتفريق المتظاهرين``
        if own and not draft.recipients:
            draft.recipients = [self.cast.state(f.country) for f in places[:1] if f.country and f.country not in own]

    def _owners(self, draft: Draft) -> list[int]:
        """``دمر دبابتين لقوات النظام``, ``مدرسة تابعة للأونروا``: whose the thing is that is struck."""
        units = [u for u in draft.clause.units if u.kind == NOUN]
        for thing, owner in pairwise(units):
            if owner.slot not in self.slots["owner"] or thing.last <= draft.at or thing.head is not None or self._is_attack(thing):
                continue
            describes = any("participle" in v.tense for v in self.resolver.lex.verb_readings(thing.stem))
            if describes and draft.clause.subject and draft.clause.subject[-1].last == thing.first:
                continue  # ``انتحاري تابع لتنظيم داعش``: to whom he belongs who strikes
            if thing.last <= owner.first and self._is_struck(thing, draft) and not self._is_against(thing):
                return self.resolver.of_unit(owner, None)
        return []

    def _is_attack(self, unit: Unit) -> bool:
        """``قصف لقوات النظام``: whose the attack is is not whose the thing is."""
        book = trigger_book()
        return any(book.triggers[number].category == "ASSAULT" for _, number, _ in book.nouns.get(unit.stem, ()))

    def _whose(self, draft: Draft) -> list[int]:
        """``استهدفت الطائرة سيارته``: to strike what is somebody's own is to strike him."""
        for unit in draft.clause.units:
            if unit.kind != NOUN or unit.head is not None or unit.found or unit.first < draft.at or not self._is_struck(unit, draft):
                continue
            if owner := self.resolver.owner(unit, draft.clause):
                return owner
        return []

    def _protested_against(self, draft: Draft) -> list[int]:
        """``فرقت تظاهرة مناهضة للنظام``: whom the crowd is against is not whom the police strike."""
        units = [u for u in draft.clause.units if u.kind == NOUN]
        behind = (second for first, second in pairwise(units) if second.slot and second.first >= first.last > draft.at and self._is_against(first))
        return [a for unit in behind for a in self.resolver.of_unit(unit, None)]

    def _is_against(self, unit: Unit) -> bool:
        """``تظاهرة مناهضة للنظام``: what follows is no owner."""
        against = self.grievances.book.against
        return any(t.word.stem in against for t in self.tokens[unit.first : unit.last])

    def _is_struck(self, unit: Unit, draft: Draft) -> bool:
        return unit in draft.clause.object or unit.first <= draft.at < unit.last or unit.slot in draft.trigger.frame.recipient

    def _aboard(self, draft: Draft, clauses: Sequence[Clause]) -> list[int]:
        """``هاجموا حافلة تقل سياحا``: who is in what is struck."""
        for clause in clauses:
            if clause.kind != "relative" or clause.verb is None or clause.head is None or clause.head.first < draft.at:
                continue
            if clause.parent is draft.clause and any(r.lemma in self.words.carrying for r in clause.verb.readings):
                return self.resolver.of_group(clause.object)
        return []

    def drop_counts(self, draft: Draft) -> None:
        """A count of people (``12 شخصا``) tells which act is meant and is no party of it (coding guide)."""
        if draft.category in _BEFALLING:
            draft.recipients = [r for r in draft.recipients if not self.around.is_mere_count(r)]

    def name_host(self, draft: Draft) -> None:
        """Whom a visit to a state goes to: who has invited the guest, or his counterpart (``سيزور موسكو … ويلتقي نظيره لافروف``)."""
        host = self.cast.actors[draft.recipients[0]] if len(draft.recipients) == 1 else None
        if (
            host is None
            or host.kind != "state"
            or draft.trigger.category != "CONSULT"
            or draft.trigger.mode != "visit"
            or draft.status == "historical"
        ):
            return
        inviting = self.resolver.of_group(self.around.units_in(draft.clause, "inviter"))
        if inviting and self.cast.actors[inviting[0]].kind == "person" and self.cast.actors[inviting[0]].country == host.country:
            draft.recipients = inviting[:1]
            draft.why["recipients"] = "who invited the guest"
            return
        named = dict.fromkeys(m.actor for m in self.resolver.found if m.rule == "counterpart" and m.kind == "person" and m.country == host.country)
        if len(named) == 1 and draft.actors and all(self.cast.actors[a].kind == "person" for a in draft.actors):
            draft.recipients = list(named)
            draft.why["recipients"] = "the counterpart whom the article names"

    def _addressed(self, draft: Draft, clauses: Sequence[Clause]) -> Sequence[tuple[str, Sequence[int]]]:
        match draft.category:
            case "REQUEST":
                return (
                    ("who is to do it", self._who_is_to(draft, clauses)),
                    ("whose help is asked for", self._whose_help(draft)),
                    ("who must do it", self._who_must(draft)),
                )
            case "THREATEN":
                return (("upon whom it depends", self._condition(draft, clauses)),)
            case "REJECT":
                return (
                    ("whose act it is", self._who_did(draft, clauses)),
                    ("who asked for it", self._who_asked(draft)),
                    ("whose act it takes up", self._taken_up(draft)),
                )
            case "ACCUSE":
                return (("whose act it is", self._who_did(draft, clauses)), ("whose act it takes up", self._taken_up(draft)))
            case "SUPPORT":
                about = self._who_did(draft, clauses) if draft.trigger.frame.recipient else []  # to sign is nothing that one says of an act
                taken_up = self._taken_up(draft) if draft.trigger.frame.recipient else []
                return (
                    ("whose act it is", about),
                    ("to whom its clause speaks", self._spoken_to(draft)),
                    ("whose act it takes up", taken_up),
                )
            case "AGREE":
                return (
                    ("to whom its clause speaks", self._spoken_to(draft)),
                    ("upon whom it depends", self._condition(draft, clauses) if len(draft.actors) == 1 else []),
                )
            case _:
                return ()

    def _who_is_to(self, draft: Draft, clauses: Sequence[Clause]) -> list[int]:
        """``طالب بأن تسمح إسرائيل …``: the subject named in the clause of what is asked."""
        for clause in clauses:
            opener, verb = clause.opener, clause.verb
            if clause.kind != "content" or clause.parent is not draft.clause or opener is None or verb is None or opener.first < draft.at:
                continue
            if opener.function == "complementizer" and clause.subject and not clause.passive and verb.readings[0].tense == "imperfect":
                return self.resolver.of_group(clause.subject)
        return []

    def _whose_help(self, draft: Draft) -> list[int]:
        """``طلبت الكويت مساعدة الإنتربول``: the genitive of what is asked for."""
        for unit in self.around.units_in(draft.clause, "asked_for"):
            if unit.head is None and unit.stem in self.words.acting:
                return self.resolver.of_unit(unit, None)
        for unit in draft.clause.object:
            if unit.stem not in self.words.helps:
                continue
            if unit.head is None:
                return self.resolver.of_unit(unit, None)
            if unit.head.kind == "role" and unit.head.country:  # spelt like ``مساعدة``, she who assists
                inside = [a for mention in self.resolver.found if unit.first < mention.first < unit.last for a in self.resolver.of_found(mention)]
                return inside or [self.cast.state(unit.head.country)]
        return []

    def _who_must(self, draft: Draft) -> list[int]:
        """``ضرورة انسحاب إسرائيل``, ``ضرورة احترام إسرائيل لسيادة …``: the genitive of an act that takes no object, or has it behind ``ل``."""
        units = draft.clause.units
        place = next((n for n, u in enumerate(units) if u.first <= draft.at < u.last), -1)
        if place < 0 or draft.kind != "stance noun":
            return []
        unit, after = units[place], units[place + 1] if place + 1 < len(units) else None
        inside = [a for m in unit.found if m.first > draft.at + 1 for a in self.resolver.of_found(m)]
        acts = any(t.word.stem in self.words.acting for t in self.tokens[draft.at + 1 : unit.last])
        object_follows = after is not None and after.slot == "ل" and after.kind == NOUN and after.first == unit.last
        return inside[:1] if acts or object_follows else []

    def _condition(self, draft: Draft, clauses: Sequence[Clause]) -> list[int]:
        """``هدد بالتصعيد إذا لم تستجب الحكومة``: who has to do something lest it comes true."""
        for clause in clauses:
            opener = clause.opener
            if opener is None or opener.stem not in self.conditions or opener.first < draft.at or not clause.subject or clause.passive:
                continue
            return self.resolver.of_group(clause.subject)
        return []

    def _who_did(self, draft: Draft, clauses: Sequence[Clause]) -> list[int]:
        """``أدانت الهجوم الذي شنته إسرائيل``, ``تقديره للدعم الذي تقدمه الحكومة``: who acts in the clause that describes what is spoken of."""
        for clause in clauses:
            if clause.kind != "relative" or clause.parent is not draft.clause or clause.head is None or clause.head.first < draft.at:
                continue
            by_whom = clause.verb is not None and bool(clause.verb.pronoun) and clause.subject and clause.subject[0] is not clause.head
            if by_whom and clause.head.head is None:
                return self.resolver.of_group(clause.subject)
        return []

    def _taken_up(self, draft: Draft) -> list[int]:
        """``رحبت المنظمة بالقرار``, ``أدانت عملية الهدم``: whoever did what the article is about."""
        spoken = [*draft.clause.object, *self.around.units_in(draft.clause, "spoken_of")]
        for unit in spoken:
            if unit.head is not None or unit.found or unit.stem not in self.words.acts:
                continue
            if not any(t.word.article for t in self.tokens[unit.first : min(unit.first + 2, unit.last)]):
                continue
            acts = [d for d in self.told if d.category not in _REACTIONS and d.actors and not d.background and not set(d.actors) & set(draft.actors)]
            deals = [d for d in acts if len(d.actors) > 1 and unit.stem in self.deals]
            main = next(iter(deals or acts), None)  # the news, which the article begins with
            return main.actors if main is not None else []
        return []

    def _who_asked(self, draft: Draft) -> list[int]:
        """``رفضت الشركة دفع الفدية`` after a demand: whoever asked it of her. ``كان قد رفض`` was before."""
        if draft.clause.verb is not None and draft.clause.verb.after_qad:
            return []
        for before in reversed(self.told):
            if before.category == "REQUEST" and set(before.recipients) & set(draft.actors):
                return before.actors
        return []

    def _spoken_to(self, draft: Draft) -> list[int]:
        """``أكد دعم سوريا، مبديًا استعداده …``: a participle speaks to whom its clause speaks."""
        if draft.clause.kind != "participle":
            return []
        around = draft.clause.parent
        told = next((d for d in reversed(self.told) if d.clause is around and set(d.actors) & set(draft.actors)), None)
        if told is not None and told.category == "CONSULT" and not told.recipients:
            return told.actors  # ``اتصل بنظيره مهنئا``: whom he talks to
        return told.recipients if told is not None else []

    def _attacker(self, draft: Draft) -> list[int]:
        """``قتل جندي في غارة أمريكية``, ``أصيب عشرات خلال مواجهات مع الجيش``: whose the attack is that is named as cause."""
        units = [u for u in draft.clause.units if u.kind == NOUN]
        for place, unit in enumerate(units):
            if unit.first < draft.at or unit.slot not in self.slots["by_means_of"] or unit.head is not None or unit.stem not in self.violent:
                continue
            if own := self._of_attack(unit):
                return own
            after = units[place + 1] if place + 1 < len(units) else None
            if after is not None and after.slot in self.slots["attacker"]:
                return self.resolver.of_unit(after, None)
            between = (g for slot in self.slots["fighters"] for g in draft.clause.slots.get(slot, []) if g[0].first > unit.first)
            if (fighters := next(between, None)) is not None:
                return self.resolver.of_group(fighters)
        return []

    def _of_attack(self, unit: Unit) -> list[int]:
        """``غارة أمريكية``, ``قصف الجيش السوري``: by genitive or adjective of origin."""
        for mention in unit.found:
            if mention.kind == "nisba" and mention.country:
                return [self.cast.state(mention.country)]
            if mention.kind in ("organization", "group", "state"):
                return self.resolver.of_found(mention)
        return []
