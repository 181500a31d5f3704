"""Reading what a person wrote: YAML 1.2 text to a Draft, every value with its file, line and column.

This is the only place that knows YAML. It reads one plain subset: mappings with unique keys,
lists, and scalars by the core schema of YAML 1.2, so ``no`` is a word, ``18:00`` is a word and
``0123`` is a number. Anchors, aliases, merge keys, tags and second documents are refused: they
are how a small file grows into a large one. Depth, size and count are bounded before anything
is built, because a scenario may come from a stranger.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import yaml  # type: ignore[import-untyped]

from dualpower.errors import Problem, ScenarioError
from dualpower.saying import cure, say

MAX_BYTES = 5_000_000
MAX_DEPTH = 64
MAX_VALUES = 400_000
MAX_PROBLEMS = 200
MAX_FILES = 100
BESIDE = ("claims.yaml", "record.yaml", "recheck.yaml")  # read with a scenario without being named

Key = tuple[str | int, ...]
Place = tuple[str, int, int]  # file, line, column; both from 1

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?\Z", re.ASCII)
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True,
          "false": False, "False": False, "FALSE": False}  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass
class Draft:
    """A mapping as written, with the place of each value. Paths are tuples of keys and list indexes."""

    data: dict
    folder: Path
    file: str
    places: dict[Key, Place] = field(default_factory=dict)  # of keys (or list items)
    values: dict[Key, Place] = field(default_factory=dict)  # of the values themselves
    problems: list[Problem] = field(default_factory=list)
    mechanisms: tuple[Any, ...] = ()  # of the user's own, which go with the scenario (scenario/mechanism.py)
    spoiled: set[Key] = field(default_factory=set)  # where a problem was told already; what follows from it is not

    def is_spoiled(self, path: str) -> bool:
        """Say whether a problem at a dotted path only follows from one that was told."""
        for key in self.spoiled:
            told = dotted(key)
            if path == told or path.startswith(f"{told}.") or ("." in path and told.startswith(f"{path}.")):
                return True
        return False

    def place(self, path: Key) -> Place:
        """Return the place of `path`, or of the nearest written thing above it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (self.file, 1, 1))

    def problem(self, code: str, path: Key, message: str, hint: str | None = None, *, offset: int = -1) -> Problem:
        """Make a Problem at `path`; an `offset` of 0 or more points into the value's own text."""
        file, line, col = self.place(path)
        if offset >= 0 and path in self.values:
            file, line, col = self.values[path]
            col += offset
        return Problem(code, dotted(path), message, file, line, col, hint)


def dotted(path: Key) -> str:
    """Return ``units.garrison.roll`` for a path."""
    return ".".join(str(part) for part in path)


def scalar(text: str) -> object:
    """Return what a plain scalar means by the core schema of YAML 1.2 (numbers beyond it stay words)."""
    if text in _WORDS:
        return _WORDS[text]
    if _INT.match(text):
        return int(text)
    if len(text) <= 64 and _FLOAT.match(text):
        number = float(text)
        return number if abs(number) < 1e300 else text
    return text


def read_text(path: Path, name: str) -> str:
    """Return a file's text. Raises ScenarioError E101-E104; never reads more than MAX_BYTES."""

    def stop(code: str, message: str, hint: str | None = None, line: int = 1, col: int = 1) -> ScenarioError:
        return ScenarioError([Problem(code, "", message, name, line, col, hint)])

    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise stop("E101", say("E101-no-file"))
        if info.st_size > MAX_BYTES:
            raise stop("E102", say("E102-bytes", n=info.st_size, most=MAX_BYTES), cure("split-include"))
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise stop("E101", say("E101-read", why=getattr(error, "strerror", None) or error)) from None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise stop("E103", say("E103-byte", n=str(error.start)), cure("utf-8"), line) from None
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        col = found.start() - text.rfind("\n", 0, found.start())
        sign = f"U+{ord(found.group()):04X}"
        what = say("E104-nul") if found.group() == "\0" else say("E104-control", sign=sign)
        raise stop("E104", what, cure("remove"), line, col)
    return text


