"""Thirteen short articles that ship with Rawi, for ``make demo``, the tutorial and the tests.

They tell of January and February 2025, when the new Syrian leadership met Moscow, Riyadh, Ankara and Paris.
The facts are public; every sentence, outlet, author and address is invented, and no quoted agency wrote any
of it.

    call-damascus, call-moscow               one telephone call, told by its two ends
    call-wire-cairo, call-wire-gulf          one agency's text in two outlets
    shaibani-invitation                      what the call led to
    delegation-damascus, delegation-moscow   one visit, told by hosts and guests
    congratulations, riyadh-trip, ankara-visit, algiers-visit, paris-conference, brussels-sanctions

Three layouts, also invented: a blog theme with JSON-LD, a table page in windows-1256 that shows its day and
nothing else, and a component page with teasers and a share bar. Months are named in the Levantine, the
Egyptian and Gulf, and the Maghrebi way, alone or two at once.
"""

from __future__ import annotations

from pathlib import Path


def pages() -> list[Path]:
    """The demo pages, HTML files beside this module, sorted by name."""
    return sorted(Path(__file__).parent.glob("*.html"))
