"""What ``rawi lore check`` says: nothing of our knowledge, one line of each thing that cannot be right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rawi.cli.lore_check import arabic
from rawi.lore import load
from rawi.lore.check import check, examine, gather
from rawi.lore.schema import OutletFile


def test_nothing_is_wrong_with_our_knowledge() -> None:
    _, wrong = examine(arabic())
    assert not wrong, "\n".join(wrong)


def test_there_is_as_much_as_promised() -> None:
    knowledge, unreadable = gather()
    assert not unreadable
    assert sum(1 for _ in knowledge.bodies()) >= 400
    assert sum(len(file.outlet) for _, file in knowledge.of(OutletFile)) >= 300
    assert sum(1 for _, _, person in knowledge.people() if person.offices) >= 1200


def test_the_small_knowledge_of_these_tests_is_right(home: Path) -> None:
    assert examine(arabic())[1] == []


SYRIA, CONSULT, LEVANT = "countries/SYR.toml", "events/consult.toml", "outlets/levant.toml"
PERSON = '[[person]]\nname = "فلان"\nlatin = "Fulan"\n'
BODY = '[[body]]\nname = "كذا"\nlatin = "Kadha"\n'
OUTLET = '[[outlet]]\nname = "كذا"\nlatin = "Kadha"\nkind = "tv"\ncountry = "SYR"\n'
TRIGGER = '[[trigger]]\nframe = "meet"\nverb = "سامر يسامر"\nexample = "…"\nreads = "أ، ب >"\n'


def changed(entry: str, old: str, new: str) -> str:
    """The entry with one thing wrong in it."""
    assert old in entry
    return entry.replace(old, new)


MISTAKES = [  # file, what is added to it or changed in it, what the line says
    (SYRIA, PERSON + "born = 1960\n", "(فلان): no field is called born; "),
    (SYRIA, changed(PERSON, "latin", "latn"), "(فلان): no field is called latn; did you mean latin?"),
    (SYRIA, changed(PERSON, 'latin = "Fulan"', ""), "(فلان): the field latin is missing; add it"),
    (SYRIA, PERSON + 'sector = "GOVT"\n', "(فلان), sector: invalid enum value 'GOVT'; give one of AGR, BUS"),
    (SYRIA, PERSON + "also = [3]\n", "(فلان), also 1: expected `str`, got `int`; see"),
    (SYRIA, changed(PERSON, '"فلان"', "فلان"), "not TOML: "),
    (SYRIA, changed(PERSON, "فلان", "احمد الشرع"), "احمد الشرع: the name is also that of أحمد الشرع in "),
    (SYRIA, PERSON + 'also = ["أحمد الشرع"]\n', "فلان: أحمد الشرع is the name of أحمد الشرع in "),
    (SYRIA, changed(PERSON, "Fulan", "Ahmad al-Sharaa"), "فلان: Ahmad al-Sharaa is also أحمد الشرع in "),
    (SYRIA, PERSON + 'also = ["فلانْ"]\n', "is فلان once more after folding"),
    (SYRIA, PERSON + 'country = "SRY"\n', "فلان: no country is called SRY"),
    (
        SYRIA,
        PERSON + 'offices = [{ title = "الرئيس", start = "2025-03" }]\n',
        "فلان, الرئيس: starts in 2025-03, but أحمد الشرع holds it until today",
    ),
    (SYRIA, PERSON + 'offices = [{ title = "س", start = "2025-3-1" }]\n', "فلان, س: start is 2025-3-1"),
    ("bodies/international.toml", BODY + BODY, "كذا: كذا also names كذا in "),
    (SYRIA, BODY + BODY, "كذا: كذا also names كذا in "),
    (SYRIA, BODY + 'founded = "1990-13"\n', "كذا: founded is 1990-13"),
    (SYRIA, BODY + 'founded = "1990"\nended = "1989-05"\n', "founded 1990 is after ended 1989-05"),
    (SYRIA, ("Asia/Damascus", "Asia/Damaskus"), "no zone is called Asia/Damaskus"),
    (SYRIA, ('iso2 = "SY"', 'iso2 = "RU"'), "iso2 RU is also "),
    (SYRIA, ('iso2 = "SY"', 'iso2 = "sy"'), "write 2 capital letters"),
    (SYRIA, ('iso3 = "SYR"', 'iso3 = "SYA"'), "iso3 is SYA; name the file after it"),
    (SYRIA, ('demonym = ["سوري"]', 'demonym = ["سوري", "روسي"]'), "the demonym روسي is also "),
    (SYRIA, ('also = ["سورية"]', 'also = ["سورية", "روسيا"]'), "روسيا also names "),
    (LEVANT, OUTLET + 'domains = ["example.sy"]\n', "the domain example.sy is also that of الأفق"),
    (LEVANT, OUTLET + 'domains = ["www.k.sy"]\n', "www.k.sy is no domain"),
    (LEVANT, changed(OUTLET, "كذا", "الأفق"), "add its nationality to one of them"),
    (CONSULT, changed(TRIGGER, "meet", "meat"), "سامر يسامر: no frame is called meat; give one of visit"),
    (CONSULT, changed(TRIGGER, "يسامر", "يقابل"), "سامر يقابل: يقابل is not its imperfect"),
    (CONSULT, changed(TRIGGER, "سامر يسامر", "سامر"), "سامر: not the two principal parts of a verb"),
    (CONSULT, changed(TRIGGER, "سامر يسامر", "التقى يلتقي"), "التقى يلتقي (meet): meet of the same file has it too; "),
    (CONSULT, TRIGGER + 'mode = "phones"\n', "سامر يسامر: CONSULT has no mode phones; give one of visit, phone"),
    (CONSULT, TRIGGER + 'status = "past"\n', "سامر يسامر: no status is called past"),
    (CONSULT, changed(TRIGGER, "أ، ب >", "أ, ب"), "reads is 'أ, ب'; write actor، actor > "),
    (CONSULT, ('"بين"]', '"برفقة"]'), "no slot is called برفقة; function_words.toml reads it as بمشاركة"),
    ("language/parties.toml", ('attacker = ["مع"', 'attacker = ["برفقة"'), "slots attacker: no slot is called برفقة; list it in function_words.toml"),
    (CONSULT, '[frame.none]\npartner = ["مع"]\n', "frame none: no trigger uses it"),
    (CONSULT, '[frame.none]\npartners = ["مع"]\n', "frame.none: no field is called partners; did you mean partner?"),
    ("language/verbs.toml", ("أباح يبيح", "أبّح يبيح"), "أبّح يبيح: "),
    ("language/verbz.toml", "a = 1\n", "nothing reads this file"),
]


def test_a_body_of_a_country_is_not_listed_again_among_the_international_ones(home: Path) -> None:
    path = home / SYRIA
    path.write_text(f"{path.read_text('utf-8')}\n{changed(BODY, 'كذا', 'الافق')}", "utf-8")
    file = "knowledge/bodies/international.toml"
    assert examine(arabic())[1] == [f"{file}: الأفق: الأفق also names الافق in knowledge/{SYRIA}; drop one entry, or the name from one"]


@pytest.mark.parametrize(("file", "change", "said"), MISTAKES, ids=[said for _, _, said in MISTAKES])
def test_a_mistake_is_one_line_that_names_file_entry_and_cause(home: Path, file: str, change: str | tuple[str, str], said: str) -> None:
    path = home / file
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"{text}\n{change}" if isinstance(change, str) else changed(text, *change), "utf-8")
    wrong = examine(arabic())[1]
    assert any(said in line for line in wrong), "\n".join(wrong) or "nothing was found"
    assert all(re.fullmatch(f"knowledge/{file}: .+", line) for line in wrong if said in line)


def test_a_missing_language_file_is_named(home: Path) -> None:
    (home / "language" / "titles.toml").unlink()
    assert examine(arabic())[1] == ["knowledge/language/titles.toml: the file is missing; restore it"]


def test_terms_that_meet_do_not_overlap(home: Path) -> None:
    path = home / "countries" / "SYR.toml"
    terms = '[{ title = "الحاجب", start = "2001", end = "2003-05" }, { title = "الحاجب", start = "2003" }]'
    path.write_text(path.read_text("utf-8") + f'\n[[person]]\nname = "فلان"\nlatin = "F"\noffices = {terms}\n', "utf-8")
    assert check(gather()[0], arabic()) == []


def test_the_version_is_that_of_the_content(home: Path) -> None:
    before = load.version()
    (home / "outlets" / "levant.toml").write_text("", "utf-8")
    load.version.cache_clear()
    assert load.version() != before
