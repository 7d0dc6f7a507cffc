"""Who is party to an act: in which slot, by which description, in whose place."""

from __future__ import annotations

import pytest

from rawi.model import Article
from rawi.reading import read

GROUPS = [
    ("طالب وزير الخارجية الأردني أيمن الصفدي المجتمع الدولي بالضغط على الأطراف.", "REQUEST أيمن الصفدي > المجتمع الدولي"),
    ("أطلقت قوات الأمن الرصاص على المحتجين في عطبرة.", "ASSAULT قوات الأمن > المحتجين"),
    ("دعت هولندا رعاياها إلى مغادرة لبنان.", "REQUEST هولندا > رعاياها"),
    ("اعتقلت الشرطة الكينية مئات من المهاجرين الإثيوبيين.", "COERCE الشرطة الكينية > مئات من المهاجرين الإثيوبيين"),
    ("استشهد فلسطيني برصاص مستوطنين قرب نابلس.", "ASSAULT مستوطنين > فلسطيني"),
    ("طردت بريطانيا دبلوماسيين روسا.", "SANCTION بريطانيا > دبلوماسيين روسا"),
    ("أطلقت حركة طالبان سراح أسرى أفغان.", "RETREAT حركة طالبان > أسرى أفغان"),
    ("قدمت السعودية مساعدات للأطفال النازحين في مأرب.", "AID السعودية > الأطفال النازحين"),
    ("أفرجت إسرائيل عن مئة أسير فلسطيني.", "RETREAT إسرائيل > مئة أسير فلسطيني"),
    ("اغتال مسلحان ضابطا في الشرطة اليمنية.", "ASSAULT مسلحان > ضابط في الشرطة اليمنية"),
]


def read_events(text: str) -> set[str]:
    """Every event of a text of paragraphs parted by ``/``: ``CATEGORY actors > recipients``."""
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=tuple(p.strip() for p in text.split("/"))))

    def names(ids: tuple[str, ...]) -> str:
        return "، ".join(record.actor(ident).name for ident in ids)

    return {f"{e.type} {names(e.actors)} > {names(e.recipients)}".strip() for e in record.events}


@pytest.mark.parametrize(("text", "event"), GROUPS)
def test_a_group_is_named_by_its_whole_description(text: str, event: str) -> None:
    assert event in read_events(text)


SEVERAL = [
    ("خطف مسلحون الصحفيين أحمد سالم وعلي ناصر في عدن.", "ASSAULT مسلحون > أحمد سالم، علي ناصر"),
    ("قتل الصحفيان أحمد سالم وعلي ناصر في غارة إسرائيلية.", "ASSAULT إسرائيل > أحمد سالم، علي ناصر"),
    ("هدد الرئيس الأمريكي دونالد ترامب بفرض رسوم جمركية على كندا والمكسيك.", "THREATEN دونالد ترامب > كندا، المكسيك"),
    ("اقتحم الجيش الإسرائيلي مخيم جنين واعتقل خمسة فلسطينيين.", "COERCE الجيش الإسرائيلي > خمسة فلسطينيين"),
    ("اقتحمت قوات الاحتلال مخيم جنين، واعتقلت خمسة فلسطينيين.", "COERCE قوات الاحتلال > خمسة فلسطينيين"),
    ("دخل الجيش المدينة وتظاهر مئات العراقيين.", "PROTEST مئات العراقيين >"),
    ("داهمت قوات الأمن الحي، ثم اعتقلت سبعة سودانيين.", "COERCE قوات الأمن > سبعة سودانيين"),
    ("أسفرت الحملة عن اعتقال ما لا يقل عن تسعة عراقيين.", "COERCE  > تسعة عراقيين"),
    ("أعلنت وزارة الصحة مقتل ثلاثة أطفال وإصابة أربع معلمات جراء قصف على المدرسة.", "ASSAULT  > ثلاثة أطفال، أربع معلمات"),
    ("رحبت سلطنة عمان باتفاق الهدنة بين أرمينيا وأذربيجان، ودعت الطرفين إلى التهدئة.", "REQUEST سلطنة عمان > أرمينيا، أذربيجان"),
    ("دعت منظمة حقوقية إلى الإفراج عن السجناء السياسيين في إيران.", "REQUEST منظمة حقوقية >"),
    ("ذكرت الرابطة أنه حكم على الناشط خالد العامري بالسجن عامين.", "SANCTION  > خالد العامري"),
    ('أعلن الجيش السوداني أنه "قصف مواقع للدعم السريع" في كردفان.', "ASSAULT الجيش السوداني > الدعم السريع"),
]


