"""Events with the reason for each of their parts."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.clauses.clause import Clause
from rawi.clauses.units import DATE
from rawi.events.draft import Draft
from rawi.events.status import status_book
from rawi.events.trace import Filling
from rawi.events.triggers import trigger_book
from rawi.events.where import find_place
from rawi.explaining.parts import EventPart, Role, Twin
from rawi.explaining.view import View

_SHOWN = frozenset(("mode", "support", "status", "date", "place", "sources", "joined"))  # reasons that have a place of their own


def events(view: View) -> tuple[EventPart, ...]:
    """The events of the record, in its order."""
    return tuple(_event(view, number, draft) for number, draft in enumerate(view.reading.drafts, 1))


def _event(view: View, number: int, draft: Draft) -> EventPart:
    told = view.record.events[number - 1]
    entry = draft.trigger.entry
    return EventPart(
        number=number, sentence=view.sentence(draft.clause), type=told.type, rule=told.rule,
        file=f"knowledge/events/{told.rule.split('/')[0]}.toml" if draft.trigger not in (trigger_book().promise, trigger_book().duty) else "",
        entry=entry.verb or next(iter(entry.noun), ""), kind=draft.kind, trigger=view.words(draft.at, draft.at_end), evidence=told.evidence,
        frame=_frame(draft), roles=tuple(_roles(view, draft)), mode=told.mode, mode_why=_mode(view, draft) if told.mode else "",
        support=_support(view, draft), status=told.status, status_why=_status(view, draft), date=told.date, date_why=_date(view, draft),
        place=told.place, place_why=_place(view, draft), sources=view.names(draft.sources), twins=tuple(_twins(view, draft, number)),
        notes={part: why for part, why in draft.why.items() if part not in _SHOWN},
    )  # fmt: skip


def _frame(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The slots that the entry's frame asks for: a verb's, or a verbal noun's, whose actor is the subject of the verb that carries it."""
    trigger, frame = draft.trigger, draft.trigger.frame
    if draft.support is not None:
        asked = {"actor": ("subject", *frame.noun_actor), "recipient": trigger.noun_recipient, "partner": trigger.noun_partner}
    elif draft.kind in ("verb", "participle"):
        asked = {"actor": frame.actor, "recipient": frame.recipient, "partner": frame.partner}
    else:
        asked = {"actor": frame.noun_actor, "recipient": trigger.noun_recipient, "partner": trigger.noun_partner}
    return {role: slots for role, slots in asked.items() if slots}


# --- who fills which slot -----------------------------------------------------------------------------------------------------


def _roles(view: View, draft: Draft) -> Iterable[Role]:
    fillings = view.trace.fillings.get(id(draft), [])
    for role, actors in (("actor", draft.actors), ("recipient", draft.recipients)):
        for actor in actors:
            filling = next((f for f in fillings if actor in f.actors), None)
            slot, words = _slot_of(view, draft, actor, filling)
            yield Role(role=role, name=view.names((actor,))[0], slot=slot, words=words)


def _slot_of(view: View, draft: Draft, actor: int, filling: Filling | None) -> tuple[str, str]:
    """The slot an actor was found in and its words there; for one that stands in no slot, why it is there all the same."""
    if filling is None:
        if actor in {a for d in view.reading.all_drafts if d.joined_to is draft for a in d.people}:
            return "another telling", ""
        cast = view.reading.cast.actors
        if cast[actor].kind == "person" and any(cast[a].kind == "group" for a in draft.people):
            return "named as a member", _last_words(view, actor, draft.at_end)
        return draft.why.get("actor", "") or "near by", _last_words(view, actor, draft.at_end)
    units = [u for u in filling.units if any(f.actor == actor or actor in f.members for f in u.found)]
    if filling.units:
        return filling.slot, "، ".join(view.units(units or filling.units))
    verb = draft.clause.verb
    if filling.slot == "object" and verb is not None and verb.pronoun:
        return "object", f"the pronoun in «{view.unit(verb)}»"
    return filling.slot, f"taken over from «{_last_words(view, actor, draft.at)}»"


def _last_words(view: View, actor: int, at: int) -> str:
    """The words that named an actor last before a token; else those that name it first."""
    mentions = sorted(view.reading.cast.actors[actor].mentions, key=lambda m: m.first)
    before = [m for m in mentions if m.first < at]
    chosen = before[-1] if before else mentions[0] if mentions else None
    return view.words(chosen.first, chosen.last) if chosen is not None else view.names((actor,))[0]


# --- mode, support, status --------------------------------------------------------------------------------------------------


