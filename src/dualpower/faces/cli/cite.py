"""The works behind a scenario or a result."""

from __future__ import annotations

import click

from dualpower.faces.cli.screen import json_option, out, put_json, variant_option


@click.command("cite")
@click.argument("target", metavar="DIR|SCENARIO")
@click.option(
    "--format", "form", type=click.Choice(["text", "bibtex", "csl-json"]), default="text", show_default=True,
    help="Text to read, or a file for a bibliography program.",
)  # fmt: skip
@variant_option
@json_option
def command(target: str, form: str, variant: str | None, as_json: bool) -> None:
    """\b
    For example:  dualpower cite moscow-1917
                  dualpower cite results --format bibtex

    List the works that a scenario, or the histories kept in a folder, rest on; and the program itself.
    """
    from dualpower.analysis.works import cite

    found = cite(target, variant=variant)
    if as_json:
        put_json(found.to_json())
    else:
        out(found.write(form))
