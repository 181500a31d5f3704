"""Starting a scenario of one's own: a small one, commented, that checks clean and runs.

It is copied into an empty folder and takes the folder's name as its id. From then on it belongs to
whoever asked for it; nothing here is read again.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from dualpower.errors import DualpowerError

FOLDER = Path(__file__).resolve().parent.parent / "data" / "template"
OWN_ID = "id: my-scenario\n"  # the line of the template that takes the folder's name


def new(folder: str | os.PathLike[str]) -> list[Path]:
    """Write a scenario to start from into a folder that is empty or not there yet; return its files.

    Raises:
        DualpowerError: E205 the folder's name makes no id, E803 it is not empty, E804 it cannot be written.
    """
    target = Path(folder)
    key = _id(target)
    try:
        if target.is_dir() and any(target.iterdir()):
            raise DualpowerError("E803", f"{target} is not empty", "name an empty folder, or one that is not there yet")
        target.mkdir(parents=True, exist_ok=True)
        return [_write(source, target, key) for source in sorted(FOLDER.glob("*.yaml"))]
    except FileExistsError:
        raise DualpowerError("E803", f"{target} is a file", "name a folder") from None
    except OSError as trouble:
        raise DualpowerError("E804", f"{target} cannot be written: {trouble.strerror}", "name another folder") from None


def _write(source: Path, target: Path, key: str) -> Path:
    text = source.read_text(encoding="utf-8").replace(OWN_ID, f"id: {key}\n", 1)
    place = target / source.name
    with open(place, "x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
    return place


def _id(folder: Path) -> str:
    """Return the id that a folder's name makes: small letters, digits and single hyphens."""
    name = Path(os.path.abspath(folder)).name  # noqa: PTH100  resolve() would follow a link and take its target's name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    key = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-")
    if not re.match(r"[a-z]", key):
        cure = "name it with small letters, digits and hyphens, beginning with a letter"
        raise DualpowerError("E205", f"the folder's name {name!r} makes no id", cure)
    return key
