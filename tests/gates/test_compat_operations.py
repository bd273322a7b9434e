"""What a change of an operation breaks, and that no removal goes unseen."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from clientkit_codegen.compat import Change, Document, compare
from hypothesis import given, settings
from hypothesis import strategies as st

Json = dict[str, Any]
Mutation = Callable[[Json], object]
TEXT: Json = {"type": "string"}
BASE: Json = {
    "openapi": "3.1.0",
    "security": [{"key": []}],
    "paths": {
        "/things/{thing_id}": {
            "parameters": [{"name": "thing_id", "in": "path", "required": True, "schema": TEXT}],
            "get": {
                "operationId": "get_thing",
                "parameters": [
                    {"name": "view", "in": "query", "schema": {"type": "string", "enum": ["full", "short"]}},
                    {"name": "ids", "in": "query", "schema": {"type": "array", "items": TEXT}},
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"ETag": {"required": True, "schema": TEXT}},
                        "content": {"application/json": {"schema": TEXT}, "text/csv": {"schema": TEXT}},
                    },
                    "404": {"description": ""},
                },
            },
            "patch": {
                "operationId": "update_thing",
                "x-idempotent": True,
                "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                "responses": {"204": {"description": ""}},
            },
        },
        "/things": {
            "post": {
                "operationId": "create_thing",
                "deprecated": True,
                "x-idempotency-key": {"in": "body", "name": "key"},
                "security": [{"key": ["write"]}, {"token": []}],
                "responses": {"201": {"description": ""}},
            }
        },
    },
    "webhooks": {
        "thing.made": {
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {"schema": {"type": "object", "properties": {"id": TEXT}}}
                    }
                }
            }
        }
    },
    "components": {
        "securitySchemes": {
            "key": {"type": "http", "scheme": "bearer"},
            "token": {"type": "apiKey", "in": "header", "name": "X-Token"},
        }
    },
}


def item(document: Json) -> Json:
    found: Json = document["paths"]["/things/{thing_id}"]
    return found


def get(document: Json) -> Json:
    found: Json = item(document)["get"]
    return found


def post(document: Json) -> Json:
    found: Json = document["paths"]["/things"]["post"]
    return found


def move(document: Json, old: str, new: str) -> None:
    document["paths"][new] = document["paths"].pop(old)


def changes(*mutations: Mutation) -> list[Change]:
    new = copy.deepcopy(BASE)
    for mutate in mutations:
        mutate(new)
    return compare(Document(copy.deepcopy(BASE)), Document(new))


def breaking(*mutations: Mutation) -> set[tuple[str, str, str]]:
    return {(each.operation, each.rule, each.breaks) for each in changes(*mutations) if each.breaks}


BREAKS: list[tuple[str, str, str, Mutation]] = [
    ("get_thing", "api-removed-without-deprecation", "callers", lambda d: item(d).pop("get")),
    ("create_thing", "api-removed-with-deprecation", "callers", lambda d: d["paths"].pop("/things")),
    ("create_thing", "api-path-changed", "callers", lambda d: move(d, "/things", "/all-things")),
    ("update_thing", "api-method-changed", "callers", lambda d: item(d).update(put=item(d).pop("patch"))),
    ("get_thing", "api-operation-id-removed", "callers", lambda d: get(d).update(operationId="read_thing")),
    ("get_thing", "request-parameter-removed", "callers", lambda d: get(d)["parameters"].pop()),
    (
        "get_thing",
        "new-required-request-parameter",
        "callers",
        lambda d: get(d)["parameters"].append({"name": "n", "in": "query", "required": True, "schema": TEXT}),
    ),
    (
        "get_thing",
        "request-parameter-became-required",
        "callers",
        lambda d: get(d)["parameters"][0].update(required=True),
    ),
    (
        "get_thing",
        "request-parameter-enum-value-removed",
        "callers",
        lambda d: get(d)["parameters"][0]["schema"]["enum"].pop(),
    ),
    (
        "get_thing",
        "request-parameter-serialization-changed",
        "callers",
        lambda d: get(d)["parameters"][1].update(explode=False),
    ),
    ("update_thing", "request-body-removed", "callers", lambda d: item(d)["patch"].pop("requestBody")),
    (
        "update_thing",
        "request-body-became-required",
        "callers",
        lambda d: item(d)["patch"]["requestBody"].update(required=True),
    ),
    (
        "create_thing",
        "request-body-added-required",
        "callers",
        lambda d: post(d).update(requestBody={"required": True, "content": {}}),
    ),
    (
        "update_thing",
        "request-body-media-type-removed",
        "callers",
        lambda d: item(d)["patch"]["requestBody"].update(content={"text/plain": {}}),
    ),
    (
        "update_thing",
        "request-idempotency-removed",
        "callers",
        lambda d: item(d)["patch"].pop("x-idempotent"),
    ),
    ("create_thing", "request-idempotency-removed", "callers", lambda d: post(d).pop("x-idempotency-key")),
    (
        "get_thing",
        "response-success-status-removed",
        "readers",
        lambda d: get(d)["responses"].update({"201": get(d)["responses"].pop("200")}),
    ),
    (
        "get_thing",
        "response-media-type-removed",
        "readers",
        lambda d: get(d)["responses"]["200"]["content"].pop("text/csv"),
    ),
    (
        "get_thing",
        "response-body-type-changed",
        "readers",
        lambda d: get(d)["responses"]["200"]["content"]["text/csv"].update(schema={"type": "integer"}),
    ),
    (
        "get_thing",
        "required-response-header-removed",
        "readers",
        lambda d: get(d)["responses"]["200"].pop("headers"),
    ),
    (
        "get_thing",
        "response-header-became-optional",
        "readers",
        lambda d: get(d)["responses"]["200"]["headers"]["ETag"].pop("required"),
    ),
    ("get_thing", "response-stream-changed", "readers", lambda d: get(d).update({"x-stream": "bytes"})),
    ("create_thing", "api-security-removed", "callers", lambda d: post(d)["security"].pop()),
    (
        "create_thing",
        "api-security-scope-added",
        "callers",
        lambda d: post(d)["security"][0].update(key=["write", "admin"]),
    ),
    ("POST thing.made", "webhook-removed", "readers", lambda d: d["webhooks"].clear()),
    (
        "POST thing.made",
        "response-optional-property-removed",
        "readers",
        lambda d: d["webhooks"]["thing.made"]["post"]["requestBody"]["content"]["application/json"]["schema"][
            "properties"
        ].clear(),
    ),
]


@pytest.mark.parametrize(("operation", "rule", "who", "mutate"), BREAKS, ids=[each[1] for each in BREAKS])
def test_a_break_is_named_with_its_operation_and_who_suffers(
    operation: str, rule: str, who: str, mutate: Mutation
) -> None:
    assert breaking(mutate) == {(operation, rule, who)}


def test_security_where_there_was_none_breaks_callers() -> None:
    old, new = copy.deepcopy(BASE), copy.deepcopy(BASE)
    get(old)["security"] = []
    found = compare(Document(old), Document(new))
    assert [(each.operation, each.rule) for each in found] == [("get_thing", "api-security-added")]
    found = compare(Document(new), Document(old))
    assert [(each.rule, each.breaks) for each in found] == [("api-security-alternative-added", "")]


@pytest.mark.parametrize(
    ("rule", "mutate"),
    [
        (
            "endpoint-added",
            lambda d: d["paths"].update({"/new": {"get": {"operationId": "new", "responses": {}}}}),
        ),
        ("endpoint-deprecated", lambda d: get(d).update(deprecated=True)),
        (
            "new-optional-request-parameter",
            lambda d: get(d)["parameters"].append({"name": "n", "in": "query"}),
        ),
        ("response-non-success-status-added", lambda d: get(d)["responses"].update({"500": {}})),
        (
            "response-non-success-status-added",
            lambda d: get(d)["responses"].update({"4XX": get(d)["responses"].pop("404")}),
        ),
        (
            "response-non-success-status-added",
            lambda d: get(d)["responses"].update({"default": get(d)["responses"].pop("404")}),
        ),
        ("response-success-status-added", lambda d: get(d)["responses"].update({"202": {}})),
        (
            "response-media-type-added",
            lambda d: get(d)["responses"]["200"]["content"].update({"text/html": {}}),
        ),
        (
            "request-parameter-enum-value-added",
            lambda d: get(d)["parameters"][0]["schema"]["enum"].append("x"),
        ),
        ("request-body-added-optional", lambda d: post(d).update(requestBody={"content": {}})),
        ("api-security-alternative-added", lambda d: get(d).update(security=[{"key": []}, {"token": []}])),
        ("webhook-added", lambda d: d["webhooks"].update({"thing.gone": {"post": {}}})),
    ],
)
def test_an_addition_breaks_nobody_and_is_listed(rule: str, mutate: Mutation) -> None:
    assert [(each.rule, each.breaks) for each in changes(mutate)] == [(rule, "")]


@pytest.mark.parametrize(
    "mutate",
    [
        lambda d: get(d).update(summary="Other words."),
        lambda d: get(d)["parameters"].reverse(),
        lambda d: get(d)["parameters"][1].update(style="form", explode=True),
        lambda d: item(d)["get"].update(parameters=[*item(d)["parameters"], *get(d)["parameters"]]),
        lambda d: d["components"]["securitySchemes"].update(key={"type": "oauth2"}),
    ],
)
def test_the_same_said_in_another_way_is_no_change(mutate: Mutation) -> None:
    assert changes(mutate) == []


def test_callers_do_not_see_the_name_of_a_path_parameter() -> None:
    def rename(document: Json) -> None:
        move(document, "/things/{thing_id}", "/things/{id}")
        document["paths"]["/things/{id}"]["parameters"][0]["name"] = "id"

    assert changes(rename) == []


def test_an_operation_that_got_another_id_is_still_compared() -> None:
    found = breaking(lambda d: get(d).update(operationId="read_thing"), lambda d: get(d)["parameters"].pop())
    assert {rule for _, rule, _ in found} == {"api-operation-id-removed", "request-parameter-removed"}


# Any document: comparing it with itself finds nothing, and what is taken away is found.
NAMES = st.sampled_from("abcd")
LEAVES = st.sampled_from(
    [
        TEXT,
        {"type": "integer", "minimum": 1},
        {"type": ["string", "null"], "format": "date-time"},
        {"type": "string", "enum": ["x", "y"]},
        {"$ref": "#/components/schemas/A"},
        {"$ref": "#/components/schemas/B"},
    ]
)


def objects(values: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    def build(properties: dict[str, Json], required: set[str]) -> Json:
        return {"type": "object", "properties": properties, "required": sorted(required & properties.keys())}

    return st.builds(build, st.dictionaries(NAMES, values, max_size=3), st.sets(NAMES))


SCHEMAS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        objects(inner),
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda variants: {"oneOf": variants}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"allOf": parts}, st.lists(inner, min_size=1, max_size=2)),
        st.builds(lambda value: {"anyOf": [value, {"type": "null"}]}, inner),
    ),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> Json:
    paths = {}
    for name in draw(st.sets(NAMES, min_size=1)):
        content = {"application/json": {"schema": draw(objects(SCHEMAS))}}
        paths[f"/{name}"] = {
            "post": {
                "operationId": f"do_{name}",
                "parameters": [
                    {"name": each, "in": "query", "schema": TEXT} for each in draw(st.sets(NAMES))
                ],
                "requestBody": {"required": True, "content": content},
                "responses": {"200": {"description": "", "content": content}},
            }
        }
    schemas = {"A": draw(SCHEMAS), "B": draw(objects(SCHEMAS))}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}


def bodies(document: Json) -> Iterator[tuple[str, Json]]:
    for path in document["paths"].values():
        operation = path["post"]
        yield operation["operationId"], operation["requestBody"]["content"]["application/json"]["schema"]


@settings(max_examples=60, deadline=None)
@given(documents())
def test_a_document_does_not_differ_from_itself(document: Json) -> None:
    assert compare(Document(document), Document(copy.deepcopy(document))) == []


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_a_removed_operation_is_always_found(document: Json, data: st.DataObject) -> None:
    new = copy.deepcopy(document)
    path = data.draw(st.sampled_from(sorted(document["paths"])))
    removed = new["paths"].pop(path)["post"]["operationId"]
    found = compare(Document(document), Document(new))
    assert [(each.operation, each.rule, each.breaks) for each in found] == [
        (removed, "api-removed-without-deprecation", "callers")
    ]


@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_a_removed_field_and_a_new_required_one_are_always_found(document: Json, data: st.DataObject) -> None:
    new = copy.deepcopy(document)
    operation, body = data.draw(st.sampled_from(list(bodies(new))))
    body["properties"]["added"] = TEXT
    body["required"] = [*body["required"], "added"]
    gone = next(iter(body["properties"]))
    if gone != "added":
        del body["properties"][gone]
    rules = {each.rule for each in compare(Document(document), Document(new)) if each.operation == operation}
    assert "new-required-request-property" in rules
    if gone != "added":
        assert "request-property-removed" in rules
