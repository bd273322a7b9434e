"""What our templates are for: each row holds for our package and is shown not to hold for upstream's."""

from __future__ import annotations

import copy
import datetime
import inspect
import io
import json
import pickle
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

import httpx
import pytest
from clientkit.errors import DecodeError

if TYPE_CHECKING:
    from conftest import Package

Row = Callable[["Package"], None]
ROWS: list[Any] = []
UPSTREAM_ROWS: list[Any] = []
HTML = "<html><body>Bad gateway</body></html>"
HEADER_TIME = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)


def row(fails_with: type[Exception]) -> Callable[[Row], Row]:
    """Declare a row and what upstream's package fails it with."""

    def declare(check: Row) -> Row:
        ROWS.append(pytest.param(check, id=check.__name__))
        UPSTREAM_ROWS.append(pytest.param(check, fails_with, id=check.__name__))
        return check

    return declare


@pytest.mark.parametrize("check", ROWS)
def test_ours(check: Row, ours: Package) -> None:
    check(ours)


@pytest.mark.filterwarnings("ignore:Setting per-request cookies:DeprecationWarning")
@pytest.mark.parametrize(("check", "error"), UPSTREAM_ROWS)
def test_upstream_fails(check: Row, error: type[Exception], upstream: Package) -> None:
    with pytest.raises(error):
        check(upstream)


def thing(**fields: Any) -> httpx.Response:
    return httpx.Response(200, json={"id": "t1", "name": "Lamp", **fields})


