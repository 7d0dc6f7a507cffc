"""Many articles on many cores, in order: units go to a pool of processes, records come back as they would from one.

What takes less than a second is read here. No more than a few batches a process are under way at a time, so memory does not grow with the
work. A unit that kills its process is named, and the others are read.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import NamedTuple

import msgspec

from rawi.errors import PageError
from rawi.model import Record
from rawi.pages.unit import Unit

_BATCH = 8  # units that are handed over together
_AHEAD = 3  # batches under way for each process
_PATIENCE = 1.0  # seconds that are spent here before other processes are started

Found = bytes | PageError  # a record's JSON, or why there is none


class Wishes(NamedTuple):
    """What is done to every record: the time of publication where the page tells none, and the least score of events."""

    published: str | None = None
    min_score: float = 0.0


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_unit(unit: Unit, wishes: Wishes) -> Record | PageError:
    """The record of one unit."""
    from rawi.reading import read

    found = unit()
    if isinstance(found, PageError):
        return found
    if found.published is None and wishes.published is not None:
        found = msgspec.structs.replace(found, published=wishes.published)
    record = read(found)
    return record.at_least(wishes.min_score) if wishes.min_score else record


def records(units: Iterable[Unit], wishes: Wishes, jobs: int) -> Iterator[Record | PageError]:
    """The records of all units in their order, or an error in the place of one."""
    waiting = iter(units)
    started = time.monotonic()
    while jobs == 1 or time.monotonic() - started < _PATIENCE:
        unit = next(waiting, None)
        if unit is None:
            return
        yield read_unit(unit, wishes)
    for found in _pooled(waiting, wishes, jobs):
        yield Record.from_json(found) if isinstance(found, bytes) else found


class _Batch(NamedTuple):
    units: tuple[Unit, ...]
    result: Future[list[Found]]


def _pooled(units: Iterator[Unit], wishes: Wishes, jobs: int) -> Iterator[Found]:
    pool = _pool(jobs)
    under_way: deque[_Batch] = deque()
    try:
        while True:
            while len(under_way) < jobs * _AHEAD and (taken := tuple(islice(units, _BATCH))):
                under_way.append(_Batch(taken, pool.submit(_read_batch, taken, wishes)))
            if not under_way:
                return
            first = under_way.popleft()
            try:
                found = first.result.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                found = [_alone(unit, wishes) for unit in first.units]
                pool = _pool(jobs)
                under_way = deque(_Batch(batch.units, pool.submit(_read_batch, batch.units, wishes)) for batch in under_way)
            yield from found
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(unit: Unit, wishes: Wishes) -> Found:
    """The record of a unit that may have killed its process, read in one of its own."""
    pool = _pool(1)
    try:
        return pool.submit(_read_batch, (unit,), wishes).result()[0]
    except BrokenProcessPool:
        return PageError(f"{_named(unit)}: the process that read it died (of too little memory?); the rest is read")
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _named(unit: Unit) -> str:
    """The file that a unit comes from, as far as it can be told."""
    given = getattr(unit, "args", ())
    return next((text for text in given if isinstance(text, str)), "an article")


def _read_batch(units: tuple[Unit, ...], wishes: Wishes) -> list[Found]:
    read = (read_unit(unit, wishes) for unit in units)
    return [one.to_json() if isinstance(one, Record) else one for one in read]


def _pool(jobs: int) -> ProcessPoolExecutor:
    """Processes that share the knowledge loaded here, where the system can fork."""
    kinds = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in kinds and os.name == "posix" else None)
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def _begin() -> None:
    """A stop is the first process's to hear; it then ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(50_000)
