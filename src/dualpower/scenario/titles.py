"""What the places and bodies of a country's towns are called, in every language.

A country has thousands of titles, of a few kinds: the garrison of a town, its station, its soviet. Two tables make
them. names.csv holds each town's name, and the cases in which Polish and Russian say it: these are written, not
guessed by a rule, which would decline half of them wrongly. titles.csv holds each kind of title once, with
{town} for the name, {of} for the town's own (genitive) and {in} for in the town (locative, its preposition with it).

Rests on: nothing; names are those customary in each language, of the time where the town has been renamed since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from dualpower.evidence import checks, tables
from dualpower.scenario.texts import LANGUAGES

NAME_COLUMNS = ("town", "es", "pl", "pl_of", "pl_in", "ru", "ru_of", "ru_in")
TITLE_COLUMNS = ("title", *LANGUAGES)
DECLINED = ("pl", "ru")
SLOTS = ("town", "of", "in")
_SLOT = re.compile(r"\{(\w*)\}")


class Titles:
    """The titles of a country: ``of("garrison", "Tula")`` is a text in every language.

    Made of a row of names by each town's id, and of a row of forms by each title.
    """

    def __init__(self, names: Mapping[str, tables.Row], forms: Mapping[str, tables.Row]) -> None:
        self._names, self._forms = names, forms

    def of(self, title: str, town: str, english: str | None = None) -> dict[str, str]:
        """Return the text by language; in English alone where the town has no row.

        `english` serves a title that the table does not have. Raises KeyError where neither is there.
        """
        if title not in self._forms and english is not None:
            return {"en": english}
        form = self._forms[title]
        codes = LANGUAGES if tables.slug(town) in self._names else ("en",)
        return {code: self._fill(form[code], town, code) for code in codes}

    def _fill(self, form: str, town: str, code: str) -> str:
        return _SLOT.sub(lambda slot: self._name(town, slot[1], code), form)

    def _name(self, town: str, case: str, code: str) -> str:
        if code == "en":
            return town
        return self._names[tables.slug(town)][f"{code}_{case}" if case != "town" and code in DECLINED else code]


def read(folder: Path, towns: Sequence[str] | None = None) -> Titles:
    """Read names.csv and titles.csv of a folder; `towns` are those that must have a row, and no others may.

    Raises:
        ScenarioError: every fault at once: a town or title twice (E862), a town unknown or without a row (E863), an
            empty cell or a slot that the language does not have (E866).
    """
    names, forms = tables.read(folder / "names.csv", NAME_COLUMNS), tables.read(folder / "titles.csv", TITLE_COLUMNS)
    checks.names(names)
    checks.names(forms, ("title",), what="title")
    if towns is not None:
        checks.known(names, ("town",), towns, blank=True)
        checks.complete(names, "town", towns)
    _check_told(names, NAME_COLUMNS)
    _check_told(forms, TITLE_COLUMNS)
    _check_slots(forms)
    tables.raise_all(names, forms)
    return Titles({tables.slug(row["town"]): row for row in names.rows}, {row["title"]: row for row in forms.rows})


def _check_told(table: tables.Table, columns: Sequence[str]) -> None:
    """A text that is not told in one of the languages is a fault (E866)."""
    for column in columns[1:]:  # the first is the name, and checked as such
        for at, text in table.cells(column):
            if not text:
                table.fault("E866", at, column, "a language is missing", "every cell of this table is told")


def _check_slots(forms: tables.Table) -> None:
    """A slot that the language does not have is a fault (E866)."""
    for code in LANGUAGES:
        allowed = SLOTS if code in DECLINED else SLOTS[:1]
        for at, text in forms.cells(code):
            for slot in sorted(set(_SLOT.findall(text)) - set(allowed)):
                forms.fault(
                    "E866", at, code, f"{{{slot}}} is none of {', '.join(allowed)}", "write one of them in braces"
                )
