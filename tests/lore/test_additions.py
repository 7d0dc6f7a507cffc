"""Entries written by ``rawi lore add``: they read back as given, and the rest of the file stays as it was."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from click.testing import CliRunner

from rawi.cli.lore import command
from rawi.cli.lore_check import arabic
from rawi.errors import KnowledgeError, RawiError, UsageError
from rawi.lore import load
from rawi.lore.additions import inserted, toml
from rawi.lore.check import examine
from rawi.lore.schema import BodyFile, Country, EventFile, Office, Person, Place

HADI = Person(
    name="هادي الدمشقي",
    latin='Hadi "al-Dimashqi"',
    also=("هادي دمشقي", "أبو سامر"),
    gender="m",
    offices=(Office(title="أمين المتحف", start="2019-05", end="2021"), Office(title="مستشار", start="2021", several=True)),
)


def run(*words: str, answers: str | None = None) -> str:
    """What a command printed; what it raised is raised."""
    done = CliRunner().invoke(command, ["add", *words], input=answers)
    if isinstance(done.exception, RawiError):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.output


def added(before: str, after: str) -> str:
    """The lines that came in, after proof that none went out."""
    lines = [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert all(line[0] == "+" for line in lines), "\n".join(lines)
    return "\n".join(line[2:] for line in lines).strip()


def test_an_entry_reads_back_as_it_was_written() -> None:
    text = f"[[person]]\n{toml(HADI)}"
    assert load.decode(text.encode(), BodyFile, "test").person == (HADI,)
    assert "sector" not in text, "what the schema takes for granted is not written"


def test_a_capital_is_written_in_one_line() -> None:
    country = Country(iso3="XYZ", iso2="XY", name="كذا", latin="K", capital=Place(name="كذا", latin="K"))
    assert 'capital = { name = "كذا", latin = "K" }\n' in toml(country)


def test_an_entry_stands_after_the_last_of_its_kind() -> None:
    text = "a = 1\n\n[[body]]\nb = 1\n\n# people\n\n[[person]]\nc = 1\n"
    expected = "a = 1\n\n[[body]]\nb = 1\n\n[[body]]\nb = 2\n\n# people\n\n[[person]]\nc = 1\n"
    assert inserted(text, "body", "b = 2\n") == expected
    assert inserted(text, "person", "c = 2\n") == text + "\n[[person]]\nc = 2\n"
    assert inserted("", "body", "b = 2\n") == "[[body]]\nb = 2\n"


def test_a_person_is_added_from_options(home: Path) -> None:
    path = home / "countries" / "SYR.toml"
    before = path.read_text("utf-8")
    words = ("--name", "هادي الدمشقي", "--latin", "Hadi al-Dimashqi", "--country", "syr", "--sector", "CVL")
    said = run("person", *words, "--also", "أبو سامر", "--office", "أمين المتحف 2019-05/2021", "--office", "مستشار 2021")
    assert said == "added هادي الدمشقي to knowledge/countries/SYR.toml\n"
    person = load.read(path, Country).person[-1]
    assert (person.country, person.also, person.sector) == (None, ("أبو سامر",), "CVL")
    assert person.offices == (Office(title="أمين المتحف", start="2019-05", end="2021"), Office(title="مستشار", start="2021"))
    assert added(before, path.read_text("utf-8")).startswith("[[person]]")
    assert examine(arabic())[1] == []


def test_what_no_option_tells_is_asked(home: Path) -> None:
    answers = ["هادي الدمشقي", "Hadi al-Dimashqi", "IGO", "", "", "أبو سامر", "", "الأمم المتحدة", "المبعوث 2020/..", ""]
    said = run("person", answers="\n".join(answers) + "\n")
    assert "Name in English: " in said
    person = load.read(home / "bodies" / "international.toml", BodyFile).person[0]
    assert (person.country, person.sector, person.body) == ("IGO", "GOV", "الأمم المتحدة")
    assert person.offices == (Office(title="المبعوث", start="2020"),)


def test_a_body_stands_before_the_people(home: Path) -> None:
    path = home / "countries" / "SYR.toml"
    before = path.read_text("utf-8")
    run("body", "--name", "مجلس المتاحف", "--latin", "Museums Council", "--country", "SYR", "--founded", "2020-01")
    assert load.read(path, Country).body[-1].founded == "2020-01"
    after = path.read_text("utf-8")
    assert "Museums Council" in added(before, after)
    assert after.index("مجلس المتاحف") < after.index("[[person]]")


def test_a_country_gets_a_file_of_its_own(home: Path) -> None:
    words = ("--iso3", "ggy", "--iso2", "gg", "--name", "غيرنزي", "--latin", "Guernsey", "--zone", "Europe/Guernsey")
    run("country", *words, "--capital", "سانت بيتر بورت Saint Peter Port", "--demonym", "غيرنزي")
    country = load.read(home / "countries" / "GGY.toml", Country)
    assert (country.iso3, country.status) == ("GGY", "territory")
    assert country.capital == Place(name="سانت بيتر بورت", latin="Saint Peter Port")
    with pytest.raises(KnowledgeError, match="the file is there already"):
        run("country", *words)


def test_a_verb_is_added_with_its_example(home: Path) -> None:
    words = ("--category", "consult", "--frame", "meet", "--verb", "سامر يسامر", "--noun", "مسامرة", "--alone")
    run("verb", *words, "--example", "سامر أحمد الشرع تميم بن حمد.", "--reads", "أحمد الشرع، تميم بن حمد >")
    trigger = load.read(home / "events" / "consult.toml", EventFile).trigger[-1]
    assert (trigger.verb, trigger.noun, trigger.alone, trigger.stance) == ("سامر يسامر", ("مسامرة",), True, False)


def test_the_frames_of_the_category_are_shown_when_asked(home: Path) -> None:
    answers = ["CONSULT", "meet", "سامر يسامر", "", "", "", "", "", "", "سامر بوتين الشرع.", "فلاديمير بوتين >"]
    assert "(visit, arrive, " in run("verb", answers="\n".join(answers) + "\n")


PERSON = ("person", "--latin", "X", "--country")
VERB = ("verb", "--example", "…", "--reads", "أ >", "--category", "CONSULT", "--frame")
REFUSED = [
    ((*PERSON, "SYR", "--name", "أحمد الشّرع"), "أحمد الشّرع: the name is also that of أحمد الشرع in "),
    ((*PERSON, "RUS", "--name", "سيرجي لافروف"), "سيرجي لافروف is the name of سيرجي لافروف in "),
    ((*PERSON, "SYR", "--name", "فلان", "--office", "الرئيس 2025-06"), "starts in 2025-06, but أحمد الشرع holds it"),
    ((*PERSON, "SYR", "--name", "فلان", "--office", "الرئيس"), "office الرئيس: write title, start and end"),
    ((*PERSON, "SYR", "--name", "فلان", "--office", "س 2025-02-30"), "start is 2025-02-30"),
    ((*PERSON, "SYR", "--name", "فلان", "--sector", "XXX"), "sector: invalid enum value 'XXX'"),
    ((*PERSON, "SRY", "--name", "فلان"), "no country is called SRY"),
    (("body", "--latin", "X", "--country", "SYR", "--name", "الحكومه السوريه"), "الحكومة السورية"),
    ((*VERB, "meat", "--verb", "سامر يسامر"), "no frame is called meat; give one of visit"),
    ((*VERB, "meet", "--verb", "سامر يقابل"), "يقابل is not its imperfect"),
    ((*VERB, "meet", "--verb", "التقى يلتقي"), "has it too"),
    ((*VERB, "meet"), "it has neither verb nor noun"),
    ((*VERB[:-2], "CONSOLE", "--frame", "meet"), "no category is called CONSOLE; give one of CONSULT"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_is_there_or_cannot_be_is_refused_in_one_line(home: Path, words: tuple[str, ...], said: str) -> None:
    before = load.stamp()
    with pytest.raises((KnowledgeError, UsageError)) as refused:
        run(*words)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert load.stamp() == before, "nothing was written"


def test_a_folder_that_cannot_be_written_is_one_line(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    with pytest.raises(KnowledgeError, match="Permission denied; copy the knowledge to a folder of yours"):
        run(*PERSON, "SYR", "--name", "فلان الفلاني")
