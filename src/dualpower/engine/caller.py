"""Calls a user's functions for the kernel, and shows them the body of men they are asked about.

A function gets one ``Situation`` and gives back a number, or None to leave the usual one alone. Whatever goes
wrong in it stays here: the kernel is told "no number", that run fails with its stage, and the first mistake is
kept for the user to read. What he stops with Ctrl-C is raised again when the run is over.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dualpower.words import INPUTS, POINTS

log = logging.getLogger("dualpower.engine")
POINT_OF = {code: name for name, code in POINTS.items()}
INPUT_CODES = {name.replace("-", "_"): code for name, code in INPUTS.items()}


class Situation:
    """What a mechanism sees: read-only, and only while it is asked.

    point, unit, site, authority    words of the scenario; ``authority`` is None where the body serves none
    minute                          minutes since the start
    usual                           the number that the built-in mechanism came to
    belief, hardship, isolation...  numbers by name (docs/guide-mechanisms.md)
    """

    __slots__ = ("_seen",)

    def __getattr__(self, name: str) -> Any:
        seen = self._seen
        if seen is None:
            raise AttributeError("this situation is over: keep its numbers, not the situation itself")
        caller, point, usual, minute, unit, site, side, case, world, read = seen
        if name == "usual":
            return usual
        code = INPUT_CODES.get(name)
        if code is not None:
            return float(read(case, world, code))
        words = {
            "unit": caller.units[unit],
            "site": caller.sites[site],
            "authority": caller.authorities[side - 1] if side > 0 else None,
            "minute": minute,
            "point": POINT_OF[point],
        }
        if name not in words:
            raise AttributeError(f"a situation has no {name!r}; it has {', '.join([*words, *INPUT_CODES])}")
        return words[name]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a situation is only looked at: {name} cannot be set; return a number instead")

    def __repr__(self) -> str:
        return f"<{self.point}: {self.unit} at {self.site} for {self.authority}, minute {self.minute}>"


_look: Callable[[Situation, Any], None] = Situation._seen.__set__  # type: ignore[attr-defined]


class Caller:
    """The functions of one simulation, by the code of their point; shared by every thread."""

    def __init__(self, functions: Mapping[int, Callable[[Situation], float | None]], names: Any) -> None:
        self.functions = dict(functions)
        self.units: Sequence[str] = names.units
        self.sites: Sequence[str] = names.sites
        self.authorities: Sequence[str] = names.authorities
        self.mistakes: list[str] = []
        self.told = False
        self.stopped: BaseException | None = None

    def answer(
        self, point: int, usual: float, minute: int, unit: int, site: int, side: int, case: Any, world: Any, read: Any
    ) -> float:
        """Return the number that the user's function gives, the usual one for None, NaN where it gave none."""
        situation = Situation()
        _look(situation, (self, point, usual, minute, unit, site, side, case, world, read))
        try:
            given = self.functions[point](situation)
            return usual if given is None else self._number(given, situation)
        except Exception as mistake:  # noqa: BLE001 - it is the user's own text: anything may come
            self._note(situation, f"{type(mistake).__name__}: {mistake}")
        except BaseException as stopped:  # noqa: BLE001 - raised again by ``settle`` when the run is over
            self.stopped = stopped
        finally:
            _look(situation, None)
        return math.nan

    def settle(self) -> None:
        """After a run: raise what stopped it; say the first mistake, once, for it is rows of a stage from then on."""
        if self.stopped is not None:
            raise self.stopped
        if self.mistakes and not self.told:
            self.told = True
            log.warning("a mechanism of the user's own failed: %s", self.mistakes[0])

    def _number(self, given: Any, situation: Situation) -> float:
        number = float(given)
        if not number >= 0.0:
            self._note(situation, f"it gave {given!r}; a number from 0 is needed, or None for the usual one")
        return number

    def _note(self, situation: Situation, what: str) -> None:
        if len(self.mistakes) < 20:
            self.mistakes.append(f"{situation.point} ({situation.unit}, minute {situation.minute}): {what}")
