"""Text of a document never becomes code: a document that tries everywhere, generated and imported."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from clientkit_codegen.escaping import escape, safe_lines
from clientkit_codegen.generation import layout
from clientkit_codegen.generation.package import write_package
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
MARK = "hostile_mark"
RUN = f"__import__('pathlib').Path('{MARK}').touch()"
ATTACKS = [
    f'X"""; {RUN}; """',
    f"X'''; {RUN}; '''",
    f'"; {RUN}; "',
    f"'; {RUN}; '",
    f'\\"; {RUN} #',
    f'\\"""\n{RUN}\n"""',
    f"{{{RUN}}}",
    f"{{{{ {RUN} }}}}",
    f"{{% raw %}}{RUN}",
    f"X\n{RUN}\n",
    f"X\r{RUN}",
    f"X\u2028{RUN}\u2029",
    f'"""\u202e{RUN}',
    'ends with a quote "',
    "ends with a backslash \\",
    "a\x00b",
]


def hostile(attack: str) -> dict[str, Any]:
    thing = {
        "type": "object",
        "title": "Thing",
        "description": attack,
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string", "enum": [attack, "plain"], "description": attack},
            "text": {"type": "string", "default": attack, "example": attack, "title": attack},
            attack: {"type": "string", "description": attack},
            "both": {
                "oneOf": [{"type": "object", "properties": {attack: {"const": attack}}}, {"type": "string"}]
            },
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": attack, "version": attack, "description": attack, "summary": attack},
        "servers": [{"url": "https://example.test/" + attack}],
        "tags": [{"name": "things", "description": attack}],
        "paths": {
            "/things/{id}": {
                "post": {
                    "operationId": "make_thing",
                    "tags": ["things"],
                    "summary": attack,
                    "description": attack,
                    "parameters": [
                        {
                            "name": "id",
                            "in": "path",
                            "required": True,
                            "description": attack,
                            "schema": {"type": "string"},
                        },
                        {
                            "name": attack,
                            "in": "query",
                            "description": attack,
                            "schema": {"type": "string", "default": attack, "pattern": "a"},
                        },
                    ],
                    "requestBody": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
                    },
                    "responses": {
                        "200": {
                            "description": attack,
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                            },
                        }
                    },
                }
            }
        },
        "components": {
            "schemas": {"Thing": thing},
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": attack}
            },
        },
    }


@pytest.mark.parametrize("number", range(len(ATTACKS)))
def test_generated_code_runs_nothing_and_keeps_every_value(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack, name = ATTACKS[number], f"hostile_{number}_api"
    write_package(hostile(attack), tmp_path / name, layout.TEMPLATES)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    for path in sorted((tmp_path / name).rglob("*.py")):
        module = ".".join(path.relative_to(tmp_path).with_suffix("").parts).removesuffix(".__init__")
        importlib.import_module(module)
    thing = importlib.import_module(f"{name}.models").Thing
    kind = importlib.import_module(f"{name}.models").ThingKind
    assert {each.value for each in kind} == {attack, "plain"}
    read = {"kind": attack, "text": attack, attack: attack, "both": {attack: attack}}
    assert thing.from_dict(read).to_dict() == read
    operation = importlib.import_module(f"{name}.api.things.make_thing").OPERATION
    assert operation.id == "make_thing"
    assert not (tmp_path / MARK).exists()


def test_a_scaffold_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "clientkit.toml").touch()
    program = "import sys; from clientkit_codegen.command import main; sys.exit(main(sys.argv[1:]))"
    roots = [str(tmp_path / each) for each in ("generated", "facades", "sandbox")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(roots), "PYTHONDONTWRITEBYTECODE": "1"}
    for number, attack in enumerate(ATTACKS[:8:3]):
        (tmp_path / "spec.json").write_text(json.dumps(hostile(attack)))
        command = [sys.executable, "-c", program, "new", f"hostile{number}", "spec.json"]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        imports = f"from hostile{number} import Hostile{number}Client; import hostile{number}_sandbox"
        ran = subprocess.run(
            [sys.executable, "-c", imports],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    for path in [*tmp_path.rglob("*.py")]:
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
    assert not (tmp_path / MARK).exists()


@given(st.text())
def test_a_literal_is_exactly_the_text(text: str) -> None:
    assert eval(f'"{escape(text, "literal")}"') == text
    assert eval(f'f"{escape(text, "f-string")}"') == text


@given(st.text())
def test_a_docstring_is_one_string(text: str) -> None:
    code = f'"""{escape(text, "docstring")}"""'
    assert isinstance(eval(code), str)


@pytest.mark.parametrize(
    "text",
    [
        "a\n::warning::b",
        "a\r\n::add-mask::b",
        "a\n  ::error::b",
        "##[group]x",
        "a ###[error]b ##[group]",
        "\x1b[2Jx",
    ],
)
def test_a_report_is_no_command(text: str) -> None:
    lines = safe_lines(text).splitlines()
    assert not any(line.strip().startswith("::") or "##[" in line for line in lines)
    assert "\x1b" not in safe_lines(text)
    assert "\n" not in escape(text, "workflow")
    assert "\r" not in escape(text, "workflow")
