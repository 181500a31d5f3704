"""The universal parameters: one table, shared by every scenario, the only numbers ever calibrated.

Each row gives symbol, meaning, unit, prior and the reason for the prior. The engine draws a row of
values per run from these priors, keyed by the symbol, unless the caller fixes them. A scenario
cannot carry a behavioural constant: whatever holds for one city holds for all.
"""

import hashlib
from typing import NamedTuple

# index of each parameter in a run's row
P_RHO = 0
P_M = 1
P_BP = 2
P_BW = 3
P_BT = 4
P_BH = 5
P_BF = 6
P_C = 7
P_THETA = 8
P_SIGMA = 9
P_DELTA = 10
P_CHI = 11
P_TB = 12
P_XI = 13
P_PHI = 14
P_LAM = 15
P_P = 16
P_ETA = 17
P_BL = 18
P_BI = 19
P_IOTA = 20
N_PARAMS = 21

# kinds of prior
PRIOR_LOGNORMAL = 0  # a = median, b = sd of the logarithm
PRIOR_UNIFORM = 1  # a = low, b = high
PRIOR_NORMAL = 2  # a = mean, b = sd; cut to low..high
PRIOR_BETA43 = 3  # Beta(4, 3): the fourth smallest of six uniforms


class Param(NamedTuple):
    """One universal parameter: prior kind with its two numbers, hard range, unit, and why."""

    symbol: str
    meaning: str
    unit: str
    kind: int
    a: float
    b: float
    low: float
    high: float
    source: str


PARAMS = (
    Param("rho", "revisions per hour", "1/h", PRIOR_LOGNORMAL, 0.05, 1.0, 0.0, 20.0, "assumed: hours to days"),
    Param(
        "m",
        "agitation multiplier",
        "1",
        PRIOR_LOGNORMAL,
        6.0,
        0.7,
        0.0,
        200.0,
        "assumed: a division can turn in about three days",
    ),
    Param(
        "bP",
        "weight of peers",
        "logit",
        PRIOR_UNIFORM,
        0.0,
        4.0,
        0.0,
        4.0,
        "Brock and Durlauf 2001: 2 is the edge of two stable shares",
    ),
    Param(
        "bW",
        "weight of the believed winner",
        "logit",
        PRIOR_UNIFORM,
        0.0,
        5.0,
        0.0,
        5.0,
        "Singh 2014: expectations must be able to dominate taste",
    ),
    Param("bT", "weight of promises times trust", "logit", PRIOR_UNIFORM, 0.0, 3.0, 0.0, 3.0, "McLauchlin 2010"),
    Param("bH", "weight of hardship", "logit", PRIOR_UNIFORM, 0.0, 2.0, 0.0, 2.0, "Hechter, Pfaff and Underwood 2016"),
    Param("bF", "weight of danger", "logit", PRIOR_UNIFORM, 0.0, 2.0, 0.0, 2.0, "Epstein 2002: risk times arrest"),
    Param(
        "c",
        "cost of leaving aloofness",
        "logit",
        PRIOR_NORMAL,
        2.5,
        1.0,
        0.0,
        8.0,
        "assumed: S(-2) = 12 %, S(-3) = 5 % turn out",
    ),
    Param("theta", "step of severity", "logit", PRIOR_LOGNORMAL, 0.8, 0.5, 0.0, 8.0, "assumed"),
    Param(
        "sigma",
        "heterogeneity of units",
        "logit",
        PRIOR_UNIFORM,
        0.3,
        1.5,
        0.3,
        1.5,
        "Bearman 1991; Costa and Kahn 2008: company effects dominate",
    ),
    Param("delta", "trust lost per breach", "share", PRIOR_BETA43, 4.0, 3.0, 0.0, 1.0, "assumed"),
    Param("chi", "weight of news", "1", PRIOR_UNIFORM, 0.2, 2.0, 0.2, 2.0, "assumed"),
    Param("Tb", "half-forgetting of belief", "h", PRIOR_LOGNORMAL, 8.0, 0.7, 0.1, 500.0, "assumed"),
    Param("xi", "growth of rumour per hop", "log", PRIOR_NORMAL, 0.15, 0.15, -1.0, 1.5, "assumed: no data"),
    Param("phi", "friction on every delay", "1", PRIOR_LOGNORMAL, 1.7, 0.4, 0.2, 20.0, "assumed: slower than planned"),
    Param(
        "lam",
        "losses per hour at parity and full fire",
        "1/h",
        PRIOR_LOGNORMAL,
        0.006,
        0.9,
        0.0,
        1.0,
        "CDB90 battles: .2 to 2.5 % an hour",
    ),
    Param("p", "Lanchester exponent", "1", PRIOR_NORMAL, 0.35, 0.12, 0.0, 1.0, "CDB90 battles"),
    Param(
        "eta", "base hazard of breaking", "1/h", PRIOR_LOGNORMAL, 0.03, 0.8, 0.0, 5.0, "CDB90 battles, back-calculated"
    ),
    Param(
        "bL",
        "weight of 10 % loss on breaking",
        "log",
        PRIOR_NORMAL,
        0.2,
        0.2,
        0.0,
        3.0,
        "CDB90 battles: no acceleration",
    ),
    Param(
        "bI", "weight of a level of isolation", "log", PRIOR_UNIFORM, 0.3, 2.5, 0.3, 2.5, "McQuie 1987: 64 against 12 %"
    ),
    Param("iota", "entries per open door", "1/h", PRIOR_LOGNORMAL, 0.3, 0.8, 0.0, 20.0, "assumed"),
)


def digest() -> str:
    """SHA-256 of the table, so that a result can say which priors it drew from."""
    return hashlib.sha256(repr([tuple(row) for row in PARAMS]).encode()).hexdigest()
