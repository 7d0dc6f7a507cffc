"""Measure what ``Event.score`` says: the share of right events among those told in one way, on the articles of ``tests/gold``.

    .venv/bin/python benchmarks/confidence.py

writes ``src/rawi/knowledge/language/confidence.toml`` anew and prints how well the scores foretell. It takes seconds; run it after the rules
or the coded articles have changed, and ``tests/manual.py`` after it. ``tests/calibration.py`` says how it is counted.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from calibration import Cell, alike, best_weight, brier, cells, left_out, reliability_table, tellings

FILE = Path(__file__).parents[1] / "src" / "rawi" / "knowledge" / "language" / "confidence.toml"
HEAD = """\
# How often an event is right that was told in one way or another. Written by benchmarks/confidence.py, which measures it on the coded
# articles of tests/gold: edit nothing here, run it again.
"""


def written(book: Mapping[str, Cell], weight: int) -> str:
    """The knowledge file."""
    lines = [HEAD, f"weight = {weight}", f"overall = {_cell(book[''])}", "", "[way]"]
    return "\n".join([*lines, *(f'"{name}" = {_cell(cell)}' for name, cell in book.items() if name)]) + "\n"


def _cell(cell: Cell) -> str:
    return f"{{ read = {cell.read}, right = {cell.right}, score = {cell.score:.2f} }}"


def main() -> None:
    """Measure, write, and say how well it foretells."""
    if not FILE.exists():  # reading asks for it
        FILE.write_text(written({"": Cell(0, 0, 0.5)}, 1), "utf-8")
    seen = tellings()
    weight = best_weight(seen)
    book = cells(seen, weight)
    FILE.write_text(written(book, weight), "utf-8")
    inside = [t._replace(score=round(book[t.way].score, 2)) for t in seen]
    print(f"{len(seen)} events, {sum(t.right for t in seen)} right; weight {weight}; {FILE.name} written")
    print("Brier score, 0 the best: on the articles measured, on articles left out")
    print(f"  these scores       {brier(inside):.4f}  {brier(left_out(seen, weight)):.4f}")
    print(f"  one score for all  {brier(alike(seen)):.4f}  {brier(left_out(alike(seen), weight)):.4f}")
    print(reliability_table())


if __name__ == "__main__":
    main()
