"""`make generate` and the gates that hold its output, on a repository of one small service."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THING = "generated/probe_api/models/thing.py"
CACHES = shutil.ignore_patterns("__pycache__", "alsorn")
SOURCE = '''"""What the service does."""

from __future__ import annotations


class AsyncThing:
    """A thing of the service."""

    async def aclose(self) -> None:
        """Let go of it."""
'''
RULES = 'NAMES = {"aclose": "close"}\nCODE_NAMES: dict[str, str] = {}\nPHRASES: dict[str, str] = {}\n'


class Tree:
    """A copy of the repository that tests may spoil."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(self, command: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "clientkit_codegen", command, *arguments]
        return subprocess.run(
            words,
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root / "scripts"), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def generate(self, *arguments: str) -> str:
        done = self.run("generate", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def check(self, gate: str) -> tuple[int, str]:
        done = self.run("check", "--only", gate)
        assert not done.stderr, done.stderr
        return done.returncode, done.stdout

    def file(self, path: str) -> Path:
        return self.root / path

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.file(path).read_text()
        assert old in text
        self.file(path).write_text(text.replace(old, new))


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory, probe: Path) -> Path:
    root = tmp_path_factory.mktemp("tree") / "repository"
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=CACHES)
    (root / "clientkit.toml").write_text('command = "make"\n')
    (root / "specs").mkdir()
    (root / "specs/services.toml").write_text('[services]\nprobe = { facades = ["probe"] }\n')
    shutil.copy(probe, root / "specs/probe.yaml")
    (root / "facades/probe/_async").mkdir(parents=True)
    (root / "facades/probe/__init__.py").touch()
    (root / "facades/probe/_async/__init__.py").touch()
    (root / "facades/probe/_async/things.py").write_text(SOURCE)
    unasync = root / "scripts/clientkit_codegen/unasync.py"
    head, _, tail = unasync.read_text().partition("NAMES = {")
    unasync.write_text(head + RULES + tail[tail.index("_PREFIXED") :])
    Tree(root).generate()
    return root


@pytest.fixture
def tree(finished: Path, tmp_path: Path) -> Tree:
    return Tree(shutil.copytree(finished, tmp_path / "repository"))


def test_unchanged_is_up_to_date_at_once(tree: Tree) -> None:
    done = tree.run("generate", PYTHONPROFILEIMPORTTIME="1")
    assert (done.returncode, done.stdout) == (0, "up to date\n")
    # What takes its time is not even loaded.
    assert "clientkit_codegen.generation.manifest" in done.stderr
    assert "openapi_python_client" not in done.stderr
    assert tree.check("hashes")[0] == 0


def test_manifest_has_an_entry_a_line(tree: Tree) -> None:
    text = tree.file("generated/MANIFEST.json").read_text()
    content = json.loads(text)
    entries = sum(len(part) for part in content.values())
    assert len(text.splitlines()) == entries + 2 * len(content) + 2
    assert content["tools"].keys() == {"openapi-python-client", "ruff"}
    assert {"clientkit_codegen/templates/model.py.jinja", "clientkit_codegen/unasync.py"} <= content[
        "shaping"
    ].keys()
    assert content["specs"].keys() == {"specs/probe.yaml"}
    assert "facades/probe/_async/things.py" in content["sources"]
    assert {THING, "facades/probe/_sync/things.py", "generated/probe_api/py.typed"} <= content[
        "outputs"
    ].keys()


def test_changed_spec_is_generated_anew(tree: Tree) -> None:
    tree.edit("specs/probe.yaml", "description: A thing.", "description: Some thing.")
    code, said = tree.check("hashes")
    assert (code, "specs/probe.yaml: changed since the last generation; make generate" in said) == (1, True)
    assert tree.generate() == "generated/probe_api: 13 operations, 15 models\n"
    assert '"""Some thing.' in tree.file(THING).read_text()
    assert tree.check("hashes")[0] == 0


def test_changed_template_is_generated_anew(tree: Tree) -> None:
    tree.edit("scripts/clientkit_codegen/templates/errors.py.jinja", "Errors that", "The errors that")
    assert "clientkit_codegen/templates/errors.py.jinja: changed" in tree.check("hashes")[1]
    tree.generate()
    assert "The errors that" in tree.file("generated/probe_api/errors.py").read_text()


def test_new_template_is_seen(tree: Tree) -> None:
    tree.file("scripts/clientkit_codegen/templates/README.md.jinja").write_text("text\n")
    assert (
        "clientkit_codegen/templates/README.md.jinja: new since the last generation; make generate"
        in tree.check("hashes")[1]
    )


def test_edited_line_is_named_and_put_back(tree: Tree) -> None:
    tree.edit(THING, '"""A thing.', '"""My thing.')
    code, said = tree.check("hashes")
    assert code == 1
    assert (
        f"{THING}: edited by hand; "
        "edit specs/probe.yaml or a template of clientkit_codegen instead, then make generate" in said
    )
    code, said = tree.check("regeneration")
    assert code == 1
    assert f"{THING}: differs from what is generated; make generate" in said
    assert '-    """My thing.' in said
    assert '+    """A thing.' in said
    tree.generate()
    assert tree.check("hashes")[0] == 0


def test_missing_file_is_named_and_written_again(tree: Tree) -> None:
    tree.file(THING).unlink()
    assert f"{THING}: missing; make generate writes it again" in tree.check("hashes")[1]
    tree.generate()
    assert tree.file(THING).is_file()


