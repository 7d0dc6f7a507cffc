"""Verb forms: each class of verb by its hardest members, with the Arabic in view when a test fails."""

from __future__ import annotations

import pytest

from rawi.arabic.letters import fold
from rawi.arabic.verbs import Form, before_pronoun, conjugate, lemma
from rawi.errors import KnowledgeError
from rawi.lore import load
from rawi.lore.schema import Verbs

NOUNS = "حرب دول شعب مدن قبل بعد عدد حول خلال قائد مصر وفد من على"
BY_PLACE = "عقد طلب قتل جرح شن ضرب نقل بحث دعم رد حمل وجه عرض قرر سجل وقع تقدم تعاون"
FORMS = [  # principal parts, and forms that the press writes
    ("زار يزور", "زار زارت زاروا زرنا زرت زير يزور يزر نزور أزور يزورون يزوروا يزار زائر زائرا مزور"),
    ("قال يقول", "قال قالت قالا قالوا قلنا قلن قيل يقول يقل يقولون يقال قائلا قائلة قائلين"),
    ("سار يسير", "سار سرنا يسير يسر يسيرون سائرا"),
    ("خاف يخاف", "خفنا خافوا يخاف يخف يخافون"),
    ("أقام يقيم", "أقام أقامت أقمنا أقيم أقيمت يقيم يقم يقام مقيم مقام إقامة"),
    ("استقال يستقيل", "استقال استقلت استقالوا يستقيل يستقيلون مستقيل استقالة استقالات"),
    ("احتاج يحتاج", "احتاجت احتجنا يحتاج محتاج احتياج احتياجات"),
    ("انحاز ينحاز", "انحازوا ينحاز منحازة انحياز انحيازا"),
    (
        "دعا يدعو",
        "دعا دعت دعوا دعونا دعي دعيت يدعو يدع تدعو يدعون يدعوان يدعى داعيا داعية داعين داعي مدعو مدعوون",
    ),
    ("بقي يبقى", "بقي بقيت بقوا بقينا يبقى يبق يبقون باق باقية"),
    ("سعى يسعى", "سعى سعت سعوا سعينا يسعى يسع يسعون ساعيا"),
    ("وفى يفي", "وفى وفت يفي يف يفون يوفى"),
    ("التقى يلتقي", "التقى التقت التقيا التقوا التقينا يلتقي يلتق يلتقيان يلتقون يلتقوا ملتقيا التقاء"),
    ("أبدى يبدي", "أبدى أبدت أبدوا أبديت يبدي يبد يبدون مبديا مبدية مبدين إبداء"),
    ("استدعى يستدعي", "استدعى استدعت استدعوا استدعي استدعيت يستدعي يستدعى مستدعيا استدعاء"),
    ("ادعى يدعي", "ادعى ادعت ادعوا يدعي يدعون مدعيا ادعاء ادعاءات"),
    ("تحدى يتحدى", "تحدى تحدت يتحدى يتحد يتحدون متحديا تحد تحديات"),
    ("تلقى يتلقى", "تلقى تلقت تلقوا يتلقى متلقيا"),
    ("غطّى يغطّي", "غطى غطت يغطي مغطاة تغطية"),
    ("نادى ينادي", "نادى نادت نودي ينادي مناديا مناداة نداء"),
    ("أحيا يحيي", "أحيا أحيت أحيوا يحيي يحيون إحياء"),
    ("رأى يرى", "رأى رأت رأوا رأينا رئي يرى ير ترى يرون يروا مرئي"),
    ("أرى يري", "أرى أرت يري يرون"),
    ("أتى يأتي", "أتى أتت أتوا يأتي يأت يأتون آتيا"),
    ("مد يمد", "مد مدت مدوا مددنا يمد يمدون ممدود"),
    ("احتل يحتل", "احتل احتلت احتلوا احتللنا يحتل يحتلون محتل محتلة احتلال"),
    ("استمر يستمر", "استمر استمرت استمررنا يستمر مستمر مستمرة استمرار"),
    ("أعد يعد", "أعد أعدت أعددنا يعد معد إعداد"),
    ("اطمأنّ يطمئنّ", "اطمأن اطمأنت اطمأننت يطمئن مطمئنة اطمئنان"),
    ("وصل يصل", "وصل وصلت وصلوا يصل يصلون يوصل واصلا"),
    ("اتفق يتفق", "اتفق اتفقت اتفقا اتفقوا يتفق يتفقون متفق اتفاق اتفاقات"),
    ("اتصل يتصل", "اتصل يتصل متصلا اتصال اتصالات"),
    ("أوقف يوقف", "أوقف أوقفت يوقف موقفا إيقاف"),
    ("أيقن يوقن", "أيقن أيقنا يوقن يوقنون موقن إيقان"),
    ("استوقف يستوقف", "استوقف استوقفت يستوقف استيقاف"),
    ("أخذ يأخذ", "أخذ آخذ يأخذ يؤخذ آخذا مأخوذ"),
    ("آمن يؤمن", "آمن آمنت يؤمن أومن مؤمن إيمان"),
    ("آثر يؤثر", "آثر يؤثر مؤثرا إيثار"),
    ("آخذ يؤاخذ", "آخذ يؤاخذ مؤاخذة"),
    ("أكد يؤكد", "أكد أكدت أكدا أكدوا أكدنا يؤكد تؤكد نؤكد مؤكدا مؤكدة تأكيد"),
    ("سأل يسأل", "سأل سألت سئل يسأل سائلا مسؤول مسؤولون مسئول"),
    ("تساءل يتساءل", "تساءل تساءلت يتساءل متسائلا تساؤل تساؤلات"),
    ("بدأ يبدأ", "بدأ بدأت بدؤوا بدأوا بدأنا يبدأ يبدؤون يبدأون يبدآن بادئ"),
    ("هنّأ يهنّئ", "هنأ هنأت يهنئ مهنئا تهنئة"),
    ("جاء يجيء", "جاء جاءت جاؤوا جاءوا جئنا يجيء"),
    ("أساء يسيء", "أساء أساءت أسأنا يسيء يسيئون مسيء مسيئة إساءة"),
    ("ائتمر يأتمر", "ائتمر يأتمر مؤتمر ائتمار"),
    ("أعلن يعلن", "أعلن أعلنت أعلنا أعلنوا يعلن معلنا معلنة إعلان إعلانات"),
    ("ثبّت يثبّت", "ثبت ثبتنا يثبت مثبتا تثبيت"),
    ("ناقش يناقش", "ناقش ناقشت نوقش نوقشت يناقش مناقش مناقشة مناقشات نقاش"),
    ("تبادل يتبادل", "تبادل تبودل يتبادلان تبادل متبادل"),
    ("ترجم يترجم", "ترجم ترجمت يترجم مترجم ترجمة"),
    ("سيطر يسيطر", "سيطر سيطرت يسيطرون مسيطرة سيطرة"),
    ("تدهور يتدهور", "تدهور تدهورت يتدهور متدهورة تدهور"),
    ("احمر يحمر", "احمر احمرت يحمر محمرة احمرار"),
]


