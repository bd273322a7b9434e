"""Three kinds of credential and a tenant: exactly one of them is sent, and never a token that has ended."""

from __future__ import annotations

import base64
import json
import logging
import pickle
import subprocess
import sys
import traceback
from datetime import UTC, datetime, timedelta
from itertools import repeat
from pathlib import Path
from typing import Any

import jwt
import pytest
from clientkit.testing import answer
from clientkit_sandbox import Sandbox
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st
from sbn import MintedToken, SbnAuthenticationError, SbnClient, SbnConfigurationError, SigningKey

OK = answer(200, {})


@pytest.fixture(scope="module")
def key() -> SigningKey:
    return SigningKey.generate(issuer="my-svc", audience="sbn")


def sent(engine: Any, number: int = -1) -> dict[str, str]:
    """Return the credentials of a request, in the clear."""
    headers = engine.requests[number].headers
    return {
        name: str.__str__(value)
        for name, value in headers.items()
        if name.lower() in {"x-api-key", "authorization", "x-tenant-id"}
    }


def claims_of(key: SigningKey, token: str) -> dict[str, Any]:
    pem = key.public_key_pem()
    options: Any = {"verify_exp": False, "verify_iat": False}
    found: dict[str, Any] = jwt.decode(
        token.removeprefix("Bearer "), pem, algorithms=["EdDSA"], audience="sbn", options=options
    )
    return found


def test_without_a_credential_nothing_is_sent(make: Any, script_of: Any) -> None:
    client = make(repeat(OK))
    client.gateway.list_flags()
    assert sent(script_of(client)) == {}
    client.set_tenant("t-1")
    client.gateway.list_flags()
    assert sent(script_of(client)) == {"X-Tenant-ID": "t-1"}


def test_the_last_credential_wins(make: Any, script_of: Any, key: SigningKey) -> None:
    client = make(repeat(OK), tenant_id="t-1")
    client.authenticate_api_key("sbn_live_abc123")
    client.gateway.list_flags()
    assert sent(script_of(client)) == {"x-api-key": "sbn_live_abc123", "X-Tenant-ID": "t-1"}
    client.authenticate_bearer("eyJ.abc.def")
    client.set_tenant(None)
    client.gateway.list_flags()
    assert sent(script_of(client)) == {"Authorization": "Bearer eyJ.abc.def"}
    client.authenticate_signing_key(key)
    client.gateway.list_flags()
    assert list(sent(script_of(client))) == ["Authorization"]
    client.authenticate_api_key("sbn_live_abc123")
    client.gateway.list_flags()
    assert sent(script_of(client)) == {"x-api-key": "sbn_live_abc123"}


def test_views_share_credential_and_tenant(make: Any, script_of: Any) -> None:
    client = make(repeat(OK))
    view = client.with_options(timeout=3)
    client.authenticate_api_key("sbn_live_abc123")
    client.set_tenant("t-1")
    view.gateway.list_flags()
    assert sent(script_of(client)) == {"x-api-key": "sbn_live_abc123", "X-Tenant-ID": "t-1"}


@pytest.mark.parametrize("value", ["", "two words", "line\nbreak", "schlüssel"])
def test_a_credential_that_no_header_can_carry_is_refused_unseen(make: Any, value: str) -> None:
    client = make([])
    for authenticate in (client.authenticate_api_key, client.authenticate_bearer):
        with pytest.raises(SbnConfigurationError) as caught:
            authenticate(value)
        assert not value or value not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("value", [None, 5, b"sbn_live"])
def test_a_credential_is_a_string(make: Any, value: Any) -> None:
    with pytest.raises(SbnConfigurationError, match="must be a str"):
        make([]).authenticate_api_key(value)


def test_a_tenant_that_no_header_can_carry_is_refused(make: Any) -> None:
    with pytest.raises(SbnConfigurationError):
        make([], tenant_id="t\nx")
    with pytest.raises(SbnConfigurationError):
        make([]).set_tenant("ä")


