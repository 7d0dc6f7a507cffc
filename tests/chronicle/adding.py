"""A process of its own that adds articles to a chronicle: to be killed, or to be one of several. ``python adding.py DATABASE FIRST LAST``."""

from __future__ import annotations

import sys

from telling import event, record

from rawi.chronicle import Chronicle
from rawi.model import Record

PAIRS = [("بوتين", "الشرع"), ("لافروف", "الشيباني"), ("روسيا", "سوريا"), ("بوتين", "الشيباني")]
BATCH = 5


def records() -> list[Record]:
    """Sixty articles of twenty outlets that tell of forty things, some in copies, some in two versions."""
    made = []
    for at in range(60):
        pair, day = PAIRS[at % 4], 10 + at % 10
        met = event(f"التقى الطرفان وبحثا ملف {at % 7} و {at % 5}", pair, date=f"2025-02-{day}", sources=["الكرملين"] if at % 3 else [])
        asked = event(f"طالب الأول الثاني بفتح معبر رقم {at % 6}", pair[:1], pair[1:], type="REQUEST", date=f"2025-02-{day}")
        again = at >= 50  # an article of the first ten, with a new text
        outlet, ident = f"outlet{at % 50 % 20}", str(at % 50)
        more, updated = (f"فقرة أخرى {at}", "2025-03-01") if again else ("", None)
        made.append(record(outlet, met, asked, published=f"2025-02-{day}", ident=ident, more=more, updated=updated))
    return made


if __name__ == "__main__":
    where, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Chronicle(where) as chronicle:
        print("ready", flush=True)
        chronicle.add(records()[first:last], batch=BATCH)
