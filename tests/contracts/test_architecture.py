"""The laws of the house that a machine can check: imports, what the engine may know, what a commit may hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "dualpower"
PLACELESS = ("engine", "compiler", "ensemble", "analysis")
ERA_WORDS = re.compile(r"moscow|petrograd|kremlin|bolshevik|1917|soviet|lenin|kerensky", re.IGNORECASE)
# The pieces are joined here so that this file does not hold what it forbids.
INDEX_HOSTS = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "npm" + "js", "/simple" + "/", "index-" + "url"])
)
MACHINE_PATHS = re.compile("(?<![\\w./-])/(?:work|root|farm|home/[a-z]+|opt/pypi)/")
TEXT = {".py", ".toml", ".md", ".txt", ".yaml", ".yml", ".json", ".cff", ".in", ".sh", ".geojson", ".svg", ".csv", ""}

# One line for each table of numbers, in order: lists, not logic.
LISTS = {("case.py", "__init__"), ("world.py", "__init__")}


def sources(*folders: str) -> list[Path]:
    roots = [PACKAGE / folder for folder in folders] if folders else [PACKAGE]
    return sorted(path for root in roots for path in root.rglob("*.py"))


def tracked() -> list[Path]:
    """Files that git tracks; without git (an unpacked archive), everything that is not built."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        paths = [ROOT / name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        built = {".git", ".venv", "build", "dist", "results", "__pycache__"}
        paths = [path for path in ROOT.rglob("*") if not built & set(path.relative_to(ROOT).parts)]
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


def hits(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Where the pattern occurs, as file:line: text."""
    found = []
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}")
    return found


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = path.relative_to(PACKAGE.parent).with_suffix("").parts[: -node.level] if node.level else ()
            base = ".".join([*package, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def test_imports_point_one_way() -> None:
    check = "from importlinter.cli import lint_imports_command as c; c()"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_engine_imports_words_errors_and_itself_alone() -> None:
    allowed = re.compile(r"dualpower\.(words|errors|engine)\b|dualpower$")
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources("engine")
        for name in imported(path)
        if name.split(".")[0] == "dualpower" and not allowed.match(name)
    ]
    assert wrong == []


def test_mechanisms_do_not_import_each_other() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in sources("engine/mechanisms")
        for name in imported(path)
        if name.startswith("dualpower.engine.mechanisms.")
    ]
    assert wrong == []


def test_nothing_below_the_faces_knows_a_screen() -> None:
    below = [
        path for path in sources() if "faces" not in path.relative_to(PACKAGE).parts and path.name != "__main__.py"
    ]
    wrong = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in below
        for name in imported(path)
        if name.split(".")[0] in {"click", "rich", "fastapi"}
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", PLACELESS)
def test_no_era_city_or_party_is_known_here(folder: str) -> None:
    assert hits(ERA_WORDS, sources(folder)) == []


def test_no_package_index_is_named_in_the_tree() -> None:
    assert hits(INDEX_HOSTS, tracked()) == []


def test_no_path_of_one_machine_is_named_in_the_tree() -> None:
    assert hits(MACHINE_PATHS, tracked()) == []


def test_no_binary_and_no_lock_that_names_hosts_is_tracked() -> None:
    names = [path.name for path in tracked()]
    assert [name for name in names if name in {"uv.lock", "poetry.lock", "pylock.toml", "Pipfile.lock"}] == []
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    assert re.findall(r"^.*\.(?:so|pyd|pyc|c|o)$", listed, re.MULTILINE) == []


def test_every_pinned_package_has_a_hash() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
        assert entries, path.name
        assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == [], path.name


def test_build_requirements_are_pinned_alike_in_both_places() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    assert sorted(wanted) == sorted((ROOT / "requirements" / "build.in").read_text(encoding="utf-8").split())
    assert all("==" in requirement for requirement in wanted)


def test_public_names_are_few_and_all_there() -> None:
    import dualpower

    assert 0 < len(dualpower.__all__) <= 30
    assert [name for name in dualpower.__all__ if not hasattr(dualpower, name)] == []
    assert set(dualpower.__all__) <= set(dir(dualpower))


def test_every_package_folder_is_a_package() -> None:
    folders = {path.parent for path in sources()}
    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


def test_the_longest_function_is_printed_and_bearable(capsys: pytest.CaptureFixture[str]) -> None:
    lengths = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (path.name, node.name) not in LISTS:
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                lengths.append((length, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"))
    lengths.sort(reverse=True)
    with capsys.disabled():
        print(f"\nlongest function: {lengths[0][1]}, {lengths[0][0]} lines")
    assert lengths[0][0] <= 100, lengths[:5]
