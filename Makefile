# make run    set up what is missing, then serve the portals with the demonstration registry
# make test   set up what is missing, then check everything
# make quick  the checks without a program, and the unit tests on SQLite: for while you work
# make coverage  the tests with branches counted, and a floor
# make lint   the checks without a program alone
# make setup  the set-up alone, with the tools for development
# make pictures  the pictures of the README, from the demonstration registry (needs Chromium)
# make lock   resolve the dependencies anew and write the lock files
# make measure  the long measurements, which no check waits for
# make reading LANGUAGE=ti  every page of families in one language, as one text to read and as pictures, in var/reading
# make measure-languages  the tests of pages in every language that is offered, and every page of each looked over; hours
# make api-fuzz  thousands of calls that are made of the API's description, right ones and broken ones; some minutes
# make test-spark  the tests that need Spark and Java, in an environment that has them: SPARK_PYTHON=path/to/python

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Errors only: what pip says about root, its own version and its own future is of no use here. Modules are compiled when
# they are first imported, which spares half the time of an installation.
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 $(BIN)/python -m pip install -qq --root-user-action=ignore --no-compile
# A build takes the setuptools of the lock file and fetches nothing.
NO_FETCHING := --no-build-isolation --use-pep517
# The lock files are complete, so pip has nothing to resolve. Wheels only, but for PyMeeus (pure Python), which has none.
PINNED := --require-hashes --no-deps --only-binary :all: --no-binary pymeeus $(NO_FETCHING)
UV := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --custom-compile-command "make lock"

# Tests start some hundred processes, each of which would compile the modules anew where the environment forbids to keep them.
unexport PYTHONDONTWRITEBYTECODE

CODE := matching search web i18n wsgi.py tools/benchmarks

# Stamps of finished steps: a step is done again when the file it was made from has become newer than its stamp.
BUILD := $(VENV)/.installed-build
RUNTIME := $(VENV)/.installed-runtime
TOOLS := $(VENV)/.installed-tools
PROJECT := $(VENV)/.installed-project
LABORATORY := $(VENV)/.installed-laboratory

.PHONY: api-fuzz reading measure-languages messages coverage pictures setup run test quick lint test-spark measure measure-thousands measure-registry measure-names lock format
.DELETE_ON_ERROR:

setup: $(RUNTIME) $(TOOLS) $(PROJECT) $(LABORATORY)

# `exec`, so that the signals of the terminal reach the program itself and its exit status is the command's. Until the
# program stands, Ctrl-C waits (where `env` can block signals): Python answers it with a traceback while it starts.
QUIETLY := $(shell env --block-signal=INT true 2> /dev/null && echo env --block-signal=INT)
run: $(RUNTIME) $(PROJECT)
	@OVILLO_DEMONSTRATION=$${OVILLO_DEMONSTRATION:-yes} exec $(QUIETLY) $(BIN)/ovillo run

test: setup
	@sh tools/ensure-chromium
	$(CHECKS)
	$(SECOND_OPINION)
	$(BIN)/python -m pytest -n 2 -m "not measurement"

# What needs no program: format, lint, types, import contracts, catalogues.
define CHECKS
$(BIN)/ruff format --check
$(BIN)/ruff check
$(BIN)/mypy
$(BIN)/lint-imports
$(BIN)/python -m i18n.check
endef

SECOND_OPINION = $(BIN)/bandit --quiet --recursive --severity-level medium --configfile pyproject.toml $(CODE)

lint: setup
	$(CHECKS)
	$(SECOND_OPINION)

# What a change is tried with while it is made: SQLite alone, no browser, nothing that takes its time.
quick: setup
	$(CHECKS)
	$(BIN)/python -m pytest -n 2 -q -m "not postgresql and not browser and not slow" --ignore=tests/benchmarks

# Branches of the product that tests go through, with a floor: half as long again as the tests alone.
coverage: setup
	@sh tools/ensure-chromium
	$(BIN)/python -m pytest -n 2 -q --cov --cov-report=term:skip-covered --cov-fail-under=98

