"""What a worker does: read one part, write its output, mark it as done.

A record may kill its worker: by memory, by a bug below Python, or by never ending (a watch ends the worker then). So the worker notes where
it is before each record. When a part comes back for the second time with its note at one and the same record, that record is not touched
again, named among the failures, and the others are read.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import time
from pathlib import Path
from typing import TextIO

import msgspec

from rawi.bulk import records
from rawi.bulk.account import Account, Failure, Tally
from rawi.bulk.inputs import Part
from rawi.bulk.store import Format, Store
from rawi.bulk.writing import writer
from rawi.model import Record
from rawi.pages.ranges import At

_TIMES = 2  # deaths at one record until it is left alone


class Order(msgspec.Struct, frozen=True):
    """What all tasks of a run are told: the output folder, its format, the run's own name, and seconds that one record may take."""

    out: str
    format: Format
    run: str
    seconds: float


def read_part(part: Part, order: Order) -> Account:
    """Read a part and write its output, unless that is done. Raises ``OSError`` where files cannot be read or written."""
    store = Store(Path(order.out))
    if done := store.finished([part]):
        return done[part.key]
    gc.set_threshold(50_000)
    started, tally = time.process_time(), Tally()
    with _Notes(store, part.key, order) as notes:
        with writer(store, part.key, order.format) as out:
            for found in records.of_part(part, notes.begin):
                _count(tally, found)
                if isinstance(found, Record):
                    out.add(found)
        account = tally.account(time.process_time() - started, part.end - part.start)
        store.finish(part.key, account)
    return account


def _count(tally: Tally, found: records.Found) -> None:
    tally.seen += 1
    if isinstance(found, Record):
        tally.read += 1
        tally.events += len(found.events)
    elif isinstance(found, Failure):
        tally.failed.append(found)
    else:
        tally.leave_out(found)


class _Notes:
    """Where the worker is in its part, on disk; and how often earlier workers of this run died there."""

    def __init__(self, store: Store, key: str, order: Order) -> None:
        self._at, self._deaths = store.work / f"{key}.{order.run}.at", store.work / f"{key}.{order.run}.deaths"
        self._seconds = order.seconds
        self._sink: TextIO | None = None
        self._counts = self._counted()
        self._note = os.open(self._at, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644)

    def _counted(self) -> dict[str, int]:
        """The deaths so far, with that of the worker that left a note behind."""
        try:
            counts = msgspec.json.decode(self._deaths.read_bytes(), type=dict[str, int])
        except (OSError, msgspec.DecodeError):
            counts = {}
        try:
            last = self._at.read_text().strip()
        except OSError:
            last = ""
        if last:
            counts[last] = counts.get(last, 0) + 1
            self._deaths.write_bytes(msgspec.json.encode(counts))
        return counts

    def begin(self, at: At) -> bool:
        """Note that the record here is begun; False where it has killed too many."""
        place = str(at)
        if self._counts.get(place, 0) >= _TIMES:
            return False
        os.pwrite(self._note, place.ljust(40).encode(), 0)
        if self._seconds and self._sink is not None:
            faulthandler.dump_traceback_later(self._seconds, exit=True, file=self._sink)
        return True

    def __enter__(self) -> _Notes:
        self._sink = open(os.devnull, "w")
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()
        os.close(self._note)
        if self._sink is not None:
            self._sink.close()
        self._at.unlink(missing_ok=True)
        if kind is None:
            self._deaths.unlink(missing_ok=True)
