"""Whom ``الجانبان``, ``الرئيسان`` and ``ثلاث دول (...)`` stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rawi.actors.cast import Actor, Cast
from rawi.actors.found import Found
from rawi.actors.titles import canonical_title, title_book
from rawi.arabic.letters import fold

_SIDES = (("person",), ("state", "organization", "group"))  # who can be two sides, the likeliest first


def pair(cast: Cast, mention: Found, beside: int, sentence: int) -> tuple[int, ...]:
    """The two actors that a word for two takes up, in sentence number ``sentence``; ``beside`` is who acts on them (``حث فلان الطرفين``).

    Two named in the sentence itself are meant; one named there belongs to the two of the sentences before only if he was one of them.
    """
    if mention.origins:
        return _of_countries(cast, mention.origins)
    kinds = {"people": (("person",),), "states": (("state",),), "sides": _SIDES}[mention.title or "sides"]
    office = _office_in(mention) if mention.title == "people" else ""
    told = [[i for i, s in zip(cast.recent, cast.where, strict=True) if s == n and i != beside] for n in _sentences(cast, sentence)]
    taken_up = [two for two in cast.taken_up[-1:] if beside not in two]
    joined = _joined(cast, beside)
    only_states = not any(cast.actors[i].kind == "person" for i in told[0])
    here = [two for two in joined if only_states and set(two) <= set(told[0])]  # ``رحبت الوزارة باتفاق الهند وباكستان، ودعت الطرفين``
    at_hand = [(two, kinds) for two in (*(t for t in taken_up if set(t) <= set(told[0])), *here, told[0], *taken_up)]
    named = [(parties, (kind,)) for kind in kinds for parties in (*joined, *(told[1:] if kind == ("person",) else ()))]
    for parties, asked in (*at_hand, *named):
        if len(found := _two_of(cast, asked, parties, office)) == 2:
            return found
    if kinds == (("state",),) and len(states := _most_named(cast, beside)) == 2:
        return states
    for before in told[1:]:
        for parties in (before, [*before, *told[0]]):
            if len(found := _two_of(cast, kinds, parties, office)) == 2:
                return found
    return ()


def talkers(cast: Cast, mention: Found, partner: int, sentence: int) -> tuple[int, ...]:
    """``خلال اتصال أجراه مع الرئيس، تبادل الطرفان …``: the only one named in the sentence, behind ``مع``, and whom the one before is about."""
    here, *before = [[i for i, s in zip(cast.recent, cast.where, strict=True) if s == n] for n in _sentences(cast, sentence)]
    if mention.origins or partner < 0 or set(here) != {partner} or not before:
        return ()
    other = next((i for i in before[0] if cast.actors[i].kind == cast.actors[partner].kind), -1)
    return (other, partner) if other not in (-1, partner) else ()


def _sentences(cast: Cast, sentence: int) -> list[int]:
    """The sentence at hand, then those before it that name somebody, the latest first."""
    return [sentence, *dict.fromkeys(n for n in reversed(cast.where) if n != sentence)]


def _office_in(mention: Found) -> str:
    """``رييس`` in ``الرئيسان``: the office of the two, where the word is one."""
    stem = fold(mention.name).split()[0].removeprefix("ال")[:-2]
    return stem if stem in title_book().offices_of_two else ""


def _can_deal(actor: Actor) -> bool:
    """Whether somebody deals for a side: a delegation or a force does, a spokesman, a source or ``15 أسيرا`` does not."""
    if _speaks_for_others(actor):
        return False
    return actor.kind != "group" or actor.sector in ("MIL", "REB", "OPP", "PTY") or bool(actor.words & title_book().delegations)


def _speaks_for_others(actor: Actor) -> bool:
    return fold(actor.title or "").split(" ")[0].removeprefix("ال") in title_book().spokesmen


def _most_named(cast: Cast, beside: int) -> tuple[int, ...]:
    """The two states that the article has spoken of most so far, by name or through who acts for them."""
    counts = Counter(c for i in cast.recent if i >= 0 and i != beside and (c := cast.actors[i].country) not in (None, "IGO"))
    most = {c for c, _ in counts.most_common(2)}
    return tuple(cast.state(c) for c in counts if c in most and c)


def _joined(cast: Cast, beside: int) -> list[tuple[int, int]]:
    """Who was named with ``و`` between them, those that the article speaks of most first."""
    named = Counter(cast.recent)
    return sorted((two for two in cast.joined if beside not in two), key=lambda two: -named[two[0]] - named[two[1]])


def _two_of(cast: Cast, kinds: tuple[tuple[str, ...], ...], actors: Sequence[int], office: str) -> tuple[int, ...]:
    """The first two different ones of a kind who can be parties: no outlet, no unnamed person, for an office those who hold it."""
    parties = [i for i in dict.fromkeys(actors) if i >= 0 and cast.actors[i].sector != "MED" and _can_deal(cast.actors[i])]
    parties = [i for i in parties if (cast.actors[i].title or "").removeprefix("ال").startswith(office)]
    for kind in kinds:
        two = [i for i in parties if cast.actors[i].kind in kind]
        if len(two) >= 2:
            first = cast.actors[two[0]].country
            other = next((i for i in two[1:] if cast.actors[i].country != first), two[1]) if not office else two[1]
            return (two[0], other)
    countries = list(dict.fromkeys(c for i in parties if cast.actors[i].kind == "person" and (c := cast.actors[i].country) not in (None, "IGO")))
    return tuple(cast.state(c) for c in countries[:2] if c) if kinds == (("state",),) and len(countries) >= 2 else ()


def _of_countries(cast: Cast, codes: tuple[str, ...]) -> tuple[int, ...]:
    """``الجانبان المصري والروسي``: people of those countries who hold one office, else the last of each, else the states."""
    people = [[i for i in dict.fromkeys(reversed(cast.recent)) if cast.actors[i].kind == "person" and cast.actors[i].country == c] for c in codes]
    titles = [{canonical_title(cast.actors[i].title or ""): i for i in reversed(side)} for side in people]
    shared = set(titles[0]).intersection(*titles[1:]) - {""} if titles else set()
    if shared and len(codes) > 1:
        title = next(iter(sorted(shared)))
        return tuple(side[title] for side in titles)
    return tuple(a for code in codes if (a := _of_country(cast, code)) >= 0)


def _of_country(cast: Cast, code: str) -> int:
    """The last person named who acts for a country, else the country."""
    for index in reversed(cast.recent):
        actor = cast.actors[index]
        if actor.kind == "person" and actor.country == code and not _speaks_for_others(actor):
            return index
    return cast.state(code)


def spell_out(found: Sequence[Found], quotes: frozenset[int]) -> None:
    """``ثلاث دول خليجية (السعودية والبحرين والإمارات)``: a group that brackets spell out is those states."""
    for at, mention in enumerate(found):
        if mention.kind != "group" or mention.last not in quotes:
            continue
        listed: list[Found] = []
        end = mention.last + 1
        for following in found[at + 1 :]:
            if following.last <= mention.last:
                continue  # the body that the group is of
            if following.kind != "state" or following.first - end > 1:
                break
            listed.append(following)
            end = following.last
        if len(listed) > 1 and end in quotes:
            mention.kind, mention.members, mention.actor = "pair", tuple(f.actor for f in listed), -1
