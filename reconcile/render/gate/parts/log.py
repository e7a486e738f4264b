"""The shape of a SARIF log, as much of it as the gate writes (OASIS SARIF 2.1.0, section 3).

Types of our own: `sarif-om` has not been kept since 2019, and `sarif-pydantic` 0.6 has one
suppression a result and no notifications of an invocation. The tests hold what is written against
the published schema.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Level = Literal["note", "warning", "error"]


class Part(msgspec.Struct, frozen=True, omit_defaults=True, rename="camel"):
    """A part of a log: names as the standard spells them, and nothing that is not known."""


class Message(Part, frozen=True):
    """Words for a reader; those of a rule may stand in Markdown as well."""

    text: str
    markdown: str | None = None


class ArtifactLocation(Part, frozen=True):
    """Which file."""

    uri: str | None = None
    uri_base_id: str | None = None
    index: int | None = None  # in Run.artifacts
    description: Message | None = None


class Region(Part, frozen=True):
    """Which words of a file."""

    start_line: int | None = None
    start_column: int | None = None
    end_line: int | None = None
    end_column: int | None = None  # after the last character
    char_offset: int | None = None
    char_length: int | None = None
    snippet: Message | None = None


class PhysicalLocation(Part, frozen=True):
    """A file, and where in it."""

    artifact_location: ArtifactLocation
    region: Region | None = None


class LogicalLocation(Part, frozen=True):
    """A place in a file without lines: an element, an item, a page."""

    fully_qualified_name: str
    kind: str | None = None


class Location(Part, frozen=True):
    """A place, and what is said there."""

    physical_location: PhysicalLocation
    id: int | None = None
    logical_locations: list[LogicalLocation] | None = None
    message: Message | None = None


class Suppression(Part, frozen=True):
    """That somebody accepted a result, and why."""

    kind: Literal["external", "inSource"]
    justification: str
    status: Literal["accepted"] | None = None


class Properties(Part, frozen=True):
    """What the standard has no word for."""

    relation: str
    subject: str
    fails: bool
    confidence: float
    left_out: int | None = None


class Result(Part, frozen=True):
    """One query."""

    rule_id: str
    rule_index: int
    level: Level
    message: Message
    locations: list[Location]
    related_locations: list[Location]
    partial_fingerprints: dict[str, str]
    suppressions: list[Suppression]  # empty: somebody looked, and none holds
    properties: Properties


class DescriptorReference(Part, frozen=True):
    """Which rule or notification."""

    id: str
    index: int


class Notification(Part, frozen=True):
    """What happened beside the queries."""

    level: Level
    message: Message
    descriptor: DescriptorReference
    locations: list[Location] | None = None


class Configuration(Part, frozen=True):
    """How loud a rule is when nothing else is said."""

    level: Level


class Descriptor(Part, frozen=True):
    """A kind of query, or of notification."""

    id: str
    short_description: Message
    full_description: Message | None = None
    help: Message | None = None
    help_uri: str | None = None
    default_configuration: Configuration | None = None


class Driver(Part, frozen=True):
    """The program."""

    name: str
    version: str
    semantic_version: str
    information_uri: str
    rules: list[Descriptor]
    notifications: list[Descriptor]


class Tool(Part, frozen=True):
    """The program and its plugins; there are none."""

    driver: Driver


class Invocation(Part, frozen=True):
    """How the run went; times and machine are left out, so that the same run gives the same log."""

    execution_successful: bool
    exit_code: int
    exit_code_description: str
    tool_execution_notifications: list[Notification]
    tool_configuration_notifications: list[Notification]


class Artifact(Part, frozen=True):
    """A file that was read."""

    location: ArtifactLocation
    roles: list[str] | None = None
    encoding: str | None = None


class Run(Part, frozen=True):
    """One run of the gate."""

    tool: Tool
    invocations: list[Invocation]
    original_uri_base_ids: dict[str, ArtifactLocation]
    artifacts: list[Artifact]
    results: list[Result]
    column_kind: Literal["unicodeCodePoints"] | None = None


class Log(Part, frozen=True, rename={"schema": "$schema"}):
    """The whole file."""

    schema: str
    version: str
    runs: list[Run]
