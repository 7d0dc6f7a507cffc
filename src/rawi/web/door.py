"""Coming in with a token, going out, and keeping how one wants to see pages."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rawi.web.choices import COOKIE, chosen, from_values
from rawi.web.room import Room, local, refuse
from rawi.web.sessions import SIGNED_IN, is_token, sign_in

YEAR = 365 * 86400


async def keep_choices(room: Room, request: Request) -> Response:
    """Keep month names, digits and colours in a cookie, and go back to the page."""
    form = await request.form(max_files=0, max_fields=8)
    language = chosen(request).language
    now = {**chosen(request)._asdict(), **{name: value for name, value in form.items() if name in ("months", "digits", "theme")}}
    choices = from_values(language, urlencode({name: now[name] for name in ("months", "digits", "theme")}))
    response = RedirectResponse(local(str(form.get("back", "")), f"/{language}/"), 303)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, choices.cookie(), max_age=YEAR, httponly=True, samesite="lax", secure=secure, path="/")
    return response


def show_sign_in(room: Room, request: Request, wrong: bool = False, back: str | None = None, status: int = 200) -> Response:
    """The form for the token; the form for going out where one is in."""
    if room.settings.token is None:
        raise refuse(404)
    back = request.query_params.get("back", "") if back is None else back
    return room.page(request, "sign_in.html", "", status, wrong=wrong, back=local(back, ""))


async def take_sign_in(room: Room, request: Request) -> Response:
    """Let in whoever has the token; ten tries a minute."""
    if room.settings.token is None:
        raise refuse(404)
    client = request.client.host if request.client else ""
    if room.sign_ins.wait(client):
        raise refuse(429)
    form = await request.form(max_files=0, max_fields=4)
    back = local(str(form.get("back", "")), f"/{chosen(request).language}/")
    if not is_token(str(form.get("token", "")), room.settings):
        return show_sign_in(room, request, wrong=True, back=back, status=403)
    response = RedirectResponse(back, 303)
    sign_in(response, room.settings, request.url.scheme == "https")
    return response


async def sign_out(room: Room, request: Request) -> Response:
    """Forget that the browser signed in."""
    response = RedirectResponse(f"/{chosen(request).language}/sign-in" if room.settings.token else f"/{chosen(request).language}/", 303)
    response.delete_cookie(SIGNED_IN, path="/")
    return response
