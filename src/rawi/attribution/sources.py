"""Who stands behind what a clause tells: speakers, the outlets that they spoke to, those whose words are passed on, unnamed sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.actors.cast import Actor, Cast
from rawi.actors.found import Found
from rawi.actors.passage import without_clitics
from rawi.actors.same import group_words, org_words
from rawi.actors.titles import title_book
from rawi.arabic.letters import fold
from rawi.arabic.lexicon import lexicon
from rawi.arabic.words import Token
from rawi.attribution.lexicon import ReportingBook, reporting
from rawi.clauses.clause import Clause
from rawi.clauses.lexicon import clause_book
from rawi.clauses.people import Resolver
from rawi.clauses.units import DATE, MARK, NOUN, Unit

_QUOTE = '"'
_TANWIN = "ا"  # the letter that ends an indefinite accusative: ``تقريرا``
_NAME = 7  # words that the name of an outlet has at the most, quotes counted


class Sources:
    """Finds the sources that an article's clauses name. ``original`` gives a folded span as the outlet wrote it; ``outlet`` is its own name."""

    def __init__(self, tokens: Sequence[Token], cast: Cast, resolver: Resolver, original: Callable[[int, int], str], outlet: str | None) -> None:
        self.outlet = org_words(outlet) if outlet else frozenset()
        self.tokens, self.cast, self.resolver, self.original = tokens, cast, resolver, original
        self.book: ReportingBook = reporting()
        self.unspoken, self.masdars = clause_book().unspoken, lexicon().masdars
        self.cited: list[int] = []  # who was given as a source so far, the last one last
        self.stated: list[int] = []  # who spoke last
        self.makers: list[int] = []  # who made the last statement: ``قالت الرئاسة في بيان``

    def kind(self, clause: Clause) -> str:
        """The kind of reporting verb that heads the clause, ``act`` for another verb of speech, or an empty text."""
        if clause.verb is None or (clause.dropped and clause.verb.stem in self.unspoken):
            return ""
        act = ""
        for reading in clause.verb.readings:
            if known := self.book.verbs.get(reading.lemma):
                return known.kind
            if reading.lemma in self.book.speech:
                act = "act"
        return act

    def cite(self, actors: Sequence[int]) -> None:
        """Note who was given as a source."""
        for actor in actors:
            if actor in self.cited:
                self.cited.remove(actor)
            self.cited.append(actor)

    # --- speakers -----------------------------------------------------------------------------------------------------------

    def speakers(self, clause: Clause) -> list[int]:
        """Who says what the clause introduces: its subject, or whose statement the subject is."""
        if clause.verb is None:
            return [a for u in clause.subject if u.head is not None for a in self.resolver.of_found(u.head)]
        contains = any(r.lemma in self.book.contains for r in clause.verb.readings)
        if contains and clause.kind == "relative" and clause.parent is not None and clause.head is not None and self.is_carrier(clause.head):
            return self._named_maker(clause.head, clause.parent) or self.speakers(clause.parent)  # ``نشرت الصحيفة تقريرا جاء فيه``
        if clause.subject and self.is_carrier(clause.subject[0]):
            return self.behind_carrier(clause.subject[0], clause)
        if contains:
            for group in clause.slots.get(self.book.contained_in, []):
                if self.is_carrier(group[0]):
                    return self.behind_carrier(group[0], clause)
        actors = self.resolver.subject(clause)
        spokesmen = [a for g in clause.slots.get(self.book.spoken_by, []) for a in self.resolver.of_group(g)]
        if spokesmen and not any(self.is_outlet(a) for a in actors):  # ``كتبت الوكالة على لسان مسؤول``: it passes on
            return spokesmen
        told = clause.contents or clause.opener is not None or not contains  # ``وجاءت الزيارة`` says nothing
        if clause.passive or not clause.subject or self.kind(clause) in ("", "act") or not told or contains:
            return actors
        return self.named(clause.subject, actors)

    def named(self, group: Sequence[Unit], actors: Sequence[int]) -> list[int]:
        """The actors of a phrase that names a source; one known by its description only becomes an actor by it."""
        unit = group[0]
        described = unit.head is None and not unit.pronoun and all(f.kind == "nisba" for f in unit.found)
        if actors and not described:
            return (self._outlet_meant(actors) if self._is_any_source(unit) else []) or list(actors)
        if taken_up := self._taken_up(unit):
            return taken_up
        if unit.kind != NOUN or unit.pronoun or unit.stem in self.masdars:
            return list(actors)
        return [self._anonymous(unit)]

    def _is_any_source(self, unit: Unit) -> bool:
        """``المصدر``, ``المصدر ذاته``, ``نفس المصدر``."""
        words = [t.word for t in self.tokens[unit.first : unit.last]]
        named = [w for w in words if w.base not in self.book.same]
        return len(named) == 1 and named[0].article and named[0].stem in self.book.any_source

    def _outlet_meant(self, actors: Sequence[int]) -> list[int]:
        """``كشفت صحيفة كذا أن …، وأضاف المصدر``: the outlet or unnamed source cited last; else whose statement it was."""
        if any(a in self.cited for a in actors):
            return []
        last = next((i for i in reversed(self.cited) if self.is_outlet(i) or self._is_unnamed_source(i)), -1)
        return [last] if last >= 0 else self.makers

    def _is_unnamed_source(self, actor: int) -> bool:
        """``مصدر مطلع``, which ``المصادر`` takes up."""
        entry = self.cast.actors[actor]
        return entry.kind == "group" and self._head_of(entry) in self.book.any_source

    def _taken_up(self, unit: Unit) -> list[int]:
        """``المسؤول``, ``الصحيفة``: a source given before, taken up by the word that describes it."""
        if not unit.definite or any(f.actor >= 0 for f in unit.found):
            return []
        words = [t.word.stem for t in self.tokens[unit.first : unit.last]]
        alike = self.book.any_source if unit.stem in self.book.any_source else {unit.stem}
        described = [i for i in reversed(self.cited) if not alike.isdisjoint(w.removeprefix("ال") for w in self.cast.actors[i].words)]
        if len(words) == 1 and unit.stem in self.book.outlet_heads | self.book.any_source:
            described += [i for i in reversed(self.cited) if self.is_outlet(i)]
        elif len(words) > 1:  # ``المصدر المطلع``: of several, the one who was described so
            described = [i for i in described if self.cast.actors[i].kind == "group"]
            described.sort(key=lambda i: not self.cast.actors[i].words.issuperset(words))
        return described[:1]

    def _anonymous(self, unit: Unit) -> int:
        """``وسائل إعلام إسرائيلية``: a source known by its description only."""
        country = next((f.country for f in unit.found if f.country), None)
        name = self._as_written(unit.first, unit.last)
        words = group_words(name)
        for index, actor in enumerate(self.cast.actors):
            if actor.kind == "group" and actor.words == words:
                return index
        index = self.cast.add(Actor("group", name, country, words=words, gender=unit.gender))
        self.cast.actors[index].mentions.append(Found(unit.first, unit.last, "group", name, country, rule="source", actor=index))
        return index

    def _as_written(self, first: int, last: int) -> str:
        """Words as the outlet wrote them, without marks and the first word's clitics."""
        pieces = [self.original(t.start, t.end) for t in self.tokens[first:last] if t.word.kind != "mark"]
        return " ".join((without_clitics(pieces[0], self.tokens[first]), *pieces[1:]))

    def is_reported_on(self, clause: Clause) -> bool:
        """``تحدثت تقارير عن مجازر ارتكبتها …``: whether a clause describes what the verb of reporting before it is about."""
        around, head = clause.parent, clause.head
        if clause.kind != "relative" or head is None or around is None or around.verb is None or around.contents:
            return False
        if head.slot == "" or self.is_carrier(head) or head.head is not None or head.stem in self.book.witnesses:
            return False
        told = {slot for r in around.verb.readings if (v := self.book.verbs.get(r.lemma)) is not None for slot in v.content}
        return head.slot in told and bool(around.subject)

    # --- statements ---------------------------------------------------------------------------------------------------------

    def note_statement(self, clause: Clause, speakers: Sequence[int]) -> None:
        """Remember who made a statement: ``قالت الرئاسة، في بيان، إن``."""
        if speakers and any(self.is_carrier(u) for groups in clause.slots.values() for g in groups for u in g):
            self.makers = list(speakers)

    def is_carrier(self, unit: Unit) -> bool:
        """Whether a phrase is a word that stands for its maker: ``بيان``, ``تصريح``."""
        return unit.stem in self.book.carriers or (not unit.definite and unit.stem.removesuffix(_TANWIN) in self.book.carriers)

    def is_statement(self, actor: int) -> bool:
        """``بيان ثلاثي مشترك``: a statement known by its description only."""
        entry = self.cast.actors[actor]
        return entry.kind == "group" and fold(entry.name).split()[0] in self.book.carriers

    def behind_carrier(self, unit: Unit, clause: Clause) -> list[int]:
        """Whose statement it is: ``بيان الوزارة``, ``بيان للسفارة``; ``البيان`` is that of whoever made the last statement."""
        if actors := self._named_maker(unit, clause):
            self.makers = actors
            return actors
        definite = unit.definite or self.tokens[unit.last - 1].word.article  # ``نص البيان``
        if definite and (makers := self._last_makers(unit)):
            return makers
        if unit.found and (actors := self.resolver.of_group([unit])):
            return actors
        if not definite and unit.last - unit.first > 1:
            return [self._anonymous(unit)]
        return []

    def _named_maker(self, unit: Unit, clause: Clause) -> list[int]:
        if any(f.kind != "nisba" for f in unit.found) and (actors := self.resolver.of_group([unit])):
            return actors
        ends = next((u.first for u in clause.units if u.first > unit.first and u.kind not in (NOUN, DATE)), len(self.tokens))
        behind = [g for slot in self.book.maker_slots for g in clause.slots.get(slot, []) if unit.first <= g[0].first < ends]
        behind.sort(key=lambda group: group[0].first)
        return next((actors for group in behind if (actors := self.resolver.of_group(group) or self._office_of(group[0]))), [])

    def _office_of(self, unit: Unit) -> list[int]:
        """``بلاغ للديوان الملكي``, ``بيان صادر عن المكتب الإعلامي لفلان``: a body known by what it is only."""
        described = unit.kind == NOUN and unit.definite and not unit.found and unit.last - unit.first > 1
        return [self._anonymous(unit)] if described and self.tokens[unit.first].word.stem in title_book().bodies else []

    def _last_makers(self, unit: Unit) -> list[int]:
        """Who made the last statement; ``البيان الفرنسي`` is of nobody from elsewhere."""
        countries = {f.country for f in unit.found if f.country}
        if not countries:
            return self.makers or self.stated or self.resolver.last_speaker
        return next(([c] for c in reversed(self.cited) if self.cast.actors[c].country in countries), [])

    def publishes(self, actor: int, clause: Clause) -> bool:
        """``في بيان نشرته الرئاسة``: a body that published the statement of somebody who is not its own head."""
        entry = self.cast.actors[actor]
        speakers = self.resolver.subject(clause.parent) if clause.parent is not None else []
        roles = {w for s in speakers for w in org_words(self.cast.actors[s].role or "")}
        return entry.kind == "organization" and actor not in speakers and bool(speakers) and not entry.words <= roles

    # --- outlets and further links ------------------------------------------------------------------------------------------

    def outlets(self, clause: Clause, speakers: Sequence[int]) -> list[int]:
        """Outlets told (``لوكالة كذا``) and agencies that carried the statement (``في بيان نشرته وكالة كذا``)."""
        found: list[int] = []
        for slot in self.book.told_slots:
            for group in clause.slots.get(slot, []):
                found += [a for a in self.resolver.of_group(group) if self.is_outlet(a)] or self._quoted_outlet(group[0], clause, slot)
        found += [a for a in self.resolver.of_group(clause.object) if self.is_outlet(a)] if self._tells_object(clause) else []
        for groups in clause.slots.values():
            for group in groups:
                for unit in group:
                    if self.is_carrier(unit):
                        found += [a for f in unit.found if (a := f.actor) >= 0 and self.is_outlet(a)]
        return [a for a in dict.fromkeys(found) if a not in speakers and not self.is_own(a)]

    def _tells_somebody(self, clause: Clause) -> bool:
        """``قال لـ«كذا»``, ``في تصريح لـ«كذا»``."""
        return self.kind(clause) in ("say", "add", "claim") or any(self.is_carrier(g[0]) for gs in clause.slots.values() for g in gs)

    def _tells_object(self, clause: Clause) -> bool:
        """``أبلغ مصدر أمني وكالة كذا أن``: a verb of which the object is told."""
        return clause.verb is not None and any((v := self.book.verbs.get(r.lemma)) is not None and v.tells_object for r in clause.verb.readings)

    def _quoted_outlet(self, unit: Unit, clause: Clause, slot: str) -> list[int]:
        """``في تصريح لموقع «كذا»``, ``قال لـ«بوابة كذا»``: an outlet that only its place and its quotes tell."""
        if unit.kind != NOUN or unit.pronoun or (unit.head is not None and unit.head.kind not in ("organization", "place")):
            return []
        headed = unit.stem in self.book.outlet_heads and self.tokens[unit.first - 1].word.form != _QUOTE
        if not headed and (slot != self.book.told_slots[0] or not self._tells_somebody(clause) or unit.stem in self.masdars):
            return []
        first = unit.last if headed else unit.first - 1
        if not (0 <= first < len(self.tokens)) or self.tokens[first].word.form != _QUOTE:
            return []
        end = next((t.index for t in self.tokens[first + 1 : first + _NAME] if t.word.form == _QUOTE), -1)
        if end < 0 or end == first + 1:
            return []
        name = self._as_written(unit.first if headed else first + 1, end)
        words = org_words(name)
        for index, actor in enumerate(self.cast.actors):
            if actor.kind == "organization" and (actor.words == words or org_words(actor.name) == words):
                return [index]
        index = self.cast.add(Actor("organization", name, sector="MED", words=words, gender="f"))
        self.cast.actors[index].mentions.append(Found(unit.first, end, "organization", name, rule="outlet told", actor=index))
        return [index]

    def is_own(self, actor: int) -> bool:
        """Whether a source is the very outlet that publishes the article: what it was told is in its own voice."""
        words = org_words(self.cast.actors[actor].name) if self.outlet else frozenset()
        return bool(words) and (words <= self.outlet or self.outlet <= words)

    def is_outlet(self, actor: int) -> bool:
        """Whether an actor is an agency, a paper, a channel: one of the knowledge, or by the head of its name."""
        entry = self.cast.actors[actor]
        if entry.kind == "group":
            return self._head_of(entry) in self.book.outlet_heads  # ``الوكالة الرسمية``
        if entry.kind != "organization":
            return False
        return entry.sector == "MED" or (entry.known_as is None and self._head_of(entry) in self.book.outlet_heads)

    def _head_of(self, entry: Actor) -> str:
        return next(iter(w for w in org_words(entry.name.split()[0])), "")

    def further(self, clause: Clause) -> tuple[int, ...]:
        """``نقلت … عن فلان``: the links behind the one that passes on."""
        if clause.verb is None:
            return self._behind_outlet(clause)
        for reading in clause.verb.readings:
            known = self.book.verbs.get(reading.lemma)
            for slot in (*(known.source if known else ()), self.book.passed_on, self.book.spoken_by):
                for group in clause.slots.get(slot, []):
                    actors = self.resolver.of_group(group)
                    if clause.contents or slot == self.book.passed_on or group[0].stem in self.book.witnesses:
                        actors = self.named(group, actors)
                    if actors:
                        return tuple(actors)
        return ()

    def _behind_outlet(self, clause: Clause) -> tuple[int, ...]:
        """``وكالة كذا عن مصادر: …``, ``… نقلا عن مصادر: …``: a headline's links behind the outlet."""
        if not clause.contents or not any(self.is_outlet(a) for a in self.speakers(clause)):
            return ()
        groups = (g for slot in (*self.book.headline_slots, self.book.passed_on) for g in clause.slots.get(slot, []))
        return next((tuple(actors) for g in groups if (actors := self.named(g, self.resolver.of_group(g)))), ())

    def of_phrase(self, group: Sequence[Unit], clause: Clause) -> list[int]:
        """Whom ``وفق …`` names: nobody in ``وفق القانون``; an office may be followed by its holder: ``وفقا لعضو في المجلس، فلان``."""
        if group[0].head is None and (group[0].stem in self.book.norms or not (group[0].found or group[0].stem in self.book.witnesses)):
            return []
        actors = self.named(group, self.resolver.of_group(group))
        if len(actors) == 1 and self.cast.actors[actors[0]].kind == "group" and (person := self._apposed(group[-1], clause)) >= 0:
            return [person]
        return actors

    def told_by_phrase(self, group: Sequence[Unit], clause: Clause) -> list[int]:
        """``وفق مصدر أمني لوكالة كذا``: the outlet that the source of a phrase spoke to."""
        behind = clause.units[clause.units.index(group[-1]) + 1 :][:1] if group[-1] in clause.units else []
        outlets = [a for u in behind if u.kind == NOUN and u.slot == self.book.told_slots[0] for a in self.resolver.of_group([u])]
        return [a for a in outlets if self.is_outlet(a) and not self.is_own(a)]

    def _apposed(self, unit: Unit, clause: Clause) -> int:
        """The person named behind the comma that ends an unnamed office, else -1."""
        place = clause.units.index(unit) + 1 if unit in clause.units else len(clause.units)
        behind = clause.units[place:]
        mark = next((k for k, u in enumerate(behind) if u.kind == MARK), len(behind))
        if any(u.kind != NOUN or not u.slot for u in behind[:mark]) or mark + 1 >= len(behind):
            return -1
        after = behind[mark + 1]
        named = after.kind == NOUN and not after.slot and not after.conjunction and after.head is not None and after.head.kind == "person"
        return after.head.actor if named and after.head is not None else -1

    def said_by(self, clause: Clause) -> list[int]:
        """``رغم تأكيد فلان أن …``: who says what a clause tells, where a noun of saying introduces it."""
        around, opener = clause.parent, clause.opener
        if around is None or opener is None:
            return []
        before = [u for u in around.units if u.last <= opener.first][-3:]
        for unit in reversed(before):
            if unit.kind == MARK and unit.stem != _QUOTE:
                return []
            if unit.kind != NOUN or unit.pronoun or not (form := self._saying(unit)):
                continue
            actors = self.resolver.of_group([unit]) or self._named_behind(before[before.index(unit) + 1 :])
            if not actors and form != unit.stem:  # ``تأكيده أن``
                actors = self.resolver.subject(around)
            return actors
        return []

    def _named_behind(self, units: Sequence[Unit]) -> list[int]:
        """``إفادة لمصدر سوري``, ``تصريحات من مسؤولين``: whose saying it is, behind the outlet that he told."""
        named = [a for u in units if u.slot in self.book.maker_slots for a in self.named([u], self.resolver.of_group([u]))]
        outlets = [a for a in named if self.is_outlet(a)]
        makers = [a for a in named if a not in outlets][:1]
        return [*(a for a in outlets if not self.is_own(a)), *makers] if makers else []

    def _saying(self, unit: Unit) -> str:
        """The noun of saying that a phrase begins with, without its pronoun."""
        return next((s for s in (unit.stem, *(unit.stem.removesuffix(p) for p in ("ه", "ها", "هم"))) if s in self.book.sayings), "")
