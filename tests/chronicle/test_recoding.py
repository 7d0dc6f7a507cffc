"""Articles that were read with other knowledge than the present are known, and read anew; all else stays."""

from __future__ import annotations

import msgspec
import pytest
from telling import all_of

from rawi.chronicle import Chronicle
from rawi.lore import load
from rawi.model import Record


@pytest.fixture
def aged(chronicle: Chronicle, demo: list[Record]) -> Chronicle:
    """The demo chronicle, five of whose articles an older Rawi read without seeing their last event."""
    old = [msgspec.structs.replace(r, knowledge="older", events=r.events[:-1]) if at < 5 else r for at, r in enumerate(demo)]
    chronicle.add(old)
    return chronicle


def test_a_chronicle_says_how_much_is_stale(aged: Chronicle) -> None:
    totals = aged.totals()
    assert {counted.value: counted.count for counted in totals.knowledge} == {"older": 5, load.version(): 8}
    assert totals.stale == 5


def test_recoding_reads_anew_what_is_stale(aged: Chronicle, demo: list[Record], tmp_path_factory: pytest.TempPathFactory) -> None:
    assert aged.recode() == 5
    assert aged.totals().stale == 0
    assert aged.recode() == 0
    with Chronicle(tmp_path_factory.mktemp("fresh") / "fresh.db") as fresh:
        fresh.add(demo)
        assert all_of(aged) == all_of(fresh)
        assert (aged.totals(), aged.facets(), aged.by_week(), aged.sources()) == (fresh.totals(), fresh.facets(), fresh.by_week(), fresh.sources())
        assert {hit.article.id for hit in aged.search("سوريا").rows} == {hit.article.id for hit in fresh.search("سوريا").rows}
