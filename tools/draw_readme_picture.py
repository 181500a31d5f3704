"""Draw the picture of README from a run: python tools/draw_readme_picture.py docs/img/moscow.svg --runs 1000.

How the histories of a scenario end, with intervals, and how many men act for each side as the days pass.
It needs two packages, altair and vl-convert-python; dualpower itself draws nothing.
"""

import argparse
import itertools
from datetime import datetime, timedelta
from pathlib import Path

import altair as alt
import vl_convert

import dualpower as dp
from dualpower.telling.language import pick

# Orange, blue and grey: told apart by every eye, and by their darkness in grey print.
INK, PALE = {"first": "#C04F00", "second": "#0072B2", "other": "#6B6B6B"}, "#D9D9D9"
WIDE, FONT = 700, "DejaVu Sans, Verdana, sans-serif"
STEP = 6  # hours between two points of a fan; the eye sees no more


def outcomes(result):
    """Return a row per outcome: its words, share and interval in per cent, history's own marked in words."""
    titles = {o["id"]: pick(o["title"], "en") for o in result.about["outcomes"]}
    return [
        {
            "outcome": titles[row["outcome"]] + (": what happened in history" if row["history"] else ""),
            "strength": 1.0 if row["history"] else 0.55,
            "share": 100 * row["share"], "low": 100 * row["low"], "high": 100 * row["high"],
            "text": f"{100 * row['share']:.0f} %",
        }
        for row in result.outcomes()
    ]  # fmt: skip


def bars(result):
    """Draw a bar per outcome with its interval."""
    rows = alt.Data(values=outcomes(result))
    y = alt.Y("outcome:N", sort=alt.EncodingSortField("share", order="descending"), axis=None)
    top = max(row["high"] for row in outcomes(result)) * 1.15
    scale = alt.Scale(domain=[0, top], nice=False)
    base = alt.Chart(rows).encode(y=y)
    name = base.mark_text(align="left", dy=-15, fontSize=12.5).encode(x=alt.datum(0), text="outcome:N")
    bar = base.mark_bar(height=13, color=INK["other"]).encode(
        x=alt.X(
            "share:Q",
            scale=scale,
            axis=alt.Axis(tickCount=5, grid=False),
            title="share of histories, with its 95 % interval (%)",
        ),
        opacity=alt.Opacity("strength:Q", scale=None),
    )
    rule = base.mark_rule(strokeWidth=2, color="#1A1A1A").encode(x="low:Q", x2="high:Q")
    text = base.mark_text(align="left", dx=7).encode(x="high:Q", text="text:N")
    return (bar + rule + text + name).properties(width=WIDE, height=176, title="How it ends")


def fan(result, side, start):
    """Return the rows of one side's fan: hours, and the quantiles of the men who act for it."""
    table = result.curves(f"acting.{side}", quantiles=(0.05, 0.25, 0.5, 0.75, 0.95)).rows()
    rows = []
    for row in itertools.islice(table, 0, None, STEP):
        row = {key: float(value) for key, value in row.items()}
        rows.append(row | {"when": (start + timedelta(hours=row["hour"])).isoformat()})
    return rows


def curve(rows, title, colour, top):
    """Draw one side's fan: the median, half of the histories and nine tenths of them."""
    days = alt.X("when:T", title=None, axis=alt.Axis(format="%-d %b", tickCount="day", grid=False, labelFlush=False))
    scale = alt.Scale(domain=[0, top], nice=False)
    base = alt.Chart(alt.Data(values=rows)).encode(x=days)
    y = alt.Y("q05:Q", title="men", scale=scale, axis=alt.Axis(tickCount=4, format=",d"))
    wide = base.mark_area(color=colour, opacity=0.20, clip=True).encode(y=y, y2="q95:Q")
    half = base.mark_area(color=colour, opacity=0.40, clip=True).encode(y="q25:Q", y2="q75:Q")
    line = base.mark_line(color=colour, strokeWidth=2.5, clip=True).encode(y="q50:Q")
    return (wide + half + line).properties(width=(WIDE - 90) // 2, height=190, title=title)


def picture(result):
    """Put the bars over the two fans, and say below what they are drawn from."""
    story = dp.load(result.scenario).scenario
    start = datetime.fromisoformat(str(story.start))
    sides = {s: fan(result, s, start) for s in list(story.authorities)[:2]}
    top = max(row["q95"] for rows in sides.values() for row in rows) * 1.03
    titles = [f"Men acting for the {pick(story.authorities[s].title, 'en')}" for s in sides]
    colours = (INK["first"], INK["second"])
    fans = alt.hconcat(*map(curve, sides.values(), titles, colours, itertools.repeat(top)))
    note = f"{result.runs:,} histories, seed {result.seed}. Line: median; dark: half of them; pale: nine tenths."
    style = "Dates: Old Style." if result.about["calendar"] == "julian" else ""
    heading = alt.TitleParams(
        pick(result.about["title"], "en"), subtitle=f"{note} {style}", fontSize=17, anchor="start", offset=14
    )
    return alt.vconcat(bars(result), fans, title=heading, spacing=22).configure(font=FONT, background="white") \
        .configure_view(stroke=None).configure_axis(labelFontSize=12, titleFontSize=12, gridColor=PALE) \
        .configure_title(fontSize=13, subtitleFontSize=12, anchor="start")  # fmt: skip


def main() -> None:
    """Run the histories, draw them, write the picture in the form that the file's name asks for."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("out", type=Path, nargs="+", help="one or more files, .svg or .png")
    words.add_argument("--scenario", default="moscow-1917")
    words.add_argument("--runs", type=int, default=1000)
    words.add_argument("--seed", type=int, default=1917)
    words.add_argument("--from", dest="folder", type=Path, help="draw the histories kept in this folder")
    given = words.parse_args()
    kept = given.folder and dp.Result.open(given.folder)
    result = kept or dp.simulate(dp.load(given.scenario), runs=given.runs, seed=given.seed)
    drawn = picture(result).to_json()
    for path in given.out:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".svg":
            path.write_text(vl_convert.vegalite_to_svg(drawn), encoding="utf-8")
        else:
            path.write_bytes(vl_convert.vegalite_to_png(drawn, scale=2))


if __name__ == "__main__":
    main()
