"""What an error code means."""

from __future__ import annotations

import click

from dualpower.errors import CODES, near
from dualpower.faces.cli.screen import json_option, out, put_json


@click.command("explain")
@click.argument("code", required=False)
@json_option
def command(code: str | None, as_json: bool) -> None:
    """\b
    For example:  dualpower explain E302

    Explain an error code, or list all of them.
    """
    wanted = None if code is None else code.upper()
    if wanted is not None and wanted not in CODES:
        raise click.UsageError(f"there is no code {code!r} ({near(wanted, CODES) or 'dualpower explain lists all'})")
    known = CODES if wanted is None else {wanted: CODES[wanted]}
    if as_json:
        put_json(known)
        return
    for key, meaning in known.items():
        out(f"{key}  {meaning}")
    if wanted is not None:
        out(f"docs/format.md has a heading {wanted} with the cure.")