@pytest.mark.parametrize(("text", "event"), SEVERAL)
def test_several_in_one_breath_are_parties_each(text: str, event: str) -> None:
    assert event in read_events(text)


JOINT = [
    ("بحث وزراء خارجية مصر والأردن والعراق الوضع في غزة.", "CONSULT وزير خارجية مصر، وزير خارجية الأردن، وزير خارجية العراق >"),
    ("التقى وزيرا الدفاع المصري والأردني في جنيف.", "CONSULT وزير الدفاع المصري، وزير الدفاع الأردني >"),
    ("أدان رؤساء السنغال وغانا وكينيا الانقلاب في النيجر.", "ACCUSE رئيس السنغال، رئيس غانا، رئيس كينيا >"),
    ("أجرى هاكان فيدان اتصالات هاتفية مع نظرائه القطري والمصري والأردني.", "CONSULT هاكان فيدان، نظيره القطري، نظيره المصري، نظيره الأردني >"),
    ("أعلن وزراء خارجية الاتحاد الأوروبي دعمهم لأوكرانيا.", "SUPPORT وزراء خارجية الاتحاد الأوروبي > أوكرانيا"),
]


@pytest.mark.parametrize(("text", "event"), JOINT)
def test_an_office_of_several_countries_is_each_of_its_holders(text: str, event: str) -> None:
    assert event in read_events(text)


NAMED_WHOLE = [
    ("أدانت وزارة الخارجية القصف الإسرائيلي.", "ACCUSE وزارة الخارجية > إسرائيل"),
    ("استنكر مجلس القضاء الهجوم على المحكمة.", "ACCUSE مجلس القضاء >"),
    ("وأدانت عشر دول عربية الهجوم.", "ACCUSE عشر دول عربية >"),
    ("دعا المبعوث الأممي إلى ليبيا عبد الله باتيلي القادة الليبيين إلى الحوار.", "REQUEST عبد الله باتيلي > القادة الليبيين"),
    ("اتهمت السفيرة الأمريكية في لبنان ليزا جونسون حزب الله بالتصعيد.", "ACCUSE ليزا جونسون > حزب الله"),
]


@pytest.mark.parametrize(("text", "event"), NAMED_WHOLE)
def test_a_name_ends_before_what_its_bearer_speaks_of(text: str, event: str) -> None:
    assert event in read_events(text)


VISITED = [
    ("التقى المبعوث الأممي هانس غروندبرغ خلال زيارة إلى القاهرة وزير الخارجية المصري بدر عبد العاطي وأمين عام الجامعة العربية أحمد أبو الغيط.",
     "CONSULT هانس غروندبرغ > بدر عبد العاطي، أحمد أبو الغيط"),
    ("بدأ مئات الأسرى الفلسطينيين في السجون الإسرائيلية إضرابا عن الطعام.", "PROTEST مئات الأسرى الفلسطينيين > إسرائيل"),
    ('أكد وزير خارجية مملكة النرويج، "إسبن بارث"، أن بلاده تدعم تونس.', "SUPPORT إسبن بارث > تونس"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), VISITED)
def test_hosts_captors_and_quoted_names_are_parties(text: str, event: str) -> None:
    assert event in read_events(text)


