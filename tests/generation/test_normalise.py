"""Documents of others: their one form, the ids that are made, overlays, several files."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from clientkit.operation import query
from clientkit_codegen import diff
from clientkit_codegen.generation import overlay, source
from clientkit_codegen.generation.normalise import UnsupportedError, made_id, normalise


def document(schema: dict[str, Any], version: str = "3.0.3") -> dict[str, Any]:
    return {"openapi": version, "info": {}, "components": {"schemas": {"A": schema}}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "string", "enum": ["a"], "nullable": True},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"minimum": 1, "exclusiveMinimum": True}, {"exclusiveMinimum": 1}),
        ({"minimum": 1, "exclusiveMinimum": False}, {"minimum": 1}),
        ({"type": "string", "example": "x"}, {"type": "string", "examples": ["x"]}),
        ({"$ref": "#/b", "type": "string"}, {"$ref": "#/b"}),
        ({"$ref": "#/b", "nullable": True}, {"anyOf": [{"$ref": "#/b"}, {"type": "null"}]}),
        ({"type": "object", "required": ["a", "a"]}, {"type": "object", "required": ["a"]}),
        ({"type": "any"}, {}),
    ],
)
def test_3_0_is_read_as_3_1(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = normalise(document(old)).data
    assert found["components"]["schemas"]["A"] == new
    assert (found["openapi"], found["paths"]) == ("3.1.0", {})


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("GET /agents/{agentId}/runs", "get_agents_by_agentId_runs"),
        ("GET /", "get_root"),
        ("DELETE /files/{*}", "delete_files_by_wildcard"),
    ],
)
def test_an_id_is_made_of_method_and_path(key: str, name: str) -> None:
    assert made_id(key) == name


def test_a_recorded_id_stays() -> None:
    data = {
        "openapi": "3.1.0",
        "info": {},
        "paths": {"/a": {"get": {"operationId": "new"}}, "/b": {"get": {}}},
    }
    found = normalise(data, {"GET /a": "old", "GET /gone": "gone"})
    assert found.ids == {"GET /a": "old", "GET /b": "get_b"}
    assert found.data["paths"]["/a"]["get"]["operationId"] == "old"


def test_swagger_2_is_refused_with_one_line() -> None:
    with pytest.raises(UnsupportedError, match=r"^Swagger 2.0 is not read.*convert it first$"):
        normalise({"swagger": "2.0"})


def test_files_become_one_document(tmp_path: Path) -> None:
    (tmp_path / "main.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: 'parts/a.yaml'}\n"
    )
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.yaml").write_text(
        "get:\n  operationId: a\n  responses:\n    '200':\n      description: A.\n"
        "      content: {application/json: {schema: {$ref: 'node.yaml'}}}\n"
    )
    (tmp_path / "parts" / "node.yaml").write_text("type: object\nproperties: {next: {$ref: '#'}}\n")
    data = source.read(tmp_path / "main.yaml").data
    answer = data["paths"]["/a"]["get"]["responses"]["200"]
    name = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    assert data["components"]["schemas"][name]["properties"]["next"]["$ref"].startswith(
        "#/components/schemas/"
    )
    assert "x-files" not in data


SEVERAL = {
    "api.yml": """
openapi: 3.0.0
info: {title: Several, version: '1', description: {$ref: about.md}}
paths:
  /v1/parcels:
    get: {$ref: resources/parcels/list.yml}
    post: {$ref: resources/parcels/create.yml}
  /v1/parcels/{id}: {$ref: resources/parcels/one.yml}
components:
  schemas: {Size: {type: string, enum: [s, m]}}
""",
    "about.md": "# Several files\n",
    "resources/parcels/list.yml": """