def raised(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Exception | None:
    try:
        call(*args, **kwargs)
    except Exception as error:
        return error
    return None


# What is loaded


@row(fails_with=AssertionError)
def importing_an_endpoint_loads_no_model(package: Package) -> None:
    code = """
import sys
from PACKAGE.api import things
things.get_thing.sync
heavy = {"attr", "attrs", "httpx", "dateutil"}
print(*(name for name in sys.modules if name in heavy or name.startswith("PACKAGE.models")))
"""
    assert package.python(code) == ""


@row(fails_with=AssertionError)
def importing_a_model_loads_what_it_refers_to(package: Package) -> None:
    code = """
import sys
from PACKAGE.models import Problem
print(*(name for name in sys.modules if name.startswith("PACKAGE.models.")))
"""
    assert package.python(code) == f"{package.name}.models.problem"


@row(fails_with=AssertionError)
def package_is_typed(package: Package) -> None:
    assert (package.root / "py.typed").is_file()


# Operations and clients


@row(fails_with=AttributeError)
def endpoint_has_an_operation(package: Package) -> None:
    operation = package.endpoint("things.get_thing").OPERATION
    assert (operation.id, operation.method, operation.path) == ("get_thing", "GET", "/things/{thing_id}")
    created = package.endpoint("things.create_thing").OPERATION
    assert created.key == ("header", "Idempotency-Key")
    assert not created.idempotent
    assert package.endpoint("things.refresh_thing").OPERATION.idempotent
    assert package.endpoint("things.delete_thing").OPERATION.idempotent
    assert package.endpoint("events.stream_events").OPERATION.stream == "sse"
    assert package.endpoint("files.get_file").OPERATION.stream == "bytes"
    assert package.endpoint("files.get_file").OPERATION.accepts(304)
    assert not operation.accepts(304)


@row(fails_with=AssertionError)
def token_is_not_shown(package: Package) -> None:
    assert "nobody-may-see" not in repr(package.client())


@row(fails_with=AssertionError)
def client_has_a_time_out(package: Package) -> None:
    assert package.client()._timeout is not None


@row(fails_with=AssertionError)
def security_of_the_whole_document_counts(package: Package) -> None:
    annotation = inspect.signature(package.endpoint("things.get_thing").sync).parameters["client"].annotation
    assert "|" not in str(annotation)


# Requests


@row(fails_with=AssertionError)
def path_value_cannot_address_another_endpoint(package: Package) -> None:
    for value in ("..", ".", "", " ", "%2e%2e", "%2E%2e", ".%2E", "%252e%252e", "..\\..", "a/../b", "a\nb"):
        error = raised(package.exchange, "things.get_thing", thing(), thing_id=value)
        assert isinstance(error, ValueError), value
        assert "thing_id" in str(error)


@row(fails_with=AssertionError)
def path_value_may_span_segments_where_the_spec_says_so(package: Package) -> None:
    body = package.types().File(io.BytesIO(b"data"))
    answer = httpx.Response(204)
    request, _ = package.exchange("files.put_file", answer, path="reports/2026/a b.csv", body=body)
    assert request.url.raw_path == b"/files/reports/2026/a%20b.csv"


@row(fails_with=TypeError)
def uuid_header_is_text(package: Package) -> None:
    trace = UUID("12345678-1234-5678-1234-567812345678")
    request, _ = package.exchange("things.refresh_thing", thing(), thing_id="t1", x_trace=trace)
    assert request.headers["X-Trace"] == str(trace)


@row(fails_with=ModuleNotFoundError)
def date_time_header_is_text(package: Package) -> None:
    body = package.model("Thing")(id="t1", name="Lamp")
    answer = httpx.Response(201, json={"id": "t1", "name": "Lamp"})
    request, _ = package.exchange("things.create_thing", answer, body=body, if_modified_since=HEADER_TIME)
    assert request.headers["If-Modified-Since"] == "2026-01-02T03:04:05Z"


@row(fails_with=AssertionError)
def multipart_boundary_is_random(package: Package) -> None:
    boundaries = set()
    for _ in range(2):
        body = package.model("Upload")(file=package.types().File(io.BytesIO(b"data"), "a.txt", "text/plain"))
        request, _ = package.exchange("files.upload_file", httpx.Response(200, text="stored"), body=body)
        media_type, _, boundary = request.headers["Content-Type"].partition("; boundary=")
        assert media_type == "multipart/form-data"
        assert f"--{boundary}".encode() in request.content
        boundaries.add(boundary)
    assert len(boundaries) == 2


@row(fails_with=ModuleNotFoundError)
def body_may_be_of_any_media_type(package: Package) -> None:
    request, _ = package.exchange("files.replace_notes", httpx.Response(204), body="a;b\n1;2\n")
    assert request.headers["Content-Type"] == "text/csv"
    assert request.content == b"a;b\n1;2\n"


@row(fails_with=AttributeError)
def none_is_not_sent(package: Package) -> None:
    request, _ = package.exchange("things.list_things", httpx.Response(200, json=[]), since=None, limit=None)
    assert request.url.query == b""


@row(fails_with=AssertionError)
def defaults_are_left_to_the_server(package: Package) -> None:
    request, _ = package.exchange("things.list_things", httpx.Response(200, json=[]))
    assert request.url.query == b""


@row(fails_with=AssertionError)
def date_time_is_sent_with_an_offset(package: Package) -> None:
    model = package.model("Thing")(id="t1", name="Lamp", made_at=datetime.datetime(2026, 1, 2, 3, 4, 5))
    assert model.to_dict()["made_at"] == "2026-01-02T03:04:05Z"


# Answers


@row(fails_with=ValueError)
def unknown_text_of_an_enum_is_taken(package: Package) -> None:
    color = package.read("things.get_thing", thing(color="violet"), thing_id="t1").color
    assert color == "violet"
    assert isinstance(color, package.model("Color"))


@row(fails_with=ValueError)
def unknown_number_of_an_enum_is_taken(package: Package) -> None:
    level = package.read("things.get_thing", thing(level=7), thing_id="t1").level
    assert level == 7
    assert isinstance(level, package.model("Level"))


@row(fails_with=TypeError)
def null_of_a_model_is_unset(package: Package) -> None:
    assert package.read("things.get_thing", thing(part=None), thing_id="t1").part is package.types().UNSET


@row(fails_with=TypeError)
def null_of_a_list_is_unset(package: Package) -> None:
    assert package.read("things.get_thing", thing(parts=None), thing_id="t1").parts is package.types().UNSET


@row(fails_with=TypeError)
def null_of_a_date_time_is_unset(package: Package) -> None:
    assert (
        package.read("things.get_thing", thing(made_at=None), thing_id="t1").made_at is package.types().UNSET
    )


@row(fails_with=KeyError)
def missing_required_field_is_unset(package: Package) -> None:
    read = package.read("things.get_thing", httpx.Response(200, json={"id": "t1"}), thing_id="t1")
    assert read.name is package.types().UNSET
    assert read.to_dict() == {"id": "t1"}


@row(fails_with=ValueError)
def value_of_another_type_is_passed_through(package: Package) -> None:
    read = package.read("things.get_thing", thing(part="none", parts=[1, None], key="k-1"), thing_id="t1")
    assert (read.part, read.parts, read.key) == ("none", [1, None], "k-1")


@row(fails_with=ValueError)
def date_time_with_a_small_z_is_read(package: Package) -> None:
    read = package.read("things.get_thing", thing(made_at="2026-01-02t03:04:05z"), thing_id="t1")
    assert read.made_at == HEADER_TIME


@row(fails_with=AssertionError)
def text_beside_a_date_time_stays_text(package: Package) -> None:
    assert package.read("things.get_thing", thing(when="20260102"), thing_id="t1").when == "20260102"


@row(fails_with=ValueError)
def status_outside_the_registry_is_a_status(package: Package) -> None:
    for status in (499, 520, 561):
        answer = httpx.Response(status, json={"code": "odd"})
        assert package.exchange("things.get_thing", answer, thing_id="t1")[1].status_code == status


@row(fails_with=AssertionError)
def error_page_of_a_documented_status_is_one_typed_error(package: Package) -> None:
    error = raised(package.read, "things.get_thing", httpx.Response(404, text=HTML), thing_id="t1")
    assert isinstance(error, DecodeError)
    assert (error.status, error.operation_id) == (404, "get_thing")


@row(fails_with=AssertionError)
def wrong_body_is_one_typed_error(package: Package) -> None:
    for body in (HTML, '{"id": "t1", "na', "", "[]", '"text"', "null"):
        error = raised(package.read, "things.get_thing", httpx.Response(200, text=body), thing_id="t1")
        assert isinstance(error, DecodeError), body
        assert "get_thing" in str(error)


@row(fails_with=ValueError)
def event_stream_is_a_file_when_read_at_once(package: Package) -> None:
    answer = httpx.Response(200, content=b"data: {}\n\n", headers={"Content-Type": "text/event-stream"})
    assert package.read("events.stream_events", answer).payload.read() == b"data: {}\n\n"


@row(fails_with=AttributeError)
def lines_of_json_are_a_file(package: Package) -> None:
    answer = httpx.Response(200, content=b"{}\n{}\n", headers={"Content-Type": "application/x-ndjson"})
    assert package.read("events.stream_lines", answer).payload.read() == b"{}\n{}\n"


@row(fails_with=ValueError)
def unknown_tag_leaves_the_object(package: Package) -> None:
    unknown = {"kind": "hexagon", "side": 2}
    read = package.read("things.get_thing", thing(shape=unknown), thing_id="t1")
    assert read.shape == unknown
    assert isinstance(
        package.read("things.get_thing", thing(shape={"kind": "square"}), thing_id="t1").shape,
        package.model("Square"),
    )


@row(fails_with=ValueError)
def unknown_tag_in_a_list_leaves_the_object(package: Package) -> None:
    answer = httpx.Response(200, json=[{"kind": "circle", "radius": 1}, {"kind": "hexagon"}, {}, None])
    circle, *others = package.read("shapes.list_shapes", answer)
    assert isinstance(circle, package.model("Circle"))
    assert others == [{"kind": "hexagon"}, {}, None]


@row(fails_with=AssertionError)
def discriminator_decides(package: Package) -> None:
    for species, kind in (("feline", "Cat"), ("tiger", "Cat"), ("canine", "Dog")):
        read = package.read("things.get_thing", thing(pet={"species": species}), thing_id="t1")
        assert isinstance(read.pet, package.model(kind)), species


@row(fails_with=AssertionError)
def variant_that_asks_for_most_is_tried_first(package: Package) -> None:
    read = package.read("things.get_thing", thing(place={"x": 1, "y": 2, "z": 3}), thing_id="t1")
    assert isinstance(read.place, package.model("Spot"))


@row(fails_with=AssertionError)
def secret_is_not_shown(package: Package) -> None:
    read = package.read("things.get_thing", thing(secret="whsec-1"), thing_id="t1")
    assert read.secret == "whsec-1"
    assert "whsec-1" not in repr(read)


# UNSET


@row(fails_with=AssertionError)
def unset_survives_copying(package: Package) -> None:
    model = package.model("Thing")(id="t1", name="Lamp")
    for twin in (copy.copy(model), copy.deepcopy(model), pickle.loads(pickle.dumps(model))):
        assert twin.note is package.types().UNSET
        assert twin == model
        assert json.loads(json.dumps(twin.to_dict())) == {"id": "t1", "name": "Lamp"}


@row(fails_with=AssertionError)
def unset_survives_another_process(package: Package) -> None:
    pickled = pickle.dumps(package.model("Thing")(id="t1", name="Lamp"))
    code = f"""
import pickle
from PACKAGE.types import UNSET
thing = pickle.loads({pickled!r})
print(thing.note is UNSET, thing.to_dict())
"""
    assert package.python(code) == "True {'id': 't1', 'name': 'Lamp'}"
