"""Languages: load a catalogue, choose the plural form, fill a sentence, fall back on English.

A sentence is a template. ``{unit}`` stands for a name; a part in ``[square brackets]`` is left out
when something inside it is missing, so one sentence serves a unit alone and a unit at a place.
A sentence whose own names are missing (outside brackets) shows a dash there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dualpower import saying
from dualpower.errors import CODES
from dualpower.saying import fill

__all__ = ["FALLBACK", "LANGUAGES", "Language", "figures", "fill", "load", "number", "percent", "pick"]

FALLBACK = saying.ENGLISH
LANGUAGES = saying.LANGUAGES


def _one_other(n: int) -> str:
    return "one" if n == 1 else "other"


def _polish(n: int) -> str:
    if n == 1:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _russian(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


PLURALS: Mapping[str, Callable[[int], str]] = {"one-other": _one_other, "polish": _polish, "russian": _russian}
FORMS: Mapping[str, tuple[str, ...]] = {
    "one-other": ("one", "other"),
    "polish": ("one", "few", "many"),
    "russian": ("one", "few", "many"),
}


@dataclass(frozen=True)
class Language:
    """One catalogue over its fallback."""

    code: str
    texts: Mapping[str, Any]
    fallback: Language | None = None

    def find(self, section: str, key: str) -> str | None:
        """Return a text, from the fallback if this catalogue lacks it; None if nobody has it."""
        text = self.texts.get(section, {}).get(key)
        if text is None and self.fallback is not None:
            return self.fallback.find(section, key)
        return text

    def word(self, section: str, key: str, **slots: object) -> str:
        """Return a text filled in; the key itself where no catalogue has it."""
        text = self.find(section, key)
        return key if text is None else fill(text, slots)

    def count(self, what: str, n: int) -> str:
        """Return ``1 man``, ``80 men``: a number with its noun in the right form."""
        if what not in self.texts.get("plural", {}):
            return self.fallback.count(what, n) if self.fallback else f"{n:,}"
        form = PLURALS[self.texts["language"]["plural"]](abs(n))
        return str(self.texts["plural"][what][form]).format(n=number(n, self.code))

    def missing(self) -> list[str]:
        """List the keys (``section.key``) that the fallback has and this catalogue lacks."""
        if self.fallback is None:
            return []
        whole = self.fallback.texts
        return [f"{s}.{k}" for s, keys in whole.items() for k in keys if k not in self.texts.get(s, {})]


def number(n: float, code: str = FALLBACK, digits: int = 0) -> str:
    """Write a number with so many digits after the decimal mark, and the marks of the language."""
    marks = load(code).texts["language"]
    whole, _, part = f"{n:,.{digits}f}".partition(".")
    long = sum(one.isdigit() for one in whole) >= marks["grouped_from"]
    whole = whole.replace(",", marks["thousands"] if long else "")
    return f"{whole}{marks['decimal']}{part}" if part else whole


def figures(x: float, code: str = FALLBACK, most: int = 2) -> str:
    """Write a number with its first figures only: 0.25, and 0,25 where the decimal mark is a comma."""
    return f"{x:.{most}g}".replace(".", load(code).texts["language"]["decimal"])


def percent(share: float, code: str = FALLBACK) -> str:
    """Write a share (0-1) as a whole percentage."""
    return str(load(code).texts["language"]["percent"]).format(n=number(100 * share, code))


@cache
def load(code: str) -> Language:
    """Load a catalogue by its code (en, es, pl, ru).

    Raises:
        ValueError: no such language; the message lists those there are.
    """
    if code not in LANGUAGES:
        raise ValueError(f"no language {code!r}; there are {', '.join(LANGUAGES)}")
    if code == FALLBACK:
        return Language(code, {**saying.texts(code), "problems": CODES})  # headings are written once, with their codes
    return Language(code, saying.texts(code), load(FALLBACK))


def pick(texts: Mapping[Any, str] | str | None, code: str) -> str:
    """Return a scenario's text in a language, else in English, else in whatever it has."""
    if texts is None or isinstance(texts, str):
        return texts or ""
    return texts.get(code) or texts.get(FALLBACK) or next(iter(texts.values()), "")
