"""Columns to Parquet and back: the only room that knows the format and the library that writes it.

The same columns and note give the same bytes: no time, no version, no order left to chance goes in. The
files are plain, so that pyarrow, pandas, polars and duckdb read them without this program.
"""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np

Columns = dict[str, np.ndarray]
KEY = "dualpower"
MANY_COLUMNS = 100
MAGIC = b"PAR1"  # the first and the last four bytes of every Parquet file


def arrow_table(columns: Columns, *, note: str | None = None) -> Any:
    """Return an arro3 Table; `note` becomes the only entry of its metadata."""
    from arro3.core import Table

    arrays = {name: _arrow_array(values) for name, values in columns.items()}
    # A second metadata key would come out in an order of its own: bytes would differ between sittings.
    return Table.from_pydict(arrays, metadata={KEY: note} if note else None)


def encode(columns: Columns, note: str) -> bytes:
    """Return one Parquet file with `note` (JSON) in its metadata."""
    from arro3.io import write_parquet

    file = io.BytesIO()
    write_parquet(
        arrow_table(columns, note=note),
        file,
        # A few hundred short columns cost zstd more time to set up than they save; long columns repay it.
        compression="snappy" if len(columns) > MANY_COLUMNS else "zstd(1)",
        created_by=KEY,
        # Text repeats and gains from a dictionary; numbers do better without one.
        dictionary_enabled=False,
        column_dictionary_enabled={name: True for name, values in columns.items() if values.dtype.kind in "OU"},
    )
    return file.getvalue()


def decode(body: bytes) -> tuple[Columns, dict[str, Any]]:
    """Return a file's columns (text as str objects) and its note. Raises ValueError when damaged."""
    from arro3.io import read_parquet

    if len(body) < 2 * len(MAGIC) or not body.startswith(MAGIC) or not body.endswith(MAGIC):
        raise ValueError("it is no Parquet file, or was cut short")  # the decoder would say so with a stack trace
    try:
        table = read_parquet(io.BytesIO(body), batch_size=1 << 20).read_all()
        note = json.loads((table.schema.metadata or {}).get(KEY.encode(), b"{}"))
        columns = {name: _column(table[name]) for name in table.column_names}
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as damage:  # a decoder may give up on damaged pages with a panic that is no Exception
        raise ValueError(str(damage)) from damage
    return columns, note


def _arrow_array(values: np.ndarray) -> Any:
    from arro3.core import Array, DataType

    if values.dtype.kind in "OU":
        return Array(values.tolist(), DataType.utf8())
    if values.dtype.kind == "b":
        return Array(values.tolist(), DataType.bool())
    return Array(np.ascontiguousarray(values))


def _column(chunks: Any) -> np.ndarray:
    if "Utf8" in repr(chunks.type):
        return np.array(chunks.to_pylist(), dtype=object)
    return np.asarray(chunks)
