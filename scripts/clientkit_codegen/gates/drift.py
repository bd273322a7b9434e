"""Whether what is committed is what the specs, the templates and the sources of the twins give."""

from __future__ import annotations

import difflib
import tempfile
from pathlib import Path

from clientkit_codegen.generation import layout, manifest
from clientkit_codegen.generation.manifest import Digests, Manifest

_DIFF_LINES = 12


def _mend() -> str:
    return layout.command("generate")


def _with_tools() -> str:
    """Return what to type when it is the tools that are others."""
    return _mend().replace("make ", "make install ")


def hashes() -> list[str]:
    """Compare every file with the manifest; needs nothing but the standard library."""
    known = Manifest.load()
    if known == Manifest():
        return [f"{layout.relative(layout.project().manifest)}: missing or not readable; {_mend()}"]
    now = Manifest.current(layout.services())
    inputs = zip(
        (known.shaping, known.specs, known.sources), (now.shaping, now.specs, now.sources), strict=True
    )
    return [
        *_changed_tools(known.tools, now.tools),
        *(finding for before, after in inputs for finding in _changed_inputs(before, after)),
        *_changed_outputs(known.outputs, now.outputs),
    ]


def _changed_tools(known: dict[str, str], now: dict[str, str]) -> list[str]:
    return [
        f"{tool}: {now[tool]} is installed, {known.get(tool)} wrote what is committed; {_with_tools()}"
        for tool in now
        if now[tool] != known.get(tool)
    ]


def _changed_inputs(known: Digests, now: Digests) -> list[str]:
    return [
        *(f"{path}: gone since the last generation; {_mend()}" for path in known if path not in now),
        *(f"{path}: new since the last generation; {_mend()}" for path in now if path not in known),
        *(f"{path}: changed since the last generation; {_mend()}" for path in _differing(known, now)),
    ]


def _changed_outputs(known: Digests, now: Digests) -> list[str]:
    stray = "stray, nothing generates it; git rm it, or rm it when it is not tracked"
    return [
        *(f"{path}: missing; {_mend()} writes it again" for path in known if path not in now),
        *(f"{path}: {stray}" for path in now if path not in known),
        *(
            f"{path}: edited by hand; edit {_origin(path)} instead, then {_mend()}"
            for path in _differing(known, now)
        ),
    ]


def _differing(known: Digests, now: Digests) -> list[str]:
    return [path for path in known if path in now and known[path] != now[path]]


def _origin(path: str) -> str:
    """Return what a generated file has to be changed through."""
    if "/_sync/" in path:
        # What type checkers see of raw views is made of the whole folder.
        return path.replace("/_sync/", "/_async/").removesuffix("raw.pyi")
    name = path.split("/")[1].removesuffix("_api")
    return f"{layout.relative(layout.Service(name, ()).spec)} or a template of clientkit_codegen"


def regeneration() -> list[str]:
    """Generate everything anew and compare it file by file with what is committed."""
    from clientkit_codegen.generate import build, derive_twins

    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        services = layout.services()
        problems = build(services, scratch)
        twins, twin_problems = derive_twins(scratch)
        if problems or twin_problems:
            found = {**problems, **twin_problems}
            return [f"{place}: {problem}" for place, each in found.items() for problem in each]
        findings = []
        for service in services:
            fresh = scratch / service.package.name
            wanted = {
                layout.relative(service.package / _within(path, fresh)): path
                for path in manifest.files_in(fresh)
            }
            findings += _compared(
                {path: file.read_text("utf-8") for path, file in wanted.items()}, service.package
            )
        findings += _compared({layout.relative(path): text for path, text in twins.items()}, None)
    return findings


def _within(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _compared(wanted: dict[str, str], folder: Path | None) -> list[str]:
    """Return how committed files differ from what was generated anew.

    Args:
        wanted: Texts by path.
        folder: Folder that holds nothing else; None when it is not one folder.
    """
    committed = (
        [layout.project().root / path for path in wanted] if folder is None else manifest.files_in(folder)
    )
    findings = [
        f"{layout.relative(path)}: nothing generates it; {_mend()}"
        for path in committed
        if layout.relative(path) not in wanted
    ]
    for path, text in wanted.items():
        file = layout.project().root / path
        if not file.is_file():
            findings.append(f"{path}: not there; {_mend()}")
        elif (have := file.read_text("utf-8", errors="replace")) != text:
            findings.append(f"{path}: differs from what is generated; {_mend()}\n{_diff(have, text)}")
    return findings


def _diff(have: str, text: str) -> str:
    lines = list(
        difflib.unified_diff(have.splitlines(), text.splitlines(), "committed", "generated", "", "", n=1)
    )
    shown = lines[:_DIFF_LINES]
    if len(lines) > len(shown):
        shown.append(f"... {len(lines) - len(shown)} more lines")
    return "\n".join(f"    {line.rstrip()}" for line in shown)
