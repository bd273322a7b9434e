"""Nothing escapes the walk over every argument, and what takes input without a client is as careful."""

from __future__ import annotations

from collections.abc import Callable
from decimal import InvalidOperation
from typing import Any

import alsorn
import asg_gateway
import pytest
import sbn
from clientkit.errors import ClientError
from clientkit.testing import AsyncScriptedTransport, ScriptedTransport, answer
from clientkit_codegen.generation import layout

from tests.faults import examples, hostile, inputs, probe, walk
from tests.faults.products import PRODUCTS, SBN, Client, Product
from tests.faults.surfaces import SURFACES
from tests.runtime.modes import MODES

# Reached by nobody but through another class of the walk.
_WITHIN = {"TenantSlots": "SbnGatewayClient", "SlotSession.open": "SlotSession"}

FUNCTIONS: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (alsorn.sign_webhook, {"payload": b"{}", "secret": "whsec_0123456789"}),
    (alsorn.verify_webhook, {"payload": b"{}", "signature": "sha256=00", "secret": "whsec_0123456789"}),
    (asg_gateway.sign_webhook, {"payload": b"{}", "secret": "whsec_0123456789"}),
    (asg_gateway.verify_webhook, {"payload": b"{}", "signature": "sha256=00", "secret": "whsec_0123456789"}),
    (sbn.snapchore_hash, {"payload": {"a": 1}, "volatile_keys": ["at"]}),
]


@pytest.mark.parametrize("service", layout.services(), ids=lambda service: service.name)
def test_every_documented_method_is_walked(service: layout.Service) -> None:
    documented = {name for facade in service.facades for name in walk.documented(facade)}
    walked = {str(each) for surface in SURFACES for each in inputs.methods(surface)}
    missing = {
        name
        for name in documented - walked
        if name not in _WITHIN
        and name.partition(".")[0] not in _WITHIN
        and not name.endswith("asend_message_stream")
    }
    assert not missing, f"reached by no client of tests/faults/surfaces.py: {sorted(missing)}"


@pytest.mark.usefixtures("empty_folder")
@pytest.mark.parametrize(("value", "kind"), [(" ", ValueError), (1.5, TypeError)], ids=["blank", "fraction"])
def test_what_is_no_id_is_refused_alike_everywhere(value: Any, kind: type[Exception]) -> None:
    wrong, count = [], 0
    for surface in sorted(set(SURFACES) - {"ash_sdk"}):
        client = probe.Probe(SURFACES[surface])
        for method in inputs.methods(surface):
            for name in [each.name for each in method.parameters if each.required and not each.spread]:
                if not name.endswith("_id") or name == "operation_id":
                    continue
                error, requests = client.call(method, {**client.arguments(method, name), name: value})
                named = isinstance(error, ClientError) and name in str(error)
                if requests or not isinstance(error, kind) or not named:
                    wrong.append(f"{method}({name}): {error!r}")
                count += 1
    assert wrong == []
    assert count > 150


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda pair: f"{pair[0].__module__}.{pair[0].__name__}")
def test_a_function_refuses_or_returns(function: tuple[Callable[..., Any], dict[str, Any]]) -> None:
    call, arguments = function
    wrong = []
    for name in arguments:
        for label, make in hostile.POOL.items():
            try:
                call(**{**arguments, name: make()})
            # All three are documented: the hash names the same reasons as the service does.
            except (ClientError, InvalidOperation, UnicodeEncodeError) as error:
                complaint = probe.complaint(error, refusal=False)
            except Exception as error:
                complaint = probe.complaint(error)
            else:
                continue
            if complaint:
                wrong.append(f"{name}={label}: {complaint}")
    assert not wrong, "\n".join(wrong[:12])


