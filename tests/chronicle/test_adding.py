"""Adding: once is enough, order makes no difference, versions are kept, a batch is added wholly or not at all."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import msgspec
import pytest

from rawi.chronicle import Chronicle
from rawi.chronicle.results import OccurrenceRow
from rawi.errors import ChronicleError
from rawi.model import Record
from rawi.reading import read


def all_of(chronicle: Chronicle) -> tuple[OccurrenceRow, ...]:
    """Every occurrence."""
    return chronicle.occurrences(limit=500).rows


def test_adding_again_changes_nothing(demo_chronicle: Chronicle, demo: list[Record]) -> None:
    before = all_of(demo_chronicle)
    account = demo_chronicle.add(demo)
    assert (account.added, account.updated, account.known, account.failed) == (0, 0, 13, ())
    assert all_of(demo_chronicle) == before


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_same_chronicle(where: str, demo: list[Record], seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    shuffled = random.Random(seed).sample(demo, len(demo))
    with Chronicle(where) as one, Chronicle(tmp_path_factory.mktemp("other") / "other.db") as other:
        one.add(shuffled, batch=1 + seed * 3)
        other.add(demo)
        assert all_of(one) == all_of(other)


def changed(record: Record, updated: str, paragraphs: Sequence[str]) -> Record:
    """The record of the same address with a new text."""
    return read(msgspec.structs.replace(record.article, title="زيارة", updated=updated, paragraphs=tuple(paragraphs)))


def test_a_new_text_becomes_the_current_version_and_takes_its_events_along(demo_chronicle: Chronicle, demo: list[Record]) -> None:
    call = next(r for r in demo if r.id == "call-damascus")
    newer = changed(call, "2025-02-13T08:00:00+03:00", ["زار الرئيس العراقي عبد اللطيف رشيد أنقرة، الأربعاء 12 من شباط."])
    account = demo_chronicle.add([newer])
    assert (account.added, account.updated) == (0, 1)
    assert [row.tellings for row in all_of(demo_chronicle) if row.mode == "phone" and "Putin" in row.summary] == [4]
    assert any(row.evidence.startswith("زار الرئيس العراقي") for row in all_of(demo_chronicle))


def test_an_older_text_is_kept_and_changes_nothing_else(demo_chronicle: Chronicle, demo: list[Record]) -> None:
    before = all_of(demo_chronicle)
    call = next(r for r in demo if r.id == "call-damascus")
    older = changed(call, "2025-02-12T10:00:00+03:00", ["زار الرئيس العراقي عبد اللطيف رشيد أنقرة."])
    assert demo_chronicle.add([older]).updated == 1
    assert all_of(demo_chronicle) == before


def test_versions_may_come_in_any_order(where: str, demo: list[Record], tmp_path_factory: pytest.TempPathFactory) -> None:
    call = next(r for r in demo if r.id == "call-damascus")
    newer = changed(call, "2025-02-13T08:00:00+03:00", ["زار الرئيس العراقي عبد اللطيف رشيد أنقرة، الأربعاء 12 من شباط."])
    with Chronicle(where) as one, Chronicle(tmp_path_factory.mktemp("other") / "other.db") as other:
        one.add([newer, *demo])
        other.add([*demo, newer], batch=1)
        assert all_of(one) == all_of(other)


def test_an_article_without_address_is_known_by_its_text(chronicle: Chronicle, demo: list[Record]) -> None:
    call = next(r for r in demo if r.id == "call-damascus")
    saved = msgspec.structs.replace(call, article=msgspec.structs.replace(call.article, url=None))
    assert chronicle.add([saved, call, saved]).added == 2
    assert chronicle.add([saved]).known == 1
    assert [row.url for row in chronicle.articles().rows] == [call.article.url]


def test_a_record_that_contradicts_itself_is_named_and_the_rest_is_added(chronicle: Chronicle, demo: list[Record]) -> None:
    broken = msgspec.structs.replace(demo[0], actors=())
    account = chronicle.add([broken, demo[1]])
    assert account.added == 1
    assert [failure.what for failure in account.failed] == [demo[0].id]
    assert "does not list" in account.failed[0].why


def test_what_is_opened_for_reading_cannot_be_added_to(demo_chronicle: Chronicle, where: str, demo: list[Record]) -> None:
    with Chronicle(where, read_only=True) as reader, pytest.raises(ChronicleError, match="reading only"):
        reader.add(demo)


def test_the_revision_is_another_after_every_change_by_anybody_and_else_the_same(where: str, demo: list[Record]) -> None:
    with Chronicle(where) as here, Chronicle(where) as there:
        seen = [here.revision(), here.revision()]
        there.add(demo[:2])
        seen += [here.revision(), here.revision()]
        here.add(demo[2:4])
        seen.append(here.revision())
        one, other = (row.id for row in there.occurrences(limit=2).rows)
        there.join(one, other)
        seen.append(here.revision())
    assert [earlier == later for earlier, later in pairwise(seen)] == [True, False, True, False, False]
