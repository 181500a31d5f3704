"""The page's types are made from the program's own contract, and are not stale."""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
pytestmark = pytest.mark.skipif(not WEB.is_dir(), reason="the sources of the page are not in this copy")


def test_the_document_is_the_contract_of_today() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "write_openapi.py"))["text"]()
    assert (WEB / "openapi.json").read_text(encoding="utf-8") == made, "python tools/write_openapi.py; npm run types"


def test_every_part_of_the_document_has_its_type() -> None:
    parts = json.loads((WEB / "openapi.json").read_text(encoding="utf-8"))["components"]["schemas"]
    types = (WEB / "src" / "api.d.ts").read_text(encoding="utf-8")
    for name, part in parts.items():
        assert re.search(rf"^        {name}: {{", types, flags=re.MULTILINE), name
        for field in part["properties"]:
            assert re.search(rf"^            {field}\??: ", types, flags=re.MULTILINE), f"{name}.{field}"
