"""Asking: by words in any form, by who, where, when, on whose word; page by page."""

from __future__ import annotations

import pytest
from telling import all_of, event, record

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter, Piece
from rawi.chronicle.scores import SCORES
from rawi.errors import NotThereError, UsageError
from rawi.lore import load


def hits(pieces: tuple[Piece, ...]) -> list[str]:
    """What is marked."""
    return [piece.text for piece in pieces if piece.hit]


# --- words ---------------------------------------------------------------------------------------------------------------------


@pytest.fixture
def words(chronicle: Chronicle) -> Chronicle:
    """Three articles that say nearly the same in other forms and spellings."""
    chronicle.add(
        [
            record("one", more="وسلمت الدولة لوزيرها ولوزيرة البيئة الإسكان رسالة المهاجرين"),
            record("two", more="قالَ الوزيرُ إنّ الاتفاقيّات معَ السُّوريين نافذة"),
            record("three", more="بحث المجلس ميزانية العام المقبل"),
        ]
    )
    return chronicle


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("وزير", {"one", "two"}),
        ("ولوزيرها", {"one", "two"}),
        ("اتفاقية", {"two"}),
        ("سوريا", {"two"}),
        ("وزير البيئة", {"one"}),
        ('"لوزيرة البيئة"', {"one"}),
        ('"البيئة لوزيرة"', set()),
        ("الأسكان", {"one"}),
        ("ميزانيه", {"three"}),
        ("حكومة", set()),
    ],
)
def test_a_word_is_found_in_every_form_and_spelling(words: Chronicle, asked: str, found: set[str]) -> None:
    assert {hit.article.outlet for hit in words.search(asked).rows} == found


def test_what_is_found_is_marked(words: Chronicle) -> None:
    (hit,) = words.search("وزير رسالة").rows
    assert hits(hit.snippet) == ["لوزيرها", "ولوزيرة", "رسالة"]
    assert "".join(piece.text for piece in hit.snippet) == "وسلمت الدولة لوزيرها ولوزيرة البيئة الإسكان رسالة المهاجرين"


def test_the_title_weighs_more(demo_chronicle: Chronicle) -> None:
    first = demo_chronicle.search("أردوغان").rows[0]
    assert hits(first.title) == ["أردوغان"]


def test_a_search_goes_on_page_by_page(demo_chronicle: Chronicle) -> None:
    every = [hit.article.id for hit in demo_chronicle.search("سوريا", limit=50).rows]
    first = demo_chronicle.search("سوريا", limit=3)
    second = demo_chronicle.search("سوريا", cursor=first.next, limit=50)
    assert [hit.article.id for hit in (*first.rows, *second.rows)] == every
    assert second.next is None


@pytest.mark.parametrize("nothing", ["", "   ", '""', "؟!", "-"])
def test_a_search_for_nothing_is_said(demo_chronicle: Chronicle, nothing: str) -> None:
    with pytest.raises(UsageError, match="no word"):
        demo_chronicle.search(nothing)


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "NEAR(a b", "وزير AND", "a*", '"', "col:x", "(((", "\x00", "&|!<->"])
def test_no_search_is_taken_for_a_query(demo_chronicle: Chronicle, hostile: str) -> None:
    try:
        demo_chronicle.search(hostile)
    except UsageError as error:
        assert "no word" in str(error)


# --- filters -------------------------------------------------------------------------------------------------------------------


FILTERS = (
    Filter(actor="أحمد الشرع"),
    Filter(actor="person/SYR/احمد الشرع"),
    Filter(actor="Ahmad al-Sharaa"),
    Filter(actor="SYR"),
    Filter(actor="سوريا"),
    Filter(dyad=("RUS", "SYR")),
    Filter(dyad=("فلاديمير بوتين", "سوريا")),
    Filter(type="consult"),
    Filter(mode="phone"),
    Filter(status="actual"),
    Filter(source="الكرملين"),
    Filter(outlet="فجر الشام"),
    Filter(place="دمشق"),
    Filter(since="2025-02-12"),
    Filter(until="2025-02-01"),
    Filter(min_score=0.9),
    Filter(min_voices=2),
    Filter(text="اتصال"),
    Filter(actor="RUS", type="CONSULT", since="2025-02-01", min_voices=3),
)


@pytest.mark.parametrize("asked", FILTERS, ids=lambda asked: ",".join(k for k in asked.__struct_fields__ if getattr(asked, k) is not None))
def test_a_filter_finds_what_holds_and_nothing_else(demo_chronicle: Chronicle, asked: Filter) -> None:
    everything = all_of(demo_chronicle)
    found = all_of(demo_chronicle, asked)
    assert 0 < len(found) < len(everything) or asked.status == "actual"
    assert [row for row in everything if row in found] == list(found)
    for row in found:
        assert asked.type is None or row.type == asked.type.upper()
        assert asked.status is None or row.status == asked.status
        assert asked.min_voices is None or row.voices >= asked.min_voices
        assert asked.min_score is None or (row.score or 0) >= asked.min_score
        assert asked.since is None or row.date is None or row.date >= asked.since
    assert demo_chronicle.articles(asked).rows


