"""docs/ci.md keeps its word: its commands are run in order, and print what stands below them."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import jsonschema
import pytest
import yaml

from reconcile.cli.edge import run
from tests.gate.test_action import ACTION, HOOKS, local, schema

PAGE = (Path(__file__).parents[2] / "docs" / "ci.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)


@dataclass
class Desk:
    """A newcomer's terminal: a folder that `cd` changes, and what the last commands printed."""

    folder: Path
    printed: list[str] = field(default_factory=list)

    def shell(self, commands: str) -> None:
        """Run commands in a shell; the folder they end in is the next one's."""
        done = subprocess.run(
            ["bash", "-euc", f"{commands}\npwd"],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stderr}"
        *printed, last = done.stdout.splitlines()
        self.printed += printed
        self.folder = Path(last)

    def reconcile(self, command: str, capfd: pytest.CaptureFixture[str]) -> None:
        """Run the program in this process, where its models are loaded once; check its status."""
        words, _, remark = command.partition("  # ")
        wanted = int(remark.removeprefix("exit status ") or 0)
        assert run(shlex.split(words)[1:]) == wanted, f"{command}\n{capfd.readouterr()}"
        out, err = capfd.readouterr()
        self.printed += [*err.splitlines(), *out.splitlines()]


def parts(block: str) -> Iterator[str]:
    """Yield what a block says to the shell, and each command of the program, in order."""
    shell: list[str] = []
    for line in block.splitlines():
        if line.startswith("reconcile "):
            yield "\n".join(shell)
            yield line
            shell = []
        else:
            shell.append(line)
    yield "\n".join(shell)


def test_every_command_does_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, value in (
        ("XDG_CACHE_HOME", tmp_path / "cache"),
        ("HOME", tmp_path),
        ("GIT_AUTHOR_NAME", "Ruth Ames"),
        ("GIT_AUTHOR_EMAIL", "ruth@desk.example"),
        ("GIT_COMMITTER_NAME", "Ruth Ames"),
        ("GIT_COMMITTER_EMAIL", "ruth@desk.example"),
    ):
        monkeypatch.setenv(name, str(value))
    for name in ("GITHUB_ACTIONS", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    desk = Desk(tmp_path)
    for language, block in BLOCKS:
        if language == "sh":
            desk.printed = []
            for part in parts(block):
                if part.startswith("reconcile "):
                    monkeypatch.chdir(desk.folder)
                    desk.reconcile(part, capfd)
                elif part:
                    desk.shell(part)
        elif language == "text":
            assert desk.printed == block.splitlines()


def test_the_workflow_is_one_that_github_reads() -> None:
    first, second = (yaml.safe_load(block) for kind, block in BLOCKS if kind == "yaml")
    # YAML 1.1 reads the key "on" as true
    workflow = {"on" if key is True else key: value for key, value in first.items()}
    known = local(schema("https://json.schemastore.org/github-workflow.json"))
    jsonschema.Draft7Validator(known).validate(workflow)
    (step,) = (s for s in workflow["jobs"]["check"]["steps"] if "reconcile" in s["uses"])
    assert {*step["with"]} <= {*ACTION["inputs"]}
    known = local(schema("https://json.schemastore.org/pre-commit-config.json"))
    jsonschema.Draft7Validator(known).validate(second)
    assert second["repos"][0]["hooks"][0]["id"] in {hook["id"] for hook in HOOKS}
