"""Integers and what people call them. The only place where the two are translated.

Codes here count from 0 in the order of the scenario (the kernel's authority 1 is code 0 here, its
nobody is -1). A label is a title in the language asked for, else in English, else the id. Men sent
away from their unit have no name of their own: they are called a detachment of their parent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

NOBODY = {"en": "nobody", "es": "nadie", "pl": "nikt", "ru": "никто"}
DETACHMENT = {
    "en": "a detachment of {}",
    "es": "{} (destacamento)",
    "pl": "oddział wydzielony ({})",
    "ru": "отряд из состава: {}",
}
KINDS = (
    "authorities", "bodies", "sites", "gates", "links", "lines", "units", "issues", "promises", "assemblies",
    "factions", "motions", "plans", "decisions", "options", "outside", "outcomes",
)  # fmt: skip
_PLURAL = {
    "authority": "authorities", "body": "bodies", "assembly": "assemblies", "promise": "promises",
    **{kind.removesuffix("s"): kind for kind in KINDS if kind.endswith("s") and not kind.endswith("ies")},
}  # fmt: skip


def key(kind: str, name: str) -> int:
    """Return the number that luck is keyed by: the first 8 bytes of sha256 of ``kind/name``.

    It depends on the name alone, so a unit added to a scenario leaves everybody else's luck alone.
    """
    return int.from_bytes(hashlib.sha256(f"{kind}/{name}".encode()).digest()[:8], "little")


@dataclass(frozen=True)
class Names:
    """Ids of everything that has a code, in order of code, and titles by kind and id.

    Units hold the parts of a spread unit one after another (``druzhina``, ``druzhina@quarter``).
    Gates are ``site.gate``, motions and factions ``assembly.name``, options ``decision.option``.
    """

    authorities: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    gates: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    promises: list[str] = field(default_factory=list)
    assemblies: list[str] = field(default_factory=list)
    factions: list[str] = field(default_factory=list)
    motions: list[str] = field(default_factory=list)
    plans: list[str] = field(default_factory=list)
    decisions: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    titles: dict[str, dict[str, Mapping[str, str]]] = field(default_factory=dict)

    def ids(self, kind: str) -> list[str]:
        """Return the ids of a kind, named in the singular or the plural. Raises KeyError."""
        plural = _PLURAL.get(kind, kind)
        if plural not in KINDS:
            raise KeyError(f"{kind!r} is no kind of name; one of {', '.join(KINDS)}")
        found: list[str] = getattr(self, plural)
        return found

    def label(self, kind: str, code: int, lang: str = "en", *, parent: int | None = None) -> str:
        """Return what people call the thing with this code.

        Args:
            kind: ``unit``, ``sites`` ...: a kind of name, singular or plural.
            code: from 0; negative is nobody.
            lang: en, es, pl or ru.
            parent: for a unit beyond those of the scenario, the unit its men came from.
        Raises:
            IndexError: nothing has this code.
        """
        if code < 0:
            return NOBODY.get(lang, NOBODY["en"])
        ids = self.ids(kind)
        if code < len(ids):
            return self.title(_PLURAL.get(kind, kind), ids[code], lang)
        if parent is None or parent < 0:
            raise IndexError(f"no {kind} has the code {code}")
        return DETACHMENT.get(lang, DETACHMENT["en"]).format(self.label(kind, parent, lang))

    def title(self, kind: str, name: str, lang: str = "en") -> str:
        """Return the title of an id of a kind (plural), in `lang`, in English, in any language, or the id."""
        if kind == "units" and "@" in name:
            unit, site = name.split("@", 1)
            return f"{self.title('units', unit, lang)} ({self.title('sites', site, lang)})"
        text = self.titles.get(kind, {}).get(name) or {}
        return text.get(lang) or text.get("en") or next(iter(text.values()), name)
