"""Generate the packages of changed specs and derive the sync modules.

Usage: clientkit generate [--all] [NAME ...]

Nothing is written when anything of a spec would be lost.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from clientkit.files import write_file

from clientkit_codegen.escaping import safe_line, safe_lines
from clientkit_codegen.generation import layout, manifest
from clientkit_codegen.generation.layout import Service
from clientkit_codegen.generation.manifest import Manifest

Problems = dict[str, list[str]]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="clientkit generate", description="Specs to packages, async to sync."
    )
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a service; every one that changed by default"
    )
    parser.add_argument("--all", action="store_true", help="every service, changed or not")
    options = parser.parse_args(arguments)
    try:
        services = layout.services()
    except ValueError as error:
        print(safe_lines(str(error)), file=sys.stderr)
        return 1
    known = {service.name for service in services}
    table = layout.relative(layout.project().table)
    if unknown := [name for name in options.names if name not in known]:
        parser.error(f"no service {', '.join(unknown)}; {table} has {', '.join(sorted(known))}")
    if missing := [service.spec for service in services if not service.spec.is_file()]:
        advice = f"not there; write it, or take its line out of {table}"
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
    old, now = Manifest.load(), Manifest.current(services)
    as_before = old.is_shaped_like(now)
    stale = [
        each for each in services if each.name in always or not (as_before and old.has_package(each, now))
    ]
    todo = [service for service in stale if not only or service.name in only]
    left = [service for service in stale if service not in todo]
    removed = removed_packages(services)
    derive = not (as_before and old.has_twins(now))
    if not (todo or removed or derive) and old.specs.keys() == now.specs.keys():
        print("up to date")
        return 0
    with tempfile.TemporaryDirectory(prefix="clientkit-") as folder:
        scratch = Path(folder)
        outcomes: dict[str, Outcome] = {}
        problems = build(todo, scratch, outcomes)
        twins: dict[Path, str] = {}
        if derive and not problems:
            twins, problems = derive_twins(scratch)
        if problems:
            report(problems)
            return 1
        install(todo, removed, scratch)
        record_ids(todo, outcomes)
    if derive:
        install_twins(twins)
    write_manifest(services, old, left)
    for service in todo:
        print(f"{layout.relative(service.package)}: {described(service)}")
        for line in outcomes[service.name].left_out:
            print(f"  {safe_line(line)}")
        if notes := outcomes[service.name].notes:
            print(f"  {len(notes)} {'note' if len(notes) == 1 else 'notes'}; clientkit lint {service.name}")
    for package in removed:
        print(f"{layout.relative(package)}: removed, no service has it")
    if derive:
        print(f"sync modules: {len(twins)} files")
    for service in left:
        print(f"{layout.relative(service.package)}: not up to date; {layout.command('generate')}")
    return 0


def removed_packages(services: list[Service]) -> list[Path]:
    """Return generated packages that belong to no service."""
    wanted = {service.package for service in services}
    return sorted(
        path for path in layout.project().generated.glob("*_api") if path.is_dir() and path not in wanted
    )


def build(services: list[Service], scratch: Path, outcomes: dict[str, Outcome] | None = None) -> Problems:
    """Generate packages into a folder, several at once; return what stands against it, by spec.

    Args:
        services: What to generate.
        scratch: The folder.
        outcomes: Takes what came of each service, by its name.
    """
    if not services:
        return {}
    # Processes of their own, and new ones: the caller may have threads, and the generator prints.
    workers = min(len(services), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        results = list(pool.map(build_one, services, [scratch] * len(services)))
    found = dict(zip([service.name for service in services], results, strict=True))
    if outcomes is not None:
        outcomes.update(found)
    return {
        layout.relative(service.spec): found[service.name].problems
        for service in services
        if found[service.name].problems
    }


@dataclass(frozen=True)
class Outcome:
    """What came of generating a package.

    Attributes:
        problems: What stands against it.
        notes: What is read in another way than it is written.
        left_out: Operations that are left out, with the reason.
        ids: Ids that were made for operations without one, by `METHOD path`.
    """

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)


def build_one(service: Service, scratch: Path) -> Outcome:
    """Generate one package."""
    # Loading the generator takes longer than finding out that nothing changed.
    from clientkit_codegen.generation import source
    from clientkit_codegen.generation.document import RefusedError
    from clientkit_codegen.generation.package import write_what_can_be, write_whole
    from clientkit_codegen.generation.validation import violations

    target = scratch / service.package.name
    try:
        document = source.of_service(service)
        invalid = violations(document.data)
        if invalid and not service.is_foreign:
            return Outcome(invalid)
        write = write_what_can_be if service.options.get("skip") is True else write_whole
        written = write(document, target, layout.TEMPLATES)
    except source.SourceError as error:
        return Outcome([str(error)])
    except RefusedError as error:
        return Outcome(error.problems)
    except Exception as error:  # noqa: BLE001  (a document that breaks the generator must not break the others)
        said = " ".join(str(error).split())[:300]
        return Outcome(
            [f"{type(error).__name__}: {said}; this is a fault of the generator, please report it"]
        )
    if service.keeps_document:
        # What its sandbox checks requests and answers against.
        text = json.dumps(written.kept(document.data), indent=1, ensure_ascii=False) + "\n"
        write_file(target / "openapi.json", text.encode())
    notes = [*map(str, written.notes), *(f"{each}; not valid OpenAPI" for each in invalid)]
    return Outcome([], notes, [each.text for each in written.left_out], document.ids)


def derive_twins(scratch: Path) -> tuple[dict[Path, str], Problems]:
    """Derive every sync twin; return texts by path, and what stands against it."""
    from clientkit_codegen.unasync import UnasyncError, derive

    try:
        facades = layout.project().facades
        # The rules are those of the runtime, which other repositories install.
        complete = (facades / "clientkit").is_dir()
        return derive(manifest.sources(), facades, scratch / "twins", complete=complete), {}
    except UnasyncError as error:
        return {}, {"sync modules": error.problems}


def report(problems: Problems) -> None:
    """Say what stands against writing anything."""
    for place, found in problems.items():
        for problem in found:
            print(safe_line(f"{place}: {problem}"), file=sys.stderr)
    print("nothing was written", file=sys.stderr)


def install(services: list[Service], removed: list[Path], scratch: Path) -> None:
    """Put finished packages where they belong."""
    layout.project().generated.mkdir(exist_ok=True)
    for package in [*removed, *(service.package for service in services)]:
        shutil.rmtree(package, ignore_errors=True)
    for service in services:
        shutil.move(scratch / service.package.name, service.package)


def record_ids(services: list[Service], outcomes: dict[str, Outcome]) -> None:
    """Write the ids that were made next to the documents, so that they stay when the documents move."""
    from clientkit_codegen.generation import source

    for service in services:
        ids = outcomes[service.name].ids
        if ids:
            write_file(service.ids, source.record(ids).encode(), name=layout.relative(service.ids))
        else:
            service.ids.unlink(missing_ok=True)


def install_twins(twins: dict[Path, str]) -> None:
    """Write the sync modules and remove those without a source."""
    for path in manifest.twins():
        if path not in twins:
            path.unlink()
    for path, text in twins.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, text.encode(), name=layout.relative(path))


def write_manifest(services: list[Service], old: Manifest, left: list[Service]) -> None:
    """Remember what was generated from what; of packages left for later, what was remembered before."""
    new = Manifest.current(services)
    folders = [layout.project().facades, *(service.package for service in services)]
    new.outputs = {path: digest for each in folders for path, digest in new.outputs_in(each).items()}
    if left:
        new.tools, new.shaping = old.tools, old.shaping
    for service in left:
        inputs = new.inputs_of(service)
        for path in inputs:
            new.specs.pop(path)
        for path in new.outputs_in(service.package):
            del new.outputs[path]
        if before := old.inputs_of(service):
            new.specs |= before
            new.outputs |= old.outputs_in(service.package)
    place = layout.project().manifest
    write_file(place, new.dump().encode(), name=layout.relative(place))


def described(service: Service) -> str:
    """Return what a package holds, in few words."""
    operations = len([path for path in service.package.glob("api/*/*.py") if path.stem != "__init__"])
    models = len(list(service.package.glob("models/*.py"))) - 1
    return f"{operations} operations, {models} models"
