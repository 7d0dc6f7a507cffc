"""The command line: one module a command, loaded when it is called, so that ``rawi --help`` starts at once."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from rawi.errors import RawiError

COMMANDS = {  # command: (module, one line)
    "read": ("rawi.cli.read", "Read articles and print their records."),
    "explain": ("rawi.cli.explain", "Show how a record was read: entries, rules, and what failed."),
    "dates": ("rawi.cli.dates", "Print the dates of a text with value and rule."),
    "who": ("rawi.cli.who", "Print the people, states and bodies of an article."),
    "page": ("rawi.cli.page", "Show an article as it was read from its page."),
    "fetch": ("rawi.cli.fetch", "Fetch pages from the web, politely."),
    "watch": ("rawi.cli.watch", "Read what is new in feeds, as it comes."),
    "add": ("rawi.cli.add", "Add articles to a chronicle."),
    "find": ("rawi.cli.find", "List what happened, by actor, place, words and more."),
    "timeline": ("rawi.cli.timeline", "Show what two did to each other, day by day."),
    "actor": ("rawi.cli.actor", "Show an actor: names, offices, acts, with whom."),
    "readouts": ("rawi.cli.readouts", "Show what each side says of a call, meeting or visit."),
    "occurrence": ("rawi.cli.occurrence", "Show an occurrence; join and split by hand."),
    "recode": ("rawi.cli.recode", "Read anew what other knowledge had read."),
    "export": ("rawi.cli.export", "Write a chronicle as JSON Lines, table, feed or graph."),
    "import": ("rawi.cli.imports", "Add what was exported to a chronicle."),
    "serve": ("rawi.cli.serve", "Open the reading room in a browser."),
    "bulk": ("rawi.cli.bulk", "Read a crawl: web archives and JSON Lines on many cores."),
    "demo": ("rawi.cli.demo", "Read the articles that ship with Rawi."),
    "lore": ("rawi.cli.lore", "Check, list and extend what Rawi knows."),
}


class LazyGroup(click.Group):
    """Imports a command's module only when that command runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


def _print_version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        from rawi.lore import load

        click.echo(f"rawi {version('rawi')}, knowledge {load.version()}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Versions of program and knowledge.")
def cli() -> None:
    """Rawi (راوي) reads the Arabic press and keeps the record: who did what to whom, when and where, and on whose word.

    \b
    Try:
      rawi read page.html              the record of one page, readable
      rawi read --json pages/ > all    one JSON record a line, for every page of a folder
      pbpaste | rawi read -            a text: title, empty line, paragraphs
      rawi explain page.html           where each part of the record comes from
      rawi dates text.txt --published 2025-02-12
      rawi lore list verbs             what Rawi knows; `rawi lore check` proves it

    Exit codes: 0 all was read, 2 something could not be (one line each on standard error; the rest is still read).
    """


def main() -> None:
    """Run the command line; what Rawi itself says is wrong is one line, not a traceback."""
    gc.set_threshold(50_000)  # most of what is made stays: to look through it every 700 values costs a tenth of the time
    try:
        code = cli.main(standalone_mode=False)  # the code of click's Exit, or what the command returns: None
        sys.exit(code if isinstance(code, int) else 0)
    except RawiError as error:
        click.echo(f"rawi: {error}", err=True)
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.UsageError as error:
        asked_nothing = type(error).__name__ == "NoArgsIsHelpError"  # its message is the help
        click.echo(error.format_message() if asked_nothing else f"rawi: {error.format_message()}", err=not asked_nothing)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"rawi: {error.format_message()}", err=True)
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("rawi: stopped", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    finally:
        gc.freeze()  # the process ends: spare the collector its last walk through all that was loaded
