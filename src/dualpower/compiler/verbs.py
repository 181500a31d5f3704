"""What each verb is about, and in which column that stands. One function per family of verbs."""

from __future__ import annotations

from collections.abc import Callable

from dualpower import words
from dualpower.compiler.deed import Deed, Row, listed


def _at_site(act: Deed) -> None:
    """Site: where. assault and shell ``from``: site2."""
    act.row["site"] = act.book.site[act.target]
    if act.verb in ("assault", "shell"):
        act.to_site("site2", "from")
    elif act.verb == "withdraw":
        act.to_site("site2")
    elif act.verb in ("arm", "close-rail", "open-rail"):
        act.to_people()


def _guard(act: Deed) -> None:
    """Other: the gate. Site: the site it leads into."""
    act.row |= {"other": act.book.gate[act.target], "site": act.book.site[act.target.split(".")[0]]}


def _wire(act: Deed) -> None:
    """Line: which. Site and site2: the stretch, -1 for all of it."""
    act.row["line"] = act.book.line[act.target]
    act.between_sites()


def _people(act: Deed) -> None:
    """Units: who is called out, told to strike or to work. Site: where they gather."""
    act.named += act.unit_codes(listed(act.target))
    if act.verb == "call-out":
        act.to_site("site")
        act.to_site("site2", "from")


def _release(act: Deed) -> None:
    """Units: whose men may go. Share (a fact): how many of those there go each day."""
    act.named += act.unit_codes(listed(act.target))


def _cease(act: Deed) -> None:
    """Units or audience: who is told. Site: as for a posture."""
    act.row["site"] = act.own_seat()
    act.of_units()
    act.to_people()


def _fetch_guns(act: Deed) -> None:
    """Count: guns. Site2: from where. Site: to where."""
    act.row["count"] = act.target
    act.to_site("site")
    act.to_site("site2", "from")


def _post(act: Deed) -> None:
    """Other: the body. appoint ``of``: the units it is put over."""
    act.row["other"] = act.book.body[act.target]
    if act.verb == "appoint":
        act.of_units()


def _proclaim(act: Deed) -> None:
    """Favours: itself unless said. News: the weight."""
    act.row.setdefault("favours", act.row["auth"])
    act.row.setdefault("news", words.NEWS_PROCLAMATION)
    act.to_people()


def _promise(act: Deed) -> None:
    """Other: the issue."""
    act.row["other"] = act.book.issue[act.target]
    act.to_people()


def _demand(act: Deed) -> None:
    """Site: what is demanded. Units: of whom. Favours: who would have it. News: weight of the assertion."""
    act.row["site"] = act.book.site[act.target]
    act.row.setdefault("favours", act.row["auth"])
    act.weigh_assertion(words.NEWS_SITE)
    act.of_units()
    act.to_people()


def _address(act: Deed) -> None:
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


def _ask(act: Deed) -> None:
    """Other: the unit asked to come."""
    act.row["other"] = act.book.unit[act.target]
    act.to_people()


def _threaten(act: Deed) -> None:
    """Other: the authority named. Audience: whom it threatens (``to``), or itself where nobody is named."""
    act.row["other"] = act.book.authority[act.target]
    named = listed(act.left.get("to"))
    if all(name in act.book.authority for name in named):
        act.row["audience"] = act.book.audience(named or [act.target])
        act.left.pop("to", None)


def _news(act: Deed) -> None:
    """Favours: the authority. News: the weight. ``of`` a site: site; ``of`` units: units. ``from``: site2."""
    act.row["favours"] = act.book.authority[act.target]
    act.row.setdefault("news", words.NEWS_PROCLAMATION)
    act.of_units()
    act.to_site("site", "of")
    act.to_site("site2", "from")
    act.to_people()


def _suppress(act: Deed) -> None:
    """Other: the rival. Line: where its calls are held back."""
    act.row["other"] = act.book.authority[act.target]


def _convene(act: Deed) -> None:
    """Other: the motion."""
    act.row["other"] = act.book.motion[act.target]


def _posture(act: Deed) -> None:
    """Other: the posture. Site: the seat of the body that speaks, where it has one of its own."""
    act.row |= {"other": words.POSTURES[act.target], "site": act.own_seat()}


def _aim(act: Deed) -> list[Row]:
    """A row for each site (site) or kind of site (other)."""
    sites = act.book.site
    return [{"site": sites[n]} if n in sites else {"other": words.SITES[n]} for n in listed(act.target)]


def _stance(act: Deed) -> list[Row]:
    """Count: the stance. Other: towards whom. From outside: favours and other are the two."""
    act.row["count"] = words.STANCES[act.target]
    named = listed(act.left.pop("between", None)) or listed(act.left.pop("to", None))
    codes = [act.book.authority[name] for name in named]
    if act.row["auth"]:
        return [{"other": code} for code in codes if code != act.row["auth"]]
    return [{"favours": codes[0], "other": code} for code in codes[1:]]


def _travel(act: Deed) -> None:
    """Units: who sets out. Site: where to. Site2: where from."""
    act.named += act.book.parts[act.target]
    act.to_site("site")
    act.to_site("site2", "from")


VERBS: dict[str, Callable[[Deed], list[Row] | None]] = {
    **dict.fromkeys(
        ("go", "hold", "take", "assault", "shell", "ring", "lift", "raise", "lower", "arm", "search", "withdraw",
         "close-rail", "open-rail", "move-seat", "hand-over"), _at_site),
    "guard": _guard, "cut": _wire, "restore": _wire, "call-out": _people, "strike": _people, "resume": _people,
    "release": _release,
    "cease": _cease, "fetch-guns": _fetch_guns, "arrest": _post, "resign": _post, "appoint": _post,
    "proclaim": _proclaim, "promise": _promise, "demand": _demand, "ultimatum": _address, "offer-truce": _address,
    "offer-terms": _address, "ask": _ask, "threaten": _threaten, "news": _news, "suppress": _suppress,
    "convene": _convene, "posture": _posture, "aim": _aim, "spare": _aim, "stance": _stance,
    "depart": _travel, "redirect": _travel,
}  # fmt: skip
