"""A scenario of one's own."""

from __future__ import annotations

import click

from dualpower.faces.cli.screen import json_option, out, put_json, quiet_option, say


@click.command("new")
@click.argument("folder", metavar="DIR")
@json_option
@quiet_option
def command(folder: str, as_json: bool, quiet: bool) -> None:
    """\b
    For example:  dualpower new my-coup

    Write a small scenario into the empty folder DIR: it checks clean, runs, and its comments say how to go on.
    """
    from shlex import quote

    from dualpower.scenario.template import new

    files = [str(path) for path in new(folder)]
    if as_json:
        put_json({"folder": folder, "files": files})
        return
    out("\n".join(files))
    if not quiet:
        here = quote(folder if "/" in folder or "\\" in folder else f"./{folder}")
        say(f"\nNext:\n  dualpower check {here}\n  dualpower tell {here} --seed 1\n  dualpower evidence {here}")
