"""Nearly the same text: wire copies and light rewrites, by bottom-k sketches of their shingles.

A text's shingles are its runs of three stems. The sketch keeps the ``K`` smallest hashes of them; the smallest hashes of two sketches together are a
fair sample of both texts' shingles (Broder 1997), so the share of them that stands in both is the share of shingles in common.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32

K = 96
WINDOW = 3  # days between the publication of copies, at the most
INDEXED = 12  # hashes by which copies are looked for
SPAN = 32  # days whose hashes are kept together
_RUN = 3
_ALIKE = 0.42  # of all shingles in common
_WITHIN = 0.72  # of the shorter text's shingles, where the other only goes on longer
_SHORTEST = 12  # shingles: below it a text is too short to be told from chance


class Sketch(NamedTuple):
    """The smallest hashes of a text's shingles, ascending, and how many shingles there are."""

    size: int
    hashes: tuple[int, ...]

    def packed(self) -> bytes:
        return struct.pack(f"<{len(self.hashes)}I", *self.hashes)


def unpacked(size: int, content: bytes) -> Sketch:
    """The sketch that :meth:`Sketch.packed` wrote."""
    return Sketch(size, struct.unpack(f"<{len(content) // 4}I", content))


def sketch(stems: Sequence[str]) -> Sketch:
    """The sketch of a text given by its stems."""
    shingles = {" ".join(stems[at : at + _RUN]) for at in range(len(stems) - _RUN + 1)}
    hashes = {crc32(s.encode()) for s in shingles}
    return Sketch(len(hashes), tuple(sorted(hashes)[:K]))


def near_identical(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are copies of one, or one of them is the other cut short."""
    if min(one.size, other.size) < _SHORTEST:
        return one.size > 0 and one == other
    both = set(one.hashes).intersection(other.hashes)
    sample = min(K, len(one.hashes) + len(other.hashes) - len(both))
    if not _alike(one, other, len(both) / sample):  # not even if all that they have in common were in the sample: so it is with most
        return False
    highest = sorted({*one.hashes, *other.hashes})[sample - 1]
    return _alike(one, other, sum(h <= highest for h in both) / sample)


def _alike(one: Sketch, other: Sketch, share: float) -> bool:
    """Whether texts with this share of all their shingles in common are copies."""
    common = share / (1 + share) * (one.size + other.size)
    return share >= _ALIKE or common / min(one.size, other.size) >= _WITHIN
