"""Who strikes whom: the ways in which news tells of force used."""

from __future__ import annotations

import pytest

from rawi.model import Article, Record
from rawi.reading import read


def told(*paragraphs: str) -> Record:
    return read(Article(id="invented", published="2024-05-20", title="", paragraphs=paragraphs))


def attack(record: Record) -> str:
    """``actors > recipients`` of the one attack that a record holds."""
    (event,) = [e for e in record.events if e.type == "ASSAULT"]
    sides = ("، ".join(record.actor(ident).name for ident in ids) for ids in (event.actors, event.recipients))
    return " > ".join(sides).strip()


@pytest.mark.parametrize(
    ("sentence", "reads"),
    [
        ("قال سكان إن جنودا إسرائيليين أطلقوا النار على مزارعين فلسطينيين شرق طوباس.", "جنود إسرائيليين > مزارعين فلسطينيين"),
        ("دخل المتمردون البلدة صباحا وهاجمت المجموعة نفسها حرس الحدود.", "المجموعة > حرس الحدود"),
        ("قال سكان إن أحد الحراس قتل في هجوم على مصرف بعدن.", "> الحراس"),
        ("أعلنت الوزارة مقتل رجلي أمن في هجوم غادر نفذته خلية إرهابية قرب تبسة.", "خلية إرهابية > رجلي أمن"),
        ("وأفاد شهود بأن ثلاثة من قوات الأمن الصومالية قتلوا في تفجير بمقديشو.", "> ثلاثة من قوات الأمن الصومالية"),
        ("قصفت طائرات تابعة للجيش الليبي مخزنا للوقود قرب سرت.", "الجيش الليبي >"),
        ("قتلت مسيرة تابعة لقوات الدعم السريع تجارا في سوق بنيالا.", "قوات الدعم السريع > تجار"),
        ("هاجمت الدعم السريع قرية شرق كوستي.", "الدعم السريع >"),
        ("أصيب خمسة جنود جزائريين في اشتباك مع مهربين قرب تمنراست.", "مهربين > خمسة جنود جزائريين"),
        ("قتل ضابطان في اشتباكات مع مسلحين شرق بنقردان.", "مسلحين > ضابطان"),
        ("استشهد تسعة لبنانيين في قصف إسرائيلي على مبنى يؤوي نازحين في صور.", "إسرائيل > تسعة لبنانيين"),
        ("قتل أربعة من عناصر الحشد الشعبي بتفجير عبوة في ديالى.", "> أربعة من عناصر الحشد الشعبي"),
        ("أكد مصدر أن الغارات استهدفت مخازن لحزب الله.", "> حزب الله"),
        ("استشهد فتى فلسطيني متأثرا بإصابته برصاص مستوطنين شمال رام الله.", "مستوطنين > فتى فلسطيني"),
        ("اندلعت اشتباكات بين عناصر من الجيش الحر مدعومين بمدرعات تركية، ومسلحين مجهولين شرق عفرين.", "عناصر من الجيش الحر، مسلحين مجهولين >"),
        ("وقتل ما لا يقل عن خمسة جنود ماليين في هجوم على قاعدة قرب غاو.", "> خمسة جنود ماليين"),
        ("أعلن الجيش الأوكراني أنه هاجم موقعا عسكريا في القرم.", "الجيش الأوكراني >"),
        ("أكدت الوكالة أن الاحتلال قصف مدرسة في مخيم النصيرات.", "إسرائيل >"),
        ("وأدى انفجار عبوة ناسفة إلى مقتل جنديين عراقيين قرب كركوك.", "> جنديين عراقيين"),
        ("خطفت جماعة أبو سياف سائحا كنديا جنوب الفلبين.", "جماعة أبو سياف > سائح كندي"),
        ("هاجمت مجموعة مسلحة حافلة تقل حجاجا عراقيين قرب الحلة.", "مجموعة مسلحة > حجاج عراقيين"),
        ("دمر الثوار دبابتين لقوات القذافي قرب مصراتة.", "الثوار > قوات القذافي"),
        ("أفادت الشرطة بأن انفجارا وقع في كابول.", ">"),
        ("قال شاهد إن مسلحا فتح النار على المصلين.", "مسلح > المصلين"),
        ("شن مسلحون هجوما قتل فيه ثلاثة جنود ماليين.", "مسلحون > ثلاثة جنود ماليين"),
        ("أعلنت كتائب القسام استهداف دبابة إسرائيلية شرق رفح.", "كتائب القسام > إسرائيل"),
        ("قتل القيادي في حركة حماس سعيد الزين بعد أن استهدفت طائرة إسرائيلية سيارته.", "إسرائيل > سعيد الزين"),
        ("رشق شبان ملثمون دورية للجيش الإسرائيلي بالحجارة.", "شبان ملثمون > الجيش الإسرائيلي"),
        ("شن الحوثيون هجوما على مأرب. وقبل أيام استهدفت الجماعة المسلحة منزل المحافظ سلطان العرادة.", "الحوثيون > سلطان العرادة"),
        ("فجر انتحاري تابع لتنظيم داعش نفسه قرب حشد من المتظاهرين في كابول.", "انتحاري > المتظاهرين"),
        ("أفاد مصدر أمني بأن مسلحين يستقلون دراجة نارية هاجموا دورية للجيش العراقي.", "مسلحين > الجيش العراقي"),
        ("سيطر الجيش السوداني على البلدة بعد اشتباكات مع قوات الدعم السريع.", "الجيش السوداني > قوات الدعم السريع"),
        ("أعلنت حركة الشباب مسؤوليتها عن هجوم استهدف فندقا في مقديشو.", "حركة الشباب >"),
        ("أفاد المرصد بمقتل أربعة جنود أتراك شمال حلب.", "> أربعة جنود أتراك"),
        ("أعلنت السلطات مقتل وإصابة عشرين جنديا عراقيا في الهجوم.", "> عشرين جنديا عراقيا"),
        ("وقبل ذلك قتل سبعة عراقيين في انفجار سيارة مفخخة.", "> سبعة عراقيين"),
        ("فرقت الشرطة الجزائرية تظاهرة مناهضة للنظام وسط العاصمة.", "الشرطة الجزائرية >"),
        ("انفجرت عبوة ناسفة بدورية للجيش العراقي، ما أدى إلى مقتل جنديين عراقيين.", "> جنديين عراقيين"),
        ("القوات الإثيوبية قصفت بلدة إريترية قرب الحدود.", "القوات الإثيوبية > إريتريا"),
    ],
)
def test_an_attack_names_who_struck_whom(sentence: str, reads: str) -> None:
    assert attack(told(sentence)) == reads


