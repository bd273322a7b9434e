"""What the generator would lose is an error that says where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Package

JSON = {"application/json": {"schema": {"type": "object"}}}


@pytest.fixture
def spec() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {
            "/items/{item_id}": {
                "get": {
                    "operationId": "get_item",
                    "tags": ["items"],
                    "parameters": [
                        {"name": "item_id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "responses": {"200": {"description": "OK", "content": JSON}},
                }
            }
        },
        "components": {"schemas": {}},
    }


def operation(spec: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = spec["paths"]["/items/{item_id}"]["get"]
    return found


def problems(spec: dict[str, Any], folder: Path) -> list[str]:
    from clientkit_codegen.generation import layout
    from clientkit_codegen.generation.document import RefusedError
    from clientkit_codegen.generation.package import write_package

    with pytest.raises(RefusedError) as caught:
        write_package(spec, folder / "items_api", layout.TEMPLATES)
    return caught.value.problems


def parameter(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec)["parameters"].append({"name": "q", "in": "query", **fields})


def body(content: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec).update(requestBody={"content": content})


def answer(content: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec)["responses"]["200"].update(content=content)


def fields(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec).update(values)


ARRAY = {"type": "array", "items": {"type": "string"}}
VARIANT = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (parameter(schema={"type": "object"}), "an object is not supported"),
        (parameter(schema={"type": "object"}, style="deepObject"), "style deepObject is not supported"),
        (parameter(schema=ARRAY, explode=False), "explode: false is not supported"),
        (parameter(schema={"anyOf": [{"type": "string"}, ARRAY]}, explode=False), "explode: false"),
        (parameter(content=JSON), "`content` instead of `schema`"),
        (
            lambda spec: operation(spec)["parameters"].append({"$ref": "#/components/parameters/No"}),
            "leads nowhere",
        ),
        (parameter(schema=ARRAY, **{"in": "header"}), "an array is supported in the query only"),
        (parameter(schema={"type": "string"}, **{"x-path-segments": True}), "is for path parameters"),
        (body({}), "exactly one media type, here are: none"),
        (body({**JSON, "text/csv": {"schema": {"type": "string"}}}), "exactly one media type"),
        (body({"application/json": {}}), "has no schema"),
        (body({"multipart/form-data": {"schema": {"type": "string"}}}), "body is an object"),
        (answer({**JSON, "application/problem+json": {"schema": {"type": "string"}}}), "different schemas"),
        (answer({"application/json": {"schema": {"type": "array"}}}), "must have items or prefixItems"),
        (fields(**{"x-stream": "lines"}), "x-stream must be one of bytes, sse, not 'lines'"),
        (
            fields(**{"x-idempotency-key": "key"}),
            "write x-idempotency-key as {in: body or header, name: ...}",
        ),
        (fields(**{"x-idempotency-key": {"in": "query", "name": "key"}}), "in must be one of body, header"),
        (fields(parameters=[]), "Path parameters do not match with path"),
    ],
)
def test_loss_names_the_operation(
    spec: dict[str, Any], tmp_path: Path, change: Callable[[dict[str, Any]], None], says: str
) -> None:
    change(spec)
    found = problems(spec, tmp_path)
    assert any(each.startswith("get_item") and says in each for each in found), found


def test_operation_without_an_id_is_told_by_its_place(spec: dict[str, Any], tmp_path: Path) -> None:
    del operation(spec)["operationId"]
    assert problems(spec, tmp_path) == [
        "#/paths/~1items~1{item_id}/get: GET /items/{item_id} has no operationId, which names its module"
    ]


def test_two_operations_of_one_module(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["paths"]["/others"] = {"get": {"operationId": "getItem", "responses": {}}}
    (problem,) = problems(spec, tmp_path)
    assert problem.startswith("getItem (#/paths/~1others/get): its module get_item.py is the one of get_item")


def test_variants_that_cannot_be_told_apart(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["components"]["schemas"] = {
        "Left": VARIANT,
        "Right": VARIANT,
        "Both": {
            "type": "object",
            "properties": {
                "side": {
                    "oneOf": [{"$ref": "#/components/schemas/Left"}, {"$ref": "#/components/schemas/Right"}]
                }
            },
        },
    }
    (problem,) = problems(spec, tmp_path)
    assert problem.startswith(
        "side: the variants Left, Right cannot be told apart; give each a required property"
    )


def test_discriminator_that_names_no_variant(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["components"]["schemas"] = {
        "Left": VARIANT,
        "Either": {
            "oneOf": [{"$ref": "#/components/schemas/Left"}],
            "discriminator": {"propertyName": "a", "mapping": {"x": "Right"}},
        },
    }
    (problem,) = problems(spec, tmp_path)
    assert problem == "#/components/schemas/Either: the discriminator maps x to no variant of this union"


@pytest.mark.parametrize(
    ("schemas", "says"),
    [
        ({"Response": VARIANT}, "the schema Response: the name is taken"),
        (
            {"Item": {"type": "object", "properties": {"to_dict": {"type": "string"}}}},
            "Item.to_dict: the name is taken",
        ),
    ],
)
def test_names_that_would_hide_something(
    spec: dict[str, Any], tmp_path: Path, schemas: dict[str, Any], says: str
) -> None:
    spec["components"]["schemas"] = schemas
    assert any(says in each for each in problems(spec, tmp_path))


def test_key_that_is_there_twice(tmp_path: Path) -> None:
    from clientkit_codegen.generation.document import RefusedError, load

    (tmp_path / "twice.yaml").write_text("info: 1\npaths: {}\ninfo: 2\n")
    with pytest.raises(RefusedError, match="line 3: the key 'info' is there twice"):
        load(tmp_path / "twice.yaml")


def test_dates_of_a_spec_stay_text(tmp_path: Path) -> None:
    from clientkit_codegen.generation.document import load

    (tmp_path / "dates.yaml").write_text("version: 2026-01-02\n200: {}\n")
    assert load(tmp_path / "dates.yaml") == {"version": "2026-01-02", "200": {}}


def test_everything_wrong_is_told_at_once(spec: dict[str, Any], tmp_path: Path) -> None:
    parameter(schema=ARRAY, explode=False)(spec)
    fields(**{"x-stream": "lines"})(spec)
    assert len(problems(spec, tmp_path)) == 2


def test_operation_without_a_module_is_told(probe: Path, tmp_path: Path) -> None:
    """Whatever the generator says of what it did."""
    from clientkit_codegen.generation.document import RefusedError, load, prepare
    from clientkit_codegen.generation.package import refuse_missing

    with pytest.raises(RefusedError, match=r"get_thing: GET /things/.* was dropped by the generator"):
        refuse_missing(prepare(load(probe)), tmp_path)


def test_upstream_drops_operations_in_silence(upstream: Package, probe: Path) -> None:
    from clientkit_codegen.generation.document import load, prepare

    written = {path.stem for path in upstream.root.glob("api/*/*.py")}
    assert prepare(load(probe)).operations.keys() - written == {"create_thing", "replace_notes"}