@pytest.mark.parametrize(("parts", "words"), FORMS, ids=[parts for parts, _ in FORMS])
def test_a_verb_has_the_forms_that_the_press_writes(parts: str, words: str) -> None:
    forms = conjugate(parts)
    missing = [word for word in words.split() if fold(word) not in forms]
    assert not missing, f"{parts}: {' '.join(missing)}"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ("زار يزور", "زور يزورو زارنا"),
        ("درس يدرس", "تدريس مدرسين"),
        ("درّس يدرّس", "دارس مدروس"),
        ("التقى يلتقي", "التقات يلتقيون التقيوا"),
        ("دعا يدعو", "دعات دعاوا يدعوون"),
        ("استلم يستلم", "استمرار استلممت"),
        ("وصل يصل", "يوصلو وصال"),
        ("أعلن يعلن", "أعلننا أعلون"),
    ],
)
def test_a_verb_has_no_form_that_nobody_writes(parts: str, words: str) -> None:
    found = [word for word in words.split() if fold(word) in conjugate(parts)]
    assert not found, f"{parts}: {' '.join(found)}"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ("دعا يدعو", "دعا(ه) دعت(هم) دعو(ه) دعونا(هم) يدعو(ه) يدع(ه) يدعون(ه)"),
        ("التقى يلتقي", "التقا(ه) التقت(ه) التقو(ه) يلتقي(ه) التقاء(ه) التقائ(ه)"),
        ("اتهم يتهم", "اتهمو(ه) اتهمتمو(ه) يتهمون(ه) يتهمو(ه) متهم(ه)"),
        ("رأى يرى", "رآ(ه) رأو(ه) يرا(ه) ير(ه)"),
        ("بدأ يبدأ", "بدأ(ه) يبدؤ(ه) يبدأ(ه)"),
        ("أدان يدين", "أدان(ه) يدين(ه) إدانت(ه)"),
        ("ناقش يناقش", "ناقشو(ها) مناقشت(ها) مناقشات(ها)"),
        ("أيد يؤيد", "يؤيدون(ه) مؤيدي(ه) مؤيدو(ه)"),
    ],
)
def test_a_form_changes_before_a_pronoun(parts: str, words: str) -> None:
    forms = before_pronoun(parts)
    missing = [word for word in words.split() if fold(word.split("(")[0]) not in forms]
    assert not missing, f"{parts}: {' '.join(missing)}"


