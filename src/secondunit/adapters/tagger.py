"""Answers ``tokens`` asks with the HanTa tagger, whose English model ships in its wheel.

Source: Wartena, "A probabilistic morphology model for German lemmatization" (KONVENS 2019);
the English model is trained on the British National Corpus and uses its C5 tags.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from secondunit.core.errors import AnswerUnreadable
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.breakdown.tokens import Token, TokenReply, TokenRequest

if TYPE_CHECKING:
    from HanTa.HanoverTagger import HanoverTagger

MODEL = "morphmodel_en.pgz"
KIND = "tokens"

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?\b"  # 12, 10:30, 1960s
    r"|[^\W\d_]\.(?:[^\W\d_]\.)+"  # P.O., U.S.
    r"|(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Capt|Jr|Sr)\."
    r"|[^\W_]+?(?=n['’]t\b)|n['’]t\b"  # do + n't
    r"|[^\W_]+(?:-[^\W_]+)*"
    r"|['’](?:s|S|re|ve|ll|d|m)\b"
    r"|--+|\.\.\.|[^\w\s]|_",
    re.IGNORECASE,
)
_SENTENCE_END = frozenset(".!?;:…") | {"--", "...", "–", "—"}
_LONGEST = 60
"""Words tagged at once. The search is linear in them, but keeps the whole sentence in memory."""


@lru_cache(maxsize=1)
def _tagger() -> HanoverTagger:
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger(MODEL)


def version() -> str:
    """The tagger's name and release, for the record."""
    from importlib.metadata import version as release

    return f"hanta {release('hanta')} en"


def split_words(text: str) -> list[tuple[int, int]]:
    """Places of the words and marks of a text; ``'s`` and ``n't`` stand alone.

    >>> [("Will's gun."[a:b]) for a, b in split_words("Will's gun.")]
    ['Will', "'s", 'gun', '.']
    """
    return [match.span() for match in _WORD.finditer(text)]


def answer_tokens(body: str) -> str:
    """Tag the lines of a TokenRequest.

    Args:
        body: Canonical JSON of a TokenRequest.

    Returns:
        Canonical JSON of a TokenReply, one entry a line.

    Raises:
        AnswerUnreadable: The body is no TokenRequest.
    """
    try:
        request = read_json(body, TokenRequest)
    except msgspec.DecodeError as error:
        raise AnswerUnreadable(
            f"a tokens ask cannot be read: {error}", remedy="Send a TokenRequest."
        ) from error
    return canonical_json(TokenReply(lines=tuple(map(_tag_line, request.lines)))).decode()


@lru_cache(maxsize=4096)
def _tag_line(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    batch: list[tuple[int, int]] = []
    for span in split_words(text):
        batch.append(span)
        if text[slice(*span)] in _SENTENCE_END or len(batch) >= _LONGEST:
            tokens += _tag_sentence(text, batch)
            batch = []
    return tuple(tokens + _tag_sentence(text, batch))


def _tag_sentence(text: str, spans: list[tuple[int, int]]) -> list[Token]:
    words = [_plain(text[start:end]) for start, end in spans]
    tags = _tagger().tag_sent(words, taglevel=0)
    return [
        Token(start=start, end=end, lemma=_lemma(word.lower(), tag), tag=tag)
        for (start, end), word, tag in zip(spans, words, tags, strict=True)
    ]


@lru_cache(maxsize=65536)
def _lemma(word: str, tag: str) -> str:
    """The dictionary form of a word as that part of speech; a script has few words many times."""
    lemma: str = _tagger().analyze(word, pos=tag)[0]
    return lemma.lower()


def _plain(word: str) -> str:
    """Capitals shout in a script and mean nothing to a tagger trained on newspapers."""
    return word.lower() if len(word) > 1 and word.isupper() else word.replace("’", "'")
