"""Made-up worlds in which one decision is known to be the pivot, or none is, with decoys beside it.

A world is a YAML file in pivots/: ``tells``, ``pivot`` (the id of the decision that the outcome hangs on, or
null) and ``world``, laid over town.yaml. Every world gets the same decoys: leaders who choose their
words, and where a few men stand, to little or no effect on what the outcome asks (a world takes away a decoy
that does have one there: ``removed``).
"""

from pathlib import Path
from typing import Any

import yaml

from dualpower.draft import Draft
from dualpower.scenario.resolve import Resolved, resolve
from worlds.town import merged, town

FOLDER = Path(__file__).parent / "pivots"
WORLDS = sorted(FOLDER.glob("*.yaml"))


def _decoy(title: str, who: str, hours: int, do: dict[str, Any], chance: float) -> dict[str, Any]:
    options = {
        "so": {"title": {"en": "So"}, "chance": chance, "history": True, "do": [do]},
        "otherwise": {"title": {"en": "Otherwise"}, "chance": round(1 - chance, 2)},
    }
    when = f"alive({who}) for {hours} h"
    return {"title": {"en": title}, "who": who, "when": when, "assumed": "test", "options": options}


DECOYS = {
    "decoy-words": _decoy("Print a leaflet?", "reds", 1, {"proclaim": {"en": "Bread."}}, 0.5),
    "decoy-watch": _decoy("Stand at the fort?", "blues", 2, {"hold": "fort", "with": "blue-guard", "men": 20}, 0.7),
    "decoy-guard": _decoy("Stand at the hall?", "reds", 5, {"hold": "hall", "with": "red-guard", "men": 20}, 0.3),
}


def read(path: Path) -> dict[str, Any]:
    """Return a world's file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(found) == {"tells", "pivot", "world"}, path.name
    return found


def pivotal(path: Path) -> tuple[Resolved, str | None]:
    """Return a world with its decoys, resolved, and the id of its pivot."""
    story = read(path)
    world = merged({"id": path.stem, "decisions": DECOYS}, story["world"])
    found, problems = resolve(Draft(town(**world), Path(), path.name))
    assert found is not None and not problems, "\n".join(map(str, problems))
    return found, story["pivot"]


def world_with(changes: dict[str, Any]) -> Resolved:
    """Return the town with changes laid over it, resolved; a mistake in it is the test's own."""
    found, problems = resolve(Draft(town(**changes), Path(), "world.yaml"))
    assert found is not None and not problems, "\n".join(map(str, problems))
    return found
