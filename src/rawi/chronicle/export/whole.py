"""The whole chronicle as JSON Lines, and back: what comes back is the same chronicle, for everything else in it follows from these lines.

{"rawi": "chronicle", "version": 1}
{"record": {…}}                                   every version of every article, in the order in which an article had them
{"link": {"one": "…", "other": "…", "note": "…"}}  joined by hand
{"pin": {"telling": "…", "apart": "…", "note": ""}}  split off by hand
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import Connection, select

from rawi.chronicle import keys, resolving
from rawi.chronicle.occurrences import write
from rawi.chronicle.schema import link, pin, telling, version
from rawi.chronicle.store import in_parts, insert_new
from rawi.chronicle.told import record_of
from rawi.chronicle.whom import Actors
from rawi.errors import UsageError
from rawi.model import Frozen, Record

FORMAT = 1


class Link(Frozen):
    """Two tellings whose occurrences a hand joined."""

    one: str
    other: str
    note: str = ""


class Pin(Frozen):
    """A telling that a hand split off, together with all others of the same ``apart``."""

    telling: str
    apart: str
    note: str = ""


class Line(Frozen, omit_defaults=True):
    """One line; one field of it is given."""

    rawi: str | None = None
    version: int | None = None
    record: Record | None = None
    link: Link | None = None
    pin: Pin | None = None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Line)


def lines(connection: Connection) -> Iterator[bytes]:
    """The chronicle, line by line."""
    yield _encoder.encode(Line(rawi="chronicle", version=FORMAT)) + b"\n"
    idents = connection.execute(select(version.c.article).distinct().order_by(version.c.article)).scalars().all()
    for part in in_parts(idents):
        rows = connection.execute(select(version.c.record).where(version.c.article.in_(part)).order_by(version.c.article, version.c.number))
        for (blob,) in rows:
            yield b'{"record":' + record_of(blob).to_json() + b"}\n"
    for row in connection.execute(select(link).where(link.c.by == "hand").order_by(link.c.one, link.c.other)):
        yield _encoder.encode(Line(link=Link(one=keys.shown(row.one), other=keys.shown(row.other), note=row.note))) + b"\n"
    for row in connection.execute(select(pin).order_by(pin.c.telling)):
        yield _encoder.encode(Line(pin=Pin(telling=keys.shown(row.telling), apart=keys.shown(row.apart), note=row.note))) + b"\n"


class Incoming:
    """Exported lines as they come back: iterate for the records; what a hand did is in ``links`` and ``pins`` afterwards."""

    def __init__(self, source: Iterable[bytes], name: str) -> None:
        self.source, self.name = source, name
        self.links: list[Link] = []
        self.pins: list[Pin] = []

    def __iter__(self) -> Iterator[Record]:
        for number, text in enumerate(self.source, 1):
            try:
                line = _decoder.decode(text)
            except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
                raise UsageError(f"{self.name}, line {number}: not a line of an export ({error}); what stood before it is imported") from None
            if number == 1 and (line.rawi != "chronicle" or line.version is None or line.version > FORMAT):
                raise UsageError(f"{self.name}: not an export of a chronicle that this Rawi can read; `rawi export` makes one")
            if line.record is not None:
                yield line.record
            elif line.link is not None:
                self.links.append(line.link)
            elif line.pin is not None:
                self.pins.append(line.pin)


def restore(connection: Connection, actors: Actors, links: Iterable[Link], pins: Iterable[Pin]) -> None:
    """Do again what a hand did."""
    joined = [{"one": keys.given(one.one), "other": keys.given(one.other), "by": "hand", "note": one.note} for one in links]
    apart = [{"telling": keys.given(one.telling), "apart": keys.given(one.apart), "note": one.note} for one in pins]
    insert_new(connection, link, joined)
    insert_new(connection, pin, apart)
    concerned = {end for one in joined for end in (one["one"], one["other"])} | {one["telling"] for one in apart}
    blocks: set[int] = set()
    clusters: set[int] = set()
    for part in in_parts(concerned):
        for block, cluster in connection.execute(select(telling.c.block, telling.c.cluster).where(telling.c.id.in_(part))):
            blocks.add(block)
            clusters.add(cluster)
    clusters |= resolving.join_again(connection, actors, blocks)
    for part in in_parts(concerned):
        clusters.update(connection.execute(select(telling.c.cluster).where(telling.c.id.in_(part))).scalars())
    write(connection, actors, clusters)
