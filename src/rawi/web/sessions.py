"""Who may enter and whose form it is: signed values without a store."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from starlette.requests import Request
from starlette.responses import Response

from rawi.web.settings import Settings

SIGNED_IN = "rawi_in"
FORM = "rawi_form"
DAYS = 14


def entered(request: Request, settings: Settings) -> bool:
    """Whether the request carries the room's token, or a cookie that says that its browser signed in."""
    if settings.token is None:
        return True
    kind, _, given = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and is_token(given, settings):
        return True
    return hmac.compare_digest(request.cookies.get(SIGNED_IN, "").encode(), _signed_in(settings).encode())


def is_token(given: str, settings: Settings) -> bool:
    """Whether this is the room's token, told in the same time for every wrong one."""
    return hmac.compare_digest(given.encode(), (settings.token or "").encode())


def sign_in(response: Response, settings: Settings, secure: bool) -> None:
    """Remember in the browser that it signed in."""
    response.set_cookie(SIGNED_IN, _signed_in(settings), max_age=DAYS * 86400, httponly=True, samesite="lax", secure=secure, path="/")


def form_token(request: Request, settings: Settings) -> tuple[str, str]:
    """The browser's form cookie, made where it has none, and the token that its forms must carry."""
    cookie = request.cookies.get(FORM, "")
    if not (len(cookie) == 32 and cookie.isalnum()):
        cookie = secrets.token_hex(16)
    return cookie, _sign(settings, f"form:{cookie}")


def is_own_form(request: Request, settings: Settings, given: str) -> bool:
    """Whether a form was made for the browser that sends it."""
    cookie = request.cookies.get(FORM, "")
    return bool(cookie) and hmac.compare_digest(given.encode(), _sign(settings, f"form:{cookie}").encode())


def keep_form_cookie(response: Response, cookie: str, secure: bool) -> None:
    """Give the browser its form cookie."""
    response.set_cookie(FORM, cookie, httponly=True, samesite="strict", secure=secure, path="/")


def _signed_in(settings: Settings) -> str:
    return _sign(settings, f"in:{settings.token}")


def _sign(settings: Settings, text: str) -> str:
    return hmac.new(settings.secret, text.encode(), hashlib.sha256).hexdigest()
