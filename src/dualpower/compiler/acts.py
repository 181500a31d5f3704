"""What is done: each act of a plan, an option, the outside or a motion becomes one row, or several.

A row says who acts, the verb, and what the verb is about; which column holds what is told beside
each verb below. A modifier that no column can hold is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from dualpower import words
from dualpower.compiler.facts import MEN
from dualpower.compiler.formulas import asks_holder_of
from dualpower.compiler.workbook import Workbook, column
from dualpower.draft import Key, dotted
from dualpower.scenario import acts as language
from dualpower.scenario.schema import Act

FIGHT, STRIKE = 100, 101  # what follows a refused ultimatum and is no order
_OR = {"assault": words.ORDER_ASSAULT, "shell": words.ORDER_SHELL, "fight": FIGHT, "strike": STRIKE}
# column of the case -> (type, what stands there when the act says nothing)
COLUMNS: dict[str, tuple[Any, float]] = {
    "verb": (np.int32, 0), "auth": (np.int32, 0), "body": (np.int32, -1), "site": (np.int32, -1),
    "site2": (np.int32, -1), "unit0": (np.int32, 0), "unit1": (np.int32, 0), "men": (np.int32, -1),
    "count": (np.int32, 0), "line": (np.int32, -1), "other": (np.int32, -1), "favours": (np.int32, 0),
    "news": (np.int32, words.NEWS_ORDER), "terms": (np.int32, 0), "within": (np.int32, -1),
    "lasting": (np.int32, -1), "or": (np.int32, -1), "size": (np.float64, 1.0), "due": (np.int32, -1),
    "kept": (np.int32, -1), "assert": (np.int32, -1), "audience": (np.int32, -1), "claimed": (np.int32, 0),
}  # fmt: skip
Row = dict[str, Any]


class Acts:
    """The rows of all acts of a scenario, one after another."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.rows: list[Row] = []
        self.units: list[int] = []
        self.seats = {authority.seat for authority in book.scenario.authorities.values()}

    def add(self, acts: list[Act], path: Key, who: str | None) -> tuple[int, int]:
        """Append the acts written at `path`, done by an authority or body (None: the outside).

        Returns the first row and one past the last.
        """
        start = len(self.rows)
        for index, act in enumerate(acts):
            _Lowering(self, act, (*path, index), who).run()
        return start, len(self.rows)

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the columns as the engine names them."""
        columns = {
            f"act_{name}": column((row.get(name, missing) for row in self.rows), dtype, missing)
            for name, (dtype, missing) in COLUMNS.items()
        }
        return columns | {"act_units": column(self.units)}


class _Lowering:
    """One act on its way to a row."""

    def __init__(self, acts: Acts, act: Act, path: Key, who: str | None) -> None:
        self.acts, self.book, self.path = acts, acts.book, path
        self.verb = language.verbs_of(act)[0].name
        self.target = language.target(act)
        self.left = dict(language.modifiers(act))
        self.row: Row = {
            "verb": words.ACTS[self.verb],
            "auth": self.book.authority[who] if who else 0,
            "body": self.book.body.get(who, -1) if who else -1,
        }
        self.named: list[int] = []

    def run(self) -> None:
        self.common()
        lower = _VERBS[self.verb]
        rows = lower(self) or [{}]
        for name in self.left:
            self.book.refuse((*self.path, name), f"{self.verb!r} cannot have {name!r}")
        self.row |= {"unit0": len(self.acts.units), "unit1": len(self.acts.units) + len(self.named)}
        self.acts.units += self.named
        self.acts.rows += [self.row | row for row in rows]

    # --- modifiers that mean the same with every verb

    def common(self) -> None:
        book, at = self.book, dotted(self.path)
        take = self.left.pop
        self.row |= {
            "men": book.facts.at(f"{at}.men", MEN),
            "within": book.minutes(f"{at}.within"),
            "lasting": book.minutes(f"{at}.lasting"),
            "due": book.minute(f"{at}.due"),
            "kept": book.rule(f"{at}.kept_when"),
            "assert": book.rule(f"{at}.assert"),
        }
        for name in ("men", "within", "lasting", "due", "kept_when", "assert"):
            take(name, None)
        if line := take("by", None):
            self.row["line"] = book.line[line]
        if sender := take("claimed_by", None):
            self.row["claimed"] = book.authority[sender]
        self.row["terms"] = sum(words.TERMS[term] for term in set(take("terms", ())))
        if threat := take("or", None):
            self.row["or"] = _OR[threat]
        if (size := take("size", None)) is not None:
            self.row["size"] = size
        if favours := take("favours", None):
            self.row["favours"] = book.authority[favours]
        if weight := take("weight", None):
            self.row["news"] = words.NEWS[weight]
        self.named += self.unit_codes(listed(take("with", None)))

    # --- what the verb is about

    def unit_codes(self, names: Iterable[str]) -> list[int]:
        """Return the base units of units and kinds of unit, all parts of a spread unit."""
        found: list[int] = []
        for name in names:
            if name in self.book.parts:
                found += self.book.parts[name]
            else:
                found += self.of_kind(name)
        return list(dict.fromkeys(found))

    def of_kind(self, kind: str) -> list[int]:
        """Return the units of a kind, without those under an authority hostile to who speaks."""
        me, stance, found = self.row["auth"], self.book.arrays["stance0"], list[int]()
        for name, unit in self.book.scenario.units.items():
            owner = self.book.authority[unit.of] if unit.of else 0
            if unit.kind == kind and stance[me, owner] != words.STANCE_HOSTILE:
                found += self.book.parts[name]
        return found

    def to_site(self, column: str, modifier: str = "to") -> None:
        """Put the one site a modifier names into a column; leave anything else to be refused."""
        named = listed(self.left.get(modifier))
        if len(named) == 1 and named[0] in self.book.site:
            self.row[column] = self.book.site[named[0]]
            del self.left[modifier]

    def to_people(self) -> None:
        """Read whom the act is addressed to: authorities make the audience, units are named one by one."""
        named = listed(self.left.get("to"))
        if not named or named == ["all"]:
            self.left.pop("to", None)
            return
        if any(n not in self.book.authority and n not in self.book.parts for n in named):
            return
        del self.left["to"]
        self.row["audience"] = self.book.audience(n for n in named if n in self.book.authority)
        self.named += self.unit_codes(n for n in named if n not in self.book.authority)

    def of_units(self) -> None:
        """Read the units an act is about or addressed to."""
        named = listed(self.left.get("of"))
        if named and all(name in self.book.parts for name in named):
            self.named += self.unit_codes(named)
            del self.left["of"]

    def between_sites(self) -> None:
        """Read the two ends of a stretch of line."""
        pair = self.left.pop("between", None)
        if pair is not None:
            self.row |= {"site": self.book.site[pair[0]], "site2": self.book.site[pair[1]]}  # type: ignore[index]

    def weigh_assertion(self, missing: int) -> None:
        """Find the weight of what is asserted: a seat counts more than any other site."""
        tree = self.book.resolved.rules.get(f"{dotted(self.path)}.assert")
        if tree is None:
            self.row.setdefault("news", missing)
        else:
            seat = asks_holder_of(tree, self.acts.seats)
            self.row.setdefault("news", words.NEWS_SEAT if seat else words.NEWS_SITE)


def listed(value: Any) -> list[str]:
    """Return one word or several as a list."""
    return [] if value is None else [value] if isinstance(value, str) else list(value)


# --- one function per family of verbs


def _at_site(act: _Lowering) -> None:
    """Site: where. assault and shell ``from``: site2."""
    act.row["site"] = act.book.site[act.target]
    if act.verb in ("assault", "shell"):
        act.to_site("site2", "from")
    elif act.verb == "withdraw":
        act.to_site("site2")
    elif act.verb in ("arm", "close-rail", "open-rail"):
        act.to_people()


def _guard(act: _Lowering) -> None:
    """Other: the gate. Site: the site it leads into."""
    act.row |= {"other": act.book.gate[act.target], "site": act.book.site[act.target.split(".")[0]]}


def _wire(act: _Lowering) -> None:
    """Line: which. Site and site2: the stretch, -1 for all of it."""
    act.row["line"] = act.book.line[act.target]
    act.between_sites()


def _people(act: _Lowering) -> None:
    """Units: who is called out, told to strike or to work. Site: where they gather."""
    act.named += act.unit_codes(listed(act.target))
    if act.verb == "call-out":
        act.to_site("site")
        act.to_site("site2", "from")


def _cease(act: _Lowering) -> None:
    """Units or audience: who is told."""
    act.of_units()
    act.to_people()


def _fetch_guns(act: _Lowering) -> None:
    """Count: guns. Site2: from where. Site: to where."""
    act.row["count"] = act.target
    act.to_site("site")
    act.to_site("site2", "from")


def _post(act: _Lowering) -> None:
    """Other: the body. appoint ``of``: the units it is put over."""
    act.row["other"] = act.book.body[act.target]
    if act.verb == "appoint":
        act.of_units()


def _proclaim(act: _Lowering) -> None:
    """Favours: itself unless said. News: the weight."""
    act.row.setdefault("favours", act.row["auth"])
    act.row.setdefault("news", words.NEWS_PROCLAMATION)
    act.to_people()


def _promise(act: _Lowering) -> None:
    """Other: the issue."""
    act.row["other"] = act.book.issue[act.target]
    act.to_people()


def _demand(act: _Lowering) -> None:
    """Site: what is demanded. Units: of whom. Favours: who would have it. News: weight of the assertion."""
    act.row["site"] = act.book.site[act.target]
    act.row.setdefault("favours", act.row["auth"])
    act.weigh_assertion(words.NEWS_SITE)
    act.of_units()
    act.to_people()


def _address(act: _Lowering) -> None:
    """Ultimatum, truce, terms: other is the authority addressed (of a unit: its own), units narrow it."""
    if act.target in act.book.parts:
        owner = act.book.scenario.units[act.target].of
        act.row["other"] = act.book.authority[owner] if owner else 0
        act.named += act.book.parts[act.target]
    else:
        act.row["other"] = act.book.authority[act.target]
    act.row.setdefault("favours", act.row["auth"])
    act.weigh_assertion(words.NEWS_OFFER)
    act.of_units()
    act.to_people()


def _ask(act: _Lowering) -> None:
    """Other: the unit asked to come."""
    act.row["other"] = act.book.unit[act.target]
    act.to_people()


def _threaten(act: _Lowering) -> None:
    """Other: the first authority threatened. Audience: all of them."""
    act.row["other"] = act.book.authority[act.target]
    if all(name in act.book.authority for name in listed(act.left.get("to"))):
        act.row["audience"] = act.book.audience([act.target, *listed(act.left.pop("to", None))])


def _news(act: _Lowering) -> None:
    """Favours: the authority. News: the weight. ``of`` a site: site; ``of`` units: units. ``from``: site2."""
    act.row["favours"] = act.book.authority[act.target]
    act.row.setdefault("news", words.NEWS_PROCLAMATION)
    act.of_units()
    act.to_site("site", "of")
    act.to_site("site2", "from")
    act.to_people()


def _suppress(act: _Lowering) -> None:
    """Other: the rival. Line: where its calls are held back."""
    act.row["other"] = act.book.authority[act.target]


def _convene(act: _Lowering) -> None:
    """Other: the motion."""
    act.row["other"] = act.book.motion[act.target]


def _posture(act: _Lowering) -> None:
    """Other: the posture."""
    act.row["other"] = words.POSTURES[act.target]


def _aim(act: _Lowering) -> list[Row]:
    """A row for each site (site) or kind of site (other)."""
    sites = act.book.site
    return [{"site": sites[n]} if n in sites else {"other": words.SITES[n]} for n in listed(act.target)]


def _stance(act: _Lowering) -> list[Row]:
    """Count: the stance. Other: towards whom. From outside: favours and other are the two."""
    act.row["count"] = words.STANCES[act.target]
    named = listed(act.left.pop("between", None)) or listed(act.left.pop("to", None))
    codes = [act.book.authority[name] for name in named]
    if act.row["auth"]:
        return [{"other": code} for code in codes if code != act.row["auth"]]
    return [{"favours": codes[0], "other": code} for code in codes[1:]]


def _travel(act: _Lowering) -> None:
    """Units: who sets out. Site: where to. Site2: where from."""
    act.named += act.book.parts[act.target]
    act.to_site("site")
    act.to_site("site2", "from")


_VERBS: dict[str, Callable[[_Lowering], list[Row] | None]] = {
    **dict.fromkeys(
        ("go", "hold", "take", "assault", "shell", "ring", "lift", "raise", "lower", "arm", "search", "withdraw",
         "close-rail", "open-rail", "move-seat"), _at_site),
    "guard": _guard, "cut": _wire, "restore": _wire, "call-out": _people, "strike": _people, "resume": _people,
    "cease": _cease, "fetch-guns": _fetch_guns, "arrest": _post, "resign": _post, "appoint": _post,
    "proclaim": _proclaim, "promise": _promise, "demand": _demand, "ultimatum": _address, "offer-truce": _address,
    "offer-terms": _address, "ask": _ask, "threaten": _threaten, "news": _news, "suppress": _suppress,
    "convene": _convene, "posture": _posture, "aim": _aim, "stance": _stance, "depart": _travel, "redirect": _travel,
}  # fmt: skip
