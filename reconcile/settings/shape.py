"""What a settings file may hold, as types: from them files are read, the schema and the manual written.

Every key may be left out (`UNSET`); `Settings` has what then holds.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from reconcile.settings import FailOn, NoMatch, Show
from reconcile.settings.nouns import Clocks, DateOrder, Gallon, MeaningOfM, Ton

Level = Literal["note", "warning", "error"]
Relation = Literal["conflict", "update", "refinement", "variant"]
CHOICES = (FailOn, NoMatch, Show, Level, Relation, DateOrder, Clocks, MeaningOfM, Ton, Gallon)
Word = Annotated[str, Meta(min_length=1, max_length=200)]
Words = Annotated[list[Word], Meta(max_length=10_000)]
Share = Annotated[float, Meta(ge=0, le=1)]
Distance = Annotated[float, Meta(ge=0, le=1e15)]
Minutes = Annotated[int, Meta(ge=0, le=720)]
Columns = Annotated[int, Meta(ge=40, le=1000)]
Path = Annotated[str, Meta(min_length=1, max_length=4096)]


def told(description: str, example: str) -> Meta:
    """Return what the manual says of a key: its meaning, and a line or lines of TOML."""
    return Meta(description=description, extra_json_schema={"x-toml": example})


class Margin(Struct, forbid_unknown_fields=True):
    """How far two figures may lie apart and still agree; the wider of the two holds."""

    relative: Annotated[
        Share | UnsetType,
        told("As a share of the larger figure, from 0 to 1.", "relative = 0.05"),
    ] = UNSET
    absolute: Annotated[
        Distance | UnsetType,
        told("In the unit itself.", "absolute = 5"),
    ] = UNSET


class Tolerance(Struct, forbid_unknown_fields=True):
    """What is near enough to agree."""

    minutes: Annotated[
        Minutes | UnsetType,
        told("How many minutes two clock times may lie apart and still agree.", "minutes = 10"),
    ] = UNSET
    figures: Annotated[
        dict[Word, Margin] | UnsetType,
        told(
            "How far two figures may lie apart and still agree, by unit (`metre`), by the noun that "
            "is counted (`protester`) or by what a toll counts (`killed`); `*` is every other figure.",
            'figures."protester" = { relative = 0.1, absolute = 50 }',
        ),
    ] = UNSET


class House(Struct, forbid_unknown_fields=True):
    """An outlet: what it calls itself, and how its house writes dates, clocks and units."""

    spellings: Annotated[
        Words | UnsetType,
        told(
            "Other names of the outlet, as its texts or file formats give them.",
            'spellings = ["thecourier.example", "Courier on Sunday"]',
        ),
    ] = UNSET
    dates: Annotated[
        DateOrder | UnsetType,
        told(
            "How the outlet writes a date in figures: what 03/04/2020 is, in its head and its text.",
            'dates = "day-first"',
        ),
    ] = UNSET
    zone: Annotated[
        Word | UnsetType,
        told(
            "The time zone, by its IANA name, of the outlet's times of publication that name none.",
            'zone = "Asia/Baghdad"',
        ),
    ] = UNSET
    clocks: Annotated[
        Clocks | UnsetType,
        told(
            "Whose hours its texts give where they name no zone: those of the place of the event, or "
            "those of `zone`.",
            'clocks = "zone"',
        ),
    ] = UNSET
    m: Annotated[
        MeaningOfM | UnsetType,
        told(
            "What the letter in 5m stands for; not set, the words around it decide.",
            'm = "million"',
        ),
    ] = UNSET
    ton: Annotated[
        Ton | UnsetType,
        told(
            "Which ton is meant: 907 kg (short), 1,016 kg (long) or 1,000 kg (metric).",
            'ton = "metric"',
        ),
    ] = UNSET
    gallon: Annotated[
        Gallon | UnsetType,
        told("Which gallon is meant: 3.79 litres (us) or 4.55 (imperial).", 'gallon = "imperial"'),
    ] = UNSET


class Fields(Struct, forbid_unknown_fields=True):
    """The file's own names of the columns of a table."""

    text: Annotated[Word | UnsetType, told("The story.", 'text = "body"')] = UNSET
    title: Annotated[Word | UnsetType, told("The headline.", 'title = "headline"')] = UNSET
    source: Annotated[Word | UnsetType, told("The outlet.", 'source = "outlet"')] = UNSET
    published: Annotated[
        Word | UnsetType, told("The date of publication.", 'published = "date"')
    ] = UNSET
    place: Annotated[Word | UnsetType, told("The place of the dateline.", 'place = "city"')] = UNSET
    byline: Annotated[Word | UnsetType, told("Who wrote it.", 'byline = "author"')] = UNSET
    credit: Annotated[Word | UnsetType, told("The credit line.", 'credit = "agency"')] = UNSET
    item: Annotated[
        Word | UnsetType, told("The publisher's own name of the story.", 'item = "guid"')
    ] = UNSET
    version: Annotated[
        Word | UnsetType, told("The number of its version.", 'version = "revision"')
    ] = UNSET
    urgency: Annotated[
        Word | UnsetType, told("How urgent it is, from 1 to 9.", 'urgency = "priority"')
    ] = UNSET
    status: Annotated[
        Word | UnsetType, told("Whether it is usable, withheld or canceled.", 'status = "state"')
    ] = UNSET
    embargo: Annotated[
        Word | UnsetType, told("Before when it must not be published.", 'embargo = "hold-until"')
    ] = UNSET


