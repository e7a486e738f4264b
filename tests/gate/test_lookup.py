"""Which reports on file are of the incident of a submission."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.gate.lookup import OnFile
from reconcile.read import read_report
from reconcile.settings import Settings

FERRY = (
    "date 2023-05-02 Herald, PORT ELLIS\n\nThe ferry Anna Maris sank off Port Ellis on Monday and 14 of "
    "its 80 passengers drowned, the coast guard said. Captain Joris Veld had reported water in the "
    "engine room.\n",
    "date 2023-05-03 Courier, PORT ELLIS\n\nFourteen people drowned when the Anna Maris, a ferry with 80 "
    "passengers, went down near Port Ellis. Joris Veld, her captain, had radioed that the engine room "
    "was flooding, the coast guard said.\n",
)
OTHER = (
    "date 2023-05-02 Herald, KARSTAD\n\nThe mayor of Karstad, Lena Brock, resigned on Monday over the sale "
    "of the harbour to a bank. She denied that she had known of the price.\n",
    "date 2021-08-11 Courier, SANT OLAF\n\nA ferry sank off Sant Olaf and nine passengers drowned, the "
    "coast guard said. The captain of the Blue Star, Ivo Prins, was rescued.\n",
)


def write(folder: Path, texts: dict[str, str]) -> Path:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def on_file(tmp_path: Path) -> Path:
    return write(
        tmp_path / "file", {"ferry.txt": FERRY[0], "mayor.txt": OTHER[0], "old.txt": OTHER[1]}
    )


def found(folder: Path, submission: Path) -> tuple[list[str], int]:
    result = OnFile.open([folder], Settings(), None).same_incident(read_report(submission))
    return [Path(r.file).name for r in result.reports], result.left_out


def test_reports_of_other_incidents_are_left_out_and_counted(on_file: Path, tmp_path: Path) -> None:
    new = write(tmp_path, {"new.txt": FERRY[1]}) / "new.txt"
    assert found(on_file, new) == (["ferry.txt"], 2)


def test_a_submission_on_file_is_not_held_against_itself(on_file: Path) -> None:
    assert found(on_file, on_file / "ferry.txt") == ([], 2)


def test_a_folder_is_an_incident(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "file",
        {
            "ferry/a.txt": FERRY[0],
            "ferry/b.txt": "The harbour of Port Ellis stayed shut.\n",
            "c/d.txt": OTHER[1],
        },
    )
    new = write(tmp_path, {"new.txt": FERRY[1]}) / "new.txt"
    assert found(folder, new) == (["a.txt", "b.txt"], 1)


def test_what_was_checked_before_needs_no_model(tmp_path: Path) -> None:
    folder = write(tmp_path / "file", {"ferry.txt": FERRY[0]})
    new = write(tmp_path, {"new.txt": FERRY[1]}) / "new.txt"
    told = []
    for _ in range(2):
        code = (
            "import sys\nfrom reconcile.cli.edge import run\n"
            f"run(['check', '--isolated', '--against', {str(folder)!r}, {str(new)!r}])\n"
            "print(*sys.modules, file=sys.stderr)"
        )
        env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
        )
        told.append((done.stdout, set(done.stderr.split())))
    (first, before), (second, after) = told
    assert first == second
    assert "spacy" in before
    assert not {"spacy", "onnxruntime", "numpy", "reconcile.pipeline"} & after
