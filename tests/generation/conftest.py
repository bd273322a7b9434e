"""The probe spec as two packages: one from our templates, one as the generator makes it by itself."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.yaml")
TOKEN = "token-that-nobody-may-see"
sys.path.insert(0, str(ROOT / "scripts"))


@dataclass
class Package:
    """A generated package, called in the way that both have in common: upstream's functions."""

    name: str
    root: Path

    def endpoint(self, name: str) -> ModuleType:
        return import_module(f"{self.name}.api.{name}")

    def model(self, name: str) -> Any:
        return getattr(import_module(f"{self.name}.models"), name)

    def types(self) -> ModuleType:
        return import_module(f"{self.name}.types")

    def client(self, handler: Callable[[httpx.Request], httpx.Response] | None = None, **options: Any) -> Any:
        make = import_module(f"{self.name}.client").AuthenticatedClient
        client = make(base_url="https://probe.test", token=TOKEN, **options)
        if handler is not None:
            inner = httpx.Client(base_url="https://probe.test", transport=httpx.MockTransport(handler))
            client.set_httpx_client(inner)
        return client

    def exchange(self, endpoint: str, answer: httpx.Response, **arguments: Any) -> tuple[httpx.Request, Any]:
        """Call an endpoint once; return what was sent and what came of it."""
        sent: list[httpx.Request] = []

        def handle(request: httpx.Request) -> httpx.Response:
            request._content = b"".join(request.stream)  # type: ignore[arg-type]
            sent.append(request)
            return answer

        response = self.endpoint(endpoint).sync_detailed(client=self.client(handle), **arguments)
        return sent[0], response

    def read(self, endpoint: str, answer: httpx.Response, **arguments: Any) -> Any:
        """Call an endpoint once; return what its answer was read as."""
        return self.exchange(endpoint, answer, **arguments)[1].parsed

    def python(self, code: str, **environment: str) -> str:
        """Run code in an interpreter of its own that can import the package; return what it prints."""
        path = os.pathsep.join([str(self.root.parent), str(ROOT / "facades")])
        done = subprocess.run(
            [sys.executable, "-c", code.replace("PACKAGE", self.name)],
            env={**os.environ, "PYTHONPATH": path, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="session")
def probe() -> Path:
    return PROBE


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packages")
    sys.path.insert(0, str(folder))
    return folder


@pytest.fixture(scope="session")
def ours(packages: Path) -> Package:
    from clientkit_codegen.generation import layout
    from clientkit_codegen.generation.document import load
    from clientkit_codegen.generation.package import write_package

    write_package(load(PROBE), packages / "ours_api", layout.TEMPLATES)
    return Package("ours_api", packages / "ours_api")


@pytest.fixture(scope="session", name="generate_upstream")
def _generate_upstream() -> Callable[..., None]:
    return generate_upstream


@pytest.fixture(scope="session")
def upstream(packages: Path) -> Package:
    """What the generator makes of the probe by itself: its templates, its warnings ignored."""
    from clientkit_codegen.generation.document import load

    generate_upstream(load(PROBE), packages / "upstream_api")
    return Package("upstream_api", packages / "upstream_api")


def generate_upstream(document: dict[str, Any], target: Path, post_hooks: list[str] | None = None) -> None:
    from openapi_python_client import Project
    from openapi_python_client.config import Config, ConfigFile, MetaType
    from openapi_python_client.parser import GeneratorData

    options = ConfigFile(package_name_override=target.name, post_hooks=post_hooks or [])
    config = Config.from_sources(options, MetaType.NONE, target, "utf-8", False, target)
    data = GeneratorData.from_dict(document, config=config)
    assert isinstance(data, GeneratorData)
    with contextlib.redirect_stdout(io.StringIO()):
        Project(openapi=data, config=config).build()