@pytest.mark.parametrize("product", PRODUCTS, ids=repr)
def test_the_asynchronous_world_refuses_the_same(product: Product) -> None:
    surface = {"asg": "asg", "sbn": "sbn"}.get(product.name, product.name)
    method = next(each for each in inputs.methods(surface) if each.parameters and each.parameters[0].required)
    path = method.path.removesuffix("_sync")
    blocking = probe.Probe(SURFACES[surface])
    parameter = method.parameters[0]
    arguments = blocking.arguments(method, parameter.name)
    transport = AsyncScriptedTransport(iter(lambda: answer(418, {"error": "no"}), None))
    client = product.connect(MODES[1], probe.URL, http_client=transport)
    for label, make in examples.pool(parameter).items():
        given = {**arguments, parameter.name: make()}
        error, requests = blocking.call(method, given)
        transport.requests.clear()

        def invoke(c: Client, given: dict[str, Any] = given) -> Any:
            return c.call(path, **given)

        raised = client.error(invoke)
        assert (type(raised), len(transport.requests)) == (type(error), len(requests)), label
    client.close()


@pytest.mark.parametrize("product", PRODUCTS, ids=repr)
@pytest.mark.parametrize(
    "option", ["timeout", "max_retries", "deadline", "headers", "stream_timeout", "max_event_bytes"]
)
def test_options_of_a_view_are_refused_or_taken(product: Product, option: str) -> None:
    client = product.connect(MODES[0], probe.URL).inner
    wrong = []
    for label, make in hostile.POOL.items():
        try:
            client.with_options(**{option: make()})
        except Exception as error:
            if complaint := probe.complaint(error):
                wrong.append(f"{label}: {complaint}")
    assert not wrong, "\n".join(wrong[:12])
    client.close()


@pytest.mark.parametrize("product", PRODUCTS, ids=repr)
def test_an_address_is_refused_or_kept(product: Product) -> None:
    wrong = []
    for label, make in hostile.POOL.items():
        try:
            client = product.connect(MODES[0], make())
        except Exception as error:
            if complaint := probe.complaint(error):
                wrong.append(f"{label}: {complaint}")
        else:
            client.close()
    assert not wrong, "\n".join(wrong[:12])


def _with_key(product: Product) -> Callable[[Any, Any], Any]:
    def make(value: Any, transport: Any) -> Any:
        # None stands for the product's example key there.
        return product.build(MODES[0], probe.URL, value, **{**product.options, "http_client": transport})

    return make


def _with_setter(name: str) -> Callable[[Any, Any], Any]:
    def make(value: Any, transport: Any) -> Any:
        client = sbn.SbnClient(base_url=probe.URL, http_client=transport)
        getattr(client, name)(value)
        return client

    return make


CREDENTIALS: dict[str, tuple[Product, Callable[[Any, Any], Any]]] = {
    **{f"{each} key": (each, _with_key(each)) for each in PRODUCTS},
    **{
        f"sbn {name}": (SBN, _with_setter(name))
        for name in ("authenticate_api_key", "authenticate_bearer", "set_tenant")
    },
}


@pytest.mark.parametrize("place", CREDENTIALS)
def test_a_credential_is_refused_unseen_or_sent_as_it_is(place: str) -> None:
    product, make = CREDENTIALS[place]
    wrong = []
    for label, value in ((label, made()) for label, made in hostile.POOL.items()):
        transport = ScriptedTransport(iter(lambda: answer(418, {"error": "no"}), None))
        try:
            client = Client(product, MODES[0], make(value, transport))
        except Exception as error:
            # A key that is missing or malformed has an error of its own in some products.
            if complaint := probe.complaint(error, refusal=not isinstance(error, ClientError)):
                wrong.append(f"{label}: {complaint}")
            if isinstance(value, str) and len(value) > 3 and value in str(error):
                wrong.append(f"{label}: shown by {error}")
            continue
        outcome = client.error(product.calls["read"])
        sent = [str.__str__(each) for request in transport.requests for each in request.headers.values()]
        if value is None or value == "":
            continue
        if transport.requests and not any(each.removeprefix("Bearer ") == value for each in sent):
            wrong.append(f"{label}: not sent, but {sent}")
        if not transport.requests and (complaint := probe.complaint(outcome)):
            wrong.append(f"{label}: {complaint}")
        client.close()
    assert not wrong, "\n".join(wrong[:12])
