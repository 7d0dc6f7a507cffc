"""When a page was published: what is most trustworthy, checked against the rest, and nothing invented.

Order of trust: JSON-LD, ``<meta>``, microdata, ``<time>`` beside the headline, the line that readers see, the
address. A machine's value that contradicts both what readers see and the address is a template's; a clock in
UTC that reads the same as the local clock on the page is the local clock, mislabelled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, time, timedelta, tzinfo
from typing import NamedTuple
from urllib.parse import unquote

from lxml.html import HtmlElement

from rawi.pages import datelines
from rawi.pages.clocks import Stamp, machine, plausible, zone_of
from rawi.pages.datelines import Found, Place
from rawi.pages.metadata import Clues
from rawi.pages.outlets import House
from rawi.pages.tree import names_of
from rawi.pages.words import words

_IN_ADDRESS = (
    re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)"),
    re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)"),
    re.compile(r"/((?:19|20)\d{2})(\d{2})(\d{2})(?=\d{0,12}(?:[/_.-]|$))"),
)


class Published(NamedTuple):
    """When published and updated (ISO 8601 or None), and where each was found."""

    published: str | None
    updated: str | None
    source: str
    updated_source: str


def find(clues: Clues, place: Place, url: str | None, house: House) -> Published:
    """When the page says that it was published and updated."""
    machines = list(_machines(clues, place, house))
    visible, changed = datelines.visible(place, house)
    address = _address(url)
    chosen = _chosen(machines, visible, address)
    updated = _updated(clues, changed, house)
    if chosen is None:
        return Published(None, updated.stamp.text() if updated else None, "", updated.source if updated else "")
    stamp = _settled(_completed(chosen.stamp, machines, visible), visible, house)
    later = _settled(updated.stamp, changed, house) if updated else None
    if later is not None and _before(later, stamp):
        later = None
    return Published(stamp.text(), later.text() if later else None, chosen.source, updated.source if updated else "")


def told_day(clues: Clues, url: str | None) -> date | None:
    """The day of publication by the page's metadata or address alone, before its text is read."""
    for value in (clues.said("datePublished"), *(clues.meta(name) for name in words().metas.published)):
        if value and (stamp := machine(value)):
            return stamp.day
    return _address(url)


def _machines(clues: Clues, place: Place, house: House) -> Iterator[Found]:
    """Machine-readable candidates, most trusted first."""
    if (told := clues.said("datePublished") or clues.said("dateCreated")) and (stamp := machine(told, house.country)):
        yield Found(stamp, "JSON-LD datePublished")
    for name in words().metas.published:
        for value in clues.metas.get(name, ())[:2]:
            if stamp := machine(value, house.country):
                yield Found(stamp, f"meta {name}")
    for name in ("datepublished", "datecreated", "date"):
        for element in clues.properties.get(name, ())[:3]:
            if (stamp := _of_element(element, house)) and _near(element, place):
                yield Found(stamp, f"itemprop {name}")
    for element in _times(place):
        if stamp := _of_element(element, house):
            yield Found(stamp, "<time> beside the headline")


def _of_element(element: HtmlElement, house: House) -> Stamp | None:
    value = element.get("datetime") or element.get("content") or element.get("title") or ""
    return machine(value, house.country) if re.search(r"\d", value) else None


def _times(place: Place) -> Iterator[HtmlElement]:
    """``<time>`` elements in the lines around the headline, those that tell of updates left out."""
    for block in datelines.around(place):
        for element in [*block.heads, block.element]:
            for found in element.iter("time"):
                if found.get("datetime") and not _tells_update(found):
                    yield found


def _tells_update(element: HtmlElement) -> bool:
    names = names_of(element) | {(element.get("itemprop") or "").lower()}
    return bool(names & {"updated", "modified", "upd", "datemodified"}) and "published" not in names


def _near(element: HtmlElement, place: Place) -> bool:
    """Does the element stand in one of the lines around the headline, or hold one?"""
    holders = {id(block.element) for block in datelines.around(place)}
    current: HtmlElement | None = element
    for _ in range(4):
        if current is None:
            return False
        if id(current) in holders:
            return True
        current = current.getparent()
    return any(id(inner) in holders for inner in element.iter())


