"""Tell whether the words of doubt at a predicate make its report less sure than a flat statement."""

from __future__ import annotations

from reconcile.facts import hedges
from reconcile.language.lexicon import is_a
from reconcile.model import Account, Factuality, Sentence, Stance

FLAT = frozenset({Factuality.CERTAIN, Factuality.DENIED})
DETAIL = frozenset({"why", "how", "when", "where", "who"})  # what is unknown is a detail of it
WILL = frozenset({"will", "shall", "'ll"})
MODALS = frozenset({"may", "might", "could"})
# "the toll could rise" doubts nothing
GROWS = frozenset({"rise", "increase", "grow", "climb", "go"})
MINDS = frozenset({"think", "believe", "feel", "guess", "felt", "thought", "believed", "afraid"})
UNSAID = frozenset({"indicate", "show", "imply", "hint", "estimate", "consider"})
# Words of doubt: verbs of belief, expectation, fear, blame and enquiry, and what stands beside one.
DOUBT = (
    frozenset(
        word
        for word, embedding in hedges.VERBS.items()
        if embedding
        in {
            hedges.BELIEVING,
            hedges.EXPECTING,
            hedges.FEARING,
            hedges.ACCUSING,
            hedges.ASKING,
            hedges.DOUBTING,
        }
    )
    | frozenset(hedges.ADJECTIVES)
    | frozenset(hedges.ADVERBS)
    | frozenset(hedges.BEFORE_NOUNS)
    | MODALS
    | frozenset(
        "know clear unclear unknown sure certain confirm allege accusation allegation charge "
        "suspicion possibility likelihood speculation rumor rumour belief".split()
    )
) - UNSAID


def flat(stance: Stance) -> bool:
    """Tell whether something is stated as a fact, done or not done."""
    return stance.factuality in FLAT and not stance.future


def sure_to_come(sentence: Sentence, stance: Stance) -> bool:
    """Tell whether something is told as sure to come: "will plead guilty", without a hedge."""
    cues = {t.text.lower() for c in stance.cues for t in sentence.parse.within(c)}
    return stance.future and stance.factuality is Factuality.CERTAIN and bool(cues & WILL)


def doubted(account: Account, sentence: Sentence, stance: Stance) -> bool:
    """Tell whether words of doubt stand at a predicate; a wish, a plan or a duty is none.

    What is expected is told as not yet done; "would" alone is the future seen from the past.
    """
    if stance.factuality in FLAT or (stance.future and stance.factuality is Factuality.UNKNOWN):
        return False
    lemma = sentence.parse[stance.token].lemma
    cues = {" ".join(account.words(c).lower().split()) for c in stance.cues}
    if cues & DETAIL or lemma in GROWS:
        return False
    if spoken(account, sentence, stance) and (cues & MINDS or not _cues_spoken(account, stance)):
        return False  # "I think" is how people talk; what was said is not doubted by the report
    lemmas = {t.lemma for c in stance.cues for t in sentence.parse.within(c)}
    if lemmas == {"could"} and _able(sentence, stance):
        return False
    return bool((lemmas | cues) & DOUBT)


def _able(sentence: Sentence, stance: Stance) -> bool:
    """Tell whether "could" says what somebody is free or able to do: "agencies could still ask".

    With "have" or "be" behind it, and of things ("the dam could burst"), it doubts.
    """
    tree = sentence.parse
    verb = tree[stance.token]
    doers = tree.children(verb, "nsubj")
    return (
        verb.pos == "VERB"
        and not any(t.lemma in {"have", "be"} for t in tree.children(verb, "aux", "auxpass"))
        and any(is_a(t.lemma, "person") or is_a(t.lemma, "group") for t in doers)
    )


def spoken(account: Account, sentence: Sentence, stance: Stance) -> bool:
    """Tell whether a predicate stands inside a quotation."""
    return account.in_quotation(sentence.parse[stance.token].span)


def _cues_spoken(account: Account, stance: Stance) -> bool:
    """Tell whether words of doubt stand inside quotations, as what is doubted does."""
    return any(account.in_quotation(c) for c in stance.cues)
