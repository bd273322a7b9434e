"""Generate the packages of changed specs and derive the sync twins.

Usage: python scripts/generate.py [--all] [NAME ...]

Nothing is written when anything of a spec would be lost.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from generation import layout, manifest
from generation.layout import Service
from generation.manifest import Manifest

Problems = dict[str, list[str]]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(description="Specs to packages, _async folders to _sync twins.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a service; every one that changed by default"
    )
    parser.add_argument("--all", action="store_true", help="every service, changed or not")
    options = parser.parse_args(arguments)
    try:
        services = layout.services()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    known = {service.name for service in services}
    if unknown := [name for name in options.names if name not in known]:
        parser.error(f"no service {', '.join(unknown)}; specs/services.toml has {', '.join(sorted(known))}")
    if missing := [service.spec for service in services if not service.spec.is_file()]:
        advice = "not there; write it, or take its line out of specs/services.toml"
        report({layout.relative(spec): [advice] for spec in missing})
        return 1
    named = set(options.names)
    return run(services, only=named, always=known if options.all else named)


def run(services: list[Service], *, only: set[str], always: set[str]) -> int:
    """Bring everything up to date.

    Args:
        services: The table of services.
        only: Names of the services to look at; empty for all.
        always: Names of the services to generate even when nothing changed.
    """
    old = Manifest.load()
    stale = [service for service in services if service.name in always or not is_fresh(service, old)]
    todo = [service for service in stale if not only or service.name in only]
    removed = removed_packages(services)
    twins_stale = not are_twins_fresh(old)
    if not todo and not removed and not twins_stale and is_complete(services, old):
        print("up to date")
        return 0
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        problems = build(todo, scratch)
        twins: dict[Path, str] = {}
        if twins_stale and not problems:
            twins, problems = derive_twins(scratch)
        if problems:
            report(problems)
            return 1
        install(todo, removed, scratch)
    if twins_stale:
        install_twins(twins)
    left = [service for service in stale if service not in todo]
    write_manifest(services, old, left)
    for service in todo:
        print(f"{layout.relative(service.package)}: {described(service)}")
    for package in removed:
        print(f"{layout.relative(package)}: removed, no service has it")
    if twins_stale:
        print(f"sync twins: {len(twins)} files")
    for service in left:
        print(f"{layout.relative(service.package)}: not up to date; make generate")
    return 0


def is_fresh(service: Service, old: Manifest) -> bool:
    """Whether a package is what its spec, the templates and the tools give."""
    inputs = manifest.digests([service.spec, *manifest.shaping_files()])
    return (
        old.tools == manifest.tool_versions()
        and all(old.inputs.get(path) == digest for path, digest in inputs.items())
        and old.outputs_in(layout.TEMPLATES) == {}
        and _templates(old.inputs) == _templates(inputs)
        and bool(old.outputs_in(service.package))
        and manifest.digests(manifest.files_in(service.package)) == old.outputs_in(service.package)
    )


def _templates(inputs: dict[str, str]) -> set[str]:
    prefix = f"{layout.relative(layout.TEMPLATES)}/"
    return {path for path in inputs if path.startswith(prefix)}


def are_twins_fresh(old: Manifest) -> bool:
    """Whether the sync twins are what their sources give."""
    sources = manifest.twin_sources()
    inputs = manifest.digests([*sources, *manifest.twin_shaping_files()])
    remembered = {path for path in old.inputs if "/_async/" in path}
    twins = manifest.digests(sorted(layout.FACADES.glob("**/_sync/**/*.py")))
    return (
        old.tools == manifest.tool_versions()
        and all(old.inputs.get(path) == digest for path, digest in inputs.items())
        and remembered == {layout.relative(path) for path in sources}
        and twins == old.outputs_in(layout.FACADES)
    )


def is_complete(services: list[Service], old: Manifest) -> bool:
    """Whether the manifest speaks of the services of the table and of no other."""
    specs = {path for path in old.inputs if path.startswith("specs/")}
    return specs == {layout.relative(service.spec) for service in services}


def removed_packages(services: list[Service]) -> list[Path]:
    """Return generated packages that belong to no service."""
    wanted = {service.package for service in services}
    return sorted(path for path in layout.GENERATED.glob("*_api") if path.is_dir() and path not in wanted)


def build(services: list[Service], scratch: Path) -> Problems:
    """Generate packages into a folder, several at once; return what stands against it, by spec."""
    if not services:
        return {}
    # Processes of their own, and new ones: the caller may have threads, and the generator prints.
    workers = min(len(services), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(build_one, services, [scratch] * len(services)))
    found = zip(services, results, strict=True)
    return {layout.relative(service.spec): problems for service, problems in found if problems}


def build_one(service: Service, scratch: Path) -> list[str]:
    """Generate one package; return what stands against it."""
    # Loading the generator takes longer than finding out that nothing changed.
    from generation.document import RefusedError, load
    from generation.package import write_package
    from generation.validation import violations

    try:
        document = load(service.spec)
        if found := violations(document):
            return found
        write_package(document, scratch / service.package.name, layout.TEMPLATES)
    except RefusedError as error:
        return error.problems
    return []


def derive_twins(scratch: Path) -> tuple[dict[Path, str], Problems]:
    """Derive every sync twin; return texts by path, and what stands against it."""
    from unasync import UnasyncError, derive

    try:
        return derive(manifest.twin_sources(), layout.FACADES, scratch / "twins"), {}
    except UnasyncError as error:
        return {}, {"sync twins": error.problems}


def report(problems: Problems) -> None:
    """Say what stands against writing anything."""
    for place, found in problems.items():
        for problem in found:
            print(f"{place}: {problem}", file=sys.stderr)
    print("nothing was written", file=sys.stderr)


def install(services: list[Service], removed: list[Path], scratch: Path) -> None:
    """Put finished packages where they belong."""
    layout.GENERATED.mkdir(exist_ok=True)
    for package in [*removed, *(service.package for service in services)]:
        shutil.rmtree(package, ignore_errors=True)
    for service in services:
        shutil.move(scratch / service.package.name, service.package)


def install_twins(twins: dict[Path, str]) -> None:
    """Write the sync twins and remove those without a source."""
    for path in layout.FACADES.glob("**/_sync/**/*.py"):
        if path not in twins:
            path.unlink()
    for path, text in twins.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def write_manifest(services: list[Service], old: Manifest, left: list[Service]) -> None:
    """Remember what was generated from what; of packages left for later, what was remembered before."""
    shaping = manifest.digests(manifest.shaping_files())
    new = Manifest(tools=manifest.tool_versions())
    if left:
        new.tools = old.tools
        shaping = {path: digest for path, digest in old.inputs.items() if path.startswith("scripts/")}
    new.inputs = {
        **shaping,
        **manifest.digests([*manifest.twin_sources(), *manifest.twin_shaping_files()]),
    }
    for service in services:
        spec = layout.relative(service.spec)
        if service not in left:
            new.inputs |= manifest.digests([service.spec])
            new.outputs |= manifest.digests(manifest.files_in(service.package))
        elif spec in old.inputs:
            new.inputs[spec] = old.inputs[spec]
            new.outputs |= old.outputs_in(service.package)
    new.outputs |= manifest.digests(sorted(layout.FACADES.glob("**/_sync/**/*.py")))
    layout.MANIFEST.write_text(new.dump(), encoding="utf-8", newline="\n")


def described(service: Service) -> str:
    """Return what a package holds, in few words."""
    operations = len([path for path in service.package.glob("api/*/*.py") if path.stem != "__init__"])
    models = len(list(service.package.glob("models/*.py"))) - 1
    return f"{operations} operations, {models} models"


if __name__ == "__main__":
    sys.exit(main())
