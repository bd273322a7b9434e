"""What `make dist` makes, and what the pages say of installing it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest
from clientkit import __version__

from .conftest import ROOT

SERVICES = tomllib.loads((ROOT / "specs" / "services.toml").read_text(encoding="utf-8"))["services"]
FACADES = [facade for facts in SERVICES.values() for facade in facts["facades"]]
PRODUCT_PAGES = [*(f"docs/{name}.md" for name in SERVICES), "docs/pgdag.md"]
# Distributions on the package index that own import names or commands of ours.
RIVALS = {
    "docs/alsorn.md": {"alsorn"},
    "docs/ash.md": {"ash-ai-sdk"},
    "docs/sbn.md": {"sbn", "sbn-sdk"},
    "docs/pgdag.md": {"sbn-sdk"},
    "README.md": {"alsorn", "ash-ai-sdk", "sbn", "sbn-sdk"},
    "docs/package.md": {"alsorn", "ash-ai-sdk", "sbn", "sbn-sdk"},
}
LINK = re.compile(r"\]\(([^)\s]+)\)")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist") / "out"
    command = [sys.executable, str(ROOT / "scripts" / "dist.py"), "--try", "none", "--out", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    # Built twice to the same bytes, and found in order by twine and check-wheel-contents.
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def metadata(dist: Path) -> Message:
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as archive:
        name = next(each for each in archive.namelist() if each.endswith("METADATA"))
        return HeaderParser().parsestr(archive.read(name).decode())


@pytest.mark.slow
def test_metadata_says_what_users_need(metadata: Message) -> None:
    assert metadata["Version"] == __version__
    assert metadata.get_all("Project-URL")
    extras = set(metadata.get_all("Provides-Extra") or ())
    assert {*SERVICES, "pgdag", "all", "sandbox", "langchain", "codegen"} <= extras
    needs = metadata.get_all("Requires-Dist") or []
    core = [each for each in needs if "extra ==" not in each]
    assert any(re.fullmatch(r"httpx\b.*<1\b.*", each) for each in core)
    assert any(re.fullmatch(r"httpcore\b.*<1\.1\b.*", each) for each in core)
    text = str(metadata.get_payload())
    assert text.startswith("# clientkit\n")
    assert [link for link in LINK.findall(text) if not link.startswith("https://")] == []


@pytest.mark.slow
def test_sdist_holds_the_repository_and_nothing_that_lies_around(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        tops = {name.split("/")[1] for name in archive.getnames() if "/" in name}
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert tops - {"PKG-INFO"} <= {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert {"tests", "docs", "requirements.lock", "SECURITY.md", "CHANGELOG.md", "LICENSE"} <= tops
    assert not any(name.endswith(".whl") for name in tops)


@pytest.mark.slow
def test_sbom_lists_what_the_lock_has(dist: Path) -> None:
    bill = json.loads((dist / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["purl"] == f"pkg:pypi/clientkit@{__version__}"
    components = {each["name"]: each for each in bill["components"]}
    assert {"httpx", "httpcore", "attrs", "cryptography", "starlette"} <= components.keys()
    assert not {"pytest-xdist", "respx", "twine", "clientkit"} & components.keys()
    assert components["httpx"]["scope"] == "required"
    assert components["starlette"]["scope"] == "optional"
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for name, component in components.items():
        assert f"\n{name}=={component['version']} " in lock
        assert all(f"--hash=sha256:{each['value']}" in lock for each in component["properties"])
    references = {bill["metadata"]["component"]["bom-ref"], *(each["bom-ref"] for each in bill["components"])}
    assert {each["ref"] for each in bill["dependencies"]} == references
    assert all(set(each["dependsOn"]) <= references for each in bill["dependencies"])


def test_tag_that_is_not_the_version_is_refused(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(ROOT / "scripts" / "dist.py"),
        "--tag",
        "v9.9.9",
        "--out",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"the tag is v9.9.9, and the version {__version__}" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["README.md", "docs/package.md", *PRODUCT_PAGES])
def test_page_begins_with_install(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[0] == "Install"
    assert "pip install" in text
    assert "clientkit doctor" in text
    for rival in RIVALS.get(name, ()):
        assert re.search(rf"^\| `{rival}` \| .*`import ", text, re.MULTILINE), f"{name} does not name {rival}"


def test_changelog_has_the_version_and_says_how_names_go() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert any(
        re.fullmatch(rf"{re.escape(__version__)} \(\d{{4}}-\d{{2}}-\d{{2}}\)", each) for each in headings
    )
    assert "Deprecation policy" in headings
    assert "### Upgrade notes" in text


def test_security_page_says_where_to_report() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "## Report a vulnerability" in text
    assert "## What is supported" in text


def test_typed_packages_say_so() -> None:
    for name in ["clientkit", *FACADES]:
        assert (ROOT / "facades" / name / "py.typed").is_file()
