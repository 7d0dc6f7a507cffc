"""Numbers in words: every example of the knowledge, every day of a month, every year of two centuries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.letters import fold
from rawi.arabic.numbers import read
from rawi.lore import load
from rawi.lore.schema import NumberExample, Numbers

LORE = load.language("numbers", Numbers)
EXAMPLES = [word.example for rank in (LORE.unit, LORE.ten, LORE.hundred, LORE.scale) for word in rank]
UNITS = {word.value: word.cardinal[0] for word in LORE.unit}
TENS = {word.value: word.cardinal[1] for word in LORE.ten}
HUNDREDS = {word.value: word.cardinal[0] for word in LORE.hundred}


def spell(value: int) -> str:
    """A number below 10,000 in words, parts from great to small, units before tens."""
    parts = []
    if value >= 1000:
        thousands = value // 1000
        parts.append({1: "ألف", 2: "ألفين"}.get(thousands) or f"{UNITS[thousands]} آلاف")
    if hundreds := value % 1000 // 100 * 100:
        parts.append(HUNDREDS[hundreds])
    rest = value % 100
    if 10 < rest < 20:
        unit = {1: "أحد", 2: "اثني"}.get(rest - 10) or UNITS[rest - 10]
        parts.append(f"{unit} عشر")
    elif 0 < rest <= 10:
        parts.append(UNITS[rest])
    elif rest:
        parts += [UNITS[unit] for unit in [rest % 10] if unit] + [TENS[rest - rest % 10]]
    return " و".join(parts)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.text)
def test_every_example_of_the_knowledge_is_read(example: NumberExample) -> None:
    words = fold(example.text).split()
    number = read(words)
    assert number is not None, example.text
    assert (number.value, number.words) == (example.value, len(words)), example.text


def test_every_number_below_ten_thousand_is_read_back_whole() -> None:
    for value in range(1, 10_000):
        words = fold(spell(value)).split()
        number = read([*words, "من"])
        assert number is not None and (number.value, number.words) == (value, len(words)), spell(value)


@pytest.mark.parametrize(
    ("text", "value", "taken", "ordinal"),
    [
        ("الثامن والعشرين من شباط", 28, 2, True),
        ("الحادية عشرة وتسع وخمسين دقيقة", 11, 2, True),
        ("ثلاثة أيام", 3, 1, False),
        ("العشرين من شباط", 20, 1, True),
        ("خمسة وثلاثة", 5, 1, False),
        ("مئة وزير", 100, 1, False),
        ("ألفان ومئة", 2100, 2, False),
    ],
)
def test_a_number_ends_where_its_grammar_ends(text: str, value: int, taken: int, ordinal: bool) -> None:
    assert read(fold(text).split()) == (value, taken, ordinal)


@pytest.mark.parametrize("text", ["أحد المسؤولين", "إحدى المدن", "وزير", "اثنا", ""])
def test_a_word_that_is_a_number_only_with_a_tail_is_none_alone(text: str) -> None:
    assert read(fold(text).split()) is None, text


@given(st.lists(st.sampled_from(fold("ألف مئة عشر وعشرين أحد وثلاثة مليون الثالث وألفين و").split())))
def test_no_sequence_of_number_words_raises(words: list[str]) -> None:
    number = read(words)
    assert number is None or 0 < number.words <= len(words)
