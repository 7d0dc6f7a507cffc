"""Join mentions to actors: the same name, a surname, an office, ``نظيره``, ``الجانبان``, ``الأخير``, ``الحركة``.

Arabic news names a person in full once, with office and country, and takes him up by surname, by office or by both. Headlines come first but
presuppose the body, so the body is read first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.actors.found import Found
from rawi.actors.gazetteer import Entity, Gazetteer, gazetteer
from rawi.actors.titles import canonical_title, title_book
from rawi.arabic.letters import fold
from rawi.model import ActorKind

_PARTICLES = frozenset(("بن", "ابن", "بنت", "ابو", "عبد", "ال"))
_SPOKEN_FOR = frozenset(("متحدث", "متحدثه", "ناطق", "ناطقه"))


@dataclass(slots=True)
class Actor:
    """An actor while an article is read; becomes :class:`rawi.model.Actor`."""

    kind: ActorKind
    name: str
    country: str | None = None
    latin: str | None = None
    sector: str | None = None
    role: str | None = None
    title: str | None = None
    known_as: str | None = None
    gender: str = "m"
    number: str = "s"
    words: frozenset[str] = frozenset()
    mentions: list[Found] = field(default_factory=list)


class Cast:
    """The actors of one article."""

    def __init__(self, day: str | None, home: str | None) -> None:
        self.actors: list[Actor] = []
        self.day, self.home = day, home
        self.names: Gazetteer = gazetteer()
        self.by_known: dict[str, int] = {}
        self.recent: list[int] = []
        self.where: list[int] = []  # the sentence of each entry of ``recent``
        self.sentence_of: Sequence[int] = ()
        self.countries: set[str] = set()
        self.quotes: frozenset[int] = frozenset()

    def join(self, found: Sequence[Found], title_ends: int, quotes: frozenset[int], sentence_of: Sequence[int]) -> None:
        """Give every mention its actor. ``title_ends``: the first token after the title; ``quotes``: tokens that are quotes or brackets."""
        self.quotes, self.sentence_of = quotes, sentence_of
        self.countries = {f.country for f in found if f.country}
        body = [f for f in found if f.first >= title_ends]
        title = [f for f in found if f.first < title_ends]
        for before, mention in zip([None, *body, *title], body + title, strict=False):
            if mention in title[:1]:
                self.recent.clear()
                self.where.clear()
            index = self._alias_of(before, mention) if before is not None else -1
            if index < 0:
                index = self._actor_of(mention)
            mention.actor = index
            if index >= 0:
                self.actors[index].mentions.append(mention)
                self.recent.append(index)
                self.where.append(sentence_of[mention.first])
            elif mention.kind == "pair":
                beside = before.actor if before is not None and before.last == mention.first else -1
                mention.members = self._pair(mention, beside)
                self.recent.extend(mention.members)
                self.where.extend([sentence_of[mention.first]] * len(mention.members))
        self._spell_out(body + title)
        self._settle_countries(found)

    def _spell_out(self, found: Sequence[Found]) -> None:
        """``ثلاث دول خليجية (السعودية والبحرين والإمارات)``: a group that brackets spell out is those states."""
        for at, mention in enumerate(found):
            if mention.kind != "group" or mention.last not in self.quotes:
                continue
            listed: list[Found] = []
            end = mention.last + 1
            for following in found[at + 1 :]:
                if following.kind != "state" or following.first - end > 1:
                    break
                listed.append(following)
                end = following.last
            if len(listed) > 1 and end in self.quotes:
                mention.kind, mention.members, mention.actor = "pair", tuple(f.actor for f in listed), -1

    def _alias_of(self, before: Found, mention: Found) -> int:
        """``الرئاسة الروسية «الكرملين»``, ``صندوق الأمم المتحدة للطفولة (اليونيسف)``: a second name of the same body right behind it."""
        if before.kind != "organization" or mention.kind != "organization" or before.actor < 0 or mention.first != before.last + 1 or before.last not in self.quotes:
            return -1
        actor = self.actors[before.actor]
        if mention.country and actor.country and mention.country != actor.country:
            return -1
        if mention.known_as and mention.known_as in self.by_known and self.by_known[mention.known_as] != before.actor:
            return -1
        if mention.known_as:
            self.by_known[mention.known_as] = before.actor
            actor.known_as, actor.latin, actor.sector = actor.known_as or mention.known_as, actor.latin or mention.latin, actor.sector or mention.sector
        actor.words = actor.words | org_words(mention.name)
        actor.name = f"{actor.name} {mention.name}"
        return before.actor

    # --- one mention ----------------------------------------------------------------------------------------------------

    def _actor_of(self, mention: Found) -> int:
        match mention.kind:
            case "person":
                return self._person(mention)
            case "role":
                return self._role(mention)
            case "state":
                if mention.rule == "side" and (delegation := self._delegation(mention.country)) >= 0:
                    return delegation
                return self.state(mention.country or "", mention)
            case "organization":
                return self._organization(mention)
            case "group":
                return self._group(mention)
            case _:
                return -1

    def add(self, actor: Actor) -> int:
        """Register an actor and give its number."""
        self.actors.append(actor)
        if actor.known_as:
            self.by_known[actor.known_as] = len(self.actors) - 1
        return len(self.actors) - 1

    def state(self, country: str, mention: Found | None = None) -> int:
        """The actor for a state, made when first needed."""
        known_as = f"country/{country}"
        if known_as in self.by_known:
            return self.by_known[known_as]
        entity = self.names.entities[self.names.states[country]] if country in self.names.states else None
        if entity is None:
            return -1
        name = entity.name
        if mention is not None and mention.kind == "state" and mention.rule == "state":
            name = mention.name
        return self.add(Actor("state", name, country, entity.latin, "GOV", known_as=known_as, gender="f", words=frozenset(fold(name).split())))

    # --- people -----------------------------------------------------------------------------------------------------------

    def _person(self, mention: Found) -> int:
        words = name_words(mention.name)
        if mention.title == "نظير":
            mention.title = self._last_title()
        if mention.country is None and mention.role:
            mention.country = self._country_of_role(mention.role)
        known = self._choose(mention)
        if known is None and mention.rule == "surname":
            return self._same_person(words, mention)
        if known is not None and mention.rule == "surname" and known.country not in self.countries and known.known_as not in self.by_known:
            return -1
        if known is not None and (index := self.by_known.get(known.known_as, -1)) >= 0:
            self._enrich(index, mention, words)
            return index
        same = self._same_person(words, mention)
        if same >= 0:
            self._enrich(same, mention, words)
            if known is not None and not self.actors[same].known_as:
                self._identify(same, known)
            return same
        if mention.rule == "surname" and known is None:
            return -1
        actor = Actor("person", mention.name, mention.country, None, mention.sector, mention.role, mention.title, gender=mention.gender, words=words)
        index = self.add(actor)
        if known is not None:
            self._identify(index, known)
        return index

    def _country_of_role(self, role: str) -> str | None:
        """``المتحدث باسم المنظمة``: the body named before tells whom the person acts for."""
        for word in fold(role).split()[1:]:
            index = self._latest_body(word.removeprefix("ال")) if word.startswith("ال") else -1
            if index >= 0:
                return self.actors[index].country
        return None

    def _choose(self, mention: Found) -> Entity | None:
        """The person of the knowledge that a name stands for: by country, office and date; ``None`` where that leaves a doubt."""
        if not mention.people:
            return None
        scored = []
        surname_only = len(fold(mention.name).split()) == 1
        for number in dict.fromkeys(mention.people):
            entity = self.names.entities[number]
            if mention.country and entity.country and mention.country != entity.country:
                continue
            in_office = self.names.in_office(number, self.day)
            holds = bool(mention.title) and any(t.title == canonical_title(mention.title) for _, t in self.names.people_terms.get(number, ()))
            if surname_only and not in_office and not holds:
                continue
            scored.append((2 * holds + in_office + (mention.country is not None and mention.country == entity.country), number))
        if not scored:
            return None
        scored.sort(reverse=True)
        if len(scored) > 1 and scored[0][0] == scored[1][0] and surname_only:
            named = [n for _, n in scored if self.names.entities[n].known_as in self.by_known]
            return self.names.entities[named[0]] if len(named) == 1 else None
        return self.names.entities[scored[0][1]]

    def _identify(self, index: int, known: Entity) -> None:
        actor = self.actors[index]
        actor.known_as, actor.latin = known.known_as, known.latin
        actor.country = known.country or actor.country
        actor.sector = known.sector or actor.sector
        self.by_known[known.known_as] = index

    def _same_person(self, words: frozenset[str], mention: Found) -> int:
        """A person already named whose name holds this one, or is held by it; the latest first."""
        for index in reversed(range(len(self.actors))):
            actor = self.actors[index]
            if actor.kind != "person" or not words:
                continue
            if words <= actor.words or actor.words <= words:
                if mention.country and actor.country and mention.country != actor.country and len(words) < 2:
                    continue
                return index
            if len(words & actor.words) >= 2 and (_last(mention.name) == _last(actor.name)):
                return index
            if _nearly(mention.name, actor.name):
                return index
        return -1

    def _enrich(self, index: int, mention: Found, words: frozenset[str]) -> None:
        actor = self.actors[index]
        if len(words) > len(actor.words):
            actor.name, actor.words = mention.name, words
        if actor.role is None or (actor.title is None and mention.title):
            actor.role, actor.title = mention.role or actor.role, mention.title or actor.title
        actor.country = actor.country or mention.country
        actor.sector = actor.sector or mention.sector

    def _last_title(self) -> str | None:
        for index in reversed(self.recent):
            if self.actors[index].kind == "person" and self.actors[index].title:
                return self.actors[index].title
        return None

    # --- offices without a name -------------------------------------------------------------------------------------------

    def _role(self, mention: Found) -> int:
        title = canonical_title(mention.title) if mention.title else ""
        if title == "نظير":
            title = self._last_title() or title
        if title == "اخير":
            return self._latest("person", "state", "organization")
        head = title.split()[0] if title else ""
        if head in _SPOKEN_FOR:
            return self._spoken_for(mention)
        if (index := self._holder_here(title, mention.country)) >= 0:
            return index
        if mention.country is None and len(fold(mention.name).split()) == 1 and mention.name.startswith("ال"):
            return self._latest_with_head(head)
        for number in self.names.holders(mention.country, title, self.day):
            known = self.names.entities[number].known_as
            if known in self.by_known:
                return self.by_known[known]
        return self._describe(mention)

    def _holder_here(self, title: str, country: str | None) -> int:
        """A person of this article who bears this office."""
        for index in reversed(range(len(self.actors))):
            actor = self.actors[index]
            if actor.kind != "person" or not actor.title:
                continue
            if country and actor.country and country != actor.country:
                continue
            held = canonical_title(actor.title)
            if held == title or (country and title and (held.startswith(title + " ") or title.startswith(held + " "))):
                return index
        if country and title:
            for number in self.names.holders(country, title, self.day):
                if (index := self.by_known.get(self.names.entities[number].known_as, -1)) >= 0:
                    return index
        return -1

    def _latest_with_head(self, head: str) -> int:
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "person" and actor.title and actor.title.split()[0] == head:
                return index
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "person" and actor.role and head in {w.removeprefix("ال") for w in fold(actor.role).split()}:
                return index
        return -1

    def _spoken_for(self, mention: Found) -> int:
        """An unnamed spokesman is the institution (coding guide)."""
        words = mention.name.split()
        if len(words) < 3:
            return self._latest_with_head("متحدث")
        after = " ".join(words[2:]) if fold(words[1]) == "باسم" else " ".join(words[1:])
        after = after.removeprefix("باسم ").strip()
        if (code := next((a.country for a in self.actors if a.kind == "state" and fold(a.name) == fold(after)), None)) is not None:
            return self.state(code)
        inner = Found(mention.first, mention.last, "organization", after, mention.country, sector=mention.sector or "GOV", by="role", rule="spokesman")
        return self._organization(inner)

    def _latest(self, *kinds: str) -> int:
        for index in reversed(self.recent):
            if self.actors[index].kind in kinds:
                return index
        return -1

    def _describe(self, mention: Found) -> int:
        """An actor known only by description: an unnamed office holder, delegation or source."""
        words = group_words(mention.name)
        for index in reversed(range(len(self.actors))):
            actor = self.actors[index]
            if actor.kind == "group" and (not mention.country or not actor.country or mention.country == actor.country) and (actor.words == words or (min(len(words), len(actor.words)) > 1 and (words <= actor.words or actor.words <= words))):
                nominative = mention.name.split()[0].endswith("ون") and actor.name.split()[0].endswith("ين")
                if nominative or (actor.name.startswith("ال") and not mention.name.startswith("ال")):
                    actor.name, actor.words = mention.name, words
                return index
        number = "s" if mention.kind == "role" else mention.number
        return self.add(Actor("group", mention.name, mention.country, None, mention.sector, mention.role, mention.title, gender=mention.gender, number=number, words=words))

    # --- bodies and groups ------------------------------------------------------------------------------------------------

    def _organization(self, mention: Found) -> int:
        words = org_words(mention.name)
        if mention.known_as and mention.known_as in self.by_known:
            index = self.by_known[mention.known_as]
            if len(words) > len(self.actors[index].words):
                self.actors[index].name, self.actors[index].words = mention.name, words
            return index
        if mention.rule == "bare body":
            words_of = fold(mention.name).split()
            latest = self._latest_body(words_of[0].removeprefix("ال")) if len(words_of) == 1 else -1
            return latest if latest >= 0 or mention.sector is None else self._describe(mention)
        for index in reversed(range(len(self.actors))):
            actor = self.actors[index]
            if actor.kind != "organization":
                continue
            same = words == actor.words or (min(len(words), len(actor.words)) >= 2 and (words <= actor.words or actor.words <= words))
            if same and (_is_ministry(words, actor.words) or _heads_agree(mention.name, actor.name)) and (not mention.country or not actor.country or mention.country == actor.country):
                if len(words) > len(actor.words):
                    actor.name, actor.words = mention.name, words
                actor.country = actor.country or mention.country
                return index
        return self.add(Actor("organization", mention.name, mention.country, mention.latin, mention.sector, known_as=mention.known_as, gender=mention.gender, words=words))

    def _latest_body(self, head: str) -> int:
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "organization" and head in {w.removeprefix("ال") for w in fold(actor.name).split()[:2]}:
                return index
        return -1

    def _group(self, mention: Found) -> int:
        if mention.name.startswith("ال") and len(fold(mention.name).split()) == 1 and not mention.country:
            stem = fold(mention.name).removeprefix("ال")
            for index in reversed(self.recent):
                actor = self.actors[index]
                if actor.kind == "group" and stem[:4] in {w.removeprefix("ال")[:4] for w in actor.words}:
                    return index
        return self._describe(mention)

    def _pair(self, mention: Found, beside: int) -> tuple[int, ...]:
        """The last two different actors of the kind that the word asks for, without ``beside``, who acts on them (``حث فلان الطرفين``)."""
        if mention.origins:
            return self._of_countries(mention.origins)
        kinds = {"people": ("person",), "states": ("state",), "sides": ("person", "state", "organization", "group")}[mention.title or "sides"]
        if mention.title == "sides":
            for narrow in (("person",), ("state", "organization", "group")):
                if len(found := self._last_two(narrow, beside)) == 2:
                    return found
        return self._last_two(kinds, beside)

    def _delegation(self, code: str | None) -> int:
        """``الجانب الروسي`` takes up the Russian delegation, where there is one."""
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "group" and actor.country == code and "وفد" in actor.words:
                return index
        return -1

    def _of_country(self, code: str) -> int:
        """The last person named who acts for a country, else the country."""
        for index in reversed(self.recent):
            actor = self.actors[index]
            if actor.kind == "person" and actor.country == code and (actor.title or "").split(" ")[0] not in _SPOKEN_FOR:
                return index
        return self.state(code)

    def _of_countries(self, codes: tuple[str, ...]) -> tuple[int, ...]:
        """``الجانبان المصري والروسي``: people of those countries who hold one office, else the last of each, else the states."""
        people = [[i for i in dict.fromkeys(reversed(self.recent)) if self.actors[i].kind == "person" and self.actors[i].country == c] for c in codes]
        titles = [{canonical_title(self.actors[i].title or ""): i for i in reversed(side)} for side in people]
        shared = set(titles[0]).intersection(*titles[1:]) - {""} if titles else set()
        if shared and len(codes) > 1:
            title = next(iter(sorted(shared)))
            return tuple(side[title] for side in titles)
        return tuple(a for code in codes if (a := self._of_country(code)) >= 0)

    def _last_two(self, kinds: tuple[str, ...], beside: int) -> tuple[int, ...]:
        """The latest of the sentence at hand, then whoever each sentence before it named first: that is its subject."""
        found: list[int] = []
        last = self.where[-1] if self.where else 0
        order = [i for i, s in zip(reversed(self.recent), reversed(self.where), strict=True) if s == last]
        for sentence in dict.fromkeys(s for s in reversed(self.where) if s != last):
            order += [i for i, s in zip(self.recent, self.where, strict=True) if s == sentence]
        for index in order:
            if self.actors[index].kind in kinds and index not in found and index != beside:
                found.append(index)
            if len(found) == 2:
                return tuple(sorted(found, key=self.recent.index))
        return ()

    # --- what the whole article tells ----------------------------------------------------------------------------------------

    def _settle_countries(self, found: Sequence[Found]) -> None:
        """People and bodies without a country of their own act for the article's one country, where it has one."""
        scenes = {f.country for f in found if f.kind == "place" and f.country}
        scene = next(iter(scenes)) if len(scenes) == 1 else None  # everything happens in one country
        counts = Counter(a.country for a in self.actors for _ in a.mentions if a.country and a.country != "IGO")
        if not counts:
            common = self.home
        else:
            (top, n), total = counts.most_common(1)[0], sum(counts.values())
            common = top if n >= 0.6 * total else None
        for actor in self.actors:
            if actor.country is None and actor.known_as is None and actor.kind in ("person", "organization"):
                generic = actor.role is not None or actor.kind == "organization"
                actor.country = (self.home if generic and self.home in counts and actor.kind == "organization" else None) or common or (scene if generic else None)


