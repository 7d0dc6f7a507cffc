"""The fixtures that several folders of tests use."""

from __future__ import annotations

from chronicles import chronicle, demo, demo_chronicle, server, where
from rooms import address, browser, demo_db, demo_room, own_room, room
from small_knowledge import home

__all__ = [
    "address", "browser", "chronicle", "demo", "demo_chronicle", "demo_db", "demo_room", "home", "own_room", "room", "server", "where",
]  # fmt: skip