def test_an_occupation_of_another_origin_is_not_israel() -> None:
    record = told("قاوم الجزائريون الاحتلال الفرنسي أكثر من مئة عام.")
    assert "إسرائيل" not in [actor.name for actor in record.actors]


def test_where_something_is_posted_is_no_body() -> None:
    record = told('كتب الوزير أحمد عطاف على "تويتر" أن الجزائر تدين قصف المدرسة.')
    assert "تويتر" not in [actor.name for actor in record.actors]


def test_and_to_is_no_governor() -> None:
    record = told("وإلى جانب ناشطين آخرين بدأ المعارض جوهر بن مبارك إضرابا عن الطعام.")
    assert [record.actor(a).name for e in record.events for a in e.actors] == ["جوهر بن مبارك"]


def test_who_killed_somebody_makes_no_threat_of_revenge() -> None:
    record = told("هددت حركة الشباب بالثأر لمقتل قائدها على يد القوات الإثيوبية.")
    assert [record.actor(a).name for e in record.events if e.type == "THREATEN" for a in e.actors] == ["حركة الشباب"]


def test_two_rockets_are_still_rockets() -> None:
    record = told("استهدف الحوثيون مدينة مأرب بصاروخين مساء الأحد.")
    assert [e.mode for e in record.events] == ["heavy-weapons"]


def test_whoever_is_set_free_stands_behind_it() -> None:
    record = told("أطلقت حركة حماس سراح ثلاثة أسرى إسرائيليين عبر الصليب الأحمر.")
    assert [[record.actor(r).name for r in e.recipients] for e in record.events if e.type == "RETREAT"] == [["ثلاثة أسرى إسرائيليين"]]


def crowd(sentence: str) -> str:
    """Who protests in a sentence of which nobody knows when it was published."""
    record = read(Article(paragraphs=(sentence,)))
    return "، ".join(record.actor(a).name for e in record.events if e.type == "PROTEST" for a in e.actors)


def test_a_day_that_only_publication_would_tell_is_still_no_name() -> None:
    assert crowd("خرج مساء أول من أمس مئات من المعلمين احتجاجا على تأخر الرواتب.") == "مئات من المعلمين"


def test_a_verb_follows_the_place_that_opens_its_sentence() -> None:
    assert crowd("وفي لندن تجمع مئات المتظاهرين أمام السفارة الصينية.") == "مئات المتظاهرين"


def test_a_rough_number_belongs_to_whom_it_counts() -> None:
    assert crowd("أغلق عدة آلاف من المتظاهرين طريقا سريعا قرب كابول.") == "آلاف من المتظاهرين"


def test_victims_told_again_by_fewer_words_are_the_same() -> None:
    again = "وأضاف المصدر أن تفجير العبوة أسفر عن إصابة جنديين بشظايا."
    assert attack(told("قال مصدر أمني إن جنديين مصريين أصيبا جراء تفجير عبوة ناسفة في سيناء.", again)) == "> جنديين مصريين"


def test_other_victims_by_number_are_others() -> None:
    record = told("قتل مسلحون ثلاثة جنود مصريين في رفح.", "وأصيب سبعة جنود جراء تفجير عبوة ناسفة في العريش.")
    assert sum(e.type == "ASSAULT" for e in record.events) == 2


def test_what_suffers_an_attack_need_be_nobody() -> None:
    record = told("أكد مصدر أمني تعرض قاعدة عين الأسد لهجوم صاروخي.")
    assert [(e.type, e.status, e.actors, [record.actor(s).name for s in e.sources]) for e in record.events] == [
        ("ASSAULT", "actual", (), ["مصدر أمني"])
    ]


def test_whoever_denies_having_been_attacked_is_no_attacker() -> None:
    record = told("نفت وزارة الدفاع التركية تعرض قواعدها لقصف.")
    (event,) = record.events
    assert (event.status, event.date, event.actors, [record.actor(r).name for r in event.recipients]) == (
        "negated",
        None,
        (),
        ["وزارة الدفاع التركية"],
    )


def test_whoever_foils_an_attack_does_not_attack() -> None:
    assert attack(told("أحبطت قوات الأمن السعودية هجوما لتنظيم داعش على مسجد.")) == "تنظيم داعش >"


def test_whoever_only_tells_of_an_abduction_does_not_abduct() -> None:
    assert attack(told("أعلن ناشطون اختطاف ثلاثة صحفيين في عدن.")) == "> ثلاثة صحفيين"
