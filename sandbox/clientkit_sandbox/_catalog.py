"""Find the services: their table, their OpenAPI documents and their sandboxes."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clientkit_sandbox.engine import Service

_PACKAGE = Path(__file__).resolve().parent


@cache
def specs_folder() -> Path:
    """Return the folder that holds `services.toml` and the OpenAPI documents.

    An installed wheel carries it inside the package; a checkout has it next to the source folders.
    """
    for folder in (_PACKAGE / "specs", _PACKAGE.parent.parent / "specs"):
        if (folder / "services.toml").is_file():
            return folder
    raise FileNotFoundError(
        f"no services.toml in {_PACKAGE / 'specs'}: type pip install --force-reinstall clientkit"
    )


@cache
def service_names() -> tuple[str, ...]:
    """Return the names of all services, in the order of the table."""
    # One line each, so no TOML reader is needed, whose import would cost every pytest run 4 ms.
    lines = (specs_folder() / "services.toml").read_text(encoding="utf-8").splitlines()
    lines = lines[lines.index("[services]") + 1 :]
    return tuple(line.partition("=")[0].strip() for line in lines if "=" in line and line[0] != "#")


@cache
def load_document(name: str) -> dict[str, Any]:
    """Read the OpenAPI document of a service.

    Args:
        name: A name from `service_names()`.
    """
    # The reader needs PyYAML, which costs 20 ms, and the pytest plugin imports this module in every run.
    from clientkit_codegen.loading import read

    document = read(specs_folder() / f"{name}.yaml")
    if not isinstance(document, dict):
        raise TypeError(f"specs/{name}.yaml is not an OpenAPI document")
    return document


def load_service(name: str) -> Service[Any]:
    """Import the sandbox of a service, `clientkit_sandbox.<name>`.

    Args:
        name: A name from `service_names()`.

    Raises:
        ValueError: There is no such service.
        ImportError: The extra `sandbox` is not installed.
    """
    if name not in service_names():
        raise ValueError(f"there is no service {name!r}; there is {', '.join(service_names())}")
    try:
        service: Service[Any] = import_module(f"clientkit_sandbox.{name}").service
    except ModuleNotFoundError as error:
        raise missing_extra(error) from error
    return service


def missing_extra(error: ModuleNotFoundError) -> ImportError:
    """Turn a failed import into one that says what to install."""
    if (error.name or "").startswith("clientkit_sandbox"):
        return error
    return ImportError(
        f"the sandbox needs {error.name}, which is not installed; type: pip install 'clientkit[sandbox]'",
        name=error.name,
    )
