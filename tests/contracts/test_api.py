"""The studio's API under fire: whatever is sent, it keeps its contract and never fails (schemathesis)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from dualpower.faces.studio.app import create_app
from dualpower.faces.studio.limits import Limits

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    schemathesis = pytest.importorskip("schemathesis")
    from starlette.testclient import TestClient

from hypothesis import HealthCheck, given, settings

ROOT = Path(__file__).resolve().parents[2]
HOSTS = ("127.0.0.1", "localhost", "testserver")
SLOW = ("watch_experiment",)  # a stream has its own test
EXAMPLES = 12
OPERATIONS = [
    what["operationId"]
    for methods in json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))["paths"].values()
    for what in methods.values()
]
FEW = Limits(runs=40, experiments=60, scenarios=20, waiting=5, thinking=30)


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    made = create_app(tmp_path_factory.mktemp("fire"), hosts=HOSTS, limits=FEW)
    with TestClient(made) as client:  # its life: the queue runs while it is under fire
        client.post("/api/scenarios", json={"id": "mine"})
        for _ in range(2):
            client.post("/api/experiments", json={"scenario": "kremlin-call", "runs": 10})
        yield made


@pytest.fixture(scope="module")
def operations(app):
    async def living(scope, receive, send):
        """The app without its beginning and end: it lives already."""
        if scope["type"] != "lifespan":
            return await app(scope, receive, send)
        for kind in ("startup", "shutdown"):
            await receive()
            await send({"type": f"lifespan.{kind}.complete"})
        return None

    found = schemathesis.openapi.from_asgi("/api/openapi.json", living)
    return {one.ok().definition.raw["operationId"]: one.ok() for one in found.get_all_operations()}


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name not in SLOW])
def test_whatever_is_sent_the_contract_is_kept(operations, name):
    operation = operations[name]

    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    def fire(case):
        case.call_and_validate()

    fire()


def test_the_description_names_every_refusal(app):
    document = app.openapi()
    for path, methods in document["paths"].items():
        for method, what in methods.items():
            codes = set(what["responses"])
            assert {"400", "401", "403", "413", "422", "429", "503"} <= codes, f"{method} {path}"
            assert what["operationId"] and what.get("description"), f"{method} {path}"


def test_the_description_holds_the_page_and_all_its_parts(app):
    parts = set(app.openapi()["components"]["schemas"])
    assert {"Page", "Film", "Ensemble", "Evidence", "WhatIf", "Experiment", "Comparison", "Trouble"} <= parts


def test_the_types_of_the_page_are_those_of_the_program():
    """web/openapi.json is what ``npm run types`` makes web/src/api.d.ts of."""
    command = [sys.executable, str(ROOT / "tools" / "write_openapi.py"), "--check"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"stale: python tools/write_openapi.py && cd web && npm run types {done.stderr}"


def test_the_types_were_made_of_that_description():
    import re

    document = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))
    types = (ROOT / "web" / "src" / "api.d.ts").read_text(encoding="utf-8")
    for name, part in document["components"]["schemas"].items():
        (body,) = re.findall(
            rf"^        {re.escape(name)}: \{{\n(.*?)^        \}};", types, re.DOTALL | re.MULTILINE
        ) or [None]
        assert body is not None, f"{name} is not in api.d.ts: cd web && npm run types"
        for field in part.get("properties", {}):
            assert re.search(rf"^            {field}\??:", body, re.MULTILINE), (
                f"{name}.{field}: cd web && npm run types"
            )
