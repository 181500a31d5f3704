"""A made-up capital on the night of a coup: small cases of one kind, written in the ordinary language.

Leaders at the top of an army, in its middle or at its bottom say that the government has fallen; with or without the
transmitter. What differs is only whom they command and by how long a chain, what they hold when it begins, and what
others think of their chances before anything is seen. Leaders of all ranks try the same, by the plans that
``data/coups/frame.yaml`` gives to all of them. Every number rests on ``data/coups/claims.yaml``.

How many battalions there are, and where, differs from one capital to the next: capital 7 is the same for all
three ranks, and the same today and tomorrow.
"""

from __future__ import annotations

import hashlib
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from dualpower import draft as drafts
from dualpower.errors import DualpowerError, ScenarioError, near
from dualpower.scenario import check, resolve
from dualpower.scenario.resolve import Resolved

FOLDER = Path(__file__).resolve().parent.parent / "data" / "coups"
RANKS = ("top", "middle", "bottom")
CENTRE = (10.0, 10.0)  # degrees; a made-up place
KM_PER_DEGREE = (111.2, 109.5)  # north, east, at 10 degrees
SIDES = ("government", "plotters")


@dataclass(frozen=True)
class Coup:
    """One case: who leads it, whether the plotters hold the transmitter when it begins, and in which capital.

    ``even`` gives the plotters an even chance in everybody's eyes at the start, whatever their rank: so it shows
    how much of a rate rests on first beliefs, which nobody has measured.
    """

    rank: str
    transmitter: bool
    capital: int = 0
    even: bool = False

    def __post_init__(self) -> None:
        if self.rank not in RANKS:
            raise DualpowerError(
                "E204", f"no coup is led from {self.rank!r}", near(self.rank, RANKS) or ", ".join(RANKS)
            )
        if self.capital < 0:
            raise DualpowerError("E206", f"a capital has a number from 0, not {self.capital}", "0, 1, 2, ...")

    @property
    def id(self) -> str:
        """The scenario's name, such as ``coup-top-with-3``."""
        return f"coup-{self.rank}-{'with' if self.transmitter else 'without'}-{self.capital}{'-even' * self.even}"


def make(coup: Coup) -> Resolved:
    """Return a case as a checked scenario.

    Raises:
        ScenarioError: the frame in the data folder does not check clean.
    """
    return read(write(coup), coup.id)


def read(text: str, name: str) -> Resolved:
    """Return the scenario of a text in the ordinary language, checked. Raises ScenarioError."""
    resolved, problems = resolve.resolve(drafts.parse(text, f"{name}.yaml", FOLDER))
    if resolved is not None:
        problems += check.check(resolved)
    if problems or resolved is None:
        raise ScenarioError(problems)
    return resolved


def write(coup: Coup) -> str:
    """Return a case as the text of a scenario file that stands alone."""
    return drafts.write(_Writer(coup).case())


@cache
def _file(name: str) -> dict[str, Any]:
    path = FOLDER / name
    return drafts.parse(drafts.read_text(path, str(path)), str(path), FOLDER).data


