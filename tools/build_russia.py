"""Write the country scenario russia-1917 from its tables.

    python tools/build_russia.py            writes towns.yaml and claims-towns.yaml of the scenario
    python tools/build_russia.py --check    says whether they are as the tables have them, and writes nothing

The tables (data/scenarios/russia-1917/tables) hold what is known of each town before the start, each figure with its
mark of trust, and, apart, what is on record of its outcome. Outcomes are checked here and go to the score and to
nothing else. Every town is made by one rule; the rule is written here once, as numbers with their reasons.
"""

from __future__ import annotations

import argparse
import heapq
import json
import sys
from pathlib import Path
from typing import Any

from dualpower.evidence import checks, tables
from dualpower.evidence.towns import check_towns
from dualpower.scenario import titles

FOLDER = Path(__file__).resolve().parent.parent / "src/dualpower/data/scenarios/russia-1917"
TOWN_COLUMNS = (
    "town",
    "lat",
    "lon",
    "region",
    "population",
    "population_trust",
    "garrison",
    "garrison_trust",
    "workers",
    "workers_trust",
    "soviet",
    "soviet_trust",
    "rival",
    "cadet_school",
    "on_railway",
    "news_date_ns",
)
LINK_COLUMNS = ("from", "to", "km", "kind", "trust")
SEAT_COLUMNS = (
    "town",
    "bolsheviks_low",
    "bolsheviks_high",
    "left_srs_low",
    "left_srs_high",
    "all_low",
    "all_high",
    "trust",
    "works",
)
OUTCOME_COLUMNS = ("town", "power_date_ns", "date_lo_ns", "date_hi_ns", "mode", "days_fighting", "confidence", "works")
STATE_COLUMNS = (
    "state",
    "authority",
    "seat",
    "kind",
    "people_k",
    "men_low",
    "men_mode",
    "men_high",
    "governs",
    "rests_on",
    "trust",
    "works",
    "en",
    "es",
    "pl",
    "ru",
)
TRUSTS = ("seen", "inferred", "unverified", "least", "")

# Seats of a soviet by the code of its majority: Bolsheviks, Left SRs, the rest being SRs, Mensheviks and others.
# B: a Bolshevik majority; BL: with the Left SRs; C: no side has one, or the sections are split; M: SRs and
# Mensheviks have it; O: a weak soviet beside another authority. What a majority means bounds each range.
SEATS = {
    "B": ((50, 70), (3, 12)),
    "BL": ((35, 50), (12, 25)),
    "C": ((30, 48), (4, 14)),
    "M": ((10, 35), (3, 12)),
    "O": ((5, 30), (2, 12)),
}
# The same code as a share of those who would vote for soviet power before the start, the middle of the two together.
FOR_POWER = {code: (sum(b) + sum(l)) / 200 for code, (b, l) in SEATS.items()}
TITLES = {
    "B": "a Bolshevik majority",
    "BL": "a majority of Bolsheviks and Left SRs",
    "C": "no clear majority",
    "M": "an SR and Menshevik majority",
    "O": "a weak soviet beside another authority",
}

