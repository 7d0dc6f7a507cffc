"""How a sentence was cut, which triggers fired in it, and why the others did not."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.clauses.clause import Clause
from rawi.clauses.units import DATE, PARTICIPLE, VERB, Unit
from rawi.events.trace import Failure
from rawi.events.triggers import Trigger, trigger_book
from rawi.explaining.parts import ClausePart, Fired, SentencePart, Tried, UnitPart
from rawi.explaining.view import View
from rawi.reading import ReadSentence

_REACH = 10  # words after a verb or verbal noun in which an entry's ``having`` is looked for here
BECAUSE = {
    "having": "it asks for one of these words after it, and none is there",
    "by": "none of those who do what the entry tells acts here",
    "lacking": "a word follows that the entry forbids",
    "nobody": "nobody stands in the slots of its frame",
    "alone": "only one party stands in the slots of its frame, and nobody meets alone",
    "experts": "what scholars and doctors agree on or advise is no act of politics",
    "description": "an imperfect in a relative clause says what somebody is, not what happened",
    "no support": "no verb carries this noun as an act, and its entry does not let it stand alone",
    "slot": "it stands behind a preposition that makes it no act of its own",
    "refers back": "it takes up an act told before",
    "content": "it is what another act asks, promises, refuses or alleges",
    "source": "its clause only says on whose word the sentence stands",
    "sport": "it is told of a team, a player or a coach",
    "told by its clause": "the relative clause behind it tells of it",
    "date": "it belongs to a date",
    "noun": "it is read as a noun here, and the entry is a verb's",
    "verb": "it is read as a verb here, and the entry is a noun's",
    "behind another noun": "it only describes the noun before it",
    "name": "its phrase names a person, a state or a place",
}


def sentences(view: View) -> tuple[SentencePart, ...]:
    """Every sentence, in the order of the text."""
    return tuple(_sentence(view, number, sentence) for number, sentence in enumerate(view.sentences, 1))


def _sentence(view: View, number: int, sentence: ReadSentence) -> SentencePart:
    fired = tuple(_fired(view, sentence))
    text = " ".join(view.record.text[sentence.span.start : sentence.span.end].split())
    return SentencePart(
        number=number, text=text, units=tuple(_unit(view, u) for u in sentence.units),
        clauses=tuple(_clause(view, sentence, c) for c in sentence.clauses if c.units), fired=fired, tried=tuple(_tried(view, sentence)),
    )  # fmt: skip


def _unit(view: View, unit: Unit) -> UnitPart:
    names = tuple(dict.fromkeys(n for f in unit.found for n in view.names((f.actor, *f.members))))
    return UnitPart(kind=unit.kind, text=view.unit(unit), slot=unit.slot, conjunction=unit.conjunction, negated=unit.negated, names=names)


def _clause(view: View, sentence: ReadSentence, clause: Clause) -> ClausePart:
    attribution = sentence.attributions.get(id(clause))
    verb = clause.verb
    origin = next((c for c in (clause.before, clause.parent) if c is not None and c.verb is not None), None)
    return ClausePart(
        kind=clause.kind, verb=view.verb(clause), lemmas=tuple(dict.fromkeys(r.lemma for r in verb.readings)) if verb is not None else (),
        passive=clause.passive, subject=view.units(clause.subject),
        subject_from=f"as in the clause of «{view.verb(origin)}»" if clause.dropped and origin is not None else "left out" if clause.dropped else "",
        object=view.units(clause.object), second=view.units(clause.second),
        slots={slot: tuple("، ".join(view.units(g)) for g in groups) for slot, groups in clause.slots.items()},
        describes=view.unit(clause.head) if clause.head is not None else "",
        sources=view.names(attribution.own) if attribution is not None else (),
        speaker=view.names(attribution.speaker) if attribution is not None else (),
    )  # fmt: skip


def _fired(view: View, sentence: ReadSentence) -> Iterable[Fired]:
    for draft in view.reading.all_drafts:
        if view.home[id(draft.clause)] is sentence:
            joined = "" if id(draft) in view.events else draft.why.get("joined", "")
            yield Fired(text=view.words(draft.at, draft.at_end), rule=draft.trigger.rule, event=view.event_of(draft), joined=joined)


# --- what was tried -----------------------------------------------------------------------------------------------------------


def _tried(view: View, sentence: ReadSentence) -> Iterable[Tried]:
    """Every word of the trigger book in the sentence that gave no event, with the reasons, entry by entry."""
    told = {at for d in view.reading.all_drafts for at in range(d.at, d.at_end)}
    noted: dict[int, list[Failure]] = {}
    for failure in view.trace.failures:
        noted.setdefault(failure.at, []).append(failure)
    covered: set[int] = set()
    for at in view.tokens_of(sentence):
        if at in told or at in covered:
            continue
        for failure in dict.fromkeys(noted.get(at, ())):
            covered.update(range(failure.at, failure.at_end))
            text, because = view.words(failure.at, failure.at_end), BECAUSE[failure.reason]
            yield Tried(text=text, rule=failure.rule, reason=failure.reason, because=because, words=failure.words)
        if at not in noted and (found := _untried(view, sentence, at)) is not None:
            yield found


def _untried(view: View, sentence: ReadSentence, at: int) -> Tried | None:
    """A word of the trigger book that no rule looked at, and why none did."""
    unit = next((u for u in sentence.units if u.first <= at < u.last), None)
    if unit is None or _in_name(unit, at):
        return None
    verbs, nouns = _entries(view, unit, at)
    as_verb = unit.kind in (VERB, PARTICIPLE)
    entries = (verbs or nouns) if as_verb else (nouns or verbs)
    reason = _why_untried(view, unit, at, bool(verbs), bool(nouns)) if entries else ""
    if not reason:
        return None
    after = {w for t in view.tokens[at + 1 : at + _REACH] for w in (t.word.base, t.word.stem)}
    entry = next((e for e in entries if not e.having or e.having & after), entries[0])
    return Tried(text=view.words(at, at + 1), rule=entry.rule, reason=reason, because=BECAUSE[reason])


def _why_untried(view: View, unit: Unit, at: int, as_verb: bool, as_noun: bool) -> str:
    """The reason by the unit that the word is in; empty where its entries were all tried."""
    if reason := _clause_skipped(view, unit):
        return reason
    if unit.kind == DATE:
        return "date"
    if unit.kind in (VERB, PARTICIPLE):
        return "" if as_verb else "verb"
    if not as_noun:
        return "noun"
    if unit.head is not None and unit.head.kind in ("person", "state", "place"):
        return "name"
    return "behind another noun" if at > unit.first else "no support"


def _clause_skipped(view: View, unit: Unit) -> str:
    return next((reason for clause, reason in view.trace.skipped if any(u is unit for u in clause.units)), "")


def _in_name(unit: Unit, at: int) -> bool:
    return any(f.first <= at < f.last and f.kind not in ("group", "pronoun") for f in unit.found)


def _entries(view: View, unit: Unit, at: int) -> tuple[list[Trigger], list[Trigger]]:
    """The triggers that a word may be: as a verb, and as a verbal noun."""
    book, word = trigger_book(), view.tokens[at].word
    verbs = [t for reading in unit.readings or word.verbs for t in book.verbs.get(reading.lemma, ())]
    forms = [word.base, *(t.word.form for t in view.tokens[at + 1 : at + 4])]
    hits = [*book.nouns_at(forms), *(book.nouns_at([word.stem, *forms[1:]]) if word.article else ())]
    return verbs, [hit.trigger for hit in hits]
