"""One text out of many rooms, so that the compiler sees the kernel whole.

The kernel is ordinary Python, one noun per file (a *room*). The interpreter imports the rooms as they
stand. For speed they are also joined, in the order of ROOMS, into one generated file with one .pxd
beside it, which Cython compiles into ``dualpower.engine._kernel``. Joining drops imports between rooms
and turns whole-number constants into a C enum; every other character is kept, so both executions run
the same words. The compiled module carries the digest of what it was made from (``build.py`` compares).

    python -m dualpower.engine.amalgam              writes the joined text to standard output
    python -m dualpower.engine.amalgam --inplace    compiles it next to the sources, for development

Needs nothing but the standard library until it compiles, and imports none of our modules, because
setup.py runs it before anything is installed.
"""

import hashlib
import os
import re
import sys
from pathlib import Path
from typing import Any

ROOMS = (
    "case",
    "world",
    "turns",
    "ahead",
    "ground",
    "chance",
    "events",
    "force",
    "choice",
    "ranks",
    "situation",
    "formula",
    "hooks",
    "post",
    "minds",
    "terms",
    "deeds",
    "mechanisms.muster",
    "mechanisms.allegiance",
    "mechanisms.movement",
    "mechanisms.messages",
    "mechanisms.belief",
    "mechanisms.entry",
    "mechanisms.contact",
    "mechanisms.bargaining",
    "mechanisms.needs",
    "mechanisms.search",
    "mechanisms.assembly",
    "deciders.outside",
    "deciders.doctrine",
    "deciders.tactics",
    "start",
    "kernel",
)

ENGINE = Path(__file__).resolve().parent
# Files that give the kernel whole-number constants and nothing else.
VOCABULARIES = ("words", "params", "kinds")
MODULE = "dualpower.engine._kernel"
# No contraction of a*b+c: the same bits on every processor. No fast-math for the same reason.
FLAGS = ("-O3", "-g0", "-ffp-contract=off")
DIRECTIVES = {
    "language_level": 3,
    "boundscheck": False,
    "wraparound": False,
    "cdivision": True,
    "initializedcheck": False,
    "nonecheck": False,
    "infer_types": False,
    "auto_pickle": False,  # nobody pickles a world; the code for it is a third of the compile time
}
_CAPITALS = re.compile(r"_?[A-Z][A-Z0-9_]*\Z")
_TABLE = re.compile(r"#\s*(cdef\s+.+?|from libc\.\w+ cimport \w+)\s*\Z")


class AmalgamError(Exception):
    """The rooms cannot be joined. The message says which room, what, and the cure."""


def sources(engine: Path = ENGINE, rooms: tuple[str, ...] = ROOMS) -> list[Path]:
    """Every file whose text decides what the compiled kernel does, in order."""
    return [*(path for _, path in vocabularies(engine)), *(room_path(engine, room) for room in rooms)]


def vocabularies(engine: Path) -> list[tuple[str, Path]]:
    """Name and path of each file of constants; kinds.py only where there is one."""
    paths = [engine.parent / "words.py", engine / "params.py", engine / "kinds.py"]
    return [(name, path) for name, path in zip(VOCABULARIES, paths, strict=True) if name != "kinds" or path.exists()]


def room_path(engine: Path, room: str) -> Path:
    """Where a room's file lies."""
    return engine.joinpath(*room.split(".")).with_suffix(".py")


def digest(engine: Path = ENGINE, rooms: tuple[str, ...] = ROOMS) -> str:
    """SHA-256 of the sources (and of this file: order, flags and joining rules decide as well).

    Cheap, because it is taken at every import: raw bytes, no parsing.

    Raises:
        AmalgamError: a room listed in ROOMS is not there.
    """
    total = hashlib.sha256()
    for path in [Path(__file__), *sources(engine, rooms)]:
        try:
            text = path.read_bytes()
        except OSError:
            raise AmalgamError(_missing(path, engine)) from None
        total.update(f"{path.name} {len(text)}\n".encode())
        total.update(text)
    return total.hexdigest()


def _missing(path: Path, engine: Path) -> str:
    name = path.relative_to(engine.parent)
    return f"{name}: the kernel needs this file and it is not there; write it, or take it out of ROOMS in amalgam.py"


