"""The engine with small services of its own: the spec gate, routing, parameters, streams, daemons."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import httpx
import pytest
from clientkit_sandbox import Sandbox, running
from clientkit_sandbox.engine import Answer, Call, FormFile, Problem, Service, Stream

ITEM = {
    "type": "object",
    "required": ["id"],
    "x-always-present": ["id", "size"],
    "properties": {
        "id": {"type": "string"},
        "size": {"type": ["integer", "null"], "minimum": 0},
        "at": {"type": "string", "format": "date-time"},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
    },
}


def document(path: str, method: str, responses: dict[str, Any], **operation: Any) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Tiny", "version": "1"},
        "paths": {path: {method: {"operationId": "ask", "responses": responses, **operation}}},
        "components": {"schemas": {"Item": ITEM}},
    }


def serving(
    handler: Callable[[Call[None]], Any], description: dict[str, Any], **options: Any
) -> AbstractContextManager[Any]:
    service: Service[None] = Service("tiny", state=lambda _: None, document=description, **options)
    service.operation("ask")(handler)
    return running(service)


ITEM_ANSWER = {
    "200": {
        "description": "An item.",
        "headers": {"X-Count": {"required": True, "schema": {"type": "integer"}}},
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Item"}}},
    },
    "204": {"description": "Nothing."},
}
COUNT = {"X-Count": "1"}


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (Answer({"id": 5, "size": 1}, headers=COUNT), "/id: 5 is not of type 'string'"),
        (Answer({"id": "a", "size": -1}, headers=COUNT), "/size: -1 is less than the minimum of 0"),
        (Answer({"size": 1}, headers=COUNT), "/id: 'id' is a required property"),
        (Answer({"id": "a"}, headers=COUNT), "'size' is present in every documented answer"),
        (Answer({"id": "a", "size": 1, "at": "today"}, headers=COUNT), "/at: 'today' is not a 'date-time'"),
        (
            Answer({"id": "a", "size": 1, "parts": [{"id": "b", "size": "2"}]}, headers=COUNT),
            "/parts/0/size: '2' is not of type 'integer', 'null'",
        ),
        (Answer([], headers=COUNT), "body at /: [] is not of type 'object'"),
        (Answer({"id": {1}}, headers=COUNT), "not JSON"),
        (Answer({"id": float("nan")}, headers=COUNT), "not JSON"),
        (Answer(b'{"id"', headers=COUNT), "not JSON"),
        (Answer({"id": "a", "size": 1}), "header x-count is missing"),
        (
            Answer({"id": "a", "size": 1}, headers={"X-Count": "many"}),
            "x-count: 'many' is not of type 'integer'",
        ),
        (
            Answer("<p>", headers=COUNT, content_type="text/html"),
            "content type 'text/html' is not documented",
        ),
        (Answer({}, 201, headers=COUNT), "status 201 is not documented"),
        (Answer({}, 204), "has a body, and none is documented"),
        (Problem(409, "conflict", "no"), "status 409 is not documented"),
    ],
)
def test_a_handler_that_lies_is_a_500_that_names_operation_and_place(
    liar: tuple[Sandbox, list[Any]],
    answer: Answer | Problem,
    complaint: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sandbox, answers = liar
    answers.append(answer)
    told = httpx.get(f"{sandbox.base_url}/ask")
    assert told.status_code == 500
    assert "ask: " in told.json()["error"]
    assert complaint in told.json()["error"]
    assert complaint in caplog.text


@pytest.fixture(scope="module")
def liar() -> Iterator[tuple[Sandbox, list[Any]]]:
    answers: list[Any] = []

    def lie(call: Call[None]) -> Any:
        answer = answers.pop()
        if isinstance(answer, Problem):
            raise answer
        return answer

    with serving(lie, document("/ask", "get", ITEM_ANSWER)) as sandbox:
        yield sandbox, answers


def test_the_truth_passes_and_is_read_as_it_was_meant() -> None:
    item = {"id": "ä", "size": None, "at": "2026-03-04T09:15:00Z", "parts": [{"id": "b", "size": 2}]}
    with serving(lambda call: Answer(item, headers=COUNT), document("/ask", "get", ITEM_ANSWER)) as sandbox:
        answer = httpx.get(f"{sandbox.base_url}/ask")
    assert (answer.status_code, answer.json()) == (200, item)
    assert answer.headers["Content-Type"] == "application/json"


def test_a_handler_that_breaks_is_a_500_that_says_how(caplog: pytest.LogCaptureFixture) -> None:
    with serving(lambda call: int("lost"), document("/ask", "get", ITEM_ANSWER)) as sandbox:
        answer = httpx.get(f"{sandbox.base_url}/ask")
    assert (answer.status_code, "ValueError" in answer.json()["error"]) == (500, True)
    assert "Traceback" in caplog.text


def test_handlers_and_operations_must_match() -> None:
    service: Service[None] = Service(
        "tiny", state=lambda _: None, document=document("/ask", "get", ITEM_ANSWER)
    )
    service.operation("answer")(lambda call: None)
    with (
        pytest.raises(ValueError, match=r"without a handler: \['ask'\].*without an operation: \['answer'\]"),
        running(service),
    ):
        pass
    with pytest.raises(ValueError, match="'answer' has two handlers"):
        service.operation("answer")(lambda call: None)


ANYTHING = {"200": {"description": "Anything.", "content": {"application/json": {"schema": {}}}}}


def test_parameters_are_read_by_their_types() -> None:
    parameters = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        {"name": "n", "in": "query", "schema": {"type": "number", "default": 1.5}},
        {"name": "flag", "in": "query", "schema": {"type": ["boolean", "null"]}},
        {"name": "tag", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}},
        {"name": "csv", "in": "query", "explode": False, "schema": {"type": "array", "items": {}}},
        {"name": "text", "in": "query", "schema": {"anyOf": [{"type": "integer"}, {"type": "string"}]}},
        {"name": "X-Depth", "in": "header", "required": True, "schema": {"type": "integer", "maximum": 9}},
    ]
    refusal = {"422": {"description": "Bad.", "content": {"application/json": {"schema": {}}}}}
    description = document("/ask/{id}", "get", ANYTHING | refusal, parameters=parameters)
    with (
        serving(lambda call: [call.path, call.query, call.header], description) as sandbox,
        httpx.Client(base_url=sandbox.base_url, headers={"X-Depth": "3"}) as client,
    ):
        assert client.get("/ask/7?flag=true&tag=1&tag=2&csv=a,b&text=5").json() == [
            {"id": 7},
            {"n": 1.5, "flag": True, "tag": [1, 2], "csv": ["a", "b"], "text": 5},
            {"X-Depth": 3},
        ]
        assert client.get("/ask/7?text=five&n=2e3").json()[1] == {"n": 2000.0, "text": "five"}
        for wrong in ("/ask/x", "/ask/7?n=1_0", "/ask/7?n=inf", "/ask/7?flag=yes", "/ask/7?tag=x"):
            assert client.get(wrong).status_code == 422
        assert client.get("/ask/7", headers={"X-Depth": "10"}).status_code == 422
        missing = httpx.get(f"{sandbox.base_url}/ask/7").json()["error"]
        assert missing == "header X-Depth: is missing from the headers"


def test_a_value_may_span_segments_where_the_spec_says_so() -> None:
    parameter = {
        "name": "file", "in": "path", "required": True, "x-path-segments": True, "schema": {"type": "string"}
    }  # fmt: skip
    description = document("/files/{file}", "get", ANYTHING, parameters=[parameter])
    description["paths"]["/files/top"] = {"get": {"operationId": "top", "responses": ANYTHING}}
    service: Service[None] = Service("tiny", state=lambda _: None, document=description)
    service.operation("ask")(lambda call: call.path["file"])
    service.operation("top")(lambda call: "the top")
    with running(service) as sandbox, httpx.Client(base_url=sandbox.base_url) as client:
        assert client.get("/files/a/b%20c/d.txt").json() == "a/b c/d.txt"
        assert client.get("/files/top").json() == "the top"
        assert client.get("/files/").status_code == 404


def test_bodies_of_other_media_types_come_as_bytes() -> None:
    body = {"required": True, "content": {"image/*": {}, "application/json": {"schema": {"type": "object"}}}}
    description = document("/ask", "post", ANYTHING | {"4XX": {"description": "No."}}, requestBody=body)
    with serving(lambda call: repr(call.body), description) as sandbox:
        url = f"{sandbox.base_url}/ask"
        assert httpx.post(url, content=b"\x89P", headers={"Content-Type": "image/png"}).json() == "b'\\x89P'"
        assert httpx.post(url, json={"a": 1}).json() == "{'a': 1}"


FORM = {
    "type": "object",
    "required": ["file", "kind"],
    "properties": {
        "file": {"type": "string", "format": "binary"},
        "kind": {"type": "string", "minLength": 2},
        "note": {"type": "string"},
    },
}


def part(disposition: str, content: bytes = b"x") -> bytes:
    return b"--b\r\nContent-Disposition: form-data; " + disposition.encode() + b"\r\n\r\n" + content + b"\r\n"


FILE = part('name="file"; filename="a.bin"')
KIND = part('name="kind"', b"txt")


@pytest.fixture(scope="module")
def forms() -> Iterator[str]:
    body = {"required": True, "content": {"multipart/form-data": {"schema": FORM}}}
    description = document("/ask", "post", {**ANYTHING, "422": ANYTHING["200"]}, requestBody=body)
    with serving(lambda call: repr(call.body), description) as sandbox:
        yield f"{sandbox.base_url}/ask"


def test_a_form_is_texts_and_files(forms: str) -> None:
    content = b"\r\n--\r\n\r\n" + bytes(range(256))
    answer = httpx.post(forms, data={"kind": "täxt"}, files={"file": ("ä.bin", content, "image/png")})
    file = FormFile("ä.bin", "image/png", content)
    assert answer.json() == repr({"kind": "täxt", "file": file})


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (FILE + KIND + b"--b--\r\n", None),
        (FILE + KIND + b"--b--", None),
        (FILE + b"--b--", "body kind: 'kind' is a required property"),
        (FILE + part('name="kind"', b"t") + b"--b--", "body kind: 't' is too short"),
        (part('name="file"') + KIND + b"--b--", "body file: must be a file"),
        (FILE + part('name="kind"; filename="kind.txt"') + b"--b--", "body kind: must be a text"),
        (FILE + KIND + KIND + b"--b--", "kind is there twice"),
        (FILE + part("nothing") + b"--b--", "a part has no name"),
        (FILE + b"--b\r\nno end of its head\r\n--b--", "a part has no name"),
        (FILE + part('name="kind"', b"\xff") + b"--b--", "is no form"),
        (FILE + KIND, "the last boundary is missing"),
        (b"nothing", "the last boundary is missing"),
    ],
)
def test_a_form_that_is_wrong_is_refused(forms: str, body: bytes, complaint: str | None) -> None:
    answer = httpx.post(forms, content=body, headers={"Content-Type": "multipart/form-data; boundary=b"})
    assert answer.status_code == (200 if complaint is None else 422)
    assert complaint is None or complaint in answer.json()["error"]


def test_a_form_without_a_boundary_is_refused(forms: str) -> None:
    answer = httpx.post(forms, content=FILE, headers={"Content-Type": "multipart/form-data"})
    assert (answer.status_code, "names no boundary" in answer.json()["error"]) == (422, True)


async def ticks() -> AsyncIterator[bytes]:
    for number in range(3):
        yield f"event: tick\ndata: {number}\n\n".encode()
        await asyncio.sleep(0)


def streaming(call: Call[None]) -> Stream:
    return Stream(ticks())


STREAM = document(
    "/ask", "get", {"200": {"description": "Ticks.", "content": {"text/event-stream": {"schema": {}}}}}
)
WHOLE = b"".join(b"event: tick\ndata: %d\n\n" % number for number in range(3))


def test_a_stream_is_sent_piece_by_piece_and_can_break_off() -> None:
    with serving(streaming, STREAM) as sandbox, httpx.Client(base_url=sandbox.base_url) as client:
        answer = client.get("/ask")
        assert (answer.headers["Content-Type"], answer.content) == ("text/event-stream", WHOLE)
        assert answer.headers["Transfer-Encoding"] == "chunked"
        sandbox.fault("drip", chunk=5, interval=0)
        assert client.get("/ask").content == WHOLE
        for limit in (None, 30):
            sandbox.fault("truncate", after_bytes=limit)
            assert read_until_broken(client) == WHOLE[: limit or len(WHOLE) // 3]
        sandbox.fault("reset_body", after_bytes=5)
        assert read_until_broken(client) == WHOLE[:5]


def read_until_broken(client: httpx.Client) -> bytes:
    received = b""
    try:
        with client.stream("GET", "/ask") as broken:
            for piece in broken.iter_raw():
                received += piece
    except (httpx.RemoteProtocolError, httpx.ReadError):
        return received
    raise AssertionError("the answer came whole")


def test_a_stream_ends_when_its_reader_has_left() -> None:
    ended = threading.Event()

    def endless(call: Call[None]) -> Stream:
        async def pieces() -> AsyncIterator[bytes]:
            try:
                yield b"data: 1\n\n"
                await asyncio.Event().wait()
            finally:
                ended.set()

        return Stream(pieces())

    answers = {"200": {"description": "Events.", "content": {"text/event-stream": {}}}}
    with serving(endless, document("/ask", "get", answers)) as sandbox:
        with httpx.stream("GET", f"{sandbox.base_url}/ask") as answer:
            assert next(answer.iter_bytes()) == b"data: 1\n\n"
        assert ended.wait(10)


TAGGED = {
    "anyOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Other"}],
    "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}},
}


def test_an_error_is_about_the_variant_that_the_tag_names() -> None:
    body = {"required": True, "content": {"application/json": {"schema": TAGGED}}}
    description = document("/ask", "post", {**ANYTHING, "422": ANYTHING["200"]}, requestBody=body)
    kind = {"kind": {"const": "cat"}, "lives": {"type": "integer", "maximum": 9}}
    other = {"kind": {"type": "string", "not": {"const": "cat"}}}
    description["components"] = {
        "schemas": {
            "Cat": {"type": "object", "required": ["kind", "lives"], "properties": kind},
            "Other": {"type": "object", "required": ["kind"], "properties": other},
        }
    }
    with serving(lambda call: call.body, description) as sandbox:

        def ask(value: Any) -> httpx.Response:
            return httpx.post(f"{sandbox.base_url}/ask", json=value)

        assert ask({"kind": "cat", "lives": 7}).status_code == 200
        assert ask({"kind": "dog"}).status_code == 200
        assert "body lives: 10 is greater" in ask({"kind": "cat", "lives": 10}).json()["error"]
        assert "body lives: 'lives' is a required" in ask({"kind": "cat"}).json()["error"]
        for value in ({"kind": 7}, {"kind": ["cat"]}, "cat", None):
            assert ask(value).status_code == 422


def test_integers_keep_the_bounds_of_their_format() -> None:
    parameter = {"name": "n", "in": "query", "schema": {"type": "integer", "format": "int64"}}
    description = document("/ask", "get", {**ANYTHING, "422": ANYTHING["200"]}, parameters=[parameter])
    with serving(lambda call: call.query["n"], description) as sandbox:
        statuses = [
            httpx.get(f"{sandbox.base_url}/ask", params={"n": number}).status_code
            for number in (2**63 - 1, 2**63, -(2**63), -(2**63) - 1)
        ]
    assert statuses == [200, 422, 200, 422]


def test_a_stream_of_an_undocumented_type_is_a_lie() -> None:
    with serving(lambda call: Stream(ticks(), "text/plain"), STREAM) as sandbox:
        assert "content type 'text/plain' is not documented" in httpx.get(f"{sandbox.base_url}/ask").text


def test_every_daemon_has_a_port_and_serves_its_own_paths() -> None:
    description = document("/write/ask", "get", ANYTHING)
    description["paths"]["/read/ask"] = {"get": {"operationId": "look", "responses": ANYTHING}}
    service: Service[dict[str, int]] = Service(
        "tiny",
        state=lambda _: {"asked": 0},
        document=description,
        daemons={"write_url": "/write/", "read_url": "/read/"},
        credentials={"token": "t"},
    )

    @service.operation("ask")
    def ask(call: Call[dict[str, int]]) -> int:
        call.state["asked"] += 1
        return call.state["asked"]

    @service.operation("look")
    async def look(call: Call[dict[str, int]]) -> int:
        return call.state["asked"]

    with running(service) as sandbox:
        assert sandbox.facts.keys() == {"write_url", "read_url", "token"}
        assert httpx.get(f"{sandbox.write_url}/write/ask").json() == 1
        assert httpx.get(f"{sandbox.read_url}/read/ask").json() == 1
        assert httpx.get(f"{sandbox.read_url}/write/ask").status_code == 404
        assert len(sandbox.requests()) == 3
        sandbox.reset()
        assert httpx.get(f"{sandbox.read_url}/read/ask").json() == 0


def test_garbage_is_answered_and_the_server_lives_on() -> None:
    with serving(lambda call: 1, document("/ask", "get", ANYTHING)) as sandbox:
        port = int(sandbox.base_url.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port), timeout=10) as sock:
            sock.sendall(b"\x16\x03\x01 nonsense\r\n\r\n")
            assert sock.recv(4096).startswith(b"HTTP/1.1 400")
        with socket.create_connection(("127.0.0.1", port), timeout=10) as sock:
            sock.sendall(b"POST /ask HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
        assert httpx.get(f"{sandbox.base_url}/ask").json() == 1
