"""Where the work of a page is kept, so that it is done once: a folder of the user's, by what decides it.

Histories are kept as everywhere (a folder per ensemble, a file per bit of work), under names that are digests
of everything they depend on: the scenario, the engine, the parameters, the seed. Nothing here grows stale; it can
be deleted at any time.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from dualpower.ensemble import provenance

VARIABLE = "DUALPOWER_CACHE"
NOTE = "Finished work of dualpower reports. It can be deleted at any time; it is then computed again.\n"


def home(folder: str | os.PathLike[str] | None = None) -> Path | None:
    """Return the folder where work is kept, made if need be; None where nothing can be written.

    Args:
        folder: the one asked for; otherwise DUALPOWER_CACHE, otherwise the user's own folder for such things.
    """
    from platformdirs import user_cache_dir

    asked = folder or os.environ.get(VARIABLE) or None
    place = Path(asked) if asked is not None else Path(user_cache_dir("dualpower", appauthor=False)) / "report"
    try:
        place.mkdir(parents=True, exist_ok=True)
        note = place / "README.txt"
        if not note.exists():
            note.write_text(NOTE, encoding="utf-8")
    except OSError:
        return None
    return place


def shelf(place: Path | None, *facts: Any) -> Path | None:
    """Return the folder of one piece of work, named by the digest of what decides it."""
    return None if place is None else place / provenance.text_digest(list(facts))[:24]
