"""Pairs on common luck: what changes nothing changes no run, intervals are honest, pairs save runs.

An idle patch rewrites every rule and every name of a scenario and nothing that happens: not one pair may differ in
one event. A reported 90 % interval is held against the truth of many more pairs, a few hundred times, with fresh
luck each time. A small change is counted on pairs and between strangers.

    python -m validation.pairs moscow-1917 10000 [FOLDER]

counts that many idle pairs of one scenario, tells how far it is after each 500, and goes on in FOLDER where it stopped.
"""

from __future__ import annotations

import json
import sys
from math import sqrt

from benchmarks import common  # puts the tests' worlds in reach

ASKED = "Pairs on common luck: idle patches, honest intervals, runs saved"
IDLE = {"kremlin-call": 10_000, "moscow-1917": 300}
TRUTH, TRIALS, PAIRS = 40_000, 400, 150
REAL = ("kremlin-call", "they-storm")
SMALL = ("kremlin-call", 4_000)
BLOCK = 500


def idle(scenario: str, number: int, folder: str | None = None, tell: bool = False) -> dict:
    """Run the pairs of a scenario and the same written otherwise; count those that differ."""
    from worlds.idle import idle as written_otherwise

    from dualpower.analysis import histories, pairs

    base = histories.load(scenario)
    arms = [
        pairs.Arm(name, histories.compile_scenario(one))
        for name, one in (("as it was", base), ("idle", written_otherwise(base)))
    ]
    found = {"scenario": scenario, "asked": number, "pairs": 0, "differ": 0}
    for first in range(0, number, BLOCK):
        some = range(first, min(first + BLOCK, number))
        same = pairs.unchanged(*(pairs.run_arm(arm, runs=some, seed=common.SEED, folder=folder) for arm in arms))
        found["pairs"] += same.pairs
        found["differ"] += same.pairs - same.same
        if tell:
            print(json.dumps(found), flush=True)
    return found


def coverage() -> dict:
    """Count how often the interval of the shift of each outcome covers what very many pairs say."""
    from dualpower.analysis import histories, pairs

    base = histories.load(REAL[0])
    arms = [
        pairs.Arm(name, histories.compile_scenario(one))
        for name, one in (("as it was", base), (REAL[1], histories.load(base, variant=REAL[1])))
    ]
    truth = pairs.run_arms(arms, runs=TRUTH, seed=common.SEED)
    trials = pairs.run_arms(arms, runs=TRIALS * PAIRS, seed=common.SEED + 1)
    rows = []
    for name, read in _measures(truth[0].outcomes):
        shift = pairs.difference(read(truth[0]), read(truth[1])).shift
        hits = 0
        for at in range(TRIALS):
            cut = slice(at * PAIRS, (at + 1) * PAIRS)
            found = pairs.difference(read(trials[0])[cut], read(trials[1])[cut])
            hits += found.low <= shift <= found.high
        rows.append({"measure": name, "truth": round(shift, 5), "covered": hits / TRIALS})
    room = 3 * sqrt(0.09 / TRIALS)
    return {
        "level": pairs.LEVEL, "trials": TRIALS, "pairs_each": PAIRS, "truth_from_pairs": TRUTH, "rows": rows,
        "held": all(0.85 - room <= row["covered"] <= 0.95 + room for row in rows),
    }  # fmt: skip


def _measures(outcomes):
    return [
        *((outcome, lambda runs, o=outcome: runs.has(o)) for outcome in outcomes),
        ("marched", lambda runs: runs.count("marched")),
        ("believed", lambda runs: runs.count("believed")),
    ]


def hold() -> dict:
    """Idle patches, coverage, saving: held when all three are as asked."""
    still = [idle(scenario, number) for scenario, number in IDLE.items()]
    covered = coverage()
    from worlds.small_change import saving

    saved = saving(*SMALL, seed=common.SEED)
    held = all(row["differ"] == 0 for row in still) and covered["held"] and saved["times_fewer"] >= 10
    return {"held": held, "idle": still, "coverage": covered, "small_change": saved}


if __name__ == "__main__":
    last = idle(sys.argv[1], int(sys.argv[2]), *sys.argv[3:4], tell=True)
    sys.exit(int(last["differ"] > 0))
