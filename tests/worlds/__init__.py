"""Tiny worlds for tests: a town of two camps as plain values, and the way from values to runs."""

from worlds.running import World, digest_of, problem_of, rows_of, run, worker_of
from worlds.town import merged, town

__all__ = ["World", "digest_of", "merged", "problem_of", "rows_of", "run", "town", "worker_of"]
