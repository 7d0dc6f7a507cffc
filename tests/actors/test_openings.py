"""What cannot begin at a word is not looked for there: no reading may be lost by that."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.actors import openings
from rawi.actors.scan import Scanner
from rawi.arabic.letters import fold_keeping_offsets
from rawi.arabic.words import tokens
from rawi.lore import load

GOLD = sorted((Path(__file__).parent.parent / "gold").glob("*.txt"))
EXAMPLES = "\n".join(entry.example for _, file in load.events() for entry in file.trigger)


@pytest.mark.parametrize("text", [*(path.read_text(encoding="utf-8") for path in GOLD), EXAMPLES], ids=[*(path.stem for path in GOLD), "examples"])
def test_every_mention_begins_where_its_kind_is_looked_for(text: str) -> None:
    folded = fold_keeping_offsets(text)
    words = tokens(folded, text)
    scanner = Scanner(words, lambda start, end: text[start:end], [False] * len(words))
    readers = (
        (openings.COUNTED, scanner.groups.counted),
        (openings.TAKEN_UP, scanner.anaphors.taken_up),
        (openings.KNOWN, scanner.known.known),
        (openings.TITLE, scanner.offices.titled),
        *scanner.readers,
    )
    for token in words:
        if token.word.kind == "mark" or (token.index and words[token.index - 1].word.form == "عبد"):
            continue
        opens = openings.openings(token.word)
        for kind, read in readers:
            found = None if opens & kind else read(token.index)
            assert found is None, f"{found} at «{token.word.form}» would be lost: let rawi/actors/openings.py know of it"
