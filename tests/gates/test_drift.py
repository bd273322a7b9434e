"""`make drift`: the document of a server against ours."""

from __future__ import annotations

import contextlib
import copy
import datetime
import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from clientkit_codegen import baseline
from clientkit_codegen import drift as command
from clientkit_codegen.compat import Change, Document, UnreadableError, drift, parse
from clientkit_codegen.generation import layout

from .conftest import Tree

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
KEY = "key-that-nobody-may-see"
SERVICE = layout.services()[0].name
OURS: Json = yaml.safe_load((ROOT / "specs" / f"{SERVICE}.yaml").read_text(encoding="utf-8"))


def first_get(document: Json) -> tuple[str, Json]:
    return next((path, item["get"]) for path, item in document["paths"].items() if "get" in item)


def without_ids(document: Json) -> None:
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("operationId", None)


def in_dialect_3_0(node: Any) -> Any:
    """Return a document as OpenAPI 3.0 says it."""
    if isinstance(node, list):
        return [in_dialect_3_0(each) for each in node]
    if not isinstance(node, dict):
        return node
    node = {key: in_dialect_3_0(value) for key, value in node.items()}
    if isinstance(node.get("type"), list):
        kinds = [each for each in node.pop("type") if each != "null"]
        node |= {"type": kinds[0]} if len(kinds) == 1 else {"anyOf": [{"type": each} for each in kinds]}
        node["nullable"] = True
    variants = node.get("anyOf")
    if isinstance(variants, list) and {"type": "null"} in variants:
        node["anyOf"] = [each for each in variants if each != {"type": "null"}]
        node["nullable"] = True
    if isinstance(node.get("exclusiveMinimum"), int):
        node |= {"minimum": node["exclusiveMinimum"], "exclusiveMinimum": True}
    if "const" in node and not isinstance(node["const"], dict):
        node["enum"] = [node.pop("const")]
    return node


@pytest.fixture
def serve() -> Iterator[Callable[..., str]]:
    """Serve a text, to those with the key if there is one."""
    servers: list[ThreadingHTTPServer] = []

    def start(text: str, *, key: str = "", status: int = 200, location: str = "", seen: Any = None) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if seen is not None:
                    seen.append(self.headers.get("Authorization"))
                allowed = not key or self.headers.get("Authorization") == f"Bearer {key}"
                body = text.encode() if allowed else b"no"
                self.send_response(status if allowed else 401)
                if location:
                    self.send_header("Location", location)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, kwargs={"poll_interval": 0.01}).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/openapi"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(command.KEY, raising=False)


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = command.main([SERVICE, *arguments])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("dump", [json.dumps, yaml.safe_dump])
def test_our_own_document_is_no_drift(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str], dump: Callable[[Json], str]
) -> None:
    code, said = report(capsys, serve(dump(OURS)))
    assert code == 0
    assert "no drift" in said


def test_another_dialect_without_ids_is_no_drift() -> None:
    served = in_dialect_3_0(copy.deepcopy(OURS)) | {"openapi": "3.0.3"}
    without_ids(served)
    assert drift(Document(copy.deepcopy(OURS)), Document(served)).everything == []


def test_missing_different_and_extra_are_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    served = copy.deepcopy(OURS)
    path, operation = first_get(served)
    operation.setdefault("parameters", []).append(
        {"name": "tenant", "in": "header", "required": True, "schema": {"type": "string"}}
    )
    gone = next(name for name in reversed(served["paths"]) if name != path)
    removed = [each for each in served["paths"].pop(gone).values() if isinstance(each, dict)]
    served["paths"]["/metrics"] = {"get": {"responses": {"200": {"description": ""}}}}
    place = tmp_path / "openapi.json"
    place.write_text(json.dumps(served))

    code, said = report(capsys, str(place))
    assert code == 1
    missing, _, rest = said.partition("different, and breaks")
    assert all(each["operationId"] in missing for each in removed)
    different, _, extra = rest.partition("extra: served, but not ours")
    assert "new-required-request-parameter: tenant in header is new and required" in different
    assert operation["operationId"] in different
    assert "GET /metrics" in extra

    code, said = report(capsys, str(place), "--format", "json")
    found = json.loads(said)
    assert code == 1
    assert [each["operation"] for each in found["extra"]] == ["GET /metrics"]
    assert {each["breaks"] for each in found["missing"]} == {"callers"}
    assert "::error file=specs/" in report(capsys, str(place), "--format", "github")[1]

    code, said = report(capsys, str(place), "--format", "sarif")
    results = json.loads(said)["runs"][0]["results"]
    assert code == 1
    assert "drift/new-required-request-parameter" in {each["ruleId"] for each in results}
    assert {each["level"] for each in results} == {"error"}