# Who rivals the soviet and with what troops: authority, kind of body, what they are. Strengths of a state's troops
# follow from tables/states.csv; those of a staff are one range for all towns.
TROOPS = {
    "rada": ("rada", "infantry", "Ukrainian regiments"),
    "host": ("hosts", "cavalry", "Cossacks of the host"),
    "council": ("nations", "infantry", "national troops"),
    "staff": ("government", "cavalry", "troops of the staff"),
    "regional": ("government", "infantry", "men of the regional government"),
}
STAFF_MEN = {"staff": (200, 500, 2000), "regional": (50, 200, 800)}
# The same as words of the table of towns: kind of rival, and the row of tables/states.csv where it is a state.
RIVALS = {
    "none_or_salvation_committee": ("", ""),
    "zemstvo+commissar": ("", ""),
    "rada": ("rada", "rada"),
    "district_staff+rada": ("rada", "rada"),
    "don_host": ("host", "don_host"),
    "kuban_host": ("host", "kuban_host"),
    "orenburg_host": ("host", "orenburg_host"),
    "orenburg_host+salvation_committee": ("host", "orenburg_host"),
    "ural_host": ("host", "ural_host"),
    "astrakhan_host": ("host", "astrakhan_host"),
    "transbaikal_host": ("host", "transbaikal_host"),
    "amur_host": ("host", "amur_host"),
    "semirechye_host": ("host", "semirechye_host"),
    "terek_host": ("host", "terek_host"),
    "estonian_council": ("council", "estonian_council"),
    "finnish_government": ("council", "finnish_government"),
    "tatar_council": ("council", "tatar_council"),
    "moderate_soviet+tatar_council": ("council", "tatar_council"),
    "muslim_autonomy": ("council", "muslim_autonomy"),
    "moldavian_council": ("council", "moldavian_council"),
    "national_councils": ("council", "national_councils"),
    "transcaucasian_government": ("council", "transcaucasian_government"),
    "provisional_government": ("staff", ""),
    "salvation_committee+staff": ("staff", ""),
    "front_staff": ("staff", ""),
    "district_staff+cossacks": ("staff", ""),
    "cossack_detachment": ("staff", ""),
    "district_staff+cadets": ("staff", ""),
    "cadet_schools+district_staff": ("staff", ""),
    "provisional_committee+cadets": ("staff", ""),
    "army_headquarters": ("staff", ""),
    "siberian_regionalists": ("regional", ""),
    "siberian_regionalists+cadets": ("regional", ""),
}
# A host's men under arms at home, low, mode and high: of its people, one in twenty was mobilised in the war (225,500
# of 4.43 million); of these a tenth to a third were at home in reserve regiments and single squadrons; of these a
# part stood in one town, more at the host's seat.
MOBILISED = 225.5 / 4434
AT_HOME = (0.1, 0.2, 0.35)
IN_TOWN = {True: (0.15, 0.3, 0.5), False: (0.05, 0.12, 0.25)}
# The Rada's regiments: a part of the town's garrison. Two soldiers in five were Ukrainians in the army as a whole.
UKRAINIAN = (0.1, 0.2, 0.4)
REST = (0.6, 0.8, 0.9)  # what they leave of it
# Ways of the table and how the engine carries bodies along them. Rivers freeze in November: a sledge road.
WAYS = {"rail": "transport", "sea": "transport", "sea+rail": "transport", "river": "road", "road": "road"}
# Whom a garrison hears through its committee: the majority of its soviet; both where there is none.
HEARS = {"value": "0.2..0.4", "claim": "bond-rule"}
CHAINS: dict[str, dict[str, Any]] = {
    "B": {"of": "soviets", "bond": {"soviets": HEARS}},
    "BL": {"of": "soviets", "bond": {"soviets": HEARS}},
    "C": {
        "bond": {
            "soviets": {"value": "0.1..0.3", "claim": "bond-rule"},
            "coalition": {"value": "0.1..0.3", "claim": "bond-rule"},
        }
    },
    "M": {"of": "coalition", "bond": {"coalition": HEARS}},
    "O": {},
}
WARS = {"hosts": "chose(war-with-the-hosts, war)", "rada": "chose(ultimatum-to-the-rada, ultimatum)"}
HUB_CODES = ("B", "BL")  # towns from which help may be expected
AFTER_THE_STATES = "44 d"  # a month after the first columns to other states
RAISING = "14 d"  # from the wish to send a column to its departure: men are enlisted, armed and put on a train
SHARE_OF_TOWN = {"garrison": (0.02, 0.06, 0.25), "workers": (0.015, 0.05, 0.2)}  # where a table is blank
WIDTH = {"seen": 1.15, "inferred": 1.35, "unverified": 1.8}  # a figure times or divided by this
PLANNED = ("votes", "elects", "recalls", "seizes", "joins", "holds", "helped")  # what a town's plans are for
CAPITAL = "petrograd"
# Towns that have a scenario of their own (decisions X-grain in scenario.yaml), and when that ends.
OPENED = {"petrograd": "1917-11-02 00:00", "moscow": "1917-11-04 00:00"}


def read_all(folder: Path) -> tuple[list[tables.Row], ...]:
    """Return towns, links, outcomes, seats and states, or raise ScenarioError with every fault of the five tables."""
    towns = tables.read(folder / "towns.csv", TOWN_COLUMNS)
    links = tables.read(folder / "links.csv", LINK_COLUMNS)
    record = tables.read(folder / "outcomes.csv", OUTCOME_COLUMNS)
    seats = tables.read(folder / "seats.csv", SEAT_COLUMNS)
    states = tables.read(folder / "states.csv", STATE_COLUMNS)
    check(towns, links, record, seats, states)
    return towns.rows, links.rows, record.rows, seats.rows, states.rows


def check(
    towns: tables.Table, links: tables.Table, record: tables.Table, seats: tables.Table, states: tables.Table
) -> None:
    """Refuse tables that cannot be meant, all faults at once (E861 to E867)."""
    names = [name for _, name in towns.cells("town")]
    checks.names(towns)
    checks.numbers(towns, ("lat",), -90, 90, blank=False)
    checks.numbers(towns, ("lon",), -180, 180, blank=False)
    checks.numbers(towns, ("population",), 100, 1e8, blank=False)
    checks.numbers(towns, ("garrison", "workers"), 0, 1e7)
    checks.words(towns, "soviet", SEATS)
    checks.words(towns, "rival", RIVALS)
    checks.words(towns, "cadet_school", ("0", "1"))
    for column in ("population_trust", "garrison_trust", "workers_trust", "soviet_trust"):
        checks.words(towns, column, TRUSTS, blank=True)
    checks.dates(towns, ("news_date_ns",))
    checks.known(links, ("from", "to"), names)
    checks.numbers(links, ("km",), 0.1, 20000, blank=False)
    checks.words(links, "kind", WAYS)
    check_towns(record, names)
    checks.names(seats)
    checks.known(seats, ("town",), names)
    checks.numbers(seats, SEAT_COLUMNS[1:7], 0, 5000, blank=False)
    checks.most(seats, "bolsheviks_high", "all_high", "seats of")
    checks.names(states, ("state",), what="state")
    checks.known(states, ("seat",), names)
    checks.words(states, "authority", ("hosts", "nations", "rada"))
    checks.words(states, "governs", ("0", "1"))
    checks.words(states, "rests_on", ("people", "garrison", "men"))
    checks.numbers(states, ("people_k", "men_low", "men_mode", "men_high"), 1, 1e6)
    checks.most(states, "men_low", "men_high", "men of")
    tables.raise_all(towns, links, record, seats, states)


