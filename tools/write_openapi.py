"""Write the studio's OpenAPI document: python tools/write_openapi.py [web/openapi.json].

The types of the page (web/src/api.d.ts) are generated from it by ``npm run types``, so a field that changes
in telling/page/contract.py or in a route breaks the page's build and not its readers. It holds every form that
goes over the wire, ``Page`` with all its parts among them. ``--check`` writes nothing and says with exit code 1
whether the file is stale.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from dualpower.faces.studio.app import create_app

PATH = Path(__file__).parent.parent / "web" / "openapi.json"


def document() -> dict[str, Any]:
    """Return the OpenAPI document of a studio; its version is left out, so that a release does not make it stale."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Path(folder))
        try:
            found = app.openapi()
        finally:
            app.state.desk.close()
    found["info"]["version"] = "1"
    return found


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
