"""Attribution chains and their reach: which clauses stand on whose word, and what carries the chain there."""

from __future__ import annotations

from rawi.attribution.denials import denier_of_report
from rawi.clauses.clause import Clause
from rawi.clauses.units import MARK
from rawi.explaining.parts import ChainPart, Reached
from rawi.explaining.view import View
from rawi.reading import ReadSentence


def chains(view: View) -> tuple[ChainPart, ...]:
    """Every chain of the article in order of its first clause; clauses in the outlet's own voice are in none."""
    reach: dict[tuple[int, ...], list[Reached]] = {}
    for number, sentence in enumerate(view.sentences, 1):
        for clause in sentence.clauses:
            attribution = sentence.attributions.get(id(clause))
            silent = attribution is None or not attribution.own or attribution.is_source
            if attribution is None or silent or all(u.kind == MARK for u in clause.units):
                continue
            reached = Reached(sentence=number, text=view.clause(clause), by=carried_by(view, sentence, clause))
            reach.setdefault(attribution.own, []).append(reached)
    return tuple(ChainPart(sources=view.names(chain), reach=tuple(clauses)) for chain, clauses in reach.items())


def carried_by(view: View, sentence: ReadSentence, clause: Clause) -> str:
    """What makes a clause stand on its chain: a verb of saying around it, a phrase of its sentence, or the sentence before."""
    inner: Clause | None = clause
    while inner is not None and inner.parent is not None:
        if (denier := denier_of_report(inner)) is not None:
            return f"a report that «{view.verb(denier) or view.clause(denier)}» denies"
        outer = sentence.attributions.get(id(inner.parent))
        if inner.kind == "content" and outer is not None and outer.content != outer.own:
            return f"said in «{view.verb(inner.parent) or view.clause(inner.parent)}»"
        inner = inner.parent
    phrase = _phrase(view, sentence)
    if phrase:
        return f"the phrase «{phrase}» covers the sentence"
    own, attribution = clause.verb, sentence.attributions[id(clause)]
    if own is not None and attribution.speaker:
        return f"«{view.unit(own)}»: told to it, printed by it, or going on from the sentence before"
    return "goes on from the sentence before"


def _phrase(view: View, sentence: ReadSentence) -> str:
    """The words that name a source for a whole sentence: ``وفق بيان``, ``كما أفاد مصدر``."""
    for clause in sentence.clauses:
        for group in clause.slots.get("source", []):
            last = max([group[-1].last, *(c.units[-1].last for c in sentence.clauses if c.head in group and c.units)])
            return view.words(max(0, group[0].first - 1), last).rstrip(" .،")
        attribution = sentence.attributions.get(id(clause))
        if attribution is not None and attribution.is_source:
            opener = view.unit(clause.opener) if clause.opener is not None else ""
            return f"{opener} {view.clause(clause)}".strip()
    return ""
