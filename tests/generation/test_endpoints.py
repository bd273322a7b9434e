"""Endpoint modules: what they send, what they read, and how they look from the user's side."""

from __future__ import annotations

import asyncio
import inspect
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from clientkit.operation import UNSET, Answer, Operation, Request

if TYPE_CHECKING:
    from conftest import Package

FUNCTIONS = ("sync", "sync_detailed", "asyncio", "asyncio_detailed")


def request(package: Package, endpoint: str, *args: Any, **kwargs: Any) -> Request:
    built: Request = package.endpoint(endpoint).OPERATION(*args, **kwargs).request
    return built


def parse(package: Package, endpoint: str, status: int, body: bytes = b"") -> Any:
    return package.endpoint(endpoint).OPERATION.parse(Answer(status, {}, body))


def parse_error(package: Package, endpoint: str, status: int, body: bytes = b"") -> Any:
    return package.endpoint(endpoint).OPERATION.parse_error(Answer(status, {}, body))


def test_every_operation_has_a_module_with_all_four_functions(ours: Package, probe: Path) -> None:
    from clientkit_codegen.generation.document import load, prepare

    modules = {path.stem: f"{path.parent.name}.{path.stem}" for path in ours.root.glob("api/*/[a-z]*.py")}
    operations = prepare(load(probe)).operations
    assert modules.keys() == operations.keys()
    for name, facts in operations.items():
        module = ours.endpoint(modules[name])
        assert isinstance(module.OPERATION, Operation)
        assert (module.OPERATION.id, module.OPERATION.method, module.OPERATION.path) == (
            facts.id,
            facts.method,
            facts.path,
        )
        for function in FUNCTIONS:
            assert facts.id in module.sync.__doc__
            assert "client" in inspect.signature(getattr(module, function)).parameters


def test_all_four_functions_send(ours: Package) -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        assert request.headers["Authorization"].startswith("Bearer ")
        return httpx.Response(200, json={"id": request.url.path, "name": request.method})

    module = ours.endpoint("things.get_thing")
    client = ours.client(handle)
    assert module.sync("t1", client=client).id == "/things/t1"
    assert module.sync_detailed("t1", client=client).status_code == 200

    async def both() -> tuple[Any, Any]:
        transport = httpx.MockTransport(handle)
        async with httpx.AsyncClient(base_url="https://probe.test", transport=transport) as inner:
            client = ours.client().set_async_httpx_client(inner)
            return await module.asyncio("t1", client=client), await module.asyncio_detailed(
                "t1", client=client
            )

    parsed, detailed = asyncio.run(both())
    assert parsed == detailed.parsed
    assert parsed.name == "GET"


def test_groups_and_endpoints_are_there_without_being_imported(ours: Package) -> None:
    code = """
from PACKAGE import api
print(api.things.get_thing.OPERATION, "get_thing" in dir(api.things), "things" in dir(api))
"""
    assert ours.python(code) == "<Operation get_thing: GET /things/{thing_id}> True True"


@pytest.mark.parametrize("module", ["api", "api.things", "models", ""])
def test_a_misspelt_name_is_an_attribute_error(ours: Package, module: str) -> None:
    name = ".".join(filter(None, [ours.name, module]))
    code = f"""
import {name} as module
try:
    module.no_such_thing
except AttributeError as error:
    print(error)
"""
    assert ours.python(code) == f"module '{name}' has no attribute 'no_such_thing'"


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        ("a/b", "a%2Fb"),
        ("x?y", "x%3Fy"),
        ("x#y", "x%23y"),
        ("a b", "a%20b"),
        ("ü", "%C3%BC"),
        ("...", "..."),
        ("a..b", "a..b"),
        ("50%", "50%25"),
        (7, "7"),
    ],
)
def test_path_value_is_one_segment(ours: Package, value: Any, encoded: str) -> None:
    assert request(ours, "things.get_thing", value).path == f"/things/{encoded}"


@pytest.mark.parametrize("value", ["/a", "a/", "a//b", "a/../b", "a/%2e%2e/b", ""])
def test_path_of_segments_stays_below(ours: Package, value: str) -> None:
    with pytest.raises(ValueError, match="path must"):
        request(ours, "files.get_file", value)


def test_query_is_encoded(ours: Package) -> None:
    color = ours.model("Color")
    query = request(
        ours, "things.list_things", query="a&b", tag=["x", "y z"], exact=True, color=color.RED
    ).query
    assert query == "query=a%26b&tag=x&tag=y%20z&exact=true&color=red"


def test_cookies_and_media_type_are_headers(ours: Package) -> None:
    part = ours.model("Part")(name="Shade")
    sent = request(ours, "things.refresh_thing", "t1", body=part, session="a;b")
    assert sent.headers == {"Content-Type": "application/merge-patch+json", "Cookie": "session=a%3Bb"}
    assert sent.json == {"name": "Shade"}


def test_body_that_is_not_given_is_not_sent(ours: Package) -> None:
    assert request(ours, "things.refresh_thing", "t1").json is UNSET


def test_json_body_may_be_a_mapping(ours: Package) -> None:
    import datetime

    moment = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
    sent = request(ours, "things.create_thing", body={"made_at": moment}, if_modified_since=moment)
    assert sent.json == {"made_at": "2026-01-02T00:00:00Z"}


