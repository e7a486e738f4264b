"""Give all versions of one publisher's item one origin: they are one voice, however much was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reconcile.lineage.credits import whole_credits
from reconcile.lineage.naming import by_id, own_name, perhaps
from reconcile.model import Account, Place
from reconcile.text.versions import families

Named = tuple[tuple[Place, str], ...]  # the origin of each sentence


def own_names(accounts: Iterable[Account]) -> dict[str, str]:
    """Return by id what the text of each report is called that it shares with no other item."""
    known = {a.report.id: a for a in accounts}
    names = {id_: own_name(account) for id_, account in known.items()}
    for ids in family_ids(known.values()):
        crediting = [id_ for id_ in ids if perhaps(known[id_])]
        names.update(dict.fromkeys(ids, names[(crediting or ids)[0]]))
    return names


def family_ids(accounts: Iterable[Account]) -> list[tuple[str, ...]]:
    """Return the ids of the reports that are versions of one item, the oldest first."""
    return [tuple(r.id for r in group) for group in families(a.report for a in accounts)]


def one_voice(accounts: Sequence[Account], sentences: Named) -> Named:
    """Return the origins of sentences, those of the versions of an item made one.

    What an agency signs in one version is its text in all of them. Lines on an agency's word stay.
    """
    groups = family_ids(accounts)
    if not groups:
        return sentences
    known, own = {a.report.id: a for a in accounts}, own_names(accounts)
    nameless = {own_name(a) for a in accounts}
    carried: dict[str, set[str]] = defaultdict(set)
    for place, name in sentences:
        if name in nameless or name.startswith("unnamed"):
            carried[name].add(place.report)
    alias: dict[str, str] = {}
    for ids in groups:
        names = {n for n, reports in carried.items() if reports & set(ids)}
        target = _target([known[id_] for id_ in ids], own[ids[0]], names, carried)
        target = alias.get(target, target)
        joined = {alias.get(n, n) for n in names}
        alias.update({n: target for n in (*carried, *alias.values()) if alias.get(n, n) in joined})
    return tuple((place, alias.get(name, name)) for place, name in sentences)


def _target(
    family: Sequence[Account], own: str, names: Iterable[str], carried: Mapping[str, set[str]]
) -> str:
    """Return the name for the text of a family: its one agency, what it shares, or its own."""
    signed = {name for account in family for name in whole_credits(account)}
    if len(signed) == 1:
        return signed.pop()
    ids = {a.report.id for a in family}
    shared = sorted((n for n in names if carried[n] - ids), key=by_id)
    return shared[0] if shared else own
