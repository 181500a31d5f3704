"""What may be done: every verb of an act, what it is done to, and the modifiers that it takes.

An act is an order (done to or with people, who may disobey in part), something said (which may
be late, lost, forged or doubted), something an authority does with itself, or something that
comes from outside. Nothing here says what happens: no verb opens a door or makes a man yield.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dualpower import words
from dualpower.scenario.schema import Act


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb. ``target`` is a kind of rules.KINDS (several joined by |), ``word`` or ``count``."""

    name: str
    code: int
    group: Literal["order", "said", "self", "outside"]
    target: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    meaning: str


_ORDER = "with men by claimed_by"
_SAID = "by to claimed_by"


def _verb(name: str, group: str, target: str, needs: str, takes: str, meaning: str) -> Verb:
    code = words.ACTS[name]
    return Verb(name, code, group, target, tuple(needs.split()), tuple(takes.split()), meaning)  # type: ignore[arg-type]


_TABLE = (
    _verb("go", "order", "S", "", _ORDER, "go to a site"),
    _verb("hold", "order", "S", "", _ORDER, "stand at a site and keep it"),
    _verb("take", "order", "S", "", f"{_ORDER} terms within or", "walk in and take it, parley first"),
    _verb("assault", "order", "S", "", f"{_ORDER} from", "take it by force"),
    _verb("shell", "order", "S", "", f"{_ORDER} from lasting", "fire guns at it"),
    _verb("ring", "order", "S", "", _ORDER, "keep every way out of it"),
    _verb("lift", "order", "S", "", _ORDER, "end a ring"),
    _verb("guard", "order", "G", "", _ORDER, "stand at a gate"),
    _verb("cut", "order", "L", "", f"{_ORDER} between", "cut a line, all of it or between two sites"),
    _verb("restore", "order", "L", "", f"{_ORDER} between", "mend a line"),
    _verb("raise", "order", "S", "", _ORDER, "raise a bridge"),
    _verb("lower", "order", "S", "", _ORDER, "lower a bridge"),
    _verb("arm", "order", "S", "", f"{_ORDER} to", "give out a site's rifles to unarmed men of one's side"),
    _verb("search", "order", "S", "", _ORDER, "look for hidden stock"),
    _verb("call-out", "order", "U|UK", "", "men to by claimed_by from", "call volunteers to turn out"),
    _verb("strike", "order", "U|UK", "", "within by lasting claimed_by", "tell staff or workers to stop work"),
    _verb("resume", "order", "U|UK", "", "within by claimed_by", "tell them to work again"),
    _verb("release", "order", "U|UK", "share", "", "let men go home for good, a share of those there each day"),
    _verb("cease", "order", "flag", "", "of by within to terms claimed_by", "tell one's own to cease fire"),
    _verb("fetch-guns", "order", "count", "from to", _ORDER, "bring guns from one site to another"),
    _verb("withdraw", "order", "S", "", f"{_ORDER} to", "leave a site"),
    _verb("arrest", "order", "B", "", _ORDER, "seize a body's members"),
    _verb("close-rail", "order", "S", "", f"{_ORDER} to", "let no train pass a town"),
    _verb("open-rail", "order", "S", "", f"{_ORDER} to", "let trains pass a town"),
    _verb("proclaim", "said", "text", "", f"{_SAID} favours weight", "tell all who can hear"),
    _verb("promise", "said", "I", "size", f"{_SAID} due within kept_when", "promise something on an issue"),
    _verb("demand", "said", "S", "of", f"{_SAID} assert terms within or favours size", "demand a site of a unit"),
    _verb("ultimatum", "said", "A", "within", f"{_SAID} terms or assert of", "agree within a time, or else"),
    _verb("offer-truce", "said", "A", "lasting", f"{_SAID} terms within of", "offer a rest of arms"),
    _verb("offer-terms", "said", "A|U", "terms", f"{_SAID} within of due", "offer terms that end the fight"),
    _verb("ask", "said", "U", "", f"{_SAID} within", "ask an outside body to come"),
    _verb("threaten", "said", "A", "", f"{_SAID} or within size", "a third party raises the cost of fighting on"),
    _verb("news", "said", "A", "", f"{_SAID} weight size of assert from", "news in favour of an authority"),
    _verb("suppress", "said", "A", "by", "lasting with claimed_by", "hold back a rival's calls on a line"),
    _verb("convene", "self", "M", "", "within", "put a motion to an assembly"),
    _verb("posture", "self", "word", "", "", "wait, occupy or fight"),
    _verb("aim", "self", "S|SK", "", "", "put sites, or kinds of site, first on its list"),
    _verb("spare", "self", "S|SK", "", "", "leave sites, or kinds of site, alone unless ordered by name"),
    _verb("resign", "self", "B", "", "", "a body gives up its post"),
    _verb("appoint", "self", "B", "", "of", "a body takes a post (over a unit)"),
    _verb("stance", "self", "word", "", "to between", "change the stance to another authority"),
    _verb("move-seat", "self", "S", "", "", "move the authority's seat"),
    _verb("depart", "outside", "U", "to", "with men from by", "a body outside sets out"),
    _verb("redirect", "outside", "U", "to", "from", "a body on its way is sent elsewhere"),
    _verb("hand-over", "outside", "S", "favours", "", "a site is an authority's, as a finer scenario has it"),
)
VERBS: dict[str, Verb] = {verb.name: verb for verb in _TABLE}
MODIFIERS: dict[str, str] = {
    # as written -> attribute of schema.Act
    "with": "with_", "men": "men", "share": "share", "from": "from_", "to": "to", "by": "by", "between": "between",
    "of": "of",
    "assert": "asserting", "favours": "favours", "weight": "weight", "terms": "terms", "within": "within",
    "lasting": "lasting", "or": "or_", "size": "size", "due": "due", "kept_when": "kept_when",
    "claimed_by": "claimed_by",
}  # fmt: skip


def attribute(verb: str) -> str:
    """Return the attribute of schema.Act that holds a verb's target."""
    return "raise_" if verb == "raise" else verb.replace("-", "_")


_ATTRIBUTES = tuple((verb, attribute(verb.name)) for verb in _TABLE)


def verbs_of(act: Act) -> list[Verb]:
    """Return the verbs an act has; a good act has exactly one."""
    return [verb for verb, name in _ATTRIBUTES if getattr(act, name) is not None]


def target(act: Act) -> object:
    """Return what the act's one verb is done to, as written."""
    return getattr(act, attribute(verbs_of(act)[0].name))


def targets(act: Act) -> list[str]:
    """Return the target as a list of words (empty for flags, counts and texts)."""
    value = target(act)
    return [value] if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []


def modifiers(act: Act) -> Iterator[tuple[str, object]]:
    """Yield the modifiers an act has, as written."""
    for written, name in MODIFIERS.items():
        value = getattr(act, name)
        if value is not None and value != []:
            yield written, value
