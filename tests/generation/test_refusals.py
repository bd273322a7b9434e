"""What the generator would lose is an error that says where."""

from __future__ import annotations

import sys
from importlib import import_module
from itertools import count
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


def generated(spec: dict[str, Any], folder: Path) -> Callable[[str], Any]:
    """Generate a package; return what imports its modules."""
    from clientkit_codegen.generation import layout
    from clientkit_codegen.generation.package import write_package

    name = f"made_{next(NUMBERS)}_api"
    write_package(spec, folder / name, layout.TEMPLATES)
    sys.path.insert(0, str(folder))
    return lambda module: import_module(f"{name}.{module}")


def parameter(**fields: Any) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec)["parameters"].append({"name": "q", "in": "query", **fields})


def body(content: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec).update(requestBody={"content": content})


def answer(content: dict[str, Any]) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec)["responses"]["200"].update(content=content)


def fields(**values: Any) -> Callable[[dict[str, Any]], None]:
    return lambda spec: operation(spec).update(values)


NUMBERS = count()
ARRAY = {"type": "array", "items": {"type": "string"}}
VARIANT = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (parameter(schema=ARRAY, style="matrix"), "style matrix is not supported"),
        (parameter(schema={"type": "string"}, **{"x-path-segments": True}), "is for path parameters"),
        (fields(**{"x-stream": "lines"}), "x-stream must be one of bytes, sse, not 'lines'"),
        (
            fields(**{"x-idempotency-key": "key"}),
            "write x-idempotency-key as {in: body or header, name: ...}",
        ),
        (fields(**{"x-idempotency-key": {"in": "query", "name": "key"}}), "in must be one of body, header"),
    ],
)
def test_loss_names_the_operation(
    spec: dict[str, Any], tmp_path: Path, change: Callable[[dict[str, Any]], None], says: str
) -> None:
    change(spec)
    found = problems(spec, tmp_path)
    assert any(each.startswith("get_item") and says in each for each in found), found


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (
            lambda spec: operation(spec)["parameters"].append({"$ref": "#/components/parameters/No"}),
            "#/paths/~1items~1{item_id}/get/parameters/",
        ),
        (answer({"application/json": {"schema": {"$ref": "#/components/schemas/No"}}}), "#/paths/"),
        (parameter(schema={"type": "string"}, name='a"b', **{"in": "header"}), "#/paths/"),
    ],
)
def test_loss_names_the_place_and_what_to_do(
    spec: dict[str, Any], tmp_path: Path, change: Callable[[dict[str, Any]], None], at: str
) -> None:
    change(spec)
    (problem,) = problems(spec, tmp_path)
    assert problem.startswith(at)
    assert "; correct " in problem


def test_a_style_of_another_place_is_ignored_with_a_note(spec: dict[str, Any]) -> None:
    from clientkit_codegen.generation.document import prepare

    parameter(schema=ARRAY, style="simple")(spec)
    (note,) = prepare(spec).notes
    assert note.at == "#/paths/~1items~1{item_id}/get/parameters/1"
    assert "'simple' is no style of a parameter in query" in note.text


