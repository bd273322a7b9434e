# Every target makes what it needs: a fresh clone, `make demo` or `make test`, nothing else.
.DEFAULT_GOAL := help
.PHONY: help install install-newest install-lowest lock generate check surface drift new-service demo test \
  sandbox bench docs dist clean
override VENV := .venv
override PY := $(VENV)/bin/python
override STAMP := $(VENV)/.installed

# What callers give reaches commands through the environment, as it is: neither make nor a shell reads it. In a
# recipe it is "$$NAME", in double quotes.
override INPUTS := NAME SPEC SERVICE URL BASE FORMAT FAIL_ON ARGS TRY TAG ALL UPGRADE PYTHON PEERS JSON COMPARE
$(foreach each,$(INPUTS),$(if $(filter undefined,$(origin $(each))),,$(eval override $(each) := $$(value $(each)))))
export $(INPUTS)

# The system's Python, for what runs before .venv is there: `make install PYTHON=python3.12`.
override define BASE_PYTHON
@command -v "$${PYTHON:-python3}" >/dev/null || { echo "make: no $${PYTHON:-python3} here; install Python 3.11 or newer" >&2; exit 1; }
@"$${PYTHON:-python3}"
endef

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# Again only when what is installed changed.
$(STAMP): pyproject.toml requirements.lock scripts/install.py
	$(BASE_PYTHON) scripts/install.py
	@touch $@

install: $(STAMP) ## Make .venv with exactly what requirements.lock says

install-newest: ## The same with the newest of everything that pyproject.toml allows
	$(BASE_PYTHON) scripts/install.py newest
	@touch $(STAMP)

install-lowest: ## The same with the lowest of everything that pyproject.toml names (needs uv)
	$(BASE_PYTHON) scripts/install.py lowest
	@touch $(STAMP)

lock: ## Write requirements.lock from pyproject.toml (UPGRADE=1 for newer releases of what is locked)
	$(BASE_PYTHON) scripts/lock.py $(if $(UPGRADE),--upgrade)

generate: $(STAMP) ## Specs to generated code and derived sync modules (changed specs only; ALL=1 for all)
	@$(PY) -m clientkit_codegen generate $(if $(ALL),--all)
	@$(PY) scripts/docs.py write

check: $(STAMP) ## Everything CI checks short of tests (BASE=ref, FORMAT=text|json|github)
	@$(PY) -m clientkit_codegen check $${BASE:+--base="$$BASE"} $${FORMAT:+--format="$$FORMAT"}
	@$(PY) scripts/docs.py check

docs: $(STAMP) ## The site, into build/docs/site: pages, reference, search; links and anchors are checked
	@$(PY) scripts/docs.py build

surface: $(STAMP) ## Write docs/surface/: names, parameters, defaults and types of every facade
	@$(PY) -m clientkit_codegen surface

drift: $(STAMP) ## A server's OpenAPI document against ours: SERVICE=name URL=address-or-file
	@$(PY) -m clientkit_codegen drift $${FAIL_ON:+--fail-on="$$FAIL_ON"} $${FORMAT:+--format="$$FORMAT"} -- "$$SERVICE" "$$URL"

demo: $(STAMP) ## Generate everything anew, then run the quickstarts against the sandbox, over real HTTP
	@$(PY) -m clientkit_codegen generate --all
	@$(PY) -m clientkit_codegen demo

test: $(STAMP) ## Run every test, or what ARGS says: ARGS='tests/sbn -k keys'
	@$(PY) scripts/run_tests.py

sandbox: $(STAMP) ## Serve the sandboxes until stopped
	@$(PY) -m clientkit_sandbox

new-service: $(STAMP) ## Start a new service: NAME=parcels SPEC=path/to/openapi.yaml
	@$(PY) -m clientkit_codegen new -- "$$NAME" "$$SPEC"

bench: $(STAMP) ## Benchmarks of the wheel, as ratios against raw httpx (PEERS=1, JSON=1, COMPARE=file)
	@$(PY) -m benchmarks $(if $(PEERS),--peers) $(if $(JSON),--json) $${COMPARE:+--compare="$$COMPARE"}

dist: $(STAMP) ## Make a release in dist/: built twice, checked, tried (TRY=all|core|none)
	@$(PY) scripts/dist.py $${TRY:+--try="$$TRY"} $${TAG:+--tag="$$TAG"}

clean: ## Remove .venv, caches and build output
	@rm -rf $(VENV) dist build .clientkit_cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