def test_a_signed_token_has_the_documented_form(make: Any, script_of: Any, key: SigningKey) -> None:
    client = make(repeat(OK), tenant_id="t-1")
    client.authenticate_signing_key(key, scopes=[" b.write ", "a.read", "b.write", ""])
    client.gateway.list_flags()
    token = sent(script_of(client))["Authorization"].removeprefix("Bearer ")
    assert jwt.get_unverified_header(token) == {"alg": "EdDSA", "kid": "sbn-ed25519", "typ": "JWT"}
    claims = claims_of(key, token)
    now = int(script_of(client).fake_clock.time())
    assert claims == {
        "iss": "my-svc",
        "aud": "sbn",
        "sub": "sbn-sdk",
        "role": "agent",
        "scope": ["a.read", "b.write"],
        "cdna": "sdk",
        "iat": now,
        "exp": now + 300,
        "jti": claims["jti"],
        "tenant_id": "t-1",
    }
    assert len(claims["jti"]) == 32
    head, body, signature = token.split(".")
    assert len(signature) == 86
    for part in (head, body):
        text = base64.urlsafe_b64decode(part + "==").decode()
        assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))


def test_a_token_is_reused_and_replaced_ahead_of_its_end(make: Any, script_of: Any, key: SigningKey) -> None:
    client = make(repeat(OK))
    client.authenticate_signing_key(key, ttl_seconds=300)
    clock = script_of(client).fake_clock
    tokens = []
    for wait in (0, 269, 2):
        clock.advance(wait)
        client.gateway.list_flags()
        tokens.append(sent(script_of(client))["Authorization"])
    assert tokens[0] == tokens[1] != tokens[2]
    assert claims_of(key, tokens[2])["iat"] == int(clock.time())


def test_a_short_token_is_not_replaced_before_half_its_life(make: Any, script_of: Any, key: Any) -> None:
    client = make(repeat(OK))
    client.authenticate_signing_key(key, ttl_seconds=10)
    for wait in (0, 4, 2):
        script_of(client).fake_clock.advance(wait)
        client.gateway.list_flags()
    found = [sent(script_of(client), number)["Authorization"] for number in range(3)]
    assert found[0] == found[1] != found[2]


def test_another_tenant_makes_another_token(make: Any, script_of: Any, key: SigningKey) -> None:
    client = make(repeat(OK), tenant_id="t-1")
    client.authenticate_signing_key(key)
    tenants = []
    for tenant in ("t-1", "t-2", None):
        client.set_tenant(tenant)
        client.gateway.list_flags()
        headers = sent(script_of(client))
        tenants.append(
            (headers.get("X-Tenant-ID"), claims_of(key, headers["Authorization"]).get("tenant_id"))
        )
    assert tenants == [("t-1", "t-1"), ("t-2", "t-2"), (None, None)]


def test_a_refused_token_is_replaced_once(make: Any, script_of: Any, key: SigningKey) -> None:
    client = make([answer(401, {"error": "invalid_token"}), OK])
    client.authenticate_signing_key(key)
    client.gateway.create_slot("w", "t")
    engine = script_of(client)
    assert sent(engine, 0)["Authorization"] != sent(engine, 1)["Authorization"]
    refused = make(repeat(answer(401, {"error": "invalid_token"})))
    refused.authenticate_signing_key(key)
    with pytest.raises(SbnAuthenticationError):
        refused.gateway.list_flags()
    assert len(script_of(refused).requests) == 2


def test_a_refused_key_is_not_sent_again(make: Any, script_of: Any) -> None:
    client = make([answer(401, {"error": "unauthorized"})])
    client.authenticate_api_key("sbn_live_abc123")
    with pytest.raises(SbnAuthenticationError):
        client.gateway.list_flags()


@pytest.mark.parametrize("ttl", [0, -1])
def test_a_lifetime_is_above_zero(make: Any, key: SigningKey, ttl: int) -> None:
    with pytest.raises(ValueError, match="ttl_seconds"):
        make([]).authenticate_signing_key(key, ttl_seconds=ttl)
    with pytest.raises(ValueError, match="ttl_seconds"):
        key.issue_token(subject="s", scopes=(), cdna="c", ttl_seconds=ttl)


def test_one_string_is_no_list_of_scopes(make: Any, key: SigningKey) -> None:
    with pytest.raises(TypeError, match="scopes"):
        make([]).authenticate_signing_key(key, scopes="attest.write")


