"""Join the mentions of people to their actors: by name, surname, office, ``نظيره``."""

from __future__ import annotations

from rawi.actors import parties
from rawi.actors.cast import Actor, Cast
from rawi.actors.found import COUNTERPART, LATTER, Found
from rawi.actors.gazetteer import Entity
from rawi.actors.phrases import phrase_book
from rawi.actors.same import last_word, may_name_one, name_words, nearly_spelt
from rawi.actors.titles import canonical_title, title_book
from rawi.arabic.letters import fold

_TITLE_AND_NAME = 2


def person(cast: Cast, mention: Found) -> int:
    """The actor of a name; -1 for a surname that nobody here bears."""
    words = name_words(mention.name)
    if mention.title == COUNTERPART:
        mention.title = cast.last_title()
    if mention.country is None and mention.role:
        mention.country = _country_of_role(cast, mention.role)
    known = _choose(cast, mention)
    if known is None and mention.rule == "surname":
        return _same_person(cast, words, mention)
    if known is not None and mention.rule == "surname" and known.country not in cast.countries and known.known_as not in cast.by_known:
        return -1
    if known is not None and (index := cast.by_known.get(known.known_as, -1)) >= 0:
        _enrich(cast, index, mention, words)
        return index
    same = _same_person(cast, words, mention)
    if same >= 0:
        _enrich(cast, same, mention, words)
        if known is not None and not cast.actors[same].known_as and may_name_one(cast.actors[same].name, known.name):
            cast.identify(same, known)
        return same
    if mention.rule == "surname" and known is None:
        return -1
    actor = Actor("person", mention.name, mention.country, None, mention.sector, mention.role, mention.title, gender=mention.gender, words=words)
    index = cast.add(actor)
    if known is not None:
        cast.identify(index, known)
        actor.sector = _sector_in_office(mention) or actor.sector
    return index


def office(cast: Cast, mention: Found) -> int:
    """The actor of an office without a name: its holder, or somebody known by it alone; -1 where it takes up nobody."""
    title = canonical_title(mention.title) if mention.title else ""
    if title == COUNTERPART:
        title = cast.last_title() or title
    if title == LATTER:
        return cast.latest("person", "state", "organization")
    head = title.split()[0] if title else ""
    if head in title_book().spokesmen:
        return _spoken_for(cast, mention, head)
    if (index := _named_behind(cast, mention)) >= 0 or (index := _holder_here(cast, title, mention.country)) >= 0:
        return index
    if mention.country is None and len(fold(mention.name).split()) == 1 and mention.name.startswith("ال"):
        return cast.latest_with_head(head)
    for number in cast.names.holders(mention.country, title, cast.day):
        known = cast.names.entities[number].known_as
        if known in cast.by_known:
            return cast.by_known[known]
    return parties.describe(cast, mention)


def _country_of_role(cast: Cast, role: str) -> str | None:
    """``المتحدث باسم المنظمة``: the body named before tells whom the person acts for."""
    for word in fold(role).split()[1:]:
        index = cast.latest_body(word.removeprefix("ال")) if word.startswith("ال") else -1
        if index >= 0:
            return cast.actors[index].country
    return None


def _choose(cast: Cast, mention: Found) -> Entity | None:
    """The person of the knowledge that a name stands for: by country, office and date; ``None`` where that leaves a doubt."""
    if not mention.people:
        return None
    scored: list[tuple[int, int]] = []
    title = canonical_title(mention.title) if mention.title else ""
    surname_only = len(fold(mention.name).split()) == 1 or fold(mention.name) in cast.names.surnames
    for number in dict.fromkeys(mention.people):
        entity = cast.names.entities[number]
        if mention.country and entity.country and mention.country != entity.country:
            continue
        in_office = cast.names.in_office(number, cast.day)
        holds = bool(title) and any(t.title == title for _, t in cast.names.people_terms.get(number, ()))
        if surname_only and not in_office and not holds:
            continue
        scored.append((2 * holds + in_office + (mention.country is not None and mention.country == entity.country), number))
    if not scored:
        return None
    scored.sort(reverse=True)
    if len(scored) > 1 and scored[0][0] == scored[1][0] and surname_only:
        named = [n for _, n in scored if cast.names.entities[n].known_as in cast.by_known]
        one = named[0] if len(named) == 1 else _foremost(cast, [n for score, n in scored if score == scored[0][0]])
        return cast.names.entities[one] if one is not None else None
    return cast.names.entities[scored[0][1]]


