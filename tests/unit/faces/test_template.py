"""The built page that the package carries: made from the sources beside it, small, and naming no host."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
WEB, PAGE = ROOT / "web", ROOT / "src" / "dualpower" / "faces" / "page"
STAMP = json.loads((PAGE / "template.json").read_text(encoding="utf-8"))
TEMPLATE = (PAGE / "template.html").read_text(encoding="utf-8")


def code():
    """The page's own code, which is sent packed."""
    (packed,) = re.findall(r'<script type="application/octet-stream" id="code-gz">([^<]+)</script>', TEMPLATE)
    return gzip.decompress(base64.b64decode(packed)).decode()


def sources():
    named = re.search(r"const SOURCES = (\[.*?\]);", (WEB / "stamp.mjs").read_text(encoding="utf-8"))
    found = [
        file
        for name in json.loads(named.group(1))
        for file in ([WEB / name] if (WEB / name).is_file() else (WEB / name).rglob("*"))
        if file.is_file()
    ]
    return sorted((file.relative_to(WEB).as_posix(), file) for file in found)


@pytest.mark.skipif(not WEB.is_dir(), reason="the sources of the page are not in this copy")
def test_the_page_was_built_from_the_sources_beside_it():
    lines = "".join(f"{name} {hashlib.sha256(file.read_bytes()).hexdigest()}\n" for name, file in sources())
    made = hashlib.sha256(lines.encode()).hexdigest()
    assert made == STAMP["sources"], "web/ has changed since: cd web && npm ci && npm run build"


def test_the_page_is_the_one_that_was_built():
    assert hashlib.sha256(TEMPLATE.encode()).hexdigest() == STAMP["template"]


def test_the_page_is_small_as_it_is_sent_and_unpacked():
    packed, unpacker = re.search(
        r'(<script type="application/octet-stream".*?</script>)(<script>.*?</script>)', TEMPLATE, re.DOTALL
    ).groups()
    plain = TEMPLATE.replace(packed + unpacker, f'<script type="module" crossorigin>{code()}</script>')
    assert len(TEMPLATE.encode()) == STAMP["bytes"] <= 250_000
    assert len(plain.encode()) == STAMP["plain"] <= 250_000


def test_the_page_names_no_host_and_lets_nothing_in():
    # the namespaces of the web's own formats are names and are never fetched
    rest = re.sub(r"http://www\.w3\.org/[\w./]*", "", TEMPLATE + code())
    assert re.findall(r"https?://[\w.-]+", rest) == []
    assert "default-src 'none'" in TEMPLATE
    assert not re.search(r"\beval\(|new Function\(", TEMPLATE + code())


def test_the_code_is_all_there_and_ends_no_element():
    assert code().count("page-data-gz") == 1
    assert "</script" not in code().lower()


def test_the_data_have_their_place():
    assert TEMPLATE.count("<title>dualpower</title>") == 1
    assert '<html lang="en"' in TEMPLATE and TEMPLATE.rstrip().endswith("</html>")