class Country:
    """The nouns of the scenario as they are made, town by town."""

    def __init__(
        self,
        towns: list[tables.Row],
        links: list[tables.Row],
        seats: list[tables.Row],
        capital: str = CAPITAL,
        said: titles.Titles | None = None,
        states: list[tables.Row] | None = None,
        wars: dict[str, str] | None = None,
    ) -> None:
        self.wars = wars or {}
        self.said = said or titles.read(FOLDER / "tables")  # a town they do not know is named in English alone
        self.capital = capital
        self.towns, self.seats = towns, {row["town"]: row for row in seats}
        self.out: dict[str, dict[str, Any]] = {
            part: {} for part in ("bodies", "sites", "links", "units", "assemblies", "plans", "outside", "watches")
        }
        self.claims: dict[str, dict[str, Any]] = {}
        self.town_of: dict[str, str] = {}
        self.hubs = nearest_hubs(towns, links)
        given = tables.read(FOLDER / "tables/states.csv", STATE_COLUMNS).rows if states is None else states
        self.states = {row["state"]: row for row in given}
        self.add_states()
        for town in towns:
            self.add_town(town)
        for link in links:
            self.add_link(link)
        self.add_columns()
        self.title_plans()

    def add_states(self) -> None:
        """A body for each host and council that has troops in some town: its own seat, chain of command and plans."""
        for name, row in self.states.items():
            towns = [town["town"] for town in self.towns if RIVALS[town["rival"]][1] == name]
            if row["authority"] == "rada" or not towns:
                continue  # the Rada is one state, and its secretariat stands with the politics
            seat = tables.slug(row["seat"] if row["seat"] in towns else towns[0])
            self.out["bodies"][tables.slug(name)] = {
                "title": {tongue: row[tongue] for tongue in ("en", "es", "pl", "ru")},
                "of": row["authority"],
                "seat": f"{seat}-hall",
                "accepted": "0.5..1",
                "claim": "bodies-rule",
            }

    def rules(self, town: dict[str, str]) -> tuple[str, str]:
        """Return who would rule the town beside the soviet: authority, and the body that acts for it there."""
        kind, state = RIVALS[town["rival"]]
        if not kind:
            return "government", "government"
        who = TROOPS[kind][0]
        return who, who if kind not in ("host", "council") else tables.slug(state)

    def governs(self, town: dict[str, str]) -> bool:
        """Whether another state governed the town before the start."""
        state = self.states.get(RIVALS[town["rival"]][1])
        return state is not None and state["governs"] == "1"

    def rival_men(self, town: dict[str, str]) -> tuple[float, float, float]:
        """Men of another state, or of a staff, in one town: low, mode, high."""
        kind, name = RIVALS[town["rival"]]
        if kind in STAFF_MEN:
            return STAFF_MEN[kind]
        state = self.states[name]
        if state["rests_on"] == "people":
            mobilised = 1000 * float(state["people_k"]) * MOBILISED
            part = IN_TOWN[state["seat"] == town["town"]]
            return tuple(mobilised * a * b for a, b in zip(AT_HOME, part, strict=True))
        if state["rests_on"] == "garrison":
            men = self.people(town, "garrison", UKRAINIAN)
            return men["low"], men["mode"], men["high"]
        return tuple(float(state[f"men_{end}"]) for end in ("low", "mode", "high"))

    def claim(self, name: str, says: str, **fields: Any) -> str:
        """Note a claim and return its id."""
        self.claims[name] = {"says": says, **fields}
        return name

    def people(self, town: dict[str, str], what: str, of: tuple[float, float, float] = (1, 1, 1)) -> dict[str, Any]:
        """Return low, mode, high and trust of a number of people in a town: as its table says, or imputed.

        `of`: the part of them that is meant (low, mode, high).
        """
        text, trust = town[what], town[f"{what}_trust"]
        if not text:
            pop = float(town["population"])
            low, mode, high = (share * pop for share in SHARE_OF_TOWN[what])
            trust = "assumed"
        elif trust == "least":
            low, mode, high = float(text), 1.5 * float(text), 4 * float(text)
            trust = "inferred"
        else:
            wide = WIDTH[trust]
            low, mode, high = float(text) / wide, float(text), float(text) * wide
        low, mode, high = (max(5, round_off(x * part)) for x, part in zip((low, mode, high), of, strict=True))
        return {"low": low, "mode": mode, "high": max(high, mode), "trust": trust}

    def add_town(self, town: dict[str, str]) -> None:
        """Make the sites, bodies, units, assemblies, plans, claims and marks of one town."""
        x, name = tables.slug(town["town"]), town["town"]
        rival = RIVALS[town["rival"]][0]
        self.claims_of(town, x, name)
        if rival:
            self.claim_of_rivals(town, x, name)
        self.sites_of(town, x, name, rival)
        self.units_of(town, x, name, rival)
        self.soviet_of(town, x, name)
        self.plans_of(town, x, rival)
        if x in OPENED:
            self.rest_while_open(x, name)
        self.estrange(x, TROOPS[rival][0] if rival else "")
        self.watches_of(x)

    def estrange(self, x: str, state: str) -> None:
        """Nobody in a town stands with the state of another land: as far from everybody's taste as can be."""
        for unit in ("garrison", "workers", "militia", "cadets", "rivals"):
            if noun := self.out["units"].get(f"{x}-{unit}"):
                noun["leans"] |= {who: -2.0 for who in ("rada", "hosts", "nations") if who != state}

    def claims_of(self, town: dict[str, str], x: str, name: str) -> None:
        """Claims of the figures of a town."""
        known = (
            "strength as the table has it" if town["garrison"] else "not on record: imputed from the size of the town"
        )
        self.claim(
            f"{x}-garrison",
            f"Garrison of {name}: {known}.",
            **self.people(town, "garrison", REST if RIVALS[town["rival"]][0] == "rada" else (1, 1, 1)),
            unit="men",
            **source(town["garrison_trust"], town["garrison"]),
            dated="before",
        )
        known = "from the workers of the table" if town["workers"] else "from workers imputed from the size of the town"
        guard = self.people(town, "workers", (0.03, 0.06, 0.12))
        self.claim(
            f"{x}-red-guard",
            f"Red Guard of {name}: three to twelve in a hundred workers on its lists, {known}.",
            **{**guard, "trust": "assumed"},
            unit="men",
            work="country-tables",
            place="page not seen",
            dated="before",
        )
        self.claim(
            f"{x}-soviet",
            f"The soviet of {name} in autumn 1917 had {TITLES[town['soviet']]} (code {town['soviet']}).",
            reading=town["soviet"],
            work="country-tables",
            place="page not seen",
            trust=town["soviet_trust"] or "unverified",
            dated="before",
        )

    def claim_of_rivals(self, town: dict[str, str], x: str, name: str) -> None:
        """The claim of the strength of another state's troops in a town."""
        low, mode, high = (max(10, round_off(men)) for men in self.rival_men(town))
        kind, state = RIVALS[town["rival"]]
        row = self.states.get(state)
        how = {
            "people": "of the host's people, the part mobilised in the war, at home and in this town",
            "garrison": "the Ukrainian part of the garrison that had regiments of its own",
            "men": "what such a council had under arms",
        }
        self.claim(
            f"{x}-rivals",
            f"{name}, {TROOPS[kind][2]}: {how[row['rests_on']] if row else 'troops at the call of a staff'}.",
            low=low,
            mode=mode,
            high=high,
            trust=row["trust"] if row else "assumed",
            unit="men",
            work=row["works"].split() if row else ["coding-rules"],
            place="page not seen",
            dated="before",
        )

    def sites_of(self, town: dict[str, str], x: str, name: str, rival: str) -> None:
        """Three to five places: hall, station, barracks, the workers' quarter, a school or other quarters."""
        lat, lon = float(town["lat"]), float(town["lon"])
        holder = self.rules(town)[0] if self.governs(town) else "government"
        places = [
            ("hall", "palace", 0, 0),
            ("station", "station", 0.008, 0.012),
            ("barracks", "barracks", -0.01, 0.01),
            ("works", "factory-quarter", 0.006, -0.014),
        ]
        if rival or town["cadet_school"] == "1":
            places.append(("school", "military-school", -0.008, -0.012))
        for key, kind, north, east in places:
            noun: dict[str, Any] = {
                "title": self.said.of(key, name),
                "kind": kind,
                "at": [round(lat + north, 3), round(lon + east, 3)],
                "claim": "towns-on-the-map",
            }
            if key == "hall":
                noun |= {
                    "holder": holder,
                    "stocks": {"food": {"value": 1000000, "claim": "stores-rule"}},
                    "claim": ["towns-on-the-map", "halls-at-the-start"],
                }
            if key == "works":
                noun |= {
                    "holder": "soviets",
                    "stocks": {"food": {"value": 100000, "claim": "stores-rule"}},
                    "claim": ["towns-on-the-map", "halls-at-the-start"],
                }
            self.out["sites"][f"{x}-{key}"] = noun
            self.town_of[f"{x}-{key}"] = x
            if key != "hall":
                self.out["links"][f"{x}-to-{key}"] = {"between": [f"{x}-hall", f"{x}-{key}"]}

    def units_of(self, town: dict[str, str], x: str, name: str, rival: str) -> None:
        """Four to six bodies of men."""
        code, pop = town["soviet"], float(town["population"])
        p = FOR_POWER[code]
        units = self.out["units"]
        chain = CHAINS[code]
        units[f"{x}-garrison"] = {
            "title": self.said.of("garrison", name),
            "kind": "infantry",
            "roll": {"claim": f"{x}-garrison"},
            "at": f"{x}-barracks",
            **chain,
            "leans": leans(p - 0.03, rival),
            "doubt": 0.6,
            "issues": wants(SOLDIERS_WANT),
            "arms": {"rifles": part_of(self.claims[f"{x}-garrison"], 0.3, 0.7)},
            "claim": [f"{x}-soviet", "taste-rule"],
        }
        units[f"{x}-workers"] = {
            "title": self.said.of("red-guard", name),
            "kind": "workers-guard",
            "roll": {"claim": f"{x}-red-guard"},
            "at": f"{x}-works",
            "duty": "home",
            "volunteers": True,
            "of": "soviets",
            "leans": leans(max(p, 0.4) + 0.1, rival),
            "doubt": 0.5,
            "issues": wants(WORKERS_WANT),
            "arms": {"rifles": part_of(self.claims[f"{x}-red-guard"], 0.2, 0.6)},
            "claim": [f"{x}-soviet", "taste-rule", "red-guard-rule"],
        }
        units[f"{x}-militia"] = {
            "title": self.said.of("militia", name),
            "kind": "militia",
            "roll": {"value": f"{round_off(pop / 1500)}..{round_off(pop / 300)}", "claim": "militia-rule"},
            "at": f"{x}-hall",
            "duty": "on-duty",
            "of": self.rules(town)[1] if self.governs(town) else "government",
            "leans": {"government": 0.4, "coalition": 0.4, "soviets": -0.6},
            "doubt": 0.6,
            "arms": {
                "rifles": {"value": f"{round_off(pop / 20000)}..{round_off(pop / 3000)}", "claim": "militia-rule"}
            },
            "claim": "kind-rule",
        }
        units[f"{x}-railwaymen"] = {
            "title": self.said.of("railwaymen", name),
            "kind": "staff",
            "roll": {
                "value": f"{round_off(max(40, pop / 500))}..{round_off(max(160, pop / 80))}",
                "claim": "railwaymen-rule",
            },
            "at": f"{x}-station",
            "of": "railwaymen",
            "leans": {"railwaymen": 0.6, "coalition": 0.4, "soviets": 0.2, "government": -0.2},
            "doubt": 0.6,
            "issues": {"joint-government": 0.4, "peace": 0.2},
            "claim": ["railwaymen-rule", "taste-rule"],
        }
        if town["cadet_school"] == "1":
            units[f"{x}-cadets"] = {
                "title": self.said.of("cadets", name),
                "kind": "cadets",
                "roll": {"value": "150..800 mode 300", "claim": "cadets-rule"},
                "at": f"{x}-school",
                "duty": "on-duty",
                "of": "government",
                "bond": {"government": {"value": "0.6..0.8", "claim": "bond-rule"}},
                "leans": {"government": 0.9, "soviets": -1.2},
                "doubt": 0.5,
                "arms": {
                    "rifles": {"value": "150..600", "claim": "school-arms-rule"},
                    "machine-guns": {"value": "1..8", "claim": "school-arms-rule"},
                },
                "claim": "kind-rule",
            }
        if rival:
            who, kind, what = TROOPS[rival]
            men = self.claims[f"{x}-rivals"]
            units[f"{x}-rivals"] = {
                "title": self.said.of(f"troops-{rival}", name, f"{name}: {what}"),
                "kind": kind,
                "roll": {"claim": f"{x}-rivals"},
                "at": f"{x}-hall" if rival in ("host", "staff") else f"{x}-school",
                "duty": "on-duty" if rival in ("host", "staff") else "barracks",
                "of": self.rules(town)[1],
                "bond": {who: {"value": "0.4..0.7", "claim": "bond-rule"}},
                "leans": {"coalition": -1.0, "government": -1.0, "soviets": -0.4, who: 0.7},
                "doubt": 0.7,
                "arms": {
                    "rifles": {
                        "value": f"{round_off(0.7 * men['low'])}..{round_off(0.8 * men['high'])}",
                        "claim": "school-arms-rule",
                    }
                },
                "claim": "kind-rule",
            }

    def soviet_of(self, town: dict[str, str], x: str, name: str) -> None:
        """The soviet as it sits, and as those who elect it would have it anew; the bodies that act in the town."""
        (b0, b1), (l0, l1) = SEATS[town["soviet"]]
        mid, wide = round(100 - (b0 + b1 + l0 + l1) / 2), 8
        claim: Any = [f"{x}-soviet", "seats-rule"]
        if row := self.seats.get(name):
            b0, b1, l0, l1 = (int(row[key]) for key in SEAT_COLUMNS[1:5])
            mid = round((int(row["all_low"]) + int(row["all_high"]) - b0 - b1 - l0 - l1) / 2)
            wide = round(mid / 5)
            claim = self.claim(
                f"{x}-seats",
                f"Seats in the soviet of {name}: {row['note']}.",
                value=int(row["all_low"]),
                unit="seats",
                work=row["works"].split(),
                place="page not seen",
                trust=row["trust"],
                dated="before",
            )
        motion = {
            "power": {
                "title": self.said.of("power", name),
                "favours": "soviets",
                "severity": 0.8,
                "claim": "motion-rule",
            }
        }
        self.out["assemblies"][f"{x}-sits"] = {
            "title": self.said.of("sits", name),
            "at": f"{x}-works",
            "turnout": {"value": "0.7..0.95", "claim": "seats-rule"},
            "factions": {
                "bolsheviks": {
                    "title": self.said.of("faction-bolsheviks", name),
                    "seats": f"{b0}..{max(b1, b0 + 1)}",
                    "leans": {"soviets": 1.6},
                    "claim": claim,
                },
                "left-srs": {
                    "title": self.said.of("faction-left-srs", name),
                    "seats": f"{l0}..{l1}",
                    "leans": {"soviets": 0.7},
                    "claim": claim,
                },
                "moderates": {
                    "title": self.said.of("faction-moderates", name),
                    "seats": f"{mid - wide}..{mid + wide}",
                    "leans": {"soviets": -0.9},
                    "claim": claim,
                },
            },
            "motions": motion,
            "claim": claim,
        }
        self.out["assemblies"][f"{x}-anew"] = {
            "title": self.said.of("anew", name),
            "at": f"{x}-works",
            "turnout": {"value": "0.7..0.95", "claim": "seats-rule"},
            "factions": {
                "soldiers": {
                    "title": self.said.of("faction-soldiers", name),
                    "seats": "30..60",
                    "unit": f"{x}-garrison",
                    "claim": "new-soviet-rule",
                },
                "workers": {
                    "title": self.said.of("faction-workers", name),
                    "seats": "30..60",
                    "unit": f"{x}-workers",
                    "claim": "new-soviet-rule",
                },
            },
            "motions": motion,
            "claim": "new-soviet-rule",
        }
        self.out["bodies"][f"{x}-soviet"] = {
            "title": self.said.of("soviet", name),
            "of": "soviets",
            "seat": f"{x}-works",
            "accepted": "0.5..1",
            "claim": "bodies-rule",
        }
        self.out["bodies"][f"{x}-moderates"] = {
            "title": self.said.of("moderates", name),
            "of": "coalition",
            "seat": f"{x}-works",
            "accepted": "0.3..0.8",
            "claim": "bodies-rule",
        }

    def plans_of(self, town: dict[str, str], x: str, rival: str) -> None:
        """What is tried in the town: by its soviet, by its moderates, by others' troops."""
        plans = self.out["plans"]
        heard = f"taken({self.capital}-hall, soviets)"  # the telegraph has told everybody within the day
        voted = f"(passed({x}-sits.power) or passed({x}-anew.power))"
        yet = f"not holder({x}-hall) == soviets"
        plans[f"{x}-votes"] = {
            "who": f"{x}-soviet",
            "when": f"{yet if x == self.capital else heard} and not {voted}",
            "every": "14 d",
            "until": voted,
            "do": [{"convene": f"{x}-sits.power"}],
        }
        plans[f"{x}-elects"] = {
            "who": f"{x}-soviet",
            "when": f"{heard} and not {voted} and (done({x}-term) or done({x}-term-again))",
            "every": "45 d",
            "until": voted,
            "do": [{"convene": f"{x}-anew.power"}],
        }
        want = [f"standing({x}-{unit}, soviets) > present({x}-{unit}) / 2" for unit in ("garrison", "workers")]
        plans[f"{x}-recalls"] = {
            "who": f"{x}-soviet",
            "when": f"{heard} and not {voted} and done({x}-term) and {' and '.join(want)}",
            "every": "14 d",
            "until": voted,
            "do": [{"convene": f"{x}-anew.power"}],
        }
        for term, day in (("term", "1917-12-09"), ("term-again", "1918-02-22")):
            self.out["outside"][f"{x}-{term}"] = {
                "title": self.said.of("term", town["town"]),
                "at": f"{day} 00:00",
                "jitter": "45 d",
                "claim": "term-rule",
                "do": [],
            }
        plans[f"{x}-seizes"] = {
            "who": f"{x}-soviet",
            "when": yet
            if x == self.capital
            else f"{voted} and {yet}",  # the capital's had armed and moved since 16 October
            "every": "1 d",
            "priority": 1,
            "do": [
                {"call-out": f"{x}-workers"},
                {"take": f"{x}-hall", "with": [f"{x}-garrison", f"{x}-workers"]},
                {
                    "take": f"{x}-station",
                    "with": f"{x}-garrison",
                    "men": "50..150",
                    "assumed": "A company for the station.",
                },
            ],
        }
        if town["soviet"] in ("C", "M") and rival in ("", "staff", "regional"):
            plans[f"{x}-joins"] = {
                "who": f"{x}-moderates",
                "when": f"{heard} and {yet} and not {voted}",
                "every": "7 d",
                "until": f"{voted} or holder({x}-hall) == coalition",
                "do": [{"take": f"{x}-hall", "with": f"{x}-militia"}],
            }
        troops = [f"{x}-{unit}" for unit in ("cadets", "rivals") if f"{x}-{unit}" in self.out["units"]]
        if troops:
            if rival in ("host", "council", "rada"):
                troops = [f"{x}-rivals"]
            self.refusal_of(town, x, troops, heard, yet)

    def refusal_of(self, town: dict[str, str], x: str, troops: list[str], heard: str, yet: str) -> None:
        """Those in arms who refuse the soviet in one town: they make ready to fight, and keep the hall or claim it."""
        rival, state = RIVALS[town["rival"]]
        who = TROOPS[rival][0] if rival else "government"
        self.out["bodies"][f"{x}-order"] = {
            "title": self.said.of("order", town["town"], f"{town['town']}: those who refuse the soviet"),
            "of": who,
            "seat": f"{x}-hall",
            "accepted": "0.5..1",
            "claim": "bodies-rule",
        }
        claims = bool(state) and not self.governs(town)
        when = yet if x == self.capital else f"{heard} and {yet}"
        if claims and rival == "council":
            when = f"taken({self.capital}-hall, soviets) for 20 d and {yet}"
        self.out["plans"][f"{x}-holds"] = {
            "who": f"{x}-order",
            "when": when,
            "every": "2 d",
            "do": [{"posture": "fight"}, {"take" if claims else "hold": f"{x}-hall", "with": troops}],
        }

    def title_plans(self) -> None:
        """Name every plan after what it is for; a plan without a title would be told without one."""
        for town in self.towns:
            x = tables.slug(town["town"])
            for name, plan in self.out["plans"].items():
                kind = "helped" if name.startswith(f"{x}-helped-from-") else name.removeprefix(f"{x}-")
                if kind in PLANNED and name.startswith(f"{x}-"):
                    plan["title"] = self.said.of(f"plan-{kind}", town["town"])

    def rest_while_open(self, x: str, name: str) -> None:
        """A town that is run as a city of its own does nothing here until it is closed again."""
        closed = [f"{x}-closes-{who}" for who in ("soviets", "government")] + self.divided(x, name)
        shut = " or ".join([f"chose({x}-grain, country)", *(f"done({event})" for event in closed)])
        for key, plan in self.out["plans"].items():
            if key.startswith(f"{x}-") and "-helped-from-" not in key:
                plan["when"] = f"({shut}) and {plan['when']}"

    def divided(self, x: str, name: str) -> list[str]:
        """Hand up a city that ended divided: who has the centre, who the railway, and both sides in arms.

        Returns the names of the four outside events, one for each option ``centre-A-rail-B`` of the town's decision.
        """
        names = []
        for centre in ("soviets", "government"):
            for rail in ("soviets", "government"):
                option = f"centre-{centre}-rail-{rail}"
                self.out["outside"][f"{x}-closes-{option}"] = {
                    "title": self.said.of("closes-divided", name),
                    "at": OPENED[x],
                    "when": f"chose({x}-grain, {option})",
                    "assumed": "The end of the city's own scenario.",
                    "do": [
                        {"hand-over": f"{x}-hall", "favours": centre},
                        {"hand-over": f"{x}-station", "favours": rail},
                    ],
                }
                names.append(f"{x}-closes-{option}")
        self.out["plans"][f"{x}-stays-divided"] = {
            "who": f"{x}-soviet",
            "when": " or ".join(f"done({name})" for name in names),
            "do": [{"posture": "fight"}],
        }
        return names

    def add_columns(self) -> None:
        """Columns by train from the nearest towns that the soviets have come to hold.

        Where another state has troops, once there is war: a town sends one train at a time, to the nearest of its
        neighbours not yet held, so a front moves along the rails. To any other town that does not follow, later.
        """
        fronts: dict[str, list[tuple[float, str]]] = {}
        for town in self.towns:
            x, rival = tables.slug(town["town"]), RIVALS[town["rival"]][0]
            if rival in ("rada", "host", "council"):
                for hub, km in self.hubs[x]:
                    fronts.setdefault(hub, []).append((km, x))
            elif town["soviet"] not in HUB_CODES and x not in OPENED:
                for hub, _ in self.hubs[x][:2]:
                    self.add_column(hub, x, [f"chose(columns, send) for {AFTER_THE_STATES}"])
        war = {tables.slug(town["town"]): self.wars.get(self.rules(town)[0]) for town in self.towns}
        for hub, targets in sorted(fronts.items()):
            held: list[str] = []
            for _, x in sorted(targets):
                when = [f"chose(columns, send) for {RAISING}", *([f"{war[x]} for {RAISING}"] if war[x] else [])]
                self.add_column(hub, x, [*when, *(f"holder({y}-hall) == soviets" for y in held[-1:])])
                held.append(x)

    def add_column(self, hub: str, x: str, when: list[str]) -> None:
        """A column from one town to another, sent by a soviet that has held its own for some time."""
        ready = [*when, f"holder({hub}-hall) == soviets for {RAISING}", f"not holder({x}-hall) == soviets"]
        self.out["plans"][f"{x}-helped-from-{hub}"] = {
            "who": f"{hub}-soviet",
            "when": " and ".join(f"({one})" for one in ready),
            "every": "14 d",
            "do": [
                {"posture": "fight"},
                {
                    "take": f"{x}-hall",
                    "with": [f"{hub}-garrison", f"{hub}-workers"],
                    "men": "300..1500",
                    "claim": "column-rule",
                },
            ],
        }

    def watches_of(self, x: str) -> None:
        """What every run answers of a town: when the soviet first holds it, hours and days of exchanged fire."""
        sites = [site for site in self.out["sites"] if self.town_of[site] == x]
        hours = " + ".join(f"fire-hours({site})" for site in sites)
        watches = self.out["watches"]
        watches[f"{x}-first"] = {"when": f"holder({x}-hall) == soviets"}
        watches[f"{x}-armed"] = {"value": f"{hours}"}
        watches[f"{x}-days"] = {"value": f"fire-days({x}-hall)"}

    def add_link(self, link: dict[str, str]) -> None:
        """A way between two towns, served by the railwaymen of its first."""
        a, b = tables.slug(link["from"]), tables.slug(link["to"])
        kind = WAYS[link["kind"]]
        noun: dict[str, Any] = {
            "between": [f"{a}-station", f"{b}-station"],
            "kind": kind,
            "km": float(link["km"]),
            "claim": "ways-seen" if link["trust"] == "seen" else "ways-recalled",
        }
        if "rail" in link["kind"]:
            noun["crew"] = f"{a}-railwaymen"
        self.out["links"][f"{a}-{b}"] = noun


