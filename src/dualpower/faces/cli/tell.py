"""One history as a story."""

from __future__ import annotations

import textwrap
from shlex import quote
from typing import Any

import click

from dualpower.faces.cli.screen import (
    choose_seed,
    json_option,
    learnt_words,
    mechanism_option,
    mention_mechanisms,
    mention_speed,
    out,
    parameters_option,
    put_json,
    quiet_option,
    say,
    seed_option,
    strong,
    variant_option,
    width,
)
from dualpower.telling.language import LANGUAGES


@click.command("tell")
@click.argument("scenario")
@seed_option
@click.option("--run", type=int, default=None, help="The number of the run (default 0).")
@click.option("--outcome", metavar="ID", default=None, help="The first run (from --run on) that ends so.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The language of the story."
)
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True,
    help="Draw leaders' options by their chances, or fix them as in history.",
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Every event, not only those that matter most.")
@click.option("--why", metavar="ROW", type=int, default=None, help="Follow one event back to its root.")
@parameters_option
@variant_option
@mechanism_option
@json_option
@quiet_option
def command(
    scenario: str,
    seed: int | None,
    run: int | None,
    outcome: str | None,
    language: str,
    decisions: str,
    everything: bool,
    why: int | None,
    parameters: str,
    variant: str | None,
    mechanism: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """\b
    For example:  dualpower tell kremlin-call --seed 19
                  dualpower tell kremlin-call --seed 19 --why 47
                  dualpower tell kremlin-call --seed 19 --outcome held --language es

    Tell one history of SCENARIO (an id, a file or a folder) as dated sentences, each with its cause.
    """
    from dualpower.analysis import histories
    from dualpower.telling.story import tell

    # a wrong name is said before a seed is drawn
    resolved = histories.load(scenario, variant=variant, mechanism=mechanism)
    own = resolved.own_mechanisms()
    seed = choose_seed(seed)
    mention_speed(quiet=True)
    story = tell(resolved, seed=seed, run=run, outcome=outcome, language=language, decisions=decisions,
                 parameters=parameters)  # fmt: skip
    if why is not None:
        if not 0 <= why < len(story.chronicle.rows):
            last = len(story.chronicle.rows) - 1
            raise click.BadParameter(f"there is no event {why}: they are numbered 0 to {last}", param_hint="'--why'")
        lines = story.chronicle.chain(why)
    else:
        lines = story.lines(everything=everything)
    if as_json:
        put_json(story.to_json(lines) | own)
        return
    mention_mechanisms(own.get("own_mechanisms", []))
    _show(story, lines, why=why)
    if not quiet:
        _hint(story, lines, scenario, _extra(variant, mechanism, decisions) + learnt_words(parameters), why)


def _extra(variant: str | None, mechanism: str | None, decisions: str) -> str:
    """Return the options that a command needs to come to the same story."""
    options = {"variant": variant, "mechanism": mechanism, "decisions": None if decisions == "drawn" else decisions}
    return "".join(f" --{name} {quote(value)}" for name, value in options.items() if value)


def _show(story: Any, lines: list[Any], *, why: int | None) -> None:
    """Draw the lines: a heading per day, the time, the sentence, the cause, the number of the event."""
    chronicle, word = story.chronicle, story.chronicle.language.word
    out(strong(story.title) + ", " + word("words", "run", run=story.run, seed=story.seed))
    if why is not None:
        out(word("words", "chain") + ":")
    elif story.summary:
        out(textwrap.fill(story.summary, width(), break_on_hyphens=False))
    day = ""
    for line in lines:
        today = chronicle.day(line.minute)
        if today != day:
            out(f"\n{strong(today)}")
            day = today
        _wrap(f"  {chronicle.hour(line.minute)}  ", line.text, f"  [{line.row}]")
        if why is None or line is lines[-1]:
            _wrap("         ", f"{line.because}.")
    if why is None:
        ending = word("words", "outcome", outcome=story.outcome_title)
        mark = f"  » {word('words', 'history')}" if story.is_history else ""
        out(f"\n{strong(ending)}{mark}")


def _wrap(lead: str, text: str, tail: str = "") -> None:
    body = textwrap.wrap(text + tail, max(40, width() - len(lead)), break_on_hyphens=False) or [""]
    out(lead + body[0])
    for rest in body[1:]:
        out(" " * len(lead) + rest)


def _hint(story: Any, lines: list[Any], scenario: str, extra: str, why: int | None) -> None:
    total = len(story.chronicle.rows)
    word = story.chronicle.language.word
    if why is None and len(lines) < total:
        say("\n" + word("words", "shown", shown=len(lines), all=total))
    if why is None and lines:
        extra += f" --run {story.run}" if story.run else ""
        best = max(lines, key=lambda line: (line.weight**2 * len(story.chronicle.chain(line.row)), line.row))
        say(
            word("words", "follow")
            + f"\n  dualpower tell {quote(scenario)} --seed {story.seed}{extra} --why {best.row}"
        )
        say(word("words", "change"))
