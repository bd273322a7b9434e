"""A gate that held is not run again while nothing that it reads changed, and is run when anything did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from clientkit_codegen import check
from clientkit_codegen.gates import GATES, memory
from clientkit_codegen.gates.base import Base, MissingToolError, NoBaseError, UnknownBaseError
from clientkit_codegen.gates.finding import Finding
from clientkit_codegen.gates.report import as_text
from clientkit_codegen.generation import layout

FOLDERS = ("specs", "generated", "facades", "sandbox", "tests", "docs", "examples")


class Work:
    """A project with files, gates that count their runs, and what they find."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.runs: list[str] = []
        self.found: list[Finding | str] = []
        self.meanwhile: Callable[[], object] = lambda: None

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text)

    def check(self, *gates: str, fresh: bool = False) -> list[str]:
        """Run gates; return the names of those that were run."""
        self.runs.clear()
        self.code = as_text(check.outcomes(["hashes", *gates], fresh=fresh))
        return [name for name in self.runs if name != "hashes"]

    def gate(self, name: str) -> Callable[[], list[Finding | str]]:
        def run() -> list[Finding | str]:
            self.runs.append(name)
            if name == "hashes":
                return []
            self.meanwhile()
            return self.found

        return run


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    paths = {name: tmp_path / name for name in FOLDERS}
    made = layout.Project(tmp_path, sandbox_package="", sources=("facades", "scripts"), **paths)
    monkeypatch.setattr(layout, "project", lambda: made)
    work = Work(tmp_path)
    for name in GATES:
        monkeypatch.setitem(GATES, name, work.gate(name))
    for name in ("specs/a.yaml", "facades/a.py", "scripts/a.py", "docs/a.md", "pyproject.toml"):
        work.write(name, "first")
    return work


def test_a_gate_that_held_is_not_run_again(work: Work, capsys: pytest.CaptureFixture[str]) -> None:
    assert work.check("types", "regeneration") == ["types", "regeneration"]
    assert "unchanged" not in capsys.readouterr().out
    assert (work.check("types", "regeneration"), work.code) == ([], 0)
    assert capsys.readouterr().out.count("unchanged since it held") == 2


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("facades/a.py", ["types", "regeneration", "private"]),
        ("facades/new/b.py", ["types", "regeneration", "private"]),
        ("generated/MANIFEST.json", ["types", "regeneration", "private"]),
        ("specs/a.yaml", ["types", "regeneration"]),
        ("scripts/a.py", ["types"]),
        ("pyproject.toml", ["types", "regeneration", "private"]),
        ("mypy.ini", ["types", "regeneration", "private"]),
        ("docs/a.md", []),
        ("facades/__pycache__/a.pyc", []),
    ],
)
def test_a_changed_file_runs_the_gates_that_read_it(work: Work, name: str, again: list[str]) -> None:
    gates = ("types", "regeneration", "private")
    work.check(*gates)
    work.write(name, "second")
    assert sorted(work.check(*gates)) == sorted(again)
    assert work.check(*gates) == []


def test_a_removed_file_runs_the_gates_that_read_it(work: Work) -> None:
    work.check("types")
    (work.root / "facades/a.py").unlink()
    assert work.check("types") == ["types"]


def test_other_tools_run_every_gate(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    work.check("types", "specs")
    work.write("site/mypy-9.dist-info/RECORD", "")
    monkeypatch.syspath_prepend(work.root / "site")
    assert sorted(work.check("types", "specs")) == ["specs", "types"]
    monkeypatch.setenv("MYPYPATH", "elsewhere")
    assert sorted(work.check("types", "specs")) == ["specs", "types"]


def test_another_pipeline_runs_every_gate(
    work: Work, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.check("types")
    other = tmp_path_factory.mktemp("pipeline")
    (other / "check.py").write_text("")
    monkeypatch.setattr(layout, "PACKAGE", other)
    assert work.check("types") == ["types"]


def test_another_base_runs_the_gates_that_compare_with_it(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = ["a"]
    monkeypatch.setattr(memory, "find_base", lambda: Base(base[0], "main"))
    work.check("surface", "types")
    base[0] = "b"
    assert work.check("surface", "types") == ["surface"]


@pytest.mark.parametrize("error", [NoBaseError, UnknownBaseError, MissingToolError])
def test_without_a_base_the_gates_report_it_themselves(
    work: Work, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def find() -> Base:
        raise error("none here")

    monkeypatch.setattr(memory, "find_base", find)
    assert sorted(work.check("surface", "types")) == ["surface", "types"]


@pytest.mark.parametrize("said", ["wrong", Finding("worth knowing", fails=False)])
def test_a_gate_with_findings_is_run_each_time(work: Work, said: Finding | str) -> None:
    work.found = [said]
    assert work.check("types") == ["types"]
    assert (work.check("types"), work.code) == (["types"], int(said == "wrong"))


def test_what_changes_while_a_gate_runs_is_checked_the_next_time(work: Work) -> None:
    work.meanwhile = lambda: work.write("facades/a.py", "second")
    work.check("types")
    assert work.check("types") == ["types"]
    assert work.check("types") == []


@pytest.mark.parametrize("text", ["", "0" * 64, "\udc80"])
def test_a_spoiled_record_is_not_believed(work: Work, text: str) -> None:
    work.check("types")
    (work.root / memory.FOLDER / "types").write_text(text, errors="surrogateescape")
    assert work.check("types") == ["types"]


def test_fresh_runs_every_gate(work: Work) -> None:
    work.check("types")
    assert work.check("types", fresh=True) == ["types"]


def test_a_gate_without_known_inputs_is_run_each_time(work: Work) -> None:
    assert work.check("style", "breaking") == work.check("style", "breaking") == ["style", "breaking"]


def test_git_ignores_the_records_and_make_clean_removes_them(work: Work) -> None:
    work.check("types")
    assert (work.root / memory.FOLDER / ".gitignore").read_text() == "*\n"
    makefile = (Path(__file__).parents[2] / "Makefile").read_text()
    assert memory.FOLDER in makefile.partition("\nclean:")[2]


def test_every_gate_with_inputs_is_there() -> None:
    assert set(memory.READS) <= set(GATES)
