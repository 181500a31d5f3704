"""One act on its way from words to a row: its target, its modifiers, and what is left of them.

Each modifier is taken out as it is read. What nobody has taken when the verb is done is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dualpower import words
from dualpower.compiler.facts import MEN, SHARE
from dualpower.compiler.formulas import asks_holder_of
from dualpower.compiler.workbook import Workbook
from dualpower.draft import Key, dotted
from dualpower.scenario import acts as language
from dualpower.scenario.schema import Act

FIGHT, STRIKE = 100, 101  # what follows a refused ultimatum and is no order
_OR = {"assault": words.ORDER_ASSAULT, "shell": words.ORDER_SHELL, "fight": FIGHT, "strike": STRIKE}
Row = dict[str, Any]


class Deed:
    """One act on its way to a row."""

    def __init__(self, book: Workbook, act: Act, path: Key, who: str | None) -> None:
        self.book, self.path = book, path
        self.verb = language.verbs_of(act)[0].name
        self.target: Any = language.target(act)
        self.left: dict[str, Any] = dict(language.modifiers(act))
        self.row: Row = {
            "verb": words.ACTS[self.verb],
            "auth": self.book.authority[who] if who else 0,
            "body": self.book.body.get(who, -1) if who else -1,
        }
        self.named: list[int] = []
        self.who = who
        self.common()

    # --- modifiers that mean the same with every verb

    def common(self) -> None:
        """Read the modifiers that mean the same with every verb."""
        book, at = self.book, dotted(self.path)
        take = self.left.pop
        self.row |= {
            "men": book.facts.at(f"{at}.men", MEN),
            "share": book.facts.at(f"{at}.share", SHARE),
            "within": book.minutes(f"{at}.within"),
            "lasting": book.minutes(f"{at}.lasting"),
            "due": book.minute(f"{at}.due"),
            "kept": book.rule(f"{at}.kept_when"),
            "assert": book.rule(f"{at}.assert"),
        }
        for name in ("men", "share", "within", "lasting", "due", "kept_when", "assert"):
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

    def own_seat(self) -> int:
        """Return the site of the seat of the body that acts; -1 for an authority itself."""
        body = self.book.scenario.bodies.get(self.who) if self.who else None
        return self.book.site[body.seat] if body and body.seat else -1

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
            self.row |= {"site": self.book.site[pair[0]], "site2": self.book.site[pair[1]]}

    def weigh_assertion(self, missing: int) -> None:
        """Find the weight of what is asserted: a seat counts more than any other site."""
        tree = self.book.resolved.rules.get(f"{dotted(self.path)}.assert")
        if tree is None:
            self.row.setdefault("news", missing)
        else:
            seats = {authority.seat for authority in self.book.scenario.authorities.values()}
            seat = asks_holder_of(tree, seats)
            self.row.setdefault("news", words.NEWS_SEAT if seat else words.NEWS_SITE)


def listed(value: Any) -> list[str]:
    """Return one word or several as a list."""
    return [] if value is None else [value] if isinstance(value, str) else list(value)
