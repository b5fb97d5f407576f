"""What is asked of a tagger, and what it answers: words with their places, lemmas and tags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRequest:
    """The lines of one scene to be read word by word.

    Args:
        lines: Texts, in script order. Equal texts make an equal question, so a scene that did
            not change is never asked about twice.
    """

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word or mark of a line.

    Args:
        start: First character, counted in the line's text.
        end: One past the last character.
        lemma: Dictionary form, lower case (``knives`` gives ``knife``).
        tag: Part of speech by the C5 set of the British National Corpus (``NN1``, ``VVZ``).
    """

    start: int
    end: int
    lemma: str
    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenReply:
    """The words of each line asked about.

    Args:
        lines: One tuple of tokens a line, in the order asked; offsets grow and never overlap.
    """

    lines: tuple[tuple[Token, ...], ...]
