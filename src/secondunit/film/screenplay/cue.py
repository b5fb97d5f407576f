"""Character cues: telling one from other lines, and taking it apart.

Source: Fountain 1.1, Character and Dual Dialogue.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from secondunit.core.quick import quick
from secondunit.film.screenplay.emphasis import read_emphasis

_GROUPS = re.compile(r"\(([^()]*)\)?\s*")
_WIDE_BRACKETS = str.maketrans("（）", "()")
_SMALL_BUT_CAPITAL = str.maketrans("", "", "ßªº")
_SENTENCE_MARKS = "।.!?。！？…,，;；"
_LONGEST = 200
_CASELESS_LONGEST = 30


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue taken apart.

    Args:
        name: The speaker's name.
        extension: What stands in brackets after it (``V.O.``); several are joined by ``, ``.
        is_dual: True when marked as the second speaker of a dual dialogue.
        is_caseless: True when only its shortness tells that it is a name: a script in which there
            are no capitals.
    """

    name: str
    extension: str
    is_dual: bool
    is_caseless: bool = False


def read_cue(text: str) -> Cue | None:
    """Take a line apart as a cue, or None when it cannot be one.

    A name is in capitals and holds a letter; its brackets may be in small letters. In a script
    without capitals (Hindi, Chinese) a short line without a full stop may be a name.

    >>> read_cue("HANS (on the radio)")
    Cue(name='HANS', extension='on the radio', is_dual=False, is_caseless=False)
    >>> read_cue("23") is None
    True
    """
    cue = split_cue(text)
    name = cue.name
    if "^" in name or name.startswith("(") or name.endswith("TO:") or len(name) > _LONGEST:
        return None
    letters = name if name.isascii() else name.translate(_SMALL_BUT_CAPITAL)
    if letters.isupper():
        return cue
    if any(c.islower() for c in letters) or not any(c.isalpha() for c in letters):
        return None
    is_name = len(name) <= _CASELESS_LONGEST and not name.endswith(tuple(_SENTENCE_MARKS))
    return replace(cue, is_caseless=True) if is_name and len(name.split()) <= 4 else None


def split_cue(text: str) -> Cue:
    """Part name, brackets and the mark of dual dialogue, whatever the name looks like.

    >>> split_cue("McCLANE (V.O.) (CONT'D) ^").extension
    "V.O., CONT'D"
    """
    text = text.strip()
    is_dual = text.endswith("^")
    if is_dual:
        text = text[:-1].rstrip()
    text = read_emphasis(text).text
    if not text.isascii():
        text = text.translate(_WIDE_BRACKETS)
    name, bracket, rest = text.partition("(")
    extension = ""
    if bracket and name.strip():
        extension = _extension(bracket + rest)
        if not extension:
            name = text
    elif bracket:
        name = text
    return Cue(name=name.strip(), extension=extension, is_dual=is_dual)


def _extension(text: str) -> str:
    """What the brackets say, or "" when more than brackets stands there."""
    groups, end = [], 0
    while end < len(text):
        match = _GROUPS.match(text, end)
        if match is None:
            return ""
        groups.append(match[1].strip())
        end = match.end()
    return ", ".join(group for group in groups if group)


def write_cue(name: str, extension: str) -> str:
    """A cue as it stands on the page.

    >>> write_cue("HANS", "V.O.")
    'HANS (V.O.)'
    """
    return f"{name} ({extension})" if extension else name
