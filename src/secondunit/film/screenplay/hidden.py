"""Characters nobody can see: taken out of the text and reported, never passed on silently.

A zero-width space makes two speakers of one, and a sentence in the Unicode tag block reads as
nothing to a person and as an order to a language model.

Source: Unicode 15, general categories Cc and Cf; UTS 55 on invisible characters in source text.
"""

from __future__ import annotations

import re

from secondunit.film.screenplay.remarks import Remarks

_TAGS = "\U000e0000-\U000e007f"
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb"
    f"{_TAGS}]+"
)
_ORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BLANKS = "\n\t\xa0\u2028"  # white space that does not print and is not hidden
_BLACK_FLAG = "\U0001f3f4"
# A flag of a region (England, Wales) is a black flag followed by tag letters: those belong.
_FLAG_OR_HIDDEN = re.compile(f"{_BLACK_FLAG}[\U000e0020-\U000e007e]+\U000e007f|{_HIDDEN.pattern}")


def remove_hidden(text: str, row: int, remarks: Remarks, *, counts_rows: bool = False) -> str:
    """The text without invisible characters; each row that had some is reported.

    Args:
        text: One or more lines.
        row: Row of the first line.
        remarks: Where the findings go.
        counts_rows: Each ``\\n`` begins another row; otherwise all stands on the first.

    Returns:
        The same text when there was nothing to take out.
    """
    if text.isprintable() or _is_plain(text):
        return text
    seen, at = row, 0
    for match in _ORDERING.finditer(text):
        seen += text.count("\n", at, match.start()) if counts_rows else 0
        at = match.start()
        remarks.warn(
            seen,
            "hidden-ordering",
            "a character that turns the reading direction stands here unseen",
            "Type the line anew.",
        )
    if not _HIDDEN.search(text):
        return text
    kept, end = [], 0
    for match in _FLAG_OR_HIDDEN.finditer(text):
        if match[0][0] == _BLACK_FLAG:
            continue
        kept.append(text[end : match.start()])
        end = match.end()
        row += kept[-1].count("\n") if counts_rows else 0
        remarks.warn(row, "hidden-characters", _describe(match[0]), "Type the line anew.")
    return "".join(kept) + text[end:]


def _is_plain(text: str) -> bool:
    """Every character but the usual white space prints: a quick no to all that is looked for."""
    for blank in _BLANKS:
        text = text.replace(blank, "")
    return text.isprintable()


def _describe(hidden: str) -> str:
    read = "".join(chr(ord(c) - 0xE0000) for c in hidden if 0xE0020 <= ord(c) < 0xE007F)
    count = f"{len(hidden)} invisible character{'s' if len(hidden) > 1 else ''} left out"
    return f"{count}; they spell “{read}”" if read.strip() else count