pictures: setup
	@sh tools/ensure-chromium
	PYTHONPATH=. $(BIN)/python tools/make_pictures.py

# Folders with known truth; nothing of them belongs to this project. One has requests.jsonl, senders' sheets and
# truth.tsv, the other labelled pairs of names, a gallery and queries.
DATA ?= ../shared/data/registry
NAMES ?= ../shared/data/names
measure: measure-thousands measure-registry measure-names

# Ten thousand damaged photos, ten thousand partial filings.
reading: setup
	@sh tools/ensure-chromium
	OVILLO_READING=$(LANGUAGE) $(BIN)/python -m pytest -q -s -m measurement tests/browser/test_reading.py

measure-languages: setup
	@sh tools/ensure-chromium
	OVILLO_TEST_LANGUAGES=all $(BIN)/python -m pytest -q -n 2 -m "not postgresql and not slow" tests/i18n tests/web tests/browser \
		tests/security/test_same_page_for_every_outcome.py tests/benchmarks/test_family_bytes.py
	$(BIN)/python -m pytest -q -n 2 -m measurement tests/browser/test_every_family_page.py

measure-thousands: setup
	$(BIN)/python -m pytest -q -m measurement

# More than five thousand generated calls of the API, each answer held against its description.
api-fuzz: setup
	$(BIN)/python -m pytest -q -s -m measurement tests/security/test_thousands_of_calls.py

measure-registry: setup
	@test -d $(DATA) || { echo "NOT RUN: there is no folder $(DATA); make measure DATA=FOLDER"; exit 1; }
	$(BIN)/ovillo evaluate registry $(DATA)
	$(BIN)/ovillo evaluate registry $(DATA) --postgresql

measure-names: setup
	@test -d $(NAMES) || { echo "NOT RUN: there is no folder $(NAMES); make measure NAMES=FOLDER"; exit 1; }
	$(BIN)/ovillo evaluate names $(NAMES) --part held-back
	$(BIN)/ovillo bench names $(NAMES)

# Spark is no part of the tools for development: pip install '.[spark]' into an environment of its own that has those too.
SPARK_PYTHON ?= $(BIN)/python
test-spark: setup
	@$(SPARK_PYTHON) -c 'import pyspark' || { echo "NOT RUN: $(SPARK_PYTHON) has no Spark; make test-spark SPARK_PYTHON=PYTHON"; exit 1; }
	@command -v java > /dev/null || { echo "NOT RUN: there is no Java"; exit 1; }
	$(SPARK_PYTHON) -m pytest tests/search/relinking/test_spark_engine.py

# New sentences into the catalogues; somebody translates them before they are offered.
messages: setup
	$(BIN)/python -m i18n.extract

format: setup
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

# Keeps what is locked and still fits; `make lock UPGRADE=--upgrade` takes the newest of everything.
lock: setup
	$(UV) $(UPGRADE) --group build --output-file requirements-build.lock
	$(UV) $(UPGRADE) --constraints requirements-build.lock --output-file requirements.lock pyproject.toml
	$(UV) $(UPGRADE) --constraints requirements.lock --group dev --output-file requirements-dev.lock pyproject.toml

$(BIN)/python:
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)

$(BUILD): requirements-build.lock | $(BIN)/python
	@$(PIP) $(PINNED) --requirement $<
	@touch $@

$(RUNTIME): requirements.lock $(BUILD)
	@echo "Installing the libraries ..."
	@$(PIP) $(PINNED) --requirement $<
	@touch $@

$(TOOLS): requirements-dev.lock $(RUNTIME)
	@echo "Installing the tools for development ..."
	@$(PIP) $(PINNED) --requirement $<
	@touch $@

$(PROJECT): pyproject.toml $(RUNTIME)
	@$(PIP) --no-deps $(NO_FETCHING) --editable .
	@touch $@

$(LABORATORY): tools/pyproject.toml $(PROJECT) $(TOOLS)
	@$(PIP) --no-deps $(NO_FETCHING) --editable tools
	@touch $@
