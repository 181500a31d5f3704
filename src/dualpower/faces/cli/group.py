"""All commands: which there are, and what a person reads when something goes wrong.

Exit codes: 0 done, 1 unexpected failure, 2 wrong use, 3 invalid scenario or data, 4 finished but some
runs failed, 5 a result that differs from its manifest, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from dualpower import __version__
from dualpower.errors import DualpowerError, ScenarioError

USAGE, INVALID, DIFFERS, INTERRUPTED = 2, 3, 5, 130
EXITS = {"E605": INVALID, "E801": USAGE, "E802": USAGE, "E803": USAGE, "E805": DIFFERS, "E808": USAGE, "E809": USAGE,
         "E810": USAGE, "E811": USAGE, "E812": USAGE, "E820": USAGE, "E822": USAGE, "E823": USAGE,
         "E824": USAGE}  # fmt: skip

# name: (module, what it does); the order in which a newcomer needs them
COMMANDS = {
    "list": ("catalogue", "List the scenarios, or what is in one of them."),
    "tell": ("tell", "Tell one history as dated sentences, each with its cause."),
    "simulate": ("simulate", "Run many histories; count how each of them ends."),
    "report": ("report", "Write one HTML file that opens offline: watch, odds, what if, evidence."),
    "compare": ("compare", "Compare with alternative histories, pair by pair on common luck."),
    "find-pivots": ("find_pivots", "Undo each decision on the same luck; rank which of them mattered."),
    "flip": ("flip", "Find the smallest change of decisions that makes another outcome likely."),
    "score": ("score", "Score many histories against the marks of the record."),
    "elect": ("elect", "Hold the elections of a country in many histories."),
    "open-town": ("open_town", "Run a town of a country as the city it is, and hand the result up."),
    "draw": ("draw", "Draw a country: its map week by week, its towns, its assembly."),
    "new": ("new", "Start a scenario of one's own in an empty folder."),
    "rank-factors": ("rank_factors", "Rank what is not known by how much it matters, luck too."),
    "calibrate": ("calibrate", "Learn the universal parameters from the record."),
    "coups": ("coups", "Generate small coups, by the rank of their leaders; how often do they succeed?"),
    "studio": ("studio", "Open the studio in the browser: edit, run, compare."),
    "check": ("check", "Find every problem in a scenario."),
    "evidence": ("evidence", "Open a number to its claims: who says it, where, how sure."),
    "cite": ("cite", "List the works that a scenario or a result rests on."),
    "export": ("export", "Write a folder of results as CSV."),
    "explain": ("explain", "Explain an error code."),
    "schema": ("schema", "Print the JSON Schema of a scenario, for editors."),
    "doctor": ("doctor", "Say what this installation can do, and what slows it."),
}

EXITS |= dict.fromkeys(("E825", "E826", "E831", "E832", "E851", "E853"), USAGE)
EXITS |= dict.fromkeys(("E911", "E912"), USAGE)
EXITS |= {"E852": INVALID, "E854": DIFFERS, "E855": INVALID}
EXITS |= {"E807": INVALID, "E868": USAGE, "E878": USAGE}

GUIDE = """
Exit codes: 0 done, 1 unexpected failure, 2 wrong use, 3 invalid scenario or data,
4 finished but some runs failed, 5 the folder holds another result, 130 interrupted.
"""


class LazyGroup(click.Group):
    """Commands by name; each is imported when it is called or when its own help is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"dualpower.faces.cli.{COMMANDS[name][0]}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from dualpower.errors import near

        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(f"there is no command {name!r} ({near(name, COMMANDS) or 'dualpower --help lists them'})")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "DUALPOWER"},
    epilog=GUIDE.replace("\n4", " 4").strip(),
)
@click.option("--version", is_flag=True, help="Print the version.")
@click.option("--debug", is_flag=True, is_eager=True, expose_value=False, help="Show tracebacks (any command).")
@click.option("--no-color", is_flag=True, is_eager=True, expose_value=False, help="No colours (also NO_COLOR=1).")
@click.pass_context
def group(ctx: click.Context, version: bool) -> None:
    """\b
    For example:  dualpower tell kremlin-call --seed 19

    Simulate contested seizures of power: who is obeyed, where and when.
    """
    if version:
        click.echo(f"dualpower {__version__}")
    elif ctx.invoked_subcommand is None:
        from dualpower.faces.cli.catalogue import greet

        greet()


def run(given: list[str]) -> NoReturn:
    """Run the command line on these words and leave with its exit code."""
    debug, given = _switches(given)
    _open_streams()
    try:
        code = group.main(args=given, prog_name="dualpower", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
        sys.exit(0)
    except Exception as error:
        if debug and not isinstance(error, click.ClickException):
            raise
        sys.exit(explain(error))
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted.\n")
        sys.exit(INTERRUPTED)
    sys.exit(code if isinstance(code, int) else 0)


def _open_streams() -> None:
    """See to it that there is somewhere to write, and that no letter is one letter too many.

    A stream that was closed swallows what is written to it; one whose alphabet lacks a letter shows "?".
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it lives as long as we do
        elif "utf" not in (stream.encoding or "utf").lower() and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _switches(given: list[str]) -> tuple[bool, list[str]]:
    """Take the switches that any command understands out of the words given."""
    end = given.index("--") if "--" in given else len(given)
    head, tail = given[:end], given[end:]
    if "--no-color" in head:
        os.environ["NO_COLOR"] = "1"
    kept = [word for word in head if word not in ("--debug", "--no-color")]
    return "--debug" in head, kept + tail


def explain(error: Exception) -> int:
    """Say on standard error what went wrong and what to do; return the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return int(error.exit_code)
    if isinstance(error, click.ClickException):
        error.show(sys.stderr)
        return int(error.exit_code)
    if isinstance(error, click.Abort):
        sys.stderr.write("Interrupted.\n")
        return INTERRUPTED
    if isinstance(error, ScenarioError):
        problems = error.problems
        if [p.code for p in problems] == ["E118"]:  # a wrong name has no file, line or column
            hint = f" ({problems[0].hint})" if problems[0].hint else ""
            sys.stderr.write(f"dualpower: E118: {problems[0].message}{hint}\n")
            return INVALID
        sys.stderr.write(f"{error}\n")
        many = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        sys.stderr.write(f"{many}. dualpower explain {problems[0].code} says what the code means.\n")
        return INVALID
    if isinstance(error, DualpowerError):
        sys.stderr.write(f"dualpower: {error}\n")
        return EXITS.get(error.code, INVALID if error.code < "E800" else 1)
    if type(error).__name__ == "Interrupted":  # the ensemble's own; importing it here would load numpy
        sys.stderr.write(f"{str(error)[:1].upper()}{str(error)[1:]}\n")
        return INTERRUPTED
    kind = type(error).__name__
    sys.stderr.write(f"dualpower: unexpected failure: {kind}: {error}\n  --debug shows where it happened.\n")
    return 1