class _Writer:
    """Adds to the frame what a capital and a rank bring: barracks and battalions, commands, wires, first beliefs."""

    def __init__(self, coup: Coup) -> None:
        self.coup = coup
        self.claims = _file("claims.yaml")["claims"]
        self.body = {**deepcopy(_file("frame.yaml")), **deepcopy(_file("claims.yaml"))}
        self.sites, self.units = self.body["sites"], self.body["units"]
        self.battalions = self.whole("battalions")
        self.at_top, self.at_bottom = coup.rank == "top", coup.rank == "bottom"
        self.seat = "headquarters" if self.at_top else "barracks-1"
        self.plot: list[str] = []

    def case(self) -> dict[str, Any]:
        """Return the whole scenario as plain values."""
        self.name()
        self.places()
        self.garrison()
        self.hands()
        self.beliefs()
        self.wires()
        self.body["plans"]["for-the-palace"]["do"] = [{"take": "palace", "with": self.plot}]
        record = self.claims[f"record-{self.coup.rank}"]
        self.body["marks"]["success"]["claim"] = f"record-{self.coup.rank}"
        self.body["marks"]["success"]["parts"]["share"]["record"] = {"band": [record["low"], record["high"]]}
        return self.body

    def name(self) -> None:
        coup = self.coup
        self.body["id"] = coup.id
        holding = "with" if coup.transmitter else "without"
        title = f"A coup from the {coup.rank} of the army, {holding} the transmitter (capital {coup.capital})"
        self.body["title"] = {"en": title}
        self.body["authorities"]["plotters"]["seat"] = self.seat

    def luck(self, what: str) -> float:
        """Return this capital's draw for one thing, 0 to 1; the same for all ranks."""
        word = hashlib.sha256(f"capital {self.coup.capital}: {what}".encode()).digest()
        return int.from_bytes(word[:8], "big") / 2**64

    def between(self, claim: str, what: str) -> float:
        """Return this capital's draw from the range of a claim."""
        low, high = self.claims[claim]["low"], self.claims[claim]["high"]
        return float(low + self.luck(what) * (high - low))

    def whole(self, claim: str) -> int:
        """Return this capital's draw from a claim that counts something; each count is as likely."""
        low, high = self.claims[claim]["low"], self.claims[claim]["high"]
        return int(low + self.luck(claim) * (high - low + 1))

    def places(self) -> None:
        """Offices of state about the palace, barracks round the town, and the ways between them."""
        for key in ("headquarters", "transmitter", "police"):
            self.sites[key]["at"] = self.spot(self.luck(f"{key} lies"), self.between("centre-km", key))
        links = self.body["links"]
        for i in range(1, self.battalions + 1):
            key = f"barracks-{i}"
            turn = (i - 1 + self.luck(f"{key} lies")) / self.battalions
            self.sites[key] = {
                "title": {"en": f"Barracks {i}"}, "kind": "barracks",
                "at": self.spot(turn, self.between("outskirts-km", key)),
                "holder": "government", "stocks": {"food": {"claim": "food"}}, "claim": "layout",
            }  # fmt: skip
            links[f"road-{i}"] = {"between": ["palace", key]}
            if i > 1:
                links[f"ring-{i}"] = {"between": [f"barracks-{i - 1}", key]}

    def spot(self, turn: float, km: float) -> list[float]:
        """Return degrees north and east of a place so far from the palace, in a direction (0 to 1 is a full turn)."""
        north, east = km * cos(2 * pi * turn), km * sin(2 * pi * turn)
        return [round(CENTRE[0] + north / KM_PER_DEGREE[0], 5), round(CENTRE[1] + east / KM_PER_DEGREE[1], 5)]

    def garrison(self) -> None:
        """Who is in the secret, and whose orders reach the rest of the army by its own chain."""
        chain = "plotters" if self.at_top else "government"
        in_plot = 0 if self.at_bottom else min(self.whole("plot-battalions"), self.battalions - 1)
        split = 2 if self.at_bottom else 0  # battalions that the companies come from
        for i in range(1, self.battalions + 1):
            size = "rest-of-battalion" if i <= split else "battalion"
            key = f"battalion-{i}"
            self.units[key] = self.unit(f"Battalion {i}", f"barracks-{i}", size, chain, "bond-far")
            if i <= in_plot:
                self.enlist(key)
        for i in range(1, self.whole("plot-companies") + 1 if self.at_bottom else 1):
            key = f"company-{i}"
            home = f"barracks-{2 - i % 2}"
            self.units[key] = self.unit(f"Company {i} of the plot", home, "company", "plotters", "bond-near")
            self.enlist(key)

    def unit(self, title: str, home: str, size: str, chain: str, bond: str) -> dict[str, Any]:
        roll = "battalion-paper" if size != "company" else size
        return {
            "title": {"en": title}, "kind": "infantry", "roll": {"claim": roll}, "present": {"claim": size},
            "at": home, "duty": "barracks", "of": chain, "bond": {chain: {"claim": bond}},
            "leans": {side: {"claim": "lean-army"} for side in SIDES},
            "arms": {"rifles": {"claim": size}, "machine-guns": {"claim": "battalion-machine-guns"}},
            "claim": [size, "chain-at-the-top"],
        }  # fmt: skip

    def enlist(self, key: str) -> None:
        """A unit whose own commander is in the secret stands under arms when it begins."""
        self.plot.append(key)
        unit = self.units[key]
        unit |= {"duty": "on-duty", "of": "plotters", "bond": {"plotters": {"claim": "bond-near"}}}
        unit["leans"] = {"plotters": {"claim": "lean-plot"}}

    def hands(self) -> None:
        """What the plotters hold when it begins: their seat and, it may be, the transmitter."""
        self.sites[self.seat]["holder"] = "plotters"
        taken = ["staff-guard"] if self.at_top else []
        if self.coup.transmitter:
            self.sites["transmitter"]["holder"] = "plotters"
            taken.append("studio-guard")
        for key in taken:
            self.units[key] |= {"of": "plotters", "bond": {"plotters": {"claim": "bond-near"}}}
        if self.coup.transmitter:
            self.units["studio-guard"]["leans"] = {"plotters": {"claim": "lean-plot"}}

    def beliefs(self) -> None:
        """What is thought of their chances before anything is seen."""
        reached = sum(self.men(unit) for unit in self.units.values() if unit["of"] == "plotters")
        share = round(reached / sum(self.men(unit) for unit in self.units.values()), 2)
        for key, unit in self.units.items():
            low, high, claim = min(0.5, share), max(0.5, share), "belief-army"
            if key in self.plot or (key == "studio-guard" and self.coup.transmitter):
                claim = "belief-plot"
                low, high = self.claims[claim]["low"], self.claims[claim]["high"]
            if self.coup.even:
                low = high = 0.5
            others = f"{round(1 - high, 2)}..{round(1 - low, 2)}"
            unit["believes"] = {
                "plotters": {"value": f"{low}..{high}", "claim": claim},
                "government": {"value": others, "claim": claim},
            }

    def men(self, unit: dict[str, Any]) -> float:
        claim = self.claims[unit.get("present", unit["roll"])["claim"]]
        return float(claim["low"] + claim["high"]) / 2

    def wires(self) -> None:
        """A wire from the staff's switchboard to each barracks; whoever has the transmitter silences the other."""
        lines, plans = self.body["lines"], self.body["plans"]
        for i in range(1, self.battalions + 1):
            lines[f"wire-{i}"] = {
                "kind": "telephone",
                "exchange": "headquarters",
                "joins": ["headquarters", f"barracks-{i}"],
            }
        silent = {"plotters": self.off_the_air("palace"), "government": self.off_the_air(self.seat)}
        lines["broadcast"]["cut"] = silent["plotters" if self.coup.transmitter else "government"]
        for side in SIDES:
            cuts = [{"cut": "broadcast", "between": pair} for pair in silent[side]]
            plans[f"{side}-on-the-air"]["do"] = [{"restore": "broadcast"}, *cuts]

    def off_the_air(self, seat: str) -> list[list[str]]:
        return [[seat, site] for site in self.sites if site != seat]


def record(name: str) -> tuple[float, float, float]:
    """Return what is counted of real coups: share, low, high, for a rank or ``bloodless``."""
    claim = _file("claims.yaml")["claims"]["record-deaths" if name == "bloodless" else f"record-{name}"]
    return claim["value"], claim["low"], claim["high"]
