"""Which names, offices and bodies of an article are one actor, and of which country."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read


def _actors(text: str, *kinds: str) -> list[tuple[str, str | None]]:
    return [(actor.name, actor.country) for actor in read(Article(paragraphs=(text,))).actors if actor.kind in kinds]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("طالب ناجي الشنفري وزير الداخلية بالاستقالة، وقال الشنفري إنه سيعود.", [("ناجي الشنفري", None)]),
        ("رفض النائب عن حزب بارزاني ماجد الحسني القرار.", [("ماجد الحسني", "IRQ")]),
        ("وقالت الرئيسة المؤقتة جنين أورتيس إنها ستعود.", [("جنين أورتيس", None)]),
        ("سلم القاضي الوثيقة لليف بوغومولوف أمس.", [("ليف بوغومولوف", None)]),
        ("واتهم رجل الدين المناوئ للحكومة طاهر الرفاعي الشرطة.", [("طاهر الرفاعي", None)]),
        ("قال وزير الأمن الصومالي عبد الله شيخ إسماعيل فرتاغ ذلك.", [("عبد الله شيخ إسماعيل فرتاغ", "SOM")]),
        ("وصف عضو الحزب متعدد الأعراق ما جرى.", []),
        ("قال المتحدث الإعلامي لوزارة الداخلية اللواء منصور التركي ذلك. وأعلن اللواء التركي فتح الطريق.", [("منصور التركي", "SAU")]),
        ("عاد وسام صالح أمس. ودعا صالح الأحزاب إلى الحوار.", [("وسام صالح", None)]),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(text: str, people: list[tuple[str, str | None]]) -> None:
    assert _actors(text, "person") == people


def test_a_surname_does_not_make_its_bearer_a_namesake() -> None:
    record = read(Article(paragraphs=("سجن الناشط جابر القحطاني في قطر. وقال القحطاني إنه بريء.",)))
    assert [(a.name, a.known_as) for a in record.actors if a.kind == "person"] == [("جابر القحطاني", None)]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("استدعت خارجية بوليفيا السفير. وقالت وزارة الخارجية البوليفية إنها تنتظر.", [("وزارة الخارجية البوليفية", "BOL")]),
        (
            "قالت وزارة الخارجية المكسيكية إنها قلقة. وردت وزارة الخارجية في بوليفيا.",
            [("وزارة الخارجية المكسيكية", "MEX"), ("وزارة الخارجية", "BOL")],
        ),
        ("تفاوضت مع الحكومة المركزية في أديس أبابا.", []),
        ("واجه تهما تتعلق بحرية الرأي والتعبير.", []),
        ("متظاهرون في بيروت (الفرنسية).", [("الفرنسية", "FRA")]),
        ("حملت السيدة الفرنسية العلم.", []),
        ("فاز مانشستر يونايتد على ضيفه بايرن ميونيخ.", [("مانشستر يونايتد", "GBR"), ("بايرن ميونيخ", "DEU")]),
        ("انتقد حزب عمران خان القرار في باكستان.", [("حزب عمران خان", "PAK")]),
    ],
)
def test_a_body_is_named_by_head_and_country(text: str, bodies: list[tuple[str, str | None]]) -> None:
    assert _actors(text, "organization") == bodies


def test_members_are_of_the_country_of_their_delegation() -> None:
    text = "وصل إلى تونس وفد مغربي يضم المدير المركزي إدريس الحمداوي ومدير التعاون محمد العلمي. وبحث الوفد مع وزير الداخلية التونسي الأمن في تونس."
    assert _actors(text, "person") == [("إدريس الحمداوي", "MAR"), ("محمد العلمي", "MAR")]


@pytest.mark.parametrize("accusative", ["وفدا روسيا", "وفدًا روسيًا", "وفدًا روسيًّا"])
def test_a_group_in_the_accusative_is_named_without_its_ending(accusative: str) -> None:
    record = read(Article(title="وفد روسي في دمشق", paragraphs=(f"استقبل الشرع {accusative} في دمشق، ثم زار المبعوث روسيا.",)))
    assert [(a.name, a.country) for a in record.actors if a.kind == "group"] == [("وفد روسي", "RUS")]
    assert [a.name for a in record.actors if a.kind == "state"] == ["روسيا"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("التقى وزير الخارجية الأردني أيمن الصفدي في عمان وفدا من الاتحاد الأوروبي.", "عمّان"),
        ("التقى وزير الخارجية العماني بدر البوسعيدي في مسقط نظيره الأردني أيمن الصفدي، وأكد دعم عمان للأردن.", "مسقط"),
    ],
)
def test_amman_is_told_from_oman_by_whom_the_article_speaks_of(text: str, place: str) -> None:
    record = read(Article(paragraphs=(text,)))
    assert [e.place for e in record.events if e.type == "CONSULT"] == [place]
    assert [a.name for a in record.actors if a.country == "OMN" and a.kind == "state"] == (["سلطنة عمان"] if place == "مسقط" else [])


def test_an_office_behind_a_titled_name_is_its_bearers() -> None:
    (person,) = [
        a for a in read(Article(published="2025-02-12", paragraphs=("قال الشيخ نعيم قاسم الأمين العام لحزب الله ذلك.",))).actors if a.kind == "person"
    ]
    assert (person.name, person.role) == ("نعيم قاسم", "الأمين العام لحزب الله")
    others = _actors("استقبل الأمير محمد بن سلمان وزير الخارجية الأمريكي.", "person", "group")
    assert others == [("محمد بن سلمان", "SAU"), ("وزير الخارجية الأمريكي", "USA")]


def test_what_somebody_is_made_is_nobody_else() -> None:
    assert _actors("انتخب البرلمان العراقي محمود المشهداني رئيسا له.", "person", "group") == [("محمود المشهداني", "IRQ")]


def test_a_system_is_no_regime() -> None:
    assert _actors("أضرب المعلمون احتجاجا على النظام الأساسي.", "organization") == []
    assert _actors("تظاهر طلاب ضد النظام السوري.", "organization") == [("النظام السوري", "SYR")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("وقال أردوغان إن القمة ستعقد في موعدها.", "TUR"),
        ("وقال مودي إن المفاوضات مستمرة.", "IND"),
        ("وقال الصفدي إن المعابر الأردنية مفتوحة.", "JOR"),
    ],
)
def test_a_bare_surname_is_that_of_whoever_holds_the_highest_office(text: str, country: str) -> None:
    record = read(Article(published="2025-02-12", paragraphs=(text,)))
    assert [actor.country for actor in record.actors if actor.kind == "person"] == [country]


def test_a_name_stands_behind_whose_office_it_is() -> None:
    assert _actors("قال المتحدث العسكري للجماعة، سامر الحداد، إن الهدنة انتهت.", "person") == [("سامر الحداد", None)]


def test_the_sheikh_of_a_place_of_learning_is_an_office() -> None:
    assert _actors("استنكر شيخ الأزهر أحمد الطيب حرق المصحف.", "person") == [("أحمد الطيب", "EGY")]


def test_an_outlet_does_not_tell_whose_parliament_it_is() -> None:
    text = "وأقر البرلمان أمس، حسب قناة روسيا اليوم، سحب الثقة من الحكومة."
    record = read(Article(published="2025-02-12", paragraphs=(text,)))
    assert [(actor.name, actor.country) for actor in record.actors if actor.sector != "MED"][:1] == [("البرلمان", None)]


def test_a_name_ends_before_an_adjective_with_a_phrase_of_its_own() -> None:
    assert _actors("تصدت الدفاعات الجوية التابعة للحكومة للطائرات.", "organization", "group")[0][0] == "الدفاعات الجوية"


def test_aircraft_are_not_of_the_country_that_they_strike() -> None:
    record = read(Article(published="2025-02-12", paragraphs=("شن الطيران الحربي غارة على بلدة في جنوب لبنان.",)))
    assert [actor.country for actor in record.actors if actor.name == "الطيران الحربي"] == [None]
