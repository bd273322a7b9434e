# Every target makes what it needs: a fresh clone, `make demo` or `make test`, nothing else.
.DEFAULT_GOAL := help
.PHONY: help install generate check surface drift new-service demo test sandbox bench clean
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed

help: ## Show the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# Reinstalled only when pyproject.toml changed; uv does it faster where it is there.
$(STAMP): pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  { [ -x $(PY) ] || uv venv -q $(VENV); } && uv pip install -q --python $(PY) -e '.[dev]'; \
	else \
	  { [ -x $(PY) ] || python3 -m venv $(VENV); } && $(PY) -m pip install -q --disable-pip-version-check -e '.[dev]'; \
	fi
	@touch $@

install: $(STAMP) ## Make .venv with everything in it

generate: $(STAMP) ## Specs to generated code and derived sync twins (changed specs only; ALL=1 for all)
	@$(PY) -m clientkit_codegen generate $(if $(ALL),--all)

check: $(STAMP) ## Everything CI checks short of tests (BASE=ref, FORMAT=text|json|github)
	@$(PY) -m clientkit_codegen check $(if $(BASE),--base $(BASE)) $(if $(FORMAT),--format $(FORMAT))

surface: $(STAMP) ## Write docs/surface/: names, parameters, defaults and types of every facade
	@$(PY) -m clientkit_codegen surface

drift: $(STAMP) ## A server's OpenAPI document against ours: SERVICE=name URL=address-or-file
	@$(PY) -m clientkit_codegen drift "$(SERVICE)" "$(URL)" $(if $(FAIL_ON),--fail-on $(FAIL_ON)) $(if $(FORMAT),--format $(FORMAT))

demo: $(STAMP) ## Generate everything anew, then run the quickstarts against the sandbox, over real HTTP
	@$(PY) -m clientkit_codegen generate --all
	@$(PY) -m clientkit_codegen demo

test: $(STAMP) ## Run every test
	@$(PY) -m pytest -n auto --dist loadfile $(ARGS)

sandbox: $(STAMP) ## Serve the sandboxes until stopped
	@$(PY) -m clientkit_sandbox

new-service: $(STAMP) ## Start a new service: NAME=parcels SPEC=path/to/openapi.yaml
	@$(PY) -m clientkit_codegen new "$(NAME)" "$(SPEC)"

bench: $(STAMP) ## Benchmarks, as ratios against raw httpx and the standard library
	@$(PY) -m benchmarks

clean: ## Remove .venv, caches and build output
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
