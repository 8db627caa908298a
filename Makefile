# The developer's interface: `make` alone lists the targets. Needs Python 3.11 or later as python3.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FAST := .venv-compiled
DEMO := build/demo
LEDGER := $(DEMO)/headcount.db
CODE := src tests scripts $(wildcard benchmarks)

.DEFAULT_GOAL := help
.PHONY: help demo test check quality bench compiled format clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.demo ## Read the bundled reports into a ledger and publish the site
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/headcount read gold/documents.jsonl examples/documents.jsonl examples/pages --ledger $(LEDGER)
	@$(BIN)/headcount summary --ledger $(LEDGER)
	@$(BIN)/headcount publish $(DEMO)/site --ledger $(LEDGER)

test: $(VENV)/.dev ## Run the tests
	@$(BIN)/pytest -n auto --dist loadfile

check: $(VENV)/.dev ## Formatter, linter, types, layers, structure, quality floor
	@$(BIN)/ruff format --check --quiet $(CODE)
	@$(BIN)/ruff check --quiet $(CODE)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest tests/test_structure.py tests/test_docs.py
	@$(BIN)/headcount languages check
	@$(BIN)/headcount evaluate gold --lang en,es,fr,id,th,vi,zh --floor gold-floor.json
	@$(BIN)/headcount evaluate examples --floor examples-floor.json
	@$(BIN)/headcount evaluate held-out --floor held-out-floor.json
	@echo "All checks passed."

quality: $(VENV)/.dev ## Measure extraction, raise the pinned floors, write the tables in docs/QUALITY.md
	@$(BIN)/headcount evaluate gold --lang en,es,fr,id,th,vi,zh --floor gold-floor.json --update-floor
	@$(BIN)/headcount evaluate examples --floor examples-floor.json --update-floor
	@$(BIN)/headcount evaluate held-out --floor held-out-floor.json --update-floor
	@$(BIN)/python scripts/quality.py

bench: $(FAST)/.made ## Measure speed and memory of the compiled core (minutes)
	@$(FAST)/bin/python -m benchmarks

compiled: $(FAST)/.made ## Run the tests and the quality floors with the compiled core
	@$(FAST)/bin/pytest -n auto --dist loadfile
	@$(FAST)/bin/headcount evaluate gold --lang en,es,fr,id,th,vi,zh --floor gold-floor.json
	@$(FAST)/bin/headcount evaluate examples --floor examples-floor.json
	@$(FAST)/bin/headcount evaluate held-out --floor held-out-floor.json

format: $(VENV)/.dev ## Format the code and mend what the linter can
	@$(BIN)/ruff format --quiet $(CODE)
	@$(BIN)/ruff check --quiet --fix $(CODE)

clean: ## Remove the environment and everything built
	@rm -rf $(VENV) $(FAST) build dist src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# One environment for all targets. Each stamp says what it holds; it is renewed when pyproject.toml
# changes. The install is editable, so that a change of the code needs no new one.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "headcount needs Python 3.11 or later, and $(PYTHON) is older or missing." >&2; \
	  echo "Install a newer one, or name it: make PYTHON=python3.12 demo" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "python3 has no venv module; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/.demo: $(VENV)/.made pyproject.toml
	@echo "Installing headcount into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[pdf]'
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml
	@echo "Installing headcount with what tests and checks need into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.demo $@

# The compiled core has an environment of its own, made anew when the sources change: it needs a C
# compiler and some minutes (hatch_build.py).

$(FAST)/.made: $(VENV)/.made pyproject.toml hatch_build.py $(shell find src -type f -not -name '*.pyc')
	@echo "Compiling headcount into $(FAST), with what the benchmark compares with ..."
	@$(PYTHON) -m venv $(FAST)
	@HEADCOUNT_COMPILE=1 $(FAST)/bin/pip install --quiet --disable-pip-version-check '.[dev,bench]'
	@touch $@
