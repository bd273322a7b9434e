"""What the house asks of a spec: every rule, by a spec that breaks it alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from clientkit_codegen.compat import Document
from clientkit_codegen.gates import GATES, Finding
from clientkit_codegen.gates.lint import problems_of
from clientkit_codegen.generation import layout

from .conftest import Tree

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
ERROR: Json = {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}
GOOD: Json = {
    "openapi": "3.1.0",
    "tags": [{"name": "things"}],
    "paths": {
        "/things": {
            "post": {
                "operationId": "make_thing",
                "tags": ["things"],
                "summary": "Make a thing.",
                "x-provenance": "doc",
                "x-idempotent": False,
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                },
                "responses": {
                    "201": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                    },
                    "4XX": ERROR,
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string", "x-extensible-enum": ["a", "b"]},
                    "enum": {"type": "string", "example": {"enum": ["x"]}},
                    "key": TEXT,
                },
            },
            "Mode": {"type": "string", "enum": ["fast", "slow"]},
        }
    },
}


def operation(document: Json) -> Json:
    found: Json = document["paths"]["/things"]["post"]
    return found


def schemas(document: Json) -> Json:
    found: Json = document["components"]["schemas"]
    return found


def linked(document: Json, **link: Any) -> None:
    document["paths"]["/things/{key}"] = {
        "parameters": [{"name": "key", "in": "path", "required": True, "schema": TEXT}],
        "get": {**operation(document), "operationId": "get_thing", "responses": {"4XX": ERROR}},
    }
    operation(document)["responses"]["201"]["links"] = {"get": {"operationId": "get_thing", **link}}


def broken(mutate: Callable[[Json], object]) -> set[tuple[str, str]]:
    document = copy.deepcopy(GOOD)
    mutate(document)
    return {(rule, at) for at, rule, _ in problems_of(Document(document))}


def union(*variants: Json, **more: Any) -> Json:
    return {"oneOf": list(variants), **more}


def tagged(value: str) -> Json:
    return {"type": "object", "properties": {"kind": {"const": value}}}


POST = "#/paths/~1things/post"
LINK = f"{POST}/responses/201/links/get"
THING = "#/components/schemas/Thing"


def test_a_good_spec_has_no_problems() -> None:
    assert broken(lambda document: None) == set()


@pytest.mark.parametrize(
    ("rule", "at", "mutate"),
    [
        ("operation-id", POST, lambda d: operation(d).pop("operationId")),
        ("operation-id", POST, lambda d: operation(d).update(operationId="make-thing")),
        (
            "operation-id",
            "#/paths/~1more/post",
            lambda d: d["paths"].update({"/more": d["paths"]["/things"]}),
        ),
        ("tag", POST, lambda d: operation(d).pop("tags")),
        ("tag", POST, lambda d: operation(d)["tags"].append("things")),
        ("tag", POST, lambda d: operation(d).update(tags=["others"])),
        ("summary", POST, lambda d: operation(d).update(summary=" ")),
        ("error-answers", POST, lambda d: operation(d)["responses"].pop("4XX")),
        (
            "error-answers",
            POST,
            lambda d: (
                operation(d)["responses"].pop("4XX"),
                operation(d).pop("requestBody"),
                operation(d).update(security=[{"key": []}]),
            ),
        ),
        (
            "error-answers",
            f"{POST}/responses/4XX",
            lambda d: operation(d)["responses"].update({"4XX": {"content": {"application/json": {}}}}),
        ),
        (
            "media-type",
            f"{POST}/requestBody",
            lambda d: operation(d)["requestBody"]["content"].update({"text/plain": {}}),
        ),
        ("idempotency", POST, lambda d: operation(d).pop("x-idempotent")),
        (
            "idempotency",
            POST,
            lambda d: operation(d).update({"x-idempotency-key": {"in": "body", "name": "no"}}),
        ),
        (
            "idempotency",
            POST,
            lambda d: operation(d).update({"x-idempotency-key": {"in": "header", "name": "Idempotency-Key"}}),
        ),
        ("provenance", POST, lambda d: operation(d).pop("x-provenance")),
        ("provenance", POST, lambda d: operation(d).update({"x-provenance": "hearsay"})),
        (
            "provenance",
            f"{THING}/properties/key",
            lambda d: schemas(d)["Thing"]["properties"].update(
                key={"type": "string", "x-provenance": "hearsay"}
            ),
        ),
        (
            "closed-enum",
            "#/components/schemas/Mode",
            lambda d: schemas(d)["Thing"]["properties"].update(mode={"$ref": "#/components/schemas/Mode"}),
        ),
        (
            "union-tag",
            f"{THING}/properties/any",
            lambda d: schemas(d)["Thing"]["properties"].update(
                any=union(
                    {"type": "object", "properties": {"a": TEXT}},
                    {"type": "object", "properties": {"b": TEXT}},
                )
            ),
        ),
        (
            "union-tag",
            f"{THING}/properties/any",
            lambda d: schemas(d)["Thing"]["properties"].update(any=union(tagged("a"), tagged("a"))),
        ),
        ("link", LINK, lambda d: linked(d, operationId="no_such")),
        ("link", f"{LINK}/parameters/no", lambda d: linked(d, parameters={"no": "$response.body#/key"})),
        ("link", f"{LINK}/parameters/key", lambda d: linked(d, parameters={"key": "$response.body#/no"})),
        ("link", f"{LINK}/parameters/key", lambda d: linked(d, parameters={"key": "$request.path.key"})),
        ("link", f"{LINK}/requestBody/key", lambda d: linked(d, requestBody={"key": "$response.body#/0"})),
        ("link", f"{LINK}/requestBody", lambda d: linked(d, requestBody="$url.key")),
    ],
)
def test_a_problem_is_named_with_its_place(rule: str, at: str, mutate: Callable[[Json], object]) -> None:
    assert broken(mutate) == {(rule, at)}


@pytest.mark.parametrize(
    "mutate",
    [
        lambda d: operation(d).update({"x-idempotent": True}),
        lambda d: (operation(d)["responses"].pop("4XX"), operation(d).pop("requestBody")),
        lambda d: operation(d).update({"x-idempotency-key": {"in": "body", "name": "key"}}),
        lambda d: linked(d, parameters={"path.key": "$response.body#/key"}),
        lambda d: linked(d, parameters={"key": "seven"}, requestBody={"key": "$request.body#/key"}),
        lambda d: linked(d, requestBody="$request.body"),
        lambda d: d["paths"]["/things"].update(put=d["paths"]["/things"].pop("post")),
        # A closed enum in a request is the caller's guide; in an answer it would be a trap.
        lambda d: operation(d)["requestBody"]["content"]["application/json"].update(
            schema={"$ref": "#/components/schemas/Mode"}
        ),
        lambda d: schemas(d)["Thing"]["properties"].update(any=union(tagged("a"), tagged("b"))),
        lambda d: schemas(d)["Thing"]["properties"].update(any=union(tagged("a"), {"type": "null"})),
        lambda d: schemas(d)["Thing"]["properties"].update(any=union(TEXT, {"type": "integer"}, tagged("a"))),
        lambda d: schemas(d)["Thing"]["properties"].update(
            any=union(
                {"$ref": "#/components/schemas/Thing"},
                {"type": "object"},
                discriminator={"propertyName": "kind"},
            )
        ),
    ],
)
def test_what_is_allowed_is_not_named(mutate: Callable[[Json], object]) -> None:
    assert broken(mutate) == set()


def test_what_a_webhook_delivers_is_read_too() -> None:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Mode"}}}
    found = broken(lambda d: d.update(webhooks={"made": {"post": {"requestBody": {"content": content}}}}))
    assert found == {("closed-enum", "#/components/schemas/Mode")}


def test_a_clean_tree_passes_and_a_lost_mark_is_named(tree: Tree) -> None:
    assert tree.gate("lint")[0], tree.gate("lint")[1]
    from clientkit_codegen.generation import layout

    spec = layout.relative(layout.services()[0].spec)
    before = tree.read(spec).splitlines()
    number = next(index for index, line in enumerate(before) if line.startswith("      x-provenance:"))
    tree.write(spec, "\n".join([*before[:number], *before[number + 1 :], ""]))
    (gate,) = tree.report("lint")
    assert {each["rule"] for each in gate["findings"]} == {"provenance"}
    assert any("was here; keep it" in each["text"] for each in gate["findings"])
    assert {each["file"] for each in gate["findings"]} == {spec}


@pytest.mark.parametrize(("profile", "fails"), [("own", True), ("foreign", False)])
def test_merge_keys_with_several_parents_are_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str, fails: bool
) -> None:
    (tmp_path / "clientkit.toml").touch()
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "shop.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\npaths: {}\n"
        "x-a: &a {one: 1}\nx-b: &b {two: 2}\nx-both:\n  <<: [*a, *b]\n"
    )
    (tmp_path / "specs" / "services.toml").write_text(
        f'[services]\nshop = {{ facades = ["shop"], lint = "{profile}" }}\n'
    )
    monkeypatch.chdir(tmp_path)
    layout.project.cache_clear()
    try:
        found = [each for each in GATES["lint"]() if isinstance(each, Finding) and each.rule == "merge-key"]
    finally:
        layout.project.cache_clear()
    (finding,) = found
    assert finding.text.startswith("specs/shop.yaml:7: merge-key: `<<` with several parents")
    assert (finding.line, finding.fails) == (7, fails)
