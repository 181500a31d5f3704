"""The evidence of a page: every number of the scenario, the claims it rests on, and the works they are from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from dualpower.analysis.grounds import open_number, paths_of
from dualpower.evidence.citations import Work, csl_of, entry_of
from dualpower.scenario import double_entry, write
from dualpower.telling.page import contract

if TYPE_CHECKING:
    from dualpower.evidence.claim import Claim
    from dualpower.scenario.resolve import Resolved


def evidence(resolved: Resolved) -> contract.Evidence:
    """Return the evidence of a scenario, whole."""
    index = double_entry.by_path(double_entry.comparisons(resolved))
    grounds = [_ground(open_number(resolved, index, path)) for path in paths_of(resolved, index)]
    named = dict.fromkeys(claim for ground in grounds for claim in ground.claims)
    works = write.works(resolved)
    states = Counter(ground.status for ground in grounds)
    return contract.Evidence(
        grounds=grounds,
        claims=[_claim(key, resolved.claims[key], resolved) for key in named],
        works=[_work(work) for work in works],
        coverage={grade: int(count) for grade, count in resolved.ledger.coverage().items()},
        double_entry={} if resolved.recheck is None else {state: states[state] for state in double_entry.STATUSES},
    )


def _ground(row: dict[str, Any]) -> contract.Ground:
    return contract.Ground(
        path=row["path"],
        value=_value(row),
        grade=row["grade"],
        status=row["status"] or "",
        claims=row["claims"],
        assumed={"en": row["assumed"]} if row["assumed"] else {},
    )


def _value(row: dict[str, Any]) -> str:
    """Return a number as a reader wants it: as written, or its range where a claim gives it."""
    written = row["written"]
    if isinstance(written, dict):
        written = written.get("value")
    if isinstance(written, bool) or written is None or isinstance(written, (dict, list)):
        if row["middle"] is None:
            return " ".join(str(part) for part in written) if isinstance(written, list) else ""
        low, middle, high = (f"{row[key]:.4g}" for key in ("low", "middle", "high"))
        return middle if low == high else f"{low}..{high}"
    return str(written)


def _claim(key: str, claim: Claim, resolved: Resolved) -> contract.Claim:
    work = "; ".join(claim.works)
    conflicts = [f"{one.work}: {one.says}" for one in claim.conflicts]
    return contract.Claim(
        id=key,
        text={"en": claim.says},
        work=work,
        locator=claim.place or "",
        grade=claim.trust,
        low=claim.low if claim.low is not None else claim.value,
        high=claim.high if claim.high is not None else claim.value,
        conflicts=conflicts,
        used=True,
        why=_why(claim),
    )


def _why(claim: Claim) -> str:
    """Say why this reading is used where there is another: a correction of the print, or what others widen."""
    if claim.corrected:
        return f"As corrected: {claim.corrected}"
    apart = [one.work for one in claim.conflicts if one.low is not None or one.high is not None]
    if claim.low is None and claim.value is not None and apart:
        return "Its value is held likeliest; what the others say widens the range that is drawn from."
    return ""


def _work(work: Work) -> contract.Work:
    return contract.Work(id=work.key, text=entry_of(work), csl=csl_of(work))
