"""What a rule may ask about the world: every function with its arguments, its answer and its bounds.

The same table checks a rule, tells the search for contradictions how far a number can go, and is
printed in docs/format.md. ``Names`` holds the words that a scenario adds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dualpower import words

KINDS = {  # kind of name -> the code of a name that is none of it; saying.noun_of says the kind in words
    "S": "E211",
    "G": "E212",
    "U": "E213",
    "A": "E210",
    "L": "E214",
    "I": "E215",
    "K": "E218",
    "X": "E217",
    "D": "E217",
    "O": "E217",
    "M": "E216",
    "F": "E216",
    "SK": "E218",
    "P": "E218",
}


@dataclass(frozen=True)
class Signature:
    """One way to call a function: kinds of argument, type of the answer, its bounds and meaning."""

    name: str
    args: tuple[str, ...]
    result: str
    ask: int
    low: float
    high: float
    meaning: str


_INF = float("inf")


def _sign(name: str, args: str, result: str, ask: int, meaning: str, high: float = _INF) -> Signature:
    return Signature(name, tuple(args.split()), result, ask, 0.0, 1.0 if result == "bool" else high, meaning)


_TABLE = (
    _sign("now", "", "minutes", words.ASK_NOW_MIN, "the clock; compare it with a clock time"),
    _sign("holder", "S", "authority", words.ASK_HOLDER, "who holds the site; none if nobody"),
    _sign("taken", "S A", "bool", words.ASK_TAKEN, "the site has at some time changed hands to A"),
    _sign("yielded", "S A", "bool", words.ASK_TAKEN_BY_YIELDING, "it changed hands to A by terms, without an assault"),
    _sign("assaulted", "S", "bool", words.ASK_ASSAULTED, "the site has been assaulted"),
    _sign("shelled", "S", "bool", words.ASK_SHELLED, "the site has been shelled"),
    _sign("entered", "S", "bool", words.ASK_ENTERED, "somebody got in through one of its gates"),
    _sign("encircled", "S", "bool", words.ASK_ENCIRCLED, "every way out of the site is kept"),
    _sign("contested", "S", "bool", words.ASK_CONTESTED, "hostile men are at the site"),
    _sign("guarded", "G", "bool", words.ASK_GUARDED, "somebody stands at the gate"),
    _sign("open", "L", "bool", words.ASK_OPEN_LINE, "the line carries calls"),
    _sign("present", "U", "number", words.ASK_PRESENT, "men of the unit who are there"),
    _sign("standing", "U A", "number", words.ASK_STANDING, "men of the unit on A's side"),
    _sign("acting", "A", "number", words.ASK_ACTING, "men who obey A now"),
    _sign("acting", "A S", "number", words.ASK_ACTING_AT, "men at the site who obey A now"),
    _sign("armed", "A", "number", words.ASK_ARMED, "armed men on A's side"),
    _sign("volunteers", "A", "number", words.ASK_VOLUNTEERS, "volunteers who turned out for A so far"),
    _sign("roll", "U", "number", words.ASK_ROLL, "men of the unit on paper"),
    _sign("at", "U S", "bool", words.ASK_AT, "the unit is at the site"),
    _sign("arrived", "U", "bool", words.ASK_ARRIVED, "the unit has come from outside"),
    _sign("outside-men", "A", "number", words.ASK_OUTSIDE_MEN, "men who came to A from outside"),
    _sign("outside-bodies", "A", "number", words.ASK_OUTSIDE_BODIES, "units that came to A from outside"),
    _sign("dead", "A", "number", words.ASK_DEAD, "men of A killed"),
    _sign("dead-at", "S A|all", "number", words.ASK_DEAD_AT, "men of A, or of all, killed at the site"),
    _sign("captive", "A", "number", words.ASK_CAPTIVE, "men of A who are prisoners"),
    _sign("bystanders-dead", "", "number", words.ASK_BYSTANDERS_DEAD, "bystanders killed"),
    _sign("all-dead", "", "number", words.ASK_ALL_DEAD, "all killed, bystanders too"),
    _sign("shot-disarmed", "", "number", words.ASK_SHOT_DISARMED, "men shot after they had laid down arms"),
    _sign("blood", "", "bool", words.ASK_BLOOD, "the first shot has been fired"),
    _sign("blood-dead", "", "number", words.ASK_BLOOD_DEAD, "killed in the first hour of fire"),
    _sign("hours-since-fire", "", "number", words.ASK_HOURS_SINCE_FIRE, "hours since the last fire; 1e9 before any"),
    _sign("fighting", "", "number", words.ASK_FIGHTING, "sites under fire now"),
    _sign("winning", "U|A A", "number", words.ASK_WINNING, "the chance it gives A to prevail, 0-1", 1.0),
    _sign("trust", "U|A A", "number", words.ASK_TRUST, "how far it trusts A, 0-1", 1.0),
    _sign("hours-without-word", "U A", "number", words.ASK_HOURS_WITHOUT_WORD, "hours since it last heard from A"),
    _sign("isolation", "U", "number", words.ASK_ISOLATION, "how cut off the unit is, 0-2", 2.0),
    _sign("hardship", "U", "number", words.ASK_HARDSHIP, "hunger, sleeplessness and cold, from 0"),
    _sign("done", "X", "bool", words.ASK_DONE, "the plan, decision or outside event has happened"),
    _sign("hours-since", "X", "number", words.ASK_HOURS_SINCE, "hours since it happened; 1e9 before"),
    _sign("chose", "D O", "bool", words.ASK_CHOSE, "the decision fell on this option"),
    _sign("truce", "A A", "bool", words.ASK_TRUCE, "a truce holds between the two"),
    _sign("settled", "", "bool", words.ASK_SETTLED, "terms that end the fight are agreed"),
    _sign("fire-hours", "S", "number", words.ASK_FIRE_HOURS, "hours for which shots were exchanged at the site"),
    _sign("fire-days", "S", "number", words.ASK_FIRE_DAYS, "days on which shots were exchanged in the site's town"),
    _sign("demanded", "S", "bool", words.ASK_DEMANDED, "the site has been demanded"),
    _sign("kept", "A", "number", words.ASK_KEPT, "promises that A has kept"),
    _sign("broken", "A", "number", words.ASK_BROKEN, "promises that A has broken"),
    _sign("promised", "A I", "bool", words.ASK_PROMISED, "A has promised something on the issue"),
    _sign("votes", "M", "number", words.ASK_VOTES, "share of votes for the motion, 0-1", 1.0),
    _sign("passed", "M", "bool", words.ASK_PASSED, "the motion has passed"),
    _sign("walked-out", "F", "bool", words.ASK_WALKED_OUT, "the faction has walked out"),
    _sign("stock", "S K", "number", words.ASK_STOCK, "what is left of the stock at the site"),
    _sign("found", "K", "number", words.ASK_FOUND, "amount found by search so far"),
    _sign("guns-at", "S A", "number", words.ASK_GUNS_AT, "guns of A at the site"),
    _sign("guns-of", "A", "number", words.ASK_GUNS_OF, "guns of A"),
    _sign("striking", "U", "number", words.ASK_STRIKING, "share of the staff that does not serve, 0-1", 1.0),
    _sign("posture", "A", "posture", words.ASK_POSTURE, "wait, occupy or fight, in this order"),
    _sign("alive", "A", "bool", words.ASK_ALIVE, "the authority has not ended"),
    _sign("seat-held", "A", "bool", words.ASK_SEAT_HELD, "the authority holds its own seat"),
    _sign("held", "A SK|any", "number", words.ASK_HELD, "sites of the kind, or of any, that A holds"),
    _sign("reported-damage", "", "number", words.ASK_REPORTED_DAMAGE, "harm to buildings as told"),
    _sign("damage", "", "number", words.ASK_DAMAGE, "harm to buildings as it is"),
)
SIGNATURES: dict[str, tuple[Signature, ...]] = {
    name: tuple(s for s in _TABLE if s.name == name) for name in dict.fromkeys(s.name for s in _TABLE)
}
FORMS = ("count", "min", "max", "truly")
RESERVED = frozenset({"and", "or", "not", "for", "true", "false", "none", "now", "all", "any", *words.POSTURES})


@dataclass(frozen=True)
class Names:
    """Every name a rule may use, by kind. ``authority_of`` maps authorities and bodies to authorities."""

    kinds: Mapping[str, frozenset[str]]
    authority_of: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def kind_of(self, word: str, wanted: str) -> str | None:
        """Return which of the kinds in ``U|A`` the word is, or None."""
        for kind in wanted.split("|"):
            if kind in ("all", "any"):
                if word == kind:
                    return kind.upper()
            elif word in (self.authority_of if kind == "A" else self.kinds.get(kind, ())):
                return kind
        return None

    def known(self, wanted: str) -> list[str]:
        """Return all words that ``U|A`` allows."""
        found: list[str] = []
        for kind in wanted.split("|"):
            found += (
                [kind] if kind in ("all", "any") else self.authority_of if kind == "A" else self.kinds.get(kind, ())
            )
        return found
