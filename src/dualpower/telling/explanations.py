"""What an error code means at length: what happened, why it is refused, the cure, an example.

The texts are data (data/explanations.toml), for they are read by people who have just been refused something.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class Explanation:
    """One code explained.

    what     what happened
    why      why it is refused and not let pass
    cure     what to do
    example  a command that works
    """

    what: str
    why: str
    cure: str
    example: str


@cache
def explanations() -> dict[str, Explanation]:
    """Return every explanation by its code; codes of the language (E1xx to E7xx) are explained in docs/format.md."""
    text = (resources.files("dualpower") / "data" / "explanations.toml").read_text(encoding="utf-8")
    return {code: Explanation(**body) for code, body in tomllib.loads(text).items()}
