"""What is not known, one factor at a time: parameters, readings of the evidence, leaders' choices, luck.

A point of the unit cube becomes one history. Each coordinate is a factor: for a parameter or a single
quantity it is the place in its range, as a share of its chances (0.5 is the middle); for a group of
quantities, for the leaders' choices and for luck it is a ticket, and another ticket is another draw of all
that the factor stands for. So luck is a factor like the others, and how much of what happened was chance
can be asked in the same breath.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.engine.params import PARAMS, PRIOR_BETA43, PRIOR_LOGNORMAL, PRIOR_UNIFORM
from dualpower.ensemble.points import Points
from dualpower.errors import DualpowerError

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

CLAIMS = ("grouped", "each", "none")
EDGE = 1e-9  # the ends of a range without ends are never asked for
LOW_END, HIGH_END = 0.1, 0.9  # the middles of the lowest and of the highest fifth
LUCKS = 2**31 - 1  # runs whose luck can be borrowed

# what is written where, in words: (noun, field) of a path in the scenario
FIELDS = {
    ("units", "roll"): "men on the rolls",
    ("units", "present"): "men present",
    ("units", "arms"): "arms and cartridges of the units",
    ("units", "leans"): "leanings of the units",
    ("units", "bond"): "bonds of the units to their command",
    ("units", "issues"): "what the units care for",
    ("units", "trust"): "trust of the units",
    ("units", "believes"): "whom the units believe to be winning",
    ("sites", "stocks"): "stores at the sites",
    ("sites", "residents"): "people living round the sites",
    ("authorities", "operations"): "operations that a staff can run at once",
    ("bodies", "accepted"): "how far the word of a body counts",
    ("assemblies", "factions"): "seats and leanings in the assemblies",
    ("assemblies", "turnout"): "turnout in the assemblies",
    ("decisions", "options"): "chances of the leaders' options",
    ("plans", "do"): "numbers in the plans",
}


# the same of one unit, site or body, before what it is of
ONE_OF = {
    ("units", "roll"): "men on the roll",
    ("units", "present"): "men present",
    ("units", "arms"): "",
    ("units", "leans"): "leaning to",
    ("units", "bond"): "bond to",
    ("units", "issues"): "how it cares for",
    ("units", "trust"): "trust in",
    ("units", "believes"): "belief in",
    ("sites", "stocks"): "stores of",
    ("sites", "residents"): "people living round it",
    ("authorities", "operations"): "operations at once",
    ("bodies", "accepted"): "how far its word counts",
    ("decisions", "options"): "chance of",
}


@dataclass(frozen=True)
class Factor:
    """One thing that is not known.

    kind       parameter, claim, claims (a group), choices or luck
    title      in words
    low, high  what it is in the middle of its lowest and of its highest fifth, in words; "" for a ticket
    """

    id: str
    kind: str
    title: str
    low: str = ""
    high: str = ""

    @property
    def is_ticket(self) -> bool:
        """Whether it has no more and less, only another draw."""
        return self.kind in ("claims", "choices", "luck")


def param_quantile(number: int, u: np.ndarray) -> np.ndarray:
    """Return the values of a universal parameter at shares u (0-1) of its prior, as the engine would draw them."""
    from scipy.special import betaincinv, ndtri

    row, u = PARAMS[number], np.clip(u, EDGE, 1 - EDGE)
    if row.kind == PRIOR_UNIFORM:
        x = row.a + (row.b - row.a) * u
    elif row.kind == PRIOR_LOGNORMAL:
        x = row.a * np.exp(row.b * ndtri(u))
    elif row.kind == PRIOR_BETA43:
        x = betaincinv(row.a, row.b, u)
    else:
        x = row.a + row.b * ndtri(u)
    return np.asarray(np.clip(x, row.low, row.high))


def fact_quantile(arrays: Mapping[str, Any], row: int, u: np.ndarray) -> np.ndarray:
    """Return the values of a quantity of the case at shares u (0-1) of what its claims leave open."""
    kind = int(arrays["fact_kind"][row])
    a, b, c, low, high = (float(arrays[f"fact_{name}"][row]) for name in ("a", "b", "c", "low", "high"))
    if kind == 0:
        return np.full(len(u), a)
    if kind == 1:
        x = a + (b - a) * u
    elif kind == 2:
        rising = a + np.sqrt(u * (b - a) * (c - a))
        falling = b - np.sqrt((1 - u) * (b - a) * (b - c))
        x = np.where(u * (b - a) < c - a, rising, falling)
    else:
        from scipy.special import ndtri

        x = a + b * ndtri(np.clip(u, EDGE, 1 - EDGE))
    return np.asarray(np.clip(x, low, high))


def scrambled(ticket: np.ndarray, key: int) -> np.ndarray:
    """Return a number in 0-1 for each ticket (uint64) and a name's key: independent, and always the same."""
    z = ticket ^ np.uint64(key)
    with np.errstate(over="ignore"):
        for _ in range(2):
            z = z + np.uint64(0x9E3779B97F4A7C15)
            z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            z ^= z >> np.uint64(31)
    return np.asarray((z >> np.uint64(11)).astype(np.float64) / 2.0**53)


