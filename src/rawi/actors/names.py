"""Where a person's name begins and ends when nobody has told us the name.

Arabic has no capital letters. A name is carried by given names, particles (``بن``, ``أبو``, ``آل``, ``عبد``, ``ولد``), family names with the article
after a given name, and words that news hardly ever uses for anything else.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.gazetteer import Gazetteer
from rawi.actors.phrases import PhraseBook
from rawi.actors.shape import shapes
from rawi.actors.titles import TitleBook
from rawi.arabic.lexicon import Lexicon
from rawi.arabic.words import NAME_ALI, Token

_LONGEST = 7
RARE = 1 << 6  # a word seen less often than this in 4.6 million is no everyday word
_PREPOSITION_ALI = "علي"  # ``على``, folded
_COMPLEMENTIZER_VAN = "فان"  # ``فإن``, folded
_CLITIC_LETTERS = "لبكوفسيتن"  # a longer unknown word that begins with one of these may be joined
_PRONOUNS = ("ها", "هم", "هما", "ه", "كم", "نا")


class NameReader:
    """Judges words as parts of names and finds where names end."""

    def __init__(
        self, tokens: Sequence[Token], names: Gazetteer, book: TitleBook, phrases: PhraseBook, lex: Lexicon, blocked: Sequence[bool]
    ) -> None:
        self.tokens = tokens
        self.names, self.book, self.phrases, self.lex, self.blocked = names, book, phrases, lex, blocked
        self.strengths: list[int | None] = [None] * len(tokens)  # as far as they were asked for
        self.person_end = 0  # where the person found last ended

    def strength(self, token: Token) -> int:
        """3 a given name, 2 a family name, 1 a word that may be a name, 0 none."""
        known = self.strengths[token.index]
        if known is None:
            known = self.strengths[token.index] = self._strength(token)
        return known

    def _strength(self, token: Token) -> int:
        word = token.word
        if word.kind != "word" or self.blocked[token.index]:
            return 0
        if self._is_misread(token):
            return 2
        if word.preposition:
            return 0
        form = word.form
        if word.article and token.index and self.tokens[token.index - 1].word.form == "عبد" and not word.conjunction:
            return 3  # ``عبد الباقي``
        if word.stem in self.names.demonyms and not word.article:
            return 0
        if form == _PREPOSITION_ALI:  # the name and the preposition fold alike: a name where a name goes on
            following = self._at(token.index + 1)
            return 3 if word.stem == NAME_ALI and (self._is_after_title(token) or (following is not None and self._may_follow_ali(following))) else 0
        if (form in self.names.given and form not in self.lex.functions) or self._is_joined(form):
            return 3
        if form in self.names.family:
            return 2
        if any(
            v.future or v.pronoun or v.person == 1 or v.tense == "imperfect" or v.number != "s"
            for v in word.verbs
            if v.tense in ("perfect", "imperfect")
        ):
            return 0
        if word.conjunction or form in self.lex.functions or self._otherwise_known(word.form, word.stem):
            return 0
        count = self.lex.counts.get(form, 0)
        if self.is_inflected(form) or form in self.lex.masdars or (form.endswith("ا") and form[:-1] in self.lex.masdars):
            return 0
        after_given = token.index > 0 and self._names_surely(self.tokens[token.index - 1])
        if word.article:
            of_stem = self.lex.counts.get(word.stem, 0)
            if after_given and count < RARE and of_stem < RARE // 4 and not any("participle" in v.tense for v in self.lex.verb_readings(word.stem)):
                return 2
            return 1 if count < RARE * 2 and of_stem < RARE else 0
        if word.verbs and form not in self.lex.noun_like and count >= 8:
            return 0
        if after_given and not count and not word.verbs:
            return 2
        return 1 if count < RARE else 0

    def _is_joined(self, form: str) -> bool:
        """``عبدالباقي``, ``أبوالنجا``: a particle and its name in one piece."""
        return any(form.startswith(particle + "ال") and len(form) > len(particle) + 4 for particle in self.names.particles.first)

    def _at(self, index: int) -> Token | None:
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def _is_misread(self, token: Token) -> bool:
        """``كالديرون``, ``والكين`` after a foreign given name: what looks joined is one name where no word stands behind the first letters."""
        word = token.word
        before = self._at(token.index - 1)
        if not (word.conjunction or word.preposition) or before is None or len(word.form) < 5:
            return False
        given = before.word.form in self.names.given and before.word.form not in self.names.native
        unknown = not self.lex.counts.get(word.form) and not self.lex.counts.get(word.base) and not self.lex.counts.get(word.stem)
        if not given or not unknown or word.verbs or word.stem in self.names.given or word.stem in self.names.family:
            return False
        if word.base in self.names.tree or word.stem in self.names.tree or word.stem in self.names.demonyms:
            return False
        return shapes().foreignness(word.form) > 0

    def _names_surely(self, token: Token) -> bool:
        """Whether a word is a given name and hardly ever anything else: a word never seen after it is its family name."""
        form = token.word.base
        counts = self.lex.counts
        return (
            form in self.names.given
            and len(form) > 3
            and form not in self.names.everyday
            and form not in self.lex.functions
            and form not in self.lex.masdars
            and not any(v.person == 3 and not v.pronoun for v in token.word.verbs)
            and counts.get("ال" + form, 0) * 2 <= counts.get(form, 0)
        )

    def _is_after_title(self, token: Token) -> bool:
        """``الإمام علي``: no preposition where the words behind a title end."""
        before, following = self._at(token.index - 1), self._at(token.index + 1)
        titled = before is not None and before.word.article and (before.word.stem in self.book.noble or before.word.stem in self.book.honorifics)
        return titled and (following is None or not (following.word.article or following.word.pronoun))

    def _may_follow_ali(self, token: Token) -> bool:
        word, names = token.word, self.names
        listed = (
            word.form in names.particles.binding
            or word.form in names.family
            or (word.form in names.given and word.form != _PREPOSITION_ALI)
            or word.form in names.surnames
        )
        before = self._at(token.index - 2)
        if listed or before is None or not self._is_given(before):
            return listed
        return word.article and word.stem.endswith("ي") and word.stem not in names.demonyms and self.lex.counts.get(word.form, 0) < RARE // 2

    def _is_given(self, token: Token) -> bool:
        return token.word.form in self.names.given or (bool(token.word.conjunction) and token.word.base in self.names.given)

    def is_inflected(self, form: str) -> bool:
        """An everyday noun in the accusative (``موعدا``) or with a pronoun (``نيته``) is no name."""
        counts = self.lex.counts
        if form.endswith("ا") and counts.get(form[:-1], 0) >= 64:
            return True
        for pronoun in _PRONOUNS:
            bare = form.removesuffix(pronoun)
            if bare != form and len(bare) > (3 if pronoun in ("كم", "نا") else 1):
                noun = bare[:-1] + "ه" if bare.endswith("ت") else bare
                return counts.get(noun, 0) >= 128 or counts.get("ال" + noun, 0) >= 128
        return False

    def _otherwise_known(self, form: str, stem: str) -> bool:
        book = self.book
        if stem.endswith("ا") and len(stem) > 3:
            bare = stem[:-1]
            if bare in book.groups or bare in book.office_heads or bare in book.bodies or bare in self.names.demonyms:
                return True
        return (
            stem in self.names.demonyms
            or stem in book.office_heads
            or stem in book.groups
            or stem in book.bodies
            or stem in book.honorifics
            or stem in book.professions
            or stem in self.phrases.relations
        )

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

    def _is_doubtful(self, token: Token, strength: int) -> bool:
        """One weak word after a title: definite, seen in other uses, joined like ``لإعلامه`` or made like an Arabic word, it is hardly a name."""
        form = token.word.form
        if strength > 1:
            return token.word.article and form in self.names.everyday  # ``العالم العربي``
        if form in self.names.surnames:
            return False
        if token.word.article or self.lex.counts.get(form, 0) > 0 or (form[0] in _CLITIC_LETTERS and len(form) > 5):
            return True
        return shapes().foreignness(form) < 0

    def _next_is_name(self, at: int) -> bool:
        return at < len(self.tokens) and (self.strength(self.tokens[at]) >= 2 or self.tokens[at].word.form in self.names.particles.latin)

    def _first(self, at: int) -> int:
        token, following = self._at(at), self._at(at + 1)
        if token is None:
            return 0
        form = token.word.form
        if (token.word.conjunction or token.word.preposition) and not self._is_misread(token):
            return 0 if self.blocked[at] or following is None else self._first_joined(token, following)
        if following is not None and form in self.names.particles.first:
            return 3 if following.word.kind == "word" and not self.blocked[at + 1] else 0
        if following is not None and form in self.names.particles.kin:
            known = following.word.article or following.word.form in self.names.native or following.word.form in self.names.particles.latin
            return 3 if known and self.strength(following) >= 2 and not self._is_title(following) else 0
        return self.strength(token)

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
        if self._names_surely(token) or (word.conjunction and self._is_listed(token.index)):
            return 3 if self.strength(following) or leads else 0
        plain = word.preposition and word.base in self.names.everyday  # ``لخطاب بشار``
        rare = not word.verbs and not word.function and self.lex.counts.get(word.base, 0) < RARE * 8
        listed = rare and following.word.form in self.names.family
        return 3 if leads or listed or (self._names_surely(following) and not plain) else 0

    def _is_listed(self, at: int) -> bool:
        """``فلان وفلان``, ``فلان، وفلان``: right behind a person's name."""
        return 0 < self.person_end >= at - (self.tokens[at - 1].word.form == ",")

    def _goes_on(self, at: int, start: int) -> bool:
        tokens, particles = self.tokens, self.names.particles
        token, following = tokens[at], self._at(at + 1)
        form, before = token.word.form, tokens[at - 1].word.form
        if form == "-" and following is not None:
            return token.start == tokens[at - 1].end and bool(self.strength(following))
        if token.word.kind != "word" or self.blocked[at]:
            return False
        if self._is_misread(token):
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
        strength = self.strength(token)
        if at - start >= 2 and tokens[at - 1].word.article and not token.word.article and strength < 2:
            if before not in self.names.given and tokens[at - 2].word.form not in particles.binding:
                return False  # behind ``محمد أحمد الشامي`` goes on no weak word
        first = tokens[start].word.form
        if (
            at - start > 1
            and first not in self.names.native
            and first not in particles.latin
            and not self._is_joined(first)
            and form in self.names.everyday
            and form in self.names.native
        ):
            return False  # ``أليكس فيرغسون خليفة``
        if strength >= 2:
            if self.is_office(at) if token.word.article else self._is_post(at):
                return False
            return not (token.word.verbs and form in self.lex.verb_by_place and at - start >= 2)
        if token.word.article:
            given = self.strength(tokens[start]) != 2 or any(self.strength(word) == 3 for word in tokens[start:at])
            return given and not self.is_office(at) and self._family_with_article(token, at - start)
        return strength == 1

    def is_office(self, at: int) -> bool:
        """``كوفي أنان الأمين العام``, ``توماس فريدمان الكاتب بصحيفة``: an office or participle and what completes it is no family name."""
        word, following = self.tokens[at].word, self._at(at + 1)
        if following is None:
            return False
        if word.stem in self.book.office_heads and (following.word.article or following.word.preposition == "ل"):
            return True
        described = word.stem in self.book.professions or any("participle" in v.tense for v in self.lex.verb_readings(word.stem))
        return described and following.word.preposition == "ب"

    def _is_post(self, at: int) -> bool:
        """``محمد حجازي مساعد وزير الخارجية``, ``محمد عبد الوهاب نجم المنتخب``: a name that is also a noun is one before its genitive."""
        word, following = self.tokens[at].word, self._at(at + 1)
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
        after_father = length >= 2 and self.tokens[token.index - 2].word.form == "بن"
        if self._otherwise_known(word.form, word.stem) or word.form in self.lex.functions or length > (5 if after_father else 3):
            return False
        if length >= 2 and (word.stem in self.lex.masdars or any("participle" in r.tense for r in self.lex.verb_readings(word.stem))):
            return False
        if max(self.lex.counts.get(word.stem, 0), self.lex.counts.get(word.form, 0)) >= RARE * 4:
            return False
        return not word.stem.endswith(("ات", "ون", "ين") if after_father else ("يه", "ات", "ون", "ين"))
