"""Templates and what is committed: an upgrade of the generator forces a look, and no operation is missing."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module
from pathlib import Path

import openapi_python_client
import pytest

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "scripts" / "clientkit_codegen" / "templates"
UPSTREAM = json.loads((TEMPLATES / "UPSTREAM.json").read_text())
ORIGINALS = Path(openapi_python_client.__file__).parent / "templates"


@pytest.mark.parametrize("name", UPSTREAM["sha256"])
def test_upstream_original_is_the_one_that_ours_was_made_from(name: str) -> None:
    digest = hashlib.sha256((ORIGINALS / name).read_bytes()).hexdigest()
    assert digest == UPSTREAM["sha256"][name], (
        f"{name} has changed upstream: look at the difference, bring what is good into ours, "
        "then write the new hash into UPSTREAM.json"
    )


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.jinja")), ids=lambda path: path.name)
def test_template_says_where_it_is_from_and_why_it_differs(path: Path) -> None:
    head = path.read_text()[:600]
    if path.name in UPSTREAM["sha256"]:
        assert head.startswith(f"{{#- Made from openapi-python-client {UPSTREAM['version']}")
        assert "Differs" in head
    else:
        assert head.startswith("{#- Ours alone")


def test_every_operation_of_every_service_is_generated() -> None:
    from clientkit_codegen.generation import layout
    from clientkit_codegen.generation.document import load, prepare

    for service in layout.services():
        written = {path.stem: path for path in service.package.glob("api/*/[a-z]*.py")}
        operations = prepare(load(service.spec)).operations
        assert written.keys() == operations.keys()
        for name, facts in operations.items():
            group = written[name].parent.name
            operation = import_module(f"{service.package.name}.api.{group}.{name}").OPERATION
            assert (operation.id, operation.method, operation.path) == (facts.id, facts.method, facts.path)
