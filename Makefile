# `make demo` assesses the example; `make test` checks everything. Both first make the environment from the lock.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT ?= lockin-report

.PHONY: demo test units lint lock golden clean

$(VENV)/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "lockin-audit needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(VENV)/ready
	$(BIN)/lockin-audit demo --out $(REPORT)

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The types are checked beside the tests, which leave a processor idle now and then.
test: $(VENV)/ready
	@$(MAKE) --no-print-directory -j2 lint units

units: $(VENV)/ready
	$(BIN)/python -m pytest -n 2 --dist loadfile

golden: $(VENV)/ready
	$(BIN)/python -m pytest --update-golden -q

# Needs uv; writes names, versions and hashes only.
lock:
	uv pip compile pyproject.toml build.in --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-annotate -o requirements.lock

clean:
	rm -rf $(VENV) $(REPORT) .mypy_cache .ruff_cache .hypothesis dist
