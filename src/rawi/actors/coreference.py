"""Join mentions to actors: the same name, a surname, an office, ``نظيره``, ``الجانبان``, ``الأخير``, ``الحركة``.

Arabic news names a person in full once, with office and country, and takes him up by surname, by office or by both. Headlines come first but
presuppose the body, so the body is read first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rawi.actors import pairs, parties, persons
from rawi.actors.cast import Actor, Cast
from rawi.actors.found import Found
from rawi.actors.phrases import phrase_book
from rawi.actors.same import org_words
from rawi.arabic.letters import fold

_OF_THE_STATE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD"))
_OF_THE_PLACE = _OF_THE_STATE | {
    "CVL",
    "EDU",
    "LAB",
    "HLH",
    "AGR",
    "BUS",
    "PTY",
    "OPP",
}  # armed men, refugees may be from anywhere


def join(cast: Cast, found: Sequence[Found], title_ends: int, quotes: frozenset[int], partners: frozenset[int], sentence_of: Sequence[int]) -> None:
    """Give every mention its actor.

    ``title_ends``: the first token after the title; ``quotes``: tokens that are quotes or brackets; ``partners``: those right behind ``مع``.
    """
    cast.countries = {f.country for f in found if f.country}
    body = [f for f in found if f.first >= title_ends]
    title = [f for f in found if f.first < title_ends]
    for before, mention in zip([None, *body, *title], body + title, strict=False):
        if mention in title[:1]:
            cast.recent.clear()
            cast.where.clear()
        index = _alias_of(cast, before, mention, quotes) if before is not None else -1
        if index < 0:
            index = _actor_of(cast, mention)
        mention.actor = index
        if index >= 0:
            cast.actors[index].mentions.append(mention)
            if before is not None and before.last == mention.first and before.actor >= 0 and before.actor != index:
                cast.joined.append((before.actor, index))
            cast.recent.append(index)
            cast.where.append(sentence_of[mention.first])
        elif mention.kind == "pair":
            beside = before.actor if before is not None and before.last == mention.first else -1
            with_whom = before.actor if before is not None and before.first in partners else -1
            mention.members = pairs.talkers(cast, mention, with_whom, sentence_of[mention.first]) or pairs.pair(
                cast, mention, beside, sentence_of[mention.first]
            )
            if len(mention.members) == 2:
                cast.taken_up.append(mention.members)
            cast.recent.extend(mention.members)
            cast.where.extend([sentence_of[mention.first]] * len(mention.members))
    pairs.spell_out(body + title, quotes)
    _settle_countries(cast, found)


def _alias_of(cast: Cast, before: Found, mention: Found, quotes: frozenset[int]) -> int:
    """``الرئاسة الروسية «الكرملين»``, ``صندوق الأمم المتحدة للطفولة (اليونيسف)``: a second name of the same body right behind it."""
    if (
        before.kind != "organization"
        or mention.kind != "organization"
        or before.actor < 0
        or mention.first != before.last + 1
        or before.last not in quotes
    ):
        return -1
    actor = cast.actors[before.actor]
    if mention.country and actor.country and mention.country != actor.country:
        return -1
    if mention.known_as and mention.known_as in cast.by_known and cast.by_known[mention.known_as] != before.actor:
        return -1
    if mention.known_as:
        cast.by_known[mention.known_as] = before.actor
        actor.known_as, actor.latin, actor.sector = actor.known_as or mention.known_as, actor.latin or mention.latin, actor.sector or mention.sector
    actor.words = actor.words | org_words(mention.name)
    actor.name = f"{actor.name} {mention.name}"
    return before.actor


def _actor_of(cast: Cast, mention: Found) -> int:
    match mention.kind:
        case "person":
            return persons.person(cast, mention)
        case "role":
            return persons.office(cast, mention)
        case "state":
            if mention.rule == "side" and (delegation := parties.delegation(cast, mention.country)) >= 0:
                return delegation
            return cast.state(mention.country or "", mention)
        case "organization":
            return parties.organization(cast, mention)
        case "group":
            return parties.group(cast, mention)
        case _:
            return -1


def settle_groups(cast: Cast, found: Sequence[Found]) -> None:
    """Groups told by what they are only (``المتظاهرون``, ``قوات الأمن``) are of the country where all happens; asked when all events are read."""
    scene, common, _ = _countries(cast, found)
    for actor in cast.actors:
        if actor.country is None and actor.kind == "group" and actor.sector in _OF_THE_PLACE and not _strikes_from_anywhere(actor):
            actor.country = scene or (common if actor.sector in _OF_THE_STATE else None)


def _countries(cast: Cast, found: Sequence[Found]) -> tuple[str | None, str | None, Counter[str]]:
    """The one country in which everything happens, the one that most is said of, and how often each is named."""
    scenes = {f.country for f in found if f.kind == "place" and f.country}
    scene = next(iter(scenes)) if len(scenes) == 1 else None
    acting = (a for a in cast.actors if a.sector != "MED")  # ``حسب قناة روسيا اليوم``
    counts = Counter(a.country for a in acting for _ in a.mentions if a.country and a.country != "IGO")
    if not counts:
        return scene, cast.home, counts
    (top, n), total = counts.most_common(1)[0], sum(counts.values())
    return scene, top if n >= 0.6 * total else None, counts


def _strikes_from_anywhere(actor: Actor) -> bool:
    """``الطيران الحربي``: forces of whoever sent them."""
    return fold(actor.name).split()[0].removeprefix("ال") in phrase_book().from_anywhere


def _settle_countries(cast: Cast, found: Sequence[Found]) -> None:
    """People and bodies without a country of their own act for the article's one country, where it has one."""
    scene, common, counts = _countries(cast, found)
    for actor in cast.actors:
        if actor.country is None and actor.known_as is None and actor.kind in ("person", "organization") and not _strikes_from_anywhere(actor):
            actor.supposed = True
            generic = actor.role is not None or actor.kind == "organization"
            actor.country = (
                (cast.home if generic and cast.home in counts and actor.kind == "organization" else None) or common or (scene if generic else None)
            )