def tickets(u: np.ndarray, salt: np.ndarray | int = 0) -> np.ndarray:
    """Return a ticket (uint64) for each coordinate; the salt keeps equal coordinates of two walks apart."""
    bits = np.ascontiguousarray(u, dtype=np.float64).view(np.uint64)
    with np.errstate(over="ignore"):
        return np.asarray(bits ^ (np.asarray(salt, np.uint64) * np.uint64(0xD1342543DE82EF95)))


class Ground:
    """Everything that is not known of a scenario, and how a point of the unit cube becomes a history."""

    def __init__(
        self, resolved: Resolved, problem: Problem, *, claims: str = "grouped", decisions: str = "drawn"
    ) -> None:
        if claims not in CLAIMS:
            raise DualpowerError("E832", f"claims is {claims!r}", f"it is one of {', '.join(CLAIMS)}")
        self.resolved, self.problem, self.claims, self.decisions = resolved, problem, claims, decisions
        self.arrays = problem.arrays

    @cached_property
    def _open(self) -> dict[str, list[int]]:
        """The rows of the quantities that the evidence leaves open, by the path where each is written."""
        from dualpower.compiler.names import key

        rows: dict[int, list[int]] = {}
        for row in range(int(self.arrays["F"])):
            if self.arrays["fact_kind"][row]:
                rows.setdefault(int(self.arrays["fact_key"][row]), []).append(row)
        found = {path: rows.get(key("fact", path), []) for path in self.resolved.spreads}
        return {path: at for path, at in found.items() if at}

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """The factors in order of the cube's coordinates: parameters, claims, choices, luck."""
        found = [_param_factor(number) for number in range(len(PARAMS))]
        if self.claims == "each":
            found += [self._claim_factor(path, rows) for path, rows in self._open.items()]
        elif self.claims == "grouped":
            found += [
                Factor(f"claims.{group}", "claims", f"Evidence: {words}") for group, words in self._groups.items()
            ]
        if self.decisions == "drawn" and len(self.problem.decisions):
            found.append(Factor("choices", "choices", "Leaders' choices"))
        return (*found, Factor("luck", "luck", "Luck"))

    @cached_property
    def _groups(self) -> dict[str, str]:
        names = dict.fromkeys(_group(path) for path in self._open)
        return {
            ".".join(group): FIELDS.get(group, f"{group[1].replace('_', ' ')} of the {group[0]}") for group in names
        }

    def _claim_factor(self, path: str, rows: list[int]) -> Factor:
        ends = [fact_quantile(self.arrays, rows[0], np.array([u]))[0] for u in (LOW_END, HIGH_END)]
        return Factor(f"claim.{path}", "claim", _claim_title(self.resolved, path), *(f"{x:.4g}" for x in ends))

    def points(self, cube: np.ndarray, *, salt: np.ndarray | int = 0, within: tuple[float, float] = (0, 1)) -> Points:
        """Return the histories at the points of a cube.

        Args:
            cube: float [n, k], a column per factor, 0-1.
            salt: one number, or one per row: tickets of rows with another salt are other tickets.
            within: the part of each range, in shares of its chances, that 0-1 stands for.
        """
        at = {factor.id: cube[:, i] for i, factor in enumerate(self.factors)}
        low, high = within

        def place(name: str) -> np.ndarray:
            return np.asarray(low + (high - low) * at[name])

        params = np.stack([param_quantile(i, place(f"param.{row.symbol}")) for i, row in enumerate(PARAMS)], axis=1)
        facts = self._facts(len(cube), at, place, salt)
        options = self._options(len(cube), at, facts, salt)
        luck = (scrambled(tickets(at["luck"], salt), 0x6C75636B) * LUCKS).astype(np.int64)
        return Points(params, facts, options, luck)

    def _facts(
        self, runs: int, at: Mapping[str, np.ndarray], place: Callable[[str], np.ndarray], salt: Any
    ) -> np.ndarray:
        facts = np.tile(np.asarray(self.arrays["fact_a"][: int(self.arrays["F"])], dtype=float), (runs, 1))
        luck = tickets(at["luck"], salt)
        for path, rows in self._open.items():
            key = int(self.arrays["fact_key"][rows[0]])
            if self.claims == "each":
                u = place(f"claim.{path}")
            elif self.claims == "grouped":
                u = scrambled(tickets(at[f"claims.{'.'.join(_group(path))}"], salt), key)
            else:
                u = scrambled(luck, key)
            for row in rows:
                facts[:, row] = fact_quantile(self.arrays, row, u)
        return facts

    def _options(self, runs: int, at: Mapping[str, np.ndarray], facts: np.ndarray, salt: Any) -> np.ndarray:
        """Draw each leader's option by its chances in that history, as the engine would."""
        from dualpower.ensemble.design import option_rows

        if self.decisions != "drawn":
            rows = option_rows(self.problem, None, decisions=self.decisions, runs=runs)
            return np.ascontiguousarray(rows)
        options = np.full((runs, len(self.problem.decisions)), -1, np.int16)
        for d in range(options.shape[1]):
            first, last = int(self.arrays["dec_opt0"][d]), int(self.arrays["dec_opt1"][d])
            chances = facts[:, np.asarray(self.arrays["opt_chance"][first:last])]
            u = scrambled(tickets(at["choices"], salt), int(self.arrays["dec_key"][d])) * chances.sum(axis=1)
            options[:, d] = np.minimum((np.cumsum(chances, axis=1) <= u[:, None]).sum(axis=1), last - first - 1)
        return options


