"""What is one occurrence and what is two."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from telling import PEOPLE, all_of, event, record, tellings

from rawi.chronicle import Chronicle
from rawi.model import Record

MET = "التقى بوتين الشرع وبحثا التعاون"


def test_the_same_people_on_the_same_day_are_one(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", event("عقد الشرع محادثات مع بوتين", ["الشرع", "بوتين"]))])
    assert tellings(chronicle) == [2]


def test_other_people_of_the_same_states_are_two(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", event("التقى لافروف الشيباني", ["لافروف", "الشيباني"]))])
    assert tellings(chronicle) == [1, 1]


def test_states_stand_for_their_people(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", event("أجرت روسيا محادثات مع سوريا", ["روسيا", "سوريا"]))])
    assert tellings(chronicle) == [2]


def test_states_that_may_be_two_pairs_of_people_are_neither(chronicle: Chronicle) -> None:
    chronicle.add(
        [
            record("one", event(MET, ["بوتين", "الشرع"])),
            record("two", event("التقى لافروف الشيباني وبحثا التعاون", ["لافروف", "الشيباني"])),
            record("three", event("أجرت روسيا محادثات مع سوريا", ["روسيا", "سوريا"])),
        ]
    )
    assert tellings(chronicle) == [1, 1, 1]


def test_another_day_is_another_occurrence_that_is_perhaps_the_same(chronicle: Chronicle) -> None:
    chronicle.add(
        [record("one", event(MET, ["بوتين", "الشرع"])), record("two", event(MET, ["بوتين", "الشرع"], date="2025-02-14"), published="2025-02-15")]
    )
    assert tellings(chronicle) == [1, 1]
    found = chronicle.occurrence(all_of(chronicle)[0].id)
    assert [(p.row.id, p.contradicts) for p in found.perhaps] == [(all_of(chronicle)[1].id, ("day",))]


def test_the_day_of_publication_may_be_the_day_after(chronicle: Chronicle) -> None:
    late = event("بحث بوتين مع الشرع التعاون", ["بوتين", "الشرع"], date="2025-02-13", date_from="published")
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", late, published="2025-02-13")])
    assert tellings(chronicle) == [2]


def test_a_month_is_the_one_day_in_it_and_none_of_two(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", event(MET, ["بوتين", "الشرع"], date="2025-02"))])
    assert tellings(chronicle) == [2]
    chronicle.add([record("three", event(MET, ["بوتين", "الشرع"], date="2025-02-20"), published="2025-02-20")])
    assert tellings(chronicle) == [1, 1, 1]


def test_demands_are_one_where_the_same_is_demanded(chronicle: Chronicle) -> None:
    chronicle.add(
        [
            record("one", event("طالب بوتين سوريا بحماية القواعد العسكرية", ["بوتين"], ["سوريا"], type="REQUEST")),
            record("two", event("دعا بوتين سوريا إلى حماية قواعد بلاده العسكرية", ["بوتين"], ["سوريا"], type="REQUEST")),
            record("three", event("طالب بوتين سوريا بتسليم المطلوبين", ["بوتين"], ["سوريا"], type="REQUEST")),
        ]
    )
    assert tellings(chronicle) == [2, 1]


def test_attacks_on_two_places_are_two(chronicle: Chronicle) -> None:
    chronicle.add(
        [
            record("one", event("قصفت روسيا إدلب", ["روسيا"], ["سوريا"], type="ASSAULT", place="إدلب")),
            record("two", event("قصفت روسيا حماة", ["روسيا"], ["سوريا"], type="ASSAULT", place="حماة")),
            record("three", event("شنت روسيا غارات على إدلب", ["روسيا"], ["سوريا"], type="ASSAULT", place="إدلب")),
        ]
    )
    assert tellings(chronicle) == [2, 1]


def test_what_was_denied_is_not_what_happened(chronicle: Chronicle) -> None:
    chronicle.add([record("one", event(MET, ["بوتين", "الشرع"])), record("two", event(MET, ["بوتين", "الشرع"], status="negated"))])
    assert tellings(chronicle) == [1, 1]


def test_numbers_that_differ_are_kept_as_a_contradiction(chronicle: Chronicle) -> None:
    chronicle.add(
        [
            record("one", event("قصفت 4 طائرات روسية إدلب", ["روسيا"], ["سوريا"], type="ASSAULT", place="إدلب")),
            record("two", event("قصفت خمس طائرات روسية مدينة إدلب", ["روسيا"], ["سوريا"], type="ASSAULT", place="إدلب")),
        ]
    )
    (row,) = all_of(chronicle)
    assert row.contested
    (contradiction,) = chronicle.occurrence(row.id).contradictions
    assert contradiction.what == "number"
    assert [said.value.split()[0] for said in contradiction.values] == ["4", "5"]


LONG = "وتناول البيان المشترك ملفات الطاقة والنقل والتجارة والزراعة والمياه والتعليم والصحة وإعادة بناء المدن التي دمرتها سنوات الحرب"


def test_a_copy_that_errs_in_the_day_is_one_with_what_it_copies(chronicle: Chronicle) -> None:
    said = "زار بوتين دمشق والتقى الشرع ووقعا اتفاقيات التعاون البحري والجوي يوم {} تموز"
    chronicle.add(
        [
            record("one", event(said.format(22), ["بوتين"], ["الشرع"], date="2025-07-22"), published="2025-08-01", more=LONG),
            record("two", event(said.format(31), ["بوتين"], ["الشرع"], date="2025-07-31"), published="2025-08-01", more=LONG),
        ]
    )
    (row,) = all_of(chronicle)
    found = chronicle.occurrence(row.id)
    assert [c.what for c in found.contradictions] == ["date"]
    assert {said.value for said in found.contradictions[0].values} == {"2025-07-22", "2025-07-31"}
    assert (row.tellings, row.voices, row.contested) == (2, 1, True)
    assert {t.why.by for t in found.tellings} == {"first", "wording"}


# --- any order -----------------------------------------------------------------------------------------------------------------

_names = st.lists(st.sampled_from(["بوتين", "لافروف", "الشرع", "الشيباني", "روسيا", "سوريا"]), min_size=1, max_size=3, unique=True)
_events = st.builds(
    lambda words, actors, recipients, **more: event(" ".join(words), actors, [r for r in recipients if r not in actors], **more),
    st.lists(st.sampled_from(["عقد", "بحث", "زيارة", "لقاء", "اتفاق", "حدود", "دعم", "مياه", "طاقة"]), min_size=2, max_size=6),
    _names,
    _names,
    type=st.sampled_from(["CONSULT", "REQUEST", "ASSAULT"]),
    date=st.sampled_from(["2025-02-12", "2025-02-13", "2025-02", None]),
    date_from=st.sampled_from(["text", "published"]),
    place=st.sampled_from(["دمشق", "سوريا", "إدلب", None]),
    mode=st.sampled_from(["phone", "visit", None]),
    sources=st.sampled_from([[], ["الكرملين"], ["تاس", "الكرملين"], ["مصادر"]]),
)
_articles = st.lists(st.tuples(st.sampled_from(["ا", "ب", "ت"]), st.lists(_events, min_size=1, max_size=3), st.booleans()), min_size=2, max_size=8)


def made(articles: Sequence[tuple[str, list[object], bool]]) -> list[Record]:
    """Records of these articles; those with ``True`` end alike, so that some are copies."""
    return [
        record(outlet, *events, ident=str(at), published=f"2025-02-1{2 + at % 3}", more=LONG if alike else "")  # type: ignore[arg-type]
        for at, (outlet, events, alike) in enumerate(articles)
    ]


@settings(max_examples=40, deadline=None)
@given(_articles, st.integers(1, 4), st.randoms(use_true_random=False))
def test_any_order_and_any_batches_give_the_same_occurrences(articles: list[tuple[str, list[object], bool]], batch: int, by: random.Random) -> None:
    records = made(articles)
    shuffled = by.sample(records, len(records))
    with TemporaryDirectory() as folder, Chronicle(Path(folder) / "a.db") as one, Chronicle(Path(folder) / "b.db") as other:
        one.add(records)
        other.add(shuffled, batch=batch)
        assert all_of(one) == all_of(other)
        assert one.by_week() == other.by_week()
        assert one.network() == other.network()
        assert one.facets() == other.facets()
        assert one.sources() == other.sources()
        for row in all_of(one):
            assert one.occurrence(row.id).voices == other.occurrence(row.id).voices


def test_every_name_of_these_tests_is_an_actor() -> None:
    assert len({actor.id for actor in PEOPLE.values()}) == len(PEOPLE)
