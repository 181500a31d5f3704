"""What an error code means."""

from __future__ import annotations

import click

from dualpower.errors import CODES, near
from dualpower.faces.cli.screen import json_option, out, para, put_json
from dualpower.telling.explanations import explanations


@click.command("explain")
@click.argument("code", required=False)
@json_option
def command(code: str | None, as_json: bool) -> None:
    """\b
    For example:  dualpower explain E852

    Explain an error code, or list all of them.
    """
    wanted = None if code is None else code.upper()
    if wanted is not None and wanted not in CODES:
        raise click.UsageError(f"there is no code {code!r} ({near(wanted, CODES) or 'dualpower explain lists all'})")
    if wanted is None:
        listed(as_json)
    else:
        one(wanted, as_json)


def listed(as_json: bool) -> None:
    """List every code with its title."""
    if as_json:
        put_json(CODES)
        return
    for code, title in CODES.items():
        out(f"{code}  {title}")


def one(code: str, as_json: bool) -> None:
    """Explain one code as far as it is explained here; docs/format.md has a heading for each."""
    told = explanations().get(code)
    if as_json:
        put_json({code: CODES[code]} | (vars(told) if told else {}))
        return
    out(f"{code}  {CODES[code]}")
    if told is not None:
        for head, text in (("What", told.what), ("Why", told.why), ("Cure", told.cure)):
            out()
            para(f"{head}: {text}")
        out(f"\nFor example:\n  {told.example}")
        return
    out(f"docs/format.md has a heading {code} with the cure.")