class Amalgam:
    """The joined text and its .pxd, built room by room."""

    def __init__(self, engine: Path = ENGINE, rooms: tuple[str, ...] = ROOMS) -> None:
        self.engine = engine
        self.rooms = rooms
        self.constants: dict[str, int | float] = {}
        self.owner: dict[str, str] = {}
        self.defined: dict[str, set[str]] = {}
        self.tables: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.kept_imports: list[str] = []
        self.digest = digest(engine, rooms)
        for name, path in vocabularies(engine):
            self._read_vocabulary(name, path)
        for room in rooms:
            self._read_room(room)

    def _read_vocabulary(self, name: str, path: Path) -> None:
        """Take the constants of words.py, params.py or kinds.py; the rest of those is not kernel text."""
        tree = _parse(path)
        found = {}
        for node in tree.body:
            constant = _constant(node, self.constants)
            if constant:
                found[constant[0]] = constant[1]
                self._claim(constant[0], name)
                self.constants[constant[0]] = constant[1]
        self.defined[name] = set(found)

    def _read_room(self, room: str) -> None:
        path = room_path(self.engine, room)
        tree = _parse(path)
        lines = path.read_text(encoding="utf-8").splitlines()
        names: set[str] = set()
        for node in tree.body:
            if _is_import(node):
                self._check_import(room, node)
                _blank(lines, node)
                continue
            constant = _constant(node, self.constants)
            if constant:
                self.constants[constant[0]] = constant[1]
                if _fits_enum(constant[1]):
                    _blank(lines, node)
            names |= _names(node)
        for name in sorted(names - {"__all__"}):
            self._claim(name, room)
        _refuse_long_numbers(room, tree)
        self.defined[room] = names
        self.tables += [match[1] for line in lines if (match := _TABLE.match(line))]
        self.texts.append((room, "\n".join(lines)))

    def _claim(self, name: str, room: str) -> None:
        first = self.owner.setdefault(name, room)
        if first != room:
            raise AmalgamError(f"{name}: defined in {first} and again in {room}; the kernel is one file, rename one")

    def _check_import(self, room: str, node: Any) -> None:
        """Allow what the joined file can honour; refuse the rest, by name."""
        where = f"{room}:{node.lineno}"
        module = getattr(node, "module", None)
        if module is None:
            if [(a.name, a.asname) for a in node.names] != [("numpy", "np")]:
                raise AmalgamError(f"{where}: a room may import numpy as np and nothing else whole")
            self._keep("import numpy as np")
            return
        taken = [alias.name for alias in node.names]
        if any(alias.asname for alias in node.names) or "*" in taken or node.level:
            raise AmalgamError(f"{where}: import names from {module} one by one, in full and unrenamed")
        if module == "dualpower.engine._shim":
            if taken != ["cython"]:
                raise AmalgamError(f"{where}: _shim gives cython and nothing else")
        elif module == "dualpower.errors":
            self._keep(f"from dualpower.errors import {', '.join(taken)}")
        else:
            self._check_source(where, module, taken)

    def _check_source(self, where: str, module: str, taken: list[str]) -> None:
        source = module.removeprefix("dualpower.").removeprefix("engine.")
        if source not in self.defined:
            known = source in self.rooms
            cure = "it comes later in ROOMS; order is meaning" if known else "it is no room of the kernel"
            raise AmalgamError(f"{where}: imports {module}: {cure}")
        for name in taken:
            if name not in self.defined[source]:
                kind = "whole-number constant" if source in VOCABULARIES else "module-level name"
                raise AmalgamError(f"{where}: takes {name} from {module}, which has no such {kind}")

    def _keep(self, line: str) -> None:
        if line not in self.kept_imports:
            self.kept_imports.append(line)

    def text(self) -> str:
        """The joined Python text."""
        parts = ["# Made by dualpower.engine.amalgam from the rooms of the kernel. Edit those.", "import cython"]
        parts += self.kept_imports
        for name, value in sorted(self.constants.items()):
            if self.owner[name] in VOCABULARIES and not _fits_enum(value):
                parts.append(f"{name} = {value!r}")
        for room, text in self.texts:
            parts += [f"# ===== room {room}", text, ""]
        parts += ["COMPILED = cython.compiled", f'SOURCE_DIGEST = "{self.digest}"', ""]
        return "\n".join(parts)

    def place(self, number: int) -> str:
        """Room and line of a line of the joined text, as world.py:42, to point an error at its source."""
        here = "_kernel.py", 0
        for at, line in enumerate(self.text().splitlines()[: number - 1], 1):
            if line.startswith("# ===== room "):
                here = line.removeprefix("# ===== room ").replace(".", "/") + ".py", at
        return f"{here[0]}:{number - here[1]}"

    def pxd(self) -> str:
        """C names of the constants and the typed tables, and what is taken from the C library."""
        whole = [f"    {name} = {value}" for name, value in sorted(self.constants.items()) if _fits_enum(value)]
        parts = ["cdef enum:", *whole] if whole else []
        for name, value in sorted(self.constants.items()):
            if not _fits_enum(value):
                parts.append(f"cdef {_c_type(value)} {name}")
        return "\n".join([*parts, *self.tables, ""])

    def write(self, folder: Path) -> Path:
        """Write _kernel.py and _kernel.pxd into a package skeleton; return the path of the text."""
        package = folder / "dualpower" / "engine"
        package.mkdir(parents=True, exist_ok=True)
        for place in (package.parent, package):
            (place / "__init__.py").touch()
        (package / "_kernel.pxd").write_text(self.pxd(), encoding="utf-8")
        path = package / "_kernel.py"
        path.write_text(self.text(), encoding="utf-8")
        return path