class Tables(Struct, forbid_unknown_fields=True):
    """Where tables name their columns otherwise."""

    csv: Annotated[Fields | UnsetType, told("Of CSV and TSV files.", 'csv = { text = "body" }')] = (
        UNSET
    )
    jsonl: Annotated[Fields | UnsetType, told("Of JSON Lines.", 'jsonl = { text = "content" }')] = (
        UNSET
    )


class Page(Struct, rename="kebab", forbid_unknown_fields=True):
    """What pages show."""

    show: Annotated[
        Show | UnsetType, told("How much of the grid a page prints.", 'show = "divergences"')
    ] = UNSET
    width: Annotated[
        Columns | UnsetType,
        told("Columns of a terminal page; not set, the terminal's own.", "width = 100"),
    ] = UNSET
    with_text: Annotated[
        bool | UnsetType, told("Put the texts of the reports into JSON.", "with-text = true")
    ] = UNSET
    redact_text: Annotated[
        bool | UnsetType,
        told(
            "Show findings and short quotes only, for those who may not have the texts.",
            "redact-text = true",
        ),
    ] = UNSET
    not_comparable: Annotated[
        bool | UnsetType,
        told(
            "List also what came close to a divergence and lacked proof.", "not-comparable = true"
        ),
    ] = UNSET


class Anywhere(Struct, rename="kebab", forbid_unknown_fields=True):
    """The keys that may hold for some paths only."""

    fail_on: Annotated[
        FailOn | UnsetType,
        told("A run fails with 1 when a divergence is at least so loud.", 'fail-on = "warning"'),
    ] = UNSET
    fail_on_update: Annotated[
        bool | UnsetType,
        told(
            "Whether a later, other figure fails a submission as a conflict does.",
            "fail-on-update = true",
        ),
    ] = UNSET
    no_match: Annotated[
        NoMatch | UnsetType,
        told(
            "What becomes of a submission that no report on file belongs to; not set, the run ends "
            "with 2.",
            'no-match = "pass"',
        ),
    ] = UNSET
    refuse_embargoed: Annotated[
        bool | UnsetType,
        told(
            "Whether a submission that is embargoed, withheld or canceled is refused.",
            "refuse-embargoed = false",
        ),
    ] = UNSET
    only: Annotated[
        Words | UnsetType,
        told("Look for these kinds of divergence alone.", 'only = ["quantity", "time"]'),
    ] = UNSET
    skip: Annotated[
        Words | UnsetType, told("Leave these kinds of divergence out.", 'skip = ["wording"]')
    ] = UNSET
    severity: Annotated[
        dict[Word, Level | dict[Relation, Level]] | UnsetType,
        told(
            "How loud a kind of divergence is, whatever its relation or by relation.",
            'severity.wording = "warning"\nseverity.quantity = { update = "note" }',
        ),
    ] = UNSET
    tolerance: Annotated[
        Tolerance | UnsetType, told("What is near enough to agree.", "[tolerance]")
    ] = UNSET
    names: Annotated[
        dict[Word, Words] | UnsetType,
        told(
            "Other names of one bearer: a person, a group, a place.",
            'names."Kataib Hezbollah" = ["KH", "Hezbollah Brigades"]',
        ),
    ] = UNSET
    agencies: Annotated[
        dict[Word, Words] | UnsetType,
        told(
            "News agencies beside those that are known, with the other names that credits give them.",
            'agencies."Coastal News" = ["Coastal News Service", "CNS"]',
        ),
    ] = UNSET
    outlets: Annotated[
        dict[Word, House] | UnsetType,
        told("Outlets and their house style.", '[outlets."The Courier"]'),
    ] = UNSET
    loaded: Annotated[
        list[Annotated[list[Word], Meta(min_length=2, max_length=2)]] | UnsetType,
        told(
            "Pairs of a plain word and a loaded one for the same people or deed, singular.",
            'loaded = [["settler", "colonist"]]',
        ),
    ] = UNSET
    columns: Annotated[
        Tables | UnsetType,
        told("Where CSV and JSON Lines name their columns otherwise.", "[columns]"),
    ] = UNSET


class Override(Anywhere, rename="kebab", forbid_unknown_fields=True, kw_only=True):
    """What holds for some paths: the last table that a path matches goes first."""

    paths: Annotated[
        list[Path],
        Meta(min_length=1, max_length=1000),
        told(
            "Which files, relative to the folder of the settings; `*` is within a folder, `**` any.",
            'paths = ["sport/**"]',
        ),
    ]


class File(Anywhere, rename="kebab", forbid_unknown_fields=True):
    """A settings file: `reconcile.toml`, or `[tool.reconcile]` in `pyproject.toml`."""

    against: Annotated[
        Path | list[Path] | UnsetType,
        told("Files and folders of the reports on file.", 'against = "on-file"'),
    ] = UNSET
    submissions: Annotated[
        Path | list[Path] | UnsetType,
        told("Files and folders of what is checked.", 'submissions = ["in"]'),
    ] = UNSET
    baseline: Annotated[
        Path | UnsetType,
        told("The file of the divergences that were accepted.", 'baseline = "baseline.toml"'),
    ] = UNSET
    page: Annotated[Page | UnsetType, told("What pages show.", "[page]")] = UNSET
    overrides: Annotated[
        list[Override] | UnsetType,
        told(
            "Other settings for some paths.",
            '[[overrides]]\npaths = ["sport/**"]\nskip = ["place"]',
        ),
    ] = UNSET
