"""The laws of evidence: every number points to a claim or says that it is assumed; every claim to a work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dualpower.draft import Key
from dualpower.errors import Problem, near
from dualpower.evidence.ledger import FACTS

if TYPE_CHECKING:
    from dualpower.scenario.check import Book
    from dualpower.scenario.resolve import Resolved


def cited(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """No naked number; outside events and marks always rest on something."""
    by_noun: dict[Key, list] = {}
    for entry in resolved.ledger.uncited:
        by_noun.setdefault(entry.path[:2], []).append(entry)
    for entries in by_noun.values():
        names = [str(next((p for p in reversed(e.path) if isinstance(p, str)), "")) for e in entries]
        several = f" ({len(entries)} numbers: {', '.join(dict.fromkeys(names))})" if len(entries) > 1 else ""
        message = f"a number without a claim{several}"
        hint = "add claim: id, or assumed: and the reason"
        yield resolved.draft.problem("E301", entries[0].path, message, hint)
    for path in resolved.ledger.bare:
        if path not in by_noun:
            what = "what comes from outside" if path[0] == "outside" else "a mark"
            yield resolved.draft.problem("E301", path, f"{what} needs a claim", "add claim: id")


def known(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every claim that is pointed to exists, and a fact of the start rests on nothing later."""
    written = resolved.draft.data.get("claims")
    ids = list(written) if isinstance(written, dict) else []
    for path, claim_id in _pointers(resolved.draft.data, ()):
        if claim_id not in ids:
            yield resolved.draft.problem("E302", path, f"no claim is called {claim_id!r}", near(claim_id, ids))
        elif path[0] in FACTS and claim_id in resolved.claims:
            dated = resolved.claims[claim_id].dated
            if dated in ("during", "after"):
                message = f"claim {claim_id!r} speaks of a moment {dated} the events, this is a fact of the start"
                yield resolved.draft.problem("E308", path, message, "use earlier evidence, or assumed with a range")


def _pointers(value: object, path: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not path and key in ("claims", "sources", "variants"):
                continue
            if key == "claim":
                if isinstance(item, str):
                    yield (*path, key), item
                elif isinstance(item, list):
                    yield from (((*path, key, i), c) for i, c in enumerate(item) if isinstance(c, str))
            else:
                yield from _pointers(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pointers(item, (*path, index))


def works(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every claim names a work that is in a bibliography, and its numbers do not contradict each other."""
    for key, claim in resolved.claims.items():
        path: Key = ("claims", key)
        if not claim.works and claim.trust != "assumed":
            yield resolved.draft.problem("E303", path, "this claim names no work", "add work:, or trust: assumed")
        named: list[tuple[Key, str]] = [(("work",), w) for w in claim.works]
        named += [(("conflicts", i, "work"), c.work) for i, c in enumerate(claim.conflicts)]
        for where, work in named:
            if work not in resolved.sources:
                hint = near(work, resolved.sources) or "add it to sources"
                yield resolved.draft.problem("E304", (*path, *where), f"no source is called {work!r}", hint)
        try:
            claim.spread()
        except ValueError as error:
            yield resolved.draft.problem("E305", path, str(error))


LAWS = (cited, known, works)
