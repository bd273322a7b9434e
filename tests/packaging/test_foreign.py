"""Another team: the wheel in a fresh environment, an empty repository, one document of somebody else's."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import yaml

from .conftest import ROOT, Environment

# Of OpenAPI 3.0, without ids, with what every such document has: nullable, a union without a tag, a form.
SPEC = """\
openapi: 3.0.3
info: {title: 'Parcels "R" us', version: '1'}
paths:
  /parcels:
    get:
      tags: [parcels]
      summary: List parcels
      parameters:
        - {name: state, in: query, explode: false, schema: {type: array, items: {type: string}}}
      responses:
        '200':
          description: Parcels.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Parcel'}}
    post:
      tags: [parcels]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Parcel'}}}
      responses: {'201': {description: Made.}}
  /parcels/{id}/label:
    get:
      tags: [parcels]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: A label.
          content: {application/pdf: {schema: {type: string, format: binary}}}
components:
  schemas:
    Parcel:
      type: object
      required: [id]
      properties:
        id: {type: string, example: p1}
        note: {type: string, nullable: true}
        size:
          oneOf:
            - {type: object, properties: {width: {type: number}}}
            - {type: object, properties: {volume: {type: number}}}
"""


def test_another_team_makes_a_client(
    wheel: Path, new_environment: Callable[[], Environment], tmp_path: Path
) -> None:
    environment = new_environment()
    environment.install(wheel)
    git = ("git", "-c", "user.name=t", "-c", "user.email=t@example.test", "-c", "commit.gpgsign=false")
    subprocess.run([*git, "init", "--quiet", "--initial-branch", "main"], cwd=tmp_path, check=True)

    def clientkit(*arguments: str, code: int = 0) -> str:
        done = environment.run("-m", "clientkit", *arguments, folder=tmp_path)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    assert "clientkit init" in clientkit("generate", code=2)
    clientkit("init", "--pre-commit")
    assert "there already" in clientkit("init")
    # Nothing is generated yet, and nothing is wrong with that.
    clientkit("generate")
    assert "hashes        ok" in clientkit("check", "--only", "hashes")
    assert "hide a package that is installed" in clientkit("new", "httpx", "--spec", "none.yaml", code=1)
    (tmp_path / "foreign.yaml").write_text(SPEC, encoding="utf-8")
    said = clientkit("new", "parcels", "--spec", "foreign.yaml")
    assert "facades/parcels/_async/parcels.py" in said
    assert (tmp_path / "specs" / "parcels.yaml").read_text(encoding="utf-8") == SPEC
    assert '"GET /parcels/{id}/label": "get_parcels_by_id_label"' in (
        tmp_path / "specs" / "parcels.ids.json"
    ).read_text(encoding="utf-8")
    # A document of webhooks alone has no operation to call.
    (tmp_path / "hooks.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Hooks, version: '1'}\nwebhooks: {}\n", encoding="utf-8"
    )
    assert "0 operations" in clientkit("new", "hooks", "--spec", "hooks.yaml")
    assert clientkit("generate") == "up to date\n"
    checked = clientkit("check")
    assert "failed" not in checked, checked
    assert "clients.md" not in (tmp_path / "docs" / "parcels.md").read_text(encoding="utf-8")
    ran = environment.run("examples/parcels_quickstart.py", folder=tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    generated = tmp_path / "generated" / "parcels_api" / "types.py"
    generated.write_text(generated.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    edited = clientkit("check", "--only", "hashes", code=1)
    assert "clientkit generate" in edited
    assert "make " not in edited
    clientkit("generate")
    tested = environment.run("-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", folder=tmp_path)
    assert tested.returncode == 0, tested.stdout
    subprocess.run([*git, "add", "--all"], cwd=tmp_path, check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "parcels"], cwd=tmp_path, check=True)
    checked = clientkit(
        "check", "--only", "hashes", "--only", "specs", "--only", "lint", "--only", "breaking"
    )
    assert "failed" not in checked

    (tmp_path / "next.yaml").write_text(
        SPEC.replace("required: [id]", "required: [id, note]"), encoding="utf-8"
    )
    differs = clientkit("diff", "foreign.yaml", "next.yaml", code=1)
    assert "note" in differs
    assert "again" not in differs
    assert '"version": "2.1.0"' in clientkit("diff", "foreign.yaml", "next.yaml", "--format", "sarif", code=1)
    assert "ok" in clientkit("lint", "parcels")

    # The hook and the action, as others run them.
    (hook,) = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert "ok" in clientkit(*hook["hooks"][0]["entry"].split()[1:])
    action = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text(encoding="utf-8"))
    install, run = (step["run"] for step in action["runs"]["steps"])
    assert install.startswith("python -m pip install 'clientkit[codegen]'")
    path = os.pathsep.join([str(environment.python.parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-e", "-c", run],
        cwd=tmp_path,
        env={"PATH": path, "ONLY": "hashes lint", "BASE": "HEAD"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "hashes" in done.stdout
    assert "breaking" not in done.stdout

    # What goes wrong leaves nothing behind.
    (tmp_path / "broken.yaml").write_text(SPEC.replace("schemas/Parcel'", "schemas/Gone'"), encoding="utf-8")
    assert "leads nowhere" in clientkit("new", "broken", "--spec", "broken.yaml", code=1)
    status = subprocess.run(
        [*git, "status", "--porcelain"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    left = {line[3:] for line in status.stdout.splitlines() if "__pycache__" not in line}
    assert left == {"broken.yaml", "next.yaml"}