def _parse(path: Path) -> Any:
    import ast

    try:
        return ast.parse(path.read_text(encoding="utf-8"), str(path))
    except SyntaxError as error:
        raise AmalgamError(f"{path.name}:{error.lineno}: not Python: {error.msg}") from None


def _is_import(node: Any) -> bool:
    import ast

    return isinstance(node, ast.Import | ast.ImportFrom)


def _constant(node: Any, known: dict[str, int | float]) -> tuple[str, int | float] | None:
    """Name and value of an ALL_CAPS number written out (or built from such numbers), else None."""
    import ast

    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target: Any = node.targets[0]
    elif isinstance(node, ast.AnnAssign):
        target = node.target
    else:
        return None
    if not isinstance(target, ast.Name) or not _CAPITALS.match(target.id) or node.value is None:
        return None
    value = _number(node.value, known)
    return None if value is None else (target.id, value)


def _number(node: Any, known: dict[str, int | float]) -> int | float | None:
    """Value of a literal, of a known constant, or of + - * << | between them; else None."""
    import ast
    import operator

    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return node.value  # type: ignore[return-value]
    if isinstance(node, ast.Name):
        return known.get(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = _number(node.operand, known)
        return None if value is None else -value
    signs: dict[type, Any] = {
        ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
        ast.LShift: operator.lshift, ast.BitOr: operator.or_,
    }  # fmt: skip
    if isinstance(node, ast.BinOp) and type(node.op) in signs:
        left, right = _number(node.left, known), _number(node.right, known)
        if left is not None and right is not None:
            return signs[type(node.op)](left, right)  # type: ignore[no-any-return]
    return None


def _fits_enum(value: int | float) -> bool:
    return isinstance(value, int) and -(2**31) <= value < 2**31


def _c_type(value: int | float) -> str:
    if isinstance(value, float):
        return "double"
    return "long long" if value < 0 else "unsigned long long"


def _blank(lines: list[str], node: Any) -> None:
    """Empty a statement's lines, keeping their count so that errors still point at the right line."""
    for number in range(node.lineno - 1, node.end_lineno):
        lines[number] = ""


def _names(node: Any) -> set[str]:
    """The module-level names a statement binds, also inside ``if cython.compiled``."""
    import ast

    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    if isinstance(node, ast.Assign):
        return {leaf.id for target in node.targets for leaf in ast.walk(target) if isinstance(leaf, ast.Name)}
    if isinstance(node, ast.AnnAssign):
        return {node.target.id} if isinstance(node.target, ast.Name) else set()
    if isinstance(node, ast.If | ast.For | ast.Try | ast.With):
        inner = [*node.body, *getattr(node, "orelse", [])]
        return {name for child in inner for name in _names(child)}
    return set()


def _refuse_long_numbers(room: str, tree: Any) -> None:
    """Refuse whole numbers beyond 32 bits inside functions: the compiler takes them for Python objects."""
    import ast

    inside = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))
    for node in (leaf for top in inside for leaf in ast.walk(top)):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value >= 2**31:
            cure = "give it a name in capitals at the head of the room"
            raise AmalgamError(f"{room}:{node.lineno}: {node.value} is longer than 32 bits: {cure}")