def test_stray_file_is_named(tree: Tree) -> None:
    tree.file("generated/probe_api/helper.py").touch()
    tree.file("generated/notes.txt").touch()
    code, said = tree.check("hashes")
    assert (code, "generated/probe_api/helper.py: stray, nothing generates it" in said) == (1, True)
    assert "generated/probe_api/helper.py: nothing generates it" in tree.check("regeneration")[1]
    tree.generate()
    assert not tree.file("generated/probe_api/helper.py").exists()
    assert "generated/notes.txt: stray" in tree.check("hashes")[1]


def test_lost_manifest_is_named_and_made_again(tree: Tree) -> None:
    before = tree.file("generated/MANIFEST.json").read_text()
    tree.file("generated/MANIFEST.json").write_text("<<<<<<< HEAD\n")
    assert "generated/MANIFEST.json: missing or not readable; make generate" in tree.check("hashes")[1]
    tree.generate()
    assert tree.file("generated/MANIFEST.json").read_text() == before


def test_edited_twin_is_named_with_its_source(tree: Tree) -> None:
    twin = "facades/probe/_sync/things.py"
    assert tree.file(twin).read_text().splitlines()[0] == (
        "# Derived from facades/probe/_async/things.py by make generate; edit that file."
    )
    tree.edit(twin, "Let go of it", "Drop it")
    said = tree.check("hashes")[1]
    assert f"{twin}: edited by hand; edit facades/probe/_async/things.py instead, then make generate" in said
    assert f"{twin}: differs from what is generated" in tree.check("regeneration")[1]
    assert tree.generate() == "sync modules: 2 files\n"
    assert "Let go of it" in tree.file(twin).read_text()


def test_twin_without_a_source_is_removed(tree: Tree) -> None:
    tree.file("facades/probe/_async/things.py").rename(tree.file("facades/probe/_async/items.py"))
    tree.generate()
    assert sorted(path.name for path in tree.file("facades/probe/_sync").iterdir()) == [
        "__init__.py",
        "items.py",
    ]
    assert tree.check("hashes")[0] == 0


def test_package_of_a_removed_service_is_removed(tree: Tree) -> None:
    tree.file("specs/services.toml").write_text("[services]\n")
    assert "specs/probe.yaml: gone since the last generation" in tree.check("hashes")[1]
    assert tree.generate() == "generated/probe_api: removed, no service has it\n"
    assert not tree.file("generated/probe_api").exists()
    assert tree.check("hashes")[0] == 0


def test_spec_that_would_lose_something_writes_nothing(tree: Tree) -> None:
    before = tree.file("generated/MANIFEST.json").read_text()
    tree.edit("specs/probe.yaml", "{name: tag, in: query,", "{name: tag, in: query, x-path-segments: true,")
    tree.edit("facades/probe/_async/things.py", "Let go of it", "Drop it")
    done = tree.run("generate")
    assert done.returncode == 1
    assert (
        "specs/probe.yaml: list_things (#/paths/~1things/get) parameter 'tag' in query: x-path-segments"
        in done.stderr
    )
    assert done.stderr.endswith("nothing was written\n")
    assert tree.file("generated/MANIFEST.json").read_text() == before
    assert "Let go of it" in tree.file("facades/probe/_sync/things.py").read_text()


def test_spec_that_is_no_openapi_is_refused(tree: Tree) -> None:
    tree.edit("specs/probe.yaml", "      summary: List things.\n", "      summary: [List, things]\n")
    done = tree.run("generate")
    assert (done.returncode, "specs/probe.yaml: #/paths/~1things/get/summary" in done.stderr) == (1, True)
    code, said = tree.check("specs")
    assert (code, "specs/probe.yaml: #/paths/~1things/get/summary" in said) == (1, True)


def test_missing_spec_and_unknown_name(tree: Tree) -> None:
    assert "no service nope; specs/services.toml has probe" in tree.run("generate", "nope").stderr
    tree.file("specs/probe.yaml").unlink()
    done = tree.run("generate")
    assert (done.returncode, "specs/probe.yaml: not there; write it" in done.stderr) == (1, True)


def test_one_service_of_several(tree: Tree) -> None:
    """What was not asked for stays as it was, and is still known to be out of date."""
    tree.file("specs/services.toml").write_text(
        "[services]\nprobe = { facades = [] }\nother = { facades = [] }\n"
    )
    shutil.copy(tree.file("specs/probe.yaml"), tree.file("specs/other.yaml"))
    assert tree.generate("probe").splitlines() == [
        "generated/probe_api: 13 operations, 15 models",
        "generated/other_api: not up to date; make generate",
    ]
    assert "specs/other.yaml: new since the last generation" in tree.check("hashes")[1]
    assert tree.generate() == "generated/other_api: 13 operations, 15 models\n"
    assert tree.generate() == "up to date\n"
    assert tree.check("hashes")[0] == 0


def test_every_gate_is_run_even_if_one_fails(tree: Tree) -> None:
    tree.edit(THING, '"""A thing.', '"""My thing.')
    done = tree.run("check", "--only", "hashes", "--only", "specs")
    verdicts = [line.split()[:2] for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert verdicts[:2] == [["hashes", "failed"], ["specs", "ok"]]
    assert "1 of 2 gates failed; again: clientkit check --only hashes" in done.stdout
    assert done.returncode == 1


def test_broken_table_of_services(tree: Tree) -> None:
    tree.file("specs/services.toml").write_text("[services]\nprobe = 1\n")
    done = tree.run("generate")
    assert done.returncode == 1
    assert 'write the service as `probe = { facades = ["import_name"] }`' in done.stderr
    assert "Traceback" not in done.stderr
    tree.file("specs/services.toml").write_text(
        '[services]\nprobe = { facades = ["probe"], standalone = ["other"] }\n'
    )
    assert "probe: `standalone` lists some of the facades" in tree.run("generate").stderr
    tree.file("specs/services.toml").write_text("[services\n")
    assert tree.run("generate").stderr.startswith("specs/services.toml: ")