def test_one_report_has_what_the_generator_finds_as_well(
    spec: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clientkit_codegen.generation import layout, lowering, package
    from clientkit_codegen.generation.document import RefusedError
    from clientkit_codegen.generation.normalise import normalise

    # What reaches the generator and is refused there: everything known is brought into a form that it takes.
    monkeypatch.setattr(lowering._Lowering, "_combined", lambda self: None)
    parts = [{"$ref": "#/components/schemas/Text"}, {"type": "object"}]
    spec["components"]["schemas"] = {"Text": {"type": "string"}, "Mixed": {"allOf": parts}}
    mixed = {"application/json": {"schema": {"$ref": "#/components/schemas/Mixed"}}}
    answers = {"200": {"description": "OK", "content": mixed}}
    spec["paths"]["/mixed"] = {"get": {"operationId": "get_mixed", "responses": answers}}
    parameter(schema=ARRAY, style="matrix")(spec)
    with pytest.raises(RefusedError) as caught:
        package.write_whole(normalise(spec), tmp_path / "whole_api", layout.TEMPLATES)
    style, *others = caught.value.problems
    assert "style matrix is not supported" in style
    assert any(each.startswith("#/components/schemas/Mixed: ") for each in others)
    assert not (tmp_path / "whole_api").exists()


def test_a_broken_component_that_nothing_is_made_of_costs_no_operation(
    spec: dict[str, Any], tmp_path: Path
) -> None:
    from clientkit_codegen.generation import layout, package
    from clientkit_codegen.generation.normalise import normalise

    spec["components"]["schemas"] = {"Broken": {"properties": {"a": {"$ref": "#/nowhere"}}}}
    written = package.write_what_can_be(normalise(spec), tmp_path / "rest_api", layout.TEMPLATES)
    assert (written.operations, written.left_out) == (["get_item"], [])


def test_operations_of_one_module_are_numbered(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["paths"]["/others"] = {"get": {"operationId": "getItem", "responses": {}}}
    package = generated(spec, tmp_path)
    assert package("api.default.get_item_2").OPERATION.id == "getItem"
    assert package("api.items.get_item").OPERATION.id == "get_item"


def test_one_id_for_two_operations(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["paths"]["/others"] = {"get": {"operationId": "get_item", "responses": {}}}
    (problem,) = problems(spec, tmp_path)
    assert problem.startswith(
        "get_item (#/paths/~1others/get): its module get_item.py is the one of get_item"
    )


def test_variants_that_require_the_same_are_tried_in_a_stated_order(
    spec: dict[str, Any], tmp_path: Path
) -> None:
    spec["components"]["schemas"] = {
        "Left": VARIANT,
        "Right": {**VARIANT, "properties": {**VARIANT["properties"], "b": {"type": "string"}}},
        "Both": {
            "type": "object",
            "properties": {
                "side": {
                    "oneOf": [{"$ref": "#/components/schemas/Left"}, {"$ref": "#/components/schemas/Right"}]
                }
            },
        },
    }
    answer({"application/json": {"schema": {"$ref": "#/components/schemas/Both"}}})(spec)
    package = generated(spec, tmp_path)
    both = package("models").Both
    assert type(both.from_dict({"side": {"a": "1", "b": "2"}}).side).__name__ == "Right"
    assert type(both.from_dict({"side": {"a": "1"}}).side).__name__ == "Left"
    assert both.from_dict({"side": {"c": "1"}}).side == {"c": "1"}
    assert both.from_dict({"side": {"a": "1", "b": "2"}}).to_dict() == {"side": {"a": "1", "b": "2"}}


def test_discriminator_that_names_no_variant_is_noted(spec: dict[str, Any]) -> None:
    from clientkit_codegen.generation.document import prepare

    spec["components"]["schemas"] = {
        "Left": VARIANT,
        "Either": {
            "oneOf": [{"$ref": "#/components/schemas/Left"}],
            "discriminator": {"propertyName": "a", "mapping": {"x": "Right"}},
        },
    }
    (note,) = prepare(spec).notes
    assert str(note).startswith("#/components/schemas/Either: the discriminator maps x to no variant")


def test_names_that_would_hide_something_are_others(spec: dict[str, Any], tmp_path: Path) -> None:
    spec["components"]["schemas"] = {
        "Response": VARIANT,
        "Item": {"type": "object", "properties": {"to_dict": {"type": "string"}}},
    }
    models = generated(spec, tmp_path)("models")
    assert models.ResponseModel.from_dict({"a": "1"}).a == "1"
    assert models.Item(to_dict_value="x").to_dict() == {"to_dict": "x"}


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
    parameter(schema=ARRAY, style="matrix")(spec)
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
