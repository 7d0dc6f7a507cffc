"""The reading room: the chronicle in a browser, in Arabic and English, with a JSON interface beside the pages.

:func:`make_app` gives the ASGI application, which ``rawi serve`` runs. Pages are made here and work without JavaScript; nothing is
loaded from elsewhere. What comes from articles is escaped and cannot turn the direction of a page.
"""

from __future__ import annotations

from rawi.web.app import make_app
from rawi.web.settings import Settings

__all__ = ["Settings", "make_app"]
