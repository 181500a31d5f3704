"""Closed forms and published tables, with many replicates: the stochastic part of the verification suite.

The same processes as in tests/verification, on the engine's rates, hazards and draws, thirty times as often.
With so many tests a few lie outside three standard errors by luck; each is judged at a level that allows for it.
"""

from __future__ import annotations

from statistics import NormalDist

from benchmarks import common  # noqa: F401 - puts the tests' worlds in reach

ASKED = "Engine's rates, hazards and draws against closed forms"
TIMES = 30
LEVEL = 0.001


def hold() -> dict:
    """Sample every process; held when none deviates at the common level."""
    from worlds.luck import Luck, agrees
    from worlds.processes import CLOSED_FORMS, COURT_ONLY

    luck, rows = Luck(seed=2026), []
    forms = [*CLOSED_FORMS, *COURT_ONLY]
    far = NormalDist().inv_cdf(1 - LEVEL / (4 * len(forms)))
    for name, sampler, mean, sd, replicates in forms:
        number = TIMES * replicates or 300
        sample = sampler(luck, number)
        z, y = agrees(sample, mean, sd)
        rows.append({
            "form": name, "replicates": number, "expected": round(mean, 6), "found": round(sum(sample) / number, 6),
            "z": round(z, 2), "y": round(y, 2), "holds": abs(z) < far and abs(y) < far + 2,
        })  # fmt: skip
    return {"held": all(row["holds"] for row in rows), "limit_of_z": round(far, 2), "forms": rows}
