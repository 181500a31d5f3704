#!/bin/sh
# Resolve the pinned requirements anew: one file for every platform and Python from 3.11, every file by its hash.
# No comment, header or address survives, so that nothing names the index it was resolved from.
set -eu
cd "$(dirname "$0")/.."
python=$1
resolve() {
    out=$1
    shift
    "$python" -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate "$@" -o "$out"
}
resolve requirements/build.txt requirements/build.in
resolve requirements/run.txt pyproject.toml
resolve requirements/test.txt --extra dev pyproject.toml
resolve requirements/bench.txt --extra dev --extra bench pyproject.toml
resolve requirements/calibrate.txt --extra calibrate pyproject.toml
