"""The call of 12 February 2025, as five of the demo articles tell it: one occurrence, every number of it known."""

from __future__ import annotations

from rawi.chronicle import Chronicle
from rawi.chronicle.results import Filter


def test_the_call_is_one_occurrence_with_the_right_voices(demo_chronicle: Chronicle) -> None:
    page = demo_chronicle.occurrences(Filter(dyad=("روسيا", "سوريا"), mode="phone"))
    (call,) = page.rows
    assert (call.type, call.mode, call.status, call.date) == ("CONSULT", "phone", "actual", "2025-02-12")
    assert {actor.name for actor in call.actors} == {"فلاديمير بوتين", "أحمد الشرع"}
    assert (call.tellings, call.outlets, call.voices, call.contested) == (5, 5, 3, False)
