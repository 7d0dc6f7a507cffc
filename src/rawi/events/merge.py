"""One event once: what title, lead and later sentences repeat is joined; two tellings with different content stay apart."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import Cast
from rawi.actors.phrases import phrase_book
from rawi.arabic.words import Token
from rawi.events.draft import Draft

_AGAIN = "a crowd is counted again"
_NEAR = 6  # words between two verbal nouns that one ``و`` joins
_DIED_IN = "some died in what the other tells"
_TOGETHER = "one act hit them together"


def merge(drafts: Sequence[Draft], cast: Cast, tokens: Sequence[Token]) -> list[Draft]:
    """The drafts without repetitions, in the order of the text. The fullest telling of each act stays."""
    kept: list[Draft] = []
    countries = _parties_of(drafts, cast)
    for draft in sorted(drafts, key=lambda d: (d.in_title, d.at)):
        twin, why = next(((k, why) for k in kept if k.category == draft.category and (why := _same(k, draft, cast, countries, tokens))), (None, ""))
        if twin is None:
            kept.append(draft)
        else:
            again = why == _AGAIN
            better, other = (draft, twin) if not again and _fuller(draft, twin) else (twin, draft)
            if why == _TOGETHER:
                twin.recipients += [r for r in draft.recipients if r not in twin.recipients]
                better, other = twin, draft
            if not again:
                _complete(better, other, cast)
            if why == _DIED_IN and not better.actors and other.trigger.entry.frame == "clash":
                better.actors = [r for r in other.recipients if r not in better.recipients]  # ``أصيبوا في اشتباك مع مهربين``
            if better is draft and _is_own_word(twin, draft):
                draft.sources = ()
            other.joined_to, other.why["joined"] = better, why
            kept[kept.index(twin)] = better
    for draft in kept:
        _share_mode(draft, kept)
    return sorted(kept, key=lambda d: d.at)


def _parties_of(drafts: Sequence[Draft], cast: Cast) -> list[str]:
    """What stands for each actor where tellings are compared: its country, else itself.

    ``جنديين`` is no other than the ``جنديين مصريين`` told elsewhere, where no second description fits it.
    """
    parties = [actor.country or f"#{number}" for number, actor in enumerate(cast.actors)]
    groups = sorted({a for d in drafts for a in d.people if cast.actors[a].kind == "group"})
    for number in groups:
        if parties[number] != f"#{number}":
            continue
        words = cast.actors[number].words
        fuller = [g for g in groups if cast.actors[g].words > words]
        if len(fuller) == 1 and not any(w.isdigit() or w in phrase_book().numbers for w in cast.actors[fuller[0]].words - words):
            parties[number] = parties[fuller[0]]
    return parties


def _is_own_word(first: Draft, later: Draft) -> bool:
    """``قتل جندي بانفجار. وقال مصدر أمني إن عبوة انفجرت …``: what the outlet has said itself stands on its own word, unless more is told of who."""
    told = not first.in_title and not first.is_summed_up and not first.sources and first.category != "AGREE" and not later.trigger.verbal
    return told and len(later.people) <= len(first.people)


def _share_mode(draft: Draft, others: Sequence[Draft]) -> None:
    """Another telling of a call is of a call: the same parties talked on the same day."""
    if draft.category == "CONSULT" and draft.mode is None and draft.date:
        modes = {o.mode for o in others if o.category == "CONSULT" and o.people == draft.people and o.date == draft.date and o.mode}
        if modes == {"phone"}:
            draft.mode = "phone"
            draft.why["mode"] = "another telling of the same day speaks of a call"


def _name_people(kept: Draft, other: Draft, cast: Cast) -> None:
    """``زار دمشق`` and ``استقبله الرئيس السوري``: whoever acts for a state takes its place."""
    others = [*other.actors, *other.recipients]
    for side in (kept.actors, kept.recipients):
        for place, actor in enumerate(side):
            if cast.actors[actor].kind == "state":
                country = cast.actors[actor].country
                people = [o for o in others if cast.actors[o].kind == "person" and cast.actors[o].country == country and o not in kept.people]
                side[place : place + 1] = people or [actor]


def _complete(kept: Draft, other: Draft, cast: Cast) -> None:
    """What only the other telling says: the mode (a call, a visit) and the place."""
    if kept.mode is None and other.mode is not None and _mutual(kept):
        kept.mode = other.mode
        if other.recipients:
            kept.actors, kept.recipients = other.actors, other.recipients
    if kept.category == "CONSULT":
        _name_people(kept, other, cast)
    if kept.category == "ASSAULT":
        kept.mode = kept.mode or other.mode
        if other.recipients and not _has_people(kept, cast) and _has_people(other, cast) and not set(other.recipients) & set(kept.actors):
            kept.recipients = other.recipients  # who was hit, rather than whose he was
    if not kept.recipients and not _mutual(kept):
        kept.recipients = [r for r in other.recipients if r not in kept.actors]
    if not kept.actors:
        kept.actors = [a for a in other.actors if a not in kept.recipients]
    kept.place = kept.place or other.place
    if _one_day_told(kept, other) and other.date_from == "text" and kept.sentence == other.sentence:
        kept.date, kept.date_from, kept.status = other.date, other.date_from, other.status


def _has_people(draft: Draft, cast: Cast) -> bool:
    return any(cast.actors[r].kind in ("group", "person") for r in draft.recipients)


def _completes(one: Draft, other: Draft) -> bool:
    """``شن هجمات …، استهدفت تجمعات …``: one sentence says who in one clause and whom in the next."""
    return (
        one.sentence == other.sentence
        and one.category == other.category
        and not one.trigger.verbal
        and ((bool(one.actors) and not one.recipients and not other.actors) or (bool(other.actors) and not other.recipients and not one.actors))
    )


def _hit_together(one: Draft, other: Draft, tokens: Sequence[Token]) -> bool:
    """``مقتل خمسة أطفال وإصابة أربع نساء``: what befell some and what befell others, joined by ``و`` in one clause."""
    first, second = sorted((one, other), key=lambda d: d.at)
    joined = tokens[second.at].word.conjunction == "و" and second.at - first.at_end <= _NEAR
    return joined and one.category == "ASSAULT" and one.clause is other.clause and "verb" not in (one.kind, other.kind) and one.actors == other.actors


def _clashed(one: Draft, other: Draft) -> bool:
    """``قتل شرطيان في اشتباكات مع مسلحين``: those who died clashed with those who killed them."""
    later = max(one, other, key=lambda d: d.at)
    return later.trigger.entry.frame == "clash" and bool(one.people & other.people)


def _died_in(one: Draft, other: Draft) -> bool:
    """``استشهد 12 فلسطينيا في قصف على مدرسة تؤوي نازحين``: what befell some, and the strike in which it did."""
    first, second = sorted((one, other), key=lambda d: d.at)
    befell = first.kind == "verb" and first.trigger.noun_recipient[:1] == ("genitive",)
    return befell and one.category == "ASSAULT" and one.clause is other.clause and second.kind == "lone noun" and bool(first.recipients)


def _one_day_told(one: Draft, other: Draft) -> bool:
    """``استشهد مدني …، ليل الجمعة/السبت، جراء غارات شنها الطيران``: the text dates one of the two, and publication the other."""
    return {one.date_from, other.date_from} == {"text", "published"}


def _leads_to(one: Draft, other: Draft) -> bool:
    """``انفجرت عبوة بدورية، ما أدى إلى مقتل جندي``: the victims of what the sentence tells."""
    later = max(one, other, key=lambda d: d.at)
    return one.sentence == other.sentence and one.category == "ASSAULT" and later.why.get("support") == "cause" and not later.actors


def _same(one: Draft, other: Draft, cast: Cast, countries: Sequence[str], tokens: Sequence[Token]) -> str:
    """Why two drafts tell of one act; empty where they do not. ``countries``: each actor's, or what stands for none."""
    if one.category != other.category or not _modes_agree(one, other):
        return ""
    if (one.status == "negated") != (other.status == "negated"):
        return ""
    if one.date and other.date and one.date != other.date and not other.in_title and not (_completes(one, other) and _one_day_told(one, other)):
        return ""
    actors = _overlap(one.actors, other.actors, countries)
    recipients = _overlap(one.recipients, other.recipients, countries)
    if _completes(one, other):
        return "one says who, the other whom"
    if _hit_together(one, other, tokens):
        return _TOGETHER
    if (actors or _clashed(one, other)) and _died_in(one, other):
        return _DIED_IN
    if _leads_to(one, other) and (actors or recipients):
        return "one is what the other led to"
    if one.category == "CONSULT" and one.clause is other.clause and (one.people <= other.people or other.people <= one.people):
        return "one clause tells of one meeting"
    if other.in_title:
        among = not _mutual(one) or _among(one.people, other.people, cast)
        return "the title says it too" if among and (actors or recipients or not (one.people and other.people)) else ""
    if one.trigger.verbal:
        same = actors == "all" and recipients == "all" and (_same_wording(one, other, tokens) or one.clause is other.clause)
        return "the same people say the same" if same else ""
    if _unnamed(one, cast) and _unnamed(other, cast) and recipients == "all" and one.recipients and one.category == "ASSAULT":
        return "it befalls the same by unnamed hands"
    if one.category == "PROTEST" and one.actors and other.actors and _unnamed(one, cast) and _unnamed(other, cast):
        return _AGAIN
    if one.sources and other.sources and not set(one.sources) & set(other.sources):
        return ""
    if _mutual(one) and bool(one.sources) != bool(other.sources) and any(cast.actors[a].sector == "MED" for a in one.sources or other.sources):
        return ""  # an agency passes on what somebody else says of it: another telling
    if _mutual(one):
        everyone = _overlap(sorted(one.people), sorted(other.people), countries)
        return "the same parties on the same day" if everyone == "all" else ""
    shared = _overlap(sorted(one.people), sorted(other.people), countries)
    return "the same parties on the same day" if shared and actors and recipients and "all" in (actors, recipients) else ""


