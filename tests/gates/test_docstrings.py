"""The gate that asks for `Args:`, and what it takes for public."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clientkit_codegen import public
from clientkit_codegen.gates.docstrings import called, judged
from clientkit_codegen.generation import layout

PACKAGE = {
    "__init__.py": """
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            from {name}._async.client import AsyncClient
            from {name}.tools import sign
        __all__ = ["AsyncClient", "sign"]
        """,
    "_async/__init__.py": "",
    "_async/client.py": """
        from {name}._async.things import AsyncThings
        class AsyncClient:
            @property
            def things(self) -> AsyncThings:
                '''Things.'''
            def _hidden(self, x: int) -> None:
                '''Not for users.'''
        """,
    "_async/things.py": """
        class Unreached:
            def get(self, thing_id: str) -> None:
                '''Get.'''
        class AsyncThings:
            async def get(self, thing_id: str, *, view: str = "full", **more: str) -> "list[Thing] | None":
                '''Get a thing.

                Args:
                    thing_id: Its id.
                    **more: More.

                Raises:
                    view: not an argument here.
                '''
            async def count(self) -> int:
                '''Count.'''
        class Thing:
            @classmethod
            def from_dict(cls, src_dict: dict) -> "Thing":
                '''Of every model.'''
            def mark(self, color: str) -> None:
                '''Mark it.'''
        """,
    "tools.py": """
        def sign(body: bytes, secret: str = "") -> str:
            '''Sign.

            Args:
                body (bytes): What to sign.
                secret: The secret,
                    on two lines.
            '''
        """,
}


@pytest.fixture
def package(tmp_path: Path, request: pytest.FixtureRequest) -> Any:
    import textwrap

    name = "probe_docstrings"
    for path, text in PACKAGE.items():
        file = tmp_path / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text).format(name=name), encoding="utf-8")
    return public.packages(tmp_path, (name,))[name]


def test_reached_classes_are_those_that_exported_names_lead_to(package: Any) -> None:
    assert [each.name for each in public.reached(package)] == ["AsyncClient", "AsyncThings", "Thing"]


def test_every_argument_of_a_public_method_is_asked_for(
    package: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "relative", lambda path: path.name)
    found = [judged(each) for each in called(package)]
    assert [each.text for each in found if each] == [
        "things.py: AsyncThings.get: describe view in the `Args:` of its docstring",
        "things.py: Thing.mark: describe color in the `Args:` of its docstring",
    ]
