"""What a reader chose: language by the address; month names, digits and colours by a cookie."""

from __future__ import annotations

from typing import Literal, NamedTuple
from urllib.parse import parse_qs, urlencode

from markupsafe import Markup
from starlette.requests import Request

from rawi.web.words import LANGUAGES, Language

Months = Literal["levantine", "gulf", "tunisian", "moroccan"]
MONTHS: tuple[Months, ...] = ("levantine", "gulf", "tunisian", "moroccan")
DIGITS = ("latn", "arab")
THEMES = ("auto", "light", "dark")
COOKIE = "rawi_choices"
_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Choices(NamedTuple):
    """How one reader wants to see pages."""

    language: Language = "ar"
    months: Months = "levantine"
    digits: str = "latn"
    theme: str = "auto"

    def number(self, value: object) -> str:
        """A number as text in the reader's digits; English has only one kind."""
        text = str(value)
        return text.translate(_ARABIC_INDIC) if self.digits == "arab" and self.language == "ar" else text

    def signed(self, score: float) -> str:
        """A score with its sign and one decimal: ``+3.5``, ``-0.4``; nothing is neither more nor less."""
        written = f"{score:+.1f}"
        return self.number("0.0" if written in ("+0.0", "-0.0") else written)

    def percent(self, share: float | None) -> Markup:
        """A share from 0 to 1 as per cent, with its sign on the same side in every text; empty for None."""
        if share is None:
            return Markup("")
        arab = self.digits == "arab" and self.language == "ar"
        return Markup("<bdi>{}{}</bdi>").format(self.number(round(share * 100)), "٪" if arab else "%")

    def cookie(self) -> str:
        """The choices as a cookie keeps them; the language stands in the address."""
        return urlencode({"months": self.months, "digits": self.digits, "theme": self.theme})


def chosen(request: Request) -> Choices:
    """The choices of a request. Whatever is not one of the offered values is the default."""
    first = request.scope["path"][1:].partition("/")[0]
    language = next((one for one in LANGUAGES if one == first), None) or preferred(request)
    return from_values(language, request.cookies.get(COOKIE, ""))


def from_values(language: Language, query: str) -> Choices:
    """Choices out of ``months=gulf&digits=arab``, as a cookie or a form has them."""
    values = {name: found[-1] for name, found in parse_qs(query, max_num_fields=10).items()} if len(query) < 200 else {}
    months: Months = next((m for m in MONTHS if m == values.get("months")), "levantine")
    digits = values["digits"] if values.get("digits") in DIGITS else "latn"
    theme = values["theme"] if values.get("theme") in THEMES else "auto"
    return Choices(language, months, digits, theme)


def preferred(request: Request) -> Language:
    """The first of the browser's languages that the room speaks; Arabic where it names neither."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in ("ar", "en"):
            return "ar" if code == "ar" else "en"
    return "ar"
