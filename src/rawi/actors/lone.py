"""People named by one word, or by words that nobody has listed: ``قال بلير``, ``وأضاف فيشمان``, ``خوان بالاسيوس``.

Nothing in such a word says that it is a name, so what it is like and where it stands are weighed together: a name that is never anything else
is one anywhere; a listed name behind any verb that it can be the subject of; a word that is also an everyday one only behind a verb of saying.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.found import Found
from rawi.actors.name_forms import LISTED, SHAPED, SURE, finite, is_inflected, is_listed, is_seen, likeness_alone
from rawi.actors.passage import QUOTES, Finder, Passage
from rawi.actors.people import People
from rawi.actors.shape import shapes
from rawi.arabic.words import Token

_ENOUGH = 4  # of likeness and cue together
_ANYWHERE, _SUBJECT, _SPEAKER = 1, 2, 3  # cues
_SHAPED_RUN = 4.0  # the same for two words together


class LoneNames(Finder):
    """Finds names of people where the other finders found nothing."""

    def __init__(self, passage: Passage, people: People) -> None:
        super().__init__(passage)
        self.people = people
        self.shapes = shapes()

    def add_to(self, found: Sequence[Found]) -> list[Found]:
        """``found`` in order and the further mentions, which take in the surnames of ``found`` that stand where only a person can."""
        free = [not blocked for blocked in self.blocked]
        surnames: dict[int, Found] = {}
        for mention in found:
            if mention.rule == "surname":
                surnames[mention.first] = mention
            else:
                free[mention.first : mention.last] = [False] * (mention.last - mention.first)
        ends = {mention.last for mention in found if mention.kind == "person" and mention.first not in surnames}
        named: list[Found] = []
        at = 0
        while at < len(self.tokens):
            end = self._end(at, free, ends) if free[at] and self.tokens[at].word.kind == "word" else at
            if end > at:
                end = max([end, *(surname.last for first, surname in surnames.items() if at <= first < end)])
                named.append(self._named(at, end, free))
                ends.add(end)
            at = end if end > at else at + 1
        taken = {at for mention in named for at in range(mention.first, mention.last)}
        kept = [mention for mention in found if mention.first not in taken or surnames.get(mention.first) is not mention]
        return sorted([*kept, *named], key=lambda mention: (mention.first, -mention.last))

    def _named(self, at: int, end: int, free: Sequence[bool]) -> Found:
        """The mention; an office behind it that was found before is another's: ``طالب شنكالي وزير الداخلية بـ…``."""
        found = self.people.person(at, at, end, None, None, None, None, "lone name")
        if not all(free[end : found.last]):
            found.last, found.role, found.country = end, None, None
        return found

    def _end(self, at: int, free: Sequence[bool], ends: set[int]) -> int:
        """Where the name that begins at ``at`` ends, or ``at`` where none does."""
        word = self.tokens[at].word
        if word.conjunction:
            if at not in ends or (self._likeness(self.tokens[at]) < LISTED and not self._is_joined_run(at, free)):
                return at
        elif word.preposition:
            if word.article or (self._likeness(self.tokens[at]) < SURE and not self._is_joined_given(at, free)):
                return at
        elif (is_seen(word) and not likeness_alone(word)) or (word.article and self.passage.reader.is_office(at)):
            return at
        elif not self._is_name(at):
            return at + 2 if self._is_run(at, free) else at
        end = at + 1
        while end < len(self.tokens) and free[end] and self._goes_on(end):
            end += 1
        return end

    def _is_name(self, at: int) -> bool:
        likeness = self._likeness(self.tokens[at])
        return bool(likeness) and likeness + self._cue(at) >= _ENOUGH

    def _likeness(self, token: Token) -> int:
        """How much a word is like a name (see :func:`rawi.actors.name_forms.likeness_alone`) where it stands."""
        likeness = likeness_alone(token.word)
        if not likeness or self.passage.is_other_spelling(token):
            return 0
        return likeness if is_listed(token.word.base) or self.passage.reader.strength(token) else 0

    def _is_unknown(self, token: Token) -> bool:
        return not is_seen(token.word) and bool(self.passage.reader.strength(token))

    def _cue(self, at: int) -> int:
        """What the place of a word says: 3 who is said to speak, 2 the subject of a verb, 1 nothing."""
        before = self.tokens[at - 1].word if at else None
        if before is None or before.kind != "word" or self.blocked[at - 1]:
            return _SUBJECT if self._acts(at + 1) and (before is None or before.form not in QUOTES) else _ANYWHERE
        word = self.tokens[at].word
        if word.article and before.article and not before.function and word.stem.endswith("ي"):
            return 0  # ``العصر الحجري``
        if any(verb.lemma in self.phrases.saying for verb in finite(before)):
            return _SPEAKER
        if finite(before) or before.function == "complementizer":
            return _SUBJECT
        return _SUBJECT if before.function in ("subordinator", "adverb") and self._acts(at + 1) else _ANYWHERE

    def _acts(self, at: int) -> bool:
        return at < len(self.tokens) and not self.blocked[at] and bool(finite(self.tokens[at].word))

    def _is_run(self, at: int, free: Sequence[bool]) -> bool:
        """``خوان بالاسيوس``: two words of foreign shape that nobody has listed, where no noun says what else they name."""
        if at + 1 >= len(self.tokens) or not free[at + 1]:
            return False
        two = self.tokens[at : at + 2]
        if not all(token.word.kind == "word" and not token.word.conjunction and self._is_unknown(token) for token in two):
            return False
        before = self.tokens[at - 1].word if at else None
        if before is not None and (before.form in QUOTES or before.stem in self.book.bodies or before.stem in self.book.place_heads):
            return False
        return sum(self.shapes.foreignness(token.word.form) for token in two) > _SHAPED_RUN

    def _is_joined_run(self, at: int, free: Sequence[bool]) -> bool:
        """``فلان وديزيري دويه``: such a run behind ``و``, right behind a person."""
        if at + 1 >= len(self.tokens) or not free[at + 1] or not self._is_unknown(self.tokens[at + 1]):
            return False
        word, following = self.tokens[at].word, self.tokens[at + 1].word
        if word.article or word.preposition or word.verbs or self.lex.counts.get(word.base) or following.conjunction:
            return False
        return self.shapes.foreignness(word.base) + self.shapes.foreignness(following.form) > _SHAPED_RUN

    def _is_joined_given(self, at: int, free: Sequence[bool]) -> bool:
        """``لليف بونوماريف``: a listed name behind a preposition, before a word of foreign shape that nobody has listed."""
        if at + 1 >= len(self.tokens) or not free[at + 1] or self._likeness(self.tokens[at]) < LISTED:
            return False
        following = self.tokens[at + 1]
        return not following.word.conjunction and self._is_unknown(following) and self.shapes.foreignness(following.word.form) > SHAPED

    def _goes_on(self, at: int) -> bool:
        token = self.tokens[at]
        word = token.word
        if word.kind != "word" or word.conjunction or word.preposition:
            return False
        if word.form in self.names.particles.latin and word.form not in self.names.particles.kin:
            return at + 1 < len(self.tokens) and self.passage.reader.strength(self.tokens[at + 1]) > 0
        strength = 0 if is_inflected(word.form) else self.passage.reader.strength(token)
        return strength >= 2 or (strength == 1 and self._is_unknown(token) and self.shapes.foreignness(word.form) > 0)
