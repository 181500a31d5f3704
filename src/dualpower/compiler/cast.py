"""Who takes part: authorities and their stances, bodies, units."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from dualpower import words
from dualpower.compiler.facts import ISSUE, LEAN, MEN, OPERATIONS, SHARE
from dualpower.compiler.names import key
from dualpower.compiler.workbook import Workbook, column, table
from dualpower.engine import kinds
from dualpower.saying import cure, say
from dualpower.scenario.schema import Unit

ARMS = ("rifles", "machine-guns", "guns", "shells", "cartridges", "lorries")
DOUBT = 0.35  # sd of the coding of leanings where the scenario says nothing
MAX_AUTHORITIES = 30  # audiences are bits of a 32-bit integer


def lower_authorities(book: Workbook) -> None:
    """Fill the columns of authorities; row 0 is nobody."""
    found = book.scenario.authorities
    if len(found) > MAX_AUTHORITIES:
        book.refuse(("authorities",), say("E230-authorities", n=len(found)), cure("at-most", most=MAX_AUTHORITIES))
    ops = [book.facts.at(f"authorities.{name}.operations", OPERATIONS) for name in found]
    book.arrays |= {
        "K": book.K,
        "K1": book.K + 1,
        "auth_key": column([0, *(key("authority", name) for name in found)], np.uint64),
        "auth_seat": column([-1, *(book.site[a.seat] for a in found.values())]),
        "auth_posture": column([words.POSTURE_WAIT, *(words.POSTURES[a.posture] for a in found.values())]),
        "auth_ops": column([-1, *ops]),
        "auth_from": column([-1, *(book.rule(f"authorities.{name}.from_when") for name in found)]),
    }
    lower_stances(book)


def lower_stances(book: Workbook) -> None:
    """Fill the matrix of stances. Who is not mentioned together is neutral; everyone is his own ally."""
    stance = table(book.K + 1, book.K + 1, words.STANCE_NEUTRAL)
    np.fill_diagonal(stance, words.STANCE_ALLIED)
    for item in book.scenario.stances:
        for one, other in combinations(item.between, 2):
            i, j = book.authority[one], book.authority[other]
            stance[i, j] = stance[j, i] = words.STANCES[item.stance]
    hostile = stance[1:, 1:] == words.STANCE_HOSTILE
    book.arrays |= {"stance0": stance, "C": max(1, int(hostile.any(axis=1).sum()))}


def lower_bodies(book: Workbook) -> None:
    """Fill the columns of bodies."""
    found = book.scenario.bodies
    book.arrays |= {
        "B": len(found),
        "body_auth": column((book.authority[b.of] for b in found.values()), empty=0),
        "body_accepted": column(book.facts.at(f"bodies.{name}.accepted", SHARE) for name in found),
    }


def lower_units(book: Workbook) -> None:
    """Fill the columns of base units, one row for each part of a spread unit."""
    rows = [(name, unit, part) for name, unit in book.scenario.units.items() for part in book.parts[name]]
    of_kind = [kinds.UNIT_KINDS[words.UNITS[unit.kind]] for _, unit, _ in rows]
    commander = _commanders(book)
    book.arrays |= {
        "U0": len(rows),
        "unit_key": column((key("unit", name) for name in book.unit_ids), np.uint64),
        "unit_kind": column(words.UNITS[unit.kind] for _, unit, _ in rows),
        "unit_weapon": column((k[0] for k in of_kind), np.float64),
        "unit_muster": column((k[1] for k in of_kind), np.float64),
        "unit_speed": column((k[2] for k in of_kind), np.float64),
        "unit_at": column(book.site[place] for place in book.part_at),
        "unit_duty": column(words.DUTIES[unit.duty] for _, unit, _ in rows),
        "unit_of": column(book.authority[unit.of] if unit.of else 0 for _, unit, _ in rows),
        "unit_roll": column(_men(book, name, "roll") for name, _, _ in rows),
        "unit_present": column(_men(book, name, "present") for name, _, _ in rows),
        "unit_doubt": column((DOUBT if unit.doubt is None else unit.doubt for _, unit, _ in rows), np.float64),
        "unit_arm": np.array([[_men(book, name, f"arms.{arm}") for arm in ARMS] for name, _, _ in rows], np.int32),
        "unit_volunteer": column(int(unit.volunteers) for _, unit, _ in rows),
        "unit_unfed": column((book.minutes(f"units.{name}.unfed", 0) / 60.0 for name, _, _ in rows), np.float64),
        "unit_commander": column(commander.get(name, -1) for name, _, _ in rows),
        "unit_group": column(book.unit[name] for name, _, _ in rows),
    }
    lower_minds(book)
    lower_routes(book)


def _men(book: Workbook, name: str, part: str) -> int:
    """Return the fact of a number that the parts of a unit share equally."""
    return book.facts.at(f"units.{name}.{part}", MEN, scale=1.0 / len(book.parts[name]))


def _commanders(book: Workbook) -> dict[str, int]:
    """Return the body that commands each unit, said by the unit or by the body."""
    found = {name: unit.commander for name, unit in book.scenario.units.items() if unit.commander}
    for body, noun in book.scenario.bodies.items():
        for unit in noun.commands:
            if found.setdefault(unit, body) != body:
                message = say("E230-commander", unit=repr(unit), other=repr(found[unit]))
                book.refuse(("bodies", body, "commands"), message)
    return {unit: book.body[body] for unit, body in found.items()}


def lower_minds(book: Workbook) -> None:
    """Fill bonds, leanings, trust and beliefs by authority and weights by issue."""
    parts, issues = len(book.unit_ids), book.scenario.issues
    tables = {f"unit_{name}": table(parts, book.K + 1) for name in ("bond", "lean", "trust", "believes")}
    weight = table(parts, len(issues))
    for name, unit in book.scenario.units.items():
        first, *others = book.parts[name]
        path = ("units", name)
        book.by_authority((*path, "bond"), SHARE, tables["unit_bond"][first], unit.bond)
        book.by_authority((*path, "leans"), LEAN, tables["unit_lean"][first], unit.leans)
        book.by_authority((*path, "trust"), SHARE, tables["unit_trust"][first], unit.trust)
        book.by_authority((*path, "believes"), SHARE, tables["unit_believes"][first], unit.believes)
        _default_trust(book, tables["unit_trust"][first])
        for issue in unit.issues:
            weight[first, book.issue[issue]] = book.facts.at(f"units.{name}.issues.{issue}", ISSUE)
        for made in (*tables.values(), weight):
            made[others] = made[first]
    book.arrays |= {**tables, "I": len(issues), "unit_issue": weight}


def _default_trust(book: Workbook, row: np.ndarray) -> None:
    """An authority's credibility is the trust of all who have no opinion of their own."""
    for code, name in enumerate(book.scenario.authorities, 1):
        if row[code] < 0:
            row[code] = book.facts.at(f"authorities.{name}.credibility", SHARE)


def lower_routes(book: Workbook) -> None:
    """Fill the towns through which bodies from outside come, without the one they start from."""
    start, towns = [0], list[int]()
    for name, unit in book.scenario.units.items():
        for _ in book.parts[name]:
            towns += [book.site[town] for town in unit.route if town != unit.at]
            start.append(len(towns))
        _check_unit(book, name, unit)
    book.arrays |= {"route_start": column(start), "route_site": column(towns)}


def _check_unit(book: Workbook, name: str, unit: Unit) -> None:
    """Refuse a guard that stands elsewhere than its unit."""
    places = {unit.at, *unit.spread}
    for index, post in enumerate(unit.keeps):
        if post.split(".")[0] not in places:
            book.refuse(
                ("units", name, "keeps", index),
                say("E230-keeps", unit=repr(name), site=repr(unit.at), post=repr(post)),
                cure("own-guard"),
            )
