"""The list of works: what a scenario's numbers rest on, as BibTeX, CSL-JSON or plain text.

Works are cited, never copies of works: a memoir read on some page of the web is the memoir. Where
no page of a work was seen, the list says so rather than give one. The program itself is cited as
the last entry, with its version and the digests that make its results again.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dualpower.evidence.claim import Claim
from dualpower.evidence.sources import Source

FORMATS = ("text", "bibtex", "csl-json")
NOT_SEEN = "page not seen"
NOBODY = frozenset({"not seen", "not named", "unknown"})

# kind of work -> (type of BibTeX, type of CSL)
TYPES: dict[str, tuple[str, str]] = {
    "scholarship": ("book", "book"),
    "history": ("book", "book"),
    "official-history": ("book", "book"),
    "memoir": ("book", "book"),
    "diary": ("book", "book"),
    "anthology": ("book", "book"),
    "fiction": ("book", "book"),
    "popular": ("misc", "document"),
    "press": ("misc", "article-newspaper"),
    "encyclopaedia": ("misc", "entry-encyclopedia"),
    "statistics": ("misc", "report"),
    "map": ("misc", "map"),
    "web": ("misc", "webpage"),
}
OTHER = ("misc", "document")
_TEX = {"\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


@dataclass(frozen=True)
class Work:
    """One work that was used.

    places   where in it claims say they read, of those claims that rest on it alone
    claims   ids of the claims that rest on it; ``against`` those that name it as saying otherwise
    """

    key: str
    source: Source
    places: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """What a reader must know: the pages seen, or that none was; and the work's own caution."""
        parts = [_sentence("; ".join(self.places) if self.places else NOT_SEEN)]
        if not self.claims:
            parts.append("Cited for saying otherwise.")
        if self.source.author in NOBODY:
            parts.append(f"Author {self.source.author}.")
        if self.source.note:
            parts.append(_sentence(self.source.note))
        return " ".join(parts)

    def to_json(self) -> dict[str, Any]:
        """Return the work as plain values; ``read`` takes them back."""
        return {
            "key": self.key,
            **self.source.model_dump(),
            "places": list(self.places),
            "page_seen": bool(self.places),
            "claims": list(self.claims),
            "against": list(self.against),
        }

    @classmethod
    def read(cls, item: Mapping[str, Any]) -> Work:
        """Return the work that ``to_json`` wrote. Raises KeyError or ValueError."""
        source = Source.model_validate({k: v for k, v in item.items() if k in Source.model_fields})
        return cls(item["key"], source, *(tuple(item[name]) for name in ("places", "claims", "against")))


@dataclass(frozen=True)
class Citations:
    """The works behind a scenario or a result, and the program. ``str()`` is the plain text."""

    scenario: str
    title: str
    works: tuple[Work, ...]
    program: Mapping[str, str] = field(default_factory=dict)  # version, digests, seed, runs

    def __str__(self) -> str:
        return self.text()

    def write(self, form: str = "text") -> str:
        """Return the list in one of FORMATS. Raises ValueError for another."""
        if form not in FORMATS:
            raise ValueError(f"citations are not written as {form!r}; choose {', '.join(FORMATS)}")
        return {"text": self.text, "bibtex": self.bibtex, "csl-json": self.csl_text}[form]()

    def text(self) -> str:
        """Return the list for a person to read, works in order of author and title."""
        lines = [entry_of(work) for work in self.works]
        program = f"dualpower contributors. dualpower, version {self.program.get('version', '')}. {self._digests()}"
        wrapped = [
            textwrap.fill(line, 100, subsequent_indent="    ", break_on_hyphens=False) for line in [*lines, program]
        ]
        return "\n".join(wrapped)

    def bibtex(self) -> str:
        """Return the list as BibTeX (UTF-8; keys are those of the bibliography)."""
        return "\n\n".join([*(_bibtex(work) for work in self.works), self._program_bibtex()])

    def csl(self) -> list[dict[str, Any]]:
        """Return the list as CSL-JSON items."""
        program = {
            "id": "dualpower",
            "type": "software",
            "title": "dualpower",
            "author": [{"literal": "dualpower contributors"}],
            "version": self.program.get("version", ""),
            "note": self._digests(),
        }
        return [*(csl_of(work) for work in self.works), program]

    def csl_text(self) -> str:
        """Return the list as CSL-JSON text."""
        return json.dumps(self.csl(), ensure_ascii=False, indent=2)

    def to_json(self) -> dict[str, Any]:
        """Return everything as plain values (docs/format.md, 'Output shapes')."""
        works = [work.to_json() for work in self.works]
        return {"scenario": self.scenario, "title": self.title, "works": works, "program": dict(self.program)}

    def _digests(self) -> str:
        said = [f"{name.replace('_', ' ')} {value}" for name, value in self.program.items() if name != "version"]
        return f"{self.title} ({self.scenario}); {'; '.join(said)}."

    def _program_bibtex(self) -> str:
        fields = {
            "author": "{dualpower contributors}",
            "title": "dualpower",
            "version": _tex(self.program.get("version", "")),
            "note": _tex(self._digests()),
        }
        return _bibtex_entry("software", "dualpower", fields)


