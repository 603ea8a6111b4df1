# Everything a person types here: `make` alone lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help

## Say what can be made.
help:
	@awk '/^## /{text=substr($$0,4)} /^[a-z-]+:/{if(text){split($$1,name,":"); printf "make %-14s %s\n", name[1], text; text=""}}' $(MAKEFILE_LIST)

## Install everything into .venv (done by the others where needed).
setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Fingerpost needs Python 3.11 or newer; this is ' + sys.version.split()[0] + '. Try: make PYTHON=python3.11')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,postgres]"
	touch $(STAMP)

## Read the documents in data/raw, write the reports, load the directory, build its website.
migrate: $(STAMP)
	$(BIN)/fingerpost migrate; code=$$?; [ $$code -le 1 ] && $(BIN)/fingerpost load && $(BIN)/fingerpost publish && \
	  echo "Now: source $(BIN)/activate, then fingerpost --help; first open reports/summary.html" && exit $$code

## Run all tests (the quick and the slow ones), each file of them in one process, the longest first.
test: $(STAMP)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

## Run the tests that take seconds.
quick: $(STAMP)
	$(BIN)/python -m pytest -n auto -m "not slow"

## Try the review page and the site for everybody, and write from what was found reports/accessibility.html and the record that the site's own page is told from.
accessibility: $(STAMP)
	FINGERPOST_WRITE_ACCESSIBILITY=1 $(BIN)/python -m pytest -n auto --maxprocesses 4 tests/reviewing/page/test_accessibility.py tests/publishing/accessibility

## Check format, lint, types, import contracts, and run the quick tests.
check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto -m "not slow"

## Check the rules: their examples, and that no category is given less rightly than before.
rules: $(STAMP)
	$(BIN)/fingerpost taxonomy check
	$(BIN)/fingerpost taxonomy check --baseline tests/gold/baseline.json

## Write how right each category is on the project's own gold; the difference is the review.
rules-baseline: $(STAMP)
	$(BIN)/fingerpost taxonomy check --write-baseline tests/gold/baseline.json

## Learn from the exemplars anew, after a change to them (rules/learned is shipped).
learned: $(STAMP)
	$(BIN)/python -m fingerpost.running.rules.shipping

## Write the golden files anew; the difference is the review.
golden: $(STAMP)
	FINGERPOST_WRITE_GOLDEN=1 $(BIN)/python -m pytest -m "not slow" -k golden

## Draw the pictures of docs/reviewing.md anew (LibreOffice, Chromium and poppler-utils).
pictures: $(STAMP)
	$(BIN)/python -m tests.support.pictures docs/pictures

.PHONY: help setup migrate test quick accessibility check rules rules-baseline golden learned pictures
