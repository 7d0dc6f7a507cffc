"""Which day an act is of: that of its clause, that which the text names for the same people, that of publication, or none."""

from __future__ import annotations

import pytest

from rawi.model import Article, Event
from rawi.reading import read


def told(*paragraphs: str, title: str = "") -> tuple[Event, ...]:
    """The events of an invented article of Monday, 20 May 2024."""
    return read(Article(id="invented", published="2024-05-20", title=title, paragraphs=paragraphs)).events


def day(category: str, *paragraphs: str) -> str | None:
    """The day of the last act of a category."""
    return [e for e in told(*paragraphs) if e.type == category][-1].date


MEETING = "التقى وزير الخارجية التونسي نبيل عمار أمس نظيره الإيطالي أنطونيو تاياني في روما."


def test_a_speaker_goes_on_speaking_on_the_day_that_the_text_names_for_him() -> None:
    assert day("ACCUSE", MEETING, "واستنكر نبيل عمار الهجمات الإسرائيلية على غزة.") == "2024-05-19"


def test_whoever_only_reacts_does_it_on_the_day_of_publication() -> None:
    assert day("ACCUSE", MEETING, "واستنكر الاتحاد الأوروبي الهجمات الإسرائيلية على غزة.") == "2024-05-20"


def test_who_is_meant_by_a_participle_is_not_dated_by_the_day_behind_it() -> None:
    assert day("SUPPORT", "سعى الجيش اللبناني لطمأنة المحتجين أمس.", "وأيد الجيش اللبناني مطالب المتظاهرين.") == "2024-05-19"


def test_what_was_years_ago_is_background() -> None:
    text = "اعتقلت السلطات التركية الصحفي التركي أحمد يلدز قبل نحو عامين.", "ونفذت إسرائيل خلال الأعوام الماضية ضربات جوية في سوريا."
    assert {(e.status, e.date) for e in told(*text)} == {("historical", None)}


TALKS = "بحث أمير قطر تميم بن حمد آل ثاني والرئيس التركي رجب طيب أردوغان الوضع في سوريا."


def test_a_meeting_is_of_the_day_on_which_a_later_sentence_says_it_was_held() -> None:
    assert day("CONSULT", TALKS, "وركز الاجتماع الذي عقد مساء الأحد على الأزمة الإنسانية.") == "2024-05-19"
    assert day("CONSULT", TALKS, "وعقد الاجتماع أمس في نيويورك.") == "2024-05-19"


def test_another_meeting_does_not_date_the_one_that_is_told() -> None:
    assert day("CONSULT", TALKS, "ويأتي ذلك بعد الاجتماع الذي عقد السبت في جدة.") == "2024-05-20"


def test_what_was_said_is_of_the_day_of_the_statement_that_the_next_sentence_speaks_of() -> None:
    demand = "طالبت نقابة المحامين التونسية الحكومة بالإفراج عن المعتقلين."
    assert day("REQUEST", demand, "جاء ذلك في بيان للنقابة مساء السبت.") == "2024-05-18"
    assert day("REQUEST", demand, "وجاء ذلك خلال مؤتمر صحفي عقد أمس.") == "2024-05-19"


def test_a_protest_is_of_the_day_on_which_protests_went_on() -> None:
    assert day("PROTEST", "تواصلت الاحتجاجات في لبنان أمس.", "وقطع محتجون الطرق في بيروت.") == "2024-05-19"


def test_who_was_met_on_a_day_speaks_on_it() -> None:
    text = "أكد وزير الخارجية التونسي نبيل عمار أمس دعم بلاده للبنان.", "والتقى نبيل عمار نظيره الإيطالي أنطونيو تاياني.", "وأشاد تاياني بموقف تونس."
    assert {e.date for e in told(*text)} == {"2024-05-19"}


def test_a_sentence_that_goes_over_to_another_day_dates_nothing_before_it() -> None:
    text = "بحث وزير الخارجية التونسي نبيل عمار مع نظيره الإيطالي أنطونيو تاياني الوضع في غزة.", "والسبت، دعا نبيل عمار إسرائيل إلى وقف القصف."
    assert [(e.type, e.date) for e in told(*text)] == [("CONSULT", "2024-05-20"), ("REQUEST", "2024-05-18")]


