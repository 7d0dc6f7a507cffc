"""The base of all entries of the knowledge, and the codes that several kinds share."""

from __future__ import annotations

from typing import Literal, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of all entries."""


Sector = Literal[
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PTY", "OPP", "REB", "CRM", "UAF", "CVL", "LAB", "REL", "BUS", "MED", "EDU",
    "HLH", "REF", "IGO", "NGO", "ELI", "AGR", "ENV",
]  # fmt: skip
