"""``rawi explain``: where each part of a record comes from, and what was tried in vain."""

from __future__ import annotations

import sys

import click

from rawi.cli.inputs import ALLOW_PRIVATE, FILES, PUBLISHED, Inputs


@click.command("explain")
@FILES
@PUBLISHED
@click.option(
    "--sentence", type=click.IntRange(1), metavar="N", help="Only sentence N (the title's is 1): how it was cut, what fired, what failed and why."
)
@click.option("--event", type=click.IntRange(1), metavar="N", help="Only event N of the record.")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object an article.")
@ALLOW_PRIVATE
def command(files: tuple[str, ...], published: str | None, sentence: int | None, event: int | None, as_json: bool, allow_private: bool) -> None:
    """Show how articles were read: each thing found, with the entry of the knowledge and the rule that made it.

    \b
    Try:
      rawi explain page.html               who, when, on whose word, what
      rawi explain page.html --event 2     who filled which slot of event 2, from which words
      rawi explain page.html --sentence 3  how sentence 3 was cut, and why a verb in it gave no event
    """
    import msgspec

    from rawi.cli.explain_show import print_explanation
    from rawi.explaining import explain
    from rawi.explaining.choose import only

    inputs = Inputs(files, published, allow_private=allow_private)
    for article in inputs:
        chosen = only(explain(article), sentence, event)
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(chosen) + b"\n")
        else:
            print_explanation(chosen, whole=sentence is None and event is None)
    sys.stdout.flush()
    inputs.finish()