def _mode(view: View, draft: Draft) -> str:
    if "mode" in draft.why:
        return draft.why["mode"]
    if draft.mode == draft.trigger.entry.mode:
        return "the entry sets it"
    if draft.mode == draft.trigger.frame.mode:
        return "the frame sets it"
    words = next((words for mode, words in trigger_book().mode_words.get(draft.trigger.category, ()) if mode == draft.mode), frozenset())
    for token in view.tokens[draft.first : draft.last]:
        if token.word.stem in words or token.word.base in words:
            return f"the word «{view.words(token.index, token.index + 1)}»"
    return "another telling has it" if any(d.joined_to is draft and d.mode == draft.mode for d in view.reading.all_drafts) else "the category's own"


def _support(view: View, draft: Draft) -> str | None:
    if draft.support is None:
        return None
    group = draft.why.get("support", "")
    return f"«{view.unit(draft.support)}» ({group})" if group else f"«{view.unit(draft.support)}»"


def _status(view: View, draft: Draft) -> str:
    why = draft.why.get("status", "")
    cues = _cues(view, draft) if draft.status != "actual" or why else []
    return f"{why}: {'، '.join(f'«{c}»' for c in cues)}" if why and cues else why or "".join(f"«{c}»" for c in cues)


def _cues(view: View, draft: Draft) -> list[str]:
    """The words that set a status: before the verb, in the clause, in the clause around it."""
    book, verb = status_book(), draft.clause.verb
    words = {"negated": book.negated, "future": book.future, "hypothetical": book.hypothetical}.get(draft.status, frozenset())
    if draft.status == "negated" and verb is not None and verb.negated:
        return [view.words(verb.first - 1, verb.last)]
    if draft.support is not None and draft.status == "hypothetical" and draft.support.negated:
        return [view.words(draft.support.first - 1, draft.support.last)]  # ``لم يستبعد إرسال قوات``
    if verb is not None and "category" in draft.why and any(r.future for r in verb.readings):
        return [view.unit(verb)]
    first = max(0, min(draft.first, draft.at) - 2)
    spans = [(first, draft.last)]
    if draft.clause.parent is not None and draft.clause.parent.units:
        spans.insert(0, (draft.clause.parent.units[0].first, draft.clause.parent.units[-1].last))
    found = [t.index for start, end in spans for t in view.tokens[start:end] if t.word.base in words]
    return [view.words(index, index + 1) for index in dict.fromkeys(found)]


# --- when, where, and other tellings -------------------------------------------------------------------------------------------


def _date(view: View, draft: Draft) -> str:
    """Where the date was taken from: words and the clause in which they stand."""
    if draft.date is None:
        return f"{draft.why['date']} names no day" if "date" in draft.why else "no day is told"
    if draft.date_from == "published":
        return "the day of publication: news without a day of its own"
    clause, steps = draft.clause, 0
    while clause is not None and steps < 6:
        if words := _date_words(view, clause, draft.date):
            where = "in its own clause" if clause is draft.clause else f"in the clause of «{view.verb(clause) or view.clause(clause)}»"
            return f"«{words}» {where}"
        around = clause.before if clause.before is not None and clause.kind != "circumstance" else clause.parent
        if around is None:
            break
        clause, steps = around, steps + 1
    if "date" in draft.why:
        return draft.why["date"]
    return "carried on from what was told before" if draft.date_from == "context" else "from the words around it"


def _date_words(view: View, clause: Clause, value: str) -> str:
    """The words of a clause's date with this value."""
    for unit in clause.units:
        if unit.kind != DATE:
            continue
        start, end = view.reading.folded.span(view.tokens[unit.first].start, view.tokens[unit.last - 1].end)
        for date in view.record.dates:
            spans = ((date.start, date.end), *((s.start, s.end) for s in date.again))
            if date.value == value and any(s < end and start < e for s, e in spans):
                return view.unit(unit)
    return ""


def _place(view: View, draft: Draft) -> str:
    if draft.place is None:
        return ""
    found = find_place(draft, view.tokens)
    if found is None and "place" in draft.why:
        return draft.why["place"]
    if found is None:
        return "another telling has it"
    before = found.first - 1
    preposition = before >= 0 and view.tokens[before].word.function == "preposition"
    return f"«{view.words(before if preposition else found.first, found.last)}» in its clause"


def _twins(view: View, draft: Draft, number: int) -> Iterable[Twin]:
    for other in view.reading.all_drafts:
        if other is not draft and view.event_of(other) == number:
            told = view.words(other.first, other.last)
            yield Twin(sentence=view.sentence(other.clause), text=told, rule=other.trigger.rule, why=other.why.get("joined", ""))
