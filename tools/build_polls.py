"""Write the watches of an election: python tools/build_polls.py russia-1917

For each district and each estate that has units, one question is put to every run on the day of the vote: what share of
the men who are there stands with the authority that elections.yaml names. The answer goes to polls.yaml.
"""

import argparse
from pathlib import Path

import yaml

from dualpower.analysis import ballots
from dualpower.scenario import catalog

HEAD = (
    "# Made by tools/build_polls.py from elections.yaml and tables/districts.csv: change those, not this.\n\nwatches:\n"
)


def main() -> None:
    """Write polls.yaml beside elections.yaml."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    folder = catalog.find(Path(parser.parse_args().scenario).name)
    folder = folder if folder.is_dir() else folder.parent
    rules = ballots.read_rules(folder / "elections.yaml")
    units = yaml.safe_load((folder / "towns.yaml").read_text(encoding="utf-8"))["units"]
    lines = []
    for district in ballots.read_districts(folder / rules.districts, rules):
        for name, estate in rules.stands.items():
            found = [unit for town in district.towns if (unit := (estate.unit or "").format(town=town)) in units]
            if not found or not district.is_held:
                continue
            stand = " + ".join(f"standing({unit}, {estate.authority})" for unit in found)
            there = " + ".join(f"present({unit})" for unit in found)
            value = f"({stand}) / ({there})"
            lines.append(f'  {ballots.poll(district.id, name)}: {{at: {rules.at}, value: "{value}"}}\n')
    (folder / "polls.yaml").write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
