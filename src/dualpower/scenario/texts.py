"""In which languages a scenario is told: every title and sentence that a reader sees, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dualpower.draft import Key, dotted, parse, read, read_text
from dualpower.saying import LANGUAGES
from dualpower.scenario import catalog, country

__all__ = ["LANGUAGES", "Telling", "telling"]


@dataclass(frozen=True)
class Telling:
    """The texts of one scenario: how many there are, and which paths lack which language."""

    scenario: str
    texts: int
    missing: dict[str, list[str]]

    @property
    def sentence(self) -> str:
        """Say which languages are whole, and how much the others lack."""
        if not self.texts:
            return f"{self.scenario} has no texts"
        lacking = {code: len(paths) for code, paths in self.missing.items() if paths}
        if not lacking:
            return f"{self.scenario}: all {self.texts:,} texts in {', '.join(LANGUAGES)}"
        told = ", ".join(f"{code} lacks {n:,}" for code, n in lacking.items())
        return f"{self.scenario}: {told} of {self.texts:,} texts; a text that is missing is told in English"


def telling(target: str | Path) -> Telling:
    """Count the texts of a scenario, and of the elections of a country, by language.

    Raises:
        ScenarioError: a file cannot be read.
    """
    path = catalog.find(target)
    found = list(_texts(read(path).data, ()))
    found += _texts(_elections(path if path.is_dir() else path.parent), ("elections",))
    missing = {code: [dotted(at) for at, said in found if not said.get(code)] for code in LANGUAGES}
    return Telling(path.name if path.is_dir() else path.parent.name, len(found), missing)


def _elections(folder: Path) -> object:
    """Return what the file of elections says that a country names, if it names one."""
    layout = folder / country.FILE
    if not layout.is_file():
        return None
    name = _read(layout).get("elections")
    return _read(folder / name) if isinstance(name, str) else None


def _read(path: Path) -> dict[str, object]:
    return parse(read_text(path, str(path)), str(path), path.parent).data


def _texts(data: object, at: Key) -> Iterator[tuple[Key, dict[str, object]]]:
    """Find every mapping of languages to words; nothing else in a scenario has languages for keys."""
    if isinstance(data, dict):
        if data and set(data) <= set(LANGUAGES) and all(isinstance(said, str) for said in data.values()):
            yield at, data
            return
        for key, value in data.items():
            yield from _texts(value, (*at, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _texts(value, (*at, place))
