"""Find what one report denies or doubts and another tells flatly, in whatever words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reconcile.checks.proof.denial import below_negation, denies
from reconcile.checks.proof.doubt import DOUBT, doubted, flat, spoken, sure_to_come
from reconcile.checks.proof.search import SURE_LINK, Marks, Retold, Search, accused, same_doer
from reconcile.facts.claims import attribution_of
from reconcile.facts.contradiction import NEGATIVE
from reconcile.facts.modifiers import before_noun
from reconcile.facts.retold import content_at, roles, standing, told_again
from reconcile.facts.tellings import Retelling
from reconcile.language.lexicon import is_a
from reconcile.model import Comparison, Factuality, Parse, Place, Stance, Token, Told

BLAME = frozenset("claim allege allegation accusation accuse charge suspect believe".split())
HEARSAY = frozenset("allegedly reportedly alleged reported purportedly supposedly supposed".split())
HALF = 0.5  # of what is doubted must come back where it is stated


def denials(comparison: Comparison) -> list[Retold]:
    """Return what one report denies and another affirms, the surest first."""
    return _found(comparison, denies, _affirms)


def doubts(comparison: Comparison) -> list[Retold]:
    """Return what one report doubts and another states, the surest first."""
    return _found(comparison, doubted, _states)


def _affirms(comparison: Comparison, found: Retold) -> bool:
    """Tell whether all that is denied is told, as done or as not done yet like the denial."""
    retelling = found.retelling
    if retelling.stance.factuality is not Factuality.CERTAIN:
        return False
    if retelling.stance.future != found.stance.future:
        return False
    plain = comparison.sentence(found.plain).parse
    if found.retelling.token.dep == "appos" or below_negation(plain, found.retelling.token):
        return False
    if found.link >= SURE_LINK and any(t.text.lower() in NEGATIVE for t in plain):
        return False
    whole = retelling.share >= 0.75 and retelling.told >= 2
    return whole or (retelling.share == 1 and found.link >= 0.9)


def _states(comparison: Comparison, found: Retold) -> bool:
    """Tell whether what is doubted is told as a fact, by the same words or in like sentences."""
    retelling, tree = found.retelling, comparison.sentence(found.plain).parse
    coming = sure_to_come(comparison.sentence(found.plain), retelling.stance)
    if not (flat(retelling.stance) or coming) or not _plainly(comparison, found):
        return False
    done = tree[retelling.token.i].tag in {"VBD", "VBN", "NN", "NNS"}
    if found.stance.future and not done and not coming:
        return False
    if retelling.share < 0.5 or not _predicates(comparison, found):
        return False
    if spoken(
        comparison.account(found.plain.report), comparison.sentence(found.plain), retelling.stance
    ):
        return False  # a witness says it, not the report
    if _doubts_too(comparison, found) or _hearsay_both(comparison, found):
        return False
    return (
        (retelling.told >= 2 and retelling.share >= 0.6 and found.link >= 0.5)
        or (retelling.told >= 3 and found.link >= 0.7)
        or (retelling.share == 1 and found.link >= 0.9)
    )


def _plainly(comparison: Comparison, found: Retold) -> bool:
    """Tell whether what is told is affirmed, or denied by a plain negation, not contested."""
    tree = comparison.sentence(found.plain).parse
    cues = [t for c in found.retelling.stance.cues for t in tree.within(c)]
    return all(t.text.lower() in NEGATIVE for t in cues) or (
        found.retelling.stance.factuality is Factuality.CERTAIN
    )


def _hearsay_both(comparison: Comparison, found: Retold) -> bool:
    """Tell whether what is "allegedly" so is somebody's word in the other report too."""
    account, plain = comparison.account(found.marked.report), comparison.sentence(found.plain)
    cues = {account.words(c).lower() for c in found.stance.cues}
    return bool(cues <= HEARSAY and attribution_of(plain, found.retelling.token.span))


