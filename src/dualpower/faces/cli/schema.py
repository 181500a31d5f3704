"""The JSON Schema of a scenario, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from dualpower.faces.cli.screen import out, say


@click.command("schema")
@click.option("-o", "--out", "path", metavar="FILE", default=None, help="Write to a file instead.")
def command(path: str | None) -> None:
    """\b
    For example:  dualpower schema -o scenario.schema.json

    Print the JSON Schema of a scenario, so that an editor completes and checks as you write.
    """
    from dualpower.scenario import write

    if path is None:
        out(write.schema_text().rstrip("\n"))
    else:
        write.write_schema(Path(path))
        say(f"written: {path}")
