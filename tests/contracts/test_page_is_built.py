"""The page that the package carries is what its sources make, byte for byte; the sources are sound by their own checks.

Node is asked only here: whoever uses the program, or has no Node, needs none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = Path("src") / "dualpower" / "faces" / "page"
NEWEST_NEEDED = (20, 19)


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of web/ with its packages installed from the lock; skips where there is no Node for it."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node or npm is not installed")
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    if tuple(int(part) for part in version.strip().lstrip("v").split(".")[:2]) < NEWEST_NEEDED:
        pytest.skip(f"node {version.strip()} is too old: 20.19 is needed")
    home = tmp_path_factory.mktemp("web")
    shutil.copytree(ROOT / "web", home / "web", ignore=shutil.ignore_patterns("node_modules", "dist"))
    shutil.copytree(ROOT / "src" / "dualpower" / "data" / "text", home / "src" / "dualpower" / "data" / "text")
    done = npm(home / "web", "ci", "--prefer-offline")
    if done.returncode:
        pytest.skip(f"npm cannot install the packages of web/: {done.stderr.strip()[-300:]}")
    return home / "web"


def npm(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "NODE_OPTIONS"} | {"CI": "1", "NO_COLOR": "1"}
    return subprocess.run(["npm", *words], cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_page_of_the_package_is_what_its_sources_make(web: Path) -> None:
    done = npm(web, "run", "build")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    for name in ("template.html", "template.json"):
        made, kept = web.parent / PAGE / name, ROOT / PAGE / name
        assert made.read_bytes() == kept.read_bytes(), f"{name}: cd web && npm ci && npm run build, then commit it"


def test_its_types_are_sound(web: Path) -> None:
    done = npm(web, "run", "check")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_its_own_tests_pass(web: Path) -> None:
    done = npm(web, "run", "test")
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def test_its_lock_names_no_host(web: Path) -> None:
    lock = (web / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert (web / ".npmrc").read_text(encoding="utf-8").startswith("omit-lockfile-registry-resolved=true")