# Long enough not to end while it is looked at.
@given(st.lists(st.text()), st.text(), st.integers(600, 10**6))
def test_any_claims_make_a_token_that_others_can_read(scopes: list[str], subject: str, ttl: int) -> None:
    key = SigningKey.generate(issuer="i", audience="sbn")
    minted = key.issue_token(subject=subject, scopes=scopes, cdna="c", ttl_seconds=ttl, tenant_id="t")
    claims = claims_of(key, minted.token)
    assert claims["scope"] == sorted({scope.strip() for scope in scopes} - {""})
    assert (claims["sub"], claims["tenant_id"], claims["exp"] - claims["iat"]) == (subject, "t", ttl)
    assert not minted.expired


def test_pem_in_every_form(tmp_path: Path, key: SigningKey) -> None:
    pem = key.private_key_pem()
    file = tmp_path / "key.pem"
    file.write_bytes(pem)
    for source in (pem, pem.decode(), file, str(file)):
        loaded = SigningKey.from_pem(source, issuer="i", audience="a", kid="k")
        assert loaded.private_key_pem() == pem
        assert (loaded.issuer, loaded.audience, loaded.kid) == ("i", "a", "k")


def test_a_pem_of_another_kind_is_refused(key: SigningKey) -> None:
    other = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pytest.raises(TypeError, match="Ed25519"):
        SigningKey.from_pem(other, issuer="i", audience="a")
    locked = key.private_key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"secret"),
    )
    with pytest.raises(ValueError, match="encrypted"):
        SigningKey.from_pem(locked, issuer="i", audience="a")


@pytest.mark.parametrize("source", ["/nowhere/key.pem", "", "-----BEGIN PRIVATE KEY-----\nsecret\n", b"\xff"])
def test_what_is_no_pem_is_refused_unseen(source: Any) -> None:
    with pytest.raises(ValueError, match="PEM") as caught:
        SigningKey.from_pem(source, issuer="i", audience="a")
    assert "secret" not in str(caught.value)
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    own = [frame for frame in frames.stack if "/sbn/keys.py" in frame.filename]
    assert own
    assert not any("secret" in str(frame.locals) for frame in own)


def test_a_payload_is_signed_over_its_sorted_compact_json(key: SigningKey) -> None:
    signature = key.sign_payload({"b": "ü", "a": 1})
    raw = base64.urlsafe_b64decode(signature + "==")
    key.private_key.public_key().verify(raw, b'{"a":1,"b":"\\u00fc"}')


def test_a_minted_token_knows_its_end() -> None:
    assert not MintedToken.from_ttl("t", 60).expired
    assert MintedToken("t", datetime.now(UTC) - timedelta(seconds=1)).expired
    assert "secret" not in repr(MintedToken("secret", datetime.now(UTC)))


def test_clients_with_keys_can_be_pickled_and_show_nothing(key: SigningKey, sbn_sandbox: Sandbox) -> None:
    client = SbnClient(base_url=sbn_sandbox.base_url, tenant_id="t-1")
    client.authenticate_signing_key(key)
    with client, pickle.loads(pickle.dumps(client)) as copy:
        assert client.gateway.list_flags() == copy.gateway.list_flags()
    assert "PRIVATE" not in repr(key)
    assert repr(pickle.loads(pickle.dumps(key))) == repr(key)


def test_nothing_secret_is_logged_or_raised(
    make: Any, caplog: pytest.LogCaptureFixture, key: SigningKey
) -> None:
    echo = answer(400, {"message": "no sbn_live_abc123", "details": {"key": "sbn_live_abc123"}})
    client = make(repeat(echo))
    client.authenticate_api_key("sbn_live_abc123")
    with caplog.at_level(logging.DEBUG), pytest.raises(Exception, match=r"\*\*\*") as caught:
        client.gateway.list_flags()
    error = pickle.loads(pickle.dumps(caught.value))
    shown = f"{error!r} {error} {error.body} {error.details} {caplog.text} {client!r}"
    assert "sbn_live_abc123" not in shown
    assert "***" in str(error)


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.atlas.exchange_token(client_id="atl_1", client_secret="atl_sec_hidden"),
        lambda c: c.console.create_webhook("p", url="https://x.test", secret="atl_sec_hidden"),
        lambda c: c.console.update_webhook("p", "w", secret="atl_sec_hidden"),
    ],
)
def test_a_secret_of_a_body_that_comes_back_is_masked(make: Any, call: Any) -> None:
    client = make([lambda request: answer(422, {"message": "bad", "details": json.loads(request.content)})])
    with pytest.raises(Exception, match="bad") as caught:
        call(client)
    assert "atl_sec_hidden" not in f"{caught.value} {caught.value.body}"
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    ours = [frame for frame in frames.stack if "/facades/" in frame.filename]
    assert "atl_sec_hidden" not in str([frame.locals for frame in ours])


