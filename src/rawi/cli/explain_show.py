"""An explanation as a person reads it in a terminal, at any width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from rawi.explaining.parts import (
    ActorPart,
    ChainPart,
    ClausePart,
    DatePart,
    EventPart,
    Explanation,
    Fired,
    SentencePart,
    Tried,
    UnitPart,
)

_WORDS = 6  # of a long list of wanted words
Line = tuple[str, Text | str]
_PROMISE = "what a speaker says that he, his state or his body will do"
_UNTRIGGERED = {"request/duty#must": "what a speaker says that falls to others"}  # rules without an entry


def print_explanation(told: Explanation, whole: bool, console: Console | None = None) -> None:
    """Print an explanation; ``whole``: who, when, on whose word and what, else the events and sentences that it still holds."""
    console = console or Console(highlight=False)
    console.print(Rule(style="dim"), Text(told.title or told.id, "bold"))
    if whole:
        _section(console, "Who", (part for actor in told.actors for part in _actor(actor)))
        _section(console, "When", [_lines(_date(date) for date in told.dates)] if told.dates else [])
        _section(console, "On whose word", (part for chain in told.chains for part in _chain(chain)))
    if told.events:
        _section(console, "What", (part for event in told.events for part in _event(event)))
    if whole:
        count = len(told.sentences)
        console.print(Text(f"\n{count} sentence{'' if count == 1 else 's'}; --sentence N shows how one was cut, and what was tried in it.", "dim"))
    else:
        for sentence in told.sentences:
            _sentence(console, sentence)
    console.print()


def _section(console: Console, name: str, parts: Iterable[RenderableType]) -> None:
    shown = list(parts)
    console.print(Text(f"\n{name}", "bold"))
    for part in shown or [Padding(Text("nothing", "dim"), (0, 2))]:
        console.print(part)


def _lines(lines: Iterable[Line], indent: int = 2) -> RenderableType:
    """Labels on the left, what they name on the right, wrapped under itself; lines without content are left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True, min_width=9)
    table.add_column(overflow="fold")
    for label, content in lines:
        if content:
            table.add_row(label, content)
    return Padding(table, (0, 0, 0, indent))


def _because(content: str, why: str) -> Text:
    """What was found, and in dim letters why."""
    return Text.assemble(content, (f"  {why}" if why else "", "dim")) if content else Text()


# --- who, when, on whose word ---------------------------------------------------------------------------------------------------


def _actor(actor: ActorPart) -> Iterator[RenderableType]:
    about = "  ".join(part for part in (actor.kind, actor.country, actor.known_as) if part)
    yield Padding(Text.assemble((actor.name, "bold"), (f"  {about}", "dim")), (0, 2))
    yield _lines(((f"s{m.sentence}", _because(f"«{m.text}»", f"{m.rule}: {m.why}")) for m in actor.mentions), 4)


def _date(date: DatePart) -> Line:
    return date.value, _because(f"«{date.text}»", f"{date.rule}: {date.note}" if date.note else date.rule)


def _chain(chain: ChainPart) -> Iterator[RenderableType]:
    yield Padding(Text(" ← ".join(chain.sources), "bold"), (0, 2))
    yield _lines(((f"s{r.sentence}", _because(f"«{r.text}»", r.by)) for r in chain.reach), 4)


# --- events --------------------------------------------------------------------------------------------------------------------


def _event(event: EventPart) -> Iterator[RenderableType]:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    yield Padding(Text.assemble((f"{event.number} ", "dim"), (kind, "bold"), (f"  sentence {event.sentence}", "dim")), (0, 2))
    yield _lines(_reasons(event), 4)


def _reasons(event: EventPart) -> Iterator[Line]:
    yield "evidence", f"«{event.evidence}»"
    origin = f"entry {event.entry} in {event.file}" if event.entry else _UNTRIGGERED.get(event.rule, _PROMISE)
    yield "trigger", _because(f"«{event.trigger}»", f"{event.kind}; {origin}, {event.rule}")
    yield "carried by", event.support or ""
    yield "frame", "; ".join(f"{role}: {', '.join(slots)}" for role, slots in event.frame.items())
    for role in event.roles:
        words = f"«{role.words}»" if role.words and "«" not in role.words else role.words
        yield role.role, _because(role.name, f"{role.slot} {words}".strip())
    yield "mode", _because(event.mode or "", event.mode_why)
    yield "status", _because(event.status, event.status_why)
    yield "date", _because(event.date or "none", event.date_why)
    yield "place", _because(event.place or "", event.place_why)
    yield "word of", " ← ".join(event.sources)
    for part, why in event.notes.items():
        yield part, Text(why, "dim")
    for twin in event.twins:
        yield "told too", _because(f"s{twin.sentence} «{twin.text}»", f"{twin.rule}: {twin.why}")


# --- one sentence ----------------------------------------------------------------------------------------------------------------


def _sentence(console: Console, sentence: SentencePart) -> None:
    console.print(Text.assemble((f"\nSentence {sentence.number}", "bold")))
    console.print(Padding(Text(sentence.text), (0, 2)))
    _section(console, "Cut into", [_lines(_unit(u) for u in sentence.units)])
    _section(console, "Clauses", (part for clause in sentence.clauses for part in _clause(clause)))
    _section(console, "Fired", [_lines(_fired(fired) for fired in sentence.fired)] if sentence.fired else [])
    vain = [(text, list(tried)) for text, tried in groupby(sentence.tried, key=lambda t: t.text)]
    _section(console, "Tried in vain", (part for text, tried in vain for part in _tried(text, tried)))


def _fired(fired: Fired) -> Line:
    return f"event {fired.event}", _because(f"«{fired.text}»", f"{fired.rule}: {fired.joined}" if fired.joined else fired.rule)


def _unit(unit: UnitPart) -> Line:
    marks = [unit.slot and f"after {unit.slot}", unit.negated and "negated", unit.names and f"= {'، '.join(unit.names)}"]
    return unit.kind, _because(unit.text, "  ".join(m for m in marks if m))


def _clause(clause: ClausePart) -> Iterator[RenderableType]:
    about = f"describes «{clause.describes}»" if clause.describes else ""
    yield Padding(Text.assemble((clause.kind, "bold"), (f"  {about}", "dim")), (0, 2))
    passive = "  passive" if clause.passive else ""
    lines: list[Line] = [("verb", _because(clause.verb, " | ".join(clause.lemmas) + passive))]
    lines.append(("subject", "، ".join(clause.subject) or Text(clause.subject_from, "dim")))
    lines += [("object", "، ".join(clause.object)), ("object2", "، ".join(clause.second))]
    lines += [(slot, " | ".join(groups)) for slot, groups in clause.slots.items()]
    lines += [("word of", " ← ".join(clause.sources)), ("speaker", "، ".join(clause.speaker))]
    yield _lines(lines, 4)


def _tried(text: str, tried: Sequence[Tried]) -> Iterator[RenderableType]:
    """One word with its entries; entries that failed for the same reason share the sentence that says so."""
    yield Padding(Text(f"«{text}»"), (0, 2))
    for because in dict.fromkeys(t.because for t in tried):
        yield Padding(Text(because, "dim"), (0, 4))
        yield _lines(((t.rule, _some(t.words)) for t in tried if t.because == because), 6)


def _some(words: Sequence[str]) -> str:
    return "، ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "") if words else " "
