"""One line of English for each event."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.model import Actor

_VERBS = {
    "AGREE": "offered or promised something to", "CONSULT": "met", "SUPPORT": "expressed support for", "CONCEDE": "made a concession to",
    "COOPERATE": "cooperated with", "AID": "gave aid to", "RETREAT": "yielded to", "REQUEST": "made a request of", "ACCUSE": "criticised",
    "REJECT": "rejected a request of", "THREATEN": "threatened", "PROTEST": "protested against", "SANCTION": "reduced relations with",
    "MOBILIZE": "moved forces toward", "COERCE": "coerced", "ASSAULT": "attacked",
}  # fmt: skip
_MODES: dict[tuple[str, str | None], str] = {
    ("CONSULT", "visit"): "visited", ("CONSULT", "phone"): "spoke by phone with", ("CONSULT", "multilateral"): "took part in talks with",
    ("CONSULT", "third-party"): "held talks hosted by a third party with",
    ("RETREAT", "withdraw"): "withdrew from", ("RETREAT", "release"): "released", ("RETREAT", "ceasefire"): "ceased fire with",
    ("RETREAT", "resign"): "resigned", ("RETREAT", "access"): "granted access to", ("RETREAT", "disarm"): "disarmed toward",
    ("REQUEST", "assist"): "asked for help from", ("REQUEST", "change"): "asked for a change from",
    ("REQUEST", "yield"): "demanded a concession from",
    ("REQUEST", "meet"): "asked for talks with", ("ACCUSE", "disapprove"): "criticised", ("ACCUSE", "allege"): "accused",
    ("ACCUSE", "investigate"): "investigated", ("REJECT", "meet"): "refused to meet", ("REJECT", "assist"): "refused help to",
    ("REJECT", "yield"): "refused a concession to", ("REJECT", "change"): "refused a change asked by",
    ("THREATEN", "violence"): "threatened with force", ("THREATEN", "arrest"): "threatened with arrest",
    ("THREATEN", "restrict"): "threatened with restrictions", ("THREATEN", "relations"): "threatened to reduce relations with",
    ("THREATEN", "expel"): "threatened to expel", ("THREATEN", "territory"): "threatened the territory of",
    ("PROTEST", "demo"): "demonstrated against", ("PROTEST", "strike"): "went on strike against",
    ("PROTEST", "hunger"): "went on hunger strike against",
    ("PROTEST", "riot"): "rioted against", ("PROTEST", "boycott"): "boycotted", ("PROTEST", "obstruct"): "blocked roads against",
    ("PROTEST", "vandalize"): "vandalized property of", ("SANCTION", "convict"): "convicted", ("SANCTION", "expel"): "expelled",
    ("SANCTION", "withdraw"): "recalled its representatives from", ("SANCTION", "discontinue"): "cut relations with or imposed sanctions on",
    ("MOBILIZE", "troops"): "moved troops toward", ("MOBILIZE", "weapons"): "deployed weapons toward",
    ("MOBILIZE", "police"): "deployed police against",
    ("MOBILIZE", "militia"): "mobilized militias against", ("COERCE", "seize"): "seized property or territory of", ("COERCE", "arrest"): "arrested",
    ("COERCE", "restrict"): "restricted", ("COERCE", "censor"): "censored", ("COERCE", "curfew"): "imposed a curfew on",
    ("COERCE", "martial-law"): "imposed martial law on", ("COERCE", "deport"): "deported", ("COERCE", "withhold"): "withheld goods or services from",
    ("COERCE", "misinformation"): "spread false information about", ("COERCE", "cyber"): "carried out a cyber attack on",
    ("ASSAULT", "abduct"): "abducted", ("ASSAULT", "beat"): "beat", ("ASSAULT", "torture"): "tortured", ("ASSAULT", "sexual"): "sexually assaulted",
    ("ASSAULT", "targeted"): "assassinated", ("ASSAULT", "destroy"): "destroyed property of", ("ASSAULT", "firearms"): "shot at",
    ("ASSAULT", "explosives"): "bombed", ("ASSAULT", "suicide-attack"): "carried out a suicide attack on",
    ("ASSAULT", "aerial"): "carried out air strikes on",
    ("ASSAULT", "drone"): "attacked by drone", ("ASSAULT", "heavy-weapons"): "shelled or fired rockets at",
    ("ASSAULT", "crowd-control"): "used riot control on",
    ("ASSAULT", "primitive"): "attacked with simple weapons", ("ASSAULT", "unconventional"): "used unconventional weapons on",
}  # fmt: skip
_TOGETHER = {
    ("CONSULT", "phone"): "spoke by phone", ("CONSULT", None): "met", ("CONSULT", "multilateral"): "held multilateral talks",
    ("CONSULT", "third-party"): "held talks hosted by a third party", ("AGREE", None): "agreed", ("COOPERATE", None): "cooperated",
    ("SUPPORT", None): "signed or endorsed an agreement",
}  # fmt: skip
_STATUS = {"future": "(announced)", "hypothetical": "(possible)", "negated": "(denied or did not happen)", "historical": "(background)"}


def summarize(category: str, mode: str | None, actors: Sequence[Actor], recipients: Sequence[Actor], status: str, countries: dict[str, str]) -> str:
    """``Vladimir Putin (Russia) and Ahmad al-Sharaa (Syria) spoke by phone``."""
    who, whom = _names(actors, countries), _names(recipients, countries)
    verb = _MODES.get((category, mode)) or _VERBS[category]
    if not whom and (len(actors) > 1 or category in ("AGREE", "COOPERATE")) and (together := _TOGETHER.get((category, mode))):
        line = f"{who} {together}"
    elif not whom:
        line = f"{who or 'Somebody'} {_bare(verb)}"
    else:
        line = f"{who or 'Somebody'} {verb} {whom}"
    return f"{line} {_STATUS[status]}" if status in _STATUS else line


def _bare(verb: str) -> str:
    for preposition in (" to", " for", " with", " of", " from", " against", " toward", " on", " at", " by", " about"):
        if verb.endswith(preposition):
            return verb.removesuffix(preposition)
    return verb


def _names(actors: Sequence[Actor], countries: dict[str, str]) -> str:
    names = [_name(actor, countries) for actor in actors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _name(actor: Actor, countries: dict[str, str]) -> str:
    name = actor.latin or actor.name
    country = countries.get(actor.country or "")
    return f"{name} ({country})" if country and actor.kind == "person" else name
