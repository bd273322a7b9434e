"""The table of products is true: each of its calls has the policy that it stands for."""

from __future__ import annotations

from typing import Any

import pytest
from clientkit.testing import AsyncScriptedTransport, FakeClock, ScriptedTransport, answer

from tests.runtime.modes import MODES, Mode, fresh_url

from .products import PRODUCTS, Product

EVERY = [
    pytest.param(product, policy, mode, id=f"{product}-{policy}-{mode}")
    for product in PRODUCTS
    for policy in product.calls
    for mode in MODES
]


def scripted(mode: Mode, steps: list[Any]) -> Any:
    return (AsyncScriptedTransport if mode.is_async else ScriptedTransport)(steps, FakeClock())


@pytest.mark.parametrize(("product", "policy", "mode"), EVERY)
def test_a_call_is_repeated_as_its_policy_says(product: Product, policy: str, mode: Mode) -> None:
    steps = [answer(500, {}), answer(500, {}), answer(500, {})]
    transport = scripted(mode, steps)
    client = product.connect(mode, fresh_url(), http_client=transport)
    error = client.error(product.calls[policy])
    assert isinstance(error, product.root)
    attempts = 3 if product.repeats(policy) else 1
    assert (len(transport.requests), error.attempts) == (attempts, attempts)  # type: ignore[attr-defined]
    client.close()
