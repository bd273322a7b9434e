"""Classes of raw views: what becomes of methods, groups, iterators and overloads, and what is refused."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from clientkit_codegen.gates.drift import _origin
from clientkit_codegen.rawviews import raw_views
from clientkit_codegen.unasync import NAMES, Rules, transform

CLIENT = '''
    from shop._async.orders import AsyncOrders
    from clientkit.facade import AsyncBaseClient

    class AsyncShopClient(AsyncBaseClient):
        @property
        def orders(self) -> AsyncOrders:
            """Orders."""
            return AsyncOrders(self._core)

        @property
        def raw(self) -> object: ...
'''
ORDERS = '''
    from collections.abc import AsyncGenerator
    from typing import overload
    from shop.models import Order

    Orders = list[Order]

    class AsyncOrders:
        @renamed(id="order_id")
        async def get(self, order_id: str, limit: int = 5) -> Orders:
            """Get one.

            Operation: getOrder
            """

        async def iter_all(self) -> AsyncGenerator[Order]:
            yield await self.get("a")

        @overload
        async def put(self, order: str) -> str: ...
        @overload
        async def put(self, order: int) -> int: ...
        async def put(self, order: object) -> object:
            return order

        async def _hidden(self) -> None: ...

    class AsyncOther:
        async def count(self) -> int: ...
'''


def derive(root: Path, **modules: str) -> str:
    folder = root / "shop" / "_async"
    folder.mkdir(parents=True)
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(dedent(text), encoding="utf-8")
    return raw_views(folder, root, lambda text: transform(text, Rules(NAMES, {})))


def test_methods_return_raw_answers_and_groups_lead_to_raw_groups(tmp_path: Path) -> None:
    text = derive(tmp_path, client=CLIENT, orders=ORDERS)
    assert "async def get(self, order_id: str, limit: int=...) -> RawAnswer[Orders]:" in text
    assert "    def get(self, order_id: str, limit: int=...) -> RawAnswer[Orders]:" in text
    assert "class AsyncRawShopClient(AsyncRawBaseClient):" in text
    assert "class RawShopClient(RawBaseClient):" in text
    assert "def orders(self) -> AsyncRawOrders:" in text
    assert "def orders(self) -> RawOrders:" in text
    assert text.count("Orders = list[Order]") == 1
    assert text.count("from shop.models import Order") == 1


def test_iterators_and_overloads_keep_their_form(tmp_path: Path) -> None:
    text = derive(tmp_path, client=CLIENT, orders=ORDERS)
    assert "    def iter_all(self) -> AsyncGenerator[Order]: ..." in text
    assert "    def iter_all(self) -> Generator[Order, None, None]: ..." in text
    assert text.count("def put(") == 4
    assert "RawAnswer[object]" not in text


def test_only_what_a_client_leads_to_has_a_raw_view(tmp_path: Path) -> None:
    text = derive(tmp_path, client=CLIENT, orders=ORDERS)
    assert "Other" not in text
    assert "_hidden" not in text
    assert "def raw" not in text


def test_an_edit_is_to_be_made_in_the_async_folder() -> None:
    assert _origin("facades/shop/_sync/raw.pyi") == "facades/shop/_async/"


def test_a_folder_that_sends_nothing_has_none(tmp_path: Path) -> None:
    assert derive(tmp_path, tools="class AsyncTool:\n    async def run(self) -> None: ...\n") == ""


def test_one_name_for_two_types_is_refused(tmp_path: Path) -> None:
    other = (
        CLIENT.replace("class Async", "from other import Order\n\n    class Async")
        .replace('"""Orders."""', '"""Orders."""\n\n        async def last(self) -> Order: ...\n')
        .replace("            return AsyncOrders(self._core)\n", "")
    )
    with pytest.raises(SyntaxError, match=r"Order is .*; rename one"):
        derive(tmp_path, client=other, orders=ORDERS)
