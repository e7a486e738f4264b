# One environment in .venv, made and filled once; again when pyproject.toml changes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
STAMP := $(VENV)/.installed

.PHONY: help demo test test-browser fuzz check self-check bench bench-speed docs samples clean

help:
	@echo "make demo         compare the sample reports in seeds/"
	@echo "make test         run every test but those in a browser"
	@echo "make test-browser open the pages in Chromium; pictures go to build/browser/pictures"
	@echo "make fuzz         feed every reader with damaged files, about a minute"
	@echo "make check        ruff, mypy and import-linter"
	@echo "make self-check   check the sample reports in seeds/ against each other; seeds/baseline.toml says what is known"
	@echo "make docs         write docs/checks.md and docs/schema/ from the code"
	@echo "make samples      write reports/ from seeds/"
	@echo "make bench        score against annotated data in DATA (benchmarks/README.md)"
	@echo "make bench-speed  time the pipeline and the gate against their bare parts"

$(STAMP): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[formats,dev]'
	touch $@

demo: $(STAMP)
	@for incident in seeds/*/; do \
	  echo "== $$incident"; \
	  $(BIN)/reconcile compare --quiet --fail-on never "$$incident" || exit 1; \
	  echo; \
	done

test: $(STAMP)
	$(BIN)/python -m pytest -m "not browser" --ignore=tests/browser

# Chromium and its driver are Debian's (chromium, chromium-driver), axe-core comes from npm.
test-browser: $(STAMP)
	$(BIN)/python -c 'import selenium' 2>/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[browser]'
	$(BIN)/python -m pytest tests/browser

fuzz: $(STAMP)
	RECONCILE_FUZZ=60 $(BIN)/python -m pytest tests/fuzz

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Nothing is taken from the cache: a change of the code has to show.
self-check: $(STAMP)
	@mkdir -p build
	@$(BIN)/reconcile check --config seeds/reconcile.toml --no-cache --quiet --output build/self-check.txt || { cat build/self-check.txt; exit 1; }
	@tail -n 2 build/self-check.txt

docs: $(STAMP)
	$(BIN)/python -m docs.write

samples: $(STAMP)
	$(BIN)/python reports/write.py

bench: $(STAMP)
	$(BIN)/python -m benchmarks.run --data $(DATA) $(if $(TASK),--task $(TASK))

bench-speed: $(STAMP)
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.reading --samples
	$(BIN)/python -m benchmarks.gate_speed

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
