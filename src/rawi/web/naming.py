"""What countries, places and parties are called in each language."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol

from rawi.actors.gazetteer import gazetteer
from rawi.arabic.letters import fold
from rawi.web.words import Language

_INTERNATIONAL = {"ar": "دولية", "en": "international"}


class Named(Protocol):
    """Whoever has an Arabic name and perhaps a Latin one."""

    @property
    def name(self) -> str: ...

    @property
    def latin(self) -> str | None: ...


def named(party: Named, language: Language) -> str:
    """The name that the interface's language uses: Latin in English where there is one, else the Arabic."""
    return party.latin or party.name if language == "en" else party.name


def country(code: str | None, language: Language) -> str:
    """A country's short name by its code; ``IGO`` is international; a code that is not listed stays a code."""
    if not code:
        return ""
    if code == "IGO":
        return _INTERNATIONAL[language]
    pair = _states().get(code)
    return code if pair is None else pair[language == "en"]


@lru_cache(4096)
def place(name: str | None, language: Language) -> str:
    """A city or country as the language names it; the Arabic name where no other is listed."""
    if not name or language == "ar":
        return name or ""
    names = gazetteer()
    node = names.tree
    for word in fold(name).split():
        node = node.get(word, {})
    found = [names.entities[number] for number in node.get("", ())]
    return next((entity.latin for entity in found if entity.kind in ("place", "capital", "state")), name)


@cache
def _states() -> dict[str, tuple[str, str]]:
    names = gazetteer()
    return {code: (names.entities[number].name, names.entities[number].latin) for code, number in names.states.items()}
