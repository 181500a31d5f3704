"""Where it happens: sites, the links between them, gates, and how far everything is from everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from dualpower import words
from dualpower.compiler.facts import MEN
from dualpower.compiler.names import key
from dualpower.compiler.towns import FAR_KM, distances, parts, towns_of
from dualpower.compiler.workbook import Workbook, column
from dualpower.engine import kinds
from dualpower.saying import cure, say

WINDING = 1.25  # streets against the crow's flight, where no length is written
STOCKS = tuple(words.STOCKS)


def lower_sites(book: Workbook) -> None:
    """Fill the columns of sites."""
    found = book.scenario.sites
    of_kind = [kinds.SITE_KINDS[words.SITES[site.kind]] for site in found.values()]
    stock = [[book.facts.at(f"sites.{name}.stocks.{kind}", MEN) for kind in STOCKS] for name in found]
    book.arrays |= {
        "S": len(found),
        "site_key": column((key("site", name) for name in found), np.uint64),
        "site_kind": column(words.SITES[site.kind] for site in found.values()),
        "site_holder0": column(book.authority[site.holder] if site.holder else 0 for site in found.values()),
        "site_entrances": column(site.entrances or kind[1] for site, kind in zip(found.values(), of_kind, strict=True)),
        "site_cover": column((k[0] for k in of_kind), np.float64),
        "site_value": column((k[2] for k in of_kind), np.float64),
        "site_guard": column(k[3] for k in of_kind),
        "site_expected": column((k[4] for k in of_kind), np.float64),
        "site_shrine": column(int(site.shrine) for site in found.values()),
        "site_residents": column(book.facts.at(f"sites.{name}.residents", MEN) for name in found),
        "site_stock": np.array(stock, np.int32),
        "site_hidden": column(sum(1 << words.STOCKS[s] for s in set(site.hidden)) for site in found.values()),
    }


def lower_links(book: Workbook) -> list[str]:
    """Fill links, neighbours and shortest ways; return the ids of the links, gates' own included."""
    ids, rows = _links(book)
    towns = towns_of(len(book.scenario.sites), rows)
    coarse = book.arrays["small_towns"]
    town_of = parts(len(book.scenario.sites), rows) if coarse else np.zeros(len(book.scenario.sites), np.int32)
    at = np.array([site.at for site in book.scenario.sites.values()], float)
    a, b, kind, km, is_open, crew = (list(c) for c in zip(*rows, strict=True)) if rows else ([], [], [], [], [], [])
    sites = len(book.scenario.sites)
    book.arrays |= {
        "L": len(rows),
        "link_a": column(a),
        "link_b": column(b),
        "link_kind": column(kind, empty=0),
        "link_km": column(km, np.float64, FAR_KM),
        "link_open0": column(is_open, empty=0),
        "link_crew": column(crew),
        **_neighbours(sites, a, b),
        **towns.arrays(at, rows),
        "town_of": town_of,
        "towns": int(town_of.max()) + 1,
    }
    return ids


def _links(book: Workbook) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return ids and rows (a, b, kind, km, open, crew). A gate that all know is a way where no link is written."""
    ids, rows, pairs = list[str](), list[tuple[Any, ...]](), set[frozenset[int]]()
    crews, at = _crews(book), [site.at for site in book.scenario.sites.values()]
    for name, link in book.scenario.links.items():
        a, b = (book.site[end] for end in link.between)
        crew = book.unit[link.crew] if link.crew else crews.get(name, -1)
        rows.append((a, b, words.LINKS[link.kind], _length(book, at, name, a, b), int(link.open), crew))
        ids.append(name)
        pairs.add(frozenset((a, b)))
    for site, noun in book.scenario.sites.items():
        for name, gate in noun.gates.items():
            a, b = book.site[site], book.site[gate.to]
            if gate.known_to == "all" and frozenset((a, b)) not in pairs:
                rows.append((a, b, words.LINK_STREET, _length(book, at, "", a, b), 1, -1))
                ids.append(f"{site}.{name}")
    return ids, rows


def _crews(book: Workbook) -> dict[str, int]:
    """Return the unit that calls itself the crew of each link, the first of several."""
    found: dict[str, int] = {}
    for name, unit in book.scenario.units.items():
        if unit.crew_of:
            found.setdefault(unit.crew_of, book.unit[name])
    return found


def _length(book: Workbook, at: Sequence[Sequence[float]], link: str, a: int, b: int) -> float:
    """Return the length of a link in km: as written, else the straight line and a quarter."""
    spread = book.resolved.spreads.get(f"links.{link}.km")
    book.read.add(f"links.{link}.km")
    if spread is None:
        return float(distances(np.array([at[a], at[b]], float))[0, 1]) * WINDING
    if spread.kind != "fixed":
        book.refuse(("links", link, "km"), say("E230-range"), cure("fixed-ways"))
    return spread.a


def _neighbours(sites: int, a: list[int], b: list[int]) -> dict[str, np.ndarray]:
    """Return each site's neighbours, one after another, in order of neighbour and link."""
    rows = sorted((x, y, i) for i, (p, q) in enumerate(zip(a, b, strict=True)) for x, y in ((p, q), (q, p)))
    start = np.searchsorted([row[0] for row in rows], np.arange(sites + 1))
    return {
        "adj_start": start.astype(np.int32),
        "adj_to": column(row[1] for row in rows),
        "adj_link": column(row[2] for row in rows),
    }


def lower_gates(book: Workbook) -> None:
    """Fill the columns of gates: who keeps them and who knows that they are there."""
    keepers = {post: book.unit[name] for name, unit in book.scenario.units.items() for post in unit.keeps}
    rows = []
    for site, noun in book.scenario.sites.items():
        for name, gate in noun.gates.items():
            post = f"{site}.{name}"
            if gate.frontage_men is not None:
                book.refuse(("sites", site, "gates", name, "frontage_men"), say("E230-frontage"))
            keeper = book.unit[gate.kept_by] if gate.kept_by else keepers.get(post, -1)
            known = -1 if gate.known_to == "all" else book.audience(gate.known_to)
            rows.append((key("gate", post), book.site[site], book.site[gate.to], keeper, known))
    keys, inner, outer, keeper, known = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    book.arrays |= {
        "G": len(rows),
        "gate_key": column(keys, np.uint64, 0),
        "gate_site": column(inner),
        "gate_to": column(outer),
        "gate_keeper0": column(keeper),
        "gate_known": column(known, empty=0),
    }
