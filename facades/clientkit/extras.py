"""Libraries of the extras: imported when something first needs them, with an error that says what to type."""

from __future__ import annotations

from typing import Any

from clientkit.lazy import load_module


def needed(module: str, what: str, extra: str) -> Any:
    """Return a module that an extra brings.

    Args:
        module: Absolute name of the module, such as `pyarrow.parquet`.
        what: What needs it, for the error message.
        extra: The extra of this distribution that brings it; a requirement such as `s3fs` when none does.

    Raises:
        ImportError: It is not installed; the message has the command that installs it.
    """
    library = module.partition(".")[0]
    try:
        return load_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library:
            raise
    requirement = extra if extra == library else f"clientkit[{extra}]"
    raise ImportError(
        f"{what} needs {library}, which is not installed; type: pip install '{requirement}'", name=library
    )
