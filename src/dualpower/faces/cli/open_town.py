"""A town of a country run as the city it is."""

from __future__ import annotations

import click

from dualpower.faces.cli.screen import (
    choose_seed,
    json_option,
    out,
    para,
    put_json,
    quiet_option,
    runs_option,
    seed_option,
)

RUNS = 100  # where ``auto`` is asked for


@click.command("open-town")
@click.argument("scenario")
@click.argument("town")
@runs_option
@seed_option
@json_option
@quiet_option
def command(scenario: str, town: str, runs: int | str, seed: int | None, as_json: bool, quiet: bool) -> None:
    """\b
    For example:  dualpower open-town russia-1917 moscow --runs 100 --seed 1917

    Run a town of a country as the city it is, hand the result up, and run the country with it.
    """
    from dualpower.analysis.grains import open_town

    found = open_town(scenario, town, runs=runs if isinstance(runs, int) else RUNS, seed=choose_seed(seed)).to_json()
    if as_json:
        put_json(found)
        return
    handed = ", ".join(f"{word} {100 * share:.0f} %" for word, share in found["handed_up"].items())
    para(f"{found['city']} was run {found['runs']} times and handed up to {scenario} as: {handed}.")
    para("How the country ends, with the town opened and with the town as it is there:")
    for name, row in found["outcomes"].items():
        out(f"  {name}: {100 * row['opened']:.0f} % and {100 * row['whole']:.0f} %")