def _address(url: str | None) -> date | None:
    """The day in the page's address."""
    path = unquote(url or "")
    for pattern in _IN_ADDRESS:
        if found := pattern.search(path):
            try:
                day = date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                continue
            if plausible(day):
                return day
    return None


def _chosen(machines: list[Found], visible: Found | None, address: date | None) -> Found | None:
    """The candidate to trust."""
    if not machines:
        if visible is not None:
            return visible
        return Found(Stamp(address), "the page's address") if address else None
    best = machines[0]
    if visible is None or _same_day(best.stamp, visible.stamp.day):
        return best
    for other in machines:
        if _same_day(other.stamp, visible.stamp.day):
            return other
    if address is not None and _same_day(best.stamp, address):
        return best
    if address is not None and _same_day(visible.stamp, address):
        return visible
    agreeing = sum(_same_day(other.stamp, best.stamp.day) for other in machines)
    return best if agreeing > 1 else visible


def _same_day(stamp: Stamp, day: date) -> bool:
    """One day, give or take what zones make of it."""
    slack = timedelta(days=1) if stamp.zone is not None else timedelta(0)
    return abs(stamp.day - day) <= slack


def _completed(stamp: Stamp, machines: list[Found], visible: Found | None) -> Stamp:
    """The stamp with the clock and zone that other candidates of the same day have."""
    others = [*([visible.stamp] if visible else []), *(found.stamp for found in machines)]
    if stamp.clock is None:
        same = [other for other in others if other.day == stamp.day and other.clock is not None]
        if same:
            stamp = same[0]
    if stamp.zone is None and stamp.clock is not None:
        for other in others:
            if other.zone is not None and other.day == stamp.day and _same_minute(other.clock, stamp.clock):
                return stamp._replace(zone=other.zone)
    return stamp


def _same_minute(one: time | None, other: time | None) -> bool:
    if one is None or other is None:
        return False
    return (one.hour, one.minute) == (other.hour, other.minute)


def _settled(stamp: Stamp, visible: Found | None, house: House) -> Stamp:
    """The stamp in its right zone: a mislabelled clock corrected, a bare one given the outlet's zone."""
    if stamp.clock is None:
        return stamp
    local = zone_of(house.zone)
    if stamp.zone is None:
        return stamp._replace(zone=local)
    if stamp.zone is UTC and local is not None:
        if house.machine_time == "local-as-utc" or _reads_local(stamp, visible, local):
            return stamp._replace(zone=local)
        if visible is not None and visible.stamp.zone is UTC:
            return stamp
        return _moved(stamp, local)
    if house.machine_time == "utc-as-local" and local is not None:
        return _moved(stamp._replace(zone=UTC), local)
    return stamp


def _reads_local(stamp: Stamp, visible: Found | None, local: tzinfo) -> bool:
    """Does the page show readers, who live by local time, the very clock that its machines call UTC?"""
    if visible is None or visible.stamp.clock is None or visible.stamp.zone is not None or stamp.clock is None:
        return False
    moment = stamp._replace(zone=local).moment
    same = _same_minute(visible.stamp.clock, stamp.clock)
    return same and moment is not None and moment.utcoffset() != timedelta(0)


def _moved(stamp: Stamp, zone: tzinfo) -> Stamp:
    """The same moment on another zone's clock: the day that readers there lived."""
    moment = stamp.moment
    if moment is None:
        return stamp
    there = moment.astimezone(zone)
    return Stamp(there.date(), there.time(), zone)


def _updated(clues: Clues, changed: Found | None, house: House) -> Found | None:
    if (told := clues.said("dateModified")) and (stamp := machine(told, house.country)):
        return Found(stamp, "JSON-LD dateModified")
    for name in words().metas.updated:
        for value in clues.metas.get(name, ())[:1]:
            if stamp := machine(value, house.country):
                return Found(stamp, f"meta {name}")
    for element in clues.properties.get("datemodified", ())[:2]:
        if stamp := _of_element(element, house):
            return Found(stamp, "itemprop dateModified")
    return changed


def _before(one: Stamp, other: Stamp) -> bool:
    left, right = one.moment, other.moment
    if left is not None and right is not None and (left.tzinfo is None) == (right.tzinfo is None):
        return left < right
    return one.day < other.day
