"""A desk made by a test: a scratch git repository with submissions and reports on file."""

from __future__ import annotations

import subprocess
from pathlib import Path

AP = """\
---
source: AP
date: 2024-03-05 18:00
---

ELSTOW (AP) - A coach left the coast road near Elstow on Tuesday, killing 25 people, police said.

The coach was carrying 52 passengers to the port of Marrow when it hit a wall, police said.

The driver, Martin Holl, was taken to the hospital in Marrow.
"""
REUTERS = """\
---
source: Reuters
date: 2024-03-05 19:00
---

At least 25 people were killed when a coach crashed into a wall on the coast road near Elstow on
Tuesday, the regional police said.

Rescuers reached the site within 20 minutes. The coach had left the town of Dunmere at noon.
"""
ELSEWHERE = """\
---
source: AP
date: 2023-07-09
---

QUARRY BAY (AP) - Six miners died on Sunday when a shaft collapsed at the Tolland lead mine, the
company said.

The mine near Quarry Bay had been closed for repairs for a year.
"""
FIRST = """\
---
source: The Marrow Echo
date: 2024-03-05 20:00
---

A coach crashed on the coast road near Elstow on Tuesday and killed 25 people, police said.

The road was closed until the evening.
"""
SECOND = """\
---
source: The Dunmere Post
date: 2024-03-05 20:30
---

The road near Elstow was closed on Tuesday evening.

Police said that 24 people were killed when a coach left the coast road near Elstow on Tuesday.
"""


def made(folder: Path) -> Path:
    """Make the repository, with reports on file and one submission that agrees, and return its folder."""
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "Ruth Ames")
    git(folder, "config", "user.email", "ruth@desk.example")
    for name, text in (
        ("file/coach/ap.txt", AP),
        ("file/coach/reuters.txt", REUTERS),
        ("file/mine/ap.txt", ELSEWHERE),
        ("in/echo.txt", FIRST),
    ):
        put(folder, name, text)
    commit(folder)
    return folder


def put(folder: Path, name: str, text: str) -> Path:
    """Write a file of the repository."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder / name


def commit(folder: Path) -> str:
    """Commit everything and return the commit."""
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "what came in")
    return git(folder, "rev-parse", "HEAD").strip()


def git(folder: Path, *arguments: str) -> str:
    """Run git in the folder, with nobody's own settings."""
    done = subprocess.run(
        ["git", "-c", "commit.gpgsign=false", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