SOLDIERS_WANT = {"peace": 0.4, "land": 0.25, "assembly": 0.1, "joint-government": 0.1, "self-rule": 0.05}
WORKERS_WANT = {"peace": 0.3, "workers-control": 0.3, "land": 0.05, "assembly": 0.1, "joint-government": 0.15}


def leans(p: float, rival: str) -> dict[str, float]:
    """Tastes from the share p that would vote for soviet power: 0 at one voter in five, .2 for ten in a hundred more.

    The slope passes through what the cities' scenarios code from votes (51 in a hundred: .6, 84 in a hundred: 1.3).
    """
    found = {"soviets": 2 * (p - 0.2), "coalition": 1.2 * (0.65 - p), "government": 0.3 - p}
    if rival in ("rada", "council", "host"):
        found[TROOPS[rival][0]] = {"rada": 0.3, "council": 0.0, "host": -0.3}[rival]
    return {who: round(max(-2.0, min(2.0, x)), 2) for who, x in found.items()}


def wants(weights: dict[str, float]) -> dict[str, Any]:
    """Weights of issues, each with its claim."""
    return {issue: {"value": x, "claim": "wants-rule"} for issue, x in weights.items()}


def part_of(claim: dict[str, Any], low: float, high: float) -> dict[str, Any]:
    """Rifles for a part of the men of a claim."""
    return {"value": f"{round_off(low * claim['mode'])}..{round_off(high * claim['mode'])}", "claim": "rifles-rule"}


