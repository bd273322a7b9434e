"""No secret of any product shows itself, wherever it was given and whatever the service or the net does."""

from __future__ import annotations

import base64
import contextlib
import io
import json
import logging
import pickle
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import alsorn
import asg_gateway
import httpx
import pytest
import sbn
import yaml
from clientkit import errors
from clientkit._io import libraries
from clientkit.operation import Answer
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, answer
from clientkit.transport import HttpRequest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from sbn.cli import app as cli
from sbn.cli import config as cli_config

from tests.runtime.leaks import OURS, echoes, everything, frames, leaks, listening
from tests.runtime.modes import MODES, Mode, fresh_url
from tests.runtime.rawserver import Connection, RawServer, answering, response

from .places import PLACES, TAIL, Place
from .products import ALSORN, ASG, ASH, ASSETCORE, LABELS, SBN, Client, Product
from .swift import GOOD

# The library that the engine drives here; its records are among those that are looked at.
ENGINE = libraries.chosen()

Handler = Callable[[Connection], Any]
Serve = Callable[[Handler], RawServer]
FACADES = OURS[0]
SPECS = Path(__file__).parents[2] / "specs"

EVERY = [
    pytest.param(place, mode, id=f"{place}-{mode}")
    for place in PLACES
    for mode in MODES
    if mode.name in place.modes
]


def scripted(mode: Mode, *steps: Any) -> Any:
    kind = AsyncScriptedTransport if mode.is_async else ScriptedTransport
    # The last one for every retry and every refresh.
    return kind([*steps, *steps[-1:] * 9], FakeClock())


def shown(client: Client) -> str:
    inner = client.inner
    views = [inner]
    if hasattr(inner, "with_options"):
        views += [inner.with_options(timeout=1.0), inner.raw]
    return "\n".join(
        f"{each!r} {each} {each!s:>5} {vars(each) if hasattr(each, '__dict__') else ''}" for each in views
    )


@pytest.mark.parametrize(("place", "mode"), EVERY)
def test_what_a_service_repeats_is_masked_wherever_the_secret_was_given(place: Place, mode: Mode) -> None:
    found = {}
    with listening() as heard:
        for name, step in echoes(place.secret).items():
            client = place.build(
                mode, fresh_url(), place.secret, {"http_client": scripted(mode, *place.first, step)}
            )
            try:
                place.call(client, place.secret)
            except errors.ClientError as error:
                said = everything(error)
            else:
                said = ""
            found[name] = leaks(said + shown(client), place.secret)
            client.close()
    assert {name: leaked for name, leaked in found.items() if leaked} == {}
    assert leaks(heard.text, place.secret) == []
    assert heard.records


# -- the search itself ---------------------------------------------------------------------------------


class Leaking(errors.ApiError):
    """An error as none must be."""


def leak_in_message(secret: str) -> errors.ClientError:
    return Leaking(f"no such key {secret}")


def leak_in_attribute(secret: str) -> errors.ClientError:
    return Leaking("no", body={"key": [secret]})


def leak_in_context(secret: str) -> errors.ClientError:
    try:
        raise ValueError(secret)
    except ValueError:
        try:
            raise Leaking("no") from None
        except Leaking as error:
            return error


def leak_in_base64(secret: str) -> errors.ClientError:
    return Leaking(base64.b64encode(f"user:{secret}".encode()).decode())


def leak_in_local(secret: str) -> errors.ClientError:
    # Runs as if it were of the package; what it is given is a local of its frame.
    code = compile("def call(key):\n    raise error", FACADES + "/planted.py", "exec")
    planted: dict[str, Any] = {"error": Leaking("no")}
    exec(code, planted)
    try:
        planted["call"](secret)
    except Leaking as error:
        return error
    raise AssertionError


PLANTED = [leak_in_message, leak_in_attribute, leak_in_context, leak_in_base64, leak_in_local]


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_planted_leak_in_an_error_is_found(plant: Any) -> None:
    assert leaks(everything(plant(TAIL)), TAIL)
    assert not leaks(everything(plant("another-secret-01234")), TAIL)


