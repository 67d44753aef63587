# A fresh machine needs Python 3.11+ with pip and venv; everything else is made here in .venv.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.made
PM4PY := .venv/pm4py
PIP_FLAGS := -qq --disable-pip-version-check
COGGED := README.md $(wildcard docs/*.md)
# Generated pages may run `trajet` itself, and must read the same on every terminal.
COG := PATH="$(CURDIR)/$(BIN):$$PATH" COLUMNS=100 $(BIN)/cog -n UTF-8 --verbosity=0

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check docs bench lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

demo: $(STAMP) ## walk through example dossiers
	@$(BIN)/trajet demo

test: $(STAMP) $(PM4PY)/.made ## run the specifications
	@$(BIN)/pytest -q -n 2

check: $(STAMP) ## format, lint, types, import contracts, generated docs; silent when all is well
	@$(BIN)/ruff format --quiet --check . || { echo "run: $(BIN)/ruff format ."; exit 1; }
	@$(BIN)/ruff check --quiet .
	@said=$$($(BIN)/mypy domain workflows projections cli tests 2>&1) || { echo "$$said"; exit 1; }
	@said=$$($(BIN)/lint-imports --no-logo 2>&1) || { echo "$$said"; exit 1; }
	@$(COG) --check --diff --check-fail-msg="run: make docs" $(COGGED)

docs: $(STAMP) ## rewrite what is generated in README.md and docs/
	@$(COG) -r $(COGGED)

bench: $(STAMP) ## measure
	@$(BIN)/python tests/bench/run.py

lock: ## remake requirements.lock; LOCK_FLAGS=--upgrade takes the newest versions
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install $(PIP_FLAGS) uv
	@build/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
		--generate-hashes --group dev --custom-compile-command "make lock" $(LOCK_FLAGS) \
		--output-file requirements.lock pyproject.toml
	@build/lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" $(LOCK_FLAGS) \
		--output-file tests/exports/pm4py.lock tests/exports/pm4py.in

# What only tests read exports with: apart, for it may be no part of the product.
$(PM4PY)/.made: tests/exports/pm4py.lock tests/exports/room.py | $(STAMP)
	@$(BIN)/python tests/exports/room.py
	@touch $@

clean: ## remove what make made; a .venv that make did not install into stays
	@if test -e $(STAMP); then rm -rf .venv; fi
	@rm -rf $(PM4PY) $(PM4PY).lock build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "trajet needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install $(PIP_FLAGS) \
		--require-hashes -r requirements.lock
	@$(BIN)/python -m pip install $(PIP_FLAGS) \
		--no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q domain workflows projections cli
	@touch $@
