"""What numbers are possible: no negative men, no share above one, no taste beyond two.

A spread is judged by its ends, a normal one by its mean: its tails are cut when it is drawn.
"""

from __future__ import annotations

from dualpower.evidence.claim import Spread
from dualpower.saying import Said, say

INF = float("inf")
SHARE = (0.0, 1.0, "bound-share")
COUNT = (0.0, INF, "bound-count")
TASTE = (-2.0, 2.0, "bound-taste")

# (model, field) -> low, high, key of the reason (saying.say)
BOUNDS: dict[tuple[str, str], tuple[float, float, str]] = {
    ("Authority", "operations"): (0.0, 12.0, "bound-operations"),
    ("Authority", "credibility"): SHARE,
    ("Body", "accepted"): SHARE,
    ("Gate", "frontage_men"): (1.0, INF, "bound-gate"),
    ("Site", "stocks"): COUNT,
    ("Site", "residents"): COUNT,
    ("Link", "km"): (0.001, 20000.0, "bound-way"),
    ("Unit", "roll"): COUNT,
    ("Unit", "present"): COUNT,
    ("Unit", "bond"): SHARE,
    ("Unit", "leans"): TASTE,
    ("Unit", "issues"): (-1.0, 1.0, "bound-weight"),
    ("Unit", "trust"): SHARE,
    ("Unit", "believes"): SHARE,
    ("Unit", "arms"): COUNT,
    ("Faction", "seats"): COUNT,
    ("Faction", "leans"): TASTE,
    ("Assembly", "turnout"): SHARE,
    ("Act", "men"): (1.0, INF, "bound-order"),
    ("Act", "share"): SHARE,
    ("Option", "chance"): SHARE,
}


def impossible(model: str, field: str, spread: Spread) -> Said | None:
    """Return what is wrong with a spread in this field, or None."""
    bound = BOUNDS.get((model, field))
    if bound is None:
        return None
    low, high, reason = bound
    ends = (spread.a,) if spread.kind == "normal" else (spread.low, spread.high)
    bad = next((end for end in ends if not low <= end <= high), None)
    return None if bad is None else say("E206-bound", value=f"{bad:g}", reason=say(reason))
