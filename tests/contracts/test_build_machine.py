"""The build machine is strict: what it must have is not skipped, and what it runs is what the README says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = """
import pytest

def test_needs_a_compiler():
    pytest.skip("no compiled kernel: not on this machine")

def test_needs_something_else():
    pytest.skip("pandas is not installed")

@pytest.mark.slow
def test_long():
    raise AssertionError("the court's business")
"""


def outcome(folder: Path, *options: str, **switches: str) -> str:
    """Last line of pytest on the cases above, under the project's conftest."""
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "conftest.py")
    (folder / "test_cases.py").write_text(CASES)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = slow: long\n")
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("DUALPOWER_", "PYTEST_"))}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(folder)]
    done = subprocess.run(command, env=bare | switches, capture_output=True, text=True, check=False, cwd=folder)
    return done.stdout.strip().splitlines()[-1]


def test_without_a_demand_a_skip_is_a_skip(tmp_path: Path) -> None:
    assert "2 skipped, 1 deselected" in outcome(tmp_path)


def test_a_skip_for_want_of_a_required_compiler_is_a_failure(tmp_path: Path) -> None:
    assert "1 failed, 1 skipped, 1 deselected" in outcome(tmp_path, DUALPOWER_REQUIRE="compiler")


def test_a_file_skipped_for_want_of_a_required_compiler_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "test_more.py").write_text("import pytest\npytest.skip('no C compiler', allow_module_level=True)\n")
    assert "1 error" in outcome(tmp_path, DUALPOWER_REQUIRE="compiler")


@pytest.mark.parametrize(
    ("want", "reason"),
    [("node", "node or npm is not installed"), ("browser", "no browser: chromium is not installed")],
)
def test_a_skip_for_want_of_node_or_a_browser_is_a_failure_where_they_are_required(
    tmp_path: Path, want: str, reason: str
) -> None:
    (tmp_path / "test_more.py").write_text(f"import pytest\ndef test_page():\n    pytest.skip({reason!r})\n")
    assert "3 skipped" in outcome(tmp_path)
    assert "1 failed, 2 skipped" in outcome(tmp_path, DUALPOWER_REQUIRE=want)


def test_the_build_machine_requires_what_the_page_needs() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "export DUALPOWER_REQUIRE=compiler,node,browser" in script
    assert "chromium" in script and "npm" in script


def test_slow_tests_run_when_asked(tmp_path: Path) -> None:
    assert "1 failed, 2 skipped" in outcome(tmp_path, "--slow")


def test_the_build_machine_calls_the_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^make test ", script, re.MULTILINE)
    assert "-m pytest" not in script
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.parametrize("goal", ["moscow", "test"])
def test_make_knows_the_two_commands(goal: str) -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    done = subprocess.run(["make", "-n", goal], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wanted = {"moscow": "simulate moscow-1917 --runs auto --seed 1917 -o results/", "test": "-m pytest"}
    assert wanted[goal] in done.stdout
