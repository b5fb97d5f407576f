# Second Unit. Needs Python 3.11 to 3.13 and make; everything else is fetched into this folder.
#
#   make demo                      the whole package from our own script
#   make produce SCRIPT=FILE       the same from yours
#   make studio                    all of it in the browser
#   make test                      all tests
#   make check                     format, lint, types, architecture, tests
#   make bench                     the numbers, measured here
#   make docs                      the pages and examples of docs/, executed
#   make comfyui                   a real ComfyUI on the CPU, and its adapter run against it
#
# Without make:  uv run --frozen secondunit produce examples/right-ear-home.fountain

PYTHON ?= python3
UV_VERSION = 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN = $(UV) run --frozen --no-sync
SCRIPT ?= examples/right-ear-home.fountain

.PHONY: demo produce studio test check bench docs golden catalogues comfyui setup format clean

demo: setup
	$(RUN) secondunit produce examples/right-ear-home.fountain
	$(RUN) secondunit deliver --draft --out productions/right-ear-home

produce: setup
	$(RUN) secondunit produce "$(SCRIPT)"

studio: setup
	$(RUN) secondunit studio

test: setup
	$(RUN) pytest -n 2

check: setup
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(RUN) lint-imports
	$(UV) lock --check
	$(RUN) pytest -n 2

bench: setup
	$(RUN) python -m benchmarks

docs: setup
	$(RUN) pytest tests/docs src --doctest-modules

golden: setup
	SECONDUNIT_GOLDEN=write $(RUN) pytest -n 2 tests -k golden

comfyui: setup
	$(RUN) python -m benchmarks.comfyui_server

WEB = src/secondunit/entrypoints/web
catalogues: setup
	$(RUN) pybabel -q extract -F $(WEB)/locale/templates.cfg --no-location -o .venv/studio.pot $(WEB)
	$(RUN) pybabel -q update -N --no-fuzzy-matching -w 100 -l fr -i .venv/studio.pot \
		-o $(WEB)/locale/fr/LC_MESSAGES/studio.po
	$(RUN) pybabel -q compile -l fr -i $(WEB)/locale/fr/LC_MESSAGES/studio.po \
		-o $(WEB)/locale/fr/LC_MESSAGES/studio.mo

format: setup
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

setup: .venv/.ready

.venv/.ready: pyproject.toml uv.lock $(if $(findstring .uv/,$(UV)),.uv/bin/uv)
	$(UV) sync --frozen --quiet --compile-bytecode
	@# The first board compiles the numeric code; better here than before somebody's eyes.
	@$(RUN) secondunit produce examples/right-ear-home.fountain --through schedule \
		--out .venv/first-run --json > /dev/null
	@rm -rf .venv/first-run
	@touch .venv/.ready

.uv/bin/uv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Second Unit needs Python 3.11 or newer")'
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet uv==$(UV_VERSION)

clean:
	rm -rf .venv .uv productions
