"""Where the names of unknown people begin and end."""

from __future__ import annotations

import pytest

from rawi.actors.romanize import romanize
from rawi.model import Article
from rawi.reading import read


def _people(text: str) -> list[str]:
    return [actor.name for actor in read(Article(paragraphs=(text,))).actors if actor.kind == "person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وحضر الندوة حسام جرادنة وتامر أبو شعلان.", ["حسام جرادنة", "تامر أبو شعلان"]),
        ("قال روجيه هامدان إن القرار صدر.", ["روجيه هامدان"]),
        ("غادر هشام عبد الباقي إلى تونس.", ["هشام عبد الباقي"]),
        ("وقال محسن الشرجبي إنه سيعود.", ["محسن الشرجبي"]),
        ("وجه نبيل مواقفكم للجميع.", []),
        ("انضم عمرو زكي للفريق أمس.", ["عمرو زكي"]),
        ("استقبل عماد حمدان ابن عمه في الدار.", ["عماد حمدان"]),
    ],
)
def test_a_name_ends_where_its_words_do(text: str, names: list[str]) -> None:
    assert _people(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال كروتشيلي إن المباراة كانت صعبة.", ["كروتشيلي"]),
        ("وأضاف فريدريكسن أن القرار نهائي.", ["فريدريكسن"]),
        ("وأعلنت الشركة أن سلسلة موزارت ستصدر كاملة.", ["موزارت"]),
        ("فاز على الملعب رودريغو بالاتشينو أمس.", ["رودريغو بالاتشينو"]),
        ("وأضاف تسونامي عام 2004 دمارا إلى الدمار.", []),
        ("أرسل الناشر نسخة لتوفيق الحمداني.", ["توفيق الحمداني"]),
        ("حضر الحفل سمير الحلبي، ورجاء الحموي، وسعيد الفرا.", ["سمير الحلبي", "رجاء الحموي", "سعيد الفرا"]),
        ("وتغلب الكيني نديوا كيبروتيش على منافسيه.", ["نديوا كيبروتيش"]),
        ("قالت الممثلة شيرلي بوتمان إنها ستعتزل.", ["شيرلي بوتمان"]),
        ("وقال المهاجم فيليبي كالديرون إنه جاهز.", ["فيليبي كالديرون"]),
        ("توج الملك كارلوس الثالث في الكنيسة.", ["كارلوس الثالث"]),
        ("وصل سمير جمال نجم المنتخب إلى الملعب.", ["سمير جمال"]),
        ("سافرت سوزان الخطيب قرينة السفير.", ["سوزان الخطيب"]),
    ],
)
def test_a_person_is_found_where_only_shape_place_or_company_tell(text: str, names: list[str]) -> None:
    assert _people(text) == names


def test_a_surname_of_two_words_takes_up_its_bearer() -> None:
    record = read(Article(published="2024-05-02", paragraphs=("وقال أبو الغيط إن الجامعة ترفض القرار.",)))
    assert [actor.latin for actor in record.actors if actor.kind == "person"] == ["Ahmed Aboul Gheit"]


@pytest.mark.parametrize(
    ("name", "person", "latin"),
    [
        ("كامل الزهراوي", True, "Kamel al-Zahrawi"),
        ("عبد الباقي", True, "Abdul Baqi"),
        ("وزارة الخارجية السودانية", False, "Wizarat al-Kharijiyya al-Sudaniyya"),
        ("مصادر يمنية", False, "Masadir Yamaniyya"),
        ("13 ألف مقاتل", False, "13 Alf Muqatil"),
        ("وزارة التربية والتعليم", False, "Wizarat al-Tarbiya wa-l-Taalim"),
    ],
)
def test_names_are_spelt_with_their_vowels(name: str, person: bool, latin: str) -> None:
    assert romanize(name, person) == latin


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("واستقبل الوزير الناني ولد اسويدات في مكتبه.", ["الناني ولد اسويدات"]),
        ("قال السفير حسين الأمين الفاضل إن الحدود مفتوحة.", ["حسين الأمين الفاضل"]),
        ("أشاد المهاجم المخضرم ماركو روسيني بزملائه.", ["ماركو روسيني"]),
        ("وساهم المعهد في رأب الصدع.", []),
        ("وحضر وزير الصحة أمين الزهراوي الحفل.", ["أمين الزهراوي"]),
        ("وغاب سمير الحلبي وديزيري بوتشيلي عن المباراة.", ["سمير الحلبي", "ديزيري بوتشيلي"]),
        ("هزت العالم العربي موجة من الحر.", []),
    ],
)
def test_fathers_adjectives_and_spelling_tell_names_apart(text: str, names: list[str]) -> None:
    assert _people(text) == names
