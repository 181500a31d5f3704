"""A file is written whole or not at all, whatever happens to the process or the machine.

What is written stands first under a passing name beside the file, is forced to the disk, and only then takes the
file's name. Who reads meanwhile finds the old file or the new one.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PASSING = ".tmp"  # how passing names end; they begin with a dot


@contextmanager
def whole(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a file open for bytes; when the block ends without an error it has become the file at `path`.

    After an error nothing is left of it, and what stood at `path` stands there still.

    Raises:
        OSError: as the system gives it; the caller says what could not be written, and the cure.
    """
    place = Path(path)
    passing = place.with_name(f".{place.name}.{os.getpid()}.{threading.get_ident()}{PASSING}")
    try:
        with passing.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(passing, place)
        _sync_folder(place.parent)
    except BaseException:
        if place.parent.is_dir():
            passing.unlink(missing_ok=True)
        raise


def _sync_folder(path: Path) -> None:
    """Force the new name to the disk."""
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened, and a rename is forced by the system
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