@pytest.mark.parametrize("logger", ["clientkit", "httpx", "httpcore.http11", "asyncio"])
def test_a_planted_leak_in_a_record_is_found(logger: str) -> None:
    for arguments, extra in (((TAIL,), {}), (("x",), {"headers": {"key": TAIL}}), (({"key": TAIL},), {})):
        with listening() as heard:
            logging.getLogger(logger).debug("said %s", *arguments, extra=extra)
        assert leaks(heard.text, TAIL)
    with listening() as heard:
        try:
            raise leak_in_attribute(TAIL)
        except Leaking:
            logging.getLogger(logger).debug("failed", exc_info=True)
    assert leaks(heard.text, TAIL)


# -- the net -------------------------------------------------------------------------------------------


def hang_up(connection: Connection) -> None:
    connection.request()


def say_nothing(connection: Connection) -> None:
    connection.request()
    connection.wait_for_end()


def cut_short(connection: Connection) -> None:
    connection.request()
    connection.say(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a": ')


def repeat(status: str) -> Handler:
    """Answer with the whole request, and with it the header that has the secret."""

    def handle(connection: Connection) -> None:
        while request := connection.request():
            body = json.dumps({"message": request.decode("latin-1"), "type": "error"}).encode()
            connection.say(response(body, status, "Content-Type: application/json"))

    return handle


def once(line: str) -> Handler:
    """Answer with a line that no header can be."""

    def handle(connection: Connection) -> None:
        connection.request()
        connection.say(f"HTTP/1.1 200 OK\r\n{line}\r\n\r\n".encode())

    return handle


NETS: dict[str, Callable[[str], Handler]] = {
    "success": lambda key: answering(response(GOOD)),
    "refused": lambda key: repeat("401 Unauthorized"),
    "busy": lambda key: repeat("503 Service Unavailable"),
    "limited": lambda key: repeat("429 Too Many Requests"),
    "page": lambda key: answering(response(f"<html>{key}".encode(), "502 Bad Gateway")),
    "not JSON": lambda key: answering(response(f"key={key}".encode())),
    "not gzip": lambda key: answering(response(key.encode(), "200 OK", "Content-Encoding: gzip")),
    "hang up": lambda key: hang_up,
    "silent": lambda key: say_nothing,
    "cut short": lambda key: cut_short,
    "nonsense": lambda key: once(f"X-Broken {key}"),
    "redirect": lambda key: answering(
        response(b"", "307 Temporary Redirect", "Location: https://elsewhere.test/?key=another-key")
    ),
}


def outcome(call: Callable[[Client], Any], client: Client) -> Any:
    """What a call gives or raises."""
    try:
        return call(client)
    except errors.ClientError as error:
        return error


# Through an injected engine the way of an answer is the same; its beginnings and ends are not.
BOTH_ENGINES = [
    *(pytest.param(net, False, id=net) for net in NETS),
    *(pytest.param(net, True, id=f"{net}-injected") for net in ("success", "refused", "hang up", "nonsense")),
]


@pytest.mark.parametrize(("net", "injected"), BOTH_ENGINES)
def test_no_net_brings_a_key_to_light(
    product: Product, mode: Mode, net: str, injected: bool, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("random.random", lambda: 0.0)
    key = f"{product.key[:11]}{TAIL}"
    options: dict[str, Any] = {"timeout": 0.05} if net == "silent" else {}
    brought: Any = None
    if injected:
        options["http_client"] = brought = httpx.AsyncClient() if mode.is_async else httpx.Client()
    with listening() as heard:
        client = product.connect(mode, serve(NETS[net](key)).url, key=key, **options)
        # The bytes of a file are what was asked for, whatever they say. A stream without events is cut off
        # where the last one is to say that it is over.
        left_out = {"bytes", *(["stream"] if product.ends and net == "success" else [])}
        outcomes = [outcome(call, client) for policy, call in product.calls.items() if policy not in left_out]
        said = [shown(client)]
        client.close()
    if injected:
        mode.run(brought.aclose() if mode.is_async else brought.close())
    failures = [each for each in outcomes if isinstance(each, errors.ClientError)]
    # A file is what the service sent, and is there to be had.
    results = [each for each in outcomes if each not in failures and not isinstance(each, bytes)]
    said += [*map(everything, failures), repr(results)]
    # What a service puts into a header field, httpcore writes at DEBUG before we see it.
    assert (
        leaks(
            "".join(said)
            + heard.without(("httpcore" if injected else ENGINE) if net == "nonsense" else None),
            key,
        )
        == []
    )
    assert [place for failure in failures for place in foreign(failure)] == []
    assert (net == "success") is not bool(failures)
    assert {"clientkit", f"{'httpcore' if injected else ENGINE}.http11"} <= {
        record.name for record in heard.records
    }


def foreign(error: BaseException) -> list[str]:
    """The frames of an error that are of another package: they hold the header as it is sent."""
    return [
        frame.f_code.co_filename for frame in frames(error) if "site-packages" in frame.f_code.co_filename
    ]


def test_the_loggers_of_the_http_libraries_write_what_the_docs_say(serve: Serve) -> None:
    """The page says so of both; nothing here can fix it, and whoever turns them on should know."""
    url = serve(answering(response(b'{"agents": []}', "200 OK", f"X-Echo: {TAIL}"))).url
    with listening() as heard, httpx.Client(auth=("user", "another-secret-01234")) as brought:
        client = ALSORN.connect(MODES[0], url, http_client=brought)
        client.call("agents.list", search="a customer")
    by_logger = {
        name: "\n".join(record.getMessage() for record in heard.records if record.name.startswith(name))
        for name in ("httpx", "httpcore.", "clientkit")
    }
    assert f"{url}/agents?" in by_logger["httpx"]
    assert "customer" in by_logger["httpx"]
    assert TAIL in by_logger["httpcore."]
    assert "customer" not in by_logger["clientkit"]
    assert leaks(heard.text, ALSORN.key, "another-secret-01234") == []


def test_no_wire_has_a_secret_in_its_address() -> None:
    """Keys travel in headers and bodies, so no log of addresses holds one."""
    found = []
    for path in sorted(SPECS.glob("*.yaml")):
        document = yaml.safe_load(path.read_text())
        parameters = [each for each in walk(document) if each.get("in") in {"query", "path"}]
        assert parameters
        found += [
            (path.name, each["name"])
            for each in parameters
            if each.get("schema", {}).get("format") == "password"
            or re.search(r"secret|passw|credential|(?<!page_)token|api_?key$", each["name"], re.IGNORECASE)
        ]
        schemes = document["components"].get("securitySchemes", {}).values()
        found += [(path.name, each["name"]) for each in schemes if each.get("in") == "query"]
    assert found == []


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(each)


# -- arguments that are refused ------------------------------------------------------------------------

SPOILT: dict[str, Callable[[str], dict[str, Any]]] = {
    "key with a line break": lambda secret: {"key": f"{secret}\n"},
    "key of another alphabet": lambda secret: {"key": f"{secret}é"},
    "header with a line break": lambda secret: {"headers": {"X-Api-Key": f"{secret}\n"}},
    "header next to a bad key": lambda secret: {"key": "no key\n", "headers": {"X-Api-Key": secret}},
    "header next to a bad name": lambda secret: {"headers": {"X-Api-Key": secret, "a b": "c"}},
    "timeout": lambda secret: {"timeout": -1, "key": secret, "headers": {"X-Api-Key": secret}},
    "engine": lambda secret: {"http_client": object(), "key": secret, "headers": {"X-Api-Key": secret}},
    "password in the address": lambda secret: {"url": f"https://user:{secret}@host.test"},
    "user in the address": lambda secret: {"url": f"https://{secret}@host.test/v1"},
    "address with a tab": lambda secret: {"url": f"https:/\t/user:{secret}@host.test"},
    "password next to a bad key": lambda secret: {"url": f"https://user:{secret}@host.test", "key": "a b\n"},
    "address that cannot be read": lambda secret: {"url": f"https://user:{secret}@[bad"},
    "option of a view": lambda secret: {"key": secret, "view": {"timeout": -1, "headers": {"X-Key": secret}}},
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_an_argument_that_is_refused_is_not_shown(product: Product, mode: Mode, spoilt: str) -> None:
    secret = f"{product.key[:11]}{TAIL}"
    options = {"url": "https://host.test", **SPOILT[spoilt](secret)}
    view = options.pop("view", None)
    with pytest.raises((ValueError, TypeError, errors.ClientError)) as caught:
        product.connect(mode, options.pop("url"), **options).inner.with_options(**view or {})
    assert leaks(everything(caught.value), secret) == []
    assert foreign(caught.value) == []


@pytest.mark.parametrize(
    "credentials",
    [
        {"access_key_id": 7, "secret_access_key": TAIL, "region": "eu-1"},
        {"service_account_json": {"private_key": TAIL}},
        TAIL,
        [TAIL],
    ],
    ids=["number", "parsed", "text", "list"],
)
def test_credentials_of_a_job_that_are_refused_are_not_shown(mode: Mode, credentials: Any) -> None:
    client = ASG.connect(mode, fresh_url(), http_client=scripted(mode))
    with pytest.raises(TypeError) as caught:
        client.call("create_job", "s3://bucket/m.jsonl", LABELS, credentials=credentials)
    assert leaks(everything(caught.value), TAIL) == []


# -- webhooks ------------------------------------------------------------------------------------------

EVENT = json.dumps(
    {"id": "evt_1", "event": "agent.deleted", "task_id": "t-1", "data": {"name": "a"}}
).encode()
DELIVERIES: dict[str, Callable[[str], tuple[bytes, str | None]]] = {
    "unsigned": lambda good: (EVENT, None),
    "malformed": lambda good: (EVENT, "md5=0"),
    "forged": lambda good: (EVENT, "sha256=" + "0" * 64),
    "changed": lambda good: (EVENT + b" ", good),
}


@pytest.mark.parametrize("delivery", DELIVERIES)
@pytest.mark.parametrize("package", [alsorn, asg_gateway], ids=lambda package: package.__name__)
def test_a_delivery_that_is_refused_shows_neither_secret_nor_signature(package: Any, delivery: str) -> None:
    secret = f"whsec_{TAIL}"
    good = package.sign_webhook(EVENT, secret)
    body, signature = DELIVERIES[delivery](good)
    header = {"alsorn": "X-Alsorn-Signature", "asg_gateway": "X-ASG-Signature"}[package.__name__]
    headers = {} if signature is None else {header: signature}
    right = package.sign_webhook(body, secret)
    ways: list[Callable[[], Any]] = [
        lambda: package.verify_webhook(body, signature, secret),
        lambda: package.verify_webhook_request(headers, body, secret),
    ]
    for verify in ways:
        with listening() as heard, pytest.raises(errors.WebhookError) as caught:
            verify()
        shown_of_it = everything(caught.value) + heard.text
        # Who had the right signature could have a forged body believed.
        assert leaks(shown_of_it, secret, *({right} - {signature})) == []


@pytest.mark.parametrize("package", [alsorn, asg_gateway], ids=lambda package: package.__name__)
def test_a_body_that_is_no_event_does_not_show_the_secret(package: Any) -> None:
    secret = f"whsec_{TAIL}"
    for body in (b"no JSON", b"[]", b'"text"'):
        signature = package.sign_webhook(body, secret)
        with pytest.raises(errors.WebhookError) as caught:
            package.verify_webhook(body, signature, secret)
        assert leaks(everything(caught.value), secret) == []


@pytest.mark.parametrize("package", [alsorn, asg_gateway], ids=lambda package: package.__name__)
@pytest.mark.parametrize("missing", [None, b"whsec_bytes", 7, ""])
def test_a_secret_that_is_not_there_proves_nothing(package: Any, missing: Any) -> None:
    """Above all not the text `None`, with which anybody could sign."""
    forged = package.sign_webhook(EVENT, str(missing) or "x")
    with pytest.raises((TypeError, ValueError)):
        package.verify_webhook(EVENT, forged, missing)


# -- signing keys --------------------------------------------------------------------------------------


def pem_of(key: Any) -> tuple[bytes, list[str]]:
    """A key's PEM, and each of its lines that tells something."""
    pem: bytes = key.private_key_pem()
    return pem, [line for line in pem.decode().splitlines() if "-----" not in line]


def test_a_signing_key_and_its_tokens_are_shown_nowhere(mode: Mode) -> None:
    key = sbn.SigningKey.generate(issuer="i", audience="a")
    pem, secrets = pem_of(key)
    key = sbn.SigningKey.from_pem(pem, issuer="i", audience="a")
    sent: list[str] = []

    def echo(request: HttpRequest) -> Answer:
        sent.append(request.headers["Authorization"].encode().decode().partition(" ")[2])
        return answer(400, {"message": f"no token: {sent[-1]}", "again": sent})

    client = SBN.connect(mode, fresh_url(), http_client=scripted(mode, echo))
    client.inner.authenticate_signing_key(key)
    with listening() as heard:
        error = client.error(SBN.calls["read"])
    said = everything(error) + shown(client) + heard.text + f"{key!r} {key}"
    minted = key.issue_token(subject="s", scopes=[], cdna="c", ttl_seconds=60)
    said += f"{minted!r} {minted}"
    assert sent
    assert leaks(said, *secrets, *sent, *sent[0].split(".")[2:], minted.token) == []


def spoilt_keys() -> dict[str, bytes]:
    pem, _ = pem_of(sbn.SigningKey.generate(issuer="i", audience="a"))
    rsa_key = rsa.generate_private_key(65537, 2048)
    ed25519_key = serialization.load_pem_private_key(pem, None)
    form = serialization.PrivateFormat.PKCS8
    encoding = serialization.Encoding.PEM
    return {
        "cut": pem[:80],
        "spoilt": pem.replace(b"MC4C", b"XXXX"),
        "another kind": rsa_key.private_bytes(encoding, form, serialization.NoEncryption()),
        "encrypted": ed25519_key.private_bytes(encoding, form, serialization.BestAvailableEncryption(b"pw")),
        "without its frame": pem.splitlines()[1],
        "with a NUL": pem.splitlines()[1] + b"\0",
    }


@pytest.mark.parametrize(
    "how", ["cut", "spoilt", "another kind", "encrypted", "without its frame", "with a NUL"]
)
@pytest.mark.parametrize("kind", [bytes, str], ids=["bytes", "text"])
def test_a_key_that_cannot_be_read_is_not_shown(how: str, kind: Any) -> None:
    pem = spoilt_keys()[how]
    lines = [line.rstrip("\0") for line in pem.decode().splitlines() if line and "-----" not in line]
    with pytest.raises((ValueError, TypeError)) as caught:
        sbn.SigningKey.from_pem(pem if kind is bytes else pem.decode(), issuer="i", audience="a")
    assert leaks(everything(caught.value), *lines) == []


# -- hooks ---------------------------------------------------------------------------------------------

HOOKS: dict[str, Callable[[str], Any]] = {
    "nothing": lambda secret: None,
    "bytes": lambda secret: secret.encode(),
    "a line break": lambda secret: f"{secret}\n",
    "the refused one": lambda secret: secret,
}


@pytest.mark.parametrize("hook", HOOKS)
def test_what_a_refresh_hook_gives_is_not_shown(mode: Mode, hook: str) -> None:
    old, new = f"act_old_{TAIL}", f"act_new_{TAIL[::-1]}"

    async def awaited() -> Any:
        return HOOKS[hook](new)

    client = ASSETCORE.connect(
        mode,
        fresh_url(),
        key=old,
        refresh_token=lambda: HOOKS[hook](new),
        refresh_token_async=awaited,
        http_client=scripted(
            mode, answer(401, {"message": f"{old} {new}"}) if hook == "the refused one" else answer(401)
        ),
    )
    with listening() as heard:
        error = client.error(ASSETCORE.calls["read"])
    assert isinstance(error, errors.ClientError)
    assert leaks(everything(error) + shown(client) + heard.text, old, new) == []


# -- results -------------------------------------------------------------------------------------------


def given_by(product: Product, attribute: str, path: str, *arguments: Any) -> Callable[[Mode, str], Any]:
    """Make a call whose answer holds a secret."""

    def call(mode: Mode, secret: str) -> Any:
        body = {"id": "1", attribute: secret}
        client = product.connect(mode, fresh_url(), http_client=scripted(mode, answer(200, body)))
        return client.call(path, *arguments)

    return call


@pytest.mark.parametrize(
    ("call", "attribute"),
    [
        pytest.param(
            given_by(ALSORN, "secret", "webhooks.register", "https://a.test", ["*"]), "secret", id="alsorn"
        ),
        pytest.param(given_by(ASH, "key", "create_api_key", "ci"), "key", id="ash"),
    ],
)
def test_a_result_holds_the_secret_and_its_repr_does_not(mode: Mode, call: Any, attribute: str) -> None:
    result = call(mode, TAIL)
    assert getattr(result, attribute) == TAIL
    assert leaks(f"{result!r} {result}", TAIL) == []
    assert attribute not in result.to_dict()
    # Who requests all of it gets all of it.
    assert result.to_dict(secrets=True)[attribute] == TAIL


def test_an_answer_as_it_came_is_shown_and_pickled_without_its_call(mode: Mode) -> None:
    key = f"{ALSORN.key[:11]}{TAIL}"
    client = ALSORN.connect(
        mode, fresh_url(), key=key, http_client=scripted(mode, answer(200, {"agent_id": "a"}, {"X-A": "1"}))
    )
    raw = mode.run(client.inner.raw.agents.get("a"))
    assert leaks(f"{raw!r} {raw}" + repr(pickle.dumps(raw)), key) == []
    again = pickle.loads(pickle.dumps(raw))
    assert (again.status, again.headers["X-a"], again.json()) == (200, "1", {"agent_id": "a"})


def test_the_secrets_of_an_injected_engine_stay_its_own(mode: Mode, serve: Serve) -> None:
    kind = httpx.AsyncClient if mode.is_async else httpx.Client
    brought: Any = kind(auth=("user", TAIL), headers={"X-Mine": TAIL})
    client = ALSORN.connect(mode, serve(hang_up).url, http_client=brought, max_retries=0)
    with listening() as heard:
        error = client.error(ALSORN.calls["read"])
    mode.run(brought.aclose() if mode.is_async else brought.close())
    assert leaks(everything(error) + shown(client) + heard.text, TAIL) == []
    assert foreign(error) == []


# -- the command ---------------------------------------------------------------------------------------


@pytest.fixture
def command(serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run the command against a service that repeats all it is sent; return all it wrote."""
    url = serve(repeat("403 Forbidden")).url
    for name, value in {
        "XDG_CONFIG_HOME": str(tmp_path),
        "SBN_BASE_URL": url,
        "ATLAS_CLIENT_ID": "atl_1",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("SBN_API_KEY", "ATLAS_CLIENT_SECRET"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str, **variables: str) -> str:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["sbn", *arguments])
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), listening() as heard:
            code = cli.run()
        return f"{code} {out.getvalue()} {err.getvalue()} {heard.text}"

    return run


KEY, SECRET = f"sbn_live_{TAIL}", f"atl_sec_{TAIL[::-1]}"
COMMANDS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "environment": (("atlas", "apps"), {"SBN_API_KEY": KEY}),
    "flag": (("--api-key", KEY, "atlas", "apps"), {}),
    "bad key": (("--api-key", f"{KEY} x", "atlas", "apps"), {}),
    "status": (("auth", "status"), {"SBN_API_KEY": KEY, "ATLAS_CLIENT_SECRET": SECRET}),
    "json status": (("-f", "json", "auth", "status"), {"SBN_API_KEY": KEY, "ATLAS_CLIENT_SECRET": SECRET}),
    "token": (("atlas", "token"), {"SBN_API_KEY": KEY, "ATLAS_CLIENT_SECRET": SECRET}),
    "token by flag": (("atlas", "token", "--client-id", "atl_1", "--client-secret", SECRET), {}),
    "login": (("auth", "login", "--api-key", KEY), {}),
    "bad login": (("auth", "login", "--api-key", f"{KEY}\n."), {}),
}


@pytest.mark.parametrize("debug", [(), ("--debug",)], ids=["quiet", "debug"])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_writes_no_secret(name: str, debug: tuple[str, ...], command: Any) -> None:
    arguments, variables = COMMANDS[name]
    written = command(*debug, *arguments, **variables)
    assert len(written) > 10
    assert leaks(written, KEY, SECRET) == []


def test_a_file_of_settings_that_is_refused_does_not_show_its_key(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    for rest in ("nonsense = 1\n", "output = 'xml'\n"):
        file.write_text(f"api_key = '{KEY}'\natlas_client_secret = '{SECRET}'\n{rest}")
        with pytest.raises(cli_config.ConfigError) as caught:
            cli_config.resolve({}, file)
        assert leaks(everything(caught.value), KEY, SECRET) == []
