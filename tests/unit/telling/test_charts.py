"""Pictures: what a figure says in plain text, and what is drawn of it; parsed, not looked at."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

import dualpower as dp
from dualpower.analysis.finding import Finding
from dualpower.errors import DualpowerError, MissingPackageError
from dualpower.telling import charts
from dualpower.telling.axes import percent, percents, points
from dualpower.telling.figure import Figure, check_drawable

DECISIONS = [
    {"id": "gate", "title": {"en": "Is the gate opened?"}, "shift": 0.31, "low": 0.26, "high": 0.36, "group": 1},
    {"id": "wire", "title": {"en": "Is the wire cut?"}, "shift": 0.12, "low": 0.08, "high": 0.16, "group": 2},
    {"id": "guns", "title": {"en": "Are the guns fetched?"}, "shift": -0.02, "low": -0.07, "high": 0.03, "group": 2},
]


@pytest.fixture(scope="module")
def histories() -> Any:
    return dp.simulate("kremlin-call", runs=60, seed=7)


def factors() -> Finding:
    """A ranking as the analysis hands it back: luck, a parameter with ends, a group without."""
    shared = {"first": 0.1, "first_low": 0.0, "first_high": 0.2, "shift": None}
    ends = {"low_end": "1", "high_end": "3", "at_low": 0.3, "at_low_half": 0.05, "at_high": 0.6, "at_high_half": 0.04}
    none = dict.fromkeys(("at_low", "at_low_half", "at_high", "at_high_half")) | {"low_end": "", "high_end": ""}
    names = (
        ("luck", "luck", "Luck", none),
        ("param.phi", "parameter", "Friction", ends),
        ("claims.x", "claims", "Evidence: men", none),
    )
    sizes = ((0.8, 0.7, 0.9), (0.4, 0.3, 0.5), (0.1, 0.0, 0.2))
    rows = tuple(
        {"id": i, "kind": kind, "title": title, "effect": effect, "low": low, "high": high, "group": n, **shared, **led}
        for n, ((i, kind, title, led), (effect, low, high)) in enumerate(zip(names, sizes, strict=True), 1)
    )
    facts = {"method": "sobol", "unit": "share", "mean": 0.45, "what_title": "The gate opens", "outcome": "open"}
    return Finding(rows, "Mostly luck.", "It rests on 900 histories.", facts, rows="factors")


def texts(svg: str) -> list[str]:
    """All words of a picture, in the order in which they are drawn."""
    root = ElementTree.fromstring(svg)  # noqa: S314, drawn a moment ago
    return ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]


def marks(spec: Any) -> Iterator[str]:
    """All kinds of mark in a specification, however deep."""
    if isinstance(spec, dict):
        mark = spec.get("mark")
        if mark is not None:
            yield mark["type"] if isinstance(mark, dict) else mark
        for value in spec.values():
            yield from marks(value)
    elif isinstance(spec, list):
        for item in spec:
            yield from marks(item)


def values(spec: Any) -> Iterator[dict[str, Any]]:
    """All rows that are drawn, wherever they are written."""
    if isinstance(spec, dict):
        for key, value in spec.items():
            if key == "values" and isinstance(value, list):
                yield from (row for row in value if isinstance(row, dict))
            else:
                yield from values(value)
    elif isinstance(spec, list):
        for item in spec:
            yield from values(item)


# --- what is shown


def test_the_endings_are_in_words_and_history_s_own_is_marked(histories: Any) -> None:
    spec = charts.draw_outcomes(histories).spec()
    rows = {row["id"]: row for row in values(spec) if "id" in row}
    assert set(rows) == {"yielded", "stormed", "held"}
    assert rows["yielded"]["label"] == "The Kremlin yields without an assault (what happened in history)"
    assert [name for name, row in rows.items() if row["strong"]] == ["yielded"]
    for row in histories.outcomes():
        drawn = rows[row["outcome"]]
        assert (drawn["low"], drawn["value"], drawn["high"]) == pytest.approx(
            (100 * row["low"], 100 * row["share"], 100 * row["high"])
        )


def test_the_bars_have_intervals_and_the_fans_three_depths(histories: Any) -> None:
    bars, *fans = charts.draw_outcomes(histories).panels
    assert bars.kind == "bars" and [fan.kind for fan in fans] == ["fan", "fan"]
    assert len({fan.scale["top"] for fan in fans}) == 1, "two fans beside each other share their height"
    drawn = list(marks(charts.draw_outcomes(histories).spec()))
    assert drawn.count("bar") == 1 and drawn.count("area") == 4 and drawn.count("line") == 2 and "rule" in drawn


def test_the_fan_s_quantiles_are_the_result_s(histories: Any) -> None:
    fan = charts.fan_panel(histories, "district", "District command")
    curve = histories.curves("held.district")
    assert [row["q50"] for row in fan.rows] == pytest.approx(list(curve["q50"]))
    assert fan.title == "Sites held by the District command"
    assert next(iter(fan.scale["hours"].values())).startswith("28 Oct")


def test_who_holds_a_place_always_sums_to_all_histories(histories: Any) -> None:
    (panel,) = charts.draw_holding(histories, ["kremlin"]).panels
    by_hour: dict[float, float] = {}
    for row in panel.rows:
        by_hour[row["hour"]] = by_hour.get(row["hour"], 0.0) + row["high"] - row["low"]
    assert list(by_hour.values()) == pytest.approx([100.0] * len(by_hour))
    assert panel.rows[0]["high"] == pytest.approx(100 * (histories.holders("kremlin")[:, 0] == 0).mean())
    with pytest.raises(KeyError):
        charts.draw_holding(histories, ["nowhere"])


def test_marks_stand_beside_the_record_on_the_calendar_s_axis(histories: Any) -> None:
    city = dp.load("kremlin-call")
    finding = dp.score(dp.load("kremlin-call"), result=histories, baseline_runs=0)
    figure = charts.draw_marks(finding, city)
    rows = {row["id"]: row for panel in figure.panels for row in panel.rows}
    assert set(rows) == {mark["id"] for mark in finding.table}
    for mark in finding.table:
        assert rows[mark["id"]]["strong"] == mark["inside"]
        if mark["kind"] == "time":
            assert rows[mark["id"]]["mark"] == pytest.approx(mark["observed"])
            assert rows[mark["id"]]["text"].startswith("record: 28 Oct")


def test_pivots_are_ranked_and_those_not_told_apart_say_so() -> None:
    figure = charts.draw_pivots(DECISIONS, title="Which decisions mattered", what="the gate opens")
    rows = list(figure.panels[0].rows)
    assert [row["text"] for row in rows] == [
        "+31.0 points (rank 1)",
        "+12.0 points (ranks 2 to 3: not told apart)",
        "–2.0 points (ranks 2 to 3: not told apart)",
    ]
    assert [row["strong"] for row in rows] == [True, True, False], "an interval over zero moves nothing for sure"
    assert "the gate opens" in figure.panels[0].axis
    low, high = figure.panels[0].scale["domain"]
    assert low < -7 and high > 36


def test_a_decision_that_may_be_chance_is_not_heavy_whatever_its_own_interval() -> None:
    rows = [{**row, "seen": row["id"] == "gate"} for row in DECISIONS]
    figure = charts.draw_pivots(rows, title="Which decisions mattered", level=0.9)
    assert [row["strong"] for row in figure.panels[0].rows] == [True, False, False]
    assert "90 % interval" in figure.note


def test_differences_stand_by_alternative_on_one_scale() -> None:
    shared = {"measure": "outcome", "id": "held", "title": {"en": "The gate holds"}, "history": True, "base": 0.2}
    rows = [
        {"variant": "fed", **shared, "other": 0.5, "shift": 0.3, "low": 0.2, "high": 0.4},
        {"variant": "cut-off", **shared, "other": 0.18, "shift": -0.02, "low": -0.05, "high": 0.01},
        {"variant": "fed", **shared, "measure": "hours", "other": 3.0, "shift": 2.8, "low": 1.0, "high": 4.0},
    ]
    fed, cut = charts.draw_differences(rows, title="A gate", alternatives={"fed": "the garrison has eaten"}).panels
    assert (fed.title, cut.title) == ("The garrison has eaten", "Cut off")
    assert fed.scale == cut.scale and len(fed.rows) == 1
    assert fed.rows[0]["text"] == "20 % to 50 %: +30.0 points" and fed.rows[0]["strong"] and not cut.rows[0]["strong"]
    assert fed.rows[0]["label"] == "The gate holds (what happened in history)"


def test_the_tornado_holds_only_what_has_ends() -> None:
    figure = charts.draw_factors(factors(), title="A town")
    effects, ends = figure.panels
    assert [row["label"] for row in effects.rows] == ["Luck", "Friction", "Evidence: men"]
    assert effects.rows[0]["mark"] == pytest.approx(10) and "alone 10 %" in effects.rows[0]["text"]
    assert [row["label"] for row in ends.rows] == ["Friction"]
    (row,) = ends.rows
    assert (row["at_low"], row["at_high"], ends.scale["base"]) == pytest.approx((30, 60, 45))
    assert row["text"] == "30 % at 1, 60 % at 3"
    assert (row["at_high_from"], row["at_high_to"]) == pytest.approx((56, 64))


# --- drawn, written, saved


@pytest.fixture(scope="module")
def figures(histories: Any) -> dict[str, Figure]:
    city = dp.load("kremlin-call")
    return {
        "outcomes": charts.draw_outcomes(histories, city),
        "holding": charts.draw_holding(histories, ["kremlin"], city),
        "marks": charts.draw_marks(dp.score(city, result=histories, baseline_runs=0), city),
        "pivots": charts.draw_pivots(DECISIONS, title="Which decisions mattered"),
        "factors": charts.draw_factors(factors(), title="A town"),
    }


@pytest.fixture(scope="module")
def pictures(figures: dict[str, Figure]) -> dict[str, str]:
    return {kind: figure.svg() for kind, figure in figures.items()}


KINDS = ("outcomes", "holding", "marks", "pivots", "factors")


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_says_in_words_what_its_figure_says(
    figures: dict[str, Figure], pictures: dict[str, str], kind: str
) -> None:
    figure = figures[kind]
    drawn = texts(pictures[kind])
    for panel in figure.panels:
        assert panel.title in drawn
        for row in panel.rows:
            if "label" in row:
                assert row["label"] in drawn and row["text"] in drawn
    assert figure.title in drawn
    ids = {row["id"] for panel in figure.panels for row in panel.rows if "id" in row}
    assert not ids & set(drawn), "labelled in words, not in ids"


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_asks_nothing_of_the_network_and_can_be_read_aloud(
    figures: dict[str, Figure], pictures: dict[str, str], kind: str
) -> None:
    svg = pictures[kind]
    assert set(re.findall(r"https?://[^\"'\s<)]+", svg)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert not re.search(r"<(image|script|foreignObject)\b|@import|url\(http", svg)
    root = ElementTree.fromstring(svg)  # noqa: S314, drawn a moment ago
    assert root[0].text == figures[kind].title and len(root[1].text or "") > 40


def test_the_same_figure_is_drawn_to_the_same_bytes(figures: dict[str, Figure], pictures: dict[str, str]) -> None:
    assert figures["outcomes"].svg() == pictures["outcomes"]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_in_grey_history_s_bar_is_darker_than_the_others(pictures: dict[str, str]) -> None:
    fills = re.findall(r'aria-roledescription="bar"[^>]*fill="(#[0-9A-Fa-f]{6})"', pictures["outcomes"])
    assert len(fills) == 3
    strong, other = min(fills, key=luminance), max(fills, key=luminance)
    assert fills.count(strong) == 1
    assert (luminance(other) + 0.05) / (luminance(strong) + 0.05) > 2, "told apart without colour"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [60, 100, 140])
def test_the_plain_text_fits_the_terminal_and_holds_the_figures(
    figures: dict[str, Figure], kind: str, width: int
) -> None:
    text = figures[kind].text(width)
    assert max(map(len, text.splitlines())) <= width
    for panel in figures[kind].panels:
        assert panel.title.split(":")[0][:40] in text
        if width == 140:
            assert all(row["text"] in text for row in panel.rows if "text" in row)


def test_the_interval_that_a_bar_shows_by_length_is_written_in_plain_text(figures: dict[str, Figure]) -> None:
    for row in figures["outcomes"].panels[0].rows:
        assert f"{row['text']} ({row['low']:.1f} to {row['high']:.1f} %)" in figures["outcomes"].text(140)


def test_the_bars_of_plain_text_are_as_long_as_their_shares() -> None:
    rows = [{"id": n, "label": n, "value": v, "low": v, "high": v, "strong": n == "a", "text": ""} for n, v in
            (("a", 50.0), ("b", 25.0), ("c", 0.0))]  # fmt: skip
    panel = charts.Panel("bars", "Shares", tuple(rows), "share", {"domain": (0.0, 50.0)})
    _, a, b, c, _ = Figure("t", (panel,)).text(60).split("\n\n")[1].splitlines()
    assert a.count("█") == pytest.approx(2 * b.count("▒"), abs=1) and "▒" not in c and "█" not in c


def test_a_picture_is_saved_in_the_form_its_name_asks_for(figures: dict[str, Figure], tmp_path: Any) -> None:
    figure = figures["pivots"]
    assert figure.save(tmp_path / "deep" / "p.svg").read_text(encoding="utf-8").startswith("<svg")
    png = figure.save(tmp_path / "p.PNG").read_bytes()
    assert png[:8] == b"\x89PNG\r\n\x1a\n" and int.from_bytes(png[16:20]) > 1000
    assert figure.save(tmp_path / "p.txt").read_text(encoding="utf-8") == figure.text() + "\n"
    with pytest.raises(DualpowerError, match=r"E831.*neither SVG nor PNG nor text"):
        figure.save(tmp_path / "p.pdf")
    with pytest.raises(DualpowerError, match="E831"):
        figure.save("/dev/null/p.svg")


def test_a_notebook_shows_the_picture_or_else_the_plain_bars(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert figures["pivots"]._repr_html_().startswith("<svg")
    monkeypatch.setitem(sys.modules, "altair", None)
    assert figures["pivots"]._repr_html_().startswith("<pre>Which decisions mattered")


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_without_the_extra_the_cure_is_said_and_plain_text_still_works(
    figures: dict[str, Figure], monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingPackageError, match=rf"E825.*{package}.*pip install 'dualpower\[pictures\]'"):
        figures["outcomes"].svg()
    with pytest.raises(ImportError):
        check_drawable("a.svg")
    assert "happened in history)" in figures["outcomes"].text(140)


def test_histories_that_all_failed_are_drawn_as_what_they_are(histories: Any) -> None:
    failed = dp.Result(histories._store)
    columns = {name: histories.column(name) for name in histories.columns}
    failed.__dict__["_columns"] = columns | {"status": columns["status"] + 1, "outcome": columns["outcome"] * 0}
    figure = charts.draw_outcomes(failed)
    assert [panel.kind for panel in figure.panels] == ["bars"]
    assert figure.subtitle.startswith("0 simulated histories")


def test_every_answer_has_its_picture(histories: Any) -> None:
    city = dp.load("kremlin-call")
    assert dp.draw(histories) == charts.draw_outcomes(histories, city)
    marks = dp.score(city, result=histories, baseline_runs=0)
    assert dp.draw(marks) == charts.draw_marks(marks, city)
    ranking = factors()
    ranking = Finding(
        ranking.table, ranking.sentence, ranking.sure, {**ranking.facts, "scenario": "kremlin-call"}, "factors"
    )
    assert dp.draw(ranking).title == "The call to the Kremlin: what mattered"
    facts = {"scenario": "kremlin-call", "level": 0.9, "outcome_title": {"en": "it yields"}}
    pivots = dp.draw(Finding(tuple(DECISIONS), "The gate.", "Sure.", facts, "pivots"))
    assert "it yields" in pivots.panels[0].axis and pivots.subtitle == "The gate." and "90 %" in pivots.note
    for nothing in (Finding((), "None.", "Sure.", {}), dp.load("kremlin-call")):
        with pytest.raises(TypeError, match="no picture"):
            dp.draw(nothing)


def test_numbers_are_written_as_a_reader_of_pictures_wants_them() -> None:
    assert [percent(x) for x in (0, 0.004, 0.133, 1, float("nan"))] == ["0 %", "0.4 %", "13 %", "100 %", "–"]
    assert [points(x) for x in (0.1, -0.021, 0.0)] == ["+10.0 points", "–2.1 points", "0.0 points"]
    assert percents(0, 43) == {0: "0 %", 10: "10 %", 20: "20 %", 30: "30 %", 40: "40 %"}
