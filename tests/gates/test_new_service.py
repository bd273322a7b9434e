"""`make new-service`, on a copy of the repository: what it writes passes every gate and its own tests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from clientkit_codegen import new_service

from .conftest import ROOT, Tree, environment

SPEC = "docs/parcels.yaml"
# All but those that look at everything else as well and take long; generation did their work for the new one.
FAST_GATES = ("hashes", "lint", "breaking", "inventory", "surface", "imports", "style")


def test_a_new_service_passes_the_gates_and_its_own_tests(tree: Tree) -> None:
    done = tree.run("new", "parcels", SPEC)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree.read("specs/services.toml").endswith('parcels = { facades = ["parcels"] }\n')
    assert tree.path("facades/parcels/_sync/parcels.py").is_file()
    assert "ParcelsClient" in tree.read("docs/surface/parcels.txt")
    assert "(parcels.md)" in tree.read("docs/index.md")

    only = [each for name in FAST_GATES for each in ("--only", name)]
    checked = tree.run("check", *only)
    assert checked.returncode == 0, checked.stdout
    run(tree, "-m", "mypy", "--strict", "facades/parcels", "sandbox/clientkit_sandbox/parcels.py")
    run(tree, "-m", "pytest", "-p", "no:cacheprovider", "tests/parcels")
    assert run(tree, "examples/parcels_quickstart.py")


FOREIGN = """
openapi: 3.0.3
info: {title: Things of others, version: '1'}
security: [{key: []}]
paths:
  /things:
    get:
      operationId: listThings
      tags: [client]
      parameters:
        - {name: kind, in: query, required: true, schema: {type: string, default: all}}
        - {name: least, in: query, required: true, schema: {type: integer, default: 3}}
        - name: ids
          in: query
          required: true
          style: pipeDelimited
          explode: false
          schema: {type: array, minItems: 2, items: {type: integer}}
        - {name: where, in: query, required: true, schema: {$ref: '#/components/schemas/Where'}}
        - {name: more, in: query, content: {application/json: {schema: {type: object}}}}
      responses:
        '200':
          description: All.
          content: {application/json: {schema: {$ref: '#/components/schemas/Things'}}}
  /notes:
    post:
      operationId: addNote
      tags: [property]
      requestBody: {required: true, content: {text/x-note: {schema: {type: string}}}}
      responses:
        '200': {description: As it was added., content: {text/x-note: {schema: {type: string}}}}
  /state:
    get:
      operationId: getState
      tags: [raw]
      responses:
        default: {description: The state., content: {text/plain: {schema: {type: string}}}}
  /nothing:
    get:
      operationId: getNothing
      tags: [raw]
      parameters:
        - name: only
          in: query
          required: true
          schema: {type: array, items: {nullable: true, enum: [null]}}
      responses: {'204': {description: Nothing.}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Where: {type: object, properties: {town: {type: string}}}
    Things:
      type: object
      required: [total]
      properties: {things: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
    Base: {type: object, additionalProperties: false, properties: {id: {type: string}}}
    Thing:
      allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {size: {type: integer}}}]
"""


def test_a_document_of_others_passes_mypy_and_its_own_tests(tree: Tree) -> None:
    tree.write("things.yaml", FOREIGN)
    tree.commit()
    assert tree.run("new", "things", "things.yaml").returncode == 1
    assert tree.git("status", "--short") == ""

    done = tree.run("new", "things", "--spec", "things.yaml", "--skip")
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr
    assert "3 operations" in said
    left_out = {line.strip() for line in said.splitlines() if "left out" in line}
    assert left_out == {
        "GET /nothing: left out: 'only' allows only null, which cannot be sent; correct its schema"
    }
    facade = tree.read("facades/things/_async/client_.py")
    assert 'kind: str = "all"' in facade
    assert "least: int = 3" in facade
    run(tree, "-m", "mypy", "--strict", "facades/things", "sandbox/clientkit_sandbox/things.py")
    run(tree, "-m", "pytest", "-p", "no:cacheprovider", "tests/things")


def run(tree: Tree, *arguments: str) -> str:
    """Run Python in the tree; return what it prints."""
    roots = ":".join(str(tree.path(name)) for name in ("generated", "facades", "sandbox", "scripts"))
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=tree.root,
        env={
            **environment(),
            "PYTHONPATH": roots,
            "MYPYPATH": roots,
            # What it read of other libraries serves the next test as well.
            "MYPY_CACHE_DIR": str(tree.root.parent / "mypy"),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_spec_in_json_without_marks_gets_them(tmp_path: Path) -> None:
    document = yaml.safe_load((ROOT / SPEC).read_text(encoding="utf-8"))
    place = tmp_path / "parcels.json"
    place.write_text(json.dumps(document), encoding="utf-8")
    text, is_own = new_service.text_of(place, new_service.read_spec(place))
    assert is_own
    placed = yaml.safe_load(text)
    operation = placed["paths"]["/parcels"]["post"]
    assert (operation.pop("x-idempotent"), operation.pop("x-provenance")) == (False, "doc")
    assert operation == document["paths"]["/parcels"]["post"]
    assert "x-idempotent" not in placed["paths"]["/parcels"]["get"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Parcels", "lower case"),
        ("json", "standard library"),
        ("class", "keyword of Python"),
        ("new-thing", "lower case"),
    ],
)
def test_a_name_that_cannot_be_one_is_refused(tree: Tree, name: str, told: str) -> None:
    done = tree.run("new", name, SPEC)
    assert (done.returncode, told in done.stderr) == (1, True)
    assert tree.git("status", "--short") == ""


def test_a_name_that_is_taken_is_refused(tree: Tree) -> None:
    from clientkit_codegen.generation import layout

    taken = layout.services()[0].name
    done = tree.run("new", taken, SPEC)
    assert done.returncode == 1
    assert f"NAME={taken} is taken: specs/{taken}.yaml" in done.stderr
    assert tree.git("status", "--short") == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("specs/parcels.yaml", "is taken: specs/parcels.yaml"),
        ("facades/parcels", "is taken: facades/parcels"),
    ],
)
def test_nothing_is_written_through_a_link(tree: Tree, tmp_path: Path, name: str, told: str) -> None:
    tree.path(name).unlink(missing_ok=True)
    tree.path(name).symlink_to(tmp_path / "elsewhere")
    spec = tree.path("parcels.yaml")
    spec.write_text((ROOT / SPEC).read_text(encoding="utf-8"), encoding="utf-8")
    tree.commit()
    done = tree.run("new", "parcels", str(spec))
    assert (done.returncode, told in done.stderr) == (1, True)
    assert not (tmp_path / "elsewhere").exists()
    assert tree.git("status", "--short") == ""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("openapi: 3.1.0", "openapi: 4.0.0", "OpenAPI 3.0 to 3.2 is needed"),
        ("openapi: 3.1.0", "swagger: '2.0'", "Swagger 2.0 is not read"),
        ("operationId: getParcel\n", "operationId: listParcels\n", "listParcels"),
    ],
)
def test_a_spec_that_cannot_be_used_leaves_nothing_behind(tree: Tree, old: str, new: str, told: str) -> None:
    tree.edit(SPEC, old, new)
    tree.commit()
    done = tree.run("new", "parcels", SPEC)
    assert (done.returncode, told in done.stderr) == (1, True)
    assert tree.git("status", "--short") == ""