FORCES = [
    ("سيطرت قوات المعارضة السورية على مدينة حلب.", {"COERCE قوات المعارضة السورية >"}),
    ("عقد مجلس الأمن جلسة طارئة بطلب من الجزائر.", {"CONSULT مجلس الأمن >"}),
    ("أوقف الجيش اللبناني ثلاثة سوريين بتهمة الانتماء إلى تنظيم داعش.", {"COERCE الجيش اللبناني > ثلاثة سوريين"}),
    ("تلقى أمير الكويت رسالة خطية من خادم الحرمين الشريفين الملك سلمان بن عبد العزيز.", {"CONSULT سلمان بن عبد العزيز، أمير الكويت >"}),
    ("قال وزير الدفاع الأمريكي بيت هيغسيث إن قواته نفذت ضربات على مواقع إيرانية.", {"ASSAULT الولايات المتحدة > إيران"}),
    ("طعن رجل ثلاثة طلاب في مرسيليا.", {"ASSAULT رجل > ثلاثة طلاب"}),
    ("قتل شخص في إطلاق نار في ولاية تكساس.", {"ASSAULT  >"}),
    ("أعادت السعودية فتح سفارتها في دمشق.", {"SUPPORT السعودية > سوريا"}),
    ("أصدر الرئيس السوداني قراره بالعفو عن الصيادين المصريين.", {"CONCEDE الرئيس السوداني > الصيادين المصريين"}),
]


@pytest.mark.parametrize(("text", "events"), FORCES)
def test_whose_forces_charge_and_request_it_is(text: str, events: set[str]) -> None:
    assert read_events(text) == events


SUFFERED = [
    ("قصفت إسرائيل مواقع لحماس. / ودعت الحركة الوسطاء إلى الضغط على إسرائيل.", {"ASSAULT إسرائيل > حماس", "REQUEST حماس > الوسطاء"}),
    ("ونقلت وكالة رويترز عن مسؤول أمريكي قوله إن بلاده سترسل حاملة طائرات إلى المنطقة.", {"MOBILIZE الولايات المتحدة >"}),
    ("أطلق مستوطنون النار على رعاة فلسطينيين قرب الخليل.", {"ASSAULT مستوطنون > رعاة فلسطينيين"}),
    ("استنكرت نقابة الصحفيين الفلسطينيين استهداف الصحفيين في غزة.", {"ACCUSE نقابة الصحفيين الفلسطينيين >"}),
    ("أدانت إيران اغتيال إسماعيل هنية.", {"ACCUSE إيران >"}),
    ("أدانت تركيا قصف الاحتلال لغزة.", {"ACCUSE تركيا > إسرائيل"}),
    ("عزى ملك البحرين أمير الكويت في وفاة عمه.", {"SUPPORT ملك البحرين > أمير الكويت"}),
    ("قاطعت أحزاب المعارضة الانتخابات في تونس.", {"PROTEST أحزاب المعارضة >"}),
    ("أعلن الاتحاد الأوروبي تقديم 120 مليون يورو مساعدات لغزة.", {"AID الاتحاد الأوروبي > فلسطين"}),
]


@pytest.mark.parametrize(("text", "events"), SUFFERED)
def test_victims_rulers_and_parties_are_told_apart(text: str, events: set[str]) -> None:
    assert read_events(text) == events


SET_FREE = [
    ("قال الوزير إن الرهينة سارة لوران تم إطلاق سراحها أمس.", "RETREAT > سارة لوران"),
    ("أعلنت الشرطة أن الصحفي علي كريم تم الإفراج عنه أمس.", "RETREAT > علي كريم"),
]


@pytest.mark.parametrize(("text", "event"), SET_FREE)
def test_a_pronoun_behind_what_was_done_takes_up_whom_the_clause_is_about(text: str, event: str) -> None:
    assert event in {e.replace("  ", " ") for e in read_events(text)}


PAIRS = [
    (
        "تتبادل روسيا وأوكرانيا القصف منذ شهور. / ودعت تركيا الطرفين إلى العودة إلى المفاوضات.",
        "REQUEST تركيا > روسيا، أوكرانيا",
    ),
    ("قطعت كينيا علاقاتها مع رواندا. / ورفضت رواندا الخطوة. / وحثت السعودية البلدين على الحوار.", "REQUEST السعودية > كينيا، رواندا"),
    (
        "اتفقت مصر وقطر على فتح خط بحري، بحضور وفد من عمان والأردن. / ورحبت السعودية باتفاق البلدين. / ودعا الاتحاد الأوروبي البلدين إلى تنفيذه.",
        "REQUEST الاتحاد الأوروبي > مصر، قطر",
    ),
]


