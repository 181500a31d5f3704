"""A table of named columns: the answer to every question asked of many histories.

Columns are numpy arrays of one length that nobody can change afterwards; text is held as str. It is
small on purpose: it prints, it gives rows, and it hands itself to Arrow or pandas for anything more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np

SHOWN_ROWS = 40


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """Named columns of equal length, in order. Raises ValueError when the lengths differ."""

    columns: Mapping[str, np.ndarray]

    def __post_init__(self) -> None:
        fixed = {name: _fixed(values) for name, values in self.columns.items()}
        lengths = {name: len(values) for name, values in fixed.items()}
        if len(set(lengths.values())) > 1:
            raise ValueError(f"columns of a table differ in length: {lengths}")
        object.__setattr__(self, "columns", fixed)

    @classmethod
    def from_rows(cls, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Table:
        """Build a table from rows of values in the order of `names`; no rows give empty columns."""
        return cls({name: np.array([row[at] for row in rows]) for at, name in enumerate(names)})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def __getitem__(self, name: str) -> np.ndarray:
        return self.columns[name]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.rows())

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(self.columns)

    def rows(self) -> list[dict[str, Any]]:
        """Return one dict of plain Python values per row, ready for JSON (NaN stays NaN)."""
        lists = [values.tolist() for values in self.columns.values()]
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*lists, strict=True)]

    def to_arrow(self) -> Any:
        """Return an arro3 Table; pyarrow, polars, duckdb and pandas read it without a copy."""
        from .parquet import arrow_table

        return arrow_table(dict(self.columns))

    def to_pandas(self) -> Any:
        """Return a pandas DataFrame. Raises ImportError, with the cure, where pandas is missing."""
        pandas = needs("pandas")
        return pandas.DataFrame({name: values.copy() for name, values in self.columns.items()})

    def __str__(self) -> str:
        shown = [[_text(value) for value in values[:SHOWN_ROWS].tolist()] for values in self.columns.values()]
        widths = [max([len(name), *map(len, cells)]) for name, cells in zip(self.columns, shown, strict=True)]
        right = [values.dtype.kind in "iuf" for values in self.columns.values()]

        def line(cells: tuple[str, ...]) -> str:
            padded = [c.rjust(w) if r else c.ljust(w) for c, w, r in zip(cells, widths, right, strict=True)]
            return "  ".join(padded).rstrip()

        lines = [line(self.names), *map(line, zip(*shown, strict=True))]
        more = len(self) - SHOWN_ROWS
        return "\n".join(lines + ([f"... {more} more rows"] if more > 0 else []))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        cut = [values[:SHOWN_ROWS].tolist() for values in self.columns.values()]
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_text(cell))}</td>" for cell in row) + "</tr>"
            for row in zip(*cut, strict=True)
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def needs(module: str) -> Any:
    """Import an optional package, or say which command installs it."""
    from importlib import import_module

    try:
        return import_module(module)
    except ImportError as missing:
        raise ImportError(f"this needs {module}, which is not installed: python -m pip install {module}") from missing


def _fixed(values: Any) -> np.ndarray:
    array = np.asarray(values)
    if array.ndim != 1:
        raise ValueError(f"a column has one dimension, not {array.ndim}")
    view = array.view()
    view.flags.writeable = False
    return view


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)
