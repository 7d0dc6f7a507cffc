"""Whose page this is: the outlet by its domain, and the zone that its clock shows."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Layout, Outlet

_TOP = ("iso2 ", "iso3 ", "zone ", "months ", "name ", "also ")
_GENERIC = frozenset(("com", "net", "org", "info", "news", "tv", "press", "media", "online", "io", "me", "co", "www"))


class House(NamedTuple):
    """What is known of a page's outlet.

    ``name`` (None: not listed), country (ISO 3166-1 alpha-3), IANA zone, its clock's lie, all its names, its layouts.
    """

    name: str | None
    country: str | None
    zone: str | None
    machine_time: str = "true"
    names: tuple[str, ...] = ()
    layouts: tuple[Layout, ...] = ()

    def layout(self, day: date | None) -> Layout | None:
        """How the outlet built its pages on this day; where the day is not known, how it builds them now."""
        at = (day or date.today()).isoformat()
        return next((one for one in self.layouts if (one.since or "") <= at <= (one.until or "9999")), None)


NOBODY = House(None, None, None)
_LEVANTINE = tuple(fold(name) for name in ("كانون", "شباط", "آذار", "نيسان", "حزيران", "تموز", "أيلول", "تشرين"))
_OTHERS = tuple(fold(name) for name in ("يناير", "فبراير", "مارس", "أبريل", "يونيو", "يوليو", "أغسطس", "سبتمبر", "نوفمبر", "جانفي"))


def house_of(url: str | None, name: str | None = None) -> House:
    """The outlet that a page comes from: by its address, else by its name; where neither is listed, the
    country of its domain.
    """
    domain = domain_of(url)
    listed = _by_domain()
    parts = domain.split(".") if domain else []
    for start in range(len(parts) - 1):
        if outlet := listed.get(".".join(parts[start:])):
            return _house(outlet)
    if name and (outlet := _by_name().get(name.strip())):
        return _house(outlet)
    if parts and (country := _countries_by_domain().get(parts[-1])) and parts[-1] not in _GENERIC:
        return House(None, country, _zones().get(country))
    return NOBODY


def domain_of(url: str | None) -> str:
    """The host of an address, lower-case, without ``www.`` and port; empty where there is none."""
    if not url:
        return ""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.lower().removeprefix("www.")


def _house(outlet: Outlet) -> House:
    zone = outlet.zone or _zones().get(outlet.country)
    names = (outlet.name, outlet.latin, *outlet.also)
    return House(outlet.name, outlet.country, zone, outlet.machine_time, names, outlet.layout)


def house_by_section(section: str | None, text: str) -> House:
    """The country of an unnamed outlet that gives a country's news as a section and writes months as that
    country does.

    Only the Levantine names tell: who writes ``شباط`` without ``فبراير`` beside it and has a section
    ``سوريا`` keeps Damascus time.
    """
    head = _heads_by_name().get(fold(section or "").strip())
    if head is None or head.get("months") != "levantine":
        return NOBODY
    folded = fold(text)
    levantine = any(month in folded for month in _LEVANTINE)
    if not levantine or any(month in folded for month in _OTHERS):
        return NOBODY
    return House(None, head["iso3"], head.get("zone"))


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(outlet for _, file in load.outlets() for outlet in file.outlet)


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in _outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, Outlet]:
    return {name: outlet for outlet in reversed(_outlets()) for name in (*outlet.also, outlet.name)}


@cache
def _heads() -> dict[str, dict[str, Any]]:
    """The single values at the top of each country's file: all that a page needs, at a hundredth of the
    whole file's cost.
    """
    heads = {}
    for path in sorted((load.HOME / "countries").glob("*.toml")):
        top = path.read_text(encoding="utf-8").partition("\n[")[0]
        lines = [line for line in top.splitlines() if line.startswith(_TOP)]
        heads[path.stem] = msgspec.toml.decode("\n".join(lines), type=dict[str, Any])
    return heads


@cache
def _heads_by_name() -> dict[str, dict[str, Any]]:
    return {fold(name): head for head in _heads().values() for name in (*head.get("also", ()), head.get("name", "")) if name}


@cache
def _zones() -> dict[str, str]:
    return {code: head["zone"] for code, head in _heads().items() if "zone" in head}


@cache
def _countries_by_domain() -> dict[str, str]:
    return {head["iso2"].lower().replace("gb", "uk"): code for code, head in _heads().items() if "iso2" in head}


def listed_names() -> frozenset[str]:
    """All names of all listed outlets."""
    return frozenset(_by_name())