def name_words(name: str) -> frozenset[str]:
    """The words that distinguish a person's name: without particles and articles."""
    words = [w.removeprefix("ال") if len(w) > 4 else w for w in fold(name).replace("-", " ").split()]
    words = [w[3:].removeprefix("ال") if w.startswith("عبدال") else w for w in words]
    return frozenset(w for w in words if w not in _PARTICLES) or frozenset(words)


def org_words(name: str) -> frozenset[str]:
    """The words of a body's name, without articles."""
    return frozenset(w.removeprefix("ال").removeprefix("لل") if len(w) > 4 else w for w in fold(name).split())


_GENERIC = frozenset(("وكاله", "شركه", "منظمه", "تنظيم", "حركه", "حزب", "صحيفه", "قناه", "مجموعه", "جماعه", "جريده", "موسسه", "هييه", "مملكه", "دوله"))


def _is_ministry(one: frozenset[str], other: frozenset[str]) -> bool:
    """``الخارجية القطرية`` is ``وزارة الخارجية القطرية``."""
    return one ^ other == {"وزاره"} and len(one | other) > 2


def _heads_agree(one: str, other: str) -> bool:
    """``حكومة الوفاق`` and ``قوات حكومة الوفاق`` are two bodies: the longer name's head is part of the shorter, or says only what it is."""
    short, long = sorted((fold(one).split(), fold(other).split()), key=len)
    head = long[0].removeprefix("ال")
    return head in _GENERIC or head in {w.removeprefix("ال") for w in short}


