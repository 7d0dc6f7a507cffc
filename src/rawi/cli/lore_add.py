"""``rawi lore add``: an entry from a few answers, given as options or when asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
import msgspec

from rawi.cli.lore_check import arabic
from rawi.errors import UsageError
from rawi.lore import load
from rawi.lore.schema import Body, Country, Entry, EventFile, Person, TriggerEntry

Command = Callable[..., None]
T = TypeVar("T", bound=Entry)

_TERM = re.compile(r"(?P<title>\D+?)\s+(?P<start>\d{4}(-\d\d){0,2})(/(?P<end>\d{4}(-\d\d){0,2}|\.\.)?)?")


class Question(NamedTuple):
    """What an entry needs to know: the option's name, the question, and how it may be answered.

    Without ``required`` an answer may be left out. ``many``: any number of answers. ``flag``: yes or no.
    ``choices`` tells what may be answered, given the answers before.
    """

    option: str
    text: str
    default: str = ""
    many: bool = False
    required: bool = False
    flag: bool = False
    choices: Callable[[dict[str, Any]], str] | None = None


def _frames(answers: dict[str, Any]) -> str:
    return ", ".join(load.read(_category(answers["category"]), EventFile).frame)


def _category(name: str) -> Path:
    """The file of a category. Raises :class:`UsageError` where there is none."""
    path = load.HOME / "events" / f"{name.lower()}.toml"
    if not path.exists():
        known = ", ".join(sorted(other.stem.upper() for other in path.parent.glob("*.toml")))
        raise UsageError(f"no category is called {name}; give one of {known}")
    return path


ALSO = Question("also", "Other spelling or usual form", many=True)
PERSON = (
    Question("name", "Whole name in Arabic, as the press writes it", required=True),
    Question("latin", "Name in English", required=True),
    Question("country", "State it acts for: ISO 3166-1 alpha-3, IGO, or none", required=True),
    Question("sector", "PLOVER sector", default="GOV"),
    Question("gender", "m or f", default="m"),
    ALSO,
    Question("body", "Arabic name of the body, where it is not the state"),
    Question("office", "Office and term, as وزير النقل 2025-03-29/2025-12 (no end: still held)", many=True),
)
BODY = (
    Question("name", "Name in Arabic, as the press writes it", required=True),
    Question("latin", "Name in English", required=True),
    Question("country", "State it belongs to: ISO 3166-1 alpha-3, IGO, or none", required=True),
    Question("sector", "PLOVER sector", default="GOV"),
    ALSO,
    Question("founded", "Founded (YYYY, YYYY-MM or YYYY-MM-DD)"),
    Question("ended", "Ended"),
)
COUNTRY = (
    Question("iso3", "ISO 3166-1 alpha-3 code", required=True),
    Question("iso2", "ISO 3166-1 alpha-2 code", required=True),
    Question("name", "Short name in Arabic", required=True),
    Question("latin", "Name in English", required=True),
    Question("status", "member, observer or territory (of the United Nations)", default="territory"),
    Question("formal", "Formal name in Arabic"),
    ALSO,
    Question("demonym", "Adjective, masculine singular without article, as سوري", many=True),
    Question("capital", "Capital, in Arabic and English, as دمشق Damascus"),
    Question("months", "levantine, gulf, maghrebi-tn, maghrebi-ma or iranian", default="gulf"),
    Question("zone", "IANA zone, as Asia/Damascus"),
)
VERB = (
    Question("category", "PLOVER category, as CONSULT", required=True),
    Question("frame", "Frame, which says who stands where", required=True, choices=_frames),
    Question("verb", "Perfect and imperfect of he, as زار يزور"),
    Question("noun", "Verbal noun, as زيارة", many=True),
    Question("having", "Word that must stand after it", many=True),
    Question("lacking", "Word that must not stand after it", many=True),
    Question("mode", "Mode, where the frame's is not right"),
    Question("alone", "Does the noun with its doer tell of the act without a verb", flag=True),
    Question("stance", "Is the noun an act where somebody expresses it (أكد دعم)", flag=True),
    Question("example", "A sentence of your own with known names", required=True),
    Question("reads", "Who does it to whom in it, as أحمد الشرع > تركيا", required=True),
)


@click.group("add")
def add() -> None:
    """Add an entry from a few answers.

    Give them as options, or be asked for them. The entry goes to the right file, the rest of which stays as
    it is; what is there already or cannot be right is refused.
    """


def questions(asked: tuple[Question, ...]) -> Callable[[Command], Command]:
    """Options for a command; where a required one is missing, all that are missing are asked for."""

    def decorate(command: Command) -> Command:
        def answer(**given: Any) -> None:
            ask = any(q.required and not given[q.option] for q in asked)
            answers: dict[str, Any] = {}
            for q in asked:
                answers[q.option] = given[q.option] or (_ask(q, answers) if ask else q.default)
            command({option: value for option, value in answers.items() if value})

        answer.__doc__ = command.__doc__
        for q in reversed(asked):
            text = f"{q.text}{'; may be given again' if q.many else ''}."
            answer = click.option(f"--{q.option}", multiple=q.many, is_flag=q.flag, help=text)(answer)
        return answer

    return decorate


def _ask(question: Question, answers: dict[str, Any]) -> str | bool | tuple[str, ...]:
    text = f"{question.text} ({question.choices(answers)})" if question.choices else question.text
    if question.flag:
        return click.confirm(text)
    if not question.many:
        default = None if question.required else question.default
        return str(click.prompt(text, default=default, show_default=bool(default))).strip()
    found: list[str] = []
    while more := str(click.prompt(f"{text} (empty: no more)", default="", show_default=False)).strip():
        found.append(more)
    return tuple(found)


@add.command("person")
@questions(PERSON)
def person(answers: dict[str, Any]) -> None:
    """Add a person with dated offices."""
    offices = tuple(_term(office) for office in answers.pop("office", ()))
    _add_to_country({**answers, "offices": offices}, Person, "person")


@add.command("body")
@questions(BODY)
def body(answers: dict[str, Any]) -> None:
    """Add a ministry, party, armed group, company, organization …"""
    _add_to_country(answers, Body, "body")


@add.command("country")
@questions(COUNTRY)
def country(answers: dict[str, Any]) -> None:
    """Add a state or territory, in a file of its own."""
    if "capital" in answers:
        parts = re.fullmatch(r"(?P<name>[^A-Za-z]+?)\s+(?P<latin>[A-Za-z].*)", answers["capital"])
        if parts is None:
            raise UsageError(f"capital {answers['capital']}: write it in Arabic and English, as دمشق Damascus")
        answers["capital"] = parts.groupdict()
    entry = _entry({**answers, "iso3": answers["iso3"].upper(), "iso2": answers["iso2"].upper()}, Country)
    _add(entry, load.HOME / "countries" / f"{entry.iso3}.toml", None)


@add.command("verb")
@questions(VERB)
def verb(answers: dict[str, Any]) -> None:
    """Add a verb or verbal noun that tells of an act, with an example that the tests read."""
    path = _category(answers.pop("category"))
    _add(_entry(answers, TriggerEntry), path, "trigger")


def _term(office: str) -> dict[str, str]:
    """``وزير النقل 2025-03-29/2025-12`` as the fields of a term. Raises :class:`UsageError`."""
    found = _TERM.fullmatch(office)
    if found is None:
        raise UsageError(f"office {office}: write title, start and end, as وزير النقل 2025-03-29/2025-12")
    return {field: found[field] for field in ("title", "start", "end") if found[field] and found[field] != ".."}


def _add_to_country(answers: dict[str, Any], kind: type[Entry], table: str) -> None:
    """To the country's file, or to that of international bodies or of armed groups without a state."""
    code = answers["country"]
    abroad = {"IGO": "international", "NONE": "armed_groups"}.get(code.upper())
    if abroad:
        path = load.HOME / "bodies" / f"{abroad}.toml"
        answers["country"] = "IGO" if abroad == "international" else "none"
    else:
        path = load.HOME / "countries" / f"{answers.pop('country').upper()}.toml"
        if not path.exists():
            raise UsageError(f"no country is called {code}; see `rawi lore list countries`, or add it first")
    _add(_entry(answers, kind), path, table)


def _entry(answers: dict[str, Any], kind: type[T]) -> T:
    """The answers as an entry. Raises :class:`UsageError` where one of them cannot be."""
    try:
        return msgspec.convert(answers, kind)
    except msgspec.ValidationError as error:
        cause, _, place = str(error).partition(" - at `$.")
        raise UsageError(f"{place.rstrip('`')}: {cause[:1].lower()}{cause[1:]}") from None


def _add(entry: Entry, path: Path, table: str | None) -> None:
    from rawi.lore import additions
    from rawi.lore.mistakes import label

    additions.add(entry, path, table, arabic())
    click.echo(f"added {label(entry)} to {load.shown(path)}")
