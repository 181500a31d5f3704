"""Write the watches of an election: python tools/build_polls.py russia-1917

For each district and each estate that has units, one question is put to every run on the day of the vote: what share of
the men who are there stands with the authority that elections.yaml names. The answer goes to polls.yaml. No unit of the
scenario lies at a front: where the table of districts names the majority of its councils, men there are read from the
five garrisons nearest to the towns behind it whose council had the same majority.
"""

import argparse
import math
from pathlib import Path

import yaml

from dualpower.analysis import ballots
from dualpower.analysis.districts import District, read_districts
from dualpower.evidence import tables
from dualpower.evidence.tables import slug
from dualpower.evidence.towns import ALSO, SAME_CODE
from dualpower.scenario import catalog

HEAD = (
    "# Made by tools/build_polls.py from elections.yaml and tables/districts.csv: change those, not this.\n\nwatches:\n"
)
NEAREST = 5


def towns_of(district: District, towns: list[dict[str, str]]) -> tuple[str, ...]:
    """Return the towns whose units are asked: its own, or the nearest with the same majority in their council."""
    if not district.council:
        return district.towns
    places = {slug(row["town"]): (float(row["lat"]), float(row["lon"])) for row in towns}
    here = [sum(places[town][axis] for town in district.towns) / len(district.towns) for axis in (0, 1)]

    def away(name: str) -> float:
        """Degrees of a meridian, near enough to order towns by."""
        lat, lon = places[name]
        return math.hypot(lat - here[0], (lon - here[1]) * math.cos(math.radians(here[0])))

    alike = [slug(row["town"]) for row in towns if majority(row["soviet"]) == majority(district.council)]
    return tuple(sorted(alike, key=away)[:NEAREST])


def majority(code: str) -> str:
    """Return the code of a council; one that a side has with its allies counts as that side's."""
    return SAME_CODE.get(code, code)


def estates_of(district: District, rules: ballots.Rules) -> list[str]:
    """Return the estates of which anybody lives there."""
    there = {"soldiers": district.soldiers, "workers": district.workers + district.mills}
    return [name for name in rules.stands if there[name]]


def text(folder: Path) -> str:
    """Return what polls.yaml says."""
    rules = ballots.read_rules(folder / "elections.yaml")
    units = yaml.safe_load((folder / "towns.yaml").read_text(encoding="utf-8"))["units"]
    towns = tables.read(folder / "tables" / "towns.csv", ("town", "soviet", "lat", "lon"), also=ALSO).checked()
    lines = []
    for district in read_districts(folder / rules.districts, folder / rules.peoples, rules):
        for name in estates_of(district, rules):
            estate = rules.stands[name]
            asked = (estate.unit.format(town=town) for town in towns_of(district, towns))
            found = [unit for unit in asked if unit in units]
            if not found or not district.is_held:
                continue
            stand = " + ".join(f"standing({unit}, {estate.authority})" for unit in found)
            there = " + ".join(f"present({unit})" for unit in found)
            value = f"({stand}) / ({there})"
            lines.append(f'  {ballots.poll(district.id, name)}: {{at: {rules.at}, value: "{value}"}}\n')
    return HEAD + "".join(lines)


def main() -> None:
    """Write polls.yaml beside elections.yaml."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    folder = catalog.find(Path(parser.parse_args().scenario).name)
    folder = folder if folder.is_dir() else folder.parent
    (folder / "polls.yaml").write_text(text(folder), encoding="utf-8")


if __name__ == "__main__":
    main()
