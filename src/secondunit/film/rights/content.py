"""Look words through: those that must not leave, hidden characters, names of people.

Source: section 5 of the studio's rights page: canary token per title, hidden text flagged. The
hidden characters are those of Unicode's general category Cf that show nothing, the tags block
(U+E0000) and the variation selectors of plane 14.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

SHOWN_JOINERS = frozenset("\u200c\u200d\u00ad")
"""Format characters that scripts and emoji need, and the soft hyphen of typeset text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What to look for.

    Args:
        barred: Words that must not leave.
        people: Names and other names of people, by id of the rights holder or by the name itself
            for one who is no holder.
    """

    barred: tuple[str, ...] = ()
    people: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was found.

    Args:
        barred: How many of the barred words.
        hidden: Whether a hidden character is in it.
        people: Ids of the people named.
    """

    barred: int = 0
    hidden: bool = False
    people: tuple[str, ...] = ()


def look_through(text: str, watch: Watch) -> Seen:
    """What is in some words of what is watched for, in any letter case and any width of letter."""
    folded = fold(text)
    return Seen(
        barred=sum(fold(word) in folded for word in watch.barred if fold(word)),
        hidden=has_hidden(text),
        people=tuple(key for key, names in watch.people if _names_any(folded, names)),
    )


def has_hidden(text: str) -> bool:
    """True when a character in it shows nothing and may carry something."""
    if text.isascii():
        return False
    return any(
        (unicodedata.category(letter) == "Cf" and letter not in SHOWN_JOINERS)
        or 0xE0000 <= ord(letter) <= 0xE0FFF
        for letter in text.removeprefix("\ufeff")
    )


def fold(text: str) -> str:
    """Letters alike whatever their case, width or accents are written with; hidden ones dropped."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.isascii():
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Cf")
    return re.sub(r"\s+", " ", plain).strip()


def _names_any(folded: str, names: Sequence[str]) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in map(fold, names) if name
    )