@pytest.mark.parametrize(("text", "event"), PAIRS)
def test_a_word_for_two_means_those_named_together_not_who_speaks_to_them(text: str, event: str) -> None:
    assert event in read_events(text)


CLAUSES = [
    ("اصطدم مسلحون بقوات الأمن في طرابلس.", "ASSAULT مسلحون > قوات الأمن"),
    ("اشتبك مهربون مع حرس الحدود الأردني.", "ASSAULT مهربون > حرس الحدود الأردني"),
    ("قتل ثلاثة جنود عراقيين في هجوم شنه تنظيم داعش.", "ASSAULT تنظيم داعش > ثلاثة جنود عراقيين"),
    ("قالت الشرطة الباكستانية إن انتحاريا فجر نفسه وسط مصلين.", "ASSAULT انتحاري >"),
    ("رفضت حركة حماس المقترح الإسرائيلي.", "REJECT حركة حماس > إسرائيل"),
    ("أعلن رئيس الوزراء الهندي ناريندرا مودي نيته زيارة كييف.", "AGREE ناريندرا مودي > أوكرانيا"),
]


@pytest.mark.parametrize(("text", "event"), CLAUSES)
def test_who_does_it_to_whom_is_told_by_the_clause(text: str, event: str) -> None:
    assert event in read_events(text)


PROTESTS = [
    ("رفع المتظاهرون في الخرطوم لافتات ورددوا هتافات مناهضة للحكومة السودانية.", "PROTEST المتظاهرون > الحكومة السودانية"),
    ("احتشد مئات الطلاب في ساحة الجامعة مرددين شعارات تندد بالرئيس التونسي قيس سعيد.", "PROTEST مئات الطلاب > قيس سعيد"),
    ("تظاهر آلاف المغاربة أمام السفارة الفرنسية في الرباط.", "PROTEST آلاف المغاربة > فرنسا"),
    ("احتج مئات العمال في صفاقس على مقتل زميل لهم على يد الشرطة التونسية.", "PROTEST مئات العمال > الشرطة التونسية"),
    ("تظاهر آلاف الأشخاص في الرباط احتجاجا على مقتل ثلاثة مدنيين في غزة.", "PROTEST آلاف الأشخاص >"),
    ("اعتصم عشرات المزارعين في إربد مطالبين الحكومة الأردنية بخفض الضرائب.", "PROTEST عشرات المزارعين > الحكومة الأردنية"),
    ("أضرب المعلمون في صنعاء للمطالبة برواتبهم.", "PROTEST المعلمون >"),
]


@pytest.mark.parametrize(("text", "event"), PROTESTS)
def test_a_protest_is_against_whom_its_slogans_reasons_and_demands_name(text: str, event: str) -> None:
    assert event in read_events(text)


def test_a_group_without_a_country_is_of_the_one_where_all_happens() -> None:
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=("هاجم مسلحون مدنيين في الخرطوم وفرقتهم قوات الأمن.",)))
    countries = {a.name: (a.country, a.sector) for a in record.actors if a.kind == "group"}
    assert countries == {"مسلحون": (None, "UAF"), "مدنيين": ("SDN", "CVL"), "قوات الأمن": ("SDN", "COP")}


ADDRESSEES = [
    ("شدد وزير الخارجية المصري بدر عبد العاطي على ضرورة أن تسمح إسرائيل بإدخال الدواء.", "REQUEST بدر عبد العاطي > إسرائيل"),
    ("طلبت مالطا مساعدة إيطاليا في إنقاذ القارب.", "REQUEST مالطا > إيطاليا"),
    ("هدد المحتجون بالتصعيد إذا لم تستجب الحكومة التونسية.", "THREATEN المحتجون > الحكومة التونسية"),
    ("أدانت مصر الهجوم الذي شنته إسرائيل على المدينة.", "ACCUSE مصر > إسرائيل"),
    ("قتل ثلاثة جنود أوغنديين في غارة صومالية قرب كيسمايو.", "ASSAULT الصومال > ثلاثة جنود أوغنديين"),
    ("أصيب عشرات الفلسطينيين خلال مواجهات مع الجيش الإسرائيلي.", "ASSAULT الجيش الإسرائيلي > عشرات الفلسطينيين"),
    ("دعا كل من مصر وقطر إسرائيل إلى تنفيذ الاتفاق.", "REQUEST مصر، قطر > إسرائيل"),
    ("أعربت الأمم المتحدة عن قلقها، داعية كلا من الهند وباكستان إلى ضبط النفس.", "REQUEST الأمم المتحدة > الهند، باكستان"),
]