def collect(claims: Mapping[str, Claim], sources: Mapping[str, Source], used: Sequence[str]) -> tuple[Work, ...]:
    """Return the works under the claims used, by author and title; works that say otherwise come with them."""
    places: dict[str, list[str]] = {}
    under: dict[str, list[str]] = {}
    against: dict[str, list[str]] = {}
    for key in used:
        claim = claims[key]
        for work in claim.works:
            under.setdefault(work, []).append(key)
        if len(claim.works) == 1 and claim.place and claim.place.strip().lower() != NOT_SEEN:
            places.setdefault(claim.works[0], []).append(claim.place.strip())
        for conflict in claim.conflicts:
            against.setdefault(conflict.work, []).append(key)
    found = [
        Work(
            key,
            sources[key],
            tuple(sorted(dict.fromkeys(places.get(key, [])), key=_natural)),
            tuple(under.get(key, [])),
            tuple(against.get(key, [])),
        )
        for key in {**under, **against}
        if key in sources
    ]
    return tuple(sorted(found, key=lambda w: (_author(w.source).casefold(), w.source.title.casefold(), w.key)))


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text) if part]


def _author(source: Source) -> str:
    return "" if source.author is None or source.author in NOBODY else source.author


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


def entry_of(work: Work) -> str:
    """Return one work as a person reads it in a list."""
    source = work.source
    parts = [_author(source), source.title.strip()]
    if source.volume is not None:
        parts.append(f"vol. {source.volume}")
    if source.publisher:
        parts.append(source.publisher)
    parts.append(str(source.year) if source.year is not None else "No year seen")
    head = ". ".join(part.rstrip(".") for part in parts if part) + "."
    return " ".join(part for part in (head, f"{source.url}." if source.url else "", work.note) if part)


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


def _bibtex_entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{body}\n}}"


def _bibtex(work: Work) -> str:
    source = work.source
    author = _author(source)
    fields = {
        "author": f"{{{_tex(author)}}}" if author else "",  # the second pair of braces keeps a name whole
        "title": f"{{{_tex(source.title.strip())}}}",
        "year": _tex(str(source.year)) if source.year is not None else "",
        "volume": _tex(str(source.volume)) if source.volume is not None else "",
        "publisher": _tex(source.publisher or ""),
        "langid": source.language or "",
        "url": source.url or "",
        "note": _tex(work.note),
    }
    return _bibtex_entry(TYPES.get(source.kind, OTHER)[0], work.key, fields)


def csl_of(work: Work) -> dict[str, Any]:
    """Return one work as a CSL-JSON item."""
    source = work.source
    author = _author(source)
    item: dict[str, Any] = {
        "id": work.key,
        "type": TYPES.get(source.kind, OTHER)[1],
        "title": source.title.strip(),
        "author": [{"literal": author}] if author else None,
        "issued": _issued(source.year),
        "volume": None if source.volume is None else str(source.volume),
        "publisher": source.publisher,
        "language": source.language,
        "URL": source.url,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value is not None}


def _issued(year: int | str | None) -> dict[str, Any] | None:
    if year is None:
        return None
    return {"date-parts": [[int(year)]]} if str(year).isdigit() else {"literal": str(year)}