operationId: parcels_list
tags: [Parcels]
parameters:
  - $ref: ../../shared/parameters.yml#/per_page
  - {name: size, in: query, schema: {$ref: ../../api.yml#/components/schemas/Size}}
responses:
  '200': {$ref: answers/parcels.yml}
  '401': {$ref: ../../shared/answers.yml#/unauthorized}
""",
    "resources/parcels/create.yml": """
operationId: parcels_create
tags: [Parcels]
requestBody: {required: true, content: {application/json: {schema: {$ref: models/parcel.yml}}}}
responses: {'201': {$ref: answers/parcel.yml}}
""",
    "resources/parcels/one.yml": """
parameters: [{$ref: '../../shared/parameters.yml#/id'}]
get:
  operationId: parcels_get
  tags: [Parcels]
  responses: {'200': {$ref: answers/parcel.yml}}
""",
    "resources/parcels/answers/parcels.yml": """
description: Parcels.
headers: {ratelimit-limit: {$ref: ../../../shared/headers.yml#/limit}}
content:
  application/json:
    schema:
      allOf:
        - {type: object, properties: {parcels: {type: array, items: {$ref: ../models/parcel.yml}}}}
        - {$ref: ../../../shared/page.yml}
    examples: {all: {$ref: examples.yml#/all}}
""",
    "resources/parcels/answers/parcel.yml": """
description: A parcel.
content: {application/json: {schema: {properties: {parcel: {$ref: ../models/parcel.yml}}}}}
""",
    "resources/parcels/answers/examples.yml": "all: {value: {parcels: []}}\n",
    "resources/parcels/models/parcel.yml": """
type: object
properties:
  id: {type: string}
  parts: {type: array, items: {$ref: parcel.yml}}
  state: {$ref: 'state.yml'}
""",
    "resources/parcels/models/state.yml": "type: string\nnullable: true\n",
    "shared/parameters.yml": """
per_page: {name: per_page, in: query, schema: {type: integer, maximum: 200}}
id: {name: id, in: path, required: true, schema: {type: string}}
""",
    "shared/answers.yml": """
unauthorized:
  description: No key.
  content: {application/json: {schema: {$ref: error.yml}}}
""",
    "shared/error.yml": "type: object\nproperties: {message: {type: string}}\n",
    "shared/headers.yml": "limit: {schema: {type: integer}}\n",
    "shared/page.yml": "type: object\nproperties: {links: {type: object}}\n",
}


def test_a_document_of_several_files_becomes_a_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientkit_codegen.generation import layout
    from clientkit_codegen.generation.package import write_package

    for name, text in SEVERAL.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    written = write_package(source.read(tmp_path / "api.yml"), tmp_path / "several_api", layout.TEMPLATES)
    assert written.operations == ["parcels_list", "parcels_create", "parcels_get"]
    monkeypatch.syspath_prepend(str(tmp_path))
    listing = import_module("several_api.api.parcels.parcels_list")
    models = import_module("several_api.models")
    call = listing.OPERATION(per_page=5, size=models.Size.S)
    assert (call.request.path, call.request.query) == ("/v1/parcels", "per_page=5&size=s")
    parcel = models.Parcel.from_dict({"id": "a", "state": None, "parts": [{"id": "b"}]})
    assert (parcel.state, parcel.parts[0].id) == (None, "b")


def test_a_document_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.yaml").write_text("openapi: 3.1.0\ninfo: {title: X, version: '1'}\npaths: {}\n")
    assert diff.main([str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")]) == 2
    said = capsys.readouterr().err
    assert said == f"clientkit diff: {tmp_path / 'new.yaml'}: there is no such file\n"


def test_a_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "main.yaml").write_text("openapi: 3.1.0\npaths: {/a: {$ref: '../secret.yaml'}}\n")
    with pytest.raises(source.SourceError, match="outside the folder"):
        source.read(tmp_path / "main.yaml")


def test_an_overlay_says_why() -> None:
    data = {"paths": {"/a": {"get": {"tags": ["x"], "summary": "old"}}, "/b": {}}}
    actions = [
        {"target": "$.paths['/a'].get", "description": "wrong", "update": {"summary": "new", "tags": ["y"]}},
        {"target": "$.paths['/b']", "description": "gone", "remove": True},
    ]
    fixed = overlay.apply(data, {"overlay": "1.0.0", "actions": actions})
    assert fixed == {"paths": {"/a": {"get": {"tags": ["x", "y"], "summary": "new"}}}}
    assert data["paths"]["/b"] == {}
    with pytest.raises(overlay.OverlayError, match="why it is needed"):
        overlay.apply(data, {"overlay": "1.0.0", "actions": [{"target": "$.paths", "remove": True}]})
    with pytest.raises(overlay.OverlayError, match="is not in the document"):
        overlay.apply(
            data, {"overlay": "1.0.0", "actions": [{"target": "$.x", "description": "d", "remove": True}]}
        )


@pytest.mark.parametrize(
    ("value", "style", "sent"),
    [
        (["a", "b"], "form", "q=a,b"),
        (["a", "b"], "pipeDelimited", "q=a%7Cb"),
        (["a", "b"], "spaceDelimited", "q=a%20b"),
        ({"a": 1, "b": {"c": [2, 3]}}, "deepObject", "q%5Ba%5D=1&q%5Bb%5D%5Bc%5D=2&q%5Bb%5D%5Bc%5D=3"),
        ({"a": 1, "b": True}, "exploded", "a=1&b=true"),
        ({"a": 1}, "form", "q=a,1"),
        ({"a": 1}, "json", "q=%7B%22a%22%3A1%7D"),
    ],
)
def test_a_parameter_is_sent_in_its_style(value: Any, style: str, sent: str) -> None:
    assert query({"q": value}, {}, styles={"q": style}) == sent
