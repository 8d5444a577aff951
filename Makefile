# Everything a user or a developer types. `make help` lists it.
# Set-up is lazy: a stamp under .venv/ says which lock file was installed.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PYTEST := $(PY) -m pytest

.DEFAULT_GOAL := help

# What Python compiled is kept: the tests start hundreds of programs.
unexport PYTHONDONTWRITEBYTECODE

ifndef SEED
SEED := $(shell $(PYTHON) -c 'import random; print(random.randrange(2**32))')
endif

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; $(PYTHON) is older"; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "python3-venv is missing; install it with: apt-get install python3-venv"; exit 1; }

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml | $(PY)
	@$(PYTHON) packaging/system/install.py run
	@echo "installing the pinned Python packages (once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/runtime.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(PY) -m compileall -q mwk_desktop
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.runtime
	@$(PYTHON) packaging/system/install.py test
	@echo "installing the pinned tools for tests and checks (once)"
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.lock
	@git config merge.compiled.driver true 2>/dev/null || true
	@touch $@

run: $(VENV)/.runtime ## set everything up and start the demo show
	@$(PY) -m mwk_desktop $(ARGS)

setup: $(VENV)/.dev ## install what tests and checks need

# Four workers on two cores: much of what is tested waits (for Kafka, for the sound card's clock, for bars).
test: $(VENV)/.dev ## set everything up and run all tests
	$(PYTEST) -m "not soak" -n 4 --dist loadfile $(ARGS)

soak: $(VENV)/.dev ## the long tests: floods, repeated kills, minutes of audio; properties with new examples
	@echo "hypothesis: the seed is $(SEED); make soak SEED=$(SEED) repeats these examples"
	$(PYTEST) -m "soak or hypothesis" --hypothesis-profile=random --hypothesis-seed=$(SEED) $(ARGS)

check: $(VENV)/.dev ## lint, format, types, import contracts, QML, documentation
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m mypy --platform darwin
	$(PY) -m mypy --platform win32
	$(VENV)/bin/lint-imports
	$(PY) packaging/house/unused.py
	$(PY) -m mwk_desktop.ui.qml_typeinfo --check
	$(PY) -m mwk_desktop.ui.translation --check
	$(PY) -m mwk_desktop.catalogue --check
	$(VENV)/bin/pyside6-qmllint --max-warnings 0 -I mwk_desktop/ui/qml mwk_desktop/ui/qml/Mwk/*.qml mwk_desktop/ui/qml/Mwk/*/*.qml
	$(PY) packaging/docs/reference.py --check
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --strict --quiet

mutants: $(VENV)/.dev ## change the deciding code at random: does a test notice? (hours; ARGS="--sample 60")
	$(PY) tests/mutants/run.py $(ARGS)

bench: $(VENV)/.dev ## figures beside their yardsticks
	$(PY) tests/benchmarks/run.py $(ARGS)

sounds: $(VENV)/.dev ## render the sound set again
	PYTHONPATH=packaging/sounds $(PY) -m mwk_sounds --output assets/sounds $(ARGS)

kafka: $(VENV)/.dev ## a real single-node Kafka on loopback
	$(PY) packaging/kafka/broker.py start

pictures: $(VENV)/.dev ## the windows' pictures in docs/images, of real shows (five minutes)
	$(PY) tests/ui/pictures.py $(ARGS)

docs: $(VENV)/.dev ## the documentation's pages and their sounds, into build/docs
	$(PY) packaging/docs/reference.py
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --strict --quiet
	$(PY) packaging/docs/listening.py
	@echo "build/docs/index.html"

dist: $(VENV)/.dev ## wheel, sdist, SBOM, frozen program and Debian package into dist/
	$(PY) packaging/bundle/build.py python frozen deb
	@cd dist && sha256sum music* > SHA256SUMS && cat SHA256SUMS

package: $(VENV)/.dev ## the same, each played in a bare Debian and removed again (ten minutes, root)
	@$(PYTHON) packaging/system/install.py package
	$(PY) packaging/bundle/build.py $(ARGS)

lock: $(PY) ## pin the dependencies again
	$(PY) -m pip install --quiet "pip-tools>=7.4"
	cd requirements && for part in runtime dev bundle; do ../$(VENV)/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --strip-extras --output-file $$part.lock $$part.in; done

clean: ## forget the environment and what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: help run setup test soak check mutants bench sounds kafka pictures docs dist package lock clean
