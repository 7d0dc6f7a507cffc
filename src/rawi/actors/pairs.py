"""Whom ``الجانبان``, ``الرئيسان`` and ``ثلاث دول (...)`` stand for."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.actors.cast import SPOKEN_FOR, Cast
from rawi.actors.found import Found
from rawi.actors.titles import canonical_title


def pair(cast: Cast, mention: Found, beside: int) -> tuple[int, ...]:
    """The last two different actors of the kind that the word asks for, without ``beside``, who acts on them (``حث فلان الطرفين``)."""
    if mention.origins:
        return _of_countries(cast, mention.origins)
    kinds = {"people": ("person",), "states": ("state",), "sides": ("person", "state", "organization", "group")}[mention.title or "sides"]
    if mention.title == "sides":
        for narrow in (("person",), ("state", "organization", "group")):
            if len(found := _last_two(cast, narrow, beside)) == 2:
                return found
    return _last_two(cast, kinds, beside)


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
        if actor.kind == "person" and actor.country == code and (actor.title or "").split(" ")[0] not in SPOKEN_FOR:
            return index
    return cast.state(code)


def _last_two(cast: Cast, kinds: tuple[str, ...], beside: int) -> tuple[int, ...]:
    """The latest of the sentence at hand, then whoever each sentence before it named first: that is its subject."""
    found: list[int] = []
    last = cast.where[-1] if cast.where else 0
    order = [i for i, s in zip(reversed(cast.recent), reversed(cast.where), strict=True) if s == last]
    for sentence in dict.fromkeys(s for s in reversed(cast.where) if s != last):
        order += [i for i, s in zip(cast.recent, cast.where, strict=True) if s == sentence]
    for index in order:
        if cast.actors[index].kind in kinds and index not in found and index != beside:
            found.append(index)
        if len(found) == 2:
            return tuple(sorted(found, key=cast.recent.index))
    return ()


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
