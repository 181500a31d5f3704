from typing import Any

import pytest
from unit.ensemble import fake

from dualpower.ensemble import execute


@pytest.fixture(autouse=True)
def fake_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execute, "load_engine", fake.engine)


@pytest.fixture
def problem() -> Any:
    return fake.Problem()
