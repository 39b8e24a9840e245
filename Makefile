# Two commands do everything: `make run` opens the desk on the demo, `make test` runs every check.
# Only Python 3.11 (or newer) and make are needed; all else is installed into .venv.

PYTHON ?= python3
VENV := .venv
# of a desk of a million records and 500,000 decisions, for `make bench`; the whole (SHARE=1) takes some ten minutes
SHARE ?= 0.1
BIN := $(VENV)/bin

# each start would compile every module anew where Python is told to keep no bytecode (PYTHONDONTWRITEBYTECODE)
COMPILE := @$(BIN)/python -m compileall -q factcheck_tui

.PHONY: run test lint format quality bench soak fuzz schema docs pictures clean

run: $(VENV)/ready ## the desk on the demo
	$(COMPILE)
	@$(BIN)/factcheck-tui demo

test: $(VENV)/ready-to-test lint ## every test, contract and lint
	$(COMPILE)
	$(BIN)/pytest -q -n 2 --dist worksteal

lint: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

quality: $(VENV)/ready-to-test ## how good matching and claim finding are, on ../shared/data
	$(BIN)/python tests/quality/ranking.py
	$(BIN)/python tests/quality/difference_pairs.py
	$(BIN)/python tests/quality/claim_finding.py

bench: $(VENV)/ready-to-test ## how quick the program is on this machine
	$(COMPILE)
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/matching_at_size.py
	$(BIN)/python tests/bench/importing.py
	$(BIN)/python tests/bench/size.py --share $(SHARE)
	$(BIN)/python tests/bench/stalls.py --share $(SHARE)
	$(BIN)/python tests/bench/beside.py

soak: $(VENV)/ready-to-test ## fifty checkers on one file beside an import, and kills: some minutes
	$(COMPILE)
	$(BIN)/python tests/soak/run.py

fuzz: $(VENV)/ready-to-test ## damaged files for every reader: ten minutes
	$(BIN)/python tests/soak/fuzz.py

schema: $(VENV)/ready-to-test ## db/schema.sql from the migrations
	$(BIN)/python tests/schema.py

docs: $(VENV)/ready-to-test ## docs/commands.md and the key table of README.md from the program
	$(BIN)/factcheck-tui man --markdown > docs/commands.md
	$(BIN)/python tests/readme.py

pictures: $(VENV)/ready-to-test ## screenshots/ from the real app and a real browser
	$(BIN)/python screenshots/take.py
	$(BIN)/python screenshots/take_html.py

$(VENV)/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "factcheck-tui needs Python 3.11 or newer; name one: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[all]'
	@touch $@

# --group needs pip 25.1, which the constraints name
$(VENV)/ready-to-test: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --group dev
	@touch $@

clean:
	find factcheck_tui -name __pycache__ -exec rm -r {} +
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
