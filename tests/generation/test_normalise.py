"""Documents of others: their one form, the ids that are made, overlays, several files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientkit.operation import query
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
