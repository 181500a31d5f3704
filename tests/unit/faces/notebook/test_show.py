"""What a notebook shows: tables, pictures, the player without a network, none of it too large."""

import html
import re

import pytest

import dualpower as dp
from dualpower.faces.notebook import frame, show, sketch


@pytest.fixture(scope="module")
def told():
    return dp.tell("kremlin-call", seed=7, run=3, language="pl")


def test_a_scenario_shows_its_map_and_its_units():
    city = dp.load("kremlin-call")
    text = city._repr_html_()
    assert "The call to the Kremlin" in text and "<svg" in text and "leans to" in text
    assert all(html.escape(site.title["en"]) in text for site in city.scenario.sites.values() if site.at)


def test_a_large_scenario_stays_small():
    text = dp.load("moscow-1917")._repr_html_()
    assert len(text) < 200_000 and "smaller units" in text


def test_a_result_shows_every_ending_with_its_interval():
    result = dp.simulate("kremlin-call", runs=40, seed=7)
    text = result._repr_html_()
    rows = result.outcomes().rows()
    assert all(f"{row['share']:.0%}" in text and f"({row['low']:.0%}" in text for row in rows)
    assert "as it happened" in text and "40 histories, seed 7" in text


def test_a_finding_shows_its_sentence_its_table_and_how_sure():
    found = dp.score("kremlin-call", runs=30, seed=7)
    text = found._repr_html_()
    assert html.escape(found.sentence) in text and html.escape(found.sure) in text
    assert text.count("<tr>") == len(found.table) + 1 and "{" not in text


def test_a_run_shows_itself_in_a_frame_that_needs_no_network(told):
    text = told._repr_html_()
    (inside,) = re.findall(r'srcdoc="([^"]*)"', text)
    page = html.unescape(inside)
    assert 'sandbox="allow-scripts"' in text and "allow-same-origin" not in text
    assert "default-src 'none'" in page and 'id="page-data-gz"' in page and '<html lang="pl"' in page
    assert re.findall(r"https?://(?!www\.w3\.org)[\w-]+\.[\w.-]+", page) == []
    assert len(text) < 400_000


def test_a_run_that_is_too_long_says_so(told, monkeypatch):
    monkeypatch.setattr(frame, "MOST", 1_000)
    text = told._repr_html_()
    assert "<iframe" not in text and "dualpower report" in text


def test_a_story_of_elsewhere_has_no_film(told):
    from dataclasses import replace

    assert "<iframe" not in replace(told, whole=None)._repr_html_()
    assert replace(told, whole=None) == told  # how it is filmed is no part of what it says


def test_what_is_written_by_others_is_harmless():
    rows = [("<script>alert(1)</script>", 0.5, 0.4, 0.6, False)]
    assert "<script>" not in sketch.bars(rows)
    assert "<script>" not in sketch.city([("<script>", 37.6, 55.7, 0)], [], title='"><script>')
    assert "<script>" not in show.table(["<script>"], [["<script>"]])


def test_a_map_without_places_is_nothing():
    assert sketch.city([], [], title="") == ""
