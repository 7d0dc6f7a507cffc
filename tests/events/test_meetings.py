"""Visits, talks and invitations: who came to whom, who talked, who is asked to come."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read


def read_events(text: str) -> set[str]:
    """Every event of a text of paragraphs parted by ``/``: ``CATEGORY mode actors > recipients``."""
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=tuple(p.strip() for p in text.split("/"))))

    def names(ids: tuple[str, ...]) -> str:
        return "، ".join(record.actor(ident).name for ident in ids)

    return {f"{e.type} {e.mode or '-'} {names(e.actors)} > {names(e.recipients)}".strip() for e in record.events}


TALKS = [
    ("أجرى وزير الخارجية الأردني أيمن الصفدي مساء أمس اتصالين هاتفيين مع وزير الخارجية التركي هاكان فيدان ونظيره العراقي فؤاد حسين.",
     {"CONSULT phone أيمن الصفدي، هاكان فيدان >", "CONSULT phone أيمن الصفدي، فؤاد حسين >"}),
    ("التقى الرئيس السوري أحمد الشرع في أنطاليا نظيره التركي رجب طيب أردوغان على هامش منتدى أنطاليا الدبلوماسي.",
     {"CONSULT visit أحمد الشرع > رجب طيب أردوغان"}),
    ("عقد وزراء خارجية دول مجلس التعاون الخليجي اجتماعا في الكويت.", {"CONSULT multilateral وزراء خارجية دول مجلس التعاون الخليجي >"}),
    ("وجه الرئيس الفرنسي إيمانويل ماكرون دعوة لوزير الخارجية اللبناني يوسف رجي لزيارة باريس. / "
     "وخلال اتصال هاتفي أجراه مع الرئيس اللبناني جوزيف عون، تبادل الطرفان وجهات النظر حول الجنوب.",
     {"AGREE - إيمانويل ماكرون > يوسف رجي", "CONSULT phone إيمانويل ماكرون، جوزيف عون >"}),
    ("انطلقت في إسطنبول جولة جديدة من المحادثات بين روسيا وأوكرانيا.", {"CONSULT third-party روسيا، أوكرانيا >"}),
    ("بحث وزير الخارجية المصري بدر عبد العاطي ونظيره الأردني أيمن الصفدي سبل دعم الحوار بين الأطراف الليبية والاجتماع الأخير في تونس.",
     {"CONSULT - بدر عبد العاطي، أيمن الصفدي >"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "events"), TALKS)
def test_each_of_two_talks_has_its_own_parties(text: str, events: set[str]) -> None:
    assert read_events(text) == events


def test_the_state_behind_an_office_tells_whose_it_is() -> None:
    text = "بحث وزير الداخلية العراقي عبد الأمير الشمري مع وزير الداخلية بالمملكة المغربية عبد الوافي لفتيت مكافحة الجريمة."
    assert read_events(text) == {"CONSULT - عبد الأمير الشمري، عبد الوافي لفتيت >"}


VISITS = [
    ("عاد الرئيس التونسي قيس سعيد إلى تونس بعد زيارة رسمية إلى الجزائر.", "CONSULT visit قيس سعيد > الجزائر"),
    ("استقبل الرئيس اللبناني جوزيف عون وفدا فرنسيا برئاسة المبعوث جان إيف لودريان.",
     "CONSULT visit وفد فرنسي، جان إيف لودريان > جوزيف عون"),
    ("استقبل رئيس الجمهورية، عبد المجيد تبون، وزير الخارجية التركي هاكان فيدان.", "CONSULT visit هاكان فيدان > عبد المجيد تبون"),
    ("وصل رئيس مجلس السيادة بالسودان الفريق أول عبد الفتاح البرهان إلى الدوحة.", "CONSULT visit عبد الفتاح البرهان > قطر"),
    ("استقبل الرئيس العراقي عبد اللطيف رشيد سفير اليابان ببغداد فوتوشي ماتسوموتو.", "CONSULT visit فوتوشي ماتسوموتو > عبد اللطيف رشيد"),
    ("وصل وزير الدفاع الإيطالي غويدو كروسيتو إلى بيروت مساء الثلاثاء.", "CONSULT visit غويدو كروسيتو > لبنان"),
    ("استقبل الرئيس اللبناني جوزيف عون كلا من: السفير المصري علاء موسى، والسفير الإيطالي فابريتسيو مارتشيلي.",
     "CONSULT visit علاء موسى، فابريتسيو مارتشيلي > جوزيف عون"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), VISITS)
def test_a_visit_is_told_by_its_arrival_its_end_and_its_host(text: str, event: str) -> None:
    assert read_events(text) == {event}


def test_talks_abroad_with_nobody_by_name_are_a_visit_to_the_state() -> None:
    assert read_events("أجرى وزير الخارجية المصري بدر عبد العاطي مباحثات في أنغولا.") == {"CONSULT visit بدر عبد العاطي > أنغولا"}


def test_talks_to_be_held_on_a_visit_are_still_to_come() -> None:
    text = "توجه وزير الخارجية التركي هاكان فيدان إلى بغداد في زيارة رسمية لمدة يوم واحد يلتقي خلالها رئيس الوزراء محمد شياع السوداني."
    assert "AGREE - هاكان فيدان، محمد شياع السوداني >" in read_events(text)


def test_an_office_behind_a_name_is_no_other_party() -> None:
    text = "اجتمع الوزير اللبناني ميشال منسى مع اللواء حسن شقير مدير الأمن العام اللبناني."
    assert read_events(text) == {"CONSULT - ميشال منسى، حسن شقير >"}


def test_a_team_that_arrives_visits_nobody() -> None:
    assert read_events("وصل المنتخب المغربي لكرة القدم إلى الدوحة مساء الثلاثاء.") == set()


def test_whoever_is_to_be_visited_invites() -> None:
    assert read_events("تلقى الرئيس العراقي عبد اللطيف رشيد دعوة رسمية لزيارة الكويت.") == {"AGREE - الكويت > عبد اللطيف رشيد"}


def test_two_who_are_named_together_talk_to_each_other() -> None:
    talks = "بحث ملك الأردن عبد الله الثاني والرئيس القبرصي نيكوس خريستودوليدس أمن الملاحة."
    assert read_events(talks) == {"CONSULT - عبد الله الثاني، نيكوس خريستودوليدس >"}


def test_a_palace_is_where_they_meet_and_no_party() -> None:
    assert read_events("التقى الرئيس اللبناني جوزيف عون السفير المصري علاء موسى بقصر بعبدا.") == {"CONSULT - جوزيف عون، علاء موسى >"}


def test_a_family_name_that_looks_like_an_adjective_takes_up_its_bearer() -> None:
    text = "التقى الرئيس عبد الفتاح السيسي الرئيس الكيني وليام روتو. / وأشاد الرئيس السيسي بدور كينيا."
    assert "SUPPORT - عبد الفتاح السيسي > كينيا" in read_events(text)


def test_a_spokesman_is_none_of_two_leaders() -> None:
    text = (
        "التقى الرئيس المصري عبد الفتاح السيسي الرئيس الكيني وليام روتو. / وصرح المتحدث الرسمي محمد الشناوي بذلك. / ودعا الزعيمان إثيوبيا إلى الحوار."
    )
    assert "REQUEST meet عبد الفتاح السيسي، وليام روتو > إثيوبيا" in read_events(text)


def test_two_verbs_side_by_side_share_subject_and_object() -> None:
    assert read_events("أدانت تونس وشجبت العدوان الإسرائيلي على بيروت.") == {"ACCUSE disapprove تونس > إسرائيل"}


OCCASIONS = [
    (
        "أكد أمير قطر تميم بن حمد آل ثاني دعمه للبنان. / جاء ذلك خلال لقائه في الدوحة الرئيس القبرصي نيكوس خريستودوليدس.",
        "CONSULT visit نيكوس خريستودوليدس > تميم بن حمد آل ثاني",
    ),
    (
        "جاءت تصريحات وزير الخارجية المصري بدر عبد العاطي عقب اجتماعه مع نظيره اليوناني جورج جيرابيتريتيس.",
        "CONSULT - بدر عبد العاطي، جورج جيرابيتريتيس >",
    ),
]


@pytest.mark.parametrize(("text", "event"), OCCASIONS)
def test_the_occasion_on_which_words_came_is_a_meeting(text: str, event: str) -> None:
    assert event in read_events(text)


def test_a_joint_commission_is_where_its_two_states_meet() -> None:
    assert read_events("عقدت اللجنة المشتركة المصرية السودانية اجتماعها في أسوان.") == {"CONSULT visit السودان > مصر"}


def test_the_nearest_place_is_where_a_visit_went() -> None:
    text = "سيتوجه المبعوث الأممي هانس غروندبرغ بعد زيارته لمصر إلى سلطنة عمان."
    assert "CONSULT visit هانس غروندبرغ > مصر" in read_events(text)


JOURNEYS = [
    ("غادر وزير الدفاع القطري سعود بن عبد الرحمن الدوحة متوجها إلى أنقرة.", "CONSULT visit سعود بن عبد الرحمن > تركيا"),
    ("يغادر وزير الدفاع القطري سعود بن عبد الرحمن الدوحة غدا متوجها إلى أنقرة.", "AGREE - سعود بن عبد الرحمن > تركيا"),
]


@pytest.mark.parametrize(("text", "event"), JOURNEYS)
def test_where_one_of_office_goes_is_a_visit_of_the_day_on_which_he_leaves(text: str, event: str) -> None:
    assert read_events(text) == {event}


def test_a_delegation_of_high_rank_meets_whom_the_sentence_names_next() -> None:
    assert read_events("التقى وفد تركي رفيع المستوى الرئيس الليبي محمد المنفي في طرابلس.") == {"CONSULT visit وفد تركي > محمد المنفي"}


def test_the_palace_in_which_they_meet_is_not_whom_he_meets() -> None:
    text = "يلتقي الرئيس اللبناني جوزيف عون الجمعة بقصر بعبدا بنظيره القبرصي نيكوس خريستودوليدس."
    assert read_events(text) == {"AGREE - جوزيف عون، نيكوس خريستودوليدس >"}


def test_a_meeting_that_gathered_people_is_theirs() -> None:
    text = "عقد في عمان لقاء ضم وزير الخارجية الأردني أيمن الصفدي ووزير الخارجية اللبناني يوسف رجي."
    assert read_events(text) == {"CONSULT - أيمن الصفدي، يوسف رجي >"}


def test_a_meeting_held_between_two_is_theirs() -> None:
    text = "عقد لقاء رسمي بين وزير الخارجية الأردني أيمن الصفدي ووزير الخارجية اللبناني يوسف رجي في القاهرة."
    assert {event.split(" ", 2)[2] for event in read_events(text)} == {"أيمن الصفدي، يوسف رجي >"}
