"""The studio's page: built from the sources beside it, served with its screens, nothing inline, no host named."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
STATIC = ROOT / "src" / "dualpower" / "faces" / "studio" / "static"
NOTEBOOK = ROOT / "src" / "dualpower" / "faces" / "notebook"
PAGE = ROOT / "src" / "dualpower" / "faces" / "page"


def made(folder, name="built.json"):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def test_all_that_was_built_was_built_at_once():
    # test_template.py compares the digest of the template with web/ as it is
    assert made(STATIC)["sources"] == made(NOTEBOOK)["sources"] == made(PAGE, "template.json")["sources"]


def test_the_files_are_those_that_were_built():
    there = {path.name: path.stat().st_size for path in (STATIC / "assets").iterdir()}
    assert there == made(STATIC)["files"]


def test_the_editor_is_loaded_later():
    first = re.findall(r'(?:src|href)="/assets/([^"]+)"', (STATIC / "index.html").read_text(encoding="utf-8"))
    assert first and not any(name.startswith("write-") for name in first)
    assert any(path.name.startswith("write-") for path in (STATIC / "assets").iterdir())


def test_nothing_is_inline_and_no_host_is_named():
    index = (STATIC / "index.html").read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*\bsrc=)", index) == [] and "style=" not in index
    for path in STATIC.rglob("*"):
        if path.is_file():
            text = re.sub(r"http://www\.w3\.org/[\w./]*", "", path.read_text(encoding="utf-8"))
            assert re.findall(r"https?://[\w-]+\.[\w.-]+", text) == [], path.name
            assert not re.search(r"\beval\(|new Function\(", text), path.name


@pytest.mark.parametrize("address", ["/", "/experiments", "/scenarios/kremlin-call", "/compare?first=a&second=b"])
def test_every_screen_has_an_address(studio, address):
    answer = studio.get(address)
    assert answer.status_code == 200 and "<!doctype html>" in answer.text.lower()
    assert answer.headers["content-type"].startswith("text/html") and answer.headers["cache-control"] == "no-cache"
    assert "script-src 'self'" in answer.headers["content-security-policy"]


def test_a_file_is_kept_by_the_browser_for_its_name_holds_its_digest(studio):
    name = next(iter(made(STATIC)["files"]))
    answer = studio.get(f"/assets/{name}")
    assert answer.status_code == 200 and "immutable" in answer.headers["cache-control"]
    assert len(answer.content) == made(STATIC)["files"][name]
    assert studio.head(f"/assets/{name}").content == b""


@pytest.mark.parametrize(
    "address",
    [
        "/assets/none.js",
        "/assets/../app.py",
        "/assets/%2e%2e/app.py",
        "/..%2f..%2fapp.py",
        "/studio.sqlite",
        "/built.json",
    ],
)
def test_nothing_else_of_the_disk_is_served(studio, address):
    answer = studio.get(address)
    assert answer.status_code == 404 or "<!doctype html>" in answer.text.lower()
    assert "import" not in answer.text and "SQLite" not in answer.text and "sources" not in answer.text


def test_an_address_that_is_no_screen_is_refused_in_words(studio):
    answer = studio.get("/nowhere")
    assert answer.status_code == 404 and answer.json()["hint"] == "the studio begins at /"


def test_an_unknown_address_of_the_api_is_no_screen(studio):
    answer = studio.get("/api/nothing")
    assert answer.status_code == 404 and answer.json()["code"] == "E902"
    assert studio.post("/nothing", json={}).status_code == 404
