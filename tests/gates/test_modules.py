"""The gate on imports between modules: private ones, and circles."""

from __future__ import annotations

from pathlib import Path

import pytest
from clientkit_codegen.gates.modules import circles, imports, modules, private, sources


def gate(root: Path, files: dict[str, str]) -> list[str]:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    found = {name: dict(imports(path)) for name, path in sources(root).items()}
    return [*private(found), *circles(found)]


def test_the_repository_holds() -> None:
    assert modules() == []


@pytest.mark.parametrize(
    "text",
    [
        "from clientkit._async.core import AsyncCore\n",
        "from clientkit import _io\n",
        "import clientkit._sync.core\n",
        "def late():\n    from clientkit._io import engine\n",
        "if TYPE_CHECKING:\n    from clientkit._async import core\n",
    ],
)
def test_a_private_module_of_the_runtime_is_not_for_products(tmp_path: Path, text: str) -> None:
    (found,) = gate(tmp_path, {"shop/client.py": text})
    assert found.startswith("facades/shop/client:")
    assert "imports clientkit._" in found
    assert gate(tmp_path, {"shop/client.py": "from clientkit.facade import AsyncCore\n"}) == []
    assert gate(tmp_path, {"clientkit/call.py": text}) == []


def test_a_circle_is_reported_with_its_way(tmp_path: Path) -> None:
    files = {
        "shop/__init__.py": "",
        "shop/a.py": "from shop.b import B\n",
        "shop/b.py": "def late():\n    from shop import c\n",
        "shop/c.py": "if TYPE_CHECKING:\n    import shop.a\n",
        "shop/d.py": "from shop.a import A\n",
    }
    assert gate(tmp_path, files) == [
        "these import each other in a circle: shop.a -> shop.b -> shop.c -> shop.a"
    ]
    assert gate(tmp_path, {"shop/c.py": ""}) == []
