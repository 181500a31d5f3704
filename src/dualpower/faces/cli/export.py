"""Results for a spreadsheet."""

from __future__ import annotations

import click

from dualpower.faces.cli.screen import json_option, out, put_json


@click.command("export")
@click.argument("folder")
@click.option("--to", "form", type=click.Choice(["csv"]), default="csv", show_default=True)
@click.option("-o", "--out", "target", metavar="DIR", default=None, help="Where to (default: FOLDER-csv).")
@click.option("--series", type=click.Choice(["wide", "long"]), default="wide", show_default=True)
@click.option("--overwrite", is_flag=True, help="Write over files that stand there already.")
@json_option
def command(folder: str, form: str, target: str | None, series: str, overwrite: bool, as_json: bool) -> None:
    """\b
    For example:  dualpower export results --to csv -o results-csv

    Write the result kept in FOLDER as CSV: outcomes, runs, hourly series.
    """
    from pathlib import Path

    from dualpower.ensemble.exports import export

    place = target or f"{Path(folder)}-csv"
    files = [str(path) for path in export(folder, to=form, out=place, series=series, overwrite=overwrite)]
    if as_json:
        put_json({"folder": folder, "to": form, "files": files})
    else:
        out("\n".join(files))
