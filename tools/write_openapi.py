"""Write the page's contract as an OpenAPI document: python tools/write_openapi.py [web/openapi.json].

The types of the page (web/src/api.d.ts) are generated from it by ``npm run types``, so a field that changes
in telling/page/contract.py breaks the page's build and not its readers. ``--check`` writes nothing and says
with exit code 1 whether the file is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from dualpower.telling.page.contract import Page

PATH = Path(__file__).parent.parent / "web" / "openapi.json"


def document() -> dict[str, Any]:
    """Return the OpenAPI document that holds Page and all its parts as they are written."""
    schema = Page.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    parts = schema.pop("$defs")
    return {
        "openapi": "3.1.0",
        "info": {"title": "dualpower page", "version": "1"},
        "paths": {},
        "components": {"schemas": {"Page": schema, **parts}},
    }


def text() -> str:
    """Return the document as it is written."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write the document, or check it; returns the exit code."""
    names = [a for a in arguments if not a.startswith("-")]
    path = Path(names[0]) if names else PATH
    if "--check" in arguments:
        return int(not path.exists() or path.read_text(encoding="utf-8") != text())
    path.write_text(text(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
