"""The account of what was read: every record seen was read, left out for a reason, or failed."""

from __future__ import annotations

import msgspec

from rawi.model import Frozen


class Failure(Frozen):
    """A record that could not be read: where it is (file and offset), its address where it is known, and why."""

    where: str
    why: str
    url: str | None = None


class Account(Frozen):
    """How many records were seen, what became of them, and the seconds of processor time and bytes of input that it took."""

    seen: int = 0
    read: int = 0
    left_out: dict[str, int] = msgspec.field(default_factory=dict)
    failed: tuple[Failure, ...] = ()
    events: int = 0
    seconds: float = 0.0
    bytes: int = 0

    def __add__(self, other: Account) -> Account:
        reasons = dict(self.left_out)
        for reason, count in other.left_out.items():
            reasons[reason] = reasons.get(reason, 0) + count
        return Account(
            seen=self.seen + other.seen,
            read=self.read + other.read,
            left_out=dict(sorted(reasons.items())),
            failed=self.failed + other.failed,
            events=self.events + other.events,
            seconds=self.seconds + other.seconds,
            bytes=self.bytes + other.bytes,
        )

    @property
    def adds_up(self) -> bool:
        """Is each record seen accounted for once?"""
        return self.seen == self.read + sum(self.left_out.values()) + len(self.failed)

    def text(self) -> str:
        """``200,000 records seen = 19,842 read + 180,156 left out (150,022 not in Arabic, …) + 2 failed``."""
        left = sum(self.left_out.values())
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in sorted(self.left_out.items(), key=lambda item: (-item[1], item[0])))
        out = f"{left:,} left out" + (f" ({reasons})" if left else "")
        return f"{self.seen:,} records seen = {self.read:,} read + {out} + {len(self.failed):,} failed"


class Tally:
    """An account while it is counted."""

    def __init__(self) -> None:
        self.seen = self.read = self.events = 0
        self.left_out: dict[str, int] = {}
        self.failed: list[Failure] = []

    def leave_out(self, reason: str) -> None:
        """Count a record that is no Arabic news."""
        self.left_out[reason] = self.left_out.get(reason, 0) + 1

    def account(self, seconds: float, size: int) -> Account:
        """The finished account."""
        reasons = dict(sorted(self.left_out.items()))
        return Account(
            seen=self.seen, read=self.read, left_out=reasons, failed=tuple(self.failed), events=self.events, seconds=round(seconds, 3), bytes=size
        )


def encoded(account: Account) -> bytes:
    """The account as JSON, keys in order."""
    return msgspec.json.encode(account, order="sorted")
