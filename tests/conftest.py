"""The fixtures that several folders of tests use."""

from __future__ import annotations

from chronicles import chronicle, demo, demo_chronicle, server, where
from small_knowledge import home

__all__ = ["chronicle", "demo", "demo_chronicle", "home", "server", "where"]
