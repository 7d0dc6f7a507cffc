"""On whose word an event stands: sentences of our own, each with the chain that a careful coder would give it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Reporting
from rawi.model import Article, Record
from rawi.reading import read

_ARROW, _BREAK = "←", " // "
_LINES = Path(__file__).with_name("chains.txt").read_text("utf-8").splitlines()
_CASES = [tuple(part.strip() for part in line.split("|")) for line in _LINES if line and not line.startswith("#")]
_REPORTING = load.language("reporting", Reporting)
_EXAMPLES = [pytest.param(e.example, e.chain, id=e.verb) for e in _REPORTING.verb] + [
    pytest.param(e.example, e.chain, id=e.words) for e in _REPORTING.phrase
]


@pytest.mark.parametrize(("category", "chain", "text"), _CASES, ids=[text[:60] for _, _, text in _CASES])
def test_an_event_stands_on_the_chain_that_the_text_gives(category: str, chain: str, text: str) -> None:
    record = told(*text.split(_BREAK))
    events = [e for e in record.events if e.type == category]
    assert events, f"{text}\n  gave no {category}, but {[e.type for e in record.events]}"
    assert names(record, events[-1].sources) == [name.strip() for name in chain.split(_ARROW) if name.strip()], text


@pytest.mark.parametrize(("example", "chain"), _EXAMPLES)
def test_an_example_of_reporting_gives_its_chain(example: str, chain: tuple[str, ...]) -> None:
    record = told(example)
    chains = [tuple(map(fold, names(record, e.sources))) for e in record.events]
    assert tuple(map(fold, chain)) in chains, f"{example}\n  read {chains}"


def test_a_source_known_by_description_is_named_as_the_outlet_wrote_it() -> None:
    record = told("ذكرت وسائل إعلام أميركيّة أن وفداً إيرانياً زار بغداد.")
    (event,) = record.events
    assert names(record, event.sources) == ["وسائل إعلام أميركيّة"]
    (source,) = (record.actor(s) for s in event.sources)
    assert [record.text[m.start : m.end] for m in source.mentions] == ["وسائل إعلام أميركيّة"]


def told(*paragraphs: str) -> Record:
    return read(Article(id="invented", published="2025-02-12", title="", paragraphs=paragraphs))


def names(record: Record, ids: tuple[str, ...]) -> list[str]:
    return [record.actor(ident).name for ident in ids]


def test_what_the_outlet_itself_was_told_is_in_its_own_voice() -> None:
    text = "قال وزير الدفاع اللبناني ميشال منسى لصحيفة النهار إن وفداً عسكرياً زار دمشق."
    chains = []
    for outlet in ("النهار", "وكالة الأناضول"):
        record = read(Article(id="invented", outlet=outlet, published="2025-02-12", title="", paragraphs=(text,)))
        chains.append(names(record, record.events[-1].sources))
    assert chains == [["ميشال منسى"], ["صحيفة النهار", "ميشال منسى"]]


def test_a_headline_before_whose_colon_an_outlet_stands_is_on_its_word() -> None:
    for title, chain in (
        ("الأناضول: مقتل خمسة مدنيين في قصف إسرائيلي على غزة", ["الأناضول"]),
        ("رويترز عن مصادر: السعودية أرسلت مساعدات إلى لبنان", ["رويترز", "مصادر"]),
        ("لبنان: مقتل خمسة مدنيين في قصف إسرائيلي على صور", []),
    ):
        record = read(Article(id="invented", published="2025-02-12", title=title, paragraphs=("لم يصدر تعليق.",)))
        assert [names(record, e.sources) for e in record.events] == [chain], title


def test_somebody_who_asks_to_stay_unnamed_asks_for_nothing() -> None:
    record = told("قال المصدر، الذي طلب عدم كشف هويته، إن القوات العراقية اعتقلت عشرة مسلحين.")
    assert [e.type for e in record.events] == ["COERCE"]


def test_a_speaker_who_says_we_acts_himself() -> None:
    record = told('قالت وزارة الدفاع التركية: "اعتقلنا ثلاثة مسلحين في سوريا".')
    assert [(e.type, names(record, e.actors)) for e in record.events] == [("COERCE", ["وزارة الدفاع التركية"])]


def test_behind_the_genitive_of_an_announced_deed_stands_its_object() -> None:
    record = told("أعلنت وكالة الأنباء العراقية اعتقال الشرطة العراقية خمسة ناشطين.")
    (event,) = record.events
    assert (names(record, event.actors), names(record, event.recipients)) == (["الشرطة العراقية"], ["خمسة ناشطين"])
