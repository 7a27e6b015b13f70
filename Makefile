# make run    installs into .venv and builds the glossary and the memory from the project's own corpus
# make test   installs what the tests need and runs them
# make check  style, types, layers
# make test-cat      shows our files to OmegaT, translate-toolkit and LibreOffice, without a window; docs/testing.md says what to install
# make test-cat-all  the same, and Lokalize, Poedit and Weblate
# make bench  the benchmarks: tables of ratios against peers, no verdicts
# make lock   new lock files from pyproject.toml
# make messages  collects the interface's sentences for translation

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

.PHONY: run test test-cat test-cat-all check bench lock messages docs clean

run: .venv/run.stamp
	$(BIN)/termaccord build .

test: .venv/dev.stamp
	$(BIN)/python -m pytest

# Where a program is not there, these fail: a test that is passed over proves nothing.
test-cat: .venv/dev.stamp
	TERMACCORD_CAT=required $(BIN)/python -m pytest -q -m cat tests/cat

test-cat-all: .venv/dev.stamp .venv/weblate.stamp
	TERMACCORD_CAT=required $(BIN)/python -m pytest -q -m "cat or cat_all" tests/cat

check: .venv/dev.stamp
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/bench.stamp
	set -e; for script in benchmarks/[a-z]*.py; do echo; echo "== $$script"; $(BIN)/python $$script; done

lock: .venv/dev.stamp
	$(BIN)/python tools/lock.py

messages: .venv/dev.stamp
	$(BIN)/python tools/messages.py

docs: .venv/dev.stamp
	$(BIN)/python tools/docs.py

clean:
	rm -rf .venv .termaccord

.venv/bin/python:
	sh tools/venv.sh $(PYTHON)

.venv/run.stamp: .venv/bin/python requirements.lock pyproject.toml
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/run.stamp requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Pinned: later versions want other libraries of the system than Debian 12 has.
.venv/weblate.stamp: .venv/bin/python
	$(PYTHON) -m venv .venv/weblate
	.venv/weblate/bin/python -m pip --disable-pip-version-check --quiet install --prefer-binary \
	  weblate==5.14.3 'PyGObject<3.51' 'django-otp<1.7' 'psycopg[binary]'
	@touch $@

.venv/bench.stamp: .venv/dev.stamp requirements-bench.lock
	$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@
