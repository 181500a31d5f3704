"""What is wrong and what cures it, in the reader's language.

Whoever finds a fault names a sentence of data/text/*.toml and hands over the values in it. What comes back is the
English sentence, to be printed as any text; it still knows which sentence it is and what stands in it, so that a
face can tell the same fault again to somebody who reads another language. No sentence is written in the code.

A sentence is a template. ``{unit}`` stands for a value; a part in ``[square brackets]`` is left out when a value
inside it is missing. A value may be a sentence itself, or several of them of which any will do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TYPE_CHECKING = False  # typing is slow to load, and errors are loaded first
if TYPE_CHECKING:
    from typing import Any, Self

ENGLISH = "en"
LANGUAGES = ("en", "es", "pl", "ru")
MISSING = "—"
FOLDER = Path(__file__).resolve().parent / "data" / "text"

_SLOT = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")


class Said(str):
    """An English sentence that still knows what it was made of.

    section, key  the template in data/text/*.toml; "" where it has none and is English only
    values        what stands in its slots
    """

    __slots__ = ("key", "section", "values")
    section: str
    key: str
    values: Mapping[str, object]

    def __new__(cls, text: str, section: str = "", key: str = "", values: Mapping[str, object] | None = None) -> Self:
        """Make a sentence of its English text and what this was made of."""
        said = super().__new__(cls, text)
        said.section, said.key, said.values = section, key, values or {}
        return said


@cache
def texts(code: str) -> Mapping[str, Any]:
    """Return the texts of a language (en, es, pl, ru) by section, without what it borrows from English."""
    import tomllib  # slow to load, and needed only once something is said

    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def fill(template: str, slots: Mapping[str, object]) -> str:
    """Fill a template; drop every bracketed part that has an empty slot."""

    def part(match: re.Match[str]) -> str:
        inner = match.group(1)
        return inner if all(slots.get(s) not in (None, "") for s in _SLOT.findall(inner)) else ""

    def name(match: re.Match[str]) -> str:
        value = slots.get(match.group(1))
        return MISSING if value in (None, "") else str(value)

    return _SLOT.sub(name, _OPTIONAL.sub(part, template))


def say(key: str, /, **values: object) -> Said:
    """Return what is wrong: a sentence of [details], its values filled in. Raises KeyError for a key there is not."""
    return _made("details", key, values)


def cure(key: str, /, **values: object) -> Said:
    """Return what to do about it: a sentence of [cures], its values filled in. Raises KeyError."""
    return _made("cures", key, values)


def misfit(error: Mapping[str, Any]) -> str:
    """Return why a value does not fit its field, from what pydantic reports of it; in its own words if it must be."""
    own = (error.get("ctx") or {}).get("error")
    if isinstance(own, ValueError) and own.args and isinstance(own.args[0], Said):
        return own.args[0]
    key = f"misfit-{error['type']}"
    if key in texts(ENGLISH)["details"]:
        return say(key, **{name: str(value) for name, value in (error.get("ctx") or {}).items()})
    message = str(error["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def noun_of(kind: str) -> str:
    """Return what a name of this kind is the name of (``U``: a unit); the word itself where it is a word of rules."""
    return say(f"noun-{kind}") if kind.isupper() else kind


def month(number: int) -> Said:
    """Return the name of a month, 1 to 12, as it stands in a date."""
    return Said(texts(ENGLISH)["calendar"]["months"][number - 1], "calendar", "months", {"number": number})


def told(said: str, code: str) -> str:
    """Return a sentence in a language; in English where it is no more than a text, or the language lacks it."""
    if not isinstance(said, Said) or not said.key:
        return str(said)
    template = texts(code).get(said.section, {}).get(said.key) or texts(ENGLISH)[said.section][said.key]
    if isinstance(template, list):
        return str(template[int(str(said.values["number"])) - 1])
    return fill(template, {name: _value(value, code) for name, value in said.values.items()})


def in_every_language(said: str) -> dict[str, str]:
    """Return a sentence by language; a plain text is there in English alone, and an empty one not at all."""
    known = LANGUAGES if isinstance(said, Said) and said.key else (ENGLISH,)
    return {code: told(said, code) for code in known} if said else {}


def _made(section: str, key: str, values: Mapping[str, object]) -> Said:
    bare = Said("", section, key, values)
    if key not in texts(ENGLISH)[section]:
        raise KeyError(f"no sentence {section}.{key}")
    return Said(told(bare, ENGLISH), section, key, values)


def _value(value: object, code: str) -> object:
    """Write a value: several of which any will do are joined, a count carries the marks of the language."""
    if isinstance(value, tuple):
        words = [str(_value(one, code)) for one in value]
        return texts(code)["details"]["or"].join(words)
    if isinstance(value, int) and not isinstance(value, bool):
        marks = texts(code)["language"]
        return f"{value:,}".replace(",", marks["thousands"] if len(str(abs(value))) >= marks["grouped_from"] else "")
    return told(value, code) if isinstance(value, str) else value