def test_what_was_said_at_some_earlier_time_has_no_day() -> None:
    assert day("ASSAULT", "وفي وقت سابق، أعلنت وزارة الصحة الفلسطينية أن مسلحين هاجموا مستشفى في غزة.") is None


def test_what_was_once_before_has_no_day() -> None:
    assert day("CONSULT", "سيذهب المبعوث الأممي هانس غروندبرغ إلى مسقط حيث التقى من قبل بوفد من الحوثيين.") is None


def test_what_is_said_of_a_deed_by_its_noun_tells_of_none() -> None:
    assert [
        e.type for e in told("قالت الأمم المتحدة إن قتل المدنيين في غزة جريمة حرب.", "وقال وزير الخارجية السعودي إن قطع العلاقات خطوة أولى.")
    ] == []


def test_a_state_goes_on_where_its_ministry_spoke() -> None:
    text = "قالت وزارة الخارجية القطرية في بيان أمس إن الوضع خطير.", "ودانت قطر القصف الإسرائيلي على رفح."
    assert day("ACCUSE", *text) == "2024-05-19"


def test_a_deed_done_to_the_same_people_is_of_the_same_scene() -> None:
    text = "اعتقلت الشرطة التونسية أمس الصحفي زياد الهاني.", "وداهم مسلحون مجهولون منزله، ثم ضربوا زياد الهاني."
    assert {e.date for e in told(*text)} == {"2024-05-19"}


def test_an_attack_is_of_the_day_on_which_it_took_place() -> None:
    text = "أعلن تنظيم الدولة الإسلامية، الاثنين، مسؤوليته عن الهجوم الذي وقع السبت في كابول.", "وقتل المهاجمون ثلاثة جنود أفغان."
    assert day("ASSAULT", *text) == "2024-05-18"


def test_what_is_announced_for_a_week_hence_is_of_the_day_of_announcing() -> None:
    assert day("AGREE", "أعلنت الرئاسة التركية أن الرئيس رجب طيب أردوغان سيزور بغداد الأحد المقبل.") == "2024-05-20"


def test_what_was_announced_yesterday_to_begin_today_was_announced_yesterday() -> None:
    assert day("CONCEDE", "أعلنت روسيا أمس هدنة في أوكرانيا تبدأ اليوم الاثنين.") == "2024-05-19"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("التقى نبيل عمار نظيره الإيطالي أنطونيو تاياني في روما الأسبوع الماضي.", "2024-05"),
        ("اعتقلت الشرطة التونسية ثلاثة صحفيين خلال الأيام الثلاثة الأخيرة.", "2024-05-18/2024-05-20"),
        ("قصف الجيش الروسي مدينة خاركيف مرارا.", None),
        ("التقى نبيل عمار في وقت سابق نظيره الإيطالي أنطونيو تاياني.", None),
        ("التقى نبيل عمار في وقت سابق اليوم نظيره الإيطالي أنطونيو تاياني.", "2024-05-20"),
        ("وكان الجيش الروسي قد قصف مدينة خاركيف.", None),
        ("قد يقصف الجيش الروسي مدينة خاركيف.", None),
        ("زار نبيل عمار إيطاليا منذ توقيع الاتفاق.", None),
    ],
)
def test_a_day_is_told_as_exactly_as_the_text_tells_it(text: str, value: str | None) -> None:
    assert [e.date for e in told(text)][-1:] == [value], text


def test_an_accusation_that_somebody_always_makes_has_no_day() -> None:
    assert day("ACCUSE", MEETING, "وتتهم روما تونس بانتهاك حقوق المهاجرين.") is None


def test_what_came_later_is_of_the_day_told_before() -> None:
    text = "استقبل أنطونيو تاياني أمس السفير التونسي.", "وفي وقت لاحق، اعتقلت الشرطة الليبية خمسة مهربين."
    assert day("COERCE", *text) == "2024-05-19"


def test_a_promise_for_a_day_to_come_gives_no_other_act_its_day() -> None:
    text = "تعهد الرئيس التونسي قيس سعيد بإجراء انتخابات في أكتوبر المقبل، فيما اعتقلت الشرطة التونسية ثلاثة معارضين."
    assert {e.type: e.date for e in told(text)} == {"AGREE": "2024-05-20", "COERCE": "2024-05-20"}


