"""The search for garbage waits while a scenario is read, and goes on afterwards whatever happened."""

import gc

import pytest

from dualpower.errors import ScenarioError
from dualpower.heap import growing
from dualpower.scenario import resolve


def test_nothing_is_searched_within():
    assert gc.isenabled()
    with growing():
        assert not gc.isenabled()
        with growing():
            assert not gc.isenabled()
        assert not gc.isenabled(), "an inner block leaves the outer one alone"
    assert gc.isenabled()


def test_who_had_switched_it_off_finds_it_off():
    gc.disable()
    try:
        with growing():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_goes_on_after_an_error(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(resolve, "read", lambda path: seen.append(gc.isenabled()) or real(path))
    bad = tmp_path / "bad.yaml"
    bad.write_text("id: bad\n", encoding="utf-8")
    with pytest.raises(ScenarioError):
        resolve.load(bad)
    assert seen == [False]
    assert gc.isenabled()


real = resolve.read
