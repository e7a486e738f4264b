"""Plugs are found by their file, in order, and a file without its plug is told loudly."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reconcile.errors import PluginError
from reconcile.plugin import Check, Reader, Renderer, discover, names


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    package = tmp_path / "plugged"
    (package / "parts").mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "parts" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield "plugged"
    for name in [name for name in sys.modules if name.split(".")[0] == "plugged"]:
        del sys.modules[name]


def test_every_plug_of_the_house_is_found_in_order_of_names() -> None:
    for package, attribute, shape in (
        ("reconcile.checks", "CHECK", Check),
        ("reconcile.render", "RENDERER", Renderer),
        ("reconcile.read", "READER", Reader),
    ):
        found = discover(package, attribute, shape)
        assert found
        assert list(found) == sorted(found) == list(names(package))


def test_a_file_without_its_plug_is_named(folder: str, tmp_path: Path) -> None:
    (tmp_path / "plugged" / "empty.py").write_text('"""Nothing is here."""\n')
    with pytest.raises(PluginError, match=r"plugged\.empty must define CHECK: Check"):
        discover(folder, "CHECK", Check)


def test_a_folder_of_parts_is_no_plug(folder: str) -> None:
    assert names(folder) == ()
