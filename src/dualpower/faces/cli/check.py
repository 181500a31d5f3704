"""Every problem in a scenario, at once."""

from __future__ import annotations

import click

from dualpower.faces.cli.screen import json_option, mechanism_option, out, put_json, quiet_option, say

INVALID = 3


@click.command("check")
@click.argument("scenario")
@mechanism_option
@json_option
@quiet_option
def command(scenario: str, mechanism: str | None, as_json: bool, quiet: bool) -> int:
    """\b
    For example:  dualpower check moscow-1917
                  dualpower check my-coup/scenario.yaml
                  dualpower check moscow-1917 --mechanism mine.yaml

    Find every problem in SCENARIO (an id, a file or a folder). Exit code 3 if there is any.
    """
    from dualpower.analysis import histories

    problems = histories.check(scenario, mechanism=mechanism)
    if as_json:
        fields = ("file", "line", "col", "code", "path", "message", "hint")
        put_json(
            {
                "scenario": scenario,
                "sound": not problems,
                "problems": [{f: getattr(p, f) for f in fields} for p in problems],
            }
        )
    elif not problems:
        out(f"{scenario}: sound")
    else:
        for problem in problems:
            out(str(problem))
        if not quiet:
            many = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
            say(f"{many}. dualpower explain {problems[0].code} says what the code means.")
    return INVALID if problems else 0