def _doubts_too(comparison: Comparison, found: Retold) -> bool:
    """Tell whether the other sentence has the same word of doubt, or blames where this one does."""
    marked, plain = comparison.sentence(found.marked).parse, comparison.sentence(found.plain).parse
    cues = {t.lemma for c in found.stance.cues for t in marked.within(c)}
    above = {t.lemma for t in plain.ancestors(found.retelling.token)}
    same = bool(cues & {t.lemma for t in plain} & DOUBT or above & BLAME)
    return same or _doubts_how(marked, found.stance, {t.lemma for t in plain})


def _doubts_how(tree: Parse, stance: Stance, told: set[str]) -> bool:
    """Tell whether the doubt is about a manner that goes untold: "probably died instantly"."""
    cues = {t.i for c in stance.cues for t in tree.within(c)}
    return any(
        t.dep == "advmod" and t.text.endswith("ly") and t.i not in cues and t.lemma not in told
        for t in tree.children(tree[stance.token])
    ) and any(tree[i].dep == "advmod" for i in cues)


def _predicates(comparison: Comparison, found: Retold) -> bool:
    """Tell whether the doubted word predicates, or is a noun that is doubted itself."""
    tree = comparison.sentence(found.marked).parse
    token = tree[found.stance.token]
    if token.pos in {"VERB", "AUX", "ADJ"} or token.dep == "attr":
        return True
    if token.dep == "pobj" and tree.head(tree.head(token)).lemma == "be":
        return True
    beside = any(before_noun(c) is not None for c in tree.children(token, "amod", "compound"))
    return beside and found.retelling.told >= 2


def _found(
    comparison: Comparison,
    marks: Marks,
    tells: Callable[[Comparison, Retold], bool],
) -> list[Retold]:
    search = Search(comparison, marks)
    found = []
    for link in comparison.alignment.links:
        for one, two in ((link.a, link.b), (link.b, link.a)):
            for mark in search.marked(one):
                best = search.closest(mark, two, link.score)
                if best is not None and tells(comparison, best):
                    found.append(best)
    return sorted(found, key=lambda r: (-r.surety, *r.marked, *r.plain))


def stated_by(comparison: Comparison, doubt: Told, other: Told, link: float) -> bool:
    """Tell whether a claim of another report states what a claim doubts.

    "Probably died instantly" doubts how, not whether: "left dying" does not state it.
    """
    one, two = (Place(t.report, t.claim.sentence) for t in (doubt, other))
    sentence, plain = comparison.sentence(one), comparison.sentence(two)
    content = content_at(sentence, doubt.claim.stance)
    token = plain.parse[other.claim.token]
    tree = sentence.parse
    told_by = tuple(t for t in content.about if not _incidental(tree, t))
    told, of = told_again(replace(content, about=told_by), tree, plain.parse, token)
    retelling = Retelling(token, standing(plain, token), 1.0, told, of)
    if of and told / of < HALF:
        return False
    if accused(sentence, doubt.claim.stance) and not same_doer(
        sentence.parse, content, plain, retelling
    ):
        return False
    if _apart(roles(sentence.parse, content.act)[1], roles(plain.parse, token)[1]):
        return False
    found = Retold(one, doubt.claim.stance, two, retelling, link)
    return (
        _plainly(comparison, found)
        and not _doubts_too(comparison, found)
        and not _hearsay_both(comparison, found)
    )


def _incidental(tree: Parse, token: Token) -> bool:
    """Tell whether a word need not come back: "embassy" of "embassy staff", "at some point".

    The claims are a parallel: that both speak of the staff is proven already.
    """
    unsaid = any(c.lemma in {"some", "any"} for c in tree.children(token, "det"))
    return token.dep == "compound" or (token.dep == "pobj" and unsaid)


def _apart(mine: tuple[Token, ...], yours: tuple[Token, ...]) -> bool:
    """Tell whether one is done to people and the other to things: "fired a gun", "hit a boy"."""
    if not mine or not yours or any(t.pos != "NOUN" for t in (*mine, *yours)):
        return False
    return {_people(t) for t in mine}.isdisjoint({_people(t) for t in yours})


def _people(token: Token) -> bool:
    """Tell whether a noun means people, one or a body of them: "boy", "staff", "police"."""
    return is_a(token.lemma, "person") or is_a(token.lemma, "group")
