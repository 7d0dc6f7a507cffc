"""Where a person's name begins and ends when nobody has told us the name: see :mod:`rawi.actors.name_words` for what carries one."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.gazetteer import Gazetteer
from rawi.actors.name_forms import RARE, is_joined, otherwise_known
from rawi.actors.name_words import NameWords
from rawi.actors.phrases import PhraseBook
from rawi.actors.shape import shapes
from rawi.actors.titles import TitleBook
from rawi.arabic.lexicon import Lexicon
from rawi.arabic.words import Token

_LONGEST = 7
_COMPLEMENTIZER_VAN = "فان"  # ``فإن``, folded
_CLITIC_LETTERS = "لبكوفسيتن"  # a longer unknown word that begins with one of these may be joined


class NameReader(NameWords):
    """Finds where names end."""

    def __init__(
        self, tokens: Sequence[Token], names: Gazetteer, book: TitleBook, phrases: PhraseBook, lex: Lexicon, blocked: Sequence[bool]
    ) -> None:
        super().__init__(tokens, names, book, phrases, lex, blocked)
        self.person_end = 0  # where the person found last ended

    def end(self, at: int, sure: bool) -> int:
        """The end of the name that begins at ``at``, or ``at`` where none does.

        ``sure``: a title stands before it, so one word that may be a name is enough; else it needs a given name and one more.
        """
        tokens, particles = self.tokens, self.names.particles
        first = self._first(at)
        if tokens[at].word.article and self.is_office(at):
            return at
        if not first or (not sure and first < 3):
            return at
        if first == 1 and self._is_accusative(tokens[at].word.form):
            return at  # ``وقع الرئيس مرسوما``
        if first == 1 and tokens[at].word.article and at + 1 < len(tokens) and tokens[at + 1].word.article:
            return at  # ``العالم الغامض المعبق``: adjectives
        end = at + 1
        if tokens[at].word.form in self.names.surnames and tokens[at].word.form not in self.names.given and not self._next_is_name(end):
            return end
        while end < len(tokens) and end - at < _LONGEST and self._goes_on(end, at):
            end += 1
        while end - 1 > at and (tokens[end - 1].word.form in particles.open or tokens[end - 1].word.form == "-"):
            end -= 1
        if end - at == 1 and (not sure or self._is_doubtful(tokens[at], first)):
            return at
        return end

    def _is_accusative(self, form: str) -> bool:
        """``مرسوما``: an everyday noun with the ending of the indefinite accusative."""
        return (
            form.endswith("ا") and form not in self.names.tree and (form[:-1] in self.lex.masdars or self.lex.counts.get(form[:-1], 0) >= RARE // 4)
        )

    def _is_doubtful(self, token: Token, strength: int) -> bool:
        """One weak word after a title: definite, seen in other uses, joined like ``لإعلامه`` or made like an Arabic word, it is hardly a name."""
        form = token.word.form
        if strength > 1:
            title = self.token_at(token.index - 1)
            indefinite = title is not None and title.word.kind == "word" and not title.word.article
            return (token.word.article or indefinite) and form in self.names.everyday  # ``العالم العربي``, ``زعيم قادر``
        if form in self.names.surnames:
            return False
        if token.word.article or self.lex.counts.get(form, 0) > 0 or (form[0] in _CLITIC_LETTERS and len(form) > 5):
            return True
        return shapes().foreignness(form) < 0

    def _next_is_name(self, at: int) -> bool:
        return at < len(self.tokens) and (self.strength(self.tokens[at]) >= 2 or self.tokens[at].word.form in self.names.particles.latin)

    def _first(self, at: int) -> int:
        token, following = self.token_at(at), self.token_at(at + 1)
        if token is None:
            return 0
        form = token.word.form
        if token.word.stem in self.book.honorifics and following is not None and following.word.stem in self.book.honorifics | self.book.noble:
            return 0  # ``سعادة السيد``
        if (token.word.conjunction or token.word.preposition) and not self.is_misread(token):
            return 0 if self.blocked[at] or following is None else self._first_joined(token, following)
        if following is not None and form in self.names.particles.first:
            return 3 if following.word.kind == "word" and not self.blocked[at + 1] else 0
        if following is not None and form in self.names.particles.kin:
            known = following.word.article or following.word.form in self.names.native or following.word.form in self.names.particles.latin
            return 3 if known and self.strength(following) >= 2 and not self._is_title(following) else 0
        fathered = following is not None and following.word.form in self.names.particles.sons and self._is_before_father(at)
        return 3 if fathered else self.strength(token)

    def _is_before_father(self, at: int) -> bool:
        """``الناني ولد اشروقة``: any word that is neither verb nor noun of the language before ``بن`` or ``ولد`` and a name."""
        word, son, father = self.tokens[at].word, self.token_at(at + 1), self.token_at(at + 2)
        if son is None or father is None or son.word.form not in self.names.particles.sons or self.strength(father) < 1:
            return False
        plain = word.function or word.preposition or any(v.tense in ("perfect", "imperfect") for v in word.verbs)
        return word.kind == "word" and not plain and not self.blocked[at] and self.lex.counts.get(word.stem, 0) < RARE

    def _is_title(self, token: Token) -> bool:
        """``ولد الإمام``: he was born, no name."""
        return token.word.article and (token.word.stem in self.book.noble or token.word.stem in self.book.honorifics)

    def _first_joined(self, token: Token, following: Token) -> int:
        """``وجمال حمزة``, ``لتوفيق الحكيم``: behind a clitic one of the two words has to be a name and nothing else, but in a list of people."""
        word = token.word
        if word.base in self.names.particles.first:
            return 3 if self.strength(following) else 0
        if word.base not in self.names.given or word.preposition == "ك" or following.word.conjunction or following.word.preposition:
            return 0
        leads = following.word.form in self.names.particles.leading
        if self.names_surely(token) or (word.conjunction and self._is_listed(token.index)):
            return 3 if self.strength(following) or leads else 0
        plain = word.preposition and word.base in self.names.everyday  # ``لخطاب بشار``
        rare = not word.verbs and not word.function and self.lex.counts.get(word.base, 0) < RARE * 8
        listed = rare and following.word.form in self.names.family
        return 3 if leads or listed or (self.names_surely(following) and not plain) else 0

    def _is_listed(self, at: int) -> bool:
        """``فلان وفلان``, ``فلان، وفلان``: right behind a person's name."""
        return 0 < self.person_end >= at - (self.tokens[at - 1].word.form == ",")

    def _goes_on(self, at: int, start: int) -> bool:
        tokens, particles = self.tokens, self.names.particles
        token, following = tokens[at], self.token_at(at + 1)
        form, before = token.word.form, tokens[at - 1].word.form
        if form == "-" and following is not None:
            return token.start == tokens[at - 1].end and bool(self.strength(following))
        if token.word.kind != "word" or self.blocked[at]:
            return False
        if self.is_misread(token):
            return True
        if form == _COMPLEMENTIZER_VAN:
            return following is not None and self.strength(following) > 0
        if (token.word.conjunction or token.word.preposition) and form not in self.names.given:
            return False
        if form in particles.kin:
            return following is not None and (self.strength(following) > 0 or following.word.form in particles.latin)
        if form in particles.latin:
            return (following is not None and following.word.kind == "word") or form in particles.closing
        if before in particles.binding or before == "-":
            return True
        if form in particles.ordinals:
            return at - start == 1 or before in particles.ordinals
        if following is not None and following.word.form == "الله" and not token.word.function:
            return True  # ``بهاء حسب الله``
        if self._is_beyond(at, start):
            return False
        if token.word.article:
            return self._is_family(at, start)
        if token.word.stem in self.book.noble and following is not None and self.is_given(following) and not following.word.conjunction:
            return True  # ``عبد الله شيخ إسماعيل``
        strength = self.strength(token)
        if strength >= 2:
            return not self._is_post(at) and not (token.word.verbs and form in self.lex.verb_by_place and at - start >= 2)
        return strength == 1

    def _is_beyond(self, at: int, start: int) -> bool:
        """Behind ``محمد أحمد الشامي`` goes on no weak word, and behind ``أليكس فيرغسون`` none that is an everyday word as well."""
        if at - start < 2:
            return False
        names, word, before, first = self.names, self.tokens[at].word, self.tokens[at - 1].word, self.tokens[start].word.form
        if before.article and not word.article and before.form not in names.given and self.strength(self.tokens[at]) < 2:
            return self.tokens[at - 2].word.form not in names.particles.binding
        native = first in names.native or first in names.particles.latin or is_joined(first)
        return not native and word.form in names.everyday and word.form in names.native

    def _is_family(self, at: int, start: int) -> bool:
        """A definite word goes on a name as its family name."""
        token = self.tokens[at]
        if self.is_office(at):
            return False
        if self.strength(token) >= 2:
            return not (token.word.verbs and token.word.form in self.lex.verb_by_place and at - start >= 2)
        given = self.strength(self.tokens[start]) != 2 or any(self.strength(word) == 3 for word in self.tokens[start:at])
        return given and self._family_with_article(token, at - start)

    def is_office(self, at: int) -> bool:
        """``كوفي أنان الأمين العام``, ``توماس فريدمان الكاتب بصحيفة``: an office or participle and what completes it is no family name."""
        word, following = self.tokens[at].word, self.token_at(at + 1)
        if following is None:
            return False
        if word.stem in self.book.office_heads and (following.word.preposition == "ل" or self._completes_office(at + 1)):
            return True
        if any(word.form in names for names in (self.names.surnames, self.names.family)):
            return False  # ``خالد العامري بالسجن``
        described = word.stem in self.book.professions or any("participle" in v.tense for v in self.lex.verb_readings(word.stem))
        return described and following.word.preposition == "ب"

    def _completes_office(self, at: int) -> bool:
        """``الأمين العام``, ``الرئيس السوري``, but not ``حسين الأمين الفاضل``: what the definite word behind an office says of it."""
        word = self.tokens[at].word
        office = (self.tokens[at - 1].word.stem, word.stem) in self.book.offices
        return word.article and (office or word.stem in self.phrases.qualities or word.stem in self.names.demonyms)

    def _is_post(self, at: int) -> bool:
        """``محمد حجازي مساعد وزير الخارجية``, ``محمد عبد الوهاب نجم المنتخب``: a name that is also a noun is one before its genitive."""
        word, following = self.tokens[at].word, self.token_at(at + 1)
        post, everyday = word.stem in self.book.office_heads, word.form in self.names.everyday
        if following is None or following.word.kind != "word" or not (post or everyday):
            return False
        if post and (following.word.stem in self.book.office_heads or following.word.stem in self.book.bodies):
            return True
        definite = following.word.article and not following.word.conjunction and following.word.form not in self.names.particles.closing
        return definite and not self.strength(following)

    def _family_with_article(self, token: Token, length: int) -> bool:
        """``الشطي`` after ``فتحي``: a definite word after a bare given name is a family name unless it is an everyday adjective."""
        word = token.word
        after_father = length >= 2 and self.tokens[token.index - 2].word.form in self.names.particles.sons
        if otherwise_known(word.stem) or word.form in self.lex.functions or length > (5 if after_father or word.stem.endswith("ي") else 3):
            return False
        if length >= 2 and (word.stem in self.lex.masdars or any("participle" in r.tense for r in self.lex.verb_readings(word.stem))):
            return False
        if max(self.lex.counts.get(word.stem, 0), self.lex.counts.get(word.form, 0)) >= RARE * 4:
            return False
        return not word.stem.endswith(("ات", "ون", "ين") if after_father else ("يه", "ات", "ون", "ين"))