def _same_wording(one: Draft, other: Draft, tokens: Sequence[Token]) -> bool:
    """Whether two acts of speech say the same: half of the shorter one's words after the trigger stand in the other."""
    a, b = ({t.word.stem for t in tokens[d.at_end : d.last] if t.word.kind == "word" and not t.word.function} for d in (one, other))
    return bool(a and b) and 2 * len(a & b) > min(len(a), len(b))


def _unnamed(draft: Draft, cast: Cast) -> bool:
    return all(cast.actors[a].kind == "group" for a in draft.actors)


def _mutual(draft: Draft) -> bool:
    return draft.category in ("CONSULT", "COOPERATE")


def _modes_agree(one: Draft, other: Draft) -> bool:
    return one.mode == other.mode or None in (one.mode, other.mode) or _mutual(one)


def _overlap(one: Sequence[int], other: Sequence[int], countries: Sequence[str]) -> str:
    """``all`` where the two name the same parties (or one names none), ``some`` where they share one, else empty."""
    if not one or not other:
        return "all"
    if set(one) == set(other):
        return "all"
    ours, theirs = {countries[a] for a in one}, {countries[a] for a in other}
    if ours == theirs:
        return "all"
    return "" if ours.isdisjoint(theirs) else "some"


def _among(one: set[int], other: set[int], cast: Cast) -> bool:
    """Whether all countries whose people one telling names are among those of the other, whichever names fewer."""
    fewer, more = sorted(({cast.actors[a].country for a in side} - {None} for side in (one, other)), key=len)
    return fewer <= more


def _fuller(new: Draft, old: Draft) -> bool:
    """Whether a later telling says more: more participants, a clause of its own, a date of its own."""
    if old.in_title or new.in_title:
        return old.in_title
    if old.is_summed_up != new.is_summed_up:
        return old.is_summed_up
    return _says(new) > _says(old)


def _says(draft: Draft) -> tuple[bool, int, bool, bool, bool]:
    hosted = draft.mode == "third-party"  # who only hosts is no party: ``استضافت الدوحة محادثات بين …``
    return hosted, len(draft.people), draft.clause.kind != "relative", draft.date_from == "text", bool(draft.sources)
