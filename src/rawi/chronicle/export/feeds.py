"""What a filter finds as an RSS feed, as days of a calendar, and who acts toward whom as GraphML."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from xml.etree import ElementTree as xml
from xml.sax.saxutils import escape

from rawi.chronicle.days import iso, span_of
from rawi.chronicle.results import Network, OccurrenceRow

_RSS = '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
_NOT_XML = {n: None for n in range(32) if n not in (9, 10, 13)}


def rss(rows: Iterable[OccurrenceRow], title: str, address: str) -> str:
    """An RSS 2.0 feed; ``address`` is where the reading room is, to which items link."""
    items = [_item(row, address) for row in rows]
    head = f"<title>{_text(title)}</title><link>{_text(address)}</link><description>{_text(title)}</description><language>ar</language>"
    return "\n".join([_RSS + head, *items, "</channel></rss>\n"])


def _item(row: OccurrenceRow, address: str) -> str:
    told = f"{row.date or ''} «{row.evidence}»"
    named = f'<title>{_text(row.summary)}</title><link>{_text(f"{address}/occurrence/{row.id}")}</link><guid isPermaLink="false">{row.id}</guid>'
    return f"<item>{named}<category>{_text(row.type)}</category><description>{_text(told)}</description></item>"


def _text(value: str) -> str:
    return escape(value.translate(_NOT_XML), {'"': "&quot;"})


def ics(rows: Iterable[OccurrenceRow], made: dt.datetime) -> str:
    """An iCalendar (RFC 5545) with a day or days for each occurrence that has a date of at most a month."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//rawi//chronicle//EN"]
    for row in rows:
        first, last = span_of(row.date)
        if first is None or last is None or last - first > 31:
            continue
        lines += [
            "BEGIN:VEVENT", f"UID:{row.id}@rawi", f"DTSTAMP:{made.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}", f"DTSTART;VALUE=DATE:{_day(first)}",
            f"DTEND;VALUE=DATE:{_day(last + 1)}", f"SUMMARY:{_escaped(row.summary)}", f"DESCRIPTION:{_escaped(row.evidence)}",
            f"CATEGORIES:{row.type}", *([f"LOCATION:{_escaped(row.place)}"] if row.place else []), "END:VEVENT",
        ]  # fmt: skip
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _day(day: int) -> str:
    return iso(day).replace("-", "")


def _escaped(value: str) -> str:
    value = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(value.split())


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, never within a letter."""
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 74:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += width
    return "\r\n".join(pieces)


def graphml(network: Network) -> bytes:
    """The network as GraphML: nodes with name, Latin name, kind and country; directed edges with count and mean score."""
    root = xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for of, name, kind in (
        ("node", "name", "string"), ("node", "latin", "string"), ("node", "kind", "string"), ("node", "country", "string"), ("node", "acts", "long"),
        ("edge", "count", "long"), ("edge", "score", "double"),
    ):  # fmt: skip
        xml.SubElement(root, "key", {"id": f"{of}_{name}", "for": of, "attr.name": name, "attr.type": kind})
    graph = xml.SubElement(root, "graph", id="acts", edgedefault="directed")
    for node in network.nodes:
        shown = xml.SubElement(graph, "node", id=node.party.id)
        values = {"name": node.party.name, "latin": node.party.latin, "kind": node.kind, "country": node.country, "acts": str(node.acts)}
        for name, value in values.items():
            if value:
                xml.SubElement(shown, "data", key=f"node_{name}").text = value.translate(_NOT_XML)
    for edge in network.edges:
        shown = xml.SubElement(graph, "edge", source=edge.actor, target=edge.recipient)
        xml.SubElement(shown, "data", key="edge_count").text = str(edge.count)
        xml.SubElement(shown, "data", key="edge_score").text = str(edge.score)
    xml.indent(root)
    content: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return content
