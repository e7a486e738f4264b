"""Create, update, prune and show a baseline, and say on one line what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli.gate.changed import user
from reconcile.cli.gate.run import baseline_file, job, run
from reconcile.cli.say import complain, note
from reconcile.cli.switches import settings
from reconcile.errors import SettingsError

if TYPE_CHECKING:
    from reconcile.gate.baseline import Baseline
    from reconcile.gate.baseline.accept import Grounds
    from reconcile.model import Checked, Entry

UNANSWERED = 2


def create(submissions: Sequence[Path], given: Mapping[str, Any]) -> int:
    """Write a new baseline; raises SettingsError where there is one."""
    file = baseline_file(settings(given), given)
    if file.exists():
        raise SettingsError(f"{file}: it is there already; baseline update adds to it")
    grounds = _grounds(given)
    if grounds is None:
        raise SettingsError("say why they are accepted: --reason TEXT")
    return _accept(submissions, given, grounds)


def update(submissions: Sequence[Path], given: Mapping[str, Any]) -> int:
    """Accept what is open, with the reason given, and drop what is stale."""
    return _accept(submissions, given, _grounds(given))


def prune(submissions: Sequence[Path], given: Mapping[str, Any]) -> int:
    """Drop what is stale."""
    from reconcile.gate.baseline.accept import pruned

    todo = job(submissions, given)
    checked, before = run(todo, given)
    after = _change(todo.baseline, lambda now: pruned(now, checked))
    note(f"{todo.baseline}: {_counted(before, after)}")
    return _answered(checked)


def show(given: Mapping[str, Any]) -> int:
    """Print the entries."""
    from reconcile.gate.baseline import Baseline
    from reconcile.render.page.words import visible

    file = baseline_file(settings(given), given)
    if not file.exists():
        raise SettingsError(f"{file}: there is no such file; baseline create makes it")
    today = _today()
    for entry in Baseline.read(file).entries:
        click.echo(
            f"{visible(entry.file)}: {visible(entry.kind)}, {visible(entry.subject)}  {entry.fingerprint}"
        )
        if entry.words:
            click.echo(f"    {' | '.join(visible(w) for w in entry.words)}")
        click.echo(f"    {visible(entry.reason)}{_by(entry, today)}")
    return 0


def _by(entry: Entry, today: dt.date) -> str:
    from reconcile.gate.baseline import expired
    from reconcile.render.page.words import visible

    told = [visible(entry.who)] if entry.who else []
    told += [entry.on.isoformat()] if entry.on else []
    if entry.until:
        told.append(f"{'ended on' if expired(entry, today) else 'until'} {entry.until}")
    return f" ({', '.join(told)})" if told else ""


def _accept(submissions: Sequence[Path], given: Mapping[str, Any], grounds: Grounds | None) -> int:
    from reconcile.gate.baseline.accept import accepted, moved, open_entries

    todo = job(submissions, given)
    checked, before = run(todo, given)
    opened = open_entries(checked, before)
    known = moved(opened, checked.stale, _today())
    if grounds is None and len(opened) > len(known):
        number = len(opened) - len(known)
        raise SettingsError(f"{number} to accept; say why: --reason TEXT")
    after = _change(todo.baseline, lambda now: accepted(now, checked, opened, grounds))
    note(f"{todo.baseline}: {_counted(before, after)}")
    return _answered(checked)


def _change(path: Path, how: Callable[[Baseline], Iterable[Entry]]) -> Baseline:
    from reconcile.gate.baseline import change

    return change(path, how)


def _grounds(given: Mapping[str, Any]) -> Grounds | None:
    """Return why, by whom and until when; None where no reason is given."""
    from reconcile.gate.baseline.accept import Grounds

    reason = " ".join((given["reason"] or "").split())
    if not reason:
        return None
    who = given["who"] or user()
    if not who:
        raise SettingsError("say who accepts them: --who NAME")
    until = given["until"].date() if given["until"] else None
    return Grounds(reason, who, _today(), until)


def _today() -> dt.date:
    """Return the day on which `check`, too, decides what has ended."""
    from reconcile.text.standing import now

    return now().date()


def _counted(before: Baseline, after: Baseline) -> str:
    """Return "3 entries, 2 added, 1 dropped"."""
    from reconcile.render.page.labels import count

    old, new = before.by_key(), after.by_key()
    told = [count(len(new), "entry", "entries")]
    for number, word in (
        (len(new.keys() - old.keys()), "added"),
        (len(old.keys() - new.keys()), "dropped"),
    ):
        told += [f"{number} {word}"] if number else []
    return ", ".join(told)


def _answered(checked: Checked) -> int:
    """Return 2, and say which, where submissions could not be checked; else 0."""
    from reconcile.gate.check import COMPARED

    left = [s for s in checked.submissions if s.outcome not in COMPARED]
    for one in left:
        complain(f"{one.file}: not checked, {one.outcome}" + (f": {one.note}" if one.note else ""))
    return UNANSWERED if left else 0