def source(trust: str, text: str) -> dict[str, Any]:
    """The work behind a figure of the tables."""
    return (
        {"work": "country-tables", "place": "page not seen"} if text else {"work": "country-tables", "place": "imputed"}
    )


def round_off(x: float) -> int:
    """Round to two digits."""
    digits = max(0, len(str(int(abs(x)))) - 2)
    return int(round(x / 10**digits) * 10**digits)


def nearest_hubs(
    towns: list[dict[str, str]], links: list[dict[str, str]], most: int = 3
) -> dict[str, list[tuple[str, float]]]:
    """Return for each town the nearest towns by rail or sea, with kilometres, and the nearest that is Bolshevik."""
    code = {tables.slug(town["town"]): town["soviet"] for town in towns}
    ways: dict[str, list[tuple[str, float]]] = {x: [] for x in code}
    for link in links:
        a, b, km = tables.slug(link["from"]), tables.slug(link["to"]), float(link["km"])
        if "rail" in link["kind"] or "sea" in link["kind"]:
            ways[a].append((b, km))
            ways[b].append((a, km))
    found: dict[str, list[tuple[str, float]]] = {}
    for x in code:
        found[x] = []
        far, heap = {x: 0.0}, [(0.0, x)]
        while heap and (len(found[x]) < most or not any(code[y] in HUB_CODES for y, _ in found[x])):
            km, here = heapq.heappop(heap)
            if km > far[here]:
                continue
            if here != x and (len(found[x]) < most or code[here] in HUB_CODES):
                found[x].append((here, km))
            for there, more in ways[here]:
                if km + more < far.get(there, 1e9):
                    far[there] = km + more
                    heapq.heappush(heap, (km + more, there))
    return found


