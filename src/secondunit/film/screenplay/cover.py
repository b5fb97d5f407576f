"""The words on a title page that carries no keys: which is the title, who wrote it, the rest.

Source: usage of the trade: the title stands first, the credit line ends in ``by``, the author
follows it; address, draft and date stand at the foot.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondunit.film.screenplay.model import TitleField

_CREDIT = re.compile(
    r"(?:(?:screenplay|teleplay|story|script|written|created|devised|adapted|a film|a screenplay)"
    r"\b.*\s)?(?:by|par|von|de|di|por|drehbuch|scénario)[.:]?$",
    re.IGNORECASE,
)
_CREDIT_AND_AUTHOR = re.compile(
    r"((?:screenplay|teleplay|story|script|written|created|a screenplay)"
    r"(?:\s\S+){0,3}\sby)\s+(\S.*)$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:based (?:up)?on|from (?:the|a) |inspired by|adapted from)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.? ?\d{0,2},? ?(?:19|20)\d\d))",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"(?:draft|revis|revision|version|final|shooting script|(?:white|blue|pink|yellow|green|"
    r"goldenrod|buff|salmon|cherry|tan) pages)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))", re.IGNORECASE)


def read_cover(texts: Iterable[str]) -> tuple[TitleField, ...]:
    r"""Give the lines of a title page their keys; no word is dropped.

    Args:
        texts: Its lines from top to bottom.

    >>> [f.key for f in read_cover(["Right Ear Home", "written by", "A. Writer", "12 May 2026"])]
    ['Title', 'Credit', 'Author', 'Draft date']
    """
    fields: list[tuple[str, str]] = []
    for line in texts:
        text = " ".join(line.split())
        if not any(letter.isalnum() for letter in text):
            continue
        if both := _CREDIT_AND_AUTHOR.match(text):
            fields += [("Credit", both[1]), ("Author", both[2])]
            continue
        fields.append((_key(text, fields[-1][0] if fields else "", len(fields)), text))
    merged: dict[str, list[str]] = {}
    for key, text in fields:
        merged.setdefault(key, []).append(text)
    return tuple(TitleField(key=key, value="\n".join(lines)) for key, lines in merged.items())


def _key(text: str, before: str, count: int) -> str:
    if not count:
        return "Title"
    if before == "Credit":
        return "Author"
    if _CREDIT.match(text):
        return "Credit"
    if _SOURCE.match(text):
        return "Source"
    if _COPYRIGHT.match(text):
        return "Copyright"
    if _DRAFT.search(text) or _DATE.search(text):
        return "Draft date"
    if before == "Author" and text[:1] == "&":
        return "Author"
    if before == "Title":
        return "Subtitle"
    return "Contact"