HOSTILE_TEXT = "\x1b]0;owned\x07\n::warning::forged\r\n##[error]forged\x9b2J\u202e\u2028"


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_what_a_server_wrote_is_no_command_of_a_terminal_or_of_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    served = copy.deepcopy(OURS)
    operation = first_get(served)[1]
    operation.setdefault("parameters", []).append(
        {"name": f"a{HOSTILE_TEXT}", "in": "header", "required": True, "schema": {"type": "string"}}
    )
    served["paths"][f"/metrics{HOSTILE_TEXT}"] = {
        "get": {"operationId": f"getMetrics{HOSTILE_TEXT}", "responses": {"200": {"description": ""}}}
    }
    place = tmp_path / "openapi.json"
    place.write_text(json.dumps(served))
    code, said = report(capsys, str(place), "--format", form)
    assert code == 1
    assert "forged" in said
    assert [char for char in said if not char.isprintable() and char != "\n"] == []
    commands = [line for line in said.split("\n") if line.lstrip().startswith(("::", "##["))]
    assert [
        line for line in commands if not line.startswith(("::error file=specs/", "::notice file=specs/"))
    ] == []
    assert bool(commands) == (form == "github")


def test_what_a_server_answers_instead_of_a_document_is_no_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "openapi.json"
    place.write_text(json.dumps({"openapi": f"9{HOSTILE_TEXT}"}))
    code, said = report(capsys, str(place))
    assert code == 2
    assert [char for char in said if not char.isprintable() and char != "\n"] == []
    assert not any(line.lstrip().startswith(("::", "##[")) for line in said.split("\n"))


def test_additions_are_drift_unless_only_breaks_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    served = copy.deepcopy(OURS)
    served["paths"]["/metrics"] = {"get": {"responses": {"200": {"description": ""}}}}
    place = tmp_path / "openapi.json"
    place.write_text(json.dumps(served))
    assert report(capsys, str(place))[0] == 1
    assert report(capsys, str(place), "--fail-on", "breaking")[0] == 0


def test_what_servers_seldom_publish_breaks_nobody() -> None:
    served = copy.deepcopy(OURS)
    for item in served["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation["responses"] = {
                    status: answer
                    for status, answer in operation["responses"].items()
                    if status.startswith("2")
                }
    found = drift(Document(OURS), Document(served))
    assert found.everything == []
    assert {each.rule for each in found.undeclared} == {"response-non-success-status-removed"}


@pytest.mark.parametrize("prefixed", ["ours", "served"])
def test_a_prefix_may_be_in_the_server_or_in_the_paths(prefixed: str) -> None:
    plain = {"openapi": "3.1.0", "paths": copy.deepcopy(OURS["paths"]), "components": OURS["components"]}
    plain["servers"] = [{"url": "https://api.example.test/v1"}]
    long = plain | {"paths": {f"/v1{path}": item for path, item in plain["paths"].items()}, "servers": []}
    pair = (long, plain) if prefixed == "ours" else (plain, long)
    assert drift(*map(Document, copy.deepcopy(pair))).everything == []