def test_a_sentence_of_prison_is_dated_behind_its_years() -> None:
    assert day("SANCTION", "حكمت محكمة تونسية على الصحفي زياد الهاني بالسجن ست سنوات في مارس 2021.") == "2021-03"


def test_an_attack_that_somebody_told_of_today_is_of_its_own_day_where_another_telling_names_one() -> None:
    text = (
        "شنت الطائرات الروسية غارات على خاركيف، بحسب ما أعلنت الشرطة الأوكرانية اليوم الاثنين.",
        "وقال المتحدث باسم الشرطة الأوكرانية إن الغارة نفذت السبت.",
    )
    assert day("ASSAULT", *text) == "2024-05-18"


def test_whoever_suffers_a_deed_does_nothing_on_its_day() -> None:
    text = "تعرضت شركة الكهرباء اللبنانية أمس لهجوم إلكتروني.", "ورفضت شركة الكهرباء اللبنانية دفع فدية."
    assert day("REJECT", *text) == "2024-05-20"


def test_a_strike_that_is_announced_is_of_the_day_for_which_it_is_called() -> None:
    [strike] = told("أعلن الاتحاد العام التونسي للشغل اليوم الاثنين تنفيذ إضراب عام يوم الخميس المقبل.")
    assert (strike.type, strike.status, strike.date) == ("PROTEST", "future", "2024-05-23")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قصف الجيش العراقي مدينة الرمادي منذ مساء الخميس.", "2024-05-16"),
        ("تحتجز جماعة الحوثي صحفيين يمنيين منذ عام 2015.", "2015"),
        ("قبل أقل من أسبوعين فجر انتحاري نفسه في كابول.", None),
        ("قبل أسبوعين التقى نبيل عمار نظيره الإيطالي أنطونيو تاياني.", "2024-05"),
        ("قبل سنوات التقى نبيل عمار نظيره الإيطالي أنطونيو تاياني.", None),
    ],
)
def test_what_began_or_was_long_ago_is_dated_as_far_as_the_text_does(text: str, value: str | None) -> None:
    assert [e.date for e in told(text)][-1:] == [value], text


def test_an_attack_claimed_today_is_of_the_day_on_which_it_took_place() -> None:
    text = "أعلن تنظيم الدولة الإسلامية، اليوم الاثنين، مسؤوليته عن هجوم مزدوج وقع السبت استهدف قوات الجيش العراقي في كركوك."
    assert day("ASSAULT", text) == "2024-05-18"


def test_what_was_done_at_an_earlier_stop_has_no_day() -> None:
    text = "وصل وزير الخارجية الفرنسي ستيفان سيجورنيه إلى عمان قادما من القاهرة حيث التقى الرئيس المصري عبد الفتاح السيسي."
    assert [e.date for e in told(text) if e.type == "CONSULT"] == ["2024-05-20", None]


def test_whoever_is_released_was_not_released_on_the_day_of_his_arrest() -> None:
    text = "أفرجت السلطات التونسية عن الصحفي زياد الهاني.", "وكانت الشرطة التونسية قد اعتقلت زياد الهاني يوم الجمعة الماضي."
    assert day("RETREAT", *text) == "2024-05-20"


def test_a_day_behind_an_imperfect_that_only_describes_is_that_of_the_act() -> None:
    assert day("COERCE", "اعتقل الصحفي زياد الهاني رجال شرطة يرتدون ملابس مدنية السبت.") == "2024-05-18"


def test_a_treaty_about_something_is_dated_behind_what_it_is_about() -> None:
    text = "وقعت تركيا وقطر بروتوكولا حول تدريب الشرطة في 2 ديسمبر 2015."
    assert day("SUPPORT", text) == "2015-12-02"


def test_a_head_of_government_goes_on_speaking_for_his_state() -> None:
    first = "أعلن رئيس الوزراء الباكستاني شهباز شريف، السبت، أن بلاده ستراجع علاقتها بالأمم المتحدة."
    assert day("ACCUSE", first, "وأكد شريف أن باكستان لن تلتزم بقرار مجلس الأمن الذي وصفه بالمخزي.") == "2024-05-18"


def test_talks_that_a_speaker_only_mentions_have_no_day() -> None:
    text = "قال وزير الخارجية العماني بدر البوسعيدي إن المباحثات التي أجرتها قطر مع باكستان ستساعد المنطقة."
    assert day("CONSULT", text) is None
