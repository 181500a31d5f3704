"""What every test may count on: clean switches, the kernel both ways, and no silent skip on the build machine."""

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest

WANTS = {
    "compiler": re.compile(r"compil", re.IGNORECASE),
    "node": re.compile(r"\bnode\b|\bnpm\b", re.IGNORECASE),
    "browser": re.compile(r"\bbrowser\b|chromium", re.IGNORECASE),
}
"""What DUALPOWER_REQUIRE may name, and how a skip for want of it reads."""


def required() -> list[str]:
    return [word for word in re.split(r"[,\s]+", os.environ.get("DUALPOWER_REQUIRE", "")) if word]


def refused(reason: object) -> bool:
    """Whether a skip for this reason is a failure here."""
    return any(word in WANTS and WANTS[word].search(str(reason)) for word in required())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[Any]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and refused(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"DUALPOWER_REQUIRE={os.environ['DUALPOWER_REQUIRE']}: skipped, {report.longrepr[-1]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[Any]:
    report = yield
    if report.outcome == "skipped" and refused(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"DUALPOWER_REQUIRE={os.environ['DUALPOWER_REQUIRE']}: skipped, {report.longrepr[-1]}"
    return report


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="run the tests marked slow as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave slow tests to the court, unless asked by --slow or by -m."""
    if config.getoption("--slow") or "slow" in (config.getoption("-m") or ""):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


@pytest.fixture(scope="session")
def compiled() -> Any:
    """The compiled kernel; skips (fails on the build machine) where there is none for these sources."""
    from dualpower.engine import build

    if not build.status().is_compiled:
        pytest.skip(f"no compiled kernel: {build.status().reason}")
    return build.kernel()


@pytest.fixture(scope="session")
def interpreted() -> Any:
    """The same text, interpreted."""
    from dualpower.engine import build

    return build.kernel(interpreted=True)
