"""The works that claims rest on: who wrote, when, in what language, and what kind of work it is.

The shared bibliography is data/sources.yaml; a scenario may add its own works. A memoir of one
side and an official history of the other are both evidence; the kind says which is which.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, ValidationError

from dualpower import draft
from dualpower.errors import Problem, ScenarioError
from dualpower.saying import say

SHARED = Path(__file__).resolve().parent.parent / "data" / "sources.yaml"

KINDS = (
    "scholarship", "official-history", "memoir", "documents", "press", "order", "statistics", "encyclopaedia", "map",
    "album", "popular", "web", "founding-text", "history", "diary", "essay", "anthology", "convention",
)  # fmt: skip


class Source(BaseModel):
    """One work. ``url`` only for open archives, encyclopaedias and publishers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str = Field(min_length=2)
    author: str | None = None
    year: int | str | None = None
    kind: Annotated[str, Field(pattern=r"^[a-z]+(-[a-z]+)*$")] = "scholarship"  # one of KINDS, or a word like them
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}$")
    publisher: str | None = None
    volume: int | str | None = None
    pages: int | str | None = None
    url: str | None = Field(None, pattern=r"^https?://", validation_alias=AliasChoices("url", "link"))
    note: str | None = None


@cache
def shared(path: Path = SHARED) -> dict[str, Source]:
    """Return the shared bibliography by key; empty when the file is not there."""
    if not path.exists():
        return {}
    read = draft.parse(draft.read_text(path, path.name), path.name, path.parent)
    section = read.data.get("sources", read.data)
    try:
        return {key: Source.model_validate(value) for key, value in section.items()}
    except (ValidationError, AttributeError) as error:
        raise ScenarioError([Problem("E306", "sources", say("E306-shared", why=error), path.name, 1, 1)]) from None
