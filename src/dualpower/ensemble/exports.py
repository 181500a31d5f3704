"""Write a result as CSV, for spreadsheets and for programs that read nothing else.

``outcomes.csv``, ``runs.csv`` and ``series.csv`` (wide: a row per run and hour; long: one value per row).
Numbers are written in full, so that nothing is lost on the way. What stands there already is not
overwritten unless that is asked for.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from .. import files
from ..errors import DualpowerError
from . import store
from .result import Result

LAYOUTS = ("wide", "long")
Row = list[Any]


def export(
    folder: str | os.PathLike[str],
    *,
    to: str = "csv",
    out: str | os.PathLike[str],
    series: str = "wide",
    overwrite: bool = False,
) -> list[Path]:
    """Write the tables of the result in `folder` to the folder `out`; return the files written.

    Raises:
        DualpowerError: E809, a format or layout that does not exist.
        StoreError: E803 a file stands there already, E804 `out` cannot be written, E807 no result in `folder`.
    """
    if to != "csv":
        raise DualpowerError(
            "E809", f"results are not written as {to!r}", "csv is what there is; Parquet is there already"
        )
    if series not in LAYOUTS:
        raise DualpowerError("E809", f"series cannot be {series!r}", "wide or long")
    result, target = Result.open(folder), Path(out)
    kept = store.open_folder(folder)
    writers: dict[str, Callable[[], Iterator[Row]]] = {
        "outcomes.csv": lambda: _table_rows(dict(result.outcomes().columns), head=True),
        "runs.csv": lambda: _shard_rows(kept, "runs", result.asked),
        "series.csv": lambda: _series_rows(kept, result.asked, series),
    }
    _refuse_overwriting([target / name for name in writers], overwrite)
    return [_write(target / name, rows) for name, rows in writers.items()]


def _refuse_overwriting(files: list[Path], overwrite: bool) -> None:
    there = [file for file in files if file.exists()]
    if there and not overwrite:
        raise store.StoreError("E803", f"{there[0]} exists already", "name another folder, or ask to overwrite")


def _write(file: Path, rows: Callable[[], Iterator[Row]]) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with files.whole(file) as body:
            target = io.TextIOWrapper(body, encoding="utf-8", newline="")
            csv.writer(target, lineterminator="\n").writerows(rows())
            target.detach()
    except OSError as trouble:
        raise store.StoreError(
            "E804", f"{file} cannot be written: {trouble.strerror}", "name another folder"
        ) from trouble
    return file


def _table_rows(columns: dict[str, np.ndarray], *, head: bool) -> Iterator[Row]:
    if head:
        yield list(columns)
    for row in zip(*(values.tolist() for values in columns.values()), strict=True):
        yield list(row)


def _shard_rows(kept: store.Store, kind: str, asked: int) -> Iterator[Row]:
    head = True
    for _, columns in store.read_shards(kept, kind, -(-asked // kept.manifest["identity"]["shard_runs"])):
        yield from _table_rows(columns, head=head)
        head = False


def _series_rows(kept: store.Store, asked: int, layout: str) -> Iterator[Row]:
    rows = _shard_rows(kept, "series", asked)
    if layout == "wide":
        yield from rows
        return
    names = next(rows, ["run", "hour"])[2:]
    yield ["run", "hour", "series", "value"]
    for run, hour, *values in rows:
        for name, value in zip(names, values, strict=True):
            yield [run, hour, name, value]
