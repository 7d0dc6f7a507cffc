"""What all pages of the reading room share: the chronicle, the templates, the limits, and how a page is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import fontpkg_ibm_plex_sans_arabic as font
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Facets
from rawi.web import naming, safe
from rawi.web.choices import DIGITS, MONTHS, THEMES, Choices, chosen
from rawi.web.days import stamped, written
from rawi.web.kept import Kept
from rawi.web.limits import Rate
from rawi.web.ready import Ready
from rawi.web.sessions import entered
from rawi.web.settings import Settings
from rawi.web.words import DIRECTION, Language, count, label, say, words

HERE = Path(__file__).parent
FONT_FILES = {weight: font.ROOT / "files" / f"IBMPlexSansArabic-{weight}.ttf" for weight in ("Regular", "SemiBold", "Bold")}
QUADS = {  # the four quarters of PLOVER's categories
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "verbal-coop"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material-coop"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal-conf"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material-conf"),
}


PAGES = (
    ("timeline", "/"), ("search", "/search"), ("actors", "/actors"), ("dyad", "/dyad"), ("network", "/network"), ("sources", "/sources"),
    ("read", "/read"), ("about", "/about"),
)  # fmt: skip
PAGES_WITHOUT_CHRONICLE = PAGES[-2:]


class Room:
    """One open reading room."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.kept = Kept()
        self.rate = Rate(settings.reads_a_minute)
        self.sign_ins = Rate(10)
        self.env = _environment()
        self.ready = Ready(self.revision)
        if settings.db and not settings.read_only:
            Chronicle(settings.db).close()  # made where there is none, brought up to date where it is old
        self.chronicle = Chronicle(settings.db, read_only=True) if settings.db else None
        self._facets: tuple[int, Facets] | None = None

    def open(self) -> Chronicle:
        """The chronicle. Raises the error for a page that is not there where the room has none."""
        if self.chronicle is None:
            raise refuse(404, "this reading room was opened without a chronicle")
        return self.chronicle

    def writing(self) -> Chronicle:
        """The chronicle opened to be changed; to be closed after. Raises the error for what is not allowed in a read-only room."""
        if self.settings.db is None or self.settings.read_only:
            raise refuse(403)
        return Chronicle(self.settings.db)

    async def revision(self) -> int:
        """What the chronicle's revision is now; without a chronicle always the same."""
        if self.chronicle is None:
            return 0
        return self.chronicle.revision() if self.chronicle.store.is_file else await run_in_threadpool(self.chronicle.revision)

    def facets(self) -> Facets:
        """The values that filters can take, counted once for each revision of the chronicle."""
        now = self.open().revision()
        if self._facets is None or self._facets[0] != now:
            self._facets = (now, self.open().facets())
        return self._facets[1]

    def pages(self) -> tuple[tuple[str, str], ...]:
        """The pages of the navigation: word and path."""
        return PAGES if self.chronicle is not None else PAGES_WITHOUT_CHRONICLE

    @staticmethod
    def address(language: Language, page: str, ident: str | None) -> str | None:
        """The address of what has an id; None without one."""
        return address(language, f"{page}{quote(ident, safe='')}") if ident else None

    def page(self, request: Request, template: str, here_is: str = "", status: int = 200, **values: Any) -> Response:
        """A page in the reader's language and way, with an ``ETag``; an answer without body where the browser has it already."""
        choices = chosen(request)
        text = self.env.get_template(template).render(**self._around(request, choices), here_is=here_is, **values)
        body = safe.plain(text).encode("utf-8")
        tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
        if status == 200 and request.method in ("GET", "HEAD") and tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers={"ETag": tag, "Content-Language": choices.language})
        response = HTMLResponse(body, status)
        response.headers["Content-Language"] = choices.language
        response.headers["Vary"] = "Cookie"
        if status == 200:
            response.headers["ETag"] = tag
        return response

    def _around(self, request: Request, choices: Choices) -> dict[str, Any]:
        """What every template may use."""
        language = choices.language
        prefix, path = f"/{language}", quote(request.scope["path"], safe="/~")
        here = path if path.startswith((f"{prefix}/", "/ar/", "/en/")) else f"{prefix}/"
        query = f"?{request.url.query}" if request.url.query else ""
        return {
            "c": choices,
            "direction": DIRECTION[language],
            "t": partial(say, language),
            "n": choices.number,
            "count": lambda what, number: count(language, what, number, choices.number(number)),
            "label": partial(label, language),
            "day": lambda value, full=False: written(value, choices, full),
            "stamped": lambda value: stamped(value, choices),
            "named": lambda party: naming.named(party, language),
            "country": lambda code: naming.country(code, language),
            "place": lambda name: naming.place(name, language),
            "run": lambda text: safe.run(text, language),
            "to": lambda path, **query: address(language, path, **query),
            "in_language": lambda other: f"/{other}{here[3:]}{query}",
            "here": f"{here}{query}",
            "other_language": "en" if language == "ar" else "ar",
            "pages": self.pages(),
            "addressed": lambda actor: self.address(language, "/actor/", actor.id),
            "category_name": lambda one: label(language, "category", one.value),
            "status_name": lambda one: label(language, "status", one.value),
            "mode_name": lambda one: label(language, "mode", one.value),
            "place_name": lambda one: naming.place(one.label, language),
            "plain_name": lambda one: one.label,
            "about": words(language)["about"],
            "query_now": request.url.query,
            "signed": entered(request, self.settings),
            "token_set": self.settings.token is not None,
            "offered_choices": (("theme", THEMES), *((("months", MONTHS), ("digits", DIGITS)) if language == "ar" else ())),
        }


def address(language: Language, path: str, **query: object) -> str:
    """The address of a page of the room in one language; what is None or empty is left out of its query."""
    asked = {name: value for name, value in query.items() if value not in (None, "")}
    return f"/{language}{path}{'?' + urlencode(asked) if asked else ''}"


def local(path: str, default: str) -> str:
    """A path within the room as a form gave it; ``default`` where it would lead elsewhere."""
    fine = path.startswith("/") and not path.startswith("//") and not any(c in path for c in "\\\r\n\t") and path.isascii()
    return path if fine else default


@cache
def static(name: str) -> str:
    """The address of a file that ships with the room; it changes whenever the file does."""
    return f"/static/{name}?v={hashlib.blake2b((HERE / 'static' / name).read_bytes(), digest_size=6).hexdigest()}"


def refuse(status: int, cause: str = "") -> HTTPException:
    """The error that ends a request with a page for it."""
    return HTTPException(status, cause)


class _Context(Context):
    """What a template sees. Calls go straight to the function: none of the room's asks for the context, and a page makes thousands."""

    def call(self, called: Callable[..., Any], /, *given: Any, _loop_vars: object = None, _block_vars: object = None, **named: Any) -> Any:
        return called(*given, **named)


def _environment() -> Environment:
    env = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined)
    env.context_class = _Context
    env.trim_blocks = env.lstrip_blocks = True
    helpers: dict[str, Callable[..., Any]] = {
        "static": static,
        "outside": safe.outside,
        "quote": lambda text: quote(text, safe=""),
        "run_ar": lambda text: safe.run(text, "ar"),
        "is_arabic": safe.is_arabic,
        "quad": lambda category: QUADS.get(category, ""),
        "Markup": Markup,
    }
    env.globals.update(helpers)
    return env