def test_the_stand_in_checks_signed_tokens(make: Any, sbn_sandbox: Sandbox, key: SigningKey) -> None:
    client = make(base_url=sbn_sandbox.base_url)
    client.authenticate_signing_key(key, scopes=["attest.write"])
    client.set_tenant("t-1")
    assert client.gateway.list_flags()["slot_streaming"] is True
    register = {"kid": key.kid, "public_key": key.public_key_pem().decode()}
    sbn_sandbox.control("POST /signing-keys", register)
    assert client.gateway.list_flags()["slot_streaming"] is True
    client.authenticate_signing_key(SigningKey.generate(issuer="x", audience="sbn"))
    with pytest.raises(SbnAuthenticationError, match="signature"):
        client.gateway.list_flags()
    client.authenticate_signing_key(SigningKey.generate(issuer="x", audience="other"))
    with pytest.raises(SbnAuthenticationError, match="aud"):
        client.gateway.list_flags()


def test_the_stand_in_knows_when_a_token_has_ended(make: Any, sbn_sandbox: Sandbox, key: SigningKey) -> None:
    token = key.issue_token(subject="s", scopes=["attest.write"], cdna="c", ttl_seconds=300)
    client = make(base_url=sbn_sandbox.base_url)
    client.authenticate_bearer(token.token)
    client.gateway.list_flags()
    sbn_sandbox.advance(301)
    with pytest.raises(SbnAuthenticationError, match="expired"):
        client.gateway.list_flags()


def test_a_scope_is_needed_to_seal(make: Any, sbn_sandbox: Sandbox, key: SigningKey) -> None:
    client = make(base_url=sbn_sandbox.base_url)
    client.authenticate_signing_key(key)
    with pytest.raises(Exception, match=r"snapchore\.seal") as caught:
        client.snapchore.seal({"a": 1})
    assert caught.value.status_code == 403


def test_an_expired_token_is_replaced_on_the_way(make: Any, sbn_sandbox: Sandbox, key: SigningKey) -> None:
    client = make(base_url=sbn_sandbox.base_url)
    client.authenticate_signing_key(key)
    sbn_sandbox.fault("expired_token", operation="gateway_list_flags")
    assert client.gateway.list_flags()["slot_streaming"] is True


@pytest.mark.parametrize("module", ["cryptography"])
def test_without_the_extra_an_error_names_it(module: str) -> None:
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from sbn import SbnClient, SigningKey\n"
        "SbnClient().authenticate_api_key('k')\n"
        "try:\n    SigningKey.generate(issuer='i', audience='a')\n"
        "except ImportError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'clientkit[sbn]'" in done.stdout


def test_a_pem_is_read_as_environments_and_editors_leave_it(tmp_path: Path) -> None:
    key = SigningKey.generate(issuer="i", audience="a")
    pem = key.private_key_pem().decode()
    file = tmp_path / "key.pem"
    file.write_bytes(b"\xef\xbb\xbf" + pem.encode())
    forms: list[Any] = [
        pem.replace("\n", "\\n"),
        pem.replace("\n", "\\r\\n"),
        "\ufeff" + pem,
        b"\xef\xbb\xbf" + pem.encode(),
        file,
        pem.replace("\n", "\r\n"),
    ]
    for form in forms:
        again = SigningKey.from_pem(form, issuer="i", audience="a")
        assert again.private_key_pem() == key.private_key_pem()


def test_an_openssh_key_says_what_it_needs() -> None:
    found = (
        SigningKey.generate(issuer="i", audience="a")
        .private_key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())
        .decode()
    )
    with pytest.raises(ValueError, match=r"OpenSSH key.*PKCS8"):
        SigningKey.from_pem(found, issuer="i", audience="a")
