# Every target works on a fresh clone with Python 3.11 or newer and make alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PIN := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make requirements"
WEB := $(shell find web -type f -not -path '*/node_modules/*' 2>/dev/null)
.DEFAULT_GOAL := help
.PHONY: help setup demo test check bench fuzz docs web requirements

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 14

setup: $(VENV)/.dev  ## the environment: tools and the package, front end built

demo: $(VENV)/.run  ## fill a ledger from the bundled corpus, print the board, serve the desk (ARGS=--no-serve: print only)
	@$(BIN)/fogline demo $(ARGS)

test: $(VENV)/.dev  ## every test, on every core (ARGS="-n0 tests/ledger": some of them, one by one)
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile $(ARGS)

check: $(VENV)/.dev  ## ruff, mypy, import directions
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m pytest -q tests/test_layers.py

bench: $(VENV)/.dev  ## measure quality and speed
	@$(BIN)/python -m bench.claims && $(BIN)/python -m bench.speed

fuzz: $(VENV)/.dev  ## fuzz what reads strangers' input, a minute for each of eight (ARGS="feed --seconds 600")
	@$(BIN)/python -m fuzz $(ARGS)

docs: $(VENV)/.dev  ## the documentation, into site/
	@$(BIN)/python -m fogline.cli.reference > docs/cli.md && $(BIN)/zensical build --clean --strict

web: $(VENV)/.run  ## the front end alone
	@$(BIN)/python hatch_build.py

requirements: $(VENV)/.run  ## pin what Python and npm install, hashed and without addresses (needs uv)
	@$(PIN) --group build --output-file requirements.txt
	@$(PIN) --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@$(BIN)/python hatch_build.py lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fogline needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.requirements: requirements.txt | $(VENV)/bin/python
	@echo "Installing what Fogline needs (some minutes the first time) ..."
	@$(PIP) --require-hashes -r requirements.txt && touch $@

$(VENV)/.run: $(VENV)/.requirements pyproject.toml hatch_build.py $(WEB)
	@echo "Building the front end and the package ..."
	@$(PIP) --no-deps --no-build-isolation --editable . && touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@echo "Installing the tools for development ..."
	@$(PIP) --require-hashes -r requirements-dev.txt && touch $@