def write(sections: dict[str, dict[str, Any]], head: str) -> str:
    """Return sections as YAML, one noun a line."""
    lines = [head]
    for section, nouns in sections.items():
        lines.append(f"{section}:")
        lines += [f"  {name}: {json.dumps(noun, ensure_ascii=False)}" for name, noun in nouns.items()]
    return "\n".join(lines) + "\n"


def files(folder: Path) -> dict[str, str]:
    """Return the generated files of the scenario by name."""
    towns, links, _, seats, states = read_all(folder / "tables")
    said = titles.read(folder / "tables", [row["town"] for row in towns])
    country = Country(towns, links, seats, said=said, states=states, wars=WARS)
    made = "# Made by tools/build_russia.py from the tables beside it: change those, not this.\n"
    return {
        "towns.yaml": write(country.out, made),
        "claims-towns.yaml": write({"claims": country.claims}, made),
    }


def main() -> int:
    """Write the files, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a file is not as the tables have it"
    )
    asked = parser.parse_args()
    stale = []
    for name, text in files(FOLDER).items():
        path = FOLDER / name
        if asked.check:
            stale += [name] * (not path.exists() or path.read_text(encoding="utf-8") != text)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"not as the tables have it: {', '.join(stale)} (run python tools/build_russia.py)", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
