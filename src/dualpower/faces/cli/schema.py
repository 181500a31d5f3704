"""The JSON Schema of a scenario, for editors."""

from __future__ import annotations

import json

import click

from dualpower.faces.cli.screen import out, say


@click.command("schema")
@click.option("-o", "--out", "path", metavar="FILE", default=None, help="Write to a file instead.")
def command(path: str | None) -> None:
    """\b
    For example:  dualpower schema -o scenario.schema.json

    Print the JSON Schema of a scenario, so that an editor completes and checks as you write.
    """
    from pathlib import Path

    from dualpower.scenario.write import json_schema

    text = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    if path is None:
        out(text.rstrip("\n"))
    else:
        Path(path).write_text(text, encoding="utf-8")
        say(f"written: {path}")
