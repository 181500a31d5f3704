# Two commands do all the set-up on a machine that has CPython 3.11 or newer and make:
#   make moscow    sets up and runs Moscow, 1917
#   make test      sets up and passes the tests
# A C compiler, if there is one, makes the engine about a hundred times faster.
# The first call needs the network for pip; later calls do not.

PYTHON ?= python3
RUNS ?= auto
SEED ?= 1917

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
SOURCES := $(wildcard src/dualpower/words.py src/dualpower/engine/*.py src/dualpower/engine/*/*.py)

.PHONY: help moscow test lint format checked court bench calibration schema lock clean
.DELETE_ON_ERROR:

help:
	@echo "make moscow   set up and run Moscow, 1917 (RUNS=$(RUNS) SEED=$(SEED))"
	@echo "make test     set up and pass the tests"
	@echo "make format   put every file into the house's form"
	@echo "make checked  pass the tests on a kernel that checks every index"
	@echo "make court    the slow court: large statistics, long benchmarks"
	@echo "make bench    measure speed, memory and size on this machine"
	@echo "make calibration   learn the universal parameters anew and write what that is worth (resumes)"
	@echo "make schema   write the JSON Schema of the scenario language for editors"
	@echo "make lock     resolve requirements/*.txt anew"
	@echo "make clean    remove the environment and everything built"

# Every run gets a folder of its own: a result is never written over another.
moscow: $(VENV)/.package
	$(VENV)/bin/dualpower simulate moscow-1917 --runs $(RUNS) --seed $(SEED) -o results/moscow-1917-$$(date +%Y%m%d-%H%M%S)-$$$$

test: lint
	$(PY) -m pytest

lint: $(VENV)/.test $(VENV)/.package
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(VENV)/bin/lint-imports
	$(PY) -m mypy

format: $(VENV)/.test
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

# The same tests on a kernel that checks every index. It replaces the fast kernel until the next make.
checked: $(VENV)/.test $(VENV)/.package
	rm -f $(VENV)/.package
	DUALPOWER_CHECKED=1 $(PY) -m dualpower.engine.amalgam --inplace
	$(PY) -m pytest

court: $(VENV)/.test $(VENV)/.package
	$(PY) -m validation

bench: $(VENV)/.bench $(VENV)/.package
	$(PY) -m benchmarks

# What was computed stays in results/calibration: after a kill it goes on.
calibration: $(VENV)/.test $(VENV)/.package
	$(PY) tools/write_calibration_pages.py results/calibration

schema: $(VENV)/.package
	$(PY) -m dualpower schema

lock: $(VENV)/.made
	$(PIP) install --quiet uv
	sh requirements/lock.sh $(PY)

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f src/dualpower/engine/_kernel.*

# --- stamps: each step runs again only when what it depends on has changed

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "dualpower needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo 'not there')."; \
	  echo "Name another one:  make PYTHON=python3.13 $(MAKECMDGOALS)"; exit 1; }
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "'$(PYTHON) -m venv' failed. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements/build.txt requirements/run.txt
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements/build.txt -r requirements/run.txt
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	$(PIP) install --quiet --require-hashes --only-binary :all: -r requirements/bench.txt
	@touch $@

# Beside the sources, so that an edit counts at once; an edited kernel is compiled again by the next make.
$(VENV)/.package: $(VENV)/.run pyproject.toml setup.py $(SOURCES)
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@$(PY) -c 'from dualpower.engine.build import status; print(status().reason or "kernel compiled")'
	@touch $@