def extension(folder: Path, engine: Path = ENGINE, rooms: tuple[str, ...] = ROOMS) -> Any:
    """Join, translate to C inside `folder`, and return the setuptools Extension.

    It is optional unless DUALPOWER_REQUIRE names the compiler, so that a machine without one still
    gets the interpreted engine. DUALPOWER_CHECKED=1 keeps the bounds checks in; such a kernel carries the
    same digest. DUALPOWER_QUICK=1 compiles in half the time, for work on the kernel.

    Raises:
        AmalgamError: the rooms cannot be joined.
        Cython.Compiler.Errors.CompileError: the joined text does not translate.
    """
    import Cython.Build
    from setuptools import Extension

    cythonize: Any = Cython.Build.cythonize

    path = Amalgam(engine, rooms).write(folder)
    directives = dict(DIRECTIVES, boundscheck=os.environ.get("DUALPOWER_CHECKED") == "1")
    flags = [] if sys.platform == "win32" else list(FLAGS)
    if flags and os.environ.get("DUALPOWER_QUICK") == "1":
        flags.append("-O1")  # the last one counts: the same bits, compiled sooner, run slower
    # setuptools asks for '/' in source paths, on every system
    plain = Extension(MODULE, [path.as_posix()], extra_compile_args=flags)
    made = cythonize([plain], compiler_directives=directives, force=True, quiet=True)[0]
    _mark_constructors_cold(Path(made.sources[0]))
    # cythonize drops the flag, so it is set afterwards
    made.optional = "compiler" not in os.environ.get("DUALPOWER_REQUIRE", "")
    return made


def _mark_constructors_cold(path: Path) -> None:
    """Tell the C compiler that constructors run once.

    They hold a sixth of the C text (one conversion for each table of the world), and polishing them took two
    fifths of the compile time. The macro is Cython's own; where it means nothing, nothing changes.
    """
    text = path.read_text(encoding="utf-8")
    found = r"^(static int __pyx_pf_\w+___init__\([^;{]*\) \{)"
    path.write_text(re.sub(found, r"CYTHON_SMALL_CODE \1", text, flags=re.MULTILINE), encoding="utf-8")


def compile_inplace(folder: Path, engine: Path = ENGINE, rooms: tuple[str, ...] = ROOMS) -> Path:
    """Compile the kernel in `folder` and put the result next to the sources; return its path.

    The last step is a rename, because other processes may be running the file that is replaced.
    """
    import shutil

    from setuptools import Distribution

    made = extension(folder, engine, rooms)
    made.optional = False
    command = Distribution({"name": "dualpower", "ext_modules": [made]}).get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    product = Path(command.get_ext_fullpath(MODULE))
    target = engine / product.name
    passing = target.with_suffix(f".{os.getpid()}.new")
    shutil.copy2(product, passing)
    os.replace(passing, target)
    return target


def main(arguments: list[str]) -> int:
    """Print the joined text, or with --inplace compile it. Errors point into the rooms."""
    import contextlib
    import io
    import tempfile
    import time

    said = io.StringIO()
    start = time.perf_counter()
    try:
        joined = Amalgam()
        if "--inplace" not in arguments:
            sys.stdout.write(joined.text())
            return 0
        with tempfile.TemporaryDirectory(prefix="dualpower-") as folder, contextlib.redirect_stderr(said):
            target = compile_inplace(Path(folder))
    except AmalgamError as error:
        print(f"amalgam: {error}", file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - whatever the compilers raise is reported the same way
        print(_in_rooms(said.getvalue(), joined), file=sys.stderr)
        print(f"amalgam: {type(error).__name__}: {error}; nothing was replaced", file=sys.stderr)
        return 1
    print(_in_rooms(said.getvalue(), joined), end="", file=sys.stderr)
    print(f"{target.name} in {time.perf_counter() - start:.1f} s")
    return 0


def _in_rooms(said: str, joined: Amalgam) -> str:
    """What the compiler said, with lines of the joined text named as lines of the rooms."""
    return re.sub(r"\S*_kernel\.py:(\d+)", lambda match: joined.place(int(match[1])), said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
