"""Records that somebody had read and did not store: in memory, for half an hour, a few hundred at most."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from rawi.model import Record

SECONDS = 30 * 60
MOST = 200


class Kept:
    """Records by a key that cannot be guessed."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._records: OrderedDict[str, tuple[float, Record]] = OrderedDict()
        self._lock, self._clock = threading.Lock(), clock

    def keep(self, record: Record) -> str:
        """Keep a record; its key."""
        key = secrets.token_urlsafe(12)
        with self._lock:
            self._forget()
            self._records[key] = (self._clock(), record)
        return key

    def get(self, key: str) -> Record | None:
        """The record of this key, unless it was forgotten."""
        with self._lock:
            self._forget()
            found = self._records.get(key)
        return found[1] if found else None

    def _forget(self) -> None:
        oldest = self._clock() - SECONDS
        while self._records and (len(self._records) >= MOST or next(iter(self._records.values()))[0] < oldest):
            self._records.popitem(last=False)
