"""Join the mentions of bodies and groups to their actors."""

from __future__ import annotations

from rawi.actors.cast import Actor, Cast
from rawi.actors.found import Found
from rawi.actors.same import group_words, heads_agree, is_ministry, org_words
from rawi.actors.titles import title_book
from rawi.arabic.letters import fold


def organization(cast: Cast, mention: Found) -> int:
    """The actor of a body; -1 for a bare head that takes up nobody."""
    words = org_words(mention.name)
    if mention.known_as and mention.known_as in cast.by_known:
        index = cast.by_known[mention.known_as]
        if len(words) > len(cast.actors[index].words):
            cast.actors[index].name, cast.actors[index].words = mention.name, words
        return index
    if mention.rule == "bare body":
        words_of = fold(mention.name).split()
        latest = cast.latest_body(words_of[0].removeprefix("ال")) if len(words_of) == 1 else -1
        return latest if latest >= 0 or mention.sector is None else describe(cast, mention)
    if len(words) == 1 and not mention.known_as and (index := cast.latest_body(next(iter(words)))) >= 0:
        return index  # ``«القوات»`` after ``القوات اللبنانية``
    for index in reversed(range(len(cast.actors))):
        actor = cast.actors[index]
        if actor.kind != "organization":
            continue
        if mention.country and mention.country == actor.country and _is_same_organ(cast, words, actor.words, mention.country):
            if len(words) > len(actor.words):
                actor.name, actor.words = mention.name, words
            return index
        same = words == actor.words or (len(words) >= 2 <= len(actor.words) and (words <= actor.words or actor.words <= words))
        if (
            same
            and (is_ministry(words, actor.words) or heads_agree(mention.name, actor.name))
            and (not mention.country or not actor.country or mention.country == actor.country)
        ):
            if len(words) > len(actor.words):
                actor.name, actor.words = mention.name, words
            actor.country = actor.country or mention.country
            return index
    return cast.add(
        Actor(
            "organization",
            mention.name,
            mention.country,
            mention.latin,
            mention.sector,
            known_as=mention.known_as,
            gender=mention.gender,
            words=words,
        )
    )


def _is_same_organ(cast: Cast, one: frozenset[str], other: frozenset[str], country: str) -> bool:
    """``خارجية بوليفيا`` is ``وزارة الخارجية البوليفية``: the same words but for those that name the country."""
    a, b = (frozenset(w for w in words if not cast.names_country(w, country)) for words in (one, other))
    return bool(a & b) and (a, b) != (one, other) and (a == b or is_ministry(a, b, {country}))


def group(cast: Cast, mention: Found) -> int:
    """The actor of a group: ``المتظاهرون`` takes up the group named last that fits."""
    if mention.name.startswith("ال") and len(fold(mention.name).split()) == 1 and not mention.country:
        stem = fold(mention.name).removeprefix("ال")
        for index in reversed(cast.recent):
            actor = cast.actors[index]
            if actor.kind == "group" and stem[:4] in {w.removeprefix("ال")[:4] for w in actor.words}:
                return index
    return describe(cast, mention)


def describe(cast: Cast, mention: Found) -> int:
    """An actor known only by description: an unnamed office holder, delegation or source."""
    words = group_words(mention.name)
    for index in reversed(range(len(cast.actors))):
        actor = cast.actors[index]
        if (
            actor.kind == "group"
            and (not mention.country or not actor.country or mention.country == actor.country)
            and (actor.words == words or (min(len(words), len(actor.words)) > 1 and (words <= actor.words or actor.words <= words)))
        ):
            nominative = mention.name.split()[0].endswith("ون") and actor.name.split()[0].endswith("ين")
            if nominative or (actor.name.startswith("ال") and not mention.name.startswith("ال")):
                actor.name, actor.words = mention.name, words
            return index
    number = "s" if mention.kind == "role" else mention.number
    return cast.add(
        Actor(
            "group",
            mention.name,
            mention.country,
            None,
            mention.sector,
            mention.role,
            mention.title,
            gender=mention.gender,
            number=number,
            words=words,
        )
    )


def delegation(cast: Cast, code: str | None) -> int:
    """``الجانب الروسي`` takes up the Russian delegation, where there is one."""
    for index in reversed(cast.recent):
        actor = cast.actors[index]
        if actor.kind == "group" and actor.country == code and actor.words & title_book().delegations:
            return index
    return -1
