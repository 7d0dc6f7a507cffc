"""The run: parts to workers, accounts back, what workers die of survived, and the end written down.

Tasks carry the key of their part, so that a cluster that is asked for one twice reads it once. Only a few tasks a worker are handed over at a
time: a crawl of a hundred thousand parts costs the scheduler no more than one of a hundred.
"""

from __future__ import annotations

import errno
import signal
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from rawi.bulk.account import Account, Failure
from rawi.bulk.inputs import Part
from rawi.bulk.store import Format, Plan, Store
from rawi.bulk.task import Order, read_part
from rawi.errors import RawiError, UsageError

_AHEAD = 3  # tasks handed over for each worker
_REFUSED = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
_TRIES = 50  # times that a part is handed over anew after its worker died


class Settings(NamedTuple):
    """How to run: workers on this machine (or the address of a scheduler), memory of each, seconds for one record, output."""

    out: Path
    format: Format = "jsonl"
    jobs: int = 1
    scheduler: str | None = None
    memory: str = "1GB"
    seconds: float = 120.0
    part_bytes: int = 8_000_000


class Progress(NamedTuple):
    """How far the run is: parts done of all, the account so far, seconds since its start, bytes done in this run and left."""

    done: int
    parts: int
    account: Account
    seconds: float
    bytes_done: int
    bytes_left: int


def run(parts: list[Part], settings: Settings, tell: Callable[[Progress], None]) -> Account:
    """Read all parts that are not done yet; the account of all. ``tell`` is called after each part and about every second.

    Raises :class:`UsageError` where the output cannot be written or the libraries are missing, :class:`RawiError` where the cluster is lost.
    """
    store, plan = Store(settings.out), _plan(settings)
    store.open(plan)
    accounts = store.finished(parts)
    todo = [part for part in parts if part.key not in accounts]
    started, total = time.monotonic(), sum(part.end - part.start for part in todo)

    def note(part: Part, account: Account) -> None:
        accounts[part.key] = account
        inform()

    def inform() -> None:
        left = sum(part.end - part.start for part in todo if part.key not in accounts)
        whole = sum(accounts.values(), Account())
        tell(Progress(len(accounts), len(parts), whole, time.monotonic() - started, total - left, left))

    if todo:
        _read(todo, settings, note, inform)
    whole = sum((accounts[part.key] for part in parts), Account())
    store.conclude(plan, parts, whole)
    _sweep(store)
    return whole


def _plan(settings: Settings) -> Plan:
    from importlib.metadata import version

    from rawi.lore import load

    return Plan(knowledge=load.version(), program=version("rawi"), format=settings.format, part_bytes=settings.part_bytes)


def _sweep(store: Store) -> None:
    for left in store.work.glob("*"):
        left.unlink(missing_ok=True)


def _read(todo: list[Part], settings: Settings, note: Callable[[Part, Account], None], inform: Callable[[], None]) -> None:
    order = Order(str(settings.out.resolve()), settings.format, uuid.uuid4().hex[:8], settings.seconds)
    with _client(settings) as client, _stop_by_hand() as stopped:
        from distributed import wait

        waiting, running = iter(todo), dict[Any, tuple[Part, int]]()

        def hand_over(part: Part, attempt: int) -> None:
            running[client.submit(read_part, part, order, key=f"{part.key}-{order.run}-{attempt}", pure=False)] = (part, attempt)

        def fill() -> None:
            while len(running) < _AHEAD * max(1, len(client.scheduler_info(n_workers=-1)["workers"])) and (part := next(waiting, None)) is not None:
                hand_over(part, 0)

        fill()
        while running:
            done = _first_done(wait, list(running))
            for future in done:
                part, attempt = running.pop(future)
                _settle(future, part, attempt, settings, note, hand_over)
                future.release()
            fill()
            inform()
            if stopped:
                raise KeyboardInterrupt


@contextmanager
def _stop_by_hand() -> Iterator[list[int]]:
    """Signals to stop are noted, and heard between two tasks: in the midst of dask's own work a ``KeyboardInterrupt`` may be lost."""
    heard: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield heard
        return

    def hear(number: int, _: FrameType | None) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield heard
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _first_done(wait: Any, futures: list[Any]) -> list[Any]:
    """The futures that are done, after a second at the most."""
    try:
        return list(wait(futures, timeout=1.0, return_when="FIRST_COMPLETED").done)
    except TimeoutError:
        return []


def _settle(
    future: Any, part: Part, attempt: int, settings: Settings, note: Callable[[Part, Account], None], hand_over: Callable[[Part, int], None]
) -> None:
    """Take a finished task's account; hand the part over anew where its worker died."""
    from distributed import KilledWorker

    error = future.exception()
    if error is None:
        note(part, future.result())
    elif isinstance(error, KilledWorker) and attempt < _TRIES:
        hand_over(part, attempt + 1)
    elif (
        isinstance(error, OSError)
        and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM)
        and _is_output(error, settings)
    ):
        raise UsageError(f"{settings.out}: {error.strerror}; make room or give another --out, and call again: finished parts are kept") from None
    elif isinstance(error, OSError):
        failure = Failure(where=f"{part.path}@{part.start}", why=f"the file cannot be read: {error.strerror or error}")
        note(part, Account(seen=1, failed=(failure,)))  # no mark is left: the next run tries again
    else:
        raise RawiError(f"{part.path}: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}; finished parts are kept")


def _is_output(error: OSError, settings: Settings) -> bool:
    """Did writing fail, not reading? A full disk's error names no file."""
    named = str(error.filename or "")
    return not named or named.startswith(str(settings.out.resolve()))


@contextmanager
def _client(settings: Settings) -> Iterator[Any]:
    """A client of a cluster on this machine, or of the one that was named."""
    try:
        import dask
        import distributed
    except ImportError:
        raise UsageError("bulk reading needs dask's distributed; install it: pip install 'rawi[bulk]'") from None
    connect: Callable[..., Any] = distributed.Client
    cluster_of: Callable[..., Any] = distributed.LocalCluster
    if settings.scheduler is not None:
        try:
            client = connect(settings.scheduler, timeout="15s")
        except (OSError, ValueError, TimeoutError):
            raise UsageError(f"{settings.scheduler}: no scheduler answers there; start one (dask scheduler) and give its address") from None
        with client:
            yield client
        return
    quiet = {
        "distributed.scheduler.allowed-failures": _TRIES,
        "distributed.worker.memory.target": False,
        "distributed.worker.memory.spill": False,
        "distributed.worker.memory.pause": False,
        "distributed.worker.memory.terminate": 0.95,
        "distributed.logging.distributed": "critical",
        "distributed.nanny.pre-spawn-environ.MALLOC_ARENA_MAX": 2,
    }
    with (
        dask.config.set(quiet),
        cluster_of(
            n_workers=settings.jobs,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # its health service; its usual port may be another run's
            memory_limit=settings.memory,
            silence_logs=50,
        ) as cluster,
        connect(cluster) as client,
    ):
        yield client