def test_voices_spelled_alike_are_one_form() -> None:
    assert conjugate("قتل يقتل")["قتل"] == (Form("perfect", 3, "m", "s", "both"),)
    assert conjugate("زار يزور")["زارت"] == (Form("perfect", 3, "f", "s", "active"),)
    assert conjugate("زار يزور")["يزار"] == (Form("imperfect", 3, "m", "s", "passive"),)


def test_a_participle_spelled_alike_in_both_voices_is_a_participle_of_both() -> None:
    assert conjugate("أكد يؤكد")[fold("مؤكدا")] == (Form("participle", 3, "m", "s", "both"),)
    assert conjugate("قتل يقتل")["مقتولا"] == (Form("passive participle", 3, "m", "s", "passive"),)


def test_the_form_says_person_gender_and_number() -> None:
    forms = conjugate("اجتمع يجتمع")
    assert forms["اجتمعا"] == (Form("perfect", 3, "m", "d", "both"),)
    assert forms["نجتمع"] == (Form("imperfect", 1, "c", "p", "both"),)
    assert {f.person for f in forms["تجتمع"]} == {2, 3}


def test_an_intransitive_verb_can_do_without_its_passive() -> None:
    assert fold("عيد") in conjugate("عاد يعود")
    assert fold("عيد") not in conjugate("عاد يعود", passive=False)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("أكّد يؤكّد", "أكد يؤكد"),
        ("اِتَّفَقَ يَتَّفِقُ", "اتفق يتفق"),
        ("استمرّ يستمرّ", "استمر يستمر"),
        ("درّب يدرّب", "درّب يدرّب"),
        ("استلم يستلم", "استلم يستلم"),
    ],
)
def test_a_lemma_keeps_shadda_only_where_it_tells_verbs_apart(written: str, expected: str) -> None:
    assert lemma(written) == expected


@pytest.mark.parametrize("parts", ["", "زار", "زار زور", "ز يز", "استعملناها يستعملناها", "لقاء مهم جدا"])
def test_what_is_no_verb_is_refused(parts: str) -> None:
    with pytest.raises(KnowledgeError):
        conjugate(parts)


@pytest.fixture(scope="module")
def book() -> Verbs:
    return load.language("verbs", Verbs)


def test_every_listed_verb_has_the_forms_it_is_listed_by(book: Verbs) -> None:
    wrong = [v.parts for v in book.verbs if any(fold(p) not in conjugate(v.parts) for p in v.parts.split())]
    assert not wrong, " | ".join(wrong)


def test_every_listed_verb_is_listed_once_in_its_one_spelling(book: Verbs) -> None:
    parts = [v.parts for v in book.verbs]
    assert [p for p in parts if lemma(p) != p] == []
    assert len(parts) == len(set(parts))


def test_the_lists_hold_forms_that_some_verb_has_and_do_not_overlap(book: Verbs) -> None:
    forms = {form for v in book.verbs for form in conjugate(v.parts)}
    listed = {*book.noun_like, *book.verb_only_initial, *book.not_masdar}
    assert not listed - forms, " ".join(sorted(listed - forms))
    assert not set(book.noun_like) & set(book.verb_only_initial)
    assert all(word == fold(word) for word in listed)


@pytest.mark.parametrize("word", NOUNS.split())
def test_everyday_nouns_are_not_read_as_verbs(book: Verbs, word: str) -> None:
    forms = {form for v in book.verbs for form in conjugate(v.parts)}
    assert fold(word) not in forms or fold(word) in book.noun_like, word


@pytest.mark.parametrize("word", BY_PLACE.split())
def test_words_that_are_noun_and_verb_are_verbs_by_place(book: Verbs, word: str) -> None:
    assert word in book.verb_only_initial
