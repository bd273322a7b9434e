"""`make new-service`, on a copy of the repository: what it writes passes every gate and its own tests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from clientkit_codegen import new_service
from clientkit_codegen.generation import layout

from .conftest import ROOT, Tree, environment

SPEC = "docs/parcels.yaml"
# All but those that look at everything else as well and take long; generation did their work for the new one.
FAST_GATES = ("hashes", "lint", "breaking", "inventory", "surface", "imports", "style")


def test_a_new_service_passes_the_gates_and_its_own_tests(tree: Tree) -> None:
    done = tree.run("new", "parcels", SPEC)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree.read("specs/services.toml").endswith('parcels = { facades = ["parcels"] }\n')
    assert tree.path("facades/parcels/_sync/parcels.py").is_file()
    assert tree.path("facades/parcels/__main__.py").is_file()
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
  /things?beta=true:
    get:
      operationId: listThings_beta
      tags: [client]
      responses: {'200': {description: All., content: {application/json: {schema: {type: array}}}}}
  /<first thing>:
    get: {operationId: first, tags: [client], responses: {'204': {description: Nothing.}}}
  /things#next:
    get:
      operationId: listThings#next
      tags: [client]
      parameters:
        - {name: Accept, in: header, required: true, schema: {type: string}}
      responses: {'200': {description: All., content: {application/json: {schema: {type: array}}}}}
  /jobs/{kind}/{id}:
    post:
      operationId: create_async_job
      tags: [Async jobs]
      parameters:
        - {name: kind, in: path, required: true, schema: {type: string, enum: [all, some]}}
        - {name: id, in: path, required: true, schema: {type: string, pattern: '^(a+)+$'}}
        - {name: async, in: query, required: true, schema: {type: string, enum: [now, later], default: later}}
        - {name: asynchronous, in: query, schema: {type: boolean}}
      requestBody: {$ref: '#/components/requestBodies/Job'}
      responses:
        '200':
          description: A job.
          content: {application/json: {schema: {$ref: '#/components/schemas/AsyncJob'}}}
  /jobs/all/first:
    post:
      operationId: first_job
      tags: [Async jobs]
      responses: {'200': {description: A job., content: {application/json: {schema: {type: object}}}}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  x-policy: {$ref: '../elsewhere.yaml'}
  parameters:
    size: {name: size, in: query, schema: {type: string, enum: [s, m]}}
  requestBodies:
    Job:
      required: true
      content:
        text/plain: {schema: {type: string}}
        application/json: {schema: {$ref: '#/components/schemas/NewJob'}}
  schemas:
    AsyncJob:
      allOf:
        - {$ref: '#/components/schemas/Later'}
        - {type: object, properties: {size: {$ref: '#/components/parameters/size/schema'}}}
    Later:
      type: object
      properties:
        id: {allOf: [{$ref: '#/components/schemas/Id'}, {description: Of the job.}], readOnly: true}
        none: {type: string, enum: []}
        by:
          allOf:
            - oneOf: [{type: object, additionalProperties: false}]
            - {type: object, properties: {n: {type: integer}}}
        first: {$ref: '#/components/schemas/NewJob/properties/what/oneOf/1'}
    Id: {type: string, maxLength: 9}
    NewJob:
      type: object
      required: [what, parts, version]
      properties:
        version: {type: string, enum: [3, null], nullable: true}
        parts: {type: array, minItems: 3, uniqueItems: true, items: {type: string, pattern: '^[0-9]{2}$'}}
        more: {type: object, minProperties: 1, additionalProperties: {type: integer, maximum: 0}}
        what:
          oneOf: [{$ref: '#/components/schemas/Cut'}, {type: object, properties: {kind: {type: string}}}]
          discriminator: {propertyName: kind, mapping: {cut: '#/components/schemas/Cut'}}
    Cut: {type: object, required: [kind], properties: {kind: {type: string}, depth: {type: number}}}
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
    assert "8 operations" in said
    left_out = {line.strip() for line in said.splitlines() if "left out" in line}
    assert left_out == {
        "GET /nothing: left out: 'only' allows only null, which cannot be sent; correct its schema"
    }
    facade = tree.read("facades/things/_async/client_.py")
    assert 'kind: str = "all"' in facade
    assert "least: int = 3" in facade
    assert 'beta: str = "true"' in facade
    jobs = tree.read("facades/things/_sync/async_jobs.py")
    assert "def create_async_job(" in jobs
    assert "AsyncJob:" in jobs
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


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("httpx", "installed here"),
        ("clientkit_codegen", "installed here"),
        ("conftest", "this repository"),
        ("tests", "this repository"),
        ("generated", "this repository"),
        ("clientkit", "is taken"),
        ("sbn", "is taken"),
        ("aux", "Windows"),
        ("base", "BaseClient"),
    ],
)
def test_a_name_that_hides_something_is_refused(name: str, told: str) -> None:
    with pytest.raises(new_service.RefusedError, match=rf"^NAME={name} .*{told}"):
        new_service.start(name, ROOT / SPEC)


@pytest.mark.parametrize("name", ["docs/parcels.md", "examples/parcels_quickstart.py", "tests/parcels"])
def test_what_is_there_is_not_written_over(tree: Tree, name: str) -> None:
    tree.path(name).symlink_to(tree.root / "nowhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tree.root)
        layout.project.cache_clear()
        try:
            with pytest.raises(new_service.RefusedError, match=f"^NAME=parcels is taken: {name}$"):
                new_service.start("parcels", tree.root / SPEC)
        finally:
            layout.project.cache_clear()
    assert not (tree.root / "nowhere").exists()


def test_a_name_that_is_taken_is_refused(tree: Tree) -> None:
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