@pytest.mark.parametrize(("text", "event"), ADDRESSEES)
def test_an_addressee_is_found_where_no_slot_of_the_verb_tells(text: str, event: str) -> None:
    assert event in read_events(text)


PHRASES = [
    ("خطف مسلحون سائحا فرنسيا قرب الحدود.", "ASSAULT مسلحون > سائح فرنسي"),
    ("شن التحالف الذي تقوده السعودية غارات على مواقع للحوثيين.", "ASSAULT التحالف الذي تقوده السعودية > الحوثيون"),
    ("السعودية والبحرين اللتان طردتا السفير اللبناني رفضتا الوساطة.", "SANCTION السعودية، البحرين > السفير اللبناني"),
    ("وزعت قطر الخيرية خياما على النازحين بالتعاون مع الهلال الأحمر الأردني.", "AID قطر الخيرية، الهلال الأحمر الأردني > النازحين"),
    ("قصفت طائرات إسرائيلية مطار حلب.", "ASSAULT إسرائيل > سوريا"),
    ("دهس مهاجم مارة قرب جسر في باريس.", "ASSAULT مهاجم > مارة"),
    ("طالبت جمعيات حقوقية، في بيان مشترك، السلطات المغربية بالإفراج عن المعتقلين.", "REQUEST جمعيات حقوقية > السلطات المغربية"),
    (
        "اندلعت معارك بين الجيش السوداني وقوات الدعم السريع. / ودعا الاتحاد الأفريقي طرفي النزاع إلى التهدئة.",
        "REQUEST الاتحاد الأفريقي > الجيش السوداني، قوات الدعم السريع",
    ),
    ("اعتقلت جماعة الحوثي أربعة صحافيين. / وقالت نقابة إن الجماعة تعذبهم.", "ASSAULT جماعة الحوثي > أربعة صحافيين"),
    ("فرقت الشرطة الكينية المحتجين واعتقلت عددا منهم.", "COERCE الشرطة الكينية > المحتجين"),
]


@pytest.mark.parametrize(("text", "event"), PHRASES)
def test_phrases_end_where_the_next_party_begins(text: str, event: str) -> None:
    assert event in read_events(text)


TAKEN_UP = [
    ("أصدر الملك محمد السادس عفوا عن صحفيين معتقلين. / ورحبت منظمة العفو الدولية بالقرار.", "SUPPORT منظمة العفو الدولية > محمد السادس"),
    ("رفضت مصر المقترح التركي القطري.", "REJECT مصر > تركيا، قطر"),
    ("التقى وزير الصحة الأردني فراس الهواري مزارعين وناشد المنظمات الدولية مضاعفة جهودها.", "REQUEST فراس الهواري > المنظمات الدولية"),
    ("أعرب الرئيس الإيراني مسعود بزشكيان عن رغبته في تعزيز العلاقات مع دول الجوار خاصة العراق.", "AGREE مسعود بزشكيان > العراق"),
    ("طالبت نقابة الصيادين التونسيين بتدخل الحكومة التونسية.", "REQUEST نقابة الصيادين التونسيين > الحكومة التونسية"),
    ("طلب الأمين العام للأمم المتحدة أنطونيو غوتيريش من كافة أطراف النزاع احترام الهدنة.", "REQUEST أنطونيو غوتيريش > أطراف النزاع"),
]


@pytest.mark.parametrize(("text", "event"), TAKEN_UP)
def test_whoever_did_or_offered_or_can_help_is_spoken_to(text: str, event: str) -> None:
    assert event in read_events(text)


