"""Where clitics end and words begin, by words whose first letter only looks like a clitic and words whose clitic hides."""

from __future__ import annotations

import pytest

from rawi.arabic.letters import fold_keeping_offsets
from rawi.arabic.words import Word, tokens


def _word(text: str) -> Word:
    return tokens(fold_keeping_offsets(text), text)[0].word


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("وزيرها", "وزيرها"),
        ("ووزيره", "و وزيره"),
        ("وبوزيرها", "و ب وزيرها"),
        ("ولرئيسه", "و ل رييسه"),
        ("ومجلسها", "و مجلسها"),
        ("وفدها", "وفدها"),
        ("فريقه", "فريقه"),
        ("كتابها", "كتابها"),
        ("وقتلها", "و قتلها"),
        ("ودعا", "و دعا"),
        ("كمينًا", "كمينا"),
        ("فرقت", "فرقت"),
        ("فجرت", "فجرت"),
        ("فضحت", "فضحت"),
        ("فاز", "فاز"),
        ("فقال", "ف قال"),
        ("فأطلق", "ف اطلق"),
        ("بتهمة", "ب تهمه"),
        ("بطاقات", "بطاقات"),
        ("للقاء", "ل لقاء"),
        ("للاجئين", "ل ال لاجيين"),
        ("للأطفال", "ل ال اطفال"),
        ("للكرة", "ل ال كره"),
        ("البث", "ال بث"),
        ("التزام", "التزام"),
    ],
)
def test_a_form_is_split_where_its_clitics_end(text: str, split: str) -> None:
    word = _word(text)
    pieces = (word.conjunction, word.preposition, "ال" if word.article else "", word.stem)
    assert " ".join(piece for piece in pieces if piece) == split


def test_a_noun_with_its_pronoun_is_no_verb() -> None:
    for text in ("وزيرها", "ووزيره", "فريقه", "فيلمه", "وفاته"):
        assert not _word(text).verbs, text
