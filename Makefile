# Working on Rawi, from nothing but Python 3.11 or later and make: `make demo` shows it, `make test` proves it.

PYTHON ?= $(firstword $(foreach python,python3 python3.13 python3.12 python3.11,$(shell \
	$(python) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))
BIN := .venv/bin
DB ?= demo.db
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet
HASHED := $(INSTALL) --require-hashes --requirement
STAMPS := .venv/.stamps

.PHONY: setup format lint types test bench bench-chronicle bench-web demo serve

# Create .venv with Rawi and what it needs.
setup: $(STAMPS)/package

# Lay out the code.
format: $(STAMPS)/dev
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

# Check style, slips and which package may import which.
lint: $(STAMPS)/dev
	$(BIN)/ruff check
	$(BIN)/lint-imports --no-cache

# Check the types.
types: $(STAMPS)/dev
	$(BIN)/mypy

# Run every check and test.
test: lint types
	$(BIN)/pytest

# Measure speed and memory, other readers beside Rawi.
bench: $(STAMPS)/bench
	@test -d benchmarks/node_modules || npm ci --prefix benchmarks --no-audit --no-fund >/dev/null 2>&1 || true
	$(BIN)/python benchmarks/run.py

# Measure the chronicle at 100,000 articles; takes a while.
bench-chronicle: $(STAMPS)/dev
	$(BIN)/python benchmarks/chronicle.py

# Measure the reading room under twenty readers, on a chronicle of 100,000 articles; takes a while.
bench-web: $(STAMPS)/dev
	$(BIN)/python benchmarks/web.py

# Print the records of the demo articles, and make a chronicle of them.
demo: setup
	@$(BIN)/rawi demo --db $(DB)

# Open the reading room on the chronicle DB, that of the demo articles where none is named; Ctrl-C closes it.
serve: setup
	@test -e $(DB) || $(BIN)/rawi demo --json --db $(DB) >/dev/null
	@$(BIN)/rawi serve --db $(DB)

# What is installed is remembered by a stamp for each list, so that a second call installs nothing. PATH is for uv_build, which looks there
# for its program.

$(STAMPS)/build: requirements/build.txt
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or later was found; name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(HASHED) $<
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/%: requirements/%.txt $(STAMPS)/build
	$(HASHED) $<
	@touch $@

$(STAMPS)/package: pyproject.toml $(STAMPS)/build $(STAMPS)/runtime
	PATH="$(CURDIR)/$(BIN):$$PATH" $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev $(STAMPS)/bench: $(STAMPS)/package
