"""Every key is in the manual with an example that is right, and sets something."""

from __future__ import annotations

import json
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from docs.manual import entries, page
from reconcile.settings import Settings
from reconcile.settings.load import load
from reconcile.settings.problems import problems
from reconcile.settings.shape import File
from tests.settings.test_config import FULL

ROOT = Path(__file__).parents[2]
ENTRIES = list(entries())
# what no file sets: colour is the terminal's, the root is where the file lies
ELSEWHERE = {"any_language", "color", "keep_going", "root"}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_a_key_is_told_with_an_example_that_holds(entry) -> None:
    assert entry.meaning.endswith(".")
    assert entry.allowed == "a table" or entry.example
    assert not list(problems(tomllib.loads(entry.example), File))
    assert f"### `{entry.key}`" in page()


def test_every_field_of_settings_can_be_set(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(FULL, "utf-8")
    (tmp_path / "b.toml").write_text("page.redact-text = true", "utf-8")
    usual, found = Settings(), [load(tmp_path / name).settings for name in ("a.toml", "b.toml")]
    names = {field.name for field in fields(Settings)} - ELSEWHERE
    still = {n for n in names if all(getattr(s, n) == getattr(usual, n) for s in found)}
    assert not still


def test_the_schema_takes_what_the_program_takes() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs/schema/reconcile-settings-1.json").read_text("utf-8"))
    check = jsonschema.Draft202012Validator(schema)
    check.check_schema(schema)
    check.validate(tomllib.loads(FULL))
    wrong = tomllib.loads((Path(__file__).parent / "wrong.toml").read_text("utf-8"))["case"]
    refused = 0
    for case in wrong:
        try:
            table = tomllib.loads(case["file"])
        except tomllib.TOMLDecodeError:
            continue
        typed = list(problems(table, File))
        refused += bool(typed)
        if not any("NaN" in p.said for p in typed):  # JSON has none
            assert check.is_valid(table) == (not typed), case["name"]
    assert refused > 15
