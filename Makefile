# `make run` and `make test` set up everything they need; the versions stand in requirements.lock.

# The Python to use: `make test PYTHON=python3.13` names another than the first that is new enough.
# Each has an environment of its own: `make test VENV=.venvs/3.13 PYTHON=python3.13`.
VENV ?= .venv
BIN := $(VENV)/bin
VERSIONS ?= --constraint requirements.lock
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install $(VERSIONS)
TESTS ?=

.PHONY: run test quick test-all test-ends test-newest shuffle faults check bench profile snapshots examples pictures keys lock clean

run: $(VENV)/run  ## open the app; this folder is its workspace
	@$(BIN)/matbot --workspace .

test: $(VENV)/test  ## install what tests need, and run them all
	@$(BIN)/python -c 'import sys; print("Testing with Python", sys.version.split()[0], "at", sys.executable, flush=True)'
	@$(BIN)/python -m pytest --numprocesses auto $(ORDER) $(TESTS)

QUICK := $(addprefix tests/unit/test_,text.py rubric.py rubric_checker.py review.py fold_once.py interview.py comparison.py \
	priorities.py frozen.py store_review_file.py store_file_merge.py commands.py report.py line_interview.py) \
	$(addprefix tests/ui/test_,home.py interview_screen.py interview_input.py check_answers.py)
quick: $(VENV)/test  ## run the tests of the core and of three pages, in under a minute, while you work
	@$(BIN)/python -m pytest --numprocesses auto $(QUICK)

test-all:  ## run all tests on every Python from 3.11 that this machine has
	@tools/pythons | { while read -r version python; do \
		$(MAKE) --no-print-directory test VENV=.venvs/$$version PYTHON=$$python </dev/null || failed="$$failed $$version"; \
	done; test -z "$$failed" || { echo "Tests failed on Python$$failed"; exit 1; }; }

# The order of the tests: `make test-ends SEED=1` runs them in that one again.
SEED := $(or $(SEED),$(shell date +%s))
ORDER ?=
test-ends:  ## run the tests of everything but the browser and the faults, in random order, on the oldest and the newest Python
	@echo "The tests run in random order. To run them in the same order again: make test-ends SEED=$(SEED)"
	@tools/pythons | sed -n '1p;$$p' | uniq | { while read -r version python; do \
		test "$$version" = "$$($(BIN)/python -c 'import sys; print(sys.version.split()[0])' 2>&1)" || \
		$(MAKE) --no-print-directory test VENV=.venvs/$$version PYTHON=$$python TESTS='tests/unit tests/ui' \
			ORDER='-o addopts=--strict-markers -q --randomly-seed=$(SEED)' </dev/null || exit 1; \
	done; }

SHUFFLES ?= 20
shuffle: $(VENV)/test  ## run the tests of screens in random order, with tasks that begin at once and tasks that wait
	@for run in $$(seq $(SHUFFLES)); do for tasks in eager lazy; do \
		echo "Run $$run, $$tasks tasks, seed $$run"; \
		$(BIN)/python -m pytest -o addopts='-q --strict-markers' --randomly-seed=$$run \
			--tasks=$$tasks --numprocesses auto tests/ui || exit 1; \
	done; done

test-newest:  ## run all tests with the newest versions that pyproject.toml allows, in place of the lock's
	@rm -rf .venvs/newest
	@$(MAKE) --no-print-directory .venvs/newest/test VENV=.venvs/newest VERSIONS=--upgrade
	@.venvs/newest/bin/python tools/newer.py requirements.lock
	@$(MAKE) --no-print-directory test VENV=.venvs/newest

faults: $(VENV)/test  ## kill, fill and damage in full, for about 40 minutes; writes tests/faults/RESULTS.md
	@$(BIN)/python -m tests.faults.battery
	@MATBOT_RANDOM_KEYS=2000 MATBOT_RANDOM_SEEDS=3 $(BIN)/python -m pytest tests/ui/test_random_keys.py

check: $(VENV)/check  ## formatting, lint, types, and which way imports run
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/bench  ## measure everything in benchmarks/, for about 8 minutes; writes benchmarks/RESULTS.md
	@$(BIN)/python -m benchmarks

profile: $(VENV)/run  ## where the time goes before home stands, import by import
	@$(BIN)/python -m benchmarks.profile

snapshots: $(VENV)/test  ## take the pictures of every screen again; look at each before committing it
	@$(BIN)/python -m pytest tests/ui --snapshot-update

examples: $(VENV)/run  ## speak the demo again into transcripts/examples
	@$(BIN)/python -m matbot.demo transcripts/examples

pictures: $(VENV)/run  ## draw the pictures of the README and the guide from the real app
	@$(BIN)/python docs/pictures.py

keys: $(VENV)/run  ## write the keys, line-mode words and formats that guide and README list again
	@$(BIN)/python docs/keys.py

lock:  ## choose newer versions for requirements.lock (needs uv)
	uv pip compile --universal --python-version 3.11 --all-extras --no-header --no-annotate --no-emit-index-url --upgrade pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .venvs

$(BIN)/python:
	@python="$(PYTHON)"; test -n "$$python" || python=$$(tools/pythons --first | cut -d' ' -f2-); test -n "$$python" && \
		"$$python" -m venv $(VENV)

$(VENV)/run: $(BIN)/python pyproject.toml requirements.lock
	@echo "Setting up matbot in $(VENV) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/test: $(VENV)/run
	@$(PIP) --editable '.[test]'
	@touch $@

$(VENV)/bench: $(VENV)/test
	@$(PIP) --editable '.[test,bench]'
	@touch $@

$(VENV)/check: $(VENV)/bench
	@$(PIP) --editable '.[test,bench,check]'
	@touch $@
