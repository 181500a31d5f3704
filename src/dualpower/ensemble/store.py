"""Where histories are kept: in a folder that outlives a killed process, or in memory.

Histories come in shards of 250 runs. A shard is a few small Parquet files; each is written under a
passing name, forced to the disk and only then given its own name, and the file of runs comes last. So a
shard whose file of runs stands there is whole, whatever happened to the process or the machine. Every file
carries the digest of the ensemble it belongs to, and nothing that differs between two sittings.

What a file holds is the business of parquet.py; here it is bytes with a name.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, Protocol

from .. import files
from ..errors import DualpowerError
from . import parquet
from .parquet import Columns

MANIFEST = "manifest.json"
SCENARIO = "scenario.json"
LOCK = ".lock"


class StoreError(DualpowerError):
    """A folder of results that cannot be written, continued or read (codes E803 to E807)."""


class Store(Protocol):
    """Named files of one result, and its manifest."""

    manifest: dict[str, Any]

    def put(self, name: str, body: bytes) -> None: ...
    def get(self, name: str) -> bytes | None: ...
    def names(self) -> list[str]: ...
    def save_manifest(self) -> None: ...


class Memory:
    """A store that lives as long as its Result; it holds the same compressed files a folder would."""

    def __init__(self, manifest: dict[str, Any]) -> None:
        self.manifest = manifest
        self._files: dict[str, bytes] = {}

    def put(self, name: str, body: bytes) -> None:
        self._files[name] = body

    def get(self, name: str) -> bytes | None:
        return self._files.get(name)

    def names(self) -> list[str]:
        return sorted(self._files)

    def save_manifest(self) -> None:
        """Nothing to do: the manifest is kept with the files."""


class Folder:
    """A store on disk. `path` exists; writing goes through `claim`, which keeps a second writer out."""

    def __init__(self, path: Path, manifest: dict[str, Any]) -> None:
        self.path = path
        self.manifest = manifest

    def put(self, name: str, body: bytes) -> None:
        """Write a file whole or not at all. Raises StoreError E804."""
        try:
            with files.whole(self.path / name) as file:
                file.write(body)
        except OSError as trouble:
            raise cannot_write(self.path / name, trouble) from trouble

    def get(self, name: str) -> bytes | None:
        try:
            return (self.path / name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as trouble:
            raise StoreError("E807", f"{self.path / name} cannot be read: {trouble.strerror}") from trouble

    def names(self) -> list[str]:
        return sorted(entry.name for entry in self.path.iterdir() if not entry.name.startswith("."))

    def save_manifest(self) -> None:
        self.put(MANIFEST, (json.dumps(self.manifest, indent=2, ensure_ascii=False) + "\n").encode())


def cannot_write(path: Path, trouble: OSError) -> StoreError:
    """Return the error for a disk that refuses, with what is safe and what to do."""
    cure = "what was written before is whole: make room or mend the folder, then run again with --resume"
    return StoreError("E804", f"{path} cannot be written: {trouble.strerror or trouble}", cure)


def shard_name(kind: str, shard: int) -> str:
    """Return the name of a shard's file: runs-00003.parquet."""
    return f"{kind}-{shard:05d}.parquet"


def put_shard(store: Store, shard: int, tables: dict[str, Columns]) -> None:
    """Write a shard's tables; the file of runs comes last and vouches for the others by digest."""
    digest = store.manifest["digest"]
    vouched: dict[str, str] = {}
    for kind in sorted(tables, key=lambda kind: (kind == "runs", kind)):
        note = {"digest": digest, "kind": kind, "shard": shard}
        if kind == "runs":
            note["files"] = vouched
        body = parquet.encode(tables[kind], json.dumps(note, sort_keys=True))
        vouched[shard_name(kind, shard)] = hashlib.sha256(body).hexdigest()
        store.put(shard_name(kind, shard), body)


def read(store: Store, name: str) -> tuple[Columns, dict[str, Any]] | None:
    """Return a file's columns and note, or None where it is missing.

    Raises:
        StoreError: E807, a damaged file or one of another ensemble.
    """
    body = store.get(name)
    if body is None:
        return None
    try:
        columns, note = parquet.decode(body)
    except ValueError as damage:
        raise StoreError("E807", f"{name} is damaged: {damage}", "mend the result with --resume") from damage
    if note.get("digest") != store.manifest["digest"]:
        raise StoreError("E807", f"{name} belongs to another ensemble", "mend the result with --resume")
    return columns, note