def _claim_title(resolved: Resolved, path: str) -> str:
    """Return the place of one quantity in words: whose it is, what it is, of what."""
    noun, name, *rest = path.split(".")
    scenario = resolved.scenario
    owner = getattr(scenario, noun, {}).get(name)
    words = [_said(owner, name) + ":"]
    for at, part in enumerate(rest):
        if at == 0:
            words.append(ONE_OF.get((noun, part), part.replace("_", " ")))
        else:
            words.append(_said(scenario.authorities.get(part), part))
    said = " ".join(word for word in words if word)
    return said[:1].upper() + said[1:]


def _said(thing: Any, name: str) -> str:
    title = getattr(thing, "title", None)
    if isinstance(title, Mapping):
        title = title.get("en") or next(iter(title.values()), "")
    return str(title or name.replace("-", " "))


def _group(path: str) -> tuple[str, str]:
    parts = path.split(".")
    return parts[0], parts[2] if len(parts) > 2 else parts[-1]


def _param_factor(number: int) -> Factor:
    row = PARAMS[number]
    ends = [float(param_quantile(number, np.array([u]))[0]) for u in (LOW_END, HIGH_END)]
    unit = "" if row.unit == "1" else f" {row.unit}"
    title = f"{row.meaning[:1].upper()}{row.meaning[1:]}"
    return Factor(f"param.{row.symbol}", "parameter", title, *(f"{x:.2g}{unit}" for x in ends))
