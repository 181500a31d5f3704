"""The JSON Schema of a scenario, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from dualpower.errors import DualpowerError
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
        try:
            write.write_schema(Path(path))
        except OSError as trouble:
            raise DualpowerError(
                "E804", f"{path or 'a file without a name'} cannot be written: {trouble.strerror}", "name another file"
            ) from trouble
        say(f"written: {path}")
