# `make run` and `make test` set up everything they need; the versions stand in requirements.lock.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint requirements.lock

.PHONY: run test faults check bench profile snapshots examples pictures lock clean

run: .venv/run  ## open the app; this folder is its workspace
	@$(BIN)/matbot --workspace .

test: .venv/test  ## install what tests need, and run them all
	@$(BIN)/python -m pytest --numprocesses auto

faults: .venv/test  ## kill, fill and damage in full, for about 20 minutes; writes tests/faults/RESULTS.md
	@$(BIN)/python -m tests.faults.battery

check: .venv/check  ## formatting, lint, types, and which way imports run
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: .venv/bench  ## measure everything in benchmarks/, for about 8 minutes; writes benchmarks/RESULTS.md
	@$(BIN)/python -m benchmarks

profile: .venv/run  ## where the time goes before home stands, import by import
	@$(BIN)/python -m benchmarks.profile

snapshots: .venv/test  ## take the pictures of every screen again; look at each before committing it
	@$(BIN)/python -m pytest tests/ui --snapshot-update

examples: .venv/run  ## speak the demo again into transcripts/examples
	@$(BIN)/python -m matbot.demo transcripts/examples

pictures: .venv/run  ## draw the pictures of the README and the guide from the real app
	@$(BIN)/python docs/pictures.py

lock:  ## choose newer versions for requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --all-extras --no-header --no-annotate --no-emit-index-url --upgrade pyproject.toml -o requirements.lock

clean:
	rm -rf .venv

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python pyproject.toml requirements.lock
	@echo "Setting up matbot in .venv ..."
	@$(PIP) --editable .
	@touch $@

.venv/test: .venv/run
	@$(PIP) --editable '.[test]'
	@touch $@

.venv/bench: .venv/test
	@$(PIP) --editable '.[test,bench]'
	@touch $@

.venv/check: .venv/bench
	@$(PIP) --editable '.[test,bench,check]'
	@touch $@
