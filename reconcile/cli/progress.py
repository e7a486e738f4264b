"""Show on stderr how far the work is, when it takes longer than a second and someone is watching."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from reconcile.cli.say import note

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds before anything is shown


class Bar:
    """A progress bar that appears late; call it as `bar(step, done, of)`."""

    def __init__(self, shown: bool, timed: bool = False) -> None:
        self.shown = shown and sys.stderr.isatty()
        self.timed = timed
        self.begun = self.changed = time.monotonic()
        self.step = "starting"
        self.drawn: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.drawn:
            self.drawn[0].stop()
        self._tell("")

    def __call__(self, step: str, done: int, of: int) -> None:
        """Note that `done` of `of` parts of a step are done."""
        self._tell(step)
        if not self.shown or time.monotonic() - self.begun < PATIENCE:
            return
        progress, task = self.drawn = self.drawn or _draw()
        progress.update(task, description=step, completed=done, total=of)

    def _tell(self, step: str) -> None:
        """With -v, say how long the step before this one took."""
        if step == self.step:
            return
        now = time.monotonic()
        if self.timed:
            note(f"{self.step} took {now - self.changed:.2f} s")
        self.step, self.changed = step, now


def _draw() -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import Progress

    progress = Progress(console=Console(stderr=True), transient=True)
    progress.start()
    return progress, progress.add_task("")
