"""The house inspects itself: floors, names, first lines, sizes, and who may print or exit."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "reconcile"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 300  # lines of a module
LONGEST_FUNCTION = 60
# One file of nouns: the whole language of the project stands in it, and says so at its top.
LONGER = {"model.py"}
EMPTY_WORDS = {"utils", "util", "common", "helpers", "helper", "base", "manager", "misc", "core"}


def told(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def outside_cli() -> Iterator[Path]:
    inside = {"cli", "__main__.py"}
    return (path for path in MODULES if path.parts[len(PACKAGE.parts)] not in inside)


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_the_first_line_says_what_a_module_is_for(path: Path) -> None:
    first = (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n", 1)[0]
    assert len(first.split()) >= 4, f"first line: {first!r}"
    assert first.endswith((".", ":", "?")), f"first line is no sentence: {first!r}"


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_a_module_tells_one_story(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST or path.name in LONGER, f"{lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=told)
def test_a_function_does_one_thing(path: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, functions) and node.end_lineno:
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_no_name_fits_every_file() -> None:
    names = {part for path in MODULES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & EMPTY_WORDS


@pytest.mark.parametrize("path", list(outside_cli()), ids=told)
def test_only_the_command_line_prints_exits_and_reads_the_environment(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "exit", "quit", "input"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used = f"{node.value.id}.{node.attr}"
            assert used not in {"sys.exit", "os.environ", "os.getenv"}, f"line {node.lineno}"


def test_main_alone_exits() -> None:
    inside = [p for p in MODULES if "sys.exit" in p.read_text("utf-8")]
    assert inside == [PACKAGE / "__main__.py"]


@pytest.mark.parametrize("path", sorted((PACKAGE / "cli").glob("*.py")), ids=told)
def test_a_command_file_is_thin(path: Path) -> None:
    from reconcile.cli.app import COMMANDS

    if path.stem in COMMANDS:
        assert path.read_text("utf-8").count("\n") < 60


def test_imports_go_down_only() -> None:
    """The floors and the doors of `pyproject.toml`, checked by import-linter."""
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_every_excuse_has_a_reason() -> None:
    """An ignored rule or type says which and, where the line does not show it, why."""
    for path in MODULES:
        for line in path.read_text("utf-8").splitlines():
            assert not re.search(r"#\s*noqa\s*$|type: ignore\s*$", line), f"{told(path)}: {line}"


def test_every_public_name_is_there() -> None:
    import reconcile

    for name in reconcile.__all__:
        assert getattr(reconcile, name) is not None
    with pytest.raises(AttributeError):
        reconcile.nothing  # noqa: B018


def test_importing_the_package_imports_no_model() -> None:
    code = "import reconcile, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "onnxruntime", "numpy", "rich", "click"} & set(done.stdout.split())


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom reconcile.cli.edge import run\nrun(['--help'])\n"
        "run(['compare', '--help'])\nprint(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"spacy", "onnxruntime", "numpy", "rich", "msgspec", "reconcile.model"}
    assert not heavy & set(done.stdout.split())
