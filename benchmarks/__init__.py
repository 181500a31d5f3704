"""Measurements: one file per question, one command for all (``python -m benchmarks``), JSON in results/."""
