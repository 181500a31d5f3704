"""Draw the picture of README from a run: python tools/draw_readme_picture.py docs/img/moscow.svg --runs 1000.

How the histories of a scenario end, with intervals, and how many sites each side holds as the days pass: the
same picture as ``dualpower simulate --picture``, of histories run now or kept in a folder. It needs the extra
``pictures``.
"""

import argparse
from pathlib import Path

import dualpower as dp
from dualpower.telling.charts import draw_outcomes


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
    picture = draw_outcomes(result)
    for path in given.out:
        picture.save(path)


if __name__ == "__main__":
    main()
