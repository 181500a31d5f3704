"""What a function is, by its text: its source, and the plain values it takes from round about.

Two runs made with one digest were made with the same function. A function whose doing rests on what no text
says (a list that may change, an object, a lambda typed at a prompt) is refused, with what to do instead.
"""

from __future__ import annotations

import hashlib
import inspect
import textwrap
from types import FunctionType, ModuleType
from typing import Any

from dualpower.errors import DualpowerError

PLAIN = (type(None), bool, int, float, str, bytes)


def digest_of(function: Any) -> str:
    """Return the sha256 of a function's source and of all it rests on. Raises DualpowerError E844."""
    return hashlib.sha256("\n".join(_texts(function, [])).encode()).hexdigest()


def _texts(function: Any, seen: list[Any]) -> list[str]:
    """Return its source, then each value from round about by name."""
    if not isinstance(function, FunctionType):
        raise _unnamed(f"{function!r} is not a function written with def", "wrap it in one")
    if function in seen:
        return []
    seen.append(function)
    try:
        found = [textwrap.dedent(inspect.getsource(function))]
    except (OSError, TypeError):
        cure = "write it in a file and load that"
        raise _unnamed(f"the source of {function.__name__} cannot be found", cure) from None
    around = inspect.getclosurevars(function)
    values = {**around.globals, **around.nonlocals}
    for number, value in enumerate(function.__defaults__ or ()):
        values[f"default {number}"] = value
    for name, value in {**values, **(function.__kwdefaults__ or {})}.items():
        found += [f"{name} = ", *_of_value(function.__name__, name, value, seen)]
    return found


def _of_value(function: str, name: str, value: Any, seen: list[Any]) -> list[str]:
    if isinstance(value, ModuleType):
        return [f"module {value.__name__}"]
    if isinstance(value, FunctionType):
        return _texts(value, seen)
    if _is_plain(value):
        return [repr(value)]
    what = f"{function} rests on {name}, a {type(value).__name__}, which its source does not say"
    raise _unnamed(what, "use plain numbers, words or tuples of them, or put all of it in a file")


def _is_plain(value: Any) -> bool:
    return isinstance(value, PLAIN) or (isinstance(value, (tuple, frozenset)) and all(map(_is_plain, value)))


def _unnamed(what: str, cure: str) -> DualpowerError:
    return DualpowerError("E844", what, cure)