def test_the_key_comes_from_the_environment_and_is_never_shown(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = serve(json.dumps(OURS), key=KEY)
    code, said = report(capsys, address)
    assert (code, "401" in said, command.KEY in said) == (2, True, True)
    monkeypatch.setenv(command.KEY, KEY)
    assert report(capsys, address)[0] == 0
    code, said = report(capsys, serve("<html>", key=KEY))
    assert (code, KEY in said) == (2, False)
    monkeypatch.setenv(command.KEY, f"{KEY}\nx")
    code, said = report(capsys, address)
    assert (code, KEY in said) == (2, False)


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_a_key_that_is_sent_back_is_not_shown(
    serve: Callable[..., str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    monkeypatch.setenv(command.KEY, KEY)
    served = copy.deepcopy(OURS)
    served["paths"][f"/{KEY}"] = {"get": {"responses": {"200": {"description": ""}}}}
    code, said = report(capsys, serve(json.dumps(served), key=KEY), "--format", form)
    assert (code, KEY in said, f"/<{command.KEY}>" in said) == (1, False, True)
    code, said = report(capsys, serve(f"openapi: {KEY}", key=KEY))
    assert (code, KEY in said) == (2, False)


@pytest.mark.parametrize(
    ("coding", "told"), [("gzip", "more than 0 MiB"), ("gzip, gzip", "coding is not read")]
)
def test_what_unpacks_to_too_much_is_not_unpacked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, coding: str, told: str
) -> None:
    monkeypatch.setattr(command, "_LARGEST", 100_000)
    body = gzip.compress(bytes(10_000_000))
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(head.encode() + body)

        threading.Thread(target=answer, daemon=True).start()
        code, said = report(capsys, f"http://127.0.0.1:{server.getsockname()[1]}/openapi.json")
    assert (code, told in said) == (2, True), said


def test_a_header_in_drips_is_given_up(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_SECONDS", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection, contextlib.suppress(OSError):
                connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
                while True:
                    connection.sendall(b"a")
                    time.sleep(0.05)

        threading.Thread(target=answer, daemon=True).start()
        code, said = report(capsys, f"http://127.0.0.1:{server.getsockname()[1]}/openapi.json")
    assert (code, "not whole within" in said) == (2, True), said


def test_the_key_does_not_cross_to_another_origin(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(command.KEY, KEY)
    seen: list[str | None] = []
    elsewhere = serve(json.dumps(OURS), seen=seen).replace("127.0.0.1", "localhost")
    assert report(capsys, serve("", status=302, location=elsewhere))[0] == 0
    assert seen == [None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<html><body>Sign in</body></html>", "no OpenAPI document"),
        ('{"swagger": "2.0", "paths": {}}', "swagger: 2.0"),
        ('{"openapi": "3.1.0"', "neither JSON nor YAML"),
        ('{"a":' * 100_000, "neither JSON nor YAML"),
        ("openapi: &a [*a]", "neither JSON nor YAML"),
    ],
)
def test_what_is_no_openapi_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    place = tmp_path / "document"
    place.write_text(text)
    code, said = report(capsys, str(place))
    assert (code, told in said, str(place) in said) == (2, True, True)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("http://127.0.0.1:1/openapi.json", "ConnectError"),
        ("http://user:secret@127.0.0.1:1/openapi.json", "must not hold credentials"),
        ("http://127.0.0.1:99999/", "127.0.0.1:99999"),
        ("nowhere.yaml", "cannot be read"),
    ],
)
def test_what_cannot_be_reached_is_an_error(
    capsys: pytest.CaptureFixture[str], place: str, told: str
) -> None:
    code, said = report(capsys, place)
    assert (code, told in said, "secret" in said) == (2, True, False)


def test_an_error_of_the_server_is_an_error(
    serve: Callable[..., str], capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = report(capsys, serve("", status=404))
    assert (code, "404" in said) == (2, True)


def test_a_large_document_takes_seconds() -> None:
    """A document of 5 MB: 400 operations, 1,000 schemas in circles."""
    schemas = {
        f"S{number}": {
            "type": "object",
            "properties": {
                f"field_{each}": {"type": "string", "description": "x" * 180} for each in range(20)
            }
            | {
                f"link_{each}": {"$ref": f"#/components/schemas/S{number // 20 * 20 + (number + each) % 20}"}
                for each in range(5)
            },
        }
        for number in range(1000)
    }
    content = [
        {"application/json": {"schema": {"$ref": f"#/components/schemas/S{each}"}}} for each in range(400)
    ]
    paths = {
        f"/things{each}": {
            "post": {"requestBody": {"content": body}, "responses": {"200": {"content": body}}}
        }
        for each, body in enumerate(content)
    }
    text = json.dumps({"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}})
    assert len(text) > 4_900_000
    changed = text.replace('"field_7": {"type": "string"', '"field_7": {"type": "integer"', 1)
    started = time.process_time()
    found = drift(command.parse(text), command.parse(changed))
    assert time.process_time() - started < 60
    assert {each.rule for each in found.everything} == {
        "request-property-type-changed",
        "response-property-type-changed",
    }


HOSTILE = {
    "nested deeper": "a: " + "[" * 100_000,
    "nested in blocks": "\n".join(" " * depth + "a:" for depth in range(300)),
    "aliases of aliases": "a0: &a0 [x, x]\n"
    + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)),
    "an alias of itself": "a: &a [*a]",
    "JSON nested deeper": '{"a": ' + "[" * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_document_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UnreadableError, match=r"^neither JSON nor YAML: .*$") as caught:
        parse(text)
    assert len(str(caught.value)) < 300


def served_with_more(**changed: Any) -> Json:
    served = copy.deepcopy(OURS)
    operation = first_get(served)[1]
    operation.setdefault("parameters", []).append(
        {"name": "trace", "in": "query", "required": True, "schema": {"type": "string"}}
    )
    served["paths"]["/metrics"] = {"get": {"responses": {"200": {"description": ""}}}}
    return served | changed


def test_judged_findings_are_no_drift_until_something_moves(tree: Tree) -> None:
    def drifts(served: Json, *arguments: str) -> tuple[int, str]:
        tree.write("served.json", json.dumps(served))
        done = tree.run("drift", SERVICE, "served.json", *arguments)
        return done.returncode, done.stdout + done.stderr

    assert drifts(served_with_more())[0] == 1
    code, said = drifts(served_with_more(), "--accept", 'Known since "1.2"; answered by hand.')
    assert (code, f"specs/drift/{SERVICE}.toml: 2 findings added" in said) == (0, True)
    code, said = drifts(served_with_more())
    assert (code, "no drift" in said, f"judged in specs/drift/{SERVICE}.toml: 2" in said) == (0, True, True)
    moved = served_with_more()
    moved["paths"]["/health"] = {"get": {"responses": {"200": {"description": ""}}}}
    code, said = drifts(moved)
    assert (code, "/health" in said, "/metrics" in said) == (1, True, False)
    code, said = drifts(OURS)
    assert (code, "stale" in said, said.count("no longer found"), "take it out" in said) == (1, True, 2, True)
    code, said = drifts(OURS, "--format", "json")
    assert len(json.loads(said)["stale"]) == 2
    assert drifts(OURS, "--accept", " ")[0] == 2


ENTRY = 'rule = "r"\ntext = "t"\nwhere = "w"\noperations = ["o"]\nreason = "why"\ndate = 2026-01-01\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[finding]]\n" + ENTRY.replace('reason = "why"\n', ""), "finding 1: write rule, text"),
        ("[[finding]]\n" + ENTRY.replace('"why"', '" "'), "reason must be a string"),
        ("[[finding]]\n" + ENTRY.replace('["o"]', "[]"), "operations must be a list"),
        ("[[finding]]\n" + ENTRY.replace("2026-01-01", '"today"'), "date must be a date"),
        ("[[finding]]\n" + ENTRY + "extra = 1\n", "and nothing else"),
        ("[finding]\n" + ENTRY, r"begin with \[\[finding\]\]"),
        ("[[finding]]\nrule = \n", "x.toml: "),
    ],
)
def test_a_judged_finding_says_everything(tmp_path: Path, text: str, said: str) -> None:
    place = tmp_path / "x.toml"
    place.write_text(text)
    with pytest.raises(baseline.BaselineError, match=said):
        baseline.read(place)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    change = Change(
        "r",
        "#/a/b",
        'says "x"\n\\ \x00\x7f\x85 \u2028 \u202e é \U0001f600 \U000e0001',
        "callers",
        operation="o",
    )
    judged = baseline.accept([], [change, change], "r" * 3, datetime.date(2026, 1, 2))
    baseline.write(tmp_path / "drift" / "x.toml", judged)
    assert baseline.read(tmp_path / "drift" / "x.toml") == judged
    assert baseline.stale(judged, [change]) == []


def test_what_a_document_leaves_undeclared_is_no_drift() -> None:
    def document(schema: Json, **operation: Any) -> Document:
        content = {"application/json": {"schema": {"type": "object", "properties": {"value": schema}}}}
        answer = {"description": "", "content": content}
        whole = {"responses": {"200": answer}, "requestBody": {"content": content}} | operation
        return Document({"openapi": "3.1.0", "paths": {"/thing": {"put": whole}}})

    bounded = {"type": "string", "format": "date-time", "maxLength": 9, "pattern": "^a", "enum": ["a"]}
    assert drift(document(bounded), document({})).everything == []
    assert drift(document({"type": "string"}), document(bounded)).everything != []
    assert drift(document(bounded), document({"type": "string"})).everything == []
    empty = {"responses": {"200": {"description": ""}}}
    assert drift(document(bounded), document(bounded, **empty)).everything == []
    # Another type, and a field that is not among others, are what they are.
    assert drift(document({"type": "string"}), document({"type": "integer"})).everything != []