def test_form_body(ours: Package) -> None:
    import datetime

    note = ours.model("Note")(text="hello", at=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC))
    assert request(ours, "files.create_note", body=note).form == {
        "text": "hello",
        "at": "2026-01-02T00:00:00Z",
    }


def test_raw_body(ours: Package) -> None:
    payload = io.BytesIO(b"data")
    sent = request(ours, "files.put_file", "a/b.txt", body=ours.types().File(payload))
    assert (sent.path, sent.content) == ("/files/a/b.txt", payload)


def test_parts_of_a_multipart_body(ours: Package) -> None:
    import datetime

    upload = ours.model("Upload")(
        file=ours.types().File(io.BytesIO(b"data"), "a.txt", "text/plain"),
        at=datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC),
        labels=["x", "y"],
        about=ours.model("Part")(name="Shade"),
    )
    upload["more"] = 1
    sent = request(ours, "files.upload_file", body=upload)
    (name, (file_name, payload, media_type)), *others = sent.files or []
    assert (name, file_name, payload.read(), media_type) == ("file", "a.txt", b"data", "text/plain")
    assert others == [
        ("at", (None, b"2026-01-02T00:00:00Z", "text/plain")),
        ("labels", (None, b"x", "text/plain")),
        ("labels", (None, b"y", "text/plain")),
        ("about", (None, b'{"name":"Shade"}', "application/json")),
        ("more", (None, b"1", "text/plain")),
    ]
    assert sent.headers == {}


def test_successes(ours: Package) -> None:
    thing = b'{"id": "t1", "name": "Lamp"}'
    assert parse(ours, "things.refresh_thing", 200, thing).id == "t1"
    assert parse(ours, "things.refresh_thing", 202, b"") is None
    assert parse(ours, "things.delete_thing", 204, b"") is None
    assert parse(ours, "files.upload_file", 200, "füm".encode()) == "füm"
    assert parse(ours, "files.create_note", 200, b'["any"]') == ["any"]


def test_success_that_is_not_documented_is_read_like_the_one_that_is(ours: Package) -> None:
    assert parse(ours, "things.get_thing", 201, b'{"id": "t1"}').id == "t1"
    assert parse(ours, "things.get_thing", 204, b"") is None
    assert parse(ours, "things.delete_thing", 200, b"deleted") is None


def test_empty_answer_where_a_body_is_due_is_an_error(ours: Package) -> None:
    with pytest.raises(ValueError):
        parse(ours, "things.get_thing", 200, b"")


def test_array_that_is_none_is_an_error(ours: Package) -> None:
    with pytest.raises(TypeError, match="the answer of list_things is a JSON array, not dict"):
        parse(ours, "things.list_things", 200, b"{}")


def test_errors(ours: Package) -> None:
    problem = b'{"code": "gone", "other": "text"}'
    assert isinstance(parse_error(ours, "things.get_thing", 404, problem), ours.model("Problem"))
    assert isinstance(parse_error(ours, "things.get_thing", 520, problem), ours.model("Problem"))
    assert isinstance(parse_error(ours, "things.get_thing", 418, problem), ours.model("OtherProblem"))
    assert parse_error(ours, "things.get_thing", 500, problem) is None
    assert parse_error(ours, "files.get_file", 404, problem) is None
    assert isinstance(parse_error(ours, "things.delete_thing", 500, problem), ours.model("Problem"))


def test_types_from_the_users_side(ours: Package, tmp_path: Path) -> None:
    """The package is read by mypy as an installed one would be, its lazy names included."""
    script = tmp_path / "script.py"
    script.write_text(
        """
from typing import Any, assert_type

from clientkit.operation import Prepared
from ours_api import AuthenticatedClient
from ours_api.api import files, shapes, things
from ours_api.models import Circle, OtherProblem, Problem, Square, Thing
from ours_api.types import File, Response

assert_type(things.get_thing.OPERATION("t1"), Prepared[Thing])
assert_type(things.list_things.OPERATION(limit=None), Prepared[list[Thing]])
assert_type(things.delete_thing.OPERATION(thing_id="t1"), Prepared[None])
assert_type(files.get_file.OPERATION("a"), Prepared[File])
assert_type(shapes.list_shapes.OPERATION(), Prepared[list[Circle | Square]])
client = AuthenticatedClient(base_url="https://probe.test", token="t")
assert_type(things.get_thing.sync("t1", client=client), OtherProblem | Problem | Thing | None)
assert_type(things.get_thing.sync_detailed("t1", client=client), Response[OtherProblem | Problem | Thing])
assert_type(Thing.from_dict({}).to_dict(), dict[str, Any])

things.get_thing.OPERATION(thing="t1")  # type: ignore[call-arg]
things.list_things.OPERATION(limit="x")  # type: ignore[arg-type]
things.get_thnig  # type: ignore[attr-defined]
from ours_api.models import Thnig  # type: ignore[attr-defined]
"""
    )
    root = Path(__file__).resolve().parents[2]
    command = [
        sys.executable,
        "-P",
        "-m",
        "mypy",
        "--strict",
        "--cache-dir",
        str(root / ".mypy_cache" / "probe"),
    ]
    path = os.pathsep.join(map(str, [tmp_path, ours.root.parent, root / "facades"]))
    done = subprocess.run(
        [*command, "-p", "ours_api", "-m", "script"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
