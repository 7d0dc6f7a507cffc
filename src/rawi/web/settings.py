"""How a reading room is opened: which chronicle, for whom, and how much it takes in."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field

from rawi.errors import UsageError

MEGABYTE = 1024 * 1024
LOOPBACK_NAMES = frozenset(("localhost", "127.0.0.1", "::1"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``rawi serve`` was told.

    ``db`` is a file or a ``postgresql://`` address, or None for a room without a chronicle. ``token`` guards every page where one is set.
    ``allow_hosts`` are further names that the room answers to. Limits count bytes (of one request) and readings (a client and minute).
    """

    db: str | None = None
    host: str = "127.0.0.1"
    token: str | None = None
    read_only: bool = False
    allow_hosts: tuple[str, ...] = ()
    cors: str | None = None
    upload_limit: int = 2 * MEGABYTE
    reads_a_minute: int = 30
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def __post_init__(self) -> None:
        if not is_loopback(self.host) and not self.token:
            raise UsageError(f"--host {self.host}: other machines can reach this address; give a --token that readers sign in with")
        if self.token is not None and len(self.token) < 12:
            raise UsageError("--token: shorter than 12 characters is soon guessed; `openssl rand -hex 16` makes a good one")

    def answers_to(self, host: str) -> bool:
        """Whether a ``Host`` header (without port) names this room: loopback names, its own address, names allowed by the caller.

        A room that listens on all addresses answers to any bare address too: a name is what an attack by DNS needs.
        """
        if host in LOOPBACK_NAMES or host == self.host or host in self.allow_hosts:
            return True
        return self.host in ("0.0.0.0", "::") and _is_address(host)


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens there."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
