"""``rawi read``: articles in, records out."""

from __future__ import annotations

import sys

import click

from rawi.cli.inputs import ALLOW_PRIVATE, FILES, PUBLISHED, Inputs, jobs_option


def share(ctx: click.Context, param: click.Parameter, given: str) -> float:
    """A number from 0 to 1; whatever else was given ends the command with one line."""
    try:
        number = float(given)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # nan is neither
        raise click.BadParameter(f"'{given}' is no number from 0 to 1; give one such as 0.9", ctx, param)
    return number


@click.command("read")
@FILES
@PUBLISHED
@click.option("--json", "as_json", is_flag=True, help="One JSON record a line.")
@click.option(
    "--min-score", callback=share, default="0", metavar="P", help="Leave out events whose measured chance to be right is below P, 0 to 1: 0.9."
)
@jobs_option
@ALLOW_PRIVATE
def command(files: tuple[str, ...], published: str | None, as_json: bool, min_score: float, jobs: int, allow_private: bool) -> None:
    """Read articles and print their records.

    FILE is a page (.html), a text (.txt: title, empty line, paragraphs), rows (.jsonl), a feed (.xml), an archive (.warc, .warc.gz), a
    folder of such, or - for standard input. What cannot be read is named on standard error; the rest is still read (exit code 2).
    """
    inputs = Inputs(files, published, allow_private=allow_private)
    out = sys.stdout.buffer
    for record in inputs.records(jobs, min_score):
        if as_json:
            out.write(record.to_json() + b"\n")
        else:
            from rawi.cli.show import print_record

            print_record(record)
    out.flush()
    inputs.finish()
