"""An explanation names the entry, the words and the rule behind each part of a record, and the reason where nothing came of a trigger."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from rawi.errors import UsageError
from rawi.events.trace import Reason
from rawi.explaining import Explanation, explain
from rawi.explaining.choose import only
from rawi.explaining.parts import EventPart, Tried
from rawi.explaining.sentences import BECAUSE
from rawi.model import Article

_DAY = "2025-02-12"


def told(*paragraphs: str, title: str = "") -> Explanation:
    """The explanation of an article of these paragraphs."""
    return explain(Article(id="invented", title=title, published=_DAY, paragraphs=paragraphs))


def event(explanation: Explanation, category: str) -> EventPart:
    """The one event of a category."""
    (found,) = [e for e in explanation.events if e.type == category]
    return found


def tried(explanation: Explanation, text: str) -> dict[str, Tried]:
    """What was tried with a word in vain, by the reason."""
    return {t.reason: t for s in explanation.sentences for t in s.tried if t.text == text}


# --- events --------------------------------------------------------------------------------------------------------------------


def test_a_simple_event_says_who_fills_which_slot_from_which_words() -> None:
    met = event(told("التقى وزير الخارجية المصري بدر عبد العاطي أمس في جنيف نظيره الأردني أيمن الصفدي."), "CONSULT")
    assert (met.rule, met.file, met.entry) == ("consult/meet#التقى", "knowledge/events/consult.toml", "التقى يلتقي")
    assert met.trigger == "التقى"
    assert met.kind == "verb"
    assert {r.name: (r.slot, r.words) for r in met.roles} == {
        "بدر عبد العاطي": ("subject", "وزير الخارجية المصري بدر عبد العاطي"),
        "أيمن الصفدي": ("object", "نظيره الأردني أيمن الصفدي"),
    }
    assert (met.date, met.date_why) == ("2025-02-11", "«أمس» in its own clause")
    assert (met.place, met.place_why) == ("جنيف", "«في جنيف» in its clause")


def test_a_verbal_noun_names_the_verb_that_carries_it() -> None:
    called = event(told("أجرى الرئيس الجزائري عبد المجيد تبون اتصالا هاتفيا مع نظيره التونسي قيس سعيد."), "CONSULT")
    assert called.support is not None
    assert called.support.startswith("«أجرى»")
    assert called.kind == "supported noun"
    assert {r.name: r.slot for r in called.roles} == {"عبد المجيد تبون": "subject", "قيس سعيد": "مع"}
    assert called.mode_why


def test_a_subject_that_is_taken_over_says_from_whom() -> None:
    explanation = told("خرج وزير الخارجية التركي هاكان فيدان إلى الصحفيين، والتقى مع رئيس الوزراء العراقي محمد شياع السوداني.")
    met = next(e for e in explanation.events if e.trigger == "والتقى")
    assert ("subject", "taken over from «وزير الخارجية التركي هاكان فيدان»") in {(r.slot, r.words) for r in met.roles}


def test_a_status_names_its_cue() -> None:
    visit = event(told("وسيزور الرئيس الفرنسي إيمانويل ماكرون بيروت الأسبوع المقبل."), "AGREE")
    assert visit.status == "future"
    assert "«وسيزور»" in visit.status_why
    assert "AGREE" in visit.notes["category"]


def test_a_title_is_joined_to_the_event_of_the_body() -> None:
    explanation = told("زار الرئيس العراقي عبد اللطيف رشيد أنقرة، اليوم الأربعاء.", title="الرئيس العراقي يزور أنقرة")
    visit = event(explanation, "CONSULT")
    assert [(t.sentence, t.why) for t in visit.twins] == [(1, "the title says it too")]
    assert [(f.event, f.joined) for f in explanation.sentences[0].fired] == [(1, "the title says it too")]


# --- attribution -----------------------------------------------------------------------------------------------------------------


def test_a_chain_tells_its_reach_and_what_carries_it() -> None:
    explanation = told(
        "نقلت وكالة رويترز عن وزارة الدفاع العراقية أن القوات العراقية دخلت البلدة.",
        "ويقع السوق القديم في وسط البلدة.",
    )
    (chain,) = explanation.chains
    assert chain.sources == ("وكالة رويترز", "وزارة الدفاع العراقية")
    assert [(r.sentence, r.by) for r in chain.reach] == [(1, "said in «نقلت»")]
    assert "القوات العراقية دخلت البلدة" in chain.reach[0].text


def test_a_phrase_covers_its_sentence() -> None:
    (chain,) = told("استقبل أمير قطر تميم بن حمد الرئيس الصومالي حسن شيخ محمود، وفق ما أعلنت وزارة الخارجية القطرية.").chains
    assert chain.sources == ("وزارة الخارجية القطرية",)
    assert all("covers the sentence" in r.by for r in chain.reach)


# --- actors and dates -------------------------------------------------------------------------------------------------------------


def test_mentions_say_their_rule_and_why_they_are_one_person() -> None:
    explanation = told("قال وزير الخارجية المصري بدر عبد العاطي إن بلاده ترحب بالاتفاق.", "وأضاف الوزير أن المحادثات كانت مثمرة.")
    person = next(a for a in explanation.actors if a.kind == "person")
    first, second = person.mentions
    assert person.known_as is not None
    assert person.known_as in first.why
    assert (first.rule, second.rule) == ("office + name", "office alone")
    assert "office" in second.why


def test_dates_say_their_rule() -> None:
    explanation = told("وصل الوفد أمس إلى المدينة.")
    assert [(d.text, d.value, d.rule) for d in explanation.dates] == [("أمس", "2025-02-11", "relative-day")]


# --- what was tried ----------------------------------------------------------------------------------------------------------------


def test_a_verb_that_wants_other_words_says_which() -> None:
    failed = tried(told("قطع الوزير المصري كلمته بسبب عطل في الصوت."), "قطع")
    assert set(failed) == {"having"}
    assert any("علاقات" in t.words for s in told("قطع الوزير المصري كلمته بسبب عطل في الصوت.").sentences for t in s.tried)


@pytest.mark.parametrize(
    ("sentence", "word", "reason"),
    [
        ("دعا الرئيس الفرنسي إيمانويل ماكرون إلى وقف إطلاق النار في غزة.", "وقف إطلاق النار", "content"),
        ("وصل رجال الإطفاء إلى السوق، وفق بيان نشرته وزارة الداخلية المصرية.", "نشرته", "source"),
        ("تزدان الشوارع بالأضواء، والتقى البحر بالسماء.", "والتقى", "nobody"),
        ("تحدث المعلم عن كتاب يصف الزيارة.", "الزيارة", "refers back"),
        ("التقى وزير الخارجية المصري بدر عبد العاطي في القاهرة.", "التقى", "alone"),
    ],
)
def test_a_trigger_without_an_event_has_its_reason(sentence: str, word: str, reason: str) -> None:
    failed = tried(told(sentence), word)
    assert reason in failed, failed
    assert failed[reason].because


def test_every_reason_is_a_sentence_and_every_event_has_fired() -> None:
    explanation = told(
        "أعلنت الخارجية الأردنية أن الوزير أيمن الصفدي سيزور دمشق غدا، وأنه سيلتقي نظيره السوري أسعد الشيباني.",
        "وقال الصفدي إن الأردن يدعم وحدة سوريا، ورفض التدخل في شؤونها.",
        title="الصفدي يزور دمشق",
    )
    assert all(t.because and t.rule for s in explanation.sentences for t in s.tried)
    assert {f.event for s in explanation.sentences for f in s.fired} == {e.number for e in explanation.events}


def test_every_reason_that_reading_notes_has_its_words() -> None:
    assert set(get_args(Reason)) <= set(BECAUSE)


def test_a_promise_has_no_entry_but_a_speaker() -> None:
    promise = event(told("أعلن الرئيس الفرنسي إيمانويل ماكرون أن فرنسا ستواصل العمل مع لبنان من أجل السلام."), "AGREE")
    assert (promise.rule, promise.entry, promise.file) == ("agree/promise#future", "", "")
    assert [(r.name, r.slot) for r in promise.roles] == [("إيمانويل ماكرون", "speaker"), ("لبنان", "near by")]


# --- choosing ------------------------------------------------------------------------------------------------------------------------


def test_one_sentence_and_one_event_are_chosen_by_number() -> None:
    explanation = told("زار الرئيس العراقي عبد اللطيف رشيد أنقرة.", title="زيارة إلى أنقرة")
    assert [s.number for s in only(explanation, 2, None).sentences] == [2]
    assert only(explanation, 2, None).actors == ()
    assert [e.number for e in only(explanation, None, 1).events] == [1]
    assert only(explanation, None, None) is explanation


@pytest.mark.parametrize(("sentence", "number"), [(7, None), (None, 7)])
def test_a_number_that_is_not_there_is_said(sentence: int | None, number: int | None) -> None:
    with pytest.raises(UsageError, match="7"):
        only(told("زار الرئيس العراقي عبد اللطيف رشيد أنقرة."), sentence, number)


# --- the sentence of docs/how-rawi-reads.md ------------------------------------------------------------------------------------------


def test_the_sentence_of_the_manual_is_read_as_it_is_drawn() -> None:
    page = (Path(__file__).parents[1] / "docs" / "how-rawi-reads.md").read_text("utf-8")
    explanation = told(next(line.removeprefix("> ") for line in page.splitlines() if line.startswith("> ")))
    call = event(explanation, "CONSULT")
    assert (call.rule, call.mode, call.mode_why) == ("consult/phone#اتصال", "phone", "the frame sets it")
    assert call.support == "«أجرى» (carry_out)"
    assert call.sources == ("وكالة الأناضول", "الرئاسة التركية")
    assert (call.date, call.status, call.place) == ("2025-02-11", "actual", None)
    assert [(c.kind, c.verb) for c in explanation.sentences[0].clauses] == [("main", "نقلت"), ("content", "أجرى")]
    for unit in explanation.sentences[0].units:
        assert unit.text in page
