"""Actors and dates with the rules that found them."""

from __future__ import annotations

from rawi.actors.cast import Actor
from rawi.actors.found import Found
from rawi.actors.gazetteer import gazetteer
from rawi.explaining.parts import ActorPart, DatePart, MentionPart
from rawi.explaining.view import View

_TAKEN_UP = {  # rules whose words always point back
    "the latter": "the last one named",
    "counterpart": "holds the office of the one named before, for another country",
    "bare body": "the last body of that kind named before",
    "side": "the state, or its delegation, named before",
    "surname": "the surname of somebody named in full, or known",
}


def actors(view: View) -> tuple[ActorPart, ...]:
    """Every actor of the record with its mentions."""
    told = {a for d in view.reading.drafts for a in (*d.actors, *d.recipients, *d.sources)}
    listed = [entry for number, entry in enumerate(view.reading.cast.actors) if entry.mentions or number in told]
    parts = []
    for actor, entry in zip(view.record.actors, listed, strict=True):
        mentions = sorted(entry.mentions, key=lambda m: m.first)
        shown = tuple(_mention(view, m, entry, m is entry.mentions[0]) for m in mentions)
        part = ActorPart(
            id=actor.id, name=actor.name, kind=actor.kind, country=actor.country, role=actor.role, known_as=actor.known_as, mentions=shown
        )
        parts.append(part)
    return tuple(parts)


def _mention(view: View, mention: Found, actor: Actor, first: bool) -> MentionPart:
    start, _ = view.reading.folded.span(view.tokens[mention.first].start, view.tokens[mention.first].end)
    _, end = view.reading.folded.span(view.tokens[mention.last - 1].start, view.tokens[mention.last - 1].end)
    return MentionPart(
        start=start, end=end, text=view.words(mention.first, mention.last), sentence=view.sentence_at(start), by=mention.by, rule=mention.rule,
        why=why_joined(mention, actor, first),
    )  # fmt: skip


def why_joined(mention: Found, actor: Actor, first: bool) -> str:
    """Why a mention is taken for this actor, by what the mention shows and what the actor is known by.

    ``first``: the mention that made the actor. The body is read before the title, so a title takes up what the body names.
    """
    known = {mention.known_as, *(gazetteer().entities[n].known_as for n in mention.people)} - {None}
    if actor.known_as and actor.known_as in known:
        return f"the knowledge has it as {actor.known_as}"
    if mention.rule in _TAKEN_UP and not first:
        return _TAKEN_UP[mention.rule]
    if mention.kind == "state" and actor.known_as:
        return f"the knowledge has it as {actor.known_as}"
    if first:
        return "read here first"
    if mention.kind == "role":
        return "bears this office in the article, or by the knowledge on its day" if actor.kind == "person" else "the same description"
    return "the same description" if actor.kind == "group" else "shares the words of the name"


def dates(view: View) -> tuple[DatePart, ...]:
    """The dates of the record."""
    return tuple(
        DatePart(start=d.start, end=d.end, text=" ".join(d.text.split()), value=d.value, rule=d.rule, note=d.note) for d in view.record.dates
    )