def test_pages_follow_each_other_without_gap_or_repetition(demo_chronicle: Chronicle) -> None:
    everything = all_of(demo_chronicle)
    page = demo_chronicle.occurrences(limit=7)
    found = [*page.rows]
    while page.next:
        page = demo_chronicle.occurrences(cursor=page.next, limit=7)
        found += page.rows
    assert tuple(found) == everything
    days = [row.date for row in everything if row.date and len(row.date) == 10]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("wrong", [Filter(since="gestern"), Filter(until="2025-13-01"), Filter(status="done")], ids=["since", "until", "status"])
def test_a_filter_that_cannot_be_is_said(demo_chronicle: Chronicle, wrong: Filter) -> None:
    with pytest.raises(UsageError):
        demo_chronicle.occurrences(wrong)


@pytest.mark.parametrize("cursor", ["x", "1-1", "739294-zzzzzzzzzzzzzzzz", "-1"])
def test_a_cursor_that_is_none_is_said(demo_chronicle: Chronicle, cursor: str) -> None:
    with pytest.raises(UsageError, match="no cursor"):
        demo_chronicle.occurrences(cursor=cursor)
    with pytest.raises(UsageError, match="no cursor"):
        demo_chronicle.search("سوريا", cursor=cursor)


def test_nobody_of_a_name_is_said(demo_chronicle: Chronicle) -> None:
    with pytest.raises(NotThereError, match="nobody of that name"):
        demo_chronicle.occurrences(Filter(actor="جحا"))
    assert demo_chronicle.find_actors("جحا") == ()


# --- actors and time -----------------------------------------------------------------------------------------------------------


def test_an_actor_has_names_offices_acts_and_partners(demo_chronicle: Chronicle) -> None:
    page = demo_chronicle.actor("بوتين")
    assert (page.actor.id, page.articles) == ("person/RUS/فلاديمير بوتين", 5)
    assert [(office.role, office.first, office.last) for office in page.offices] == [("الرئيس الروسي", "2025-02-12", "2025-02-13")]
    assert {partner.actor.name for partner in page.partners} >= {"أحمد الشرع", "أسعد الشيباني"}
    assert page.recent == all_of(demo_chronicle, Filter(actor=page.actor.id))[:20]


def test_weeks_count_the_same_however_they_are_asked_for(demo_chronicle: Chronicle) -> None:
    kept = [week for week in demo_chronicle.by_week() if week.type == "CONSULT"]
    assert list(demo_chronicle.by_week(Filter(type="CONSULT"))) == kept
    assert list(demo_chronicle.by_week(Filter(type="CONSULT", min_score=0.0001))) == kept


def test_a_dyad_is_scored_by_plover(demo_chronicle: Chronicle) -> None:
    between = demo_chronicle.dyad("روسيا", "SYR")
    assert (between.one.id, between.other.id) == ("RUS", "SYR")
    rows = [row for row in all_of(demo_chronicle, Filter(dyad=("RUS", "SYR"))) if row.status not in ("negated", "hypothetical")]
    assert sum(week.count for week in between.weeks) == sum(day.count for day in between.days) == len(rows)
    total = sum(week.cooperation + week.conflict for week in between.weeks)
    assert total == pytest.approx(sum(SCORES[row.type] for row in rows))


def test_every_category_has_a_score() -> None:
    assert {file.category for _, file in load.events()} == SCORES.keys()


def test_sources_say_who_carries_whom(demo_chronicle: Chronicle) -> None:
    found = demo_chronicle.sources()
    assert ("صوت الفولغا", "الكرملين") in {(cell.outlet, cell.source.name) for cell in found.cells}
    assert {outlet.outlet: outlet.copies for outlet in found.outlets if outlet.copies} == {"جريدة ضفاف النيل": 1, "مرسى الخليج": 1}
    assert sum(outlet.articles for outlet in found.outlets) == 13


def test_an_article_knows_its_occurrences_actors_and_relatives(demo_chronicle: Chronicle) -> None:
    row = next(row for row in demo_chronicle.articles().rows if row.outlet == "مرسى الخليج")
    article = demo_chronicle.article(row.id)
    assert demo_chronicle.article(row.url or "") == article
    assert len(article.occurrences) == len(article.record.events)
    assert len(article.actors) == len(article.record.actors)
    assert [copy.outlet for copy in article.copies] == ["جريدة ضفاف النيل"]
    assert {"صوت الفولغا", "فجر الشام", "منبر الأرز", "جريدة ضفاف النيل"} <= {related.outlet for related in article.related}
    assert demo_chronicle.occurrence(article.occurrences[0]).row.mode == "phone"


def test_an_event_without_day_is_still_found(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event("التقى بوتين الشرع", ["بوتين", "الشرع"], date=None))])
    (row,) = all_of(chronicle, Filter(actor="بوتين"))
    assert row.date is None