HOSTS = [
    (
        "يقوم وزير الخارجية الجزائري أحمد عطاف بزيارة إلى موسكو بعد غد. / ويجري أحمد عطاف مباحثات مع نظيره الروسي سيرغي لافروف.",
        "AGREE أحمد عطاف > سيرغي لافروف",
    ),
    ("أدانت تونس احتلال السفارة الإماراتية من قبل الحوثيين.", "ACCUSE تونس > الحوثيون"),
    ("استخدمت روسيا الفيتو لعرقلة مشروع القرار الفرنسي البريطاني.", "REJECT روسيا > فرنسا، بريطانيا"),
    ("سيطر الحوثيون على مقر الحكومة في صنعاء.", "COERCE الحوثيون >"),
]


@pytest.mark.parametrize(("text", "event"), HOSTS)
def test_hosts_doers_and_authors_are_named_and_buildings_are_nobody(text: str, event: str) -> None:
    assert event in read_events(text)


VIOLENCE = [
    ("أطلقت قوات الأمن الغاز المسيل للدموع لتفريق المتظاهرين في المنامة.", "ASSAULT قوات الأمن > المتظاهرين"),
    ("خطف مسلحون سائحين ألمانيين في جنوب اليمن.", "ASSAULT مسلحون > سائحين ألمانيين"),
    ("نفذ انتحاري هجوما استهدف مركزا للشرطة في كركوك.", "ASSAULT انتحاري > الشرطة"),
]


@pytest.mark.parametrize(("text", "event"), VIOLENCE)
def test_attackers_and_those_hit_are_found_across_clauses(text: str, event: str) -> None:
    assert event in read_events(text)


def test_those_who_belong_to_a_body_are_of_its_sector() -> None:
    record = read(Article(id="invented", published="2025-02-12", title="", paragraphs=("هاجم مسلحون عناصر الشرطة في كركوك.",)))
    assert next(a.sector for a in record.actors if "الشرطة" in a.name) == "COP"


AMONG = [
    ("اعتقلت الشرطة المغربية ثلاثة أشخاص من بينهم الصحفي سليم الحداد.", "COERCE الشرطة المغربية > سليم الحداد"),
    ("اعتقلت الشرطة المغربية 12 شخصا في فاس.", "COERCE الشرطة المغربية >"),
    ("أوقف الدرك الموريتاني ستة أشخاص يشتبه في انتمائهم إلى عصابة.", "COERCE الدرك الموريتاني > ستة أشخاص"),
    ("فجر انتحاري نفسه في مقديشو فقتل 22 شخصا بينهم أطفال.", "ASSAULT انتحاري > أطفال"),
    (
        "أصدر الملك محمد السادس عفوا عن أكثر من ألفي شخص، من بينهم الصحافيان عمر الراضي وسليمان الريسوني.",
        "CONCEDE محمد السادس > عمر الراضي، سليمان الريسوني",
    ),
]


@pytest.mark.parametrize(("text", "event"), AMONG)
def test_a_count_is_nobody_and_those_named_among_it_are_parties(text: str, event: str) -> None:
    assert event in read_events(text)


GUESTS = [
    (
        "زار وزير الداخلية الفرنسي جيرالد دارمانان المغرب، بدعوة من نظيره المغربي عبد الوافي لفتيت.",
        "CONSULT جيرالد دارمانان > عبد الوافي لفتيت",
    ),
    (
        "التقى وزير الداخلية الفرنسي جيرالد دارمانان نظيره المغربي عبد الوافي لفتيت وأيضا وزير الأوقاف المغربي أحمد التوفيق.",
        "CONSULT جيرالد دارمانان، عبد الوافي لفتيت، أحمد التوفيق >",
    ),
    (
        "بحث وزير الشؤون الخارجية للجمهورية الفرنسية، جان نويل بارو، مع وزير الخارجية المصري بدر عبد العاطي الوضع في لبنان.",
        "CONSULT جان نويل بارو، بدر عبد العاطي >",
    ),
]


