"""The laws of evidence: every number points to a claim or says that it is assumed; every claim to a work."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dualpower.draft import Key
from dualpower.errors import Problem, near
from dualpower.evidence.claim import Claim
from dualpower.evidence.ledger import FACTS
from dualpower.saying import cure, say
from dualpower.scenario import double_entry

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
        several = {"n": len(entries), "fields": ", ".join(dict.fromkeys(names))} if len(entries) > 1 else {}
        message = say("E301-number", **several)
        yield resolved.draft.problem("E301", entries[0].path, message, cure("claim-or-assumed"))
    for path in resolved.ledger.bare:
        if path not in by_noun:
            message = say("E301-outside") if path[0] == "outside" else say("E301-mark")
            yield resolved.draft.problem("E301", path, message, cure("claim"))


def known(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Every claim that is pointed to exists, and a fact of the start rests on nothing later."""
    written = resolved.draft.data.get("claims")
    ids = written if isinstance(written, dict) else {}
    for path, claim_id in _pointers(resolved.draft.data, ()):
        if claim_id not in ids:
            message = say("E302-claim", claim=repr(claim_id))
            yield resolved.draft.problem("E302", path, message, near(claim_id, ids))
        elif path[0] in FACTS and claim_id in resolved.claims:
            dated = resolved.claims[claim_id].dated
            if dated in ("during", "after"):
                message = say("E308-later", claim=repr(claim_id), dated=say(f"dated-{dated}"))
                yield resolved.draft.problem("E308", path, message, cure("earlier"))


def _pointers(value: object, path: Key) -> Iterator[tuple[Key, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            if not path and key in ("claims", "sources", "recheck", "variants"):
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
            yield resolved.draft.problem("E303", path, say("E303-claim"), cure("work-or-assumed"))
        named: list[tuple[Key, str]] = [(("work",), w) for w in claim.works]
        named += [(("conflicts", i, "work"), c.work) for i, c in enumerate(claim.conflicts)]
        for where, work in named:
            if work not in resolved.sources:
                hint = near(work, resolved.sources) or cure("add-source")
                yield resolved.draft.problem("E304", (*path, *where), say("E304-source", work=repr(work)), hint)
        try:
            claim.spread()
        except ValueError as error:
            yield resolved.draft.problem("E305", path, error.args[0])


def agreed(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """Two claims under one number that speak in one unit overlap, or one names the other's work as a conflict."""
    for path, claim_id in _quantities(resolved.draft.data, ()):
        found = [(c, resolved.claims[c]) for c in claim_id if c in resolved.claims]
        for (one, first), (other, second) in itertools.combinations(found, 2):
            if first.unit == second.unit and _apart(first, second) and not _declared(first, second):
                message = say("E311-apart", one=repr(one), other=repr(other))
                hint = cure("conflicts", form="conflicts: [{work, says, low, high}]")
                yield resolved.draft.problem("E311", (*path, "claim"), message, hint)


def _quantities(value: object, path: Key) -> Iterator[tuple[Key, list[str]]]:
    """Yield every number that names several claims of its own."""
    if isinstance(value, dict):
        named = value.get("claim")
        if isinstance(named, list) and set(value) <= {"value", "sd", "claim", "assumed"}:
            yield path, [c for c in named if isinstance(c, str)]
        for key, item in value.items():
            if path or key not in ("claims", "sources", "recheck", "variants"):
                yield from _quantities(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _quantities(item, (*path, index))


def _apart(first: Claim, second: Claim) -> bool:
    try:
        one, other = first.spread(), second.spread()
    except ValueError:
        return False  # told by works()
    return one is not None and other is not None and max(one.low, other.low) > min(one.high, other.high)


def _declared(first: Claim, second: Claim) -> bool:
    ours, theirs = {c.work for c in first.conflicts}, {c.work for c in second.conflicts}
    return bool(ours & set(second.works) or theirs & set(first.works))


def rechecked(resolved: Resolved, book: Book) -> Iterator[Problem]:
    """A second entry keys what is there, once, from a work; that it disagrees is no error."""
    yield from double_entry.laws(resolved)


LAWS = (cited, known, works, agreed, rechecked)
