"""The ledger: for every number in a scenario, which claims it rests on; and which rest on nothing.

A number has its own claim, or that of the noun it belongs to, or the word ``assumed`` with a
reason. Coordinates, strengths, tastes, chances: none is exempt. Ranks (``priority``) and the
fixed frame of a scenario (``step``, ``utc_offset_h``) are not evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dualpower.draft import Key, dotted
from dualpower.evidence.claim import GRADES, Claim, read_quantity

SECTIONS = (
    "authorities", "bodies", "sites", "links", "lines", "units", "promises", "assemblies", "plans", "decisions",
    "outside", "marks",
)  # fmt: skip
FACTS = frozenset({"authorities", "bodies", "stances", "sites", "links", "lines", "units", "promises", "assemblies"})
ALWAYS = ("outside", "marks")  # every noun here needs a claim, numbers or not
EXEMPT = frozenset({"priority", "precision_m"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One number: where it stands, the claims it rests on, or the reason it is assumed."""

    path: Key
    value: object
    claims: tuple[str, ...] = ()
    assumed: str | None = None


@dataclass
class Ledger:
    """All numbers of a scenario with their evidence."""

    entries: list[Entry] = field(default_factory=list)
    uncited: list[Entry] = field(default_factory=list)
    bare: list[Key] = field(default_factory=list)  # nouns that need a claim and have none
    claims: Mapping[str, Claim] = field(default_factory=dict)

    def rests_on(self, path: str) -> tuple[str, ...]:
        """Return the ids of the claims under the number at a dotted path (nearest above, else none)."""
        index = {dotted(e.path): e.claims for e in self.entries}
        parts = path.split(".")
        for end in range(len(parts), 0, -1):
            if found := index.get(".".join(parts[:end])):
                return found
        return ()

    def coverage(self) -> dict[str, int]:
        """Count numbers by grade of trust: seen, inferred, unverified, assumed, uncited."""
        counts: Counter[str] = Counter(dict.fromkeys((*GRADES, "uncited"), 0))
        for entry in self.entries:
            grades = [self.claims[c].trust for c in entry.claims if c in self.claims]
            counts[min(grades, key=GRADES.index) if grades else "assumed"] += 1
        counts["uncited"] = len(self.uncited)
        return dict(counts)

    def works(self) -> list[str]:
        """Return the keys of all works the numbers rest on, in order."""
        return sorted({w for e in self.entries for c in e.claims if c in self.claims for w in self.claims[c].works})


def claims_at(data: Mapping[str, object], path: str) -> tuple[tuple[str, ...], str | None]:
    """Return the claims, and the reason it is assumed, of what stands at a dotted path: its own, or the nearest."""
    here: object = data
    claims: tuple[str, ...] = ()
    assumed: str | None = None
    for part in path.split("."):
        if isinstance(here, list) and part.isdigit() and int(part) < len(here):
            here = here[int(part)]
        else:
            here = here.get(part) if isinstance(here, dict) else None
        if isinstance(here, dict) and (here.get("claim") or here.get("assumed")):
            reason = here.get("assumed")
            claims, assumed = _ids(here.get("claim")), reason if isinstance(reason, str) else None
    return claims, assumed


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def is_number(value: object) -> bool:
    """Say whether a written value is a number: plain, a range or a spread."""
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        return True
    if not isinstance(value, str) or not ("." in value or value.startswith("about")):
        return False
    try:
        read_quantity(value)
    except ValueError:
        return False
    return True


def _collect(ledger: Ledger, value: object, path: Key, claims: tuple[str, ...], assumed: str | None) -> None:
    if isinstance(value, dict):
        own, reason = _ids(value.get("claim")), value.get("assumed")
        if own or reason:
            claims, assumed = own, reason if isinstance(reason, str) else None
        if own and not reason and {"value", "sd"}.isdisjoint(value) and len(value) == 1:
            ledger.entries.append(Entry(path, None, own))
        if "value" in value and set(value) <= {"value", "sd", "claim", "assumed"}:
            _collect(ledger, value["value"], path, claims, assumed)
            return
        for key, item in value.items():
            if key not in EXEMPT and key not in ("claim", "assumed", "note", "title"):
                _collect(ledger, item, (*path, key), claims, assumed)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _collect(ledger, item, (*path, index), claims, assumed)
    elif is_number(value):
        entry = Entry(path, value, claims, assumed)
        (ledger.entries if claims or assumed else ledger.uncited).append(entry)


def audit(data: Mapping[str, object], claims: Mapping[str, Claim]) -> Ledger:
    """Return the ledger of a scenario as written."""
    ledger = Ledger(claims=claims)
    for section in SECTIONS:
        nouns = data.get(section)
        if not isinstance(nouns, dict):
            continue
        for key, noun in nouns.items():
            _collect(ledger, noun, (section, key), (), None)
            if section in ALWAYS and isinstance(noun, dict) and not (noun.get("claim") or noun.get("assumed")):
                ledger.bare.append((section, key))
    return ledger