def _foremost(cast: Cast, people: list[int]) -> int | None:
    """Of several who bear a surname, the one whom news calls by it alone: of a country that is spoken of, in the highest office that day."""
    spoken_of = [n for n in people if cast.names.entities[n].country in cast.countries or cast.names.entities[n].country == cast.home]
    ranks = title_book().foremost
    ranked = sorted(((max((ranks.get(t, 0) for t in cast.names.titles_on(n, cast.day)), default=0), n) for n in spoken_of or people), reverse=True)
    (highest, first), *others = ranked
    return first if highest and (not others or others[0][0] < highest) else None


def _same_person(cast: Cast, words: frozenset[str], mention: Found) -> int:
    """A person already named whose name holds this one, or is held by it; the latest first."""
    for index in reversed(range(len(cast.actors))):
        actor = cast.actors[index]
        if actor.kind != "person" or not words:
            continue
        if words <= actor.words or actor.words <= words:
            if mention.country and actor.country and mention.country != actor.country and len(words) < 2:
                continue
            return index
        if len(words & actor.words) >= 2 and (last_word(mention.name) == last_word(actor.name)):
            return index
        if nearly_spelt(mention.name, actor.name):
            return index
    return -1


def _enrich(cast: Cast, index: int, mention: Found, words: frozenset[str]) -> None:
    actor = cast.actors[index]
    if len(words) > len(actor.words):
        actor.name, actor.words = mention.name, words
    if actor.role is None or (actor.title is None and mention.title):
        actor.role, actor.title = mention.role or actor.role, mention.title or actor.title
    actor.country = actor.country or mention.country
    actor.sector = _sector_in_office(mention) or actor.sector or mention.sector


def _sector_in_office(mention: Found) -> str | None:
    """An office of state that the article names decides, whatever else somebody is known as."""
    return mention.sector if mention.title and mention.sector in ("GOV", "LEG", "JUD") else None


def _holder_here(cast: Cast, title: str, country: str | None) -> int:
    """A person of this article who bears this office."""
    for index in reversed(range(len(cast.actors))):
        actor = cast.actors[index]
        if actor.kind != "person" or not actor.title:
            continue
        if country and actor.country and country != actor.country:
            continue
        held = canonical_title(actor.title)
        if held == title or (country and title and (held.startswith(title + " ") or title.startswith(held + " "))):
            return index
    if country and title:
        for number in cast.names.holders(country, title, cast.day):
            if (index := cast.by_known.get(cast.names.entities[number].known_as, -1)) >= 0:
                return index
    return -1


def _named_behind(cast: Cast, mention: Found) -> int:
    """``الرئيس السيسي`` after ``عبد الفتاح السيسي``: a family name that looks like an adjective is that of somebody named before."""
    words = fold(mention.name).split()
    if len(words) < _TITLE_AND_NAME or not words[-1].startswith("ال"):
        return -1
    named = (i for i in reversed(range(len(cast.actors))) if cast.actors[i].kind == "person" and len(fold(cast.actors[i].name).split()) > 1)
    return next((i for i in named if fold(cast.actors[i].name).split()[-1] == words[-1]), -1)


def _spoken_for(cast: Cast, mention: Found, head: str) -> int:
    """An unnamed spokesman is the institution (coding guide)."""
    words = mention.name.split()
    if len(words) < 3:
        return cast.latest_with_head(head)
    on_behalf = next((at + 1 for at, word in enumerate(words[1:3], 1) if fold(word) in phrase_book().on_behalf), 1)
    after = " ".join(words[on_behalf:])
    if (code := next((a.country for a in cast.actors if a.kind == "state" and fold(a.name) == fold(after)), None)) is not None:
        return cast.state(code)
    inner = Found(mention.first, mention.last, "organization", after, mention.country, sector=mention.sector or "GOV", by="role", rule="spokesman")
    return parties.organization(cast, inner)
