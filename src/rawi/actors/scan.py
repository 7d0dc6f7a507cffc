"""Find what may name an actor: people with their titles, states, bodies, groups, places; known ones and unknown ones.

One walk over the words of the article. At each word the readings that can begin there compete: a title with or without a name, a name
of the knowledge, the head of a body's name, a noun of a group, a bare name. The longest wins; ties go in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.actors.found import Found
from rawi.actors.gazetteer import Entity, Gazetteer, gazetteer
from rawi.actors.names import NameReader
from rawi.actors.titles import TitleBook, title_book
from rawi.arabic.letters import fold
from rawi.arabic.lexicon import Lexicon, lexicon
from rawi.arabic.words import Token

_QUOTES = frozenset("\"'()[]")
_ROLE_PREPOSITIONS = {
    "باسم": None, "لدي": None,
    "الي": frozenset(("مبعوث", "سفير", "ممثل", "مندوب", "موفد")),
    "في": frozenset(("عضو", "قيادي", "نايب", "قاض", "منسق", "ممثل", "مبعوث", "رييس", "مدير", "باحث", "قايد", "وكيل", "مسوول")),
    "عن": frozenset(("نايب", "ناطق", "مسوول", "مدافع")),
    "علي": frozenset(("مشرف",)),
    "بين": frozenset(),
}  # fmt: skip
_TO_BODIES = frozenset(("مبعوث", "سفير", "امين", "ممثل", "مندوب", "رييس", "قايد", "مدير", "منسق", "مفوض", "مقرر", "ناطق", "متحدث", "مستشار", "نايب", "موفد", "سكرتير", "مساعد", "وكيل", "مرشد"))
_LINKING_HEADS = frozenset(("وزاره", "هييه", "لجنه", "مجلس", "منظمه", "نقابه", "موسسه", "صندوق", "مركز", "اتحاد", "جمعيه", "محكمه", "وكاله", "وزير", "وزيره", "حزب", "جبهه", "رابطه"))
_ALIAS = frozenset(("ملقب", "مكني", "حركي", "كنيه", "كنيته", "لقبه", "يكني", "يلقب"))
_PEOPLE_OF = frozenset(("رجال", "ابناء", "اهالي", "سكان", "شيوخ", "زعماء", "قاده", "افراد", "عناصر", "عايلات", "اسر", "ممثلو", "ممثلي", "وفد", "وفود", "انصار", "اعضاء", "موظفو", "موظفي", "طلاب", "طلبه", "محامو", "محامي", "ذوو", "ذوي", "قيادات", "زعيم", "مويدو", "مويدي", "عمال", "جمهور", "مجموعه"))  # ``رجال قبائل``
_NUMBERS = frozenset(("ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره", "ثلاث", "اربع", "خمس", "ست", "سبع", "تسع", "عشر", "مييه", "الف", "عشرين", "عشرون", "ثلاثين", "ثلاثون", "اربعين", "اربعون", "خمسين", "خمسون", "ستين", "ستون", "سبعين", "سبعون", "ثمانين", "ثمانون", "تسعين", "تسعون"))
_UNCOUNTED = frozenset(("عشرات", "ميات", "الاف"))  # ``عشرات الناشطين``
_QUALITIES = frozenset((
    "عليا", "كبري", "عظمي", "وسطي", "صغري", "موقته", "موقت", "كبير", "كبيره", "جديده", "سابق", "سابقه", "اسبق", "راحل", "حالي", "منتخب", "معارض", "معارضه", "معتقل", "بارز", "معروف", "مكلف", "متقاعد", "مقال", "شهيد", "موقوف", "مستقيل", "مخلوع", "مساعد", "اول", "عام", "عامه", "خاص", "خاصه", "اعلي", "موحد", "جديد",
))  # fmt: skip
_INSTITUTIONS = frozenset(("GOV", "MIL", "COP", "LEG", "JUD"))
_LONGEST_CHAIN = 9
_HEADED_BY_PEOPLE = frozenset(("اداره", "حكومه", "مكتب"))


class Scanner:
    """Scans one article's words. ``blocked`` marks the words of dates, which name nobody."""

    def __init__(self, tokens: Sequence[Token], original: Callable[[int, int], str], blocked: Sequence[bool], day: str | None) -> None:
        self.tokens, self.original, self.blocked, self.day = tokens, original, blocked, day
        self.names: Gazetteer = gazetteer()
        self.book: TitleBook = title_book()
        self.lex: Lexicon = lexicon()
        self.reader = NameReader(tokens, self.names, self.book, self.lex, blocked)
        self.name_end = 0  # where the mention found last ended

    def scan(self) -> list[Found]:
        """All mentions in order, none overlapping, but for nisba mentions inside the names of bodies."""
        found: list[Found] = []
        at = self.name_end = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            best = None
            if not self.blocked[at]:
                best = self._counted(at) or (self._best_at(at) if token.word.kind == "word" else None)
            if best is None:
                at += 1
                continue
            found.append(best)
            found += self._inside_roles(best) if best.kind != "organization" else self._people_inside(best)
            at = max(best.last, at + 1)
            self.name_end = at if best.kind in ("state", "organization", "person", "group", "role") else 0
        return self._with_surnames(found)

    def _with_surnames(self, found: list[Found]) -> list[Found]:
        """Add the places where somebody named in full in this article is taken up by surname alone."""
        surnames = {words[-1] for f in found if f.kind == "person" and len(words := fold(f.name).split()) > 1 and words[-2] not in ("بن", "ال", "ابو")}
        surnames -= self.names.everyday
        if not surnames:
            return found
        covered = {at for f in found for at in range(f.first, f.last)}
        for token in self.tokens:
            word = token.word
            if token.index in covered or self.blocked[token.index] or word.kind != "word":
                continue
            if word.form in surnames or (word.base in surnames and word.base != word.form):
                if word.stem in self.names.demonyms and self._is_adjective(token.index):
                    continue
                found.append(Found(token.index, token.index + 1, "person", self.text(token.index, token.index + 1), rule="surname"))
        return sorted(found, key=lambda f: (f.first, -f.last))

    def _inside_roles(self, mention: Found) -> list[Found]:
        """Bodies with a name of their own inside a person's office: ``رئيس هيئة شؤون الأسرى الفلسطينية``."""
        if mention.kind not in ("person", "role") or mention.role is None:
            return []
        found: list[Found] = []
        at = mention.first + 1
        while at < mention.last:
            word = self.tokens[at].word
            usable = word.kind == "word" and not self._part_of_office(at)
            here, body = (self._known(at), self._body(at)) if usable else (None, None)
            if body is not None and (here is None or body.last > here.last):
                here = body
            if here is not None and here.kind == "organization" and here.rule != "bare body" and here.last <= mention.last:
                found.append(here)
                at = here.last
            else:
                at += 1
        return found

    def _people_inside(self, body: Found) -> list[Found]:
        """The person whose name a body bears: ``حكومة الرئيس فلان``, ``نظام فلان``."""
        for at in range(body.first + 1, body.last - 1):
            length, entities = self._longest(at)
            if length > 1 and any(self.names.entities[e].kind == "person" for e in entities):
                return [self._person(at, at, at + length, None, None, None, None, "inside a body's name")]
        if body.rule == "body of a person" and (person := self._person_after(body.first + 1)) is not None:
            return [person]
        return []

    def _longest(self, at: int) -> tuple[int, tuple[int, ...]]:
        return self.names.longest(self.tokens, at, self.blocked)

    def _part_of_office(self, at: int) -> bool:
        """``الخارجية`` in ``وزير الخارجية`` is the office, not the ministry."""
        words = [self.tokens[at - 1].word.stem, self.tokens[at].word.stem]
        return tuple(words) in self.book.offices or words[0] in ("وزير", "وزيره", "وزراء", "شوون")

    def _best_at(self, at: int) -> Found | None:
        if (taken_up := self._anaphor(at)) is not None:
            return taken_up
        best: Found | None = None
        known = self._known(at)
        headed = self.tokens[at].word.stem in _HEADED_BY_PEOPLE
        if known is not None and known.kind == "organization" and known.last - at >= 2 and known.rule != "bare body" and not headed:
            return known
        for read in (self._titled, lambda _: known, self._place, self._body, self._group, self._bare_name, self._people_by_origin):
            here = read(at)
            if here is not None and (best is None or here.last > best.last or (best.kind == "nisba" and here.kind == "group")):
                best = here
        return best

    # --- text of a mention -------------------------------------------------------------------------------------------

    def text(self, first: int, last: int) -> str:
        """The words as written, without the first word's clitics, quotes and commas."""
        parts: list[str] = []
        for token in self.tokens[first:last]:
            if token.word.kind == "mark" and token.word.form != "-":
                continue
            piece = self.original(token.start, token.end)
            if not parts:
                piece = _without_clitics(piece, token)
            parts.append(self._nominative(piece, token))
        return " ".join(parts)

    def _anaphor(self, at: int) -> Found | None:
        """``الجانبان``, ``الرئيسان``, ``الأخير``; ``نظيره التركي فلان``; ``الجانب الروسي``."""
        word = self.tokens[at].word
        if pair := self.book.pairs.get(word.base):
            end, origins = at + 1, []
            while (origin := self._origin_after(end)) is not None:
                origins.append(origin)
                end += 1
            return Found(at, end, "pair", self.text(at, end), title=pair, number="d", by="role", rule="pair", origins=tuple(origins))
        if word.base in self.book.latter:
            return Found(at, at + 1, "role", self.text(at, at + 1), title="اخير", by="role", rule="the latter")
        if word.base in self.book.counterparts:
            return self._counterpart(at)
        if word.base in self.book.sides and (country := self._origin_after(at + 1)):
            return Found(at, at + 2, "state", self.text(at, at + 2), country, by="role", known_as=f"country/{country}", rule="side")
        return None

    def _counterpart(self, at: int) -> Found | None:
        end, country = self._chain(at, at + 1, role=True)
        start = self._skip(end, commas=True)
        name_end = self._name_end(start, sure=True)
        if name_end > start:
            return self._person(at, start, name_end, self.text(at, end), "نظير", country, None, "counterpart")
        return Found(at, end, "role", self.text(at, end), country, role=self.text(at, end), title="نظير", by="role", rule="counterpart")

    def _nominative(self, piece: str, token: Token) -> str:
        """``وفدًا فرنسيًّا`` is named ``وفد فرنسي``: the accusative ending of an indefinite noun is none of the name."""
        stem = token.word.stem
        if not stem.endswith("ا") or token.word.article or len(stem) < 4:
            return piece
        bare = stem[:-1]
        if token.word.form in self.names.tree:
            return piece
        known = bare in self.book.groups or (bare in self.names.demonyms and self.names.demonyms[bare][2] == "s") or "\u064b" in piece
        return piece.rstrip("\u064b").removesuffix("ا").rstrip("\u064b\u0651") if known else piece

    # --- people ------------------------------------------------------------------------------------------------------

    def _titled(self, at: int) -> Found | None:
        """A title or office, and the name after it where there is one."""
        word = self.tokens[at].word
        stem = word.stem
        if word.function or (word.verbs and stem in self.lex.verb_by_place and not word.article and not word.preposition):
            return None  # ``أمام`` is no ``إمام``, ``طالب`` at the head of a clause no student
        if stem in self.book.honorifics or stem in self.book.ranks or stem in self.book.noble or stem in self.book.professions:
            if not self._is_given_name("", at) and not (stem in self.book.professions and self._qualifies(at)) and (named := self._after_rank(at)) is not None:
                return named
            if stem in self.book.noble and stem not in self.book.office_heads:
                return self._noble_alone(at)
        if stem not in self.book.office_heads:
            return None
        return self._office(at)

    def _after_rank(self, at: int) -> Found | None:
        """``اللواء الركن فلان``, ``الدكتور فلان``: ranks, professions and honorifics, then an office or a name."""
        next_at = at + 1
        role_end = at
        while next_at < len(self.tokens):
            word = self.tokens[next_at].word
            if self.blocked[next_at] or word.kind != "word" or word.conjunction:
                break
            known = word.stem in self.book.honorifics or word.stem in self.book.ranks or word.stem in self.book.noble
            origin = word.stem in self.names.demonyms and word.article
            described = word.article and word.stem in _QUALITIES or word.article and word.stem.endswith("ي") and word.form not in self.names.given and word.form not in self.names.surnames
            if not known and not origin and not described and word.stem not in ("ركن", "متقاعد", "اول", "حقوقي"):
                break
            next_at += 1
        role_end = next_at
        if next_at < len(self.tokens) and self.tokens[next_at].word.stem in self.book.office_heads and not self.tokens[next_at].word.conjunction:
            office = self._office(next_at)
            if office is not None and office.kind == "person":
                office.first = at
                return office
        start = self._skip(next_at, commas=self.tokens[at].word.article)
        end = self._name_end(start, sure=True)
        if end == start:
            return None
        stem = self.tokens[at].word.stem
        sector = "MIL" if stem in self.book.ranks else self.book.professions.get(stem)
        origin_country = next((o[0] for k in range(at, role_end) if (o := self.names.origin(self.tokens, k))), None)
        role = None if stem in self.book.honorifics else self.text(at, role_end)
        return self._person(at, start, end, role, None, origin_country, sector, "title")

    def _noble_alone(self, at: int) -> Found | None:
        word = self.tokens[at].word
        if not word.article:
            return None
        country = self._origin_after(at + 1)
        last = at + 2 if country else at + 1
        return Found(at, last, "role", self.text(at, last), country, role=self.text(at, last), title=word.stem, by="role", rule="title alone")

    def _office(self, at: int) -> Found | None:
        title, sector, gender, number, after = self._office_words(at)
        if not title or self._is_given_name(title, at):
            return None
        end, country = max(self._role_chain(at, after), self._role_chain(at, at + 1), key=lambda found: found[0])
        word = self.tokens[at].word
        role = self.text(at, end)
        more_end, more_country, more_role = self._further_offices(end)
        if more_role and country and more_country and more_country != country:
            more_end, more_role = end, None
        if more_role:
            role, country = f"{role}، {more_role}", country or more_country
        start = self._skip(more_end, commas=True)
        name_end = self._name_end(start, sure=True) if number == "s" else start
        if name_end - start == 1 and country and self._of_another_country(start, country):
            name_end = start
        if name_end > start and not self._is_other_clause(more_end, start):
            found = self._person(at, start, name_end, role, title, country, sector, "office + name")
            found.gender = "f" if word.stem.endswith("ه") else gender
            return found
        if number in ("d", "p"):
            return Found(at, end, "group", self.text(at, end), country, sector=sector, role=role, title=title, number=number, by="role", rule="offices")
        definite = word.article or country is not None or end > after or self.tokens[after - 1].word.article
        if not definite or (country is None and word.article and self._qualifies(at)):
            return None
        return Found(at, end, "role", role if not more_role else self.text(at, end), country, sector=sector, role=role, title=title, gender=gender, by="role", rule="office alone")

    def _of_another_country(self, at: int, country: str) -> bool:
        """``سيزور الرئيس المكسيكي ترامب``: a known surname of another country is another person."""
        form = self.tokens[at].word.form
        people = self.names.surnames.get(form, ())
        return bool(people) and form not in self.names.given and all(self.names.entities[p].country not in (country, None) for p in people)

    def _qualifies(self, at: int) -> bool:
        """``الحزب الحاكم``: a definite word right after a definite noun is its adjective, not an office."""
        before = self.tokens[at - 1].word if at else None
        if before is None or self.blocked[at - 1] or self.tokens[at].word.conjunction:
            return False
        if at == self.name_end and not self.tokens[at].word.stem.endswith(("ي", "يه")):
            return False  # a name is complete: what follows is a phrase of its own
        return before.article and before.kind == "word" and not before.function

    def _is_given_name(self, title: str, at: int) -> bool:
        """``ملك شاهر``, ``أمير حسن``: an office word that is a given name here, for a name follows it at once."""
        word = self.tokens[at].word
        return word.form in self.names.given and not word.article and at + 1 < len(self.tokens) and bool(self.reader.strength(self.tokens[at + 1]))

    def _office_words(self, at: int) -> tuple[str, str | None, str, str, int]:
        """The longest listed office at ``at``: its title, sector, gender, number and where it ends."""
        words: list[str] = []
        best: tuple[str, str | None, str, str, int] = ("", None, "m", "s", at)
        for offset in range(min(self.book.longest_office, len(self.tokens) - at)):
            word = self.tokens[at + offset].word
            if word.kind != "word" or (offset and self.blocked[at + offset]):
                break
            stem = word.stem if offset == 0 else word.form
            words.append(stem.removeprefix("ال") if len(stem) > 4 else stem)
            if office := self.book.offices.get(tuple(words)):
                best = (*office, at + offset + 1)
        if not best[0] and not self.tokens[at].word.verbs:
            return self.tokens[at].word.stem, "GOV", "m", "s", at + 1  # ``وكيل محافظة``: a head that a complement will tell
        return best

    def _role_chain(self, head_at: int, at: int) -> tuple[int, str | None]:
        """Where the role that goes on at ``at`` ends, and the country that it names."""
        return self._chain(head_at, at, role=True)

    def _further_offices(self, at: int) -> tuple[int, str | None, str | None]:
        """``قائد كذا، قائد كذا``, ``المبعوث الخاص ورئيس البعثة``: offices strung together before one name."""
        start = self._skip(at, commas=True)
        if start >= len(self.tokens) or self.tokens[start].word.stem not in self.book.office_heads or self.tokens[start].word.preposition:
            return at, None, None
        word = self.tokens[start].word
        title, _, _, number, after = self._office_words(start)
        if not title or number != "s":
            return at, None, None
        end, country = max(self._role_chain(start, after), self._role_chain(start, start + 1), key=lambda found: found[0])
        more_end, more_country, more = self._further_offices(end)
        here = self.text(start, end)
        if word.conjunction and more_end == end:
            name_start = self._skip(end, commas=True)
            if self._name_end(name_start, sure=True) == name_start:
                return at, None, None
        elif start > at and self._name_end(self._skip(more_end, commas=True), sure=True) == self._skip(more_end, commas=True):
            return at, None, None
        return more_end, country or more_country, here if more is None else f"{here}، {more}"

    def _skip(self, at: int, commas: bool) -> int:
        """Past a comma, quotes, honorifics and ranks that stand between office and name."""
        start = at
        seen_comma = False
        while at < len(self.tokens) and at - start < 5:
            word = self.tokens[at].word
            if word.form == "," and commas and not seen_comma:
                seen_comma = True
            elif word.form in _QUOTES and (at == start or seen_comma):
                pass
            elif word.kind == "word" and not word.conjunction and not word.preposition and (
                word.stem in self.book.honorifics or word.stem in self.book.ranks or (word.stem in self.book.noble and word.article)
                or word.stem in ("ركن",)
            ):  # fmt: skip
                pass
            else:
                return at
            at += 1
        return at if at < len(self.tokens) else start

    def _is_other_clause(self, role_end: int, start: int) -> bool:
        """A comma and then a weak name: ``قال الوزير، مساء`` is no name."""
        if role_end == start:
            return False
        return self.tokens[role_end].word.form == "," and self.reader.strength(self.tokens[start]) < 1

    def _name_end(self, at: int, sure: bool) -> int:
        if at >= len(self.tokens) or self.blocked[at] or self.tokens[at].word.kind != "word":
            return at
        length, entities = self._longest(at)
        people = any(self.names.entities[e].kind == "person" for e in entities)
        if length and not people and sure and length >= 1 and self.tokens[at].word.form not in self.names.given:
            return at
        if self.tokens[at].word.preposition or self.tokens[at].word.conjunction:
            return at + length if people and self.tokens[at].word.form in self.names.tree else at
        if people and length > 1:
            return self._known_name_end(at, at + length)
        end = self.reader.end(self.tokens, at, sure)
        if people and at + length > end:
            end = at + length
        if end == at and sure:
            base = self.tokens[at].word.form
            if base in self.names.surnames and base not in self.names.everyday and base not in self.names.demonyms and not self.tokens[at].word.verbs and not self.tokens[at].word.function:
                return at + 1
        return end

    def _known_name_end(self, at: int, last: int) -> int:
        """A name of the knowledge goes on only with a particle: ``محمد بن سلمان آل سعود``."""
        if last + 1 < len(self.tokens) and self.tokens[last].word.form in ("بن", "ال"):
            return max(last, self.reader.end(self.tokens, at, sure=True))
        return last

    def _person(self, first: int, start: int, end: int, role: str | None, title: str | None, country: str | None, sector: str | None, rule: str) -> Found:
        name = self.text(start, end)
        people = self._people_named(start, end)
        last = self._closing_quote(first, end)
        last, role, country = self._role_after(last, role, country, people)
        gender = "m" if title or role else self._gender_of_name(start)
        return Found(first, last, "person", name, country, sector=sector, role=role, title=title, people=people, gender=gender, rule=rule)

    def _gender_of_name(self, at: int) -> str:
        """``u`` for a foreign or unknown given name and one with a feminine ending: nothing in it tells man from woman."""
        form = self.tokens[at].word.form
        return "u" if form not in self.names.native or form.endswith(("ه", "اء")) else "m"

    def _closing_quote(self, first: int, end: int) -> int:
        opened = any(t.word.form in _QUOTES for t in self.tokens[first:end])
        return end + 1 if opened and end < len(self.tokens) and self.tokens[end].word.form in _QUOTES else end

    def _people_named(self, start: int, end: int) -> tuple[int, ...]:
        """Entities whose name is just this, or whose surname this is."""
        length, entities = self._longest(start)
        people = tuple(e for e in entities if self.names.entities[e].kind == "person")
        if people and length >= end - start:
            return people
        if end - start == 1:
            word = self.tokens[start].word
            return self.names.surnames.get(word.form, ()) or self.names.surnames.get(word.base, ())
        return people if people and length >= 2 else ()

    def _role_after(self, at: int, role: str | None, country: str | None, people: tuple[int, ...]) -> tuple[int, str | None, str | None]:
        """``نبيل العربي الأمين العام لجامعة الدول العربية``: a role in apposition after the name."""
        if role is not None:
            return at, role, country
        start = at
        if start < len(self.tokens) and self.tokens[start].word.form == ",":
            start += 1
        if start >= len(self.tokens) or self.blocked[start]:
            return at, role, country
        word = self.tokens[start].word
        if word.conjunction or word.preposition or word.stem not in self.book.office_heads:
            return at, role, country
        title, _, _, number, after = self._office_words(start)
        if not title or number != "s":
            return at, role, country
        end, found_country = self._role_chain(start, after)
        name_start = self._skip(end, commas=True)
        if self._name_end(name_start, sure=True) > name_start:
            return at, role, country
        if people and not any(self._held(p, title, found_country) for p in people):
            return at, role, country
        if not people and start > at and not word.article and end - start < 2:
            return at, role, country
        return end, self.text(start, end), found_country or country

    def _held(self, person: int, title: str, country: str | None) -> bool:
        own = self.names.entities[person].country
        if country and own and country != own:
            return False
        return any(t.title == title or title in t.title for _, t in self.names.people_terms.get(person, ()))

    def _bare_name(self, at: int) -> Found | None:
        """A name without any title: a given name and what goes with it."""
        end, rule = self.reader.end(self.tokens, at, sure=False), "given name"
        if end - at < 2:
            end, rule = max(self._before_office(at), self._before_family(at)), "unknown given name"
        elif self._everyday_run(at, end):
            return None
        if end == at or any(t.word.stem in _ALIAS for t in self.tokens[max(0, at - 3) : at]):
            return None
        return self._person(at, at, end, None, None, None, None, rule)

    def _before_office(self, at: int) -> int:
        """``جامباولو كانتيني سفيرًا جديدًا``: two unknown words and an indefinite office after them are a person and his post."""
        if at + 2 >= len(self.tokens) or self.reader.strength(self.tokens[at]) != 1 or not self.reader.strength(self.tokens[at + 1]):
            return at
        word = self.tokens[at + 2].word
        stem = word.stem.removesuffix("ا")
        return at + 2 if word.stem.endswith("ا") and stem in self.book.office_heads and not word.conjunction else at

    def _before_family(self, at: int) -> int:
        """``غزاي الحربي``: a word that is hardly ever anything else before a family name with the article."""
        if at + 1 >= len(self.tokens) or self.lex.counts.get(self.tokens[at].word.form, 0) >= 16 or self.reader.strength(self.tokens[at]) != 1:
            return at
        family = self.tokens[at + 1].word
        return at + 2 if family.article and family.form in self.names.family and not family.conjunction else at

    def _everyday_run(self, at: int, end: int) -> bool:
        """Names that are also words (``سعيد``, ``أمل``) need a stronger second part."""
        first = self.tokens[at].word.form
        strengths = [self.reader.strength(t) for t in self.tokens[at + 1 : end]]
        article = self.lex.counts.get("ال" + first, 0)
        if first in self.names.everyday or (first in self.lex.masdars) or article * 4 >= self.lex.counts.get(first, 0) > 0:
            return not any(s >= 2 and not t.word.verbs for s, t in zip(strengths, self.tokens[at + 1 : end], strict=True))
        return max(strengths, default=0) < 2 and self.lex.counts.get(first, 0) < 16 and not self.tokens[end - 1].word.article

    # --- what the knowledge names -------------------------------------------------------------------------------------

    def _known(self, at: int) -> Found | None:
        length, entities = self._longest(at)
        token = self.tokens[at]
        if not length:
            return self._surname(at) or self._origin(at)
        choices = [self.names.entities[e] for e in entities]
        last = at + length
        people = tuple(e for e in entities if self.names.entities[e].kind == "person")
        if people and length > 1:
            return self._person(at, at, self._known_name_end(at, last), None, None, None, None, "known name")
        if any(e.kind == "outlet" for e in choices) and self._quoted_as_source(at):
            return self._entity(next(e for e in choices if e.kind == "outlet")._replace(bare=True), at, last)
        for kind in ("state", "body", "seat", "capital", "outlet", "place"):
            for entity in choices:
                if entity.kind == kind and (found := self._entity(entity, at, last)) is not None:
                    return found
        if people and not token.word.verbs and token.word.form not in self.names.everyday:
            return self._person(at, at, last, None, None, None, None, "known name")
        return None

    def _quoted_as_source(self, at: int) -> bool:
        """``بحسب الأناضول``, ``ذكرت سبأ``: a name that is also a place or word, where a source stands."""
        before = self.tokens[at - 1].word if at else None
        if self.lex.counts.get(self.tokens[at].word.stem, 0) >= 1024:
            return False  # ``بحسب البيان``
        return before is not None and (before.slot == "source" or before.base in ("ذكرت", "نقلت", "افادت", "اوردت", "قالت") or before.stem in ("وكاله", "صحيفه", "قناه", "جريده", "موقع", "اذاعه"))

    def _entity(self, entity: Entity, at: int, last: int) -> Found | None:
        text = self.text(at, last)
        if entity.kind == "state":
            if last - at == 1 and self._is_adjective(at):
                return None
            return Found(at, last, "state", entity.name, entity.country, entity.latin, "GOV", known_as=entity.known_as, gender="f", rule="state")
        if entity.kind in ("capital", "place"):
            if last - at == 1 and self._is_plain_word(at):
                return None
            return Found(at, last, "place", text, entity.country, entity.latin, known_as=entity.known_as, capital=entity.kind == "capital", gender="f", rule=entity.kind)
        if entity.kind == "outlet" and not entity.bare and not self._in_quotes(at, last):
            return None
        if entity.kind == "body" and last - at == 1 and (self._is_plain_word(at) or (not entity.bare and not self._in_quotes(at, last))):
            return None
        if text.endswith("ين") and entity.name.endswith("ون"):
            text = entity.name
        end = self._descriptive_tail(at, last) if entity.kind in ("body", "outlet") else last
        return Found(at, end, "organization", text, entity.country, entity.latin, entity.sector, known_as=entity.known_as, gender=self._body_gender(at, last), rule=entity.kind)

    def _body_gender(self, at: int, last: int) -> str:
        """``الأمم المتحدة`` is feminine by its adjective, ``الخارجية`` by its ending."""
        adjective = self.tokens[at + 1].word if at + 1 < last and self.tokens[at].word.article else None
        word = self.tokens[at].word
        if not word.article and word.stem not in self.book.bodies and not word.stem.endswith("ه"):
            return "u"  # ``حماس``, ``رويترز``: no form tells
        if adjective is not None and adjective.article and adjective.stem.endswith("ه"):
            return "f"
        return _gender(self.tokens[at].word.stem)

    def _descriptive_tail(self, at: int, last: int) -> int:
        """Adjectives of origin right after a known body (``حكومة الوفاق الوطني الليبية``) belong to its mention."""
        while last < len(self.tokens):
            word = self.tokens[last].word
            if word.article and word.stem in self.names.demonyms and not word.conjunction and not word.preposition:
                last += 1
            else:
                return last
        return last

    def _is_adjective(self, at: int) -> bool:
        """``السعودية`` after a definite noun is an adjective: ``وزارة الخارجية السعودية``."""
        word = self.tokens[at].word
        if word.stem not in self.names.demonyms or not word.article or word.conjunction or word.preposition or at == 0:
            return False
        before = self.tokens[at - 1].word
        return before.kind == "word" and before.article and not before.verbs and not before.function

    def _is_plain_word(self, at: int) -> bool:
        word = self.tokens[at].word
        if word.form.endswith("ا") and self.lex.counts.get(word.form[:-1], 0) >= 128:
            return True  # ``جويا`` is an accusative, not the town
        return bool(word.function) or (bool(word.verbs) and word.form not in self.lex.noun_like and word.form not in self.names.surnames)

    def _in_quotes(self, at: int, last: int) -> bool:
        return at > 0 and last < len(self.tokens) and self.tokens[at - 1].word.form in _QUOTES and self.tokens[last].word.form in _QUOTES

    def _surname(self, at: int) -> Found | None:
        """The surname of a person of the knowledge who was in office then, where nothing else can be meant."""
        word = self.tokens[at].word
        for form in dict.fromkeys((word.form, word.base)):
            people = self.names.surnames.get(form, ())
            if not people or form in self.names.everyday or word.function or word.stem in self.names.demonyms:
                continue
            if word.verbs or self.lex.counts.get(form.removeprefix("ال"), 0) > self.lex.counts.get(form, 0) * 4:
                continue
            found = Found(at, at + 1, "person", self.text(at, at + 1), people=people, rule="surname")
            return found
        return None

    def _origin(self, at: int) -> Found | None:
        """An adjective of origin: no actor, but it tells of a state."""
        word = self.tokens[at].word
        origin = self.names.origin(self.tokens, at)
        if origin is None or (not word.article and origin[2] == "p" and word.stem.endswith("ين") and word.conjunction):
            return None
        return Found(at, at + 1, "nisba", self.text(at, at + 1), origin[0], gender=origin[1], number=origin[2], rule="nisba")

    def _origin_after(self, at: int) -> str | None:
        if at < len(self.tokens) and (origin := self.names.origin(self.tokens, at)):
            return origin[0]
        return None

    # --- bodies that the knowledge does not list -------------------------------------------------------------------------

    def _body(self, at: int) -> Found | None:
        word = self.tokens[at].word
        choices = self.book.bodies.get(word.stem)
        if not choices or (word.verbs and word.stem in self.lex.verb_by_place and not word.article):
            return None
        for words, sector, need in choices:
            if self._stands(words, at):
                break
        else:
            return None
        after = at + len(words)
        if after < len(self.tokens) and self.tokens[after].word.form == "اداره":
            return None  # ``مجلس إدارة شركة``: the company is the body
        if word.stem in _HEADED_BY_PEOPLE and (person := self._person_after(after)) is not None:
            return Found(at, person.last, "organization", self.text(at, person.last), person.country or self._country_of(person), sector=sector, rule="body of a person", gender=_gender(word.stem))
        end, country = self._chain(at, after, role=False)
        if not self._is_named(at, after, end, need, country):
            after = max(after, end if sector in _INSTITUTIONS and end > after and self.tokens[end - 1].word.article else after)
            bare = word.article and after == at + 1 or after > at + len(words)
            return Found(at, after, "organization", self.text(at, after), sector=sector if sector in _INSTITUTIONS else None, by="role", rule="bare body", gender=_gender(word.stem)) if bare else None
        known = self._own_name(after, end)
        name = self.text(at, end)
        if known is not None:
            sector, country = known.sector or sector, known.country
        latin = known.latin if known else None
        known_as = known.known_as if known else None
        return Found(at, end, "organization", name, country, latin, sector, known_as=known_as, gender=self._body_gender(at, end), rule="body by its head")

    def _own_name(self, first: int, last: int) -> Entity | None:
        """The known outlet or body that the phrase names: ``وكالة «تاس» الروسية``, ``تنظيم داعش``."""
        at = first
        while at < last and self.tokens[at].word.form in _QUOTES:
            at += 1
        length, entities = self._longest(at) if at < last else (0, ())
        if not length or at + length > last:
            return next((e for e in self._entities_inside(first, last) if e.kind == "outlet" and e.bare), None)
        outlet = next((self.names.entities[e] for e in entities if self.names.entities[e].kind == "outlet"), None)
        body = next((self.names.entities[e] for e in entities if self.names.entities[e].kind == "body" and self.names.entities[e].sector in ("REB", "PTY", "OPP", "BUS")), None)
        return outlet or body

    def _person_after(self, at: int) -> Found | None:
        """``إدارة الرئيس الأمريكي دونالد ترامب``: the person whose government or office it is."""
        if at >= len(self.tokens) or self.tokens[at].word.kind != "word" or self.blocked[at] or self.tokens[at].word.preposition:
            return None
        for found in (self._titled(at), self._known(at)):
            if found is not None and found.kind == "person":
                return found
        return None

    def _country_of(self, person: Found) -> str | None:
        return next((self.names.entities[p].country for p in person.people), None)

    def _stands(self, words: tuple[str, ...], at: int) -> bool:
        if at + len(words) > len(self.tokens):
            return False
        return all(self.tokens[at + k].word.stem == w for k, w in enumerate(words[1:], 1)) if len(words) > 1 else True

    def _is_named(self, at: int, after: int, end: int, need: str, country: str | None) -> bool:
        """Whether the phrase names one body: a nationality, a place, quotes, a name, or any complement of a proper head."""
        if end == after:
            return False
        if any(t.word.base in self.book.own_state for t in self.tokens[after:end]):
            return False
        if need == "origin":
            return self._origin_after(after) is not None and self.tokens[after].word.article
        if self._quoted(after, end) or self._own_name(after, end) is not None:
            return True
        if need == "quoted":
            return False
        if country is not None:
            return True
        if need == "proper":
            return not self.tokens[at].word.article or any(t.word.preposition == "ل" for t in self.tokens[after:end])
        return any(e.kind in ("state", "capital", "place", "body", "seat") and e.bare for e in self._entities_inside(after, end)) or any(
            self.reader.strength(t) for t in self.tokens[after:end] if not t.word.article
        )

    def _quoted(self, first: int, last: int) -> bool:
        return any(t.word.form in _QUOTES for t in self.tokens[first:last])

    def _entities_inside(self, first: int, last: int) -> list[Entity]:
        found: list[Entity] = []
        for at in range(first, last):
            length, entities = self._longest(at)
            if length and at + length <= last:
                found += [self.names.entities[e] for e in entities]
        return found

    def _place(self, at: int) -> Found | None:
        """``مطار الملك عبد العزيز الدولي``, ``محافظة إدلب``: a noun of place and its name, whoever the name is taken from."""
        word = self.tokens[at].word
        if word.stem not in self.book.place_heads or at + 1 >= len(self.tokens) or self.tokens[at + 1].word.function:
            return None
        end, country, name = at + 1, None, None
        while end < len(self.tokens) and end - at < 7 and not self.blocked[end]:
            here = self.tokens[end].word
            length, entities = self._longest(end)
            kinds = {self.names.entities[e].kind for e in entities}
            if length and kinds & {"place", "capital", "state"} and not here.preposition and not here.conjunction:
                entity = next(self.names.entities[e] for e in entities if self.names.entities[e].kind in ("place", "capital", "state"))
                return Found(at, self._descriptive_tail(at, end + length), "place", entity.name if length == 1 else self.text(end, end + length), entity.country, entity.latin, known_as=entity.known_as, gender="f", rule="place by its head")
            origin = self.names.origin(self.tokens, end)
            noble = here.stem in self.book.noble and here.article
            named = here.form in self.names.given or here.form in ("بن", "عبد", "ال") or (name is not None and here.article)
            if here.kind != "word" or here.conjunction or here.preposition or not (noble or named or (origin and here.article)):
                break
            country = country or (origin[0] if origin else None)
            name = end if noble or named else name
            end += 1
        if name is None:
            return None
        return Found(at, end, "place", self.text(at, end), country, gender="f", rule="place by its head")

    # --- groups ------------------------------------------------------------------------------------------------------

    def _group(self, at: int) -> Found | None:
        word = self.tokens[at].word
        group = self.book.groups.get(word.stem) or (self.book.groups.get(word.stem[:-1]) if word.stem.endswith("ا") else None)
        if group is None or self._describes(at, group[1]):
            return None  # ``الاعتداء الإرهابي``, ``هجمات انتحارية``, ``زلزال دبلوماسي``: an adjective
        if word.stem.endswith(("ا", "ه")) and not word.article and at and self.tokens[at - 1].word.form == "," and self._is_participle(word.stem):
            return None  # ``…، متهمًا أنقرة بـ``: a participle goes on with the clause
        if (word.stem in self.book.bodies and self._body(at) is not None) or (word.verbs and word.stem in self.lex.verb_by_place and not word.article and not self._adjective_after(at)):
            return None
        end, country = self._members(at) if _has_full_ending(word.stem) else self._chain(at, at + 1, role=False)
        while end > at + 1 and self.tokens[end - 1].word.form in _QUOTES:
            end -= 1
        if not word.article and end > at + 1 and (inner := self._known(at + 1) or self._body(at + 1)) is not None and inner.kind == "organization" and inner.rule != "bare body":
            return None  # ``عناصر المخابرات السورية``, ``مقاتلو بوكو حرام``: the body itself
        if group[1] == "s" and (named := self._name_end(end, sure=True)) > end + 1:
            return self._person(at, end, named, self.text(at, end), None, country, group[0], "description + name")
        end, country = self._out_of_body(end, country)
        return Found(at, end, "group", self.text(at, end), country, sector=group[0], number=group[1], rule="group", gender=_gender(word.stem))

    def _is_participle(self, stem: str) -> bool:
        return any(v.tense == "participle" for v in self.lex.verb_readings(stem))

    def _describes(self, at: int, number: str) -> bool:
        word, before = self.tokens[at].word, self.tokens[at - 1].word if at else None
        if before is None or before.kind != "word" or before.function or before.verbs or word.conjunction or word.preposition:
            return False
        if number == "s" and self._qualifies(at):
            return True
        return not word.article and not before.article and word.stem.endswith(("ه", "ي"))

    def _counted(self, at: int) -> Found | None:
        """``14 فلسطينيا``, ``أربعة متهمين``: people told by number, as written."""
        word = self.tokens[at].word
        if (word.kind != "number" and word.stem not in _NUMBERS and word.stem not in _UNCOUNTED) or at + 1 >= len(self.tokens) or self.blocked[at + 1]:
            return None
        at_people = at + 2 if self.tokens[at + 1].word.stem in _NUMBERS and at + 2 < len(self.tokens) else at + 1  # ``خمسة عشر فلسطينيا``
        following = self.tokens[at_people].word
        if following.kind != "word" or following.conjunction or following.preposition or (following.article and word.stem not in _UNCOUNTED):
            return None
        found = self._group(at_people)
        if found is None and (origin := self.names.origin(self.tokens, at_people)) is not None:
            found = Found(at_people, at_people + 1, "group", "", origin[0], sector="CVL", number="p", rule="people by number")
        if found is None or found.kind != "group":
            return None
        pieces = [self.original(t.start, t.end) for t in self.tokens[at : found.last]]
        pieces[0] = _without_clitics(pieces[0], self.tokens[at])
        found.first, found.name, found.number, found.rule = at, " ".join(pieces), "p", "people by number"
        return found

    def _members(self, at: int) -> tuple[int, str | None]:
        """``مسلحون مجهولون``: a plural that keeps its ن takes adjectives, no genitive."""
        end, country = at + 1, None
        ending = self.tokens[at].word.stem[-2:]
        while end < len(self.tokens) and not self.blocked[end]:
            word = self.tokens[end].word
            if word.kind != "word" or word.conjunction or word.preposition or word.function or word.article != self.tokens[at].word.article:
                break
            origin = self.names.origin(self.tokens, end)
            if origin is None and (not word.stem.endswith(ending) or word.stem in self.book.groups and end > at + 1):
                break
            if word.stem in self.book.groups and origin is None and not word.stem.endswith(("يين", "يون")) and not any("participle" in v.tense for v in self.lex.verb_readings(word.stem)):
                break
            country = country or (origin[0] if origin else None)
            end += 1
        return end, country

    def _out_of_body(self, at: int, country: str | None) -> tuple[int, str | None]:
        """``وفد من حركة حماس``: the body that the group comes from belongs to its description."""
        if at + 1 >= len(self.tokens) or self.tokens[at].word.form != "من" or self.blocked[at + 1]:
            return at, country
        inner = self._known(at + 1) or self._body(at + 1)
        if inner is None or inner.kind != "organization":
            return at, country
        return inner.last, country or inner.country

    def _adjective_after(self, at: int) -> bool:
        return self._origin_after(at + 1) is not None

    def _people_by_origin(self, at: int) -> Found | None:
        """``آلاف العراقيين``, ``الفلسطينيون``, ``قرويون سوريون``: people named by where they are from."""
        tokens, start = self.tokens, at
        if tokens[at].word.function == "quantifier" and at + 1 < len(tokens) and not tokens[at].word.preposition:
            at += 1
        word = tokens[at].word
        origin = self.names.origin(self.tokens, at)
        if origin is None or origin[2] != "p" or self.blocked[at]:
            return None
        if at == start and at > 0 and self._is_adjective_plural(at):
            return None
        end = at + 1
        while end < len(tokens) and tokens[end].word.article and not tokens[end].word.conjunction and tokens[end].word.stem.endswith(("ين", "ون")):
            end += 1
        return Found(start, end, "group", self.text(start, end), origin[0], sector="CVL", number="p", rule="people by origin")

    def _is_adjective_plural(self, at: int) -> bool:
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        if word.conjunction or word.preposition or before.kind != "word" or before.function or before.verbs:
            return False
        if before.stem in _NUMBERS or (word.stem.endswith(("ون", "ين")) and before.stem not in self.book.groups and not before.stem.endswith(("ون", "ين", "ان"))):
            return False  # ``منازل فلسطينيين``: things take no plural of persons as adjective
        return before.article == word.article

    # --- the chain of words that belong to a head ---------------------------------------------------------------------

    def _chain(self, head_at: int, at: int, role: bool) -> tuple[int, str | None]:
        """Where the noun phrase that ``head_at`` heads ends, and the country that it names.

        Genitives, adjectives, known names, quoted names; ``و`` between two definite nouns after heads that take them; prepositions
        after roles that take them. Punctuation, verbs, relative pronouns and dates end it.
        """
        tokens, country = self.tokens, None
        head = tokens[head_at].word.stem
        start = at
        closed = False  # an indefinite phrase with its adjective takes no genitive any more
        named_until = -1  # the end of a name of the knowledge: only adjectives follow it
        while at < len(tokens) and at - start < _LONGEST_CHAIN and not self.blocked[at]:
            word = tokens[at].word
            if word.form == '"' and at == start and head_at and self.tokens[head_at - 1].word.form == '"':
                at += 1  # ``"الداخلية" المصرية``: the head itself is quoted
                start = at
                continue
            if word.form in ('"', "(") and not role or (word.form == '"' and at == start and role):
                closed = self._quoted_name(at)
                if closed == at:
                    break
                at = closed
                continue
            if word.kind != "word":
                break
            if at == named_until and not self._is_adjective_of_origin(at) and not word.conjunction and not word.preposition and not (role and word.form in _ROLE_PREPOSITIONS):
                break
            if closed and (word.article or not word.stem.endswith(("ي", "يه", "ون", "ين", "يا"))):
                break
            step, found = self._link(head, head_at, at, start, role)
            if not step:
                break
            closed = closed or (not role and not word.article and (word.stem in self.names.demonyms or word.stem.endswith(("ون", "ين"))))
            if not role and not word.article and self.reader.strength(self.tokens[at]) and not self.lex.counts.get(word.form):
                named_until = at + step  # a name of its own takes no genitive
            if step > 1 or (found and not self._is_adjective_of_origin(at)):
                named_until = at + step
            country = country or found
            at += step
        return at, country

    def _is_adjective_of_origin(self, at: int) -> bool:
        word = self.tokens[at].word
        return word.stem in self.names.demonyms or (word.article and word.stem.endswith(("ي", "يه")))

    def _quoted_name(self, at: int) -> int:
        """Past ``"حسم"``: a short quoted name; ``at`` where the quotes hold more than a name, or close here."""
        if self.tokens[at - 1].end == self.tokens[at].start or at + 1 >= len(self.tokens):
            return at
        closing = '"' if self.tokens[at].word.form == '"' else ")"
        for end in range(at + 1, min(at + 6, len(self.tokens))):
            form = self.tokens[end].word.form
            if form == closing:
                return end + 1 if end > at + 1 else at
            if self.tokens[end].word.function or self.tokens[end].word.kind == "mark" or (closing == ")" and self.tokens[end].word.conjunction):
                return at
        return at

    def _link(self, head: str, head_at: int, at: int, start: int, role: bool) -> tuple[int, str | None]:
        """How many words at ``at`` belong to the chain (0: none), and the country that they name."""
        word = self.tokens[at].word
        if word.conjunction:
            return self._conjoined(head, at, start)
        if role and word.form in _ROLE_PREPOSITIONS:
            return self._role_preposition(head, at)
        if word.function and word.function != "quantifier":
            return 0, None
        if word.preposition:
            return self._prepositional(head, at, role)
        if origin := self.names.origin(self.tokens, at):
            length, entities = self._longest(at)
            if length <= 1 or not any(self.names.entities[e].kind in ("body", "state") for e in entities):
                return (1, origin[0]) if word.article or not self.tokens[at - 1].word.article else (0, None)
        length, entities = self._longest(at)
        before = self.tokens[at - 1].word
        if at == start and length and not role and self.tokens[head_at].word.article and not self._is_adjective_of_origin(at):
            return 0, None  # ``الجمعية الاتحاد الأوروبي``: two phrases
        if at > start and before.article and before.stem in self.names.demonyms and (length or not self._can_describe(at)) and not self._is_adjective_of_origin(at):
            return 0, None  # the adjective of nationality ends the phrase: ``الحكومة السودانية الإمارات``
        if length:
            kinds = {self.names.entities[e].kind for e in entities}
            if "person" in kinds and (length > 1 or kinds == {"person"}) and not role and head not in ("مكتب",):
                return 0, None
            if kinds <= {"person"}:
                return (length, self.names.entities[entities[0]].country) if not role and length > 1 and at == start else (0, None)
            if self.tokens[at - 1].word.article and not word.article and any(self.names.entities[e].kind in ("state", "place", "capital") for e in entities):
                return 0, None  # no genitive after a definite noun
            usable = [self.names.entities[e] for e in entities if self.names.entities[e].bare and (length > 1 or self.names.entities[e].kind != "outlet")]
            plain = length == 1 and self._is_plain_word(at)
            if not plain and usable:
                return length, next((e.country for e in usable if e.country), None)
        if word.article:
            if head in self.book.groups and word.stem in self.book.groups and head not in _PEOPLE_OF:
                return 0, None  # ``شبان الجنود``: one group and another
            if word.stem in self.book.office_heads and not role and head not in ("مكتب",):
                return (0, None) if at > start or self.tokens[head_at].word.article or head in self.book.groups else (1, None)
            if word.stem in self.book.office_heads and role and at > start + 1:
                return 0, None
            if role and self._starts_name(at, start):
                return 0, None
            if self.tokens[head_at].word.article and not self._can_describe(at):
                return 0, None  # a definite head takes adjectives only: ``المحافظ المنظمات``
            if at > start and self.tokens[at - 1].word.stem in self.names.demonyms and self.tokens[at - 1].word.article and not self._is_adjective_of_origin(at) and word.stem not in _QUALITIES:
                return 0, None  # the adjective of nationality ends the name: ``السلطات التونسية الإقامة``
            return 1, None
        return self._bare_link(at, start, role)

    def _can_describe(self, at: int) -> bool:
        stem = self.tokens[at].word.stem
        if stem in self.lex.masdars:
            return False
        if stem in _QUALITIES or stem.endswith(("ي", "يه")):
            return True
        if stem.endswith("ات") or stem in self.book.bodies or stem in self.book.groups or stem in self.lex.masdars:
            return False
        return stem.endswith("ه") or (len(stem) > 3 and any("participle" in v.tense for v in self.lex.verb_readings(stem)))

    def _starts_name(self, at: int, start: int) -> bool:
        """A definite word that is a name of its own (``الباجي قائد السبسي``), not a part of the office."""
        form = self.tokens[at].word.form
        after = self.tokens[at + 1].word.form if at + 1 < len(self.tokens) else ""
        return at > start and (form in self.names.given or after in ("بن", "ولد") or form in self.names.surnames and self._longest(at)[0] > 1)

    def _bare_link(self, at: int, start: int, role: bool) -> tuple[int, str | None]:
        """An indefinite noun continues a chain of genitives directly: ``رئيس مجلس إدارة شركة``, ``شركة بوناتي``."""
        word, before = self.tokens[at].word, self.tokens[at - 1].word
        if before.article:
            return 0, None  # a definite noun takes no bare genitive
        if role:
            if self.reader.strength(self.tokens[at]) and self.lex.counts.get(word.form, 0) < 64 or word.form in self.names.given:
                return 0, None
            finite = any(v.tense in ("perfect", "imperfect") for v in word.verbs)
            return (0, None) if finite and word.form not in self.lex.noun_like else (1, None)
        if word.stem in self.book.groups and word.stem not in self.book.bodies and self.book.groups[word.stem][1] == "p" and before.stem not in _PEOPLE_OF:
            return 0, None
        finite = any(v.tense in ("perfect", "imperfect") for v in word.verbs)
        if finite and (word.form in self.lex.verb_by_place or word.form not in self.lex.noun_like):
            return 0, None
        return (1, None) if at - start < 3 else (0, None)

    def _conjoined(self, head: str, at: int, start: int) -> tuple[int, str | None]:
        word = self.tokens[at].word
        if at == start or head not in _LINKING_HEADS or not word.article:
            return 0, None
        if not self.tokens[at - 1].word.article and head not in ("وزير", "وزيره", "وزاره"):
            return 0, None
        if word.stem in self.book.office_heads or word.stem in self.book.bodies or word.stem in self.book.groups:
            return 0, None
        length, _ = self._longest(at)
        return (1, None) if not length and word.stem not in self.names.demonyms else (0, None)

    def _role_preposition(self, head: str, at: int) -> tuple[int, str | None]:
        allowed = _ROLE_PREPOSITIONS[self.tokens[at].word.form]
        if (allowed is not None and head not in allowed) or at + 1 >= len(self.tokens) or self.blocked[at + 1]:
            return 0, None
        following = self.tokens[at + 1].word
        length, entities = self._longest(at + 1)
        if self.tokens[at].word.form == "في" and not any(self.names.entities[e].kind in ("body", "seat") for e in entities) and following.stem not in self.book.bodies:
            return 0, None
        if length:
            entity = self.names.entities[entities[0]]
            if entity.kind == "person":
                return 0, None
            names_own = self.tokens[at].word.form == "باسم" or entity.kind in ("body", "seat")
            return 1 + length, entity.country if names_own else None
        return (2, None) if following.article or following.stem in self.book.bodies else (0, None)

    def _prepositional(self, head: str, at: int, role: bool) -> tuple[int, str | None]:
        """``الأمين العام للأمم المتحدة``, ``المبعوث الخاص لسوريا``, ``النقابة العامة للنقل``."""
        word = self.tokens[at].word
        if word.preposition == "ب" and role and word.article is False and head in ("مسوول", "عضو", "قيادي"):
            length, entities = self._longest(at)
            return (length, self.names.entities[entities[0]].country) if length else (0, None)
        if role and word.preposition in ("ب", "ل") and self.tokens[at - 1].word.stem in ("خاص", "خاصه", "مكلف", "مكلفه", "معني", "معنيه", "مختص"):
            return 1, None
        if word.preposition != "ل" or (role and head not in _TO_BODIES) or (not role and head not in _LINKING_HEADS and not word.article):
            return 0, None
        length, entities = self._longest(at)
        if length:
            entity = self.names.entities[entities[0]]
            owns = entity.kind in ("body", "seat", "outlet")
            return (length, entity.country if owns else None) if entity.kind != "person" else (0, None)
        return (1, None) if word.article and (role or head in _LINKING_HEADS or head in ("نقابه", "بعثه", "قوات", "قياده")) else (0, None)


def _without_clitics(piece: str, token: Token) -> str:
    """The original spelling of a first word without its conjunction and preposition; ``للجامعة`` gives ``الجامعة``."""
    word = token.word
    for clitic in (word.conjunction, word.preposition):
        if clitic:
            at = piece.find(clitic)
            if at >= 0:
                piece = piece[at + 1 :]
    if word.preposition == "ل" and word.base.startswith("ال") and piece.startswith("ل"):
        piece = "ا" + piece
    return piece


def _has_full_ending(stem: str) -> bool:
    return len(stem) > 4 and stem.endswith(("ون", "ين", "ان"))


def _gender(stem: str) -> str:
    return "f" if stem.endswith(("ه", "ات")) or stem in ("قوات", "سلطات", "مصادر", "فصايل", "قوي", "كتايب", "وحدات", "مليشيات", "ميليشيات", "سرايا") else "m"
