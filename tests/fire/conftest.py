"""Every test of a product runs in both worlds."""

from __future__ import annotations

import pytest

from tests.runtime.worlds import WORLDS, World

from .products import PRODUCTS, Product


@pytest.fixture(params=WORLDS, ids=repr)
def world(request: pytest.FixtureRequest) -> World:
    """Sync, and then async."""
    found: World = request.param
    return found


@pytest.fixture(params=PRODUCTS, ids=repr)
def product(request: pytest.FixtureRequest) -> Product:
    """One after the other."""
    found: Product = request.param
    return found
