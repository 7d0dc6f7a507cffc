"""How often a client may ask for what costs much."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

CLIENTS = 4096  # remembered at most; the one that asked longest ago is forgotten first


class Rate:
    """A bucket of tokens for each client: ``a_minute`` come in, as many fit."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._a_second, self._clock = float(a_minute), a_minute / 60, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, client: str) -> int:
        """0 where the client may go on now; else in how many seconds it may."""
        with self._lock:
            now = self._clock()
            left, since = self._buckets.pop(client, (self._most, now))
            left = min(self._most, left + (now - since) * self._a_second)
            granted = left >= 1
            self._buckets[client] = (left - 1 if granted else left, now)
            if len(self._buckets) > CLIENTS:
                self._buckets.popitem(last=False)
        return 0 if granted else max(1, round((1 - left) / self._a_second))
