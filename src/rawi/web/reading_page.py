"""The page that reads: a pasted text or an uploaded page in, its record at once, stored only if asked."""

from __future__ import annotations

import datetime as dt
import secrets
import threading

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rawi import pages, reading
from rawi.errors import PageError
from rawi.model import Article, Record
from rawi.web.article_view import view
from rawi.web.choices import chosen
from rawi.web.room import Room, address, refuse
from rawi.web.sessions import form_token, is_own_form, keep_form_cookie
from rawi.web.settings import MEGABYTE
from rawi.web.words import say, words

LONGEST = 200_000  # characters of a text: a hundred times an article's
_one_at_a_time = threading.Lock()  # reading is all computing: two at once would each take twice as long, and hold up whoever browses


def article_of(content: bytes | str) -> Article:
    """The article in a page or text that somebody sent: text where it has no tags. Raises :class:`PageError` where it holds none."""
    text = content if isinstance(content, str) else _text_in(content)
    if text is None or "</" in text:
        return pages.read_html(content)
    if len(text) > LONGEST:
        raise PageError(f"the text has {len(text)} characters; give one article, of at most {LONGEST}")
    return Article(paragraphs=(text.strip(),)) if text.strip() and "\n" not in text.strip() else pages.read_text(text)


def read_article(article: Article, **known: str | None) -> Record:
    """The record of an article; ``known`` (published, url, outlet) counts where the article does not say so itself.

    Raises :class:`PageError` for a text that is too long to be one article.
    """
    if sum(map(len, article.paragraphs)) > LONGEST:
        raise PageError(f"the article has more than {LONGEST} characters; give a single one")
    missing = {name: value for name, value in known.items() if value and getattr(article, name) is None}
    named = {"id": article.id or f"read-{secrets.token_hex(6)}"}
    with _one_at_a_time:
        return reading.read(msgspec.structs.replace(article, **missing, **named))


def _text_in(content: bytes) -> str | None:
    """Bytes as text; None for what is a page or no UTF-8."""
    if b"\0" in content[:1000]:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def show_form(room: Room, request: Request, wrong: str = "", cause: str = "", given: str = "", day: str = "", status: int = 200) -> Response:
    """The empty form, or the form as it was sent with what is wrong about it."""
    cookie, token = form_token(request, room.settings)
    response = room.page(
        request,
        "read.html",
        "read",
        status,
        form_token=token,
        wrong=wrong,
        cause=cause,
        given=given,
        given_day=day,
        read_only=room.settings.read_only,
        limit=_megabytes(room),
        sample=words("ar")["sample"]["text"],
    )
    keep_form_cookie(response, cookie, request.url.scheme == "https")
    return response


def lead_to_form(room: Room, request: Request) -> Response:
    """In a room without a chronicle this page is where one begins."""
    return RedirectResponse(address(chosen(request).language, "/read"), 307)


def _megabytes(room: Room) -> str:
    return f"{room.settings.upload_limit / MEGABYTE:g} MB"


async def take_form(room: Room, request: Request) -> Response:
    """Read what was sent and lead to its record."""
    form = await request.form(max_files=1, max_fields=8, max_part_size=room.settings.upload_limit)
    return await _in_thread(room, request, form)


async def _in_thread(room: Room, request: Request, form: FormData) -> Response:
    from starlette.concurrency import run_in_threadpool

    page = form.get("page")
    content = await page.read() if isinstance(page, UploadFile) else b""
    return await run_in_threadpool(_read_form, room, request, form, content)


def _read_form(room: Room, request: Request, form: FormData, content: bytes) -> Response:
    language = chosen(request).language
    if not is_own_form(request, room.settings, str(form.get("form", ""))):
        raise refuse(403)
    text, day = str(form.get("text", "")), str(form.get("published", ""))
    if not content and not text.strip():
        return show_form(room, request, say(language, "read_empty"), day=day, status=422)
    limited(room, request)
    try:
        record = read_article(article_of(content or text), published=checked_day(day))
    except PageError as error:
        return show_form(room, request, say(language, "error_422"), str(error), text, day, 422)
    return RedirectResponse(address(language, f"/read/{room.kept.keep(record)}"), 303)


def limited(room: Room, request: Request) -> None:
    """Raise the error for too many readings where this client has asked for too many."""
    client = request.client.host if request.client else ""
    if seconds := room.rate.wait(client):
        error = refuse(429)
        error.headers = {"Retry-After": str(seconds)}
        raise error


def checked_day(value: str | None) -> str | None:
    """An ISO day or time as given; None for an empty one. Raises :class:`PageError` for what is none."""
    if not value:
        return None
    for kind in (dt.date, dt.datetime):
        try:
            kind.fromisoformat(value)
        except ValueError:
            continue
        return value
    raise PageError(f"published {value[:40]!r}: not a date; write it as 2025-02-12 or 2025-02-12T23:11+03:00")


def show_reading(room: Room, request: Request) -> Response:
    """The record of a text that was read a moment ago."""
    key = request.path_params["key"]
    record = room.kept.get(key)
    if record is None:
        raise refuse(404)
    choices = chosen(request)
    cookie, token = form_token(request, room.settings)
    response = room.page(
        request,
        "reading.html",
        "read",
        v=view(record, choices),
        key=key,
        note="",
        may_store=room.chronicle is not None and not room.settings.read_only,
        form_token=token,
        record_json=f"/api/read/{key}",
        same=(),
        section_rows=(),
        actor_page=lambda actor: None,
    )
    keep_form_cookie(response, cookie, request.url.scheme == "https")
    return response
