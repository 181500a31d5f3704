"""Pictures of a country."""

from __future__ import annotations

import click

from dualpower.faces.cli.elect import living
from dualpower.faces.cli.screen import (
    mention_speed,
    out,
    parameters_option,
    quiet_option,
    runs_option,
    say,
    seed_option,
    variant_option,
)
from dualpower.telling.language import LANGUAGES

KINDS = ("map", "towns", "assembly")


@click.command("draw")
@click.argument("scenario")
@click.argument("what", type=click.Choice(KINDS))
@click.option("-o", "--out", "file", metavar="FILE", required=True,
              help="Ends in .svg, .png (needs the extra pictures) or .txt; - prints words.")  # fmt: skip
@click.option("--from", "folder", metavar="DIR", default=None, help="Draw histories kept in a folder.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True,
              help="The language of the picture.")  # fmt: skip
@runs_option
@seed_option
@parameters_option
@variant_option
@quiet_option
def command(
    scenario: str,
    what: str,
    file: str,
    folder: str | None,
    language: str,
    runs: int | str,
    seed: int | None,
    parameters: str,
    variant: str | None,
    quiet: bool,
) -> None:
    """\b
    For example:  dualpower draw russia-1917 map --runs 200 --seed 1917 -o map.svg
                  dualpower draw russia-1917 towns --from histories -o towns.svg

    Draw a country: WHAT is its map week by week, its towns over time beside the record, or its assembly.
    """
    from dualpower.analysis import elections, histories
    from dualpower.telling import country_maps
    from dualpower.telling.figure import check_drawable, check_form
    from dualpower.telling.language import pick

    if file.lower().endswith(".png"):
        check_drawable(file)
    elif file != "-":
        check_form(file)
    mention_speed(quiet=quiet)
    resolved = histories.load(scenario, variant=variant)
    country = histories.country_of(resolved)
    if what == "assembly":
        elections.read_election(country)  # a fault of a table is told before anything is run
    result = living(resolved, folder, runs=runs, seed=seed, parameters=parameters, quiet=quiet)
    if what == "map":
        sketch = country_maps.draw_map(resolved, country, result, language)
    elif what == "towns":
        sketch = country_maps.draw_towns(resolved, country, result, language)
    else:
        title = pick(dict(resolved.scenario.title), language)
        sketch = country_maps.draw_assembly(elections.elect(resolved, result=result), title, language)
    if file == "-":
        out(sketch.write())
    else:
        sketch.save(file)
        if not quiet:
            say(f"Written: {file}")