def read_shards(store: Store, kind: str, shards: int) -> Iterator[tuple[int, Columns]]:
    """Yield one kind of table as (shard, columns); shards not there are passed over. Raises StoreError E807."""
    for shard in range(shards):
        found = read(store, shard_name(kind, shard))
        if found is not None:
            yield shard, found[0]


def whole_shard(store: Store, shard: int, runs: int) -> Columns | None:
    """Return a shard's runs when it can be trusted: all there, of this ensemble, its other files as vouched for."""
    try:
        found = read(store, shard_name("runs", shard))
    except StoreError:
        return None  # damaged: it is computed again
    if found is None:
        return None
    columns, note = found
    if note.get("shard") != shard or len(columns["run"]) != runs:
        return None
    for name, digest in note.get("files", {}).items():
        if hashlib.sha256(store.get(name) or b"").hexdigest() != digest:
            return None
    return columns


def open_folder(folder: str | os.PathLike[str]) -> Folder:
    """Return the store in a folder for reading. Raises StoreError E807 where no result is."""
    path = Path(folder)
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
        manifest["digest"], manifest["identity"]["runs"], manifest["about"]["outcomes"]
    except FileNotFoundError as missing:
        raise StoreError("E807", f"{path} holds no result: no {MANIFEST}", "name the folder given to -o") from missing
    except OSError as trouble:
        raise StoreError("E807", f"{path} cannot be read: {trouble.strerror}") from trouble
    except (ValueError, KeyError, TypeError) as damage:
        what = damage if isinstance(damage, ValueError) else "it lacks what every manifest has"
        raise StoreError("E807", f"{path / MANIFEST} is damaged: {what}", "use another folder") from damage
    return Folder(path, manifest)


def claim(folder: str | os.PathLike[str], *, resume: bool) -> tuple[Path, IO[bytes]]:
    """Make a folder ours to write in: return its path and the lock, which lives until it is closed.

    The lock belongs to the open file, so a killed process leaves none behind.

    Raises:
        StoreError: E803 not empty, E804 cannot be written, E806 another process is writing here.
    """
    if not str(folder):
        raise StoreError("E804", "a folder without a name cannot be written", "name a folder")
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
        if not resume:
            _must_be_empty(path)
        lock = open(path / LOCK, "ab")  # noqa: SIM115 - closed by the caller when the writing is over
    except FileExistsError as other:
        raise StoreError("E804", f"{path} is a file, not a folder", "name a folder") from other
    except OSError as trouble:
        raise StoreError("E804", f"{path} cannot be written: {trouble.strerror}", "name another folder") from trouble
    try:
        _lock(lock)
        if not resume:
            _must_be_empty(path)  # another writer may have come and gone since the first look
    except OSError as busy:
        lock.close()
        raise StoreError(
            "E806", f"another process is writing in {path}", "wait for it, or use another folder"
        ) from busy
    except StoreError:
        lock.close()
        raise
    return path, lock


def _must_be_empty(path: Path) -> None:
    # What a killed process may leave before its first file is not a result.
    left = [entry.name for entry in path.iterdir() if entry.name != LOCK and not _is_passing(entry.name)]
    if left:
        raise StoreError(
            "E803",
            f"{path} is not empty: it holds {min(left)}",
            "continue it with --resume, or name a new folder"
            if {MANIFEST, SCENARIO} & set(left)
            else "name a new folder",
        )


def _is_passing(name: str) -> bool:
    return name.startswith(".") and name.endswith(files.PASSING)


def sweep(path: Path) -> None:
    """Remove the passing files that a killed process left. Call it holding the lock."""
    for entry in path.iterdir():
        if _is_passing(entry.name):
            entry.unlink(missing_ok=True)


def _lock(file: IO[bytes]) -> None:
    try:
        import fcntl
    except ImportError:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def export(
    folder: str | os.PathLike[str], *, to: str = "csv", out: str | os.PathLike[str], **choices: Any
) -> list[Path]:
    """Write a result's tables for other programs; see ``exports.export``."""
    from .exports import export as write

    return write(folder, to=to, out=out, **choices)
