"""Where the names of unknown people begin and end."""

from __future__ import annotations

import pytest

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
