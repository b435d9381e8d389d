# Everything a developer or the CI runs; `make` alone lists it.

VENV := .venv
PY := $(VENV)/bin/python
PORT ?= 8000
# A part of the tests, such as T=tests/sources or T="tests/articles -k gate".
T ?=
# How many steps the machine takes on each database.
STEPS ?= 10000
# Over how many editions search is measured.
ROWS ?= 100000
OPENAPI := tests/contracts/openapi.yaml
PRODUCTION := $(VENV)/.installed-production
TEST := $(VENV)/.installed-test
DEV := $(VENV)/.installed-dev
PIP := $(PY) -m pip --disable-pip-version-check install --quiet --require-hashes --requirement

# The demo is a production installation; only its database, hosts and secrets are its own.
DEMO := ENV_FILE=var/demo.env VAR_DIR=$(CURDIR)/var/demo BASE_URL=http://127.0.0.1:$(PORT) \
  ALLOWED_HOSTS=127.0.0.1,localhost DJANGO_SETTINGS_MODULE=config.settings.production
# Production settings for the commands that only look at them.
LOOK := ENV_FILE= BASE_URL=https://assay.example DJANGO_SETTINGS_MODULE=config.settings.production \
  SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## list what can be made
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# -- Running ----------------------------------------------------------------------------------
.PHONY: demo
demo: demo-data ## a newsroom with content, served on 127.0.0.1:8000 (PORT= for another)
	@echo "Serving http://127.0.0.1:$(PORT)/ - stop with Ctrl-C."
	@$(DEMO) $(VENV)/bin/gunicorn --bind 127.0.0.1:$(PORT) --worker-class gthread --workers 2 \
	  --threads 4 --log-level warning config.wsgi

.PHONY: demo-data
demo-data: $(PRODUCTION) var/demo.env ## all of `make demo` but the serving
	@mkdir -p var/demo
	@$(DEMO) $(PY) manage.py migrate --verbosity 0
	@$(DEMO) $(PY) manage.py collectstatic --no-input --verbosity 0
	@$(DEMO) LOG_LEVEL=WARNING $(PY) manage.py load_demo

.PHONY: run
run: $(DEV) ## the development server on 127.0.0.1:8000, with the database in var/
	@mkdir -p var
	$(PY) manage.py migrate --verbosity 0
	$(PY) manage.py runserver 127.0.0.1:$(PORT)

# -- Testing ----------------------------------------------------------------------------------
.PHONY: test
test: $(TEST) ## all tests but the browser's, on SQLite and on PostgreSQL (T= for a part)
	@$(PY) -m tests.databases $(T)

.PHONY: browser
browser: $(TEST) chromium ## the tests that drive a real Chromium
	@$(PY) -m pytest -m browser $(T)

.PHONY: accuracy
accuracy: $(TEST) ## how well the figures and names check and the anchoring of citations do
	@$(PY) -m tests.accuracy

.PHONY: machine
machine: $(TEST) ## random people try every door at random, on both databases (STEPS=10000)
	@MACHINE_STEPS=$(STEPS) $(PY) -m tests.databases tests/articles/test_machine.py

.PHONY: search-scale
search-scale: $(TEST) ## search over 100,000 editions: plans, and how long each takes (ROWS=100000)
	@SEARCH_ROWS=$(ROWS) $(PY) -m tests.databases tests/articles/test_search_scale.py -n 0

.PHONY: chromium
chromium: $(TEST) ## find a Chromium, or install one as root
	@$(PY) -m tests.chromium

.PHONY: docs
docs: $(TEST) ## check that docs/reference names every setting, command, target and endpoint
	@$(PY) -m pytest -q tests/config/test_docs.py

# -- Checking ---------------------------------------------------------------------------------
.PHONY: check
check: format-check lint templates types imports deploy migrations docs test browser ## all that CI runs

.PHONY: format
format: $(DEV) ## format Python and templates, sort imports
	$(VENV)/bin/ruff check --select I --fix --quiet .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djlint --quiet --reformat templates || test $$? -eq 1  # 1: it changed something

.PHONY: format-check
format-check: $(DEV) ## fail where `make format` would change something
	$(VENV)/bin/ruff format --check .

.PHONY: lint
lint: $(DEV) ## ruff
	$(VENV)/bin/ruff check .

.PHONY: templates
templates: $(DEV) ## djlint: rules and layout of the templates
	$(VENV)/bin/djlint --quiet --lint templates
	$(VENV)/bin/djlint --quiet --check templates

.PHONY: types
types: $(DEV) ## mypy, strict
	$(VENV)/bin/mypy

.PHONY: imports
imports: $(DEV) ## the import contracts: who may know whom
	$(VENV)/bin/lint-imports --no-logo

.PHONY: deploy
deploy: $(DEV) ## Django's deployment checks against the production settings
	@$(LOOK) $(PY) manage.py check --deploy --fail-level WARNING

.PHONY: migrations
migrations: $(DEV) ## fail where a model has changed and no migration tells
	@$(LOOK) $(PY) manage.py makemigrations --check --dry-run

# -- Making files that are committed ----------------------------------------------------------
.PHONY: openapi
openapi: $(TEST) ## write the description of the API to tests/contracts/openapi.yaml
	@mkdir -p $(dir $(OPENAPI))
	@$(LOOK) $(PY) manage.py spectacular --validate --fail-on-warn --file $(OPENAPI)

.PHONY: design
design: $(TEST) ## write docs/reference/design.md from the tokens and components of the style guide
	@$(PY) -m tests.design

.PHONY: messages
messages: $(TEST) ## bring the catalogues of translations up to date with the code, and compile them
	@$(PY) -m tests.translations

.PHONY: screenshots
screenshots: $(TEST) chromium ## pictures of every page of the demo, and those of docs/images
	@$(MAKE) --no-print-directory demo-data
	@$(DEMO) $(PY) -m tests.screenshots

.PHONY: lock
lock: $(DEV) ## compile requirements/*.in to pinned and hashed *.txt
	@for name in base production test dev; do \
	  $(VENV)/bin/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header --no-strip-extras \
	    --output-file requirements/$$name.txt requirements/$$name.in || exit 1; done

.PHONY: clean
clean: ## remove .venv, the demo and caches; your own database and files in var/ stay
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage \
	  htmlcov var/demo var/demo.env var/test-templates
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# -- What the above stands on -----------------------------------------------------------------
# A stamp is older than its requirement file where something must be installed (again).
$(PRODUCTION): requirements/production.txt | $(PY)
	@echo "Installing what production needs into $(VENV) ..."
	@$(PIP) $<
	@touch $@

$(TEST): requirements/test.txt | $(PY)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) $<
	@touch $@ $(PRODUCTION)

$(DEV): requirements/dev.txt | $(PY)
	@echo "Installing what development needs into $(VENV) ..."
	@$(PIP) $<
	@touch $@ $(TEST) $(PRODUCTION)

$(PY):
	@python=$$(command -v python3.11 || command -v python3) || { \
	  echo "Assay needs Python 3.11 or newer. On Debian: apt-get install python3 python3-venv"; exit 1; }; \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "$$python is $$($$python --version), and Assay needs Python 3.11 or newer."; exit 1; }; \
	"$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$$python cannot make virtual environments. On Debian: apt-get install python3-venv"; exit 1; }; \
	"$$python" -m venv $(VENV)

var/demo.env: | $(PRODUCTION)
	@mkdir -p var
	@umask 077 && $(PY) -c 'import secrets; print("SECRET_KEY=" + secrets.token_urlsafe(64))' > $@
