"""The town at war: both camps fight for the mill and for each other's seat, for two days."""

from typing import Any

from worlds.town import town


def war(**changes: Any) -> dict[str, Any]:
    """The town with two fighting sides, outcomes by who holds the mill, and the first shot as a mark."""
    base = {
        "authorities": {name: {"posture": "fight", "operations": 3} for name in ("reds", "blues")},
        "end": "1900-01-03 06:00",
        "outcomes": {
            "red-mill": {"title": {"en": "Red"}, "when": "holder(mill) == reds", "history": True},
            "blue-mill": {"title": {"en": "Blue"}, "when": "holder(mill) == blues"},
            "over": {"title": {"en": "Nobody's"}, "otherwise": True},
        },
        "marks": {"blood": {"title": {"en": "Blood"}, "assumed": "test", "parts": {
            "first": {"kind": "time", "when": "blood()", "record": {"point": "1900-01-01 12:00"}}}}},
    }  # fmt: skip
    return town(**(base | changes))