@pytest.mark.parametrize(("text", "event"), GUESTS)
def test_guests_hosts_and_those_met_besides_are_named(text: str, event: str) -> None:
    assert event in read_events(text)


def test_a_burden_is_laid_by_who_spoke_last() -> None:
    text = "طالب عقيلة صالح بوقف القتال. / وحمّل المجتمع الدولي والبعثة الأممية مسؤولية ما يحدث."
    assert "ACCUSE عقيلة صالح > المجتمع الدولي، البعثة الأممية" in read_events(text)


def test_behind_a_statement_stands_whom_its_maker_speaks_to() -> None:
    text = "اتهمت وزارة الخارجية السودانية في بيان قوات الدعم السريع بارتكاب مجزرة."
    assert "ACCUSE وزارة الخارجية السودانية > قوات الدعم السريع" in read_events(text)
    assert "ACCUSE تركيا > وزارة الخارجية الفرنسية" in read_events("انتقدت تركيا بيان وزارة الخارجية الفرنسية.")


VERDICTS = [
    ("قضت محكمة وهران بالحبس النافذ في حق ناشطين معارضين.", "SANCTION محكمة وهران > ناشطين معارضين"),
    ("أيدت محكمة تلمسان الأحد حكما بالسجن على الناشط نبيل صالحي.", "SANCTION محكمة تلمسان > نبيل صالحي"),
    ("أدين الصحفي نبيل صالحي بعام حبسا نافذا.", "SANCTION  > نبيل صالحي"),
    ("قضت المحكمة العسكرية اللبنانية بحبس الناشط نبيل صالحي شهرين.", "SANCTION المحكمة العسكرية اللبنانية > نبيل صالحي"),
    ("قضت محكمة تونسية بإدانة الوزير السابق سامي الطرابلسي.", "SANCTION محكمة تونسية > سامي الطرابلسي"),
    ("قضت محكمة تونسية بسجن الصحفي نبيل صالحي ثلاث سنوات.", "SANCTION محكمة تونسية > نبيل صالحي"),
]


@pytest.mark.parametrize(("text", "event"), VERDICTS)
def test_a_verdict_falls_on_whoever_is_sentenced(text: str, event: str) -> None:
    assert event in read_events(text)


ON_THE_ROAD = [
    ("قطع محتجون أوتوستراد صيدا رفضا لتقنين الكهرباء.", {"PROTEST محتجون >"}),
    ("أشعل محتجون النار في مقر حزب الدعوة بالنجف.", {"PROTEST محتجون > حزب الدعوة"}),
    ("أجلت المحكمة النطق بالحكم في قضية الناشطين.", set()),
]


@pytest.mark.parametrize(("text", "events"), ON_THE_ROAD)
def test_what_a_crowd_does_to_a_road_or_a_building_is_protest(text: str, events: set[str]) -> None:
    assert read_events(text) == events


POLICING = [
    ("فرقت الشرطة الكينية مئات الطلاب في نيروبي.", "ASSAULT الشرطة الكينية > مئات الطلاب"),
    ("أوقفت الشرطة الأردنية نشطاء من الحراك.", "COERCE الشرطة الأردنية > نشطاء"),
    ("أوقفت الشرطة العراقية قياديا معارضا في البصرة.", "COERCE الشرطة العراقية > "),
    ("امتنع مدرسون مغاربة عن دخول الفصول.", "PROTEST مدرسون مغاربة >"),
    ("منعت الشرطة الأردنية وقفة أمام البرلمان.", "COERCE الشرطة الأردنية >"),
]


@pytest.mark.parametrize(("text", "event"), POLICING)
def test_police_act_upon_those_who_gather(text: str, event: str) -> None:
    assert any(told.startswith(event) for told in read_events(text))


def test_years_spent_in_prison_and_blame_for_a_prison_term_are_no_verdict() -> None:
    assert not any(event.startswith("SANCTION") for event in read_events("قضى الناشط نبيل صالحي ثلاث سنوات في السجن."))
    assert not any(event.startswith("SANCTION") for event in read_events("أدان الوزير سجن الصحفيين في إيران."))
