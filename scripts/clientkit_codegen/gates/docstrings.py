"""Whether the arguments of everything that users call are described."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from clientkit_codegen import public
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.generation import layout

# Every model has it, and every model takes the same.
_OF_MODELS = {"from_dict"}


def docstrings() -> list[Finding]:
    """Ask for `Args:` in the docstring of every public function and method that takes arguments."""
    root = layout.project().facades
    names = [name for each in layout.services() for name in each.facades if _is_there(root / name)]
    # The runtime is read with them: facades inherit from it.
    packages = public.packages(root, (*(["clientkit"] if _is_there(root / "clientkit") else []), *names))
    found = {}
    for name in names:
        for function in called(packages[name]):
            # What is derived says what it comes from says.
            if "_sync" not in function.filepath.parts and (finding := judged(function)):
                found[finding.text] = finding
    return list(found.values())


def _is_there(path: Path) -> bool:
    return path.is_dir() or path.with_suffix(".py").is_file()


def called(package: Any) -> Iterator[Any]:
    """Yield the functions and methods of a facade that users call.

    Args:
        package: As griffe reads it.
    """
    for _, member in public.exported(package):
        if not member.is_alias and member.is_function:
            yield member
    for each in public.reached(package):
        yield from (method for method in public.methods(each) if method.name not in _OF_MODELS)


def judged(function: Any) -> Finding | None:
    """Return what a docstring lacks, None when it describes every argument.

    Args:
        function: A function or method, as griffe reads it.
    """
    text = inspect.cleandoc(function.docstring.value) if function.docstring else ""
    described = public.documented(text)
    missing = [name for name in public.arguments(function) if name.lstrip("*") not in described]
    if not missing:
        return None
    file = layout.relative(function.filepath)
    owner = f"{function.parent.name}." if function.parent.is_class else ""
    wanted = f"describe {', '.join(missing)} in the `Args:` of its docstring"
    return Finding(f"{file}: {owner}{function.name}: {wanted}", file, function.lineno or 1, "undocumented")
