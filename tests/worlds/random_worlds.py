"""Random small scenarios: two or three hostile authorities, a few sites on a ring, units, and plans of every verb."""
# ruff: noqa: E501 - a table reads best on one line a row

from typing import Any

from hypothesis import strategies as st

KINDS = ("headquarters", "barracks", "street", "bridge", "bank", "fortress", "telephone-exchange", "depot", "council")
UNIT_KINDS = ("infantry", "cadets", "workers-guard", "artillery", "cavalry", "staff", "students")
WHY = "random"
NAMES = ("ants", "bees", "cats")


@st.composite
def worlds(draw: st.DrawFn, hours: int = 24) -> dict[str, Any]:
    """A scenario mapping that compiles; it need not be wise."""
    sides = list(NAMES[: draw(st.integers(2, 3))])
    places = [f"s{i}" for i in range(draw(st.integers(len(sides) + 1, 6)))]
    units = {f"u{i}": draw(unit(i, sides, places)) for i in range(draw(st.integers(len(sides), 7)))}
    wire = {"kind": "telephone", "joins": places, "assumed": WHY}
    if draw(st.booleans()):
        wire["cut"] = [[places[0], places[1]]]
    return {
        "dualpower": 1, "id": "random-world", "title": {"en": "Random"}, "teaching": True, "calendar": "gregorian",
        "start": "1900-01-01 06:00", "end": f"1900-01-{1 + (6 + hours) // 24:02d} {(6 + hours) % 24:02d}:00",
        "authorities": {name: authority(draw, name, places[i]) for i, name in enumerate(sides)},
        "bodies": {f"head-{name}": {"title": {"en": "Head"}, "of": name} for name in sides},
        "stances": [
            {"between": [a, b], "stance": draw(st.sampled_from(["hostile", "hostile", "neutral"]))}
            for i, a in enumerate(sides) for b in sides[i + 1 :]
        ],
        "issues": ["bread"], "sites": {s: draw(site(i, s, sides, places, list(units))) for i, s in enumerate(places)},
        "links": {f"l{i}": {"between": [places[i], places[(i + 1) % len(places)]]} for i in range(len(places))},
        "lines": {"wire": wire, "boys": {"kind": "courier", "joins": "all", "assumed": WHY}}, "units": units,
        "plans": {f"p{i}": draw(plan(sides, places, list(units))) for i in range(draw(st.integers(0, 5)))},
        "outcomes": {"over": {"title": {"en": "Over"}, "otherwise": True, "history": True}},
    }  # fmt: skip


def authority(draw: st.DrawFn, name: str, seat: str) -> dict[str, Any]:
    posture = draw(st.sampled_from(["wait", "occupy", "fight"]))
    return {
        "title": {"en": name},
        "seat": seat,
        "posture": posture,
        "operations": draw(st.integers(0, 4)),
        "assumed": WHY,
    }


@st.composite
def site(draw: st.DrawFn, i: int, name: str, sides: list[str], places: list[str], units: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": {"en": name}, "kind": "headquarters" if i < len(sides) else draw(st.sampled_from(KINDS)),
        "at": [50 + 0.004 * (i % 3), 20 + 0.006 * (i // 3)], "assumed": WHY, "residents": draw(st.integers(0, 5000)),
    }  # fmt: skip
    if i < len(sides):
        found["holder"] = sides[i]
    elif draw(st.booleans()):
        found["holder"] = draw(st.sampled_from(sides))
    if draw(st.booleans()):
        found["stocks"] = {"rifles": draw(st.integers(0, 900)), "food": draw(st.integers(0, 900))}
        found["hidden"] = ["rifles"] if draw(st.booleans()) else []
    if draw(st.integers(0, 3)) == 0:
        found["gates"] = {"door": {"to": places[(i + 1) % len(places)]}}
    return found


@st.composite
def unit(draw: st.DrawFn, i: int, sides: list[str], places: list[str]) -> dict[str, Any]:
    own = sides[i % len(sides)]
    roll = draw(st.integers(0, 900))
    lean = st.floats(-2, 2).map(lambda x: round(x, 2))
    return {
        "title": {"en": f"Unit {i}"}, "kind": draw(st.sampled_from(UNIT_KINDS)), "roll": roll,
        "present": draw(st.integers(0, roll)), "at": places[i] if i < len(sides) else draw(st.sampled_from(places)),
        "duty": draw(st.sampled_from(["on-duty", "on-duty", "barracks", "home", "absent"])), "of": own,
        "bond": {own: draw(st.sampled_from([0, 0.3, 1]))}, "leans": {name: draw(lean) for name in sides},
        "issues": {"bread": draw(st.sampled_from([0, 0.5, 1]))}, "volunteers": draw(st.booleans()),
        "arms": {"rifles": draw(st.integers(0, roll)), "guns": draw(st.sampled_from([0, 0, 4])), "shells": 100,
                 "cartridges": draw(st.sampled_from([0, 50000]))}, "assumed": WHY,
    }  # fmt: skip


@st.composite
def plan(draw: st.DrawFn, sides: list[str], places: list[str], units: list[str]) -> dict[str, Any]:
    who = draw(st.sampled_from(sides))
    rival = draw(st.sampled_from([name for name in sides if name != who]))
    where, body = draw(st.sampled_from(places)), draw(st.sampled_from(units))
    men = draw(st.integers(10, 500))
    act = draw(st.sampled_from([
        {"take": where, "with": body, "men": men}, {"assault": where, "with": body, "men": men},
        {"ring": where, "with": body, "men": men}, {"hold": where, "with": body, "men": men},
        {"go": where, "with": body, "men": men}, {"search": where, "with": body, "men": men},
        {"shell": where, "with": body}, {"withdraw": where, "with": body}, {"call-out": [body]}, {"strike": body},
        {"resume": body}, {"raise": where}, {"lower": where}, {"demand": where, "of": body, "by": "boys", "terms": ["disarm"]},
        {"offer-truce": rival, "lasting": "6 h"}, {"offer-terms": rival, "terms": ["freedom"]},
        {"ultimatum": rival, "terms": ["disarm"], "within": "1 h", "or": "fight"}, {"posture": "fight"},
        {"promise": "bread", "size": 0.5, "within": "3 h", "kept_when": f"holder({where}) == {who}"},
        {"news": who, "weight": "coming"}, {"threaten": who, "to": [rival]}, {"resign": f"head-{who}"},
        {"move-seat": where}, {"stance": "allied", "to": rival}, {"cut": "wire", "between": [places[0], places[1]]},
        {"fetch-guns": 2, "from": places[0], "to": where, "with": body}, {"arm": where, "to": [body]},
        {"proclaim": {"en": "Hear"}}, {"lift": where, "with": body},
    ]))  # fmt: skip
    when = draw(st.sampled_from([f"alive({who})", f"alive({who}) for 2 h", "blood()", f"contested({where})"]))
    found = {"who": who, "when": when, "do": [act], "assumed": WHY}
    if draw(st.booleans()):
        found["every"] = "3 h"
    return found