class _Builder:
    """Turns the events of one document into plain values; no recursion, no constructor, no alias."""

    def __init__(self, draft: Draft, name: str) -> None:
        self.draft, self.name = draft, name
        self.stack: list[list] = []  # [container, path, pending key or None, key place]
        self.root: object = None
        self.count = self.documents = 0

    def tell(self, code: str, mark: yaml.Mark | None, message: str, hint: str | None = None, path: Key = ()) -> Problem:
        line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = Problem(code, dotted(path), message, self.name, line, col, hint)
        if len(self.draft.problems) < MAX_PROBLEMS:
            self.draft.problems.append(problem)
        return problem

    def stop(self, *args: object, **kw: object) -> ScenarioError:
        self.tell(*args, **kw)  # type: ignore[arg-type]
        return ScenarioError(self.draft.problems)

    def feed(self, event: Any) -> None:  # the stubs know no fields of events
        kind = type(event)
        if kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise self.stop("E111", event.start_mark, say("E111-second"), cure("one-document"))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            self.node(event, kind)

    def node(self, event: Any, kind: type) -> None:
        self.count += 1
        if self.count > MAX_VALUES:
            raise self.stop("E102", event.start_mark, say("E102-values", most=MAX_VALUES), cure("split-scenario"))
        if event.anchor is not None:
            what = "E108-alias" if kind is yaml.AliasEvent else "E108-anchor"
            self.tell("E108", event.start_mark, say(what, name=event.anchor), cure("write-out"))
        if getattr(event, "tag", None) is not None:
            self.tell("E110", event.start_mark, say("E110-tag", tag=event.tag[:40]), cure("remove"))
        top = self.stack[-1] if self.stack else None
        if top and type(top[0]) is dict and top[2] is None:
            self.key(event, kind, top)
            return
        value: object = None
        if kind is yaml.ScalarEvent:
            value = scalar(event.value) if event.implicit[0] else event.value
        elif kind is yaml.MappingStartEvent:
            value = {}
        elif kind is yaml.SequenceStartEvent:
            value = []
        path = self.put(event, value, top)
        if kind is yaml.AliasEvent:
            self.draft.spoiled.add(path)
        if isinstance(value, (dict, list)):
            if len(self.stack) > MAX_DEPTH:
                raise self.stop("E106", event.start_mark, say("E106-deep", most=MAX_DEPTH))

    def key(self, event: Any, kind: type, top: list) -> None:
        if kind is not yaml.ScalarEvent:
            raise self.stop("E117", event.start_mark, say("E117-key"), path=top[1])
        if event.value == "<<" and event.implicit[0]:
            self.tell("E109", event.start_mark, say("E109-merge"), cure("write-fields"), path=top[1])
            self.draft.spoiled.add((*top[1], "<<"))
        top[2] = event.value
        top[3] = (self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        if event.value in top[0]:
            first = self.draft.places.get((*top[1], event.value))
            message = say("E107-twice", key=repr(event.value), line=str(first[1]) if first else None)
            self.tell("E107", event.start_mark, message, path=top[1])

    def put(self, event: Any, value: object, top: list | None) -> Key:
        here = (self.name, event.start_mark.line + 1, event.start_mark.column + 1)
        path: Key = ()
        if top is None:
            self.root = value
        elif type(top[0]) is list:
            path = (*top[1], len(top[0]))
            top[0].append(value)
            self.draft.places[path] = here
        else:
            path = (*top[1], top[2])
            if top[2] not in top[0]:
                self.draft.places[path] = top[3]
                top[0][top[2]] = value
            top[2] = None
        quoted = getattr(event, "style", None) in ("'", '"')
        self.draft.values.setdefault(path, (here[0], here[1], here[2] + quoted))
        if isinstance(value, (dict, list)):
            self.stack.append([value, path, None, here])
        return path


def _events(text: str) -> Iterator[yaml.Event]:
    yield from yaml.parse(text, Loader=_LOADER)


def parse(text: str, name: str, folder: Path) -> Draft:
    """Read one document. Raises ScenarioError; problems that allow reading on are in ``problems``."""
    draft = Draft({}, folder, name)
    builder = _Builder(draft, name)
    try:
        for event in _events(text):
            builder.feed(event)
    except yaml.MarkedYAMLError as error:
        reason = " ".join(part for part in (error.context, error.problem) if part)
        raise builder.stop("E105", error.problem_mark or error.context_mark, say("E105-yaml", why=reason)) from None
    except yaml.reader.ReaderError as error:
        raise builder.stop("E104", None, say("E104-yaml", why=error.reason)) from None
    except yaml.YAMLError as error:
        raise builder.stop("E105", None, say("E105-yaml", why=error)) from None
    if builder.documents == 0 or builder.root is None:
        raise builder.stop("E112", None, say("E112-empty"))
    if not isinstance(builder.root, dict):
        raise builder.stop("E113", None, say("E113-top"))
    draft.data = builder.root
    return draft


def read(path: Path | str) -> Draft:
    """Read a scenario's file (or the ``scenario.yaml`` of a folder) with all it includes.

    ``claims.yaml``, ``record.yaml`` and ``recheck.yaml`` beside a ``scenario.yaml`` are read without being named.
    Raises ScenarioError when nothing can be made of a file; otherwise see ``Draft.problems``.
    """
    path = Path(path)
    if path.is_dir():
        path = path / "scenario.yaml"
    name = str(path)
    draft = parse(read_text(path, name), name, path.parent)
    _Includer(draft, path).all()
    return draft


class _Includer:
    """Merges included files into one draft, section by section; nothing outside the folder is opened."""

    def __init__(self, draft: Draft, path: Path) -> None:
        self.draft = draft
        self.root = path.parent.resolve()
        self.done = {path.resolve()}
        self.path = path

    def all(self) -> None:
        self.follow(self.draft, [self.path.resolve()])
        if self.path.name == "scenario.yaml":
            for name in BESIDE:
                target = self.path.parent / name
                if target.is_symlink() or target.exists():
                    self.add(name, (), [self.path.resolve()])

    def follow(self, draft: Draft, chain: list[Path]) -> None:
        names = draft.data.get("include", [])
        if not isinstance(names, list):
            return
        for index, name in enumerate(names):
            if isinstance(name, str):
                self.add(name, draft.place(("include", index)), chain)

    def add(self, name: str, place: Place | tuple, chain: list[Path]) -> None:
        file, line, col = place or (self.draft.file, 1, 1)

        def tell(code: str, message: str, hint: str | None = None) -> None:
            self.draft.problems.append(Problem(code, "include", message, file, line, col, hint))

        pure = PurePosixPath(name)
        bad = pure.is_absolute() or PureWindowsPath(name).is_absolute() or ".." in pure.parts or "\\" in name
        try:
            target = (self.path.parent / name).resolve()
            bad = bad or not target.is_relative_to(self.root)
        except (OSError, ValueError, RuntimeError):
            bad = True
        if bad:
            return tell("E114", say("E114-outside", name=repr(name)), cure("inside"))
        if target in chain:
            return tell("E115", say("E115-circle", name=repr(name)))
        if target in self.done:
            return None if not place else tell("E116", say("E116-file", name=repr(name)))
        if len(self.done) >= MAX_FILES:
            return tell("E102", say("E102-files", most=MAX_FILES))
        self.done.add(target)
        try:
            part = parse(read_text(target, str(self.path.parent / name)), str(self.path.parent / name), self.root)
        except ScenarioError as error:
            self.draft.problems.extend(error.problems)
            return None
        self.draft.problems.extend(part.problems)
        self.draft.spoiled |= part.spoiled
        self.merge(part)
        return self.follow(part, [*chain, target])

    def merge(self, part: Draft) -> None:
        shift: dict[str, int] = {}
        for section, value in part.data.items():
            if section == "include":
                continue
            mine = self.draft.data.get(section)
            if section not in self.draft.data:
                self.draft.data[section] = value
            elif isinstance(mine, dict) and isinstance(value, dict):
                self.merge_mapping(section, mine, value, part)
            elif isinstance(mine, list) and isinstance(value, list):
                shift[section] = len(mine)
                mine.extend(value)
            else:
                self.draft.problems.append(self.written_before(part, (section,)))
        for places, ours in ((part.places, self.draft.places), (part.values, self.draft.values)):
            for path, place in places.items():
                if not path or path[0] == "include":
                    continue
                if path[0] in shift and len(path) > 1:
                    path = (path[0], int(path[1]) + shift[str(path[0])], *path[2:])
                ours.setdefault(path, place)

    def merge_mapping(self, section: str, mine: dict, value: dict, part: Draft) -> None:
        for key, item in value.items():
            if key in mine:
                self.draft.problems.append(self.written_before(part, (section, key)))
            else:
                mine[key] = item

    def written_before(self, part: Draft, path: Key) -> Problem:
        file, line, _ = self.draft.place(path)
        there = PurePath(file).name  # the folder is the scenario's own, wherever it lies
        return part.problem("E116", path, say("E116-key", name=repr(path[-1]), file=there, line=str(line)))


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]
    """Writes words so that this reader reads them back as words; never an alias."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _write_word(dumper: yaml.SafeDumper, word: str) -> yaml.Node:
    style = "'" if not isinstance(scalar(word), str) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", word, style=style)


_Dumper.add_representer(str, _write_word)


def write(data: object) -> str:
    """Return plain values as YAML text that parse() reads back unchanged."""
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=118, default_flow_style=None)