def group_words(name: str) -> frozenset[str]:
    """The words of a description, with case endings made one: ``الصيادين المصريين`` are ``الصيادون المصريون``."""
    return frozenset(w[:-2] + "ون" if len(w) > 4 and w.endswith("ين") else w for w in org_words(name))


def _last(name: str) -> str:
    return fold(name).split()[-1].removeprefix("ال")


def _nearly(one: str, other: str) -> bool:
    """Two spellings of one foreign name: ``تشاوش أوغلو``, ``جاويش أوغلو``; ``رينزي``, ``رينتسي``."""
    a, b = fold(one).split(), fold(other).split()
    return len(a) == len(b) >= 2 and sum(x == y for x, y in zip(a, b, strict=True)) >= len(a) - 1 and _skeleton(one) == _skeleton(other)


def _skeleton(name: str) -> str:
    """Consonants with the letters that foreign sounds waver between made one."""
    letters = fold(name).replace(" ", "").replace("تش", "ج").replace("تس", "ز")
    return "".join({"غ": "ج", "ك": "ج", "ق": "ج", "ف": "ب", "س": "ز", "ص": "ز", "ط": "ت", "ظ": "د", "ذ": "د"}.get(c, c) for c in letters if c not in "اويه")


def spoken_title(title: str) -> str:
    """The English of an office, or an empty text."""
    return title_book().latin.get(title, "")
