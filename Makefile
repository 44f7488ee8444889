# Needs only make and Python 3.11 or later with venv. No package index is named here: pip uses
# the machine's own configuration.
#
#   make run     set up what running needs, load the Idlib 2019 example, serve it
#   make test    set up what testing needs, then lint, types, arrows between rooms, tests
PY ?= python3
EXAMPLE ?= idlib-2019
RUNTIME := .venv-run
DEV := .venv
RUN_READY := $(RUNTIME)/.ready
DEV_READY := $(DEV)/.ready
PEERS_READY := $(DEV)/.peers-ready
PYTHON_IS_NEW_ENOUGH = $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	"Python 3.11 or later is needed. Name one: make PY=python3.11 ...")'
INSTALL := -m pip --disable-pip-version-check install --quiet --no-deps
COMPILE := $(DEV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header

.PHONY: run test setup lock lint types arrows tests torture bench peers translations vendor

run: $(RUN_READY)
	$(RUNTIME)/bin/tawthiq serve --example $(EXAMPLE)

test: lint types arrows tests

setup: $(DEV_READY)

lint: $(DEV_READY)
	$(DEV)/bin/ruff check .
	$(DEV)/bin/ruff format --check .

types: $(DEV_READY)
	$(DEV)/bin/mypy

arrows: $(DEV_READY)
	PYTHONPATH=src $(DEV)/bin/lint-imports

tests: $(DEV_READY)
	$(DEV)/bin/python -m pytest -q -n 2 --dist loadgroup

# The long runs, of which `make tests` runs a short cut each.
torture: $(DEV_READY)
	$(DEV)/bin/python -m pytest -q -m torture

bench: $(PEERS_READY)
	$(DEV)/bin/python -m benchmarks

# Splink, Spark and recordlinkage beside the rest: for benchmarks and for the tests of Spark.
peers: $(PEERS_READY)

# The compiled catalogues are committed, so that running needs no compiler.
translations: $(DEV_READY)
	$(DEV)/bin/python scripts/catalogue.py
	$(DEV)/bin/pybabel compile --directory src/tawthiq/web/locale --domain django --statistics

# Needs npm; only for taking a new version of a vendored file.
vendor: $(DEV_READY)
	$(DEV)/bin/python scripts/vendor.py

# Versions stay where they are unless asked: make lock UPGRADE=--upgrade
lock: $(DEV_READY)
	$(COMPILE) $(UPGRADE) pyproject.toml --extra evidence --group build -o requirements.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --extra evidence --extra media --extra postgres --extra s3 \
		--group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) $(UPGRADE) pyproject.toml --all-extras --group dev --group peers \
		-c requirements-dev.lock -o requirements-peers.lock
	! grep -nE '://|--(extra-)?index|--find-links' requirements*.lock

$(RUN_READY): requirements.lock pyproject.toml
	@$(PYTHON_IS_NEW_ENOUGH)
	$(PY) -m venv $(RUNTIME)
	$(RUNTIME)/bin/python $(INSTALL) --require-hashes -r requirements.lock
	$(RUNTIME)/bin/python $(INSTALL) --no-build-isolation -e .
	touch $@

$(PEERS_READY): requirements-peers.lock $(DEV_READY)
	$(DEV)/bin/python $(INSTALL) --no-build-isolation --require-hashes -r requirements-peers.lock
	touch $@

$(DEV_READY): requirements-dev.lock pyproject.toml
	@$(PYTHON_IS_NEW_ENOUGH)
	$(PY) -m venv $(DEV)
	$(DEV)/bin/python $(INSTALL) --require-hashes -r requirements-dev.lock
	$(DEV)/bin/python $(INSTALL) --no-build-isolation -e .
	touch $@
